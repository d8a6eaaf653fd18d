"""What tables derive from their own cells, on invented tables with sums done by hand."""

from __future__ import annotations

import time

import pytest

from moditrack.checks.tables import TableCheck, check_table
from moditrack.documents.tables import PrintedTable


def check(*lines: str, caption: str = "") -> list[TableCheck]:
    return check_table(PrintedTable.from_rows([line.split("|") for line in lines], caption))


def misfits(found: list[TableCheck]) -> list[tuple[str, str, str, str | None]]:
    """What a person is shown: kind, cell, what it prints and what its cells give."""
    return [
        (one.kind, one.entry.description, one.stated.printed, one.result.recomputed)
        for one in found
        if one.result.verdict not in ("consistent", "not-checkable") and one.pairing == "explicit"
    ]


def kinds(found: list[TableCheck]) -> list[str]:
    return sorted(one.kind for one in found)


FITS = ("Outcome|2022|2023|Total", "Charged|1|3|4", "Cautioned|2|5|7", "Total|3|8|11")


def test_rows_and_columns_add_up() -> None:
    found = check(*FITS)
    assert (kinds(found), misfits(found)) == (["total"] * 6, [])


def test_each_wrong_digit_shows() -> None:
    for row, old, new in (
        (1, "3", "6"), (1, "1", "7"), (2, "2", "3"), (2, "7", "1"), (3, "3", "9"), (3, "11", "12"),
    ):  # fmt: skip
        lines = list(FITS)
        texts = lines[row].split("|")
        texts[texts.index(old)] = new
        lines[row] = "|".join(texts)
        assert misfits(check(*lines)), lines


