"""Offences by outcome for people: years side by side, with totals, shares, trends and changes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from moditrack.questions.shares import share
from moditrack.tables import Chart, Display, DisplayColumn, Note, Row, Table, by_force, source_note


def by_year(long: Table) -> Table:
    """The view for people: outcomes as rows; with several years these as columns, with totals,
    share of total and change on the year before. One document and force at a time. Where these are
    not the whole of a year, nothing is said of its total."""
    if not long.rows:
        return long
    by, whole = "".join(long.filters.get("by", [])), "codes" not in long.filters
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
        rows.extend(row | {"block": f"{document}, {force}"} for row in block)
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
