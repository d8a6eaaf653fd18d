"""Dates and periods whose form the rest of their text decides, worked out by hand."""

from __future__ import annotations

import pytest

from moditrack.documents.dates.periods import periods
from moditrack.documents.document import read_bytes
from moditrack.documents.quantities import quantities


def days(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.first, one.last) for one in periods(text)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Apr-Jun 2023", "2023-04-01", "2023-06-30"),
        ("Jan to Mar 2023/24", "2024-01-01", "2024-03-31"),
        ("Q1 23/24", "2023-04-01", "2023-06-30"),
        ("23/24 Q1", "2023-04-01", "2023-06-30"),
        ("Qtr 3 2023/24", "2023-10-01", "2023-12-31"),
        ("Q3 (Oct-Dec 2023)", "2023-10-01", "2023-12-31"),
        ("in the 3rd quarter 2023", "2023-07-01", "2023-09-30"),
        ("F/Y 2023/24", "2023-04-01", "2024-03-31"),
        ("financial year 2023-2024", "2023-04-01", "2024-03-31"),
        ("2009/10-2014/15", "2009-04-01", "2015-03-31"),
        ("January 1 through March 31, 2016", "2016-01-01", "2016-03-31"),
        ("01/04/2023-31/03/2024", "2023-04-01", "2024-03-31"),
        ("y/e 31.03.24", "2023-04-01", "2024-03-31"),
        ("On the 01.02.18 it", "2018-02-01", "2018-02-01"),
        ("YE Mar 24", "2023-04-01", "2024-03-31"),
        ("Apr 23 - Mar 24", "2023-04-01", "2024-03-31"),
        ("in 03/2024 it", "2024-03-01", "2024-03-31"),
        ("in 2023-01 it", "2023-01-01", "2023-01-31"),
        ("in 2003-04 it", "2003-04-01", "2004-03-31"),
        ("2023 January", "2023-01-01", "2023-01-31"),
        ("3, 4 and 5 May 2019", "2019-05-03", "2019-05-05"),
        ("28 or 29 March 2021", "2021-03-28", "2021-03-29"),
        ("20, 15 and 30 May 2020", "2020-05-15", "2020-05-30"),
        ("in the year to Q3 2024", "2023-10-01", "2024-09-30"),
        ("the 2015 June quarter", "2015-04-01", "2015-06-30"),
        ("01 Jan. – 31 Dec., 2022", "2022-01-01", "2022-12-31"),
        ("of all boats in 2014.3\nThey", "2014-01-01", "2014-12-31"),
        ("boats in 2015–16.2\nThey", "2015-04-01", "2016-03-31"),
        ("Boats, Weeks 1-25, 2020\n4,500", "2020-01-01", "2020-12-31"),
        ("during the 80s", "1980-01-01", "1989-12-31"),
        ("boats fell in2015/16 again", "2015-04-01", "2016-03-31"),
        ("quarter 2 2024 – April to June", "2024-04-01", "2024-06-30"),
        ("Q3 2023/24 (October to December)", "2023-10-01", "2023-12-31"),
    ],
)
def test_forms(text: str, first: str, last: str) -> None:
    assert (first, last) in days(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Months in a row with a number are of a year, but not where days are printed so.
        ("Apr 23 | May 23 | Jun 23", ["2023-04-01", "2023-05-01", "2023-06-01"]),
        ("Apr 23 | May 23. On June 1, 2019 it", [None, None, "2019-06-01"]),
        ("on 27\nFebruary 2020 it", ["2020-02-27"]),
        ("January 26 25 27\nFebruary 30 32\n", [None, None]),
        ("30 April/1 May 2021", ["2021-04-30", "2021-05-01"]),
        # 23/24 is a year where others are, and nothing counts it.
        ("In 2022/23 it was 5; in 23/24 there were 45", ["2022-04-01", "2023-04-01"]),
        ("In 2022/23 it was 5; in 23/24 boats", ["2022-04-01"]),
        ("in 23/24 there were 45", []),
        ("build 31.03.24", []),
        ("GBP 2000 a day, EUR 1999 a week", []),
        ("men in their 80s", []),
    ],
)
def test_what_is_around_decides(text: str, expected: list[str | None]) -> None:
    assert [first for first, _ in days(text)] == expected


def test_a_text_has_the_month_first_throughout() -> None:
    assert days("6/27/19 and 3/4/19")[1] == ("2019-03-04", "2019-03-04")
    assert days("27/6/19 and 3/4/19")[1] == ("2019-04-03", "2019-04-03")
    assert days("1/2/19 and 3/4/19")[1] == ("2019-04-03", "2019-04-03")
    assert days("6/27/19, 27/6/19 and 3/4/19")[-1] == ("2019-04-03", "2019-04-03")


