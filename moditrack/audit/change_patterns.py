"""How documents join a change with what was before and after: patterns over sentences.

The groups are before and after, change (in percent, points or as a multiple), step (the change in
numbers) and way (the word for the change). `signed` and `bare` are a step and a change that need a
sign or a word for the change.
"""

from __future__ import annotations

import re

from moditrack.audit.sentences import pattern
from moditrack.audit.words import ABOUT, NOUN, OPEN, THAN, VERB
from moditrack.documents.dates.years import YEAR

NEAR = (
    r"(?:(?! (?:as|and|or|which|who|while|whilst|whereas|but|with|including|rang\w+|aged"
    rf"|{VERB})\b)"
    r"[^#.;:()\[\]]|\.(?=\w)){0,60}?"
)
"""A few words of the same statement: no second verb of change, no other clause."""
_KIND_OF = r"(?:(?:an?|the|this|net|overall|further|total|annual|slight|small|large|sharp) )*"
_YEAR = rf"(?: \((?:in )?(?:[a-z]+ )?{YEAR}[-/\d]*\))?"
"""A year in brackets after a number."""
_WORDS = r"(?:(?!and |or |across |in |any |each )[\w'\[\]/-]+ ){0,6}?"
"""A few words before a number: the, last year's, the 2021-22 total of."""
_ON = (
    r"(?:(?:as |when )?compared (?:with|to)|in comparison (?:with|to)|against|versus|vs?|up from"
    r"|down from|from|on|than)"
)
SINCE = r"(?:from|on|over|compared (?:with|to))"
_IS = r"(?:is|was|represents|represented|equates to|amounts to|means|meant|marks|marked)"
THEN = (
    rf"(?:(?: ?[,(] ?| - )(?:(?:or|which {_IS}|that is|representing|i\.e\.) )?"
    rf"|[;.,] (?:this|it|that) {_IS} )"
)
"""What leads from two values to their change."""
CHANGE = r"{change:pqf}"
NOUN_OF = rf"(?:{_KIND_OF}(?P<way>{NOUN})(?: (?:of|by)){ABOUT} )"
OPEN_BY = rf"(?:(?:also )?(?P<way>{OPEN})(?: by)?{ABOUT} )"
VERB_BY = rf"(?:(?P<way>{VERB})(?: by)?{ABOUT} )"
BEFORE = rf"{_WORDS}{{before:nmp}}"
AFTER = rf"{{after:nmp}}{NEAR}"
FROM_TO = rf"\bfrom (?:the )?{{before:nmp}}{NEAR}{_YEAR} to {{after:nmp}}{_YEAR}"
AFTER_ON = rf"{AFTER}[ ,(-]+{_ON} {BEFORE}"
_OR = r"(?:,? or #\w+#[^#.;:()]{0,20},)?"
"""The same in other terms: ", or 3 a week,"."""
CLOSE = r"(?: [\w'-]+){0,3}"
_TEXTS = (
    # fell by 38% from 105 to 74; a fall of 38%, from 105 to 74; a 38% fall in stops, from ...
    rf"\b{VERB_BY}{CHANGE}{NEAR}[ (]{FROM_TO}",
    rf"\b{NOUN_OF}{CHANGE}{NEAR}[ (]{FROM_TO}",
    rf"\b{OPEN_BY}{CHANGE}{NEAR}[ (]{FROM_TO}",
    rf"{CHANGE} (?:\w+ )?(?P<way>{NOUN}){NEAR}[ ,(-]+(?:(?:up|down) )?{FROM_TO}",
    # fell 38% to 74 from 105; fell by 38% to 74, or 3 a week, from 105
    rf"\b{VERB_BY}{CHANGE}{NEAR} to {AFTER}{_OR}[ ,(]+"
    rf"(?:compared with|down from|up from|from) {BEFORE}",
    # a 20% fall, down 31 to 74
    rf"{{change:p}} (?:\w+ )?(?P<way>{NOUN}){NEAR}, (?:up|down) (?:by )?{{step:nm}} to {AFTER}",
    # from 105 to 74, a fall of 38%; ..., down 38%; ..., a 38% fall; from 105 to 74 (38%)
    rf"{FROM_TO}{NEAR}{THEN}{NOUN_OF}{CHANGE}",
    rf"{FROM_TO}{NEAR}{THEN}{OPEN_BY}{CHANGE}",
    rf"{FROM_TO}{NEAR}{THEN}(?:an? )?{CHANGE} (?:\w+ )?(?P<way>{NOUN})",
    rf"{FROM_TO}{CLOSE} \((?:(?P<way>{OPEN}) )?{CHANGE}\)",
    # from 105 to 74, a fall of 31 (38%)
    rf"{FROM_TO}{NEAR}{THEN}{NOUN_OF}#[nm]\d+#{CLOSE},? \(?(?:or )?{CHANGE}",
    rf"\b{VERB_BY}#[nm]\d+#{CLOSE} \({CHANGE}\),?{NEAR} {FROM_TO}",
    rf"\b{VERB_BY}{CHANGE} \(#[nm]\d+#\),?{NEAR} {FROM_TO}",
    # 74, compared with 105, a fall of 38%; ..., down 38%; ..., a 38% fall; 74 against 105 (-38%)
    rf"{AFTER_ON}{NEAR}{THEN}{NOUN_OF}{CHANGE}",
    rf"{AFTER_ON}{NEAR}{THEN}{OPEN_BY}{CHANGE}",
    rf"{AFTER_ON}{NEAR}{THEN}(?:an? )?{CHANGE} (?:\w+ )?(?P<way>{NOUN})",
    rf"{AFTER_ON}{CLOSE} \((?:(?P<way>{OPEN}) )?{{bare:pq}}\)",
    # 74, down 38% from 105; 74, a 38% fall on the 105; 74, a fall of 38% on 105
    rf"{AFTER}{THEN}(?:{NOUN_OF}|{OPEN_BY}){CHANGE}{NEAR} {SINCE} {BEFORE}(?! to )",
    rf"{AFTER}{THEN}(?:an? )?{CHANGE} (?:\w+ )?(?P<way>{NOUN}) {SINCE} {BEFORE}(?! to )",
    # 74 (105 in 2022), a fall of 38%
    rf"{AFTER} \({{before:nmp}} in [^#()]{{2,20}}\){THEN}{NOUN_OF}{CHANGE}",
    # a 38% fall (74, compared with 105); a 38% fall (105 to 74); up 38% (105 to 74)
    rf"{CHANGE} (?:\w+ )?(?P<way>{NOUN}){NEAR} \({AFTER}[ ,]+{_ON} {BEFORE}",
    rf"{CHANGE} (?:\w+ )?(?P<way>{NOUN}){NEAR} \({{before:nmp}}{NEAR} to {{after:nmp}}\)",
    rf"\b{OPEN_BY}{CHANGE} \((?:from )?{{before:nmp}}{NEAR} to {{after:nmp}}\)",
    # 38% lower than in 2019 (74 against 105)
    rf"{CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,40}}\({AFTER}[ ,]+{_ON} {BEFORE}",
    # (74 against 105), down 38%; (74 v 105; -38%)
    rf"\({AFTER}[ ,]+{_ON} {BEFORE}{NEAR}\)?[,;] ?(?:{OPEN_BY})?{CHANGE}",
    # 74, 38% less than the 105; 74, 38% less than in 2019 (105)
    rf"{AFTER}[, (-]+{{change:pq}} (?P<way>{THAN}) than {BEFORE}",
    rf"{{after:nmp}}\)?{NEAR}[, (-]+{CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,40}}"
    r"\({before:nmp}\)",
    # a rise of 31 (42%) to 105; ... on 74
    rf"\b(?:{NOUN_OF}|{VERB_BY}){{step:nm}}{NEAR}[(,] ?{{change:p}}\)?,?{NEAR} to {{after:nm}}",
    rf"\b(?:{NOUN_OF}|{VERB_BY}){{step:nm}}{NEAR}[(,] ?{{change:p}}\)?,?{NEAR}"
    rf" (?:from|on) {BEFORE}(?! to )",
    # 105 (+31, +42%)
    r"{after:nm} \({signed:nm}[,;] {change:p}\)",
    # doubled from 5 to 10
    rf"{{change:x}}(?: [\w'-]+){{0,4}}[ (,]+{FROM_TO}",
    # 10 times as likely (50 per 1,000 compared with 5); 50 compared with 5, 10 times the rate
    rf"{{change:x}}[^#.;()]{{0,60}} \({AFTER}[ ,]+(?:compared (?:with|to)|against|vs?) {BEFORE}",
    # doubled to 10 from 5
    rf"{{change:x}}(?: [\w'-]+){{0,3}} to {AFTER}[ ,]+from {BEFORE}",
    rf"{AFTER}[ ,(-]+(?:compared (?:with|to)|against|versus) {BEFORE}{NEAR}, {{change:x}}",
    # from 105 to 74, a fall of 31; a fall of 31, from 105 to 74; 74, down 31 from 105
    rf"{FROM_TO}{NEAR}{THEN}(?:{NOUN_OF}|{OPEN_BY}){{step:nm}}(?! ?%)",
    rf"{AFTER_ON}{NEAR}{THEN}(?:{NOUN_OF}|{OPEN_BY}){{step:nm}}(?! ?%)",
    rf"\b(?:{NOUN_OF}|{VERB_BY}){{step:nm}}{NEAR}[ (,]{FROM_TO}",
    rf"{AFTER},? (?:up|down) (?:by )?{{step:nm}} (?:from|on) {BEFORE}",
    # 74, a fall of 31 on the 105
    rf"{AFTER}{THEN}{NOUN_OF}{{step:nm}} {SINCE} {BEFORE}(?! to )",
    # 74 stops, 31 fewer than in 2019 (105); 31 fewer in 2020 (74) than in 2019 (105)
    rf"{AFTER}[, (-]+{{step:nm}} (?P<way>{THAN}) than [^#.;:()]{{0,40}}\({{before:nm}}\)",
    rf"{{step:nm}} (?P<way>{THAN}) [^#.;:()]{{0,100}}\({{after:nm}}\) than {NEAR}\({{before:nm}}\)",
)


def named_apart(text: str) -> str:
    """A pattern in which a group that is in several alternatives has a name of its own in each.

    `way_1` is `way`.
    """
    count = iter(range(20))
    text = re.sub(r"\{(\w+):", lambda m: f"{{{m[1]}_{next(count)}:", text)
    return re.sub(r"\?P<way>", lambda _: f"?P<way_{next(count)}>", text)


PATTERNS = tuple(pattern(named_apart(text)) for text in _TEXTS)
_ON_THAT = (
    rf"{NEAR} (?:from|on|over|than|compared (?:with|to)) (?:[^#.;:()]{{0,40}}? )?{{before:nmp}}"
)
ACROSS = tuple(
    pattern(named_apart(text))
    for text in (
        # Down 38% from 105; This was a fall of 38% on the 105; this was a 38% fall on the 105
        rf"\b(?:{NOUN_OF}|{OPEN_BY}|{VERB_BY}){CHANGE}{_ON_THAT}",
        rf"{CHANGE} (?:\w+ )?(?P<way>{NOUN}){_ON_THAT}",
        # This was 38% lower than when it was first counted (105)
        rf"{CHANGE} (?P<way>{THAN}) than [^#.;:()]{{0,80}}\({{before:nmp}}\)",
    )
)
