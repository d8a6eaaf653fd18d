"""Words that say whether a percentage is a share of the numbers beside it."""

from __future__ import annotations

import re

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.part_words import OF_WHICH

COMPARED = re.compile(
    r"\b(?:targets?|standards?|averages?|thresholds?|means?|medians?|benchmarks?|goals?|norms?"
    r"|regulat\w+|limits?|above|below|than|higher|lower|within|nationally|national|level)\b",
    re.IGNORECASE,
)
"""Words after which a percentage in brackets is that of something else."""
SHUT = r"(?=[)\]]|[,;:](?! (?:in|last|up|down|compared|of all)\b)|$)"
"""What follows a percentage in brackets that is of the clause before it."""
AMOUNT = re.compile(
    r"\b(?:over|under)spends?\b|\b(?:increases?|rises?|falls?|decreases?|reductions?|cuts?|growth"
    r"|loss(?:es)?|deficits?|surplus(?:es)?|savings?|inflation)\b",
    re.IGNORECASE,
)
"""Nouns whose percentage is not a share of what is counted beside them."""
NO_SHARE = re.compile(
    r" (?:(?:more|less|fewer|higher|lower|up|down|on average|a year|points?)\b"
    r"|(?:over|under|above|below)(?: (?:the|its|our|their|an?|budget|target|forecast)\b|[.,;)]|$))",
    re.IGNORECASE,
)
"""Words after a percentage that is not a share."""
ELSEWHERE = re.compile(
    r"\s(?:nationally|regionally|locally|elsewhere|across|per|in (?:England|Wales|Scotland|London)"
    r"|in the (?:country|region|UK)|for (?:England"
    r"|the(?! (?:(?:same|previous|whole|first|last) )?(?:year|month|quarter|period|week|12)\b)))"
    r"\b",
    re.IGNORECASE,
)
"""Words after a number that is for another place."""
OPENING = rf"[(\[](?:n ?= ?|or |(?:just )?(?:{BOUND_WORDS}) )?"
"""A bracket before a number, with a word of bound, which is not part of the number's span."""
NO_PARTS = re.compile(
    rf"\b(?:{OF_WHICH}|of it|compared|than|up|down|from|previous|last year"
    r"|rose|rise|fell|fall|increas\w+|decreas\w+|reduc\w+|target|average|respectively|including"
    r"|growth|rate|whose|while|both|multiple|more than one)\b",
    re.IGNORECASE,
)
"""Words of sentences whose percentages are not the parts of one whole."""
