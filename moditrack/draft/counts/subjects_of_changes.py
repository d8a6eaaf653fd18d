"""What rises or falls in a sentence: robberies were down 18 per cent, to 1,832."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.lower_case import words_of
from moditrack.draft.counts.noun_phrases import is_plural, starts_late
from moditrack.draft.counts.table_subjects import without_periods
from moditrack.draft.counts.words_around_counts import LENGTH

_VERB = re.compile(
    rf"\b(?:(?:were|was|had|have|has|is|are|been|also|then) )*(?:{UP}|{DOWN})\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[,;:.(] | [-–—] |[\d%)] ?(?=(?-i:[A-Z]))"
    r"|\b(?:while|whilst|(?<=[,;] )with|but|although|(?<!ed )as|that|specifically,?) ",
    re.IGNORECASE,
)
_AND = re.compile(r"\band ", re.IGNORECASE)
_DOES = re.compile(
    r"\b(?:is|are|was|were|has|have|had|rose|fell|made|took|saw|came|went|[a-z]{2,}ed)\b", re.I
)
"""What shows that words before an "and" are a clause of their own: boats came and."""
_LETTERED = re.compile(r"^\(?[a-z\d]{1,4}[.)] ")
_NUMBER_OF = re.compile(
    r"^(?:the |an? )?(?:overall |total |combined |average )?"
    r"(?:number|volume|amount|level|rate|count)s? of (?:the |all )?", re.IGNORECASE,
)  # fmt: skip
_NUMBER_IN = re.compile(
    r"\b(?:the )?(?:overall |total )?(?:number|volume)s? of (?:the |all )?(?!these\b|those\b)", re.I
)
_OF = re.compile(r" (?:of|for|in|on|to|by|with|against|from|at|across|within|among) ")
_OTHER = re.compile(r"[;.] |\b(?:while|whilst|but) ", re.IGNORECASE)
_REACH = 90
"""Characters before a number in which its verb is looked for."""
_MASS = 3
"""Words of a subject in the singular: vehicle theft has declined."""
_DONE = re.compile(r"[a-z]{3,}ed|made|found|taken|held|given|seen|sent|sold|stolen|caught|built")
"""What was done to things that changed: the number of boats seen."""
_PREPOSITION = re.compile(r" (?:of|in|on|at|for|during|by)(?: the)?\s*$")
_NO_NOUN = words_of(
    "much many most some few little comparison"
    " it they this that these those which who we he she there rate number total figure level"
    " percentage proportion share since in during year month period quarter week"
)
_NO_REST = words_of("which who that was were is are has have had a an be been it they we")
"""Words that no noun has after its preposition: attended in which was a fall."""
_NO_SUBJECT = words_of("roughly about nearly around million billion thousand hundred")
"""Words of a number: what is before it is no subject: from one million in 2007 down to."""
_ASIDE = re.compile(r" \([^()]*\)(?= ?$)")
_WORDS = 6
"""Words that a subject has at most."""


_OBJECT = re.compile(
    r" (?:(?:the|its|their|our|an?) )?(?:(?:overall |total )?(?:number|volume|amount)s? of )?"
    r"(?:the |its |their |our )?(?P<what>(?:[A-Za-z][\w'’-]* ){1,5}?)(?:from|by|to) "
)
"""What somebody raised or cut: they reduced the number of nets from 12."""


def subject_of(sentence: str, start: int) -> list[str]:
    """The noun phrase that a number's verb of change is about; empty where none is sure."""
    return _subject(sentence, start)[0]


def said_of_subject(sentence: str, start: int) -> str:
    """What rose or fell with all that says which: late boats at the quay; empty where unsure."""
    words, clause = _subject(sentence, start)
    said = " ".join(_SMALL_FIRST.sub("", clause).split())
    return said if words and len(words) < len(said.split()) <= _LONGEST else ""


@lru_cache(64)
def _subject(sentence: str, start: int) -> tuple[list[str], str]:
    """The noun phrase of what changed, and the clause that it is in."""
    first = max(0, start - _REACH)
    for verb in reversed(list(_VERB.finditer(sentence, first, start))):
        if _OTHER.search(sentence, verb.end(), start):
            return [], ""
        what = _OBJECT.match(sentence, verb.end(), start)
        words = what["what"].split() if what is not None else []
        if words and is_plural(words[-1]) and words == starts_late(words):
            return words, ""
        if _A_NOUN.search(sentence, max(0, verb.start() - 40), verb.start()):
            return _after_noun(sentence, verb.end(), start)
        before = _ASIDE.sub("", sentence[max(0, verb.start() - 2 * _REACH) : verb.start()])
        clause = _last_clause(without_periods(before)) if verb.start() else ""
        if clause and re.search("[A-Za-z]", clause):
            words = [] if re.search(rf"\d(?!{LENGTH})", clause) else _noun(clause)
            return ([], "") if _NO_SUBJECT & _lower(words) else (words, clause)
    return [], ""


