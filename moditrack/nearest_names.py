"""The names nearest to one that is unknown: "There is no agency 'CO41': did you mean 'co14'?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from moditrack.errors import InputError

_MAX_SUGGESTIONS = 6
_ALIKE = 0.6
"""How similar the spelling of two names is, of 1, so that one may be meant by the other."""
_ALIKE_WORD = 0.8
"""How similar a word of names is, so that they may be meant by it."""
_MAX_NAME = 200
"""A longer text is not taken as a misspelt name."""


@lru_cache(10_000)
def likeness(one: str, other: str) -> float:
    """How similar the spelling of two texts is, from 0 to 1."""
    import difflib

    return difflib.SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()


def nearest(wanted: str, names: Iterable[str]) -> str:
    """The name with the most similar spelling; empty where none is similar."""
    import difflib

    if len(wanted) > _MAX_NAME:  # comparing it would take seconds
        return ""
    found = difflib.get_close_matches(wanted, list(names), n=1, cutoff=_ALIKE)
    return found[0] if found else ""


def _similar(wanted: str, known: Mapping[str, str]) -> list[str]:
    """The name with the most similar spelling, or all names with the most similar word."""
    import difflib

    def closeness(name: str) -> float:
        return difflib.SequenceMatcher(None, name, wanted).ratio()

    name = nearest(wanted, known)
    words = {word for name in known for word in re.split(r"[^\w]+", name) if len(word) > 3}
    word = nearest(wanted, words)
    if closeness(word) > max(closeness(name), _ALIKE_WORD):
        return [found for name, found in known.items() if word in re.split(r"[^\w]+", name)]
    return [known[name]] if name else []


def meant(given: str, known: Mapping[str, str]) -> str | None:
    """What a text is short for, if for one alone of what is `known`: by the name without its first
    word, else by how it begins, else by how its words begin."""
    words = re.findall(r"\w+", given.casefold())
    text = "-".join(words)

    def way(name: str) -> int:
        own = re.findall(r"\w+", name.casefold())
        begins = all(any(word.startswith(one) for word in own) for one in words)
        return (
            0 if text == "-".join(own[1:]) else 1 if "-".join(own).startswith(text) else 3 - begins
        )

    ways = [(way(name), found) for name, found in known.items() if words]
    best = min((rank for rank, _ in ways), default=3)
    found = {one for rank, one in ways if rank == best < 3}
    return found.pop() if len(found) == 1 else None


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
    if not near and not wanted.isdecimal():  # another code is not a misspelt one
        near = _similar(wanted, known)
    near = sorted(dict.fromkeys(near), key=lambda name: (len(name), name))
    if 0 < len(near) <= _MAX_SUGGESTIONS:
        listed = " or ".join(map(described, near) if len(near) > 1 else (f"'{near[0]}'",))
        return InputError(f"There is no {what} '{given}': did you mean {listed}?")
    everything = ", ".join(dict.fromkeys(known.values()))
    rest = f"'{listed_by}' lists them" if listed_by else f"there are {everything}"
    return InputError(f"There is no {what} '{given}': {rest}.")
