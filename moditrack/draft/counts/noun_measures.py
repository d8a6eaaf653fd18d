"""The measure of a noun phrase or a label that says what a number counts."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.draft.counts.counted_before import Before
from moditrack.draft.counts.measures import Measured, Measures
from moditrack.draft.counts.noun_phrases import described, is_plural, kept, sentence_case
from moditrack.draft.counts.rest_of_clause import rest_of_clause
from moditrack.draft.counts.said_before_counts import (
    deed_before,
    deed_later,
    deed_named,
    is_average,
    is_shared,
    lead_before,
)
from moditrack.draft.counts.words_around_counts import complement, deed_after
from moditrack.draft.texts_in_order import id_part


def said(
    sentence: str, start: int, phrase: list[str], end: int, near: frozenset[str], rests_on: str,
    before: Before, measures: Measures,
) -> Measured:  # fmt: skip
    """The measure of a noun phrase, with what follows it: for whom, and what was done."""
    base = RATE_BASE.match(sentence, end)
    of_what = base[0].strip() if base is not None else complement(sentence, end)
    deed, _ = deed_after(sentence, end + len(of_what) + bool(of_what))
    were = _WERE.match(sentence, end + len(of_what) + bool(of_what)) is not None
    done = deed_named(sentence, start) or ("" if were else deed_before(sentence, start))
    shared = is_shared(sentence[before.end : start])
    if not (done or deed):
        done = deed_later(sentence, end) or (before.done if shared else "")
    before.done = done
    lead = "" if done else lead_before(sentence, start)
    before.lead = lead or (before.lead if shared and not done else "")
    rest, cut = rest_of_clause(sentence, end, several=is_plural(phrase[-1]))
    if done:  # police arrested 12 people suspected of theft
        deed = done
        rest, cut = (of_what, False) if were else (rest, cut)
    if of_what.startswith("per "):
        name = sentence_case(" ".join([*kept(phrase), of_what]))
        said_ = f"{name}, as the document gives it"
        return measures.new_one(
            id_part(name), f"{phrase[-1].lower()} {of_what}", name, said_, rests_on
        )
    found = named(phrase, of_what, deed, near, rests_on, measures)
    words = " ".join(word for word in (*described(phrase), done, rest) if word)
    if cut and not found.needs:
        found = replace(found, needs=f"measure: which {phrase[-1].lower()}? the sentence says more")
    if before.lead:
        words = f"{words}, {before.lead}"
    if is_average(sentence, start):
        words = f"{words}, on average"
    return found.saying(sentence_case(words) if words.lower() != found.name.lower() else "")


RATE_BASE = re.compile(
    r" per (?:\d[\d,]*|hundred|thousand|million)(?! ?%)(?: (?!in\b|of\b|and\b)[a-z-]+){0,2}"
)
"""What makes a count a rate: 12 thefts per 1,000 boats."""
_WERE = re.compile(r" (?:were|was|are|is|been|being|had|have|has)\b")


def named(
    phrase: list[str],
    of_what: str,
    deed: str,
    near: frozenset[str],
    rests_on: str,
    measures: Measures,
) -> Measured:
    """The measure of a noun phrase: known, or by its last word, or new."""
    known = [] if "and" in phrase else measures.known(phrase, near, percent=False)
    if known:
        asked = f"measure: {' or '.join(known[:3])}?" if len(known) > 1 else ""
        return measures.use(known[0], rests_on, asked)
    one = "" if "and" in phrase else measures.by_head(phrase)
    if one:
        asked = f"measure: {one}, or a new one for '{' '.join(phrase)}'?"
        return measures.use(one, rests_on, asked)
    return measures.new_count(phrase, of_what, deed, rests_on)


def label_of(label: str, unit: str, measures: Measures, *, parts: bool = False) -> Measured:
    """The measure of a number that a label names; `parts`: labels are parts of what is counted."""
    words = re.findall(r"[A-Za-z][A-Za-z'’/-]*", label)
    head, _, of_what = label.partition(" in ")
    rests_on = f"'{label}' is the label of the number"
    if parts and not unit:
        return Measured("", "", rests_on, "measure: what do the rows count?", label)
    if unit:
        if label.lower().startswith(("total", "sub")):
            return Measured("", "", rests_on, "measure: the total of what?")
        said = f"{label}, as the document gives it"
        return measures.new_one(f"{id_part(label, 50)}-{unit.lower()}", unit, label, said, rests_on)
    found = named(words if not of_what else head.split(), "", "", frozenset(), rests_on, measures)
    return found.saying(label if of_what or found.name.lower() != label.lower() else "")
