"""The measure of a sum of money in running text: the noun or the verb beside it."""

from __future__ import annotations

import re

from moditrack.documents.quantities import Quantity
from moditrack.draft.counted_before import Before
from moditrack.draft.measures import Measured, Measures
from moditrack.draft.noun_phrases import is_plural, phrase_after, sentence_case, stems
from moditrack.draft.phrases import NEAR, complement, deed_after, deed_before, noun_before
from moditrack.draft.table_subjects import without_periods
from moditrack.draft.texts_in_order import slug

MONEY = ("GBP", "EUR", "USD", "pence")
_NOUN = re.compile(
    r"\b(?P<noun>(?:over|under)spends?|savings?|budgets?|spending|expenditure|income|grants?|reserves?"
    r"|deficits?|surplus|losses|fines?|pressures?|shortfalls?|investment|salar(?:y|ies)|debts?)"
    r"(?: [a-z]+){0,3}? (?:of|was|were|is|to|at|totalled|worth)"
    r"(?: (?:about|around|nearly|over|up to|some|approximately|more than|at least))? $",
    re.IGNORECASE,
)
_WORTH_OF = re.compile(r"[ -]worth of(?: the| these)?")
_ABOUT = (
    r"(?: ?(?:an? )?(?:about|around|nearly|over|up to|some|approximately|more than|less than"
    r"|at least|estimated|combined|total|value of|just|almost|roughly|a))*"
)
_WORTH = re.compile(
    rf",? \(?(?:worth|valued at|totall?ing|amounting to|with (?:a|an)(?: \w+){{0,2}} value of"
    rf"|at an? (?:\w+ )?(?:cost|value) of|costing){_ABOUT} ?$"
)
_LABEL = re.compile(
    r"(?:(?:^|[.;,] )(?P<whole>[A-Z][^.;:,()$£€]{3,70})"
    r"|: .*?(?P<last>\b[A-Z][\w'’]+(?: [a-z\d][\w'’/-]*)+)): ?$"
)
"""What a sum is in a list of particulars: Amount awarded for 2009: $351,131."""
_DID = re.compile(
    rf"\b(?P<deed>cost|raised|saved|spent|paid|recovered|seized|awarded|received|generated|earned"
    rf"|returned|obtained|secured|allocated|granted|contributed){_ABOUT} ?$"
)
_REACH = 90
"""Characters before a sum in which its noun or verb is looked for."""
_IN = re.compile(r" (?:in|of)(?: (?:the|its|their|illegal|suspected))*")


def money(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a sum of money, whose span is that in its sentence."""
    label = _LABEL.search(sentence, max(0, quantity.start - _REACH), quantity.start)
    around = sentence[max(0, quantity.start - NEAR) : quantity.end + NEAR]
    clause = stems(label["whole"] or label["last"] if label is not None else around)
    near = sorted(
        key
        for key in measures.fitting
        if measures.unit(key) == quantity.unit and measures.stems_of(key) <= clause
    )
    if len(near) == 1:
        return measures.use(near[0], f"money, and '{measures.name(near[0]).lower()}' is printed")
    if near:
        return measures.use(near[0], "money", f"measure: {' or '.join(near)}?")
    if label is not None:
        name, rests_on = _label(label["whole"] or label["last"])
    else:
        name, rests_on = _named(sentence, quantity, before)
    if not name:
        return Measured("", "", f"'{quantity.printed}' is money", "measure")
    name = sentence_case(name)
    said = f"{name}, as the document gives it"
    found = measures.new_one(slug(name), quantity.unit, name, said, rests_on)
    more = "" if name.startswith("Value of ") else complement(sentence, quantity.end)
    return found.saying(f"{name} {more}" if more else "")


def _named(sentence: str, quantity: Quantity, before: Before) -> tuple[str, str]:
    """The name of a measure for a sum, and what it rests on; empty where nothing says it."""
    said = _NOUN.search(sentence, max(0, quantity.start - 60), quantity.start)
    if said is not None:
        noun = said["noun"].lower()
        return sentence_case(noun), f"'{noun}' is before the sum"
    if (worth := _WORTH_OF.match(sentence, quantity.end)) is not None:
        noun = " ".join(phrase_after(sentence, worth.end()))
        return (f"Value of {noun}", f"'worth of {noun}' follows") if noun else ("", "")
    first = max(0, quantity.start - _REACH)
    worth_before = _WORTH.search(sentence, first, quantity.start)
    if worth_before is not None:
        head = noun_before(sentence, worth_before.start())[0]
        noun = " ".join(head) if head and is_plural(head[-1]) else ""
        noun = noun or (before.count.name.lower() if before.count is not None else "")
        words = worth_before[0].strip(" ,(")
        return (f"Value of {noun}", f"'{words}' is before") if noun else ("", "")
    did = _DID.search(sentence, first, quantity.start)
    deed = deed_after(sentence, quantity.end)[0] or deed_before(sentence, quantity.start)
    inside = _IN.match(sentence, quantity.end)
    noun = " ".join(phrase_after(sentence, inside.end() if inside is not None else quantity.end))
    if noun and noun != deed:
        deed = deed or deed_after(sentence, sentence.find(noun, quantity.end) + len(noun))[0]
        name = f"{noun} {deed}".strip()
        return (f"Value of {name}" if inside is not None else name), f"'{noun}' follows the sum"
    deed = deed or (did["deed"] if did is not None else "")
    return (f"Money {deed}", f"'{deed}' is what was done to it") if deed else ("", "")


def _label(label: str) -> tuple[str, str]:
    """The name that a label gives a sum, without its period."""
    words = without_periods(label).split()
    while words and words[-1].lower() in ("for", "in", "of", "during", "to", "the", "-"):
        words.pop()
    return sentence_case(" ".join(words)), f"'{label}:' is before the sum"
