"""Errors that a person can mend. Every message is one sentence that says what to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_MOST = 6
"""How many near names are offered at most."""


class InputError(ValueError):
    """What was asked for is not there, or does not make sense (exit code 2)."""


class DatabaseError(Exception):
    """The database cannot be used (exit code 1)."""


def unknown(
    what: str,
    given: str,
    known: Mapping[str, str],
    listed_by: str = "",
    fold: Callable[[str], str] = str.casefold,
) -> InputError:
    """An InputError that names what comes nearest: what has all the words given in its name, else
    what is spelt most alike; where nothing is near, everything, or the command that lists it.

    `known` maps folded names to what to type.
    """
    import difflib

    wanted = fold(given)
    words = wanted.split()
    near = [found for name, found in known.items() if words and all(w in name for w in words)]
    if not near:
        alike = difflib.get_close_matches(wanted, known, n=1, cutoff=0.6)
        near = [known[name] for name in alike]
    near = sorted(dict.fromkeys(near), key=lambda name: (len(name), name))
    if 0 < len(near) <= _MOST:
        listed = " or ".join(f"'{name}'" for name in near)
        return InputError(f"There is no {what} '{given}': did you mean {listed}?")
    everything = ", ".join(dict.fromkeys(known.values()))
    rest = f"'{listed_by}' lists them" if listed_by else f"there are {everything}"
    return InputError(f"There is no {what} '{given}': {rest}.")
