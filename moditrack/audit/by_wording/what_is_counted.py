"""What the numbers of a change count: 74 boats, compared with 105 ferries, have none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moditrack.audit.by_wording.change_patterns import ON
from moditrack.audit.by_wording.sentences import STEM, Sentence
from moditrack.documents.change_words import COMPARED_WITH, OPEN, PAST, THAN, VERB
from moditrack.documents.dates.calendar_names import MONTHS
from moditrack.documents.lower_case import PREPOSITIONS, SMALL_WORDS, words_of
from moditrack.documents.quantities import Quantity

_PHRASE = re.compile(
    rf"(?:(?! (?:{COMPARED_WITH}|{VERB}|{OPEN}|against|versus|to|and|but|while|which|as|when)\b)"
    r"[^.,;:()#]|[.,](?=\w))*",
    re.IGNORECASE,
)
"""What follows a value of a change: boats in Harl."""
_OF_CHANGE = re.compile(
    r"(?: \w+)? (?:in|per|among|for|from|of|on|excluding|once|by|at|if|when)\b[^.,;:()#]*| \w+ly\b"
)
"""What follows a change: of 12% in visits."""
_CAUSE = re.compile(r" (?:following|due to|after|because of) ")
_IN = re.compile(r" in (?:the )?[a-z]{3}")
_IN_MEASURE = re.compile(
    r" in (?:the )?(?:[a-z-]+ ){0,2}(?:hours|days|miles|costs?|spend|spending|expenditure|income)\b"
)
"""After a change that is of a measure, which no number of people is."""
_SUBJECT = re.compile(
    rf", (?![^,#]*\b(?:which|that|or|mainly|mostly|largely|partly|\w+ing|{VERB}|{OPEN})\b)"
    r"([a-z' -]+) from (?:the )?$"
)
"""Another subject before the values of its own change: prices rose 8%, tickets from 50 to 52."""
_RATE = re.compile(
    r"\b(?:rates?|averages?|proportions?|percentages?|shares?|costs?|values?|scores?)\b", re.I
)
_AT = re.compile(rf" (?:{'|'.join(sorted(PREPOSITIONS))}|among|between)\b")
_QUALIFIED = re.compile(r" (?:among|for|at|in) (?!the |this |last )[a-z]{3}")
_DONE = re.compile(r".* (?:was|were)\b")
"""Before what was done with those counted: boats were stopped."""
_PER = re.compile(r" per [a-z]")
_MORE = re.compile(rf" {THAN}\b")
_OTHERWISE = re.compile(
    r",? (?:after|underlying|like[- ]for[- ]like|(?:in|by) (?:volume|value)"
    r"|per (?:head|person|capita)|(?:in|on|over) the (?:month|quarter|week))\b"
)
"""After a change that is counted in another way, or on another time, than its values."""
_LEAD = re.compile(rf".*\b(?:{ON}) ((?:[a-z'-]+ ){{0,6}})\(?$", re.IGNORECASE)
"""What is between "compared with" and a number: an average of."""
_ON_A_PLAN = re.compile(PAST)
_WORD = re.compile(r"[a-z][a-z'-]+")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|y|e?s|[bdgmnprt]?ed|'s)$")
_PLAIN = (
    SMALL_WORDS
    | frozenset(MONTHS)
    | words_of(
        "their our all those these number numbers total count level levels figure figures overall"
        " year years month months quarter week day time period same last previous prior past first"
        " since over compared than when were between across during per rise fall increase"
        " decrease drop reduction growth change respectively was had been has have who there then"
        " recorded reported received seen made determined year's ago earlier before just only about"
        " around now end corresponding preceding equivalent financial under nearly almost having"
        " one ending after low high peak they it we counted"
    )
)
"""Words that name no other thing than what changes: in the number of, on the previous year."""


def counts_another(
    sentence: Sentence, values: Sequence[Quantity], stated: Quantity, way: str
) -> bool:
    """Whether the words at a number of a change name what nothing before it does: a 12% drop per
    crew; 74 boats, compared with 105 ferries, or with an average of 105. values: before, after."""
    text = sentence.text
    first, last = sorted(values, key=lambda one: one.start)
    own, other = (_after(sentence, one) for one in (first, last))
    larger = not stated.unit and stated.low > max(abs(first.low), abs(last.low))
    of_it = own.startswith(" of the ") and names_new(own, text[: first.start])
    before = own if first is values[0] else ""
    rate = _PER.match(before) is not None and _PER.match(other) is None
    if larger or of_it or rate or _MORE.match(own) or _MORE.match(other):
        return True  # no step of these, a part of something, or a step among them
    if _ON_A_PLAN.fullmatch(way) or (not way and stated.unit == "percentage points"):
        return False  # of two groups
    lead = _LEAD.match(text, 0, last.start)
    if text[first.end : last.start] == " to ":  # from 74 to 105 boats, in Harl
        alone = _QUALIFIED.search(text, stated.end, first.start) is None
    else:
        alone = not own.strip() and (
            other.startswith(" per ")
            or not (_AT.match(other) or names_new(text[: first.start], ""))
        )
    return (
        _OTHERWISE.match(text, stated.end) is not None
        or _changes_another(text, stated, first, last, own)
        or (lead is not None and names_new(lead[1], text[: lead.start(1)]))
        or (not alone and names_new(other if own else _DONE.sub("", other), text[: last.start]))
    )


def _changes_another(
    text: str, stated: Quantity, first: Quantity, last: Quantity, own: str
) -> bool:
    """Whether a change is of something else than the first of its values."""
    if stated.end <= first.start:
        named = _CAUSE.search(text, stated.end, first.start)
        named = named or _IN_MEASURE.search(text, stated.end, first.start)
        gapped = _SUBJECT.search(text, stated.end, first.start)
        if gapped is not None and names_new(gapped[1], text[: stated.start]):
            return True
        if text[first.start - 1] == "(":
            named = named or _IN.search(text, stated.end, first.start) or _RATE.search(text)
        return named is not None and names_new(own, text[: first.start])
    after = _OF_CHANGE.match(text, stated.end) if last.end < stated.start else None
    return after is not None and (
        names_new(after[0], text[: stated.start])
        or (first.unit == "percent" and " number" in after[0])
    )


def _after(sentence: Sentence, value: Quantity) -> str:
    following = (
        one.start
        for one in sentence.quantities
        if one.start >= value.end and sentence.text[value.end : one.start] != " per "
    )
    match = _PHRASE.match(sentence.text, value.end, min(following, default=len(sentence.text)))
    return match[0] if match is not None else ""


def names_new(words: str, before: str) -> bool:
    """Whether some words name what those before them do not: the ferries after 74 boats."""
    known = before.lower()
    return any(
        word not in _PLAIN and re.search(rf"\b{_ENDING.sub('', word)[:STEM]}", known) is None
        for word in _WORD.findall(words.lower())
    )