def test_a_total_that_its_cells_do_not_give() -> None:
    found = check("Outcome|2022|2023", "Charged|1|3", "Cautioned|2|5", "Total|3|9")
    assert misfits(found) == [("total", "Total, 2023", "9", "8")]
    (one,) = [one for one in found if one.result.verdict == "inconsistent"]
    assert [entry.printed for entry in one.inputs] == ["3", "5"]
    assert one.result.why == "the figures give 8, 9 is printed"


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        # Totals above what they sum.
        (("|2022|2023", "All offences|6|9", "Theft|4|5", "Fraud|2|4"), None),
        (("|2022|2023", "All offences|6|8", "Theft|4|5", "Fraud|2|4"), "All offences, 2023"),
        # Subtotals, and a total of the subtotals.
        (("|2022|2023", "A|1|2", "B|2|3", "Sub-total|3|5", "C|4|4", "D|5|6", "Sub-total|9|10",
          "Total|12|15"), None),
        (("|2022|2023", "A|1|2", "B|2|3", "Sub-total|3|5", "C|4|4", "D|5|6", "Sub-total|9|10",
          "Total|12|16"), "Total, 2023"),
        (("|2022|2023", "A|1|2", "B|2|3", "Sub-total|3|6", "C|4|4", "D|5|6", "Sub-total|9|10",
          "Total|12|16"), "Sub-total, 2023"),
        # Groups with their own totals.
        (("|2022|2023", "Violence||", "A|1|2", "B|2|3", "Total|3|5", "Theft||", "C|4|4", "D|5|6",
          "Total|9|10"), None),
        (("|2022|2023", "Violence||", "A|1|2", "B|2|3", "Total|3|5", "Theft||", "C|4|4", "D|5|6",
          "Total|9|11"), "Theft / Total, 2023"),
        # A part is in no sum twice.
        (("|2022|2023", "Theft|4|5", "of which bicycles|3|3", "Fraud|2|4", "Total|6|9"), None),
        (("|2022|2023", "Theft|4|5", "of which bicycles|3|3", "Fraud|2|4", "Total|9|12"),
         "Total, 2022"),
        # Two groups of columns with a total each.
        (("Ward|Girls|Boys|Total|Girls|Boys|Total", "North|1|2|3|4|5|9", "South|2|2|4|1|1|2"),
         None),
        (("Ward|Girls|Boys|Total|Girls|Boys|Total", "North|1|2|3|4|5|9", "South|2|2|4|1|1|3"),
         "South, Total~2"),
    ],
)  # fmt: skip
def test_what_a_total_is_of(lines: tuple[str, ...], wrong: str | None) -> None:
    found = [one[1] for one in misfits(check(*lines))]
    assert found[:1] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    "lines",
    [
        # No total of the columns before it, whatever it is called.
        ("Item|Number|Total cost", "Vans|2|£40,000", "Cars|3|£30,000", "Boats|1|£90,000"),
        # Several answers of one person: more than all there are.
        ("Answer|2022|2023|2024", "By phone|30|31|20", "By post|28|29|41", "Online|50|51|52",
         "All respondents|60|70|80"),
        # Shares of one row, and rates: nothing sums them.
        ("Ward|Charge rate", "North|10%", "South|20%", "All|16%"),
        ("Ward|Per 1,000", "North|1.2", "South|3.4", "Total|2.2"),
        ("Ward|Average age", "North|31", "South|42", "Total|35"),
        # A single row above its total.
        ("Ward|2022|2023", "North|1|2", "Total|3|4"),
        # Years and words.
        ("Event|Year", "Start|2019", "End|2023", "Total|2021"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_total_is_no_misfit(lines: tuple[str, ...]) -> None:
    assert misfits(check(*lines)) == []


def test_parts_that_are_counted_twice_are_named() -> None:
    found = check("|2022|2023", "Theft|4|5", "of which bicycles|3|3", "Fraud|2|4", "Total|9|12")
    assert [one.result.why for one in found if one.kind == "total"] == [
        "the figures give 6, 9 is printed: the parts are counted twice",
        "the figures give 9, 12 is printed: the parts are counted twice",
    ]


def test_marks_leave_a_total_open() -> None:
    rows = ("Ward|2022", "North|10", "South|{}", "East|5", "Total|{}")

    def verdict(mark: str, total: str) -> str:
        (one,) = check(*(row.format(text) if "{" in row else row for row, text in
                         zip(rows, ["", "", mark, "", total], strict=True)))  # fmt: skip
        return one.result.verdict

    assert [verdict("<5", total) for total in ("14", "15", "19", "20")] == [
        "inconsistent", "consistent", "consistent", "inconsistent",
    ]  # fmt: skip
    assert [verdict("*", total) for total in ("14", "15", "40")] == [
        "inconsistent", "not-checkable", "not-checkable",
    ]  # fmt: skip
    assert [verdict("..", total) for total in ("14", "40")] == ["inconsistent", "not-checkable"]
    assert [verdict("nil", total) for total in ("15", "16")] == ["consistent", "inconsistent"]
    # A dash is nothing where that fits; else it may stand for what is not available.
    assert [verdict("-", total) for total in ("14", "15", "16")] == [
        "inconsistent", "consistent", "not-checkable",
    ]  # fmt: skip


def test_rounded_totals_of_rounded_parts() -> None:
    lines = ("Item|Spent", "Vans|1.2", "Cars|0.9", "Total|{}")
    for total, wrong in (("2.1", False), ("2.2", False), ("2.0", False), ("2.3", True)):
        found = check(*(line.format(total) for line in lines), caption="Spending, £m")
        assert bool(misfits(found)) is wrong, total
    counts = ("Ward|Victims", "North|15", "South|20", "Total|{}")
    caption = "Victims, rounded to the nearest 5"
    for total, wrong in (("35", False), ("40", False), ("30", False), ("45", True)):
        found = check(*(line.format(total) for line in counts), caption=caption)
        assert bool(misfits(found)) is wrong, total
    assert misfits(check(*(line.format("40") for line in counts)))  # said of nothing: exactly


def test_shares_of_a_column_of_a_row_and_beside_a_count() -> None:
    column = (
        "Outcome|Offences|%",
        "Charged|1|9%",
        "Cautioned|3|27%",
        "Filed|7|{}",
        "Total|11|100%",
    )
    assert misfits(check(*(line.format("64%") for line in column))) == []
    assert misfits(check(*(line.format("46%") for line in column))) == [
        ("share-total", "Total, %", "100%", "82%"),  # 9 + 27 + 46
        ("share", "Filed, %", "46%", "63.64%"),
    ]  # fmt: skip
    row = ("Ward|Girls|Boys|Total|% girls", "North|1|3|4|25%", "South|2|2|4|50%", "East|3|1|4|{}")
    assert misfits(check(*(line.format("75%") for line in row))) == []
    assert misfits(check(*(line.format("57%") for line in row))) == [
        ("share", "East, % girls", "57%", "75%"),
    ]  # fmt: skip
    lines = ("Ward|2023", "North|1 (9%)", "South|3 (27%)", "East|7 ({})", "Total|11")
    assert misfits(check(*(line.format("64%") for line in lines))) == []
    assert misfits(check(*(line.format("46%") for line in lines))) == [
        ("share", "East, 2023", "46%", "63.64%"),
    ]  # fmt: skip


def test_a_share_cut_off_is_named() -> None:
    found = check(
        "Outcome|Offences|%", "Charged|1|9%", "Cautioned|3|27%", "Filed|7|63%", "Total|11|"
    )
    assert [one.result.verdict for one in found if one.kind == "share"] == [
        "consistent", "consistent", "truncated",
    ]  # fmt: skip


def test_shares_of_what_is_not_in_the_table_cannot_be_checked() -> None:
    found = check("Ward|Victims|% of national", "North|10|1.2%", "South|21|2.7%", "East|31|3.1%")
    shares = [one for one in found if one.kind == "share"]
    assert [(one.result.verdict, one.pairing) for one in shares] == [
        ("not-checkable", "inferred"),
    ] * 3  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "texts", "wrong"),
    [
        ("Change", ("+3", "-2", "0"), None), ("Change", ("+3", "-2", "+1"), "East, Change"),
        ("% change", ("50%", "-20%", "0%"), None),
        ("% change", ("50%", "-25%", "0%"), "South, % change"),
        ("Decrease", ("-3", "2", "0"), None),
    ],
)  # fmt: skip
def test_changes(heading: str, texts: tuple[str, ...], wrong: str | None) -> None:
    found = check(f"Ward|2022|2023|{heading}", f"North|6|9|{texts[0]}", f"South|10|8|{texts[1]}",
                  f"East|4|4|{texts[2]}")  # fmt: skip
    assert [one[1] for one in misfits(found)] == ([wrong] if wrong else [])


