"""Totals beside a list of parts: in brackets, after a colon, "with 3 red", "of these, ...".

A list need not be all of its total, and its parts may overlap. So one that does not make it is a
claim only where nothing can be in two of its parts: men and women, red and green. Nor is it one
where another number before the list can have these parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.by_wording.letters import AMOUNTS
from moditrack.audit.by_wording.parts_of_which_number import is_alone, may_be_nested, whole_of
from moditrack.audit.by_wording.sentences import COUNTS, STEM, Sentence, pattern
from moditrack.audit.by_wording.totals import OTHERS, TRAP, claim_of
from moditrack.audit.found_claim import Claim
from moditrack.audit.recompute import recompute
from moditrack.documents.part_words import THE_REST, WHICH
from moditrack.documents.quantities import Quantity

_MARK = "[\u00b2\u00b3\u00b9\u2070-\u2079]*"
"""A mark of a footnote."""
_ITEM = r"#[nm]\d+#(?:[^#.;:()]|\.(?=\w)|#[pd]\d+#|\([^()#]*#[pd]\d+#[^()]*\)){0,90}?"
_LIST = (
    rf"(?P<parts>{_ITEM}(?:[,;] (?:and )?{_ITEM})*?"
    rf"(?:(?:,? and |; and |,? or )|[,;]?(?: and)? (?P<rest>{THE_REST})[^#.;:()]{{0,20}}? ){_ITEM})"
)
_NAMED = r"[^#.;:()]{3,60}\(#[nm]\d+#\)"
_AFTER_NAME = r"[^#.;:()]{2,60}#[nm]\d+#"
_END = r"(?=[.;]|$)"
_PATTERNS = tuple(
    pattern(text)
    for text in (
        # 28 people (12 officers, 4 staff and 12 volunteers)
        rf"{{total:nm}}[^#.;:()]{{0,80}} \({_LIST}\)",
        # 16 forces were inspected: 3 outstanding, 9 good and 4 inadequate; 48 reports—7 in ...
        rf"{{total:nm}}[^#.;()]{{0,80}}(?:: | [-\u2013] |\u2014){_LIST}{_END}",
        # 16 indicators, with 9 green, 3 amber and 4 red
        rf"{{total:nm}}[^#.;:()]{{0,80}}, with {_LIST}{_END}",
        # reserves are £655, of which £200 are restricted and £455 are not
        rf"{{total:nm}}[^#.;:()]{{0,80}}[,;.]{_MARK} (?:of|among) {WHICH}"
        rf"(?: [\w-]+)?,? {_LIST}{_END}",
        # 70 reports of aggressive (45) or serious resistance (25)
        rf"{{total:nm}}(?P<parts>[^#.;:()]{{3,110}}\(#[nm]\d+#\)(?:[,;]? {_NAMED})*?,? (?:and|or)"
        rf" {_NAMED})",
        # of the 900 colleges, 600 are large, and 300 small; ..., and the other 300 small
        rf"\b(?:of|on|among) (?:the |these |all )?{{total:nm}}[^#.;:()]{{0,60}}, {_LIST}{_END}",
        # ten of the 16 are complete; six remain open
        r"(?P<parts>#n\d+# (?:out )?of (?:the |all |our )?{total:n}[^#.;:()]{0,80}[;,] (?:and )?"
        r"#n\d+# (?:remain|are still|are not|were not|have not|had not))",
    )
)
_GIVE = tuple(
    pattern(text)
    for text in (
        # a grant of £18m and a tax of £23m give a total budget of £41m
        rf"(?P<parts>#[nm]\d+#(?:, {_AFTER_NAME})*?,? and {_AFTER_NAME})[^#.;:()]{{0,40}}?"
        r" (?:give|make|bring|form)s?(?: up)? [^#.;:()]{0,30}?total(?: [\w-]+){0,2} (?:of|to)"
        r" {total:nm}",
    )
)
_GROUPS = (
    r"m[ae]n|wom[ae]n|males?|females?|boys?|girls?",
    r"outstanding|good|satisfactory|inadequate|requir\w+ improvement",
    r"green|amber|red|blue|ungraded",
    r"adults?|children|child|minors?|juveniles?",
    r"officers?|staff|volunteers?|civilians?",
    r"restricted|unrestricted|designated|endowment",
)
"""Names of parts of which nothing is in two."""
_EXCLUSIVE = tuple(
    re.compile(rf" (?:[\w-]+ )?(?P<name>{names})[,;)]?(?: (?:or|and))?\s*", re.IGNORECASE)
    for names in _GROUPS
)
_SEVERAL = re.compile(r"#n(\d+)#")
_COUNTED = re.compile(r"(?: [\w-]+){0,2}? (?P<noun>(?!(?:year|month|week|day)s\b)[a-z-]+s)\b")
_PLACE = re.compile(r"(?: [\w-]+)? (?P<where>in|at|from) (?:the )?[A-Z]")
_WHERE = re.compile(
    r"\b(?P<where>in|at|from|among|across)\b (?:(?:the|its|our|all|these) )*$", re.IGNORECASE
)
"""Before how many places there are: in its three ports."""
_INSIDE = {"among": "in", "across": "in"}
_FEWEST_PLACES = 3
_IN_ALL = re.compile(r"\b(?:in (?:all|total)|altogether|a total of|totall?\w*)\b", re.IGNORECASE)
_SEVERAL_EACH = re.compile(
    r"\b(?:faults?|defects?|reasons?|causes?|concerns?|issues?|problems?|injur\w+|languages?|types?"
    r"|kinds?|answers?|replies|mention\w*|respondents?|said|says?|cited?|named|chose|chosen|each"
    r"|several|multiple|one or more|more than one|at least one|some of)\b",
    re.IGNORECASE,
)
"""Words for things of which one can be in several items of a list."""
_OTHER = re.compile(
    r" (?:(?:in|at|from|for|of|to|by|with) )?(?:the )?others?\b(?! (?:than|side))", re.I
)
_MOST_OF = re.compile(
    r"\b(?:most|majority|many|half|bulk|part|some|several|all but|out) of"
    r" (?:the |all |our |its )*#?[nm]?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r" (?:[a-z-]+ )?(?!(?:was|is|has|does)\b)([a-z-]+s)\b", re.IGNORECASE)
_NOTES = re.compile(_MARK)
_NOT = re.compile(r" (?:\w+ )?(\w[\w-]+)(?:,? and)?\s*")
_NON = re.compile(r" (?:\w+ )?non-(\w[\w-]+)\s*", re.IGNORECASE)


def find(sentence: Sentence) -> Iterator[Claim]:
    """The totals of a sentence, or of two that "of these" joins, with the parts in a list."""
    if sum(each in AMOUNTS for each in sentence.letters) < 3:
        return
    stated_at: set[int] = set()
    for each in (*_GIVE, *_PATTERNS):
        for match in sentence.matches(each):
            total = int(match["total"])
            numbers = [int(one) for one in COUNTS.findall(match["parts"])]
            numbers = [one for one in numbers if one != total]
            whole = whole_of(sentence, total, numbers)
            if whole is None:
                continue
            parts = [sentence.quantities[one] for one in numbers]
            claim = claim_of(sentence, sentence.quantities[whole], parts)
            if claim is None or claim.start in stated_at:
                continue
            if (
                each in _GIVE
                or recompute(claim).verdict == "consistent"
                or (
                    (
                        _with_rest(match, sentence, whole)
                        or _exclusive(match["parts"])
                        or _one_for_each(match, sentence)
                        or _ends_with_others(match, sentence, whole)
                    )
                    and not OTHERS.search(sentence.text)
                    and is_alone(sentence, claim.stated, parts)
                )
            ):
                stated_at.add(claim.start)
                yield claim


def _with_rest(match: re.Match[str], sentence: Sentence, whole: int) -> bool:
    """Whether a list ends with the others, and has no part of another in it."""
    numbers = [int(one) for one in COUNTS.findall(match["parts"])]
    parts = [sentence.quantities[one] for one in numbers]
    nested = may_be_nested(sentence.quantities[whole], parts) or TRAP.search(match["parts"])
    return match.groupdict().get("rest") is not None and not nested and _of_them(sentence, parts)


def _one_for_each(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether a list has a place for each of those counted before: in three ports, 40 boats: 12 in
    Ayton, 20 in Beck and 8 in Cole."""
    items = COUNTS.split(match["parts"])[2::2]
    if _MOST_OF.search(sentence.skeleton[: match.start("total")]):
        return False
    for number in _SEVERAL.findall(sentence.skeleton[: match.start("total")]):
        count = sentence.quantities[int(number)]
        named = _COUNTED.match(sentence.text, count.end)
        if named is None or count.low != len(items) or len(items) < _FEWEST_PLACES:
            continue
        of_these = sum(named["noun"].lower()[:STEM] in item.lower() for item in items)
        where = _WHERE.search(sentence.text[: count.start])
        places = [_PLACE.match(item) for item in items]
        own = {place["where"] if place is not None else "" for place in places}
        same = where is not None and own == {
            _INSIDE.get(where["where"].lower(), where["where"].lower())
        }
        if 2 * of_these >= len(items) or same:
            return TRAP.search(match["parts"]) is None
    return False


