"""The periods of figures: of their sentence, or of their section."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import A_NOUN
from moditrack.documents.dates.printed_period import RANGE, Period
from moditrack.documents.quantities import Quantity, quantities
from moditrack.draft.figures import compared_numbers
from moditrack.draft.figures.cited_documents import is_cited
from moditrack.draft.periods import half_dated_spans
from moditrack.draft.periods.dates_without_year import is_near
from moditrack.draft.periods.periods_not_of_figures import (
    is_compared,
    is_in_other_bracket,
    is_of_compared,
    is_origin,
    is_since_last,
    is_titled,
)
from moditrack.draft.proposal import FoundPeriod
from moditrack.draft.texts_in_order import Text
from moditrack.draft.title_and_date import both_years
from moditrack.period_text import period_text
from moditrack.record_dates import in_records, parse_period

_ASIDE = re.compile(r", (?:which|who|whose|where) |; |\((?=[a-z])")
"""What begins a part of a sentence that is about something else."""
_ASIDE_ENDS = re.compile(r"[,;)](?!\d)")
_BRACKET = re.compile(r" ?[(:] ?(?:\w+ )?")
_SETS = re.compile(r"\b(?:in|during|for) $", re.IGNORECASE)
"""What precedes a period of the numbers after it, down to the next: In FY 2010."""
_OPENED = re.compile(
    rf",? ?\(| (?:average|total|figure|level|peak|high|low) of (?:(?:{BOUND_WORDS}) )*"
)
_LISTED = re.compile(r",? (?:and|or)(?: in)? |, ?")
_NEAR, _CLAUSE = 40, 200
"""Characters after a number within which a period is its own, and those of a clause."""
_FAR = 70
"""Characters to the period of the same part of its sentence."""
_BACK = re.compile(
    r"(?: [a-z]+){0,3}? (?:over|in|during|within|for) (?P<label>the (?:last|past|previous)"
    r" (?:[a-z\d]+ )?(?:years?|months?|quarter|decade))\b"
)
"""What says of a number of which years it is, counted back from the report."""
_MANY = 20  # periods before and after a number that can be its own
_SHOWN = 12
"""Periods of which the first are shown in a question."""
_TURNED = re.compile(r"\b(?:to|fell|rose|down|up|against|compared|than)\b")
_ON = re.compile(
    r"\b(?:to|fell|rose|down|up|against|compared|than|(?:increase|decrease|rise|fall|reduction) on"
    r"|from|on the)\b"
)
"""What compares a number with one after it."""
_HEDGED = rf"(?:(?:{BOUND_WORDS}|just|only) )*"
_FROM = re.compile(rf"\bfrom {_HEDGED}[£$€]?$")
_TO = re.compile(rf"(?: [a-z]+)?(?: \([^()]*\))? to {_HEDGED}[£$€]?\d")
_FROM_TO = re.compile(rf"\bfrom {_HEDGED}[£$€]?\d[\d,.]*%?(?: [a-z]+){{0,2}} to {_HEDGED}[£$€]?$")
_ATTACHED = re.compile(r"(?: \w+){0,3} in (?:the )?")


def of_sentence(
    text: Text, sentence: Sentence, quantity: Quantity, year_of: Callable[[Period], str], day: str
) -> FoundPeriod:
    """The period of a figure of a sentence.

    `year_of` dates a period that prints no year; `day` is that of the report.
    """
    printed = compared_numbers.period_of(text, sentence.start, quantity)
    if printed is not None and printed.partial:
        return _without_year(text, (printed,), year_of, day)
    return _of_sentence(text, sentence, quantity, year_of, day)


def _of_sentence(
    text: Text, sentence: Sentence, quantity: Quantity, year_of: Callable[[Period], str], day: str
) -> FoundPeriod:
    end = sentence.start + len(sentence.text)
    own, single = _own(text, sentence.start, end)
    at = bisect_left(own, quantity.start, key=lambda one: one.start)
    every_own = own[max(0, at - _MANY) : at + _MANY]
    own = [one for one in every_own if not is_of_compared(text, quantity, one)
           and not is_in_other_bracket(text, quantity, one)]  # fmt: skip
    others = [one for one in every_own
              if one not in own and one.end <= quantity.start
              and not A_NOUN.search(text.text, one.end, quantity.start)
              and not is_in_other_bracket(text, quantity, one)]  # fmt: skip
    bracketed = _bracketed(text, quantity)
    if bracketed is not None and not bracketed.partial:
        return FoundPeriod(recorded(bracketed), rests_on=f"'{bracketed.label}' is printed with it")
    back = _BACK.match(text.text, quantity.end) if own else None
    if (own and bracketed is not None) or back is not None or (others and not own):
        label = back["label"] if back is not None else bracketed.label if bracketed else ""
        return FoundPeriod(asked=f"period: {label or f'{others[-1].label}, or another'}?")
    single = single or len({recorded(one) for one in own}) == 1
    chosen = own[:1] if single else _attached(text, quantity, own)
    if chosen:
        return half_dated_spans.to_date(sentence, chosen[0], day) or _of_chosen(
            text, sentence, quantity, chosen[0]
        )
    if own:
        labels_ = list(dict.fromkeys(one.label for one in own[:_SHOWN]))
        near = _before(text, quantity, own)
        return FoundPeriod(near, asked=f"period: {' or '.join(labels_[:3])}?")
    every = text.periods_in(sentence.start, end)
    for asked in (half_dated_spans.question(text, one) for one in every if one.first):
        if asked:
            return FoundPeriod(asked=asked)
    printed = _not_of_others(text, quantity, every)
    sets = [one for one in printed if one.partial and one.end <= quantity.start
            and _SETS.search(text.text, max(0, one.start - 8), one.start)]  # fmt: skip
    printed = tuple(sets[-1:]) or printed
    return _without_year(text, printed, year_of, day)


def _of_chosen(text: Text, sentence: Sentence, quantity: Quantity, period: Period) -> FoundPeriod:
    """The period that a figure seems to have, asked where it may be that of something else."""
    if asked := half_dated_spans.question(text, period):
        return FoundPeriod(asked=asked)
    if both := both_years(period):  # April 2019/20: that year, or its first month
        return FoundPeriod(f"FY{both[:4]}", asked=f"period: {both}, or {recorded(period)}?")
    if _is_of_another(text, sentence, quantity, period):
        return FoundPeriod(asked=f"period: {period.label}, or another?")
    if _is_aside(text, sentence, quantity, period):
        return FoundPeriod(recorded(period), asked=f"period: {period.label}, or another?")
    end_of = _end_of(text, quantity, period)
    return FoundPeriod(recorded(end_of or period), rests_on=f"'{period.label}' is printed with it")


def _own(text: Text, start: int, end: int) -> tuple[list[Period], bool]:
    """The periods of a sentence that can be those of its figures, and whether they are one."""
    if start not in text.own_periods:  # once for a sentence: each of its figures asks
        own = [one for one in text.periods_in(start, end) if is_own(text, one)]
        text.own_periods[start] = own, len({recorded(one) for one in own}) == 1
    return text.own_periods[start]


def _not_of_others(
    text: Text, quantity: Quantity, printed: tuple[Period, ...]
) -> tuple[Period, ...]:
    """Periods without those of other numbers: 12 complaints, up on the 9 of the previous year."""
    return tuple(
        period
        for period in printed
        if not is_in_other_bracket(text, quantity, period)
        and (
            compared_numbers.COUNTED_BACK.match(period.label) is None
            or not _is_of_other_number(text, quantity, period)
        )
    )


def _is_of_other_number(text: Text, quantity: Quantity, period: Period) -> bool:
    """Whether a number is between a figure and a period after it, and compared with it."""
    between = text.text[quantity.end : period.start]
    return bool(between and quantities(between) and _ON.search(between))


def _is_aside(text: Text, sentence: Sentence, quantity: Quantity, period: Period) -> bool:
    """Whether a period is in a part of its sentence that is about something else.

    Of the 40 boats, which were built in 2019, 12 were sold.
    """
    first, last = sorted((quantity.start, period.start))
    opened = None
    near = max(sentence.start, period.start - _CLAUSE)
    for match in _ASIDE.finditer(text.text, near, period.start):
        opened = match
    if opened is None or _ASIDE_ENDS.search(text.text, opened.end(), period.start):
        return False
    if opened[0] == "; ":
        return quantity.start < opened.start()
    closed = _ASIDE_ENDS.search(text.text, period.end, sentence.start + len(sentence.text))
    end = closed.start() if closed is not None else sentence.start + len(sentence.text)
    return not opened.start() <= quantity.start < end and first < last


def _end_of(text: Text, quantity: Quantity, period: Period) -> Period | None:
    """The end of a range to which one of two numbers belongs: from 2019 to 2021, from 9 to 4."""
    if (
        period.kind != RANGE
        or len(period.parts) != 2
        or period.start <= quantity.start <= period.end
    ):
        return None
    before = text.text[max(0, quantity.start - _NEAR) : quantity.start]
    if _FROM.search(before) and _TO.match(text.text, quantity.end):
        return period.parts[0]
    return period.parts[1] if _FROM_TO.search(before) else None


def _without_year(
    text: Text, printed: tuple[Period, ...], year_of: Callable[[Period], str], day: str
) -> FoundPeriod:
    """The period of a sentence that prints no year, sure in the weeks before the report."""
    compared = [one.end for one in printed if is_compared(text, one)]
    vague = [
        one
        for one in printed
        if one.partial and not is_compared(text, one) and one.start - 1 not in compared
    ]  # compared with Quarter 3 last year
    dated = {year_of(one): one for one in vague}
    dated.pop("", None)
    if len(dated) != 1:
        return FoundPeriod(asked=f"period: {vague[0].label}?" if vague else "")
    ((written, one),) = dated.items()
    if one.kind == RANGE and is_near(written, day):
        return FoundPeriod(written, "yes", f"'{one.label}', in the weeks before the report")
    return FoundPeriod(written, "yes", asked=f"period: {one.label}?")


def _attached(text: Text, quantity: Quantity, own: list[Period]) -> list[Period]:
    """The period that a number is attached to: in 2018 (12), or 12 in 2018."""
    at = bisect_right(own, quantity.start, key=lambda one: one.end)
    opened = at and quantity.start - own[at - 1].end <= _NEAR
    if opened and _BRACKET.fullmatch(text.text, own[at - 1].end, quantity.start):
        return [own[at - 1]]
    at = bisect_left(own, quantity.end, key=lambda one: one.start)
    near = own[at : at + 1]
    is_near = near and near[0].start <= quantity.end + (
        _NEAR if _ASIDE_ENDS.search(text.text, quantity.end, near[0].start) else _FAR
    )
    return near if is_near and not quantities(text.text[quantity.end : near[0].start]) else []


def _bracketed(text: Text, quantity: Quantity) -> Period | None:
    """The period compared with that a number in brackets follows: than in 2018 (12)."""
    at = bisect_right(text.periods, quantity.start, key=lambda one: one.end)
    near = text.periods[at - 1] if at else None
    if near is None or not is_compared(text, near) or is_origin(text, near):
        return None
    return near if _OPENED.fullmatch(text.text, near.end, quantity.start) else None


def _before(text: Text, quantity: Quantity, own: list[Period]) -> str:
    """The last period before a number, else the next, as a guess; empty in a list of them."""
    at = bisect_right(own, quantity.start, key=lambda one: one.end)
    before = own[max(0, at - 2) : at]
    if not before:
        between = text.text[quantity.end : own[0].start]
        far = len(between) > _CLAUSE
        return "" if far or quantities(between) else recorded(own[0])
    if len(before) > 1 and _LISTED.fullmatch(text.text, before[-2].end, before[-1].start):
        return ""
    return recorded(before[-1])


def _is_of_another(text: Text, sentence: Sentence, quantity: Quantity, period: Period) -> bool:
    """Whether a period belongs to the number before it: from 2,000 in 2018 down to 600."""
    between = text.text[period.end : quantity.start]
    at = bisect_left(text.quantities, period.start, key=lambda one: one.start)
    before = text.quantities[at - 1] if at else None
    if before is None or before.start < sentence.start or period.start - before.end > _CLAUSE:
        return False
    attached = _ATTACHED.fullmatch(text.text[before.end : period.start])
    return bool(attached and _TURNED.search(between))


def is_own(text: Text, period: Period) -> bool:
    """Whether a period can be that of a figure: not one that it is compared with."""
    return (
        (not period.partial or period.first is not None)
        and not is_compared(text, period)
        and not is_titled(text, period)
        and not is_since_last(text, period)
        and not is_cited(text, period)
    )


def in_words(period: str) -> str:
    """A recorded period as a description has it: 2008-04/.. is from 2008-04."""
    days = parse_period(period) if period else None
    return (period_text(days.start, days.end) or "") if days is not None else ""


def recorded(period: Period) -> str:
    """A period as the records write it, open ends included."""
    written = in_records(period)
    ends = [in_records(one) for one in period.parts if not one.partial]
    if written is not None and period.kind == RANGE and len(ends) == 2 and all(ends):
        if ends[0] == ends[1]:
            return str(ends[0])
        return "/".join(str(end) for end in ends)
    if written is not None:
        return written
    if period.kind == RANGE and period.first and period.parts:
        begins = in_records(period.parts[0]) or period.first
        return f"{period.first if '/' in begins else begins}/.."
    if period.last and period.first is None:
        return f"../{period.last}"
    return f"{period.first}/.." if period.first else ""
