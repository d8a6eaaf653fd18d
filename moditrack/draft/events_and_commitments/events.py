"""Events from the dates of running text, each with the words around it as a description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from moditrack.documents.dates.month_order import in_doubt
from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import DAY, RANGE, YEAR_KINDS, Period, is_counted
from moditrack.documents.number_style import Style
from moditrack.draft.context import ASK_ORDER, Context
from moditrack.draft.events_and_commitments.event_words import (
    event_words,
    happened,
    is_one_act,
    of_label,
    says_what_happened,
)
from moditrack.draft.events_and_commitments.is_a_commitment import REWORD, is_commitment, is_due
from moditrack.draft.figures.cited_documents import is_cited
from moditrack.draft.periods.dates_without_year import is_near
from moditrack.draft.periods.figure_periods import recorded
from moditrack.draft.periods.periods_not_of_figures import is_compared, is_origin, is_titled
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text, shortened
from moditrack.draft.title_and_date import both_years
from moditrack.record_dates import parse_period
from moditrack.verify.event_dates import is_dated

_CLAUSE = re.compile(r";|:(?!\d)| - | – ")
_TO_COME = re.compile(r"\b(?:closing|closes|deadline|next|due|expires)\b", re.IGNORECASE)
"""What says that a date is still to come: closing date."""
_FAR = 200
"""Characters before a date in which words say that it is to come, and of a sentence in which its
opening says that it is about the report."""
_AROUND = 200
"""Characters around a date in which its clause is looked for."""
_PAPERS = (
    r"(?:report|bulletin|publication|paper|release|document|figures|data|statistics|tables?"
    r"|chapter|section|annex)"
)
_OF_PAPER = re.compile(
    rf"(?:^|.*\bthat )(?:[Tt]his|[Tt]he|Our|These|Raw|All) (?:[a-z]+ ){{0,3}}{_PAPERS}"
    r"(?: related to [a-z ]+| from)?"
    r" (?:also |will |does |do |that |below |here )*(?:\d{4} onwards )?"
    r"(?:(?:is|are) (?:not )?(?:available|based|taken|shown|presented|about|for)"
    r"|(?:comment|provide|present|include|cover|contain|describe|show|summari[sz]e|update|compare"
    r"|relate|refer|support)(?:s|ed|d)?|sets? out)\b"
)
"""A sentence about what the report itself has, whose periods are those of its data."""
_CITED = "Date of a document that is referred to"
_NAMED = ("reference", "code", "list", "footnote", "base")


def propose(text: Text, context: Context, date: str, used: set[str]) -> Iterator[Proposal]:
    """The events of a text. `date` is that of the document, `used` the periods of its figures."""
    for one in _open(text, context):
        period = _year_of_what_happened(text, one)
        written = recorded(period)
        # the last 12 months are no event
        if is_counted(period) or _no_event(text, period, context):
            continue
        if period.partial and period.kind == RANGE:
            written = context.scopes.dated(text, period)
        is_prose = not text.heading and not text.text.endswith(":")
        happened = is_prose and _happened(text, period)
        if (_is_period(period, written, used) and not happened) or _is_due(text, period, date):
            continue
        if _is_of_document(text, written, date):
            yield from _of_document(text, period, context, written)
        else:
            yield from _event(text, period, context, date, written)


def numerals(text: Text, context: Context, date: str, used: set[str]) -> Iterator[Proposal]:
    """The dates of a text that are no events: the periods of figures, and the document's again."""
    for period in _open(text, context):
        if is_counted(period):
            if any(character.isdecimal() for character in period.label):
                yield from _numeral(text, period, context, "A period counted from another")
        elif _is_period(period, recorded(period), used) or (
            period.kind == RANGE and context.scopes.dated(text, period) in used
        ):
            yield from _numeral(text, period, context, "Period of a figure that is recorded")
        elif _is_due(text, period, date):
            yield from _numeral(text, period, context, "Day by which a recorded commitment is due")
        elif reason := _no_event(text, period, context):
            yield from _numeral(text, period, context, reason)
        elif _is_of_document(text, recorded(period), date):
            yield from _numeral(text, period, context, "Date of the document, which is recorded")


