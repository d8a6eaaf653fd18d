"""Figures: every quantity that the documents state, by measure, unit and period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from moditrack.questions.filters import (
    AGENCY,
    DOCUMENT,
    FROM,
    OF_WORKS,
    OPERATION,
    TO,
    WITHIN,
    Filter,
    elsewhere,
    of_the_agency,
    one_of,
    words_filter,
)
from moditrack.questions.question import Question, looked_up, related_checks_note
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

_STATUSES = ("recorded", "estimate", "target", "planned", "stated")
_NOT_YET = ("estimate", "target", "planned")
"""What is said of a figure that counts nothing that is there."""
FIGURE = Record(
    "figure",
    "One quantity as stated.",
    (
        Column("figure", "text", "id"),
        Column("document", "document", "the document"),
        Column("locator", "text", "the passage, within the document"),
        Column("printed", "text", "as printed"),
        Column("value", "number", "number in unit; null for a range or a mark", null=True),
        Column("low", "number", "lowest value, where bounded", null=True),
        Column("high", "number", "highest value, where bounded", null=True),
        Column("unit", "text", "unit; percent means percent numbers, GBP pounds"),
        Column(
            "bound",
            "text",
            "how the value is meant; more-than and less-than leave the value itself out",
            values=("exact", "about", "at-least", "more-than", "at-most", "less-than", "range"),
        ),
        Column(
            "status",
            "text",
            "reported as fact, estimated, aimed at, planned, or a rule, definition or length of "
            "a list",
            values=_STATUSES,
        ),
        Column("measure", "text", "id of what is counted"),
        Column("description", "text", "what it counts, in the project's words"),
        Column("period_start", "date", "first day it covers", null=True),
        Column("period_end", "date", "last day it covers", null=True),
        Column("operation", "text", "id of the operation it is about", null=True),
        Column("agency", "text", "id of the agency it is about", null=True),
        Column("table", "text", "table it is a cell of", null=True),
        Column("row", "text", "label of its row, as printed", null=True),
        Column("column", "text", "label of its column, as printed", null=True),
        Column("sources", "citation", "the passages that state it", many=True),
        Column(
            "period_inferred",
            "boolean",
            "whether a part of the period is not printed but follows from the document",
        ),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield row | {
            "description": row["description"] + aim(row),
            "period": period_of(row),
            "place": [*row["sources"], row["figure"].partition(":")[2]],
        }


def aim(row: Row) -> str:
    """That a figure is an estimate, a target or planned."""
    return f" ({row['status']})" if row["status"] in _NOT_YET else ""


DISPLAY = Display(
    (
        DisplayColumn("printed", "Printed", "each"),
        DisplayColumn("description", "What it counts"),
        DisplayColumn("unit", "Unit"),
        DisplayColumn("period", "Period", "period"),
        DisplayColumn("place", "Source, id", "list"),
    ),
    _display,
)
_LISTED = 12
"""At most this many figures of one unit are named in the answer."""
_UNITS = 4
"""At most this many units are named in the answer."""
_SIGNS = {"percent": "%", "GBP": "£"}
"""Units that are not printed as words."""
_LISTED_BY = "moditrack figures --list"


def _conclusion(connection: Connection, table: Table) -> str:
    from moditrack.questions.grouping import most_first

    if "measure" in table.filters:
        from moditrack.questions.related_figures import by_name

        return "; ".join([*_largest(table), *by_name(connection, table)])
    units = Counter(table.values("unit"))
    if len(units) == 1 and "unit" in table.filters:
        return _of_one_unit(table, next(iter(units)))
    if "words" in table.filters:
        return _with_words(connection, table, units)
    if 0 < len(table) <= _LISTED:
        return f"Units: {', '.join(_printed(table, units))}."
    return f"Units: {most_first(units, _UNITS)}." if units else ""


def _with_words(connection: Connection, table: Table, units: Counter[str]) -> str:
    """The only total, or the numbers of measures with the words in their names. What has a word in
    common may count anything: only numbers of one measure are alike."""
    from moditrack.questions.grouping import most_first
    from moditrack.questions.related_figures import misfits, of_measures_named

    if works := looked_up(table, "words").get("works"):
        from moditrack.questions.figures_screen import of_its_operations

        own = [row for row in table.rows if row["operation"] not in works]
        return of_its_operations(table.rows, works, _few(own) if 0 < len(own) <= _LISTED else "")
    said = _total(connection, table) or of_measures_named(table)
    if not said and len(table) > _LISTED:
        return f"Units: {most_first(units, _UNITS)}."
    said = said or (_few(table.rows) if table.rows else "")
    return f"{said}{misfits(connection, table, said)}"


def _few(rows: Sequence[Row]) -> str:
    """What the only figure counts, or the numbers of a few, each with its unit."""
    from moditrack.counting import counted
    from moditrack.figure_text import quoted_words

    if len(rows) == 1:
        (row,) = rows
        where = f"{row['status']}, " * bool(aim(row)) + row["document"]
        return f"{quoted_words(row['printed'])}: {row['description']} ({where})."
    measures = {(row["unit"], row["measure"]) for row in rows}
    of_unit = Counter(unit for unit, _ in measures)
    listed: Counter[str] = Counter()
    for row in rows:
        own, unit = quoted_words(row["printed"]), str(row["unit"])
        what = row["measure_name"].lower() if of_unit[unit] > 1 else unit
        says = what == unit and _SIGNS.get(unit, unit) in own
        listed[own if says else f"{own} ({what})"] += 1
    times = (f"{own} ({counted(n, 'time')})" if n > 1 else own for own, n in listed.items())
    unsummed = " Do not add: may overlap." * (len(of_unit) < len(listed))
    return f"Printed: {', '.join(times)}.{unsummed}"


def _of_one_unit(table: Table, unit: str) -> str:
    """The numbers of one unit that is asked for, or how many there are of each document."""
    if len(table) > _LISTED:
        from moditrack.questions.grouping import most_first

        return f"All in {unit}: {most_first(Counter(table.values('document')), _UNITS)}."
    from moditrack.questions.related_figures import by_measure

    return by_measure(table)


def _largest(table: Table) -> Iterator[str]:
    """Of the results of one operation, the largest, and where they are by phase: one may be a part
    of another, and their sum is no total."""
    from moditrack.questions.operation_results import MEASURES, of_results

    asked, operations = (table.filters.get(name, []) for name in ("measure", "operation"))
    if len(asked) != 1 or asked[0] not in MEASURES or len(operations) != 1 or len(table) < 2:
        return
    if found := of_results(table):
        most = max(found, key=lambda row: row["value"])
        yield (
            f"Not to be added: one may include another. The largest is {most['printed']}"
            f" ({most['description']}). Side by side: moditrack operations {operations[0]}"
        )


def _printed(table: Table, units: Counter[str]) -> Iterator[str]:
    """The number of figures in each unit, the largest first, with what is printed, and which are
    aims where that is not what was asked for."""
    from moditrack.figure_text import quoted_words

    aimed = "status" not in table.filters
    for unit, number in units.most_common():
        own = (row for row in table.rows if row["unit"] == unit)
        printed = (f"{quoted_words(row['printed'])}{aim(row) * aimed}" for row in own)
        yield f"{unit} {number} ({', '.join(printed)})"


def _total(connection: Connection, table: Table) -> str:
    """The only total among the figures of one operation that its parts give, with these."""
    if len(table.filters.get("operation", [])) != 1:
        return ""
    query = (
        "SELECT c.in_a_line FROM check_subject AS s JOIN check_result AS c USING (check_id)"
        " WHERE s.figure = ? AND c.stated = ? AND c.kind = 'total' AND c.verdict = 'consistent'"
    )
    asked = ((row, (row["figure"], row["printed"])) for row in table.rows)
    found = [(row, parts) for row, own in asked for (parts,) in connection.execute(query, own)]
    if len(found) != 1 or not found[0][1]:
        return ""
    ((row, parts),) = found
    return f"{row['printed']} in all, {parts}: {row['description']} ({row['document']})."


def _related_checks(connection: Connection, table: Table) -> Iterable[Note]:
    return related_checks_note(connection, table, ids=(row["figure"] for row in table.rows))


def _nearby(connection: Connection, table: Table) -> Iterator[Note]:
    from moditrack.questions import related_figures

    yield from related_figures.cautions_on(connection, table)
    yield from related_figures.same_unit(FIGURES, connection, table)
    yield from related_figures.same_list(FIGURES, connection, table)
    yield from related_figures.named(FIGURES, connection, table)


FIGURES = Question(
    "figures",
    title="Figures",
    noun=("figure", "figures"),
    conclusion=_conclusion,
    summary="Every quantity stated in the reports",
    asks="Which numbers are there, in which unit, and in which passage?",
    meaning="Table cells, printed totals and explicit nils are among them. value: a number in unit,"
    " empty for a range, which has low and high; percent means percent numbers, GBP pounds; period:"
    " days, empty where none is stated. With a date, only figures that have a period.",
    record=FIGURE,
    view="figures",
    names=(Column("document_title"), Column("measure_name"), Column("operation_name")),
    helpers=(
        Column("period_earliest", "date", "first day it may cover; NULL where it has no period"),
        Column(
            "period_latest",
            "date",
            "last day it may cover, at most the document's; NULL where it has no period",
        ),
        Column("position", "integer", "order of documents, and of figures in each"),
    ),
    display=DISPLAY,
    filters=(
        words_filter(
            "figure", f"figure IN (SELECT substr(e.command, 9) {{entries}}) OR {OF_WORKS}"
        ),
        DOCUMENT.on("document IN ({values})"),
        OPERATION.on(f"operation IN {WITHIN}"),
        AGENCY.on("agency IN ({values})"),
        Filter(
            "measure",
            "Figures of this measure: arrests, removals, funding …",
            "measure IN ({values})",
            metavar="ID",
            look_up=one_of("measure", "SELECT measure, name FROM measure", _LISTED_BY),
            suggestions="measure",
        ),
        Filter(
            "unit",
            "Figures in this unit: people, percent, GBP …",
            "measure IN (SELECT measure FROM measure WHERE unit IN ({values}))",
            metavar="UNIT",
            look_up=one_of("unit", "SELECT DISTINCT unit, unit FROM measure", _LISTED_BY),
            suggestions="unit",
        ),
        Filter(
            "status",
            f"Figures of this status: {', '.join(_STATUSES)}.",
            "status IN ({values})",
            metavar="STATUS",
            choices=_STATUSES,
        ),
        FROM.on("period_latest >= :first"),
        TO.on("period_earliest <= :last"),
    ),
    notes=(of_the_agency("figures", "figure", "about"), elsewhere, _related_checks, _nearby),
    undated=("period_latest IS NULL", ("figure", "without a period")),
)
figures = FIGURES.ask
"""One row for each figure; filters as FIGURES has them."""


def period_of(row: Row) -> str | None:
    """A figure's period, with * if a part of it is inferred."""
    from moditrack.period_text import period_text
    from moditrack.questions.inferred_star import starred

    period = period_text(row["period_start"], row["period_end"])
    return period and starred(period, row["period_inferred"])
