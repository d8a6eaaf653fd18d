"""Victims by age or ethnicity, and sex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.counting import counted
from moditrack.pictures import Chart
from moditrack.questions.cautions import cautions, counted_cautions
from moditrack.questions.check import related_checks
from moditrack.questions.filters import AGENCY, DOCUMENT
from moditrack.questions.question import Filter, Question
from moditrack.questions.shares import (
    added,
    exact_share,
    limits_text,
    marks_and_parts,
    share_text,
    small_counts,
)
from moditrack.tables import Column, Display, DisplayColumn, Note, Record, Row, Table, source_note

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
        Column("victims", "integer", "victims; null where a mark is printed", null=True),
        Column(
            "mark",
            "text",
            "what is printed in place of the number, such as *; null where a number is printed",
            null=True,
        ),
        Column(
            "share_percent", "number", "percent of the table's victims, to two decimals", null=True
        ),
        Column("sources", "citation", "the passages that state it", many=True),
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
        *related_checks(connection, table, ids=cells),
        *small_counts(row["victims"] for row in table.rows),
        *cautions(connection, table, "victims"),
        *marks_and_parts(connection, table, "victims"),
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
    names=(
        Column("force_name"),
        Column("table_total", "integer", "victims in the table: the printed total, else the sum"),
        Column("category_total", "integer", "victims of the category, as printed, if so"),
        Column("sex_total", "integer", "victims of the sex, as printed, if so"),
    ),
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
    """The views for people: categories as rows and sexes as columns. One table for each document,
    force and characteristic; or one for both characteristics of the same victims."""
    views = _tables(long)
    if len(views) == 2 and _same_victims(views):
        views = [_both(views, long)]
    if len(views) == 1:
        views[0].find_answer = lambda _: _answer(long)
    if views:
        views[-1].notes += counted_cautions(long.notes)
    return views


def _tables(long: Table) -> list[Table]:
    blocks: dict[tuple[str, str, str], list[Row]] = {}
    for row in long.rows:
        key = (row["document"], row["force"], row["characteristic"])
        blocks.setdefault(key, []).append(row)
    return [_block(key, rows) for key, rows in blocks.items()]


def _same_victims(views: list[Table]) -> bool:
    """Whether tables have the same totals, and so can share a row of them."""
    one, other = (view.rows[-1] for view in views)
    return one == other and views[0].title.partition(",")[2] == views[1].title.partition(",")[2]


def _both(views: list[Table], long: Table) -> Table:
    """Both tables of the same victims as one, with what divides them in front."""
    rows = [
        row | {"by": view.display.columns[0].heading} for view in views for row in view.rows[:-1]
    ]
    first = views[0]
    columns = (
        DisplayColumn("by", "By"),
        DisplayColumn("category", "Category"),
        *first.display.columns[1:],
    )
    notes = [*first.notes[:1], source_note(long.sources)]
    return Table(
        f"Victims,{first.title.partition(',')[2]}: {first.rows[-1]['total']}",
        (),
        [*rows, first.rows[-1] | {"by": "Total", "category": None}],
        display=Display(columns, totals=1, strong="strong"),
        notes=lambda _: notes,
    )


def _answer(long: Table) -> str:
    """Who most of the same victims are, by each characteristic."""
    first = long.rows[0]["characteristic"]
    sexes: dict[str, int] = {}
    groups: dict[str, dict[str, int]] = {}
    both = len({row["sex"] for row in long.rows}) > 1
    for row in long.rows:
        victims = row["victims"] or 0
        if row["characteristic"] == first:
            sexes[row["sex"]] = sexes.get(row["sex"], 0) + victims
        own = groups.setdefault(row["characteristic"], {})
        own[row["category"]] = own.get(row["category"], 0) + victims
    for row in long.rows:  # as printed, where it is
        if row["characteristic"] == first and row["sex_total"] is not None:
            sexes[row["sex"]] = row["sex_total"]
        if both and row["category_total"] is not None:
            groups[row["characteristic"]][row["category"]] = row["category_total"]
    total = (long.rows[0]["table_total"] if both else None) or sum(sexes.values())
    if not total:
        return ""
    sex = max(sexes, key=lambda own: sexes[own])
    largest = " and ".join(
        f"{name} ({own[name]})"
        for own in groups.values()
        for name in [max(own, key=lambda one: own[one])]
    )
    most = (
        f"{sexes[sex]} of {total} are {sex}, {share_text(sexes[sex], total)}."
        if len(sexes) > 1
        else ""
    )
    return f"{most} Largest group{'' if len(groups) == 1 else 's'}: {largest}.".strip()


def _block(key: tuple[str, str, str], members: list[Row]) -> Table:
    document, _, characteristic = key
    sexes = list(dict.fromkeys(row["sex"] for row in members))
    whole = members[0]["table_total"]
    both = len(sexes) > 1
    counts: dict[str, dict[str, int | None]] = {}
    rows: dict[str, Row] = {}
    totals: dict[str, int | None] = {}
    for member in members:
        category, sex = member["category"], member["sex"]
        counts.setdefault(category, {})[sex] = member["victims"]
        row = rows.setdefault(category, {"category": category})
        row[sex] = member["mark"] if member["victims"] is None else member["victims"]
        row["total"] = member["category_total"] if both else None
        totals[sex] = member["sex_total"]
    for category, row in rows.items():
        if row["total"] is None:
            row["total"] = added(counts[category].values())
    last: Row = {"category": "Total"}
    for sex in sexes:
        summed = added(own.get(sex, 0) for own in counts.values())
        last[sex] = summed if totals[sex] is None else totals[sex]
    last["total"] = whole if both else last[sexes[0]]
    listed = [*rows.values(), last]
    most = max((row["total"] for row in rows.values() if row["total"] is not None), default=0)
    for row in listed:
        row["share"] = exact_share(row["total"], whole)
    for row in rows.values():
        row["limits"] = limits_text(row["total"], whole)
        row["strong"] = row["total"] == most > 0
    heading = {"age": "Age", "ethnicity": "Ethnicity, as printed"}[characteristic]
    columns = (
        DisplayColumn("category", heading),
        *(DisplayColumn(sex, sex.title(), "count") for sex in sexes),
        *((DisplayColumn("total", "Victims", "count"),) if len(sexes) > 1 else ()),
        DisplayColumn("share", "Share", "share"),
        DisplayColumn("limits", "95%", "number"),
    )
    of_all = f"Shares of all {counted(whole, 'victim')}; 95%: Wilson's interval." if whole else ""
    notes = [
        *([Note("explanation", of_all)] if of_all else []),
        source_note([members[0]["sources"][0]]),
    ]
    return Table(
        f"Victims by {characteristic}, {members[0]['force_name']}, {document}",
        (),
        listed,
        display=Display(columns, totals=1, strong="strong"),
        notes=lambda _: notes,
    )


def _number(shown: object) -> float:
    """A count that is shown, as a length; a mark has none."""
    return float(shown) if isinstance(shown, int) else 0.0


def chart(long: Table) -> list[Chart]:
    """A pyramid of the victims by age and sex, and bars of those by ethnicity."""
    charts = []
    for view in _tables(long):
        *rows, _ = view.rows
        shown = {column.key for column in view.display.columns}
        sexes = tuple(sex for sex in ("female", "male") if sex in shown)
        pyramid = "by age" in view.title and len(sexes) == 2
        values = tuple(
            (row["category"], tuple(_number(row.get(sex)) for sex in sexes)) for row in rows
        )
        charts.append(Chart(view.title, "pyramid" if pyramid else "stacked", sexes, values))
    return charts
