"""A short description of an event in words of its own order: what was done, and by whom."""

from __future__ import annotations

import re

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.lower_case import PREPOSITIONS, words_of
from moditrack.documents.quantities import quantities
from moditrack.draft.counts.noun_phrases import sentence_case

_MOST, _LONGEST = 13, 220
"""Words that a description has at most, and characters of a clause that can give one."""
_AND = re.compile(r" and (?:the )?(?=[A-Z])")
"""What joins the parts of a name, or two names."""
_WHICH = re.compile(r", (?:which|who|whose) [^,]{3,80},")
_WHEN = re.compile(
    r", (?:when|the year(?: in which| when| that)?|the (?:day|month) (?:on|in) which) "
    r"(?P<what>[^,.;:]{8,120})(?=[,.;:]|$)"
)
_OTHER_DATE = re.compile(r"^.*\b\d{4},? (?:and|but|while) ")
_LEAST = 4
"""Words of a clause that says what happened."""
_SUBORDINATE = re.compile(
    r"[,;:(]| (?:which|who|where|when|because|following|after|involving|so that|while|whilst|and"
    r"|as|with|that|pursuant|in order) "
)
_PREPOSITIONS = PREPOSITIONS | {"under", "about", "into"}
_VAGUE_SUBJECT = words_of("this that these those there in on at by from for as with of since")
_VERB = re.compile(
    r"\b(?:[a-z]{3,}ed|was|were|began|took|saw|held|made|met|led|found|set|came|became|won|gave|went)"
    r"\b"
)
_SUBJECT = 12
"""Words that its subject, or an item of a list, has at most."""
_GOES_ON = re.compile(r"(?:to|by|through|under|and|which|when|after|following|with|because|as)\b")
_ITEM_WORDS = 9
_ITEM = re.compile(r" ?[-–—:] ?\S")
"""A date that opens an item of a list: 5 June - Graduation."""
_BEGAN = r"began|started|opened|closed|ended|finished|took (?:effect|place|office)|came into force"
_END = (
    r"(?=[ .,]*$|,(?! [A-Z])| (?:and|following|after|when|where|which|involving|due|as|for|with"
    r"|before|at|from|during|because|reference)\b)"
)
"""Where the part of a clause ends that says what happened."""
_INTRANSITIVE = re.compile(
    rf"(?P<subject>[A-Z'’\w][\w'’,() -]*?) (?P<verb>{_BEGAN}|met|resigned|retired|died){_END}"
)
_PASSIVE = re.compile(
    r"(?P<subject>[\w'’][\w'’() -]*?) (?:was|were|is|are|ha(?:s|ve) been)"
    r" (?P<verb>[a-z]{3,}ed|held|set up|made|found"
    r"|begun|given|taken|sent|sold|built|shot|brought|put in place)(?P<rest>(?: \w[\w'’-]*){0,8}?)"
    + _END
)
_ACTIVE = re.compile(
    r"(?P<subject>[\w'’][\w'’ -]*?) (?P<verb>[a-z]{3,}ed|held|made|set up)"
    r" (?P<object>(?:the |a |an |its |their |new )*\w[\w'’ -]*?)"
    rf"(?:{_END}|(?<!\bup)(?= to [£$€]?\d))"
)
_COUNTS = re.compile(
    r"(?:record|report|receiv|identif|count|averag|total|increas|decreas|drop|remain|reach|account"
    r"|exceed|show|ha|need|cover|includ|contain|compar|rais|reduc|doubl|handl|process|support)i?ed"
)
"""What says how many there were, not what was done once."""
_OF_COUNT = re.compile(
    r"(?:an?|the) (?:(?:total|average|number|majority|mean|median|share|rate|further|large"
    r"|small|similar|record) |(?:increase|decrease|rise|fall|reduction)\b)"
)
_NO_SUBJECT = words_of("and or but which that who when where while after before if because to")
_PRONOUNS = words_of("we they it he she i")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|our) ", re.IGNORECASE)
_NO_START = words_of("is was are were be been being last next every each this of")
_NO_END = words_of(
    "is was are were be been being the a an of to for by in on at with from and or last next every"
    " each this that has have had will would"
)
"""Words that begin no object, and words that end no subject and no object."""
_NO_OBJECT = PREPOSITIONS | {"that", "into", "about"}
_OPENING = re.compile(
    r"^(?:(?:However|Also|Then|Later|Finally|Recently|Since then|In addition|For example),? )+"
)
_OPENED = re.compile(
    r"(?:Al)?(?:[Tt]hough|While|Whilst|Despite|Because of|Due to|Following|After) [^,;]{3,80}"
)
"""A part before the main clause, which a date then opens: Though few knew it, in 2019 he left."""
_BEFORE_DATE = re.compile(
    r"(?:,? (?:on|in|from|at|during|between|by|since|until|last|next|this))?(?: the)?"
    r"(?: (?:evening|morning) of)? ?$",
    re.I,
)
_AFTER_DATE = re.compile(
    rf"^(?:,? at (?:(?:{BOUND_WORDS}) )?\d{{1,2}}[:.]\d\d ?(?:[ap]\.?m\.?)?)?[ ,:–—-]+", re.I
)


