"""Compare records with the text of a document: passages, figures, dates, names, numerals.

Each occurrence of a number in the text confirms one row only. A figure printed twice needs two
rows, and a changed figure cannot be confirmed by another with the same number.
"""

from __future__ import annotations

from itertools import pairwise

from moditrack.counting import counted
from moditrack.documents import Document
from moditrack.documents.dates.periods import periods
from moditrack.documents.normalise import normalise
from moditrack.documents.passages import Passage
from moditrack.documents.printed_values import bound_of, confirms, equals
from moditrack.record_dates import in_records
from moditrack.tables import RecordTables, Row
from moditrack.verify.compare_cells import compare_cells
from moditrack.verify.differences import Evidence, OpenRow, not_given, other_bound
from moditrack.verify.event_dates import is_dated
from moditrack.verify.matching import HEADING, OPEN, Texts
from moditrack.verify.near_misses import gives, record_cells, suggest, with_bound
from moditrack.verify.numbers_without_row import account_for_numerals
from moditrack.verify.printed_names import compare_names, contains


def examine(read: Document, document: str, tables: RecordTables) -> Evidence:
    """Compare the records of a document with its text."""
    own = {
        name: [r for r in rows if r.get("document") == document] for name, rows in tables.items()
    }
    evidence = Evidence(document, texts={p.locator: p.text for p in read.passages})
    _passages(evidence, read.passages, own["passage"], own.get("unfinished", []))
    texts = Texts(read.passages)
    unfinished = OpenRows(evidence, own.get("unfinished", []), texts)
    units = {row["measure"]: row["unit"] for row in tables["measure"]}
    # An unfinished figure takes its place in the text, so that no other figure is held against it.
    figures = [row for row in own["figure"] if row["table_name"] is None]
    for row in sorted([*figures, *unfinished.figures], key=lambda row: int(row["position"])):
        if "texts" in row:
            unfinished.match(row)
        else:
            _figure(evidence, row, texts, units.get(row["measure"], ""))
    _order(evidence, texts)
    compare_cells(evidence, own["figure"], texts, unfinished.cells)
    for row in own["event"]:
        if row["printed"] is not None:
            _event(evidence, row, texts)
    compare_names(evidence, own, tables, texts)
    for row in own["numeral"]:
        if not texts.match(row["locator"], row["printed"]):
            what = f"the numeral '{row['printed']}' is not there"
            record = "numeral", row
            evidence.differ(row["locator"], what, record, "printed", wanted=row["printed"])
    unfinished.match_others()
    account_for_numerals(evidence, own["name"], unfinished.names, texts)
    suggest(evidence, texts)
    return evidence


def _passages(
    evidence: Evidence, found: list[Passage], recorded: list[Row], unfinished: list[Row]
) -> None:
    by_locator = {passage.locator: passage for passage in found}
    known = {row["locator"] for row in recorded}
    open_ = {row["texts"].get("locator") for row in unfinished if row["file"] == "passages.csv"}
    own_digests = {row["digest"]: row["locator"] for row in recorded}
    digests = {passage.digest: passage.locator for passage in found}
    for locator, passage in by_locator.items():
        if locator not in known | open_:
            moved = own_digests.get(passage.digest)
            fits = f"they have its text as {moved}" if moved else ""
            evidence.differ(locator, "the records have no such passage", fits=fits)
    for row in recorded:
        locator, record = row["locator"], ("passage", row)
        own = by_locator.get(locator)
        if own is None:
            evidence.passages.add(False)
            moved = digests.get(row["digest"])
            fits = f"it has this text as {moved}" if moved else ""
            what = "the document has no such passage"
            evidence.differ(locator, what, record, "locator", fits=fits)
            continue
        evidence.passages.add(own.digest == row["digest"])
        if own.digest != row["digest"]:
            what = "its text has another digest"
            evidence.differ(locator, what, record, "digest", fits=f"digest {own.digest}")
            evidence.digests.append(evidence.differences.pop())
        if (own.kind, own.heading) != (row["kind"], row["heading"] or ""):
            what = "it is another kind of passage or has another heading"
            column = "kind" if own.kind != row["kind"] else "heading"
            fits = f"kind {own.kind}, heading '{own.heading}'"
            evidence.differ(locator, what, record, column, fits=fits)
        if own.words != row["words"]:
            what = f"it has {counted(own.words, 'word')}, not {row['words']}"
            evidence.differ(locator, what, record, "words", fits=f"words {own.words}")
    order = [passage.locator for passage in found]
    if set(order) == known and order != [row["locator"] for row in recorded]:
        evidence.differ(order[0], "the passages are in another order")


