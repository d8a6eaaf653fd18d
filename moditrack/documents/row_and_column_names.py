"""Names by which each row and column can be found, also where a table has several of one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile

from moditrack.documents.dates.year_or_count import A_YEAR_HEADING
from moditrack.documents.table_labels import role_of

_NOTE = re.compile(r" \(\d\d?\)$")
_COMPARED = ("change", "share")
"""Roles of columns that are worked out from those to their left."""


def unique(names: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Names by place; one that was there gets ~2."""
    found: dict[int, str] = {}
    times: Counter[str] = Counter()
    for place, name in names:
        times[name] += 1
        found[place] = name if times[name] == 1 else f"{name}~{times[name]}"
    return found


def in_groups(names: Mapping[int, str], groups: Mapping[int, str]) -> dict[int, str]:
    """Names of rows; those of one name have their groups before them, where these differ."""
    rows: dict[str, list[int]] = {}
    for row, name in names.items():
        rows.setdefault(_NOTE.sub("", name), []).append(row)
    found = dict(names)
    for name, own in rows.items():
        over = [groups.get(row, "") for row in own]
        if len(own) > 1 and name and all(over) and len(set(over)) == len(over):
            found |= {row: f"{group} / {names[row]}" for row, group in zip(own, over, strict=True)}
    return found


def column_names(headings: Mapping[int, str]) -> dict[int, str]:
    """Names of columns; several changes get the words of the columns that they compare.

    "7 day now, 7 day before, % change, 28 day now, 28 day before, % change" has a 7 day % change.
    """
    times = Counter(headings.values())
    found = dict(headings)
    for name, count in times.items():
        if count > 1 and role_of(name) in _COMPARED:
            places = [place for place, heading in headings.items() if heading == name]
            over = [_before(headings, place, name) for place in places]
            if all(over) and len(set(over)) == len(over):
                found |= {at: f"{words} {name}" for at, words in zip(places, over, strict=True)}
    return unique(found.items())


def _before(headings: Mapping[int, str], place: int, name: str) -> str:
    """The words that the columns to the left of a change have in common, and the year it is from.

    Empty where they have none.
    """
    before: list[list[str]] = []
    common: list[str] = []
    for column in sorted((one for one in headings if one < place), reverse=True):
        words = headings[column].split()
        if headings[column] == name or not words:
            break
        shared = _shared(common, words) if before else words
        if not shared and len(before) == 1:
            return ""
        if not shared:
            break
        before.append(words)
        common = shared
    rest = [words[len(common) :] for words in before]
    if len(rest) > 1 and all(len(one) == 1 and A_YEAR_HEADING.fullmatch(one[0]) for one in rest):
        common = [*common, *rest[0]]
    return " ".join(common)


def _shared(one: list[str], other: list[str]) -> list[str]:
    return [a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))]


def is_merged(heads: Sequence[str], names: Sequence[str], column: int) -> bool:
    """Whether an empty heading is the end of the one left of it, as the names below it say.

    They are below others of that heading, where headings of one column have none below them, or
    where several headings are over as many columns.
    """
    own = column
    while own > 0 and not heads[own]:
        own -= 1
    if own <= 0 or not all(names[own : column + 1]):
        return False
    filled = [c for c in range(1, len(heads)) if heads[c]]
    alone = any(not names[c] for c in filled)
    widths = {last - first for first, last in pairwise([*filled, len(heads)])}
    return alone or (len(filled) > 1 and len(widths) == 1 and not heads[0])
