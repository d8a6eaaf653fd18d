"""`sql` in a process of its own, which the system ends when its time is up.

SQLite looks at the time between steps, and one step can take minutes: to find one long text in
another, or words near each other.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from typing import IO, Any

from moditrack.db.connection import open_database
from moditrack.errors import DatabaseError, InputError
from moditrack.questions.sql import answer, sql, table_of
from moditrack.questions.sql_errors import too_long
from moditrack.questions.sql_limits import MEMORY, check_time
from moditrack.tables import Table

_GRACE = 0.5
"""Seconds in which a question ends by itself when its time is up, before the system ends it."""
_AT_ONCE = 20
Parameters = Mapping[str, str | float | None]


def sql_in_process(
    path: str | None, query: str, parameters: Parameters, *, seconds: float
) -> Table:
    """The same as `sql` for the database at `path`, ended at most half a second after `seconds`.

    On a system without fork the query runs in this process.
    """
    check_time(seconds)
    if not hasattr(os, "fork"):
        return sql(open_database(path), query, parameters, seconds=seconds)
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _in_child(writing, path, query, parameters, seconds)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as stream, contextlib.suppress(EOFError):
            return table_of(_received(stream))
    finally:
        os.kill(child, signal.SIGKILL)  # where it has ended, nothing changes
        status = os.waitpid(child, 0)[1]
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    if number == signal.SIGALRM:
        raise too_long(seconds)
    raise InputError(f"SQLite ended without an answer ({status}): ask for less.")


def _received(stream: IO[bytes]) -> Iterator[Any]:
    """What `answer` gives in the other process; raises what it raises there."""
    while True:
        kind, sent = marshal.load(stream)
        if kind == "input":
            raise InputError(sent)
        if kind == "database":
            raise DatabaseError(sent)
        if kind == "fault":
            raise _fault(*sent)
        if kind == "end":
            return
        yield from sent


def _fault(name: str, text: str, trace: str) -> Exception:
    """A fault in the other process as an exception of the same name, caused by its traceback."""
    error: Exception = type(name, (RuntimeError,), {"__module__": "builtins"})(text)
    error.__cause__ = RuntimeError(f"in the process of the question:\n{trace}")
    return error


def _in_child(
    writing: int, path: str | None, query: str, parameters: Parameters, seconds: float
) -> None:
    """Send what `answer` gives, then how it ended. Never returns."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, min(seconds, 1e6) + _GRACE)
        with os.fdopen(writing, "wb") as stream:
            ended = _sent(stream, path, query, parameters, seconds)
            marshal.dump(ended, stream)
    finally:
        os._exit(0)


def _sent(
    stream: IO[bytes], path: str | None, query: str, parameters: Parameters, seconds: float
) -> tuple[str, Any]:
    try:
        connection = open_database(path)
        connection.execute(f"PRAGMA hard_heap_limit = {MEMORY}")
        connection.execute("PRAGMA temp_store = MEMORY")
        some: list[Any] = []
        parent = os.getppid()

        def left() -> bool:
            return os.getppid() != parent

        for row in answer(connection, query, parameters, seconds=seconds, left=left):
            some.append(row)
            if len(some) == _AT_ONCE:
                marshal.dump(("rows", some), stream)
                some = []
        marshal.dump(("rows", some), stream)
    except InputError as error:
        return "input", str(error)
    except DatabaseError as error:
        return "database", str(error)
    except MemoryError:
        return "input", f"That takes more than {MEMORY // 1_000_000} MB of memory: ask for less."
    except Exception as error:
        from moditrack.db.errors import database_cause

        if (said := database_cause(error)) is not None:
            return "database", said
        import traceback

        return "fault", (type(error).__name__, str(error), traceback.format_exc())
    return "end", ""
