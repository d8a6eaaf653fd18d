"""Errors that a person can mend. Every message is one sentence that says what to do next."""

from __future__ import annotations

from collections.abc import Iterable


class InputError(ValueError):
    """What was asked for is not there, or does not make sense (exit code 2)."""


class DatabaseError(Exception):
    """The database cannot be used (exit code 1)."""


def unknown(what: str, given: str, known: Iterable[str], listed_by: str = "") -> InputError:
    """An InputError that names the nearest known value; where none is near, all of them, or the
    command that lists them."""
    import difflib

    names = list(dict.fromkeys(known))
    folded = {name.casefold(): name for name in names}
    near = difflib.get_close_matches(given.casefold(), folded, n=1, cutoff=0.6)
    if near:
        return InputError(f"There is no {what} '{given}': did you mean '{folded[near[0]]}'?")
    rest = f"'{listed_by}' lists them" if listed_by else f"there are {', '.join(names)}"
    return InputError(f"There is no {what} '{given}': {rest}.")