def test_points_between_two_columns_of_percentages() -> None:
    rows = ("Ward|% 2022|% 2023|Percentage point change", "North|40%|45%|5", "South|30%|28%|-2",
            "East|10%|20%|{}")  # fmt: skip
    assert misfits(check(*(row.format("10") for row in rows))) == []
    found = misfits(check(*(row.format("100") for row in rows)))
    assert found == [
        ("percentage-points", "East, Percentage point change", "100", "10 percentage points"),
    ]  # fmt: skip


def test_ranks_of_rows() -> None:
    rows = ("Ward|Offences|Rank", "North|9|2", "South|12|1", "East|5|3", "West|3|{}")
    assert misfits(check(*(row.format("4") for row in rows))) == []
    assert misfits(check(*(row.format("2") for row in rows))) == [
        ("rank", "West, Rank", "2", "4th")
    ]


def test_a_part_is_no_more_than_its_whole() -> None:
    rows = ("|2023", "Theft|4", "of which bicycles|{}", "Fraud|2", "Total|6")
    assert misfits(check(*(row.format("3") for row in rows))) == []
    assert misfits(check(*(row.format("5") for row in rows))) == [
        ("part", "of which bicycles, 2023", "5", "4"),
    ]  # fmt: skip


def test_a_total_without_the_word() -> None:
    rows = ("Searches|Jan|Feb|Mar|Apr|May", "Number of searches|9|11|7|8|{}", "Person|5|6|4|4|3",
            "Vehicle|4|5|3|4|3")  # fmt: skip
    found = check(*(row.format("6") for row in rows))
    assert [one.result.verdict for one in found] == ["consistent"] * 5
    odd = check(*(row.format("9") for row in rows))
    assert [one.result.recomputed for one in odd if one.pairing == "inferred"] == ["6"]
    assert misfits(odd) == []
    # Three places that add up say nothing.
    assert check("A|1a|1b|1c", "x|3|5|7", "y|1|2|3", "z|2|3|4") == []


