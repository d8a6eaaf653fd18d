"""Commitments in lists of aims; terms in other wordings; references to codes and guidance."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted

LIST = "<h1>Boats</h1><p>All.</p><h2>{}</h2><ul><li>{}</li><li>Quay walls are old.</li></ul>"


@pytest.mark.parametrize(
    ("head", "item", "found"),
    [
        ("Goals for 2026", "Improve the harbour patrols.",
         [("Improve the harbour patrols", "2026", "mps", "")]),
        ("Priorities", "Recruit two officers, as in earlier years.",
         [("Recruit two officers", "", "mps", "")]),
        ("Recommendations", "Replace the quay walls.",
         [("Replace the quay walls", "", "mps", "agencies: who will do it?")]),
        ("Findings", "Improve the harbour patrols.", []),
    ],
)  # fmt: skip
def test_an_item_in_the_imperative_is_a_commitment(
    lists: Lists, head: str, item: str, found: list[tuple[str, ...]]
) -> None:
    draft = propose(read_bytes(LIST.format(head, item).encode()), lists, force="mps")
    assert [
        (one.row["description"], one.row["due"], one.row["agencies"], one.needs_a_person)
        for one in draft.proposed("commitments.csv")
    ] == found


def test_a_long_aim_is_to_be_reworded(lists: Lists) -> None:
    item = "Work with the harbour board and the town on all of the old quay walls"
    draft = propose(read_bytes(LIST.format("Goals", item).encode()), lists, force="mps")
    (one,) = draft.proposed("commitments.csv")
    assert one.needs_a_person == "reword the description"


@pytest.mark.parametrize(
    ("text", "term", "definition"),
    [
        ("Night runs is the name given to trips after dark.", "Night runs", "trips after dark"),
        ("Required searches are those that follow a warrant.", "Required searches",
         "that follow a warrant"),
        ("The 'night run' is the trip after dark.", "night run", "the trip after dark"),
    ],
)  # fmt: skip
def test_a_term_is_defined_in_other_wordings(
    lists: Lists, text: str, term: str, definition: str
) -> None:
    (one,) = drafted(lists, text).proposed("definitions.csv")
    assert (one.row["term"], one.row["definition"], one.needs_a_person) == (term, definition, "")


@pytest.mark.parametrize(
    ("text", "term", "definition", "asked"),
    [
        ("A night run is a trip that no light shows.", "night run", "a trip that no light shows",
         "is this a definition?"),
        ("The pilot (a boatman of the port) must agree.", "pilot", "a boatman of the port",
         "is this a definition?"),
        ("Cohesion refers to how boats keep together.", "Cohesion", "how boats keep together", ""),
        ("1. Glossary\n\nNight run: a trip after dark by boat.", "Night run",
         "a trip after dark by boat", ""),
        ("1. Glossary\n\nQZF - Quay Zone Fund", "QZF", "Quay Zone Fund", ""),
    ],
)  # fmt: skip
def test_a_sentence_a_bracket_or_a_glossary_defines(
    lists: Lists, text: str, term: str, definition: str, asked: str
) -> None:
    found = [
        (one.row["term"], one.row["definition"], one.needs_a_person)
        for one in drafted(lists, text).proposed("definitions.csv")
    ]
    assert (term, definition, asked) in found


@pytest.mark.parametrize(
    "text", ["This is a quay that we know.", "Boats show that the quay is a place that we know."]
)
def test_a_sentence_about_something_else_defines_nothing(lists: Lists, text: str) -> None:
    assert drafted(lists, text).proposed("definitions.csv") == []


WHO = "agencies: who will do it?"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("All port teams are on track to complete two reviews per year.",
         ("All port teams to complete two reviews per year", "", "mps", WHO)),
        ("CO14 anticipates submitting its plans in the 2028 report.",
         ("Submitting its plans in the 2028 report", "2028", "co14", "")),
        ("These numbers will be monitored, so that the port can act.",
         ("These numbers to be monitored", "", "mps", WHO)),
        ("We will train all officers, which the board will publish in 2027.",
         ("Train all officers", "2027", "mps", "")),
        ("The next report will be published in 2028.",
         ("Next report to be published in 2028", "2028", "mps", WHO)),
        ("We will work with CO14 on the quays.",
         ("Work with CO14 on the quays", "", "mps", "")),
    ],
)  # fmt: skip
def test_a_promise_is_said_with_who_and_when(
    lists: Lists, text: str, found: tuple[str, ...]
) -> None:
    (one,) = drafted(lists, text, force="mps").proposed("commitments.csv")
    row = one.row
    assert (row["description"], row["due"], row["agencies"], one.needs_a_person) == found


def test_a_pronoun_is_no_term(lists: Lists) -> None:
    assert drafted(lists, "Later, this means more work.").proposed("definitions.csv") == []


def test_a_code_is_a_reference(lists: Lists) -> None:
    draft = drafted(lists, "It follows Harbour Code Section 12 and the Quay Guidance 2024.")
    assert [one.row["title"] for one in draft.proposed("references.csv")] == [
        "Harbour Code Section 12", "Quay Guidance 2024",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The full 2024 QZF annual report was published.", ["full 2024 QZF annual report"]),
        ("A review by the College of Boatmen agrees. So do Harl Monthly Boat Reports.",
         ["Harl Monthly Boat Reports", "A review by the College of Boatmen"]),
        ("It is from data.quay.org.uk under the Open Boat Licence version 3.0.",
         ["Open Boat Licence version 3.0", "data.quay.org.uk"]),
        ("See https://data.quay.org or ask ann@quay.org.", ["https://data.quay.org"]),
        ("These reports and the annual report say so to Report Writers.", []),
    ],
)  # fmt: skip
def test_papers_data_and_sites_are_references(lists: Lists, text: str, titles: list[str]) -> None:
    found = drafted(lists, text).proposed("references.csv")
    assert [one.row["title"] for one in found] == titles
