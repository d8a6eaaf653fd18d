"""What a person types into a search, as terms of the full-text index."""

from __future__ import annotations

import re

from moditrack.errors import InputError
from moditrack.search_words import spans

MOST_WORDS = 60
"""The most words that a search takes."""
COMMON = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "did", "do", "does", "for", "from",
    "had", "has", "have", "how", "in", "is", "it", "its", "many", "much", "no", "not", "of",
    "on", "or", "than", "that", "the", "their", "there", "they", "this", "to", "was", "were",
    "what", "when", "where", "which", "who", "why", "will", "with",
))  # fmt: skip
"""Words that say nothing of what is looked for."""
EMPTY = COMMON - {"from", "no", "not", "than", "will"}
"""Those that change nothing of what is looked for, even beside other words."""
_SCALES = frozenset(("hundred", "thousand", "million", "billion"))
_JOINTS = ("", "-", "\u2010", "\u2011", "\u2013", ".", "'", "\u2019", "#")
_SHORT = 4
"""Letters before a number that make one name with it (CO 14); a longer word is a word."""


def fts_terms(text: str, *, apart: bool = False) -> list[str]:
    """The words and phrases typed, quoted so that SQLite cannot misread them, each once.

    What is typed without a blank is a phrase (`25-24`), and so is `1.1 million`; so is `CO 14`,
    unless such are taken `apart`. `word*` finds what begins so. Raises InputError where there is no
    word, or too many.
    """
    terms: list[str] = []
    for phrase, rest in re.findall(r'"([^"]*)"|([^"]+|")', text):
        terms += [_term([word for word, _, _ in spans(phrase)])] if phrase else _loose(rest, apart)
    terms = list(dict.fromkeys(term for term in terms if term))
    if not terms:
        raise InputError(f"There is no word in '{text}' to search for: write one or more.")
    number = sum(len(term.split()) for term in terms)
    if number > MOST_WORDS:
        raise InputError(
            f"A search has at most {MOST_WORDS} words, and that is {number}: leave some out."
        )
    return terms


def _loose(text: str, apart: bool) -> list[str]:
    """The terms of what is not in quotation marks."""
    terms: list[str] = []
    run: list[str] = []
    end = 0
    for word, first, last in spans(text):
        if run and not _belongs(run[-1], text[end:first], word, apart):
            terms.append(_term(run))
            run = []
        run.append(word)
        end = last
        if text[end : end + 1] == "*":
            terms.append(f"{_term(run)}*")
            run = []
    return [*terms, _term(run)]


def _term(words: list[str]) -> str:
    return f'"{" ".join(words)}"' if words else ""


def _belongs(left: str, gap: str, right: str, apart: bool) -> bool:
    """Whether two words with `gap` between them are parts of one thing."""
    if gap in _JOINTS:
        return True
    if gap == "/":  # 2022/23, and not police/immigration
        return left[0].isdigit() and right[0].isdigit()
    if gap != " ":
        return False
    if left[0].isdigit():
        return right in _SCALES
    return not apart and right[0].isdigit() and len(left) <= _SHORT and left not in COMMON
