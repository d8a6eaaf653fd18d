"""Shares beside counts in the cells of a table, `71 (76%)`, of a number of the text before it.

They are inferred, and claims only where one number gives all that a column prints.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from moditrack.audit.by_wording.letters import COUNT, letter
from moditrack.audit.by_wording.sentences import Place
from moditrack.audit.found_claim import Claim, Input
from moditrack.audit.recompute import recompute
from moditrack.audit.tables_and_lists.claims_of_tables import described
from moditrack.checks.tables.printed_shares import share_beside
from moditrack.documents.bounds import KNOWN
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.passages import Passage
from moditrack.documents.tables import PrintedTable

_FEWEST = 2
_NEAR = 40
"""At most this many counts before a table are tried."""


def find(
    passage: Passage,
    table: PrintedTable,
    near: Sequence[Place],
    known: Container[tuple[int, int] | None],
) -> Iterator[Claim]:
    """The shares in cells that have no claim yet (`known`); `near` are the counts before them."""
    columns: dict[int, list[Entry]] = {}
    for entry in table.entries():
        if share_beside(entry) is not None and (entry.row, entry.column) not in known:
            columns.setdefault(entry.column, []).append(entry)
    for cells in columns.values():
        for whole in reversed(near[-_NEAR:]) if len(cells) >= _FEWEST else ():
            claims = [_claim(passage, cell, whole) for cell in cells if _can_be_part(cell, whole)]
            if len(claims) == len(cells) and all(
                recompute(claim).verdict == "consistent" for claim in claims
            ):
                yield from claims
                break


def _can_be_part(cell: Entry, place: Place) -> bool:
    whole, part = place[0], cell.quantity
    return part is not None and letter(whole) == COUNT and whole.bound in KNOWN and (
        part.unit == whole.unit and part.low <= whole.low > 0
    )  # fmt: skip


def _claim(passage: Passage, cell: Entry, place: Place) -> Claim:
    whole, sentence = place
    stated, part = share_beside(cell), cell.quantity
    assert stated is not None and part is not None
    inputs = (
        Input(part, passage, cell.description), Input(whole, sentence.passage, "whole"),
    )  # fmt: skip
    return Claim(
        "share", stated, inputs, passage, described(cell), "inferred", cell=(cell.row, cell.column)
    )
