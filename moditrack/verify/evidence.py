"""Compare records with the text of a document: passages, figures, dates, names, numerals.

Each occurrence of a number in the text confirms one row only. A figure printed twice needs two
rows, and a changed figure cannot be confirmed by another with the same number.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from moditrack.counting import counted
from moditrack.documents import Document
from moditrack.documents.lines import normalise
from moditrack.documents.numerals import NUMERAL, bound_of, confirms, equals
from moditrack.documents.passages import Passage
from moditrack.verify.cells import compare_cells
from moditrack.verify.event_dates import OPEN_MONTH, is_dated
from moditrack.verify.texts import HEADING, MATCHED, Texts, bounded

Row = dict[str, Any]
Tables = dict[str, list[Row]]

_CONTEXT = 25
"""Characters to quote before and after an unexplained number."""
_SHARED_PASSAGES = 0.3
"""The share of a document's passages that identifies a changed copy of it."""
_TABLES_WITH_SUBJECTS = (
    "figure", "statement", "responsibility", "event", "part", "commitment", "reference"
)  # fmt: skip
"""Tables whose rows cite a passage for an operation or agency."""


@dataclass
class Count:
    """A number of records, and how many of them the text confirms."""

    total: int = 0
    confirmed: int = 0

    def add(self, confirmed: bool) -> bool:
        """Count one record; return whether it is confirmed."""
        self.total += 1
        self.confirmed += confirmed
        return confirmed


