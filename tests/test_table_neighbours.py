"""Shares and changes of the columns beside them, where no total says what they are of."""

from __future__ import annotations

import pytest

from moditrack.checks.tables import TableCheck, check_table
from moditrack.documents.blocks import Cell
from moditrack.documents.tables import PrintedTable

HEADS = ("Offence", "Reports", "Solved", "% solved")


def check(*rows: tuple[str, ...]) -> list[TableCheck]:
    return check_table(PrintedTable.from_rows(rows))


def judged(found: list[TableCheck]) -> list[tuple[str, str, str | None, str]]:
    """What is printed, the cells that it rests on, what they give and the verdict."""
    return [
        (one.stated.printed, "/".join(e.printed for e in one.inputs), one.result.recomputed,
         one.result.verdict)
        for one in found
    ]  # fmt: skip


ROBBERY, ASSAULT = ("Robbery", "33", "8", "24.2%"), ("Assault", "18", "12", "66.7%")
BURGLARY, ARSON = ("Burglary", "75", "9", "12.0%"), ("Arson", "12", "1", "8.3%")


def test_a_share_is_of_the_column_right_before_it_in_the_one_before_that() -> None:
    found = check(HEADS, ROBBERY, ASSAULT, BURGLARY)
    assert [one[:2] + one[3:] for one in judged(found)] == [
        ("24.2%", "8/33", "consistent"),
        ("66.7%", "12/18", "consistent"),
        ("12.0%", "9/75", "consistent"),
    ]


def test_a_wrong_share_shows_beside_three_that_fit() -> None:
    found = check(HEADS, ROBBERY, ASSAULT, BURGLARY, ("Arson", "12", "1", "9.3%"))
    assert [one for one in judged(found) if one[3] != "consistent"] == [
        ("9.3%", "1/12", "8.33%", "inconsistent")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # Two that fit may do so by chance.
        (ROBBERY, ASSAULT),
        # These are shares of something else.
        (ROBBERY, ("Assault", "18", "12", "40.1%"), ("Arson", "12", "1", "55.0%")),
        (("Arson", "0", "0", "0.0%"), ("Theft", "0", "0", "0.0%"), ("Harm", "0", "0", "0.0%")),
    ],
)
def test_shares_that_columns_beside_them_do_not_give_are_no_misfit(
    rows: tuple[tuple[str, ...], ...],
) -> None:
    assert {one[3] for one in judged(check(HEADS, *rows))} == {"not-checkable"}


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("2020/2019 % trend", ("-18%", "4%", "-4%")),
        ("2020-2017 five year trend", ("-28%", "-21%", "-19%")),
        ("2017 to 2019, % diff", ("-13%", "-24%", "-16%")),
    ],
)
def test_a_change_is_between_the_years_that_its_heading_names(
    heading: str, texts: tuple[str, ...]
) -> None:
    found = check(
        ("Month", "2015", "2016", "2017", "2018", "2019", "2020", heading),
        ("January", "26", "29", "32", "31", "28", "23", texts[0]),
        ("February", "23", "42", "34", "25", "26", "27", texts[1]),
        ("March", "24", "33", "31", "30", "26", "25", texts[2]),
    )
    assert [(one[0], one[3]) for one in judged(found)] == [(text, "consistent") for text in texts]


def groups(*diffs: str) -> list[TableCheck]:
    """Reports and how many were solved, for a month, a year and the year before."""
    cells = [Cell("Offence", 0, 0, 2, header=True), Cell("% diff", 0, 7, 2, header=True)]
    for at, name in enumerate(("This month", "This year", "Last year")):
        cells += [Cell(name, 0, 1 + 2 * at, 1, 2, header=True)]
        cells += [Cell(sub, 1, 1 + 2 * at + k, header=True) for k, sub in enumerate(HEADS[1:3])]
    rows = (
        ("Robbery", "7", "3", "33", "8", "36", "9"),
        ("Assault", "3", "2", "11", "8", "18", "12"),
        ("Burglary", "14", "1", "51", "2", "75", "9"),
        ("Arson", "1", "0", "7", "1", "12", "1"),
    )
    for number, (row, diff) in enumerate(zip(rows, diffs, strict=True), start=2):
        cells += [Cell(text, number, column) for column, text in enumerate((*row, diff))]
    return check_table(PrintedTable(cells))


def test_a_change_is_between_the_same_columns_of_the_last_two_groups() -> None:
    found = groups("-8.3%", "-38.9%", "-32.0%", "-41.7%")
    assert [one[1:2] + one[3:] for one in judged(found)] == [
        ("36/33", "consistent"),
        ("18/11", "consistent"),
        ("75/51", "consistent"),
        ("12/7", "consistent"),
    ]


def test_changes_that_most_groups_do_not_give_are_no_misfit() -> None:
    found = groups("-8.3%", "-38.9%", "-12.0%", "-21.7%")
    assert {one[3] for one in judged(found)} == {"not-checkable"}


QUAYS = ("Alder", "Ash", "Aspen", "Beech", "Birch", "Cedar")


def test_shares_of_0_do_not_say_what_the_others_are_of() -> None:
    found = check(
        ("Quay", "Faulty", "Sound", "Total", "% faulty"),
        *((quay, "0", "0", "0", "0.0%") for quay in QUAYS),
        ("Oak", "0", "9", "9", "0.0%"),
        ("Pine", "0", "4", "4", "0.0%"),
        ("Elm", "3", "27", "30", "10.0%"),
        ("Fir", "9", "11", "20", "45.0%"),
        ("Holly", "18", "6", "24", "75.0%"),
        ("Total", "30", "57", "87", "34.5%"),
    )
    shares = [one for one in judged(found) if one[0].endswith("%") and one[2] != "0%"]
    assert shares == [
        ("10.0%", "3/30", "10%", "consistent"),
        ("45.0%", "9/20", "45%", "consistent"),
        ("75.0%", "18/24", "75%", "consistent"),
        ("34.5%", "30/87", "34.48%", "consistent"),
    ]


def test_100_percent_of_equal_counts_does_not_say_what_the_others_are_of() -> None:
    found = check(
        ("Quay", "Visited", "Seen", "% seen"),
        *((quay, str(count), str(count), "100%") for count, quay in enumerate(QUAYS, start=7)),
        ("Elm", "28", "28", "97%"),
        ("Fir", "50", "3", "98%"),
    )
    assert {one[3] for one in judged(found)} == {"not-checkable"}
