"""Short forms of dates, and days without a year, which the rest of the document decides."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from tests.test_period_forms import days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Days with points are days where words show it, or a year in full.
        ("Balance 06.02.18 and 6.3.18, in 2018", [
            ("2018-02-06", "2018-02-06"), ("2018-03-06", "2018-03-06"),
            ("2018-01-01", "2018-12-31")]),
        ("Balance @20.12.17, 18.1.18", [
            ("2017-12-20", "2017-12-20"), ("2018-01-18", "2018-01-18")]),
        ("It met on 6.2.2018 and again on 13.3.18", [
            ("2018-02-06", "2018-02-06"), ("2018-03-13", "2018-03-13")]),
        # Sections and versions are not.
        ("see 6.3.18 and 4.2.11", []),
        ("The rules on 13.2.10 and 13.2.11 changed in 2010", [
            ("2010-01-01", "2010-12-31")]),
        ("It met on 6.2.18, 13.3.18 and 20.4.18 under rule 9.1.18, in 2018", [
            ("2018-01-01", "2018-12-31")]),
        ("It met on 6.2.18, 13.3.18 and 20.4.18, and 9.13.18 said so in 2018", [
            ("2018-01-01", "2018-12-31")]),
        ("Comments on 4.1.12 and 5.3.12 came in 2012", [("2012-01-01", "2012-12-31")]),
        ("06.02.10 and 07.03.10 changed in 2010", [("2010-01-01", "2010-12-31")]),
        ("Minutes of 06.02.18 and 13.03.18", [
            ("2018-02-06", "2018-02-06"), ("2018-03-13", "2018-03-13")]),
        ("It met on 4.3.12, 5.1.12(a) and 2.1.12 came in 2012", [("2012-01-01", "2012-12-31")]),
        # Jan 18 is a year where no month has another number.
        ("Wages Jan 18 327.97, wages Mar 18 19.10, in 2018", [
            ("2018-01-01", "2018-01-31"), ("2018-03-01", "2018-03-31"),
            ("2018-01-01", "2018-12-31")]),
        ("Wages Jan 18 327.97, nets Jan 18 19.10, on 3 May 2018, before June 5", [
            ("2018-01-01", "2018-01-31"), ("2018-01-01", "2018-01-31"),
            ("2018-05-03", "2018-05-03"), (None, None)]),
        ("Jan 18 | Feb 18 | of 2018\nFrom Mar 18 boats came", [
            ("2018-01-01", "2018-01-31"), ("2018-02-01", "2018-02-28"),
            ("2018-01-01", "2018-12-31"), ("2018-03-01", "2018-03-31")]),
        ("Mar-18, in 2018: March 18 boats came", [
            ("2018-03-01", "2018-03-31"), ("2018-01-01", "2018-12-31"),
            ("2018-03-01", "2018-03-31")]),
        # It is a day as often.
        ("On March 18 the port shut. In 2018, after March 18 it lost boats.", [
            (None, None), ("2018-01-01", "2018-12-31"), (None, None)]),
        ("January 18 boats came, then March 18 nets, in 2018", [
            (None, None), (None, None), ("2018-01-01", "2018-12-31")]),
        ("Mar-18, in 2018: by March 18 boats came", [
            ("2018-03-01", "2018-03-31"), ("2018-01-01", "2018-12-31"), (None, None)]),
        ("Wages April18 19.10", [("2018-04-01", "2018-04-30")]),
        ("as at 15th, October 2017", [("2017-10-15", "2017-10-15")]),
        ("Boat inspections 2017 168.00", [("2017-01-01", "2017-12-31")]),
        ("Boats 2017 168", []),
        ("Harbour subscriptions 18-19 238.16", [("2018-04-01", "2019-03-31")]),
    ],
)  # fmt: skip
def test_short_forms_that_the_text_shows(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert days(text) == expected


def test_days_without_a_year_are_near_the_first_day_of_a_document() -> None:
    text = (
        "The board met on 6 February 2018. It read the accounts of 2016.\n\nBoats were counted on "
        "4 January.\n\nNets were counted on 9 December.\n\nThe next meeting will be on 5th June."
        "\n\nOn 5th June it rained.\n\nIt was more than on 4 January.\n"
    )
    found = [one.what for one in read_bytes(text.encode()).periods()]
    assert [(one.label, one.first) for one in found if one.partial] == [
        ("4 January", "2018-01-04"), ("9 December", "2017-12-09"), ("5th June", "2018-06-05"),
        ("5th June", None), ("4 January", None),
    ]  # fmt: skip
