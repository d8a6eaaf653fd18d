"""Falls of more than all: a count that is down 127% would be less than nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.audit.claims import Claim, claimed
from moditrack.audit.sentences import Sentence, pattern
from moditrack.checks.verdicts import Result
from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import NOUNS_DOWN, OPEN_DOWN, VERBS_DOWN

_COUNTS = re.compile(
    r"\b(?:crimes?|offences|burglar\w+|robber\w+|thefts?|assaults?|murders|homicides|arrests|stops"
    r"|searches|incidents|complaints|collisions|crashes|deaths|injuries|casualties|victims|cases"
    r"|calls|fires|visits|visitors|passengers|members|pupils|staff|officers|referrals)\b",
    re.IGNORECASE,
)
"""What cannot be less than nothing, as a profit can."""
_NOT_COUNTS = re.compile(
    r"\b(?:profits?|earnings|income|loss|losses|surplus|deficit|balance|growth|cash|temperatures?"
    r"|points?|emissions|net|margins?|targets?|more|less|fewer|excess|increases?|rises?|changes?"
    r"|reduction|above|below|faster|slower|than|planned|expected|fall in)\b|[£$€]",
    re.IGNORECASE,
)
_FALL = pattern(
    rf"\b(?:{VERBS_DOWN}(?: by)?|{OPEN_DOWN}(?: by)?|{NOUNS_DOWN} of)"
    rf"(?: (?:{BOUND_WORDS}))? \(?{{fall:p}}"
)


def find(sentence: Sentence) -> Iterator[Claim]:
    """The falls of counts by more than 100%."""
    if "p" not in sentence.kinds or _NOT_COUNTS.search(sentence.text):
        return
    for found in sentence.find(_FALL):
        fall = found["fall"]
        if fall.low > 100 and fall.bound != "range" and _COUNTS.search(sentence.text):
            yield claimed("decrease", fall, sentence, (), falls=True)


def result(claim: Claim) -> Result:
    """That a count cannot fall by more than all of it."""
    return Result("impossible", None, f"a fall of {claim.stated.printed} would leave less than 0")
