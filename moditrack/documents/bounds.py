"""What the words around a number say about it: at least, more than, at most, less than, about."""

from __future__ import annotations

from moditrack.documents.change_words import UP
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before, words_of
from moditrack.documents.number_words import NUMBER_WORD

EXACT, ABOUT, RANGE = "exact", "about", "range"
AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN = "at-least", "more-than", "at-most", "less-than"
LOWER, UPPER = (AT_LEAST, MORE_THAN), (AT_MOST, LESS_THAN)
"""Bounds that give the lowest value, or the highest."""
KNOWN = (EXACT, ABOUT)
"""Bounds of a number that is known but for its rounding."""

_WORDS = {
    AT_LEAST: "at least|at or above|at or over|no fewer than|no less than|not fewer than"
    "|not less than|a minimum of|minimum of|as young as|as few as|as little as|≥|>=",
    AT_MOST: "up to|at most|at or below|at or under|no more than|not more than|a maximum of"
    "|maximum of|as many as|as much as|as high as|not exceeding|not exceed|≤|<=",
    MORE_THAN: "over|more than|in excess of|above|greater than|exceed|exceeds|exceeded|exceeding"
    "|upwards of|a little over|slightly over|higher than|older than|longer than|larger than"
    "|later than|well over|just over|over the age of|above the age of|>",
    LESS_THAN: "under|under the age of|less than|fewer than|below|just under|just below"
    "|lower than|younger than|shorter than|smaller than|earlier than|well under|short of|<",
    ABOUT: "about|around|approximately|approx|approx.|roughly|some|almost|nearly|close to|circa"
    "|near to|virtually|practically"
    "|c.|ca.|~|≈|an estimated|estimated|estimated at|in the region of|in the order of"
    "|of the order of|or so",
}
_BEFORE = {phrase: bound for bound, words in _WORDS.items() for phrase in words.split("|")}
BOUND_WORDS = "|".join(
    sorted(
        (phrase for phrase in _BEFORE if phrase.replace(" ", "").isalpha()), key=len, reverse=True
    )
)
"""A pattern of the words before a number that say what it is to it, in lower case."""
_MARKS = words_of("< > ≤ ≥ ~ ≈ <= >=")
_ATTACHED = words_of("over under above below c c.")
"""Words that may touch their number: Over18."""
_AFTER = lazy_regex(
    r"(?P<least>\+(?!\s?\d)|-plus\b|\splus(?=\s?[.,;)]|$)"
    r"|(?:\s[a-z]+|c)?\sor\s(?:more|over|above|older|greater|higher|upwards)\b(?!\sthan|\s[\d£])"
    r"|(?:\syears)?\sand\s(?:over|above|older|upwards)\b(?!\s(?:the|a|all)\b|\s?[\d£]))"
    r"|(?P<most>(?:\s[a-z]+)?\sor\s(?:less|fewer|under|below|younger|lower)\b(?!\sthan|\s[\d£])"
    r"|(?:\syears)?\sand\s(?:under|below|younger)\b(?!\s(?:the|a|all)\b|\s?[\d£]))"
    r"|(?P<about>\sor\sso\b|\sor\sthereabouts\b|-odd\b|-ish\b)"
)
_NO_BOUND = {
    "about": words_of(
        "information concern concerns question questions complaint complaints report reports call"
        " calls data details detail worried told asked talk talks ask concerned statements enquiry"
        " enquiries inquiries came come bring brought bringing comments views news written"
    ),
    "above": words_of("the paragraph table see and as"),
    "below": words_of("the paragraph table see and as"),
}
"""Words before that give such a word another meaning: information about 12 victims."""
_TIME_AFTER = lazy_regex(r"[\s-](?:more\s)?(?:years?|months?|weeks?|days?|quarters?|hours?)\b")
_PASSED = lazy_regex(
    r"\s(?:ha[sd]|have|of|old|ago|later|after|pass(?:ed)?|was|were|is|are)\b|['’]|\s?(?:[.;)|\n]|$)"
)
"""What follows a time that is itself counted: over 12 months old, over 12 years have passed."""
_RAISED = lazy_regex(
    r"\b(?:br(?:ing|ings|inging|ought)|rais(?:e|ed|ing)|top(?:ped)?)\b[^.;:]*$"
    r"|\b(?:crept|creeping|edged|inched|went|goes|gone|climbed|moved|shot|ticked|jumped)(?: back)?"
    r" up to\s*$"
    rf"|\b(?:{UP})\b[^.;:]*(?:,|\b(?:{YEAR}|year|quarter|month)) up to\s*$"
)
"""What makes of up to the end that is reached: to bring the team up to 22."""
_PICKED = ("pick up to ", "picks up to ", "picked up to ", "picking up to ")
"""The same before a rate: growth picks up to 3.7%."""
_LASTING = words_of(
    "for just well took is was of lasted lasting aged spent to served and"
    " wait waits waited waiting spends spending serving remained"
)

_COUNTED = lazy_regex(
    rf"(?!{YEAR}$)\d+(?:[,.]\d+)*%?"
    rf"|{NUMBER_WORD}"
)


def bound_before(plain: str, start: int, end: int) -> str:
    """The bound before a number; exact where none does."""
    before = line_before(plain, start, 40)
    words = before.split()[-5:]
    if not words:
        return EXACT
    for mark in (before[-2:], before[-1]):
        if mark in _MARKS:
            return _BEFORE[mark]
    if before[-1] not in " \n\t\xa0-" and words[-1] not in _ATTACHED:
        return EXACT
    if before[-1] == "c" and words[-1] == "c":  # c40
        return ABOUT
    words[-1] = words[-1].rstrip("-")
    if words[-1] == "every" and len(words) > 1:  # about every 47 minutes
        words.pop()
    for number in range(min(4, len(words)), 0, -1):
        phrase = " ".join(words[-number:]).lstrip("([\"'")
        if (bound := _BEFORE.get(phrase)) is not None:
            previous = words[-number - 1] if number < len(words) else ""
            return EXACT if _means_else(plain, start, end, phrase, previous) else bound
    return EXACT


def _means_else(plain: str, start: int, end: int, phrase: str, previous: str) -> bool:
    if phrase == "under" and plain[start:end] == "one":  # under one roof
        return _TIME_AFTER.match(plain, end) is None
    if phrase == "over":  # over five years is also during them
        small = end - start <= 2 or not plain[start].isdigit()
        time = _TIME_AFTER.match(plain, end) if small else None
        if time is None or previous in _LASTING:
            return False
        return previous[-1:] not in ("", ".", ":") or not _PASSED.match(plain, time.end())
    if phrase.endswith("r than") or phrase in ("more than", "less than"):  # 60 fewer than 470
        return _COUNTED.fullmatch(previous) is not None
    if phrase == "up to":
        before = line_before(plain, start, 80)
        picked = plain[end - 1] == "%" and before.endswith(_PICKED)
        return picked or _RAISED.search(before) is not None
    return previous in _NO_BOUND.get(phrase, ())


def bound_after(plain: str, end: int) -> str:
    """The bound after a number; exact where none does."""
    match = _AFTER.match(plain, end)
    if match is None:
        return EXACT
    return {"least": AT_LEAST, "most": AT_MOST, "about": ABOUT}[match.lastgroup or ""]