def test_a_long_table_takes_no_longer_than_its_cells() -> None:
    group = [f"Ward {{}}|{n}|1|{n + 1}" for n in range(4)] + ["Total|6|4|10"]
    lines = ["Ward|2022|2023|All"] + [line.format(g) for g in range(300) for line in group]
    start = time.process_time()
    found = check(*lines)
    assert (len(found) >= 600, misfits(found)) == (True, [])
    assert time.process_time() - start < 15


def test_a_table_without_anything_derived() -> None:
    assert check("Ward|2022|2023", "North|1|2", "South|3|4") == []
    assert check("") == []


SEXES_AND_AGES = (
    "Characteristic|Group|Number|%",
    "Sex|Male|530|91%",
    "Sex|Female|53|9%",
    "Age|Under 18|184|32%",
    "Age|18 and over|399|68%",
)


@pytest.mark.parametrize(
    "lines",
    [
        (*SEXES_AND_AGES, "Total||583|100%"),
        # Under headings of their own.
        ("|Number|%", "Sex||", "Male|530|91%", "Female|53|9%", "Age||", "Under 18|184|32%",
         "18 and over|399|68%", "Total|583|100%"),
        # A heading once for several lines, and one with only some of the total below it.
        ("||Number", "Sex|Male|530", "|Female|53", "Age|Under 18|184", "|18 and over|399",
         "|Total|583"),
        (*SEXES_AND_AGES, "Disability|Yes|40|7%", "Total||583|100%"),
        ("||Number", "Sex|Male|530", "Sex|Female|43", "Age|Under 18|180", "Age|18 and over|390",
         "Disability|Yes|40", "Total||583"),
        # Without any headings, the total first or last.
        ("Total searched|583", "Under 18|184", "18 and over|399", "Male|530", "Female|53"),
        ("|Number|%", "Male|530|91%", "Female|53|9%", "Under 18|184|32%", "18 and over|399|68%",
         "Total|583|100%"),
    ],
)  # fmt: skip
def test_several_breakdowns_of_one_total(lines: tuple[str, ...]) -> None:
    assert misfits(check(*lines)) == []


def test_a_total_that_none_of_several_breakdowns_gives() -> None:
    found = check(*SEXES_AND_AGES, "Total||593|100%")
    assert ("total", "Total, Number", "593", "583") in misfits(found)
    wrong = [line.replace("53|9%", "63|9%") for line in SEXES_AND_AGES]
    assert misfits(check(*wrong, "Total||583|100%")) == [
        ("share", "Sex / Female, %", "9%", "10.81%")
    ]


TOP = ("Top offences|Number|%", "Violence|4,512|41.0%", "Burglary|1,360|12.4%", "Robbery|341|3.1%")


@pytest.mark.parametrize("label", ["Total recorded crime", "Total"])
def test_a_total_of_more_than_the_lines_that_are_shown(label: str) -> None:
    assert misfits(check(*TOP, f"{label}|11,000|100%")) == []


def test_shares_that_do_not_come_to_100_where_the_numbers_come_to_their_total() -> None:
    found = check("Answer|Number|%", "Yes|20|40%", "No|30|50%", "Total|50|100%")
    assert ("share-total", "Total, %", "100%", "90%") in misfits(found)


def test_a_fall_to_nothing_is_all_of_it_and_from_nothing_says_nothing() -> None:
    lines = ("Ward|2021|2022|Change", "Ayton|0|4|n/a", "Beeford|2|0|-100%", "Catwick|5|6|+20%")
    assert misfits(check(*lines)) == []
    assert misfits(check(*lines, "Dunley|4|0|-90%", "Eske|10|11|+10%")) == [
        ("increase", "Dunley, Change", "-90%", "-100%")
    ]
    assert misfits(check(*lines, "Dunley|0|3|+300%")) == []


@pytest.mark.parametrize("heading", ["Cumulative", "Year to date", "Running total"])
def test_a_running_total_is_in_no_sum(heading: str) -> None:
    rows = ("April|40|40", "May|45|85", "June|35|120")
    assert misfits(check(f"Month|Offences|{heading}", *rows, "Total|120|120")) == []
    assert misfits(check(f"Month|Offences|{heading}", *rows, "Total|121|120")) == [
        ("total", "Total, Offences", "121", "120")
    ]
    across = (f"|April|May|Total|{heading}", "Calls|40|45|85|90", "Visits|1|2|3|9")
    assert misfits(check(*across)) == []


