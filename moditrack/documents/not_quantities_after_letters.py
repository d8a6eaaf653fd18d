"""Digits after letters or a hyphen are part of a name: SCD11, road C2118, Covid-19; but mid-50s."""

from __future__ import annotations

import re

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import words_of
from moditrack.documents.not_quantities_after_names import OFTEN, REFERENCES, continued
from moditrack.documents.not_quantities_in_digits import (
    LabelSpan,
    Place,
    code_end,
    first_digit,
    is_ratio,
)
from moditrack.documents.units_and_scales import is_rand

_LINK = lazy_regex(r"https?:|www\.|@|\.(?:uk|com|org|pdf|html?)\b")
_AGE_GROUP = lazy_regex(r"\d\d (?:demographic|population|age|year|group|mortality|category)")
"""What an age is printed before with a hyphen: the under-15 population."""
_BOUNDS = ("over", "under", "above", "below", "c", "circa", "us", "gbp", "eur", "usd")
_BEFORE_HYPHEN = ("over", "under", "above", "below", "mid", "of", "and", "the")
_GLUED_TO = words_of(
    "to but and than of in from by with was were is are the for at on only about around between"
)
"""Words that a lost space leaves glued to the number after them: up from 71,100 to73,400."""


def after_letters(place: Place) -> LabelSpan:
    """Digits after letters are part of a code or link (SCD11), except in Over18 and US5."""
    if len(place.run) > 8 and _LINK.search(place.run):
        return "code", place.start - len(place.run), code_end(place)
    if not (place.run[-1].isalpha() or place.run[-1] == "_"):
        return None
    name = re.search(r"[a-z_]*$", place.run)
    word = name[0] if name is not None else ""
    if word == "r" and is_rand(place.plain, place.start):
        return None
    circa = word == "c" and place.text[place.start - 1] == "C"  # no bound: the C2118 is a road
    if (word in _BOUNDS and not circa) or (
        word in _GLUED_TO and name is not None and name[0] == place.run
    ):
        return None
    if word in REFERENCES or word in OFTEN:
        return continued(place, place.start - len(word))
    return "code", place.start - len(word), code_end(place)


def after_hyphen(place: Place) -> LabelSpan:
    """Covid-19 and A/2, but mid-50s."""
    mark, letters = place.run[-1], place.run[-2:-1].isalnum()
    if mark in "/\\" and letters:
        if is_ratio(place.plain, place.start - len(place.run) + first_digit(place.run)):
            return None
        return "code", place.start - 1, code_end(place)
    if mark == "-" and place.run[-2:-1].isalpha():
        name = re.search(r"[a-z]+-$", place.run)
        word = name[0][:-1] if name is not None else ""
        if word in ("under", "over") and _AGE_GROUP.match(place.plain, place.start):
            return "age", place.start, place.end
        if word not in _BEFORE_HYPHEN:
            return "code", place.start - len(word) - 1, code_end(place)
    return None
