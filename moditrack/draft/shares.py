"""The measure of a percentage of running text: a share of what, and of whom, a rate or a change."""

from __future__ import annotations

import re

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.part_words import WHICH
from moditrack.documents.quantities import Quantity
from moditrack.draft.counted_before import Before, bracket
from moditrack.draft.measures import LENGTHS, Measured, Measures
from moditrack.draft.noun_phrases import is_plural, kept, phrase_after, phrase_end, sentence_case
from moditrack.draft.phrases import (
    CLAUSE_ENDS,
    NEAR,
    complement,
    doing,
    noun_before,
    part_before,
    subject_before,
    tail,
)
from moditrack.draft.texts_in_order import slug
from moditrack.draft.what_changed import subject_of

_CHANGE_BEFORE = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b(?: [\w-]+){{0,4}}? ?\(?$", re.IGNORECASE
)
_CHANGE_AFTER = re.compile(
    rf"\)? (?:(?P<up>{UP}|higher|more)|(?P<down>{DOWN}|lower|fewer|less))\b", re.IGNORECASE
)
_OF = re.compile(
    r"\)? (?:\(\S{1,8}\) )?(?:of|in) (?:all |the |these |those |its |our |their |total )*", re.I
)
_OF_THESE = re.compile(rf"\b(?:[Oo]f|[Aa]mong)(?: all)? (?:{WHICH}|the)\b|^[^.;,]{{0,40}}\($")
"""What joins a share to the count before it."""
_OTHER_BASE = re.compile(r"\b(?:compar\w+|than|against|national\w*|average|whereas)\b", re.I)
_RATE = re.compile(
    r"\b(?:rate|proportion|percentage|accuracy|compliance|satisfaction|confidence|coverage|attendance"
    r"|performance|score|yield|occupancy|completion|clearance|turnover|absence|retention)s?$", re.I,
)  # fmt: skip
"""What a percentage is that is no part of what is counted."""


_RATE_OF = re.compile(
    r"\b(?:a|an|the|its|their) (?P<what>(?:[a-z-]+ ){1,3}(?:rate|accuracy|compliance|attendance"
    rf"|occupancy|turnout|score)) of (?:(?:{BOUND_WORDS}|just) )*$"
)
_CAPACITY = re.compile(r" (?P<what>capacity|occupancy|attendance|turnout|compliance|accuracy)\b")
"""A rate before its percentage, or after it: a response rate of 40%, at 99% capacity."""


