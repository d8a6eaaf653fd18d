"""A number that a document prints again: in the summary and the body, in prose and in a table.

Nothing but the words around both says that they are the same, so that such a pairing is inferred:
a claim only where the numbers are equal, or one is the other rounded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from moditrack.audit.by_wording.letters import AMOUNTS, PERCENT, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.elsewhere.rows_named_in_prose import naming_words
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity
from moditrack.documents.tables import PrintedTable

_AROUND = 80
"""Characters either side of a number that can say what it is of."""
_LEAST, _SMALL = 5, 20
"""Smaller numbers come again by chance; those from the first on only count where a table's row is
named whole."""
_DIGITS = 3
"""Numbers with so many digits seldom come again by chance: fewer words of both need be the same."""
_SHARED, _SHARED_SHORT = 2, 3
_LABEL = Fraction(3, 5)
"""The part of the words of a table's row that must be around the number."""
_MOST = 12
"""So many mentions of one number are compared."""


@dataclass(frozen=True)
class _Mention:
    quantity: Quantity
    passage: Passage
    words: frozenset[str]
    text: str
    number: int
    label: bool = False


@dataclass
class Mentions:
    """The numbers that a document prints, in prose and in its tables."""

    prose: list[tuple[_Mention, Sentence]] = field(default_factory=list)
    known: dict[tuple[str, int], list[_Mention]] = field(default_factory=dict)

    def add(self, sentence: Sentence) -> None:
        """Remember the numbers of a sentence."""
        for quantity in sentence.quantities:
            if (
                letter(quantity) in AMOUNTS + PERCENT
                and quantity.low >= _LEAST
                and quantity.low == quantity.high
            ):
                words = frozenset(_around(quantity, sentence))
                mention = _Mention(
                    quantity, sentence.passage, words, sentence.text, len(self.prose)
                )
                self.prose.append((mention, sentence))
                self._add(mention)

    def add_table(self, passage: Passage, table: PrintedTable) -> None:
        """Remember the numbers of a table, with the words of their rows."""
        for entry in table.entries():
            one = entry.quantity
            if one is not None and one.low >= _LEAST and one.low == one.high:
                self._add(
                    _Mention(one, passage, frozenset(naming_words(entry.row_name)), "", 0, True)
                )

    def _add(self, mention: _Mention) -> None:
        own = self.known.setdefault(_key(mention.quantity), [])
        if len(own) < _MOST:
            own.append(mention)

    def find(self, stated: set[tuple[int, int]]) -> Iterator[Claim]:
        """The numbers of the prose that are printed elsewhere of the same; `stated` are claims."""
        for mention, sentence in self.prose:
            one = mention.quantity
            if (id(sentence.passage), sentence.start + one.start) in stated:
                continue
            others = self.known.get(_key(one), ())
            if (found := next((each for each in others if _same(mention, each)), None)) is not None:
                same = Input(found.quantity, found.passage, "the same, elsewhere")
                claim = claimed("same", one, sentence, [same], pairing="inferred")
                if recompute(claim).verdict == "consistent":
                    yield claim


def _key(quantity: Quantity) -> tuple[str, int]:
    """Equal numbers have one key, and a number and the same rounded to two digits."""
    whole = abs(int(quantity.low))
    unit = 10 ** max(0, int(math.log10(whole)) - 1) if whole else 1
    return quantity.unit, round(quantity.low / unit) * unit


def _around(quantity: Quantity, sentence: Sentence) -> Iterator[str]:
    yield from naming_words(sentence.text[max(0, quantity.start - _AROUND) : quantity.start])
    yield from naming_words(sentence.text[quantity.end : quantity.end + _AROUND])


def _same(one: _Mention, other: _Mention) -> bool:
    """Whether a mention is of the same thing as an earlier one, as far as words say.

    A sentence that is printed again is for `repeated_sentences`.
    """
    if (
        other.passage is one.passage
        or other.text == one.text
        or not _rounded(one.quantity, other.quantity)
    ):
        return False
    shared = len(one.words & other.words)
    small = one.quantity.low < _SMALL
    if other.label:
        least = len(other.words) if small else _LABEL * len(other.words)
        return shared > small and shared >= least
    if small:
        return False
    if one.quantity.low == other.quantity.low and other.number >= one.number:
        return False
    telling = len(re.sub(r"\D", "", one.quantity.printed)) >= _DIGITS
    return shared >= (_SHARED if telling else _SHARED_SHORT)


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Whether numbers are equal, or the first may be the other rounded."""
    if one.low == other.low:
        return True
    if one.bound == "about":
        return True
    return one.scale > other.scale and abs(one.low - other.low) <= one.place / 2
