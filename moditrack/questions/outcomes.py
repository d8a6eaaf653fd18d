"""Offences by Home Office outcome type, year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from moditrack.db.rows import cited, select
from moditrack.errors import InputError, unknown
from moditrack.questions.cautions import cautions
from moditrack.questions.check import related_checks
from moditrack.questions.filters import Several, each, where
from moditrack.questions.names import find, find_document, one_of
from moditrack.questions.shares import share, small_counts
from moditrack.tables import (
    Chart,
    Column,
    Display,
    DisplayColumn,
    Note,
    Record,
    Row,
    Table,
    by_force,
    source_note,
)

if TYPE_CHECKING:
    import sqlite3

OUTCOME = Record(
    "outcome",
    "Offences of one year with one outcome; with --by group, with one official group.",
    (
        Column("document", "document", "the document that prints it"),
        Column("force", "text", "id of the police force"),
        Column("year", "integer", "calendar year of the column"),
        Column(
            "code",
            "text",
            "Home Office outcome code; null where none is printed, or with --by group",
            null=True,
        ),
        Column(
            "outcome",
            "text",
            "official name of the outcome, or the printed one where there is no code; null with "
            "--by group",
            null=True,
        ),
        Column("group", "text", "official group; null where there is no code", null=True),
        Column("stated_label", "text", "label as printed; null with --by group", null=True),
        Column("offences", "integer", "offences"),
        Column("year_total", "integer", "offences of the year with any outcome"),
        Column(
            "share_percent",
            "number",
            "percent of the year's offences, to two decimals; null where there are none",
            null=True,
        ),
        Column("sources", "citation", "where it stands", many=True),
    ),
)


_CALENDAR = range(1, 10_000)
_OUTCOMES = """
    SELECT document, force, year, code, outcome, "group", stated_label, offences, year_total,
        citation AS sources, a.name AS force_name
    FROM outcome JOIN agency AS a ON a.agency = force
    WHERE {where} ORDER BY document, force, year, position
