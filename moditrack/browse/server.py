"""Run Datasette in this process: read-only, on localhost alone, with a time limit."""

from __future__ import annotations

import errno
import json
import os
import socket
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import lru_cache, partial
from pathlib import Path
from threading import Timer
from types import FrameType
from typing import Any

import uvicorn
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm
from datasette.utils.sqlite import sqlite3

from moditrack.browse import answers, links, matrix, pages
from moditrack.browse.canned import web_conditions
from moditrack.browse.fields import choices_of
from moditrack.browse.foreign_keys import names, references
from moditrack.browse.metadata import NAME, metadata
from moditrack.browse.request_guard import guarded
from moditrack.db.connection import database_path, open_database
from moditrack.db.errors import damaged_sentence
from moditrack.errors import DatabaseError, FileError, InputError
from moditrack.name_key import name_key
from moditrack.questions import search, search_most_words
from moditrack.questions.all_questions import QUESTIONS
from moditrack.questions.search_snippets import snippet

HOST = "127.0.0.1"
TEMPLATES = Path(__file__).parent / "templates"
THREADS = 4
SETTINGS = {
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 2000,  # on a busy machine 200, as it comes, leaves facets out
    "max_returned_rows": 2000,
    "default_page_size": 50,
    "default_facet_size": 12,
    "suggest_facets": False,  # metadata.py chooses them
    "num_sql_threads": THREADS,  # a slow question must not block others
}
# Datasette would print tracebacks through rich, which fails outside an exception handler.
pm.get_plugin("datasette.handle_exception").rich = None


_NO_WORDS = json.dumps({"query": '""'})
"""A full-text query that matches nothing."""
_FILTERS = {(one.name, own.name): own for one in QUESTIONS for own in one.filters}
MAX_LENGTH = 100_000
"""The most characters or bytes of one value: one step of SQLite on two such takes half a second."""


class ReadOnlyDatabase(Database):  # type: ignore[misc]
    """A moditrack database for Datasette: read-only, with the functions of the canned queries, and
    with single columns of foreign keys that schema.sql states in pairs."""

    def __init__(self, ds: Datasette, path: str, connection: Any) -> None:
        super().__init__(ds, path, is_mutable=False)
        self.references = references(connection)
        self.names = names(connection)
        self.choices = choices_of(connection, QUESTIONS)
        # Opened now, so that answers stay the same when a seed replaces the file.
        self.opened = [self._open() for _ in range(THREADS)]

    def connect(self, write: bool = False) -> Any:
        return self.opened.pop() if self.opened else self._open()

    def _open(self) -> Any:
        address = f"{Path(self.path).resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        connection.create_function("name_key", 1, name_key, deterministic=True)
        # A function cannot use the connection that calls it.
        second = sqlite3.connect(address, uri=True, check_same_thread=False)
        third = sqlite3.connect(address, uri=True, check_same_thread=False)
        for each, asked in ((connection, second), (second, third)):
            asked.row_factory = sqlite3.Row
            self._all_file_connections.append(asked)
            each.create_function("look_up", 3, partial(_look_up, asked), deterministic=True)
        # One answer of the web asks it for several columns.
        search_query = lru_cache(maxsize=1)(partial(_search_query, second))
        connection.create_function("search_query", 3, search_query, deterministic=True)
        connection.create_function("excerpt", 4, snippet, deterministic=True)
        # SQLite looks at the time limit between steps, so no step may take long.
        for each in (connection, second, third):
            each.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_LENGTH)
        self._all_file_connections.append(connection)
        return connection

    async def execute_fn(self, fn: Callable[[Any], Any]) -> Any:
        """Run in a thread. Datasette checks the time every 1,000 steps of SQLite, which can take
        minutes; an interruption is seen at each row."""

        def interrupted(connection: Any) -> Any:
            timer = Timer(SETTINGS["sql_time_limit_ms"] / 1000, connection.interrupt)
            timer.daemon = True
            timer.start()
            try:
                return fn(connection)
            finally:
                timer.cancel()

        return await super().execute_fn(interrupted)

    async def foreign_keys_for_table(self, table: str) -> list[dict[str, str]]:
        return self.references.get(table, [])

    async def get_all_foreign_keys(self) -> dict[str, dict[str, list[dict[str, str]]]]:
        found: dict[str, Any] = {
            table: {"incoming": [], "outgoing": self.references.get(table, [])}
            for table in await self.table_names()
        }
        for table in found:
            for key in found[table]["outgoing"]:
                found[key["other_table"]]["incoming"].append(
                    {
                        "other_table": table,
                        "column": key["other_column"],
                        "other_column": key["column"],
                    }
                )
        return found


def _look_up(connection: Any, question: str, name: str, text: str) -> Any:
    """What a filter finds by a text, as the command does; NULL where it finds nothing."""
    if not text:
        return None
    own = _FILTERS[question, name]
    try:
        return own.values(connection, text.lower() if own.choices else text)[0]
    except (InputError, ValueError):
        return _NO_WORDS if name == "words" else None


def _search_query(connection: Any, text: str, kind: str, document: str) -> str:
    """The full-text query for a text, as JSON; it matches nothing if the text has no word."""
    try:
        values = {"kind": kind, "document": document}
        return search_most_words.best(connection, text, web_conditions(search.SEARCH), values)
    except InputError:
        return _NO_WORDS


def datasette(db: str | None) -> Datasette:
    """Datasette over a database. Raises DatabaseError where it cannot be read or is damaged."""
    path = database_path(db)
    connection = open_database(db)
    try:
        if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise DatabaseError(damaged_sentence(path))
        for plugin in (links, matrix, pages, answers):
            if not pm.is_registered(plugin):
                pm.register(plugin)
        app = Datasette(
            metadata=metadata(connection), settings=SETTINGS, template_dir=str(TEMPLATES)
        )
        app.remove_database("_memory")
        app.add_database(ReadOnlyDatabase(app, path, connection), name=NAME)
    finally:
        connection.close()
    return app


def listen(port: int) -> socket.socket:
    """A socket that listens on localhost; port 0 means any free one. FileError if it is in use."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        why = "is in use" if taken else f"cannot be used ({error.strerror})"
        raise FileError(
            f"Port {port} {why}: choose another with --port, or use --port 0 for a free one."
        ) from None


def serve(app: Datasette, listening: socket.socket) -> None:
    """Answer until the process is interrupted: raises KeyboardInterrupt.

    Errors are shown on the page. Datasette would also print them with a traceback and all
    variables: that output is discarded.
    """
    port = listening.getsockname()[1]
    config = uvicorn.Config(
        guarded(app.app(), port), log_config=None, log_level="critical", access_log=False,
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        _Server(config, app).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that ends without waiting for running questions."""

    def __init__(self, config: uvicorn.Config, app: Datasette) -> None:
        super().__init__(config)
        self.app = app

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self.force_exit = True
        self.app.executor.shutdown(wait=False, cancel_futures=True)
        for database in self.app.databases.values():
            for connection in database._all_file_connections:
                connection.interrupt()
