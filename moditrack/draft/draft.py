"""Read a report, propose its records and write them."""

from __future__ import annotations

from pathlib import Path

from moditrack import read_file
from moditrack.documents.blocks import Unreadable
from moditrack.documents.document import read_bytes
from moditrack.draft.proposal import Draft
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import shared_lists
from moditrack.draft.write import refuse_existing, write
from moditrack.errors import FileError, InputError, one_line
from moditrack.progress import Progress
from moditrack.validation.columns import ID
from moditrack.validation.records import RECORDS


def draft(
    file: Path | None, document: str, folder: Path, progress: Progress | None = None, *,
    publisher: str = "", force: str = "", review: bool = False,
) -> tuple[Path, Draft]:  # fmt: skip
    """Write the records folder of a report; return its path and what is proposed.

    `file` None reads standard input. The shared lists are those of the folder, else those that
    ship. Raises InputError for a wrong id, FileError where the file cannot be read or the folder
    of the report exists.
    """
    if not ID.fullmatch(document):
        raise InputError(
            f"'{document}' is not an id: write the publisher and the date, like colp-2024-02-22."
        )
    target = folder / document
    refuse_existing(target)
    lists = shared_lists(folder, RECORDS)
    for name, given in (("publisher", publisher), ("force", force)):
        if given and given not in lists.agencies:
            raise InputError(
                f"There is no agency '{given}' for --{name}: {_how_to_add(folder, given)}"
            )
    name = "Standard input" if file is None else str(file)
    try:
        data = read_file.read_standard_input() if file is None else read_file.read(file)
    except OSError as error:
        raise FileError(f"{name} cannot be read ({error.strerror}): name another file.") from None
    try:
        read = read_bytes(data, name)
    except Unreadable as error:
        raise FileError(one_line(str(error))) from None
    if not read.passages:
        raise FileError(f"{name} contains no text: name another file.")
    found = propose(read, lists, publisher, force, progress, id_=document)
    write(found, target, review=review)
    return target, found


def _how_to_add(folder: Path, agency: str) -> str:
    """How to add an agency before a report is drafted."""
    path = folder / "agencies.csv"
    line = f"a line like '{agency},force,ABBREVIATION,Its full name'"
    if path.is_file():
        return f"add {line} to {path}, then draft again."
    return f"name a folder of records with -o, and add {line} to its agencies.csv first."
