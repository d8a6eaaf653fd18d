"""Rows or columns of a table that each count something of their own: Cases, Losses (£m), Rate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from moditrack.documents.dates.periods import periods
from moditrack.documents.lower_case import words_of
from moditrack.documents.tables import PrintedTable
from moditrack.documents.units_and_scales import CURRENCY_SIGNS
from moditrack.draft.counts.measures import Measures
from moditrack.draft.counts.money import MONEY
from moditrack.draft.counts.noun_phrases import is_plural, sentence_case, stems

_NUMBER = re.compile(
    r"^(?:total |overall )?(?:number|no\.?|volume|count)s? of (?:the |all )?(?P<noun>.+)$", re.I
)
_VALUE = re.compile(
    r"^(?:total |gross |net |average )?(?:values?|costs?|amounts?|sums?)(?P<of> of .+)?$", re.I
)
_AVERAGE = re.compile(r"^(?:the )?(?:average|mean|median) .+$", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:rates?|accuracy|compliance|coverage|turnout|occupancy)\b|\bper (?:[\d,]+|head|[a-z]+)\b",
    re.IGNORECASE,
)
_BARE_RATE = re.compile(r"^(?:crude |the )?rates?\b", re.IGNORECASE)
_SHARE = re.compile(
    r"^(?:%|percentage|proportion|share|per ?cent) of (?:all |total )?(?P<noun>.+)$", re.I
)
_BARE = re.compile(
    r"^(?:%|percent\w*|per cent|share|proportion|% ?share|n|no\.?|number|count|total|all|rank)$"
    r"|\b(?:change|difference|variation|increase|decrease|trend)\b", re.IGNORECASE,
)  # fmt: skip
"""A label that says how a number is given, and not of what."""
_AMOUNTS = words_of(
    "headcount fte population budget forecast outturn spend spending expenditure income strength"
    " establishment funding turnover"
)
_PERSONS = words_of(
    "males females men women boys girls adults children others residents white black asian mixed"
    " persons people"
)
"""Plurals that divide what a table counts, and are not counted for themselves."""
UNIT = re.compile(
    r"\s*[\[(]?(?P<money>£|\$|€)(?:['’]?(?P<thousand>000s?|k)|\s?(?P<million>m|mn|millions?)"
    r"|\s?(?P<billion>bn|billions?))?[\])]?\s*$",
    re.IGNORECASE,
)
SCALED = re.compile(r"\d\s?(?:k|m|bn|million|billion)\b")
"""A number with its own scale: £1.2m."""
_DONE = re.compile(r"^(?:[A-Z][a-z]+ )?[A-Za-z][a-z]+s (?:[a-z]+ )?[A-Za-z]+ed\b")
"""A label that says what was done to what it counts: Boats sold, Late Boats Sold by Owners."""
_NOTE = re.compile(r"\s*(?:\*+|\[[a-z\d]\]|\([a-z\d]\))\s*$")
_MOST = 7
"""Words of a label that names what is counted."""


@dataclass(frozen=True)
class Counted:
    """What a row or column counts. share: whether its cells are shares of what is named."""

    name: str
    unit: str = ""
    share: bool = False


class Axes:
    """The rows or the columns of a table, where each counts something of its own."""

    def __init__(self, printed: PrintedTable, caption: str, measures: Measures) -> None:
        self._caption, self._measures = stems(caption), measures
        units: dict[tuple[str, int], set[str]] = {}
        self._scaled: set[tuple[str, int]] = set()
        for entry in printed.entries():
            for one in entry.quantities[:1]:
                units.setdefault(("column", entry.column), set()).add(one.unit)
                units.setdefault(("row", entry.row), set()).add(one.unit)
                if SCALED.search(entry.printed):
                    self._scaled |= {("column", entry.column), ("row", entry.row)}
        self.columns = {
            column: own_label(printed.column_labels(column)) for column in printed.columns
        }
        self.rows = {row: own_label(printed.row_labels(row)) for row in printed.body}
        self._units = units
        self.by_column = self._is_axis("column", self.columns)
        deeds = {at for at, one in self.rows.items() if _DONE.search(one)}
        years = all(is_period(" ".join(printed.column_labels(at))) for at in printed.columns)
        self._done = deeds if years and len(deeds) > 1 and not self.by_column else set()
        self.by_row = not self.by_column and (bool(self._done) or self._is_axis("row", self.rows))

    def _is_axis(self, axis: str, labels: dict[int, str]) -> bool:
        named = {at: one for at, one in labels.items() if one and not _BARE.search(one)}
        if any(_is_explicit(one) for one in named.values()):
            return True
        units = {at: self._units.get((axis, at), {""}) for at in named}
        each = {next(iter(found)) for found in units.values() if len(found) == 1}
        plain = [one for one in named.values() if _is_noun(one)]
        sure = all(len(one) == 1 for one in units.values())
        money = sure and len(each) > 1 and bool(each & {*MONEY})
        known = sum(map(self._is_known, plain))
        again = any(stems(one) <= self._caption for one in plain) and len(plain) > 1
        return money or (axis == "column" and (known > 1 or again))

    def _is_known(self, label: str) -> bool:
        own = stems(label)
        return any(self._measures.stems_of(key) == own for key in self._measures.fitting)

    def counted_at(self, row: int, column: int) -> Counted | None:
        """What the cell at a place counts by its own row or column; None where another says it."""
        if self.by_column:
            return self._named("column", self.columns, column)
        return self._named("row", self.rows, row) if self.by_row else None

    def above(self, row: int) -> Counted | None:
        """What a row without a noun may be a part of: the last one that says what was done."""
        before = [at for at in self._done if at < row]
        return named(self.rows[max(before)]) if before and self.rows[row] else None

    def base(self, column: int, *, first: bool) -> Counted | None:
        """What the column counts that a share, change or rate is of: the first, or the nearest."""
        if not self.by_column:
            return None
        before = sorted((at for at in self.columns if at < column), reverse=not first)
        found = (self._named("column", self.columns, at) for at in before)
        return next((one for one in found if one is not None and one.unit != "count"), None)

    def _named(self, axis: str, labels: dict[int, str], at: int) -> Counted | None:
        label = labels.get(at, "")
        found = self._units.get((axis, at), {""})
        money = next((one for one in MONEY if one in found), "")
        return named(label, money, scaled=(axis, at) in self._scaled)


def own_label(labels: Iterable[str]) -> str:
    """The last label of a row or column that is no period."""
    return next(
        (one.strip() for one in reversed(list(labels)) if one.strip() and not is_period(one)), ""
    )


def named(label: str, money: str = "", *, scaled: bool = True) -> Counted | None:
    """What a label says that it counts; None where it says nothing. money: the currency of the
    cells. scaled: whether these print their own scale, such as £1.2m."""
    plain, sign = _parts(label)
    unit = money or (CURRENCY_SIGNS[sign["money"]] if sign is not None else "")
    if unit and sign is not None and not scaled:
        unit = f"{unit} {scale(sign)}".strip()
    long = len(plain.split()) > _MOST + 3 and not _is_explicit(label)
    if not plain or _BARE.search(plain) or long:
        return None
    if (share := _SHARE.match(plain)) is not None:
        return Counted(share["noun"].lower(), "percent", share=True)
    if (number := _NUMBER.match(plain)) is not None:
        noun = _cut(number["noun"])
        return Counted(sentence_case(noun), _head(noun))
    found = _unit_of(plain, unit)
    return Counted(sentence_case(plain), found) if found else None


def _unit_of(plain: str, unit: str) -> str:
    """The unit of what a label names; empty where it names nothing. unit: that of money."""
    value = _VALUE.match(plain)
    if _BARE_RATE.match(plain) or (value is not None and not (value["of"] or unit)):
        return ""
    if _AVERAGE.match(plain):
        return unit or ("years" if plain.lower().endswith(" age") else _head(plain))
    if _RATE.search(plain):
        return unit or "rate"
    if value is not None:
        return unit or "GBP"
    return unit or ("count" if _is_amount(plain) else _head(plain) if _is_noun(plain) else "")


def _is_explicit(label: str) -> bool:
    """Whether a label says by itself that it counts something of its own."""
    plain, sign = _parts(label)
    rate = _RATE.search(plain) and not _BARE_RATE.match(plain)
    own = any(one.match(plain) for one in (_NUMBER, _AVERAGE, _SHARE, _VALUE))
    return bool(own or rate or (sign and plain) or _is_amount(plain))


def _parts(label: str) -> tuple[str, re.Match[str] | None]:
    """A label without its note and its currency, and the currency."""
    label = _NOTE.sub("", label)
    sign = UNIT.search(label)
    return (label if sign is None else label[: sign.start()].strip()), sign


def _is_amount(plain: str) -> bool:
    words = plain.lower().split()
    return bool(words) and (words[-1] in _AMOUNTS or words[0] in _AMOUNTS)


def scale(sign: re.Match[str]) -> str:
    """The scale that a currency in a label has: million."""
    return next((one for one in ("thousand", "million", "billion") if sign[one]), "")


def _is_noun(label: str) -> bool:
    words = re.findall(r"[A-Za-z'’-]+", _cut(label))
    return (
        0 < len(words) <= _MOST
        and any(map(is_plural, words))
        and words[-1].lower() not in _PERSONS
        and not label[0].isdigit()
    )


def _cut(words: str) -> str:
    return re.sub(r"\s*\([^()]*\)$", "", words).strip(" *")


def _head(words: str) -> str:
    """The noun of a label, in the plural."""
    return next((one.lower() for one in re.findall(r"[A-Za-z]+", words) if is_plural(one)), "count")


def is_period(label: str) -> bool:
    """Whether a label is a period and hardly more."""
    found = periods(label)
    return len(found) == 1 and len(found[0].label) >= len(label.strip()) - 4