def share(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a percentage, whose span is that in its sentence."""
    match = _OF.match(sentence, quantity.end)
    phrase = phrase_after(sentence, match.end()) if match else []
    is_in = match is not None and match[0].lstrip(" )").startswith("in")
    if phrase and is_in and (phrase[-1].lower() in LENGTHS or phrase[0][0].isupper()):
        match, phrase = None, []  # it fell by 5% in nine years, 15% in Harl
    start = max(0, quantity.start - 60)
    change = _CHANGE_AFTER.match(sentence, quantity.end) or _CHANGE_BEFORE.search(
        CLAUSE_ENDS.split(sentence[start : quantity.start])[-1]
    )
    if change is not None:
        what = phrase or subject_of(sentence, quantity.start)
        return _change(change, what, before, measures)
    if (rate := _RATE_OF.search(sentence, max(0, quantity.start - NEAR), quantity.start)) or (
        rate := _CAPACITY.match(sentence, quantity.end)
    ):
        return _rate(rate["what"].split(), "", measures)
    if phrase and match is not None:
        return _of_phrase(sentence, quantity, match.end(), phrase, measures)
    head, of_what = subject_before(sentence, quantity.start)
    if head and _RATE.search(head[-1]):
        return _rate(head, of_what, measures)
    return _of_what_is_before(sentence, quantity, before, measures)


def _of_phrase(
    sentence: str, quantity: Quantity, at: int, phrase: list[str], measures: Measures
) -> Measured:
    """40% of the uses of force were against men; men made up 40% of them."""
    end = phrase_end(sentence, at)
    of_what = complement(sentence, end)
    words = measures.with_complement(phrase, of_what)
    found = _share_of(words, measures)
    end += len(of_what) + bool(of_what)
    whom = part_before(sentence, quantity.start) or doing(sentence, end)
    if len(words) == len(phrase):
        whom = whom or of_what
    return found.saying(f"{found.name}: {whom}" if whom else "")


def _rate(head: list[str], of_what: str, measures: Measures) -> Measured:
    """The yield rate for all searches was 36%."""
    words = kept(head)
    name = sentence_case(" ".join(words))
    said = f"{name}, as the document gives it"
    found = measures.new_one(slug(name), "percent", name, said, f"'{name.lower()}' is what it is")
    return found.saying(f"{name} {of_what}" if of_what else "")


def _of_what_is_before(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured:
    between = sentence[before.end : quantity.start]
    opened = bracket(sentence, quantity.start)
    head, of_what = noun_before(sentence, opened) if opened >= 0 else ([], "")
    if head and is_plural(head[-1]):
        found = _share_of(head, measures)
        whom = of_what or tail(sentence, quantity.end)
        return found.saying(f"{found.name}: {whom}" if whom else "")
    after = tail(sentence, quantity.end) if opened >= 0 else doing(sentence, quantity.end)
    whom = " ".join(word for word in (*head, of_what, after) if word)
    same = _same_base(sentence, between, before, whom, measures)
    if same is not None:
        return same.saying(f"{same.name}: {whom}" if whom else "")
    around = sentence[max(0, quantity.start - NEAR) : quantity.end + NEAR]
    near = [key for key in measures.named_in(around) if f"share-of-{key}" in measures.fitting]
    if near:
        key = f"share-of-{near[0]}"
        return measures.use(key, "its sentence names it", f"measure: {key}?")
    return Measured("", "", f"'{quantity.printed}' is printed", "measure: a share of what?")


def _same_base(
    sentence: str, between: str, before: Before, whom: str, measures: Measures
) -> Measured | None:
    """A share of what the share or the count before it is of."""
    if before.share is not None:
        other = _OTHER_BASE.search(between) is not None
        asked = "measure: a share of the same?" if other or not whom else before.share.needs
        return measures.use(before.share.measure, "the share before it", asked)
    base = before.count or before.earlier
    if base is None:
        return None
    noun = base.name.lower()
    of_these = sentence.startswith("Of ") or _OF_THESE.search(between) is not None
    joined = before.count is not None and of_these
    asked = base.needs if joined else f"measure: a share of {noun}?"
    return measures.share_of(noun, f"'{noun}' are counted before it", asked)


def _share_of(phrase: list[str], measures: Measures) -> Measured:
    rests_on = f"'{' '.join(phrase)}' is beside the share"
    known = measures.known(phrase, frozenset(), percent=True)
    if len(known) == 1:
        return measures.use(known[0], rests_on)
    one = f"share-of-{measures.by_head(phrase)}"
    if one in measures.lists.measures:
        asked = f"measure: {one}, or a new one for '{' '.join(phrase)}'?"
        return measures.use(one, rests_on, asked)
    return measures.share_of(" ".join(kept(phrase)).lower(), rests_on)


def _change(
    change: re.Match[str], phrase: list[str], before: Before, measures: Measures
) -> Measured:
    """A relative change, of what the sentence says."""
    kind = "increase" if change["up"] else "decrease"
    rests_on = f"'{change[0].strip(' ()')}' is printed beside it"
    counts = measures.known(phrase, frozenset(), percent=False) if phrase else []
    base = before.count or before.total or before.earlier
    what = counts if phrase else [base.measure] if base else []
    known = [key for key in sorted(measures.fitting) if what and key == f"{kind}-in-{what[0]}"]
    asked = "" if phrase or base is None else base.needs
    if base is not None and not phrase and base is before.earlier:
        asked = f"measure: {kind} in {base.name.lower()}?"
    if known:
        return measures.use(known[0], rests_on, asked)
    noun = " ".join(kept(phrase)).lower() if phrase else ""
    noun = noun or (base.name.lower() if base else "")
    if not noun:
        return Measured("", "", rests_on, f"measure: {kind} in what?")
    said = f"Relative {'rise' if kind == 'increase' else 'fall'}, given without a sign"
    name = f"{kind.capitalize()} in {noun}"
    found = measures.new_one(f"{kind}-in-{slug(noun)}", "percent", name, said, rests_on)
    return Measured(found.measure, found.name, rests_on, asked)
