"""Shares: a part, its whole and a percentage, in any order; and where the share is of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from moditrack.audit.by_wording.letters import FRACTION, PAIR, PERCENT
from moditrack.audit.by_wording.parts_of_which_number import nearer
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.by_wording.share_patterns import BASE, PAIR_AFTER, PATTERNS, RATE, SURE
from moditrack.audit.by_wording.share_words import AMOUNT, COMPARED, ELSEWHERE, NO_SHARE
from moditrack.audit.by_wording.what_is_counted import names_new
from moditrack.audit.found_claim import Claim, claimed
from moditrack.audit.recompute import recompute
from moditrack.checks.rounding import rounding_interval
from moditrack.documents.change_words import COMPARED_WITH
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.part_words import OF_WHICH
from moditrack.documents.quantities import Quantity
from moditrack.verdict_names import FITS

_IN = re.compile(r"\s*(?:\bout of\b|\bin every\b|\bin\b|/)\s*(?:the )?", re.IGNORECASE)
_ADJACENT = re.compile(r" (?:out )?of (?:the |all (?:the )?|these |those )?")
_OTHER_RATE = re.compile(r"\b(?:vacancy|absence|sickness|turnover|error|reoffending) rate", re.I)
_RATE = re.compile(rf"\b{RATE}\b", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"(?:[^.;:()]|\.(?=\d)){0,40}\brespectively\b| overall\b")
_BESIDE = re.compile(
    r"\b(?:in|at|on|over|across|during|within|for|after|under)(?: [a-z]+){0,2} $", re.IGNORECASE
)
"""Words before a number of time, place or question: across its five questions, 38% of the 41."""
_ONE_OF_SEVERAL = re.compile(r"%(?:,| to| and| or|, and) $")
_OF_IT = re.compile(
    r" (?:for|in|at|by|on|among|of"
    r"(?! (?:(?:the|all|our|its|their|these|those) )*(?:total|whole|overall|number|sum|amount"
    r"|target|which|whom|respondents|cases|every\w*|any\w*|\d+"
    r"|(?:them|it|those|these|all)(?! \w))\b)"
    r")\b[^.,;:()]*",
    re.IGNORECASE,
)
"""What a share is of, where it need not be of the numbers beside it."""
_ALIKE = {"offences": "crime", "crimes": "offences"}
_NOUN_AFTER = re.compile(
    r" (?!(?:of|in|at|for|on|from) )(?:[a-z-]+ )?(?!(?:was|is|has|this|across|its)\b)([a-z]+s)\b",
    re.IGNORECASE,
)
"""A plural after a number: what it counts."""
_SEVERAL_WHOLES = re.compile(r"#[nm]\d+# (?:[\w-]+ ){1,3}and $", re.IGNORECASE)
_COMPARED_WITH = re.compile(rf"\b(?:(?:up|down) from|than|against|{COMPARED_WITH}) $", re.I)
_NEAR = 25
"""Characters before a part that can say that its percentage is of an amount."""
_VERB = re.compile(
    r"\) (?:was |were )?[a-z]+ (?P<to>in|to|by|at|on) (?:[a-z]+ )?[a-z]+,? and "
    r"(?:[\d.%]+ \(n ?= ?)?"
)
"""Between two shares, each with its number in brackets: a verb and a preposition."""
_OWN_WHOLE = re.compile(r"%?[)\]] of (?!(?:these|those|them|which|whom)\b)", re.IGNORECASE)
"""After a share and its number: 25% (n = 40) of the yawls."""
_OTHER_BASE = re.compile(
    rf"\b(?:compared|than|against|versus|previous|last|earlier|{OF_WHICH})\b"
    rf"|\b{YEAR}\b",
    re.IGNORECASE,
)
"""Words after a first share that can bring in another whole."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The shares of a sentence whose part and whole it joins itself."""
    stated_at: set[int] = set()
    if not {PERCENT, FRACTION, PAIR} & {*sentence.letters} or len(sentence.letters) < 2:
        return
    for each in (*PATTERNS, *SURE):
        for found in sentence.find(each):
            share = found["share"]
            part = found.get("part", found.get("ratio"))
            whole = found.get("whole", found.get("ratio"))
            if part is not None and whole is not None and share.start not in stated_at:
                if each in SURE:
                    if not _can_be_part(part, whole, joined=share.low > 100):
                        continue
                elif _elsewhere(sentence, share, part, whole):
                    continue
                claim = _claim(sentence, share, part, whole)
                if recompute(claim).verdict in FITS or not _of_others(sentence, share, part, whole):
                    stated_at.add(share.start)
                    yield claim
    yield from _chain(sentence, stated_at)


