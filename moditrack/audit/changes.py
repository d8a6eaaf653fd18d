"""Changes: before and after, and the change in percent, in points, as a number or multiple."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moditrack.audit.claims import Claim, Input
from moditrack.audit.sentences import Sentence, pattern
from moditrack.documents.quantities import Quantity

_UP = (
    r"(?:rise|rises|rose|risen|rising|grew|grow|grown|growth|increase[ds]?|increasing|up|climb(?:ed|ing)?"
    r"|jump(?:ed|ing)?|higher|more|gain(?:ed)?|uplift|surge[ds]?|soared|doubled|improve[ds]?|improvement)"
)
_DOWN = (
    r"(?:fall|falls|fell|fallen|falling|decrease[ds]?|decreasing|down|drop(?:s|ped)?|decline[ds]?"
    r"|reduc(?:ed|tion|ing)|lower|fewer|less|cut|shrank|dip(?:ped)?|plunge[ds]?|slump(?:ed)?|loss|worsened)"
)
_WAY = rf"(?:{_UP}|{_DOWN})"
_ON = r"(?:compared (?:with|to)|against|versus|vs?|up from|down from|from|on|than)"
_SINCE = r"(?:from|on|over|compared (?:with|to)) "
_THEN = (
    r"(?: ?[,(-] ?)(?:(?:or|which (?:is|was)|that is|representing|equivalent to|i\.e\.) )?"
    r"(?:an? )?"
)
"""What leads from two values to their change: ", a"."""
_BY = (
    rf"(?:\w+ )?(?P<way>{_WAY})(?: (?:of|by))?"
    r"(?: (?:about|around|over|nearly|almost|some|just over))?"
)
_WORDS = r"(?:[\w']+ ){0,4}?"
"""A few words before a number: the, last year's."""
_BEFORE = rf"{_WORDS}{{before:nmp}}"
_AFTER = r"{after:nmp}{gap}"
_CHANGE = r"{change:pq}"
_FROM_TO = r"\bfrom (?:the )?{before:nmp}{gap} to {after:nmp}"
_AFTER_ON = rf"{_AFTER}[ ,(-]+{_ON} {_BEFORE}"
_OR = r"(?:,? or #\w+#{gap},)?"
"""The same in other terms: ", or 3 a week,"."""
_PATTERNS = tuple(
    pattern(text)
    for text in (
        # fell by 38% from 105 to 74; a fall of 38%, from 105 to 74
        rf"\b{_BY} {_CHANGE}{{gap}}[ (]{_FROM_TO}",
        # a 38% fall in stops, from 105 to 74
        rf"{_CHANGE} (?P<way>{_WAY}){{gap}}[ ,(-]+(?:(?:up|down) )?{_FROM_TO}",
        # fell 38% to 74 from 105; fell by 38% to 74, or 3 a week, from 105
        rf"\b{_BY} {_CHANGE}{{gap}} to {_AFTER}{_OR}[ ,(]+"
        rf"(?:compared with|down from|up from|from) {_BEFORE}",
        # a 20% fall, down 31 to 74
        rf"{{change:p}} {{gap}}(?P<way>{_WAY}){{gap}}, (?:up|down) (?:by )?{{step:nm}} to {_AFTER}",
        # from 105 to 74, a fall of 38%; from 105 to 74 (38%); from 105 to 74, a 38% fall
        rf"{_FROM_TO}{{gap}}{_THEN}{_BY} {_CHANGE}",
        rf"{_FROM_TO}{{gap}}{_THEN}{_CHANGE} (?P<way>{_WAY})",
        rf"{_FROM_TO}{{gap}}\({_CHANGE}\)",
        # 74, compared with 105, a fall of 38%; ..., a 38% fall
        rf"{_AFTER_ON}{{gap}}{_THEN}{_BY} {_CHANGE}",
        rf"{_AFTER_ON}{{gap}}{_THEN}{_CHANGE} (?P<way>{_WAY})",
        # 74, down 38% from 105; 74, a 38% fall on the 105
        rf"{_AFTER}{_THEN}{_BY} {_CHANGE}{{gap}} {_SINCE}{_BEFORE}(?! to )",
        rf"{_AFTER}{_THEN}{_CHANGE} (?P<way>{_WAY}) {_SINCE}{_BEFORE}(?! to )",
        # a 38% fall (74, compared with 105); a 38% fall (105 to 74)
        rf"{_CHANGE} (?P<way>{_WAY}){{gap}}\({_AFTER}[ ,]+{_ON} {_BEFORE}",
        rf"{_CHANGE} (?P<way>{_WAY}){{gap}}\({{before:nmp}}{{gap}} to {{after:nmp}}",
        # (74 against 105), down 38%; (74 v 105; -38%)
        rf"\({_AFTER}[ ,]+{_ON} {_BEFORE}{{gap}}\)?[,;] ?(?:{_BY} )?{_CHANGE}",
        # 74, 38% less than the 105; 74, 38% less than in 2019 (105)
        rf"{_AFTER}[, (-]+{{change:p}} (?P<way>{_WAY}) than {_BEFORE}",
        rf"{_AFTER}[, (-]+{{change:p}} (?P<way>{_WAY}) than [^#.;:()]{{0,40}}\({{before:nmp}}\)",
        # a rise of 31 (42%) to 105; ... on 74
        rf"\b{_BY} {{step:nm}}{{gap}}[(,] ?{{change:p}}\)?,?{{gap}} to {{after:nm}}",
        rf"\b{_BY} {{step:nm}}{{gap}}[(,] ?{{change:p}}\)?,?{{gap}} (?:from|on) {_BEFORE}(?! to )",
        # a rise of 42% (+31)
        rf"\b{_BY} {{change:p}} \({{signed:nm}}\)",
        # 105 (+31, +42%)
        r"{after:nm} \({signed:nm}[,;] {change:p}\)",
        # doubled from 5 to 10
        rf"{{change:x}}(?: [\w'-]+){{0,4}}[ (,]{_FROM_TO}",
        # from 105 to 74, a fall of 31; a fall of 31, from 105 to 74
        rf"{_FROM_TO}{{gap}}{_THEN}{_BY} {{step:nm}}(?! ?%)",
        rf"{_AFTER_ON}{{gap}}{_THEN}{_BY} {{step:nm}}(?! ?%)",
        rf"\b{_BY} {{step:nm}}{{gap}}[ (,]{_FROM_TO}",
        # 74, down 31 from 105
        rf"{_AFTER}, (?:up|down) (?:by )?{{step:nm}} (?:from|on) {_BEFORE}",
        # 31 fewer in 2020 (74) than in 2019 (105)
        rf"{{step:nm}} (?P<way>{_WAY}) {{gap}}\({{after:nm}}\) than {{gap}}\({{before:nm}}\)",
    )
)
_DIRECTION = re.compile(rf"\b{_DOWN}\b", re.IGNORECASE)


