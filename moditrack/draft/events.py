"""Events from the dates of running text, each with the words around it as a description."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from moditrack.documents.calendars import DAY, Period, is_counted
from moditrack.documents.quantities import labels
from moditrack.draft.figures import Context, recorded
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import Text, shortened

REWORD = "reword the description"
_CLAUSE = re.compile(r"[;:]| - | – ")
_NAMED = ("reference", "code", "list", "footnote", "base")


def propose(text: Text, context: Context, date: str, used: set[str]) -> Iterator[Proposal]:
    """The events of a text. `date` is that of the document, `used` the periods of its figures."""
    named = [one for one in labels(text.text) if one.kind in _NAMED]
    for period in text.periods:
        if any(one.start < period.end and period.start < one.end for one in named):
            continue
        if not _is_open(text, period, context):
            continue
        if is_counted(period):  # the last 12 months are no event
            if any(character.isdecimal() for character in period.label):
                yield from _numeral(text, period, context, "A period counted from another")
            continue
        written = recorded(period)
        if period.kind != DAY and written and written in used:
            yield from _numeral(text, period, context, "Period of a figure that is recorded")
        elif date and written == date:
            yield from _of_document(text, period, context, date)
        else:
            yield from _event(text, period, context, date, written)


def _is_open(text: Text, period: Period, context: Context) -> bool:
    """Whether no figure or name has accounted for a date already."""
    left = context.places.left(text)[period.start : period.end]
    return any(character.isalnum() for character in left)


def _numeral(text: Text, period: Period, context: Context, reason: str) -> Iterator[Proposal]:
    printed = context.places.take(text, period.start, period.end)
    if printed is not None:
        row = {"locator": text.locator, "printed": printed, "reason": reason}
        yield Proposal(
            "numerals.csv", row, f"'{period.label}' is the period of a figure",
            start=period.start, end=period.end, heading=text.heading,
        )  # fmt: skip


def _of_document(text: Text, period: Period, context: Context, date: str) -> Iterator[Proposal]:
    """The date of the document itself: an event once, then a number that is accounted for."""
    if "date of the document" in context.labels:
        yield from _numeral(text, period, context, "Date of the document, which is recorded")
        return
    context.labels.add("date of the document")
    printed = context.places.take(text, period.start, period.end)
    row = {
        "locator": text.locator, "date": date, "printed": printed or period.label,
        "event": "Date of the document", "agency": context.committee,
    }  # fmt: skip
    yield Proposal(
        "events.csv", row, "the first day that the document prints",
        start=period.start, end=period.end, heading=text.heading,
    )  # fmt: skip


def _event(
    text: Text, period: Period, context: Context, date: str, written: str
) -> Iterator[Proposal]:
    needs = [REWORD]
    inferred = ""
    if period.partial and len(period.parts) == 1 and not period.parts[0].partial:
        written = recorded(period.parts[0])  # early 2023
    elif period.partial:
        written = _with_year(period, date)
        inferred = "yes" if written else ""
        needs.append(f"date: the year of '{period.label}'?")
    printed = context.places.take(text, period.start, period.end)
    sentence = text.sentence_at(period.start)
    clause = _clause(sentence.text, period.start - sentence.start)
    row = {
        "locator": text.locator, "date": written, "inferred": inferred,
        "printed": printed or period.label, "event": shortened(clause),
    }  # fmt: skip
    for table in ("operation", "agency"):
        found = {one.subject.id for one in context.names.find(sentence.text)
                 if one.subject.table == table}  # fmt: skip
        row[table] = found.pop() if len(found) == 1 else ""
    yield Proposal(
        "events.csv", row, f"'{period.label}' is printed", "; ".join(needs),
        period.start, period.end, text.heading,
    )  # fmt: skip


def _clause(sentence: str, at: int) -> str:
    """The part of a sentence around a place."""
    marks = [0, *(mark.end() for mark in _CLAUSE.finditer(sentence)), len(sentence)]
    start = max(mark for mark in marks if mark <= at)
    end = min((mark for mark in marks if mark > at), default=len(sentence))
    return sentence[start:end]


def _with_year(period: Period, date: str) -> str:
    """A day or month without a year as the last one before the document's date; else empty."""
    if not date or not period.month:
        return ""
    day = datetime.date.fromisoformat(date)
    try:
        found = datetime.date(day.year, period.month, period.day or 1)
        if found > day:
            found = found.replace(year=day.year - 1)
    except ValueError:
        return ""
    if period.weekday not in (-1, found.weekday()):
        return ""
    return found.isoformat() if period.day else f"{found.year}-{found.month:02}"