"""
_CONDITIONS = {
    "document": "document IN ({values})",
    "agency": "force IN ({values})",
    "years": "year IN ({values})",
}


def outcomes(
    connection: sqlite3.Connection,
    *,
    years: Sequence[int] = (),
    first: int | None = None,
    last: int | None = None,
    codes: Sequence[str] = (),
    by: str = "outcome",
    document: Several = None,
    agency: Several = None,
) -> Table:
    """One row for each document, force, year and outcome (or official group, with `by`).

    offences: count of recordable offences; year_total: all offences of the year, as printed;
    share_percent: offences of year_total, two decimals. Zeros are included. Source: the outcome
    tables of the documents. Raises InputError for what is not in the data.
    """
    one_of("order", by, ("outcome", "group"))
    filters: dict[str, Any] = {
        "document": each(document, partial(find_document, connection)),
        "agency": each(agency, partial(find, connection, "agency")),
        "years": None,
    }
    asked = {year for year in years if year in _CALENDAR}
    ranged = not years or first is not None or last is not None
    if ranged or _having(connection, filters, asked) != set(years):
        known = _years(connection, filters)
        if not known:
            asked_of = [*(filters["document"] or ()), *(filters["agency"] or ())]
            _no_outcomes(connection, " and ".join(asked_of))
        chosen = _between(known, years, first, last)
        asked = set() if chosen == known else chosen
    wanted = _codes(connection, filters, asked, codes)

    def cells() -> Iterator[Row]:
        chosen, values = _chosen(filters, asked)
        for row in cited(connection, _OUTCOMES.format(where=chosen), values):
            if not wanted or _code(row) in wanted:
                row["labels"] = [row["stated_label"]]
                yield row

    def rows() -> Iterator[Row]:
        for row in _grouped(cells()) if by == "group" else cells():
            row["share_percent"] = share(row["offences"], row["year_total"])
            yield row

    def notes(table: Table) -> list[Note]:
        ids = _figures(connection, table.rows, whole=not wanted)
        own = _notes(table.rows) + cautions(connection, table, "outcome-offences")
        return own + related_checks(connection, table, ids=ids)

    return Table("Offences by outcome", OUTCOME.columns, rows, notes=notes)


def _chosen(filters: dict[str, Any], years: set[int]) -> tuple[str, Row]:
    """The conditions and their values, of these years or of all."""
    return where(_CONDITIONS, filters | {"years": sorted(years) or None})


def _having(connection: sqlite3.Connection, filters: Row, years: set[int]) -> set[int]:
    """Those of the years that there are outcomes for; each asked alone, which an index answers."""
    found = set()
    for year in years:
        chosen, values = _chosen(filters, {year})
        if connection.execute(f"SELECT 1 FROM outcome WHERE {chosen} LIMIT 1", values).fetchone():
            found.add(year)
    return found


def _years(connection: sqlite3.Connection, filters: Row) -> set[int]:
    chosen, values = where(_CONDITIONS, filters)
    query = f"SELECT DISTINCT year FROM outcome WHERE {chosen}"
    return {row["year"] for row in connection.execute(query, values)}


def _figures(connection: sqlite3.Connection, rows: list[Row], *, whole: bool) -> list[str]:
    """The cells that rows show; with all outcomes, the totals of their years, too."""
    shown = {
        (row["document"], row["year"], label)
        for row in rows
        for label in (*row["labels"], *([None] if whole else []))
    }
    return [
        cell["figure"]
        for cell in connection.execute(
            """
            SELECT figure, document, outcome_label, CAST(substr(period_start, 1, 4) AS INTEGER)
                AS first, CAST(substr(period_end, 1, 4) AS INTEGER) AS last
            FROM figure WHERE measure = 'outcome-offences' AND cell IS NOT NULL
            """
        )
        if all(
            (cell["document"], year, cell["outcome_label"]) in shown
            for year in range(cell["first"], cell["last"] + 1)
        )
    ]


def _no_outcomes(connection: sqlite3.Connection, given: str) -> None:
    having = connection.execute("SELECT DISTINCT document, force FROM outcome").fetchall()
    where = ", ".join(f"{row['document']} ({row['force']})" for row in having) or "none"
    what = f"'{given}' has" if given else "The database has"
    raise InputError(f"{what} no table of outcomes: there is one in {where}.")


def _between(
    known: set[int], years: Sequence[int], first: int | None, last: int | None
) -> set[int]:
    for year in (*years, first, last):
        if year is not None and year not in known:
            listed = ", ".join(str(y) for y in sorted(known))
            raise InputError(f"There are no outcomes for {year}: the years are {listed}.")
    if first is not None and last is not None and first > last:
        raise InputError(f"--from {first} is after --to {last}: swap them.")
    low, high = first or min(known), last or max(known)
    chosen = {year for year in known if low <= year <= high and (not years or year in years)}
    if not chosen:
        raise InputError("No --year lies between --from and --to: widen the range.")
    return chosen


def _code(row: Row) -> str:
    """How an outcome is asked for: by its code, or by its label where none is printed."""
    return str(row["code"] or row["outcome"]).casefold()


def _codes(
    connection: sqlite3.Connection, filters: dict[str, Any], years: set[int], codes: Sequence[str]
) -> set[str]:
    if not codes:
        return set()
    chosen, values = _chosen(filters, years)
    known, named = {}, {}
    for row in select(connection, _OUTCOMES.format(where=chosen), values):
        known[_code(row)] = named[row["outcome"].casefold()] = str(row["code"] or row["outcome"])
    for code in codes:
        if code.casefold() not in known:
            raise unknown("outcome", code, known | named)
    return {code.casefold() for code in codes}


def _grouped(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of each document, force and year, those of an official group as one."""
    for _, year in groupby(rows, key=itemgetter("document", "force", "year")):
        groups: dict[str | None, Row] = {}
        for row in year:
            if row["group"] in groups:
                groups[row["group"]]["offences"] += row["offences"]
                groups[row["group"]]["labels"] += row["labels"]
            else:
                one = {"code": None, "outcome": None, "stated_label": None}
                groups[row["group"]] = row | one
        yield from groups.values()


def by_year(long: Table, by: str = "outcome", *, whole: bool = True) -> Table:
    """The view for people: outcomes as rows; with several years these as columns, with totals,
    share of total and change on the year before. One document and force at a time. Where these are
    not the whole of a year, nothing is said of its total."""
    if not long.rows:
        return long
    head = "group" if by == "group" else "stated_label"
    years = sorted({row["year"] for row in long.rows})
    blocks: dict[tuple[str, str], list[Row]] = {}
    for row in long.rows:
        blocks.setdefault((row["document"], row["force"]), []).append(row)
    rows: list[Row] = []
    single = len(blocks) == 1
    names = list(dict.fromkeys(row["force_name"] for row in long.rows))
    for (document, force), members in blocks.items():
        block = _block(members, head, years, whole=whole)
        for row in block:
            row["block"] = f"{document}, {force}"
        rows.extend(block)
    extra = whole + (whole and any(after - before == 1 for before, after in pairwise(years)))
    return Table(
        f"{long.title}{f', {names[0]}' if len(names) == 1 else ''}, {_spans(years)}",
        (),
        rows,
        display=Display(
            _columns(years, by),
            group=None if single else "block",
            totals=extra if single else 0,
        ),
        notes=lambda _: [
            *(_change_note(long, years) if single and whole else []),
            *long.notes,
            source_note(long.sources),
        ],
    )


