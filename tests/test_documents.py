"""The parser, on pages made up for the purpose in the shape of the two families."""

from __future__ import annotations

from moditrack.documents.encodings import decode
from moditrack.documents.known_layouts import parse
from moditrack.documents.normalise import normalise

AUTHORITY = """You are in:

Contents

Report 3 of the 01 Jan 05 meeting of the Harbour Committee.

Warning: This is archived material and may be out of date.

Lost boats

Report: 3
Date: 1 January 2005
By: Harbour master

Summary

Boats were lost.

A. Recommendations

That members note it.

B. Supporting information

The fleet

1. There are three fleets.

2. They are listed:

  • North, which sails
    in winter
  • South

Another paragraph of the second.

Phase 1 – it began in May and found 4 boats.

C. Background papers

None

D. Contact details

Report author: A. Sailor

Appendix 2

Results

  • Nine boats.

Supporting material

  • A map

Send an e-mail linking to this page

Feedback
"""
COMMITTEE = """Committee(s): Harbour Board\tDated: 1 May 2030
Subject: Boats\tPublic

Summary

Boats are few.

Key points:

- One boat.
- Two oars.

Recommendation(s)

Members may note this.

Main Report

Background

1. A first paragraph that a page

break cuts in two.
2. A second one¹ without a blank line.

¹ A footnote

Data

3. Below is a table.

BOAT\t2029\t2030
Red\t1\t2
TOTAL\t1\t2

Background Papers

Paper 7
"""
PRESS = """You are in:

Contents

This page contains press release 1/05.

Boats found

1/05
2 January 2005

The harbour master said:

"They are found."

Notes to editors

1. Results:

  • 3 Boats;
"""


def found(text: str) -> list[tuple[str, str, str]]:
    return [(p.locator, p.kind, p.text) for p in parse(text)]


def test_an_archived_page() -> None:
    assert found(AUTHORITY) == [
        ("header", "header", "Report 3 of the 01 Jan 05 meeting of the Harbour Committee."
         " Lost boats Report: 3 Date: 1 January 2005 By: Harbour master"),
        ("summary.p1", "unnumbered", "Boats were lost."),
        ("A", "heading", "Recommendations"),
        ("A.p1", "unnumbered", "That members note it."),
        ("B", "heading", "Supporting information"),
        ("B.1", "paragraph", "There are three fleets."),
        ("B.2", "paragraph", "They are listed:"),
        ("B.2.b1", "bullet", "North, which sails in winter"),
        ("B.2.b2", "bullet", "South"),
        ("B.2.p1", "unnumbered", "Another paragraph of the second."),
        ("B.2.p2", "unnumbered", "Phase 1 - it began in May and found 4 boats."),
        ("C", "heading", "Background papers"),
        ("C.p1", "unnumbered", "None"),
        ("D", "heading", "Contact details"),
        ("D.p1", "unnumbered", "Report author: A. Sailor"),
        ("appendix-2.b1", "bullet", "Nine boats."),
        ("appendix-2.b2", "bullet", "A map"),
    ]  # fmt: skip


def test_headings_are_kept_with_what_stands_under_them() -> None:
    headings = {p.locator: p.heading for p in parse(AUTHORITY)}
    assert headings["B.1"] == headings["B.2.b1"] == "The fleet"
    assert headings["appendix-2.b1"] == "Results"
    assert headings["appendix-2.b2"] == "Supporting material"
    assert headings["A.p1"] == ""
    assert (
        next(p for p in parse(COMMITTEE) if p.locator == "1").heading == "Main Report / Background"
    )


def test_a_committee_report() -> None:
    assert [(locator, text) for locator, _, text in found(COMMITTEE)] == [
        ("header", "Committee(s): Harbour Board Dated: 1 May 2030 Subject: Boats Public"),
        ("summary.p1", "Boats are few."),
        ("summary.p2", "Key points:"),
        ("summary.b1", "One boat."),
        ("summary.b2", "Two oars."),
        ("recommendations.p1", "Members may note this."),
        ("1", "A first paragraph that a page break cuts in two."),
        ("2", "A second one¹ without a blank line."),
        ("footnote-1", "A footnote"),
        ("3", "Below is a table."),
        ("3.boat", "BOAT 2029 2030 Red 1 2 TOTAL 1 2"),
        ("background-papers.p1", "Paper 7"),
    ]


def test_a_press_release() -> None:
    assert [(locator, text) for locator, _, text in found(PRESS)] == [
        ("header", "This page contains press release 1/05. Boats found 1/05 2 January 2005"),
        ("body.p1", "The harbour master said:"),
        ("body.p2", '"They are found."'),
        ("notes.1", "Results:"),
        ("notes.1.b1", "3 Boats;"),
    ]


def test_another_copy_of_the_page_gives_the_same_digests() -> None:
    digests = [p.digest for p in parse(AUTHORITY)]
    windows = AUTHORITY.replace("\n", "\r\n").encode("cp1252")
    assert [p.digest for p in parse(decode(windows))] == digests
    marked = b"\xef\xbb\xbf" + AUTHORITY.encode()
    assert [p.digest for p in parse(decode(marked))] == digests
    spaced = AUTHORITY.replace("three fleets", "three\u00a0fleets").replace("–", "—")
    assert [p.digest for p in parse(spaced)] == digests
    assert [p.digest for p in parse(AUTHORITY.replace("three", "four"))] != digests


def test_normalising() -> None:
    assert normalise(" “Adam”\n – the boy’s… ") == '"Adam" - the boy\'s...'
