"""What a row prints, wide enough for `verify` to find it where the text has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from moditrack.documents.lines import normalise
from moditrack.documents.passages import Passage
from moditrack.draft.texts import Text
from moditrack.verify.texts import MATCHED, Texts, bounded

_WIDER = 4
"""Words on either side that a row may take in to be found."""
_AFTER = re.compile(r"\S*")
_NEXT = re.compile(r"\s+\S+")
_LAST = re.compile(r"\S+\s+$")
_PUNCTUATION = ".,;:!?)]}\"'’”"


class Places:
    """The parts of a document that no proposal accounts for yet, as `verify` counts them."""

    def __init__(self, passages: list[Passage]) -> None:
        self.texts = Texts(passages)

    def take(
        self, text: Text, start: int, end: int, fits: Callable[[str], bool] = lambda _: True
    ) -> str | None:
        """What to print for a span; None where nothing that `fits` would be found there."""
        key = self.key(text)
        left = self.texts.unmatched.get(key, "")
        for first, last in _spans(text.text, start, end):
            printed = text.text[first:last]
            found = re.search(bounded(normalise(printed)), left)
            if found and found.start() == first and self._is_home(text, printed) and fits(printed):
                blank = MATCHED * (last - first)
                self.texts.unmatched[key] = left[:first] + blank + left[last:]
                return printed
        return None

    def blank(self, text: Text, start: int, end: int) -> None:
        """Account for a span without a row that prints it."""
        key = self.key(text)
        left = self.texts.unmatched.get(key, "")
        self.texts.unmatched[key] = left[:start] + MATCHED * (end - start) + left[end:]

    def left(self, text: Text) -> str:
        """A text with what is accounted for blanked."""
        return self.texts.unmatched.get(self.key(text), "")

    def key(self, text: Text) -> str:
        """The key of a text as `verify` names it."""
        return self.texts.heading_of[text.locator] if text.heading else text.locator

    def _is_home(self, text: Text, printed: str) -> bool:
        """A row of a heading is found there only where its passage does not print the same."""
        if not text.heading:
            return True
        body = self.texts.unmatched.get(text.locator, "")
        return re.search(bounded(normalise(printed)), body) is None


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
        match = _LAST.search(text, 0, starts[-1])
        if match is None:
            break
        starts.append(match.start())
    for width in range(1, len(starts) + len(ends)):
        for before in range(width + 1):
            after = width - before
            if before < len(starts) and after < len(ends):
                words = text[starts[before] : ends[after]]
                yield starts[before], starts[before] + len(words.rstrip(_PUNCTUATION))
