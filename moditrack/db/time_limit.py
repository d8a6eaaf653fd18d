"""The time limit of a query, on every connection; `sql` has its own in questions/sql_limits.py."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

from moditrack.errors import LAST_QUERY

LIMIT = 300
"""Seconds of processor time allowed for one query; a list of 2,000,000 rows takes 41."""
_STEPS = 10_000


class _Clock:
    """The time limit of the queries of one connection."""

    def __init__(self) -> None:
        self.ends = 0.0

    def start(self) -> None:
        """Begin to count the time of a query."""
        self.ends, LAST_QUERY.time_is_up = time.process_time() + LIMIT, False

    def is_up(self) -> bool:
        """Whether the query has run longer than LIMIT."""
        LAST_QUERY.time_is_up = time.process_time() > self.ends
        return LAST_QUERY.time_is_up


class Limited(sqlite3.Connection):
    """A connection whose queries stop at a time limit or a signal."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.clock = _Clock()
        self.limit()

    def limit(self) -> None:
        """Stop queries that take longer than LIMIT."""
        # Python also handles pending signals when SQLite calls this.
        self.set_progress_handler(self.clock.is_up, _STEPS)

    def execute(self, *given: Any) -> sqlite3.Cursor:
        """Start the clock of the time limit, then execute as sqlite3 does. A cursor would not."""
        self.clock.start()
        return super().execute(*given)
