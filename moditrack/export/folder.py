"""A folder whose files take their places when all of them are written, or not at all."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT, ENOSYS
from pathlib import Path

from moditrack import files as ordinary
from moditrack.atomic import is_temporary, remove, temporary_path
from moditrack.errors import FileError, InputError
from moditrack.export.words import NAME
from moditrack.modes import umask

LAST = "datapackage.json"
"""The file that is moved last: it has the hashes of the others."""
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


@contextmanager
def filled(name: str, *, overwrite: bool) -> Iterator[Path]:
    """An empty temporary folder, whose files are moved to the folder `name` when all are written.

    The folder changes places with the one that was there, in one step; other files that were in it
    are in the new one, too. Where a folder cannot change places (it has folders of its own in it,
    is a file system, or the one where the program is run) its files are renamed one by one, and
    where one cannot be all are put back.

    Raises FileError for what is no folder, or is not empty (unless `overwrite`), and OSError with
    the name as it was given where it cannot be made or written to.
    """
    folder = Path(os.path.realpath(name))
    try:
        _refuse(name, folder, overwrite)
        if not folder.parent.is_dir():
            raise OSError(ENOENT, "the folder that it should be in is not there")
        within = folder.is_dir() and not _movable(folder)
        with temporary_path(folder / folder.name if within else folder, folder=True) as built:
            _refuse(name, folder, overwrite)  # another export may have made it meanwhile
            yield built
            if within:
                _move(built, folder)
            else:
                _swap(built, folder)
    except OSError as error:  # of a temporary file, whose name means nothing to anybody
        raise OSError(error.errno, error.strerror, name) from None


def _refuse(name: str, folder: Path, overwrite: bool) -> None:
    """Raise FileError for a place that will not do, InputError where none is named."""
    there = os.path.lexists(folder)
    if name == "":
        raise InputError("The folder's name is empty: name one.")
    if there and not folder.is_dir():
        raise FileError(f"'{name}' is no folder: name one, or one that is still to be made.")
    if not there or not any(entry for entry in folder.iterdir() if not is_temporary(entry)):
        return
    if not _is_package(folder):
        raise FileError(
            f"{name} holds other files and no package of moditrack: name another folder."
        )
    if not overwrite:
        raise FileError(f"{name} holds a package already: name another folder, or use --overwrite.")


def _is_package(folder: Path) -> bool:
    """Whether a package of moditrack's is there, which may be replaced."""
    try:
        found = json.loads(ordinary.read(folder / LAST))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("name") == NAME


def _movable(folder: Path) -> bool:
    """Whether another folder may take the place of this one, in which nobody should be at work."""
    here = Path(os.path.realpath(os.curdir))
    beside_it = os.access(folder.parent, os.W_OK) and not os.path.ismount(folder)
    return beside_it and folder not in (here, *here.parents)


def _swap(built: Path, folder: Path) -> None:
    """Put the folder that was built in its place in one step, with what else is in the old one."""
    if not folder.exists():
        built.chmod(0o777 & ~umask())
        built.rename(folder)
        return
    names = set(os.listdir(built))  # noqa: PTH208
    carried = []
    try:
        for other in folder.iterdir():
            if other.name not in names:
                os.link(other, built / other.name, follow_symlinks=False)
                carried.append(built / other.name)
            elif other.is_dir():
                raise FileError(f"{other.name} in that folder is a folder itself: name another.")
        built.chmod(stat.S_IMODE(folder.stat().st_mode))
        _exchange(built, folder)
    except (OSError, NotImplementedError):
        for link in carried:
            link.unlink()
        _move(built, folder)
    else:
        remove(built)  # which now is the old one


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step: Linux alone can."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, TypeError):
        raise OSError(ENOSYS, os.strerror(ENOSYS)) from None
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


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
