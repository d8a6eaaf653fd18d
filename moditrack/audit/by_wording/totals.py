"""Totals in prose: a number and the parts that make it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moditrack.audit.by_wording.letters import AMOUNTS, COUNT, PERCENT, SUM, letter
from moditrack.audit.by_wording.parts_of_which_number import may_be_nested, whole_of
from moditrack.audit.by_wording.sentences import COUNTS, Place, Sentence, pattern
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.audit.recompute import recompute
from moditrack.documents.part_words import OF_WHICH
from moditrack.documents.quantities import Quantity

_MADE_OF = r"(?:made up of|comprising|comprises?|comprised(?: of)?|consist(?:s|ed|ing) of)"
_ITEM = r"#[nm]\d+#(?: \(#p\d+#\))?(?:[^#.;:]|\.(?=\w)){0,80}?"
_LIST = rf"(?P<parts>{_ITEM}(?:[,;] (?:and )?{_ITEM})*?(?:,? and |; and |; ){_ITEM}"
_END = r"(?=[.)]|$|;(?! (?:and )?#[nm]))"
"""Where a list ends: a semicolon may go on with another part."""
_LIST_SHORT = (
    rf"(?P<parts>{_ITEM}(?:[,;] (?:and )?{_ITEM})*?(?:,? and |; and |; )"
    r"#[nm]\d+#(?: \(#p\d+#\))?(?: [\w'-]+){0,2}"
)
"""The same where what follows belongs to the last item only."""
_A_TOTAL = (
    r"(?:(?:making |giving |bringing )?(?:an? |the )?(?:overall |combined |grand )?"
    r"total (?:of |to )|totalling )"
)
_PATTERNS = tuple(
    pattern(text)
    for text in (
        # 22 officers, made up of 1 inspector, 3 sergeants and 18 constables
        rf"{{total:nm}}{{gap}},? ?[(]?{_MADE_OF} {_LIST}){_END}",
        # 13 arrests and 9 charges, a total of 22
        rf"{_LIST_SHORT}) ?[,(] ?{_A_TOTAL}{{total:nm}}",
        # 31 males and 10 females (41 in total)
        rf"{_LIST_SHORT}) ?[,(] ?{{total:nm}}(?: \w+){{0,2}} in (?:total|all)(?=[.,;)]|$)",
        # a total of 41: 31 theft, 5 fraud and 5 other
        rf"\ba total of {{total:nm}}{{gap}}[:(] ?{_LIST}){_END}",
    )
)
_SAID = re.compile(r"\b(?:total|totalling|in all|remaining|rest|remainder)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(#p(\d+)#\)")
_FEWEST = 3
"""Numbers that a total and its parts are at least."""
TRAP = re.compile(
    rf"\b(?:{OF_WHICH}|of it|including|include[ds]?|per|each|aged?|over|under"
    r"|than)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:did not|didn't|prefer|rest\b(?! (?:#|\d))|not (?:known|stated|say)|unknown|mainly"
    r"|mostly)",
    re.IGNORECASE,
)
"""Words for those that are in none of the parts."""
_INCLUDING = pattern(
    r"{part:nm}(?P<noun>[^#()\[\]]{0,60}?)[(\[](?:an? |the )?total,? (?:including|incl\.|with)"
    r" (?P<other>[^#=:()\[\]]{2,40}?) ?(?:=|:|is|of) ?{total:nm}"
)
_GROUPS_OF = re.compile(
    r"\b(groups?|teams?|sets?|pairs?|classes|panels?|crews?|couples?|batch(?:es)?|bands?|boxes"
    r"|bundles?|types?|kinds?) of\b",
    re.IGNORECASE,
)
"""Parts that hold several of what is counted: 35 people, in five groups of pupils."""
_BESIDES = re.compile(
    r"\b(?:with|plus|as well as|in addition to|besides|on top of|added to)(?: [a-z]+){0,3} $", re.I
)
"""Before a list whose first part is farther off."""
_NEAR = 40
_WORD = re.compile(r"[a-z]{3,}")
_NOUN_WITHIN = 40
"""Characters either side of a number that can hold its noun."""


def find(sentence: Sentence) -> Iterator[Claim]:
    """The totals of a sentence that it joins with all their parts itself."""
    stated_at: set[int] = set()
    if sentence.letters.count(COUNT) + sentence.letters.count(SUM) < _FEWEST:
        return
    for each in _PATTERNS:
        for match in sentence.matches(each):
            if TRAP.search(match["parts"]):
                continue
            claim = _with_earlier(sentence, _claim(sentence, match))
            if claim is not None and _are_groups(match["parts"], sentence, claim):
                continue
            if OTHERS.search(sentence.text):
                continue
            if claim is not None and claim.stated.start not in stated_at:
                stated_at.add(claim.stated.start)
                yield claim


def _are_groups(parts: str, sentence: Sentence, claim: Claim) -> bool:
    """Whether parts are groups, and their total is one of what is in these."""
    group = _GROUPS_OF.search(parts)
    noun = " ".join(sentence.text[claim.stated.end :].lower().split()[:2])
    return group is not None and group[1].lower().removesuffix("s") not in noun


def find_shares(sentence: Sentence) -> Iterator[Claim]:
    """A share that those in brackets after it make: 72%, from rates (32%), fees (11%), rents (29%).

    Only the numbers join them, so that what does not fit may be no sum.
    """
    if sentence.letters.count(PERCENT) < _FEWEST:
        return
    bracketed = {int(number) for number in _IN_BRACKETS.findall(sentence.skeleton)}
    shares = [n for n, one in enumerate(sentence.quantities) if one.unit == "percent"]
    total, *parts = shares
    if bracketed != {*parts}:
        return
    claim = claim_of(sentence, sentence.quantities[total], [sentence.quantities[n] for n in parts])
    if claim is not None and recompute(claim).verdict == "consistent":
        yield replace(claim, pairing="inferred")


def _claim(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    numbers = [int(number) for number in COUNTS.findall(match["parts"])]
    whole = whole_of(sentence, int(match["total"]), numbers)
    if whole is None:
        return None
    parts = [sentence.quantities[number] for number in numbers]
    if may_be_nested(sentence.quantities[whole], parts):
        return None
    said = _SAID.search(match[0]) is not None
    return claim_of(sentence, sentence.quantities[whole], parts, said=said)


def _with_earlier(sentence: Sentence, claim: Claim | None) -> Claim | None:
    """The claim, with parts before its list where it fits with these alone: 7 large boats left,
    together with 95 small and 214 other boats, a total of 316."""
    if claim is None or recompute(claim).verdict == "consistent":
        return claim
    parts = [number.quantity for number in claim.inputs]
    first = min(claim.stated, *parts, key=lambda one: one.start).start
    earlier = [one for one in sentence.quantities if one.end <= first and letter(one) in AMOUNTS]
    for number in reversed(range(len(earlier))):
        more = claim_of(sentence, claim.stated, [*earlier[number:], *parts], said=True)
        if more is not None and recompute(more).verdict == "consistent":
            return more
    return None if _BESIDES.search(sentence.text[:first][-_NEAR:]) else claim


def claim_of(
    sentence: Sentence, total: Quantity, parts: list[Quantity], *, said: bool = False
) -> Claim | None:
    """The claim that parts make a total; None where they cannot be its parts."""
    if not _are_parts(total, parts, said):
        return None
    return claimed("total", total, sentence, [(part, "part") for part in parts], *parts)


def _are_parts(total: Quantity, parts: list[Quantity], said: bool) -> bool:
    """Whether they can be parts; each of four teams has four and three people.

    One is above the total only where that is `said` to be a total.
    """
    return len(parts) > 1 and all(
        part.unit == total.unit and part.bound != "range" and (said or part.low < total.low)
        for part in parts
    )


def find_including(sentence: Sentence, counts: Sequence[Place]) -> Iterator[Claim]:
    """Totals with a part said elsewhere: 21 removed [total including Phase 1 = 53].

    `counts` are those of the document so far. Of several, the one that makes the total is taken,
    else the one whose noun is nearest.
    """
    for match in sentence.matches(_INCLUDING):
        part, stated = (sentence.quantities[int(match[name])] for name in ("part", "total"))
        noun = set(_WORD.findall(match["noun"].lower()))
        other = match["other"].lower()
        named = [
            (len(noun & _nouns_near(one, origin)), one, origin)
            for one, origin in counts
            if one.unit == stated.unit and other in origin.passage.text.lower()
        ]
        most = max((shared for shared, _, _ in named), default=0)
        claims = [
            claimed(
                "total", stated, sentence,
                [(part, "part"), Input(one, origin.passage, match["other"])],
                part, pairing="inferred",
            )
            for shared, one, origin in named
            if shared == most > 0
        ]  # fmt: skip
        fitting = [claim for claim in claims if recompute(claim).verdict == "consistent"]
        if fitting or len(claims) == 1:
            yield (fitting or claims)[0]


def _nouns_near(quantity: Quantity, origin: Sentence) -> set[str]:
    text = origin.text[max(0, quantity.start - _NOUN_WITHIN) : quantity.end + _NOUN_WITHIN]
    return set(_WORD.findall(text.lower()))
