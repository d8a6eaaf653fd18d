"""Signs, currencies, scales and units beside a number: £25k, -5, 1.2bn, per cent, times."""

from __future__ import annotations

import re
from fractions import Fraction

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before
from moditrack.documents.plain_number import SCALE_LETTERS, SCALES

CURRENCY_SIGNS = {"£": "GBP", "$": "USD", "€": "EUR"}
MONEY = ("GBP", "USD", "EUR", "ZAR", "CHF", "NOK", "SEK", "DKK", "PLN", "CZK", "HUF", "AUD",
         "NZD", "INR", "JPY")  # fmt: skip
"""Units of sums of money, each the code of its currency; pence are apart."""
CODES = [code.lower() for code in MONEY]
_CURRENCIES = CURRENCY_SIGNS | {"us$": "USD", "r": "ZAR"} | dict(zip(CODES, MONEY, strict=True))
_RAND = lazy_regex(
    r"r(?:[1-9]\d{0,2}(?:[, \xa0]\d{3})+(?!\d|,\d)"
    r"|(?:\d+[-–])?\d+(?:\.\d+)?\s?(?:bn|m|million|billion)\b)"
)
"""R before an amount in millions, or with separated thousands; R12 and R2.5 may be codes."""
_LEAD = lazy_regex(
    r"(?:(?<![\w)%£])(?P<sign>[-\u2212–+])\s?|\b(?P<minus>minus)\s|^)?"
    rf"(?P<currency>us\$|[£$€]|\b(?:{'|'.join(CODES)})(?=[\s\d]))?[ \xa0]?"
    r"(?P<late>[-\u2212–](?<=[£$€].))?$"
)
_BARE_NUMBER = lazy_regex(r"\s*[-–]\s?[£$€]?\s?[\d.,]+\s?%?\s*")
_SCALES = SCALES | {letters: SCALES[word] for letters, word in SCALE_LETTERS.items()} | {
    "mn": 10**6, "mil": 10**6, "mil ion": 10**6, "bil ion": 10**9, "tn": 10**12,
}  # fmt: skip
_SCALE = lazy_regex(
    r"(?P<close>k|mn|m|bn|tn)(?![\w²2]|\.[a-z]\b|\s\d{1,2}\s?s(?:ecs?|econds?)?\b)"
    r"|[\s-]?(?P<word>thousand|million|mil ion|bil ion|billion|trillion|hundred|dozen)\b"
    r"|[ \xa0](?P<apart>bn|m|mn|k)(?![\w.])"
)
_METRES = lazy_regex(
    r"[\s-](?:from|of|away|long|wide|high|deep|tall|radius|below|above|sprint|race"
    r"|in (?:height|length|width|depth|diameter))\b"
)
_DIGITS_END = lazy_regex(r"[\d.,]+$")
MEASURED = r"\s?(?:%|per ?cent\b|pc\b|million\b|billion\b|bn\b|mil\b)"
"""A unit or scale that follows a number with decimals."""
_MEASURE = lazy_regex(
    r"\b(?:height|length|width|depth|diameter|distance|radius)s?(?: \w+){0,3} "
    r"(?:[\d.]+ ?m (?:to|and) )?$"
)
_UNIT = lazy_regex(
    r"(?P<points>[\s-]?percentage[\s-]points?\b|\s?%[\s-](?:age\s)?points?\b|\s?per\s?cent[\s-]points?\b"
    r"|\s?p\.?p(?:ts?)?\b)"
    r"|(?P<percent>\s?%|[\s-]?per[\s-]?cent\b|\s?pc\b)"
    r"|(?P<mille>\s?‰|\s?per\smille\b)"
    r"|(?P<gbp>\spounds?(?:\ssterling)?\b)|(?P<eur>\seuros?\b|€)|(?P<usd>\s(?:us\s)?dollars?\b)"
    rf"|\s(?P<code>{'|'.join(CODES)})\b"
    r"|(?P<pence>p\b(?!\.\d)|\s(?:pence|pennies)\b)"
    r"|(?P<times>(?:-fold|fold|\stimes)\b|[x×](?!\w))"
    r"|(?P<bare>\spoints?\b)"
)
_NAMES = {
    "points": "percentage points", "percent": "percent", "mille": "per mille", "gbp": "GBP",
    "eur": "EUR", "usd": "USD", "pence": "pence", "times": "times", "bare": "percentage points",
}  # fmt: skip
_COUNTED = lazy_regex(
    r"\s(?:as\s(?:many|much|likely|high|large|great|big|long|often|common|low|fast|old|few)"
    r"|more|less|fewer|higher|lower|greater|larger|bigger|smaller|likelier|faster|longer"
    r"|that\s(?:of|in|for|figure|number|level|rate)|those|what|its|their|average|(?:the|this|our|his|her)\s(?!(?:previous|last|past|same|next|first"
    r"|following|whole)?\s?(?:days?|weeks?|months?|quarters?|years?|period|night)\b(?!')))\b"
)
"""What follows times where they multiply: three times as many, the number, more likely."""
_GREW = lazy_regex(
    r"\b(?:rose|risen|rise|grew|grown|increas\w+|multipl\w+|growth)(?:\sby)?"
    rf"(?:\s(?:{BOUND_WORDS}))?\s$"
)
"""What precedes a multiple that nothing follows: it grew by more than three times."""
_PERCENT_NEAR = lazy_regex(r"%|per\s?cent")


