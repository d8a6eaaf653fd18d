"""The texts of a document in order: each sub-heading once, then the passages below it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from moditrack.audit.by_wording.sentences import Sentence, sentences
from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import Period
from moditrack.documents.document import Document
from moditrack.documents.normalise import slug
from moditrack.documents.not_quantities_in_digits import Label
from moditrack.documents.passages import Passage, printed_before
from moditrack.documents.quantities import Quantity, labels, quantities

_FEW = 2
"""Items that make a list at least."""
_ROW = 4
"""Dates that are in a row at least."""


@dataclass(frozen=True)
class Text:
    """A passage's own text, or the heading above it."""

    passage: Passage
    text: str
    heading: bool = False

    @property
    def locator(self) -> str:
        """The locator of the passage."""
        return self.passage.locator

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, and the items of lists that are set in one paragraph."""
        found = sentences(replace(self.passage, text=self.text))
        return tuple(part for one in found for part in _items(one))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Its dates and periods."""
        return periods(self.text, self.passage.style)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its quantities."""
        return quantities(self.text, self.passage.style)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Its numbers that are not quantities."""
        return labels(self.text, self.passage.style)

    @cached_property
    def own_periods(self) -> dict[int, tuple[list[Period], bool]]:
        """What is kept of each sentence by where it begins: the periods of its figures."""
        return {}

    @cached_property
    def dates_in_rows(self) -> frozenset[int]:
        """Where dates begin of which several have nothing between them: 2009 2010 2011 2012."""
        rows: list[list[Period]] = []
        for one in self.periods:
            gap = self.text[rows[-1][-1].end : one.start] if rows else "x"
            if gap.strip(" \n"):
                rows.append([])
            rows[-1].append(one)
        return frozenset(one.start for row in rows if len(row) >= _ROW for one in row)

    def sentence_at(self, place: int) -> Sentence:
        """The sentence that a place belongs to."""
        at = bisect_right(self.sentences, place, key=lambda one: one.start)
        return self.sentences[at - 1]

    def sentence_before(self, sentence: Sentence) -> str:
        """The sentence before another; empty where it is the first."""
        at = bisect_left(self.sentences, sentence.start, key=lambda one: one.start)
        return self.sentences[at - 1].text if at else ""

    def periods_in(self, start: int, end: int) -> tuple[Period, ...]:
        """The periods that begin in a span."""
        first = bisect_left(self.periods, start, key=lambda one: one.start)
        return self.periods[first : bisect_left(self.periods, end, key=lambda one: one.start)]


_ITEM = re.compile(
    r"(?<=[;:]) (?:and )?[-–•·] (?=\S)"
    r"| [-–•·] (?=(?:(?:about|around|almost|nearly|only|just|more than|over) )?"
    r"[\d.]+ ?(?:%|per cent\b))"
)
"""What parts the items of a list that is set in one paragraph."""


def _items(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or the items of the list that it is: there were: - 40% late; - 9% at sea."""
    places = list(_ITEM.finditer(sentence.text))
    if len(places) < _FEW:
        yield sentence
        return
    starts = [0, *(one.end() for one in places)]
    ends = [*(one.start() for one in places), len(sentence.text)]
    for start, end in zip(starts, ends, strict=True):
        yield Sentence(sentence.text[start:end], sentence.passage, sentence.start + start)


def texts_of(document: Document) -> Iterator[Text]:
    """Every heading and passage, in order; a table's text is that of its passage.

    Headings that an earlier passage is below, too, are blank.
    """
    heading = ""
    for passage in document.passages:
        if passage.heading != heading:
            above = printed_before(heading, passage.heading)
            heading = passage.heading
            if above < len(heading):
                yield Text(passage, f"{' ' * above}{heading[above:]}", heading=True)
        yield Text(passage, passage.text)


def id_part(text: str, most: int = 60) -> str:
    """A text as a part of an id."""
    return slug(text)[:most].strip("-") or "x"


def unique(wanted: str, taken: dict[str, int]) -> str:
    """An id that is not taken yet, and takes it."""
    name = wanted
    while name in taken:
        taken[wanted] += 1
        name = f"{wanted}-{taken[wanted]}"
    taken[name] = 1
    return name


def shortened(text: str, most: int = 14) -> str:
    """The first words of a clause, to be reworded."""
    words = text[: most * 30].strip(" ,;:.-").split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
