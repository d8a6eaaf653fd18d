"""A folder whose files take their places when all of them are written, or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT
from pathlib import Path

from moditrack import ordinary
from moditrack.errors import FileError, InputError
from moditrack.export.words import NAME
from moditrack.modes import umask
from moditrack.signals import unwound

LAST = "datapackage.json"
"""The file that is moved last: it has the hashes of the others."""


@contextmanager
def filled(name: str, *, overwrite: bool) -> Iterator[Path]:
    """An empty temporary folder, whose files are moved to the folder `name` when all are written.

    A new folder is renamed whole from beside its place. In one that is there each file is renamed
    from a temporary folder within it (the folder may be a file system of its own), other files stay
    as they are, and where one cannot be moved all are put back.

    Raises FileError for what is no folder, or is not empty (unless `overwrite`), and OSError with
    the name as it was given where it cannot be made or written to.
    """
    folder = Path(os.path.realpath(name))
    there = os.path.lexists(folder)
    if name == "":
        raise InputError("The folder's name is empty: name one.")
    if there and not folder.is_dir():
        raise FileError(f"'{name}' is no folder: name one, or one that is still to be made.")
    try:
        if there and any(folder.iterdir()):
            if not _is_package(folder):
                raise FileError(
                    f"{name} holds other files and no package of moditrack: name another folder."
                )
            if not overwrite:
                raise FileError(
                    f"{name} holds a package already: name another folder, or use --overwrite."
                )
        if not folder.parent.is_dir():
            raise OSError(ENOENT, "the folder that it should be in is not there")
        place = folder if there else folder.parent
        with unwound():
            built = Path(tempfile.mkdtemp(prefix=f".{folder.name[:100]}.", dir=place))
            try:
                yield built
                if there:
                    _move(built, folder)
                else:
                    built.chmod(0o777 & ~umask())
                    built.rename(folder)
            finally:
                shutil.rmtree(built, ignore_errors=True)
    except OSError as error:  # of a temporary file, whose name means nothing to anybody
        raise OSError(error.errno, error.strerror, name) from None


def _is_package(folder: Path) -> bool:
    """Whether a package of moditrack's is there, which may be replaced."""
    try:
        found = json.loads(ordinary.read(folder / LAST))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("name") == NAME


def _move(built: Path, folder: Path) -> None:
    names = sorted(os.listdir(built), key=lambda name: (name == LAST, name))  # noqa: PTH208
    for name in names:
        if (folder / name).is_dir():
            raise FileError(f"{name} in that folder is a folder itself: name another.")
    kept = built / "kept"
    kept.mkdir()
    for name in names:
        if os.path.lexists(folder / name):
            _keep(folder / name, kept / name)
    begun: list[str] = []
    try:
        for name in names:
            begun.append(name)
            (built / name).replace(folder / name)
    except BaseException:
        for name in begun:
            if os.path.lexists(kept / name):
                (kept / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise


def _keep(path: Path, copy: Path) -> None:
    """A second name for a file, or a copy where the file system knows no second names."""
    try:
        os.link(path, copy, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(path, copy, follow_symlinks=False)
