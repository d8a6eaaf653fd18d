"""Victims by age or ethnicity, and sex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from moditrack.counting import counted
from moditrack.questions.cautions import cautions
from moditrack.questions.check import related_checks
from moditrack.questions.filters import AGENCY, DOCUMENT
from moditrack.questions.question import Filter, Question
from moditrack.questions.shares import share, small_counts
from moditrack.tables import (
    Chart,
    Column,
    Display,
    DisplayColumn,
    Note,
    Record,
    Table,
    source_note,
)

if TYPE_CHECKING:
    import sqlite3

VICTIM = Record(
    "victim",
    "Victims of one category and sex.",
    (
        Column("document", "document", "the document that prints it"),
        Column("force", "text", "id of the police force"),
        Column(
            "characteristic", "text", "what the table divides them by", values=("age", "ethnicity")
        ),
        Column("category", "text", "age band or ethnicity, as printed"),
        Column("sex", "text", "sex", values=("female", "male")),
        Column("victims", "integer", "victims"),
        Column(
            "share_percent", "number", "percent of the table's victims, to two decimals", null=True
        ),
        Column("sources", "citation", "where it stands", many=True),
    ),
)


def _notes(connection: sqlite3.Connection, table: Table) -> list[Note]:
    sexes = {row["sex"] for row in table.rows}
    of_all = [None] if len(sexes) > 1 else []  # what is printed of both together
    shown = {
        (row["document"], row["characteristic"], category, sex)
        for row in table.rows
        for category in (row["category"], None)
        for sex in (row["sex"], *of_all)
    }
    cells = [
        cell["figure"]
        for cell in connection.execute(
            "SELECT figure, document, characteristic, category, sex FROM figure"
            " WHERE measure = 'victims' AND cell IS NOT NULL"
        )
        if tuple(cell)[1:] in shown
    ]
    return [
        *small_counts(row["victims"] for row in table.rows),
        *cautions(connection, table, "victims"),
        *related_checks(connection, table, ids=cells),
    ]


VICTIMS = Question(
    "victims",
    title="Victims",
    summary="Victims by age or ethnicity, and sex",
    asks="Who were the victims?",
    meaning="victims: a count, zeros included; share_percent: of all victims in that table, two"
    " decimals. Age and ethnicity divide the same victims in two ways: never add them.",
    record=VICTIM,
    view="victim",
    names=(Column("force_name"), Column("table_total")),
    filters=(
        Filter(
            "by",
            "Victims by age, or by ethnicity.",
            "characteristic IN ({values})",
            metavar="CHARACTERISTIC",
            found_by="lower({})",
            choices=("age", "ethnicity"),
        ),
        Filter(
            "sex",
            "Victims of this sex: female or male.",
            "sex IN ({values})",
            metavar="SEX",
            found_by="lower({})",
            choices=("female", "male"),
        ),
        DOCUMENT.on("document IN ({values})"),
        AGENCY.on("force IN ({values})", "Rows of this police force."),
    ),
    notes=(_notes,),
    order="document, force, characteristic, position",
)
victims = VICTIMS.ask
"""One row for each document, force, category and sex; filters as VICTIMS has them."""


def by_category(long: Table) -> list[Table]:
    """The views for people: for each table of victims, categories as rows and sexes as columns."""
    blocks: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for row in long.rows:
        key = (row["document"], row["force"], row["characteristic"])
        blocks.setdefault(key, []).append(row)
    views = [_block(key, rows) for key, rows in blocks.items()]
    if views:
        views[-1].notes += long.notes
    return views


def _block(key: tuple[str, str, str], members: list[dict[str, Any]]) -> Table:
    document, _, characteristic = key
    sexes = list(dict.fromkeys(row["sex"] for row in members))
    whole = members[0]["table_total"]
    rows: dict[str, dict[str, Any]] = {}
    for member in members:
        row = rows.setdefault(member["category"], {"category": member["category"], "total": 0})
        row[member["sex"]] = member["victims"]
        row["total"] += member["victims"]
    last: dict[str, Any] = {"category": "Total"}
    for column in (*sexes, "total"):
        last[column] = sum(row.get(column, 0) for row in rows.values())
    listed = [*rows.values(), last]
    for row in listed:
        row["share"] = share(row["total"], whole)
    heading = {"age": "Age", "ethnicity": "Ethnicity, as printed"}[characteristic]
    columns = (
        DisplayColumn("category", heading),
        *(DisplayColumn(sex, sex.title(), "whole") for sex in sexes),
        *((DisplayColumn("total", "Victims", "whole"),) if len(sexes) > 1 else ()),
        DisplayColumn("share", "Share of all", "percent"),
    )
    citation = members[0]["sources"][0]
    victims = counted(whole, "victim")
    notes = [
        Note("explanation", f"Share of all {victims} in the table."),
        source_note([citation]),
    ]
    return Table(
        f"Victims by {characteristic}, {members[0]['force_name']}, {document}",
        (),
        listed,
        display=Display(columns, totals=1),
        notes=lambda _: notes,
    )


def chart(long: Table) -> list[Chart]:
    """A pyramid of the victims by age and sex, and bars of those by ethnicity."""
    charts = []
    for view in by_category(long):
        *rows, _ = view.rows
        shown = {column.key for column in view.display.columns}
        sexes = tuple(sex for sex in ("female", "male") if sex in shown)
        pyramid = "by age" in view.title and len(sexes) == 2
        values = tuple(
            (row["category"], tuple(float(row.get(sex, 0)) for sex in sexes)) for row in rows
        )
        charts.append(Chart(view.title, "pyramid" if pyramid else "stacked", sexes, values))
    return charts
