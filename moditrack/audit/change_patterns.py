"""How documents join a change with what was before and after: patterns over sentences.

The groups are before and after, change (in percent, points or as a multiple), step (the change in
numbers) and way (the word for the change). `signed` and `bare` are a step and a change that need a
sign or a word for the change.
"""

from __future__ import annotations

import re

from moditrack.audit.sentences import pattern
from moditrack.audit.words import ABOUT, NOUN, OPEN, THAN, VERB

_NEAR = (
    r"(?:(?! (?:as|and|or|which|who|while|whilst|whereas|but|with|including|rang\w+|aged"
    rf"|{VERB})\b)"
    r"[^#.;:()\[\]]|\.(?=\w)){0,60}?"
)
"""A few words of the same statement: no second verb of change, no other clause."""
_KIND_OF = r"(?:(?:an?|the|this|net|overall|further|total|annual|slight|small|large|sharp) )*"
_WORDS = r"(?:(?!and |or |across |in |any |each )[\w'\[\]/-]+ ){0,6}?"
"""A few words before a number: the, last year's, the 2021-22 total of."""
_ON = r"(?:compared (?:with|to)|against|versus|vs?|up from|down from|from|on|than)"
_SINCE = r"(?:from|on|over|compared (?:with|to))"
_THEN = r"(?: ?[,(] ?| - )(?:(?:or|which (?:is|was)|that is|representing|i\.e\.) )?"
"""What leads from two values to their change."""
_CHANGE = r"{change:pq}"
_NOUN_OF = rf"(?:{_KIND_OF}(?P<way>{NOUN})(?: (?:of|by)){ABOUT} )"
_OPEN_BY = rf"(?:(?:also )?(?P<way>{OPEN})(?: by)?{ABOUT} )"
_VERB_BY = rf"(?:(?P<way>{VERB})(?: by)?{ABOUT} )"
_BEFORE = rf"{_WORDS}{{before:nmp}}"
_AFTER = rf"{{after:nmp}}{_NEAR}"
_FROM_TO = rf"\bfrom (?:the )?{{before:nmp}}{_NEAR} to {{after:nmp}}"
_AFTER_ON = rf"{_AFTER}[ ,(-]+{_ON} {_BEFORE}"
_OR = r"(?:,? or #\w+#[^#.;:()]{0,20},)?"
"""The same in other terms: ", or 3 a week,"."""
_CLOSE = r"(?: [\w'-]+){0,3}"
_TEXTS = (
    # fell by 38% from 105 to 74; a fall of 38%, from 105 to 74; a 38% fall in stops, from ...
    rf"\b{_VERB_BY}{_CHANGE}{_NEAR}[ (]{_FROM_TO}",
    rf"\b{_NOUN_OF}{_CHANGE}{_NEAR}[ (]{_FROM_TO}",
    rf"\b{_OPEN_BY}{_CHANGE}{_NEAR}[ (]{_FROM_TO}",
    rf"{_CHANGE} (?:\w+ )?(?P<way>{NOUN}){_NEAR}[ ,(-]+(?:(?:up|down) )?{_FROM_TO}",
    # fell 38% to 74 from 105; fell by 38% to 74, or 3 a week, from 105
    rf"\b{_VERB_BY}{_CHANGE}{_NEAR} to {_AFTER}{_OR}[ ,(]+"
    rf"(?:compared with|down from|up from|from) {_BEFORE}",
    # a 20% fall, down 31 to 74
    rf"{{change:p}} (?:\w+ )?(?P<way>{NOUN}){_NEAR}, (?:up|down) (?:by )?{{step:nm}} to {_AFTER}",
    # from 105 to 74, a fall of 38%; ..., down 38%; ..., a 38% fall; from 105 to 74 (38%)
    rf"{_FROM_TO}{_NEAR}{_THEN}{_NOUN_OF}{_CHANGE}",
    rf"{_FROM_TO}{_NEAR}{_THEN}{_OPEN_BY}{_CHANGE}",
    rf"{_FROM_TO}{_NEAR}{_THEN}(?:an? )?{_CHANGE} (?:\w+ )?(?P<way>{NOUN})",
    rf"{_FROM_TO}{_CLOSE} \((?:(?P<way>{OPEN}) )?{_CHANGE}\)",
    # from 105 to 74, a fall of 31 (38%)
    rf"{_FROM_TO}{_NEAR}{_THEN}{_NOUN_OF}#[nm]\d+#{_CLOSE},? \(?(?:or )?{_CHANGE}",
    rf"\b{_VERB_BY}#[nm]\d+#{_CLOSE} \({_CHANGE}\),?{_NEAR} {_FROM_TO}",
    rf"\b{_VERB_BY}{_CHANGE} \(#[nm]\d+#\),?{_NEAR} {_FROM_TO}",
    # 74, compared with 105, a fall of 38%; ..., down 38%; ..., a 38% fall; 74 against 105 (-38%)
    rf"{_AFTER_ON}{_NEAR}{_THEN}{_NOUN_OF}{_CHANGE}",
    rf"{_AFTER_ON}{_NEAR}{_THEN}{_OPEN_BY}{_CHANGE}",
    rf"{_AFTER_ON}{_NEAR}{_THEN}(?:an? )?{_CHANGE} (?:\w+ )?(?P<way>{NOUN})",
    rf"{_AFTER_ON}{_CLOSE} \((?:(?P<way>{OPEN}) )?{{bare:pq}}\)",
    # 74, down 38% from 105; 74, a 38% fall on the 105; 74, a fall of 38% on 105
    rf"{_AFTER}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){_CHANGE}{_NEAR} {_SINCE} {_BEFORE}(?! to )",
    rf"{_AFTER}{_THEN}(?:an? )?{_CHANGE} (?:\w+ )?(?P<way>{NOUN}) {_SINCE} {_BEFORE}(?! to )",
    # 74 (105 in 2022), a fall of 38%
    rf"{_AFTER} \({{before:nmp}} in [^#()]{{2,20}}\){_THEN}{_NOUN_OF}{_CHANGE}",
    # a 38% fall (74, compared with 105); a 38% fall (105 to 74); up 38% (105 to 74)
    rf"{_CHANGE} (?:\w+ )?(?P<way>{NOUN}){_NEAR} \({_AFTER}[ ,]+{_ON} {_BEFORE}",
    rf"{_CHANGE} (?:\w+ )?(?P<way>{NOUN}){_NEAR} \({{before:nmp}}{_NEAR} to {{after:nmp}}\)",
    rf"\b{_OPEN_BY}{_CHANGE} \((?:from )?{{before:nmp}}{_NEAR} to {{after:nmp}}\)",
    # 38% lower than in 2019 (74 against 105)
    rf"{_CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,40}}\({_AFTER}[ ,]+{_ON} {_BEFORE}",
    # (74 against 105), down 38%; (74 v 105; -38%)
    rf"\({_AFTER}[ ,]+{_ON} {_BEFORE}{_NEAR}\)?[,;] ?(?:{_OPEN_BY})?{_CHANGE}",
    # 74, 38% less than the 105; 74, 38% less than in 2019 (105)
    rf"{_AFTER}[, (-]+{{change:pq}} (?P<way>{THAN}) than {_BEFORE}",
    rf"{_AFTER}[, (-]+{{change:pq}} (?P<way>{THAN}) than [^#.;:()]{{0,40}}\({{before:nmp}}\)",
    # a rise of 31 (42%) to 105; ... on 74
    rf"\b(?:{_NOUN_OF}|{_VERB_BY}){{step:nm}}{_NEAR}[(,] ?{{change:p}}\)?,?{_NEAR} to {{after:nm}}",
    rf"\b(?:{_NOUN_OF}|{_VERB_BY}){{step:nm}}{_NEAR}[(,] ?{{change:p}}\)?,?{_NEAR}"
    rf" (?:from|on) {_BEFORE}(?! to )",
    # a rise of 42% (+31); 105 (+31, +42%)
    rf"\b(?:{_NOUN_OF}|{_VERB_BY}){{change:p}} \({{signed:nm}}\)",
    r"{after:nm} \({signed:nm}[,;] {change:p}\)",
    # doubled from 5 to 10
    rf"{{change:x}}(?: [\w'-]+){{0,4}}[ (,]{_FROM_TO}",
    # from 105 to 74, a fall of 31; a fall of 31, from 105 to 74; 74, down 31 from 105
    rf"{_FROM_TO}{_NEAR}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){{step:nm}}(?! ?%)",
    rf"{_AFTER_ON}{_NEAR}{_THEN}(?:{_NOUN_OF}|{_OPEN_BY}){{step:nm}}(?! ?%)",
    rf"\b(?:{_NOUN_OF}|{_VERB_BY}){{step:nm}}{_NEAR}[ (,]{_FROM_TO}",
    rf"{_AFTER},? (?:up|down) (?:by )?{{step:nm}} (?:from|on) {_BEFORE}",
    # 74, a fall of 31 on the 105
    rf"{_AFTER}{_THEN}{_NOUN_OF}{{step:nm}} {_SINCE} {_BEFORE}(?! to )",
    # 74 stops, 31 fewer than in 2019 (105); 31 fewer in 2020 (74) than in 2019 (105)
    rf"{_AFTER}[, (-]+{{step:nm}} (?P<way>{THAN}) than [^#.;:()]{{0,40}}\({{before:nm}}\)",
    rf"{{step:nm}} (?P<way>{THAN}) {_NEAR}\({{after:nm}}\) than {_NEAR}\({{before:nm}}\)",
)


def _named_apart(text: str) -> str:
    """A pattern in which `way` is a group of its own in each alternative."""
    count = iter(range(9))
    return re.sub(r"\?P<way>", lambda _: f"?P<way{next(count)}>", text)


PATTERNS = tuple(pattern(_named_apart(text)) for text in _TEXTS)
_ON_THAT = (
    rf"{_NEAR} (?:from|on|over|than|compared (?:with|to)) (?:[^#.;:()]{{0,40}}? )?{{before:nmp}}"
)
ACROSS = tuple(
    pattern(_named_apart(text))
    for text in (
        # Down 38% from 105; This was a fall of 38% on the 105; this was a 38% fall on the 105
        rf"\b(?:{_NOUN_OF}|{_OPEN_BY}|{_VERB_BY}){_CHANGE}{_ON_THAT}",
        rf"{_CHANGE} (?:\w+ )?(?P<way>{NOUN}){_ON_THAT}",
    )
)
