"""Errors that a person can mend. Every message is one sentence that says what to do next."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_MOST = 6
"""How many near names are offered at most."""
_LONGEST_NAME = 200
"""More characters than this are no misspelt name."""
_LONGEST = 4000
"""The most characters of a message."""


class InputError(ValueError):
    """What was asked for is not there, or does not make sense (exit code 2)."""


class DatabaseError(Exception):
    """The database cannot be used (exit code 1)."""


class FileError(Exception):
    """A file or folder cannot be used (exit code 1)."""


def one_line(message: str) -> str:
    """A message as one line that a console can show: what is not printable is escaped, and the
    middle of what is very long left out."""
    if len(message) > _LONGEST:
        message = f"{message[: _LONGEST // 2]} … {message[-_LONGEST // 2 :]}"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)


def _alike(wanted: str, known: Mapping[str, str]) -> list[str]:
    """What is spelt most alike; where a word of longer names is closer, all that have it."""
    import difflib

    if len(wanted) > _LONGEST_NAME:  # nothing is near, and to find that out would take seconds
        return []

    def closeness(name: str) -> float:
        return difflib.SequenceMatcher(None, wanted, name).ratio()

    whole = max(sorted(known, reverse=True), key=closeness, default="")
    words = {word for name in known for word in re.split(r"[^\w]+", name) if len(word) > 3}
    word = max(sorted(words), key=closeness, default="")
    if closeness(word) > max(closeness(whole), 0.8):
        return [found for name, found in known.items() if word in re.split(r"[^\w]+", name)]
    return [known[whole]] if closeness(whole) >= 0.6 else []


def unknown(
    what: str,
    given: str,
    known: Mapping[str, str],
    listed_by: str = "",
    name_key: Callable[[str], str] = str.casefold,
    described: Callable[[str], str] = "'{}'".format,
) -> InputError:
    """An InputError that names what comes nearest: what has all the words given in its name, else
    what is spelt most alike; where nothing is near, everything, or the command that lists it.

    `known` maps name keys to what to type; `described` says what that is, where there are
    several.
    """
    wanted = name_key(given)
    words = wanted.split()
    near = [found for name, found in known.items() if words and all(w in name for w in words)]
    if not near:
        near = _alike(wanted, known)
    near = sorted(dict.fromkeys(near), key=lambda name: (len(name), name))
    if 0 < len(near) <= _MOST:
        listed = " or ".join(map(described, near) if len(near) > 1 else (f"'{near[0]}'",))
        return InputError(f"There is no {what} '{given}': did you mean {listed}?")
    everything = ", ".join(dict.fromkeys(known.values()))
    rest = f"'{listed_by}' lists them" if listed_by else f"there are {everything}"
    return InputError(f"There is no {what} '{given}': {rest}.")
