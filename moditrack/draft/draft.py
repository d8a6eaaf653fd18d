"""Read a report, propose its records and write them."""

from __future__ import annotations

import contextlib
import csv
import os
from pathlib import Path

from moditrack import read_file
from moditrack.atomic import default_mode, temporary_path
from moditrack.documents.blocks import Unreadable
from moditrack.documents.document import read_bytes
from moditrack.draft.proposal import Draft, Proposal
from moditrack.draft.propose import propose
from moditrack.draft.review import FILE, page
from moditrack.draft.shared_lists import shared_lists
from moditrack.errors import FileError, InputError, one_line
from moditrack.progress import Progress
from moditrack.validation.columns import ID, NEEDS_A_PERSON, NEW, OPTIONAL, PER_DOCUMENT, RESTS_ON
from moditrack.validation.documents import KEYS, NO_COLUMNS
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


def write(draft: Draft, target: Path, *, review: bool = False) -> None:
    """Write the folder, with the review page where it is asked for.

    Raises FileError where the folder exists or cannot be written.
    """
    missing = [folder for folder in (target.parent, *target.parent.parents) if not folder.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary_path(target.parent.resolve() / target.name, folder=True) as built:
            refuse_existing(target)
            (built / "document.toml").write_text(toml(draft), encoding="utf-8")
            for name, columns in {**PER_DOCUMENT, **NEW}.items():
                rows = draft.proposed(name)
                if rows or (name in PER_DOCUMENT and name not in OPTIONAL):
                    _write(built / name, [*columns, RESTS_ON, NEEDS_A_PERSON], rows)
            if review:
                (built / FILE).write_text(page(draft, built, target.name), encoding="utf-8")
            built.chmod(default_mode(folder=True))
            built.rename(target)
    except OSError as error:
        for folder in missing:
            with contextlib.suppress(OSError):  # there may be something in it by now
                folder.rmdir()
        raise FileError(
            f"{target} cannot be created ({error.strerror}): name another place with -o."
        ) from None


def refuse_existing(target: Path) -> None:
    """Raise FileError where something is at the place of the folder."""
    if os.path.lexists(target):
        raise FileError(f"{target} already exists: name another place with -o.")


def toml(draft: Draft) -> str:
    """The text of document.toml, with a note at each value that is wanted."""
    lines = []
    if draft.missing:
        wanted = ", ".join(draft.missing)
        lines.append(f"unfinished = true  # delete this line when these are filled in: {wanted}")
    for key in (key for key in KEYS if key in draft.toml and key not in NO_COLUMNS):
        value = draft.toml[key]
        plain = str(value) if isinstance(value, int) else f'"{value}"'
        note = f"  # {draft.missing[key]}" if key in draft.missing else ""
        lines.append(f"{key} = {plain}{note}")
    authors = draft.toml["authors"]
    for author in authors if isinstance(authors, list) else []:
        lines += ["", "[[authors]]", *(f'{key} = "{text}"' for key, text in author.items())]
    return "\n".join(lines) + "\n"


def _write(path: Path, header: list[str], rows: list[Proposal]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        writer.writeheader()
        for proposal in rows:
            writer.writerow(
                {
                    **proposal.row,
                    RESTS_ON: proposal.rests_on,
                    NEEDS_A_PERSON: proposal.needs_a_person,
                }
            )
