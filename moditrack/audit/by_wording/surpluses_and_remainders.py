"""What is left of a sum of money: surplus, deficit, overspend, and what is left of a count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.by_wording.letters import SUM
from moditrack.audit.by_wording.sentences import Place, Sentence, pattern
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.change_words import COMPARED_WITH
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity

_BALANCE = (
    r"(?:surplus|deficit|shortfall|profit|loss|overspend|underspend|overspending|underspending"
    r"|variance|funding gap|net (?:cost|income|expenditure))"
)
_IT_IS = (
    r"(?:,? (?:which )?(?:is|was|gives?|gave|giving|leaving|(?:thus )?resulting in|shows?),?|,)"
)
_GAP = r"[^#.;:()]{0,60}?"
_PATTERNS = tuple(
    pattern(text)
    for text in (
        # income was £41m and expenditure £39m, a surplus of £2m
        rf"\b(?:income|revenue|turnover|receipts|grants?)\b{_GAP}{{one:m}}{_GAP}"
        rf"\b(?:expenditure|spending|spend|costs?|payments|expenses)\b{_GAP}{{other:m}}{_GAP}"
        rf"{_IT_IS} an? (?:[\w-]+ ){{0,2}}{_BALANCE} of {{rest:m}}",
        # expenditure was £43m against a budget of £41m, an overspend of £2m
        rf"{{one:m}}{_GAP} (?:against|{COMPARED_WITH}|exceed\w*) (?:an? |the |our )?"
        rf"(?:[\w-]+ ){{0,2}}(?:budget|plan|forecast|income|estimate|allocation) of"
        rf" {{other:m}}{_GAP}{_IT_IS} an? (?:[\w-]+ ){{0,2}}{_BALANCE} of {{rest:m}}",
        # an overspend of £3m, offset by savings of £5m, leading to an underspend of £2m
        rf"\b{_BALANCE} of {{one:m}}{_GAP},? offset by {_GAP}{{other:m}}{_GAP}"
        rf"(?:{_IT_IS}|,? leading to|,? leaving) an? (?:[\w-]+ ){{0,4}}{_BALANCE} of {{rest:m}}",
        # expenditure of £43m exceeded income of £41m by £2m
        rf"{{one:m}}{_GAP} exceed(?:s|ed) {_GAP}{{other:m}} by {{rest:m}}",
    )
)
_PLANNED = pattern(
    # a planned surplus of £3m, but an actual surplus of £2m, giving a deficit against plan of £1m
    rf"\bplanned (?P<kind>surplus|deficit)\b{_GAP}{{one:m}}[^.;:()]{{0,60}}?,? (?:however|but)"
    rf" (?:the )?actual\b{_GAP}(?P=kind) of {{other:m}}(?:{_IT_IS}| giving) an? (?:[\w-]+ ){{0,2}}"
    rf"{_BALANCE} against plan of {{rest:m}}"
)
_OF_OTHER_SUMS = re.compile(
    r"\b(?:forecast|project\w+|planned|expected|estimated|year[- ]end|to date|annual|full[- ]year"
    r"|after|before|excluding|including|once|pre-tax|net (?:profit|loss|surplus|deficit)|operating"
    r"|direct|pay|staff|capital|premises|cost of \w+|overall|in (?:all|total)|also"
    r"|savings? (?:plan|target)|savings of [^.]*(?:against|compared)|rose|fell|(?:in|de)creased"
    r"|(?:against|compared)[^.]*offset|on the|adults|grants made)\b",
    re.IGNORECASE,
)
"""Words that make a balance that of other sums than the two before it."""
_LEAVING = pattern(
    r"\b(?:leaving|left|leaves)\b[^#.;:()]{0,40}?\b(?:balance|pressure|shortfall|gap|total|residual"
    r"|remainder|surplus|deficit|budget)\b(?: [\w-]+)? (?:of|at) {rest:nm}"
)
_AROUND = 30
"""Characters before and after a balance that can say of what it is."""
_NEAR = 4
"""At most this many numbers before a remainder are tried."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The balances of a sentence that gives both sums."""
    if sentence.letters.count(SUM) < 3:
        return
    for each in (*_PATTERNS, _PLANNED):
        for found in sentence.find(each):
            sums = [(found["one"], sentence.passage), (found["other"], sentence.passage)]
            claim = _claim(sentence, found["rest"], sums, "explicit")
            if claim is None:
                continue
            first = min(one.start for one, _ in sums)
            words = sentence.text[max(0, first - _AROUND) : found["rest"].end + _AROUND]
            of_other_sums = each is not _PLANNED and _OF_OTHER_SUMS.search(words) is not None
            if not of_other_sums or recompute(claim).verdict == "consistent":
                yield claim


def find_left(sentence: Sentence, near: Sequence[Place]) -> Iterator[Claim]:
    """What is left of a number nearby and another: a claim only where they give it."""
    for found in sentence.find(_LEAVING):
        rest = found["rest"]
        own = [(one, sentence) for one in sentence.quantities if one.start < rest.start]
        numbers = [(one, origin.passage) for one, origin in [*reversed(own), *near]][:_NEAR]
        for at, one in enumerate(numbers):
            for other in numbers[at + 1 :]:
                claim = _claim(sentence, rest, [other, one], "inferred")
                if claim is not None and recompute(claim).verdict == "consistent":
                    yield claim
                    return


def _claim(
    sentence: Sentence, rest: Quantity, sums: Sequence[tuple[Quantity, Passage]], pairing: str
) -> Claim | None:
    if any(one.unit != rest.unit or one.bound == "range" for one, _ in sums):
        return None
    (whole, whole_in), (part, part_in) = sorted(sums, key=lambda pair: -abs(pair[0].low))
    adjusted = part.low < 0
    return claimed(
        "total" if adjusted else "remainder", rest, sentence,
        [Input(whole, whole_in, "part" if adjusted else "whole"), Input(part, part_in, "part")],
        *(one for one, passage in sums if passage is sentence.passage), pairing=pairing,
    )  # fmt: skip
