"""Victims by age bands: how many are under 18, and in which band the middle one is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

_BAND = re.compile(
    r"(?P<first>\d+)\s*(?:-|\u2013|to)\s*(?P<last>\d+)"
    r"|(?:under|below|<)\s*(?P<under>\d+)"
    r"|(?:over|\+|>)\s*(?P<over>\d+)|(?P<least>\d+)\s*(?:\+|and over|or over|and above|or more)",
    re.IGNORECASE,
)
_ADULT = 18


def ages_text(victims: Mapping[str, int], total: int) -> str:
    """How many are under 18 where a band ends there, and in which band the middle one of all is.

    Nothing is said where the bands are not all read, or have not all of the victims.
    """
    bands = [(_ages(label), label, number) for label, number in victims.items()]
    ages = [(own, label, number) for own, label, number in bands if own]
    if len(ages) < max(len(bands), 2) or sum(victims.values()) != total:
        return ""
    ages.sort(key=lambda band: band[0])
    apart = all(one[0][1] < other[0][0] for one, other in pairwise(ages))
    if not apart:
        return ""
    said = []
    if all(last < _ADULT or first >= _ADULT for (first, last), _, _ in ages):
        young = sum(number for (_, last), _, number in ages if last < _ADULT)
        said.append(f"{young} {'is' if young == 1 else 'are'} under {_ADULT}")
    before = 0
    for _, label, number in ages if len(ages) > 2 else []:  # of two it says no more
        if 2 * before < total < 2 * (before + number):
            said.append(f"median in {label}")
        before += number
    return f"{'; '.join(said)}." if said else ""


def _ages(label: str) -> tuple[float, float] | None:
    """The first and last age of a band, as it is printed."""
    band = _BAND.fullmatch(label.strip())
    if band is None:
        return None
    if band["first"]:
        return float(band["first"]), float(band["last"])
    if band["under"]:
        return 0, float(band["under"]) - 1
    return (float(band["over"]) + 1 if band["over"] else float(band["least"])), float("inf")
