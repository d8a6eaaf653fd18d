"""Names that a report prints and does not introduce: bodies by their form, abbreviations by use."""

from __future__ import annotations

import pytest

from moditrack.draft.lists import Lists
from tests.drafts import drafted


def new(lists: Lists, text: str) -> list[tuple[str, str]]:
    """Name and kind of the agencies that a text makes candidates."""
    return [
        (one.row["name"], one.row["kind"])
        for one in drafted(lists, text).proposed("new-agencies.csv")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was led by the Harl County Police Department.",
         [("Harl County Police Department", "force")]),
        ("The Harl Town Council and the Quay Ferry Bureau met.",
         [("Harl Town Council", "authority"), ("Quay Ferry Bureau", "department")]),
        ("The Department of Harbours wrote.", [("Department of Harbours", "department")]),
        ("The Quay Standards and Training Council met.",
         [("Quay Standards and Training Council", "authority")]),
        ("Later the QZF completed the work with XBU.", [("QZF", "agency"), ("XBU", "agency")]),
        ("The Police Department met the City Council.", []),
        ("ALL OFFICERS MET THE QZF THERE.", []),
        ("There is CCTV in the UK.", []),
    ],
)  # fmt: skip
def test_a_body_is_a_candidate(lists: Lists, text: str, found: list[tuple[str, str]]) -> None:
    assert new(lists, text) == found


def test_a_candidate_is_no_agency_of_figures_until_a_person_says_so(lists: Lists) -> None:
    draft = drafted(lists, "The Harl County Police Department made 12 arrests.")
    (name,) = draft.proposed("names.csv")
    (agency,) = draft.proposed("new-agencies.csv")
    assert (name.row["agency"], name.sure) == ("harl-county-police-department", True)
    assert agency.needs_a_person == "is it an agency?"
    assert draft.proposed("figures.csv")[0].row["agency"] == ""


def test_an_abbreviation_is_that_of_the_name_with_its_letters(lists: Lists) -> None:
    draft = drafted(lists, "The Harl Ferry Bureau met. Later HFB sailed.")
    found = [(one.row["name"], one.row["agency"], one.needs_a_person)
             for one in draft.proposed("names.csv")]  # fmt: skip
    assert found == [
        ("Harl Ferry Bureau", "harl-ferry-bureau", ""),
        ("HFB", "harl-ferry-bureau", "name: is it harl-ferry-bureau?"),
    ]


def test_an_abbreviation_may_precede_its_long_form(lists: Lists) -> None:
    draft = drafted(lists, "The QCU (Quay Crime Unit) was asked.")
    assert [one.row["name"] for one in draft.proposed("names.csv")] == ["QCU", "Quay Crime Unit"]
    assert new(lists, "The QCU (Quay Crime Unit) was asked.") == [("Quay Crime Unit", "unit")]


def test_what_an_unknown_abbreviation_stands_for_is_asked(lists: Lists) -> None:
    (one,) = drafted(lists, "A summer school SRO, too.").proposed("definitions.csv")
    assert (one.row["term"], one.needs_a_person) == (
        "SRO", "definition: what does 'SRO' stand for?",
    )  # fmt: skip
