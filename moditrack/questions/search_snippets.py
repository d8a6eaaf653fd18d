"""The snippet of a search hit: the part of its title or text that has the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from moditrack.search_stemming import spans
from moditrack.tables import Marked

_SNIPPET_WORDS = 16
"""Approximate number of words in a snippet."""


def snippet(title: str, in_title: str, text: str, in_text: str) -> str:
    """Where the words are: in a title and a text, of which the index marked the words."""
    if "\x03" not in in_text:  # half of the hits: words are looked for one by one
        return title
    return str(excerpt(marked_in(title, in_title), marked_in(text, in_text)))


def marked_in(text: str, highlighted: str) -> Marked:
    """A text with the words that the index marked in it."""
    return Marked(text, _found(text, highlighted))


_TRIED = 50
"""The places in a text around which a snippet is tried."""
_STEM = 4
"""Words found by one word asked for, which the index stems, begin alike: trained, training."""


def excerpt(title: Marked, text: Marked) -> Marked:
    """The title, or the part of the text with words that the title does not have."""
    has = [title[slice(*span)].casefold() for span in title.spans]
    missing = [
        span
        for span in text.spans
        if (word := text[slice(*span)].casefold()) not in title.casefold()
        and not any(word[:_STEM] == own[:_STEM] and len(own) > _STEM for own in has)
    ]
    if not missing:
        return title
    first, last = _best_window(text, missing)
    before, after = "… " * (first > 0), " …" * (last < len(text))
    moved = len(before) - first
    return Marked(
        before + text[first:last] + after,
        [(a + moved, b + moved) for a, b in text.spans if first <= a and b <= last],
    )


def _best_window(text: Marked, found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The part of a text with the most different words, with one of letters before one of digits,
    as an id has them."""
    parts = _parts(text)

    def worth(span: tuple[int, int]) -> tuple[int, bool]:
        first, last = _around(parts, span)
        inside = {text[a:b].casefold() for a, b in text.spans if first <= a and b <= last}
        return len(inside), not _has_digit(text[slice(*span)])

    return _around(parts, max(found[:_TRIED], key=worth))


def _found(text: str, highlighted: str) -> list[tuple[int, int]]:
    """The spans of a text that match, from its indexed words with signs around each match."""
    found: list[tuple[int, int]] = []
    marked = highlighted[: highlighted.rfind("\x03") + 1]
    within = False
    for word, (first, last) in zip(marked.split(), spans(text), strict=False):
        opens = word.startswith("\x02")
        if opens or within:
            if within and not opens:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        within = (opens or within) and not word.endswith("\x03")
    return found


def window(text: str, found: tuple[int, int]) -> tuple[int, int]:
    """The part of a text to show around a match.

    It is cut at blanks, and not next to a number, id or citation, which keep their neighbours.
    """
    return _around(_parts(text), found)


def _parts(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"\S+", text))


def _around(parts: Sequence[re.Match[str]], found: tuple[int, int]) -> tuple[int, int]:
    """The start and end of the parts of a text around a match."""
    at = bisect_right(parts, found[0], key=re.Match.end)
    first = max(min(at - _SNIPPET_WORDS // 3, len(parts) - _SNIPPET_WORDS), 0)
    last = min(first + _SNIPPET_WORDS, len(parts)) - 1
    while first > 0 and (_has_digit(parts[first][0]) or _has_digit(parts[first - 1][0])):
        first -= 1
    while last < len(parts) - 1 and (_has_digit(parts[last][0]) or _has_digit(parts[last + 1][0])):
        last += 1
    return parts[first].start(), parts[last].end()


def _has_digit(part: str) -> bool:
    return any(sign.isdigit() for sign in part)
