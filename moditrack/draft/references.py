"""References: acts, papers and pages that a report refers to and does not contain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.documents.dates.years import YEAR_HEADING
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import Text

_NAMED = re.compile(
    r"\b(?P<kind>Act|Bill|Regulations|Order|White Paper|Green Paper|Strategy|Framework|Plan|Code"
    r"|Guidance|Policy|Circular|Convention|Directive|Inquiry|Review|Survey|Census)"
    rf"(?: of Practice)?(?: (?:of )?{YEAR_HEADING})?(?: Sec(?:\.|tion) \w+)?(?!\w)(?! [A-Z])"
)
_BEFORE = re.compile(r"(?:(?:[A-Z][\w'’-]*|\([A-Z][\w ]*\)|of|and|for),? )+$")
_LONGEST = 90
"""Characters of a title before the word that says what it is."""
_SURE = ("Act", "Bill", "Regulations")
_LINK = re.compile(r"\bhttps?://[^\s)>\]]+|\bwww\.[^\s)>\]]+")
_OPENING = re.compile(r"^(?:The|Under|In|This|A|An|That|By|Since|With|Its|Our|And|of|and|for),? ")
_NONE = ("none", "nil", "n/a", "none.")


def propose(text: Text, known: set[str]) -> Iterator[Proposal]:
    """The references of a passage, each title once in a document."""
    if text.heading:
        return
    if text.locator.startswith("background-papers"):
        yield from _background(text, known)
        return
    for match in _NAMED.finditer(text.text):
        before = _BEFORE.search(text.text[max(0, match.start() - _LONGEST) : match.start()])
        title = (before[0] if before else "") + match[0]
        while _OPENING.match(title):
            title = title.partition(" ")[2]
        if title.lower() in known or len(title.split()) < 2 or title[0].islower():
            continue
        known.add(title.lower())
        row = {"locator": text.locator, "title": title, "kind": match["kind"].lower()}
        needs = "" if match["kind"] in _SURE else "is this a document that it refers to?"
        yield Proposal(
            "references.csv", row, f"'{title}' is printed", needs,
            match.end() - len(title), match.end(),
        )  # fmt: skip
    for match in _LINK.finditer(text.text):
        link = match[0].rstrip(".,;:")
        if link.lower() not in known:
            known.add(link.lower())
            row = {"locator": text.locator, "title": link, "kind": "web page"}
            yield Proposal(
                "references.csv", row, "a link is printed", "",
                match.start(), match.start() + len(link),
            )  # fmt: skip


def _background(text: Text, known: set[str]) -> Iterator[Proposal]:
    if text.text.lower().strip() in _NONE or text.text.lower() in known:
        return
    known.add(text.text.lower())
    row = {
        "locator": text.locator,
        "title": text.text,
        "kind": "report",
        "note": "Background paper",
    }
    yield Proposal(
        "references.csv", row, "it is listed as a background paper", "", 0, len(text.text)
    )
