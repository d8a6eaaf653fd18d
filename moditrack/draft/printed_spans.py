"""What a row prints, wide enough for `verify` to find it where the text has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from moditrack.draft.texts_in_order import Text
from moditrack.verify.matching import MatchedText

_WIDER = 4
"""Words on either side that a row may take in to be found."""
_MOST_SPANS, _LONG = 9, 20_000
"""Spans that may be printed once, and characters up to which that is looked for."""
_LONGEST = 100
"""Characters before a place in which the word before it is looked for."""
_AFTER = re.compile(r"\S*")
_NEXT = re.compile(r"\s+\S+")
_LAST = re.compile(r"\S+\s+$")
_PUNCTUATION = ".,;:!?)]}\"'’”"


class Places:
    """The parts of a document that no proposal accounts for yet, as `verify` counts them.

    `verify` gives a row the first place where its words are printed and no earlier row has them.
    """

    def __init__(self) -> None:
        self._texts: dict[tuple[str, bool, str], MatchedText] = {}

    def take(
        self, text: Text, start: int, end: int, fits: Callable[[str], bool] = lambda _: True,
        *, once: bool = True,
    ) -> str | None:  # fmt: skip
        """What to print for a span; None where nothing that `fits` would be found there.

        With `once`, words that the text prints once are preferred: no unfinished row can take their
        place. Figures come first anyway.
        """
        while start < end and text.text[end - 1].isspace():
            end -= 1
        spans = list(_spans(text.text, start, end))
        unique = [
            span
            for span in spans[:_MOST_SPANS]
            if once and _is_once(text.text, *span) and not _cuts_a_date(text, span, start, end)
        ]
        for first, last in [*unique, *spans]:
            printed = text.text[first:last]
            found = self._matched(text).find(printed) == first and self._is_home(text, printed)
            if found and fits(printed):
                self.blank(text, first, last)
                return printed
        return None

    def blank(self, text: Text, start: int, end: int) -> None:
        """Account for a span."""
        self._matched(text).match(start, end)

    def settle(self, text: Text, printed: str) -> None:
        """Account for the place that `verify` gives to a row which prints these words."""
        at = self._matched(text).find(printed)
        if at >= 0:
            self.blank(text, at, at + len(printed))

    def is_open(self, text: Text, start: int, end: int) -> bool:
        """Whether a span has letters or digits that nothing accounts for."""
        own = self._matched(text)
        return any(text.text[at].isalnum() and own.is_open(at, at + 1) for at in range(start, end))

    def left(self, text: Text) -> str:
        """A text with what is accounted for blanked."""
        return self._matched(text).unmatched

    def _matched(self, text: Text) -> MatchedText:
        # A passage with a table has two texts: its own, and the words of its cells.
        key = (text.locator, text.heading, text.text)
        if key not in self._texts:
            self._texts[key] = MatchedText(text.text)
        return self._texts[key]

    def _is_home(self, text: Text, printed: str) -> bool:
        """A row of a heading is found there only where its passage does not print the same."""
        if not text.heading:
            return True
        return self._matched(Text(text.passage, text.passage.text)).find(printed) < 0


def _is_once(text: str, first: int, last: int) -> bool:
    """Whether a text prints a span's words once; in a very long one nobody asks."""
    if len(text) > _LONG:
        return False
    alone, printed = MatchedText(text), text[first:last]
    at = alone.find(printed)
    return at >= 0 and alone.find(printed, at + 1) < 0


def _cuts_a_date(text: Text, span: tuple[int, int], start: int, end: int) -> bool:
    """Whether a span has letters of a date that is no part of what it was widened from."""
    near = text.periods_in(span[0] - _LONGEST, span[1])
    return any(
        period.end > span[0] and (period.end <= start or period.start >= end) for period in near
    )


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span, and wider ones: to the end of its word, then with words after it and before it."""
    yield start, end
    word = _AFTER.match(text, end)
    last = end + len(word[0].rstrip(_PUNCTUATION)) if word else end
    first = start
    while first > 0 and not text[first - 1].isspace() and text[first - 1] not in "([\"'‘“":
        first -= 1
    if (first, last) != (start, end):
        yield start, last
        yield first, last
    ends = [last]
    for _ in range(_WIDER):
        match = _NEXT.match(text, ends[-1])
        if match is None:
            break
        ends.append(match.end())
    starts = [first]
    for _ in range(_WIDER):
        before = _LAST.search(text, max(0, starts[-1] - _LONGEST), starts[-1])
        if before is None:
            break
        starts.append(before.start())
    for width in range(1, len(starts) + len(ends)):
        for left in range(width + 1):
            right = width - left
            if left < len(starts) and right < len(ends):
                words = text[starts[left] : ends[right]]
                yield starts[left], starts[left] + len(words.rstrip(_PUNCTUATION))
