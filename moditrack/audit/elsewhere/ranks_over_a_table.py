"""Superlatives in prose over a table of the same document: the largest group, second highest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from moditrack.audit.by_wording.letters import COUNT, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.elsewhere.rows_named_in_prose import Row, naming_words
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.documents.quantities import Quantity

_RANKED = re.compile(
    r"(?P<what>[^.,;:()]{3,90}) (?:is|are|was|were|remains?|remained) "
    r"(?P<rank>the (?:second |third |fourth |fifth )?(?:single )?(?:largest|biggest|highest|lowest"
    r"|smallest|most (?:common|frequent)|least (?:common|frequent)))"
    r" (?:(?:age |ethnic )?(?:groups?|categor(?:y|ies)|types?|reasons?|methods?|outcomes?))\b",
    re.IGNORECASE,
)


def _named(row: Row, around: frozenset[str]) -> float:
    return len(row.words & around) / len(row.words)


def find(sentence: Sentence, known: Sequence[Row]) -> Iterator[Claim]:
    """The superlatives of a sentence about a row that it names with its count.

    The row is the one that shares most words with those before, and has the count that the sentence
    prints next; so nothing else can be meant.
    """
    for match in _RANKED.finditer(sentence.text):
        around = frozenset(naming_words(match["what"]))
        after = (quantity for quantity in sentence.quantities if quantity.start >= match.end())
        count = next((quantity.low for quantity in after if letter(quantity) == COUNT), None)
        named = [
            row
            for row in known
            if row.words & around and row.part.quantity and row.part.quantity.low == count
        ]
        most = max((_named(row, around) for row in named), default=0)
        rows = [row for row in named if _named(row, around) == most]
        if len({(id(row.passage), row.part.row, row.part.column) for row in rows}) != 1:
            continue
        (row, *_) = rows
        start, end = match.span("rank")
        printed = Quantity(match["rank"], Fraction(1), Fraction(1), start=start, end=end)
        inputs = [
            Input(entry.quantity, row.passage, entry.description)
            for entry in (row.part, *row.other_counts)
            if entry.quantity is not None
        ]
        if len(inputs) > 1:
            yield claimed("rank", printed, sentence, inputs, pairing="inferred")
