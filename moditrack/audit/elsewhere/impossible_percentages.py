"""Percentages that nothing can be: of a small whole without their count, and falls of over 100%.

"38% of the 41 offences": 15 would be 37% and 16 would be 39%, so no number of offences is
38% of 41. The same of a month above the monthly average of a table's total. And falls of more than
all: a count that is down 127% would be less than nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from moditrack.audit.by_wording.letters import COUNT, PERCENT
from moditrack.audit.by_wording.sentences import Sentence, pattern
from moditrack.audit.by_wording.share_words import NO_PARTS
from moditrack.audit.elsewhere.rows_named_in_prose import Row
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.checks.kinds.share import shares
from moditrack.checks.rounding import rounding_interval
from moditrack.checks.verdicts import Result, format_number, rounded_like
from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import NOUNS_DOWN, OPEN_DOWN, VERBS_DOWN
from moditrack.documents.dates.calendar_names import CAPITAL_MONTHS
from moditrack.documents.quantities import Quantity

_COUNTED = (
    r"(?:offences|crimes|incidents|victims|survivors|people|persons|respondents|officers|cases"
    r"|arrests|complaints|referrals|suspects|offenders|women|men|children|adults|members|schools"
    r"|forces|councils|investigations|reports|homicides|burglaries|robberies|searches|pupils"
    r"|patients|prisoners|participants|organisations)"
)
_OF_THE = pattern(
    rf"{{share:p}} of (?:the |all |these |those |our ){{whole:n}} (?:[\w-]+ ){{0,2}}{_COUNTED}"
    r"\b(?!')"
)
_OPENS = pattern(
    rf"(?:Of|Among|Out of) (?:the |all |these |our )*{{whole:n}} (?:[\w-]+ ){{0,2}}{_COUNTED}\b,"
)
_ABOVE = re.compile(
    rf"\b(?:{CAPITAL_MONTHS})\b[^.;]{{0,40}}#p(?P<share>\d+)# (?:increase|rise|more)[^.;]{{0,40}}"
    r" above the (?:monthly )?average|"
    rf"\b(?:{CAPITAL_MONTHS})\b[^.;]{{0,40}}#p(?P<above>\d+)# above the (?:monthly )?average"
)
_COUNTS = re.compile(
    r"\b(?:crimes?|offences|burglar\w+|robber\w+|thefts?|assaults?|murders|homicides|arrests|stops"
    r"|searches|incidents|complaints|collisions|crashes|deaths|injuries|casualties|victims|cases"
    r"|calls|fires|visits|visitors|passengers|members|pupils|staff|officers|referrals)\b",
    re.IGNORECASE,
)
"""What cannot be less than nothing, as a profit can."""
_NOT_COUNTS = re.compile(
    r"\b(?:profits?|earnings|income|loss|losses|surplus|deficit|balance|growth|cash|temperatures?"
    r"|points?|emissions|net|margins?|targets?|more|less|fewer|excess|increases?|rises?|changes?"
    r"|reduction|above|below|faster|slower|than|planned|expected|fall in)\b|[£$€]",
    re.IGNORECASE,
)
_FALL = pattern(
    rf"\b(?:{VERBS_DOWN}(?: by)?|{OPEN_DOWN}(?: by)?|{NOUNS_DOWN} of)"
    rf"(?: (?:{BOUND_WORDS}))? \(?{{fall:p}}"
)
_NO_ONE_COUNT = re.compile(
    r"\b(?:weighted|averages?|mean|typical(?:ly)?|usual(?:ly)?|normal(?:ly)?|at any|each|every)\b",
    re.IGNORECASE,
)
"""Words of a percentage that is of several counts: on average, each day, at any one time."""
_LARGEST = 1000
"""Of a larger whole, nearly every percentage is that of a whole number."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The shares of a whole that a sentence prints beside them, without their part."""
    if (
        sentence.letters.count(COUNT) != 1
        or PERCENT not in sentence.letters
        or _NO_ONE_COUNT.search(sentence.text)
    ):
        return
    for found in sentence.find(_OF_THE):
        share, whole = found["share"], found["whole"]
        if share.bound == whole.bound == "exact" and 0 < whole.low <= _LARGEST:
            yield _claim(sentence, share, Input(whole, sentence.passage, "whole"), "explicit")
    yield from _together(sentence)