def _spans(years: list[int]) -> str:
    """Years as runs: 2019, 2021-2023."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year - runs[-1][-1] == 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join("-".join(str(y) for y in dict.fromkeys((run[0], run[-1]))) for run in runs)


def _columns(years: list[int], by: str) -> tuple[DisplayColumn, ...]:
    head = DisplayColumn("label", "Official group" if by == "group" else "Outcome, as printed")
    if len(years) == 1:
        return (
            head,
            DisplayColumn("total", "Offences", "whole"),
            DisplayColumn("share", "Share", "percent"),
        )
    counts = tuple(DisplayColumn(str(year), str(year), "whole") for year in years)
    adjoin = years[-1] - years[-2] == 1
    unbroken = all(after - before == 1 for before, after in pairwise(years))
    return (
        head,
        *counts,
        *((DisplayColumn("trend", "Trend, own scale", "trend"),) if unbroken else ()),
        DisplayColumn("total", "Total", "whole"),
        DisplayColumn("share", "Share", "percent"),
        *((DisplayColumn("change", f"vs {years[-2]}", "change"),) if adjoin else ()),
    )


def _block(members: list[Row], head: str, years: list[int], *, whole: bool) -> list[Row]:
    totals = {row["year"]: row["year_total"] for row in members}
    offences = sum(totals.values())
    lines: dict[str, dict[int, int]] = {}
    for row in members:
        label = row[head] or "No official group"
        lines.setdefault(label, {})[row["year"]] = row["offences"]
    rows = [_line(label, counts, years, offences) for label, counts in lines.items()]
    if not whole:
        return rows
    rows.append(_line("Total, all outcomes", totals, years, offences))
    if any(after - before == 1 for before, after in pairwise(sorted(totals))):
        rows.append(_changes("Change on the year before", totals, years))
    return rows


def _line(label: str, counts: dict[int, int], years: list[int], whole: int) -> dict[str, Any]:
    total = sum(counts.get(year, 0) for year in years)
    row: dict[str, Any] = {"label": label, "total": total, "share": share(total, whole)}
    row |= {str(year): counts.get(year) for year in years}
    if len(years) > 1:
        row["trend"] = [counts.get(year) for year in years]
        row["change"] = _difference(counts, years[-2], years[-1])
    return row


def _difference(counts: dict[int, int], before: int, after: int) -> str | None:
    """Only between a year and the next; a gap is no change on the year before."""
    if after - before != 1 or before not in counts or after not in counts:
        return None
    difference = counts[after] - counts[before]
    return f"{difference:+d}" if difference else "0"


def _changes(label: str, totals: dict[int, int], years: list[int]) -> dict[str, Any]:
    row: dict[str, Any] = {"label": label, "total": None, "share": None, "change": None}
    for before, after in pairwise(years):
        row[str(after)] = _difference(totals, before, after)
    return row


def _change_note(long: Table, years: list[int]) -> list[Note]:
    """The changes of the totals in percent, for one document and force."""
    totals = {row["year"]: row["year_total"] for row in long.rows}
    changes = [
        f"{after} {100 * (totals[after] - totals[before]) / totals[before]:+.2f}%"
        for before, after in pairwise(years)
        if after - before == 1 and totals[before]
    ]
    return (
        [Note("change", f"Change of the total on the year before: {', '.join(changes)}.")]
        if changes
        else []
    )


def _notes(rows: list[Row]) -> list[Note]:
    notes = small_counts(row["offences"] for row in rows)
    uncoded = {row["stated_label"] for row in rows if row["code"] is None and row["stated_label"]}
    notes.extend(
        Note("caution", f"'{label}' is printed without an outcome code.")
        for label in sorted(uncoded)
    )
    return notes


def chart(long: Table) -> list[Chart]:
    """Stacked bars of the offences of each year, a part for each outcome or group."""
    charts = []
    for own in by_force(long):
        labels = list(dict.fromkeys(row["stated_label"] or row["group"] or "-" for row in own))
        years = sorted({row["year"] for row in own})
        counts = {
            (row["year"], row["stated_label"] or row["group"] or "-"): row["offences"]
            for row in own
        }
        rows = tuple(
            (str(year), tuple(float(counts.get((year, label), 0)) for label in labels))
            for year in years
        )
        if rows:
            title = f"Offences by year and outcome ({own[0]['document']})"
            charts.append(Chart(title, "stacked", tuple(labels), rows))
    return charts
