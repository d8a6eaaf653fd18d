"""Values of a change that are on two sides of nothing, or of another time than the change."""

from __future__ import annotations

import re

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.quantities import Quantity

_LESS = r"(?:loss(?:es)?|deficits?|shortfall|overdraft|outflows?|net (?:cash|debt))"
_LESS_BEFORE = re.compile(rf"\b{_LESS} of $", re.IGNORECASE)
_LESS_AFTER = re.compile(
    rf" (?:(?!to |and |from )[\w-]+ )?(?:{_LESS}|below|under|behind|short)\b", re.IGNORECASE
)
"""Words that put a number on the other side of nothing, or of what it is measured from."""
_BEFORE_ALL = re.compile(r"(?: [a-z]+)? before (?:the|any) (?:first|earlier) [a-z]+s\b")
"""After a value from which several changes led: cut by 5 to 45, from 60 before the first cuts."""
_SIDE = 20
_YEAR = re.compile(rf"\b{YEAR}\b")
_BEFORE_BRACKET = re.compile(rf"\b({YEAR})(?: ?[-/\u2013] ?\d{{2,4}})? \($")
_SINCE = re.compile(
    rf" (?:from|since|between|on|over|compared with|compared to) (?:[a-z]+ ){{0,2}}({YEAR})\b"
)
_LAST_YEAR = re.compile(r",? (?:(?:in the )?(?:last|previous) year|the year before|a year ago)\b")
_YEAR_NEAR = 60
"""Characters after a number that can hold its year."""


def apart(sentence: Sentence, found: dict[str, Quantity], stated: Quantity) -> bool:
    """Whether a change need not be that of its two values."""
    before = found.get("before")
    return (
        (before is not None and _BEFORE_ALL.match(sentence.text, before.end) is not None)
        or _across_nothing(sentence, found)
        or _since_another_time(sentence, found, stated)
    )


def _across_nothing(sentence: Sentence, found: dict[str, Quantity]) -> bool:
    """Whether only one of two values is on this side of nothing: a profit of 10 to a loss of 3."""
    if not {"before", "after"} <= found.keys():
        return False
    text = sentence.text
    below = [
        _LESS_BEFORE.search(text[: found[name].start][-_SIDE:]) is not None
        or _LESS_AFTER.match(text, found[name].end) is not None
        for name in ("before", "after")
    ]
    return below[0] != below[1]


def _since_another_time(sentence: Sentence, found: dict[str, Quantity], stated: Quantity) -> bool:
    """Whether a change is since another time than that of its value: up 12% from 2019 to 90, and
    80 in 2021."""
    since = _SINCE.match(sentence.text, stated.end)
    if since is None or "before" not in found:
        return False
    year = year_beside(sentence, found["before"])
    last = _LAST_YEAR.match(sentence.text, found["before"].end) is not None
    return last or year not in (0, int(since[1]))


def year_beside(sentence: Sentence, quantity: Quantity) -> int:
    """The year printed after a number, before the next, or before the bracket it is in; else 0."""
    text = sentence.text
    before = _BEFORE_BRACKET.search(text[: quantity.start][-_YEAR_NEAR:])
    following = min(
        (q.start for q in sentence.quantities if q.start >= quantity.end), default=len(text)
    )
    end = text.find(")", quantity.end, following) if before is not None else -1
    year = _YEAR.search(text[quantity.end : end if end >= 0 else following][:_YEAR_NEAR])
    if year is None and before is not None:
        return int(before[1])
    return int(year[0]) if year is not None else 0
