"""The parser, on pages of the same families in other forms: sections, breaks and dates."""

from __future__ import annotations

import re

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.known_layouts import parse
from moditrack.documents.normalise import normalise
from tests.test_documents import AUTHORITY, COMMITTEE, PRESS

LETTERED = """Report 7 of the 12 Jun 06 meeting of the Finance Committee.

Boats

Report: 7
Date: 12 June 2006

Summary
Forty boats were lost.

B. Supporting information
1. First of 3 fleets.
2. Second of 3 fleets.

E. Legal implications

Human rights

1. There are three.

H. Background papers

Letters of 2005

Notes of 2006

Appendix 1: Costs of 2006

1.\tCosts are £12.

– en dash
·\tmiddle dot

Ends

Notes to Editors:

1. A note.
"""


def test_other_sections_appendices_and_bullets_of_the_same_family() -> None:
    assert [(p.locator, p.heading, p.text) for p in parse(LETTERED)][1:] == [
        ("summary.p1", "", "Forty boats were lost."),
        ("B", "", "Supporting information"),
        ("B.1", "", "First of 3 fleets."),
        ("B.2", "", "Second of 3 fleets."),
        ("E", "", "Legal implications"),
        ("E.1", "Human rights", "There are three."),
        ("H", "", "Background papers"),
        ("H.p1", "", "Letters of 2005"),
        ("H.p2", "", "Notes of 2006"),
        ("appendix-1.1", "Costs of 2006", "Costs are £12."),
        ("appendix-1.1.b1", "Costs of 2006", "en dash"),
        ("appendix-1.1.b2", "Costs of 2006", "middle dot"),
        ("appendix-1.1.p1", "Costs of 2006", "Ends"),
        ("notes.1", "", "A note."),
    ]


BROKEN = """Committee(s): Harbour Board\tDated: 1 May 2030

Main Report

1. Boats of the¹

¹ Source 2029

harbour were 5, in the

Northern part of it.

It was a request of Members: 7 of them

2. Below:
BOAT\t2029
Red\t3
of which 2 were lost.

1. Counted anew.
"""


def test_page_breaks_footnotes_and_tables_of_a_committee_report() -> None:
    assert parse(BROKEN)[1].heading == "Main Report"
    assert [(p.locator, p.text) for p in parse(BROKEN)][1:] == [
        ("1", "Boats of the¹ harbour were 5, in the Northern part of it."),
        ("footnote-1", "Source 2029"),
        ("1.p1", "It was a request of Members: 7 of them"),
        ("2", "Below:"),
        ("2.boat", "BOAT 2029 Red 3"),
        ("2.p1", "of which 2 were lost."),
        ("1~2", "Counted anew."),
    ]


def test_no_word_is_dropped() -> None:
    for text in (AUTHORITY, COMMITTEE, PRESS, LETTERED, BROKEN):
        kept = " ".join(f"{p.heading} {p.text} {p.locator}" for p in parse(text)).lower()
        skipped = ("you are in", "contents", "warning", "send an e-mail", "feedback")
        for line in text.splitlines():
            if not line.lower().startswith(skipped):
                for word in re.findall(r"[a-z0-9£]{3,}", normalise(line).lower()):
                    assert word in kept or word in ("summary", "notes", "editors"), word


def test_press_releases_with_other_dates() -> None:
    for date in ("Monday 3 January 2005", "3rd January 2005", "3 January 2005"):
        text = PRESS.replace("2 January 2005", date)
        assert [p.locator for p in parse(text)][:2] == ["header", "body.p1"]


@pytest.mark.parametrize(
    "copy",
    [
        lambda text: text.replace("\u2022 ", "\u2022\u00a0"),
        lambda text: text.replace("\u2022 ", "\u2022\t"),
        lambda text: re.sub(r"(?m)^(\d\.) ", r"\1\t", text),
        lambda text: text.replace("\n", "\u2028"),
        lambda text: text.replace(". ", ".  "),
    ],
)
def test_other_spaces_and_line_ends_give_the_same_digests(copy) -> None:
    text = AUTHORITY + "\n"
    assert [p.digest for p in parse(copy(text))] == [p.digest for p in parse(text)]


def test_a_long_sentence_that_opens_a_document_is_no_heading_block() -> None:
    long = f"Crews {'and other crews ' * 12}met 12 boats."
    document = read_bytes(f"<title>Tides</title><p>{long}</p><p>They met 9 nets.</p>".encode())
    assert [(one.locator, one.kind) for one in document.passages] == [
        ("body.p1", "unnumbered"), ("body.p2", "unnumbered"),
    ]  # fmt: skip
