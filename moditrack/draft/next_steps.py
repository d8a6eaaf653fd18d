"""What is left to do after a draft, file by file, for the terminal."""

from __future__ import annotations

from collections import Counter

from moditrack.counting import counted
from moditrack.draft.proposal import Draft

ORDER = (
    ("new-measures.csv", "new measure", "keep it, or write the known one into figures.csv"),
    ("new-agencies.csv", "new agency", "keep it, or write the known one into names.csv"),
    ("new-operations.csv", "new operation", "keep it"),
    ("figures.csv", "figure", "what needs_a_person says"),
    ("claims.csv", "claim", "what needs_a_person says"),
    ("events.csv", "event", "reword the description"),
    ("commitments.csv", "commitment", "reword the description"),
    ("definitions.csv", "definition", "reword it"),
    ("references.csv", "reference", "is it one?"),
    ("names.csv", "name", "what needs_a_person says"),
    ("numerals.csv", "number", "keep it where it is no quantity, else move it to figures.csv"),
)
"""The files in the order in which to go through them, what a row is, and what to do with it."""

ANSWER = "Where a row is right, empty its needs_a_person; where it is nothing, write none there."
"""What to do with each row that needs a person."""

_PLURAL = {"new agency": "new agencies"}


def plan(draft: Draft) -> list[str]:
    """What a person has to do, one line for each file with unfinished rows."""
    lines = []
    if draft.missing:
        lines.append(f"document.toml: fill in {', '.join(draft.missing)}")
    figures = draft.proposed("figures.csv")
    alone = sum(not one.row.get("agency") for one in figures)
    if alone and not draft.toml["force"]:
        lines.append(
            f"figures.csv: {counted(alone, 'figure')} without an agency, right where they are of"
            " several: else draft again with --force ID, or fill in the column agency"
        )
    counts = draft.counts()
    for file, noun, what in ORDER:
        if left := counts.get(file, (0, 0))[1]:
            wait = sum(bool(proposal.follows) for proposal in draft.proposed(file))
            takes = "takes its answer" if wait == 1 else "take their answers"
            later = f"; {counted(wait, 'other')} {takes} from these" if wait else ""
            lines.append(f"{file}: {counted(left, noun, _PLURAL.get(noun, ''))}: {what}{later}")
    return lines


def summary(draft: Draft) -> list[str]:
    """The rows of each file: how many are sure, how many need a person, how many wait for these."""
    counts = draft.counts()
    width = max(map(len, counts), default=0)
    waits = Counter(one.file for one in draft.proposals if one.follows)
    heads = ["sure", "need you", *(["wait"] if waits else [])]
    lines = [f"{'':<{width}}  {heads[0]:>5}  {'  '.join(f'{one:>8}' for one in heads[1:])}"]
    for file, (sure, left) in counts.items():
        wait = f"  {waits[file]:>8}" if waits[file] else ""
        lines.append(f"{file:<{width}}  {sure:>5}  {left or '':>8}{wait}")
    return lines
