"""Accounts that were run into the text: Balance £50.00 Add receipts £20.00 £70.00 Less fees £5.00.

Amounts with the words before them are put on a pile, as the lines of a statement are: what those
on top come to takes them in. An amount without words after "Add" or "Less", and the closing balance
of the same account after these, are results of what is above them by their wording; others only
where they fit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from moditrack.audit.found_claim import Claim, Input
from moditrack.checks.account_words import CLOSING, OPENING, kind_of_signs, printed_sign
from moditrack.checks.exact_values import exactly
from moditrack.checks.verdicts import Result, judge
from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities
from moditrack.documents.units_and_scales import MONEY
from moditrack.verdict_names import FITS

_NAMED = re.compile(
    r"\b(?:sub-?totals?|totals?|balances?|reconciled|surplus|deficit|net)\b", re.IGNORECASE
)
_CLOSED = re.compile(rf"\breconciled\b|\b(?:2[89]|3[01])(?:st|th)? (?:{MONTH_NAMES})\b", re.I)
"""Beside the usual words, what makes a balance the last one: reconciled, 31 March."""
_EVERY_ACCOUNT = re.compile(
    rf"\b(?:balances?|brought|carried|forward|down|over|opening|closing|start|end|beginning|close|b/?f"
    rf"(?:wd)?|b/?d|c/?f(?:wd)?|c/?d|(?:sub-?)?totals?|net|reconciled|statements?|no|as|at|of|on|in|the|a"
    rf"|an|was|is|were|are|our|its|and|for|year|month|period|date|to|from|current|new|{MONTH_NAMES})\b",
    re.IGNORECASE,
)
"""Words of a balance that do not say of which account it is."""
_EACH = re.compile(r"^\W*(?:each|per|an?)\b|(?:\bat|[x\u00d7@])\W*$", re.IGNORECASE)
"""Words after an amount, or before it, that make it the price of one: £20 each, at £20."""
_WORD = re.compile(r"[a-z]{2,}", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-z)][.;?!] +[A-Z]|\.\s+(?:[ivx]+|[a-z])\.\s")
_FEWEST, _MOST = 3, 24
_LONGEST = 18
"""Words before an amount."""
_SURE = 3.5
"""Digits that must fit where the wording does not join the amounts."""
_SURE_OF_ALL, _PAIR = 2.0, 2
"""The same where all entries since the last result, more than two, come to it."""
_BALANCE = re.compile(r"\bbalances?\b", re.IGNORECASE)
_KEPT = re.compile(r"\b(?:balances?|brought|b/?f(?:wd)?|b/?d)\b", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|for|in|on)\b", re.IGNORECASE)
_CASH = frozenset({"cash"})
_NOTHING = ("", "=", ":", "|")
_PENCE = 2
"""Decimals of pounds and pence."""


@dataclass(frozen=True)
class _Entry:
    """An amount, the words before it, and its sign: 0 where they give it none."""

    quantity: Quantity
    label: str
    passage: Passage

    @property
    def sign(self) -> int:
        """1 after "Add", -1 after "Less", else 0."""
        return printed_sign(self.label)

    @property
    def factor(self) -> int:
        """With which it is added; what is printed as minus is not taken off again."""
        return 1 if self.quantity.low < 0 else self.sign or 1

    @property
    def bare(self) -> bool:
        """Whether it follows another amount, or stands alone, with nothing that joins them."""
        return self.label in _NOTHING

    @property
    def opens(self) -> bool:
        """Whether it is called what there was at the beginning."""
        return OPENING.search(self.label) is not None

    @property
    def closes(self) -> bool:
        """Whether it is called what there was at the end."""
        words = (CLOSING, _CLOSED)
        return not self.opens and any(one.search(self.label) for one in words)

    @property
    def of_another(self) -> bool:
        """Whether words after it say of what it is: £500.00 of the other fund."""
        return _OF.match(self.passage.text, self.quantity.end) is not None

    @property
    def may_be_a_time(self) -> bool:
        """Whether it is like that of a meeting: Opening 10.00."""
        money = self.quantity.unit or _KEPT.search(self.label)
        return self.quantity.decimals == _PENCE and not money

    @property
    def account(self) -> set[str]:
        """The words that say of which account it is."""
        return {one.lower() for one in _WORD.findall(_EVERY_ACCOUNT.sub(" ", self.label))}


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
            if passage.kind == "table" or quantities(text, passage.style):
                yield from [run] if len(run) >= _FEWEST else []
                run = []  # a number that is not read may belong to it
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
    money = [one for one in found if one.unit in MONEY or (not one.unit and one.decimals == _PENCE)]
    line = passage.words <= _LONGEST and len(found) == 1 and not found[0].unit
    ends = line and found[0].end == len(passage.text.rstrip()) and found[0].start
    return money or (found if ends else [])


def _results(run: Sequence[_Entry]) -> Iterator[tuple[Claim, Result]]:
    """The results of a run; those without words that do not fit only where others fit."""
    found = list(_recomputed(run))
    fitting = sum(result.verdict in FITS for _, _, result in found)
    doubted = {id(one) for one, after in pairwise(run) if one.bare and after.bare}
    for entry, claim, result in found:
        sure = not entry.bare or (2 * fitting > len(found) and id(entry) not in doubted)
        if sure or result.verdict in FITS:
            yield claim, result


def _recomputed(run: Sequence[_Entry]) -> Iterator[tuple[_Entry, Claim, Result]]:
    pile: list[_Entry] = []
    results: set[int] = set()
    accounts: dict[int, set[str]] = {}
    for entry in run:
        joined = entry.bare or (_is_result(entry) and not entry.sign)
        parts = _parts(entry, pile, results) if joined and len(pile) > 1 else None
        spelled = _spelled(entry, pile, accounts)
        if parts is None and entry.bare and pile and pile[-1].quantity.low == entry.quantity.low:
            continue  # the same amount again
        if parts is None and spelled:
            parts = spelled
            results.add(id(entry))
            accounts[id(entry)] = _account(spelled[0][0], accounts)
            yield entry, *_claim(entry, parts)
            pile.append(entry)
            continue
        whole = parts is not None and len(parts) in _natural(pile, results) and len(parts) > _PAIR
        if parts is not None and (
            spelled or math.log10(entry.quantity.digits) > (_SURE_OF_ALL if whole else _SURE)
        ):
            yield entry, *_claim(entry, parts)
            if spelled:
                accounts[id(entry)] = _account(spelled[0][0], accounts)
            del pile[-len(parts) :]
            results.add(id(entry))
        elif joined:
            results.add(id(entry))
        pile.append(entry)


def _is_result(entry: _Entry) -> bool:
    return entry.closes or _NAMED.search(entry.label) is not None


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
        if entry.opens:
            return None
        ways = [[(one, one.factor) for one in top]]
        if len({one.sign for one in top}) == 1:
            ways.insert(0, [(one, 1) for one in top])  # deductions together
        if top[0].sign == 0 and not any(one.sign for one in top[1:]) and count == _PAIR:
            ways.append([(top[0], 1), (top[1], -1)])
        for terms in ways:
            if _sum(terms) == entry.quantity.low and any(one.quantity.low for one, _ in terms[1:]):
                return terms
            if _sum(terms) == entry.quantity.low and any(one.sign for one, _ in terms):
                return terms
    return None


def _spelled(
    entry: _Entry, pile: Sequence[_Entry], accounts: dict[int, set[str]]
) -> list[tuple[_Entry, int]]:
    """What an amount is by the wording: an opening balance or a result of one, and what is added to
    it or taken off since, up to a closing balance of the same account."""
    count = 0
    while count < len(pile) and pile[-1 - count].sign:
        count += 1
    if not 0 < count < len(pile) or entry.sign:
        return []
    base = pile[-1 - count]
    if any(_EACH.search(one.label) for one in (*pile[-count:], entry)):
        return []
    if entry.of_another or base.of_another or base.may_be_a_time:
        return []
    begins = base.opens or id(base) in accounts or (_BALANCE.search(base.label) and entry.closes)
    ends = entry.bare or entry.closes
    if not begins or not ends or not _is_same(_account(base, accounts), entry.account):
        return []
    return [(base, 1), *((one, one.factor) for one in pile[-count:])]


def _account(entry: _Entry, accounts: dict[int, set[str]]) -> set[str]:
    """The words of the account of a balance, or of what it is a result of."""
    return accounts.get(id(entry), entry.account)


def _is_same(opening: set[str], closing: set[str]) -> bool:
    """Whether two balances may only be of one account: "cash" alone names no other."""
    return closing <= (opening or _CASH)


def _sum(terms: Sequence[tuple[_Entry, int]]) -> Fraction:
    return sum((sign * one.quantity.low for one, sign in terms), Fraction(0))


def _claim(entry: _Entry, terms: Sequence[tuple[_Entry, int]]) -> tuple[Claim, Result]:
    kind = kind_of_signs([sign for _, sign in terms])
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
