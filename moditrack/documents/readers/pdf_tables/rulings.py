"""The straight lines of a page: those on one line joined, and those that touch together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from moditrack.documents.readers.pdf_pages.words import Word

SNAP = 3.0
"""Points between rulings that are one line to the eye."""
_SHORTEST = 5.0
_SLIT = 9.0
"""Points between two rulings around an empty space that is not a row or column."""


class Ruling(NamedTuple):
    """A straight line: at `at`, from `low` to `high` on the other axis."""

    at: float
    low: float
    high: float


def merged(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Rulings with those that lie on one line joined."""
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if groups and ruling.at - groups[-1][-1].at <= 1.0:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    merged: list[Ruling] = []
    for group in groups:
        at = sum(r.at for r in group) / len(group)
        low, high = None, 0.0
        for _, start, end in sorted(group, key=lambda r: r.low):
            if low is None:
                low, high = start, end
            elif start <= high + SNAP:
                high = max(high, end)
            else:
                merged.append(Ruling(at, low, high))
                low, high = start, end
        if low is not None:
            merged.append(Ruling(at, low, high))
    return [ruling for ruling in merged if ruling.high - ruling.low >= _SHORTEST]


def frames(across: list[Ruling], down: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Rulings that touch each other, together; the largest first."""
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for i, (y, x0, x1) in enumerate(across):
        for j, (x, y0, y1) in enumerate(down, start=len(across)):
            if x0 - SNAP <= x <= x1 + SNAP and y0 - SNAP <= y <= y1 + SNAP:
                parent[root(i)] = root(j)
    frames: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, ruling in enumerate(across):
        frames.setdefault(root(i), ([], []))[0].append(ruling)
    for j, ruling in enumerate(down, start=len(across)):
        frames.setdefault(root(j), ([], []))[1].append(ruling)
    return sorted(
        (f for f in frames.values() if f[0] and f[1]), key=lambda f: -len(f[0]) * len(f[1])
    )


def places_of(rulings: list[Ruling], ends: list[float]) -> list[float]:
    """The distinct places of rulings, and the places where several rulings across them end."""
    places: list[float] = []
    for at in sorted([r.at for r in rulings] + _shared(ends)):
        if not places or at - places[-1] > SNAP:
            places.append(at)
    return places


def without_slits(places: list[float], middles: list[float]) -> list[float]:
    """Places without the narrow spaces, between double lines, in which nothing is printed."""
    kept = places[:1]
    for at in places[1:]:
        low = kept[-1]
        if at - low < _SLIT and not any(low < middle < at for middle in middles):
            kept[-1] = low if len(kept) == 1 else at
        else:
            kept.append(at)
    return kept


def _shared(ends: list[float]) -> list[float]:
    """The outermost ends, where at least two rulings end there."""
    if not ends:
        return []
    low, high = min(ends), max(ends)
    return [
        end for end in (low, high) if sum(abs(other - end) <= SNAP for other in ends) >= 2
    ]  # fmt: skip


def with_steps(places: list[float], down: list[Ruling], words: Sequence[Word]) -> list[float]:
    """Places across, and those between two lines of print where several rulings down begin.

    There headings over several columns end and those of each column begin.
    """
    starts = [ruling.low for ruling in down]
    found = list(places)
    for top, bottom in pairwise(places):
        lines = [(w.y - 0.6 * w.size, w.y) for w in words if top < w.y - 0.3 * w.size < bottom]
        for at in sorted(starts):
            if (
                top + SNAP < at < bottom - SNAP
                and sum(abs(at - other) <= SNAP for other in starts) > 1
                and any(low <= at for _, low in lines)
                and any(high >= at for high, _ in lines)
                and not any(high < at < low for high, low in lines)
            ):
                found.append(at)
                break
    return sorted(found)
