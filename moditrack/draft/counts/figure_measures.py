"""The measure of a figure of running text, by the words around its number."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import COMPARED_WITH
from moditrack.documents.part_words import LIST_ITEMS
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.changes_by_a_number import difference
from moditrack.draft.counts.counted_before import Before, bracket
from moditrack.draft.counts.doubted_values import doubted_order
from moditrack.draft.counts.measures import LENGTHS, Measured, Measures, is_vague
from moditrack.draft.counts.money import MONEY, money
from moditrack.draft.counts.noun_measures import named, said
from moditrack.draft.counts.noun_phrases import (
    is_counted,
    is_plural,
    kept,
    phrase_after,
    phrase_end,
    sentence_case,
    stems,
)
from moditrack.draft.counts.numbers_without_noun import is_compared, named_before, without_noun
from moditrack.draft.counts.percentage_measures import share
from moditrack.draft.counts.said_before_counts import place_of
from moditrack.draft.counts.weights_times_and_parts import (
    contained,
    container,
    fraction,
    length_of,
    times,
)
from moditrack.draft.counts.words_around_counts import CLAUSE_ENDS, NEAR, deed_after, noun_before

_LISTS = re.compile(
    r"\b(?:has|have|had|are|were|sets? out|identif(?:y|ies|ied)|on|into|under|across|these"
    r"|following) $", re.IGNORECASE,
)  # fmt: skip
_OWN = re.compile(r"\b(?:the|its|our|their) $", re.IGNORECASE)
_MOST_ITEMS = 20
"""Items that a list has at most, and what precedes their number."""
_PART = re.compile(
    r" (?:\([\d.]+ ?(?:%|per ?cent)\) )?(?:out )?of"
    r" (?:(?:the|all|these|those|its|our|their|a total of)\b ?)*(?:\d[\d,]* )?", re.I,
)  # fmt: skip
"""What follows a number that is a part of what is counted: 31 of the 41 offences."""
_VERB = 25
"""Characters after what is counted that can hold its verb: 46 people were arrested."""
_SHARES = ("percent", "per mille")
_LISTED = frozenset(LIST_ITEMS.split("|"))
"""Nouns whose number is stated and not counted."""


def measured(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a quantity of a sentence, whose span is that in the sentence."""
    found = _measured(sentence, quantity, before, measures)
    if found.measure and not found.needs and (asked := doubted_order(found, sentence, quantity)):
        return replace(found, needs=asked)
    place = place_of(sentence, quantity.start, quantity.end)
    if not place or not found.measure or measures.unit(found.measure) in LENGTHS:
        return found
    return found if place in found.full else found.saying(f"{found.full}, {place}")


_VERSUS = re.compile(rf"\b(?:{COMPARED_WITH}|(?:up|down)(?: [a-z]+ly)? from|against) $")
"""What joins a length of time to that of another period: 4 days, compared with 6 days in 2019."""


