"""Dates as the records write them."""

from __future__ import annotations

import pytest

from moditrack.dates import Period, parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2003-04-24", Period("2003-04-24", "2003-04-24", "day", False)),
        ("2004-02", Period("2004-02-01", "2004-02-29", "month", False)),
        ("2023-Q4", Period("2023-10-01", "2023-12-31", "quarter", False)),
        ("2003", Period("2003-01-01", "2003-12-31", "year", False)),
        ("FY2020", Period("2020-04-01", "2021-03-31", "financial year", True)),
        ("2003-04-24/2003-04-29", Period("2003-04-24", "2003-04-29", "day", True)),
        ("2003-07/2003-07-19", Period("2003-07-01", "2003-07-19", "month", True)),
        ("2002-04/..", Period("2002-04-01", None, "month", True)),
        ("../1996", Period(None, "1996-12-31", "year", True)),
    ],
)
def test_reading(text: str, period: Period) -> None:
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
