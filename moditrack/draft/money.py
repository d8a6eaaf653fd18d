"""The measure of a sum of money in running text: the noun or the verb beside it."""

from __future__ import annotations

import re

from moditrack.documents.quantities import Quantity
from moditrack.draft.measures import Measured, Measures
from moditrack.draft.phrases import NEAR, complement, deed_after, deed_before, noun_before
from moditrack.draft.texts import slug
from moditrack.draft.words import phrase_after, sentence_case, stems

MONEY = ("GBP", "EUR", "USD", "pence")
_NOUN = re.compile(
    r"\b(?P<noun>(?:over|under)spends?|savings?|budgets?|spending|expenditure|income|grants?|reserves?"
    r"|deficits?|surplus|losses|fines?|pressures?|shortfalls?|investment|salar(?:y|ies)|debts?)"
    r"(?: [a-z]+){0,3}? (?:of|was|were|is|to|at|totalled|worth)"
    r"(?: (?:about|around|nearly|over|up to|some|approximately|more than|at least))? $",
    re.IGNORECASE,
)
_WORTH_OF = re.compile(r"[ -]worth of(?: the| these)?")
_WORTH = re.compile(
    r",? worth (?:about |around |nearly |over |up to |some |more than |at least )?$"
)
_IN = re.compile(r" (?:in|of)(?: (?:the|its|their|illegal|suspected))*")


def money(sentence: str, quantity: Quantity, measures: Measures) -> Measured:
    """The measure of a sum of money, whose span is that in its sentence."""
    clause = stems(sentence[max(0, quantity.start - NEAR) : quantity.end + NEAR])
    near = sorted(
        key
        for key in measures.fitting
        if measures.unit(key) == quantity.unit and measures.stems_of(key) <= clause
    )
    if len(near) == 1:
        return measures.use(near[0], f"money, and '{measures.name(near[0]).lower()}' is printed")
    if near:
        return measures.use(near[0], "money", f"measure: {' or '.join(near)}?")
    name, rests_on = _named(sentence, quantity)
    if not name:
        return Measured("", "", f"'{quantity.printed}' is money", "measure")
    said = f"{name}, as the document gives it"
    found = measures.new_one(slug(name), quantity.unit, name, said, rests_on)
    return found.saying(f"{name} {complement(sentence, quantity.end)}".strip())


def _named(sentence: str, quantity: Quantity) -> tuple[str, str]:
    """The name of a measure for a sum, and what it rests on; empty where nothing says it."""
    before = _NOUN.search(sentence, max(0, quantity.start - 60), quantity.start)
    if before is not None:
        return sentence_case(
            before["noun"].lower()
        ), f"'{before['noun'].lower()}' is before the sum"
    if (worth := _WORTH_OF.match(sentence, quantity.end)) is not None:
        noun = " ".join(phrase_after(sentence, worth.end()))
        return (f"Value of {noun}", f"'worth of {noun}' follows") if noun else ("", "")
    before = _WORTH.search(sentence, max(0, quantity.start - 30), quantity.start)
    if before is not None:
        noun = " ".join(noun_before(sentence, before.start())[0])
        return (f"Value of {noun}", f"'{noun} worth' is before") if noun else ("", "")
    deed = deed_after(sentence, quantity.end)[0] or deed_before(sentence, quantity.start)
    inside = _IN.match(sentence, quantity.end)
    noun = " ".join(phrase_after(sentence, inside.end() if inside is not None else quantity.end))
    if noun:
        deed = deed or deed_after(sentence, sentence.find(noun, quantity.end) + len(noun))[0]
        return sentence_case(f"{noun} {deed}".strip()), f"'{noun}' follows the sum"
    return (f"Money {deed}", f"'{deed}' is what was done to it") if deed else ("", "")