_BRACKETED = re.compile(
    r"(?P<subject>[A-Za-z\d][\w'’&-]*(?: [\w'’&-]+){0,8}?),? \(?(?:first )?"
    r"(?P<verb>launched|published|opened|founded|established|introduced|created|announced|set up"
    r"|signed|approved|adopted)(?: on| in)? $"
)
"""What was done on the date that follows: the quay fund (launched on 3 May)."""
_LABEL = re.compile(
    r"(?:^|.*[.;] )(?:Date of (?:the )?)?(?P<label>[A-Za-z][a-z]+(?: [A-Za-z][a-z]*){0,4}): "
    r"(?:\S+ on )?$"
)
"""What a date is that its label precedes: Date of next meeting: 4 May."""
_STATE = re.compile(
    r"(?:.*\d )?(?P<label>(?:Published|Updated|Issued|Released)"
    r"|(?:First|Last) (?:published|updated|issued|released))(?: on)?:? $"
)
"""What a line says that a report was on the date that follows."""
_CUTS = re.compile(
    r"^.*\b(?:the|a|an|our|its|their|his|her|for|of|that|and|\w+['’]s) ", re.IGNORECASE
)


def of_label(clause: str, start: int) -> str:
    """What a label or a bracket says of the date that follows it; empty where nothing does."""
    before = clause[max(0, start - _LONGEST) : start]
    if (state := _STATE.fullmatch(before)) is not None:
        return f"Document {state['label'].lower()}"
    if (label := _LABEL.fullmatch(before)) is not None:
        return sentence_case(label["label"])
    done = _BRACKETED.search(before)
    thing = _CUTS.sub("", f"{done['subject']}") if done is not None else ""
    if done is None or len(thing.split()) < 2 or thing.split()[-1] in _NO_END:
        return ""
    return sentence_case(f"{thing} {done['verb']}")


def event_words(clause: str, start: int, end: int) -> str:
    """A clause without the date in it (start, end), in few words; empty where a person must say
    it."""
    if (when := _WHEN.match(clause, end)) is not None:
        return _said(when["what"]) or _plainly(when["what"])
    before, after = _around(clause, start, end)
    opens = not before or before.lower() in ("on", "in")
    ends = _GOES_ON.match(after) is not None or clause[end : end + 2].rstrip() in (",", ";", ")")
    if not opens and after.strip(" .") and not ends:
        return ""  # the date is in the middle
    text = _OPENING.sub("", after if opens else before).rstrip(" ;:")
    if not before and _ITEM.match(clause, end) and not text.endswith("."):
        return sentence_case(text) if 0 < len(text.split()) <= _ITEM_WORDS else ""
    return _said(text) or _plainly(text)


