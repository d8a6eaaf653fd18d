"""The errors that a person can fix: each message is a sentence that says what to do next."""

from __future__ import annotations

_MAX_MESSAGE = 4000
"""Maximum length of a message in characters."""


class InputError(ValueError):
    """The request names something unknown or does not make sense (exit code 2)."""


class DatabaseError(Exception):
    """The database cannot be used (exit code 1)."""


class FileError(Exception):
    """A file, a folder or a port cannot be used (exit code 1)."""


def one_line(message: str) -> str:
    """A message as one printable line: escapes what is not printable, shortens very long text."""
    if len(message) > _MAX_MESSAGE:
        message = f"{message[: _MAX_MESSAGE // 2]} … {message[-_MAX_MESSAGE // 2 :]}"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)


class LastQuery:
    """What db/errors.py must know of the last query to explain its error."""

    database: str | None = None
    """The database opened last."""
    time_is_up = False
    """Whether the query was stopped by its time limit."""


LAST_QUERY = LastQuery()
