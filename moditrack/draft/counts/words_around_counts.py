"""What a sentence says of the things that it counts: of what, for whom, what was done to them."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.periods import periods
from moditrack.documents.lower_case import PREPOSITIONS, words_of
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.noun_phrases import is_plural
from moditrack.draft.texts_in_order import Text

NEAR = 120
"""Characters around a number in which a guess is looked for."""
CLAUSE_ENDS = re.compile(r"[,;.:()]| (?:and|of which|of whom|but|while) ")
_MOST = 9
"""Words that can say of what or for whom."""
_REACH = 90
"""Characters before a number in which its noun or verb is looked for."""
_TOKEN = re.compile(r"[ \u00a0-]((?:[A-Z]\.){2,}|[A-Za-z][\w'’/-]*)")
_PREPOSITIONS = PREPOSITIONS | words_of("against into involving relating regarding per under")
_LEFT = words_of("the a an more less fewer about around")
_ENDS = words_of(
    "and or but nor while whilst whereas which that who whose whom where when because as than was"
    " were is are be been had has have did does will would could should may might can compared"
    " including believed thought suspected known said expected likely"
    " during since until between after before over throughout although though if so there it they"
    " this these last previous up down"
)
_TIME = re.compile(
    rf" (?:in|on|by|from|at|for|of) (?:the )?(?:(?:{MONTH_NAMES})\b|\d|q\d|year|month|quarter|week"
    r"|day|same|period|past|last|first|second|third|fourth|financial)", re.IGNORECASE,
)  # fmt: skip
IRREGULAR = (
    "made|found|taken|held|given|seen|sent|sold|stolen|caught|brought|built|driven|shot|hit|cut|put"
    "|set|begun|kept|left|lost|paid|met|spent|run|undergone|shown|known|drawn"
)
_PARTICIPLE = rf"(?:[a-z]{{3,}}ed|[A-Z](?!nited)[a-z]{{3,}}ed(?=$)|{IRREGULAR})"
NO_DEED = words_of(
    "related based called named need speed indeed aged hundred used needed exceed involved"
    " concerned"
)
_DONE = re.compile(
    r"(?: (?:involved|concerned))? (?:(?:were|was|are|is|been|being|had been|have been|has been)"
    r"(?: (?:also|then|all|both|now|later|subsequently|successfully|either))? )?"
    rf"(?P<deed>(?:(?:seriously|slightly|severely|fatally|badly) )?"
    rf"{_PARTICIPLE}(?: (?:out|down|up|off)(?= ?[.,;:]|$| (?:in|at|by|on|during)\b))?)"
    r"\b(?!-)"
)
_AFTER_DEED = (
    "of|for|to|in|on|against|with|from|at|by|into|under|per|and|or|but|while|when|where|who|which"
    "|that|as|than|because|if|is|are|was|were|has|have|had|will|would|may|could|can|did|do"
    "|during|since|until|between|after|before|over|through|throughout|across|within|without"
    "|near|around|about|via|out|up|down|off|so|so far|not|then|also|alone|together|again|each"
    "|every|last|this|next|today|abroad|overseas|here|there|including|involving|using|following"
    "|more|less|twice|once|only|both|either|online|worldwide|elsewhere|yet|too|total|one|two|three"
)
"""What may follow a participle; another word is the object of a verb: people gained jobs."""
_ACTIVE = re.compile(
    rf" {_PARTICIPLE} (?:a|an|the|their|its|his|her|our|that|us|them|no|some|all|more)\b(?! total)"
    rf"| {_PARTICIPLE} (?!(?:{_AFTER_DEED})\b|[a-z]+ly\b)[a-z]"
    r"| (?:(?:were|was|are|is) )?(?:believed|thought|expected|estimated|known|said|likely) to\b"
)
_NAMED_TOTAL = re.compile(
    r"^(?:(?:overall|total|combined) )?(?:number|amount|volume|count)s? of ", re.I
)
LENGTH = r"[\d,.]* (?:minute|hour|day|week|month|year)s?\b"
_BOUNDARY = re.compile(
    rf"[,;:.()%]|\d(?!{LENGTH})|\b(?:and|whereas|while|but|that|which|were|was|are|is|had|has|have"
    r"|compared with|with (?=\d)|whose|(?<!more )(?<!less )than|to a|by)\b", re.IGNORECASE,
)  # fmt: skip
_LETTERS = re.compile(r"[A-Za-z\d][\w'’/&-]*")
_QUOTE = re.compile('["“”]')
_SMALL = words_of(
    "the a an these those its our their his her this that around about some of all most many any"
    " however moreover furthermore additionally also overall similarly meanwhile finally firstly"
    " secondly thirdly lastly nevertheless nonetheless conversely alternatively therefore thus"
)
_NO_NOUN = words_of(
    "rest remainder others number total figure half majority most it they this that we i you he she"
)
_HEDGED = rf"(?: (?:{BOUND_WORDS}|only|just))*"
"""What may precede a number: nearly 40."""
_IS = re.compile(
    r" (?:were|was|are|is|stood at|totall?ed|reached|numbered|averaged|amounted to|came to)"
    rf"{_HEDGED} $"
)
_PREDICATE = re.compile(r" (?:were|was|are|is) (?!of |for |in )")
INFINITIVE = re.compile(
    r" to [a-z]+ (?:a|an|the|their|its|his|her|our|this|these|them|it|us|him|more|all|any|how"
    r"|what)\b"
)
"""What is to be done with the things counted, and not what they are: letters to ask the ports."""


_AND_NOUN = re.compile(r" and (?:(?![a-z]+ed\b)[a-z][a-z-]* ?){1,3}(?=[,.;:)]|$)")
"""A second noun that ends a clause."""


def complement(sentence: str, at: int) -> str:
    """The words from a place on that say of what, for whom or with what; empty where none do."""
    words: list[str] = []
    while len(words) < _MOST:
        match = _TOKEN.match(sentence, at)
        if match is None or match[1].lower() in _ENDS or _TIME.match(sentence, at):
            break
        verb = words and _VERB.match(sentence, at)
        if verb or (not words and not _opens(match[1])) or INFINITIVE.match(sentence, at):
            break
        words.append(sentence[at : match.end()].lstrip())
        at = match.end()
    if words[:1] == ["of"] and (also := _AND_NOUN.match(sentence, at)) is not None:
        words += also[0].split()  # of theft and boat offences,
    while words and words[-1].lower() in _PREPOSITIONS | _LEFT:
        words.pop()
    return "" if len(words) == 1 else " ".join(words)


_VERB = re.compile(r" [a-z]+ed to (?:have|be|see|do|use|go|know)\b")
"""What those who are counted say: crews in Harl claimed to have seen it."""


def _opens(word: str) -> bool:
    return word.lower() in _PREPOSITIONS or (word.endswith("ing") and len(word) > 4)


def deed_after(sentence: str, at: int) -> tuple[str, int]:
    """The participle after a place, as in `were arrested` or `seized`, and where it ends."""
    match = _DONE.match(sentence, at)
    if match is None or match["deed"] in NO_DEED or is_active(sentence, at):
        return "", at
    return match["deed"].lower(), match.end()


def is_active(sentence: str, at: int) -> bool:
    """Whether what is counted does something, or is thought to: 12 ports provided a list."""
    return _ACTIVE.match(sentence, at) is not None


@lru_cache(256)
def undated(sentence: str) -> str:
    """A sentence with blanks in place of its periods and what joins them."""
    parts, at = [], 0
    for one in periods(sentence):
        joined = JOINED.search(sentence, max(at, one.start - 30), one.start)
        start = joined.start() if joined is not None else one.start
        parts += [sentence[at:start], " " * (one.end - start)]
        at = one.end
    return "".join([*parts, sentence[at:]])


JOINED = re.compile(
    r"\b(?:in|on|at|during|by|for|of|since|from|between|throughout|over|as at|up to|to)(?: the)?"
    r"(?: (?:whole|full|calendar|financial|period|year|month|quarter))? $", re.IGNORECASE,
)  # fmt: skip


def noun_before(sentence: str, start: int) -> tuple[list[str], str]:
    """The noun phrase that ends at a place, and its complement: referrals, for females."""
    first = sentence.find(" ", start - _REACH, start) + 1 if start > _REACH else 0
    near = _QUOTE.sub("", undated(sentence)[first:start]).rstrip(" (:-–•")
    found = list(_BOUNDARY.finditer(near))
    if found and found[-1][0] in "%0123456789":
        return [], ""  # it is about that number
    near = near[found[-1].end() :] if found else near
    near = _NAMED_TOTAL.sub("", near.strip().removeprefix("the ").removeprefix("The "))
    words = _LETTERS.findall(near)
    at = next((n for n, word in enumerate(words) if word.lower() in _PREPOSITIONS), len(words))
    small = [n for n, word in enumerate(words[:at]) if word.lower() in _SMALL]
    head = words[small[-1] + 1 : at] if small else words[:at]
    of_what = " ".join(words[at:])
    done = next((n for n in range(1, len(head)) if _is_done(head[n - 1 : n + 1])), 0)
    if done and (of_what or len(head) > done + 1):
        head, of_what = head[:done], " ".join([*head[done:], of_what]).strip()  # found in sheds
    if len(head) > _MOST // 2 or (head and head[-1].lower() in _NO_NOUN):
        return [], of_what
    return head, of_what


def _is_done(words: list[str]) -> bool:
    """Whether the second of two words says what was done to those that the first names."""
    return is_plural(words[0]) and re.fullmatch(_PARTICIPLE, words[1]) is not None


def subject_before(sentence: str, start: int) -> tuple[list[str], str]:
    """The noun phrase that a number is said to be: the yield rate of searches was 36%."""
    match = _IS.search(sentence, max(0, start - 40), start)
    return noun_before(sentence, match.start()) if match is not None else ([], "")


def label_before(text: str, start: int, end: int) -> list[str]:
    """The label of a number that ends a short line: High discretion searches: 180 (8%)."""
    if len(text) > 2 * _REACH or not _ENDS_LINE.fullmatch(text, end):
        return []
    match = _LABEL.fullmatch(text, 0, start)
    words = _LETTERS.findall(match[1]) if match is not None else []
    return words if words and len(words) <= _MOST and is_plural(words[-1]) else []


def line_label(text: Text, quantity: Quantity) -> str:
    """What a line says of the number that ends it: Boats moved to another berth: 12."""
    label = _LINE.fullmatch(text.text, 0, quantity.start)
    if label is None or not _ENDS_LINE.fullmatch(text.text, quantity.end):
        return ""
    return " ".join(label["label"].split())


_LINE = re.compile(r"(?:[•*-] ?)?(?P<label>[A-Z\d][^:;]{5,140}?) ?: ")
_ENDS_LINE = re.compile(r"(?: ?\([^()]{1,60}\))?[.;]?")
_LABEL = re.compile(r"(?:[•*-] ?)?([A-Za-z][A-Za-z'’/ -]*?) ?[:–-]? ")


_MAKES_UP = re.compile(
    r" (?:account(?:ed|s)? for|represent(?:ed|s)?|ma[dk]es? up|compris(?:ed|es?|ing)"
    r"|constitut(?:ed|es?|ing)|accounting for|representing|making up)"
    rf"{_HEDGED} $"
)


def is_made_up(sentence: str, start: int) -> bool:
    """Whether somebody is said to make up a share."""
    return _MAKES_UP.search(sentence, max(0, start - 50), start) is not None


def part_before(sentence: str, start: int) -> str:
    """Who makes up a share: men accounted for 29% of all arrests; empty where nobody does."""
    match = _MAKES_UP.search(sentence, max(0, start - 50), start)
    if match is None:
        return ""
    before = _RELATIVE.search(sentence, max(0, match.start() - 12), match.start())
    end = before.start() if before is not None else match.start()
    head, of_what = noun_before(sentence, end)
    return " ".join([*head, of_what]).strip()


_RELATIVE = re.compile(r",?(?: (?:which|who|that))?$")
"""What joins those who make up a share to what is said of them: boats, which made up 40%."""


def tail(sentence: str, end: int) -> str:
    """What is said after the bracket that a number is in: referrals (81%) were sent to them."""
    closed = sentence.find(")", end, end + 20)
    if closed < 0:
        return ""
    deed, after = deed_after(sentence, closed + 1)
    return " ".join(word for word in (deed, complement(sentence, after)) if word)


def predicate(sentence: str, end: int) -> int:
    """Where a noun begins that a number is said to be: 120 were knives; -1 where none does."""
    match = _PREDICATE.match(sentence, end)
    return match.end() - 1 if match is not None else -1


def doing(sentence: str, at: int) -> str:
    """What is said of a number to the end of its clause, where that is short: used a boat in
    May."""
    sentence = sentence[: at + NEAR]
    if (again := _AGAIN.match(sentence, at)) is not None:
        at = again.end()
    end = _CLAUSE_END.search(sentence, at)
    words = _WHEN.sub("", sentence[at : end.start() if end is not None else len(sentence)])
    said = _IS_OR_HAD.sub("", f"{words} ").split()
    cut = next((n for n in range(len(said)) if _TIME.match(f" {' '.join(said[n : n + 3])}")), None)
    said = said[:cut]
    while said and said[-1].lower() in _PREPOSITIONS | _SMALL | {"not", "have", "has", "had"}:
        said.pop()
    return " ".join(said) if 0 < len(said) <= _LONGEST and _OPENS.match(said[0]) else ""


_AGAIN = re.compile(r" \([£$€]?[\d,.]+[%mk]?\)(?= )")
"""The same number in other units, in brackets: 27% (1,167) were female."""
_CLAUSE_END = re.compile(
    r"[,;:.()](?!\d)| (?:and|while|whilst|but|which|with(?= (?:an? |the )?[\d£$€])|because|compared"
    r"|in comparison|[\d,.]+%)(?= |$)"
)
_IS_OR_HAD = re.compile(r"^ (?:(?:were|was|are|is|had been|have been|has been|also) )*")
_WHEN = re.compile(r"^ (?:in|during|over|for|throughout) (?:this|that|the|these|those) \w+(?= )")
_OPENS = re.compile(r"[a-z\d]")
_LONGEST = 11
"""Words that can say what was done."""
