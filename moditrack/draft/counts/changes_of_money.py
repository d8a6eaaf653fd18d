"""Sums of money by which something rose or fell: increase the fee by £2, a cut of £1m."""

from __future__ import annotations

import re

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import A_NOUN, DOWN, UP
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.counted_before import Before
from moditrack.draft.counts.measures import Measured, Measures
from moditrack.draft.counts.words_around_counts import noun_before
from moditrack.draft.texts_in_order import id_part

REACH = 90
"""Characters before a sum in which its noun or verb is looked for."""
MANY = 6
"""Words that can say what a sum is."""
ABOUT = rf"(?: ?(?:an? )?(?:{BOUND_WORDS}|estimated|combined|total|value of|just|a))*"
_CHANGED = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b"
    rf"(?P<what>(?: (?:in|to|of))?(?: the| its| their| our)?(?: [A-Za-z][\w'’-]*){{0,9}}?)"
    rf" (?P<join>by|of|worth){ABOUT} ?$", re.IGNORECASE,
)  # fmt: skip
_WAS = re.compile(r" (?:has|have|had|was|were|is|are|being|been|be|will)(?: been| be)?$")
_A = re.compile(r"\b(?:a|an|the|this|that)(?: [a-z-]+)? $", re.IGNORECASE)
"""What precedes a change that is a noun: a rise, a further cut."""
_ARTICLES = re.compile(r"^(?:(?:in|to|of) )?(?:the|its|their|our) |^(?:in|to|of) ")


def change_of_money(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured | None:
    """The measure of a sum by which something rose or fell; None where it is no such sum."""
    found = _CHANGED.search(sentence, max(0, quantity.start - 2 * REACH), quantity.start)
    if found is None:
        return None
    kind = "increase" if found["up"] else "decrease"
    words = _ARTICLES.sub("", found["what"].strip())
    word = found["up"] or found["down"]
    is_noun = A_NOUN.fullmatch(word) and _A.search(
        sentence, max(0, found.start() - REACH), found.start()
    )
    if not words and not is_noun:
        was = _WAS.search(sentence, max(0, found.start() - REACH), found.start() - 1)
        head, of_what = noun_before(sentence, (was or found).start())
        words = " ".join([*head, of_what]).strip() if head else ""
    rests_on = f"'{found[0].strip()}' is before the sum"
    if not words or len(words.split()) > 2 * MANY:
        return Measured("", "", rests_on, f"measure: {kind} in what?", change=kind)
    name = f"{kind.capitalize()} in {words}"
    key = f"{id_part(f'{kind}-in-{words}', 50)}-{quantity.unit.lower()}"
    said = f"{name}, as the document gives it"
    return measures.new_one(key, quantity.unit, name, said, rests_on)
