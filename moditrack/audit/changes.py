"""Changes: before and after, and the change in percent, in points, as a number or multiple."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moditrack.audit.change_patterns import ACROSS, PATTERNS
from moditrack.audit.claims import Claim, Input
from moditrack.audit.recompute import recompute
from moditrack.audit.sentences import Sentence
from moditrack.audit.share_words import ELSEWHERE
from moditrack.documents.change_words import FALLS, NOUN, OPEN, THAN, VERB
from moditrack.documents.dates.years import YEAR
from moditrack.documents.quantities import Quantity

_SIGNED = re.compile(r"\([+-]")
_CUE = re.compile(
    rf"\b(?:from|to|than|against|versus|vs|compar\w+|chang\w+|differ\w+|doubl\w+|tripl\w+"
    rf"|halv\w+|quadrupl\w+|trebl\w+|times|points?|{VERB}|{NOUN}|{OPEN}|{THAN})\b|\([+-]|[+-]\d",
    re.IGNORECASE,
)
"""A word or sign that every change has."""
_NO_CHANGE = re.compile(
    r"\b(?:rang\w+|aged?|ages|groups?|between) from\b|\breal[- ]terms\b", re.IGNORECASE
)
"""Words that make "from 10 to 17" a range."""
_NOT_TO = re.compile(
    r"\b(?:due|attributable|owing|thanks|leads?|led|relat\w+|prior|close) to $", re.I
)
_A_YEAR = re.compile(
    r"\s(?:a|an|per|each|every) (?:year|month|week|day|quarter|hour)\b"
    r"|\son the (?:year|quarter|month)",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    rf"\b(?:annual|yearly|monthly|average|compound)(?:ly)? (?:\w+ )?{NOUN}\b", re.IGNORECASE
)
_EACH_YEAR = re.compile(r"\s(?:a|an|per|each|every) (?:year|month|quarter)\b", re.IGNORECASE)
_OTHER_PERIOD = re.compile(
    r"\s(?:on|since|over|compared (?:with|to)) (?:the )?"
    rf"({YEAR}[-/\d]*|[\w-]+[- ](?:year|month|week) average)"
)
_YEAR_AND_MORE = re.compile(
    r"\b(?:previous|last|prior|preceding) (?:year|month|quarter)"
    r"(?! (?:of|total|figures?|when|which|to|there|by|was|were)\b) \w",
    re.IGNORECASE,
)
"""Up 777 on the previous year Produced 4,288: a line that ends with the year, and another."""
_PER_UNIT = re.compile(r" per (\w+)")
_PER = re.compile(r" per [\d,]+")
_OF_THE = re.compile(r"\s(?:of the|previous) ")
_IN = re.compile(r"(?: \w+)? in \w")
_TO_FROM = re.compile(r"[^%]* (?:to|from) $")
_YEAR = re.compile(rf"\b{YEAR}\b")
_YEAR_NEAR = 60
"""Characters after a number that can hold its year."""
_PLACES = re.compile(r" places?\b")
"""Down 12 places, from 82 to 94, is a fall in a ranking."""
_FAR = 10
"""A change that is so many times the printed one is that of something else."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The changes of a sentence whose two values it joins itself."""
    if len(sentence.kinds) < (2 if _SIGNED.search(sentence.text) else 3):
        return
    if _CUE.search(sentence.text) is None:
        return
    found: dict[int, Claim] = {}
    for each in PATTERNS:
        for match in sentence.matches(each):
            claim = _of_match(sentence, match)
            if claim is None:
                continue
            # Both values say more than a step from one of them, which another pattern may give.
            if claim.start not in found or _has_both(claim) > _has_both(found[claim.start]):
                found[claim.start] = claim
    yield from found.values()


def _has_both(claim: Claim) -> bool:
    return {"before", "after"} <= {one.description for one in claim.inputs}


