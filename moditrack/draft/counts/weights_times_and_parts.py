"""The measures of weights, containers, times and parts: 28.8 kg of heroin, 90 wraps, 45 times."""

from __future__ import annotations

import re

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.counted_before import Before
from moditrack.draft.counts.measures import Measured, Measures
from moditrack.draft.counts.noun_phrases import (
    is_plural,
    kept,
    phrase_after,
    phrase_end,
    sentence_case,
)
from moditrack.draft.counts.rest_of_clause import rest_of_clause
from moditrack.draft.counts.said_before_counts import deed_before
from moditrack.draft.counts.subjects_of_changes import said_of_subject, subject_of
from moditrack.draft.counts.words_around_counts import (
    complement,
    deed_after,
    doing,
    noun_before,
    part_before,
    subject_before,
)
from moditrack.draft.texts_in_order import id_part

_UNITS = {
    "kg": "kg", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "g": "grams", "gram": "grams", "grams": "grams", "mg": "mg", "lb": "pounds", "lbs": "pounds",
    "oz": "ounces", "ounce": "ounces", "ounces": "ounces", "tonne": "tonnes", "tonnes": "tonnes",
    "ton": "tons", "tons": "tons", "litre": "litres", "litres": "litres", "liters": "litres",
    "ml": "ml", "wrap": "wraps", "wraps": "wraps", "bag": "bags", "bags": "bags",
    "packet": "packets", "packets": "packets", "package": "packages", "packages": "packages",
    "box": "boxes", "boxes": "boxes", "deal": "deals", "deals": "deals", "bottle": "bottles",
    "bottles": "bottles", "block": "blocks", "blocks": "blocks", "round": "rounds",
    "rounds": "rounds", "piece": "pieces", "pieces": "pieces", "sheet": "sheets",
    "sheets": "sheets", "tablet": "tablets", "tablets": "tablets", "pill": "pills",
    "pills": "pills", "rocks": "rocks", "carton": "cartons", "cartons": "cartons",
    "pack": "packs", "packs": "packs", "hour": "hours", "hours": "hours", "days": "days",
    "minutes": "minutes", "miles": "miles", "km": "km", "acres": "acres",
}  # fmt: skip
"""Units and containers, as a measure's unit is written."""
_UNIT = re.compile(r"[ \u00a0-]?([A-Za-z]+)\b(?: of (?:the |a |an )?)?")
_ATTACHED = ("kg", "g", "mg", "lb", "lbs", "oz", "ml", "km")
_GENERATION = re.compile(r"(?<![\d.,])[2-6]$")
"""What makes a "g" that of a network: 4G, 5G."""
_PASSIVE = re.compile(r" (?:was|were|is|are|been|being) $")


def times(sentence: str, quantity: Quantity, measures: Measures) -> Measured | None:
    """How often something was done: officers were assaulted 45 times."""
    start = quantity.start
    deed = deed_before(sentence, start)
    verb = sentence.rfind(deed, 0, start) if deed else -1
    passive = _PASSIVE.search(sentence, max(0, verb - 12), verb) if verb > 0 else None
    head, _ = noun_before(sentence, passive.start()) if passive is not None else ([], "")
    if not head:
        return None
    name = sentence_case(f"{' '.join(kept(head))} {deed}")
    said = f"{name}, as the document counts the times"
    return measures.new_one(id_part(name), "times", name, said, f"'{deed}' is before the number")


_BY = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})) (?:by|of)(?: (?:{BOUND_WORDS}|just|only))* $", re.I
)
"""What makes a length of time one by which something rose or fell."""
_TO_LENGTH = re.compile(r"to (?:an?|one|\w+) (?:day|week|month|year)s?\b")
"""The other end of a range: 6 months to a year."""


_TIME_OF = re.compile(
    r"(?:^|\b(?:the|an?) )(?P<what>(?:average |mean |median |total )?(?:length of )?"
    r"(?:time|stay|wait)(?: [\w'’-]+){1,12}) (?:is|was)"
    rf"(?: (?:{BOUND_WORDS}|just|only))* $", re.I,
)  # fmt: skip
"""What a length of time is said to be: the average time crews have been at sea is 13 months."""


