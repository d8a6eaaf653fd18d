"""Shares of a total and their 95% intervals, as text: 67% (35 to 88), of known ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


def share(part: int | None, whole: int | None) -> float | None:
    """A part as a percentage, two decimals as in the views; None where unknown, or the whole is
    0."""
    if part is None or not whole:
        return None
    return (20000 * part + whole) // (2 * whole) / 100


def exact_share(part: int | None, whole: int | None) -> Fraction | None:
    """The same without rounding, for shares that are rounded once, where they are shown."""
    if part is None or not whole:
        return None
    from fractions import Fraction  # 4 ms, which lists as data do without

    return Fraction(100 * part, whole)


def whole_percent(part: int, whole: int) -> int:
    """A part as a percentage of its whole, without decimals."""
    from fractions import Fraction

    from moditrack.ways_to_round import nearest

    return nearest(Fraction(100 * part, whole))


def share_interval(part: int | None, whole: int | None) -> tuple[float, float] | None:
    """Wilson's 95% interval of a share in percent; None where it is not from 0 to 100%, or the part
    or the whole is unknown."""
    if part is None or not whole or not 0 <= part <= whole:
        return None
    from moditrack.intervals import wilson

    low, high = wilson(part, whole)
    return 100 * low, 100 * high


def interval_text(part: int | None, whole: int | None, between: str = "-") -> str:
    """The same in whole percents, as a cell: 61-86; empty where there is none."""
    from moditrack.ways_to_round import nearest

    return between.join(str(nearest(end)) for end in share_interval(part, whole) or ())


def share_text(part: int, whole: int) -> str:
    """A share in whole percents with its 95% interval: 76% (61 to 86)."""
    interval = interval_text(part, whole, " to ")
    return f"{whole_percent(part, whole)}%{f' ({interval})' if interval else ''}"


def added(counts: Iterable[int | None]) -> int | None:
    """The sum of counts; None where one of them is unknown."""
    listed = list(counts)
    known = [count for count in listed if count is not None]
    return sum(known) if len(known) == len(listed) else None


_UNKNOWN = frozenset(("unknown", "not known", "not stated", "not recorded", "not declared"))


def _known(counts: Mapping[str, int | None]) -> dict[str, int]:
    """The counts of the groups that are known; none where all are, or a count is not printed."""
    known = {name: count or 0 for name, count in counts.items() if name.casefold() not in _UNKNOWN}
    whole = len(known) == len(counts) or None in counts.values() or not sum(known.values())
    return {} if whole else known


def among_known(counts: Mapping[str, int | None]) -> str:
    """The shares of the two largest groups in those whose group is known, in a sentence; empty
    where all are."""
    if not (known := _known(counts)):
        return ""
    whole = sum(known.values())
    most = sorted(known, key=lambda name: -known[name])[:2]
    listed = ", ".join(f"{name} {share_text(known[name], whole)}" for name in most)
    (unknown, *_) = (name for name in counts if name not in known)
    return f"Of the {whole} that are not {unknown}: {listed}."


def most_of_known(counts: Mapping[str, int | None]) -> tuple[str, int, int] | None:
    """The largest group of those that are known, its count, and that of all of them; None where
    all are known."""
    if not (known := _known(counts)):
        return None
    name = max(known, key=lambda own: known[own])
    return name, known[name], sum(known.values())
