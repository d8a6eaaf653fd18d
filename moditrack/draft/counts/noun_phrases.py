"""What is counted: the noun phrase after a number, and the stems by which words are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.lower_case import PREPOSITIONS, SMALL_WORDS, words_of

_WORD = re.compile(r"[ \u00a0“”\"-]*((?:[A-Z]\.){2,}(?= [a-z])|[A-Za-z][A-Za-z'’-]*)")
_DASHES = (" - ", " – ")
"""What ends a noun phrase: 12 boats - nets are apart."""
_STOPS = words_of(
    "of in on at by for from to with without within during since until between per and or but nor"
    " was were is are be been being has have had having did does do will would could should may"
    " might must can who whom whose which that this these those it its they their there then than"
    " as a an the each all both not no also only just when where while after before under over"
    " through across against about into out up down off via because if so yet compared including"
    " either neither against recorded reported made found seen received identified given led"
    " resulted remain remained came went took became said according making down figure mark level"
    " rate still already now again them us"
)
_SMALL = SMALL_WORDS | {"each", "per"}
_DETERMINERS = words_of("the a an these those its our their his her")
_LOOSE = words_of(
    "recorded reported total more further new additional other separate different such overall"
    " many several individual distinct suspected potential possible alleged confirmed main key"
    " police extra known"
)
"""Adjectives that do not change what is counted."""
_OF_NUMBERS = words_of(
    "total more further additional another extra overall such different separate recorded"
    " reported several"
)
"""Adjectives that say how many there are, and not which."""
_SUFFIXES = ("ations", "ation", "ings", "ing", "als", "al", "ies", "ed", "es", "s", "e", "y")
_IRREGULAR = {"people": "person", "persons": "person", "men": "man", "women": "woman",
              "children": "child", "staff": "staff", "police": "police"}  # fmt: skip
_PLURALS = ("people", "men", "women", "children", "staff", "police", "personnel", "data")


_NO_SMALL = r"(?!(?:the|an?|of|in|its|their|our|to|for|by|was|were|is|are|had|has|have|on|at)\b)"
_RECORDED = re.compile(
    rf"[ \u00a0](?:reported|recorded|identified) (?:{_NO_SMALL}[a-z-]+ ){{0,3}}?"
    rf"{_NO_SMALL}[a-z-]+s\b"
)
"""What says of those counted that they were recorded: 12 recorded thefts."""
_GRADED = ("class", "category", "schedule", "grade", "level", "tier", "band")
_BOTH = re.compile(rf" and {_NO_SMALL}[a-z-]+(?<!s)(?: {_NO_SMALL}[a-z-]+){{0,2}} ?[a-z]+s\b")


@lru_cache(10_000)
def stem(word: str) -> str:
    """A word without its ending: arrests, arrested and arrest are one."""
    plain = word.lower().removesuffix("'s").removesuffix("’s")
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    for suffix in _SUFFIXES:
        if plain.endswith(suffix) and len(plain) - len(suffix) >= 4:
            return plain[: -len(suffix)]
    return plain


def stems(words: str | list[str]) -> frozenset[str]:
    """The stems of the words that say something."""
    found = re.findall(r"[A-Za-z][A-Za-z'’]*", words) if isinstance(words, str) else words
    return frozenset(stem(word) for word in found if word.lower() not in _SMALL)


def phrase_after(text: str, end: int, most: int = 5) -> list[str]:
    """The noun phrase that follows a place: up to a preposition, a verb or a mark."""
    words: list[str] = []
    at = end
    while len(words) < most:
        match = _WORD.match(text, at) if not words or not text.startswith(_DASHES, at) else None
        if match is None and words and not is_plural(words[-1]):
            match = _AFTER_SHORT.match(text, at)
        if match is None or (match[1].lower() in _STOPS and not _goes_on(words, match, text)):
            break
        words.append(match[1])
        most += 2 * (match[1] == "and")
        at = match.end()
        if is_plural(match[1]) and not _is_before_a_plural(text, at):
            break
    while words and (
        words[-1].lower().endswith(("ly", "ed"))
        or (len(words) > 1 and words[-1].endswith("ing") and _OBJECT.match(text, at))
    ):
        at = text.rindex(words[-1], end, at) - 1
        words.pop()
    return words


_OBJECT = re.compile(r" (?:an?|the|that|to|their|his|her|its|how|about)\b")
"""What follows a verb, and no noun: one force reporting a fall."""
_AFTER_SHORT = re.compile(
    rf" \([A-Z][A-Za-z]{{1,9}}\) (?!(?:{UP}|{DOWN}|[a-z]+ed)\b)([a-z][a-z'’-]*)"
)
"""A noun that goes on after the abbreviation of its first words: late boat (LB) trips."""


def _is_before_a_plural(text: str, at: int) -> bool:
    """Whether a plural is the first part of a compound: weapons searches, drugs offences."""
    after = _WORD.match(text, at)
    return (
        after is not None
        and after[1].lower() not in _STOPS
        and after[1].lower() not in _PLURALS
        and is_plural(after[1])
        and (text.endswith("police", 0, at) or _COMPOUND.match(text, after.end()) is not None)
    )


_COMPOUND = re.compile(rf" (?:{'|'.join(sorted(_STOPS))}|involving|[a-z]+ed)\b|[.,;:)]|$")


def _goes_on(words: list[str], match: re.Match[str], text: str) -> bool:
    """Whether a small word belongs to a noun phrase: Class A drugs, male and female inmates."""
    if not words:
        return _RECORDED.match(text, match.start()) is not None
    if match[1].lower() == "rate" and len(words) > 1:
        return True  # the slight casualty rate
    graded = match[1] == "A" and words[-1].lower() in _GRADED
    return graded or _BOTH.match(text, match.start()) is not None


def starts_late(words: list[str]) -> list[str]:
    """The end of a list of words that can be a noun phrase: what follows its last stop word."""
    stops = [at for at, word in enumerate(words) if word.lower() in _STOPS | _DETERMINERS]
    return words[stops[-1] + 1 :] if stops else words


def phrase_end(text: str, end: int) -> int:
    """Where the noun phrase that follows a place ends."""
    for word in phrase_after(text, end):
        end = text.index(word, end) + len(word)
    return end


_SHORT_PLURAL = re.compile(r"[A-Z]{2,6}['’]s")


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural."""
    plain = word.lower()
    long = len(plain) > 3 or (word[:2].isupper() and word[-1] == "s")  # CGs, and not MS
    return (
        plain in _PLURALS
        or _SHORT_PLURAL.fullmatch(word) is not None
        or (long and plain.endswith("s") and not plain.endswith(("ss", "us", "is", "'s")))
    )


