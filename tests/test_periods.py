"""Dates and periods as reports print them, and the days that they cover, worked out by hand."""

from __future__ import annotations

import pytest

from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import days_of, is_counted, months_to
from moditrack.documents.quantities import quantities


@pytest.mark.parametrize(
    ("text", "label", "first", "last", "kind"),
    [
        ("on 1 March 2024", "1 March 2024", "2024-03-01", "2024-03-01", "day"),
        ("on the 1st of March 2024", "1st of March 2024", "2024-03-01", "2024-03-01", "day"),
        ("March 1, 2024", "March 1, 2024", "2024-03-01", "2024-03-01", "day"),
        ("on 01/03/24", "01/03/24", "2024-03-01", "2024-03-01", "day"),
        ("01.03.2024", "01.03.2024", "2024-03-01", "2024-03-01", "day"),
        ("2024-03-01", "2024-03-01", "2024-03-01", "2024-03-01", "day"),
        ("01-Mar-24", "01-Mar-24", "2024-03-01", "2024-03-01", "day"),
        ("Monday 10 March 2003", "Monday 10 March 2003", "2003-03-10", "2003-03-10", "day"),
        ("Mar-24", "Mar-24", "2024-03-01", "2024-03-31", "month"),
        ("in Feb 2024", "Feb 2024", "2024-02-01", "2024-02-29", "month"),
        ("in May 2000", "May 2000", "2000-05-01", "2000-05-31", "month"),
        ("Sept '05", "Sept '05", "2005-09-01", "2005-09-30", "month"),
        ("in 2019", "2019", "2019-01-01", "2019-12-31", "calendar year"),
        ("the 2019 figures", "2019", "2019-01-01", "2019-12-31", "calendar year"),
        ("in 2022/23", "2022/23", "2022-04-01", "2023-03-31", "financial year"),
        ("in 2022-23", "2022-23", "2022-04-01", "2023-03-31", "financial year"),
        ("in 2003/4", "2003/4", "2003-04-01", "2004-03-31", "financial year"),
        ("in 1999/2000", "1999/2000", "1999-04-01", "2000-03-31", "financial year"),
        ("in 1999/00", "1999/00", "1999-04-01", "2000-03-31", "financial year"),
        ("in FY2023/24", "FY2023/24", "2023-04-01", "2024-03-31", "financial year"),
        ("in FY20/21", "FY20/21", "2020-04-01", "2021-03-31", "financial year"),
        ("Q1 2023/24", "Q1 2023/24", "2023-04-01", "2023-06-30", "quarter"),
        ("Q4 2022-23", "Q4 2022-23", "2023-01-01", "2023-03-31", "quarter"),
        ("2022/23 Quarter 2", "2022/23 Quarter 2", "2022-07-01", "2022-09-30", "quarter"),
        ("Q3 (December) 2023-24", "Q3 (December) 2023-24", "2023-10-01", "2023-12-31", "quarter"),
        ("the second quarter of 2023", "second quarter of 2023", "2023-04-01", "2023-06-30",
         "quarter"),
        ("the 2nd quarter of 2023", "2nd quarter of 2023", "2023-04-01", "2023-06-30", "quarter"),
        ("the 22nd quarter of 2023", "2023", "2023-01-01", "2023-12-31", "calendar year"),
        ("the year ending March 2024", "year ending March 2024", "2023-04-01", "2024-03-31",
         "rolling"),
        ("the year to 31 March 2024", "year to 31 March 2024", "2023-04-01", "2024-03-31",
         "rolling"),
        ("12 months to September 2005", "12 months to September 2005", "2004-10-01", "2005-09-30",
         "rolling"),
        ("the twelve months ending 30 June 2013", "twelve months ending 30 June 2013",
         "2012-07-01", "2013-06-30", "rolling"),
        ("summer 2003", "summer 2003", "2003-06-01", "2003-08-31", "range"),
        ("the 1990s", "1990s", "1990-01-01", "1999-12-31", "range"),
        ("April 2003 to March 2004", "April 2003 to March 2004", "2003-04-01", "2004-03-31",
         "range"),
        ("April to June 2022", "April to June 2022", "2022-04-01", "2022-06-30", "range"),
        ("1 Apr \u2013 30 Jun 2022", "1 Apr \u2013 30 Jun 2022", "2022-04-01", "2022-06-30",
         "range"),
        ("Jan 2019 - Dec 2023", "Jan 2019 - Dec 2023", "2019-01-01", "2023-12-31", "range"),
        ("2020-2022", "2020-2022", "2020-01-01", "2022-12-31", "range"),
        ("between 24 and 29 April 2003", "24 and 29 April 2003", "2003-04-24", "2003-04-29",
         "range"),
        ("since April 2003", "since April 2003", "2003-04-01", None, "range"),
        ("from 2019 onwards", "from 2019 onwards", "2019-01-01", None, "range"),
        ("until 31 March 2004", "until 31 March 2004", None, "2004-03-31", "range"),
        ("before 1997", "before 1997", None, "1996-12-31", "range"),
        ("on 31 st December 2019", "31 st December 2019", "2019-12-31", "2019-12-31", "day"),
        ("October to December (Q4) 2019", "October to December (Q4) 2019", "2019-10-01",
         "2019-12-31", "range"),
        ("Quarter 1 (April-June) 2016/17", "Quarter 1 (April-June) 2016/17", "2016-04-01",
         "2016-06-30", "quarter"),
        ("Q4 (January to March) 2016/17", "Q4 (January to March) 2016/17", "2017-01-01",
         "2017-03-31", "quarter"),
        ("Q1 (April to June) 2016", "Q1 (April to June) 2016", "2016-04-01", "2016-06-30",
         "quarter"),
        ("in July/August 2016", "July/August 2016", "2016-07-01", "2016-08-31", "range"),
        ("since 2004/05", "since 2004/05", "2004-04-01", None, "range"),
        ("1 Oct 16 to 30 Sept 17", "1 Oct 16 to 30 Sept 17", "2016-10-01", "2017-09-30", "range"),
        ("(16 Jan 19)", "16 Jan 19", "2019-01-16", "2019-01-16", "day"),
        ("in financial year 21/22", "financial year 21/22", "2021-04-01", "2022-03-31",
         "financial year"),
        ("in '13", "'13", "2013-01-01", "2013-12-31", "calendar year"),
        ("01/01/16 - present day (12/02/17)", "01/01/16 - present day (12/02/17", "2016-01-01",
         "2017-02-12", "range"),
        ("1 May 2019 to date", "1 May 2019 to date", "2019-05-01", None, "range"),
        ("in 1998 - 02 then", "1998 - 02", "1998-01-01", "2002-12-31", "range"),
        ("in 1930 -1994 then", "1930 -1994", "1930-01-01", "1994-12-31", "range"),
        ("up to 30 August 2017-18", "30 August 2017-18", "2017-08-30", "2017-08-30", "day"),
        ("recent months to March 2024", "March 2024", "2024-03-01", "2024-03-31", "month"),
        ("by 2080 at last", "2080", "2080-01-01", "2080-12-31", "calendar year"),
        ("in 2019/20 academic years", "2019/20", "2019-09-01", "2020-08-31", "range"),
        ("the school year 2003/04", "2003/04", "2003-09-01", "2004-08-31", "range"),
        ("1 Oct 18 to date", "1 Oct 18 to date", "2018-10-01", None, "range"),
        ("in 20162 then", "2016", "2016-01-01", "2016-12-31", "calendar year"),
        ("2024/03/01", "2024/03/01", "2024-03-01", "2024-03-01", "day"),
        ("July 2024-25", "July 2024-25", "2024-07-01", "2024-07-31", "month"),
        ("January 2024/25", "January 2024/25", "2025-01-01", "2025-01-31", "month"),
        ("Tuesday 24^th January 2017", "Tuesday 24^th January 2017", "2017-01-24", "2017-01-24",
         "day"),
        ("December to February 2024", "December to February 2024", "2023-12-01", "2024-02-29",
         "range"),
        ("November 2023 to February", "November 2023 to February", "2023-11-01", "2024-02-29",
         "range"),
        ("the financial year 2020 to 2021", "2020 to 2021", "2020-04-01", "2021-03-31",
         "financial year"),
        ("the financial year ending 2024", "2024", "2023-04-01", "2024-03-31", "financial year"),
        ("from 2017 to 2018", "2017 to 2018", "2017-01-01", "2018-12-31", "range"),
        ("the second half of 2023", "second half of 2023", "2023-07-01", "2023-12-31", "range"),
        ("H2 2023/24", "H2 2023/24", "2023-10-01", "2024-03-31", "range"),
        ("the first three quarters of 2020/21", "first three quarters of 2020/21", "2020-04-01",
         "2020-12-31", "range"),
        ("the first six months of 2024", "first six months of 2024", "2024-01-01", "2024-06-30",
         "range"),
        ("the last quarter of 2023", "last quarter of 2023", "2023-10-01", "2023-12-31",
         "quarter"),
        ("Q1-Q3 2023/24", "Q1-Q3 2023/24", "2023-04-01", "2023-12-31", "range"),
        ("week ending 7 June 2024", "week ending 7 June 2024", "2024-06-01", "2024-06-07",
         "rolling"),
        ("w/c 3 June 2024", "w/c 3 June 2024", "2024-06-03", "2024-06-09", "rolling"),
        ("28 days to 28 June 2024", "28 days to 28 June 2024", "2024-06-01", "2024-06-28",
         "rolling"),
        ("y/e March 2024", "y/e March 2024", "2023-04-01", "2024-03-31", "rolling"),
        ("the June 2023 quarter", "June 2023 quarter", "2023-04-01", "2023-06-30", "rolling"),
        ("earlier in\n2005.\nAbout", "2005", "2005-01-01", "2005-12-31", "calendar year"),
    ],
)  # fmt: skip
def test_a_period_has_its_days(
    text: str, label: str, first: str | None, last: str | None, kind: str
) -> None:
    (found,) = periods(text)
    assert (found.label, found.first, found.last, found.kind) == (label, first, last, kind)
    assert text[found.start : found.end] == label
    assert not found.partial
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "label", "kind", "day", "month", "weekday"),
    [
        ("on the 1st of March", "1st of March", "day", 1, 3, -1),
        ("on the 2nd of March", "2nd of March", "day", 2, 3, -1),
        ("In March it began", "March", "month", 0, 3, -1),
        ("on Thursday 12 February", "Thursday 12 February", "day", 12, 2, 3),
        ("on Monday", "Monday", "day", 0, 0, 0),
        ("in May", "May", "month", 0, 5, -1),
        ("April 24", "April 24", "day", 24, 4, -1),
        ("on January 4 - a busy day", "January 4", "day", 4, 1, -1),
    ],
)
def test_without_a_year_what_is_printed_is_known(
    text: str, label: str, kind: str, day: int, month: int, weekday: int
) -> None:
    (found,) = periods(text)
    assert found.partial
    assert (found.label, found.first, found.last, found.kind) == (label, None, None, kind)
    assert (found.day, found.month, found.weekday) == (day, month, weekday)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/24", "29 February 2023", "13/13/2024", "2003/3004", "he may go", "they march on",
        "the second half", "2,019 people", "£2019", "2019 people were counted", "Pol 20-24",
        "936 1380 1990 434", "page 2019/12", "the Housing Act 1996", "the Care Act (2017)",
        "the Care Act (CA) 2017 began", "the Acts 1998 and 2003", "the Working Time Order 2005",
        "\u00a9 Crown copyright 2020", "Crown Copyright 2003-2006", "\u00a92019", "Note\nQ1. Why?",
        "cases of it: 2088",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert periods(text) == ()


