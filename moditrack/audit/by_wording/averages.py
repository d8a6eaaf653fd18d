"""Averages: a total, a number of things it is spread over, and the average of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.audit.by_wording.sentences import Sentence, pattern
from moditrack.audit.found_claim import Claim, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.quantities import Quantity

_NEAR = r"(?:(?! (?:and|but|while)\b)[^#.;:()\[\]]){0,40}?"
_FEWEST = 3
"""A total, a number and an average."""
_OF_OTHERS = re.compile(
    r"\b(?:against|compared|than|above|below|usual|previous|normal|long-run|targets?|expected"
    r"|with an|up on|down on|who|which|that|lasting|taking|waiting|staying|stayed|aged|beating"
    r"|last year|age|score|delay|wait|between)\b"
    r"|#[nm]\d+#(?: [\w'-]+){0,3} and (?:[£$€])?#[nm]\d+#",
    re.IGNORECASE,
)
"""Words between a total and an average that make it the average of something else."""
_AT_THE_END = re.compile(r"(?: on average)?(?:[).,;:]|$)")
_TO_BRACKET = re.compile(r"(?: [\w'-]+){0,2}\)")
"""What follows a total in brackets: (312 referrals)."""
_HEADS = ("head", "person")
_PEOPLE = re.compile(
    r"people|persons?|guests?|pupils?|patients?|residents?|adults?|children|staff|employees?"
)
_AFTER_PER = (".", ")", ").", "),", ");", " (", "")
_PER = r"(?: \w+)?,? (?:a|an|per|each|every|in each|for each) "
_AVERAGE = rf"(?:average|mean)(?:ing)?(?: of)?(?: (?:{BOUND_WORDS}))? "
_OVER = (
    r" (?:over|in|on|for|to|across|among|during|from|between) (?:the |these |all )?{number:nd}"
    r" (?P<what>\w+?)s?\b"
)
_PATTERNS = tuple(
    pattern(text)
    for text in (
        # 120 searches over 8 weeks, an average of 15 a week
        rf"{{total:nm}}{{gap}}{_OVER}{_NEAR}{_AVERAGE}{{average:nm}}{_PER}(?P=what)",
        # an average of 15 a week over 8 weeks (120 searches)
        rf"{_AVERAGE}{{average:nm}}{_PER}(?P<what>\w+?)s?\b{{gap}}[( ](?:over|across) (?:the )?"
        r"{number:nd} (?P=what)s?{gap}[(,] ?{total:nm}",
        # £120 of arrears, an average of £15 for each of the 8 tenants
        rf"{{total:nm}}{{gap}}, an {_AVERAGE}{{average:nm}} for each of the {{number:n}} \w+",
        # 120 searches in 8 weeks (15 a week on average)
        rf"{{total:nm}}{{gap}}{_OVER}{{gap}}[(,] ?(?:or )?{{average:nm}}{_PER}(?P=what)",
        # over the 8 weeks there were 120 searches, an average of 15 a week
        rf"\b(?:over|in|during) (?:the )?{{number:nd}} (?P<what>\w+?)s?\b{{gap}}{{total:nm}}{{gap}}"
        rf"{_AVERAGE}{{average:nm}}{_PER}(?P=what)",
        # the 8 officers had 120 cases, an average of 15 each
        rf"\b(?:the|these|all|our) {{number:n}} (?P<what>[\w-]+?)s\b{{gap}}{{total:nm}}{{gap}}"
        rf"{_AVERAGE}{{average:nm}} (?:each|apiece|per (?P=what)\b)(?! (?:\w+ )?(?:a|per) )",
        # the average was 15 (120 cases across 8 officers)
        r"\b(?:average|mean)\b{gap} (?:is|was) {average:nm}(?: [\w'-]+){0,3} \({total:nm}"
        r"[^#.;:()]{0,30} (?:across|over|for|between) (?:the )?{number:n}[^#.;:()]{0,30}\)",
        # £832 per person (£99,840 for 120 people); £99,840 for 120 people (£832 per head)
        r"{average:m} (?:per|a|for each) [\w -]{2,25}\({total:m}[^#.;:()]{0,30} for {number:n}",
        r"{total:m}[^#.;:()]{0,60} {number:n}[^#.;:()]{0,40}"
        r"\({average:m} (?:per|a|each)\b[^()]{0,20}\)",
        # 15 a week on average (120 over 8 weeks)
        rf"{{average:nm}}{_PER}(?P<what>\w+?)s?\b{{gap}}\({{total:nm}}{{gap}} (?:over|in|across)"
        r" {number:nd} (?P=what)s?",
    )
)


def find(sentence: Sentence) -> Iterator[Claim]:
    """The averages of a sentence that gives their total and number."""
    if len(sentence.letters) < _FEWEST:
        return
    for each in _PATTERNS:
        for match in sentence.matches(each):
            found = {
                name: sentence.quantities[int(match[name])]
                for name in ("total", "number", "average")
            }
            average = found["average"]
            if found["total"].unit != average.unit or _of_other_things(sentence, match, found):
                continue
            if found["number"].bound == "more-than":  # over 8 weeks
                found["number"] = Quantity(**vars(found["number"]) | {"bound": "exact"})
            inputs = [(found[name], name) for name in ("total", "number")]
            claim = claimed("average", average, sentence, inputs, *found.values())
            if not _doubtful(sentence, match, found) or recompute(claim).verdict == "consistent":
                yield claim


def _doubtful(sentence: Sentence, match: re.Match[str], found: dict[str, Quantity]) -> bool:
    """Whether words say that the average may be of something else: then only one that fits is a
    claim."""
    last = max(found.values(), key=lambda one: one.start)
    ends = _TO_BRACKET if last is found["total"] and "(" in match[0] else _AT_THE_END
    if _OF_OTHERS.search(match[0]) or ends.match(sentence.skeleton, match.end()) is None:
        return True
    average, total = found["average"], found["total"]
    if any(
        quantity.unit == total.unit
        and quantity.end <= total.start
        and quantity not in found.values()
        for quantity in sentence.quantities
    ):
        return True
    per = _PER_WHAT.match(sentence.text, average.end)
    noun = _NOUN.match(sentence.text, found["number"].end)
    if average.unit == "" or per is None or noun is None or per[1] == "of":  # each of the 8
        return False
    if sentence.text[per.end() : per.end() + 2] not in _AFTER_PER and per[1] != "each":
        return True
    if per[1] in _HEADS:
        return _PEOPLE.fullmatch(noun[1]) is None
    return not noun[1].startswith(per[1])


_NOUN = re.compile(r" (\w+)")
_PER_WHAT = re.compile(r" (?:per|an?|for each|each) (\w+)")
_NO_NOUN = ("a", "an", "per", "each", "every", "over", "in", "across", "during", "were", "for")
_RATE = re.compile(r" (?:a|an|per|each|every) \w+")
"""Words that make a total an average itself: £2.25 an hour."""
_EACH_OF_THEM = re.compile(r"s?(?: (?:each|being|were|was)\b)")


def _of_other_things(sentence: Sentence, match: re.Match[str], found: dict[str, Quantity]) -> bool:
    """Whether the average is of other things than the total: 240 searches, 4 officers a week."""
    if _RATE.match(sentence.text, found["total"].end):
        return True
    nouns = [_NOUN.match(sentence.text, found[name].end) for name in ("total", "average")]
    words = [noun[1].lower() for noun in nouns if noun is not None]
    named = len(words) == 2 and words[0] not in _NO_NOUN and words[1] not in (*_NO_NOUN, words[0])
    after = sentence.skeleton[match.end() :]
    return (named and found["average"].unit == "") or _EACH_OF_THEM.match(after) is not None
