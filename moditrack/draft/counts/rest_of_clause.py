"""What the clause of a number says of the things that it counts, from their noun to its end."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.dates.periods import periods
from moditrack.documents.lower_case import words_of
from moditrack.documents.number_words import NUMBER_WORD
from moditrack.draft.counts.noun_phrases import is_plural
from moditrack.draft.counts.words_around_counts import INFINITIVE, IRREGULAR, JOINED, doing, undated

_MOST = 16
"""Words of a description that still says which of them are counted."""
_TOKEN = re.compile(r"[ \u00a0]((?:[A-Z]\.){2,}|[A-Za-z][\w'’/&-]*|\d[\d,.]*(?<![,.])%?)")
_AUX = re.compile(
    r" (?P<be>were|was|are|is|have been|has been|had been|being)"
    r"(?: (?:also|then|all|both|now|either|each|being|[a-z]+ly))*(?= )"
)
_PARTICIPLE = re.compile(
    rf" (?:[a-z-]{{3,}}ed|{IRREGULAR}|dealt|told|bought|fought|written|chosen|thrown|struck|won"
    r"|laid|led|hurt|sworn|thought|burnt)\b"
)
_NOMINAL = re.compile(r" (?:an?|the|not|no|this|that|among|one|still|our|their|its|\d)\b")
"""What follows a verb that says what all of them are: the 12 boats were the last."""
_NOT_OF_THEM = re.compile(
    rf" (?:(?:{UP}|{DOWN})(?= (?:by|to|from|on|in|since|over|up|[a-z]+ly|\d)\b|[.,;:)]|$)"
    r"|represent\w*|account\w*|ma[dk]es? up|compris\w*|constitut\w*|equal\w*|equat\w*|total\w*"
    r"|amount\w*|reflect\w*|remain\w*|continu\w*|which\b|compared\b|including\b"
    r"|in comparison\b)", re.IGNORECASE,
)  # fmt: skip
"""What begins words on the number, and not on the things: 12 boats represent a fall."""
_ENDS = words_of(
    "than compared while whilst whereas but because although though including which respectively"
    " since during until if so up down it they there we he she"
)
_COMPARED = re.compile(r" (?:in comparison|as against|as opposed|out of)\b")
_SAID = words_of("said that reported felt believed thought agreed indicated stated")
_JOINS = words_of("and or nor")
_SINGULAR, _HAS = words_of("has was is"), re.compile(r" (?:has|was|is)\b")
_ASIDE = re.compile(r", [^,;.:()\d]{3,80}, (?=(?:were|was|have been|has been|had been) )")
"""What is said in passing of those counted: 12 boats, bought by the port, were sold."""
_NAME = re.compile(r" [A-Z]")
_GOES_ON = re.compile(
    r" (?:of|for|to|in|on|against|with|from|at|by|into|under|not|were|was|had|have|has|[a-z]+ly"
    rf"|[a-z]{{3,}}ed|{IRREGULAR}|[a-z]{{3,}}ing|some|all|any|both|more)\b"
)
"""What goes on about the same things after "and"; a noun there may be another subject."""
_OBJECT = re.compile(
    rf"{_PARTICIPLE.pattern} (?:{BOUND_WORDS}|an?|the|their|its|another|[£$€]?\d|{NUMBER_WORD}\b)"
)
_NOUN = re.compile(
    r"(?: [a-z-]+){0,2}? ([a-z-]+)(?=[.,;:)]|$| (?:of|for|to|in|on|against|with|from|at|by|and|or"
    r"|were|was|had|have|has|[a-z]{3,}ed)\b)"
)
"""A second noun, and what follows it."""
_NOUNS = r"(?:the )?[a-z-]+(?<!ed)(?: [a-z-]+(?<!ed)){0,2}"
_LIST = re.compile(
    rf", (?:{_NOUNS}, )*(?:{_NOUNS},? )?(?:and|or) (?:the |other )*[a-z-]+(?: [a-z-]*s)?"
    r"(?=[.,;:)]|$| (?:of|for|to|in|on|from|at|by|were|was)\b)"
)
"""Other nouns of a list: reports of boats, carts and other nets."""
_LENGTH = re.compile(r" (?:or more |or less )?(?:minute|hour|day|week|month|year|mile|metre)s?\b")
_AGE = words_of("aged age under over section act article class category level tier")
_LEFT = words_of(
    "the a an of for to in on with from at by about around and or nor as that into more less fewer"
    " alone only each per within between after before against under over not their its his her"
    " how what when where who whom whose have has had"
)


_WHOLE_YEAR = re.compile(r" (?:calendar|financial) year\b")


@lru_cache(256)
def _dated(sentence: str) -> dict[int, int]:
    """Where each period of a sentence begins, with the word that joins it, and where it ends."""
    found = {}
    for one in periods(sentence):
        joined = JOINED.search(sentence, max(0, one.start - 30), one.start)
        end = _WHOLE_YEAR.match(sentence, one.end)
        start = joined.start() if joined is not None else one.start
        found[max(0, start - 1)] = end.end() if end is not None else one.end
    return found


def rest_of_clause(sentence: str, end: int, *, several: bool = True) -> tuple[str, bool]:
    """What is said of the things whose noun ends at a place, and whether it is cut.

    34 boats were found in sheds in 2024 by the port: found in sheds by the port. several: whether
    there are several of them.
    """
    if _NOT_OF_THEM.match(sentence, end) or (several and _HAS.match(sentence, end)):
        return "", False
    at, words = _opened(sentence, end)
    if at < 0:
        return "", False
    verb = bool(words) or at > end
    skip = _dated(sentence)
    while True:
        token = _TOKEN.match(sentence, at)
        if token is None:
            listed = _LIST.match(sentence, at) if words and not verb else None
            if listed is None or len(words) + len(listed[0].split()) > _MOST:
                break
            words = [*words[:-1], f"{words[-1]},", *listed[0][1:].split()]  # boats, carts and nets
            at = listed.end()
            continue
        if at in skip:
            at = skip[at]
            continue
        apart = several and token[1] in _SINGULAR and not verb and "where" not in words
        if apart or _is_end(sentence, at, token, words, verb=verb):
            break  # the work of 12 agencies in the port has improved
        if len(words) >= _MOST:
            return " ".join(_trimmed(words)), True
        verb = verb or _PARTICIPLE.match(sentence, at) is not None
        words.append(sentence[at + 1 : token.end()])
        at = token.end()
    return " ".join(_trimmed(words)), False


def _is_end(sentence: str, at: int, token: re.Match[str], words: list[str], *, verb: bool) -> bool:
    """Whether a word is no longer about the things that are counted."""
    word = token[1].lower()
    if word in _ENDS:
        return not (word == "they" and words and words[-1] in _SAID)
    if word in _JOINS and not _goes_on(sentence, token.end(), verb=verb):
        return not (words and words[-1][0].isupper() and _NAME.match(sentence, token.end()))
    if _COMPARED.match(sentence, at) or (not verb and INFINITIVE.match(sentence, at)):
        return True
    return word[0].isdigit() and not (
        _LENGTH.match(sentence, token.end()) or (words and words[-1].lower() in _AGE)
    )


def _opened(sentence: str, end: int) -> tuple[int, list[str]]:
    """Where what is said begins, and its first words: "that were late"; -1 where nothing is."""
    aside = _ASIDE.match(sentence, end)
    end = aside.end() - 1 if aside is not None else end
    aux = _AUX.match(sentence, end)
    if aux is None:
        return end, []
    if _NOMINAL.match(sentence, aux.end()) or _NOT_OF_THEM.match(sentence, aux.end()):
        return -1, []
    if _PARTICIPLE.match(sentence, aux.end()):
        return aux.end(), []
    return aux.end(), ["that", aux["be"]]


def _goes_on(sentence: str, at: int, *, verb: bool) -> bool:
    """Whether words after "and" are still about the same things."""
    after = _TOKEN.match(sentence, at)
    if after is None or after[1][0].isdigit() or after[1].lower() in _ENDS:
        return False
    if _OBJECT.match(sentence, at):
        return False  # they held 12 men and seized 9 boats
    if sentence.endswith("or", 0, at):
        return True
    if verb or _GOES_ON.match(sentence, at):
        return _GOES_ON.match(sentence, at) is not None
    noun = _NOUN.match(sentence, at)
    return noun is not None and (noun[0].count(" ") == 1 or is_plural(noun[1]))


def whom(sentence: str, at: int) -> tuple[str, bool]:
    """Of whom a share or a part is said to be, and whether that is cut: late at the quay."""
    short = doing(undated(sentence), at)
    rest, cut = rest_of_clause(sentence, at)
    rest = _THAT.sub("", rest)
    longer = not short or rest.startswith(f"{short} ")
    return (rest, cut) if longer else (short, short.endswith((" or", " and")))


_THAT = re.compile(r"^that (?:were|was|are|is|have been|has been|had been) ")


def _trimmed(words: list[str]) -> list[str]:
    """Words without those at their end that say nothing."""
    while words and words[-1].lower() in _LEFT and words[-2:-1] != ["or"]:
        words = words[:-1]
    return [] if len(words) == 1 and _ADVERB.fullmatch(words[0]) else words


_ADVERB = re.compile(
    r"[a-z]+ly|[a-z]+ing|each|altogether|overall|today|also|then|too|again|here|there|together|yet|well|so"
    r"|both|all|worldwide|elsewhere|away|back|on|off|up|down|out|in|who|that|were|was|had|have"
)
"""A word that alone does not say which they are."""
