"""The straight lines of a page: those on one line joined, and those that touch together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

SNAP = 3.0
"""Points between rulings that are one line to the eye."""
_SHORTEST = 5.0


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
