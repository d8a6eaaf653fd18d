"""The status of a figure: recorded, or a target, a plan or an estimate by the words beside it."""

from __future__ import annotations

import re
from itertools import pairwise

from moditrack.documents.quantities import quantities

_TARGET = re.compile(r"\b(?:targets?|targeted|goals?|(?:aims?|aiming) (?:to|for))\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:will|plan(?:s|ned)? (?:is )?(?:to|for)|intends? to|over the next"
    r"|expects? to|expected to (?!be\b|cost|reach|total|rise|fall|save))\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    r"\b(?:estimat\w+|forecast\w*|predict\w+|project(?:ed|ions?)|expected to|believ\w+|suggest\w*"
    r"|thought to|assess(?:ed|es) that|likely)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:would(?!-| (?:have [a-z]+(?:ed|en)|regularly|often|usually|sometimes)\b)"
    r"|(?:the|an?|its|their|this|these)(?: new)? proposed|propos(?:es|ed|ing) (?:to|that)"
    r"|(?<!were )(?<!was )(?<!been )call(?:ed|ing) (?:for|on)|['’]s call (?:to|for))\b",
    re.IGNORECASE,
)
"""What somebody wants, and is not there yet: the proposed 12 moorings, it would need 12."""
_BEFORE = (
    ("target", _TARGET), ("planned", _PLANNED), ("estimate", _ESTIMATE), ("planned", _PROPOSED)
)  # fmt: skip
"""What says before a number what it is."""
_NOUN = r"(?: (?!(?:and|or|who|which|that)\b)[\w'’-]+){0,6}"
_OF_TARGET = re.compile(r" ?(?:[a-z]+ )?(?:target|goal)\b")
_PLANNED_AFTER = re.compile(rf"{_NOUN} (?:will|(?:is|are) (?:planned|expected|to be))\b")
_ESTIMATE_AFTER = re.compile(
    rf"{_NOUN} (?:is|are|was|were|has been|have been) (?:[a-z]+ly )?"
    r"(?:estimated|believed|thought|assessed|likely)\b"
)
_AFTER = ("target", _OF_TARGET), ("planned", _PLANNED_AFTER), ("estimate", _ESTIMATE_AFTER)
"""What says so after it."""
_OWNED = re.compile(r"\b(?:the|an?|its|our|their|this) $", re.IGNORECASE)
"""What precedes a number that is a target by the word after it: the 90% target."""
_DOING = re.compile(r"[A-Z][a-z]+ing\b[^.;:]* would\b")
"""What would be done and what would follow: buying 12 boats would cost £2m."""
_ENDS = re.compile(
    r"[;:()]|,(?!\d)| (?:but|while|whilst|whereas|although|compared|exceeding|against) "
)
"""What ends the part of a sentence whose words say what a number is."""
_THAT = re.compile(r" ?that\b")
_LISTED = re.compile(
    r"(?: [\w'’-]+){0,4}?(?:,| and| or| to|, and)(?: [\w'’£$€-]+){0,2} ?[£$€]?"
    r"|(?: (?!compared\b)[\w'’-]+){1,8} to [£$€]?"
)
"""What is between two numbers of one list, 40 boats and 12, or one change."""
_THERE = re.compile(r"\b(?:the|these|those|both|our|their) $")
"""What precedes a number of things that are there: it would help the 12 crews."""
_NEAR = 200
"""Characters of a sentence before a number that can say what it is."""


def status_of(sentence: str, start: int, end: int) -> str:
    """The status of the number at a place in its sentence."""
    for name, pattern in _AFTER:
        owned = name != "target" or _OWNED.search(sentence, max(0, start - 8), start)
        if owned and pattern.match(sentence, end):
            return name
    for name, pattern in _BEFORE:
        for match in pattern.finditer(sentence, max(0, start - _NEAR), start):
            if pattern is _PROPOSED and _THERE.search(sentence, max(0, start - 8), start):
                continue
            if _governs(sentence[match.end() : start], name):
                return name
    doing = _DOING.match(sentence, 0, 2 * _NEAR)
    return "planned" if doing is not None and end <= doing.end() else "recorded"


def _governs(between: str, name: str) -> bool:
    """Whether a word still says what a number is, by what is between the two."""
    if found := quantities(between):
        first, rest = between[: found[0].start], between[found[-1].end :]
        gaps = [between[one.end : two.start] for one, two in pairwise(found)]
        return _governs(first, name) and all(map(_LISTED.fullmatch, [*gaps, rest]))
    if between.strip() == "by":
        return False  # it missed the target by 2 points
    return not _ENDS.search(between) or (name == "estimate" and _THAT.match(between) is not None)