def plural(word: str) -> str:
    """A noun in the plural: boats, men, agencies."""
    if word.endswith(("man", "child")):
        return f"{word[:-2]}en" if word.endswith("man") else f"{word}ren"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def is_counted(words: list[str], single: bool) -> bool:
    """Whether a noun phrase can be what a number counts; `single` where the number is one."""
    if single and len(words) > 1 and words[0].endswith("ed"):
        return False  # 1 gained social housing
    return bool(words) and single != is_plural(words[-1])


def kept(words: list[str]) -> list[str]:
    """A noun phrase without adjectives that do not change what is counted."""
    return _without(words, _LOOSE)


def _without(words: list[str], loose: frozenset[str] | set[str]) -> list[str]:
    """A noun phrase without some adjectives, where no "and" joins them to another."""
    joined = {at + by for at, word in enumerate(words) if word == "and" for by in (-1, 1)}
    of = next((at for at, word in enumerate(words) if word in _JOINING), len(words))
    left = [
        word for at, word in enumerate(words)
        if word.lower() not in loose or at in joined or at > of
    ]  # fmt: skip
    return left or words[-1:]


_JOINING = PREPOSITIONS | {"against"}
"""What joins a noun to another, whose adjectives say which: fires in other sheds."""


def described(words: list[str]) -> list[str]:
    """A noun phrase as a description shows it, without what belongs to its number."""
    return _without(words, _OF_NUMBERS)


def in_lower_case(words: list[str]) -> str:
    """Words of a noun phrase within a sentence: abbreviations, and names after the first, stay."""
    return " ".join(
        word if (at and word[:1].isupper()) or word[1:] != word[1:].lower() else word.lower()
        for at, word in enumerate(words)
    )


def sentence_case(text: str) -> str:
    """A text with its first letter large."""
    return text[:1].upper() + text[1:]
