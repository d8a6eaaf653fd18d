"""Read the documents of a folder, recognise them and compare the records with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from moditrack import read_file
from moditrack.documents import Document
from moditrack.documents.blocks import Unreadable
from moditrack.documents.document import read_bytes
from moditrack.documents.normalise import normalise
from moditrack.errors import FileError, one_line
from moditrack.record_dates import day_in_words
from moditrack.tables import RecordTables
from moditrack.verify.compare_records import examine
from moditrack.verify.differences import Difference, Evidence


@dataclass
class Verified:
    """The documents of a folder: evidence and file of each, and what is to be said of files: which
    (a key of verify_tables.py's), and the words for it."""

    evidence: dict[str, Evidence] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def differences(self) -> list[Difference]:
        """Every difference, digests included."""
        return [difference for e in self.evidence.values() for difference in e.all_differences]


def verify(
    folder: Path, tables: RecordTables, progress: Callable[[int, int], None] | None = None
) -> Verified:
    """Compare records with every file of a folder that is one of their documents.

    `progress` receives the files done and their total. Raises FileError where the folder cannot be
    read or contains none of the documents.
    """
    if not folder.is_dir():
        raise FileError(f"There is no folder {folder}: name the one that contains the documents.")
    found = Verified()
    unread: list[str] = []
    entries = sorted(folder.iterdir())
    paths = [path for path in entries if path.is_file()]
    unread += [
        f"{path.name} is not a regular file: name a folder with the document itself."
        for path in entries
        if not path.is_file() and not path.is_dir()
    ]
    for number, path in enumerate(paths):
        if progress is not None:
            progress(number, len(paths))
        try:
            data = read_file.read(path)
        except OSError as error:
            raise FileError(f"{path} cannot be read ({error.strerror}): move it away.") from None
        try:
            read = read_bytes(data, path.name)
        except Unreadable as error:
            unread.append(str(error))
            continue
        document = recognise(read, tables)
        if document is None:
            found.notes.append(("other", path.name))
            continue
        if read.left_out and read.format != "text":
            found.notes.append(("left out", path.name, read.summary_left_out))
        evidence = examine(read, document, tables)
        if document in found.files:
            found.notes.append(("twice", path.name, found.files[document], document))
            found.evidence[document].differences += evidence.all_differences
            continue
        found.files[document], found.evidence[document] = path.name, evidence
    found.notes += [("unread", why) for why in unread]
    if not found.files and len(unread) == len(entries) == 1:
        raise FileError(one_line(unread[0]))
    if not found.files:
        unreadable = f", and {len(unread)} cannot be read" if unread else ""
        what = f"No file in {folder} is a document of the records{unreadable}"
        raise FileError(f"{what}: name another folder.")
    return found


_SHARED_PASSAGES = 0.3
"""The share of a document's passages that identifies a changed copy of it."""


def recognise(read: Document, tables: RecordTables) -> str | None:
    """The id of the document that a file is; None where the records do not have it.

    It is recognised by its digest, else by title and date, else by shared passages; never by its
    file name.
    """
    for row in tables["document"]:
        if row["sha256"] == read.sha256:
            return str(row["document"])
    passages = read.passages
    header = passages[0].text if passages else ""
    for row in tables["document"]:
        dated = re.search(rf"\b0?{day_in_words(row['date'])}\b", header)
        if dated and row["title"] and normalise(row["title"]).lower() in header.lower():
            return str(row["document"])
    found = {passage.digest for passage in passages}
    for row in tables["document"]:
        own = [p["digest"] for p in tables["passage"] if p["document"] == row["document"]]
        if own and sum(digest in found for digest in own) >= _SHARED_PASSAGES * len(own):
            return str(row["document"])
    return None