def _together(sentence: Sentence) -> Iterator[Claim]:
    """The shares of a whole that a sentence opens with, if they make 100%."""
    match = _OPENS.match(sentence.skeleton)
    if match is None or NO_PARTS.search(sentence.text, len("Of the 1 victims,")):
        return
    whole = sentence.quantities[int(match["whole"])]
    *others, last = (quantity for quantity in sentence.quantities if quantity.unit == "percent")
    hundred = abs(last.low + sum(quantity.low for quantity in others) - 100)
    if not others or hundred > len(others) or not 0 < whole.low <= _LARGEST:
        return
    if any(quantity.bound != "exact" for quantity in (whole, last, *others)):
        return
    claim = _claim(sentence, last, Input(whole, sentence.passage, "whole"), "explicit")
    yield replace(
        claim,
        inputs=(
            *claim.inputs,
            *(Input(quantity, sentence.passage, "share") for quantity in others),
        ),
    )


def find_falls(sentence: Sentence) -> Iterator[Claim]:
    """The falls of counts by more than 100%."""
    if PERCENT not in sentence.letters or _NOT_COUNTS.search(sentence.text):
        return
    for found in sentence.find(_FALL):
        fall = found["fall"]
        if fall.low > 100 and fall.bound != "range" and _COUNTS.search(sentence.text):
            yield claimed("decrease", fall, sentence, (), falls=True)


def fall_result(claim: Claim) -> Result:
    """That a count cannot fall by more than all of it."""
    return Result("impossible", None, f"a fall of {claim.stated.printed} would leave less than 0")


def find_above(sentence: Sentence, known: Sequence[Row]) -> Iterator[Claim]:
    """Months above the average of the total that the tables of its section agree on."""
    match = _ABOVE.search(sentence.skeleton)
    if match is None:
        return
    section = sentence.passage.locator.partition(".")[0]
    here = [row for row in known if row.passage.locator.partition(".")[0] == section]
    wholes = {row.whole.quantity.low for row in here if row.whole.quantity is not None}
    if len(wholes) == 1 and 0 < min(wholes) <= _LARGEST:
        entry = here[0].whole
        if entry.quantity is not None:
            share = sentence.quantities[int(match["share"] or match["above"])]
            base = Input(entry.quantity, here[0].passage, "whole, over 12 months")
            yield _claim(sentence, share, base, "inferred")


def _claim(sentence: Sentence, share: Quantity, whole: Input, pairing: str) -> Claim:
    return claimed("whole-count", share, sentence, [whole], pairing=pairing)


def _percentages(claim: Claim) -> dict[int, Fraction]:
    """The percentage that each whole number would be."""
    whole = claim.inputs[0].quantity.low
    over_year = claim.inputs[0].description != "whole"
    base, offset = (whole / 12, 100) if over_year else (whole, 0)
    return {count: 100 * count / base - offset for count in range(int(whole) + 1)}


def result(claim: Claim) -> Result:
    """Whether any whole number gives a percentage whose count is not printed."""
    if len(claim.inputs) > 1:
        whole, *others = (number.quantity for number in claim.inputs)
        return shares([*others, claim.stated], int(whole.low), exhaustive=True)
    low, high = rounding_interval(claim.stated)
    tried = _percentages(claim)
    if fitting := [str(count) for count, percent in tried.items() if low <= percent <= high]:
        why = f"{fitting[0]} to {fitting[-1]}" if len(fitting) > 2 else " or ".join(fitting)
        return Result("not-checkable", None, f"{why} would give it; the count is not printed")
    middle = (Fraction(low) + Fraction(high)) / 2
    near = sorted(sorted(tried, key=lambda count: abs(tried[count] - middle))[:2])
    given = " or ".join(format_number(tried[count], percent=True) for count in near)
    said = " and ".join(f"{n} would be {rounded_like(tried[n], claim.stated)}" for n in near)
    return Result("impossible", given, f"no whole number gives {claim.stated.printed}: {said}")