def _is_of_document(text: Text, written: str, date: str) -> bool:
    """Whether a date is that of the document, of which a header may print the month only."""
    return bool(date) and (
        written == date or (text.passage.kind == "header" and written == date[:7])
    )


def _no_event(text: Text, period: Period, context: Context) -> str:
    """Why a period is none of an event; empty where it may be one."""
    if is_cited(text, period):
        return _CITED
    if context.scopes.rows.are_labels(text, period):
        return "Label of a chart"
    if "?" in text.text[period.end :].partition(". ")[0] and text.passage.kind != "header":
        return "Date that a question asks about"
    return _no_event_of_period(text, period) if period.kind != DAY else ""


def _no_event_of_period(text: Text, period: Period) -> str:
    """The same of a month or more."""
    if is_compared(text, period) and not is_origin(text, period):
        return "Period with which a figure is compared"
    if is_titled(text, period):
        return "Year in the name of a paper or an event"
    if period.partial and period.kind in YEAR_KINDS and text.sentence_at(period.start).quantities:
        return "Period of a figure that is recorded"
    if not text.heading and _OF_PAPER.match(text.sentence_at(period.start).text, 0, _FAR):
        return "Period that the report says that it covers"
    years = period.kind == RANGE or both_years(period)
    above = text.heading or (text.passage.kind == "header" and years)
    return "Period of a part of the report" if above else ""


def _is_due(text: Text, period: Period, date: str) -> bool:
    """Whether a date is the due day of a commitment, or one to come beside it."""
    sentence = text.sentence_at(period.start)
    if period.partial or not is_commitment(text, sentence):
        return False
    own = text.periods_in(sentence.start, sentence.start + len(sentence.text))
    to_come = bool(date) and (period.first or "") > date
    return is_due(text, period) or (to_come and any(is_due(text, one) for one in own))


def _year_of_what_happened(text: Text, period: Period) -> Period:
    """The year in which something happened that an open period names: since 1991, when it began."""
    sentence = text.sentence_at(period.start)
    opens = period.kind == RANGE and len(period.parts) == 1 and not period.partial
    if opens and says_what_happened(sentence.text, period.end - sentence.start):
        return period.parts[0]
    return period


def _happened(text: Text, period: Period) -> bool:
    """Whether a sentence says that something happened in a period, and counts nothing for it."""
    sentence = text.sentence_at(period.start)
    at = period.start - sentence.start
    if says_what_happened(sentence.text, at + period.end - period.start):
        return True
    first = max(0, at - _AROUND)
    span = at - first, at - first + period.end - period.start
    says = is_one_act if sentence.quantities else happened
    return says(sentence.text[first : at + _AROUND], *span)


def _is_period(period: Period, written: str, used: set[str]) -> bool:
    if both := both_years(period):
        written = f"FY{both[:4]}"
    return period.kind != DAY and bool(written) and written in used


def _open(text: Text, context: Context) -> Iterator[Period]:
    """The dates of a text that no figure or name has, and that are part of no other label."""
    mask = bytearray(len(text.text) + 1)
    for label in text.labels:
        if label.kind in _NAMED:
            mask[label.start : label.end] = b"\x01" * (label.end - label.start)
    for period in _joined(text.periods):
        inside = any(mask[period.start : period.end])
        if not inside and context.places.is_open(text, period.start, period.end):
            yield period


def _joined(found: tuple[Period, ...]) -> Iterator[Period]:
    """Periods, a weekday with the day that follows it as one: Monday, March 18."""
    before: Period | None = None
    for period in found:
        if before is not None and period.day and period.start - before.end <= len(", "):
            label = f"{before.label}, {period.label}"
            yield replace(period, start=before.start, label=label, weekday=before.weekday)
            before = None
            continue
        if before is not None:
            yield before
        before = period if period.kind == DAY and period.weekday >= 0 and not period.day else None
        if before is None:
            yield period
    if before is not None:
        yield before


