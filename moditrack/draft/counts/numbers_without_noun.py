"""The measure of a number that no noun follows: what is before it, or counted before it."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.dates.periods import periods
from moditrack.documents.lower_case import words_of
from moditrack.documents.part_words import OF_WHICH, WHICH
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.counted_before import Before, bracket
from moditrack.draft.counts.measures import SHARE_OF, Measured, Measures
from moditrack.draft.counts.noun_measures import named, said
from moditrack.draft.counts.noun_phrases import (
    is_counted,
    is_plural,
    phrase_after,
    phrase_end,
    sentence_case,
    stems,
)
from moditrack.draft.counts.rest_of_clause import whom as whom_of
from moditrack.draft.counts.subjects_of_changes import said_of_subject, subject_of
from moditrack.draft.counts.words_around_counts import (
    NEAR,
    complement,
    label_before,
    noun_before,
    predicate,
    subject_before,
    tail,
    undated,
)

_SHARE_AFTER = re.compile(r" ?\(\d[\d.]* ?%")
_HAVE = re.compile(r" (?:have|has|had|are|were|was|is|did|do|will|[a-z]{3,}ed)\b")
"""What is said of a part of what is counted: of the 40 boats, 12 have been sold."""
_OF_ITEM = re.compile(
    r" (?:have|has|had|are|were|was|is|did|do|will|for|about|from|in|by|to|with|at|on|against"
    r"|relating|concerning|involving|resulting)\b"
)
"""What follows the number of an item of a list of parts: 12 from the port."""
_NUMBER_LABEL = re.compile(
    r" ?[-–—:] (?:the )?(?:total |overall |average )?number of (?:the |all )?", re.IGNORECASE
)
"""What says after a number what it counts: 12 - the number of boats."""
_COMPARING = words_of(
    "in against compared with to from up down than and the year years before previous last of at by"
    " less more fewer least most about around nearly almost over under just only"
    " same period quarter month months corresponding equivalent preceding for"
)
_OF_WHICH = re.compile(rf"\b[Oo]f (?:all )?{WHICH}(?: [a-z-]+s)?,? (?:{BOUND_WORDS} )?$")
"""What makes a part of what was counted of the number after it: of which 12 were late."""
_IN_PLACE = re.compile(
    r" (?:in|at|for|across|of) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}(?=\))"
)
"""Where those in brackets are: 40 boats (12 in Harl)."""
_OF_THEM = re.compile(rf" (?:out )?{OF_WHICH}\b(?! [a-z]+s\b)")
"""What makes a number a part of what was counted last: 12 of them."""
_NO_COUNT = ("figures", "levels", "numbers", "totals", "statistics", "results")
"""Nouns of numbers, which are not what is counted: lower than last year's figures (12)."""
_NUMBER_OF = re.compile(r"\b(?:number|total|count)s?\b", re.IGNORECASE)


