"""The measure of a figure of running text, by the words around its number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moditrack.documents.dates.periods import periods
from moditrack.documents.plain import words_of
from moditrack.documents.quantities import Quantity
from moditrack.draft.changed import DOWN, UP, subject_of
from moditrack.draft.measures import Measured, Measures
from moditrack.draft.texts import slug
from moditrack.draft.words import is_counted, kept, phrase_after, stems

_CHANGE_BEFORE = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b(?: [\w-]+){{0,4}}? ?\(?$", re.IGNORECASE
)
_CHANGE_AFTER = re.compile(
    rf"\)? (?:(?P<up>{UP}|higher|more)|(?P<down>{DOWN}|lower|fewer|less))\b", re.IGNORECASE
)
_SMALL_PART = re.compile(
    r"\)? (?:\(\S{1,8}\) )?(?:of|in) (?:all |the |these |those |its |our |their |total )*", re.I
)
_OF_THESE = re.compile(r"\bof (?:which|whom|these|those|them)\b|^[^.;,]{0,40}\($")
"""What joins a share to the count before it."""
_DIFFERENCE = re.compile(
    rf"\b(?:{UP}|{DOWN})\b(?: (?:of|by|about|some|nearly|around|[\d.,]+ ?(?:%|per ?cent)))* ?\(?$",
    re.IGNORECASE,
)
"""What precedes a count that is a change: up 332, an increase of 4.6 percent (20,022."""
_SHARE_AFTER = re.compile(r" ?\(\d[\d.]* ?%")
_COMPARING = words_of(
    "in against compared with to from up down than and the year years before previous last of at by"
)
_PART = re.compile(
    r" (?:out )?of (?:(?:the|all|these|those|its|our|their|a total of)\b ?)*(?:\d[\d,]* )?", re.I
)
"""What follows a number that is a part of what is counted: 31 of the 41 offences."""
_OTHER_BASE = re.compile(r"\b(?:compar\w+|than|against|national\w*|average|whereas)\b", re.I)
_CLAUSE = re.compile(r"[,;.:()]| (?:and|of which|of whom|but|while) ")
_VERB = 25
"""Characters after what is counted that can hold its verb: 46 people were arrested."""
_NEAR = 120
"""Characters around a number in which a guess is looked for."""
_MONEY_NOUN = re.compile(
    r"\b(?P<noun>(?:over|under)spends?|savings?|budgets?|spending|expenditure|income|grants?|reserves?"
    r"|deficits?|surplus|losses|fines?|pressures?|shortfalls?|investment|salar(?:y|ies)|debts?)"
    r"(?: [a-z]+){0,3}? (?:of|was|were|is|to|at|totalled|worth)"
    r"(?: (?:about|around|nearly|over|up to|some|approximately|more than|at least))? $",
    re.IGNORECASE,
)
_MONEY = ("GBP", "EUR", "USD", "pence")
_MORE = re.compile(r" (?:more|fewer|less) ", re.IGNORECASE)
_SHARES = ("percent", "per mille")
_LENGTHS = ("minutes", "hours", "days", "weeks", "months", "years")
_LISTED = words_of(
    "aims objectives areas priorities themes aspects functions criteria strands principles pillars"
    " elements reasons factors recommendations questions stages steps parts categories"
)
"""Nouns for the items of a list, whose number is stated and not counted."""


@dataclass
class Before:
    """What the figures before one in its sentence count."""

    count: Measured | None = None
    share: Measured | None = None
    end: int = 0


def measured(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a quantity of a sentence, whose span is that in the sentence."""
    if quantity.unit in _SHARES:
        return _share(sentence, quantity, before, measures)
    if quantity.unit in _MONEY:
        return _money(sentence, quantity, measures)
    if quantity.unit in ("percentage points", "times") or (
        quantity.unit == "ratio" and not quantity.parts
    ):
        return Measured("", "", f"'{quantity.printed}' is printed", "measure")
    return _number(sentence, quantity, before, measures)


def _number(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a number without a unit of its own: what its noun says."""
    part = _PART.match(sentence, quantity.end)
    phrase = phrase_after(sentence, part.end() if part is not None else quantity.end)
    last = phrase[-1].lower().rstrip("s") + "s" if phrase else ""
    if last in _LENGTHS and len(kept(phrase)) == 1:
        return measures.length(last)
    if last in _LISTED and "list-items" in measures.lists.measures:
        return measures.use("list-items", f"'{phrase[-1]}' follows the number")
    counted = is_counted(phrase, single=quantity.value == 1)
    if counted:
        found = _count(sentence, quantity, phrase, measures)
    else:
        found = _without_noun(sentence, quantity, before, measures)
    near = sentence[max(0, quantity.start - 45) : quantity.start]
    more = counted and _MORE.match(sentence, quantity.end) is not None
    if more or _DIFFERENCE.search(near):
        asked = f"measure: {found.measure}, or a change of it?" if found.measure else "measure"
        return Measured(found.measure, found.name, found.rests_on, asked)
    return found


def _count(sentence: str, quantity: Quantity, phrase: list[str], measures: Measures) -> Measured:
    words = " ".join(phrase)
    rests_on = f"'{words}' follows the number"
    start = sentence.find(phrase[0], quantity.end)
    after = sentence[start : start + len(words) + _VERB]
    near = _CLAUSE.split(after)[0]
    return _named(phrase, stems(near), rests_on, measures)


def _named(phrase: list[str], near: frozenset[str], rests_on: str, measures: Measures) -> Measured:
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
    return measures.new_count(phrase, rests_on)


def _without_noun(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured:
    """A number without a noun: that of the share before it, else a guess for a person."""
    share = before.share
    between = sentence[before.end : quantity.start]
    if share is not None and re.fullmatch(r" ?\((?:n ?= ?)?|,? (?:or|that is) ", between):
        noun = share.measure.removeprefix("share-of-")
        if noun != share.measure and noun in measures.lists.measures:
            return measures.use(noun, "the share before it is of these", share.needs)
    subject = subject_of(sentence, quantity.start)
    if subject:
        return _named(subject, frozenset(), f"'{' '.join(subject)}' changed to it", measures)
    if before.count is not None:
        count = before.count
        same = _is_compared(between) or (
            sentence.startswith("Of ") and _SHARE_AFTER.match(sentence, quantity.end) is not None
        )
        asked = count.needs if same else f"measure: {count.measure}?"
        return measures.use(count.measure, "the count before it", asked)
    near = measures.named_in(sentence[max(0, quantity.start - _NEAR) : quantity.end + _NEAR])
    if near:
        asked = f"measure: {' or '.join(near[:3])}?"
        return measures.use(near[0], "its sentence names it", asked)
    return Measured("", "", "no noun follows the number", "measure")


def _is_compared(between: str) -> bool:
    """Whether nothing but a period and words of comparison part a number from the one before."""
    for period in reversed(periods(between)):
        between = f"{between[: period.start]} {between[period.end :]}"
    words = re.findall(r"[a-z]+", between.lower())
    return bool(words) and not re.search(r"[\d.;:]", between) and set(words) <= _COMPARING


def _share(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    match = _SMALL_PART.match(sentence, quantity.end)
    phrase = phrase_after(sentence, match.end()) if match else []
    start = max(0, quantity.start - 60)
    change = _CHANGE_AFTER.match(sentence, quantity.end) or _CHANGE_BEFORE.search(
        _CLAUSE.split(sentence[start : quantity.start])[-1]
    )
    if change is not None:
        what = phrase or subject_of(sentence, quantity.start)
        return _change(change, what, before, measures)
    if phrase:
        return _share_of(phrase, measures)
    between = sentence[before.end : quantity.start]
    other = _OTHER_BASE.search(between) is not None
    if before.share is not None:
        asked = "measure: a share of the same?" if other else before.share.needs
        return measures.use(before.share.measure, "the share before it", asked)
    if before.count is not None:
        noun = before.count.name.lower()
        rests_on = f"'{noun}' are what the sentence counts before"
        joined = sentence.startswith("Of ") or _OF_THESE.search(between) is not None
        asked = before.count.needs if joined else f"measure: a share of {noun}?"
        return measures.share_of(noun, rests_on, asked)
    around = sentence[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]
    near = [key for key in measures.named_in(around) if f"share-of-{key}" in measures.fitting]
    if near:
        key = f"share-of-{near[0]}"
        return measures.use(key, "its sentence names it", f"measure: {key}?")
    return Measured("", "", f"'{quantity.printed}' is printed", "measure: a share of what?")


def _share_of(phrase: list[str], measures: Measures) -> Measured:
    rests_on = f"'of {' '.join(phrase)}' follows the share"
    known = measures.known(phrase, frozenset(), percent=True)
    if len(known) == 1:
        return measures.use(known[0], rests_on)
    one = f"share-of-{measures.by_head(phrase)}"
    if one in measures.lists.measures:
        asked = f"measure: {one}, or a new one for '{' '.join(phrase)}'?"
        return measures.use(one, rests_on, asked)
    return measures.share_of(" ".join(kept(phrase)).lower(), rests_on)


def _change(
    change: re.Match[str], phrase: list[str], before: Before, measures: Measures
) -> Measured:
    """A relative change, of what the sentence says."""
    kind = "increase" if change["up"] else "decrease"
    rests_on = f"'{change[0].strip(' ()')}' is printed beside it"
    counts = measures.known(phrase, frozenset(), percent=False) if phrase else []
    what = counts if phrase else [before.count.measure] if before.count else []
    known = [
        key
        for key in sorted(measures.fitting)
        if key.startswith(f"{kind}-in-") and (key == f"{kind}-in-{what[0]}" if what else not phrase)
    ]
    if len(known) == 1:
        asked = "" if what else f"measure: {known[0]}?"
        return measures.use(known[0], rests_on, asked)
    noun = " ".join(phrase).lower() or (before.count.name.lower() if before.count else "")
    if not noun:
        return Measured("", "", rests_on, f"measure: {kind} in what?")
    said = f"Relative {'rise' if kind == 'increase' else 'fall'}, given without a sign"
    name = f"{kind.capitalize()} in {noun}"
    return measures.new_one(f"{kind}-in-{slug(noun)}", "percent", name, said, rests_on)


def _money(sentence: str, quantity: Quantity, measures: Measures) -> Measured:
    clause = stems(sentence[max(0, quantity.start - _NEAR) : quantity.end + _NEAR])
    near = sorted(
        key
        for key in measures.fitting
        if measures.unit(key) == quantity.unit and measures.stems_of(key) <= clause
    )
    if len(near) == 1:
        return measures.use(near[0], f"money, and '{measures.name(near[0]).lower()}' is printed")
    if near:
        return measures.use(near[0], "money", f"measure: {' or '.join(near)}?")
    before = _MONEY_NOUN.search(sentence, max(0, quantity.start - 60), quantity.start)
    if before is None:
        return Measured("", "", f"'{quantity.printed}' is money", "measure")
    noun = before["noun"].lower()
    name = noun[0].upper() + noun[1:]
    said = f"{name}, as the document gives it"
    return measures.new_one(slug(noun), quantity.unit, name, said, f"'{noun}' is before the sum")
