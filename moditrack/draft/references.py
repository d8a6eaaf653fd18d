"""References: acts, papers and pages that a report refers to and does not contain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import Text

_ACT = re.compile(
    r"\b(?:[A-Z][a-z]+(?:,? (?:[A-Z][a-z]+|and|of|for|\([A-Z][a-z]+\)))* )"
    r"(?P<kind>Act|Bill|Regulations|Order)(?: (?:19|20)\d\d)?\b"
)
_PAPER = re.compile(
    r"\b(?:[A-Z][\w'’]+ ){1,6}(?P<kind>White Paper|Green Paper|Strategy|Framework|Plan)"
    r"(?: (?:19|20)\d\d(?:[-/–]\d{2,4})?)?\b"
)
_LINK = re.compile(r"\bhttps?://[^\s)>\]]+|\bwww\.[^\s)>\]]+")
_KINDS = {"Act": "act", "Bill": "bill", "Regulations": "regulations", "Order": "order",
          "White Paper": "white paper", "Green Paper": "green paper", "Strategy": "strategy",
          "Framework": "framework", "Plan": "plan"}  # fmt: skip
_OPENING = re.compile(r"^(?:The|Under|In|This|A|An|That|By|Since|With|Its|Our|And) ")
_NONE = ("none", "nil", "n/a", "none.")


def propose(text: Text, seen: set[str]) -> Iterator[Proposal]:
    """The references of a passage, each title once in a document."""
    if text.heading:
        return
    if text.locator.startswith("background-papers"):
        yield from _background(text, seen)
        return
    for pattern in (_ACT, _PAPER):
        for match in pattern.finditer(text.text):
            title = match[0]
            while _OPENING.match(title):
                title = title.partition(" ")[2]
            if title.lower() in seen or len(title.split()) < 2:
                continue
            seen.add(title.lower())
            kind = _KINDS[match["kind"]]
            row = {"locator": text.locator, "title": title, "kind": kind}
            needs = "" if pattern is _ACT else "is this a document that it refers to?"
            yield Proposal(
                "references.csv", row, f"'{title}' is printed", needs,
                match.end() - len(title), match.end(),
            )  # fmt: skip
    for match in _LINK.finditer(text.text):
        link = match[0].rstrip(".,;:")
        if link.lower() not in seen:
            seen.add(link.lower())
            row = {"locator": text.locator, "title": link, "kind": "web page"}
            yield Proposal(
                "references.csv", row, "a link is printed", "",
                match.start(), match.start() + len(link),
            )  # fmt: skip


def _background(text: Text, seen: set[str]) -> Iterator[Proposal]:
    if text.text.lower().strip() in _NONE or text.text.lower() in seen:
        return
    seen.add(text.text.lower())
    row = {
        "locator": text.locator,
        "title": text.text,
        "kind": "report",
        "note": "Background paper",
    }
    yield Proposal(
        "references.csv", row, "it is listed as a background paper", "", 0, len(text.text)
    )