def without_noun(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """A number without a noun after it: that of the share before it, else a noun elsewhere."""
    found = (
        _labelled(sentence, quantity, before, measures)
        or _part_of(sentence, quantity, before, measures)
        or _of_share(sentence, quantity, before, measures)
        or _noun_elsewhere(sentence, quantity, before, measures)
        or _counted_before(sentence, quantity, before, measures)
    )
    if found is not None:
        return found
    if quantity.start == 0 and before.earlier is not None:
        asked = f"measure: {before.earlier.measure}?"
        return measures.use(before.earlier.measure, "the count of the item before it", asked)
    if near := measures.named_in(sentence[max(0, quantity.start - NEAR) : quantity.end + NEAR]):
        asked = f"measure: {' or '.join(near[:3])}?"
        return measures.use(near[0], "its sentence names it", asked)
    in_row = bracket(sentence, quantity.start) >= 0  # Harl (12), Quay (9): what the first counts
    return Measured("", "", "no noun follows the number", "measure", guessed=in_row)


def _labelled(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured | None:
    """What a label after a number says that it counts: 12 - the number of boats."""
    label = _NUMBER_LABEL.match(sentence, quantity.end)
    noun = phrase_after(sentence, label.end()) if label is not None else []
    if label is None or not noun or not is_plural(noun[-1]):
        return None
    rests_on = f"'number of {' '.join(noun)}' follows it"
    end = phrase_end(sentence, label.end())
    return said(sentence, quantity.start, noun, end, stems(noun), rests_on, before, measures)


def _part_of(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured | None:
    """A part of what is counted before it: 12 of them, 12 (24%) of 50."""
    of_them = _OF_THEM.match(sentence, quantity.end) is not None
    counted = before.count or (before.earlier if of_them else None)
    if counted is None or not (of_them or before.is_part(sentence, quantity)):
        return None
    before.surely_part = True
    return _part(sentence, quantity, counted, measures)


def _of_share(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured | None:
    """How many the share before it is: 24% (12)."""
    last, between = before.share, sentence[before.end : quantity.start]
    if last is None or not re.fullmatch(r" ?\((?:n ?= ?)?|,? (?:or|that is) ", between):
        return None
    noun, rests_on = last.measure.removeprefix(SHARE_OF), "the share before it is of these"
    if noun in measures.lists.measures and noun != last.measure:
        return replace(measures.use(noun, rests_on, last.needs), guessed=True)
    words = last.name.removeprefix("Share of ").split()
    if noun == last.measure or not is_plural(words[-1]):
        return None
    found = measures.new_count(words, "", "", rests_on)
    whom = last.said.removeprefix(last.name)
    found = replace(found, needs=last.needs, guessed=True)
    return found.saying(f"{found.name}{whom}" if whom else "")


def _counted_before(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured | None:
    """The same as the number before it counts, sure where it is compared with it or part of it."""
    count, between = before.count, before.since(sentence, quantity.start)
    if count is None:
        return None
    is_item = (
        before.listed
        and quantity.start == 0
        and (before.number is None or quantity.low <= before.number)
        and _OF_ITEM.match(sentence, quantity.end) is not None
    )
    begins = sentence.startswith(("Of ", "Out of "))
    have = _HAVE.match(sentence, quantity.end) is not None
    of_which = _OF_WHICH.search(sentence, max(0, quantity.start - NEAR), quantity.start)
    have = have and (bool(of_which) or (begins and between in (", ", " ")))
    again = before.was_part and between_parts(between) and _OF_ITEM.match(sentence, quantity.end)
    is_part = before.surely_part = is_item or have or bool(again)
    with_share = begins and _SHARE_AFTER.match(sentence, quantity.end) is not None
    opened = bracket(sentence, quantity.start)
    alone = opened >= 0 and not sentence[opened + 1 : quantity.start].strip()
    place = _IN_PLACE.match(sentence, quantity.end) if alone else None
    closed = sentence.find(")", quantity.end, quantity.end + NEAR)
    dated = alone and closed > quantity.end and not undated(sentence)[quantity.end : closed].strip()
    same = is_part or with_share or place is not None or dated or is_compared(between)
    asked = count.needs if same else f"measure: {count.measure}?"
    whom = ""
    if opened >= 0 and not same:
        head, of_what = noun_before(sentence, opened)
        whom = " ".join(word for word in (*head, of_what, tail(sentence, quantity.end)) if word)
    found = measures.as_before(count, asked)
    if is_part and (did := whom_of(sentence, quantity.end)[0]):
        return found.saying(f"{count.full.partition(':')[0]}: {did}")
    if same and not whom:
        return found.saying(f"{count.full}{place[0] if place is not None else ''}")
    return found.saying(f"{count.name}: {whom}" if whom else _doing(sentence, quantity, count))


def between_parts(between: str) -> bool:
    """Whether nothing else is counted between two parts: 12 were late and 9 at sea."""
    return (
        re.search(r"[\d.;:()]", between) is None and re.search(r"(?:,| and) $", between) is not None
    )


def _part(sentence: str, quantity: Quantity, count: Measured, measures: Measures) -> Measured:
    """A part of what is counted before it, whose share is in brackets: 12 (24%) were sold."""
    closed = sentence.find(")", quantity.end, quantity.end + 20)
    them = _OF_THEM.match(sentence, quantity.end)
    after = them.end() if them is not None else closed + 1
    did = whom_of(sentence, after)[0] if after > 0 else ""
    found = measures.use(count.measure, "the share in brackets is that of the count", count.needs)
    return found.saying(f"{count.name}: {did}" if did else "")


def _doing(sentence: str, quantity: Quantity, count: Measured) -> str:
    """The counted things with what a part of them did: 2,253 resulting in searches."""
    doing = complement(sentence, quantity.end)
    return f"{count.name} {doing}" if doing.partition(" ")[0].endswith("ing") else ""


def _noun_elsewhere(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured | None:
    """The noun of a number that none follows: a label, what the bracket is about, a predicate."""
    if label := label_before(sentence, quantity.start, quantity.end):
        rests_on = f"'{' '.join(label)}' is the label of the number"
        return named(label, "", "", frozenset(), rests_on, measures)
    opened = bracket(sentence, quantity.start)
    places = [noun_before(sentence, opened)] if opened >= 0 else []
    for head, of_what in [*places, subject_before(sentence, quantity.start)]:
        if head and is_plural(head[-1]) and head[-1].lower() not in _NO_COUNT:
            rests_on = f"'{' '.join(head)}' is before the number"
            base = before.count or before.earlier
            place = named_before(sentence, opened) if opened >= 0 else ""
            if base is not None and place:
                asked = f"measure: {base.measure}?"  # Harl (12) and North Quays (9)
                same = measures.as_before(base, asked)
                return same.saying(f"{base.name}: {place}")
            found = named(head, of_what, "", frozenset(), rests_on, measures)
            if opened < 0 and not _NUMBER_OF.search(
                sentence, max(0, quantity.start - NEAR), quantity.start
            ):
                found = replace(found, needs=f"measure: {found.measure}?")  # they were over 60
            whom = of_what or tail(sentence, quantity.end)
            return found.saying(sentence_case(" ".join([*head, whom])) if whom else "")
    a_part = before.count is not None and sentence.startswith("Of the ")
    if not a_part and (at := predicate(sentence, quantity.end)) >= 0:
        phrase = phrase_after(sentence, at)
        if is_counted(phrase, single=quantity.value == 1):
            rests_on = f"'{' '.join(phrase)}' is what they are"
            return named(phrase, "", "", frozenset(), rests_on, measures)
    return _changed_to(sentence, quantity, measures)


def _changed_to(sentence: str, quantity: Quantity, measures: Measures) -> Measured | None:
    """What rose or fell to a number: late boats fell to 12."""
    if _OF_WHICH.search(sentence, max(0, quantity.start - NEAR), quantity.start):
        return None  # a part of what changed
    subject = subject_of(sentence, quantity.start)
    if not subject:
        return None
    rests_on = f"'{' '.join(subject)}' changed to it"
    found = named(subject, "", "", frozenset(), rests_on, measures)
    return found.saying(sentence_case(said_of_subject(sentence, quantity.start)))


_NAMED = re.compile(
    r"(?:,|\)|\b(?:and|in|from|at|to|by|for|of|with)) (?:the )?"
    r"(?P<name>[A-Z][\w'’-]+(?: (?:(?:of|upon|on|the) ){0,2}[A-Z][\w'’-]+){0,5}) ?$"
)


def named_before(sentence: str, start: int) -> str:
    """The name that ends at a place: from North Quays, Harl upon Tide; empty where none does."""
    match = _NAMED.search(sentence, max(0, start - NEAR), start)
    return match["name"] if match is not None else ""


def is_compared(between: str) -> bool:
    """Whether nothing but a period and words of comparison part a number from the one before."""
    for period in reversed(periods(between)):
        between = f"{between[: period.start]} {between[period.end :]}"
    words = re.findall(r"[a-z]+", between.lower())
    return bool(words) and not re.search(r"[\d.;:]", between) and set(words) <= _COMPARING
