"""Whose parts a list has after two numbers: 6 of the 34 were children, 4 boys and 2 girls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.change_words import COMPARED_WITH
from moditrack.documents.quantities import Quantity

_PART_OF = re.compile(
    r"#[nm](?P<part>\d+)#(?: \(#p\d+#\))?(?: [a-z-]+){0,2}? (?:(?:out )?of|among|in)"
    r"(?: (?!and\b|or\b)[a-z-]+){0,4} #[nm](?P<whole>\d+)#",
    re.IGNORECASE,
)


_EARLIER = re.compile(rf"\b(?:{COMPARED_WITH}|(?:up|down) from) (?:the )?$", re.IGNORECASE)


@lru_cache(64)
def _part_of(skeleton: str) -> dict[int, int]:
    """The numbers that are said to be parts of others, by these."""
    return {int(match["whole"]): int(match["part"]) for match in _PART_OF.finditer(skeleton)}


def whole_of(sentence: Sentence, total: int, parts: Sequence[int]) -> int | None:
    """The number of which a list that follows has the parts: `total`, or one that is part of it.

    None where it may be neither of two.
    """
    low = sum(sentence.quantities[number].low for number in parts)
    other = _part_of(sentence.skeleton).get(total)
    if low == sentence.quantities[total].low or other is None or other in parts:
        return total
    return other if low == sentence.quantities[other].low else None


def may_be_nested(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts after one come nearer to it than all of them to the total."""
    values = [part.low for part in parts]
    off = abs(sum(values) - total.low)
    return any(abs(sum(values[n:]) - values[n - 1]) < off for n in range(1, len(values) - 1))


def is_alone(sentence: Sentence, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether no other number of a sentence, before a list, can have the parts of the list.

    One that a number is compared with has none.
    """
    largest = max(part.low for part in parts)
    before = sentence.quantities
    if parts[0] in before:
        before = before[: before.index(parts[0])]
    return not any(
        one.unit == total.unit and one.low > largest and not is_earlier(sentence, one)
        for one in before
        if one is not total
    )


def is_earlier(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is only what another is compared with: 12 boats, up from 9."""
    return _EARLIER.search(sentence.text, 0, quantity.start) is not None


def nearer(sentence: Sentence, whole: Quantity, part: Quantity) -> list[Quantity]:
    """The other numbers of which a number after a whole may be a part, the nearest first."""
    numbers = sentence.quantities
    of_it = _part_of(sentence.skeleton).get(numbers.index(whole)) if whole in numbers else None
    between = [one for one in numbers if whole.end <= one.start and one.end <= part.start]
    found = [*reversed(between), *([numbers[of_it]] if of_it is not None else [])]
    return [one for one in found if one.unit == whole.unit and one.low >= part.low]
