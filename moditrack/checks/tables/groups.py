"""Which lines of a table can be behind one total: a breakdown of it, bands apart."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from itertools import combinations

from moditrack.checks.tables.view import TOTALS, View
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

_SUM_OF = lazy_regex(r"\(sum of (?:lines?|rows?|items?|boxes) ([\d,andto& -]+)\)", re.IGNORECASE)
_NUMBER = lazy_regex(r"\d{1,3}(?!\w)")
_FROM_TO = lazy_regex(r"(\d+)(?: ?(?:to|-) ?(\d+))?")


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


def at_the_top(view: View, lines: Sequence[int]) -> list[int]:
    """The lines that are not indented below another of them."""
    return [line for line in lines if view.parents.get(line) not in lines]


def breakdowns(
    view: View, line: int, lines: Sequence[int], places: Iterable[int]
) -> list[list[int]]:
    """Lines in the groups that each break down the same total; empty where there are not several.

    Groups are those of the labels or, without any, lines in a row whose cells come to the total.
    """
    labelled: dict[str, list[int]] = {}
    for one in lines:
        labelled.setdefault(view.sections.get(one, ""), []).append(one)
    if len(labelled) > 1:
        return [group for group in labelled.values() if len(group) > 1]
    found = (_in_a_row(view, line, lines, place) for place in places)
    return next((groups for groups in found if len(groups) > 1), [])


def _in_a_row(view: View, line: int, lines: Sequence[int], place: int) -> list[list[int]]:
    stated = view.entry(line, place).quantity
    groups: list[list[int]] = []
    own: list[int] = []
    so_far = Fraction(0)
    for one in lines if stated is not None and stated.low > 0 else ():
        own.append(one)
        so_far += view.value(one, place).exact or 0
        if stated is not None and so_far == stated.low and len(own) > 1:
            groups, own, so_far = [*groups, own], [], Fraction(0)
    return groups if not own else []


def candidates(view: View, at: int, reach: int, running: Collection[int]) -> list[list[int]]:
    """The lines that may be behind a total, the likeliest first, each list once.

    None holds two bands of which one contains the other.
    """
    line, above = view.lines[at], view.lines[max(0, at - reach) : at]
    below = view.lines[at + 1 : at + 1 + reach]
    group = view.groups.get(line)
    own = [one for one in (*above, *below) if view.groups.get(one) == group]
    since = _until_total(view, reversed(above))[::-1]
    after = _until_total(view, below)
    subtotals = _with_subtotals(view, above)
    plain_above, plain_below = _plain(view, above), _plain(view, below)
    in_group = _plain(view, own) if group else []
    totals_above = [one for one in above if view.roles[one] in TOTALS]
    named = named_lines(view, line)
    if named:
        tried = [named]
    elif line in running:
        tried = [since, in_group, subtotals]
    elif view.roles[line] == "subtotal":
        tried = [in_group, since, after, plain_above]
    elif totals_above:
        tried = [subtotals, plain_above, in_group, since, totals_above, after]
    else:
        tried = [plain_above, in_group, after, plain_below, _with_subtotals(view, below)]
    tried = [lines for every in tried for lines in (every, at_the_top(view, every))]
    kept: list[list[int]] = []
    least = 1 if line in running else 2
    for lines in (own for every in tried for own in apart(view, every)):
        if len(lines) >= least and lines not in kept:
            kept.append(lines)
    return kept


def named_lines(view: View, line: int) -> list[int]:
    """The lines that the label of a total names by their numbers: (sum of lines 26, 31 to 33)."""
    said = _SUM_OF.search(view.names[line])
    numbers: set[int] = set()
    for first, last in _FROM_TO.findall(said[1]) if said else ():
        numbers |= set(range(int(first), int(last or first) + 1))
    found: dict[int, int] = {}
    for one in view.lines if numbers else ():
        own = _NUMBER.match(view.paths[one][0])
        if own is not None and int(own[0]) in numbers:
            found.setdefault(int(own[0]), one)
    return list(found.values()) if len(found) == len(numbers) else []


def _plain(view: View, lines: Sequence[int]) -> list[int]:
    return [line for line in lines if view.roles[line] == "cell"]


def _until_total(view: View, lines: Iterable[int]) -> list[int]:
    """The plain lines before the next total or another group."""
    found: list[int] = []
    first: str | None = None
    for number, line in enumerate(lines):
        group = view.groups.get(line, "")
        first = group if number == 0 else first
        if view.roles[line] in TOTALS or group != first:
            break
        found.append(line)
    return _plain(view, found)


def _with_subtotals(view: View, lines: Sequence[int]) -> list[int]:
    """The subtotals among lines, and the plain lines that are in none of them."""
    found: list[int] = []
    loose: list[int] = []
    for line in lines:
        if view.roles[line] in TOTALS:
            found, loose = [*found, line], []
        elif view.roles[line] == "cell":
            loose.append(line)
    return [*found, *loose]
