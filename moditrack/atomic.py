"""Write files and folders atomically, by one writer at a time: the lock, the temporary file."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EBUSY, EEXIST, EINVAL, ENOENT, ENOLCK, ENOSYS, EOPNOTSUPP
from hashlib import sha256
from pathlib import Path

from moditrack.signals import block_signals, exit_on_signals

try:
    import fcntl
except ImportError:  # a system without such locks
    fcntl = None  # type: ignore[assignment]

_TIMEOUT = 60.0
"""Seconds to wait for another program that writes to the same target."""
_PREFIX = ".moditrack-"
_NO_LOCKS = {EINVAL, ENOLCK, ENOSYS, EOPNOTSUPP}


class WriteInProgressError(OSError):
    """Another moditrack is writing to the same target."""


@contextmanager
def temporary_path(target: Path, *, folder: bool = False) -> Iterator[Path]:
    """An empty private file (or folder) in the folder of the target; removed unless renamed.

    Its short name depends only on the target, and it is locked. So two programs that write to one
    target wait for each other, and a file left by a killed program is reused. On a file system
    without locks each name is new.

    Raises WriteInProgressError if another program does not finish, OSError if nothing can be
    created there.
    """
    name = f"{_PREFIX}{sha256(os.fsencode(target.name)).hexdigest()[:16]}"
    path = target.with_name(f"{name}.new")
    deadline = time.monotonic() + _TIMEOUT
    handle, inode = None, None
    with exit_on_signals():
        try:
            while True:
                with block_signals():
                    handle = _locked(path, folder, target)
                    if handle is not None:
                        path = path if handle >= 0 else _unlocked(path, name, folder)
                        inode = path.stat().st_ino
                if handle is not None:
                    break
                if time.monotonic() > deadline:
                    raise WriteInProgressError(
                        EBUSY, "another moditrack is writing to it", str(target)
                    )
                time.sleep(0.05)
            _empty(path, folder)
            yield path
        finally:
            with suppress(FileNotFoundError):
                if path.stat().st_ino == inode:  # not renamed
                    remove(path)
            if handle is not None and handle >= 0:
                os.close(handle)


@contextmanager
def locked_folder(path: Path) -> Iterator[None]:
    """Hold the lock of a folder that is about to move to a temporary path.

    Another program that waits for that path would take it for a leftover while it is removed.
    """
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if fcntl is not None:
            with suppress(OSError):  # a file system without locks
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def can_lock(handle: int) -> bool:
    """Whether the file system of an open file has the locks that SQLite uses."""
    try:
        if fcntl is not None:
            fcntl.lockf(handle, fcntl.LOCK_SH | fcntl.LOCK_NB, 1)
    except OSError as error:
        return error.errno not in _NO_LOCKS
    return True


def default_mode(*, folder: bool = False) -> int:
    """The mode of a new file or folder under the umask: the temporary file is created private."""
    mask = os.umask(0o077)
    os.umask(mask)
    return (0o777 if folder else 0o666) & ~mask


def is_temporary(path: Path) -> bool:
    """Whether `temporary_path` created it."""
    return path.name.startswith(_PREFIX)


def remove(path: Path) -> None:
    """Remove a file, or a folder with its contents."""
    if path.is_dir() and not path.is_symlink():
        import shutil  # a file, which is what most commands write, needs none of it

        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _locked(path: Path, folder: bool, target: Path) -> int | None:
    """A locked handle of the file or folder; None if another program has it, -1 without locks."""
    if fcntl is None:
        return -1
    flags = os.O_RDONLY | os.O_DIRECTORY if folder else os.O_RDWR | os.O_CREAT
    created = False
    try:
        if folder:
            with suppress(FileExistsError):
                path.mkdir(0o700)
            created = True
        handle = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
    except OSError as error:
        if created and error.errno == ENOENT and path.parent.is_dir():
            return None  # the previous owner has just removed it
        in_the_way = os.path.lexists(path)
        raise OSError(error.errno, error.strerror, str(path if in_the_way else target)) from None
    try:
        if not _is_ours(os.fstat(handle), folder):
            raise OSError(EEXIST, "is in the way: remove it", str(path))
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The previous owner may have renamed or removed it meanwhile.
        if path.stat().st_ino == os.fstat(handle).st_ino:
            return handle
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError as error:
        os.close(handle)
        if error.errno not in _NO_LOCKS:
            raise
        return -1
    os.close(handle)
    return None


def _is_ours(found: os.stat_result, folder: bool) -> bool:
    """Whether moditrack may have created it: no hard link, and owned by this user."""
    if folder:
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
    ordinary = stat.S_ISREG(found.st_mode) and found.st_nlink == 1
    return ordinary and found.st_uid == os.geteuid()


def _unlocked(path: Path, name: str, folder: bool) -> Path:
    """Replace a file or folder that cannot be locked by one with a unique name."""
    import tempfile

    remove(path)
    if folder:
        return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=path.parent))
    handle, new = tempfile.mkstemp(prefix=f"{name}-", dir=path.parent)
    os.close(handle)
    return Path(new)


def _empty(path: Path, folder: bool) -> None:
    """Remove what a killed program left in it."""
    path.chmod(0o700 if folder else 0o600)
    if folder:
        for left in path.iterdir():
            remove(left)
    elif path.stat().st_size:
        os.truncate(path, 0)
