"""Counts of lists: a number of things announced, and the items that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from moditrack.audit.claims import Claim, Input
from moditrack.audit.sentences import kind, sentences
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities

_ANNOUNCED = re.compile(
    r"(?:\b(?:following|these|the|has|have|are|were|identified|sets? out|contains?) )"
    r"#n(?P<count>\d+)# (?:\w+[ -]){0,3}?"
    r"(?:aims|objectives|areas|themes|priorities|strands|recommendations|reasons|principles|pillars"
    r"|elements|categories|groups|questions|stages|steps|options|parts|factors|criteria|types|tasks"
    r"|actions|issues|points|outcomes|teams|units|sites|forces|measures)\b[^.;#]{0,60}:$",
    re.IGNORECASE,
)
_OPENING = 60
"""Characters of an item that are read for the number it begins with."""
_PARTIAL = re.compile(r"\b(?:includ|such as|for example|among|of the|some of)", re.IGNORECASE)


def find(passages: Sequence[Passage]) -> Iterator[Claim]:
    """The counts of lists that announce themselves with a colon, before items at one level."""
    for number, passage in enumerate(passages):
        if passage.kind in ("bullet", "table") or not passage.text.endswith(":"):
            continue
        last = list(sentences(passage))[-1]
        match = _ANNOUNCED.search(last.skeleton)
        if match is None or _PARTIAL.search(last.text):
            continue
        stated = last.quantities[int(match["count"])]
        items = _items(passages, number + 1)
        if kind(stated) == "n" and stated.bound == "exact" and len(items) > 1:
            counted = Fraction(len(items))
            text = f"{len(items)} items"
            one = Input(Quantity(text, counted, counted), items[0], "items of the list")
            yield Claim(
                "list-count", stated, (one,), passage, last.text[stated.start :],
                start=last.start + stated.start, end=last.start + stated.end,
            )  # fmt: skip


def find_totals(passages: Sequence[Passage]) -> Iterator[Claim]:
    """Totals over a list: the sentence before a colon states them, each item opens with a part.

    Where the parts do not make it, they need not be all of it: only a total that fits is a claim.
    """
    for number, passage in enumerate(passages):
        if passage.kind == "table" or not passage.text.endswith(":"):
            continue
        last = list(sentences(passage))[-1]
        parts = list(_parts(passages, number + 1))
        for stated in reversed(last.quantities):
            same = len(parts) > 1 and all(one.quantity.unit == stated.unit for one in parts)
            if same and sum(one.quantity.low for one in parts) == stated.low:
                yield Claim(
                    "total", stated, tuple(parts), passage, last.clause(stated),
                    start=last.start + stated.start, end=last.start + stated.end,
                )  # fmt: skip
                break


def _parts(passages: Sequence[Passage], start: int) -> Iterator[Input]:
    """The numbers with which the passages from a place on begin."""
    for passage in passages[start:]:
        first = next(iter(quantities(passage.text[:_OPENING])), None)
        if first is None or first.start > 0 or passage.kind == "table":
            return
        yield Input(first, passage, "part")


def _items(passages: Sequence[Passage], start: int) -> list[Passage]:
    """The bullets that follow each other from a place on."""
    found = []
    for passage in passages[start:]:
        if passage.kind != "bullet":
            break
        found.append(passage)
    return found
