"""What people and programs get of an audit: a row for each derived number; what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moditrack import verdict_names
from moditrack.counting import counted
from moditrack.tables import Column, Display, DisplayColumn, Note, Record, Row, Table
from moditrack.verdict_names import MISFITS, NOT_ROUNDED

if TYPE_CHECKING:
    from moditrack.audit.audit import Audit

VERDICTS = tuple(verdict for verdict in verdict_names.VERDICTS if verdict != "conflict")
_QUIET = ("consistent", "not-checkable")
"""Verdicts that are counted, and shown on request."""
INPUT = Record(
    "input",
    "A number that a derived one rests on.",
    (
        Column("printed", "text", "as printed"),
        Column("locator", "text", "where in the document"),
        Column("description", "text", "what it is: part, whole, before, after …"),
    ),
)
AUDITED = Record(
    "audited",
    "A number that a document derives from its own figures, recomputed.",
    (
        Column("file", "text", "path of the file, as it was given"),
        Column("locator", "text", "where in the document"),
        Column("page", "integer", "page; null where the file has none", null=True),
        Column("kind", "text", "what is claimed; unpaired where no base is near"),
        Column("statement", "text", "the claim in the document's words, cut short"),
        Column("stated", "text", "the number as printed"),
        Column("inputs", INPUT, "the numbers that it rests on", many=True),
        Column("recomputed", "text", "what these give; null where nothing can be", null=True),
        Column("verdict", "text", "what came out", values=VERDICTS),
        Column("why", "text", "the reason"),
        Column(
            "pairing",
            "text",
            "explicit where the document joins the numbers itself, inferred where the audit does",
            values=("explicit", "inferred"),
        ),
    ),
)
_COLUMNS = (
    DisplayColumn("stated", "Printed", "number"),
    DisplayColumn("recomputed", "Figures give", "number"),
    DisplayColumn("what", "What"),
    DisplayColumn("verdict", "Verdict"),
    DisplayColumn("where", "Where"),
)
_MOST_NOTES = 6
_REASONS = 3
"""At most this many reasons why numbers were not checked are listed; the data formats have all."""


@dataclass
class Summary:
    """What was read of one file, and how many of its derived numbers came out how."""

    file: str
    pages: int = 0
    quantities: int = 0
    tables: int = 0
    unread: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    """Why numbers could not be checked."""


def summary(file: str, found: Audit) -> Summary:
    """The summary of the audit of a file."""
    results = [result for _, result in found.claims]
    return Summary(
        file,
        found.pages,
        found.quantities,
        found.tables,
        len(found.unread),
        Counter(result.verdict for result in results),
        Counter(result.why for result in results if result.verdict == "not-checkable"),
    )


def rows(file: str, found: Audit) -> Iterator[Row]:
    """The rows of the audit of a file, each with the remark that people see below the table."""
    for claim, result in found.claims:
        yield {
            "file": file,
            "locator": claim.passage.locator,
            "page": claim.passage.page,
            "kind": claim.kind,
            "statement": claim.statement,
            "stated": claim.stated.printed,
            "inputs": [
                {
                    "printed": number.quantity.printed,
                    "locator": number.passage.locator,
                    "description": number.description,
                }
                for number in claim.inputs
            ],
            "recomputed": result.recomputed,
            "verdict": result.verdict,
            "why": result.why,
            "remark": result.remark,
            "pairing": claim.pairing,
        }


def misfit(row: Row) -> bool:
    """Whether the document joins a number with others that do not give it."""
    return row["verdict"] in MISFITS and row["pairing"] == "explicit"


def wanted(
    found: Iterable[Row],
    verdicts: Collection[str] = (),
    kinds: Collection[str] = (),
    every: bool = False,
) -> list[Row]:
    """The rows to show: those asked for, else those to look at."""
    return [
        row
        for row in found
        if (not verdicts or row["verdict"] in verdicts)
        and (not kinds or row["kind"] in kinds)
        and (every or verdicts or row["verdict"] not in _QUIET)
    ]


def table(files: Sequence[Summary], listed: Sequence[Row], *, every: bool = False) -> Table:
    """The rows of audits to show, with what people see of them: under their file, of several.
    `every`: they are all that there are."""
    found = Table(
        "Derived numbers",
        AUDITED.columns,
        listed,
        display=Display(_COLUMNS, _display, group="file" if len(files) > 1 else None),
        heading=lambda _: heading(files),
        answer=lambda _: answer(files),
        notes=lambda own: _notes(files, own, every=every),
    )
    found.nothing = "Nothing to look into."
    return found


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        page = f"p. {row['page']}, " if row["page"] else ""
        yield row | {
            "what": f'"{row["statement"]}"',
            "where": f"{page}{row['locator']}",
            "recomputed": row["recomputed"] or "",
        }


def heading(files: Sequence[Summary]) -> str:
    """How many recomputed numbers do not fit."""
    verdicts = _verdicts(files)
    name = files[0].file if len(files) == 1 else counted(len(files), "file")
    tried = verdicts.total() - verdicts["not-checkable"]
    bad = sum(verdicts[each] for each in MISFITS)
    if not tried:
        return f"{name}: no derived number could be recomputed"
    if not bad:
        every, fit = ("the", "fits") if tried == 1 else ("all", "fit")
        return f"{name}: {every} {counted(tried, 'recomputed number')} {fit}"
    return f"{name}: {bad} of {counted(tried, 'derived number')} {_do(bad)} not fit"


def answer(files: Sequence[Summary]) -> str:
    """What was read, and how much of it could not be checked."""
    verdicts = _verdicts(files)
    quantities = sum(each.quantities for each in files)
    pages = sum(each.pages for each in files)
    read = [
        *([counted(pages, "page")] if pages else []),
        counted(quantities, "quantity", "quantities"),
        counted(sum(each.tables for each in files), "table"),
    ]
    left = verdicts["not-checkable"]
    text = f"{', '.join(read)}; {counted(left, 'more derived number')} cannot be checked"
    loose = sum(verdicts[each] for each in (*NOT_ROUNDED, "ambiguous"))
    more = f" {loose} {'fits' if loose == 1 else 'fit'} only loosely." if loose else ""
    return f"{text if left else ', '.join(read)}.{more}"


def _verdicts(files: Sequence[Summary]) -> Counter[str]:
    return sum((each.verdicts for each in files), Counter())


def _do(number: int) -> str:
    return "does" if number == 1 else "do"


def _notes(files: Sequence[Summary], listed: Table, *, every: bool) -> Iterator[Note]:
    loud = [row for row in listed.rows if row["verdict"] not in _QUIET and row["remark"]]
    for row in loud[:_MOST_NOTES]:
        yield Note("caution", f"{row['stated']}: {row['why']}.")
    if len(loud) > _MOST_NOTES:
        yield Note("hint", f"{len(loud) - _MOST_NOTES} more reasons: --csv or --json.")
    reasons = sum((each.reasons for each in files), Counter[str]())
    unread = sum(each.unread for each in files)
    for line in reasons_in_words(reasons, unread, _REASONS, "--verdict not-checkable"):
        yield Note("hint", line)
    more = [] if every else ["Every derived number: --all."]
    if len(files) == 1:
        ending = "pdf" if files[0].file.lower().endswith(".pdf") else "html"
        more.append(f"Marked in the text: -o marked.{ending}.")
    if more:
        yield Note("hint", " ".join(more))


_LISTED = 12
"""At most this many texts of one kind are listed."""
_MOST_REASONS = 5
"""At most this many reasons are listed, the most frequent first."""


def not_checked(found: Audit) -> list[str]:
    """How many numbers were not checked and why, and how many passages gave none."""
    reasons = Counter(result.why for _, result in found.claims if result.verdict == "not-checkable")
    return reasons_in_words(reasons, len(found.unread), _MOST_REASONS, "see their marks")


def reasons_in_words(reasons: Counter[str], unread: int, most: int, others: str) -> list[str]:
    """A line for each of the commonest reasons, one for all others, and one for the passages from
    which nothing is derived."""
    named = reasons.most_common(most)
    lines = [f"{number} not checked: {why}." for why, number in named]
    if more := reasons.total() - sum(number for _, number in named):
        lines.append(f"{more} not checked for other reasons: {others}.")
    if unread:
        have = "has" if unread == 1 else "have"
        lines.append(f"{counted(unread, 'passage')} {have} numbers, none recognised as derived.")
    return lines


def not_read(found: Audit) -> list[str]:
    """What the reader left out of the text, by kind, and what it could not place."""
    by_kind: dict[str, list[str | int]] = {}
    for what, text in found.left_out:
        by_kind.setdefault(what, []).append(text)
    return [
        *(f"{what.capitalize()}: {_listed(what, texts)}" for what, texts in by_kind.items()),
        *([_unplaced(len(found.unplaced))] if found.unplaced else []),
    ]


def _unplaced(number: int) -> str:
    return f"{counted(number, 'number')} of paragraphs or notes printed before: locators with ~2."


def _listed(what: str, texts: list[str | int]) -> str:
    """Texts in quotation marks, or the numbers of pages."""
    if what == "page numbers":
        return f"{texts[0]} of them."
    listed = [f'"{text}"' if isinstance(text, str) else str(text) for text in texts[:_LISTED]]
    more = f" and {len(texts) - _LISTED} more" if len(texts) > _LISTED else ""
    return f"{', '.join(listed)}{more}."
