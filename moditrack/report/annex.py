"""The annex of the briefing: every list in full."""

from __future__ import annotations

from collections.abc import Sequence

from moditrack.dataset import Dataset
from moditrack.plots import has_data
from moditrack.questions.agency_matrix_screen import maps
from moditrack.questions.check import SEVERITIES
from moditrack.questions.commitments import IN_WORDS, STATES
from moditrack.questions.inferred_star import STAR, star_notes, starred
from moditrack.record_dates import day_in_words
from moditrack.report.parts import Grid, Part, Picture, Section
from moditrack.tables import Display, DisplayColumn, Note, Row, Table


def annex(data: Dataset, document: str | None, of: Sequence[Row]) -> list[Section]:
    """The lists behind the sections."""
    documents = [row["document"] for row in of]
    found = [
        ("operations", "Operations, programmes and funds", _operations(data, document)),
        ("agencies", "Who is responsible for what", _agencies(data, document)),
        ("commitments", "Every promise, and what was reported later", _commitments(data, document)),
        ("checks", "Every check that does not fit", _checks(data, document)),
        ("figures", "Every figure in the text", _figures(data, document)),
        ("events", "Events", _events(data, document, documents)),
        ("words", "Abbreviations and terms", _words(data, of)),
    ]
    return [Section(key, heading, parts, annex=True) for key, heading, parts in found]


def _operations(data: Dataset, document: str | None) -> list[Part]:
    found = data.operations(document=document)
    # The shared list may have operations of reports that are not in the database.
    kept = found.part([row for row in found.rows if row["documents"]])
    if document is not None:
        own = "A lead, date or level rests on all documents that are held, and so do its sources."
        kept.notes.insert(0, Note("caution", own))
    return [_sources_last(kept)] if kept.rows else []


def _agencies(data: Dataset, document: str | None) -> list[Part]:
    """A map for each document, then a row for each agency in each area of work: in which roles, and
    for which operations."""
    table = data.agencies(by="strand", document=document)
    pairs: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows:
        pairs.setdefault((row["strand_name"], row["agency"]), []).append(row)
    rows = [
        {
            "strand": strand,
            "agency": own[0]["abbreviation"] or own[0]["name"],
            "roles": _roles(own),
            "operations": _joined(row["operation_name"] for row in own if row["operation"]),
            "levels": _joined(sorted(str(row["level"]) for row in own if row["level"])),
            "sources": _unique(source for row in own for source in row["sources"]),
        }
        for (strand, _), own in pairs.items()
    ]
    columns = (
        DisplayColumn("agency", "Agency"),
        DisplayColumn("roles", "Roles"),
        DisplayColumn("operations", "Operations"),
        DisplayColumn("levels", "Level"),
        DisplayColumn("sources", "Source", "list"),
    )
    notes = star_notes(STAR in row["roles"] for row in rows)
    drawn = maps(data.connection, document=document) if rows else []
    return [
        *(Grid(own, [], matrix=True) for own in drawn),
        *listed("Responsibilities by area of work", rows, columns, "strand", notes),
    ]


def listed(
    title: str,
    rows: list[Row],
    columns: Sequence[DisplayColumn],
    group: str | None = None,
    notes: Sequence[Note] = (),
) -> list[Part]:
    """A list with its rows in groups; none without rows."""
    display = Display(columns, group=group)
    table = Table(title, (), rows, display=display, notes=lambda _: list(notes))
    return [Grid(table, [])] if rows else []


def _roles(own: list[Row]) -> str | None:
    """The roles, each starred where no passage that gives it prints all of it."""
    printed = {_role(row) for row in own if not row["inferred"]}
    return _joined(starred(role, role not in printed) for role in map(_role, own))


def _role(row: Row) -> str:
    return row["role"] if row["status"] == "current" else f"{row['role']} ({row['status']})"


def _commitments(data: Dataset, document: str | None) -> list[Part]:
    """First what a later document reports, with its date; then what none mentions."""
    rows = every_promise(data, document)
    columns = (
        DisplayColumn("commitment", "What was promised"),
        DisplayColumn("made", "On"),
        DisplayColumn("by_text", "By"),
        DisplayColumn("due_text", "Due"),
        DisplayColumn("reported", "What was reported later"),
        DisplayColumn("sources", "Source", "list"),
    )
    notes = star_notes(STAR in str(row["due_text"]) for row in rows)
    return listed("Plans, targets and undertakings", rows, columns, "heading", notes)


