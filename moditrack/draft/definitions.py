"""Definitions: abbreviations that name no agency, and terms that a sentence defines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.draft.names import Names
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import Text, shortened

_DEFINED = re.compile(
    r"[\"“'‘]?(?P<term>[A-Za-z][\w -]{2,40}?)[\"”'’]? (?:is|are) (?:defined as|taken to be) "
    r"|[\"“‘'](?P<quoted>[A-Za-z][\w -]{2,40})[\"”’'] (?:means|refers to|is when) "
)


def abbreviations(names: Names) -> Iterator[Proposal]:
    """The abbreviations that a document explains and that name no agency or operation."""
    for short, (long, locator, start, end) in names.abbreviations.items():
        row = {
            "locator": locator, "kind": "Abbreviation", "term": short,
            "definition": long, "printed": f"{long} ({short})",
        }  # fmt: skip
        yield Proposal("definitions.csv", row, f"'({short})' follows it", start=start, end=end)


def propose(text: Text) -> Iterator[Proposal]:
    """The terms that a passage defines."""
    for sentence in text.sentences:
        match = _DEFINED.search(sentence.text)
        if match is None:
            continue
        term = (match["term"] or match["quoted"]).removeprefix("The ").removeprefix("A ").strip()
        row = {
            "locator": text.locator, "kind": "Term", "term": term,
            "definition": shortened(sentence.text[match.end() :]),
            "printed": match[0].strip(),
        }  # fmt: skip
        yield Proposal(
            "definitions.csv", row, f"'{match[0].strip()}' is printed",
            "reword the definition", sentence.start, sentence.start + len(sentence.text),
        )  # fmt: skip
