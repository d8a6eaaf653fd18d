"""Sentences, lists and tables whose arithmetic holds, made by chance, with what must hold in them.

Numbers that take part in a claim stand between `[` and `]` in a template's text. The arithmetic is
the generator's own: nothing of the program is used.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

HOLDS, NEAR, BROKEN = "holds", "near", "broken"
"""What is printed is what the figures give; it is within what they may be rounded from; neither."""
Rule = Callable[[Sequence[str]], str]
_NUMBER = re.compile(r"\[([^\]]+)\]")
_TAKEN_AWAY = re.compile(r"[^\d.]")


@dataclass(frozen=True)
class Case:
    """A text with numbers, and the rule that they follow. spans: where these are in the text."""

    name: str
    text: str
    spans: tuple[tuple[int, int], ...]
    rule: Rule

    @property
    def state(self) -> str:
        """Whether the numbers follow the rule."""
        return self.rule([self.text[start:end] for start, end in self.spans])

    def changed(self, chance: random.Random) -> Case:
        """The same with another digit in one of its numbers, which keeps its length."""
        while True:
            start, end = chance.choice(self.spans)
            at = chance.choice([i for i in range(start, end) if self.text[i].isdigit()])
            digit = chance.choice([each for each in "0123456789" if each != self.text[at]])
            leads = not any(each.isdigit() for each in self.text[start:at])
            if digit != "0" or not leads:
                return replace(self, text=self.text[:at] + digit + self.text[at + 1 :])


def case(name: str, marked: str, rule: Rule) -> Case:
    """The case of a text in which the numbers are marked."""
    text, spans, at = "", [], 0
    for match in _NUMBER.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Case(name, text + marked[at:], tuple(spans), rule)


def value(printed: str) -> Fraction:
    """The number in a printed one, without sign and unit."""
    return Fraction(_TAKEN_AWAY.sub("", printed))


def half(printed: str) -> Fraction:
    """Half a unit of its last decimal."""
    _, _, decimals = _TAKEN_AWAY.sub("", printed).partition(".")
    return Fraction(1, 2 * 10 ** len(decimals))


def _gives(printed: str, exact: Fraction) -> str:
    off = exact - value(printed)
    if -half(printed) <= off < half(printed):  # an exact half is rounded up
        return HOLDS
    return NEAR if abs(off) <= half(printed) else BROKEN


def share(part: int, whole: int, stated: int) -> Rule:
    """The places of part, whole and percentage among the numbers."""
    return lambda n: _gives(n[stated], 100 * value(n[part]) / value(n[whole]))


def change(before: int, after: int, stated: int, sign: int = 0) -> Rule:
    """A change in percent. sign: 1 where the words say a rise, -1 a fall."""

    def rule(numbers: Sequence[str]) -> str:
        old, new = value(numbers[before]), value(numbers[after])
        if sign and (new - old) * sign < 0:
            return BROKEN
        return _gives(numbers[stated], 100 * abs(new - old) / old)

    return rule


def rounded_change(before: int, after: int, stated: int, sign: int) -> Rule:
    """A change in percent of two numbers that are rounded themselves."""

    def rule(numbers: Sequence[str]) -> str:
        exact = change(before, after, stated, sign)(numbers)
        if exact == HOLDS:
            return HOLDS
        (old, x), (new, y) = ((value(numbers[i]), half(numbers[i])) for i in (before, after))
        if old <= x:
            return NEAR
        ends = [100 * sign * (new + b - old - a) / (old + a) for a in (-x, x) for b in (-y, y)]
        least, most = min(ends) - half(numbers[stated]), max(ends) + half(numbers[stated])
        return NEAR if least <= value(numbers[stated]) <= most else BROKEN

    return rule


def total(stated: int, *parts: int) -> Rule:
    """A whole and its parts, to the last unit."""
    return lambda n: HOLDS if value(n[stated]) == sum(value(n[p]) for p in parts) else BROKEN


def step(before: int, after: int, stated: int, sign: int) -> Rule:
    """A difference between two counts."""
    return lambda n: (
        HOLDS if (value(n[after]) - value(n[before])) * sign == value(n[stated]) else BROKEN
    )


def points(before: int, after: int, stated: int, sign: int) -> Rule:
    """A difference of two percentages, which are rounded themselves."""

    def rule(numbers: Sequence[str]) -> str:
        found = (value(numbers[after]) - value(numbers[before])) * sign
        off = abs(found - value(numbers[stated]))
        slack = sum(half(numbers[place]) for place in (before, after, stated))
        return HOLDS if not off else NEAR if off <= slack else BROKEN

    return rule


def average(whole: int, number: int, stated: int) -> Rule:
    """A total spread over a number of things."""
    return lambda n: _gives(n[stated], value(n[whole]) / value(n[number]))


def weekday(name: str, month: int) -> Rule:
    """A day of a month and a year, with its weekday."""

    def rule(numbers: Sequence[str]) -> str:
        try:
            date = datetime.date(2000 + int(numbers[1]), month, int(numbers[0]))
        except ValueError:
            return BROKEN
        return HOLDS if date.strftime("%A") == name else BROKEN

    return rule


def every(*rules: Rule) -> Rule:
    """Several rules at once: the worst of them."""
    order = (HOLDS, NEAR, BROKEN)
    return lambda n: max((rule(n) for rule in rules), key=order.index)


class Numbers:
    """Counts and percentages by chance, as they are printed."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.most = chance.choice((60, 900, 40_000, 900_000))
        self.decimals = chance.choice((0, 0, 1))
        self.cent = chance.choice(("%", "%", " per cent"))
        self.noun = chance.choice(("offences", "searches", "referrals", "vessels", "complaints"))

    def count(self, least: int = 2, most: int = 0) -> int:
        """A count."""
        return self.chance.randint(least, max(most or self.most, least))

    def two(self) -> tuple[int, int]:
        """A part and its whole, or two counts, the smaller first and not too small beside it."""
        high = self.count(11)
        return self.count(max(2, high // 9), high - 1), high

    def put(self, number: int) -> str:
        """A count as printed."""
        return f"[{number:,}]"

    def percent(self, exact: Fraction) -> str:
        """A percentage as printed, rounded half up."""
        unit = 10**self.decimals
        rounded = int(exact * unit + Fraction(1, 2))
        digits = f".{rounded % unit:0{self.decimals}d}" if self.decimals else ""
        return f"[{rounded // unit}{digits}]{self.cent}"

    def share(self, part: int, whole: int) -> str:
        """A share as printed."""
        return self.percent(Fraction(100 * part, whole))

    def parts(self, number: int) -> list[int]:
        """Counts that make a whole."""
        return [self.count(2, max(9, self.most // number)) for _ in range(number)]


def many(makers: Sequence[Callable[[Numbers], Iterator[Case]]], chance: random.Random,
         number: int) -> Iterator[Case]:  # fmt: skip
    """So many cases, each of a form taken by chance."""
    while number:
        cases = list(chance.choice(makers)(Numbers(chance)))
        yield chance.choice(cases)
        number -= 1
