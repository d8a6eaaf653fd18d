"""Commitments: what somebody says that they will do, with the day and the target where printed."""

from __future__ import annotations

from collections.abc import Iterator

from moditrack.draft.figure_periods import recorded
from moditrack.draft.figures import Context
from moditrack.draft.promises import REWORD, is_due, promise
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import Text, shortened, slug, unique


def propose(text: Text, context: Context, targets: list[Proposal]) -> Iterator[Proposal]:
    """The commitments of a passage; `targets` are its figures with the status target or planned."""
    for sentence in text.sentences:
        match = promise(text, sentence)
        if match is None:
            continue
        end = sentence.start + len(sentence.text)
        due = [
            recorded(one)
            for one in text.periods_in(sentence.start, end)
            if not one.partial and is_due(text, one)
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
