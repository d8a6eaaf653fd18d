"""Errors that a person can mend. Every message is one sentence that says what to do next."""

from __future__ import annotations

from collections.abc import Iterable


class InputError(ValueError):
    """What was asked for is not there, or does not make sense (exit code 2)."""


class DatabaseError(Exception):
    """The database cannot be used (exit code 1)."""


def unknown(what: str, given: str, known: Iterable[str]) -> InputError:
    """An InputError that names the nearest known value, or all of them where none is near."""
    import difflib

    names = list(dict.fromkeys(known))
    folded = {name.casefold(): name for name in names}
    near = difflib.get_close_matches(given.casefold(), folded, n=1, cutoff=0.6)
    if near:
        return InputError(f"There is no {what} '{given}': did you mean '{folded[near[0]]}'?")
    return InputError(f"There is no {what} '{given}': there are {', '.join(names)}.")
