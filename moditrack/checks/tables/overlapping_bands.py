"""Bands of a table that overlap (Under 18, 10-17), which no total takes in together."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from moditrack.checks.tables.view import View
from moditrack.documents.lazy_regex import lazy_regex

_WORDS = r"(?:aged? |ages )?", r"(?: years?)?(?: old| of age)?"
_BANDS = [
    lazy_regex(rf"{_WORDS[0]}(?:{pattern}){_WORDS[1]}", re.IGNORECASE)
    for pattern in (
        r"(?P<low>\d{1,3}) ?(?:-|\u2013|to|and under) ?(?P<high>\d{1,3})",
        r"(?:under|below|less than|younger than) ?(?P<under>\d{1,3})",
        r"(?:up to )(?P<high>\d{1,3})|(?P<most>\d{1,3}) (?:and|or) (?:under|below|younger|less)",
        r"(?P<low>\d{1,3}) ?(?:\+|plus|(?:and|or|years and) (?:over|above|older|more))",
        r"(?:over|above|older than|more than) (?P<over>\d{1,3})",
    )
]


def _band(name: str) -> tuple[float, float] | None:
    """The numbers that a label such as "Under 18", "10-17" or "65 and over" takes in."""
    label = name.rpartition(" / ")[2].partition("~")[0].strip()
    for pattern in _BANDS:
        if found := pattern.fullmatch(label):
            own = {key: int(text) for key, text in found.groupdict().items() if text}
            low = own.get("low", own.get("over", 0))
            high = own.get("high", own.get("under", own.get("most", math.inf)))
            return (low, high) if low < high else None
    return None


def apart(view: View, lines: Sequence[int]) -> list[list[int]]:
    """The lines without any that contain each other: the widest bands, then the narrowest.

    All of them where no two overlap; nothing where they cannot be kept apart.
    """
    bands = {line: band for line in lines if (band := _band(view.names[line])) is not None}
    if not _overlap(bands.values()):
        return [list(lines)]
    found = []
    for side in (0, 1):
        drop = {
            pair[1 - side]
            for one, other in combinations(bands, 2)
            for pair in ((one, other), (other, one))
            if bands[one] != bands[other] and _contains(bands[pair[0]], bands[pair[1]])
        }
        kept = [line for line in lines if line not in drop]
        if not _overlap(bands[line] for line in kept if line in bands):
            found.append(kept)
    return found


def _contains(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


def _overlap(bands: Iterable[tuple[float, float]]) -> bool:
    return any(
        one[0] < other[1] and other[0] < one[1] for one, other in combinations(set(bands), 2)
    )