def find(sentence: Sentence) -> Iterator[Claim]:
    """The changes of a sentence whose two values it joins itself."""
    seen: set[int] = set()
    for each in _PATTERNS:
        for match in each.finditer(sentence.skeleton):
            slots = match.groupdict()
            way = slots.pop("way", None) or ""
            found = {n: sentence.quantities[int(k)] for n, k in slots.items() if k is not None}
            if "signed" in found:
                if found["signed"].printed[0] not in "+-":
                    continue
                found["step"] = found.pop("signed")
            stated = found.get("change") or found["step"]
            if stated.start in seen or any(q.bound == "range" for q in found.values()):
                continue
            claim = _claim(sentence, found, stated, way)
            if claim is not None:
                seen.add(stated.start)
                yield claim


_ON_THAT = r"{gap} (?:from|on|over|than|compared (?:with|to)) (?:[^#.;:()]{0,40}? )?{before:nmp}"
_ACROSS = (
    # Down 38% from 105; This was a fall of 38% on the 105; this was a 38% fall on the 105
    pattern(rf"\b{_BY} {_CHANGE}{_ON_THAT}"),
    pattern(rf"{_CHANGE} (?P<way>{_WAY}){_ON_THAT}"),
)


def find_across(
    sentence: Sentence, near: Sequence[tuple[Quantity, Sentence]], taken: set[int]
) -> Iterator[Claim]:
    """Changes that a sentence states on a value, without the new one: a claim for each nearby."""
    for each in _ACROSS:
        for match in each.finditer(sentence.skeleton):
            change, old = (sentence.quantities[int(match[name])] for name in ("change", "before"))
            if sentence.start + change.start in taken or old.unit == "percent":
                continue
            taken.add(sentence.start + change.start)
            claim = _claim(sentence, {"before": old, "change": change}, change, match["way"])
            for after, where in near:
                if claim is not None and after.unit == old.unit and not _far_apart([after, old]):
                    inputs = (*claim.inputs, Input(after, where.passage, "after"))
                    yield replace(claim, inputs=inputs, pairing="inferred")


def _far_apart(values: list[Quantity]) -> bool:
    """Whether two values are of different things, such as a sum and a price a share."""
    low, high = sorted(abs(value.low) for value in values) if len(values) == 2 else (1, 1)
    return high > 1000 * low


def _claim(
    sentence: Sentence, found: dict[str, Quantity], stated: Quantity, way: str
) -> Claim | None:
    values = [found[name] for name in ("before", "after") if name in found]
    if len({value.unit for value in values}) > 1 or _far_apart(values):
        return None
    kind = "increase" if not _DIRECTION.search(way) else "decrease"
    if not way:
        kind = "change"
    if stated.unit == "percentage points":
        kind = "percentage-points"
    elif stated.unit == "times":
        kind = "ratio"
    elif stated is found.get("step") and "change" not in found:
        kind = "difference"
    names = [
        name for name in ("before", "after", "step") if name in found and found[name] is not stated
    ]
    inputs = tuple(Input(found[name], sentence.passage, name) for name in names)
    return Claim(
        kind, stated, inputs, sentence.passage, sentence.clause(*found.values()),
        start=sentence.start + stated.start, end=sentence.start + stated.end,
    )  # fmt: skip
