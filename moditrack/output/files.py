"""Write the --output file atomically; an existing one only with --overwrite."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT
from pathlib import Path
from typing import IO, Any, TextIO, cast

from moditrack.atomic import default_mode, temporary_path
from moditrack.errors import FileError, InputError


@contextmanager
def atomic_text_file(name: str, *, overwrite: bool) -> Iterator[TextIO]:
    """A text stream to a file; otherwise like `atomic_binary_file`."""
    with _atomic_file(
        name, overwrite, {"mode": "w", "encoding": "utf-8", "newline": "\n"}
    ) as stream:
        yield cast(TextIO, stream)


@contextmanager
def atomic_binary_file(name: str, *, overwrite: bool) -> Iterator[IO[bytes]]:
    """A stream to a file that is replaced when everything is written; it keeps its mode.

    A symbolic link stays, and the file that it points to is replaced. A device or pipe is written
    to directly. Raises FileError for a folder and for an existing file (unless `overwrite`), and
    FileNotFoundError if the folder of the file does not exist.
    """
    with _atomic_file(name, overwrite, {"mode": "wb"}) as stream:
        yield stream


@contextmanager
def _atomic_file(name: str, overwrite: bool, kind: dict[str, str]) -> Iterator[IO[Any]]:
    path = Path(name)
    if name == "":
        raise InputError("--output is empty: name a file.")
    if path.is_dir():
        raise FileError(f"'{name}' is a folder: name a file with --output.")
    if path.exists() and not path.is_file():
        with path.open(**kind) as stream:  # type: ignore[call-overload]
            yield stream
        return
    path = Path(os.path.realpath(path))
    _refuse(name, path, overwrite)
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path.parent))
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else default_mode()
    with temporary_path(path) as temporary:
        _refuse(name, path, overwrite)  # another program may have created it meanwhile
        with temporary.open(**kind) as stream:  # type: ignore[call-overload]
            yield stream
        temporary.chmod(mode)
        temporary.replace(path)


def _refuse(name: str, path: Path, overwrite: bool) -> None:
    if path.exists() and not overwrite:
        raise FileError(f"{name} already exists: name another file, or use --overwrite.")
