"""Audit many files, on all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from moditrack.audit.audit import audit_file
from moditrack.audit.audit_rows import Summary, rows, summary
from moditrack.errors import FileError
from moditrack.tables import Row

_FEW = 4
"""Up to this many files are audited in one process."""
Audited = tuple[Summary, list[Row]]


def files_of(names: Sequence[str]) -> list[Path]:
    """The files that names stand for: a folder is all its files, in order."""
    return [path for name in names for path in _files(Path(name))]


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(
            each for each in path.rglob("*") if each.is_file() and not each.name.startswith(".")
        )
    else:
        yield path


def audit_files(
    paths: Sequence[Path], progress: Callable[[int, int], None]
) -> tuple[list[Summary], list[Row], list[str]]:
    """Summaries and rows of the files that can be read, and a sentence for each that cannot."""
    summaries: list[Summary] = []
    found: list[Row] = []
    problems: list[str] = []
    for number, one in enumerate(_audited(paths)):
        progress(number, len(paths))
        if isinstance(one, str):
            problems.append(one)
        else:
            summaries.append(one[0])
            found += one[1]
    return summaries, found, problems


def _audited(paths: Sequence[Path]) -> Iterator[Audited | str]:
    if len(paths) <= _FEW:
        yield from map(_one if len(paths) == 1 else _one_of_many, paths)
        return
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(paths))) as pool:
        yield from pool.map(_one_of_many, paths, chunksize=4)


def _one(path: Path) -> Audited | str:
    """The audit of a file, or a sentence on why it cannot be read."""
    try:
        found = audit_file(path)
    except FileError as error:
        return str(error)
    return summary(str(path), found), list(rows(str(path), found))


def _one_of_many(path: Path) -> Audited | str:
    """The same; a bug of ours in one file does not end the others."""
    try:
        return _one(path)
    except Exception as error:
        bug = f"{type(error).__name__}: {error}"
        return f"{path} was not audited: this is a bug in moditrack ({bug}): please report it."