def every_promise(data: Dataset, document: str | None) -> list[Row]:
    """Commitments by state, each with what later documents say in words."""
    table = data.commitments(document=document)
    dates = {row["document"]: row["date"] for row in data.sources().rows}
    return [
        row
        | {
            "heading": IN_WORDS[row["state"]],
            "made": day_in_words(row["made_on"]),
            "reported": "; ".join(
                f"{day_in_words(dates[entry['document']])}: {entry['says']}"
                for entry in row["later"]
            )
            or "; ".join(
                f"Nothing in the {silent['kind']} of {day_in_words(dates[silent['document']])}"
                for silent in row["not_mentioned_in"]
            ),
        }
        for row in sorted(table.displayed, key=lambda row: STATES.index(row["state"]))
    ]


def _checks(data: Dataset, document: str | None) -> list[Part]:
    table = data.checks(document=document, severity=list(SEVERITIES))
    columns = (
        DisplayColumn("statement", "What is stated"),
        DisplayColumn("why", "What does not fit"),
        DisplayColumn("verdict", "Verdict", "id"),
        DisplayColumn("sources", "Source", "list"),
    )
    kinds = {False: "Numbers recomputed", True: "Statements that differ"}
    rows = [
        row | {"part": part}
        for differing, part in kinds.items()
        for row in table.rows
        if (row["kind"] == "statements") == differing
    ]
    title = "Numbers and statements that do not fit, may not, or cannot be checked"
    return listed(title, rows, columns, "part", table.notes if rows else [])


def _figures(data: Dataset, document: str | None) -> list[Part]:
    """The figures in the text; those in tables have sections of their own."""
    table = data.figures(document=document)
    rows = [row for row in table.displayed if row["table"] is None]
    columns = (
        DisplayColumn("printed", "Printed"),
        DisplayColumn("description", "What it counts"),
        DisplayColumn("period", "Period"),
        DisplayColumn("status", "Status", "id"),
        DisplayColumn("sources", "Source", "list"),
    )
    notes = star_notes(row["period_inferred"] for row in rows)
    display = Display(columns, group="document")
    shown = Table("Figures in the text", (), rows, display=display, notes=lambda _: notes)
    return [Grid(shown, [])]


def _events(data: Dataset, document: str | None, documents: Sequence[str]) -> list[Part]:
    return [
        _sources_last(data.timeline(document=document)),
        *(
            Picture("timeline", own, heading=f"Events by operation, {own}", has_notes=True)
            for own in documents
            if has_data(data, "timeline", own)
        ),
    ]


def _words(data: Dataset, documents: Sequence[Row]) -> list[Part]:
    """The abbreviations of the agencies that are named, and the terms that documents define."""
    ids = {row["document"] for row in documents}
    short = {
        row["abbreviation"]: row["name"]
        for row in data.agencies().rows
        if row["abbreviation"] and row["document"] in ids
    }
    rows = [{"short": key, "name": short[key]} for key in sorted(short)]
    abbreviations = (DisplayColumn("short", "Abbreviation", "id"), DisplayColumn("name", "Name"))
    terms = [
        {**dict(row), "sources": [row["citation"]]}
        for row in data.sql("SELECT document, term, definition, citation FROM definition").rows
        if row["document"] in ids
    ]
    columns = (
        DisplayColumn("term", "Term"),
        DisplayColumn("definition", "Meaning there, in our words"),
        DisplayColumn("sources", "Source", "list"),
    )
    return [
        *listed("Abbreviations", rows, abbreviations),
        *listed("Terms", terms, columns, "document"),
    ]


def _sources_last(table: Table) -> Grid:
    """A table as people see it, the column of its sources last."""
    columns = [column for column in table.display.columns[:-1] if column.key != "sources"]
    return Grid(
        Table(
            table.title, (), table.displayed,
            display=Display(
                [*columns, DisplayColumn("sources", "Source", "list")], group=table.display.group
            ),
            notes=lambda _: table.notes,
        ),
        [],
    )  # fmt: skip


def _unique(texts: object) -> list[str]:
    return list(dict.fromkeys(texts))  # type: ignore[call-overload]


def _joined(texts: object) -> str | None:
    return ", ".join(_unique(texts)) or None