INFERRED = [
    # text, label, first, last: the text around it leaves one year only
    ("On 25 February 2020 (test date 24 February) it came.", "24 February", "2020-02-24",
     "2020-02-24"),
    ("On 28 December 2023 it closed, and on 3 January it opened.", "3 January", "2024-01-03",
     "2024-01-03"),
    ("On 1 March 2024 it was said that on Monday 20 May it opens.", "Monday 20 May", "2024-05-20",
     "2024-05-20"),
    ("in March and April 2024", "March", "2024-03-01", "2024-03-31"),
    ("in December and January 2024", "December", "2023-12-01", "2023-12-31"),
    ("Searches by month in 2020\nType | Apr | May | Jun | Jul", "May", "2020-05-01", "2020-05-31"),
    ("Stops in 2019/20\nOct | Nov | Dec | Jan | Feb", "Jan", "2020-01-01", "2020-01-31"),
    ("There were 12 in the year ending March 2023, up from 9 in the previous 12 months.",
     "previous 12 months", "2021-04-01", "2022-03-31"),
    ("There were 12 in Q2 2023/24, up from 9 in the previous quarter.", "previous quarter",
     "2023-04-01", "2023-06-30"),
    ("Between April and June 2024 12 came, as in the same period last year.",
     "same period last year", "2023-04-01", "2023-06-30"),
    ("From January to February 2025 12 came, 9 in the same period of 2024.",
     "same period of 2024", "2024-01-01", "2024-02-29"),
    ("In Q1 2022/23 12 came, and 9 in the same quarter of 2021/22.", "same quarter of 2021/22",
     "2021-04-01", "2021-06-30"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "first", "last"), INFERRED)
