"""Write a draft as a folder of records, atomically."""

from __future__ import annotations

import contextlib
import csv
import os
from pathlib import Path

from moditrack.atomic import default_mode, temporary_path
from moditrack.draft.proposal import Draft, Proposal
from moditrack.draft.review import FILE, page
from moditrack.errors import FileError
from moditrack.validation.columns import NEEDS_A_PERSON, NEW, OPTIONAL, PER_DOCUMENT, RESTS_ON
from moditrack.validation.documents import KEYS, NO_COLUMNS


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
