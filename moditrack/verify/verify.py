"""Read documents from a folder and compare the records with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from moditrack import files
from moditrack.documents.blocks import Unreadable
from moditrack.documents.document import read_bytes
from moditrack.errors import FileError, one_line
from moditrack.tables import Column, Display, DisplayColumn, Note, Record, Row, Table
from moditrack.validation.records import Tables
from moditrack.verify.evidence import Evidence, examine, recognise

DIFFERENCE = Record(
    "difference",
    "A difference between a document and its records.",
    (
        Column("citation", "citation", "where"),
        Column("what", "text", "what differs"),
    ),
)

VERIFICATION = Record(
    "verification",
    "How the records of one document compare with its text.",
    (
        Column("document", "document", "the document"),
        Column(
            "status", "text", "result of the comparison", values=("confirmed", "differs", "absent")
        ),
        Column("file", "text", "its file; null, like the numbers, where absent", null=True),
        Column("passages", "integer", "passages recorded", null=True),
        Column("passages_matching", "integer", "of which match", null=True),
        Column("figures", "integer", "figures recorded", null=True),
        Column("figures_confirmed", "integer", "of which their passage contains", null=True),
        Column("dates", "integer", "dates recorded", null=True),
        Column("dates_confirmed", "integer", "of which their passage contains", null=True),
        Column("names", "integer", "names recorded", null=True),
        Column("names_confirmed", "integer", "of which their passage contains", null=True),
        Column("numerals", "integer", "numbers in the text", null=True),
        Column("numerals_accounted", "integer", "of which the records account for", null=True),
        Column("differences", DIFFERENCE, "every difference", many=True),
    ),
)
DISPLAY = (
    DisplayColumn("document", "Document", "id"),
    DisplayColumn("status", "Status"),
    *(DisplayColumn(f"{key}_text", key.title(), "number") for key in
      ("passages", "figures", "dates", "names", "numerals")),
)  # fmt: skip


@dataclass
class Verified:
    """The documents of a folder: evidence and file of each, and notes on other files."""

    evidence: dict[str, Evidence] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def differences(self) -> list[tuple[str, str]]:
        """Citation and sentence of every difference, digests included."""
        return [difference for e in self.evidence.values() for difference in e.all_differences]


def verify(
    folder: Path, tables: Tables, progress: Callable[[int, int], None] | None = None
) -> Verified:
    """Compare records with every file of a folder that is one of their documents.

    `progress` receives the files done and their total. Raises FileError where the folder cannot be
    read or contains none of the documents.
    """
    if not folder.is_dir():
        raise FileError(f"There is no folder {folder}: name the one that contains the documents.")
    found = Verified()
    unread: list[str] = []
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    for number, path in enumerate(paths):
        if progress is not None:
            progress(number, len(paths))
        try:
            data = files.read(path)
        except OSError as error:
            raise FileError(f"{path} cannot be read ({error.strerror}): move it away.") from None
        try:
            read = read_bytes(data, path.name)
        except Unreadable as error:
            unread.append(str(error))
            continue
        document = recognise(read, tables)
        if document is None:
            found.notes.append(f"{path.name} is not a document of the records.")
            continue
        if read.left_out and read.format != "text":
            left = read.summary_left_out
            found.notes.append(f"{path.name}: left out as no part of the text: {left}.")
        evidence = examine(read, document, tables)
        if document in found.files:
            found.notes.append(f"{path.name} and {found.files[document]} are both {document}.")
            found.evidence[document].differences += evidence.all_differences
            continue
        found.files[document], found.evidence[document] = path.name, evidence
    found.notes += unread
    if not found.files and unread:
        raise FileError(one_line(unread[0]))
    if not found.files:
        raise FileError(f"No file in {folder} is a document of the records: name another folder.")
    return found


def report(found: Verified, tables: Tables) -> tuple[Table, Table]:
    """A table of counts for each document, and a table of differences."""
    rows = [_row(document["document"], found) for document in tables["document"]]
    counts = Table(
        "Documents compared with the records",
        VERIFICATION.columns,
        rows,
        display=Display(DISPLAY),
        notes=lambda _: [Note("left-out", note) for note in found.notes],
    )
    differences = Table(
        "Differences",
        (Column("what"), Column("sources", "citation", many=True)),
        [{"what": what, "sources": [citation]} for citation, what in found.differences],
        display=Display((DisplayColumn("what", "What"), DisplayColumn("sources", "Where", "list"))),
    )
    return counts, differences


def _row(document: str, found: Verified) -> Row:
    row: Row = dict.fromkeys(VERIFICATION.keys) | {"document": document, "differences": []}
    evidence = found.evidence.get(document)
    if evidence is None:
        return row | {"status": "absent"}
    row |= {
        "status": "differs" if evidence.all_differences else "confirmed",
        "file": found.files[document],
        "differences": [
            {"citation": citation, "what": what} for citation, what in evidence.all_differences
        ],
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
