"""Audit a document: find its derived numbers, recompute them, and count what could not be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from moditrack import read_file
from moditrack.audit.by_wording import shares_in_lists
from moditrack.audit.find_claims import On, Reader
from moditrack.audit.found_claim import Claim
from moditrack.audit.tables_and_lists import (
    counts_of_lists,
    flattened_tables,
    noted_differences,
    run_on_accounts,
    surplus_rows,
    totals_of_lines,
)
from moditrack.audit.tables_and_lists.table_notes import text_around
from moditrack.checks.verdicts import Result
from moditrack.documents.blocks import Unreadable
from moditrack.documents.document import read_bytes
from moditrack.documents.passages import Passage
from moditrack.errors import FileError

if TYPE_CHECKING:
    from moditrack.documents.readers.pdf import Layout


@dataclass
class Audit:
    """What an audit found: claims with their results, and counts of what it read.

    `unread` are passages with quantities from which nothing is derived, as far as the audit sees.
    `left_out` and `unplaced` are those of the document.
    """

    passages: Sequence[Passage]
    claims: list[tuple[Claim, Result]] = field(default_factory=list)
    quantities: int = 0
    tables: int = 0
    unread: list[Passage] = field(default_factory=list)
    left_out: Sequence[tuple[str, str | int]] = ()
    unplaced: Sequence[str] = ()

    @property
    def pages(self) -> int:
        """How many pages it has; 0 where the file has none."""
        return max((passage.page or 0 for passage in self.passages), default=0)


def audit_file(path: Path, layout: Layout | None = None) -> Audit:
    """The audit of a file; `layout` keeps the places of a PDF. Raises FileError if unreadable."""
    try:
        document = read_bytes(read_file.read(path), path.name, layout)
    except Unreadable as error:
        raise FileError(str(error)) from None
    except OSError as error:
        raise FileError(f"{path} cannot be read ({error.strerror}): name another file.") from None
    found = audit(document.passages)
    found.left_out, found.unplaced = document.left_out, document.unplaced
    return found


def audit(passages: Sequence[Passage]) -> Audit:
    """Every derived number of some passages, recomputed where it can be."""
    reader = Reader(Audit(passages))
    for lines, claims in flattened_tables.find(passages):
        reader.lines |= {id(line) for line in lines}  # they are no sentences
        reader.add(claims)
    for at, passage in enumerate(passages):
        reader.read(passage, text_around(passages, at) if passage.kind == "table" else "")
    reader.add(shares_in_lists.find(passages), On.THEIR_NUMBERS_ALONE)
    reader.add(run_on_accounts.find(passages), On.NEW_NUMBERS)
    reader.add(counts_of_lists.find(passages))
    for find in (counts_of_lists.find_totals, totals_of_lines.find, surplus_rows.find):
        reader.add(find(passages), On.NEW_NUMBERS)
    reader.join_named_rows()
    reader.join_by_arithmetic()
    reader.join_tables()
    reader.add_repeated()
    reader.found.claims = noted_differences.explained(passages, reader.found.claims)
    reader.leave_unread()
    return reader.found
