"""Lines of print joined into text: words that a hyphen cut at the end of a line are whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moditrack.documents.lazy_regex import lazy_regex

_WITHIN = lazy_regex(r"\u00ad(?!(?<=\d\u00ad)\d)")
"""A soft hyphen that is no DASH_OF_RANGE of normalise.py."""
_CUT = lazy_regex(r"\w[-\u00ad\u2010]$")
_TIGHT = lazy_regex(r"\S[-\u2010\u2011\u2013\u2014/\\]$")
"""A line that ends within a word, or between two numbers."""


def joined(lines: Iterable[str], words: frozenset[str] | set[str] = frozenset()) -> str:
    """Lines as one text. `words` are words of the document, by which hyphens are judged."""
    text = ""
    for line in lines:
        if not text or not line:
            text += line
        elif _CUT.search(text) and line[0].islower():
            text = _uncut(text, line, words)
        elif _TIGHT.search(text) or (text[-1] == "]" and line[0] == "("):
            text += line
        else:
            text += " " + line
    return _WITHIN.sub("", text)


def _uncut(text: str, line: str, words: frozenset[str] | set[str]) -> str:
    """A word that a hyphen at the end of a line cut, joined with or without its hyphen."""
    head = re.split(r"[^\w'’-]", text[:-1])[-1]
    tail = re.match(r"[\w'’-]*", line)
    after = tail[0] if tail is not None else ""
    whole, hyphened = (head + after).lower(), f"{head}-{after}".lower()
    if text[-1] == "\u00ad":
        return text[:-1] + line
    known = [part.lower() in words for part in (head, after)]
    if hyphened not in words and (
        text[-1] == "\u2010" or (not all(known) if whole in words else not any(known))
    ):
        return text[:-1] + line
    return text + line
