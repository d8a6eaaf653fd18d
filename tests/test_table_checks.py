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
    # Parts of a change go both ways.
    assert misfits(check("|2022|2023", "Change|-16|3", "of which thefts|-7|9", "Fraud|4|2")) == []


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