def _after_noun(sentence: str, at: int, start: int) -> tuple[list[str], str]:
    """What rose or fell after the noun for it: a rise in late boats - 12 in May."""
    clause = _IN.match(sentence, at, start)
    words = _noun(clause["what"]) if clause is not None else []
    return (words, clause["what"]) if clause is not None and words else ([], "")


_A_NOUN = re.compile(r"\b(?:an?|this|another|further) (?:[a-z-]+ )?$", re.IGNORECASE)
"""What makes a change a noun, of which nothing before it is the subject: a huge rise."""
_IN = re.compile(r" in (?:the )?(?:numbers? of )?(?P<what>[a-z][^,;:()\d]{3,80}?) [-–—:] $")
_SMALL_FIRST = re.compile(
    r"^(?:(?:and|but|so|the|all|an?|its|their|our|total|overall) )+", re.IGNORECASE
)
_LONGEST = 14
"""Words of a description of what changed."""


def _last_clause(before: str) -> str:
    """The words that end a text, up to a mark or to what is a clause of its own."""
    clause = _CLAUSE.split(before)[-1].strip()
    if (number := _NUMBER_IN.search(clause)) is not None:
        return _NUMBER_OF.sub("", _PREPOSITION.sub("", clause[number.start() :]))
    parts = _AND.split(clause)
    if len(parts) > 1 and (_DOES.search(parts[-2]) or len(clause.split()) > _WORDS + 2):
        clause = parts[-1]
    clause = _PREPOSITION.sub("", _LETTERED.sub("", clause))
    return _NUMBER_OF.sub("", clause.strip())


def _noun(clause: str) -> list[str]:
    """The plural noun that a clause begins or ends with, with what it is of: uses of force."""
    if (who := _WHO.search(clause)) is not None:
        clause = clause[: who.start()]
    if (were := _WERE_DONE.match(clause)) is not None and is_plural(were["noun"]):
        clause = were["head"]  # crews held or seriously hurt, people badly hurt at the quays
    joined = _OF.search(clause)
    head = re.findall(r"[A-Za-z][A-Za-z'’-]*", clause[: joined.start()] if joined else clause)
    rest = re.findall(r"[A-Za-z][A-Za-z'’-]*", clause[joined.start() :]) if joined else []
    if len(rest) + len(head) > _WORDS and is_plural(head[-1]) and joined and joined[0] != " to ":
        rest = []
    done = len(head) > 1 and _DONE.fullmatch(head[-1]) is not None and is_plural(head[-2])
    words = [*starts_late(head[:-1]), head[-1]] if done else starts_late(head)
    of_what = rest and words and len(words) + len(rest) <= _WORDS and not _NO_REST & _lower(rest)
    if of_what and words[-1].lower() not in _NO_NOUN and not words[-1].endswith("ed"):
        return [*words, *rest]
    if not rest and words and is_plural(words[-1 - done]) and len(words) <= _WORDS:
        return words
    mass = 0 < len(words) <= _MASS + 1 and not _NO_NOUN & _lower(words) and not rest
    return words if mass and len(words) == len(_bare(head)) else []


_WHO = re.compile(r" (?:who|that|which) ")
"""What says which of those before it changed: the crews who came late."""


_WERE_DONE = re.compile(
    rf"(?P<head>(?:[A-Za-z][\w'’-]* ){{0,3}}?(?P<noun>[A-Za-z][\w'’-]*)) (?:[a-z]+ly )?"
    rf"(?:{_DONE.pattern}) (?:or|and|in|at|by|on|to|as|from|for|during|with|within|across) "
)


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def may_be_a_name(words: list[str], printed: frozenset[str]) -> bool:
    """Whether what changed may be a place or body, no `printed` word: Harl was down 4%; theft
    was."""
    last = words[-1] if words else ""
    plain = last.lower() not in printed and not is_plural(last)
    return plain and last[:1].isupper() and len(words) <= _MASS


def _bare(words: list[str]) -> list[str]:
    return [
        word
        for word in words
        if word.lower() not in ("the", "a", "an", "our", "its", "their", "all")
    ]
