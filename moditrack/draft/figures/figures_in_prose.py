"""Figures of running text: each quantity with its measure, period, agency, operation, doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.bounds import ABOUT, EXACT
from moditrack.documents.bounds import RANGE as RANGE_BOUND
from moditrack.documents.dates.month_order import in_doubt
from moditrack.documents.normalise import normalise
from moditrack.documents.passages import Passage
from moditrack.documents.printed_values import confirms
from moditrack.documents.quantities import Quantity
from moditrack.draft.context import ASK_ORDER, Context
from moditrack.draft.counts import figure_measures
from moditrack.draft.counts.ages import age_of, age_quantities, ages_alone
from moditrack.draft.counts.counted_before import Before, base_of
from moditrack.draft.counts.doubted_values import doubts, of_which_column, or_of_day, or_of_topic
from moditrack.draft.counts.measures import DURATION, IN_NUMBERS, LENGTHS, Measured
from moditrack.draft.counts.money import MONEY
from moditrack.draft.counts.noun_measures import label_of
from moditrack.draft.counts.noun_phrases import is_plural, phrase_end
from moditrack.draft.counts.questions_answered import answered, question_before
from moditrack.draft.counts.words_around_counts import line_label
from moditrack.draft.figures import compared_numbers
from moditrack.draft.figures.agency_of_figures import other_area, subjects
from moditrack.draft.figures.cited_documents import is_cited_page
from moditrack.draft.figures.statuses import status_of
from moditrack.draft.periods import figure_periods
from moditrack.draft.proposal import FoundPeriod, Proposal
from moditrack.draft.terms_and_references.references import no_papers, says_none
from moditrack.draft.texts_in_order import Text, id_part, unique
from moditrack.verify.record_values import value_of

_LEVEL = re.compile(r"\blevels?[ -]$", re.IGNORECASE)
_TIMELESS = ("list-items", "age", DURATION)
"""What the measures begin with that are of no period."""
_AVERAGE = re.compile(r"(?:the )?(?:average|mean|median)\b", re.IGNORECASE)
"""What makes a length of time or an age one of those of a period."""
_PAST = ("recorded", "estimate")
_SHORT = 10
"""Words of a line of a list."""


def propose(text: Text, context: Context) -> Iterator[Proposal]:
    """The figures of a heading, or of a passage that is not a table."""
    if says_none(text):
        yield from no_papers(text, context)
        return
    context.list_agency = context.actors.of_list(text)
    if text.heading or text.text.endswith("?"):
        context.question = text.text if text.text.endswith("?") else ""
    context.line_above = _line_above(text, context.line_above)
    heading = text.text.rfind(" / ") if text.heading else -1
    labels_ = row_labels(text.passage) if text.passage.kind == "table" and not text.heading else {}
    parts = 2 * sum(is_plural(one.split()[-1]) for one in labels_.values()) < len(labels_)
    before, count = _above(text, context)
    sentence_before = None
    for quantity, is_age in _numbers(text, context):
        sentence = text.sentence_at(quantity.start)
        if sentence is not sentence_before:
            if sentence_before is not None:
                before = before.after(sentence.text, count)
            before.base = base_of(text.sentence_before(sentence)) or before.base
            sentence_before = sentence
        row = value_of(quantity)
        if row is None:
            continue
        if quantity.start in labels_ and quantity.unit in ("", *MONEY):
            label = labels_[quantity.start]
            measured = label_of(label, quantity.unit, context.measures, parts=parts)
        else:
            measured = _measured(text, sentence, quantity, is_age, before, context)
        measured = or_of_topic(measured, text, sentence)
        if measured.measure and not is_age:
            _keep(text, quantity, measured, before, context, last=quantity.start > heading)
        before.end = phrase_end(sentence.text, quantity.end - sentence.start)
        yield from _figure(text, sentence, quantity, row, measured, context)


def _line_above(text: Text, above: str) -> str:
    """What a line that ends in a colon says of the short lines below it: Late boats:"""
    if text.heading or len(text.text.split()) > _SHORT:
        return ""
    ends = text.text.endswith(":")
    return text.text.rstrip(": ") if ends else above if text.passage.kind == "unnumbered" else ""


def _above(text: Text, context: Context) -> tuple[Before, Measured | None]:
    """What the head of the list or the heading of a text counts."""
    above, heading = None, text.passage.heading
    if text.passage.kind == "bullet":
        above = context.list_counts.get(heading)
    else:
        context.list_counts.pop(heading, None)
    count, number = above or (context.heading_counts.get(heading), None)
    is_item = text.passage.kind == "bullet"
    item = context.item_counts.get(heading) if is_item else None
    base = context.list_bases.get(heading, "") if is_item else ""
    if not is_item and not text.heading:
        context.list_bases[heading] = base_of(text.sentences[-1].text)
    before = Before(
        None if text.heading else count, listed=above is not None, number=number, base=base
    )
    before.earlier = item
    return before, count


def _keep(
    text: Text, quantity: Quantity, measured: Measured, before: Before, context: Context, *,
    last: bool,
) -> None:  # fmt: skip
    """Keep what a number counts for those after it. last: whether it is in its own heading."""
    if quantity.unit == "percent":
        before.share = measured
    elif quantity.unit in MONEY:
        before.total = measured
        if not measured.needs:
            context.counts(f"{text.passage.heading} {quantity.unit}", measured, text)
    elif context.measures.unit(measured.measure) == "part of one":
        before.count = before.earlier
    elif quantity.unit == "" and not measured.measure.startswith((*IN_NUMBERS, DURATION)):
        before.count = measured
        if text.passage.kind == "bullet":
            context.item_counts[text.passage.heading] = measured
        before.number = before.number if before.surely_part else quantity.low
        if not (text.heading or measured.needs or measured.measure == "list-items"):
            context.counts(text.passage.heading, measured, text)
        if text.heading and last:
            asked = f"measure: {measured.measure}?"
            context.heading_counts[text.passage.heading] = replace(measured, needs=asked)
        if text.text.endswith(":") and quantity.start >= text.sentences[-1].start:
            context.list_counts[text.passage.heading] = measured, quantity.low


def _numbers(text: Text, context: Context) -> list[tuple[Quantity, bool]]:
    """The quantities of a text, and the ages that bound no group, in order.

    Numbers that are part of a name are left out: SCD7 (1), level-two.
    """
    if text.locator in context.contents and not text.heading:
        return []
    named = [(one.start, one.end) for one in context.names.find(text.text)]
    found = [
        (one, False)
        for one in text.quantities
        if _LEVEL.search(text.text, max(0, one.start - 8), one.start) is None
        and not is_cited_page(text, one.start)
    ]
    ages = [one for one in age_quantities(text) if not is_cited_page(text, one.start)]
    starts = {one.start for one in ages}
    found = [one for one in found if one[0].start not in starts]
    found += [(one, True) for one in ages_alone(text, ages)]
    mask = bytearray(len(text.text) + 1)
    for start, end in named:
        mask[start:end] = b"\x01" * (end - start)
    outside = [one for one in found if not mask[one[0].start]]
    return sorted(outside, key=lambda one: one[0].start)


def _measured(
    text: Text, sentence: Sentence, quantity: Quantity, is_age: bool, before: Before,
    context: Context,
) -> Measured:  # fmt: skip
    measures = context.measures
    listed = context.lists.get((text.locator, quantity.start))
    start = quantity.start - sentence.start
    end = quantity.end - sentence.start
    if is_age and "age" in measures.lists.measures:
        asked = "" if quantity.bound in (EXACT, ABOUT, RANGE_BOUND) else "measure: an age?"
        return measures.use("age", "an age is printed", asked).saying(age_of(sentence.text, start))
    local = Quantity(**vars(quantity) | {"start": start, "end": end})
    found = figure_measures.measured(sentence.text, local, before, measures)
    if question := question_before(text, quantity.start, context.question):
        found = answered(question, local, measures) or found
    if listed and "list-items" in measures.lists.measures and (found.needs or not found.measure):
        return measures.use("list-items", listed)
    if not found.measure and not quantity.unit and (label := line_label(text, quantity)):
        counted = context.counted.get(text.passage.heading, "")
        name = measures.name(counted) if counted else ""
        asked = f"measure: {counted}?" if counted else found.needs
        said = f"{name}: {label}" if name else label
        return Measured(counted, name, f"'{label}' is before the number", asked, said)
    return found


def _figure(
    text: Text, sentence: Sentence, quantity: Quantity, row: dict[str, str], measured: Measured,
    context: Context,
) -> Iterator[Proposal]:  # fmt: skip
    name = measured.said or (measured.name if measured.measure else "")
    if not measured.measure and quantity.unit in ("percent", *MONEY):
        measured = context.measures.unnamed(quantity, measured)
    needs = [measured.needs] if measured.needs else []
    unit = context.measures.unit(measured.measure)
    is_known = measured.measure in context.measures.lists.measures
    if measured.is_vague and not needs and not (is_known and unit not in LENGTHS):
        needs.append(f"measure: {measured.name.lower()} of what?")
    rests = [measured.rests_on]
    status = (
        "stated"
        if measured.measure == "list-items"
        else status_of(
            sentence.text, quantity.start - sentence.start, quantity.end - sentence.start
        )
    )
    when = figure_periods.of_sentence(
        text, sentence, quantity, lambda one: context.scopes.dated(text, one), context.scopes.day
    )
    if (year := context.scopes.rows.above(text, quantity)) is not None:
        when = FoundPeriod(figure_periods.recorded(year), rests_on=f"'{year.label}' is above it")
    if when == FoundPeriod() and measured.measure != "list-items":
        when = context.section_period(text.locator)
        timeless = measured.measure.startswith(_TIMELESS) and not _AVERAGE.match(measured.full)
        if not when.period and not timeless and status in _PAST:
            above = context.above(text, sentence.text, sentence.start)
            when = or_of_day(above, text, sentence)
    other = compared_numbers.question(text, sentence.start, quantity, when.period)
    if other and not when.asked:
        when = FoundPeriod(asked=other)
    needs += [when.asked] if when.asked else []
    rests += [when.rests_on] if when.rests_on else []

    def fits(printed: str) -> bool:
        numbers = [float(row[key]) if key in row else None for key in ("value", "low", "high")]
        return confirms(printed, numbers[0], numbers[1], numbers[2], unit)

    printed = context.places.take(text, quantity.start, quantity.end, fits, once=False)
    if printed is None:
        printed = quantity.printed
        context.places.settle(text, printed)
        needs.append("printed: which of these numbers?")
    if context.month_first and in_doubt(when.asked or when.rests_on):
        needs.append(ASK_ORDER)
    needs += doubts(text.text, sentence, quantity)
    known = bool(measured.measure or when != FoundPeriod())
    needs += [] if known else of_which_column(text.text, quantity)
    found, asked = subjects(text, sentence, quantity, context)
    needs += asked or other_area(sentence.text, quantity.start - sentence.start, found, context)
    rests += [f"'{one}' is named" for one in found.values() if one and not asked]
    if not any(found.values()):
        found["agency"] = context.default or context.publisher
        if not context.default and context.publisher and not asked:
            others = context.actors.others(sentence.text, context.publisher)
            needs += [f"agency: {context.publisher}, or another?"] if others else []
    key = unique(f"{id_part(text.locator)}-{measured.measure or 'figure'}", context.taken)
    yield Proposal(
        "figures.csv",
        {
            "figure": key, "locator": text.locator, "printed": printed, **row, "status": status,
            "measure": measured.measure, "period": when.period, "inferred": when.inferred, **found,
            "description": describe(
                name,
                "" if text.text.endswith(":") else context.line_above,
                "" if when.asked else figure_periods.in_words(when.period),
            ),
        },
        "; ".join(rests), "; ".join(needs), quantity.start, quantity.end, text.heading,
        guessed=measured.guessed, of_report=when.of_report,
    )  # fmt: skip


def describe(name: str, *labels: str) -> str:
    """A description in the program's own words: the measure and what distinguishes the figure.

    Empty where neither is known: it becomes the name of the measure that a person writes.
    """
    return ", ".join(label for label in (name, *labels) if label) if name or labels[0] else ""


_NUMBER = re.compile(r"[£$€]?\s?\d[\d,.]*%?")


def row_labels(passage: Passage) -> dict[int, str]:
    """The label of each number of a list of two columns, by where it is in the passage's text."""
    rows: dict[int, list[str]] = {}
    for cell in passage.table:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(normalise(cell.text))
    found: dict[int, str] = {}
    at = 0
    for texts in rows.values():
        places = []
        for text in texts:
            start = passage.text.find(text, at)
            if start < 0:
                return {}
            places.append(start)
            at = start + len(text)
        if len(texts) == 2 and _NUMBER.fullmatch(texts[1]) and not _NUMBER.fullmatch(texts[0]):
            found[places[1]] = texts[0]
    return found