def _can_be_part(part: Quantity, whole: Quantity, *, joined: bool = False) -> bool:
    """Whether one number can be a part of another: 2.4 is not one of eight regions.

    A larger one is where nothing but "of the" joins them: a misprint.
    """
    counts = part.unit == "" and part.decimals > whole.decimals == 0
    return part.unit == whole.unit and (joined or part.low <= whole.low) and not counts


def _elsewhere(sentence: Sentence, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether words between the numbers, or after them, say that the share is another's."""
    joined = _ADJACENT.fullmatch(sentence.text[part.end : whole.start]) is not None
    if not _can_be_part(part, whole, joined=joined):
        return True
    ends = max(part.end, whole.end)
    between = sentence.text[ends : share.start] if share.start > ends else ""
    return (
        COMPARED.search(between) is not None
        or AMOUNT.search(between) is not None
        or AMOUNT.search(sentence.text[max(0, part.start - _NEAR) : part.start]) is not None
        or NO_SHARE.match(sentence.text, share.end) is not None
        or ELSEWHERE.match(sentence.text, share.end) is not None
        or (between.endswith(", ") and sentence.text.startswith(" of ", share.end))
        or (between.endswith(" or ") and sentence.text.startswith(" of all ", share.end))
        or (share.start > ends and _OTHER_RATE.search(between) is not None)
    )


def _of_others(sentence: Sentence, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a share that does not fit is of the rest, or one of several beside several pairs.

    12 of the 60 failed, a pass rate of 80%; in 12 areas, 40% of the 500; from 15% to 25% (30 of 200
    to 45 of 180); 20 and 12 of the 60, 33% and 20% respectively.
    """
    text, low, high = sentence.text, *rounding_interval(share)
    between, after = text[whole.end : share.start], text[share.end : share.end + _NEAR]
    rest, all_of = part.parts if part is whole else (part.low, whole.low)
    if all_of and low <= 100 - 100 * rest / all_of <= high and _RATE.search(between + after):
        return True
    if _RESPECTIVELY.match(after):
        return True
    if _of_something_else(text, share, part, whole):
        return True
    if part.end < share.start < whole.start:
        return _BESIDE.search(text[max(0, part.start - _NEAR) : part.start]) is not None
    several = _ONE_OF_SEVERAL.search(text[max(0, share.start - _NEAR) : share.start]) is not None
    bracket = text[whole.end : text.find(")", whole.end)]
    return several and share.end < whole.start and any(map(str.isdigit, bracket))


def _of_something_else(text: str, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a share says what it is of, and the numbers beside it are of another thing.

    12 of the 16 wards, or 55% of votes, or 55% of wards in Ayton; 25% of homes (3 of the 16 wards).
    """
    own = _OF_IT.match(text, share.end)
    if own is None:
        return False
    if share.start > whole.start:
        return names_new(own[0], text[: share.start])
    named = [_NOUN_AFTER.match(text, one.end) for one in (part, whole)]
    words = [one[1] for one in named if one is not None]
    return bool(words) and all(names_new(_ALIKE.get(one, one), own[0]) for one in words)


def _chain(sentence: Sentence, stated_at: set[int]) -> Iterator[Claim]:
    """Of the 41 offences, 31 (76%) ... and 10 (24%): the first share gets the whole as its base.

    The shares after it get the same base if all parts add up to the whole.
    """
    base = BASE.search(sentence.skeleton)
    if base is None:
        return
    slots = [sentence.quantities[int(slot)] for slot in base.groups() if slot is not None]
    *first, whole = slots
    pairs = sorted(
        (match for each in PAIR_AFTER for match in each.finditer(sentence.skeleton, base.end())),
        key=re.Match.start,
    )
    found: list[tuple[Quantity, Quantity]] = []
    end = base.end()
    for match in pairs:
        part, share = (sentence.quantities[int(match[name])] for name in ("part", "share"))
        if match.start() < end or not _can_be_part(part, whole, joined=True):
            continue
        if found and _OTHER_BASE.search(sentence.skeleton[end : match.start()]):
            break
        end = match.end()
        before = sentence.text[max(0, part.start - _NEAR) : part.start]
        if _COMPARED_WITH.search(before) or _elsewhere(sentence, share, part, part):
            continue
        found.append((part, share))
    if len(found) > 1 and _make_up(found, whole):
        return
    hundred = sum((share.low for _, share in found), Fraction(0))
    whole_named = len(found) > 1 and abs(hundred - 100) <= Fraction(len(found), 2) and not first
    if not whole_named:
        found = [(part, share) for part, share in found if part.low <= whole.low]
    of_both = _SEVERAL_WHOLES.search(sentence.skeleton, 0, base.start()) is not None
    parts = [*first, *(part for part, _ in found)]
    complete = whole_named or sum(part.low for part in parts) == whole.low
    for number, (part, share) in enumerate(found):
        near = number > 0 and (
            abs(100 * part.low / whole.low - share.low) <= 1
            or _same_verb(sentence, found[number - 1], part, share)
        )
        if share.start not in stated_at and (complete or near or (number == 0 and not first)):
            stated_at.add(share.start)
            others = [one for one in nearer(sentence, whole, part) if one not in parts]
            claim = _of_nearest(sentence, share, part, whole, others)
            own_whole = _OWN_WHOLE.match(sentence.text, max(part.end, share.end)) is not None
            if claim is None:
                continue
            doubted = of_both or own_whole or _of_one_before(sentence, share, part, whole)
            if not (doubted and recompute(claim).verdict not in FITS):
                yield claim


def _make_up(found: list[tuple[Quantity, Quantity]], whole: Quantity) -> bool:
    """Whether shares are of wholes of their own that make up the whole: of the 500, 120 (40%) in
    Ayton and 80 (40%) in Norham."""
    ends = [(part.low, *rounding_interval(share)) for part, share in found]
    if any(low <= 0 for _, low, _ in ends):
        return False
    least, most = (sum(100 * one[0] / one[n] for one in ends) for n in (2, 1))
    return least <= whole.low <= most


def _of_one_before(sentence: Sentence, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a number before the whole gives the share: 40 firms with 300 boats, of which 10 (25%)
    failed."""
    return any(
        one.start < whole.start
        and one.low
        and _can_be_part(part, one)
        and recompute(_claim(sentence, share, part, one)).verdict in FITS
        for one in sentence.quantities
    )


def _same_verb(
    sentence: Sentence, before: tuple[Quantity, Quantity], part: Quantity, share: Quantity
) -> bool:
    """Whether a share has the verb of the one before it, and so its whole, too.

    75% (n = 300) went to sea and 20% (n = 80) to the yard. Not where it can be a share of those.
    """
    if before[0].low and abs(100 * part.low / before[0].low - share.low) <= 1:
        return False
    ends = max(one.end for one in before)
    words = _VERB.fullmatch(sentence.text, ends, min(part.start, share.start))
    rest = sentence.text[max(part.end, share.end) :]
    return words is not None and rest.startswith(f") {words['to']} ")


def _of_nearest(
    sentence: Sentence, share: Quantity, part: Quantity, whole: Quantity, others: list[Quantity]
) -> Claim | None:
    """The claim on a whole, or on a nearer number that gives the share; None where none does.

    Of the 34, 6 were children, 4 (67%) of them boys.
    """
    claim = _claim(sentence, share, part, whole)
    if not others or recompute(claim).verdict in FITS:
        return claim
    claims = (_claim(sentence, share, part, one) for one in others)
    return next((one for one in claims if recompute(one).verdict in FITS), None)


def _claim(sentence: Sentence, share: Quantity, part: Quantity, whole: Quantity) -> Claim:
    if part is whole:
        part, whole = both_numbers(part)
    return claimed("share", share, sentence, [(part, "part"), (whole, "whole")], part, whole)


def both_numbers(ratio: Quantity) -> tuple[Quantity, Quantity]:
    """Both numbers of "31 out of 41", which is one quantity."""
    printed = _IN.split(ratio.printed)
    first, last = ratio.parts
    return Quantity(printed[0], first, first), Quantity(printed[-1], last, last)