@dataclass
class Evidence:
    """The result of comparing a document's records with its text.

    `differences` has a citation and a sentence for each difference of a row, `digests` for each
    passage whose digest differs. `texts` are the passages found.
    """

    document: str
    passages: Count = field(default_factory=Count)
    figures: Count = field(default_factory=Count)
    dates: Count = field(default_factory=Count)
    names: Count = field(default_factory=Count)
    numerals: Count = field(default_factory=Count)
    differences: list[tuple[str, str]] = field(default_factory=list)
    digests: list[tuple[str, str]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def all_differences(self) -> list[tuple[str, str]]:
        """Differences of rows and of digests."""
        return [*self.differences, *self.digests]

    def differ(self, locator: str, what: str) -> None:
        """Report a difference at a passage of this document."""
        self.differences.append((f"{self.document}#{locator}", what))


def recognise(read: Document, tables: Tables) -> str | None:
    """The id of the document that a file is; None where the records do not have it.

    It is recognised by its digest, else by title and date, else by shared passages; never by its
    file name.
    """
    for row in tables["document"]:
        if row["sha256"] == read.sha256:
            return str(row["document"])
    passages = read.passages
    header = passages[0].text if passages else ""
    for row in tables["document"]:
        date = datetime.date.fromisoformat(row["date"])
        dated = re.search(rf"\b0?{date.day} {date:%B} {date.year}\b", header)
        if dated and normalise(row["title"]).lower() in header.lower():
            return str(row["document"])
    found = {passage.digest for passage in passages}
    for row in tables["document"]:
        own = [p["digest"] for p in tables["passage"] if p["document"] == row["document"]]
        if own and sum(digest in found for digest in own) >= _SHARED_PASSAGES * len(own):
            return str(row["document"])
    return None


def examine(read: Document, document: str, tables: Tables) -> Evidence:
    """Compare the records of a document with its text."""
    passages = read.passages
    own = {
        name: [r for r in rows if r.get("document") == document] for name, rows in tables.items()
    }
    evidence = Evidence(document, texts={p.locator: p.text for p in passages})
    _passages(evidence, passages, own["passage"])
    texts = Texts(passages)
    units = {row["measure"]: row["unit"] for row in tables["measure"]}
    for row in own["figure"]:
        if row["table_name"] is None:
            _figure(evidence, row, texts, units.get(row["measure"], ""))
    evidence.differences += texts.out_of_order(document)
    compare_cells(evidence, own["figure"], texts)
    for row in own["event"]:
        if row["printed"] is not None:
            _event(evidence, row, texts)
    _names(evidence, own, tables, texts)
    for row in own["definition"]:
        passage = texts.by_locator.get(row["locator"])
        there = passage is not None and _contains(normalise(row["printed"]), passage.text)
        if not evidence.names.add(there):
            evidence.differ(row["locator"], f"the words '{row['printed']}' are not there")
    for row in own["threat"]:
        if row["hedge"] is not None:
            passage = texts.by_locator.get(row["locator"])
            there = passage is not None and _contains(normalise(row["hedge"]), passage.text)
            if not evidence.names.add(there):
                evidence.differ(row["locator"], f"the words '{row['hedge']}' are not there")
    for row in own["numeral"]:
        if not texts.match(row["locator"], row["printed"]):
            evidence.differ(row["locator"], f"the numeral '{row['printed']}' is not there")
    _numerals(evidence, own["name"], texts)
    return evidence


def _passages(evidence: Evidence, found: list[Passage], recorded: list[Row]) -> None:
    by_locator = {passage.locator: passage for passage in found}
    known = {row["locator"] for row in recorded}
    for locator in by_locator:
        if locator not in known:
            evidence.differ(locator, "the records have no such passage")
    for row in recorded:
        locator = row["locator"]
        passage = by_locator.get(locator)
        if passage is None:
            evidence.passages.add(False)
            evidence.differ(locator, "the document has no such passage")
            continue
        evidence.passages.add(passage.digest == row["digest"])
        if passage.digest != row["digest"]:
            citation = f"{evidence.document}#{locator}"
            evidence.digests.append((citation, "its text has another digest"))
        if (passage.kind, passage.heading) != (row["kind"], row["heading"] or ""):
            evidence.differ(locator, "it is another kind of passage or has another heading")
        if passage.words != row["words"]:
            evidence.differ(locator, f"it has {counted(passage.words, 'word')}, not {row['words']}")
    order = [passage.locator for passage in found]
    if set(order) == known and order != [row["locator"] for row in recorded]:
        evidence.differ(order[0], "the passages are in another order")


def _figure(evidence: Evidence, row: Row, texts: Texts, unit: str) -> None:
    """Compare a figure with the quantity at the place where it is printed, read whole."""
    printed = normalise(row["printed"])
    found = texts.match(row["locator"], row["printed"])
    numbers = row["value"], row["low"], row["high"]
    right = confirms(printed, *numbers, unit)
    whole = texts.quantity_at(*found, len(printed)) if found is not None else None
    if found is None:
        evidence.differ(row["locator"], f"'{row['printed']}' is not there ({row['figure']})")
    if not right:
        evidence.differ(row["locator"], f"'{row['printed']}' does not give {row['figure']}")
    elif whole is not None and not equals(whole, *numbers, unit):
        right = False
        what = f"'{row['printed']}' is a part of '{whole.printed}' ({row['figure']})"
        evidence.differ(row["locator"], what)
    bound = whole.bound if whole is not None else bound_of(printed) or row["bound"]
    # What is printed as an estimate is recorded by its status.
    fits = bound == row["bound"] or (bound == "about" and row["status"] == "estimate")
    if not fits:
        what = f"'{row['printed']}' is {bound}, not {row['bound']} ({row['figure']})"
        evidence.differ(row["locator"], what)
    evidence.figures.add(found is not None and right and fits)


def _event(evidence: Evidence, row: Row, texts: Texts) -> None:
    passage = texts.by_locator.get(row["locator"])
    # A duration is also a figure, and a column heading belongs to its cells: a row may have
    # matched it already.
    there = texts.match(row["locator"], row["printed"]) or (
        passage is not None and _contains(normalise(row["printed"]), passage.text)
    )
    right = row["latest"] is None or is_dated(normalise(row["printed"]), row)
    if not there:
        evidence.differ(row["locator"], f"the date '{row['printed']}' is not there")
    if not right:
        evidence.differ(row["locator"], f"'{row['printed']}' is not the date of its event")
    evidence.dates.add(bool(there and right))


def _names(evidence: Evidence, own: Tables, tables: Tables, texts: Texts) -> None:
    known: dict[tuple[str, str], set[str]] = {}
    for row in own["name"]:
        name = normalise(row["name"]).lower()
        # A reference ("the scheme") names it in its own passage only.
        scope = row["locator"] if row["kind"] == "reference" else ""
        known.setdefault((row["operation"] or row["agency"], scope), set()).add(name)
        passage = texts.by_locator.get(row["locator"])
        where = f"{passage.text} {passage.heading}".lower() if passage else ""
        if not evidence.names.add(_contains(name, where)):
            evidence.differ(row["locator"], f"the name '{row['name']}' is not there")
    header = _header(own, tables)
    for table in _TABLES_WITH_SUBJECTS:
        for row in own.get(table, []):
            for subject in (row.get("operation"), row.get("agency")):
                if subject is None:
                    continue
                where = f"{texts.context(row['locator'])} {header}".lower()
                names = known.get((subject, ""), set()) | known.get(
                    (subject, row["locator"]), set()
                )
                if not evidence.names.add(any(_contains(name, where) for name in names)):
                    what = f"no name of '{subject}' is printed here or above ({table})"
                    evidence.differ(row["locator"], what)


def _header(own: Tables, tables: Tables) -> str:
    """The context of every passage of a document: its title and publisher."""
    (document,) = own["document"]
    publisher = next(a for a in tables["agency"] if a["agency"] == document["publisher"])
    return f"{normalise(document['title'])} {publisher['name']} {publisher['abbreviation'] or ''}"


@lru_cache(maxsize=1024)
def _contains(name: str, where: str) -> bool:
    return re.search(bounded(name), where) is not None


def _numerals(evidence: Evidence, names: list[Row], texts: Texts) -> None:
    """Report every number that no row matched and that is not part of a name or code."""
    codes = sorted(
        {normalise(row["name"]) for row in names if NUMERAL.search(row["name"])}, key=len
    )
    patterns = [re.compile(bounded(code)) for code in reversed(codes)]
    for place, left in texts.unmatched.items():
        rest = left
        for pattern in patterns:
            rest = pattern.sub(lambda match: MATCHED * len(match[0]), rest)
        open_ = _numerals_in(rest)
        evidence.numerals.total += len(_numerals_in(texts.whole[place]))
        evidence.numerals.confirmed += len(_numerals_in(texts.whole[place])) - len(open_)
        for start, end in open_:
            words = rest[max(0, start - _CONTEXT) : end + _CONTEXT].replace(MATCHED, "")
            what = f"'{rest[start:end]}' is not accounted for: … {words} …"
            evidence.differ(place.removeprefix(HEADING), what)


@lru_cache(maxsize=4096)
def _numerals_in(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of numbers and of month names, since dates must be accounted for too."""
    spans = [match.span() for match in NUMERAL.finditer(text)]
    spans += [match.span() for match in OPEN_MONTH.finditer(text)]
    return tuple(sorted(spans))
