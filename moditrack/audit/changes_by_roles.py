"""Changes by the roles of the numbers in a clause: one change, one value before and one after.

Where the words beside the numbers leave no other reading, the claim is explicit whether it fits or
not, in whatever order they come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.change_of_something_else import at_odds
from moditrack.audit.changes import claim_of
from moditrack.audit.claims import Claim
from moditrack.audit.number_roles import Role
from moditrack.audit.sentences import Sentence, kind
from moditrack.audit.share_words import COMPARED
from moditrack.documents.bounds import KNOWN
from moditrack.documents.change_words import A_NOUN, OPEN, VERB
from moditrack.documents.dates.year_or_count import OF_ANY_CENTURY
from moditrack.documents.part_words import OF_WHICH

_ANOTHER = re.compile(
    rf"[;:\u2022]|, with\b|\b(?:while|whilst|whereas|although|but|{OF_WHICH}|and"
    r"|including|due to|because|target|forecast|budget|expected|projected|if|would|could|average"
    r"|per cent of|% of|that|which|who|whose|where|went|goes|gone|respectively|real terms|adjusted"
    r"|population)\b",
    re.IGNORECASE,
)
"""Words between the numbers that can bring in something else."""
_A_VERB = re.compile(
    rf"\b(?:{VERB}|(?!(?:up|down) from)(?!(?<=[-\u2013\u2014,(] )(?:up|down) to){OPEN})\b",
    re.IGNORECASE,
)


def find(sentence: Sentence, roles: Sequence[Role]) -> Iterator[Claim]:
    """The changes of a sentence whose two values nothing else can be."""
    for at, stated in enumerate(sentence.quantities):
        if kind(stated) not in "pq" or roles[at].falls is None:
            continue
        values = _values(sentence, at, roles)
        old = [n for n in values if roles[n].before]
        if len(values) != 2 or len(old) != 1:
            continue
        (new,) = (n for n in values if n != old[0])
        before, after = (sentence.quantities[n] for n in (old[0], new))
        if not roles[new].after and not roles[old[0]].compared:
            continue
        wrong_way = (after.low < before.low) != roles[at].falls
        if (
            wrong_way
            or 0 < roles[new].year < roles[old[0]].year
            or _parted(sentence, at, values, roles)
        ):
            continue
        found = {"before": before, "after": after, "change": stated}
        claim = claim_of(sentence, found, stated, roles[at].said)
        if claim is not None and not at_odds(sentence, claim, found):
            yield claim


def _values(sentence: Sentence, at: int, roles: Sequence[Role]) -> list[int]:
    """The numbers of a sentence that can be before or after; none where one says another step."""
    numbers = sentence.quantities
    wanted = "nm" if kind(numbers[at]) == "p" else "p"
    others = [n for n in range(len(numbers)) if n != at and kind(numbers[n]) in wanted]
    values = [n for n in others if roles[n].value and not roles[n].step]
    if any(
        OF_ANY_CENTURY.fullmatch(numbers[n].printed) or numbers[n].bound not in KNOWN
        for n in values
    ):
        return []
    steps = {numbers[n].low for n in others if roles[n].step and numbers[n].bound in KNOWN}
    lows = [numbers[n].low for n in values]
    return values if steps <= {max(lows, default=0) - min(lows, default=0)} else []


def _parted(sentence: Sentence, at: int, values: Sequence[int], roles: Sequence[Role]) -> bool:
    """Whether something else can be meant by a change and two values: rose by 12%, searches fell
    from 200 to 140.

    A change after both may be of another place; the patterns of `changes` know the others.
    """
    numbers, text = sentence.quantities, sentence.text
    first, last = min(*values, at), max(*values, at)
    between = (
        text[numbers[at].end : numbers[min(n for n in values if n > at)].start] if at < last else ""
    )
    return (
        at == last
        or any(roles[n].way for n, one in enumerate(numbers) if n != at and kind(one) in "pq")
        or _ANOTHER.search(text[numbers[first].end : numbers[last].start]) is not None
        or COMPARED.search(between) is not None
        or any(A_NOUN.fullmatch(match[0]) is None for match in _A_VERB.finditer(between))
    )