def _numeral(text: Text, period: Period, context: Context, reason: str) -> Iterator[Proposal]:
    if (printed := context.places.take(text, period.start, period.end)) is not None:
        row = {"locator": text.locator, "printed": printed, "reason": reason}
        yield Proposal(
            "numerals.csv", row, f"'{period.label}' is printed",
            start=period.start, end=period.end, heading=text.heading,
        )  # fmt: skip


def _of_document(text: Text, period: Period, context: Context, date: str) -> Iterator[Proposal]:
    """The date of the document itself: an event once, then a number that is accounted for."""
    if "date of the document" in context.labels:
        return
    context.labels.add("date of the document")
    printed = context.places.take(text, period.start, period.end)
    row = {
        "locator": text.locator, "date": date, "printed": printed or "",
        "event": "Date of the document", "agency": context.committee,
    }  # fmt: skip
    yield Proposal(
        "events.csv", row, "the first day that the document prints",
        start=period.start, end=period.end, heading=text.heading,
    )  # fmt: skip


def _event(
    text: Text, period: Period, context: Context, date: str, written: str
) -> Iterator[Proposal]:
    sentence = text.sentence_at(period.start)
    at = period.start - sentence.start
    first, clause = _clause(sentence.text, at)
    whole = first if at else 0
    size = period.end - period.start
    printed_in = sentence.text[whole : first + len(clause)] if at else sentence.text[:_AROUND]
    said = of_label(sentence.text, at) or event_words(printed_in, at - whole, at - whole + size)
    if periods(said):
        said = ""  # it is what happened on another day
    needs = [] if said else [REWORD]
    if context.month_first and in_doubt(period.label):
        needs.append(ASK_ORDER)
    inferred = ""
    if period.partial and len(period.parts) == 1 and not period.parts[0].partial:
        written = recorded(period.parts[0])  # early 2023
    elif period.partial:
        to_come = is_commitment(text, sentence) or bool(
            _TO_COME.search(sentence.text, max(0, at - _FAR), at)
        )
        written = context.scopes.dated(text, period, to_come=to_come)
        inferred = "yes" if written else ""
        if period.kind != RANGE or not is_near(written, date):
            needs.append(f"date: the year of '{period.label}'?")
    printed = context.places.take(
        text, period.start, period.end,
        lambda words: not written or _is_confirmed(words, written, date, text.passage.style),
    )  # fmt: skip
    row = {
        "locator": text.locator, "date": written, "inferred": inferred,
        "printed": printed or "", "event": said or shortened(clause),
    }  # fmt: skip
    for table in ("operation", "agency"):
        found = {one.subject.id for one in context.names.find(sentence.text)
                 if one.subject.table == table}  # fmt: skip
        row[table] = found.pop() if len(found) == 1 else ""
    yield Proposal(
        "events.csv", row, f"'{period.label}' is printed", "; ".join(needs),
        period.start, period.end, text.heading,
    )  # fmt: skip


def _is_confirmed(printed: str, written: str, date: str, style: Style) -> bool:
    """Whether `verify` takes a printed date as that of an event."""
    read = parse_period(written)
    days = {
        "date": read.start,
        "end": read.end if read.lasting else None,
        "latest": read.end or date or read.start,
    }
    return is_dated(printed, days, style)


def _clause(sentence: str, at: int) -> tuple[int, str]:
    """The part of a sentence around a place, and where it starts."""
    first = sentence.find(" ", at - _AROUND, at) + 1 if at > _AROUND else 0
    marks = [mark.end() for mark in _CLAUSE.finditer(sentence, first, at + _AROUND)]
    start = max((mark for mark in marks if mark <= at), default=first)
    end = min((mark for mark in marks if mark > at), default=at + _AROUND)
    return start, sentence[start:end]
