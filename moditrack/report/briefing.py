"""The sections of the briefing, their headings and order; html.py and markdown.py render them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from moditrack import __version__
from moditrack.about_london import police
from moditrack.citations import sources_of
from moditrack.counting import counted_in_words
from moditrack.dataset import Dataset
from moditrack.errors import InputError
from moditrack.plots import has_data
from moditrack.questions import check_screen, compare_screen, outcomes_screen, victims_screen
from moditrack.questions.document import cautions_of
from moditrack.questions.grouping import by_force
from moditrack.questions.inferred_star import STAR, star_notes
from moditrack.questions.names import find_document
from moditrack.questions.operation_results import misfits, of_results, results
from moditrack.record_dates import day_in_words
from moditrack.report.annex import annex, every_promise, listed
from moditrack.report.page_one import page_one
from moditrack.report.parts import Briefing, Grid, Part, Picture, Section, Sentence
from moditrack.tables import Display, DisplayColumn, Note, Row, Table

T = TypeVar("T")


def briefing(
    data: Dataset, document: str | None = None, *, only_page_one: bool = False
) -> Briefing:
    """The briefing on all documents or on one, issued today; `only_page_one`: no more than its
    page one.

    Raises InputError for an unknown document.
    """
    own = documents = data.sources().rows
    title = f"Human trafficking, modern slavery and {police(row['force'] for row in own)}"
    if document is not None:
        document = find_document(data.connection, document)
        own = [row for row in own if row["document"] == document]
    sections = [Section("brief", "In brief", page_one(data, document))]
    if not only_page_one:
        sections += [*_body(data, document), *annex(data, document, own)]
    return Briefing(
        title=title,
        subtitle=f"{_subtitle(own)}, as of {'its date' if len(own) == 1 else 'their dates'}",
        sections=[section for section in sections if section.parts],
        documents=documents,
        kinds={
            row["citation"]: row["kind"]
            for row in data.connection.execute("SELECT citation, kind FROM passage")
        },
        issue=_issue(data, title),
        only_page_one=only_page_one,
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
        Section("limits", "Limits", _limits(data, document)),
    ]


def _limits(data: Dataset, document: str | None) -> list[Part]:
    """What to mind of the dataset, and what the documents themselves warn of."""
    notes = [note for note in data.sources().notes if note.kind != "pointer"]
    warned = cautions_of(data.connection, document)
    return [*map(Sentence, notes), *([Grid(warned, [])] if warned.rows else [])]


def _today() -> date:
    """The date of issue: today, or SOURCE_DATE_EPOCH for a reproducible briefing."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC).date() if given.isdecimal() else date.today()


def _issue(data: Dataset, title: str) -> list[str]:
    """When and from what the briefing was made, and how to cite it."""
    (digest,) = data.connection.execute(
        "SELECT value FROM meta WHERE key = 'content_digest'"
    ).fetchone()
    day = day_in_words(_today().isoformat())
    source = f"moditrack {__version__}, dataset {digest[:12]}"
    return [
        f"Issued {day}. Made with {source}.",
        f"Cite as: {title}: briefing of {day} ({source}). For a figure, cite the report and the"
        " paragraph that it came from.",
    ]


def _subtitle(documents: Sequence[Row]) -> str:
    """The documents in words: What three reports and one press release (2003 to 2024) say."""
    if len(documents) == 1:
        return f"What the {documents[0]['kind']} of {day_in_words(documents[0]['date'])} says"
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
    grids = zip(outcomes_screen.by_year(table), by_force(table), strict=True)
    return [
        *(Grid(view, sources_of(rows)) for view, rows in grids),
        Picture("shares", document, heading=heading, sources=table.sources),
    ]


def _victims(data: Dataset, document: str | None) -> list[Part]:
    table = data.victims(document=document)
    parts: list[Part] = []
    for characteristic in dict.fromkeys(row["characteristic"] for row in table.rows):
        own = data.victims(by=characteristic, document=document)
        heading = f"Victims by {characteristic} and sex"
        charts = victims_screen.chart(own)
        parts.append(
            Picture(characteristic, document, charts, heading=heading, sources=own.sources)
        )
        parts += [Grid(view, own.sources) for view in victims_screen.by_category(own)]
    return parts


def _compare(data: Dataset, document: str | None) -> list[Part]:
    if not has_data(data, "compare", document):
        return []
    table = data.compare(document=document)
    heading = "Offences over those expected at the national share, with 95% intervals"
    chart = compare_screen.chart(table)
    return [
        Picture("compare", document, chart, heading=heading, sources=table.sources),
        Grid(compare_screen.readings(table), table.sources),
    ]


def _maxim(data: Dataset, document: str | None) -> list[Part]:
    if not has_data(data, "maxim", document):
        return []
    figures = data.figures(operation="maxim", document=document)
    table = results(data.connection, "maxim", figures)
    heading = "Results and seizures by phase"
    shown = Picture("maxim", document, heading=heading, sources=figures.sources, has_notes=True)
    if table is None:
        return [shown]
    found = misfits(data.connection, (row["figure"] for row in of_results(figures)))
    pairs = dict.fromkeys((own.stated, own.given) for own in found.values())
    notes = [
        Sentence(Note("caution", f"Marked !: {stated} is printed, {given} computed."))
        for stated, given in pairs
    ]
    return [Grid(table, figures.sources), *notes, shown]


def _promises(data: Dataset, document: str | None) -> list[Part]:
    """How many commitments are in each state, and what is reported or was due."""
    found = every_promise(data, document)
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
        *_promised("Reported later", reported, "reported"),
        *_promised(silent, due, "due_text"),
    ]


def _promised(title: str, rows: list[Row], key: str) -> list[Part]:
    columns = (
        DisplayColumn("commitment", "What was promised"),
        DisplayColumn(key, {"reported": "What was reported", "due_text": "Due"}[key]),
        DisplayColumn("sources", "Source", "list"),
    )
    group = "heading" if key == "reported" else None
    notes = star_notes(STAR in str(row[key]) for row in rows)
    return listed(title, rows, columns, group, notes)


def _findings(data: Dataset, document: str | None) -> list[Part]:
    """The findings of the two highest severities, each with what to ask."""
    found = list(check_screen.findings(data.checks(document=document).rows))
    numbers = [row for row in found if row["stated"]]
    statements = [row for row in found if not row["stated"]]
    columns = (
        DisplayColumn("title", "What"),
        DisplayColumn("differs", "What differs"),
        DisplayColumn("question", "To ask the authors"),
        DisplayColumn("sources", "Source", "list"),
    )
    return [
        *listed("Numbers that do not fit, or cannot be placed", numbers, columns),
        *listed("Statements that differ, or are unclear, in ways that matter", statements, columns),
    ]