def sign_and_currency(plain: str, start: int) -> tuple[int, int, str]:
    """Where a number begins with its sign and currency, the sign, and the unit of the currency."""
    if start == 0 or plain[start - 1] in "(\n\t":
        return start, 1, ""
    if is_rand(plain, start):
        return start - 1, 1, "ZAR"
    before = line_before(plain, start, 8)
    match = _LEAD.search(before)
    if match is None or not match[0]:
        return start, 1, ""
    sign, currency, late = match["sign"], match["currency"], match["late"]
    place = match.start()
    if sign is not None and not _is_sign(plain, start - len(before) + place, currency):
        sign, place = None, match.start("currency") if currency else len(before)
    if not (sign or match["minus"] or currency or late):
        return start, 1, ""
    negative = match["minus"] or late or (sign and sign != "+")
    unit = _CURRENCIES[currency] if currency else ""
    return start - len(before) + place, -1 if negative else 1, unit


def is_rand(plain: str, start: int) -> bool:
    """Whether the letter before a number is the sign of the South African rand: R94.7 billion."""
    if plain[start - 1 : start] != "r" or plain[start - 2 : start - 1].strip(" \xa0\n\t(|~*\"'"):
        return False
    return _RAND.match(plain, start - 1) is not None


def _is_sign(plain: str, at: int, currency: str | None) -> bool:
    """Whether a dash or plus is a sign, not a bullet or a dash between words."""
    previous = plain[at - 1] if at else ""
    if plain[at] == "+":
        return plain[at + 1] != " "
    apart = plain[at + 1 : at + 2] in " \xa0"
    if apart:
        return plain[at] == "\u2212" or _BARE_NUMBER.fullmatch(plain) is not None
    if previous in "\n" and previous and currency is None:
        return True
    return previous in ("", " ", "(", "\t", "\xa0", "|", "\n", "[", "=", ":")


def scale_after(plain: str, end: int, currency: str, value: Fraction) -> tuple[int, int]:
    """The scale that follows a number, and where it ends; 1 where there is none."""
    scale = 1
    while (match := _SCALE.match(plain, end)) is not None:
        word = match["close"] or match["word"] or match["apart"]
        if match["apart"] and not currency and word != "bn":
            break
        if word == "m" and not currency and (value >= 100 or _in_metres(plain, end, match.end())):
            break
        scale, end = scale * _SCALES[word], match.end()  # 2 hundred thousand
        if match["word"] is None:
            break
    return scale, end


def _in_metres(plain: str, end: int, last: int) -> bool:
    """Whether words beside a number and its m say that it is a length: 18m tall, a depth of 9m."""
    if _METRES.match(plain, last):
        return True
    return _MEASURE.search(_DIGITS_END.sub("", plain[max(0, end - 60) : end])) is not None


def unit_after(plain: str, start: int, end: int, unit: str) -> tuple[str, int]:
    """The unit of a number at a place, given that of its currency, and where it ends."""
    match = _UNIT.match(plain, end)
    if match is None:
        return unit, end
    found = match.lastgroup or ""
    if found == "bare" and not _PERCENT_NEAR.search(plain, max(0, end - 80), end):
        return unit, end  # penalty points
    if found == "times" and match[0] == " times" and not multiplies(plain, start, end, match.end()):
        return unit, end  # called 171,490 times on two days
    name = match["code"].upper() if found == "code" else _NAMES[found]
    if unit in ("", name) or (unit == "GBP" and found == "pence"):
        return (unit or name), match.end()
    return unit, end


def multiplies(plain: str, start: int, end: int, after: int) -> bool:
    """Whether the number at a place multiplies; else its times are occasions: called 20 times."""
    printed = plain[start:end]
    if "," in printed:
        return False
    whole = start == 0 and after == len(plain)
    if whole or re.search(r"\d\.\d+$", printed) or _COUNTED.match(plain, after) is not None:
        return True
    return _GREW.search(line_before(plain, start)) is not None
