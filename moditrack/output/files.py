"""Writing to the file that was named, and nowhere else."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT
from pathlib import Path
from typing import IO, Any, TextIO, cast

from moditrack.atomic import temporary_path
from moditrack.errors import FileError, InputError
from moditrack.modes import umask


@contextmanager
def atomic_text_file(name: str, *, overwrite: bool) -> Iterator[TextIO]:
    """A stream for text to a file; otherwise as `atomic_binary_file`."""
    with _atomic_file(
        name, overwrite, {"mode": "w", "encoding": "utf-8", "newline": "\n"}
    ) as stream:
        yield cast(TextIO, stream)


@contextmanager
def atomic_binary_file(name: str, *, overwrite: bool) -> Iterator[IO[bytes]]:
    """A stream to a file that takes its place whole when all is written, and keeps its mode; where
    a link leads, and not the link. A device or pipe is written to as it is.

    Raises FileError for a file that is there already (unless `overwrite`) and for a folder, and
    FileNotFoundError where the folder of the file is not there.
    """
    with _atomic_file(name, overwrite, {"mode": "wb"}) as stream:
        yield stream


@contextmanager
def _atomic_file(name: str, overwrite: bool, kind: dict[str, str]) -> Iterator[IO[Any]]:
    path = Path(name)
    if name == "":
        raise InputError("--output is empty: name a file.")
    if path.is_dir():
        raise FileError(f"'{name}' is no file: name one with --output.")
    if path.exists() and not path.is_file():
        with path.open(**kind) as stream:  # type: ignore[call-overload]
            yield stream
        return
    path = Path(os.path.realpath(path))
    _refuse(name, path, overwrite)
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path.parent))
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~umask()
    with temporary_path(path) as temporary:
        _refuse(name, path, overwrite)  # another program may have written it meanwhile
        with temporary.open(**kind) as stream:  # type: ignore[call-overload]
            yield stream
        temporary.chmod(mode)
        temporary.replace(path)


def _refuse(name: str, path: Path, overwrite: bool) -> None:
    if path.exists() and not overwrite:
        raise FileError(f"{name} is there already: name another file, or use --overwrite.")
