"""Totals that include something said elsewhere: 21 removed [total including Phase 1 = 53]."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.claims import Claim, Input
from moditrack.audit.recompute import recompute
from moditrack.audit.sentences import Sentence, pattern
from moditrack.documents.quantities import Quantity

_TOTAL = pattern(
    r"{part:nm}(?P<noun>[^#()\[\]]{0,60}?)[(\[](?:an? |the )?total,? (?:including|incl\.|with)"
    r" (?P<other>[^#=:()\[\]]{2,40}?) ?(?:=|:|is|of) ?{total:nm}"
)
_WORD = re.compile(r"[a-z]{3,}")
_BESIDE = 40
"""Characters either side of a number that can hold its noun."""


def find(sentence: Sentence, counts: Sequence[tuple[Quantity, Sentence]]) -> Iterator[Claim]:
    """Totals with the part that they name, where a passage that has this name states it.

    `counts` are those of the document so far. Of several, the one that makes the total is taken,
    else the one whose noun is nearest.
    """
    for match in _TOTAL.finditer(sentence.skeleton):
        part, stated = (sentence.quantities[int(match[name])] for name in ("part", "total"))
        noun = set(_WORD.findall(match["noun"].lower()))
        other = match["other"].lower()
        named = [
            (len(noun & _beside(one, where)), one, where)
            for one, where in counts
            if one.unit == stated.unit and other in where.passage.text.lower()
        ]
        most = max((shared for shared, _, _ in named), default=0)
        claims = [
            Claim(
                "total", stated,
                (
                    Input(part, sentence.passage, "part"),
                    Input(one, where.passage, match["other"]),
                ),
                sentence.passage, sentence.clause(part, stated), "inferred",
                sentence.start + stated.start, sentence.start + stated.end,
            )
            for shared, one, where in named
            if shared == most > 0
        ]  # fmt: skip
        fitting = [claim for claim in claims if recompute(claim).verdict == "consistent"]
        if fitting or len(claims) == 1:
            yield (fitting or claims)[0]


def _beside(one: Quantity, where: Sentence) -> set[str]:
    text = where.text[max(0, one.start - _BESIDE) : one.end + _BESIDE]
    return set(_WORD.findall(text.lower()))