def _ends_with_others(match: re.Match[str], sentence: Sentence, whole: int) -> bool:
    """Whether the last item of a list is what is in none before: In all 77 boats came: 31 from
    Ayton, 24 from Beck, 13 from Cole and 9 from other ports."""
    numbers = [int(one) for one in COUNTS.findall(match["parts"])]
    parts = [sentence.quantities[one] for one in numbers]
    items = COUNTS.split(match["parts"])[2::2]
    parallel = len({item.split()[0] for item in items if item.strip()}) == 1
    total = sentence.quantities[whole]
    return (
        len(parts) > _FEWEST_PLACES
        and ":" in sentence.text[total.end : parts[0].start]
        and _OTHER.match(items[-1]) is not None
        and (parallel or not may_be_nested(total, parts))
        and TRAP.search(match["parts"]) is None
        and _IN_ALL.search(sentence.text[: parts[0].start]) is not None
        and _SEVERAL_EACH.search(sentence.text) is None
        and _MOST_OF.search(sentence.skeleton[: match.start("total")]) is None
    )


def _of_them(sentence: Sentence, parts: Sequence[Quantity]) -> bool:
    """Whether the last part of a list names nothing that is not named before the list."""
    named = _PLURAL.match(sentence.text, parts[-1].end)
    before = sentence.text[: parts[0].start].lower()
    return named is None or named[1].lower()[:STEM] in before


def _exclusive(parts: str) -> bool:
    """Whether the items of a list have names of which nothing is in two."""
    items = [_NOTES.sub("", item) for item in COUNTS.split(parts)[2::2]]
    for each in _EXCLUSIVE:
        names = [each.fullmatch(item) for item in items]
        found = {name["name"].lower() for name in names if name is not None}
        if len(found) == len(items):
            return True
    non = _NON.fullmatch(items[-1]) if len(items) == 2 else None
    own = _NOT.fullmatch(items[0]) if non is not None else None
    return own is not None and non is not None and own[1].lower() == non[1].lower()
