"""Commitments: what somebody says that they will do, with the day and the target where printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.draft.events import REWORD
from moditrack.draft.figures import Context, recorded
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import Text, shortened, slug, unique

_PROMISE = re.compile(
    r"\b(?:will (?!be (?:asked|aware|noted|seen)|not\b|have been\b)"
    r"|plan(?:s|ned)? to|intends? to|aims? to|is (?:committed|due|to be)\b|are (?:committed|due)\b"
    r"|(?:is|are) working to|targets? (?:is|of|to)|pledge[sd]? to|undertakes? to"
    r"|continues? to (?:improve|work|develop)|by the end of)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:members|report|table|section|paragraph|reader)s? will\b|\bif\b", re.I)
_BY = re.compile(r"\b(?:by|before|until|no later than)(?: the)?(?: end of)? $", re.IGNORECASE)


def propose(text: Text, context: Context, targets: list[Proposal]) -> Iterator[Proposal]:
    """The commitments of a passage; `targets` are its figures with the status target or planned."""
    if text.heading or text.passage.kind in ("header", "table", "heading"):
        return
    for sentence in text.sentences:
        match = _PROMISE.search(sentence.text)
        if match is None or _OTHERS.search(sentence.text):
            continue
        end = sentence.start + len(sentence.text)
        due = [
            recorded(one)
            for one in text.periods
            if sentence.start <= one.start < end
            and not one.partial
            and _BY.search(text.text[max(0, one.start - 25) : one.start])
        ]
        own = [one.row["figure"] for one in targets if sentence.start <= one.start < end]
        found = [one.subject for one in context.names.find(sentence.text)]
        agencies = list(dict.fromkeys(one.id for one in found if one.table == "agency"))
        operations = list(dict.fromkeys(one.id for one in found if one.table == "operation"))
        described = shortened(sentence.text[match.end() :])
        row = {
            "commitment": unique(slug(" ".join(described.split()[:4]), 40), context.taken),
            "locator": text.locator, "due": due[0] if len(due) == 1 else "",
            "agencies": " ".join(agencies) or context.default,
            "operation": operations[0] if len(operations) == 1 else "",
            "target": own[0] if len(own) == 1 else "",
            "description": described[:1].upper() + described[1:],
        }  # fmt: skip
        yield Proposal(
            "commitments.csv", row, f"'{match[0].strip()}' is printed", REWORD,
            sentence.start, end,
        )  # fmt: skip