def _figure(evidence: Evidence, row: Row, texts: Texts, unit: str) -> None:
    """Compare a figure with the quantity at the place where it is printed, read whole."""
    printed, record = normalise(row["printed"]), ("figure", row)
    found = texts.match(row["locator"], row["printed"], row)
    numbers = row["value"], row["low"], row["high"]
    right = confirms(printed, *numbers, unit)
    whole = texts.quantity_at(*found, len(printed)) if found is not None else None
    if found is None:
        what = f"'{row['printed']}' is not there ({row['figure']})"
        evidence.differ(row["locator"], what, record, "printed", wanted=printed)
    if not right:
        column = "low" if row["value"] is None else "value"
        evidence.differ(row["locator"], not_given(row), record, column, fits=gives(printed, unit))
    elif whole is not None and not equals(whole, *numbers, unit):
        right = False
        what = f"'{row['printed']}' is a part of '{whole.printed}' ({row['figure']})"
        fits = f"printed '{whole.printed}', {record_cells(whole)}"
        evidence.differ(row["locator"], what, record, "printed", fits=fits)
    bound = whole.bound if whole is not None else bound_of(printed) or row["bound"]
    # What is printed as an estimate is recorded by its status.
    fits_ = bound == row["bound"] or (bound == "about" and row["status"] == "estimate")
    if not fits_:
        fits = f"bound {bound}"
        if whole is not None and found is not None:
            words = with_bound(texts.by_place[found[0]].whole, whole)
            fits = f"the passage has '{words}': {record_cells(whole, bound=True)}"
        evidence.differ(row["locator"], other_bound(row, bound), record, "bound", fits=fits)
    evidence.figures.add(found is not None and right and fits_)


def _order(evidence: Evidence, texts: Texts) -> None:
    """Report figures whose order in the passage differs from that in the records."""
    for place, matches in texts.matched.items():
        for (first, earlier), (second, later) in pairwise(matches):
            if second < first:
                what = (
                    f"'{later['printed']}' comes before '{earlier['printed']}', but after it in"
                    " the records"
                )
                fits = f"move row {later['position'] + 1} above row {earlier['position'] + 1}"
                record = "figure", later
                evidence.differ(place.removeprefix(HEADING), what, record, fits=fits)


def _event(evidence: Evidence, row: Row, texts: Texts) -> None:
    passage, record = texts.by_locator.get(row["locator"]), ("event", row)
    # A duration is also a figure, and a column heading belongs to its cells: a row may have
    # matched it already.
    there = texts.match(row["locator"], row["printed"]) or (
        passage is not None and contains(normalise(row["printed"]), passage.text)
    )
    right = row["latest"] is None or is_dated(normalise(row["printed"]), row, texts.style)
    if not there:
        what = f"the date '{row['printed']}' is not there"
        evidence.differ(row["locator"], what, record, "printed", wanted=row["printed"])
    if not right:
        what = f"'{row['printed']}' is not the date of its event"
        read = [in_records(period) for period in periods(normalise(row["printed"]), texts.style)]
        dates = " or ".join(one for one in read if one)
        fits = f"date {dates}" if dates else ""
        evidence.differ(row["locator"], what, record, "date", fits=fits)
    evidence.dates.add(bool(there and right))


_COUNTS = {"figures.csv": "figures", "events.csv": "dates", "names.csv": "names"}


class OpenRows:
    """The unfinished rows of a document; each is counted, and none is a difference."""

    def __init__(self, evidence: Evidence, rows: list[Row], texts: Texts) -> None:
        self._evidence = evidence
        self._texts = texts
        numbered = [row | {"position": row["row"] - 1} for row in rows if row["row"] is not None]
        figures = [row for row in numbered if row["file"] == "figures.csv"]
        self.figures = [row for row in figures if not row["texts"].get("table")]
        """Those of prose, to be matched in the order of the file."""
        self.cells = [row for row in figures if row["texts"].get("table")]
        self.names = [row for row in numbered if row["file"] == "names.csv"]
        self._others = [row for row in numbered if row["file"] != "figures.csv"]
        self._others += [row for row in rows if row["row"] is None]
        for row in self.cells:
            self._keep(row)

    def match(self, row: Row) -> None:
        """Let an unfinished row take what it prints."""
        one = self._keep(row)
        if found := self._texts.match(row["texts"].get("locator", ""), one.printed, by=OPEN):
            one.place = found

    def match_others(self) -> None:
        """Let the rows of all other files take what they print."""
        for row in self._others:
            self.match(row)

    def _keep(self, row: Row) -> OpenRow:
        if count := _COUNTS.get(row["file"]):
            getattr(self._evidence, count).total += 1
        locator = row["texts"].get("locator", "")
        citation = f"{row['document']}#{locator}" if locator else row["document"]
        one = OpenRow(citation, row, (locator, 0))
        self._evidence.unfinished.append(one)
        return one