def test_quarters_are_financial_where_others_of_the_text_are() -> None:
    assert days("2018 Q3 boats") == [("2018-07-01", "2018-09-30")]
    assert days("2018 Q3 boats, Q1 2019/20 nets")[0] == ("2018-10-01", "2018-12-31")
    # Which January to March is printed nowhere.
    assert days("2018 Q4 boats, Q1 2019/20 nets")[0] == (None, None)


def test_the_whole_document_decides_about_quarters() -> None:
    text = b"Boats\n\n1. In Q1 2018/19 there were 4.\n\n2. In 2018 Q3 there were 12.\n"
    found = [one.what for one in read_bytes(text).periods()]
    assert [(one.label, one.first, one.last) for one in found] == [
        ("Q1 2018/19", "2018-04-01", "2018-06-30"), ("2018 Q3", "2018-10-01", "2018-12-31"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "years", "values"),
    [
        ("2018 2019 % Change\nNets 36 40 11%", 2, [36, 40, 11]),
        ("Totals 2020 2019 2018 2017\nBoats 4 5 6 7", 4, [4, 5, 6, 7]),
        ("2020: 6, 2019: 4, 2018: 2", 3, [6, 4, 2]),
        ("2005 4,230 162\n2006 4,301 127\n2007 4,390 149", 3, [4230, 162, 4301, 127, 4390, 149]),
        ("2018 vs. 2019\nOfficers hurt", 2, []),
        ("2013 Goals and Accomplishments", 1, []),
        ("2013 goals were scored", 0, [2013]),
        ("Nets 1990 45\nBoats 1812 46", 0, [1990, 45, 1812, 46]),
        ("4,230 1990 162\n4,301 127 12", 0, [4230, 1990, 162, 4301, 127, 12]),
    ],
)
def test_years_that_head_rows_and_columns(text: str, years: int, values: list[int]) -> None:
    assert len(periods(text)) == years
    assert [one.value for one in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the June quarter 2024", [("2024-04-01", "2024-06-30")]),
        ("by the end of April 2023", [("2023-04-30", "2023-04-30")]),
        ("as at end March 2023", [("2023-03-31", "2023-03-31")]),
        ("at the beginning of July 2022", [("2022-07-01", "2022-07-01")]),
        ("12 months to the end of March 2023", [("2022-04-01", "2023-03-31")]),
        ("the last three years to March 2023", [("2020-04-01", "2023-03-31")]),
        ("R12M to Mar-24", [("2023-04-01", "2024-03-31")]),
        ("12 m/e March 2023", [("2022-04-01", "2023-03-31")]),
        ("the first quarter of 2023/24", [("2023-04-01", "2023-06-30")]),
        ("the fourth quarter of 2023", [("2023-10-01", "2023-12-31")]),
        ("2022Q4", [("2022-10-01", "2022-12-31")]),
        ("CY2022", [("2022-01-01", "2022-12-31")]),
        ("FFY 2020", [("2019-10-01", "2020-09-30")]),
        ("SFY 2019", [(None, None)]),  # each state has its own
        ("fiscal 2023", [(None, None)]),
        ("the 2022 to 2023 financial year", [("2022-04-01", "2023-03-31")]),
        ("Boats, 2020 to 2021. In 2020/21 12 sank.", [("2020-04-01", "2021-03-31")] * 2),
        ("Apr to Jun 23", [("2023-04-01", "2023-06-30")]),
        ("at 31 Mar 23.", [("2023-03-31", "2023-03-31")]),
        ("Apr'22", [("2022-04-01", "2022-04-30")]),
        ("Oct to Dec 2023 Jan to Mar 2024", [
            ("2023-10-01", "2023-12-31"), ("2024-01-01", "2024-03-31")]),
        ("Boats sunk - 6\nMay 2025\nBoats sunk - 5", [("2025-05-01", "2025-05-31")]),
        ("4/16 04/15 YTD", [("2016-04-01", "2016-04-30"), ("2015-04-01", "2015-04-30")]),
        ("4/16 of the boats", []),
        ("In 21-22, 68% came; in 22-23 72% did.", [
            ("2021-04-01", "2022-03-31"), ("2022-04-01", "2023-03-31")]),
        ("in 21-22 days", []),
        ("\nNETS - 2021 4 10\nNETS - 2020 15 7\n", [
            ("2021-01-01", "2021-12-31"), ("2020-01-01", "2020-12-31")]),
        ("\nNets - 2021 4 10\nBoats - 1812 15 7\n", []),
        ("Fiscal Year 2017 (Oct. 1st through Sept. 30th). Boats as of FY17", [
            ("2016-10-01", "2017-09-30"), (None, None), ("2016-10-01", "2017-09-30")]),
        ("In the year to 30 June 2016, as 2015/16 is called, 12 boats", [
            ("2015-07-01", "2016-06-30"), ("2015-07-01", "2016-06-30")]),
        ("In the year to 30 June 2016; the year to 31 March 2016; 2015/16", [
            ("2015-07-01", "2016-06-30"), ("2015-04-01", "2016-03-31"),
            ("2015-04-01", "2016-03-31")]),
    ],
)  # fmt: skip
def test_more_forms(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q1 and Q2 2023/24", [("2023-04-01", "2023-06-30"), ("2023-07-01", "2023-09-30")]),
        (
            "between 21-22 and 22-23, so by 2022",
            [("2021-04-01", "2023-03-31"), ("2022-01-01", "2022-12-31")],
        ),
        ("boats of between 21-22 and 22-23 metres", []),
        ("boats in 2016–17. © Commonwealth of Australia", [("2016-07-01", "2017-06-30")]),
        ("boats in 2016–17. © 2018 Australian Harbour Board", [("2016-07-01", "2017-06-30")]),
        ("boats in 2016–17. © New Zealand Harbours", [("2016-07-01", "2017-06-30")]),
        ("boats in 2016–17. © United States Harbours", [("2016-10-01", "2017-09-30")]),
        (
            "boats in 2016–17. © Harbour Board and those who own the quays of Australia",
            [("2016-04-01", "2017-03-31")],
        ),
        ("boats in 2016–17. © Harbour Board. Built in Australia", [("2016-04-01", "2017-03-31")]),
        ("boats from Australia in 2016–17", [("2016-04-01", "2017-03-31")]),
        ("fell by 205, 1990 and 30", []),
    ],
)
def test_dates_that_share_a_part(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by the end of 2024", [("2024-01-01", "2024-12-31")]),
        ("towards the end of March 2019", [("2019-03-01", "2019-03-31")]),
        ("end-March 2019", [("2019-03-31", "2019-03-31")]),
        ("post-2010", [("2011-01-01", None)]),
        ("the five years to 2019", [("2015-01-01", "2019-12-31")]),
        ("the three years ended 2019/20", [("2017-04-01", "2020-03-31")]),
        ("the year to 2019", [("2019-01-01", "2019-12-31")]),
        ("2021 £'000 2020 £'000", [("2021-01-01", "2021-12-31"), ("2020-01-01", "2020-12-31")]),
        (
            "April, May and June 2019",
            [
                ("2019-04-01", "2019-04-30"),
                ("2019-05-01", "2019-05-31"),
                ("2019-06-01", "2019-06-30"),
            ],
        ),
        ("Apr18-Mar19", [("2018-04-01", "2019-03-31")]),
        ("Act18 and Mar19x", []),
        ("in the late 1990s", [(None, None)]),
        ("academic year 2018 to 2019", [("2018-09-01", "2019-08-31")]),
        ("the tax year 2018/19", [("2018-04-06", "2019-04-05")]),
        ("the 2018 to 2019 tax year", [("2018-04-06", "2019-04-05")]),
        ("Quarter 3 (1 October to 31 December 2019)", [("2019-10-01", "2019-12-31")]),
        ("31.3.21", [("2021-03-31", "2021-03-31")]),
        ("12.3.21", []),  # a section
        ("1998-99 5, 1999-2000 6", [("1998-04-01", "1999-03-31"), ("1999-04-01", "2000-03-31")]),
        (
            "In 2022 it was 114, and 579 the year before.",
            [("2022-01-01", "2022-12-31"), ("2021-01-01", "2021-12-31")],
        ),
        ("In March 2023 9 came, 12 a year earlier.", [("2023-03-01", "2023-03-31"), (None, None)]),
        ("the year before the merger", []),
    ],
)
def test_ends_of_years_and_what_is_printed_beside(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert days(text) == expected


def test_the_years_of_a_row_of_headings_are_read_together() -> None:
    table = b"| Area | 1998-99 | 1999-2000 |\n|---|---|---|\n| Harl | 4 | 5 |\n"
    found = [one.what for one in read_bytes(table).periods()]
    assert [(one.first, one.last) for one in found] == [
        ("1998-04-01", "1999-03-31"), ("1999-04-01", "2000-03-31"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("boats came last month (23 June-30 June).", "23 June-30 June"),
        ("patrols between June 23 and June 29 found nets", "June 23 and June 29"),
        ("Between June 13 and 20 port crews found nets", "June 13 and 20"),
    ],
)
def test_both_days_of_a_range_without_a_year_are_read(text: str, label: str) -> None:
    assert [(one.label, one.first) for one in periods(text) if one.kind == "range"] == [
        (label, None)
    ]


def test_a_span_of_days_needs_no_blank_around_its_dash() -> None:
    (one,) = periods("It met for the quarter (April 1-June 30, 2015).")
    assert (one.first, one.last) == ("2015-04-01", "2015-06-30")
