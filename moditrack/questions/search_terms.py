"""What a person types into a search as terms of the index: phrases, word*, synonyms, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from moditrack.documents.plain_number import SCALE_LETTERS, SCALES
from moditrack.errors import InputError
from moditrack.search_stemming import spans, words

MOST_WORDS = 60
"""The most words that a search takes."""
COMMON = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "cannot", "could", "did",
    "do", "does", "for", "from", "had", "has", "have", "how", "in", "is", "it", "its", "many",
    "much", "must", "no", "not", "of", "on", "or", "should", "than", "that", "the", "their",
    "there", "they", "this", "to", "was", "were", "what", "when", "where", "which", "who", "why",
    "will", "with", "would",
))  # fmt: skip
"""Words that say nothing of what is looked for."""
EMPTY = COMMON - {"cannot", "from", "no", "not", "than", "will"}
"""Those that a search leaves out even beside other words."""
_MONTHS = (
    "month", "january", "february", "march", "april", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
"""Without May, which is a verb."""
_BY_MONTH = r"\b(?i:by|which|what) (?i:month)\b"
"""Where a month is any of the year, and not how often."""
_ALIKE = {
    "months": _MONTHS,
    "monthly": ("monthly", *_MONTHS),
    **dict.fromkeys(("season", "seasons", "seasonal"), ("season", *_MONTHS)),
    "seasonalitee": ("seasonalitee", "season", *_MONTHS),
    **dict.fromkeys(("nationalitee", "nationalitees"), ("nationalitee", "origin")),
    **dict.fromkeys(("not", "cannot"), ("not", "cannot")),
    "asked": ("asked", "recommendation"),
    "withheld": ("withheld", "withhold", "immunity", "comment"),
    **dict.fromkeys(("gang", "gangs"), ("gang", "crime group", "criminal group", "OCG")),
    **dict.fromkeys(("rounded", "rounding"), ("rounded", "cut off", "truncated")),
    **dict.fromkeys(("fall", "falls", "fell"), ("fall", "fell", "decrease")),
    **dict.fromkeys(("rise", "rises", "rose"), ("rise", "rose", "increase")),
    "gender": ("gender", "sex", "male", "female"),
    **dict.fromkeys(("child", "children"), ("child", "children", "minor", "juvenile", "under 18")),
}
"""Words that are also found by others."""
_ALONE = {"month": _MONTHS, "countries": ("countries", "origin")}
"""Those that are, where nothing else is searched for."""
_NEAR = {
    **dict.fromkeys(
        ("convict", "convicts", "convicted", "conviction", "convictions", "guilty"),
        ("imprisonment", "successfully prosecuted", "prosecuted"),
    ),
    **dict.fromkeys(("jail", "jailed"), ("imprisonment",)),
    **dict.fromkeys(("spend", "spends", "spending", "spent"), ("cost", "funding", "budget")),
    **dict.fromkeys(("wage", "wages"), ("salary", "pay")),
    "nrm": ("referral",),
}
"""Words of something else, which are searched for where no entry has any word that is asked for."""
_SCALES = {name: SCALES[word] for one, word in SCALE_LETTERS.items() for name in (word, one)}
_LEAST_AMOUNT, _MOST_DIGITS = 10_000, 15
"""From where a number is looked for in other spellings, and up to how long."""
_JOINTS = ("", "-", "\u2010", "\u2011", "\u2013", ".", "'", "\u2019", "#")
_SHORT = 4
"""Letters before a number that make one name with it (CO 14); a longer word is a word."""


def fts_terms(text: str, *, apart: bool = False) -> list[str]:
    """The words and phrases typed, quoted so that SQLite cannot misread them, each once.

    What is typed without a blank is a phrase (`25-24`), and so is `1.1 million`, which finds
    `1,100,000` too; so is `CO 14`, unless such are taken `apart`. `word*` finds what begins so.
    Raises InputError where there is no word, or too many.
    """
    terms: list[str] = []
    for phrase, rest in re.findall(r'"([^"]*)"|([^"]+|")', text):
        terms += [_term(words(phrase).split())] if phrase else _loose(rest, apart)
    terms = list(dict.fromkeys(term for term in terms if term))
    if not terms:
        raise InputError(f"There is no word in '{text}' to search for: write one or more.")
    number = sum(len(term.partition(" OR ")[0].split()) for term in terms)
    if number > MOST_WORDS:
        typed = len(re.findall(r"\w+", text))  # CO14 is a word, and two in the index
        what, many = ("words", typed) if typed > MOST_WORDS else ("words and numbers", number)
        raise InputError(
            f"A search has at most {MOST_WORDS} {what}, and that is {many:,}: leave some out."
        )
    alike = _ALIKE | _ALONE if len(terms) == 1 else _ALIKE
    if '"month"' in terms and re.search(_BY_MONTH, text):  # to compile it takes a million
        alike = alike | {"month": _MONTHS}
    return [_alike(term, alike) for term in terms]


def near_terms(terms: Sequence[str]) -> list[str]:
    """The terms of what is near to some, which none of them is."""
    near = (_NEAR.get(term.strip('"'), ()) for term in terms)
    return list(dict.fromkeys(_term(word.split()) for own in near for word in own))


def _alike(term: str, alike: Mapping[str, Sequence[str]]) -> str:
    """A word, or with it the others that it is also found by."""
    own = alike.get(term.strip('"'))
    return term if own is None else f"({' OR '.join(_term(word.split()) for word in own)})"


def _loose(text: str, apart: bool) -> list[str]:
    """The terms of what is not in quotation marks."""
    terms: list[str] = []
    run: list[str] = []
    end = 0
    for word, (first, last) in zip(words(text).split(), spans(text), strict=True):
        if run and not _belongs(run[-1], text[end:first], word, apart):
            terms.append(_amount(run))
            run = []
        run.append(word)
        end = last
        if text[end : end + 1] == "*":
            terms.append(f"{_term(run)}*")
            run = []
    return [*terms, _amount(run)]


def _term(own: list[str]) -> str:
    return f'"{" ".join(own)}"' if own else ""


def _amount(run: list[str]) -> str:
    """The term of some words; of a large number, with its other spellings: 700k, 700,000."""
    number, *scale = run or [""]
    if len(scale) > 1 or len(number) > _MOST_DIGITS or not {*scale} <= _SCALES.keys():
        return _term(run)
    whole, _, part = number.partition("p")
    if not (whole.isdecimal() and (part.isdecimal() or not part)):
        return _term(run)
    value, rest = divmod(int(whole + part) * (_SCALES[scale[0]] if scale else 1), 10 ** len(part))
    if rest or value < _LEAST_AMOUNT:
        return _term(run)
    spelt = [run, [str(value)], *_in_words(value)]
    return f"({' OR '.join(dict.fromkeys(map(_term, spelt)))})"


def _in_words(value: int) -> Iterator[list[str]]:
    """A number with each scale that it has one of, and no more than two decimals."""
    for name, scale in _SCALES.items():
        number, rest = divmod(value, scale)
        if number and rest * 100 % scale == 0:
            decimals = f"{rest * 100 // scale:02}".rstrip("0")
            yield [f"{number}p{decimals}" if decimals else str(number), name]


def _belongs(left: str, gap: str, right: str, apart: bool) -> bool:
    """Whether two words with `gap` between them are parts of one thing."""
    if gap in _JOINTS:
        return True
    if gap == "/":  # 2022/23, and not police/immigration
        return left[0].isdigit() and right[0].isdigit()
    if gap != " ":
        return False
    if left[0].isdigit():
        return right in _SCALES or right == "hundred"
    return not apart and right[0].isdigit() and len(left) <= _SHORT and left not in COMMON
