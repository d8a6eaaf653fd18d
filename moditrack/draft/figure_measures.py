"""The measure of a figure of running text, by the words around its number."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.dates.periods import periods
from moditrack.documents.plain import words_of
from moditrack.documents.quantities import Quantity
from moditrack.draft.amounts import contained, fraction, length_of, times
from moditrack.draft.containers import container
from moditrack.draft.counted_before import Before, bracket
from moditrack.draft.measures import LENGTHS, Measured, Measures, is_vague
from moditrack.draft.money import MONEY, money
from moditrack.draft.noun_phrases import (
    is_counted,
    is_plural,
    kept,
    phrase_after,
    phrase_end,
    sentence_case,
    stems,
)
from moditrack.draft.phrases import (
    CLAUSE_ENDS,
    NEAR,
    complement,
    deed_after,
    deed_before,
    doing,
    is_active,
    label_before,
    lead_before,
    noun_before,
    predicate,
    subject_before,
    tail,
)
from moditrack.draft.shares import share
from moditrack.draft.texts_in_order import slug
from moditrack.draft.what_changed import subject_of

_DIFFERENCE = re.compile(
    rf"\b(?:{UP}|{DOWN})\b(?! up to)(?: (?:of|by|{BOUND_WORDS}|[\d.,]+ ?(?:%|per ?cent)))* ?\(?$",
    re.IGNORECASE,
)
"""What precedes a count that is a change: up 332, an increase of 4.6 percent (20,022."""
_SHARE_AFTER = re.compile(r" ?\(\d[\d.]* ?%")
_HAVE = re.compile(r" (?:have|has|had|are|were|was|is|did|do|will)\b")
"""What is said of a part of what is counted: of the 40 boats, 12 have been sold."""
_COMPARING = words_of(
    "in against compared with to from up down than and the year years before previous last of at by"
)
_PART = re.compile(
    r" (?:out )?of (?:(?:the|all|these|those|its|our|their|a total of)\b ?)*(?:\d[\d,]* )?", re.I
)
"""What follows a number that is a part of what is counted: 31 of the 41 offences."""
_VERB = 25
"""Characters after what is counted that can hold its verb: 46 people were arrested."""
_MORE = re.compile(r" (?:more|fewer|less) ", re.IGNORECASE)
_SHARES = ("percent", "per mille")
_LISTED = words_of(
    "aims objectives areas priorities themes aspects functions criteria strands principles pillars"
    " elements reasons factors recommendations questions stages steps parts categories"
)
"""Nouns for the items of a list, whose number is stated and not counted."""
_NUMBER_OF = re.compile(r"\b(?:number|total|count)s?\b", re.IGNORECASE)


def measured(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a quantity of a sentence, whose span is that in the sentence."""
    if quantity.unit in _SHARES:
        return share(sentence, quantity, before, measures)
    if quantity.unit in MONEY:
        return money(sentence, quantity, before, measures)
    is_times = quantity.unit == "times" or sentence.startswith(" times", quantity.end)
    if is_times and (found := times(sentence, quantity, measures)) is not None:
        return found
    if quantity.unit in ("percentage points", "times", "ratio"):
        return Measured("", "", f"'{quantity.printed}' is printed", "measure")
    return _number(sentence, quantity, before, measures)


def _number(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a number without a unit of its own: what its noun says."""
    unit, at = container(sentence, quantity.end)
    if unit and (inside := contained(sentence, quantity, unit, at, measures)) is not None:
        return inside
    of_what = _PART.match(sentence, quantity.end)
    phrase = phrase_after(sentence, of_what.end() if of_what is not None else quantity.end)
    if of_what is not None and quantity.low < 1 and phrase:
        return fraction(sentence, of_what.end(), phrase, before, measures)
    last = phrase[-1].lower().rstrip("s") + "s" if phrase else ""
    if last in LENGTHS and len(kept(phrase)) == 1:
        return measures.length(last).saying(length_of(sentence, quantity))
    if last in _LISTED and "list-items" in measures.lists.measures:
        return measures.use("list-items", f"'{phrase[-1]}' follows the number")
    counted = is_counted(phrase, single=quantity.value == 1)
    if counted:
        found = _count(sentence, quantity, phrase, before, measures)
    else:
        found = _without_noun(sentence, quantity, before, measures)
    near = sentence[max(0, quantity.start - 45) : quantity.start]
    more = counted and _MORE.match(sentence, quantity.end) is not None
    if more or _DIFFERENCE.search(near):
        asked = f"measure: {found.measure}, or a change of it?" if found.measure else "measure"
        return Measured(found.measure, found.name, found.rests_on, asked)
    return found


def _count(
    sentence: str, quantity: Quantity, phrase: list[str], before: Before, measures: Measures
) -> Measured:
    words = " ".join(phrase)
    start = sentence.find(phrase[0], quantity.end)
    after = sentence[start : start + len(words) + _VERB]
    near = CLAUSE_ENDS.split(after)[0]
    rests_on = f"'{words}' follows the number"
    end = phrase_end(sentence, start - 1)
    before.lead = lead_before(sentence, quantity.start) or before.lead
    return _said(sentence, quantity.start, phrase, end, stems(near), rests_on, before, measures)


def _said(
    sentence: str, start: int, phrase: list[str], end: int, near: frozenset[str], rests_on: str,
    before: Before, measures: Measures,
) -> Measured:  # fmt: skip
    """The measure of a noun phrase, with what follows it: for whom, and what was done."""
    of_what = complement(sentence, end)
    deed, after = deed_after(sentence, end + len(of_what) + bool(of_what))
    rest = complement(sentence, after) if deed else ""
    deed = deed or deed_before(sentence, start)
    active = not deed and is_active(sentence, end + len(of_what) + bool(of_what))
    if active or (is_vague(phrase[-1]) and not (of_what or deed or kept(phrase)[:-1])):
        rest = doing(sentence, end)
    found = _named(phrase, of_what, deed, near, rests_on, measures)
    said = " ".join(word for word in (*kept(phrase), of_what, deed, rest) if word)
    if before.lead:
        said = f"{said}, {before.lead}"
    return found.saying(sentence_case(said) if said.lower() != found.name.lower() else "")


def _named(
    phrase: list[str],
    of_what: str,
    deed: str,
    near: frozenset[str],
    rests_on: str,
    measures: Measures,
) -> Measured:
    """The measure of a noun phrase: known, or by its last word, or new."""
    known = measures.known(phrase, near, percent=False)
    if len(known) == 1:
        return measures.use(known[0], rests_on)
    if known:
        return measures.use(known[0], rests_on, f"measure: {' or '.join(known[:3])}?")
    one = measures.by_head(phrase)
    if one:
        asked = f"measure: {one}, or a new one for '{' '.join(phrase)}'?"
        return measures.use(one, rests_on, asked)
    return measures.new_count(phrase, of_what, deed, rests_on)


def _without_noun(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured:
    """A number without a noun after it: that of the share before it, else a noun elsewhere."""
    last = before.share
    between = sentence[before.end : quantity.start]
    if last is not None and re.fullmatch(r" ?\((?:n ?= ?)?|,? (?:or|that is) ", between):
        noun = last.measure.removeprefix("share-of-")
        if noun != last.measure and noun in measures.lists.measures:
            return measures.use(noun, "the share before it is of these", last.needs)
    found = _noun_elsewhere(sentence, quantity, before, measures)
    if found is not None:
        return found
    if before.count is not None:
        count = before.count
        is_part = _HAVE.match(sentence, quantity.end) is not None and (
            (before.listed and quantity.start == 0)
            or (sentence.startswith("Of ") and between == ", ")
        )
        same = (
            _is_compared(between)
            or is_part
            or (
                sentence.startswith("Of ")
                and _SHARE_AFTER.match(sentence, quantity.end) is not None
            )
        )
        asked = count.needs if same else f"measure: {count.measure}?"
        opened = bracket(sentence, quantity.start)
        whom = ""
        if opened >= 0 and not same:
            head, of_what = noun_before(sentence, opened)
            whom = " ".join(word for word in (*head, of_what, tail(sentence, quantity.end)) if word)
        found = measures.use(count.measure, "the count before it", asked)
        if is_part and (did := doing(sentence, quantity.end)):
            return found.saying(f"{count.name}: {did}")
        return found.saying(f"{count.name}: {whom}" if whom else _doing(sentence, quantity, count))
    near = measures.named_in(sentence[max(0, quantity.start - NEAR) : quantity.end + NEAR])
    if near:
        asked = f"measure: {' or '.join(near[:3])}?"
        return measures.use(near[0], "its sentence names it", asked)
    return Measured("", "", "no noun follows the number", "measure")


def _doing(sentence: str, quantity: Quantity, count: Measured) -> str:
    """The counted things with what a part of them did: 2,253 resulting in searches."""
    doing = complement(sentence, quantity.end)
    return f"{count.name} {doing}" if doing.partition(" ")[0].endswith("ing") else ""


def label_of(label: str, unit: str, measures: Measures) -> Measured:
    """The measure of a number that a label names."""
    words = re.findall(r"[A-Za-z][A-Za-z'’/-]*", label)
    head, _, of_what = label.partition(" in ")
    rests_on = f"'{label}' is the label of the number"
    if not words:
        return Measured("", "", rests_on, "measure")
    if unit:
        if label.lower().startswith(("total", "sub")):
            return Measured("", "", rests_on, "measure: the total of what?")
        said = f"{label}, as the document gives it"
        return measures.new_one(f"{slug(label, 50)}-{unit.lower()}", unit, label, said, rests_on)
    found = _named(words if not of_what else head.split(), "", "", frozenset(), rests_on, measures)
    return found.saying(label if of_what or found.name.lower() != label.lower() else "")


def _noun_elsewhere(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured | None:
    """The noun of a number that none follows: a label, what the bracket is about, a predicate."""
    label = label_before(sentence, quantity.start, quantity.end)
    if label:
        rests_on = f"'{' '.join(label)}' is the label of the number"
        return _named(label, "", "", frozenset(), rests_on, measures)
    opened = bracket(sentence, quantity.start)
    places = [noun_before(sentence, opened)] if opened >= 0 else []
    for head, of_what in [*places, subject_before(sentence, quantity.start)]:
        if head and is_plural(head[-1]):
            rests_on = f"'{' '.join(head)}' is before the number"
            found = _named(head, of_what, "", frozenset(), rests_on, measures)
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
            return _named(phrase, "", "", frozenset(), rests_on, measures)
    subject = subject_of(sentence, quantity.start)
    if subject:
        return _named(
            subject, "", "", frozenset(), f"'{' '.join(subject)}' changed to it", measures
        )
    return None


def _is_compared(between: str) -> bool:
    """Whether nothing but a period and words of comparison part a number from the one before."""
    for period in reversed(periods(between)):
        between = f"{between[: period.start]} {between[period.end :]}"
    words = re.findall(r"[a-z]+", between.lower())
    return bool(words) and not re.search(r"[\d.;:]", between) and set(words) <= _COMPARING
