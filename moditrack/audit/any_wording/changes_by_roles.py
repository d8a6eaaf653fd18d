"""Changes by the roles of the numbers in a clause: before, after and change, or up 6% (900).

Where the words beside the numbers leave no other reading, the claim is explicit whether it fits or
not, in whatever order they come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.any_wording.number_roles import Role
from moditrack.audit.by_wording.change_of_something_else import at_odds, mispaired
from moditrack.audit.by_wording.change_patterns import ON
from moditrack.audit.by_wording.changes import claim_of, of_value_before
from moditrack.audit.by_wording.letters import AMOUNTS, PERCENT, POINTS, TIME, letter
from moditrack.audit.by_wording.parts_of_which_number import is_earlier
from moditrack.audit.by_wording.sentences import Sentence
from moditrack.audit.by_wording.share_words import COMPARED
from moditrack.audit.found_claim import Claim
from moditrack.documents.bounds import KNOWN
from moditrack.documents.change_words import A_NOUN, NOUN, OPEN, THAN, VERB
from moditrack.documents.dates.year_or_count import OF_ANY_CENTURY
from moditrack.documents.part_words import OF_WHICH, THOUGH

_ANOTHER = re.compile(
    rf"[;:\u2022]|, with\b|\b(?:{THOUGH}|but|{OF_WHICH}|and"
    r"|including|due to|because|target|forecast|budget|expected|projected|if|would|could|average"
    r"|per cent of|% of|that|which|who|whose|where|went|goes|gone|respectively|real terms|adjusted"
    r"|population)\b",
    re.IGNORECASE,
)
"""Words between the numbers that can bring in something else."""
_A_VERB = re.compile(
    r"\b(?!(?:increas|decreas|reduc|ris|fall|dropp|grow|declin)ing from\b)"
    rf"(?:{VERB}|(?!(?:up|down) from)(?!(?<=[-\u2013\u2014,(] )(?:up|down) to){OPEN})\b",
    re.IGNORECASE,
)


_OF_A_PART = re.compile(
    rf"[;:\u2022]|\b(?:{THOUGH}|but|with|{OF_WHICH}|who|whose|where|including)\b", re.IGNORECASE
)
"""Words between a value and its changes that can bring in another."""
_OF_ITS_OWN = re.compile(r",[^,;:]*\b(?:was|were|is|are|stood)\b", re.IGNORECASE)
"""A clause with a verb: fell by 2%, the rate was 67, compared with 70."""
_LEADS = re.compile(
    rf"(?:[.,(\u2013]| -|\band) ?(?:and |also )*"
    rf"(?:(?:this|which|that|it|the (?:latest |new )?figure) (?:is|was) )?"
    rf"(?:an? (?:[\w-]+ ){{0,2}})?(?:(?:{NOUN} of|{OPEN}(?: by)?) )?(?:an? )?(?:[a-z]+ )?$",
    re.IGNORECASE,
)
"""What leads from a value to its change, without another subject."""
_ON = re.compile(
    rf" ?(?:{OPEN} |{NOUN} |{THAN} )?(?:{ON})\b(?! to\b)[^.;:,#]{{0,60}}?", re.IGNORECASE
)
_SAID = re.compile(rf"\b(?:{NOUN} of|{OPEN}(?: by)?) (?:[a-z]+ )?$", re.IGNORECASE)
"""A word of change right before a percentage."""
_CHANGED_BY = re.compile(rf"\b(?:{NOUN} of|{OPEN}(?: by)?) $", re.IGNORECASE)
_FAR = 60
_TIMES = 10
"""A step that is so many times the printed one, or the other way round, is of something else."""


def find(sentence: Sentence, roles: Sequence[Role]) -> Iterator[Claim]:
    """The changes of a sentence whose two values nothing else can be."""
    on_one = list(_on_one_value(sentence, roles))
    yield from on_one
    starts = {claim.stated.start for claim in on_one}
    for at, stated in enumerate(sentence.quantities):
        if stated.start in starts or is_earlier(sentence, stated):
            continue
        if letter(stated) not in PERCENT + POINTS or roles[at].falls is None:
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


def _on_one_value(sentence: Sentence, roles: Sequence[Role]) -> Iterator[Claim]:
    """The changes after the one value of a sentence, each with the value or step beside it: 15,290,
    up 6% from 14,390 in May and up 2% from 14,930 in June; 15,290, up 6% (900)."""
    numbers, text = sentence.quantities, sentence.text
    changes = [
        n
        for n, one in enumerate(numbers)
        if roles[n].falls is not None
        and (letter(one) in PERCENT + POINTS or roles[n].step)
        and not is_earlier(sentence, one)
    ]
    first = min(changes, default=0)
    values = [n for n in range(first) if _is_value(sentence, n, roles)]
    if len(values) != 1 or _OF_A_PART.search(text[numbers[values[0]].end : numbers[first].start]):
        return
    after = numbers[values[0]]
    for at in changes:
        if any(_is_value(sentence, n, roles) for n in range(first + 1, at)):
            break  # what follows is of another
        rest = (n for n in range(at + 1, len(numbers)) if sentence.slots[n] != TIME)
        other = numbers[next(rest, values[0])]
        stated, falls = numbers[at], roles[at].falls
        if (
            other is after
            or letter(other) not in AMOUNTS
            or {other.bound, after.bound} - {*KNOWN}
            or any(OF_ANY_CENTURY.fullmatch(one.printed) for one in (other, after))
            or not _LEADS.search(text[: stated.start][-_FAR:])
            or _CHANGED_BY.search(text[: other.start][-_FAR:])
        ):
            continue
        found = {"after": after, "change" if letter(stated) in PERCENT + POINTS else "step": stated}
        if letter(stated) == PERCENT and text[stated.end : other.start] == " (":
            if not _SAID.search(text[: stated.start][-_FAR:]) or text[other.end :][:1] != ")":
                continue
            claim = claim_of(sentence, found | {"step": other}, stated, roles[at].said)
            if claim is not None:
                claim = of_value_before(sentence, claim, found | {"step": other}, roles[at].said)
        elif _ON.fullmatch(text, stated.end, other.start) and (after.low < other.low) == falls:
            found["before"] = other
            claim = claim_of(sentence, found, stated, roles[at].said)
            step = abs(after.low - other.low)
            far = letter(stated) in AMOUNTS and not step / _TIMES <= stated.low <= step * _TIMES
            if claim is not None and (far or at_odds(sentence, claim, found)):
                claim = None
        else:
            continue
        if claim is not None and not mispaired(claim):
            yield claim


def _is_value(sentence: Sentence, at: int, roles: Sequence[Role]) -> bool:
    """Whether a number is one that can change: no step, and none from before."""
    role = roles[at]
    return sentence.slots[at] in AMOUNTS and role.value and not (role.before or role.step)


def _values(sentence: Sentence, at: int, roles: Sequence[Role]) -> list[int]:
    """The numbers of a sentence that can be before or after; none where one says another step."""
    numbers = sentence.quantities
    wanted = AMOUNTS if letter(numbers[at]) == PERCENT else PERCENT
    others = [n for n in range(len(numbers)) if n != at and letter(numbers[n]) in wanted]
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
        or any(
            roles[n].way
            for n, one in enumerate(numbers)
            if n != at and letter(one) in PERCENT + POINTS
        )
        or _ANOTHER.search(text[numbers[first].end : numbers[last].start]) is not None
        or COMPARED.search(between.replace(roles[at].said, "", 1)) is not None
        or _OF_ITS_OWN.search(between) is not None
        or any(A_NOUN.fullmatch(match[0]) is None for match in _A_VERB.finditer(between))
    )
