"""Accounts that were run into the text: Balance £50.00 Add receipts £20.00 £70.00 Less fees £5.00.

Amounts with the words before them are put on a pile, as the lines of a statement are: what those
on top come to takes them in. An amount without words after "Add" or "Less", and the balance after
these, are results of what is above them by their wording; others only where they fit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from moditrack.audit.claims import Claim, Input
from moditrack.checks.values import exactly
from moditrack.checks.verdicts import Result, judge
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities

_PLUS = re.compile(r"\W*(?:add|plus)\b|\W*\(\+\)", re.IGNORECASE)
_MINUS = re.compile(r"\W*(?:less|minus|deduct)\b|\W*\([-\u2212\u2013]\)", re.IGNORECASE)
_RESULT = re.compile(
    r"\b(?:sub-?totals?|totals?|balances?|reconciled|surplus|deficit|net|carried (?:forward|down)"
    r"|c/?f(?:wd)?|closing)\b",
    re.IGNORECASE,
)
_BALANCE = re.compile(
    r"\b(?:balances?|reconciled|closing|carried (?:forward|down)|c/?f(?:wd)?)\b", re.IGNORECASE
)
_OPENING = re.compile(r"\b(?:brought (?:forward|down)|b/?f(?:wd)?|opening)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-z)][.;?!] +[A-Z]|\.\s+(?:[ivx]+|[a-z])\.\s")
_FEWEST, _MOST = 3, 24
_LONGEST = 18
"""Words before an amount."""
_SURE = 3.5
"""Digits that must fit where the wording does not join the amounts."""
_SURE_OF_ALL, _PAIR = 2.0, 2
"""The same where all entries since the last result, more than two, come to it."""
_MONEY = ("GBP", "EUR", "USD")


@dataclass(frozen=True)
class _Entry:
    """An amount, the words before it, and its sign: 0 where they give it none."""

    quantity: Quantity
    label: str
    passage: Passage

    @property
    def sign(self) -> int:
        """1 after "Add", -1 after "Less", else 0."""
        return 1 if _PLUS.match(self.label) else -1 if _MINUS.match(self.label) else 0

    @property
    def bare(self) -> bool:
        """Whether it has no words."""
        return not any(map(str.isalpha, self.label))


def find(passages: Sequence[Passage]) -> Iterator[tuple[Claim, Result]]:
    """What amounts in a row derive from those before them."""
    for run in _runs(passages):
        yield from _results(run)


def _runs(passages: Sequence[Passage]) -> Iterator[list[_Entry]]:
    """Amounts in a row, each with a few words before it, of passages below one heading."""
    run: list[_Entry] = []
    label, heading = "", None
    for passage in passages:
        text = passage.text
        amounts = [] if passage.kind == "table" else _amounts(passage)
        if passage.heading != heading or not (amounts or len(text.split()) <= _LONGEST):
            yield from [run] if len(run) >= _FEWEST else []
            run, label, heading = [], "", passage.heading
        if not amounts:
            label = text
            continue
        end = 0
        for quantity in amounts:
            words = text[end : quantity.start]
            words = label if not end and not words.strip() else words
            if len(words.split()) > _LONGEST or _SENTENCE.search(words):
                yield from [run] if len(run) >= _FEWEST else []
                run = []
            run.append(_Entry(quantity, words.strip(), passage))
            end, label = quantity.end, ""
    yield from [run] if len(run) >= _FEWEST else []


def _amounts(passage: Passage) -> list[Quantity]:
    """The sums of money of a passage, with their sign or with pence; else the number that ends a
    short line: Boats 45."""
    found = [
        one
        for one in quantities(passage.text, passage.style)
        if one.bound == "exact" and one.low == one.high
    ]
    money = [
        one for one in found if one.unit in _MONEY or (not one.unit and one.decimals == len("00"))
    ]
    line = passage.words <= _LONGEST and len(found) == 1 and not found[0].unit
    ends = line and found[0].end == len(passage.text.rstrip()) and found[0].start
    return money or (found if ends else [])


def _results(run: Sequence[_Entry]) -> Iterator[tuple[Claim, Result]]:
    pile: list[_Entry] = []
    results: set[int] = set()
    for entry in run:
        joined = entry.bare or (_RESULT.search(entry.label) and not entry.sign)
        parts = _parts(entry, pile, results) if joined and len(pile) > 1 else None
        spelled = _spelled(entry, pile, results)
        if parts is None and entry.bare and pile and pile[-1].quantity.low == entry.quantity.low:
            continue  # the same amount again
        if parts is None and spelled:
            parts = spelled
            results.add(id(entry))
            yield _claim(entry, parts)
            pile.append(entry)
            continue
        whole = parts is not None and len(parts) in _natural(pile, results) and len(parts) > _PAIR
        if parts is not None and (
            spelled or _digits(entry.quantity) > (_SURE_OF_ALL if whole else _SURE)
        ):
            yield _claim(entry, parts)
            del pile[-len(parts) :]
            results.add(id(entry))
        elif joined:
            results.add(id(entry))
        pile.append(entry)


def _natural(pile: Sequence[_Entry], results: set[int]) -> list[int]:
    """How many entries are on top of the pile since the last result, with it, and in all."""
    since = next((n for n, one in enumerate(reversed(pile)) if id(one) in results), len(pile))
    return [count for count in (since, since + 1, len(pile)) if count >= _PAIR]


def _parts(
    entry: _Entry, pile: Sequence[_Entry], results: set[int]
) -> list[tuple[_Entry, int]] | None:
    """The entries on top of the pile that come to an amount, with their signs: those since the
    last result or all, else the fewest."""
    counts = [*_natural(pile, results), *range(_PAIR, min(len(pile), _MOST) + 1)]
    for count in dict.fromkeys(counts):
        if count > min(len(pile), _MOST):
            continue
        top = pile[-count:]
        if _OPENING.search(entry.label):
            return None
        ways = [[(one, 1) for one in top], [(one, one.sign or 1) for one in top]]
        if top[0].sign == 0 and not any(one.sign for one in top[1:]) and count == _PAIR:
            ways.append([(top[0], 1), (top[1], -1)])
        for terms in ways:
            if _sum(terms) == entry.quantity.low and any(one.quantity.low for one, _ in terms[1:]):
                return terms
            if _sum(terms) == entry.quantity.low and any(one.sign for one, _ in terms):
                return terms
    return None


def _spelled(entry: _Entry, pile: Sequence[_Entry], results: set[int]) -> list[tuple[_Entry, int]]:
    """What an amount is by the wording: a balance or result, and what is added to it or taken off
    since."""
    count = 0
    while count < len(pile) and pile[-1 - count].sign:
        count += 1
    if not 0 < count < len(pile) or entry.sign:
        return []
    base = pile[-1 - count]
    held = id(base) in results or _BALANCE.search(base.label) or _OPENING.search(base.label)
    ends = entry.bare or (_BALANCE.search(entry.label) and not _OPENING.search(entry.label))
    if not held or not ends:
        return []
    return [(base, 1), *((one, one.sign) for one in pile[-count:])]


def _sum(terms: Sequence[tuple[_Entry, int]]) -> Fraction:
    return sum((sign * one.quantity.low for one, sign in terms), Fraction(0))


def _digits(quantity: Quantity) -> float:
    number = abs(quantity.low) * 10**quantity.decimals
    return math.log10(int(str(int(number)).rstrip("0") or 1))


def _claim(entry: _Entry, terms: Sequence[tuple[_Entry, int]]) -> tuple[Claim, Result]:
    mixed = "difference" if len(terms) == _PAIR else "remainder"
    kind = "total" if all(sign > 0 for _, sign in terms) else mixed
    inputs = tuple(
        Input(one.quantity, one.passage, one.label or "the amount above it") for one, _ in terms
    )
    own = entry.quantity
    text = entry.passage.text
    statement = text[max(0, own.start - 80) : own.end]
    result = judge(own, exactly(_sum(terms)))
    return Claim(
        kind, own, inputs, entry.passage, statement.strip(), "explicit", own.start, own.end
    ), result
