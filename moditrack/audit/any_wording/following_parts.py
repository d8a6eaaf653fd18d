"""Totals whose parts follow without a word for it: "99 people were seen: 41 at home. 58 here".

The numbers that follow one, in its sentence or in the next, are its parts where they come to it
exactly, and those before one that is said to be a total: "41 at home and 58 here, 99 in all". Only
"this total comprised" makes a misfit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.any_wording.number_roles import Role
from moditrack.audit.by_wording.letters import AMOUNTS, letter
from moditrack.audit.by_wording.parts_of_which_number import is_alone, is_earlier
from moditrack.audit.by_wording.sentences import DURATION, Place, Sentence
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.documents.part_words import OF_WHICH, THE_REST
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity

_JOINED = re.compile(
    rf"[:;\u2013\u2014]| - |\b(?:{OF_WHICH}|of this)\b|\bbroken down\b"
    r"|\bbreakdown\b|\bcompris\w+|\bmade up\b|\bincluding\b|\bas follows\b|\bthe following\b"
    rf"|\b{THE_REST}\b|\boutcomes?\b|\bsplit\b",
    re.IGNORECASE,
)
_COMPRISES = re.compile(
    r"(?:This|The|These)(?: overall| combined| grand)? (?:total|figure|number)s?"
    r"(?: is| was| were)? (?:compris(?:ed|es|ing)|consist(?:s|ed) of|made up of)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:than|compared|from|previous|last year|average|target)\b", re.IGNORECASE)
_PART_OF_A_PART = re.compile(
    rf"\(\d|\b(?:{OF_WHICH}|less|net of|minus)\b| (?:in|across|from|at|by) \d", re.IGNORECASE
)
"""Words that make a number no part of the total."""
_ALL = re.compile(r"\b(?:total(?: of)?|totalling|making|altogether|in all)(?: up)?:?\W*$", re.I)
_OF_IT = re.compile(r" (?:out )?of (?:(?:the|these|those|all|our|its) )*", re.IGNORECASE)
"""Between a part and its total: four of the eight are open, three closed and one planned."""
_OF_THE = re.compile(r"\b(?:of|among) (?:(?:the|these|those|all) )+$", re.IGNORECASE)
_OPENINGS = ("", "of these", "of those", "of these,", "of those,", "of which", "of this,")
_OF_THESE = re.compile(r"(?:Out )?[Oo]f (?:these|those|them|which)\b")
_DENIED = re.compile(
    r" (?:(?:of (?:them|these|those)|cases) )?(?:(?:were|was|are|is|have been|had been) )?"
    r"(?:(?P<no>not)|partly|partially|wholly|fully)? ?(?P<name>[a-z]+)[,;.]?(?: and)? ?",
    re.IGNORECASE,
)
"""A part that says what it is, or is not."""
_IN_ALL = re.compile(r"(?: [\w'-]+){0,3} (?:in (?:total|all)|altogether|all told|overall)\b", re.I)
"""Words before a total, and after it."""
_OF_A_YEAR = re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d\d)?(?: ?[:=–-]| \()? ?$")
"""The year that a number is printed with, in a row of years."""
_NEAR = 30
"""Characters before a number that can say that it is a total."""
_SURE, _SURE_OF_TWO = 20, 100
"""A smaller total, or one of two parts, needs words that join it with its parts."""
_MOST = 12
"""So many parts are tried."""
_BEFORE = 6
"""So many numbers of the sentences before are tried as the total."""


def find(
    sentence: Sentence, roles: Sequence[Role], near: Sequence[Place], taken: set[int],
    above: Passage | None,
) -> Iterator[Claim]:  # fmt: skip
    """The totals of a sentence and those before it that its next numbers make.

    `near` is nearest first; `above` is the passage before.
    """
    counts = [
        one
        for one, role in zip(sentence.quantities, roles, strict=True)
        if letter(one) in AMOUNTS and role.value and not role.step and one.bound == "exact"
        and not is_earlier(sentence, one)
    ]  # fmt: skip
    if len(counts) < 2:
        return
    for at, total in enumerate(counts):
        parts = _parts(total, counts[at - 1 :: -1]) if at > 1 and _is_all(sentence, total) else []
        if parts and sentence.start + total.start not in taken:
            yield _claim(total, sentence, parts[::-1], sentence, True)
            return
        parts = _parts(total, counts[at + 1 :])
        if _are_among_others(sentence, parts, [total, *counts[at + 1 + len(parts) :][:1]]):
            continue
        if at and not parts and _OF_IT.fullmatch(sentence.text, counts[at - 1].end, total.start):
            parts = _parts(total, counts[at - 1 : at] + counts[at + 1 :])
        if parts and sentence.start + total.start not in taken:
            between = sentence.text[total.end : max(total.end, parts[0].start) + 1]
            words = sentence.text[total.end : parts[-1].end]
            of_it = (
                _OF_THE.search(sentence.text[max(0, total.start - _NEAR) : total.start]) is not None
            )
            joined = of_it or _JOINED.search(words) is not None
            if not _OTHERS.search(between) and (joined or _large(total, parts)):
                yield _claim(total, sentence, parts, sentence, joined)
                return
    before = [
        each for each in near
        if each[1] is not sentence
        and (each[1].passage is sentence.passage or each[1].passage is above)
        and each[0].bound == "exact" and not DURATION.match(each[1].text, each[0].end)
    ][:_BEFORE]  # fmt: skip
    for total, origin in before:
        parts = _parts(total, counts)
        if _are_among_others(sentence, parts, counts[len(parts) :][:1]):
            continue
        if parts and origin.start + total.start not in taken:
            own = origin.passage is sentence.passage
            joined = own and _JOINED.search(sentence.text[: parts[-1].end]) is not None
            listed = len(parts) > 2 and len(parts) == len(counts) and own
            if (
                joined
                or (listed and _begins(sentence, parts))
                or (len(parts) > 2 and _large(total, parts))
            ):
                yield _claim(total, origin, parts, sentence, joined)
                return
    yield from _said(sentence, counts, before)
    yield from _negated(sentence, counts, before)


def _are_among_others(
    sentence: Sentence, parts: Sequence[Quantity], others: Sequence[Quantity]
) -> bool:
    """Whether parts are in brackets as a number beside them is: fathers (12); sisters (9); all
    others (3), or each is of a year of its own: 2020: 12, 2019: 9, 2018: 3."""
    if parts and all(_OF_A_YEAR.search(sentence.text, 0, one.start) for one in parts):
        return True
    inside = {one for one in (*parts, *others) if sentence.text[one.start - 1 : one.start] == "("}
    return bool(parts) and inside.issuperset(parts) and bool(inside & {*others})


def _is_all(sentence: Sentence, total: Quantity) -> bool:
    """Whether a number is said to be a total."""
    ahead = sentence.text[max(0, total.start - _NEAR) : total.start]
    return bool(_ALL.search(ahead) or _IN_ALL.match(sentence.text, total.end))


def _said(
    sentence: Sentence, counts: Sequence[Quantity], before: Sequence[Place]
) -> Iterator[Claim]:
    """The number of the sentence before, where "this total comprised" others than it."""
    others = _OTHERS.search(sentence.text) or _PART_OF_A_PART.search(sentence.text)
    if _COMPRISES.match(sentence.text) and before and not others:
        last = before[0][1]
        own = [one for one, origin in reversed(before) if origin is last]
        for total in [one for one in own if not is_earlier(last, one)][:1]:
            only = is_alone(last, total, counts)
            if only and all(part.unit == total.unit and part.low < total.low for part in counts):
                yield _claim(total, last, counts, sentence, True)


def _begins(sentence: Sentence, parts: Sequence[Quantity]) -> bool:
    """Whether a sentence begins with the first of some parts: Five were late, three lost."""
    return parts[0].start == 0 or sentence.text[: parts[0].start].strip().lower() in _OPENINGS


def _negated(
    sentence: Sentence, counts: Sequence[Quantity], before: Sequence[Place]
) -> Iterator[Claim]:
    """The one count of the sentence before, of parts of which one is what another is not: Two were
    closed, three partly closed and ten not closed."""
    if len(counts) < 2 or len(counts) != len(sentence.quantities) or not before:
        return
    last = before[0][1]
    items = [
        sentence.text[one.end : (counts[n + 1].start if n + 1 < len(counts) else None)]
        for n, one in enumerate(counts)
    ]
    denied = [_DENIED.fullmatch(item) for item in items]
    names = {found["name"].lower() for found in denied if found is not None and found["no"]}
    over = sum(one.low for one in counts) > max((one.low for one, _ in before[:1]), default=0)
    exhaustive = (
        over
        and _OF_THESE.match(sentence.text)
        and all(denied)
        and any(
            found is not None and not found["no"] and found["name"].lower() in names
            for found in denied
        )
    )
    own = [one for one in last.quantities if letter(one) in AMOUNTS]
    if (
        exhaustive
        and len(own) == len(last.quantities) == 1
        and last.passage is sentence.passage
        and own[0].bound == "exact"
        and all(one.unit == own[0].unit and one.bound == "exact" for one in counts)
        and _begins(sentence, counts)
        and not DURATION.match(last.text, own[0].end)
    ):
        yield _claim(own[0], last, counts, sentence, True)


def _parts(total: Quantity, following: Sequence[Quantity]) -> list[Quantity]:
    """The next two and more numbers, where they come to a total; else none."""
    so_far = total.low - total.low
    for number, part in enumerate(following[:_MOST], 1):
        if part.unit != total.unit or not 0 < part.low < total.low:
            return []
        so_far += part.low
        if so_far >= total.low:
            parts = list(following[:number])
            return parts if so_far == total.low and number > 1 and not _counted_up(parts) else []
    return []


def _counted_up(parts: Sequence[Quantity]) -> bool:
    """Whether numbers only count up: 1, 2, 3."""
    return [quantity.printed for quantity in parts] == [str(n) for n in range(1, len(parts) + 1)]


def _large(total: Quantity, parts: Sequence[Quantity]) -> bool:
    return total.low >= (_SURE if len(parts) > 2 else _SURE_OF_TWO)


def _claim(
    total: Quantity, origin: Sentence, parts: Sequence[Quantity], sentence: Sentence, joined: bool
) -> Claim:
    inputs = [Input(quantity, sentence.passage, "part") for quantity in parts]
    return claimed("total", total, origin, inputs, pairing="explicit" if joined else "inferred")
