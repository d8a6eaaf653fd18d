"""Read documents from a folder and hold the records against them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from moditrack import ordinary
from moditrack.errors import FileError
from moditrack.seeding.evidence import Evidence, examine, recognise
from moditrack.seeding.records import Tables
from moditrack.tables import Column, Row, Table, columns

COLUMNS = columns(
    "document",
    "status",
    "file",
    "passages",
    "passages_matching",
    "figures",
    "figures_confirmed",
    "dates",
    "dates_confirmed",
    "names",
    "names_confirmed",
    "numerals",
    "numerals_accounted",
    "differences",
)
SHOWN = (
    Column("document", "Document", "id"),
    Column("status", "Status"),
    *(Column(f"{key}_text", key.title(), "number") for key in
      ("passages", "figures", "dates", "names", "numerals")),
)  # fmt: skip


@dataclass
class Verified:
    """What a folder held: evidence and file by document, and what is to be said of files."""

    evidence: dict[str, Evidence] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def differences(self) -> list[tuple[str, str]]:
        """Citation and sentence for everything that is amiss, digests included."""
        return [difference for e in self.evidence.values() for difference in e.amiss]


def verify(
    folder: Path, tables: Tables, progress: Callable[[int, int], None] | None = None
) -> Verified:
    """Hold records against every file of a folder that is one of their documents; `progress` is
    told how many files are done.

    Raises FileError where the folder cannot be read, or where no file in it is one.
    """
    if not folder.is_dir():
        raise FileError(f"There is no folder {folder}: name the one that holds the documents.")
    found = Verified()
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    for number, path in enumerate(paths):
        if progress is not None:
            progress(number, len(paths))
        try:
            data = ordinary.read(path)
        except OSError as error:
            raise FileError(f"{path} cannot be read ({error.strerror}): move it away.") from None
        document = recognise(data, tables)
        if document is None:
            found.notes.append(f"{path.name} is no document of the records.")
            continue
        evidence = examine(data, document, tables)
        if document in found.files:
            found.notes.append(f"{path.name} and {found.files[document]} are both {document}.")
            found.evidence[document].differences += evidence.amiss
            continue
        found.files[document], found.evidence[document] = path.name, evidence
    if not found.files:
        raise FileError(f"No file in {folder} is a document that the records know: name another.")
    return found


def report(found: Verified, tables: Tables) -> tuple[Table, Table]:
    """The counts of each document of the records, and the differences, one a row."""
    rows = [_row(document["document"], found) for document in tables["document"]]
    counts = Table(
        "Documents held against the records",
        COLUMNS,
        rows,
        shown=SHOWN,
        noted=lambda _: found.notes,
    )
    differences = Table(
        "Differences",
        columns("what", "sources"),
        [{"what": what, "sources": [citation]} for citation, what in found.differences],
        shown=(Column("what", "What"), Column("sources", "Where", "list")),
    )
    return counts, differences


def _row(document: str, found: Verified) -> Row:
    row: Row = {key.key: None for key in COLUMNS} | {"document": document, "differences": []}
    evidence = found.evidence.get(document)
    if evidence is None:
        return row | {"status": "absent"}
    row |= {
        "status": "differs" if evidence.amiss else "confirmed",
        "file": found.files[document],
        "differences": [{"citation": citation, "what": what} for citation, what in evidence.amiss],
    }
    for key, word in (
        ("passages", "matching"),
        ("figures", "confirmed"),
        ("dates", "confirmed"),
        ("names", "confirmed"),
        ("numerals", "accounted"),
    ):
        count = getattr(evidence, key)
        row |= {
            key: count.total,
            f"{key}_{word}": count.confirmed,
            f"{key}_text": f"{count.confirmed}/{count.total}",
        }
    return row
