"""Numbers that are a name with the words before them: para 17, page 3 of 10, section 7."""

from __future__ import annotations

import re

from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import words_of
from moditrack.documents.not_quantities_in_digits import (
    PLURALS,
    LabelSpan,
    Place,
    code_end,
    first_digit,
    is_ratio,
)
from moditrack.documents.units_and_scales import CODES as CURRENCY_CODES
from moditrack.documents.units_and_scales import is_rand

REFERENCES = words_of(
    "appendix appendices annex annexe annexes section sections sect subsection paragraph paragraphs"
    " para paras page pages pg pp table tables figure fig chart charts box chapter chapters parts"
    " article articles schedule p clause footnote item items phase stage level levels tier band"
    " category outcome form version volume vol issue nos question questions recommendation"
    " recommendations rec rule regulation act ward room class type step strand grade option"
    " objective priority theme slide sheet ref reference exhibit principle criterion agenda minute"
    " iso ias ifrs ifric isae hc hl cm cmnd zone floor model route map wave column row reg regs"
    " regulations boxes ext"
)
"""Nouns whose number is a name: Level 2."""
OF_PAYMENTS = words_of("statement cheque cheques chq chqs voucher vouchers invoice invoices")
"""The same where the number is no amount: cheque 2163, but "cheques 22.74"."""
OFTEN = words_of(
    "no number numbers figures note notes report reports s ss part group unit team area year point"
    " quarter period channel radio junction terminal platform"
    " month week day code codes operation key line standard flat condition conditions domain"
    " domains module study footpath footpaths highway plot plots scope scopes segment segments"
)
"""The same where what follows is not counted: Group 4, but "the group 4 officers"."""
SHORTENED = ("no", "s", "ss")
"""Of these, those that a full point shortens: after others it ends a sentence."""
NUMBER_OF = lazy_regex(
    r"\b(?:reference|ref|case|request|incident|crime|order|policy|complaint|application|contract"
    r"|document|serial|account|company|charity|registered|registration|telephone|phone|fax|mobile"
    r"|publication|invoice|vat|foi|isbn|issn|id)\.? (?:reg(?:istration)?\.? )?"
    r"(?:number|no\.?|num|id|ref)\s?[:#]? ?$"
    r"|\b(?:registered|ltd|limited) (?:charity|company)\s?[:#]? ?$"
    r"|\b(?:item|ref|reference|foi|id|isbn|issn|(?P<phone>tel|fax|phone|telephone"
    r"|mobile|minicom))\.?\s?[:#/] ?$|(?<!\S)# $"
)
"""What is printed before the number of one thing."""
_MORE = lazy_regex(
    r"(?:\.\d+)*(?:\([a-z\d]{1,4}\))*(?:[a-z]?(?!\w)|(?=of\b))"
    r"(?:(?:, (?:and|&)(?= ?\d+(?:[.,;:)]|$| of\b))|,(?! ?\d+\s(?!and|or|to|of)[a-z]+\s\d)"
    r"| and| or| to| &|[-–/]| ?of) ?"
    r"\d+(?:\.\d+)*(?:\([a-z\d]{1,4}\))*[a-z]?(?!\d|,\d{3}(?!\d)|%| ?per ?cent|\.\d)"
    rf"(?!\s(?:{MONTH_NAMES})\b)\b)*"
    r"(?: [-–] \d+(?:\.\d+\b(?! ?%|,| [mb]illion| ?[mb]n?\b)"
    r"|\b(?!\.\d|,\d| ?%| ?(?!and |to )[a-z])))?"
)
"""What continues a reference: sections 3.2(a), 4 and 5; page 3 of 10."""
_SEVERAL = lazy_regex(r"(?: to |[-–]|(?:, ?\d+)*,? (?:and|&) )\d+(?![\d,.%]*[\d%])")
"""What follows the first of several: Weeks 3 to 5; Lines 4, 6 and 7."""
_CALL = lazy_regex(r"\b(?:call|dial|ring|phone|calling|dialling|ringing|via|text|on|tel|telephone"
                   r"|nhs)[ :]+(?:\d{3}(?:,|\s(?:or|and))\s)?$")  # fmt: skip
