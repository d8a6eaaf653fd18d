"""What a table derives without a word for it: averages, rates, sums of lines that are no totals."""

from __future__ import annotations

import pytest

from moditrack.checks.tables import TableCheck, check_table
from moditrack.documents.tables import PrintedTable


def check(*lines: str) -> list[TableCheck]:
    return check_table(PrintedTable.from_rows([line.split("|") for line in lines]))


def shown(found: list[TableCheck]) -> dict[str, tuple[str, str]]:
    """Kind and verdict of what a person sees, by the cell and what it prints."""
    return {
        f"{one.entry.description}: {one.stated.printed}": (
            one.kind,
            one.result.verdict if one.pairing == "explicit" else f"({one.result.verdict})",
        )
        for one in found
    }


MONTHS = (
    "Month|Ash|Birch|Cedar|Dale", "January|11|21|5|2", "February|12|19|6|4", "March|13|23|7|9",
)  # fmt: skip
YEARS = (
    "Ward|2019|2020|2021|2022|2023|Change|Trend|3-year average",
    "Orme|21|33|24|42|57|36%|73%|41", "Pell|60|45|30|24|36|50%|-20%|30",
    "Quay|19|22|40|56|49|-13%|123%|48", "Rill|30|25|50|60|85|42%|240%|65",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # A year to date is no part of its row, and adds up down its column.
        (
            ("Offence|May|Year to date", "Arson|2|9", "Fraud|4|21", "Total|6|30"),
            {"Total, Year to date: 30": ("total", "consistent")},
        ),
        (
            ("Offence|YTD 2021|YTD 2022", "Arson|9|8", "Fraud|21|12", "Total|30|21"),
            {"Total, YTD 2022: 21": ("total", "inconsistent")},
        ),
        # Months and their quarter, which is called neither total nor sum.
        (
            (*MONTHS, "Quarter 1|36|63|18|15", "April|1|2|3|4"),
            {"Quarter 1, Ash: 36": ("total", "consistent")},
        ),
        (
            (*MONTHS, "Quarter 1|36|63|18|15", "April|1|2|3|4", "May|5|5|5|5", "June|2|2|2|2",
             "Quarter 2|8|9|10|11"),
            {"Quarter 2, Dale: 11": ("total", "consistent")},
        ),
        # A total of some of the columns before it.
        (
            ("Force|Cases|Officers|Staff|Total people", "Aller|5|9|2|11", "Brue|2|6|4|10",
             "Cary|4|7|3|10", "Doniford|6|12|5|17"),
            {"Doniford, Total people: 17": ("total", "consistent")},
        ),
        # A change on an earlier year than the last, and an average of the last three.
        (YEARS, {"Orme, Trend: 73%": ("increase", "consistent"),
                 "Quay, Change: -13%": ("increase", "consistent"),
                 "Rill, 3-year average: 65": ("average", "consistent")}),
        # Rates for each 1,000.
        (
            ("Force|Cases|Staff|Rate per 1,000", "Aller|12|3,150|3.8", "Brue|9|2,870|3.1",
             "Cary|14|3,310|4.2", "Doniford|21|4,020|5.2"),
            {"Aller, Rate per 1,000: 3.8": ("average", "consistent")},
        ),
        # A note on a total may say what else it holds.
        (
            ("Sector|Staff|Calls", "North|7|40", "South|8|45", "Total**|19|85"),
            {"Total**, Staff: 19": ("total", "(inconsistent)"),
             "Total**, Calls: 85": ("total", "consistent")},
        ),
    ],
)  # fmt: skip
def test_what_is_derived_without_a_word_for_it(
    lines: tuple[str, ...], expected: dict[str, tuple[str, str]]
) -> None:
    found = shown(check(*lines))
    assert {cell: found.get(cell) for cell in expected} == expected


@pytest.mark.parametrize(
    "lines",
    [
        # Three places are not enough for a sum that nothing names.
        ("Month|Ash|Birch|Cedar", "January|11|21|5", "February|12|19|6", "March|23|40|11"),
        # Noughts come to noughts.
        (*MONTHS, "Other|0|0|0|0", "Void|0|0|0|0", "Lost|0|0|0|0"),
        # An average of something else, and a rate of a population that is not printed.
        ("Ward|2021|2022|Average", "Orme|21|33|4", "Pell|60|45|5", "Quay|19|22|6", "Rill|1|2|7"),
        ("Ward|Calls|Visits|Rate per head", "Orme|21|33|4", "Pell|60|45|5", "Quay|19|22|6"),
    ],
)
def test_what_only_happens_to_fit_is_not_taken(lines: tuple[str, ...]) -> None:
    assert {kind for kind, _ in shown(check(*lines)).values()} <= {"rate"}


def test_a_part_that_is_mostly_0_is_not_left_out_of_a_total_that_misses_it() -> None:
    rows = ("Ash|7|5|0|{}", "Birch|4|9|0|13", "Cedar|6|2|0|8", "Dale|9|8|3|{}", "Elm|5|1|2|{}")
    heading = "Ward|Calls|Visits|Letters|Total"
    fits = [row.format(total) for row, total in zip(rows, (12, 0, 0, 20, 8), strict=True)]
    misses = [row.format(total) for row, total in zip(rows, (12, 0, 0, 17, 6), strict=True)]
    wrong = {cell for cell, (_, v) in shown(check(heading, *misses)).items() if v != "consistent"}
    assert "inconsistent" not in {verdict for _, verdict in shown(check(heading, *fits)).values()}
    assert wrong == {"Dale, Total: 17", "Elm, Total: 6"}


def test_another_total_beside_the_parts_is_left_out() -> None:
    lines = ("Ward|Total others|Total here|Total away|Total people", "Ash|0|54|2|56",
             "Birch|6|212|31|243", "Cedar|3|9|0|9", "Dale|0|38|4|42", "Elm|0|17|8|25")  # fmt: skip
    found = shown(check(*lines))
    assert found["Birch, Total people: 243"] == ("total", "consistent")


def test_a_change_in_percent_beside_the_change() -> None:
    """(593 - 735) / 735 = -19.32%, which is printed as -19.3% with a 0 that all have."""
    rows = ("A|-23.80%", "B|-17.60%", "C|-19.30%", "D|-10.00%", "E|-9.80%", "F|-16.00%")
    counts = ((748, 570), (1447, 1193), (735, 593), (300, 270), (813, 733), (250, 210))
    lines = [
        f"{row.split('|')[0]}|{one}|{two}|{two - one}|{row.split('|')[1]}"
        for row, (one, two) in zip(rows, counts, strict=True)
    ]
    found = shown(check("Boat|2012|2014|Change|As %", *lines))
    assert found["B, As %: -17.60%"] == ("increase", "consistent")
    assert found["C, As %: -19.30%"] == ("increase", "consistent")
