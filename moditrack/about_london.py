"""Whether a database is about London, in the words of titles."""

from __future__ import annotations

from collections.abc import Iterable

_OF_LONDON = frozenset(("colp", "mps"))
"""The police forces of London, by their ids."""


def in_london(forces: Iterable[str]) -> bool:
    """Whether documents are about the police forces of London alone."""
    return _OF_LONDON.issuperset(forces)


def police(forces: Iterable[str]) -> str:
    """The police that documents are about."""
    return "the police in London" if in_london(forces) else "the police"
