"""Counts of lists in a sentence: three areas: a, b and c; in the first place, in the second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from moditrack.audit.claims import Claim, claimed
from moditrack.audit.sentences import Sentence, kind
from moditrack.counting import counted
from moditrack.documents.quantities import Quantity

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
_COUNTED = re.compile(_THINGS, re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_ORDINAL = re.compile(
    rf"(?:\b(?:In|in) the ({'|'.join(_ORDINALS)}) place|^({'|'.join(_ORDINALS)})(?:ly)?,)", re.I
)


def find(own: Sequence[Sentence]) -> Iterator[Claim]:
    """The numbers of things that the sentences of a passage list: claims only where they fit."""
    for number, sentence in enumerate(own):
        for each, between in _INLINE:
            match = each.search(sentence.skeleton)
            if match is not None:
                items = [part for part in between.split(match["items"]) if part.strip()]
                claim = _claim(sentence, int(match["count"]), len(items))
                if claim is not None:
                    yield claim
                    break
        else:
            if (match := _COUNTED.search(sentence.skeleton)) is not None:
                claim = _claim(sentence, int(match["count"]), _in_order(own[number + 1 :]))
                if claim is not None:
                    yield claim


def _in_order(after: Sequence[Sentence]) -> int:
    """How many sentences begin with first, second and so on; 0 unless there are two."""
    found = [
        match[1] or match[2]
        for sentence in after
        for match in [_ORDINAL.search(sentence.text)]
        if match
    ]
    named = [word.lower() for word in found]
    return len(named) if len(named) > 1 and tuple(named) == _ORDINALS[: len(named)] else 0


def _claim(sentence: Sentence, slot: int, items: int) -> Claim | None:
    stated = sentence.quantities[slot]
    if kind(stated) != "n" or stated.bound != "exact" or stated.low != items or not items:
        return None
    one = Quantity(counted(items, "item"), Fraction(items), Fraction(items))
    return claimed("list-count", stated, sentence, [(one, "items")])
