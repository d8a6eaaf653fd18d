"""Words beside the numbers of a change which say that it is of something else."""

from __future__ import annotations

import re

from moditrack.audit.by_wording.letters import FRACTION, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.by_wording.values_not_of_the_change import apart
from moditrack.audit.found_claim import Claim
from moditrack.audit.recompute import recompute
from moditrack.checks.kinds import CHANGES
from moditrack.documents.change_words import COMPARED_WITH, NOUN
from moditrack.documents.dates.year_or_count import A_YEAR, OF_ANY_CENTURY, YEAR
from moditrack.documents.quantities import Quantity

_NO_CHANGE = re.compile(
    r"\b(?:rang\w+|aged?|ages|groups?|between) from\b|\breal[- ]terms\b", re.IGNORECASE
)
"""Words that make "from 10 to 17" a range."""
_AVERAGE = re.compile(
    rf"\b(?:annual|yearly|monthly|average|compound)(?:ly)? (?:\w+ )?{NOUN}\b", re.IGNORECASE
)
_EACH_YEAR = re.compile(r"\s(?:a|an|per|each|every) (?:year|month|quarter)\b", re.IGNORECASE)
_OTHER_PERIOD = re.compile(
    rf"\s(?:on|since|over|{COMPARED_WITH}) (?:the )?"
    rf"({YEAR}[-/\d]*|[\w-]+[- ](?:year|month|week) average)"
)
_OTHER_BASE = re.compile(
    rf"(?: (?:\w+ )?{NOUN})? (?:on|since|over|above|below|{COMPARED_WITH}) (?:the |its |our )?"
    rf"({YEAR}[-/\d]*|same \w+|(?:(?:last|past|previous) )?[\w-]+ (?:years|months|quarters)"
    r"|plan|budget|forecast|target)\b",
    re.IGNORECASE,
)
"""After a change, what it is on: a 20% fall on 2021, over five years, on the same month."""
_ON_A_VALUE = re.compile(
    rf"(?: (?:\w+ )?{NOUN})? (?:on|above|below|from|{COMPARED_WITH})"
    r" (?:[a-z][\w'\u2019-]* ){0,4}",
    re.IGNORECASE,
)
"""Between a change and the value that it is on: a rise of 8% on last year's 38."""
_PLACES = re.compile(r" places?\b")
"""Down 12 places, from 82 to 94, is a fall in a ranking."""
_OF_A = re.compile(r" (?:of )?an? (?!year|month|quarter|week)[a-z]")
"""After half or a third: of a pupil, which is no half of the values."""
_FAR = 10
"""A change that is so many times the printed one is that of something else."""


def at_odds(sentence: Sentence, claim: Claim, found: dict[str, Quantity]) -> bool:
    """Whether the words beside the numbers of a change say that it is of something else."""
    text = sentence.text
    stated = claim.stated
    period = _OTHER_PERIOD.match(text, stated.end)
    return (
        _NO_CHANGE.search(text) is not None
        or _AVERAGE.search(text) is not None
        or _EACH_YEAR.match(text, stated.end) is not None
        or (period is not None and text.count(period[1]) < 2)
        or mispaired(claim)
        or (
            (apart(sentence, found, stated) or on_another_base(sentence, found, stated))
            and recompute(claim).verdict != "consistent"
        )
    )


def on_another_base(sentence: Sentence, found: dict[str, Quantity], stated: Quantity) -> bool:
    """Whether a change behind its values is on a base that nothing names before it: up from 78 in
    2022, a rise of 5 since 2019."""
    before = found.get("before")
    if before is None or before.end > stated.start:
        return False
    following = next((one for one in sentence.quantities if one.start >= stated.end), before)
    on_it = _ON_A_VALUE.fullmatch(sentence.text, stated.end, max(stated.end, following.start))
    if on_it and following.unit == before.unit:
        return True
    base = _OTHER_BASE.match(sentence.text, stated.end)
    if base is None:
        return False
    ahead = sentence.text[: found["after"].start] if "after" in found else ""
    whole_time = base[1].endswith("s") and ahead.endswith(" to ")  # from 60 to 90, 50% in 5 years
    return not whole_time and sentence.text.count(base[1]) < 2


def elsewhere(sentence: Sentence, found: dict[str, Quantity], match: re.Match[str]) -> bool:
    """Whether words beside the numbers say that they are of something else."""
    text = sentence.text
    if _NO_CHANGE.search(match[0]) or _NO_CHANGE.search(
        sentence.skeleton[: match.start() + 5][-20:]
    ):
        return True
    to_one = "after" in found and found["after"].printed == "1"  # 14.3 to 1
    printed = [quantity.printed for quantity in found.values()]
    ends = [found[name].printed for name in ("before", "after") if name in found]
    past = len(ends) > 1 and all(map(OF_ANY_CENTURY.fullmatch, ends))  # from 1700 to 1850
    scored = to_one and "before" in found and found["before"].decimals
    if scored or past or any(map(A_YEAR.fullmatch, printed)):
        return True
    stated = found.get("change") or found["step"]
    return (letter(stated) == FRACTION and _OF_A.match(text, stated.end) is not None) or (
        "change" not in found and _PLACES.match(text, stated.end) is not None
    )


def is_average(sentence: Sentence, match: re.Match[str], stated: Quantity) -> bool:
    """Whether a change is that of one year of many: from 12.3 to 18.3, an annual rise of 1.7%."""
    return (
        _AVERAGE.search(match[0]) is not None
        or _EACH_YEAR.match(sentence.text, stated.end) is not None
    )


def mispaired(claim: Claim) -> bool:
    """Whether what the inputs give is so far off that they must be of something else."""
    if claim.kind not in (*CHANGES, "change") or claim.stated.unit != "percent":
        return False
    result = recompute(claim)
    if result.verdict != "inconsistent" or result.recomputed is None:
        return False
    given = abs(float(re.sub(r"[^\d.]", "", result.recomputed) or 0))
    printed = abs(float(claim.stated.low))
    return given > _FAR * printed or printed > _FAR * given
