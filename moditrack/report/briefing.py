"""The contents of the briefing, section by section; html.py and markdown.py render it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from moditrack import __version__
from moditrack.counting import counted_in_words
from moditrack.dataset import Dataset
from moditrack.dates import in_words
from moditrack.errors import InputError
from moditrack.plots import has_data
from moditrack.questions import compare, compare_view, findings, outcomes_by_year, victims
from moditrack.questions.agency_maps import maps
from moditrack.questions.check import SEVERITIES
from moditrack.questions.commitments import STATES
from moditrack.questions.results import results
from moditrack.report.page_one import page_one
from moditrack.report.parts import Briefing, Grid, Part, Picture, Section, Sentence
from moditrack.tables import STARRED, Display, DisplayColumn, Note, Row, Table

T = TypeVar("T")
_TITLE = "Human trafficking, modern slavery and the police in London"


def briefing(
    data: Dataset, document: str | None = None, *, issued: date, alone: bool = False
) -> Briefing:
    """The briefing on all documents or on one, issued on a day; `alone`: its page one and no more.

    Raises InputError for an unknown document.
    """
    listed = data.sources().rows
    if document is not None:
        document = str(data.source(document).data["document"])
        listed = [row for row in listed if row["document"] == document]
    sections = [Section("brief", "In brief", page_one(data, document))]
    if not alone:
        sections += [*_body(data, document), *_annex(data, document, listed)]
    return Briefing(
        title=_TITLE,
        subtitle=f"{_subtitle(listed)}, as of {'its date' if len(listed) == 1 else 'their dates'}",
        sections=[section for section in sections if section.parts],
        documents=data.sources().rows,
        kinds={
            row["citation"]: row["kind"]
            for row in data.connection.execute("SELECT citation, kind FROM passage")
        },
        issue=_issue(data, issued),
        alone=alone,
    )


def _body(data: Dataset, document: str | None) -> list[Section]:
    """The sections that are read, a page each where a dataset is as small as ours."""
    return [
        Section("outcomes", "Offences by outcome and year", _outcomes(data, document)),
        Section("victims", "Victims", _victims(data, document)),
        Section("compare", "The City and the national share of crime", _compare(data, document)),
        Section("maxim", "Operation Maxim, phase by phase", _maxim(data, document)),
        Section("promises", "What became of what was promised", _promises(data, document)),
        Section("findings", "What does not add up", _findings(data, document)),
        Section("limits", "Limits", [Sentence(note) for note in data.sources().notes]),
    ]


def _annex(data: Dataset, document: str | None, listed: Sequence[Row]) -> list[Section]:
    """The lists behind the sections."""
    documents = [row["document"] for row in listed]
    found = [
        ("operations", "Operations, programmes and funds", _operations(data, document)),
        ("agencies", "Who is responsible for what", _agencies(data, document)),
        ("commitments", "Every promise, and what was reported later", _commitments(data, document)),
        ("checks", "Every check that does not fit", _checks(data, document)),
        ("figures", "Every figure in the text", _figures(data, document)),
        ("events", "Events", _events(data, document, documents)),
        ("words", "Abbreviations and terms", _words(data, listed)),
    ]
    return [Section(key, heading, parts, annex=True) for key, heading, parts in found]


def _issue(data: Dataset, issued: date) -> list[str]:
    """When and from what the briefing was made, and how to cite it."""
    (digest,) = data.connection.execute(
        "SELECT value FROM meta WHERE key = 'content_digest'"
    ).fetchone()
    day = in_words(issued.isoformat())
    made = f"moditrack {__version__}, dataset {digest[:12]}"
    return [
        f"Issued {day}. Made with {made}.",
        f"Cite as: {_TITLE}: briefing of {day} ({made}). For a figure, cite the report and the"
        " paragraph that it came from.",
    ]


def _subtitle(documents: Sequence[Row]) -> str:
    """The documents in words: What three reports and one press release (2003 to 2024) say."""
    if len(documents) == 1:
        return f"What the {documents[0]['kind']} of {in_words(documents[0]['date'])} says"
    kinds = Counter(row["kind"] for row in documents)
    many = [counted_in_words(number, kind) for kind, number in kinds.items()]
    years = sorted({row["date"][:4] for row in documents})
    return f"What {' and '.join(many)} ({years[0]} to {years[-1]}) say"


def _or_none(query: Callable[[], T]) -> T | None:
    """What a question returns; None where a document has nothing of the kind."""
    try:
        return query()
    except InputError:
        return None


def _outcomes(data: Dataset, document: str | None) -> list[Part]:
    table = _or_none(lambda: data.outcomes(document=document))
    if not table:
        return []
    heading = "Share of each outcome in all offences"
    return [
        Grid(outcomes_by_year.by_year(table), table.sources),
        Picture("shares", document, heading=heading, sources=table.sources),
    ]


def _victims(data: Dataset, document: str | None) -> list[Part]:
    table = data.victims(document=document)
    parts: list[Part] = []
    for characteristic in dict.fromkeys(row["characteristic"] for row in table.rows):
        own = data.victims(by=characteristic, document=document)
        heading = f"Victims by {characteristic} and sex"
        charts = victims.chart(own)
        parts.append(
            Picture(characteristic, document, charts, heading=heading, sources=own.sources)
        )
        parts += [Grid(view, own.sources) for view in victims.by_category(own)]
    return parts


def _compare(data: Dataset, document: str | None) -> list[Part]:
    if not has_data(data, "compare", document):
        return []
    table = data.compare(document=document)
    heading = "Offences over those expected at the national share, with 95% intervals"
    chart = compare.chart(table)
    return [
        Picture("compare", document, chart, heading=heading, sources=table.sources),
        Grid(compare_view.readings(table), table.sources),
    ]


def _operations(data: Dataset, document: str | None) -> list[Part]:
    listed = data.operations(document=document)
    if document is not None:
        own = "A lead, date or level rests on all documents that are held, and so do its sources."
        listed.notes.insert(0, Note("caution", own))
    return [_sources_last(listed)] if listed.rows else []


def _maxim(data: Dataset, document: str | None) -> list[Part]:
    if not has_data(data, "maxim", document):
        return []
    figures = data.figures(operation="maxim", document=document)
    table = results(data.connection, "maxim", figures)
    grids = [] if table is None else [Grid(table, figures.sources)]
    return [Picture("maxim", document), *grids]


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
    starred = [STARRED] if any("*" in row["roles"] for row in rows) else []
    grid = Table(
        "Responsibilities by area of work", (), rows, display=Display(columns, group="strand"),
        notes=lambda _: starred,
    )  # fmt: skip
    drawn = maps(data.agency_matrix(document=document)) if rows else []
    return [*(Grid(own, [], matrix=True) for own in drawn), *([Grid(grid, [])] if rows else [])]


def _roles(own: list[Row]) -> str | None:
    """The roles, each starred where no passage that gives it prints all of it."""
    printed = {_role(row) for row in own if not row["inferred"]}
    return _joined(role if role in printed else f"{role}*" for role in map(_role, own))


def _role(row: Row) -> str:
    return row["role"] if row["status"] == "current" else f"{row['role']} ({row['status']})"


def _promises(data: Dataset, document: str | None) -> list[Part]:
    """How many commitments are in each state, and what is reported or was due."""
    found = _every_promise(data, document)
    states = Counter(row["heading"] for row in found)
    counts = [{"state": state, "number": number} for state, number in states.items()]
    counts.append({"state": "All", "number": len(found)})
    columns = (DisplayColumn("state", "State"), DisplayColumn("number", "Promises", "whole"))
    what = Table("Promises by what a later document reports", (), counts,
                 display=Display(columns, totals=1))  # fmt: skip
    reported = [row for row in found if row["later"]]
    due = [row for row in found if row["due_text"] and row["state"] == "not-mentioned-again"]
    silent = "Due before the last document, and not mentioned again"
    return [
        *([Grid(what, [])] if found else []),
        *([_promised("Reported later", reported, "reported")] if reported else []),
        *([_promised(silent, due, "due_text")] if due else []),
    ]


def _promised(title: str, rows: list[Row], key: str) -> Grid:
    columns = (
        DisplayColumn("commitment", "What was promised"),
        DisplayColumn(key, {"reported": "What was reported", "due_text": "Due"}[key]),
        DisplayColumn("sources", "Source", "list"),
    )
    group = "heading" if key == "reported" else None
    starred = [STARRED] if any("*" in str(row[key]) for row in rows) else []
    display = Display(columns, group=group)
    return Grid(Table(title, (), rows, display=display, notes=lambda _: starred), [])


def _findings(data: Dataset, document: str | None) -> list[Part]:
    """The findings of the two highest severities, each with what to ask."""
    found = list(findings.findings(data.checks(document=document).rows))
    numbers = [row for row in found if row["stated"]]
    statements = [row for row in found if not row["stated"]]
    first = DisplayColumn("title", "What")
    rest = (
        DisplayColumn("differs", "What differs"),
        DisplayColumn("question", "To ask the authors"),
        DisplayColumn("sources", "Source", "list"),
    )
    return [
        Grid(Table(title, (), rows, display=Display((first, *rest))), [])
        for title, rows in (
            ("Printed numbers that do not add up", numbers),
            ("Statements that differ in ways that matter", statements),
        )
        if rows
    ]


def _commitments(data: Dataset, document: str | None) -> list[Part]:
    """First what a later document reports, with its date; then what none mentions."""
    rows = _every_promise(data, document)
    columns = (
        DisplayColumn("commitment", "What was promised"),
        DisplayColumn("made", "On"),
        DisplayColumn("by_text", "By"),
        DisplayColumn("due_text", "Due"),
        DisplayColumn("reported", "What was reported later"),
        DisplayColumn("sources", "Source", "list"),
    )
    starred = [STARRED] if any("*" in str(row["due_text"]) for row in rows) else []
    listed = Table(
        "Plans, targets and undertakings", (), rows,
        display=Display(columns, group="heading"), notes=lambda _: starred,
    )  # fmt: skip
    return [Grid(listed, [])] if rows else []


def _every_promise(data: Dataset, document: str | None) -> list[Row]:
    """Commitments by state, each with what later documents say in words."""
    table = data.commitments(document=document)
    dates = {row["document"]: row["date"] for row in data.sources().rows}
    return [
        row
        | {
            "heading": row["state"].replace("-", " ").capitalize(),
            "made": in_words(row["made_on"]),
            "reported": "; ".join(
                f"{in_words(dates[entry['document']])}: {entry['says']}" for entry in row["later"]
            )
            or "; ".join(
                f"Nothing in the {silent['kind']} of {in_words(dates[silent['document']])}"
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
    notes = table.notes if rows else []
    listed = Table(
        "Numbers and statements that do not fit, may not, or cannot be checked", (), rows,
        display=Display(columns, group="part"), notes=lambda _: notes,
    )  # fmt: skip
    return [Grid(listed, [])] if rows else []


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
    starred = [STARRED] if any(row["period_inferred"] for row in rows) else []
    listed = Table(
        "Figures in the text",
        (),
        rows,
        display=Display(columns, group="document"),
        notes=lambda _: starred,
    )
    return [Grid(listed, [])]


def _events(data: Dataset, document: str | None, documents: Sequence[str]) -> list[Part]:
    return [
        _sources_last(data.timeline(document=document)),
        *(Picture("timeline", own) for own in documents if has_data(data, "timeline", own)),
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
        *(
            [Grid(Table("Abbreviations", (), rows, display=Display(abbreviations)), [])]
            if rows
            else []
        ),
        *(
            [Grid(Table("Terms", (), terms, display=Display(columns, group="document")), [])]
            if terms
            else []
        ),
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