def _of_match(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """The claim of a match; None where its words join something else."""
    way, found = _slots(sentence, match)
    for name, stands_for in (("signed", "step"), ("bare", "change")):
        if name in found:
            if found[name].printed[0] not in "+-" and not way:
                return None
            found[stands_for] = found.pop(name)
    stated = found.get("change") or found["step"]
    if (
        any(one.bound == "range" for one in found.values())
        or _elsewhere(sentence, found, match)
        or _of_a_part(found)
    ):
        return None
    claim = claim_of(sentence, _in_order(sentence, found), stated, way)
    if claim is None or _of_another(sentence, claim, found):
        return None
    claim = _turned(sentence, claim, found, way)
    if not _side_by_side(sentence, found) and _mispaired(claim):
        return None
    if _is_average(sentence, match, stated) and recompute(claim).verdict != "consistent":
        return None
    return claim


def _turned(sentence: Sentence, claim: Claim, found: dict[str, Quantity], way: str) -> Claim:
    """The other way round, if it fits so: 6.5 here versus 2.1 there, a fall of 68%."""
    percent = claim.kind in ("increase", "decrease") and _has_both(claim)
    if not percent or _side_by_side(sentence, found):
        return claim
    if any(_year_after(sentence, found[name]) for name in ("before", "after")):
        return claim
    values = {"before": found["after"], "after": found["before"]}
    other = claim_of(sentence, found | values, claim.stated, way)
    fits = other is not None and recompute(other).verdict == "consistent"
    return other if other is not None and fits else claim


def _in_order(sentence: Sentence, found: dict[str, Quantity]) -> dict[str, Quantity]:
    """The values by the years beside them: 74 in 2015, compared with 105 in 2016, is a rise."""
    if not {"before", "after"} <= found.keys():
        return found
    years = {name: _year_after(sentence, found[name]) for name in ("before", "after")}
    if 0 < years["after"] < years["before"]:
        return found | {"before": found["after"], "after": found["before"]}
    return found


def _year_after(sentence: Sentence, one: Quantity) -> int:
    """The year printed after a number, before the next; 0 where there is none."""
    following = min((q.start for q in sentence.quantities if q.start >= one.end), default=None)
    year = _YEAR.search(sentence.text[one.end : following][:_YEAR_NEAR])
    return int(year[0]) if year is not None else 0


def _of_a_part(found: dict[str, Quantity]) -> bool:
    """Whether the values are of a part of what changed: a rise of 25 (5%), from 10 to 15 in Ayton.

    A step that is that of the values is taken out: they say all.
    """
    if not {"before", "after", "step", "change"} <= found.keys():
        return False
    return abs(found["after"].low - found["before"].low) != found.pop("step").low


def _slots(sentence: Sentence, match: re.Match[str]) -> tuple[str, dict[str, Quantity]]:
    """The word for the change, and the numbers by what they are in it."""
    slots = [
        (name.partition("_")[0], text)
        for name, text in match.groupdict().items()
        if text is not None and name != "unit"
    ]
    words = " ".join(text for name, text in slots if name == "way")
    return words, {name: sentence.quantities[int(text)] for name, text in slots if name != "way"}


def _is_average(sentence: Sentence, match: re.Match[str], stated: Quantity) -> bool:
    """Whether a change is that of one year of many: from 12.3 to 18.3, an annual rise of 1.7%."""
    return (
        _AVERAGE.search(match[0]) is not None
        or _EACH_YEAR.match(sentence.text, stated.end) is not None
    )


def _side_by_side(sentence: Sentence, found: dict[str, Quantity]) -> bool:
    """Whether the two values are joined by nothing but "to" or "from": from 105 to 74."""
    if not {"before", "after"} <= found.keys():
        return False
    first, last = sorted((found["before"], found["after"]), key=lambda one: one.start)
    return _TO_FROM.fullmatch(sentence.text[first.end : last.start]) is not None


def _of_another(sentence: Sentence, claim: Claim, found: dict[str, Quantity]) -> bool:
    """Whether a change the other way names what it is of: from 12% to 14%, a 10% fall in visits."""
    if not {"before", "after"} <= found.keys() or claim.kind not in ("increase", "decrease"):
        return False
    falls = found["after"].low < found["before"].low
    last = max(one.end for one in found.values())
    names = _IN.match(sentence.text, last) is not None and claim.stated.end == last
    return names and falls != (claim.kind == "decrease")


def _elsewhere(sentence: Sentence, found: dict[str, Quantity], match: re.Match[str]) -> bool:
    """Whether words beside the numbers say that they are of something else."""
    text = sentence.text
    if _NO_CHANGE.search(match[0]) or _NO_CHANGE.search(
        sentence.skeleton[: match.start() + 5][-20:]
    ):
        return True
    to_one = "after" in found and found["after"].printed == "1"  # 14.3 to 1
    if (to_one and "before" in found and found["before"].decimals) or any(
        re.fullmatch(YEAR, one.printed) for one in found.values()
    ):
        return True
    after, before = found.get("after"), found.get("before")
    if after is not None and _NOT_TO.search(text[: after.start]):
        return True
    if before is not None and (
        ELSEWHERE.match(text, before.end) or _OF_THE.match(text, before.end)
    ):
        rates = after is not None and all(_PER.match(text, one.end) for one in (before, after))
        return not rates
    stated = found.get("change") or found["step"]
    if "change" not in found and (
        _A_YEAR.match(text, stated.end) or _PLACES.match(text, stated.end)
    ):
        return True
    return before is not None and _another_period(text, stated, before)


def _another_period(text: str, stated: Quantity, before: Quantity) -> bool:
    """Whether a change is on a period that is not that of the value before."""
    period = _OTHER_PERIOD.match(text, stated.end)
    named = period is not None and text.count(period[1]) < 2
    another_line = _YEAR_AND_MORE.search(text[stated.end : before.start]) is not None
    return (named and before.end < stated.start) or another_line


def _mispaired(claim: Claim) -> bool:
    """Whether what the inputs give is so far off that they must be of something else."""
    if claim.kind not in ("increase", "decrease", "change") or claim.stated.unit != "percent":
        return False
    result = recompute(claim)
    if result.verdict != "inconsistent" or result.recomputed is None:
        return False
    given = abs(float(re.sub(r"[^\d.]", "", result.recomputed) or 0))
    printed = abs(float(claim.stated.low))
    return given > _FAR * printed or printed > _FAR * given


def find_across(
    sentence: Sentence, near: Sequence[tuple[Quantity, Sentence]], taken: set[int]
) -> Iterator[Claim]:
    """Changes that a sentence states on a value, without the new one: a claim for each nearby."""
    if len(sentence.kinds) < 2 or not {*"pq"} & {*sentence.kinds}:
        return
    for each in ACROSS:
        for match in sentence.matches(each):
            way, found = _slots(sentence, match)
            change, old = found["change"], found["before"]
            if sentence.start + change.start in taken or old.unit == "percent":
                continue
            taken.add(sentence.start + change.start)
            claim = claim_of(sentence, {"before": old, "change": change}, change, way)
            for after, origin in near:
                if claim is not None and after.unit == old.unit and not _far_apart([after, old]):
                    inputs = (*claim.inputs, Input(after, origin.passage, "after"))
                    yield replace(claim, inputs=inputs, pairing="inferred")


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
        or _of_another(sentence, claim, found)
        or _mispaired(claim)
    )


