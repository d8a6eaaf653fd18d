"""Definitions that a draft proposes."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted
from tests.test_draft_families import rows


def test_an_abbreviation_of_no_agency_is_a_definition(lists: Lists) -> None:
    draft = drafted(lists, "1. Serious night trading (SNT) rose.")
    columns = ("locator", "kind", "term", "definition", "printed")
    assert rows(draft, "definitions.csv", *columns) == [
        ("1", "Abbreviation", "SNT", "Serious night trading", "Serious night trading (SNT)", "")
    ]
    assert draft.proposed("new-agencies.csv") == []


def test_a_term_that_a_sentence_defines(lists: Lists) -> None:
    draft = drafted(lists, "1. The night market is defined as trading after midnight.")
    assert rows(draft, "definitions.csv", "kind", "term", "definition") == [
        ("Term", "night market", "trading after midnight", "")
    ]


def test_an_explanation_is_printed_as_the_text_has_it(lists: Lists) -> None:
    draft = drafted(lists, "The scheme known as BEAT (Boats Examined At Tide) runs.")
    (row,) = [one.row for one in draft.proposed("definitions.csv")]
    assert row["printed"] == "BEAT (Boats Examined At Tide)"


@pytest.mark.parametrize(
    ("text", "term", "said", "asked"),
    [
        ("Late boats are when the tide is out.", "Late boats", "the tide is out", ""),
        ("We saw late boats - boats which come after the tide - at Harl.", "late boats",
         "boats which come after the tide", ""),
        ("Broken boat: a case where the mast is missing", "Broken boat",
         "a case where the mast is missing", "is this a definition?"),
    ],
)  # fmt: skip
def test_a_term_is_defined(lists: Lists, text: str, term: str, said: str, asked: str) -> None:
    draft = drafted(lists, f"1. The quay.\n\n{text}\n")
    assert rows(draft, "definitions.csv", "term", "definition") == [(term, said, asked)]


@pytest.mark.parametrize(
    ("text", "term", "said", "asked"),
    [
        ("The Quay Act 2003 defines a late boat as a boat that comes after dark.", "late boat",
         "a boat that comes after dark", ""),
        ("The port also defines QB as 'Boats of the quay in winter'.", "QB",
         "Boats of the quay in winter", ""),
        ("The term night run is used to describe any trip after dark.", "night run",
         "any trip after dark", ""),
        ("By “night run” we mean any trip after dark.", "night run", "any trip after dark", ""),
        ("A 'night run' means any trip after dark.", "night run", "any trip after dark", ""),
        ("Night runs (NRs) means all trips after dark.", "Night runs", "all trips after dark", ""),
        ("A trip that ends after dark is counted as a Night Run.", "Night Run",
         "trip that ends after dark", "is this a definition?"),
        ("A Night Run is considered to be a Late Run by the port when it ends after midnight.",
         "Late Run", "when it ends after midnight", "is this a definition?"),
        ("Late boats comprise all boats that come after dark.", "Late boats",
         "all boats that come after dark", "is this a definition?"),
        ("We saw a night run, that is, a trip after dark.", "night run", "a trip after dark",
         "is this a definition?"),
    ],
)  # fmt: skip
def test_a_term_is_defined_in_other_words(
    lists: Lists, text: str, term: str, said: str, asked: str
) -> None:
    found = rows(drafted(lists, f"1. {text}"), "definitions.csv", "kind", "term", "definition")
    assert [one[1:] for one in found if one[0] == "Term" or term == "QB"] == [(term, said, asked)]


@pytest.mark.parametrize(
    "text",
    ["For this report these are defined within the port as follows.", "It means that all is well.",
     "The rule covers many boats.", "What does this mean for the port?"],
)  # fmt: skip
def test_no_term_is_defined(lists: Lists, text: str) -> None:
    assert drafted(lists, f"1. {text}").proposed("definitions.csv") == []


def test_glossaries_are_tables_lists_or_lines(lists: Lists) -> None:
    page = (
        "<h1>Boats</h1><p>All is well.</p><h2>Glossary</h2>"
        "<dl><dt>Near miss</dt><dd>An event that could have sunk a boat.</dd></dl>"
        "<ul><li>Berth: a place for a boat</li></ul>"
        "<h2>Annex</h2><table><tr><th>Term</th><th>Meaning</th></tr>"
        "<tr><td>Late boat</td><td>A boat that comes after dark</td></tr></table>"
        "<h2>Crew</h2><table><tr><th>Boat</th><th>Crew</th></tr>"
        "<tr><td>Heron</td><td>Four men</td></tr></table>"
    )
    found = rows(propose(read_bytes(page.encode()), lists), "definitions.csv", "term", "definition")
    assert sorted(found) == [
        ("Berth", "a place for a boat", ""),
        ("Late boat", "A boat that comes after dark", ""),
        ("Near miss", "An event that could have sunk a boat", ""),
    ]


def test_a_word_in_a_bracket_is_no_abbreviation(lists: Lists) -> None:
    draft = drafted(lists, "1. Under section 9 of the Quay Reform Act 2011 (the “Act”) it ended.")
    assert draft.proposed("definitions.csv") == []
    draft = drafted(lists, "1. The Quay Crime Survey (QCS; until 2012 a part of it) ended.")
    (row,) = rows(draft, "definitions.csv", "term", "definition")
    assert row == ("QCS", "Quay Crime Survey", "")


def test_a_piece_of_a_sentence_is_no_term(lists: Lists) -> None:
    draft = drafted(lists, "1. Most were old, with a mean age of 20.")
    assert draft.proposed("definitions.csv") == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("1. QZF refers to the Quay Zone Fund.", [""]),
        ("1. QZF refers to the visits to say that nothing was wrong.", ["is this a definition?"]),
    ],
)
def test_what_an_abbreviation_refers_to_may_be_no_definition(
    lists: Lists, text: str, asked: list[str]
) -> None:
    found = drafted(lists, text).proposed("definitions.csv")
    assert [one.needs_a_person for one in found if one.row["definition"]] == asked
