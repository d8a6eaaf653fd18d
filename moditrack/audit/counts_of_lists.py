"""Counts of lists: a number of things announced, and the items that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from moditrack.audit import counts_of_inline_lists
from moditrack.audit.claims import Claim, Input, claimed
from moditrack.audit.sentences import Sentence, kind, sentences
from moditrack.counting import counted
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities

_NOUNS = (
    r"(?:aims|objectives|areas|themes|priorities|strands|recommendations|reasons|principles|pillars"
    r"|elements|categories|groups|questions|stages|steps|options|parts|factors|criteria|types|tasks"
    r"|actions|issues|points|outcomes|teams|units|sites|forces|measures|aspects|functions)"
)
_ANNOUNCED = re.compile(
    r"\b(?:following|these|the|has|have|are|were|identified|sets? out|contains?) "
    rf"#n(?P<count>\d+)# (?:[\w'-]+ ){{0,3}}?{_NOUNS}\b[^.;#]{{0,60}}:$",
    re.IGNORECASE,
)
"""The announcement of a list: a number that must be the number of its items."""
_COUNT = re.compile(r"#n(?P<count>\d+)# (?:[\w'-]+ ){0,3}?[a-z]+(?:s|ia)\b", re.IGNORECASE)
"""A number of things before a list; it may count the items."""
_LAST = 80
"""The number of items is among the last characters before them."""
_OFF = 2
"""A list that is longer or shorter by more is another one, or was misread."""
_ANY = 100
"""The same for a list whose items all begin with the same word."""
_OPENING = 60
"""Characters of an item that are read for the number it begins with."""
_MOST = 15
"""So many passages below a total, or above it, are read for its parts."""
_TOTAL = re.compile(r"\b(?:total|altogether|in all)\b", re.IGNORECASE)
_PARTIAL = re.compile(r"\b(?:includ|such as|for example|among|of the|some of)", re.IGNORECASE)
_NO_ITEM = ("bullet", "table", "heading")


def find(passages: Sequence[Passage]) -> Iterator[Claim]:
    """The numbers of items that texts announce, with the items that follow."""
    for number, passage in enumerate(passages):
        inside = passage.kind == "bullet" and passage.text.endswith(":")
        if passage.kind in _NO_ITEM and not inside:
            continue
        items = _items(passages, number + 1) or _paragraphs(passages, number)
        own = list(sentences(passage))
        yield from _announced(own[-1], items, 0 if inside else _OFF)
        yield from counts_of_inline_lists.find(own)


def _announced(last: Sentence, items: list[Passage], off: int) -> Iterator[Claim]:
    if len(items) < 2:
        return
    match = None if _PARTIAL.search(last.text) else _ANNOUNCED.search(last.skeleton)
    if match is not None:
        most = _ANY if off and _alike(items) else off
        yield from _claim(last, int(match["count"]), len(items), items[0], most)
        return
    for match in reversed(list(_COUNT.finditer(last.skeleton, max(0, len(last.skeleton) - _LAST)))):
        found = list(_claim(last, int(match["count"]), len(items), items[0], 0))
        if found:
            yield found[0]
            return


def _alike(items: Sequence[Passage]) -> bool:
    return len({item.text.split(" ", 1)[0].lower() for item in items}) == 1


def _claim(sentence: Sentence, slot: int, items: int, home: Passage, most: int) -> Iterator[Claim]:
    """The claim that a number counts items; only where it is off by at most so much."""
    stated = sentence.quantities[slot]
    off = abs(stated.low - items)
    if kind(stated) != "n" or stated.bound != "exact" or off > most:
        return
    one = Input(Quantity(counted(items, "item"), Fraction(items), Fraction(items)), home, "items")
    yield claimed("list-count", stated, sentence, [one])


def find_totals(passages: Sequence[Passage]) -> Iterator[Claim]:
    """Totals of the parts with which the passages below open, or those above.

    A sentence before a colon states them, or one that says total. The first passages may make it
    alone: 19,437 and 3,706, then 220 of those. Where they do not make it, they need not be all of
    it: only a total that fits is a claim.
    """
    opening = [_opening(passage) for passage in passages]
    for number, passage in enumerate(passages):
        colon, said = passage.text.endswith(":"), _TOTAL.search(passage.text)
        if passage.kind == "table" or not (colon or said):
            continue
        own = [sentence for sentence in sentences(passage) if sentence.quantities]
        below = opening[number + 1 : number + 1 + _MOST]
        above = opening[max(0, number - _MOST) : number][::-1]
        sentence = own[-1 if colon else 0] if own else None
        for stated in reversed(sentence.quantities) if sentence is not None else ():
            parts = _that_make(stated, below) or _that_make(stated, above if said else [])[::-1]
            if parts and sentence is not None:
                yield claimed("total", stated, sentence, parts)
                break


def _that_make(stated: Quantity, opening: Sequence[Input | None]) -> list[Input]:
    """The first of some numbers that add up to another; none where they do not."""
    parts: list[Input] = []
    for one in opening:
        if one is None or one.quantity.unit != stated.unit:
            return []
        parts.append(one)
        so_far = sum(part.quantity.low for part in parts)
        if so_far >= stated.low:
            return parts if len(parts) > 1 and so_far == stated.low else []
    return []


def _opening(passage: Passage) -> Input | None:
    """The number with which a passage opens; an item of a list may name it first."""
    found = quantities(passage.text[:_OPENING], passage.style) if passage.kind != "table" else ()
    first = next(iter(found), None)
    if first is None or first.bound == "range" or first.end >= _OPENING:
        return None
    if first.start and passage.kind != "bullet":
        return None
    return Input(first, passage, "part")


def _paragraphs(passages: Sequence[Passage], number: int) -> list[Passage]:
    """The paragraphs without a number that follow a numbered one with a colon."""
    own = passages[number]
    if own.kind != "paragraph" or not own.text.endswith(":"):
        return []
    return list(takewhile(lambda one: one.kind == "unnumbered", passages[number + 1 :]))


def _items(passages: Sequence[Passage], start: int) -> list[Passage]:
    """The bullets that follow each other from a place on."""
    found = []
    for number in range(start, len(passages)):
        passage = passages[number]
        if passage.kind != "bullet":
            break
        found.append(passage)
    return found
