"""Read whole files: ordinary ones, no pipe, device or folder."""

from __future__ import annotations

import sys
from errno import EFBIG, EINVAL, EISDIR
from pathlib import Path
from typing import IO

MAX_BYTES = 200_000_000
"""Larger than any document or file of records."""
_CHUNK = 1_000_000


def read(path: Path) -> bytes:
    """The bytes of a file. Raises OSError if it is not a regular file or is too large."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "it is a folder", str(path))
    if path.exists() and not path.is_file():
        raise OSError(EINVAL, "it is not a regular file", str(path))
    with path.open("rb") as file:
        return _whole(file, str(path))


def read_standard_input() -> bytes:
    """The bytes of standard input. Raises OSError if it is closed or too large."""
    if sys.stdin is None:
        raise OSError(EINVAL, "it is closed", "standard input")
    return _whole(sys.stdin.buffer, "standard input")


def _whole(file: IO[bytes], name: str) -> bytes:
    chunks, size = [], 0
    while chunk := file.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise OSError(EFBIG, f"it has more than {MAX_BYTES // 1_000_000} million bytes", name)
    return b"".join(chunks)
