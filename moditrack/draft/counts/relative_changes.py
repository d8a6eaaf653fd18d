"""The measure of a percentage by which something rose or fell."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.change_words import DOWN, UP
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.changes_by_a_number import asked_of
from moditrack.draft.counts.counted_before import Before
from moditrack.draft.counts.measures import Measured, Measures
from moditrack.draft.counts.noun_phrases import (
    in_lower_case,
    is_plural,
    kept,
    phrase_after,
    phrase_end,
)
from moditrack.draft.counts.rates_and_levels import PRONOUNS
from moditrack.draft.counts.rest_of_clause import rest_of_clause
from moditrack.draft.counts.subjects_of_changes import may_be_a_name, said_of_subject, subject_of
from moditrack.draft.counts.words_around_counts import CLAUSE_ENDS, subject_before, undated
from moditrack.draft.texts_in_order import id_part

_CHANGE_BEFORE = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b"
    rf"(?!(?: [a-z]+ly)? from )(?: (?!below|above|under\b)[\w-]+){{0,4}}? ?\(?$",
    re.IGNORECASE,
)
CHANGE_AFTER = re.compile(
    rf"\)? (?:(?P<up>{UP}|higher|more)|(?P<down>{DOWN}|lower|fewer|less))\b", re.IGNORECASE
)
_IN = re.compile(
    r"(?: (?:was|has been|had been|were)(?: (?:also|seen|recorded|noted|reported|observed))*)?"
    r" (?:in(?! comparison\b)|to) (?:the |all |its |our |their |overall )*"
    r"(?:(?:number|rate|level|amount|volume)s? of )?(?:the )?"
)
"""What rose or fell, after the noun of change: a 30% fall in boat crime."""


def change_of(
    sentence: str, quantity: Quantity, phrase: list[str], at: int, before: Before,
    measures: Measures,
) -> Measured | None:  # fmt: skip
    """The measure of a relative change; None where it is none. `phrase` at `at` may be its noun."""
    start = max(0, quantity.start - 60)
    after = CHANGE_AFTER.match(sentence, quantity.end)
    change = after or _CHANGE_BEFORE.search(CLAUSE_ENDS.split(sentence[start : quantity.start])[-1])
    if change is None:
        return None
    if not phrase and after is not None:
        phrase, at = _after(sentence, after.end())
    if not phrase and after is not None and (of := _of_subject(sentence, quantity)) is not None:
        return _change(change, of[0], of[1], before, measures)
    subject = [] if phrase else subject_of(sentence, quantity.start)
    said, cut = said_of_subject(sentence, quantity.start) if subject else "", False
    if phrase:
        end = phrase_end(sentence, at)
        more, cut = rest_of_clause(sentence, end)
        said = f"{' '.join(kept(phrase))} {more}" if more else ""
    found = _change(change, phrase or subject, said, before, measures)
    if cut and not found.needs:
        found = replace(found, needs=f"measure: {found.name.lower()}, or of some of them?")
    word = max(0, sentence.rfind(change[0].strip(), 0, quantity.start))
    other = not (phrase or subject) and (
        _OTHER.search(sentence, before.end, word)
        or _NOUNS.search(undated(sentence), before.end, word)
    )
    before.doubt = bool(found.measure) and (bool(other) or may_be_a_name(subject, measures.words))
    return asked_of(found, before)


_NOUNS = re.compile(r"(?:\b(?!(?:which|that)\b)[a-z]{3,} ){3}")
"""Words between a count and a change, which may say what changed: boats, and crews at sea fell."""
_OTHER = re.compile(r"\b(?:the|its|their|our) (?:[a-z-]+ ){1,4}$")
"""A noun before a change, which may be what changed: 40 boats, and the cost rising by 12%."""
IN_BRACKET = re.compile(r"(?: (?:on|in|from|over))?\s*\(")


def _of_subject(sentence: str, quantity: Quantity) -> tuple[list[str], str] | None:
    """What is said to be higher or lower: late boats at sea were 4% lower."""
    head, of_what = subject_before(sentence, quantity.start)
    if not head or not is_plural(head[-1]) or head[0].lower() in PRONOUNS:
        return None
    return head, " ".join([*head, of_what]) if of_what else ""


def _after(sentence: str, at: int) -> tuple[list[str], int]:
    """What rose or fell, after the noun for it: in boat crime; empty where a pronoun says it."""
    sentence = undated(sentence)
    match = _IN.match(sentence, at) or _NOUN.match(sentence, at)
    phrase = phrase_after(sentence, match.end()) if match is not None else []
    if match is None or not phrase or phrase[0].lower() in PRONOUNS:
        return [], at
    return phrase, match.end()


_NOUN = re.compile(r"(?<=fewer)|(?<=more)|(?<=less)")
"""What comes before the noun that it is about: 45% fewer boats."""


def _change(
    change: re.Match[str], phrase: list[str], said: str, before: Before, measures: Measures
) -> Measured:
    """A relative change, of what the sentence says; `said` is that with all its words."""
    kind = "increase" if change["up"] else "decrease"
    rests_on = f"'{change[0].strip(' ()')}' is printed beside it"
    counts = measures.known(phrase, frozenset(), percent=False) if phrase else []
    base = before.count or before.total or before.earlier
    if not phrase and base is None and before.change[1]:
        return same_change(before, measures, kind)
    what = counts if phrase else [base.measure] if base else []
    known = [key for key in sorted(measures.fitting) if what and key == f"{kind}-in-{what[0]}"]
    asked = "" if phrase or base is None else base.needs
    if base is not None and not phrase and base is before.earlier:
        asked = f"measure: {kind} in {base.name.lower()}?"
    noun = in_lower_case(kept(phrase)) if phrase else ""
    noun = noun or (base.name.lower() if base else "")
    if base is not None and not phrase and base.said:
        said = in_lower_case(base.said.split())
    before.change, before.changed = (kind, noun), said
    if known:
        return measures.use(known[0], rests_on, asked)
    if not noun:
        return Measured("", "", rests_on, f"measure: {kind} in what?", change=kind)
    return _of_noun(kind, noun, said, rests_on, asked, measures)


def _of_noun(
    kind: str, noun: str, said_: str, rests_on: str, asked: str, measures: Measures
) -> Measured:
    said = f"Relative {'rise' if kind == 'increase' else 'fall'}, given without a sign"
    name = f"{kind.capitalize()} in {noun}"
    found = measures.new_one(f"{kind}-in-{id_part(noun)}", "percent", name, said, rests_on)
    more = f"{kind.capitalize()} in {in_lower_case(said_.split())}" if said_ else ""
    return Measured(found.measure, found.name, rests_on, asked, more)


def same_change(before: Before, measures: Measures, kind: str = "") -> Measured:
    """The share by which something changed whose number is before it: up by 12 (14%)."""
    before_kind, noun = before.change
    if not noun:
        kind = kind or before_kind
        return Measured("", "", "it follows a change", f"measure: {kind} in what?", change=kind)
    asked = f"measure: {kind or before_kind} in {noun}?" if kind or before.doubt else ""
    return _of_noun(
        kind or before_kind, noun, before.changed, "it follows a change", asked, measures
    )
