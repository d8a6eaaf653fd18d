"""Changes that end a sentence of two values and no other number: 68 in 2018 and 47 in 2019, a fall
of 31%.

The years beside both values, or words such as "last year" beside one, say which was before. Such a
sentence leaves no other base, so that the claim is explicit whether it fits or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.any_wording.number_roles import Role
from moditrack.audit.by_wording.change_of_something_else import at_odds
from moditrack.audit.by_wording.changes import claim_of
from moditrack.audit.by_wording.letters import AMOUNTS, PERCENT, POINTS, letter
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.by_wording.share_words import COMPARED
from moditrack.audit.found_claim import Claim
from moditrack.documents.bounds import BOUND_WORDS, KNOWN
from moditrack.documents.change_words import NOUN, OPEN, VERB
from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.year_or_count import OF_ANY_CENTURY, YEAR
from moditrack.documents.part_words import OF_WHICH, THOUGH

_HOW = (
    r"(?:total|overall|sharp|significant|slight|large|small|big|modest|marked|substantial"
    r"|dramatic|clear|notable|steep|huge|considerable)"
)
_LEADS = re.compile(
    r"[^,;:.()#%]{0,60}(?:,|;| -| \u2013| \u2014|\(| \() ?"
    r"(?:(?:or|representing|equivalent to|equating to|equal to|i\.e\.|meaning|showing|resulting in"
    r"|(?:and )?(?:that|this|which) (?:is|was|represents|represented)) )?"
    rf"(?:an? )?(?:{_HOW} )?(?:(?:{NOUN} of|{OPEN}(?: by)?) )?(?:(?:{BOUND_WORDS}|just) )?$",
    re.IGNORECASE,
)
"""From the last value to its change, without another subject."""
_ENDS = re.compile(
    rf"(?: {NOUN}\b)?(?: (?:overall|in total|on (?:the )?(?:previous|last|prior) year"
    r"|year[- ]on[- ]year))?[)\]]*[.;]?$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"(?: [\w'-]+){{0,6}}? (?:{YEAR}\b|(?:last|this|previous|prior|preceding) \w+"
    r"|(?:a|the) year (?:earlier|before|ago))[^,;:.()#%]{0,40}"
    r"(?=[,;(:]| -| \u2013| \u2014| and\b|$)",
    re.IGNORECASE,
)
"""After a value, when it was."""
_ANOTHER = re.compile(
    rf"[;:\u2022]|\b(?:{THOUGH}|but|{OF_WHICH}|including|because|due|target"
    r"|forecast|budget(?:ed)?|expected|projected|planned|would|could|average|mean|median|rates?"
    r"|which|who|whose|where|respectively|real terms|adjusted|inflation|population|per)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"\b{YEAR}\b")
_WENT = re.compile(rf"\b(?:{VERB}|{OPEN})\b", re.IGNORECASE)
_OTHER_PLACE = re.compile(
    rf"(?:\band|[,;]) (?:in |at |by |for )?(?!(?:{MONTH_NAMES})\b)[A-Z][a-z]+(?: \w+)?(?: only)? $"
)
"""Before a value, whose it is: 68 in Ayton in 2018 and Beck 47 in 2019."""


def find(sentence: Sentence, roles: Sequence[Role]) -> Iterator[Claim]:
    """The change of a sentence that prints two values and a change, and no other number."""
    numbers, text = sentence.quantities, sentence.text
    if len(numbers) != 3 or sentence.slots[2] not in PERCENT + POINTS or roles[2].falls is None:
        return
    stated = numbers[2]
    values = numbers[:2]
    if {*sentence.slots[:2]} - {*(AMOUNTS if letter(stated) == PERCENT else PERCENT)}:
        return
    if any(one.bound not in KNOWN or OF_ANY_CENTURY.fullmatch(one.printed) for one in values):
        return
    order = _order(sentence, roles)
    words = text[values[0].end : values[1].start]
    if (
        order is None
        or not _ENDS.match(text, stated.end)
        or not _LEADS.fullmatch(text, values[1].end, stated.start)
        or not _WHEN.match(text, values[1].end)
        or _ANOTHER.search(text[: values[1].end])
        or _WENT.search(text[: values[0].start])
        or _OTHER_PLACE.search(words)
        or len(re.findall(rf"\b(?:{VERB})\b", words, re.IGNORECASE)) > 0
        or COMPARED.search(text[stated.end :])
    ):
        return
    before, after = (values[n] for n in order)
    step = abs(after.low - before.low)
    size = step if stated.unit != "percent" else 100 * step / before.low
    same_size = abs(size - stated.low) * 2 * 10**stated.decimals <= 1
    if not step or ((after.low < before.low) != roles[2].falls and not same_size):
        return
    found = {"before": before, "after": after, "change": stated}
    claim = claim_of(sentence, found, stated, roles[2].said)
    if claim is not None and not at_odds(sentence, claim, found):
        yield claim


def _order(sentence: Sentence, roles: Sequence[Role]) -> tuple[int, int] | None:
    """Which value was before, and which after; None where nothing says it."""
    first, last, stated = sentence.quantities
    text = sentence.text
    years = [
        {*_YEAR.findall(text[first.end : last.start])} or {*_YEAR.findall(text[: first.start])},
        {*_YEAR.findall(text[last.end : stated.start])},
    ]
    if all(len(own) == 1 for own in years):
        one, other = (own.pop() for own in years)
        return None if one == other else (0, 1) if one < other else (1, 0)
    if roles[0].before != roles[1].before:
        return (0, 1) if roles[0].before else (1, 0)
    return None
