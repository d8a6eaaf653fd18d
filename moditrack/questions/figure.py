"""The page of a figure, with the checks that use it."""

from __future__ import annotations

from moditrack.pages import Page
from moditrack.questions.check import CHECK, checks_of_figure
from moditrack.questions.figures import FIGURE, FIGURES, period_of
from moditrack.questions.inferred_star import STAR, STARRED
from moditrack.questions.names import id_of
from moditrack.tables import Column, Connection, Record

FIGURE_PAGE = Record(
    "figure_page",
    "One figure, with the checks that use it.",
    (*FIGURE.columns, Column("checks", CHECK, "checks that use it", many=True)),
)


def figure_page(connection: Connection, name: str) -> Page:
    """All about one figure: what is printed, where, what it counts, and the checks that use it or
    cite its passage, worst verdict first.

    The object holds the list's keys and `checks`. Raises InputError for an unknown figure.
    """
    figure = id_of(connection, "figure", "figure", "description", name)
    (row,) = FIGURES.select(connection, FIGURE.columns, {}, "figure = :figure", {"figure": figure})
    own = dict(
        connection.execute(
            """
            SELECT m.name, m.definition, o.name AS operation, a.name AS agency, f.mark,
                p.name || ', ' || d.kind || ' of ' || d.date || ': ' || d.title AS stated_by
            FROM figure AS f
            JOIN measure AS m ON m.measure = f.measure
            JOIN document AS d ON d.document = f.document
            JOIN agency AS p ON p.agency = d.publisher
            LEFT JOIN operation AS o ON o.operation = f.operation
            LEFT JOIN agency AS a ON a.agency = f.agency
            WHERE f.figure = ?
            """,
            (figure,),
        ).fetchone()
    )
    used = checks_of_figure(connection, figure)
    value = row["value"] if row["value"] is not None else f"{row['low']} to {row['high']}"
    value = f"{value} {row['unit']}" if own["mark"] is None else own["mark"].replace("-", " ")
    facts = [
        ("Figure", row["figure"]),
        ("Printed", row["printed"]),
        ("Value", value),
        ("Bound", row["bound"].replace("-", " ")),
        ("Status", row["status"]),
        ("Measure", f"{own['name']}: {own['definition']}"),
        ("Stated by", own["stated_by"]),
        ("Period", period_of(row)),
        (STAR, STARRED.removeprefix(f"{STAR} ") if row["period_inferred"] else None),
        ("Operation", row["operation"] and f"{own['operation']} ({row['operation']})"),
        ("Agency", row["agency"] and f"{own['agency']} ({row['agency']})"),
        ("Cell", row["table"] and f"row {row['row']}, column {row['column']} of {row['table']}"),
        ("Source", row["sources"][0]),
        ("To cite", f"moditrack sources {row['sources'][0]}: reference, address, what rests on it"),
    ]
    parts = {key: row[key] for key in FIGURE.keys} | {"checks": used}
    return Page(row["description"], [(k, v) for k, v in facts if v], [used], parts)
