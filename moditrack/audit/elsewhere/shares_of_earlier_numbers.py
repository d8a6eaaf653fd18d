"""Shares whose base is not in the sentence: a number printed nearby may be the base.

Such a pairing is inferred. It is never reported as a misfit: where no base fits, the share is
not checkable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.any_wording.number_roles import Role
from moditrack.audit.by_wording.letters import AMOUNTS, PERCENT, letter
from moditrack.audit.by_wording.sentences import STEM, Place, Sentence, pattern
from moditrack.audit.found_claim import Claim, Input, claimed
from moditrack.documents.bounds import BOUND_WORDS, KNOWN, LOWER, UPPER
from moditrack.documents.quantities import Quantity

_PATTERNS = tuple(
    pattern(text)
    for text in (
        # 31 offences (76%)
        r"{part:nmx}{gap}[(\[]{share:p}[)\];,]",
        # 76% (n=31), 76% (31), (76%; 31)
        r"{share:p}[^#;:()\[\]]{0,120}?[(\[](?:n ?= ?)?{part:nm}(?: \w+)?[)\]]",
        r"[(\[]{share:p}[;,] (?:n ?= ?)?{part:nm}[)\]]",
        r"[(\[](?:n ?= ?)?{part:nm}[;,] {share:p}[)\]]",
        # 31 (76% of all), 76% of offences (31 of them at sea)
        r"{part:nm}{gap}[(\[]{share:p} of [^#;:()\[\]]{2,40}[)\]]",
        r"{share:p} of [^#;:()\[\]]{2,60}[(\[]{part:nm}(?: [\w'-]+){1,6}[)\]]",
        # more than 50% of the boats - 31 - were ...
        r"{share:p} of [^#;:()\[\]]{2,60} [-\u2013\u2014] {part:nm} [-\u2013\u2014]",
        # 31, or 76 per cent; 76 per cent, or 31
        r"{part:nm}(?: \w+){0,3},? or {share:p}",
        r"{share:p},? or {part:nm}",
        # 31 resolved; a resolution rate of 76%
        r"{part:n}{gap}[;,] (?:giving |with )?an? (?:[\w-]+ ){0,2}rate of {share:p}",
        # 828 instances (...), accounting for 56%
        r"{part:nm}{gap}\)?,? (?:and )?(?:accounting for|accounts? for|representing|equating to"
        r"|equivalent to|making up|which is)"
        rf" (?:(?:{BOUND_WORDS}) )?{{share:p}}",
    )
)
_NOUN = re.compile(r" of (?:(?:the|all|these|its|our) )*(?:[\w-]+ )?(?P<noun>[a-z]{4,})\b", re.I)
_LOOSE = 5
"""So many points a share can be from "more than 50%"."""
_NEAR = 40
"""At most this many counts before a percentage without decimals are tried as its base."""


def find(
    sentence: Sentence, roles: Sequence[Role], near: Sequence[Place], taken: set[int]
) -> Iterator[Claim]:
    """Shares of a sentence with their part, each with the counts nearby that may be its base.

    `near` are the counts before it, the nearest first; `taken` the starts of percentages that are
    explained already.
    A claim for each candidate base: the caller keeps the one that fits.
    """
    if PERCENT not in sentence.letters or len(sentence.letters) < 2:
        return
    changes = {one for one, role in zip(sentence.quantities, roles, strict=False) if role.way}
    for each in _PATTERNS:
        for found in sentence.find(each):
            share, part = found["share"], found["part"]
            if sentence.start + share.start in taken:
                continue
            if part in changes:
                continue
            taken.add(sentence.start + share.start)
            unit = part.unit.removeprefix("times")
            bases = [
                (one, origin)
                for one, origin in near[: None if share.decimals else _NEAR]
                if one.unit == unit
                and one.low > part.low
                and letter(one) in AMOUNTS
                and (
                    (one.bound in KNOWN and _close(part, one, share))
                    or (_is_loose(part, one, share) and _named(sentence, share, origin))
                )
            ]
            for base, origin in bases:
                inputs = (
                    Input(part, sentence.passage, "part"), Input(base, origin.passage, "whole"),
                )  # fmt: skip
                yield _claim(sentence, share, inputs)
            if not bases:
                yield _claim(sentence, share, (Input(part, sentence.passage, "part"),))


def _close(part: Quantity, base: Quantity, share: Quantity) -> bool:
    """Whether a share can be that of a base, in floating point: most counts nearby are not it."""
    return bool(base.low) and abs(100 * float(part.low) / float(base.low) - float(share.low)) < 1


def _is_loose(part: Quantity, base: Quantity, share: Quantity) -> bool:
    """Whether a share that is printed as more or less than a round one can be that of a base."""
    given = 100 * float(part.low) / float(base.low) if base.low else 0
    off = given - float(share.low)
    return 0 < (off if share.bound in LOWER else -off if share.bound in UPPER else 0) <= _LOOSE


def _named(sentence: Sentence, share: Quantity, origin: Sentence) -> bool:
    """Whether the sentence of a base names what a share is of."""
    of_it = _NOUN.match(sentence.text, share.end)
    return of_it is not None and of_it["noun"].lower()[:STEM] in origin.text.lower()


def _claim(sentence: Sentence, share: Quantity, inputs: tuple[Input, ...]) -> Claim:
    return claimed("share", share, sentence, inputs, pairing="inferred")
