"""Numbers in words that are not quantities: ordinals, "one of the", the second half."""

from __future__ import annotations

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.lower_case import line_before, words_of
from moditrack.documents.not_quantities_in_digits import Label
from moditrack.documents.number_words import NUMBER_WORD, ORDINALS

_NAMED = words_of("level phase stage tier chapter appendix grade strand part type")
_PRONOUN = lazy_regex(
    r"one(?:(?:\s(?:(?:last|this|next)\s(?:year|month|week)|of\s(?:the|these|those|its|our|their|a)|another|that|who|which|is|day"
    r"|goal|can|could|may|might|must|should|would|such|or another|way|thing|hand|reason|side"
    r"|(?:(?:clear|common|key|main|possible) )?(?:message|lesson|explanation)"
    r"|example|area|to one|size|has to)|'s|-on-one|[- ]off"
    r"|-stop|-way|-to-one|-sided|-third-party)\b"
    rf"|\sor\smore\sof\s(?:the|these|those|its|our|their|a)\b"
    rf"|\sof\s(?!\d|whom|{NUMBER_WORD}|every))"
)
_MEMBER = lazy_regex(
    r"(?:\b(?:at|as|to|by|under|with|through|via|is|are|was|were|be|been|being)|,) $"
)
"""What precedes one of several that is not counted: paid at one of four rates."""
_BEFORE_PRONOUN = lazy_regex(
    r"\b(?:no|every|any|each|the|this|that|another|anyone|which|some|number|day|first|last|next"
    r"|previous|(?:act|operat|work)(?:s|ed|ing)?(?: together)? as"
    r"|one by|one to|and the|everyone|someone|square|page|phase|stage|part|level|chapter)[ -]$"
)
_REFERS = lazy_regex(r"\bthere is $|\ban?(?: (?!of\b)[a-z]+){1,3} $")
"""What precedes one, before a comma or an end, that stands for a noun: a much smarter one."""
_COUNTED_ONE = lazy_regex(r"\b(?:at least|only|just|but|more than|less than)\s$")
_ZERO = lazy_regex(r"zero[ -](?:tolerance|hours?|carbon|emission|based|sum|waste|trust)\b")
_NET = lazy_regex(r"\b(?:net|ground|sub|year|patient|day)[ -]$")
_MANNER = lazy_regex(r"[-\s](?:pronged|way(?!s)|sided|handed|tier|tiered)\b")
"""What makes a number a part of a word for how something is: a two-pronged approach."""
_COMPOUND = lazy_regex(rf"[-\s](?:{'|'.join(ORDINALS)})\b")
_WORD_AGE = lazy_regex(r"[\s-](?:years?|months?)[\s-](?:olds?\b|of age\b)")
_WHOSE_PART = lazy_regex(r"\s(?:of|or more)\b|\s?\(|\s(?:were|was|had|have|are|is)\b")
_PART_BEFORE = lazy_regex(rf"\b(?:a|an|one|by|than|to|just|only|{BOUND_WORDS})\s$")
_HALVES = lazy_regex(
    r"half-?\s?(?:year|yearly|way|hour|hourly|term|time|brother|sister|day|an hour|life|price)\b"
)
_HALF_BEFORE = lazy_regex(r"\b(?:first|second|latter|other|former|last|better|and a)\s$")

_LOWER = lazy_regex(r"\b[a-z]+ $")
_NAME = lazy_regex(r" [A-Z][a-z]")
"""What is around a name that begins with a number: in Four Oaks, the Three Rivers trust."""
_CAPITALS = lazy_regex(r"[a-z],? (?:[A-Z]\w* )+$")
_ENDED = lazy_regex(
    r"['\u2019]s\b|[,.;)]|$| (?:and|or|in|on|is|was|has|had|will|to|at|as|that|which)\b"
)
"""What is around a name that ends with a number: on Radio Four and BBC One."""


def word_label(text: str, plain: str, start: int, end: int, word: str) -> Label | None:
    """The label that a number in words is part of; None where it begins a quantity."""
    before = line_before(plain, start, 24)
    found = _ordinal(plain, start, end, word, before) or _part_of_time(plain, start, word, before)
    if found is None and word == "one":
        found = _pronoun(plain, start, end, before)
    around = text[max(0, start - 24) : start] if text[start].isupper() else ""
    if (_LOWER.search(around) and _NAME.match(text, end)) or (
        _CAPITALS.search(around) and _ENDED.match(text, end)
    ):
        found = "code", end
    if found is None and before[-1:] == " " and (before.split() or [""])[-1] in _NAMED:
        found = "reference", end
        start -= len(before.split()[-1]) + 1
    return Label(found[0], text[start : found[1]], start, found[1]) if found else None


_Ends = tuple[str, int] | None


def _ordinal(plain: str, start: int, end: int, word: str, before: str) -> _Ends:
    """the second, the twenty-first; a fifteen-year-old."""
    if word in ORDINALS and not _is_part(plain, end, before):
        return "ordinal", end
    match = _COMPOUND.match(plain, end)
    if match is not None and word not in ("a", "an", "one", "half") and word not in ORDINALS:
        return "ordinal", match.end()
    match = _MANNER.match(plain, end)
    if match is not None:
        return "ordinal", match.end()
    match = _WORD_AGE.match(plain, end)
    return ("age", match.end()) if match is not None else None


def _part_of_time(plain: str, start: int, word: str, before: str) -> _Ends:
    """Half-year, the first half, this quarter; net zero."""
    end = start + len(word)
    if word == "half" and (_HALVES.match(plain, start) or _HALF_BEFORE.search(before)):
        return "time", end
    if word == "quarter" and not _is_part(plain, end, before):
        return "time", end
    if word == "zero" and (_ZERO.match(plain, start) or _NET.search(before)):
        return "code", end
    return None


def _pronoun(plain: str, start: int, end: int, before: str) -> _Ends:
    """one of the, the one, one another; but "only one of the"."""
    match = _PRONOUN.match(plain, start)
    if match is not None and _COUNTED_ONE.search(before) is None:
        return "pronoun", match.end()
    if plain.startswith(" of ", end) and _MEMBER.search(before):
        return "pronoun", end
    counted = " hundred" if before.split()[-1:] == ["no"] else (" in ", " hundred")
    if _BEFORE_PRONOUN.search(before) and not plain.startswith(counted, end):
        return "pronoun", end
    if _REFERS.search(before) and plain[end : end + 1] in (")", ",", ".", ";"):
        return "pronoun", end
    return None


def _is_part(plain: str, end: int, before: str) -> bool:
    """Whether a word such as third or quarter is a part of something, not an ordinal."""
    if not plain.startswith(" of ", end) or plain.startswith((" of 20", " of 19"), end):
        return False
    return bool(_PART_BEFORE.search(before)) or plain.startswith(" of a", end)


def part_of(plain: str, start: int, end: int) -> bool:
    """Whether words such as a third or a quarter are a part of something, not an ordinal."""
    word = plain[start:end]
    if word.startswith(("half", "a half", "one")) or " and " in word:
        return True
    if word.endswith(("s", "million", "thousand", "billion")) or " of " in word:
        return True
    return bool(_WHOSE_PART.match(plain, end) or _PART_BEFORE.search(line_before(plain, start, 16)))