def happened(clause: str, start: int, end: int) -> bool:
    """Whether a clause says that something was done or began on the date in it."""
    before, after = _around(clause, start, end)
    text = _OPENING.sub("", before or after)
    found = (_PASSIVE.match(text), _INTRANSITIVE.match(text))
    if any(match is not None and _is_subject(match["subject"]) for match in found):
        return True
    match = _act(clause, start, end)
    return match is not None and not _OF_COUNT.match(match["object"])


def is_one_act(clause: str, start: int, end: int) -> bool:
    """Whether a clause says what somebody did to one thing: In 1997, the firm expanded to 910
    beds."""
    match = _act(clause, start, end)
    if match is None or quantities(f"{match['subject']} {match['object']}"):
        return False
    what = match["object"]
    one = _ARTICLE.match(what) is not None or (what[0].isupper() and not what.endswith("s"))
    return one and not _OF_COUNT.match(what)


def _act(clause: str, start: int, end: int) -> re.Match[str] | None:
    """What somebody did to something, in a clause that the date opens; None where it counts."""
    before, after = _around(clause, start, end)
    match = _ACTIVE.match(after) if not before or before.lower() in ("on", "in") else None
    said = match is not None and _is_subject(match["subject"])
    return match if match and said and not _COUNTS.fullmatch(match["verb"]) else None


def says_what_happened(clause: str, end: int) -> bool:
    """Whether what follows a date says what happened then: 1991, when the law was passed."""
    when = _WHEN.match(clause, end)
    return when is not None and bool(_said(when["what"]) or _plainly(when["what"]))


def _around(clause: str, start: int, end: int) -> tuple[str, str]:
    """What precedes a date and what follows it, without clauses that say which is meant."""
    before = _BEFORE_DATE.sub("", _WHICH.sub("", clause[:start])).strip(" ,–—-")
    before = _OTHER_DATE.sub("", before).rpartition(" that ")[2]
    if _OPENED.fullmatch(before):
        before = ""
    return before, _AFTER_DATE.sub("", clause[end:]).strip()


def _said(text: str) -> str:
    for pattern, say in ((_PASSIVE, _was_done), (_INTRANSITIVE, _began), (_ACTIVE, _did)):
        match = pattern.match(text)
        if match is not None and _is_subject(match["subject"]):
            said = say(match)
            if said and len(said.split()) <= _MOST:
                return sentence_case(said)
    return ""


def _plainly(text: str) -> str:
    """The main clause without its date, where it has few words and says what somebody did."""
    words = _SUBORDINATE.split(text)[0].strip(" ,").split()
    while len(words) > _MOST:
        cut = [at for at, word in enumerate(words) if at >= _LEAST and word in _PREPOSITIONS]
        if not cut:
            return ""
        words = words[: cut[-1]]
    first = words[0].lower() if words else ""
    is_clause = len(words) >= _LEAST and first not in _PRONOUNS | _NO_SUBJECT | _VAGUE_SUBJECT
    verb = _VERB.search(" ".join(words[1:]))
    return sentence_case(_bare(" ".join(words))) if is_clause and verb is not None else ""


def _is_subject(words: str) -> bool:
    found = _AND.sub(" ", words).lower().replace(",", " ").split()
    return 0 < len(found) <= _SUBJECT and not _NO_SUBJECT.intersection(found)


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
    thing, subject = match["object"], match["subject"]
    first = thing.split()[0].lower()
    if first in _NO_OBJECT or first.endswith("ly") or first in _NO_START:
        return ""
    if _NO_END.intersection((subject.split()[-1].lower(), thing.split()[-1].lower())):
        return ""  # this publication is issued every Tuesday
    by = "" if subject.lower() in _PRONOUNS else f" by {_by(subject)}"
    return f"{_bare(thing)} {match['verb']}{by}"


def _by(subject: str) -> str:
    return f"the {_bare(subject)}" if _ARTICLE.match(subject) else subject
