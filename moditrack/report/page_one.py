"""Page one of the briefing: the answers on one sheet, each asked of its question."""

from __future__ import annotations

import re
from collections import Counter

from moditrack.caveats import NOT_SUMMED, SMALL_COUNTS
from moditrack.citations import sources_of
from moditrack.counting import counted
from moditrack.dataset import Dataset
from moditrack.errors import InputError
from moditrack.questions import check_screen, compare_screen, outcomes_screen
from moditrack.questions.grouping import by_force
from moditrack.questions.operation_results import MEASURES, largest, of_results, printed
from moditrack.questions.outcome_blocks import offences_of, period_word, periods, summed_up
from moditrack.record_dates import day_in_words
from moditrack.report.parts import Caution, Grid, Part, Picture, Text, Tile, Tiles
from moditrack.tables import Display, DisplayColumn, Marked, Note, Row, Table

_MOST = 12
"""How many figures page one lists for a document without outcomes or phases."""


def page_one(data: Dataset, document: str | None) -> list[Part]:
    """The parts of page one, on all documents or on one."""
    offences: Table | None
    try:
        offences = data.outcomes(document=document)
    except InputError:  # this document has no outcomes
        offences = None
    tiles = [
        *(_outcomes(offences) if offences else []),
        *_victims(data.victims(by="age", document=document)),
        *_commitments(data.commitments(document=document)),
    ]
    found: list[Part] = [
        *(_chart(offences, document) if offences else []),
        *_comparison(data.compare(document=document)),
        *_phases(data, document),
    ]
    return [
        *([Tiles(tiles)] if tiles else []),
        *(found or _figures(data.figures(document=document))),
        *_findings(data.checks(document=document)),
        Caution("Read with care.", f"{SMALL_COUNTS} {NOT_SUMMED} Other papers were not searched."),
    ]


def _outcomes(table: Table) -> list[Tile]:
    """How many offences there were, and how most of them ended; a pair for each force and kind of
    period, of the last period where the periods are not added up."""
    tiles = []
    for block in by_force(table):
        rows = summed_up(block)
        own = periods(rows)
        span = f"{own[0]} to {own[-1]}" if len(own) > 1 else own[0]
        text = f"offences recorded by {_the(rows[0]['force_name'])}, {span}"
        if (offences := offences_of(rows)) is not None:
            tiles.append(Tile(str(offences), text, sources_of(rows)))
        number, _, ended = outcomes_screen.answer(rows).rstrip(".").partition(" ")
        if ended:
            tiles.append(Tile(number, ended, sources_of(rows)))
    return tiles


def _the(force: str) -> str:
    return f"the {force}" if force.endswith(("Police", "Service")) else force


def _victims(table: Table) -> list[Tile]:
    """How many victims were of the most frequent sex, and how many in the youngest band; a tile for
    each force and period, which it names where there are several."""
    tiles = []
    blocks = by_force(table)
    for rows in blocks:
        sexes = Counter[str]()
        for row in rows:
            sexes[row["sex"] or ""] += row["victims"] or 0
        (sex, most), *_ = sexes.most_common()
        band = rows[0]["category"]
        of_band = Counter[str]()
        for row in rows:
            if row["category"] == band:
                of_band[row["sex"] or ""] += row["victims"] or 0
        young, total = of_band.total(), rows[0]["table_total"] or sexes.total()
        whole = counted(total, "victim")
        split = ", ".join(f"{many} {own}" for own, many in of_band.most_common() if many)
        text = f"of {whole} were {sex}; {young} of the {total} were aged {band}"
        text += f" ({split})" if len(sexes) > 1 and young else ""
        if not sex:
            most, text = young, f"of {whole} were aged {band}"
        if len(blocks) > 1:
            text = ", ".join(filter(None, (text, rows[0]["force_name"], rows[0]["series"])))
        if most:
            tiles.append(Tile(str(most), text, sources_of(rows)))
    return tiles


def _commitments(table: Table) -> list[Tile]:
    """How many promises are not mentioned again although a later document could report on them."""
    states = Counter(row["state"] for row in table.rows)
    later = len(table) - states["no-later-document"] - states["not-yet-due"]
    silent = states["not-mentioned-again"]
    what = "promise that a later document could report on is not mentioned again"
    many = "promises that a later document could report on are not mentioned again"
    brief = sum(
        row["state"] == "not-mentioned-again"
        and all(own["kind"] == "press release" for own in row["not_mentioned_in"])
        for row in table.rows
    )
    short = f"; all that came after {brief} of them is a press release" if brief else ""
    return [Tile(str(silent), f"of {counted(later, what, many)}{short}")] if later else []


