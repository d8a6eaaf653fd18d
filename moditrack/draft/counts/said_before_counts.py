"""What a sentence says of what it counts before the number: what was done, where, on average."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.lower_case import words_of
from moditrack.draft.counts.words_around_counts import IRREGULAR, NO_DEED, undated

_REACH = 90
"""Characters before a number in which its verb is looked for."""
_HEDGES = (
    rf"(?: (?:{BOUND_WORDS}|an? (?:estimated |further |combined )?(?:total|average) of|an? average"
    r"|another|a further|an additional|an estimated|only|just|all|the|some|these|those))*"
)
_BEFORE = re.compile(
    r"\b(?P<deed>(?:[a-z]{3,}ed and )?[a-z]{3,}ed|made|found|took|held|gave|sent|caught|shot"
    rf"|issued){_HEDGES} $"
)
"""The verb before a number: officers arrested 12 people."""
_DEEDS = {
    "arrest": "arrested", "charge": "charged", "conviction": "convicted", "convict": "convicted",
    "deportation": "deported", "deport": "deported", "detention": "detained", "detain": "detained",
    "identification": "identified", "identify": "identified", "prosecution": "prosecuted",
    "prosecute": "prosecuted", "recovery": "recovered", "recover": "recovered",
    "release": "released", "removal": "removed", "remove": "removed", "rescue": "rescued",
    "seizure": "seized", "seize": "seized",
}  # fmt: skip
"""What was done to those counted, by the noun or the plain verb before their number."""
_NAMED_DEED = re.compile(
    rf"(?:\b(?P<noun>{'|'.join(_DEEDS)}|{'|'.join(one.capitalize() for one in _DEEDS)})s? of"
    rf"|(?:^|\bto )(?P<verb>{'|'.join(_DEEDS)}|"
    rf"{'|'.join(one.capitalize() for one in _DEEDS)})){_HEDGES} $"
)
"""The arrest of 12 people, to seize 12 boats, and an item of a list: Remove 12 nets."""
_PASSIVE = {"took": "taken", "gave": "given"}
_NO_OBJECT = words_of(
    "increased decreased reduced dropped declined totalled totaled reached numbered contained"
    " remained exceeded averaged achieved showed recorded reported received included compared"
    " represented resulted needed used lasted fined doubled trebled rose fell noted stated"
    " estimated launched comprised totaled detailed listed cited highlighted announced published"
)
_SHARED = re.compile(
    r"(?: in [a-z]+)?(?:,|,? (?:and|or|plus|as well as|including|along with|together with))+"
    rf"{_HEDGES} ?"
)
"""What parts two numbers to which the same was done: 12 boats, 9 carts and another 4 nets."""
_DONE_LATER = re.compile(
    r"(?:(?:, |,? and |,? as well as )(?:[a-z]+ ){0,3}[£$€]?\d[\w,.]*(?: [A-Za-z-]+){1,5}?){1,6}"
    rf" (?:were|was|have been|has been)(?: also| then| all)? (?P<deed>[a-z]{{3,}}ed|{IRREGULAR})\b"
)
"""What was done to this and to what is counted after it: 12 boats and 9 carts were sold."""
_CLAUSE = re.compile(r"[,;:.()“”\"•·] ?")
_AND = re.compile(r"^.*\b(?:is|are|was|were|has|have)\b.* and (?=.+ [a-z]+$)")
"""What is of a clause of its own before an "and": the crew is ready and it was joined by."""
_PREPOSITION = re.compile(
    r" (?:for|to|at|in|by|with|from|on|against|across|into|concerning|involving)$"
)
_HOLDS = re.compile(r"[a-z] (?:includ|compris|contain|cover|employ)(?:ed|es|s)$")
"""What holds those counted: the crew included 12 men."""
_DEED_OF = re.compile(r"\b[A-Za-z]{3,}(?:tion|sion|ment|val|ure|ery|tings?|visits?) of$")
"""A noun for what was done: the discovery of 12 boats."""
_EMPTY = re.compile(
    r"^(?:(?:and|but|so|while|also|then|we|they|it|he|she|i|the|there|this|that|our|their|its|a|an)"
    r"(?: |$))+", re.IGNORECASE,
)  # fmt: skip
_NOT = re.compile(
    rf"\b(?:{UP}|{DOWN}|led|result\w*|contribut\w*|due|compar\w+|according|range\w*|between|from .*"
    r"|relat\w+|equal\w*|amount\w*|close|bring\w*|brought|correspond\w*|up|down|back|in total|total"
    r"|average|addition|averaging|is|are|was|were|than)"
    r" (?:for|to|at|in|by|with|from|on)$|\b(?:there (?:were|was|are|is)|who|which|that)\b",
    re.IGNORECASE,
)
"""Words that say how many, or what came of it, and not which: it rose to 12, it led to 12."""
_LONGEST = 9
_AVERAGE = re.compile(
    rf"\b(?:(?:an?|the) (?:\w+ )?average(?: of)?|on average,?)(?: (?:{BOUND_WORDS}|just))* $", re.I
)


_ITEM = re.compile(r"\d (?P<noun>[a-z]+) (?:where|in which|with|who|that)\b[^,;.]{1,90}$")
"""The item of a list before a number, whose verb is its own: 4 cases where boats sank 2 cases."""


def deed_before(sentence: str, start: int) -> str:
    """What was done to what a number counts, by the verb before it: officers arrested 12 people."""
    match = _BEFORE.search(sentence, max(0, start - _REACH), start)
    item = _ITEM.search(sentence, max(0, start - 2 * _REACH), start)
    if item is not None and re.match(rf"\d+ {item['noun']}\b", sentence[start : start + _REACH]):
        return ""
    last = match["deed"].rpartition(" ")[2] if match is not None else ""
    if match is None or last in _NO_OBJECT or last in NO_DEED:
        return ""
    return _PASSIVE.get(match["deed"], match["deed"])


def deed_named(sentence: str, start: int) -> str:
    """What was done, by the noun or the plain verb before a number: the arrest of 12 people."""
    match = _NAMED_DEED.search(sentence, max(0, start - _REACH), start)
    return _DEEDS[(match["noun"] or match["verb"]).lower()] if match is not None else ""


def deed_later(sentence: str, end: int) -> str:
    """What was done to this and to what is counted after it: 12 boats and 9 carts were sold."""
    match = _DONE_LATER.match(sentence, end)
    return match["deed"] if match is not None and match["deed"] not in NO_DEED else ""


def is_shared(between: str) -> bool:
    """Whether what is said before one number holds for the next: the theft of 12 boats, 9 nets."""
    return _SHARED.fullmatch(between) is not None


def is_average(sentence: str, start: int) -> bool:
    """Whether a number is an average of several counts."""
    return _AVERAGE.search(sentence, max(0, start - _REACH), start) is not None


def place_of(sentence: str, start: int, end: int) -> str:
    """The place that opens a sentence: In Harl, 12 boats; empty where the number has its own."""
    place = _opening_place(sentence)
    if not place or start < len(place) or _OWN_PLACE.match(sentence, end):
        return ""
    return place[0].lower() + place[1:]


@lru_cache(64)
def _opening_place(sentence: str) -> str:
    """The place that opens a sentence; once for each of its figures."""
    match = _PLACE.match(undated(sentence[: 2 * _REACH]).lstrip())
    return match[0].rstrip(" ,") if match is not None else ""


_PLACE = re.compile(
    r"(?:In|Across|Within|Throughout) (?:the )?(?!Table|Figure|Chart|Section|Annex|Appendix|Part"
    r"|Chapter|Operation|Phase|Year|Quarter|Q\d)[A-Z][\w'’-]*"
    r"(?: (?:(?:and|of|the|upon) )*[A-Z][\w'’-]*){0,4}"
    r"(?: (?:area|region|district|borough|county|division|city|town|force area))?"
    r"(?:,| (?=(?:there|[a-z]+ (?:were|was)|about|over|more|some|only|\d)))"
)
"""A place that opens a sentence."""
_OWN_PLACE = re.compile(r"[^.;,]{0,60}? (?:in|across|at|of) (?:the )?[A-Z]")
"""A place after a number, which is its own."""


def lead_before(sentence: str, start: int) -> str:
    """The clause that what is counted completes: engagement events at 10 schools."""
    first = max(0, start - 2 * _REACH)
    before = _HEDGED.sub("", undated(sentence)[first:start].rstrip())
    clause = _CLAUSE.split(before)[-1] if _CLAUSE.search(before) or first == 0 else ""
    clause = _EMPTY.sub("", _AND.sub("", " ".join(clause.split())))
    words = clause.split()
    if (
        not 2 <= len(words) <= _LONGEST
        or _NOT.search(clause)
        or any(one[0].isdigit() for one in words)
    ):
        return ""
    if not (_PREPOSITION.search(clause) or _HOLDS.search(clause) or _DEED_OF.search(clause)):
        return ""
    return clause if clause.isupper() or clause[1:2].isupper() else clause[0].lower() + clause[1:]


_HEDGED = re.compile(rf"{_HEDGES}$", re.IGNORECASE)
