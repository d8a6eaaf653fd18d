"""What the words beside the numbers of a sentence say of each: before, after, whole, changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moditrack.audit.by_wording.letters import AMOUNTS, letter
from moditrack.audit.by_wording.sentences import DURATION, Sentence
from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import COMPARED_WITH, FALLS, NOUN, OPEN, THAN, VERB
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.part_words import OF_WHICH
from moditrack.documents.quantities import Quantity

_CUE = re.compile(
    r"\b(?:(?P<before>from(?![^,;:()]* (?:were|was|are|is|show\w*|had|has|have)\b)|than"
    rf"|{COMPARED_WITH}|comparison (?:with|to)|against|versus|vs?\.?"
    r"|on (?:the|last)\b(?! (?:one|other) hand)(?=[^,;:]*$))"
    rf"|(?P<after>(?:to|at)(?=[^,;:()%]{{0,25}}[(]?$)(?![^,;:()]* (?:{VERB})\b)"
    r"|reach\w+|totall?\w+|now|hit|stands|stood))\b"
)
_CLAUSE = re.compile(r"[,;](?! when\b)")
_COMPARED = re.compile(r"from|compar")
_RATES = (100, 1000, 10_000, 100_000, 1_000_000)
_FAR = 70
"""So far before a number words say what it is."""
_WHOLE_BEFORE = re.compile(
    r"\b(?:of|out of|from|among|amongst)\b[^,;:()]{0,30}$|\btotal\b[^;()]{0,25}$|/ ?$",
    re.IGNORECASE,
)
_WHOLE_AFTER = re.compile(
    rf"[^;:()#]{{0,60}}?,? (?:and )?{OF_WHICH}\b"
    r"|(?: \w+){0,2} (?:total|overall)\b",
    re.IGNORECASE,
)
_YEAR = rf"{YEAR}\b"
_YEAR_AFTER = re.compile(
    r"(?:(?! (?:but|and|to|from|compared|while|then|by|was|were|up|down)\b)[^;:.]){0,40}?"
    rf"\b({_YEAR})"
)
_YEAR_BEFORE = re.compile(rf"\b({_YEAR})(?![^#]*\b{_YEAR})")
_OLD_AFTER = re.compile(
    r"(?: \w+){0,3} (?:in |for |during |at )?(?:the )?"
    r"(?:(?:same|corresponding) (?:period|time|month|quarter|day)|previous|prior|preceding"
    r"|last year|year (?:before|earlier|ago)|a year)\b",
    re.IGNORECASE,
)
_WAY_AFTER = re.compile(
    rf" (?:\w[\w-]* ){{0,2}}(?:{NOUN}(?! of [\d£$€])|{THAN}|{OPEN})\b", re.IGNORECASE
)
_WAY_BEFORE = re.compile(
    rf"\b(?:{VERB}|{OPEN}(?! to)|{NOUN})\b(?=[^;:]*$)(?![^;:]*\b(?:{VERB}|{OPEN}(?! to)|{NOUN})\b)",
    re.IGNORECASE,
)
_STEP_BEFORE = re.compile(
    rf"\b(?:{VERB}|{OPEN}|{NOUN})(?: (?:by|of|{BOUND_WORDS}|just|only|a|further"
    r"|another|more|than|it))* ?\(?$",
    re.IGNORECASE,
)
_STEP_AFTER = re.compile(rf"(?: [\w'-]+){{0,2}} {THAN} than\b", re.IGNORECASE)
_BASE_OF_RATE = re.compile(r"\b(?:per|in|every|each) $", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:more|less|fewer|greater|higher|lower) than $", re.IGNORECASE)
_SIGNS = "+-\u2212"
_BRACKET = re.compile(r"\)| ?\([*+~\u2212-]?[^()\s]{1,15}\)(?! ?%)")
_BESIDE = re.compile(
    r"(?: (?!(?<!equal )(?<!equivalent )(?<!equating )(?<!amounting )to\b|from\b)[\w'-]+){0,4}"
    r"[ ,(]+(?:or |representing |that is |i\.e\. |an? )?$"
)
"""Words between a step and the percentage that says the same."""


@dataclass(frozen=True)
class Role:
    """What is said of a number beside it.

    value: that it is no duration and no base of a rate. before, after: as one that something
    changed from or to; compared: before, and nothing else. whole: as what others are shares of.
    way: that it is a change, with the word `said`; falls: down or up, None where neither is said.
    year: that of it, or 0.
    """

    value: bool
    before: bool
    compared: bool
    after: bool
    whole: bool
    way: bool
    falls: bool | None
    said: str
    year: int

    @property
    def step(self) -> bool:
        """Whether it is how much something changed, and no value before or after."""
        return self.way and not (self.before or self.after)


def roles_of(sentence: Sentence) -> tuple[Role, ...]:
    """What the words around each number of a sentence say of it."""
    return tuple(_role_of(sentence, at) for at in range(len(sentence.quantities)))


def _role_of(sentence: Sentence, at: int) -> Role:
    numbers, text = sentence.quantities, sentence.text
    one = numbers[at]
    last = max((numbers[n].end for n in range(at) if sentence.slots[n] in AMOUNTS), default=0)
    ahead = text[max(last, one.start - _FAR) : one.start]
    if one.bound in ("more-than", "less-than"):
        ahead = _BOUND.sub("", ahead)
    following = min((n.start for n in numbers[at + 1 :]), default=len(text))
    behind = text[one.end : following][:_FAR]
    cue = next(reversed(list(_CUE.finditer(ahead))), None)
    year = _YEAR_AFTER.match(behind) or _YEAR_BEFORE.search(ahead)
    way = _way(sentence, at, _behind(sentence, one))
    to_it = cue is not None and cue[0].lower() == "to"
    old = not to_it and not _STEP_AFTER.match(behind) and _OLD_AFTER.match(behind) is not None
    signed = _is_signed(sentence, one)
    rate = one.low in _RATES and _BASE_OF_RATE.search(ahead)
    return Role(
        value=not rate and DURATION.match(behind) is None,
        before=not signed and (old or _is_before(cue, ahead)),
        compared=cue is not None and _COMPARED.match(cue[0]) is not None,
        after=not (signed or old) and cue is not None and cue["after"] is not None,
        whole=_WHOLE_BEFORE.search(ahead) is not None or _WHOLE_AFTER.match(behind) is not None,
        way=way is not None,
        falls=None if way is None else FALLS.search(way) is not None,
        said=way or "",
        year=int(year[1]) if year is not None else 0,
    )


def _is_before(cue: re.Match[str] | None, ahead: str) -> bool:
    """Whether a word such as "compared with" is of the number after it, and of no other clause."""
    if cue is None or cue["before"] is None:
        return False
    return _CLAUSE.search(ahead, cue.end()) is None


def _behind(sentence: Sentence, quantity: Quantity) -> str:
    """The words after a number, up to the next; a bracket that it is in or that follows it is left
    out: 51,208 (8%) more."""
    text = sentence.text
    bracket = _BRACKET.match(text, quantity.end)
    start = bracket.end() if bracket is not None else quantity.end
    following = (n.start for n in sentence.quantities if n.start >= start)
    return text[start : min(following, default=len(text))][:_FAR]


def _is_signed(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is a step by its sign: (+3,034 calls)."""
    return (
        quantity.printed[0] in _SIGNS and sentence.text[quantity.start - 1 : quantity.start] == "("
    )


def _way(sentence: Sentence, at: int, behind: str) -> str | None:
    """The word beside a number that says that it is a change."""
    match = _WAY_AFTER.match(behind)
    if match is not None:
        return match[0]
    numbers, text, one = sentence.quantities, sentence.text, sentence.quantities[at]
    if _is_signed(sentence, one):
        return "up" if one.printed[0] == "+" else "down"
    start = numbers[at - 1].end if at else 0
    own = _STEP_BEFORE.search(text[max(start, one.start - _FAR) : one.start])
    if own is not None:
        return own[0]
    if at and _BESIDE.fullmatch(text[start : one.start]):  # a fall of 31 (30%), 30% lower (or 31)
        if (found := _WAY_AFTER.match(text[start : one.start])) is not None:
            return found[0]
        before = numbers[at - 2].end if at > 1 else 0
        found = _STEP_BEFORE.search(text[before : numbers[at - 1].start][-_FAR:])
        return found[0] if found is not None else None
    pattern = _STEP_BEFORE if letter(one) in AMOUNTS else _WAY_BEFORE
    found = pattern.search(text[max(start, one.start - _FAR) : one.start])
    return found[0] if found is not None else None
