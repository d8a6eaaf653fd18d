"""The same thing twice in a sentence: a fraction in words and its percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.audit.by_wording.letters import FRACTION
from moditrack.audit.by_wording.sentences import Sentence, pattern
from moditrack.audit.by_wording.share_words import COMPARED, OPENING, SHUT
from moditrack.audit.found_claim import Claim, claimed

_GAP = r"(?:(?! (?:while|whereas|but|with)\b)[^#.;:()\[\]]){0,150}?"
_PATTERNS = (
    # a third of them (34%); almost half (48 per cent)
    pattern(rf"{{words:f}}{_GAP}{OPENING}{{percent:p}}{SHUT}"),
    pattern(r"{words:f},? or {percent:p},"),
    # one in two - so 50%; 3 in 10 (37 or 30%)
    pattern(r"{words:f}(?:,| -| \u2013)? (?:so|that is|i\.e\.),? {percent:p}"),
    pattern(r"{words:f} [(\[]#[nm]\d+#,? or {percent:p}[)\]]"),
)
_IN_DIGITS = pattern(r"{words:n} \({digits:n}\)")
_ANOTHER = re.compile(
    r"\b(?:half|third|quarter|fifth|tenth|most|few|part|size|areas?|districts?|either|both)\b",
    re.IGNORECASE,
)
"""Words between the two after which the percentage is that of something else."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The fractions of a sentence that it also prints as a percentage, and words as digits."""
    yield from _in_digits(sentence)
    if FRACTION not in sentence.letters:
        return
    for each in _PATTERNS:
        for found in sentence.find(each):
            words, percent = found["words"], found["percent"]
            between = sentence.text[words.end : percent.start]
            if COMPARED.search(between) or _ANOTHER.search(between):
                continue
            yield claimed("same", words, sentence, [(percent, "percentage")], percent)


def _in_digits(sentence: Sentence) -> Iterator[Claim]:
    """Numbers in words and in digits, four (4): only where equal, as (2) may be a footnote."""
    for found in sentence.find(_IN_DIGITS):
        words, digits = found["words"], found["digits"]
        if words.printed.isalpha() and digits.printed.isdigit() and words.low == digits.low:
            yield claimed("same", digits, sentence, [(words, "in words")], words)
