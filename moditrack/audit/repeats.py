"""The same thing twice in a sentence: a fraction in words and its percentage."""

from __future__ import annotations

from collections.abc import Iterator

from moditrack.audit.claims import Claim, Input
from moditrack.audit.sentences import Sentence, pattern
from moditrack.audit.shares import COUNTED

_PATTERNS = (
    # a third of them (34%); almost half (48 per cent)
    pattern(r"{words:fr}{gap}[(\[]{percent:p}[)\];,]"),
    pattern(r"{words:fr},? or {percent:p},"),
)


def find(sentence: Sentence) -> Iterator[Claim]:
    """The fractions of a sentence that it also prints as a percentage."""
    for each in _PATTERNS:
        for found in sentence.find(each):
            words, percent = found["words"], found["percent"]
            if COUNTED.search(words.printed):
                continue
            yield Claim(
                "same", words, (Input(percent, sentence.passage, "percentage"),), sentence.passage,
                sentence.clause(words, percent),
                start=sentence.start + words.start, end=sentence.start + words.end,
            )  # fmt: skip
