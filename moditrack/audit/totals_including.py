"""Totals that include something said elsewhere: 21 removed [total including Phase 1 = 53]."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.claims import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.audit.sentences import Place, Sentence, pattern
from moditrack.documents.quantities import Quantity

_TOTAL = pattern(
    r"{part:nm}(?P<noun>[^#()\[\]]{0,60}?)[(\[](?:an? |the )?total,? (?:including|incl\.|with)"
    r" (?P<other>[^#=:()\[\]]{2,40}?) ?(?:=|:|is|of) ?{total:nm}"
)
_WORD = re.compile(r"[a-z]{3,}")
_REACH = 40
"""Characters either side of a number that can hold its noun."""


def find(sentence: Sentence, counts: Sequence[Place]) -> Iterator[Claim]:
    """Totals with the part that they name, where a passage that has this name states it.

    `counts` are those of the document so far. Of several, the one that makes the total is taken,
    else the one whose noun is nearest.
    """
    for match in sentence.matches(_TOTAL):
        part, stated = (sentence.quantities[int(match[name])] for name in ("part", "total"))
        noun = set(_WORD.findall(match["noun"].lower()))
        other = match["other"].lower()
        named = [
            (len(noun & _nouns_near(one, origin)), one, origin)
            for one, origin in counts
            if one.unit == stated.unit and other in origin.passage.text.lower()
        ]
        most = max((shared for shared, _, _ in named), default=0)
        claims = [
            claimed(
                "total", stated, sentence,
                [(part, "part"), Input(one, origin.passage, match["other"])],
                part, pairing="inferred",
            )
            for shared, one, origin in named
            if shared == most > 0
        ]  # fmt: skip
        fitting = [claim for claim in claims if recompute(claim).verdict == "consistent"]
        if fitting or len(claims) == 1:
            yield (fitting or claims)[0]


def _nouns_near(quantity: Quantity, origin: Sentence) -> set[str]:
    text = origin.text[max(0, quantity.start - _REACH) : quantity.end + _REACH]
    return set(_WORD.findall(text.lower()))