def _chart(table: Table, document: str | None) -> list[Part]:
    heading = f"How the offences of each {period_word(table.rows)} ended"
    chart = outcomes_screen.chart(table)
    return [Picture("outcomes", document, chart, heading=heading, sources=table.sources)]


def _comparison(table: Table) -> list[Part]:
    """What may be concluded from the City's share of crime beside the national one."""
    if not table.rows:
        return []
    readings = compare_screen.readings(table)
    text = f"{readings.answer} No cause can be concluded."
    first = table.rows[0]
    printed = (first["colp_printed"], first["national_printed"])
    bold = "|".join(map(re.escape, [*printed, *(row["conclusion"] for row in table.rows)]))
    marked = Marked(text, [own.span() for own in re.finditer(bold, text)])
    return [Text(readings.title, marked, table.sources)]


def _phases(data: Dataset, document: str | None) -> list[Part]:
    """Results of each phase of an operation, as the last document that has them reports them."""
    names = {row["operation"]: row["name"] for row in data.operations().rows}
    dates = {row["document"]: row["date"] for row in data.sources().rows}
    tables: dict[tuple[str, str], list[Row]] = {}
    for phase in (row for row in data.operations().rows if row["kind"] == "phase"):
        rows = of_results(data.figures(operation=phase["operation"], document=document))
        if last := [row for row in rows if row["document"] == rows[-1]["document"]]:
            own = tables.setdefault((phase["parent"], last[0]["document"]), [])
            own.append(_result(phase["name"].rpartition(", ")[2], last))
    columns = [DisplayColumn(key, heading, "number") for key, heading in MEASURES.items()]
    return [
        Grid(
            Table(
                f"{names[parent]}, as reported on {day_in_words(dates[reported])}", (), rows,
                display=Display([
                    DisplayColumn("phase", "Phase", "id"),
                    *(column for column in columns if any(row.get(column.key) for row in rows)),
                ]),
            ),
            sources_of(rows),
        )
        for (parent, reported), rows in tables.items()
    ]  # fmt: skip


def _result(phase: str, figures: list[Row]) -> Row:
    own = largest(figures)
    values = {measure: printed(row) for measure, row in own.items()}
    return {"phase": phase, "sources": sources_of(list(own.values())), **values}


def _figures(table: Table) -> list[Part]:
    """What a document states where it has neither outcomes nor phases."""
    factual = ("recorded", "estimate", "target")
    rows = [row for row in table.rows if row["status"] in factual and row["value"] != 0][:_MOST]
    columns = (
        DisplayColumn("description", "What"),
        DisplayColumn("printed", "Printed", "number"),
        DisplayColumn("status", "Status"),
        DisplayColumn("sources", "Source", "list"),
    )
    title = "Figures that it states first"
    return [Grid(Table(title, (), rows, display=Display(columns)), [])] if rows else []


def _findings(table: Table) -> list[Part]:
    """The printed numbers that the documents' own figures do not give, and those that people quote
    and that are unclear, as the list of checks has them."""
    listed_first = check_screen.tables(table)[0].rows if table.rows else []
    found = [row for row in listed_first if row["severity"] is not None]
    numbers = [row for row in found if row["stated"] or row["severity"] == 1]
    others = len(found) - len(numbers)
    columns = (
        DisplayColumn("title", "What"),
        DisplayColumn("printed", "Printed", "number"),
        DisplayColumn("given", "Figures give", "number"),
    )
    other = "other " if numbers else ""
    one = f"{other}point differs or is unclear in a way that matters"
    differ = f"{counted(others, one, f'{other}points differ or are unclear in ways that matter')}."
    if others and not numbers:
        return [Text("What does not fit", differ)]
    notes = [Note("hint", differ)] if others else []
    title = "Numbers that do not fit, or cannot be placed"
    listed = Table(title, (), numbers, display=Display(columns), notes=lambda _: notes)
    return [Grid(listed, sources_of(numbers))] if numbers else []
