"""Figures of a draft of which a person is asked something."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.proposal import Draft
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted
from tests.test_draft_figures import figures


@pytest.mark.parametrize(
    ("text", "value", "bound", "asked"),
    [
        ("They found $40, 000 in cash.", "40000", "exact", ""),
        ("They found $40, 250 in cash.", "40", "exact", "value: is this one number"),
        ("They had less than 37 hours of leave.", "37", "less-than", ""),
        ("No officer had less than 37 hours.", "37", "less-than", "bound: less-than, or the"),
        ("They didn't have more than 37 hours.", "37", "more-than", "bound: more-than, or the"),
        ("They had no less than 37 hours.", "37", "at-least", ""),
        ("They went within 48 hours.", "48", "exact", "bound: exact, or at-most?"),
    ],
)
def test_a_value_or_bound_in_doubt_is_asked(
    lists: Lists, text: str, value: str, bound: str, asked: str
) -> None:
    one = figures(lists, text)[0]
    assert (one.row["value"], one.row["bound"]) == (value, bound)
    needs = [part for part in one.needs_a_person.split("; ") if part.startswith(("value", "bound"))]
    assert [part[: len(asked)] for part in needs] == ([asked] if asked else [])


def names(draft: Draft) -> list[tuple[str, str]]:
    return [(one.row["name"], one.needs_a_person) for one in draft.proposed("names.csv")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("WHAT IS A BIAS? It is slow.", [("IS", "name: is it ukis, or an ordinary word?")]),
        ("Government data by the government.",
         [("Government", "name: is it uk-government, or an ordinary word?")]),
        ("The Government made this; the government.", [("Government", "")]),
        ("The UK Immigration Service (IS) is slow.", [("UK Immigration Service", ""), ("IS", "")]),
    ],
)  # fmt: skip
def test_a_name_that_may_be_a_word_is_asked(
    lists: Lists, text: str, found: list[tuple[str, str]]
) -> None:
    assert names(drafted(lists, text)) == found


def test_an_agency_of_a_doubtful_name_or_of_the_heading_is_asked(lists: Lists) -> None:
    (one,) = figures(lists, "WHAT IS made 12 arrests and is slow.")
    assert (one.row["agency"], one.needs_a_person) == ("ukis", "agency: ukis?")
    page = "<h1>Stops</h1><p>All.</p><h2>MPS work</h2><p>There were 12 arrests.</p>"
    given = [
        ("", "mps", "agency: mps?"),
        ("colp", "colp", "agency: colp or mps?"),
        ("mps", "mps", ""),
    ]
    for force, agency, asked in given:
        draft = propose(read_bytes(page.encode()), lists, force=force)
        (one,) = draft.proposed("figures.csv")
        assert (one.row["agency"], one.needs_a_person) == (agency, asked)


@pytest.mark.parametrize(
    ("title", "heading", "text", "period", "inferred", "asked"),
    [
        ("Stops", "Arrests in June 2019", "There were 12 arrests.", "2019-06", "yes", ""),
        ("Stops", "Arrests of 2018 and 2019", "There were 12 arrests.", "", "",
         "period: 2018 or 2019?"),
        ("Quarter 2 2020 report", "The work", "There were 12 arrests.", "2020-Q2", "yes",
         "period: 'Quarter 2 2020' of the title?"),
        ("Report of 6 June 2019", "The work", "There were 12 arrests.", "", "", ""),
        ("Stops", "The work", "There were 12 arrests.", "", "", ""),
        ("Stops", "June 2019", "There were 12 arrests in 2018.", "2018", "", ""),
        ("Stops", "June 2019", "There were 12 arrests in April.", "", "", "period: April?"),
    ],
)  # fmt: skip
def test_a_period_from_above_the_text(
    lists: Lists, title: str, heading: str, text: str, period: str, inferred: str, asked: str
) -> None:
    page = f"<h1>{title}</h1><p>All.</p><h2>{heading}</h2><p>{text}</p>"
    one = propose(read_bytes(page.encode()), lists).proposed("figures.csv")[-1]
    assert (one.row["period"], one.row["inferred"]) == (period, inferred)
    assert one.needs_a_person == asked


def test_the_period_of_another_number_is_asked(lists: Lists) -> None:
    found = figures(lists, "It fell from 2,000 arrests in 2018 down to 600 arrests.")
    assert [(one.row["period"], one.needs_a_person) for one in found] == [
        ("2018", ""), ("", "period: 2018, or another?"),
    ]  # fmt: skip
