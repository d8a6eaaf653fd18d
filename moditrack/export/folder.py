"""Write a folder atomically; refuse one that holds anything else than a package."""

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

from moditrack import read_file
from moditrack.atomic import default_mode, is_temporary, locked_folder, remove, temporary_path
from moditrack.errors import FileError, InputError
from moditrack.export.title_and_licences import NAME

DESCRIPTOR = "datapackage.json"
"""The file that is moved last: it holds the hashes of the others."""
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # constants of Linux


@contextmanager
def atomic_folder(name: str, *, overwrite: bool) -> Iterator[Path]:
    """An empty temporary folder, which replaces the folder `name` when the block ends.

    The two folders change places in one step; the new one keeps other files of the old one. Where
    that is not possible (the old one holds folders, is a mount point or the current folder) the
    files are renamed one by one; if one cannot be renamed, all are put back.

    Raises FileError for what is not a folder, or is not empty (unless `overwrite`), and OSError
    with the name as given where it cannot be created or written to.
    """
    folder = Path(os.path.realpath(name))
    try:
        _check_target(name, folder, overwrite)
        if not folder.parent.is_dir():
            raise OSError(ENOENT, "its parent folder is not there")
        within = folder.is_dir() and not _movable(folder)
        with temporary_path(folder / folder.name if within else folder, folder=True) as built:
            _check_target(name, folder, overwrite)  # another export may have created it meanwhile
            yield built
            if within:
                _move(built, folder)
            else:
                _swap(built, folder)
    except OSError as error:  # with the name of a temporary file, which means nothing to the user
        raise OSError(error.errno, error.strerror, name) from None


def _check_target(name: str, folder: Path, overwrite: bool) -> None:
    """Raise FileError for a folder that cannot be replaced, InputError for an empty name."""
    there = os.path.lexists(folder)
    if name == "":
        raise InputError("The folder's name is empty: name one.")
    if there and not folder.is_dir():
        raise FileError(f"'{name}' is not a folder: name a folder, or one that does not exist yet.")
    if not there or not any(entry for entry in folder.iterdir() if not is_temporary(entry)):
        return
    if not _is_package(folder):
        raise FileError(
            f"{name} holds files that are not a package of moditrack: name another folder."
        )
    if not overwrite:
        raise FileError(f"{name} holds a package already: name another folder, or use --overwrite.")


def _is_package(folder: Path) -> bool:
    """Whether the folder holds a package of moditrack, which may be replaced."""
    try:
        found = json.loads(read_file.read(folder / DESCRIPTOR))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("name") == NAME


def _movable(folder: Path) -> bool:
    """Whether another folder can take the place of this one: not where a program may work in it."""
    here = Path(os.path.realpath(os.curdir))
    parent_writable = os.access(folder.parent, os.W_OK) and not os.path.ismount(folder)
    return parent_writable and folder not in (here, *here.parents)


def _swap(built: Path, folder: Path) -> None:
    """Replace the folder in one step, and keep other files of the old one."""
    if not folder.exists():
        built.chmod(default_mode(folder=True))
        built.rename(folder)
        return
    names = set(os.listdir(built))  # noqa: PTH208
    links = []
    try:
        for other in folder.iterdir():
            if other.name not in names:
                os.link(other, built / other.name, follow_symlinks=False)
                links.append(built / other.name)
            elif other.is_dir():
                raise FileError(f"{other.name} in that folder is itself a folder: name another.")
        built.chmod(stat.S_IMODE(folder.stat().st_mode))
        with locked_folder(folder):
            _exchange(built, folder)
            remove(built)  # now the old one
    except (OSError, NotImplementedError):
        for link in links:
            link.unlink()
        _move(built, folder)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step, which only Linux can do."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, TypeError):
        raise OSError(ENOSYS, os.strerror(ENOSYS)) from None
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _move(built: Path, folder: Path) -> None:
    names = sorted(os.listdir(built), key=lambda name: (name == DESCRIPTOR, name))  # noqa: PTH208
    for name in names:
        if (folder / name).is_dir():
            raise FileError(f"{name} in that folder is itself a folder: name another.")
    kept = built / "kept"
    kept.mkdir()
    for name in names:
        if os.path.lexists(folder / name):
            _keep(folder / name, kept / name)
    moved: list[str] = []
    try:
        for name in names:
            moved.append(name)
            (built / name).replace(folder / name)
    except BaseException:
        for name in moved:
            if os.path.lexists(kept / name):
                (kept / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise


def _keep(path: Path, copy: Path) -> None:
    """A hard link to a file, or a copy where the file system has no hard links."""
    try:
        os.link(path, copy, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(path, copy, follow_symlinks=False)