def _of_one_rate(text: str, before: Quantity, after: Quantity) -> bool:
    """Whether both values are for each of the same: £6 per mile, £5 per mile."""
    units = [_PER_UNIT.match(text, one.end) for one in (before, after)]
    return all(units) and len({unit and unit[1] for unit in units}) == 1


def _far_apart(values: Sequence[Quantity]) -> bool:
    """Whether two values are of different things, such as a sum and a price a share."""
    low, high = sorted(abs(value.low) for value in values) if len(values) == 2 else (1, 1)
    return high > 1000 * low


def claim_of(
    sentence: Sentence, found: dict[str, Quantity], stated: Quantity, way: str
) -> Claim | None:
    """The claim on a change, by what each number is in it; None where the units differ."""
    values = [found[name] for name in ("before", "after") if name in found]
    steps = [found["step"]] if "step" in found else []
    if len({value.unit for value in [*values, *steps]}) > 1 or _far_apart(values):
        return None
    kind = "decrease" if FALLS.search(way) else "increase" if way else "change"
    if stated.unit == "percentage points":
        kind = "percentage-points"
        if any(value.unit != "percent" for value in values):
            return None
    elif stated.unit == "times":
        kind = "ratio"
    elif "change" not in found:
        kind = "difference"
    names = [name for name in ("before", "after", "step") if name in found]
    inputs = tuple(
        Input(found[name], sentence.passage, name) for name in names if found[name] is not stated
    )
    return Claim(
        kind, stated, inputs, sentence.passage, sentence.clause(*found.values()),
        start=sentence.start + stated.start, end=sentence.start + stated.end,
        falls=FALLS.search(way) is not None if way else None,
    )  # fmt: skip
