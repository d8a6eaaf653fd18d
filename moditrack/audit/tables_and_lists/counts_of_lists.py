"""Counts of lists: a number of things announced, and the items below it or in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from moditrack.audit.by_wording.letters import COUNT, letter
from moditrack.audit.by_wording.sentences import Sentence, sentences
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.counting import counted
from moditrack.documents.part_words import LIST_ITEMS
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities

_NOUNS = (
    rf"(?:{LIST_ITEMS}|groups|options|types|tasks|actions|issues|points|outcomes|teams|units|sites"
    r"|forces|measures)"
)
_ANNOUNCED = re.compile(
    r"\b(?:following|these|the|has|have|are|were|identified|sets? out|contains?) "
    rf"#n(?P<count>\d+)# (?:[\w'-]+ ){{0,3}}?{_NOUNS}\b(?:(?! and \w)[^.;#]){{0,60}}:$",
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
_THERE = re.compile(r"There (?:were|was|are|is) ", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|altogether|in all)\b", re.IGNORECASE)
_PARTIAL = re.compile(r"\b(?:includ|such as|for example|among|of the|some of)", re.IGNORECASE)
_NO_ITEM = ("bullet", "table", "heading")
_THINGS = r"#n(?P<count>\d+)# (?:[\w'\"-]+ ){0,4}?[a-z]+(?:s|ia)\b"
_INLINE = tuple(
    (re.compile(text, re.IGNORECASE), re.compile(between))
    for text, between in (
        # three aims: to board; to search; to report
        (rf"{_THINGS}[^.;:]{{0,60}}: (?P<items>(?:[^.;:]+; )+(?:and )?[^.;:]+)\.?$", r";"),
        # three aims: a, b and c; five criteria will be met; a, b, c, d and e
        (rf"{_THINGS}[^.;:#]{{0,60}}: (?P<items>[^.;:#]+)[.;]?$", r",(?: and)? | and "),
        (
            rf"{_THINGS}[^.;:#]{{0,60}}; (?P<items>(?:[^.;:,#]+, ){{2}}[^.;:#]+)[.;]?$",
            r",(?: and)? | and ",
        ),
        # the three areas of a, b and c
        (rf"the {_THINGS} of (?P<items>[^.;:#]+, [^.;:#]+)[.;]?$", r",(?: and)? | and "),
    )
)
_SEVERAL = re.compile(_THINGS, re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_ORDINAL = re.compile(
    rf"(?:\b(?:In|in) the ({'|'.join(_ORDINALS)}) place|^({'|'.join(_ORDINALS)})(?:ly)?,)", re.I
)


def find(passages: Sequence[Passage]) -> Iterator[Claim]:
    """The numbers of items that texts announce, with the items that follow."""
    for number, passage in enumerate(passages):
        inside = passage.kind == "bullet" and passage.text.endswith(":")
        if passage.kind in _NO_ITEM and not inside:
            continue
        items = _items(passages, number + 1) or _paragraphs(passages, number)
        own = list(sentences(passage))
        yield from _announced(own[-1], items, 0 if inside else _OFF)
        yield from _in_sentences(own)


def _announced(last: Sentence, items: list[Passage], off: int) -> Iterator[Claim]:
    if len(items) < 2:
        return
    match = None if _PARTIAL.search(last.text) else _ANNOUNCED.search(last.skeleton)
    if match is not None:
        most = _ANY if off and _alike(items) else off
        yield from _claim(last, int(match["count"]), len(items), items[0], most)
        return
    for match in reversed(list(_COUNT.finditer(last.skeleton, max(0, len(last.skeleton) - _LAST)))):
        if found := list(_claim(last, int(match["count"]), len(items), items[0], 0)):
            yield found[0]
            return


def _alike(items: Sequence[Passage]) -> bool:
    return len({item.text.split(" ", 1)[0].lower() for item in items}) == 1


def _claim(sentence: Sentence, slot: int, items: int, home: Passage, most: int) -> Iterator[Claim]:
    """The claim that a number counts items; only where it is off by at most so much."""
    stated = sentence.quantities[slot]
    off = abs(stated.low - items)
    if letter(stated) != COUNT or stated.bound != "exact" or off > most:
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
    if (
        first.start
        and passage.kind != "bullet"
        and not _THERE.fullmatch(passage.text, 0, first.start)
    ):
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
    end = start
    while end < len(passages) and passages[end].kind == "bullet":
        end += 1
    return list(passages[start:end])


def _in_sentences(own: Sequence[Sentence]) -> Iterator[Claim]:
    """The numbers of things that the sentences of a passage list: claims only where they fit."""
    ordinals = [
        (number, (match[1] or match[2]).lower())
        for number, sentence in enumerate(own)
        for match in [_ORDINAL.search(sentence.text)]
        if match
    ]
    for number, sentence in enumerate(own):
        for each, between in _INLINE:
            match = each.search(sentence.skeleton)
            if match is not None:
                items = [part for part in between.split(match["items"]) if part.strip()]
                if claims := _fitting(sentence, int(match["count"]), len(items)):
                    yield from claims
                    break
        else:
            if (match := _SEVERAL.search(sentence.skeleton)) is not None:
                yield from _fitting(sentence, int(match["count"]), _in_order(ordinals, number))


def _in_order(ordinals: Sequence[tuple[int, str]], number: int) -> int:
    """How many sentences after one begin with first, second and so on; 0 unless there are two."""
    first = bisect_right(ordinals, number, key=lambda each: each[0])
    named = tuple(word for _, word in ordinals[first : first + len(_ORDINALS) + 1])
    return len(named) if len(named) > 1 and named == _ORDINALS[: len(named)] else 0


def _fitting(sentence: Sentence, slot: int, items: int) -> list[Claim]:
    return list(_claim(sentence, slot, items, sentence.passage, 0)) if items else []
