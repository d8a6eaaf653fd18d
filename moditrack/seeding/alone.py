"""One build of a database at a time, and nothing left behind by one that was killed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST
from pathlib import Path

from moditrack.signals import unwound

try:
    import fcntl
except ImportError:  # no such locks on this system: two builds may meet, and the last one stays
    fcntl = None  # type: ignore[assignment]

_PATIENCE = 60.0
"""Seconds to wait for another build."""


class Busy(Exception):  # noqa: N818
    """Another process is building the same database."""


@contextmanager
def alone(target: Path) -> Iterator[Path]:
    """An empty file beside the target to build in, ours alone until it is renamed or done with.

    Its name is always the same: what a killed build leaves is taken over by the next. Raises Busy
    where another build does not end, and OSError where the file cannot be made.
    """
    path = target.with_name(f".{target.name}.new")
    deadline = time.monotonic() + _PATIENCE
    with unwound():
        while (handle := _taken(path)) is None:
            if time.monotonic() > deadline:
                raise Busy
            time.sleep(0.05)
        inode = os.fstat(handle).st_ino
        try:
            os.truncate(handle, 0)
            yield path
        finally:
            with suppress(FileNotFoundError):
                if path.stat().st_ino == inode:  # not renamed
                    path.unlink()
            os.close(handle)


def _taken(path: Path) -> int | None:
    """The file, opened and locked; None where another has it."""
    # What is not a file of this name alone, a link that leads elsewhere, is none of ours.
    if path.is_symlink() or (path.exists() and (not path.is_file() or path.stat().st_nlink > 1)):
        raise OSError(EEXIST, "is a link or no file, and would be built in", str(path))
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The one before may have renamed or removed it while we opened it.
        if path.stat().st_ino == os.fstat(handle).st_ino:
            return handle
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(handle)
    return None
