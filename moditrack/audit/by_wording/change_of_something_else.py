"""Words beside the numbers of a change which say that it is of something else."""

from __future__ import annotations

import re

from moditrack.audit.by_wording.letters import FRACTION, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.by_wording.share_words import ELSEWHERE
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
_NOT_TO = re.compile(
    r"\b(?:due|attributable|owing|thanks|leads?|led|relat\w+|prior|close) to $", re.I
)
_YEAR_OR_PERIOD = re.compile(
    r"\s(?:a|an|per|each|every) (?:year|month|week|day|quarter|hour)\b"
    r"|\son the (?:year|quarter|month)",
    re.IGNORECASE,
)
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
_YEAR_AND_MORE = re.compile(
    r"\b(?:previous|last|prior|preceding) (?:year|month|quarter)"
    r"(?! (?:of|total|figures?|when|which|to|there|by|was|were)\b) \w",
    re.IGNORECASE,
)
"""Up 777 on the previous year Produced 4,288: a line that ends with the year, and another."""
_PER_UNIT = re.compile(r" per (\w+)")
_PER = re.compile(r" per [\d,]+")
_VERSUS = re.compile(rf",? (?:versus|vs\.?|against|{COMPARED_WITH}) ", re.IGNORECASE)
"""Between two numbers of one rate, which only the second names: 15 versus 12 per 1,000."""
_OF_THE = re.compile(r"\s(?:of the|previous) ")
_PLACES = re.compile(r" places?\b")
"""Down 12 places, from 82 to 94, is a fall in a ranking."""
_OF_A = re.compile(r" (?:of )?an? (?!year|month|quarter|week)[a-z]")
"""After half or a third: of a pupil, which is no half of the values."""
_FAR = 10
"""A change that is so many times the printed one is that of something else."""


def at_odds(sentence: Sentence, claim: Claim, found: dict[str, Quantity]) -> bool:
    """Whether the words beside the numbers of a change say that it is of something else."""
    text = sentence.text
    before, stated = found["before"], claim.stated
    period = _OTHER_PERIOD.match(text, stated.end)
    return (
        _NO_CHANGE.search(text) is not None
        or _AVERAGE.search(text) is not None
        or _EACH_YEAR.match(text, stated.end) is not None
        or bool(
            ELSEWHERE.match(text, before.end)
            and not _PER.match(text, before.end)
            and not _of_one_rate(text, before, found["after"])
        )
        or _NOT_TO.search(text[: found["after"].start]) is not None
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
    base = _OTHER_BASE.match(sentence.text, stated.end)
    before = found.get("before")
    if base is None or before is None or before.end > stated.start:
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
    after, before = found.get("after"), found.get("before")
    if after is not None and _NOT_TO.search(text[: after.start]):
        return True
    if before is not None and (
        ELSEWHERE.match(text, before.end) or _OF_THE.match(text, before.end)
    ):
        of_one = after is not None and bool(
            _PER.match(text, after.end) or _VERSUS.fullmatch(text, after.end, before.start)
        )
        return not (of_one and _PER.match(text, before.end))
    stated = found.get("change") or found["step"]
    if (letter(stated) == FRACTION and _OF_A.match(text, stated.end)) or (
        "change" not in found
        and (_YEAR_OR_PERIOD.match(text, stated.end) or _PLACES.match(text, stated.end))
    ):
        return True
    return before is not None and _another_period(text, stated, before)


def _another_period(text: str, stated: Quantity, before: Quantity) -> bool:
    """Whether a change is on a period that is not that of the value before."""
    period = _OTHER_PERIOD.match(text, stated.end)
    named = period is not None and text.count(period[1]) < 2
    another_line = _YEAR_AND_MORE.search(text[stated.end : before.start]) is not None
    return (named and before.end < stated.start) or another_line


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


def _of_one_rate(text: str, before: Quantity, after: Quantity) -> bool:
    """Whether both values are for each of the same: £6 per mile, £5 per mile."""
    units = [_PER_UNIT.match(text, quantity.end) for quantity in (before, after)]
    return all(units) and len({unit and unit[1] for unit in units}) == 1
