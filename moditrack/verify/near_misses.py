"""What would fit where a record and the text differ: the nearest text, number or cell."""

from __future__ import annotations

import difflib
import re

from moditrack.documents.normalise import normalise
from moditrack.documents.printed_values import OWN_UNITS, bound_of, numbers
from moditrack.documents.quantities import Quantity, quantities, read_cell
from moditrack.verify.differences import Difference, Evidence
from moditrack.verify.matching import HEADING, Texts, bounded
from moditrack.verify.record_values import value_of, written

_SUGGESTED = 200
"""At most this many differences of a document get a suggestion."""
_LISTED = 3
"""At most this many suggestions of one kind."""
_BOUND_WORDS = 6
"""A bound is said in fewer words than this: in excess of, or more."""
_LONGEST = 200
"""A longer printed text is not compared with all of its passage."""
_ALIKE = 0.75
_LOOSE = re.compile(r"[\s,'\"-]+")
"""What two ways of printing the same text may differ by, besides case."""


def record_cells(quantity: Quantity, bound: bool = False) -> str:
    """The cells of a record of a printed quantity: "bound more-than, value 40, low 40"."""
    cells = value_of(quantity)
    if cells is None:
        return "no digits of a record give it"
    printed = cells.pop("bound")
    if bound:
        cells = {"bound": printed} | cells
    return ", ".join(f"{column} {text}" for column, text in cells.items())


def with_bound(text: str, quantity: Quantity) -> str:
    """A quantity of a text with the words that give its bound: more than 40."""
    before, after = text[: quantity.start].split(" "), text[quantity.end :].split(" ")
    for words in range(1, _BOUND_WORDS):
        left = " ".join([*before[-words - 1 : -1], text[quantity.start : quantity.end]])
        right = text[quantity.start : quantity.end] + " ".join(after[: words + 1])
        for printed in (left, right):
            if bound_of(printed) == quantity.bound:
                return printed.strip(".,;")
    return quantity.printed


def gives(printed: str, unit: str) -> str:
    """What a printed text gives, where it does not give its record."""
    quantity = read_cell(printed)
    if quantity is not None and unit and quantity.unit in OWN_UNITS and quantity.unit != unit:
        return f"it is in {quantity.unit}, and its measure in {unit}; {record_cells(quantity)}"
    if quantity is not None:
        return record_cells(quantity)
    found = numbers(printed)
    value = written(found[0]) if found else None
    return f"value {value}" if value else "it has no number that a record can hold"


def suggest(evidence: Evidence, texts: Texts) -> None:
    """Say of each printed text that is not in its passage what comes near it, and of a number
    without a row which row has it elsewhere.

    Called when every row has been matched: what is left is what the passage has and no row.
    """
    wanted = [one for one in evidence.differences if one.wanted]
    for difference in wanted[:_SUGGESTED]:
        difference.fits = _near(difference, texts)
    for difference in evidence.differences:
        if difference.place is not None:
            place, start = difference.place
            text = texts.by_place[place].whole
            near = (one for one in wanted[:_SUGGESTED] if _is_at(one.wanted, text, start))
            if (one := next(near, None)) is not None:
                difference.fits = f"{one.file}, row {one.row} has it in {one.locator}"


def _is_at(wanted: str, text: str, start: int) -> bool:
    """Whether a printed text is the one around a place of a text."""
    printed = normalise(wanted)
    first = max(0, start - len(printed))
    found = re.compile(bounded(printed)).search(text, first, start + len(printed) + 1)
    return found is not None and found.start() <= start < found.end()


def _near(difference: Difference, texts: Texts) -> str:
    wanted, locator = normalise(difference.wanted), difference.locator
    if locator not in texts.by_locator or not wanted:
        return ""
    places = [p for p in (locator, texts.heading_of.get(locator, "")) if p in texts.by_place]
    for place in places:
        own = texts.by_place[place].whole
        if re.search(bounded(wanted), own):
            return f"the passage has '{wanted}' in fewer places than the records"
        if loose := _loosely(wanted, own):
            return f"the passage has '{loose}'"
    if elsewhere := _elsewhere(wanted, locator, texts):
        return f"'{wanted}' is printed in {' and '.join(elsewhere)}"
    if difference.file == "figures.csv" and (left := _quantities(wanted, places, texts)):
        return f"the passage has {left}"
    alike = next((found for p in places if (found := _alike(wanted, texts.by_place[p].whole))), "")
    return f"the passage has '{alike}'" if alike else ""


def _loosely(wanted: str, text: str) -> str:
    """The part of a text that differs only by case, spaces, hyphens, commas or quotes."""
    letters = [re.escape(letter) for letter in _LOOSE.sub("", wanted)]
    if not letters or len(letters) > _LONGEST:
        return ""
    pattern = r"(?<![A-Za-z0-9])" + r"[\s,'\"-]*".join(letters) + r"(?![A-Za-z0-9]|[.,]\d)"
    found = re.search(pattern, text, re.IGNORECASE)
    return found[0] if found else ""


def _elsewhere(wanted: str, locator: str, texts: Texts) -> list[str]:
    """The passages nearest to another that have a printed text which no row has matched."""
    pattern = re.compile(bounded(wanted))
    order = {passage.locator: number for number, passage in enumerate(texts.passages)}
    found = {
        place.removeprefix(HEADING)
        for place, text in texts.by_place.items()
        if pattern.search(text.unmatched)
    }
    nearest = sorted(found & order.keys(), key=lambda one: abs(order[one] - order[locator]))
    return nearest[:_LISTED]


def _quantities(wanted: str, places: list[str], texts: Texts) -> str:
    """The quantities that no row has matched: one of the same number, else all if they are few."""
    left = [
        quantity
        for place in places
        for quantity in quantities(texts.by_place[place].whole, texts.style)
        if texts.by_place[place].is_open(quantity.start, quantity.end)
    ]
    own = read_cell(wanted)
    same = [
        quantity
        for quantity in left
        if own and (quantity.low, quantity.high) == (own.low, own.high)
    ]
    few = same or (left if len(left) <= _LISTED else [])
    return " and ".join(
        f"'{quantity.printed}': {record_cells(quantity, bound=True)}" for quantity in few
    )


def _alike(wanted: str, text: str) -> str:
    """The words of a text that are most alike a text of as many words."""
    if len(wanted) > _LONGEST:
        return ""
    words = text.split(" ")
    size = wanted.count(" ") + 1
    best, found = _ALIKE, ""
    matcher = difflib.SequenceMatcher(None, "", wanted, autojunk=False)
    for start in range(max(0, len(words) - size) + 1):
        window = " ".join(words[start : start + size]).strip(".,;:()")
        matcher.set_seq1(window)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            ratio = matcher.ratio()
            if ratio > best:
                best, found = ratio, window
    return found
