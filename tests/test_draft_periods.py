"""Periods of figures that their sentence does not print: of the text, heading or report above."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted

Cells = list[tuple[str, str, str]]


def periods(draft_of: list) -> Cells:  # type: ignore[type-arg]
    """Period, inferred and what is asked about it, of each figure."""
    return [
        (one.row.get("period", ""), one.row.get("inferred", ""),
         next((part for part in one.needs_a_person.split("; ") if part.startswith("period")), ""))
        for one in draft_of
    ]  # fmt: skip


def period_of(lists: Lists, text: str) -> Cells:
    return periods(drafted(lists, text).proposed("figures.csv"))


def of_page(lists: Lists, page: str) -> Cells:
    return periods(propose(read_bytes(page.encode()), lists).proposed("figures.csv"))


def test_a_sentence_sets_the_period_of_those_after_it(lists: Lists) -> None:
    single = "In 2024 the unit moved to the quay. There were 12 arrests."
    assert period_of(lists, single) == [("2024", "yes", "")]
    two = "In 2024 the unit moved. In June it grew. There were 12 arrests."
    assert period_of(lists, two) == [("2024", "yes", "period: '2024' above?")]
    assert period_of(lists, "The unit was set up in 2019. There were 12 arrests.") == [("", "", "")]
    assert period_of(lists, "In 2024 the unit moved. To date there were 12 arrests.") == [
        ("", "", "")
    ]


def test_a_period_holds_down_to_the_next_heading(lists: Lists) -> None:
    page = (
        "<h1>Boats</h1><p>All.</p><h2>Arrests</h2><p>During 2024 the unit moved.</p>"
        "<p>There were 12 arrests.</p><h2>Seizures</h2><p>There were 3 boats.</p>"
    )
    assert of_page(lists, page) == [
        ("2024", "yes", "period: '2024' above?"),
        ("2024", "yes", "period: '2024', the only one of the report?"),
    ]


def test_the_items_of_a_list_have_the_one_period_of_the_report(lists: Lists) -> None:
    text = (
        "Last week (24 February to 1 March) the unit took part.\n\nThis is what it did:\n\n"
        "19 arrests for theft\n\n3 boats seized"
    )
    week = ("2025-02-24/2025-03-01", "yes", "")
    assert period_of(lists, text) == [week, week]


@pytest.mark.parametrize(
    ("text", "period", "asked"),
    [
        ("Between 11 and 17 February, officers made 12 arrests.", "2025-02-11/2025-02-17", ""),
        ("Between 11 and 17 March, officers made 12 arrests.", "2024-03-11/2024-03-17",
         "period: 11 and 17 March?"),
        ("There were 12 arrests in November.", "2024-11", "period: November?"),
        ("There were 12 arrests last year.", "2024", "period: last year?"),
        ("There were 12 arrests, more than last year.", "", ""),
    ],
)  # fmt: skip
def test_a_date_without_a_year_precedes_that_of_the_report(
    lists: Lists, text: str, period: str, asked: str
) -> None:
    assert period_of(lists, text) == [(period, "yes" if period else "", asked)]


def test_a_number_has_the_period_that_it_is_attached_to(lists: Lists) -> None:
    text = "There were 12 arrests in 2024, more than the year before (9) and most since 2011."
    assert period_of(lists, text)[0] == ("2024", "", "")
    assert period_of(lists, "In 2024 there were 12 arrests, and in 2023 (9).")[1] == (
        "2023",
        "",
        "",
    )
    text = "Since it began in 2009, there were 12 arrests in 2024."
    assert period_of(lists, text) == [("2024", "", "")]
    assert period_of(lists, "During the 2nd quarter of 2024 there were 12 arrests.") == [
        ("2024-Q2", "", "")
    ]


def test_a_numbered_paragraph_is_about_itself(lists: Lists) -> None:
    assert period_of(lists, "1. In 2024 the unit moved.\n\n2. There were 12 arrests.") == [
        ("", "", "")
    ]


def test_months_and_running_years_of_a_table_end_with_the_report(lists: Lists) -> None:
    page = (
        "<html><body><h1>June 2019 Activity Report</h1><p>All.</p><table>"
        "<tr><th>Crime</th><th>2018</th><th>2019 (YTD)</th><th>June</th></tr>"
        "<tr><td>Thefts</td><td>5</td><td>4</td><td>1</td></tr>"
        "<tr><td>Frauds</td><td>7</td><td>3</td><td>2</td></tr></table></body></html>"
    )
    assert of_page(lists, page)[:3] == [
        ("2018", "", ""), ("2019-01/2019-06", "yes", "period: from when to when?"),
        ("2019-06", "yes", "period: June?"),
    ]  # fmt: skip


def test_what_changed_keeps_its_own_number(lists: Lists) -> None:
    draft = drafted(lists, "Total uses of force have decreased by 51% (952 to 464).")
    names = [one.row["name"] for one in draft.proposed("new-measures.csv")]
    assert names == ["Decrease in uses of force", "Uses of force"]


def test_the_year_that_a_change_is_on_is_not_that_of_the_figure(lists: Lists) -> None:
    for words in (
        "There were 512 referrals (a 25% increase on 2018).",
        "Referrals rose by 9% on 2018/19, to 640 referrals.",
        "There were 512 referrals, a fall of 9 per cent on 2018.",
    ):
        assert {period for period, _, _ in period_of(lists, words)} == {""}, words


def test_each_of_two_numbers_has_its_end_of_a_range(lists: Lists) -> None:
    text = "From 2019 to 2021, the number of boats fell from 9,642 to about 1,925."
    assert period_of(lists, text) == [("2019", "", ""), ("2021", "", "")]
    assert period_of(lists, "From 2019 to 2021, there were 12 boats.") == [("2019/2021", "", "")]


def test_the_head_of_a_list_sets_its_day(lists: Lists) -> None:
    page = (
        "<h1>Boats</h1><p>All.</p><h2>2019/20 data</h2><p>On 31 March 2020 the unit had:</p>"
        "<ul><li>42 boats;</li><li>3 vans.</li></ul><p>There were 12 arrests.</p>"
        "<h2>Other</h2><p>Words.</p><p>Others.</p><p>More.</p><p>More.</p>"
    )
    assert of_page(lists, page) == [
        ("2020-03-31", "yes", ""), ("2020-03-31", "yes", ""), ("FY2019", "yes", ""),
    ]  # fmt: skip


def test_the_year_of_a_title_above_everything_is_asked(lists: Lists) -> None:
    page = "<h1>Boats</h1><p>All.</p>" + "".join(
        f"<h2>Annual report 2024</h2><h3>{name}</h3><p>There were 12 arrests.</p>"
        for name in ("Quay", "Port")
    )
    asked = ("2024", "yes", "period: '2024' of the title?")
    again = ("", "", "period, inferred as quay-p1-arrests")
    assert of_page(lists, page) == [asked, again]


def test_what_is_below_a_heading_is_asked_once_but_for_what_is_compared(lists: Lists) -> None:
    text = "In 2024 the unit moved. In June it grew. It had 12 boats and 9 nets, down from 14 nets."
    asked = ("2024", "yes", "period: '2024' above?")
    again = ("", "", "period, inferred as body-p1-boats")
    assert period_of(lists, text) == [asked, again, asked]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 12 boats, more than the number in May 2023.", [("", "", "")]),
        ("By an act issued by the port in May 2023, 12 boats came.", [("", "", "")]),
        ("The 2021 Quay Survey found 12 boats.", [("", "", "")]),
        ("In the 2021 year 12 boats came.", [("2021", "", "")]),
        ("Of the 12 boats, which came in May 2023, 3 sank.",
         [("2023-05", "", "period: May 2023, or another?")] * 2),
        ("In 2024 there were 12 boats; 3 sank.",
         [("2024", "", ""), ("2024", "", "")]),
        ("There were 12 boats; in 2024 many sank.",
         [("2024", "", "period: 2024, or another?")]),
    ],
)  # fmt: skip
def test_the_date_of_something_else_is_no_period(lists: Lists, text: str, expected: Cells) -> None:
    assert period_of(lists, text) == expected


def test_the_year_before_is_that_before_the_one_above(lists: Lists) -> None:
    page = (
        "<h1>Boats</h1><p>All.</p><h2>The year 2018-19</h2>"
        "<p>12 boats came, up from the 9 of the previous year.</p>"
    )
    assert of_page(lists, page) == [
        ("FY2018", "yes", ""),
        ("FY2017", "yes", "period: previous year?"),
    ]


def test_a_period_with_which_others_are_compared_sets_none(lists: Lists) -> None:
    text = "We saw 14 boats in May 2024, compared with 15 boats in May 2023. These had 9 sails."
    assert [one[0] for one in period_of(lists, text)] == ["2024-05", "2023-05", "2024-05"]


def test_some_quarters_of_a_year_are_a_period(lists: Lists) -> None:
    text = "There were 12 boats in the first three quarters of 2020/21."
    assert period_of(lists, text) == [("2020-04-01/2020-12-31", "", "")]
    text = "There were 12 boats in Q3 2024 to 2025."
    assert period_of(lists, text) == [("2024-Q4", "", "")]


def test_this_quarter_is_that_of_the_title(lists: Lists) -> None:
    page = (
        "<h1>Boats, quarter 2 2024</h1><p>All.</p><h2>Results</h2>"
        "<p>12 boats came this quarter.</p><p>Nobody counted the 3 nets.</p>"
    )
    assert of_page(lists, page) == [
        ("2024-Q2", "yes", ""),
        ("2024-Q2", "yes", "period: 'quarter 2 2024' of the title?"),
    ]


def test_a_year_that_the_title_and_the_text_say_needs_nobody(lists: Lists) -> None:
    page = (
        "<h1>Boats in 2024</h1><p>All.</p><h2>Results</h2><p>In 2024 12 boats came.</p>"
        "<h2>Nets</h2><p>Nobody counted 3 nets.</p>"
    )
    assert of_page(lists, page) == [("2024", "", ""), ("2024", "yes", "")]


def test_the_years_of_a_table_are_of_its_cells(lists: Lists) -> None:
    text = "All.\n\nArea\t2022\t2023\nHarl\t4\t5\nQuay\t3\t6\n\nNobody counted 39 nets."
    found = [one.row for one in drafted(lists, text).proposed("figures.csv")]
    assert [one["period"] for one in found if one["printed"] == "39"] == [""]


def test_an_average_has_the_years_before_it(lists: Lists) -> None:
    text = "That is more than the 2021-2023 average of 40 boats, and than 12 nets in 2019."
    assert [one[0] for one in period_of(lists, text)] == ["2021-01-01/2023-12-31", "2019"]


def test_a_year_of_which_kind_is_asked_once(lists: Lists) -> None:
    text = (
        "In FY 2011, crews saw 12 boats and in FY 2010, they saw 9 boats.\n\n"
        "In FY 2011, they saw 30 nets."
    )
    asked = [one[2] for one in period_of(lists, text)]
    assert asked == [
        "period: FY 2011?",
        "period: FY 2010?",
        "period, inferred as body-p1-boats",
    ]


def test_the_week_is_that_of_the_sentence_above(lists: Lists) -> None:
    text = "12 boats came last week (10 February-16 February).\n\nDuring the week 3 nets were lost."
    assert [one[0::2] for one in period_of(lists, text)] == [("2025-02-10/2025-02-16", "")] * 2


def test_a_span_that_heads_the_whole_report_is_that_of_its_title(lists: Lists) -> None:
    page = (
        "<h1>Boats</h1><p>All.</p><h2>From April 2023 to March 2024</h2>"
        "<h3>Quay</h3><p>There were 12 arrests. There were 9 in the previous year.</p>"
        "<h3>Port</h3><p>Between April 2023 and March 2024, 3 boats were sold.</p>"
    )
    assert [one[:2] for one in of_page(lists, page)] == [
        ("2023-04/2024-03", "yes"), ("2022-04/2023-03", "yes"), ("2023-04/2024-03", ""),
    ]  # fmt: skip
    assert of_page(lists, page)[0][2] == ""


def test_a_month_on_the_cover_is_that_of_the_report_and_no_period(lists: Lists) -> None:
    head = "<h1>Boats</h1><h2>Report on nets</h2><p>June 2020</p><h3>Quay</h3>"
    page = f"{head}<p>There were 12 arrests.</p><h3>Port</h3><p>There were 3 boats.</p>"
    assert [one[0] for one in of_page(lists, page)] == ["", ""]
    span = "<p>From the 1st of June 2018 to the 31st of May 2020, the crews:</p>"
    found = of_page(lists, f"{head}{span}<ul><li>met 12 boats.</li></ul>")
    assert found == [("2018-06-01/2020-05-31", "yes", "")]


def test_a_list_has_the_period_of_the_sentence_above_it(lists: Lists) -> None:
    page = (
        "<h1>Boats</h1><p>All.</p><h2>Year</h2><p>It rose by 46 compared to 2022. In 2023, they"
        " had:</p><ul><li>90 arrests</li></ul>"
    )
    assert of_page(lists, page)[-1] == ("2023", "yes", "")


def test_the_years_of_a_title_are_no_month_of_all_figures(lists: Lists) -> None:
    page = "<h1>Boat Statement April 2021/22</h1><p>All is well.</p><p>We supply 40 sailors.</p>"
    assert of_page(lists, page) == [("FY2021", "yes", "period: '2021/22' of the title?")]


@pytest.mark.parametrize(
    "before",
    [
        "Ann Lee needed no test before she joined the port in 2009.",
        "We thank the harbour master Ann Lee (2006-2014), who wrote the test.",
        "In 2009 two boats sank. In 2011 the quay was closed.",
    ],
)
def test_what_a_year_far_above_is_of(lists: Lists, before: str) -> None:
    text = f"{before}\n\nAll is well here.\n\nThe port needs 40 more sailors."
    assert period_of(lists, text)[-1] == ("", "", "")


def test_a_line_of_years_is_above_a_line_of_as_many_numbers(lists: Lists) -> None:
    text = "New sailors at the port\n\n2018 2019 2020 2021\n\n14 24 33 29\n\nAll is well."
    assert period_of(lists, text) == [(str(year), "", "") for year in range(2018, 2022)]
