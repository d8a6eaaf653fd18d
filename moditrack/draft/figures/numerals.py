"""Rows of numerals.csv: numbers that are no quantities, each with the reason why."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from moditrack.documents.dates.calendar_names import MONTHS
from moditrack.documents.dates.month_order import is_in_digits
from moditrack.draft.context import Context
from moditrack.draft.counts.ages import age_quantities
from moditrack.draft.figures.cited_documents import is_cited_page
from moditrack.draft.figures.contents_page_numbers import PAGE, PART
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text
from moditrack.draft.unaccounted import spans
from moditrack.verify.event_dates import OPEN_MONTH
from moditrack.verify.record_values import value_of

_REASONS = {
    "date": "Date", "year": "Year", "ordinal": "Ordinal, not a count", "time": "Time of day",
    "age": "Age of those who are counted", "telephone": "Telephone number", "code": "Code or name",
    "reference": "Number of a part, act or report", "list": "Number of an item of a list",
    "footnote": "Number of a footnote", "base": "Base of a rate that is recorded",
    "pronoun": "Pronoun, not a count",
}  # fmt: skip
"""Why a label of each kind is not a quantity."""
_SURE = ("ordinal", "time", "telephone", "code", "reference", "list", "footnote", "base", "pronoun")
_WORDS = {
    "both": "Two things named, not counted", "single": "An adjective, not a count",
    "double": "An adjective, not a count", "weekly": "How often, not a count",
    "once": "An adverb, not a count", "second": "Ordinal, not a count",
    "quarter": "A part of the year", "pair": "Two things named, not counted",
    "couple": "Two things named, not counted",
}  # fmt: skip
_HEADER = "Number in the heading block, not a count"
_ASK_DATE = "is this a date, with its month first?"
_ASK = "is this a quantity?"
_PERCENT = re.compile(r" \((?:about |around |nearly |almost )?\d[\d.]* ?(?:%|per ?cent)")
"""What says a fraction again: two thirds (66%)."""


def propose(text: Text, context: Context, codes: re.Pattern[str]) -> Iterator[Proposal]:
    """A row for each number that nothing else accounts for; `codes` are names with numbers."""
    found = text.labels
    pages = context.contents.get(text.locator, [])
    reference = context.reference
    own = [one.span() for one in re.finditer(re.escape(reference), text.text) if reference]
    endless = [one for one in text.quantities if value_of(one) is None]
    ages = {one.start for one in age_quantities(text)}
    for start, end in spans(context.places.left(text), codes):
        if not context.places.is_open(text, start, end):
            continue  # an earlier row of this text has taken it
        at = bisect_right(found, start, key=lambda one: one.start)
        label = found[at - 1] if at and found[at - 1].end > start else None
        word = text.text[start:end].lower()
        first, last = (start, end) if label is None else (label.start, label.end)
        kind = label.kind if label is not None else "age" if start in ages else None
        reason, rests, needs = _why(text, word, kind)
        if needs and is_cited_page(text, start):
            reason, rests, needs = "Part of a reference to a document", "it is cited there", ""
        if pages and not text.heading:
            reason = PAGE if (start, end) in pages else PART
            rests, needs = "it is a line of the contents", ""
        if is_in_digits(text.text[first:last]):
            reason, rests, needs = "Date", "digits with slashes", _ASK_DATE
        whole = next((one for one in endless if one.start <= start < one.end), None)
        if label is None and whole is not None:
            first, last = whole.start, whole.end
            if _PERCENT.match(text.text, last):
                reason, rests, needs = "The percentage beside it in words", "it is in brackets", ""
        for span in own:
            if span[0] <= start < span[1]:
                first, last = span
                reason, rests, needs = "Reference of the report", "it is in document.toml", ""
        printed = context.places.take(text, first, last) or context.places.take(text, start, end)
        row = {"locator": text.locator, "printed": printed or text.text[start:end].strip(),
               "reason": reason}  # fmt: skip
        yield Proposal("numerals.csv", row, rests, needs, start, end, text.heading)
        if printed is None:
            context.places.blank(text, start, end)


def _why(text: Text, word: str, kind: str | None) -> tuple[str, str, str]:
    """The reason, what it rests on, and what a person has to decide."""
    if kind in _SURE:
        return _REASONS[kind], f"the words around '{word}'", ""
    if kind is None and word in _WORDS:
        return _WORDS[word], f"'{word}' is printed", ""
    if text.passage.kind == "header":
        return _HEADER, "in the heading block", ""
    if kind is not None:
        return _REASONS.get(kind, kind.capitalize()), f"'{word}' is part of a {kind}", ""
    if OPEN_MONTH.fullmatch(text.text[: len(word)]) or (word.isalpha() and word[:3] in MONTHS):
        return "Month of any year", f"'{word}' is a month without a year", ""
    return "Not a count", f"'{word}' is printed", _ASK
