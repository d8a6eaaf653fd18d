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
    """Totals over a list: a sentence before a colon states them, each item opens with a part.

    The first items may make it alone: 19,437 and 3,706, then 220 of those. Where they do not make
    it, they need not be all of it: only a total that fits is a claim.
    """
    for number, passage in enumerate(passages):
        if passage.kind == "table" or not passage.text.endswith(":"):
            continue
        own = [sentence for sentence in sentences(passage) if sentence.quantities]
        parts = list(_parts(passages, number + 1)) if own else []
        for stated in reversed(own[-1].quantities if own else ()):
            first = _first_that_make(stated, parts)
            if first:
                yield claimed("total", stated, own[-1], first)
                break


def _first_that_make(stated: Quantity, parts: Sequence[Input]) -> list[Input]:
    so_far = Fraction(0)
    for number, one in enumerate(parts, 1):
        if one.quantity.unit != stated.unit:
            return []
        so_far += one.quantity.low
        if number > 1 and so_far == stated.low:
            return list(parts[:number])
    return []


def _parts(passages: Sequence[Passage], start: int) -> Iterator[Input]:
    """The numbers with which the passages from a place on begin."""
    for number in range(start, len(passages)):
        passage = passages[number]
        first = next(iter(quantities(passage.text[:_OPENING], passage.style)), None)
        if first is None or first.start > 0 or passage.kind == "table":
            return
        yield Input(first, passage, "part")


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
