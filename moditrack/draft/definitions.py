"""Definitions: abbreviations that name no agency, and terms that a sentence defines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.draft.names import Names
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import Text, shortened

_DEFINED = re.compile(
    r"[\"“'‘]?(?P<term>[A-Za-z][\w -]{2,40}?)[\"”'’]? (?:(?:is|are) (?:defined as|taken to be"
    r"|the (?:name|term) (?:given to|used (?:for|to describe))|a term (?:used )?(?:for|to describe)"
    r"|those(?= (?:that|which|who)\b))|refers? to|means) "
    r"|[\"“‘'](?P<quoted>[A-Za-z][\w -]{2,40})[\"”'’] (?:is when|(?:is|are) (?=(?:the|a|an)\b)) ?"
)
_BROUGHT = re.compile(r"^(?:The|A|An|Such|Both) ")
_NO_TERM = re.compile(r"\b(?:this|that|it|which|these|those|they|we|he|she|who|also)$", re.I)
_FEW = 11
"""Words of a definition that needs no other words."""


def abbreviations(names: Names) -> Iterator[Proposal]:
    """The abbreviations that a document explains and that name no agency or operation."""
    for short, (long, printed, locator, start, end) in names.abbreviations.items():
        row = {
            "locator": locator, "kind": "Abbreviation", "term": short,
            "definition": long, "printed": printed,
        }  # fmt: skip
        yield Proposal("definitions.csv", row, f"'({short})' follows it", start=start, end=end)


def propose(text: Text) -> Iterator[Proposal]:
    """The terms that a passage defines."""
    for sentence in text.sentences:
        match = _DEFINED.search(sentence.text)
        if match is None:
            continue
        term = _BROUGHT.sub("", match["term"] or match["quoted"]).strip()
        if _NO_TERM.search(term):
            continue
        said = sentence.text[match.end() :].strip(" .")
        row = {
            "locator": text.locator, "kind": "Term", "term": term,
            "definition": shortened(said),
            "printed": match[0].strip(),
        }  # fmt: skip
        yield Proposal(
            "definitions.csv", row, f"'{match[0].strip()}' is printed",
            "" if len(said.split()) <= _FEW else "reword the definition",
            sentence.start, sentence.start + len(sentence.text),
        )  # fmt: skip
