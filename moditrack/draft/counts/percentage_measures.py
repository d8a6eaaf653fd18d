"""The measure of a percentage of running text: a share of what, and of whom, a rate or a change."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.bounds import BOUND_WORDS
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.counted_before import Before, bracket
from moditrack.draft.counts.measures import LENGTHS, SHARE_OF, Measured, Measures
from moditrack.draft.counts.noun_phrases import (
    in_lower_case,
    is_plural,
    kept,
    phrase_after,
    phrase_end,
)
from moditrack.draft.counts.rates_and_levels import level_of, rate_in_words, rate_of
from moditrack.draft.counts.relative_changes import CHANGE_AFTER, IN_BRACKET, change_of, same_change
from moditrack.draft.counts.rest_of_clause import whom
from moditrack.draft.counts.said_before_counts import lead_before
from moditrack.draft.counts.table_subjects import without_periods
from moditrack.draft.counts.wholes_of_shares import (
    VERSUS,
    begins_no_whole,
    narrowed,
    of_share_before,
    same_base,
    unread,
)
from moditrack.draft.counts.words_around_counts import (
    NEAR,
    complement,
    is_made_up,
    noun_before,
    part_before,
    tail,
)

_OF = re.compile(
    r"\)? (?:\(\S{1,8}\) )?(?:of|in(?! comparison\b))"
    r" (?:all |the |these |those |its |our |their |total |overall |a total of )*"
    r"(?:numbers? of (?:all |the |those )?)?(?:\d[\d,]* )?", re.I,
)  # fmt: skip
_OF_THOSE = re.compile(
    r" of (?:all )?(?P<whom>those [a-z][^,.;:()\d]{2,80}?)"
    r"(?= (?:was|were|had|have|has|is|are|did|would|could|said|reported|felt|agreed|believed)\b)"
)
"""Those of whom a share is said to be something: 8% of those arrested were sailors."""
_LABEL = re.compile(
    r" ?[-–—:] (?:the )?(?:overall |total |average )?(?P<what>rate|proportion|percentage|share) of"
    r" (?:all |the |total )*"
)
"""What says after a percentage what it is: 20% - the proportion of boats that were late."""
_PERCENT_OF = re.compile(r"\b(?:percentage|proportion|share) of (?:all |the |those |these )*")


def share(sentence: str, quantity: Quantity, before: Before, measures: Measures) -> Measured:
    """The measure of a percentage, whose span is that in its sentence."""
    if before.surely_part and before.count is not None and bracket(sentence, quantity.start) >= 0:
        return _of_part(sentence, quantity, before.count, measures)
    if (label := _LABEL.match(sentence, quantity.end)) is not None:
        return _labelled(sentence, label, measures)
    match = _OF.match(sentence, quantity.end)
    phrase = phrase_after(sentence, match.end()) if match else []
    is_in = match is not None and match[0].lstrip(" )").startswith("in")
    if (
        phrase
        and is_in
        and (f"{phrase[-1].lower().rstrip('s')}s" in LENGTHS or begins_no_whole(phrase[0]))
    ):
        match, phrase = None, []  # it fell by 5% in nine years, 15% in Harl
    level = None
    if not CHANGE_AFTER.match(sentence, quantity.end):
        level = level_of(sentence, quantity, before, measures)
    at = match.end() if match is not None else quantity.end
    found = level or change_of(sentence, quantity, phrase, at, before, measures)
    if found is not None:
        return found
    between = sentence[before.end : quantity.start] if before.change[0] else ""
    if between.endswith("(") and IN_BRACKET.fullmatch(without_periods(between)):
        return same_change(before, measures)
    if phrase and match is not None:
        found = None if is_in else of_share_before(sentence, quantity, phrase, before, measures)
        return found or _of_phrase(sentence, quantity, match.end(), phrase, measures)
    of_sum = match is not None and not is_in and _SUM.match(sentence, match.end())
    those = _of_those(sentence, quantity, measures)
    if of_sum:
        those = Measured("", "", "it is of a sum", "measure: a share of what?")
    rate = those or rate_in_words(sentence, quantity, measures)
    return rate or _of_what_is_before(sentence, quantity, before, measures)


def _of_those(sentence: str, quantity: Quantity, measures: Measures) -> Measured | None:
    """The share of those to whom something was done: 8% of those arrested were sailors."""
    those = _OF_THOSE.match(sentence, quantity.end)
    if those is None:
        return None
    said, cut = whom(sentence, those.end())
    found = measures.share_of(those["whom"], f"'of {those['whom']}' follows it")
    return _saying(found, said, asked=cut or not said)


_OF_THE = re.compile(r"Of (?:all )?(?:the )?(?=[a-z])")


def _labelled(sentence: str, label: re.Match[str], measures: Measures) -> Measured:
    """20% - the proportion of boats that were late."""
    phrase = phrase_after(sentence, label.end())
    if not phrase:
        return Measured("", "", f"'{label[0].strip()}' follows it", "measure: a share of what?")
    if label["what"] == "rate":
        return rate_of(["rate"], f"of {' '.join(phrase)}", measures)
    found = _share_of(phrase, measures)
    said, cut = whom(sentence, phrase_end(sentence, label.end()))
    return _saying(found, _WHICH.sub("", said), asked=cut)


_WHICH = re.compile(r"^(?:that|which|who) ")


def _of_part(sentence: str, quantity: Quantity, count: Measured, measures: Measures) -> Measured:
    """The share in brackets after a part of a count: of 50 boats, 12 (24%) were sold."""
    found = measures.share_of(count.name.lower(), "it fits the numbers before it", count.needs)
    closed = sentence.find(")", quantity.end)
    said, cut = whom(sentence, closed + 1)
    return _saying(found, said, asked=cut)


def _of_phrase(
    sentence: str, quantity: Quantity, at: int, phrase: list[str], measures: Measures
) -> Measured:
    """40% of the uses of force were against men; men made up 40% of them."""
    if phrase[-1].lower() in _WHOLES and len(phrase) == 1:
        return Measured("", "", f"'{phrase[0]}' follows it", "measure: a share of what?")
    end = phrase_end(sentence, at)
    of_what = complement(sentence, end)
    words = measures.with_complement(phrase, of_what)
    found = _share_of(words, measures)
    end += len(of_what) + bool(of_what)
    said, cut = part_before(sentence, quantity.start), False
    if not said:
        said, cut = whom(sentence, end)
    if len(words) == len(phrase) and of_what not in said:
        said = ", ".join(filter(None, (said, of_what)))
    found = narrowed(found, sentence, phrase_end(sentence, at))
    made_up = is_made_up(sentence, quantity.start) and not part_before(sentence, quantity.start)
    nobody = made_up or _PRONOUN.search(sentence, max(0, quantity.start - NEAR), quantity.start)
    said = said or lead_before(sentence, quantity.start)
    cut = cut or said.endswith((" if", " when", " that", " where"))
    return _saying(
        found, said, asked=cut or bool(nobody or (not said and _MORE.match(sentence, end)))
    )


def _saying(found: Measured, said: str, *, asked: bool) -> Measured:
    """The measure of a share with whose it is, asked where the sentence says more than is read."""
    if asked and not found.needs:
        found = replace(found, needs=f"measure: {found.name.lower()}: which of them?")
    return found.saying(f"{found.name}: {said}" if said else "")


_SUM = re.compile(r"[£$€]\d")
_WHOLES = ("total", "whole", "sample", "overall", "number", "figure", "cohort", "group")
"""What does not say of what a share is."""
_MORE = re.compile(r" (?!than\b)[a-z]{3,}")
_PRONOUN = re.compile(
    r"(?:^|[,;] )(?:[Tt]his|[Tt]hat|[Ii]t|[Tt]hese|[Tt]hey|which"
    r"|[Tt]he (?:proportion|figure|total|number))"
    rf" [a-z]+(?: [a-z]+)?(?: (?:{BOUND_WORDS}))* $"
)
"""What says of a share only that it is one of what came before: this was 40% of the crews."""


def _of_what_is_before(
    sentence: str, quantity: Quantity, before: Before, measures: Measures
) -> Measured:
    between = sentence[before.end : quantity.start]
    opened = bracket(sentence, quantity.start)
    head, of_what = noun_before(sentence, opened) if opened >= 0 else ([], "")
    if head and is_plural(head[-1]):
        found = _share_of(head, measures)
        said = of_what or tail(sentence, quantity.end)
        if not (said or found.needs):  # women (81%) were the most: of all who came?
            found = replace(found, needs=f"measure: {found.name.lower()}, or their own share?")
        return found.saying(f"{found.name}: {said}" if said else "")
    after = tail(sentence, quantity.end) if opened >= 0 else whom(sentence, quantity.end)[0]
    said = " ".join(word for word in (*head, of_what, after) if word)
    if (of_the := _OF_THE.match(sentence)) is not None and quantity.start > of_the.end():
        phrase = phrase_after(sentence, of_the.end())
        if phrase and sentence.startswith(", ", phrase_end(sentence, of_the.end())):
            found = _share_of(phrase, measures)
            return found.saying(f"{found.name}: {said}" if said else "")
    again = before.share is not None and VERSUS.search(between)
    if before.base and said and not again:
        found = _share_of(phrase_after(f" {before.base}", 0), measures)
        return found.saying(f"Share of {before.base}: {said}")
    same = same_base(sentence, quantity, between, before, said, measures)
    same = same and unread(same, sentence, quantity.end)
    elsewhere = _elsewhere(same, before, said) if same is not None else None
    if elsewhere is not None:
        return elsewhere
    if same is not None:
        return same.saying(f"{same.name}: {said}") if said else same
    return _near(sentence, quantity, measures)


def _elsewhere(same: Measured, before: Before, said: str) -> Measured | None:
    """The share before in another place: boats were 40% of thefts in Harl, and 9% in Quay."""
    where = _WHERE.fullmatch(before.share.said) if before.share is not None else None
    if where is None or not _PLACE.fullmatch(said):
        return None
    return same.saying(f"{where['what']}, {said}")


_WHERE = re.compile(r"(?P<what>.+: .+), (?:in|at|across) (?:the )?[A-Z][\w ]*")
_PLACE = re.compile(r"(?:in|at|across) (?:both )?(?:the )?[A-Z].*")


def _near(sentence: str, quantity: Quantity, measures: Measures) -> Measured:
    """A share that only the words around it may say, which is asked."""
    if (near_by := _near_share(sentence, quantity, measures)) is not None:
        return near_by
    around = sentence[max(0, quantity.start - NEAR) : quantity.end + NEAR]
    if near := [key for key in measures.named_in(around) if f"{SHARE_OF}{key}" in measures.fitting]:
        key = f"{SHARE_OF}{near[0]}"
        return measures.use(key, "its sentence names it", f"measure: {key}?")
    return Measured("", "", f"'{quantity.printed}' is printed", "measure: a share of what?")


def _near_share(sentence: str, quantity: Quantity, measures: Measures) -> Measured | None:
    """A share that the words before it say: the percentage of boats was the same, at 37%."""
    said = None
    for match in _PERCENT_OF.finditer(sentence, max(0, quantity.start - 2 * NEAR), quantity.start):
        said = match
    phrase = phrase_after(sentence, said.end()) if said is not None else []
    if said is None or not phrase or re.search(r"\d", sentence[said.end() : quantity.start]):
        return None
    found = _share_of(phrase, measures)
    return replace(found, needs=f"measure: {found.name.lower()}?")


def _share_of(phrase: list[str], measures: Measures) -> Measured:
    rests_on = f"'{' '.join(phrase)}' is beside the share"
    known = measures.known(phrase, frozenset(), percent=True)
    if len(known) == 1:
        return measures.use(known[0], rests_on)
    one = f"{SHARE_OF}{measures.by_head(phrase)}"
    if one in measures.lists.measures:
        asked = f"measure: {one}, or a new one for '{' '.join(phrase)}'?"
        return measures.use(one, rests_on, asked)
    return measures.share_of(in_lower_case(kept(phrase)), rests_on)
