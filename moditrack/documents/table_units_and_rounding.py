"""The unit, scale and rounding of a table, by its caption and labels: £'000, to the nearest 5."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import UNITS
from moditrack.documents.plain_number import SCALES
from moditrack.documents.quantities import Quantity
from moditrack.documents.table_labels import PERCENT, role_of
from moditrack.documents.units_and_scales import CURRENCY_SIGNS

_SCALES = (
    (10**3, r"[£$€]?[ \u00a0]?['\u2019]?000s?\b|[£$€] ?k\b|\bthousands?\b|\(k\)"),
    (10**6, r"[£$€] ?mn?\b|\bmillions?\b|\(m\)"),
    (10**9, r"[£$€] ?bn\b|\bbillions?\b|\(bn\)"),
)
_SCALE = [(scale, lazy_regex(rf"(?<![\d,.])(?:{pattern})", re.I)) for scale, pattern in _SCALES]
_CAPTION_SCALE = lazy_regex(
    r"[£$€] ?(?:['\u2019]?000s?|k|mn?|bn|thousands?|millions?|billions?)\b"
    r"|\bin (?:thousands|millions|billions)\b|^(?:thousands|millions)\b"
    r"|\((?:['\u2019]?000s?|thousands|millions|billions)\)|^['\u2019]?000s?$",
    re.IGNORECASE | re.MULTILINE,
)
_IN_PERCENT = lazy_regex(
    r"\A(?!.*\b(?:numbers?|count|brackets)\b)[^\n]*"
    r"(?:\bas an? (?:percentage|%) of\b|\(percentage change|\((?:%|per ?cent)(?: of)?(?: \w+)?\))",
    re.I,
)  # fmt: skip
_COUNT = lazy_regex(r"^(?:number|numbers|no\.?|count|n|base|volume|cases)$", re.IGNORECASE)
_POINTS = lazy_regex(r"percentage[- ]points?|% points?|\bp\.?p\.?t?s?\b", re.IGNORECASE)
_ROUNDED = lazy_regex(
    r"rounded (?:up |down )?to (?:the )?nearest (\d[\d,]*|five|ten|hundred|thousand|million)\b",
    re.IGNORECASE,
)
_MAY_NOT_SUM = lazy_regex(
    r"\b(?:not|rarely)(?: \w+){0,3} (?:sum|add|total|tally|cast)\b[^.;]*\brounding\b"
    r"|\b(?:due to|because of|owing to|subject to|as a result of) (?:\w+ )?rounding\b"
    r"|\brounding,? [^.;]*\bnot(?: \w+){0,3} (?:sum|add|total|tally|cast)\b"
    r"|\brounding (?:differences|errors)\b"
    r"|\b(?:are|is|been|were) (?:independently |separately |individually )?rounded\b",
    re.IGNORECASE,
)
_SENTENCE = lazy_regex(r"(?<=[.;])\s+|\n")
_SHARES_ONLY = lazy_regex(
    r"(?!.*\b(?:figures|numbers|counts|totals|values|components|data)\b).*(?:%|\bper ?cent)", re.I
)
"""A sentence about percentages, which says nothing of the counts beside them."""


@dataclass(frozen=True)
class Units:
    """What a caption or label says about the numbers under it."""

    unit: str = ""
    scale: int = 1
    rounded_to: int = 0

    def within(self, other: Units) -> Units:
        """The units of a label inside those of what is around it."""
        return Units(
            self.unit or other.unit,
            self.scale if self.scale > 1 else other.scale,
            self.rounded_to or other.rounded_to,
        )

    def apply(self, quantity: Quantity) -> Quantity:
        """A quantity of a cell in the units of its table, which it need not print itself."""
        if quantity.unit in ("percent", "percentage points", "ratio"):
            return quantity
        unit = quantity.unit or ("" if self.unit == "count" else self.unit)
        if unit in ("percent", "percentage points") or quantity.scale > 1:
            return replace(quantity, unit=unit)
        return replace(
            quantity,
            unit=unit,
            scale=self.scale,
            low=quantity.low * self.scale,
            high=quantity.high * self.scale,
        )


def units_of_caption(caption: str) -> Units:
    """Scale, currency and rounding that a caption or note states; "rounded" alone: to whole
    numbers."""
    if not caption:
        return Units()
    found = _CAPTION_SCALE.search(caption)
    units = _units(found[0]) if found else Units()
    if not found and _IN_PERCENT.search(caption):
        units = Units("percent")
    said = "\n".join(one for one in _SENTENCE.split(caption) if not _SHARES_ONLY.match(one))
    nearest = _ROUNDED.search(said)
    number = nearest[1].lower().replace(",", "") if nearest else "0"
    rounded = (UNITS | SCALES).get(number) or int(number) or int(bool(_MAY_NOT_SUM.search(said)))
    return replace(units, rounded_to=rounded)


@lru_cache(10_000)
def units_of_label(label: str) -> Units:
    """Unit and scale that the label of a row or column states; `count` where it says so."""
    if _POINTS.search(label):
        return Units("percentage points")
    if role_of(label) == "share" or PERCENT.search(label):
        return Units("percent")
    if _COUNT.fullmatch(label.strip()):
        return Units("count")
    return _units(label)


def _units(text: str) -> Units:
    scale = next((scale for scale, pattern in _SCALE if pattern.search(text)), 1)
    currency = next((unit for sign, unit in CURRENCY_SIGNS.items() if sign in text), "")
    return Units(currency, scale)
