"""Whose the figures of a sentence are, and names printed whole."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.names.agency_and_operation_names import Names
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


@pytest.mark.parametrize(
    ("text", "agency", "asked"),
    [
        ("In May 12 sailors throughout the Harl Boat Team were held.", "harl-boat-team", ""),
        ("Most crews of the Harl Boat Team had 12 complaints.", "harl-boat-team", "?"),
        ("Besides the Harl Boat Team, 12 boats came.", "", ""),
        ("It holds a Harl Boat Team Licence for 12 boats.", "", ""),
        ("They stayed for 12 years in all at the Harl Boat Team.", "harl-boat-team", "?"),
    ],
)
def test_the_one_new_agency_of_a_sentence_is_whose_its_figures_are(
    lists: Lists, text: str, agency: str, asked: str
) -> None:
    found = drafted(lists, f"The Harl Boat Team inspected the quay.\n\n{text}")
    (one,) = found.proposed("figures.csv")
    parts = [part for part in one.needs_a_person.split("; ") if part.startswith("agency")]
    assert (one.row["agency"], parts) == (agency, [f"agency: {agency}?"] if asked else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Office of Tide Inspection (OTI) came.", ["Office of Tide Inspection", "OTI"]),
        ("HHB’s Office of Tide Inspection (OTI) came.", ["Office of Tide Inspection", "OTI"]),
        ("HHB’s Office of Tide Inspection came.", ["Office of Tide Inspection"]),
    ],
)
def test_a_name_is_whole_and_not_that_of_its_owner(
    lists: Lists, text: str, names: list[str]
) -> None:
    found = drafted(lists, f"1. {text}").proposed("names.csv")
    assert [one.row["name"] for one in found if one.row["name"] != "HHB"] == names


def test_a_long_form_may_be_printed_elsewhere(lists: Lists) -> None:
    text = "1. QTM referrals rose. The Quay Trade Mechanism is old. The HOQ said so."
    text += "\n\n2. Write to the Harl Officials on Quays."
    draft = drafted(lists, text)
    assert [
        (one.row["term"], one.row["definition"], one.needs_a_person)
        for one in draft.proposed("definitions.csv")
    ] == [("QTM", "Quay Trade Mechanism", "definition: is this what 'QTM' stands for?")]
    assert [(one.row["name"], one.row["kind"]) for one in draft.proposed("new-agencies.csv")] == [
        ("Harl Officials on Quays", "agency")
    ]
    assert [one.row["name"] for one in draft.proposed("names.csv")] == [
        "HOQ", "Harl Officials on Quays",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Besides the visit of the MPS in May 2024, there were 3 visits.", ""),
        ("In the days before May, when the MPS made a visit, there were 3 others.", ""),
        ("In May 2024 the MPS made 3 visits.", "mps"),
    ],
)
def test_who_is_named_besides_is_not_whose_the_figures_are(
    lists: Lists, text: str, agency: str
) -> None:
    found = Names(lists.names).mentioned(text).ids["agency"]
    assert found == ([agency] if agency else [])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In the Harl Valley area, the force made 12 arrests.", ["agency: mps, or another?"]),
        ("In the Metropolitan area, the force made 12 arrests.", []),
        ("In the spring, the force made 12 arrests.", []),
    ],
)
def test_the_area_of_another_force_is_asked(lists: Lists, text: str, asked: list[str]) -> None:
    (one,) = drafted(lists, text, force="mps").proposed("figures.csv")
    found = [part for part in one.needs_a_person.split("; ") if part.startswith("agency")]
    assert found == asked


def test_local_government_is_not_the_government(lists: Lists) -> None:
    for name, agency in (("Local Government", ""), ("the Government", "uk-government")):
        (one,) = drafted(lists, f"Crews met {name} on 12 boats.").proposed("figures.csv")
        assert one.row["agency"] == agency


def test_a_council_is_not_the_police_of_its_county(lists: Lists) -> None:
    text = (
        "Quay County Council\n\nReview of nets\n\nThe council has 12 nets, which it mends at the"
        " quay in the winter of each year.\n\nIt works with Quay Constabulary at sea.\n"
    )
    draft = propose(read_bytes(text.encode()), lists, id_="quay-county-council-2025-03-01")
    assert (draft.toml["publisher"], draft.toml["force"]) == ("quay-county-council", "")
