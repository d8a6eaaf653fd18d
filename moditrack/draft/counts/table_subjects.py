"""What a table counts, or of what it gives percentages, by the words above it and in its corner."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moditrack.documents.dates.periods import periods
from moditrack.documents.lower_case import words_of
from moditrack.documents.tables import PrintedTable
from moditrack.draft.counts.noun_phrases import is_plural

TITLE = re.compile(r"^(?:table|figure|chart) ?[\dA-Z]*(?:\.\d+)*[:.) -]*", re.IGNORECASE)
_EMPTY = words_of(
    "number numbers no count total totals breakdown table by the of in figure figures data key"
    " statistics results summary detail details overview list items values amounts amount all"
    " following annual monthly quarterly year years month months quarter quarters period"
    " category categories type types statement analysis comparison performance measures updates"
    " next steps background introduction conclusions"
    " findings highlights trends notes points issues changes developments progress tables"
)
"""Words that say nothing of what is counted."""
_NUMBER_OF = re.compile(
    r"\b(?:numbers?|totals?|counts?|breakdown|volumes?|amounts?|summary|nationalit(?:y|ies)|ages?"
    r"|ethnicit(?:y|ies)|genders?|sources?|types?) of (?:the |all )?",
    re.I,
)
_ENDS = re.compile(r"[,;:(]| (?:by|for|in|per|from|during|between|across|over|made|with|as) ")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_MOST = 4
"""Words of the name of what is counted."""
_LINE = 16
"""Words of a line that can be the title of a table."""


def subject(text: str) -> str:
    """What a caption, a heading or a corner says that a table counts; empty where nothing."""
    plain = without_periods(TITLE.sub("", text)).strip(" ():")
    if (counted := _NUMBER_OF.search(plain)) is not None:
        plain = plain[counted.end() :]
    words = _WORD.findall(_ENDS.split(plain)[0])
    while words and (words[0].lower() in _EMPTY or words[0] in ("and", "of")):
        words = words[1:]
    while words and not is_plural(words[-1]) and not _is_done(words):
        words.pop()
    if not words or {one.lower() for one in words[-1 - _is_done(words) :]} & _EMPTY:
        return ""
    return " ".join(words[-_MOST:]).lower()


def _is_done(words: list[str]) -> bool:
    """Whether the last word says what was done to what the one before names: boats sold."""
    return len(words) > 1 and words[-1].endswith("ed") and is_plural(words[-2])


HEADS = "measure: what do the heads of the columns say, on the lines above?"
BROKEN = re.compile(r"^[a-z]|\b(?:of|to|the|and|for|in|by|be|with)$")
"""What shows that a line above a table is a piece of the heads of its columns: to be put to."""


def noun_of(named: str) -> str:
    """The noun that is counted: its first plural, else its last word."""
    words = [word for word in named.split() if word.isalpha()]
    return next(filter(is_plural, words), words[-1] if words else "count")


def is_title(line: str) -> bool:
    """Whether a line above a table can be its title: short, and no sentence."""
    return len(line.split()) <= _LINE and not line.endswith((".", "?", "!", ";"))


def without_periods(text: str) -> str:
    """A text with its dates and periods left out."""
    for period in reversed(periods(text)):
        text = f"{text[: period.start]} {text[period.end :]}"
    return text


_SEX = {"male": "male", "males": "male", "men": "male", "m": "male", "female": "female",
        "females": "female", "women": "female", "f": "female"}  # fmt: skip


def sex_of(labels: tuple[str, ...]) -> str:
    """The sex that the last of some labels names; empty where it names none."""
    return _SEX.get(labels[-1].lower(), "") if labels else ""


_WHOLE = 100
"""A larger number is no share of something."""
_PERCENT = re.compile(
    r"(?:\((?:in |as )?(?:%|per ?cent(?:age)?s?)\)"
    r"|\b(?:in|as|by) (?:%|per ?cent|percentages?)(?!\w)"
    r"|^\(?(?:%|per ?cent|percentages?)\)?$|, (?:%|per ?cent|percentage)$"
    r"|(?:%|\bper ?cent|\bpercentages?|\bshares?|\bproportions?) of (?:all |the )*(?P<of>[a-z]+s)\b"
    r")", re.IGNORECASE,
)  # fmt: skip
"""What says above a table that its cells are percentages, and of what."""


def percent_of(printed: PrintedTable, said: Iterable[str]) -> str | None:
    """Of what all cells are percentages by the texts above ("all" where these do not say); else
    None."""
    first = [one.quantities[0] for one in printed.entries() if one.quantities]
    if any(one.unit or one.low > _WHOLE for one in first):
        return None
    found = next((match for one in said if (match := _PERCENT.search(one))), None)
    if found is None:
        return None
    return (found["of"] or "").strip() or subject(found.string) or "all"
