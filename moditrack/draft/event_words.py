"""A short description of an event in words of its own order: what was done, and by whom."""

from __future__ import annotations

import re

from moditrack.documents.plain import words_of
from moditrack.draft.words import sentence_case

_MOST, _LONGEST = 9, 160
"""Words that a description has at most, and characters of a clause that can give one."""
_GOES_ON = re.compile(r"(?:and|which|when|after|following|with|because|as)\b")
_ITEM = re.compile(r" ?[-–—:] ?\S")
"""A date that opens an item of a list: 5 June - Graduation."""
_BEGAN = r"began|started|opened|closed|ended|finished|took (?:effect|place)|came into force"
_END = (
    r"(?=[ .,]*$|,| (?:and|following|after|when|where|which|involving|due|as|for|with|before|at"
    r"|from|during|because|reference)\b)"
)
"""Where the part of a clause ends that says what happened."""
_INTRANSITIVE = re.compile(
    rf"(?P<subject>[A-Z'’\w][\w'’,() -]*?) (?P<verb>{_BEGAN}|met|resigned|retired|died){_END}"
)
_PASSIVE = re.compile(
    r"(?P<subject>[\w'’][\w'’() -]*?) (?:was|were) (?P<verb>[a-z]{3,}ed|held|set up|made|found"
    r"|begun|given|taken|sent|sold|built|shot|brought|put in place)(?P<rest>(?: \w[\w'’-]*){0,4}?)"
    + _END
)
_ACTIVE = re.compile(
    r"(?P<subject>[\w'’][\w'’ -]*?) (?P<verb>[a-z]{3,}ed|held|made|set up)"
    r" (?P<object>(?:the |a |an |its |their |new )*\w[\w'’ -]*?)" + _END
)
_NO_SUBJECT = words_of("and or but which that who when where while after before if because to")
_PRONOUNS = words_of("we they it he she i")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|our) ", re.IGNORECASE)
_NO_OBJECT = words_of("that to in on at for with by from into of about")
_OPENING = re.compile(
    r"^(?:(?:However|Also|Then|Later|Finally|Recently|Since then|In addition|For example),? )+"
)
_BEFORE_DATE = re.compile(
    r"(?:,? (?:on|in|from|at|during))?(?: the)?(?: (?:evening|morning) of)? ?$", re.I
)
_AFTER_DATE = re.compile(
    r"^(?:,? at (?:approximately |about |around )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?)?[ ,:–—-]+",
    re.I,
)


def event_words(clause: str, start: int, end: int) -> str:
    """A clause without the date in it, in few words; empty where a person must say it.

    start, end: the span of the date in the clause.
    """
    before = _BEFORE_DATE.sub("", clause[:start]).strip(" ,–—-")
    after = _AFTER_DATE.sub("", clause[end:]).strip()
    opens = not before or before.lower() in ("on", "in")
    if not opens and after.strip(" .") and _GOES_ON.match(after) is None:
        return ""  # the date is in the middle
    text = _OPENING.sub("", after if opens else before).rstrip(" ;:")
    if len(text) > _LONGEST:
        return ""
    if not before and _ITEM.match(clause, end) and not text.endswith("."):
        return sentence_case(text) if 0 < len(text.split()) <= _MOST - 2 else ""
    for pattern, say in ((_PASSIVE, _was_done), (_INTRANSITIVE, _began), (_ACTIVE, _did)):
        match = pattern.match(text)
        if match is not None and _is_subject(match["subject"]):
            said = say(match)
            if said and len(said.split()) <= _MOST:
                return sentence_case(said)
    return ""


def _is_subject(words: str) -> bool:
    found = words.lower().replace(",", " ").split()
    return 0 < len(found) <= _MOST - 2 and not _NO_SUBJECT.intersection(found)


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words).strip(" ,")


def _was_done(match: re.Match[str]) -> str:
    rest = match["rest"].strip()
    return f"{_bare(match['subject'])} {match['verb']} {rest}".strip()


def _began(match: re.Match[str]) -> str:
    if match["subject"].lower() in _PRONOUNS:
        return ""
    return f"{_bare(match['subject'])} {match['verb']}"


def _did(match: re.Match[str]) -> str:
    thing = match["object"]
    if thing.split()[0].lower() in _NO_OBJECT:
        return ""
    subject = match["subject"]
    by = "" if subject.lower() in _PRONOUNS else f" by {_by(subject)}"
    return f"{_bare(thing)} {match['verb']}{by}"


def _by(subject: str) -> str:
    return f"the {_bare(subject)}" if _ARTICLE.match(subject) else subject