def test_the_text_around_gives_the_year(text: str, label: str, first: str, last: str) -> None:
    (found,) = [one for one in periods(text) if one.label == label]
    assert (found.first, found.last, found.partial) == (first, last, True)


UNKNOWN = [
    ("In March 2014 40,000 came. In March it was 5% more.", "March"),
    ("In November 2023 12 came. In February 15 came.", "February"),
    ("On 4 March 9 came, up from 4 March 2023.", "4 March"),
    ("In the week to 2 March 9 came, 12 in the week to 4 March 2023.", "week to 2 March"),
    ("12 came on 4 March 2023, down from 2 March.", "2 March"),
    ("On 1 May 2023 and on 1 May 2024 it opened; on 12 May it closed.", "12 May"),
    ("On 1 March 2024 it was said that on Monday 19 May it opens.", "Monday 19 May"),
    ("The year to March 2023 and the year to March 2022 were compared with the previous year.",
     "previous year"),
    ("In 2019 12 came, and 9 in the same period last year.", "same period last year"),
    ("Over the last 12 months 9 came.", "last 12 months"),
    ("On 4 March 2023 it opened. On 4 March it was full.", "4 March"),
    ("On 3 May 2023 it opened. In 2019 none came. On 12 May it closed.", "12 May"),
    ("In spring term 2024 9 came.", "spring term 2024"),
    ("In early 2023 9 came.", "early 2023"),
    ("In 2017 to 2018 9 came.", "2017 to 2018"),
    ("In FY23 9 came.", "FY23"),
    ("The last academic year was full. In 2018/19 9 came.", "2018/19"),
    ("12 were counted in the year to date.", "year to date"),
    ("2020 and 2021 by month\nJan | Feb | Mar", "Feb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), UNKNOWN)
def test_a_year_that_could_be_another_stays_unknown(text: str, label: str) -> None:
    found = next(one for one in periods(text) if one.label == label)
    assert (found.first, found.last, found.partial) == (None, None, True)


def test_two_calendar_years_in_a_row_are_financial_where_the_text_says_so() -> None:
    text = "By financial year: 2021-2022 9, 2022-2023 12, 2019-2022 30."
    assert [(one.first, one.last) for one in periods(text)] == [
        ("2021-04-01", "2022-03-31"), ("2022-04-01", "2023-03-31"), ("2019-01-01", "2022-12-31"),
    ]  # fmt: skip
    (spanned,) = periods("It ran in 2021-2022.")
    assert (spanned.first, spanned.last) == ("2021-01-01", "2022-12-31")


@pytest.mark.parametrize(
    "text", ["Q1   Chair: Welcome to you.", "his last year as head", "as in previous years", "'60s"]
)
def test_what_is_no_period_either(text: str) -> None:
    assert periods(text) == ()


@pytest.mark.parametrize("text", ["the Care Act (2017)", "Copyright 2003-2006", "\u00a92019 Quay"])
def test_a_year_in_a_name_is_no_quantity_either(text: str) -> None:
    assert quantities(text) == ()


def test_a_year_beside_a_name_is_a_period() -> None:
    found = periods("The Act came in 2017, in order 2018 came; in January 4 were held. Q1: 45.")
    assert [one.label for one in found] == ["2017", "2018", "January", "Q1"]


def test_a_financial_year_that_is_not_printed_in_full_has_no_days() -> None:
    (found,) = periods("in the financial year 2023")
    assert (found.label, found.first, found.last) == ("2023", None, None)
    assert (found.kind, found.partial) == ("financial year", True)


def test_years_in_a_row_are_years_and_counts_are_counts() -> None:
    found = periods("2017 2018 2019\n2,619 1990 434")
    assert [one.label for one in found] == ["2017", "2018", "2019"]
    assert [q.value for q in quantities("2,619 1990 434")] == [2619, 1990, 434]


def test_several_in_a_sentence() -> None:
    text = "In March 24 people were held, 12 on 3 May 2003 and 5 since Monday."
    assert [one.label for one in periods(text)] == ["March", "3 May 2003", "since Monday"]
    assert [q.value for q in quantities(text)] == [24, 12, 5]


def test_days_of_what_the_calendar_does_not_have() -> None:
    assert days_of("quarter", 2023, 4) == ("2023-10-01", "2023-12-31")
    assert months_to("2024-03-31", 12) == "2023-04-01"
    with pytest.raises(ValueError, match="month must be"):
        days_of("month", 2023, 13)
    with pytest.raises(ValueError, match="four quarters"):
        days_of("quarter", 2023, 5)


def test_a_period_counted_from_another_is_no_date_without_its_year() -> None:
    text = "In March, in early 2023 and in spring term 2024; last year, the last 12 months, Monday."
    assert [(one.label, is_counted(one)) for one in periods(text)] == [
        ("March", False), ("early 2023", False), ("spring term 2024", False), ("last year", True),
        ("last 12 months", True), ("Monday", False),
    ]  # fmt: skip
    (early,) = [one for one in periods(text) if one.label == "early 2023"]
    assert [(part.first, part.last) for part in early.parts] == [("2023-01-01", "2023-12-31")]


def test_years_that_are_shortened_are_read() -> None:
    assert [one.label for one in periods("Sales rose in 1985 to '86.")] == ["1985 to '86"]


@pytest.mark.parametrize("text", ["2023 - 12 boats", "2023 – 9 boats", "2023 - 2"])
def test_a_number_after_a_year_and_a_dash_is_no_year(text: str) -> None:
    assert [(one.label, one.last) for one in periods(text)] == [("2023", "2023-12-31")]
