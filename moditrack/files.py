"""Reading a file whole: an ordinary one that ends, and not a pipe, a device or a folder."""

from __future__ import annotations

import sys
from errno import EFBIG, EINVAL, EISDIR
from pathlib import Path
from typing import IO

MOST = 200_000_000
"""More bytes than any document or file of records has."""
_CHUNK = 1_000_000


def read(path: Path) -> bytes:
    """What a file holds. Raises OSError for what is no ordinary file, and for more than MOST."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "it is a folder", str(path))
    if path.exists() and not path.is_file():
        raise OSError(EINVAL, "it is no ordinary file", str(path))
    with path.open("rb") as file:
        return _whole(file, str(path))


def read_standard_input() -> bytes:
    """What comes on standard input, to its end. Raises OSError as `read` does."""
    if sys.stdin is None:
        raise OSError(EINVAL, "it is closed", "standard input")
    return _whole(sys.stdin.buffer, "standard input")


def _whole(file: IO[bytes], name: str) -> bytes:
    chunks, size = [], 0
    while chunk := file.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > MOST:
            raise OSError(EFBIG, f"it has more than {MOST // 1_000_000} million bytes", name)
    return b"".join(chunks)
