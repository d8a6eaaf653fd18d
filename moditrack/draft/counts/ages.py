"""Ages: figures where a report gives one, and the bounds of a group where it counts that group."""

from __future__ import annotations

import re
from bisect import bisect_left

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.quantities import Quantity, read_cell
from moditrack.draft.counts.noun_phrases import in_lower_case, sentence_case
from moditrack.draft.counts.words_around_counts import noun_before
from moditrack.draft.texts_in_order import Text

_BEFORE = re.compile(
    rf"\b(?:aged?|ages)(?: of)?(?: (?:between|from|{BOUND_WORDS}))?[ -]$"
    r"|\bas (?:young|old) as $|\b(?:under|over) the age of $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ -](?:years? (?:of age|old)\b|year[- ]olds?\b|(?:years )?(?:or|and) (?:over|under|older"
    r"|younger|above|below)\b)",
    re.IGNORECASE,
)
_UNDER, _OVER = re.compile(r"\bunder[ -]$", re.I), re.compile(r"\bover[ -]$", re.I)
_NO_NOUN = re.compile(
    r"s\b|[.,;:)]* ?$|[.,;:)]|,? (?:and|or|were|was|are|is|in|who|at|to|with|from|by|years?)\b"
)
"""What follows a bare age, and no noun that it would count: under 18s, under 18 were."""
_OLDEST = 100
_ENDS = (".", "!", "?", ";", ":", ")", '"')
_HEAD = 60
"""Characters of a line that says for whom the lines below it are."""
_NEAR = 24
"""Characters beside a number that say that it is an age."""


def age_quantities(text: Text) -> list[Quantity]:
    """The ages of a text, as quantities."""
    found = [quantity for quantity in text.quantities if _is_age(text.text, quantity)]
    for label in text.labels:
        read = read_cell(label.printed.removeprefix("aged ")) if label.kind == "age" else None
        if read is not None:
            start = label.start + label.printed.index(read.printed)
            place = {"start": start, "end": start + len(read.printed)}
            found.append(Quantity(**vars(read) | place))
    return found


_KIND = re.compile(
    r"\b(?P<said>(?:(?:mean|average|median|typical|youngest|oldest|minimum|maximum) )?age"
    r"(?: of (?:the |all |these )?[a-z][^,.;:()\d]{2,60}?)?)"
    r"(?P<verb> (?:was|is|were))?(?: (?:of|at))? "
    rf"(?:(?:{BOUND_WORDS}|just) )?$",
    re.IGNORECASE,
)
"""Which age a number is, and whose: the mean age of the sailors was 29."""
_AGED = re.compile(rf",? (?:were |was |are |is )?aged(?: (?:between|from|{BOUND_WORDS}))? $")


def age_of(sentence: str, start: int) -> str:
    """Which age of whom a sentence gives at a place; empty where it does not say so beside it."""
    if (kind := _KIND.search(sentence, max(0, start - 4 * _NEAR), start)) is not None:
        return sentence_case(kind["said"]) if kind["said"].lower() != "age" else ""
    aged = _AGED.search(sentence, max(0, start - 2 * _NEAR), start)
    head, of_what = noun_before(sentence, aged.start()) if aged is not None else ([], "")
    return " ".join(["Age of", in_lower_case(head), of_what]).rstrip() if head else ""


def _is_age(text: str, quantity: Quantity) -> bool:
    if quantity.unit not in ("", "years") or quantity.low > _OLDEST:
        return False
    first = max(0, quantity.start - _NEAR)
    if _BEFORE.search(text, first, quantity.start) or _AFTER.match(text, quantity.end):
        return True
    kind = _KIND.search(text, max(0, quantity.start - 4 * _NEAR), quantity.start)
    if kind is not None and kind["verb"]:
        return True
    if text.startswith("s", quantity.end) and _OVER.search(text, first, quantity.start):
        return True  # they were over 60 says nothing
    return bool(_UNDER.search(text, first, quantity.start) and _NO_NOUN.match(text, quantity.end))


def ages_alone(text: Text, ages: list[Quantity]) -> list[Quantity]:
    """The ages whose sentence counts nothing; in "17% were aged under 18" one bounds a group.

    In a line of labels, as those of a chart, each bounds one: men aged 18-24 boys aged 10-17.
    """
    if len(ages) > 1 and len(text.sentences) == 1 and not text.text.endswith(_ENDS):
        return []
    if text.text.endswith((":", "-", "–", "—")) and len(text.text) < _HEAD:
        return []  # For over 18s:
    own = {quantity.start for quantity in ages}
    counts = sorted(one.start for one in text.quantities if one.start not in own)

    def is_alone(age: Quantity) -> bool:
        sentence = text.sentence_at(age.start)
        first = bisect_left(counts, sentence.start)
        return first == bisect_left(counts, sentence.start + len(sentence.text))

    return [age for age in ages if is_alone(age)]
