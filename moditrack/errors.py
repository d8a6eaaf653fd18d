"""Errors that a person can fix. Every message is one sentence that says what to do next."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_MAX_SUGGESTIONS = 6
_MAX_NAME = 200
"""A longer text is not taken as a misspelt name."""
_MAX_MESSAGE = 4000
"""Maximum length of a message in characters."""


class InputError(ValueError):
    """The request names something unknown or does not make sense (exit code 2)."""


class DatabaseError(Exception):
    """The database cannot be used (exit code 1)."""


class FileError(Exception):
    """A file or folder cannot be used (exit code 1)."""


def one_line(message: str) -> str:
    """A message as one printable line: escapes what is not printable, shortens very long text."""
    if len(message) > _MAX_MESSAGE:
        message = f"{message[: _MAX_MESSAGE // 2]} … {message[-_MAX_MESSAGE // 2 :]}"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)


def _similar(wanted: str, known: Mapping[str, str]) -> list[str]:
    """The name with the most similar spelling, or all names with the most similar word."""
    import difflib

    if len(wanted) > _MAX_NAME:  # comparing it would take seconds
        return []

    def closeness(name: str) -> float:
        return difflib.SequenceMatcher(None, wanted, name).ratio()

    nearest = max(sorted(known, reverse=True), key=closeness, default="")
    words = {word for name in known for word in re.split(r"[^\w]+", name) if len(word) > 3}
    word = max(sorted(words), key=closeness, default="")
    if closeness(word) > max(closeness(nearest), 0.8):
        return [found for name, found in known.items() if word in re.split(r"[^\w]+", name)]
    return [known[nearest]] if closeness(nearest) >= 0.6 else []


def unknown(
    what: str,
    given: str,
    known: Mapping[str, str],
    listed_by: str = "",
    name_key: Callable[[str], str] = str.casefold,
    described: Callable[[str], str] = "'{}'".format,
) -> InputError:
    """An InputError that suggests the nearest names, or lists all, or names the listing command.

    Nearest are the names with all the given words, else those with the most similar spelling.
    `known` maps name keys to what to type; `described` words each suggestion if there are several.
    """
    wanted = name_key(given)
    words = wanted.split()
    near = [found for name, found in known.items() if words and all(w in name for w in words)]
    if not near:
        near = _similar(wanted, known)
    near = sorted(dict.fromkeys(near), key=lambda name: (len(name), name))
    if 0 < len(near) <= _MAX_SUGGESTIONS:
        listed = " or ".join(map(described, near) if len(near) > 1 else (f"'{near[0]}'",))
        return InputError(f"There is no {what} '{given}': did you mean {listed}?")
    everything = ", ".join(dict.fromkeys(known.values()))
    rest = f"'{listed_by}' lists them" if listed_by else f"there are {everything}"
    return InputError(f"There is no {what} '{given}': {rest}.")
