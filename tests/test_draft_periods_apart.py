"""Periods of figures that are not those beside them: of numbers compared with, of open spans."""

from __future__ import annotations

import pytest

from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted
from tests.test_draft_periods import of_page, period_of

ASKED = "period: 2024, or the one before?"


@pytest.mark.parametrize(
    ("text", "period", "asked"),
    [
        ("In 2024 there were 12 thefts (up from 9 thefts).", "", ASKED),
        ("In 2024 there were 12 thefts (down from 19).", "", ASKED),
        ("In 2024 there were 12 thefts, an increase of 33% from 9.", "", ASKED),
        ("In 2024 there were 12 thefts, compared with 9.", "", ASKED),
        ("In 2024 there were 12 thefts (previously 9).", "", ASKED),
        ("In 2024 there were 12 thefts (up from 9 thefts from the previous financial year).", "",
         "period: previous financial year?"),
        ("In 2024 there were 12 thefts (9 last year).", "2023", "period: last year?"),
        ("In 2024 the unit met.\n\nIt counted:\n\n- 12 thefts (up from 9)", "", ASKED),
        ("In 2024 there were 12 thefts, up from 9 in 2022.", "2022", ""),
        ("In 2024 there were 12 thefts from 9 homes.", "2024", ""),
    ],
)  # fmt: skip
def test_a_number_compared_with_has_its_own_period_or_is_asked(
    lists: Lists, text: str, period: str, asked: str
) -> None:
    first, *_, last = period_of(lists, text)
    assert (first[0], last[0], last[2]) == ("2024", period, asked)


def test_a_number_compared_with_counts_the_same_by_a_shorter_name(lists: Lists) -> None:
    text = "There were 12 reports of theft (up from 9 reports from the previous financial year)."
    figures = drafted(lists, text).proposed("figures.csv")
    assert [one.row["measure"] for one in figures] == ["reports-of-theft", "reports-of-theft"]


@pytest.mark.parametrize(
    ("dates", "asked"),
    [
        ("Between spring 2022 and this summer", "period: from spring 2022 to when?"),
        ("Between its launch in March 2022 and the sale", "period: from March 2022 to when?"),
        ("Between the launch and March 2022", "period: from when to March 2022?"),
        ("From 2022 until now", "period: from 2022 to when?"),
        ("From March 2022 to the end of the scheme", "period: from March 2022 to when?"),
    ],
)
def test_a_range_of_which_one_end_has_no_date_is_asked(
    lists: Lists, dates: str, asked: str
) -> None:
    assert period_of(lists, f"{dates}, 29 boats were sold.") == [("", "", asked)]


def test_what_is_counted_to_date_ends_with_the_report(lists: Lists) -> None:
    text = "During the 2024/25 financial year to date, officers made 30 visits."
    assert period_of(lists, text) == [("2024-04-01/2025-03-01", "yes", "")]
    text = "Officers have made 30 visits so far in 2025."
    assert period_of(lists, text) == [("2025-01-01/2025-03-01", "yes", "")]
    text = "Officers made 30 visits in 2024 to date."
    assert period_of(lists, text) == [("", "", "period: 2024 to which day?")]


def test_a_period_compared_with_is_that_of_the_number_in_its_bracket(lists: Lists) -> None:
    text = (
        "There were 40 boats from April to June 2024, a 5% fall compared to the period from January"
        " to March 2024 (42) and an 8% increase from April to June 2023 (37)."
    )
    own, before, year = "2024-04/2024-06", "2024-01/2024-03", "2023-04/2023-06"
    assert [one[0] for one in period_of(lists, text)] == [own, own, before, own, year]


def test_a_period_of_a_number_compared_with_is_none_of_those_before_it(lists: Lists) -> None:
    text = "12 boats came to the port in 2023, or 62% of all boats, up from 59% in 2022."
    assert [one[0::2] for one in period_of(lists, text)] == [
        ("2023", ""), ("2023", ""), ("2022", ""),
    ]  # fmt: skip


def test_a_period_compared_with_is_not_that_of_the_only_other_number(lists: Lists) -> None:
    text = "Nets were whole in 87% of checks, compared with 64% in 2007."
    assert [one[0] for one in period_of(lists, text)] == ["", "2007"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In 2024 the port had 382 boats, a rise of 12.35 per cent from 340 the previous year.",
         "period: previous year?"),
        ("In 2024 the port had 382 boats, an increase of 12.35% from 340.",
         "period: 2024, or the one before?"),
    ],
)  # fmt: skip
def test_a_base_after_decimals_has_a_period_of_its_own(lists: Lists, text: str, asked: str) -> None:
    assert period_of(lists, text)[-1][2] == asked


def test_a_base_is_no_period_of_a_change_from_it(lists: Lists) -> None:
    text = "There were 12 arrests, an increase of 20% on those reported in 2012."
    assert [one[0] for one in period_of(lists, text)] == ["", ""]


def test_what_a_list_head_sets_holds_beside_a_period_compared_with(lists: Lists) -> None:
    page = (
        "<h1>Boats</h1><h2>Numbers</h2><p>Between 1 May 2024 and 30 June 2024:</p>"
        "<ul><li>There were 40 boats, compared with 52 between April and June 2023 - a fall of 12"
        " boats (23.1%).</li></ul>"
    )
    here, before = "2024-05-01/2024-06-30", "2023-04/2023-06"
    assert [one[0::2] for one in of_page(lists, page)] == [
        (here, ""), (before, ""), (here, ""), (here, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("We saw 40 nets in 2024, 8% below the level of nets in the port in 2019.",
         ("2024", "", "")),
        ("In 2024, we saw 40 nets, down 2% from the year before the flood (ending March 2020).",
         ("2024", "", "")),
        ("In 2024, we saw 40 nets, compared to the previous year in which there were 45 nets.",
         ("", "", "period: 2024, or the one before?")),
        ("The two crews used the Net and Boat Procedure 2015.", ("", "", "")),
    ],
)  # fmt: skip
def test_a_level_or_a_year_compared_with_is_no_period(
    lists: Lists, text: str, last: tuple[str, str, str]
) -> None:
    assert period_of(lists, text)[-1] == last


def test_an_aside_about_another_year_sets_nothing_below_it(lists: Lists) -> None:
    page = (
        "<h1>Boats in the year ending March 2024</h1><p>There were 40 boats. The flood in the year"
        " ending March 2023 was a bad one.</p><p>Of these, 12 sank.</p>"
    )
    assert [one[0::2] for one in of_page(lists, page)] == [("2023-04-01/2024-03-31", "")] * 2