def length_of(sentence: str, quantity: Quantity) -> str:
    """Of what a length of time is: the average wait was 8 months, a period of 8 months."""
    whole = _TIME_OF.search(sentence, max(0, quantity.start - 160), quantity.start)
    if whole is not None:
        return sentence_case(whole["what"])
    changed = said_of_subject(sentence, quantity.start) or " ".join(
        subject_of(sentence, quantity.start)
    )
    if changed:
        by = _BY.search(sentence, max(0, quantity.start - 60), quantity.start)
        kind = "" if by is None else "Rise in " if by["up"] else "Fall in "
        return sentence_case(f"{kind}{changed}")
    head, of_what = subject_before(sentence, quantity.start)
    if not head and sentence.endswith(" of ", 0, quantity.start):
        head, of_what = noun_before(sentence, quantity.start - len(" of "))
    if [one.lower() for one in head] in (["average"], ["mean"], ["median"]) and not of_what:
        end = phrase_end(sentence, quantity.end)
        return sentence_case(
            " ".join(
                [*head, sentence[quantity.end : end].strip(), rest_of_clause(sentence, end)[0]]
            )
        ).strip()
    if not head:
        end = phrase_end(sentence, quantity.end)
        after = complement(sentence, end)
        after = "" if _TO_LENGTH.match(after) else after
        of_what = f"{sentence[quantity.end : end].strip()} {after}" if after else of_what
    return sentence_case(" ".join([*head, of_what]).strip())


def fraction(
    sentence: str, start: int, at: int, phrase: list[str], before: Before, measures: Measures
) -> Measured:
    """Half of all searches were for drugs: a part of them, and what the next numbers are of."""
    known = measures.known(phrase, frozenset(), percent=False)
    before.earlier = (
        measures.use(known[0], "a part of these") if len(known) == 1 else before.earlier
    )
    end = phrase_end(sentence, at)
    of_what = "" if is_plural(phrase[-1]) else complement(sentence, end)
    noun = " ".join([*kept(phrase), *of_what.split()]).lower()
    said = part_before(sentence, start) or doing(sentence, end + len(of_what) + bool(of_what))
    name, rests_on = f"Part of all {noun}", f"'{noun}' follows the number"
    found = measures.new_one(f"part-of-{id_part(noun)}", "part of one", name, name, rests_on)
    return found.saying(f"{name}: {said}" if said else "")


def contained(
    sentence: str, quantity: Quantity, unit: str, at: int, measures: Measures
) -> Measured | None:
    """What is weighed, or is in so many containers: 28.8 kg of heroin, 90 wraps of crack."""
    noun = phrase_after(sentence, at)
    if not noun:
        return None
    end = sentence.index(noun[-1], at) + len(noun[-1])
    deed = deed_after(sentence, end)[0] or deed_before(sentence, quantity.start)
    name = sentence_case(" ".join([*noun, deed] if deed else noun))
    said = f"{name}, in {unit}, as the document gives it"
    rests_on = f"'{unit} of {' '.join(noun)}' follows the number"
    return measures.new_one(f"{id_part(name)}-{unit}", unit, name, said, rests_on)


def container(sentence: str, end: int) -> tuple[str, int]:
    """The unit after a number of something, and where that is named; an empty one elsewhere."""
    match = _UNIT.match(sentence, end)
    if match is None:
        return "", end
    unit = _UNITS.get(match[1].lower() if len(match[1]) > 1 else match[1])
    with_of = match[0].endswith(("of ", "of the ", "of a ", "of an "))
    generation = match[1].lower() == "g" and _GENERATION.search(sentence, max(0, end - 3), end)
    if unit is None or not (with_of or (match[1].lower() in _ATTACHED and not generation)):
        return "", end
    return unit, match.end() - 1 if match[0].endswith(" ") else match.end()