def _measured(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    if quantity.unit in _SHARES:
        return share(sentence, quantity, before, measures)
    if quantity.unit in MONEY:
        return money(sentence, quantity, before, measures)
    is_times = quantity.unit == "times" or sentence.startswith(" times", quantity.end)
    if is_times and (found := times(sentence, quantity, measures)) is not None:
        return found
    is_part = quantity.unit == "ratio" and " out of " in quantity.printed
    if is_part and (noun := phrase_after(sentence, quantity.end)) and is_plural(noun[-1]):
        return _count(sentence, quantity, noun, before, measures)  # 24 out of the 32 boats
    if quantity.unit in ("percentage points", "times", "ratio"):
        return Measured("", "", f"'{quantity.printed}' is printed", "measure")
    return _number(sentence, quantity, before, measures)


def _number(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a number without a unit of its own: what its noun says."""
    before.was_part, before.surely_part = before.surely_part, False
    unit, at = container(sentence, quantity.end)
    if unit and (inside := contained(sentence, quantity, unit, at, measures)) is not None:
        return inside
    of_what = _PART.match(sentence, quantity.end)
    phrase = phrase_after(sentence, of_what.end() if of_what is not None else quantity.end)
    if of_what is not None and quantity.low < 1 and phrase:
        return fraction(sentence, quantity.start, of_what.end(), phrase, before, measures)
    # A 15 minute talk, but 12 year groups.
    several = quantity.low > 1 and len(phrase) > 1 and not is_plural(phrase[-1])
    hyphen = sentence.startswith("-", quantity.end)
    long = f"{phrase[0].lower()}s" if phrase and (hyphen or several) else ""
    if long in LENGTHS:  # a three-day operation
        rest = " ".join(phrase[1:])
        return measures.length(long).saying(f"Length of the {rest}" if rest else "")
    last = phrase[-1].lower().rstrip("s") + "s" if phrase else ""
    if last in LENGTHS and len(kept(phrase)) == 1:
        length = length_of(sentence, quantity)
        versus = _VERSUS.search(sentence, max(0, quantity.start - NEAR), quantity.start)
        length = f"{length} of {before.base}" if length and before.base else length
        before.length = before.length if versus is not None and not length else length
        return measures.length(last).saying(before.length)
    found = difference(sentence, quantity, phrase, before, measures)
    if found is None and last in _LISTED:
        found = _items(sentence, quantity, phrase, measures)
    if found is None and is_counted(phrase, single=quantity.value == 1):
        found = _count(sentence, quantity, phrase, before, measures)
    return found or without_noun(sentence, quantity, before, measures)


def _items(
    sentence: str, quantity: Quantity, phrase: list[str], measures: Measures
) -> Measured | None:
    """The number of the items of a list; None where something was done to those counted."""
    end = phrase_end(sentence, sentence.find(phrase[0], quantity.end) - 1)
    if (
        "list-items" not in measures.lists.measures
        or quantity.low > _MOST_ITEMS
        or deed_after(sentence, end)[0]
    ):
        return None
    follow = sentence.endswith(":") or "following" in sentence
    lists = _LISTS.search(sentence, max(0, quantity.start - NEAR), quantity.start)
    sure = follow or lists is not None
    own = _OWN.search(sentence, max(0, quantity.start - 8), quantity.start)
    sure = sure or (len(phrase) == 1 and own is not None)
    asked = "" if sure else f"measure: list-items, or a count of {phrase[-1].lower()}?"
    return measures.use("list-items", f"'{phrase[-1]}' follows the number", asked)


def _count(
    sentence: str, quantity: Quantity, phrase: list[str], before: Before, measures: Measures
) -> Measured:
    if (last := before.count) is not None and _is_same(sentence, quantity, phrase, before):
        same = measures.use(last.measure, "it is compared with the count before it", last.needs)
        return same.saying(last.said)
    if len(phrase) == 1 and (
        total := _TOTAL_OF.search(sentence, max(0, quantity.start - 2 * NEAR), quantity.start)
    ):
        head, of_what = noun_before(sentence, total.start("be"))
        names_it = is_vague(phrase[0]) or phrase[0].lower() in " ".join(head).lower().split()
        if head and is_plural(head[-1]) and names_it:
            rests_on = f"'{' '.join(head)}' is before the number"
            found = named(head, of_what, "", frozenset(), rests_on, measures)
            return found.saying(sentence_case(" ".join([*head, of_what]).strip()))
    words = " ".join(phrase)
    start = sentence.find(phrase[0], quantity.end)
    if (both := _and_another(sentence, start, phrase)) is not None:
        words, phrase = " ".join([*phrase, both]), [*phrase, *both.split()]
    after = sentence[start : start + len(words) + _VERB]
    near = CLAUSE_ENDS.split(after)[0]
    rests_on = f"'{words}' follows the number"
    end = start + len(words) if both else phrase_end(sentence, start - 1)
    found = said(sentence, quantity.start, phrase, end, stems(near), rests_on, before, measures)
    opened = bracket(sentence, quantity.start)
    place = named_before(sentence, opened) if opened >= 0 and not found.said else ""
    return found.saying(f"{found.name}: {place}") if place else found


def _is_same(sentence: str, quantity: Quantity, phrase: list[str], before: Before) -> bool:
    """Whether a number counts the same as the one before: 12 reports of theft (up from 9
    reports)."""
    name = before.count.name.lower() if before.count is not None else ""
    noun = " ".join(phrase).lower()
    between = before.since(sentence, quantity.start).removeprefix(name.removeprefix(noun))
    deed = deed_after(sentence, phrase_end(sentence, quantity.end))[0]
    return f"{name} ".startswith(f"{noun} ") and deed in name and is_compared(between)


_TOTAL_OF = re.compile(
    r"\bnumbers? of [^.;:()]{3,160}?(?P<be> (?:was|were|is|are|stood at|totall?ed|reached))"
    rf"(?: (?:{BOUND_WORDS}|only|just))* $"
)
"""What is counted, before a number of what they are: the number of crews was 12 people."""
_OTHER_NOUN = re.compile(
    r" (?P<joins>and|or) (?P<noun>[a-z]+(?: [a-z]+s)?)"
    r"(?= ?[.,;:()–—]| - | (?:in|for|from|between|during|since)\b|$)"
)


def _and_another(sentence: str, start: int, phrase: list[str]) -> str | None:
    """A second noun that a number counts with the first: and barges, or late carts."""
    match = _OTHER_NOUN.match(sentence, start + len(" ".join(phrase)))
    plural = is_plural(phrase[-1]) and match is not None and is_plural(match["noun"])
    return f"{match['joins']} {match['noun']}" if match is not None and plural else None