AGES = ("Age|Number", "Under 10|4", "10-17|50", "Under 18|54", "18 and over|300")


def test_age_bands_that_contain_each_other_are_in_no_sum_together() -> None:
    assert misfits(check(*AGES, "All|354")) == []
    assert misfits(check(*AGES, "All|364")) == [("total", "All, Number", "364", "354")]
    bands = ("Age|Number", "18+|300", "18 to 24|100", "25 and over|200", "Aged 17 or under|54")
    assert misfits(check(*bands, "All|354")) == []
    # Bands that are apart are all in the sum.
    apart = ("Age|Number", "0-9|4", "10-17|50", "18+|300", "Not known|2")
    assert misfits(check(*apart, "All|356")) == []
    assert misfits(check(*apart, "All|354")) == [("total", "All, Number", "354", "356")]


PAYMENTS = ("Paid to|City|$", "A. Ash|Ayton|51.24", "TOTAL||51.24", "B. Birch|Beeford|66.12",
            "TOTAL||66.12", "C. Cole|Catwick|70.00", "C. Cole|Catwick|15.00",
            "TOTAL||85.00")  # fmt: skip


def test_totals_that_come_again_and_again_are_those_of_the_lines_since_the_last() -> None:
    assert misfits(check(*PAYMENTS)) == []
    assert misfits(check(*PAYMENTS[:4], "TOTAL||66.21", *PAYMENTS[5:])) == [
        ("total", "TOTAL~2, $", "66.21", "66.12")
    ]
    # Totals printed above their lines, and a last line without its total.
    above = ("Paid to|$", "TOTAL|51.24", "A. Ash|51.24", "TOTAL|66.12", "B. Birch|66.12",
             "TOTAL|85.00", "C. Cole|70.00", "C. Cole|15.00")  # fmt: skip
    assert misfits(check(*above)) == []


@pytest.mark.parametrize(
    ("corner", "caption"),
    [
        ("£'000", ""),
        ("Service", "Table 2: spending (£'000)"),
        ("Service", "[In thousands]"),
        ("Service", "Figures may not sum due to rounding."),
        ("Service", "Note: numbers do not always add up to totals because of rounding"),
        ("Service", "Owing to rounding, figures may not add up"),
    ],
)
def test_cells_said_to_be_rounded_give_a_total_within_rounding(corner: str, caption: str) -> None:
    rows = ("Police|41,312", "Fire|22,155", "Roads|9,871", "Parks|1,044")
    assert misfits(check(f"{corner}|2022", *rows, "Total|74,383", caption=caption)) == []
    assert misfits(check(f"{corner}|2022", *rows, "Total|74,483", caption=caption)) != []


@pytest.mark.parametrize(
    "caption", ["", "Percentages may not sum to 100 due to rounding.", "Rounded percentages"]
)
def test_counts_not_said_to_be_rounded_are_exact(caption: str) -> None:
    found = check("Service|2022", "Police|312", "Fire|155", "Total|468", caption=caption)
    assert misfits(found) == [("total", "Total, 2022", "468", "467")]


def test_shares_of_counts_rounded_to_5() -> None:
    lines = ("Group|Headcount|%", "White|110|39%", "Asian|100|34%", "Black|45|15%", "Mixed|25|9%",
             "Other|10|3%", "Total|290|100%")  # fmt: skip
    note = "Figures are rounded to the nearest 5 and so may not add up."
    assert misfits(check(*lines, caption=note)) == []
    assert misfits(check(lines[0], "White|110|49%", *lines[2:], caption=note)) != []


def test_a_total_of_all_lines_under_several_headings() -> None:
    rows = ("Region|Force|Officers", "North|Ayton|410", "North|Eske|220", "South|Catwick|130",
            "South|Dunley|90")  # fmt: skip
    assert misfits(check(*rows, "Total||850")) == []
    assert misfits(check(*rows, "Total||950")) == [("total", "Total, Officers", "950", "850")]
