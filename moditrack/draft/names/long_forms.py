"""Abbreviations that a text explains, with the words that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from moditrack.draft.names.kinds_of_names import SMALL
from moditrack.draft.texts_in_order import Text

_SHORT = re.compile(
    r" \((?:the )?[\"“'‘]?(?=[A-Za-z0-9&]*[A-Z0-9&][a-z]*[A-Z0-9&])([A-Z][A-Za-z0-9&]{1,9})"
    r"[\"”'’]?(?:\)|[;,] [a-z][^()]{3,80}\))"
)
"""An abbreviation in brackets: (FBU), ("the FBU"), (FBU; since 2012 a part of it)."""
_SHORT_FIRST = re.compile(
    r"(?<![\w-])(?P<short>[A-Z]{2,8})(?: [A-Z]{2,5})? \((?P<long>[A-Z][A-Za-z'’&, -]{5,70})\)"
)
"""An abbreviation that its long form follows: FBU (Foo Bar Unit)."""
_FAR = 150
"""Characters before an abbreviation in which its long form is looked for."""


def explained(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Each abbreviation that a text explains, with its long form and their span."""
    for match in _SHORT.finditer(text):
        long = long_form(text[max(0, match.start() - _FAR) : match.start()], match[1])
        if long is not None:
            yield match[1], long, match.start() - len(long), match.end()
    for match in _SHORT_FIRST.finditer(text):
        letters = "".join(re.findall(r"(?<![A-Za-z'’])[A-Z]", match["long"]))
        if letters == match["short"]:
            yield match["short"], match["long"], match.start(), match.end()


def long_form(before: str, short: str) -> str | None:
    """The words before an abbreviation in brackets that it abbreviates; None where none do.

    Its letters are looked for backwards, the first at the beginning of a word.
    """
    if (initials := _by_initials(before, short)) is not None:
        return initials
    most = min(len(short) + 5, 2 * len(short))
    at = len(before) - 1
    for number in range(len(short) - 1, -1, -1):
        letter = short[number].lower()
        while at >= 0 and (
            before[at].lower() != letter or (number == 0 and at > 0 and before[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    start = at + 1
    long = before[start:]
    wrong = re.search(r"[.;:(,]\s|[()\[\]]", long) or len(long.split()) > most
    return None if wrong or len(long) <= len(short) else long


_ENDS = re.compile(r"[.;:(),\[\]]")


def _by_initials(before: str, short: str) -> str | None:
    """The words whose first letters are all those of an abbreviation; None where they are not.

    A small word may have a letter, too, but none begins a name: the Office of Tides (OT).
    """
    left = list(short.upper())
    for word in reversed(list(re.finditer(r"[A-Za-z][A-Za-z'’]*", before))):
        if not left or _ENDS.search(before, word.end()):
            return None
        letter, small = word[0][0].upper(), word[0] in SMALL
        if letter == left[-1] and not (small and (len(left) == 1 or short.isupper())):
            left.pop()
            if not left:
                return before[word.start() :]
        elif not small:
            return None
    return None


_RUN = re.compile(
    rf"[A-Z][a-z’']+(?: (?:(?:{'|'.join(SMALL)}) ){{0,2}}[A-Z][a-z’']+){{2,9}}(?![\w’'])"
)
_LARGE = re.compile(r"[A-Z][\w’']+")
_FEWEST, _MOST = 3, 7
"""Words of a long form that is found without its abbreviation beside it."""


def printed_elsewhere(texts: Iterable[Text]) -> dict[str, tuple[str, Text, int]]:
    """The names that can be long forms of abbreviations, by their initials, where first printed."""
    found: dict[str, tuple[str, Text, int]] = {}
    for text in texts:
        for run in _RUN.finditer(text.text):
            words = list(_LARGE.finditer(run[0]))
            for first in range(len(words) - _FEWEST + 1):
                for last in range(first + _FEWEST - 1, min(first + _MOST, len(words))):
                    short = "".join(one[0][0] for one in words[first : last + 1])
                    start = words[first].start()
                    long = run[0][start : words[last].end()]
                    found.setdefault(short, (long, text, run.start() + start))
    return found
