"""Periods of one number among several, of a heading block, and whose numbers are reported."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


def periods(lists: Lists, text: str) -> list[tuple[str, str]]:
    found = drafted(lists, text).proposed("figures.csv")
    return [(one.row["period"], one.needs_a_person) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The day of a number that others are compared with is its own.
        ("There were 34 boats, up from 9 boats on 3 May 2023.", [("", ""), ("2023-05-03", "")]),
        ("On 3 May 2024 there were 34 boats, up from 9 boats on 3 May 2023.",
         [("2024-05-03", ""), ("2023-05-03", "")]),
        # A bracket with another number has a period of its own.
        ("In 2024 there were 34 boats (9 in 2023) and 4 carts.",
         [("2024", ""), ("2023", ""), ("2024", "")]),
        # The year since which a number has been the lowest is not its own.
        ("Boats fell to 34, the lowest since 1988.", [("", "")]),
        ("There have been 34 boats since 1988.", [("1988/..", "")]),
        ("In 2024 there were 34 boats, a rise compared with the previous 12 months (9).",
         [("2024", ""), ("", "measure: boats?; period: previous 12 months?")]),
        ("In 2024 there were 34 boats, more than in 2023, (9).", [("2024", ""), ("2023", "")]),
        ("Boats fell by 9% since 2001, and by 4% over the last 10 years.",
         [("2001/..", ""), ("", "measure: a share of the same?; period: the last 10 years?")]),
        ("Since the fund's launch in 2016, 34 boats came.", [("", "")]),
    ],
)  # fmt: skip
def test_a_period_is_that_of_its_own_number(
    lists: Lists, text: str, found: list[tuple[str, str]]
) -> None:
    assert periods(lists, text) == found


def test_items_of_a_list_set_in_one_paragraph_have_their_own_periods(lists: Lists) -> None:
    text = "It said: - 40% of boats were old in 2023; - 9% of carts were lost in 2024; and more."
    assert [one[0] for one in periods(lists, text)] == ["2023", "2024"]


def test_this_period_is_that_of_the_heading_block(lists: Lists) -> None:
    text = (
        "# Nets\n\nApril 1, 2024-September 30, 2024\n\nHarl Net Fund\n\n## All\n\n"
        "During this {}, 34 nets were sold.\n"
    )
    for words, period in (("reporting period", "2024-04-01/2024-09-30"), ("storm", "")):
        draft = propose(read_bytes(text.format(words).encode()), lists)
        (one,) = draft.proposed("figures.csv")
        sure = "" if one.needs_a_person else one.row["period"]
        assert sure == period


def test_a_passage_that_opens_with_a_day_is_asked_about_its_next_sentence(lists: Lists) -> None:
    text = "Boats of 2024\n\n1 March 2025\n\nIn 2024 all was well.\n\n{}There were 34 boats.\n"
    for words, asked in (
        ("On 3 May 2024 there were 9 nets. ", "period: 3 May 2024, or 2024?"),
        ("On 3 May 2024 nets were sold. ", ""),
        ("", ""),
    ):
        draft = propose(read_bytes(text.format(words).encode()), lists)
        assert draft.proposed("figures.csv")[-1].needs_a_person == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The Harl Boat Team found that (1) 34 boats were late.", "agency: hbt?"),
        ("The Harl Boat Team found 34 boats.", ""),
    ],
)
def test_who_found_that_something_was_so_need_not_be_whose_the_numbers_are(
    lists: Lists, text: str, asked: str
) -> None:
    found = drafted(lists, f"The Harl Boat Team (HBT) met.\n\n{text}").proposed("figures.csv")
    (one,) = [one for one in found if one.row["printed"] == "34"]
    assert one.needs_a_person == asked


def test_the_government_of_another_country_is_asked(lists: Lists) -> None:
    text = "In {} the Government bought 34 boats."
    for place, asked in (("Australia", "agency: uk-government?"), ("England", "")):
        (one,) = drafted(lists, text.format(place)).proposed("figures.csv")
        assert (one.row["agency"], one.needs_a_person) == ("uk-government", asked)


def test_heads_of_columns_on_several_lines_are_asked(lists: Lists) -> None:
    text = "All is well.\n\n{}\n\nPort    Boats    Nets\nHarl    12    14\nQuay    8    9\n"
    for line, asked in (("to be put to", True), ("Nets sold", False)):
        found = drafted(lists, text.format(line)).proposed("figures.csv")
        heads = "measure: what do the heads of the columns say, on the lines above?"
        assert (heads in {one.needs_a_person for one in found}) == asked


def test_a_row_of_numbers_is_asked_for_its_columns(lists: Lists) -> None:
    text = "All is well.\n\nHarl {} 900\n\nAll is well.\n"
    column = "measure; period: that of its column?"
    for numbers, asked in (("12 1,400", [column] * 3), ("was", ["measure"])):
        found = drafted(lists, text.format(numbers)).proposed("figures.csv")
        assert [one.needs_a_person for one in found] == asked


@pytest.mark.parametrize(
    "said",
    [
        "The counting period for this report is January to June 2024.",
        "This report covers January to June 2024.",
        "This review covers the period January to June 2024.",
    ],
)
def test_the_period_that_a_report_says_is_its_own_is_asked_once(lists: Lists, said: str) -> None:
    text = f"{said}\n\nThere were 12 boats.\n\nThere were 9 nets."
    found = drafted(lists, text).proposed("figures.csv")
    assert [(one.row["period"], one.needs_a_person) for one in found] == [
        ("2024-01/2024-06", "period: 'January to June 2024' that the report gives?"),
        ("", "period, inferred as body-p2-boats"),
    ]


def test_a_description_has_its_period_in_words(lists: Lists) -> None:
    text = "In 2023/24 there were 12 boats.\n\nSince April 2008 there were 9 nets."
    found = drafted(lists, text).proposed("figures.csv")
    assert [one.row["description"] for one in found] == ["Boats, 2023/24", "Nets, from 2008-04"]


@pytest.mark.parametrize(
    ("years", "asked"),
    [
        ("2021-2022", "period: '2021-2022' of the title?"),
        ("2019-2022", ""),
        ("from April 2021 to March 2022", ""),
    ],
)
def test_two_years_of_a_title_that_may_be_one_are_asked(
    lists: Lists, years: str, asked: str
) -> None:
    page = (
        f"<h1>Annual report {years}</h1><h2>Crews</h2><p>In May 2021 it grew.</p>"
        "<h2>Nets</h2><p>There were 12 nets.</p>"
    )
    found = propose(read_bytes(page.encode()), lists).proposed("figures.csv")
    assert [one.needs_a_person for one in found] == [asked]


def test_the_corner_of_a_table_has_the_period_of_columns_without_one(lists: Lists) -> None:
    cells = [("Oct 2018 - Sept 2019", "Q3 2018/19", "Rolling year"), ("Nets", "46", "245")]
    rows = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in cells)
    page = f"<h1>Tides 2024</h1><p>All.</p><h2>Nets</h2><p>So.</p><table>{rows}</table>"
    found = propose(read_bytes(page.encode()), lists).proposed("figures.csv")
    assert [one.row["period"] for one in found] == ["2018-Q4", "2018-10/2019-09"]