_ROW_AHEAD = lazy_regex(r"(?:[ \t]+[\d,.%()-]+)+[ \t]*(?:\n|$)")
"""The rest of a row of numbers."""
_NAME_AHEAD = lazy_regex(
    r"(?:[:;)]|,?\s[a-z]+\b)(?<!\sper)(?<!\spercent)(?<!\spc)(?<!\stimes)(?<!\sout)(?<!\sin)(?<!\sof)"
    r"(?<!\sand)(?<!\sto)(?<!\sor)(?<!\sm)(?<!\sk)(?<!\swere)(?<!\swas)(?<!\shad)"
)
_SINGULAR = lazy_regex(r"\s(?:is|has|will|would)\b")
_ROAD = lazy_regex(r"\b(?:the|on|of|for|off|along|and) [ABM] $")
"""What precedes the number of a road: on the A 134."""
_EMERGENCY = ("101", "999", "911", "111", "112")
_ONE_PLURAL = lazy_regex(r"\s[a-z]+[a-rt-z]s\b")


def after_noun(place: Place) -> LabelSpan:
    """Digits with a noun before them: para 17, Level 2, page 3 of 10."""
    words = place.before.split()
    if not words or place.plain[place.end : place.end + 1] == "%":
        return None
    bare = words[-1].lstrip("([\"'*_")
    printed = bare.rpartition("(")[2] or bare  # '(page 5)
    word, dotted = printed.rstrip("."), printed.endswith(".")
    first = place.start - len(place.before) + place.before.rindex(printed)
    number = place.plain[place.start : place.end]
    if word == "per" or (words[-2:-1] == ["for"] and word in ("every", "each")):
        return None if "." in number else ("base", place.start, place.end)
    if word == "covid":
        return "code", first, place.end
    on_occasions = words[-1] == "on" and _ONE_PLURAL.match(place.plain, place.end) is not None
    if number in _EMERGENCY and _CALL.search(place.before) and not on_occasions:
        return "telephone", place.start, place.end
    row = word.endswith("s") and _ROW_AHEAD.match(place.plain, place.end)  # Reports 380 373
    counted = row or (not dotted and PLURALS.match(place.plain, place.end) is not None)
    none_of_them = word == "no" and not dotted and not place.text[first].isupper()
    if none_of_them or "," in number:  # no officers; 2,345 is the number of no section
        return None
    # Year 9 pupils, but "in that year 9 pupils".
    titled = place.text[first].isupper() and not word.endswith("s")
    years = word == "years" and place.text[first].isupper() and len(number) < 3
    # "Measure 1: boats" begins a line.
    heads = (
        titled
        and len(number) < 3
        and place.plain[place.end : place.end + 2] == ": "
        and place.before.rpartition("\n")[2].strip() == printed
    )
    often = word in OFTEN and (word in SHORTENED or not dotted)  # but "in that year. 9 pupils"
    names = place.text[first].isupper() or words[-2:-1] in (["in"], ["for"], ["of"], ["during"])
    several = word.endswith("s") and word[:-1] in (REFERENCES | OFTEN if names else REFERENCES)
    named = (
        years
        or heads
        or word in REFERENCES
        or (word in ("order", "orders") and words[-2:-1] == ["standing"])
        or (word in OF_PAYMENTS and "." not in number)
        or (often and (titled or not counted or "." in number))
        or (word == "note" and words[-2:-1] in (["in"], ["within"], ["see"]))
        or (several and _SEVERAL.match(place.plain, place.end) is not None)
    )
    return continued(place, first) if named else None


def continued(place: Place, first: int) -> LabelSpan:
    """A reference from a place on, with what continues it: sections 3.2(a), 4 and 5."""
    match = _MORE.match(place.plain, place.end)
    return "reference", first, match.end() if match is not None else place.end


def after_capital(place: Place) -> LabelSpan:
    """Digits after a name within a sentence: Windows 10 on, ISO 27001 as."""
    words = place.text[place.start - len(place.before) : place.start].split()[-2:]
    if _ROAD.search(place.text, place.start - len(place.before), place.start):
        return "code", place.start - 2, place.end
    if len(words) == 1 and _SINGULAR.match(place.plain, place.end) and words != ["Total"]:
        words = ["", *words]  # begins a sentence: Crossrail 2 is
    if (
        len(words) < 2
        or not place.plain[place.start : place.end].isdigit()
        or not words[1][0].isupper()
    ):
        return None
    if words[0].endswith((".", "!", "?", ":")) or not words[1][-1].isalnum():
        return None
    if words[1].lower() in CURRENCY_CODES:
        return None
    ahead = _NAME_AHEAD.match(place.text, place.end)
    if ahead is None or PLURALS.match(place.plain, place.end) is not None:
        return None
    return "code", place.start - len(words[1]) - 1, place.end


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
