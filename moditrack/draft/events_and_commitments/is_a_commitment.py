"""Sentences in which somebody says that they will do something, and by when."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.dates.printed_period import Period
from moditrack.draft.texts_in_order import Text

REWORD = "reword the description"
_TO_NOTE = (
    r"(?:note|receive|endorse|accept|adopt|approve|support|agree|thank|welcome|the|an?|this|that"
    r"|these|be|defer)\b"
)
"""What a meeting agrees to that is no work of anybody."""
_PROMISE = re.compile(
    r"\b(?:will (?!be (?:asked|aware|noted|seen)|not\b|have been\b)"
    r"|(?<!duties )(?<!action )plan(?:s|ned|ning)? to|intends? to|aims? to|propos(?:es?|ing) to"
    r"|(?<!can )(?<!could )expects? to|hopes? to"
    r"|(?:is|are) (?:committed to|due to|to be|on (?:track|course) to|scheduled to|set to"
    r"|expected to|planning to|preparing to|working (?:to|towards?))\b"
    r"(?! (?:increase|rise|fall|grow|decline|decrease|remain|become|cost|reach|exceed|worsen)\b)"
    r"|ha(?:s|ve) (?:committed|pledged|agreed|undertaken) to|anticipates?(?= [a-z]+ing\b)"
    r"|(?<!had )(?<!also )(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )"
    rf"(?:agreed|resolved|undertook|offered|promised|decided) to (?!{_TO_NOTE})"
    r"|(?:it )?(?:is|was) (?:proposed|intended|agreed|resolved)"
    r" (?:that (?=[^,.;]{3,80}? (?:should|be|will) )|to )"
    r"|would (?=(?:be )?(?:brought|submitted|reported|presented|provided|circulated|completed"
    r"|sent|written|invited|arranged|published|reviewed|updated|undertaken|send|write|invite|bring"
    r"|submit|report|present|provide|circulate|complete|arrange|review|publish|prepare)\b)"
    r"|targets? (?:is|to|of(?= [£\d]))|pledge[sd]? to|undertakes? to"
    r"|continues? to (?=(?:improve|work|develop)\b)"
    r"|by the end of(?! [^.;]{0,60}\b(?:was|were|had|has been)\b))",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"^(?:\(?[a-z\d]{1,4}[.)] ?)?(?:(?:resolved|agreed|recommended)[:,;–— -]*)?that"
    r" (?=[^,.;]{3,120}? be (?!noted|received|approved|endorsed|accepted|adopted|agreed"
    r"|thanked|signed|confirmed|re-?elected|elected|appointed|excluded|deferred|granted|refused)"
    r"[a-z]+(?:ed|en|t)\b)",
    re.IGNORECASE,
)
"""A decision of a meeting that gives somebody work: That a report be brought in May."""
_OTHERS = re.compile(
    r"\b(?:there|criminals?|offenders?|traffickers?|perpetrators?|gangs?|some|many|I) will\b"
    r"|\bit is hoped\b|"
    r"\b(?:next|following|subsequent) meeting\b|\bcommitted to [a-z]+ing\b"
    r"|\b(?:exceed\w*|against|miss(?:ed|es|ing)|met|meet(?:ing|s)?|achiev\w+|above|below|beat"
    r"|beyond|short of)(?: [\w-]+){0,3} targets?\b|"
    r"\b(?:members|reader)s? will\b|\bif\b|\b(?:this|the) (?:report|table|section|paragraph"
    r"|chapter|paper|document)s? (?:aims? to|seeks? to|will)"
    r" (?!be (?:published|issued|released|updated|completed))"
    r"|\bwe (?:assess|judge|believe|think|hope|estimate)\b[^.;]* will\b|\bwill mean\b"
    r"|\b(?:people|respondents|adults|residents|participants) said (?:that )?they would\b"
    r"|\b(?:this|that|which|these|it) will (?:also )?(?:help|enable|allow|mean|give|lead|result"
    r"|make|impact|affect|depend|continue to be)\b|\bwhether\b[^,.;]{0,80} will\b",
    re.IGNORECASE,
)
"""What is no promise: what readers will do, what will follow from a thing."""
_BY = re.compile(r"\b(?:by|before|until|no later than)(?: the)?(?: end of)? $", re.IGNORECASE)


def promise(text: Text, sentence: Sentence) -> re.Match[str] | None:
    """The words of a sentence that promise something; None where it promises nothing."""
    if text.heading or text.passage.kind in ("header", "table", "heading"):
        return None
    return _found(sentence.text)


@lru_cache(64)
def _found(sentence: str) -> re.Match[str] | None:
    # Once for a sentence: each of its dates asks.
    if _OTHERS.search(sentence):
        return None
    return _DECISION.match(sentence) or _PROMISE.search(sentence)


def is_commitment(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence promises something."""
    return promise(text, sentence) is not None


def due_of(text: Text, sentence: Sentence, day: str) -> Period | None:
    """When a promise is due: by its own date, else its one period after the report's day."""
    end = sentence.start + len(sentence.text)
    whole = [one for one in text.periods_in(sentence.start, end) if not one.partial]
    due = [one for one in whole if is_due(text, one)]
    later = [one for one in whole if day and (one.last or "") > day]
    for found in (due, later):
        if len(found) == 1:
            return found[0]
    return None


def is_due(text: Text, period: Period) -> bool:
    """Whether a period is the day by which something is due."""
    return _BY.search(text.text[max(0, period.start - 25) : period.start]) is not None
