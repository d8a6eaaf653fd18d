"""Sentences with their quantities, and patterns over them.

A pattern is a regular expression in which `{part:n}` stands for a quantity of a kind and is called
`part`; letters.py has the letters of the kinds.
`{gap}` is a few words of one clause without a quantity.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from moditrack.audit.by_wording.letters import TIME, letter
from moditrack.documents.part_words import THOUGH
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities

_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:no|vs|cf|eg|ie|St|Mr|Ms|Dr)\.)"
    r"(?:\[\d{1,3}\])*[\"')\]\u00b2\u00b3\u00b9\u2070-\u2079]* (?=[A-Z\"'(\[#0-9])| [•▪‣◦●] "
)
_PARTS = re.compile(
    r"#\[(?P<slot>\w+)\]\(\?P<\w+>\\d\+\)#|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]|(?P<bar>\|)"
)
"""Of a pattern: slots, and what is or is not a bracket of a group."""
_SLOT = re.compile(r"\{(\w+):(\w+)\}")
DURATION = re.compile(
    r"(?: (?!this|last|per|a|an|each|the|next|previous|in|by|of|from)\w+)?[ -]"
    r"(?:year|month|week|day|hour|minute|quarter)s?\b(?! olds?\b)",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:\bfrom|%|cent) \(?$", re.IGNORECASE)
"""Words before a range that make it a change: from 5 to 10, up 5% (10 to 15)."""
_BEFORE = 70
"""Characters before its first number that a statement may have."""
_CLOSES = re.compile(r"(?:[^.,;:()]|[.,](?=\d)){0,30}[)\]]?(?=[.,;:( ]|$)")
_GAP = rf"(?:(?! (?:including|{THOUGH}|but|with)\b)[^#.;:()\[\]]|\.(?=\w)){{0,80}}?"
"""A few words of one clause, without a quantity."""


COUNTS = re.compile(r"#[nm](\d+)#")
"""A slot of a count or a sum of money."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage. start: where it begins in the passage's text."""

    text: str
    passage: Passage
    start: int = 0

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its quantities, with spans in the sentence; from 5 to 10 is two."""
        found: list[Quantity] = []
        for quantity in quantities(self.text, self.passage.style):
            if quantity.bound == "range" and _FROM.search(self.text[: quantity.start][-8:]):
                found += _ends(self.text, quantity)
            else:
                found.append(quantity)
        return tuple(found)

    @cached_property
    def letters(self) -> str:
        """The kinds of its quantities, one letter each."""
        return "".join(letter(quantity) for quantity in self.quantities)

    @cached_property
    def _possible(self) -> dict[tuple[tuple[str, int], ...], bool]:
        """Whether it has the quantities that patterns need, by what they need."""
        return {}

    @cached_property
    def slots(self) -> str:
        """The kinds of its quantities in its skeleton, one letter each."""
        return "".join(
            TIME if DURATION.match(self.text, one.end) else own
            for one, own in zip(self.quantities, self.letters, strict=True)
        )

    @cached_property
    def skeleton(self) -> str:
        """Its text with a slot such as #p3# in place of each quantity."""
        parts, at = [], 0
        for number, (one, slot) in enumerate(zip(self.quantities, self.slots, strict=True)):
            parts += [self.text[at : one.start], f"#{slot}{number}#"]
            at = one.end
        return "".join([*parts, self.text[at:]])

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern in its skeleton; none where a slot has no quantity."""
        needed = _needed(pattern.pattern)
        possible = self._possible.get(needed)
        if possible is None:
            possible = self._possible[needed] = all(
                sum(map(self.slots.count, letters)) >= number for letters, number in needed
            )
        return pattern.finditer(self.skeleton) if possible else iter(())

    def find(self, pattern: re.Pattern[str]) -> Iterator[dict[str, Quantity]]:
        """The quantities of each match of a pattern, by their names in it; words have others."""
        for match in self.matches(pattern):
            yield {
                name: self.quantities[int(number)]
                for name, number in match.groupdict().items()
                if number is not None and number.isdigit()
            }

    def clause(self, *found: Quantity) -> str:
        """The words of the sentence around some quantities, as a statement to quote."""
        first, last = min(q.start for q in found), max(q.end for q in found)
        before = self.text[:first]
        opens = max(before.rfind(mark) for mark in (". ", "; ", ": "))
        start = opens + 2 if opens >= 0 else 0
        if first - start > _BEFORE:
            start = before.rfind(" ", 0, first - _BEFORE + 20) + 1
        end = _CLOSES.match(self.text, last)
        return self.text[start : end.end() if end else last].strip()


STEM = 5
"""Letters that the singular and the plural of a word share."""
Place = tuple[Quantity, Sentence]
"""A number and the sentence it is in."""


def _ends(text: str, quantity: Quantity) -> list[Quantity]:
    """The two numbers of a range, each with its span."""
    middle = quantity.start + quantity.printed.index(" to ") if " to " in quantity.printed else -1
    if middle < 0:
        return [quantity]
    ends = [(quantity.start, middle), (middle + 4, quantity.end)]
    read = [(start, quantities(text[start:end])) for start, end in ends]
    if any(len(each) != 1 for _, each in read):
        return [quantity]
    return [
        Quantity(**vars(each[0]) | {"start": start + each[0].start, "end": start + each[0].end})
        for start, each in read
    ]


def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern."""
    slots = _SLOT.sub(lambda m: rf"#[{m[2]}](?P<{m[1]}>\d+)#", text.replace("{gap}", _GAP))
    return re.compile(slots, re.IGNORECASE)


@cache
def _needed(text: str) -> tuple[tuple[str, int], ...]:
    """The kinds of the slots outside all groups of a pattern, and how many of each it has.

    Empty where the pattern as a whole is one of several.
    """
    outside: list[str] = []
    depth = 0
    for part in _PARTS.finditer(text):
        if part["slot"]:
            outside += [part["slot"]] if depth == 0 else []
        elif part["bar"] and depth == 0:
            return ()
        else:
            depth += {"(": 1, ")": -1}.get(part[0], 0)
    return tuple(Counter(outside).items())


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage."""
    at = 0
    for end in _END.finditer(passage.text):
        yield Sentence(passage.text[at : end.start()], passage, at)
        at = end.end()
    yield Sentence(passage.text[at:], passage, at)
