"""The contents of the briefing, section by section; html.py and markdown.py render it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from moditrack import __version__
from moditrack.counting import counted_in_words
from moditrack.dataset import Dataset
from moditrack.dates import in_words
from moditrack.errors import InputError
from moditrack.plots import has_data
from moditrack.questions import compare, outcomes_by_year, victims
from moditrack.questions.commitments import STATES
from moditrack.report import brief
from moditrack.report.parts import Briefing, Grid, Part, Picture, Section, Sentence
from moditrack.tables import STARRED, Display, DisplayColumn, Note, Row, Table

T = TypeVar("T")
_TITLE = "Human trafficking, modern slavery and the police in London"


def briefing(data: Dataset, document: str | None = None) -> Briefing:
    """The briefing on all documents, or on one. Raises InputError for an unknown document."""
    listed = data.sources().rows
    if document is not None:
        document = str(data.source(document).data["document"])
        listed = [row for row in listed if row["document"] == document]
    sections = [
        Section(
            "brief",
            "In brief",
            [*_front_picture(data, document), *brief.sentences(data, document)],
            own_page=True,
        ),
        Section("outcomes", "Offences by outcome and year", _outcomes(data, document)),
        Section("victims", "Victims", _victims(data, document)),
        Section("compare", "The City and the national share of crime", _compare(data, document)),
        Section("operations", "Operations, programmes and funds", _operations(data, document)),
        Section("agencies", "Who is responsible for what", _agencies(data, document)),
        Section(
            "commitments",
            "What was promised, and what was reported later",
            _commitments(data, document),
        ),
        Section("checks", "What does not fit", _checks(data, document)),
        Section("figures", "Every figure in the text", _figures(data, document)),
        Section("events", "Events", _events(data, document, [row["document"] for row in listed])),
        Section("words", "Abbreviations and terms", _words(data, listed)),
        Section("limits", "Limits", [Sentence(note) for note in data.sources().notes]),
    ]
    (digest,) = data.connection.execute(
        "SELECT value FROM meta WHERE key = 'content_digest'"
    ).fetchone()
    return Briefing(
        title=_TITLE,
        subtitle=f"{_subtitle(listed)}, with the paragraph that each figure came from",
        sections=[section for section in sections if section.parts],
        documents=data.sources().rows,
        kinds={
            row["citation"]: row["kind"]
            for row in data.connection.execute("SELECT citation, kind FROM passage")
        },
        provenance=f"Made with moditrack {__version__} from the dataset {digest[:12]}"
        " (first digits of its content digest).",
    )


def _subtitle(documents: list[Row]) -> str:
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


def _front_picture(data: Dataset, document: str | None) -> list[Part]:
    """The picture of the first page."""
    table = _or_none(lambda: data.outcomes(document=document))
    return [Picture("outcomes", document, outcomes_by_year.chart(table))] if table else []


def _outcomes(data: Dataset, document: str | None) -> list[Part]:
    table = _or_none(lambda: data.outcomes(document=document))
    if not table:
        return []
    return [Grid(outcomes_by_year.by_year(table), table.sources), Picture("shares", document)]


def _victims(data: Dataset, document: str | None) -> list[Part]:
    table = data.victims(document=document)
    parts: list[Part] = []
    for characteristic in dict.fromkeys(row["characteristic"] for row in table.rows):
        own = data.victims(by=characteristic, document=document)
        parts.append(Picture(characteristic, document, victims.chart(own)))
        parts += [Grid(view, own.sources) for view in victims.by_category(own)]
    return parts


def _compare(data: Dataset, document: str | None) -> list[Part]:
    if not has_data(data, "compare", document):
        return []
    table = data.compare(document=document)
    return [Picture("compare", document, compare.chart(table)), Grid(table, table.sources)]


def _operations(data: Dataset, document: str | None) -> list[Part]:
    listed = data.operations(document=document)
    if document is not None:
        own = "A lead, date or level rests on all documents that are held, and so do its sources."
        listed.notes.insert(0, Note("caution", own))
    parts: list[Part] = [_sources_last(listed)]
    return [*parts, *([Picture("maxim", document)] if has_data(data, "maxim", document) else [])]


def _agencies(data: Dataset, document: str | None) -> list[Part]:
    """A row for each agency in each area of work: in which roles, and for which operations."""
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
    return [Grid(grid, [])] if rows else []


def _roles(own: list[Row]) -> str | None:
    """The roles, each starred where no passage that gives it prints all of it."""
    printed = {_role(row) for row in own if not row["inferred"]}
    return _joined(role if role in printed else f"{role}*" for role in map(_role, own))


def _role(row: Row) -> str:
    return row["role"] if row["status"] == "current" else f"{row['role']} ({row['status']})"


def _commitments(data: Dataset, document: str | None) -> list[Part]:
    """First what a later document reports, with its date; then what none mentions."""
    table = data.commitments(document=document)
    dates = {row["document"]: row["date"] for row in data.sources().rows}
    rows = [
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
    columns = (
        DisplayColumn("commitment", "What was promised"),
        DisplayColumn("made", "On"),
        DisplayColumn("by_text", "By"),
        DisplayColumn("due_text", "Due"),
        DisplayColumn("reported", "What was reported later"),
        DisplayColumn("sources", "Source", "list"),
    )
    listed = Table(
        "Plans, targets and undertakings", (), rows,
        display=Display(columns, group="heading"), notes=lambda _: table.notes,
    )  # fmt: skip
    return [Grid(listed, [])] if rows else []


def _checks(data: Dataset, document: str | None) -> list[Part]:
    table = data.checks(document=document)
    columns = (
        DisplayColumn("statement", "What is stated"),
        DisplayColumn("why", "What does not fit"),
        DisplayColumn("verdict", "Verdict", "id"),
        DisplayColumn("sources", "Source", "list"),
    )
    kinds = {True: "Statements that differ", False: "Numbers recomputed"}
    rows = [row | {"part": kinds[row["kind"] == "statements"]} for row in table.rows]
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
