"""Dates as the records write them."""

from __future__ import annotations

import pytest

from moditrack.documents.dates.periods import periods
from moditrack.record_dates import RecordedPeriod, financial_year, in_records, parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2003-04-24", RecordedPeriod("2003-04-24", "2003-04-24", "day", False)),
        ("2004-02", RecordedPeriod("2004-02-01", "2004-02-29", "month", False)),
        ("2023-Q4", RecordedPeriod("2023-10-01", "2023-12-31", "quarter", False)),
        ("2003", RecordedPeriod("2003-01-01", "2003-12-31", "year", False)),
        ("FY2020", RecordedPeriod("2020-04-01", "2021-03-31", "financial year", True)),
        ("2003-04-24/2003-04-29", RecordedPeriod("2003-04-24", "2003-04-29", "day", True)),
        ("2003-07/2003-07-19", RecordedPeriod("2003-07-01", "2003-07-19", "month", True)),
        ("2002-04/..", RecordedPeriod("2002-04-01", None, "month", True)),
        ("../1996", RecordedPeriod(None, "1996-12-31", "year", True)),
    ],
)
def test_reading(text: str, period: RecordedPeriod) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "2003/3004x",
        "2003-02-30",
        "2003-13",
        "2003-Q5",
        "../..",
        "2004/2003",
        "",
        "March 2003",
        "03",
    ],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"is |ends "):
        parse_period(text)


@pytest.mark.parametrize(
    ("printed", "year"),
    [("2022/23", 2022), ("2003/4", 2003), ("1999/2000", 1999), ("1999/00", 1999),
     ("2022/24", None), ("2022", None), ("2003/2005", None), ("22/23", None)],
)  # fmt: skip
def test_a_financial_year_is_asked_for_as_it_is_printed(printed: str, year: int | None) -> None:
    assert financial_year(printed) == year


@pytest.mark.parametrize(
    ("printed", "written"),
    [("2022", "2022"), ("2022/23", "FY2022"), ("Q1 2022/23", "2022-Q2"), ("Q4 2022/23", "2023-Q1"),
     ("Q1 2022", "2022-Q1"), ("April 2003", "2003-04"), ("24 April 2003", "2003-04-24"),
     ("2020-2022", "2020-01-01/2022-12-31"), ("since 2019", None), ("March", None)],
)  # fmt: skip
def test_a_printed_period_is_written_as_in_the_records(printed: str, written: str | None) -> None:
    (found,) = periods(printed)
    assert in_records(found) == written
    if written is not None and found.kind != "range":
        assert parse_period(written).start == found.first
