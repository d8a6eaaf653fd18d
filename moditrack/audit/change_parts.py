"""The parts of the patterns over changes: a value before, a value after, a word of change.

The groups are before and after, change (in percent, points or as a multiple), step (the change in
numbers) and way (the word for the change). `signed` and `bare` are a step and a change that need a
sign or a word for the change.
"""

from __future__ import annotations

import re

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import NOUN, OPEN, VERB
from moditrack.documents.dates.year_or_count import YEAR

ABOUT = rf"(?: (?:{BOUND_WORDS}))?"
"""A bound before a number."""
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
ON = (
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
FROM_TO = (
    rf"\bfrom (?:the )?{{before:nmp}}{NEAR}{_YEAR}(?<!, up)(?<!, down) to {{after:nmp}}{_YEAR}"
)
AFTER_ON = rf"{AFTER}[ ,(-]+{ON} {BEFORE}"
OR = r"(?:,? or #\w+#[^#.;:()]{0,20},)?"
"""The same in other terms: ", or 3 a week,"."""
CLOSE = r"(?: [\w'-]+){0,3}"


def named_apart(text: str) -> str:
    """A pattern in which a group that is in several alternatives has a name of its own in each.

    `way_1` is `way`.
    """
    count = iter(range(20))
    text = re.sub(r"\{(\w+):", lambda m: f"{{{m[1]}_{next(count)}:", text)
    return re.sub(r"\?P<way>", lambda _: f"?P<way_{next(count)}>", text)
