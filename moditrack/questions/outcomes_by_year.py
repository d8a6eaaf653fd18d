"""Offences by outcome for people: years side by side, with totals, shares and changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from moditrack.chance import LEVEL, equal_rates, p_value
from moditrack.counting import counted
from moditrack.pictures import Chart
from moditrack.questions.cautions import counted_cautions
from moditrack.questions.grouping import by_force
from moditrack.questions.shares import (
    added,
    exact_share,
    limits_text,
    share,
    share_text,
    whole_percent,
)
from moditrack.tables import Column, Display, DisplayColumn, Note, Row, Table, source_note

_WITHOUT_SUSPECT = "18"
"""The outcome that documents call 'no suspect identified'."""
_ALSO_WITHOUT = "14"
"""The outcome for a victim who does not support action; its official name says 'no suspect' too."""
_CHARGED = "1"


def by_year(long: Table) -> Table:
    """The table for people: a row for each outcome, a block for each document and force.

    Several years become columns, with totals, shares and the change on the year before. Without all
    outcomes of a year there is no row of totals.
    """
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
            strong="strong",
        ),
        answer=(lambda _: _answer(long, whole=whole)) if single else None,
        notes=lambda _: [
            *(_changes_by_chance(long, years) if single and whole else []),
            *counted_cautions(long.notes),
            *_also_without_suspect(long),
            source_note(long.sources),
        ],
    )


def wide(long: Table) -> Table:
    """The same as data: outcomes as rows, years as columns, then the total and its share."""
    from moditrack.intervals import wilson  # 4 ms, which other formats do without

    years = sorted({row["year"] for row in long.rows})
    whole, head = "codes" not in long.filters, "stated_label"
    if long.filters.get("by") == ["group"]:
        head = "group"
    rows = []
    for members in by_force(long):
        place = {key: members[0][key] for key in ("document", "force")}
        total = offences_of(members)
        for row in _block(members, head, years, whole=whole):
            if "total" not in row:  # changes are not counts
                continue
            low, high = (
                wilson(row["total"], total)
                if row["total"] is not None and total and 0 <= row["total"] <= total
                else (0.0, 1.0)
            )
            rows.append(
                place
                | {"outcome": row["label"]}
                | {str(year): row[str(year)] for year in years}
                | {
                    "total": row["total"],
                    "share_percent": share(row["total"], total),
                    "share_low": round(100 * low, 2),
                    "share_high": round(100 * high, 2),
                    "sources": list(dict.fromkeys(s for own in members for s in own["sources"])),
                }
            )
    columns = (
        Column("document", "document"),
        Column("force"),
        Column("outcome"),
        *(Column(str(year), "integer", null=True) for year in years),
        Column("total", "integer"),
        Column("share_percent", "number", null=True),
        Column("share_low", "number"),
        Column("share_high", "number"),
        Column("sources", "citation", many=True),
    )
    return Table(long.title, columns, rows, notes=lambda _: long.notes)


def _answer(long: Table, *, whole: bool) -> str:
    """How the offences of one force ended, in a sentence."""
    counts, total = _counts(long)
    if not any(counts.values()) or not total:
        return ""
    if not whole:
        part = sum(counts.values())
        return f"{part} of all {counted(total, 'offence')}: {share_text(part, total)}."
    without = counts.get(_WITHOUT_SUSPECT)
    if not without:
        return _largest(long, total)
    charged = f"; {counts[_CHARGED]} in a charge" if counts.get(_CHARGED) else ""
    what = f"{without} of {total} ended with no suspect identified"
    return f"{what}, {share_text(without, total)}{charged}."


def _counts(long: Table) -> tuple[dict[str | None, int], int]:
    """The offences of each outcome code, and of all outcomes."""
    counts: dict[str | None, int] = {}
    for row in long.rows:
        for code, offences in row.get("codes", {row["code"]: row["offences"]}).items():
            counts[code] = counts.get(code, 0) + (offences or 0)
    blocks = by_force(long)
    if len(blocks) == 1 and _all_years(blocks[0]):
        for row in blocks[0]:
            if row["label_total"] is not None and "codes" not in row:
                counts[row["code"]] = row["label_total"]
    return counts, sum(offences_of(own) or 0 for own in blocks)


def offences_of(rows: Sequence[Row]) -> int | None:
    """The offences of one document and force: of all years as printed, else the years' sum."""
    if _all_years(rows) and rows[0]["grand_total"] is not None:
        return int(rows[0]["grand_total"])
    return added({row["year"]: row["year_total"] for row in rows}.values())


def _all_years(rows: Sequence[Row]) -> bool:
    return bool(len({row["year"] for row in rows}) == rows[0]["table_years"])


def _also_without_suspect(long: Table) -> list[Note]:
    """Which outcome the answer counts, and the count with the other outcome included."""
    counts, total = _counts(long)
    without, also = counts.get(_WITHOUT_SUSPECT), counts.get(_ALSO_WITHOUT)
    if "codes" in long.filters or not total or not (without or also):
        return []
    said = "No suspect identified: outcome 18."
    if also:
        both = (without or 0) + also
        said += f" Outcome 14 has none either, by its official name: both are {both} of {total}, "
        said += f"{share_text(both, total)}."
    return [Note("explanation", f"{said} 95%: Wilson's interval.")]


def _largest(long: Table, total: int) -> str:
    """The outcome or group with the most offences, in a sentence."""
    counts: dict[str, int] = {}
    for row in long.rows:
        label = row["stated_label"] or row["group"] or "no official group"
        counts[label] = counts.get(label, 0) + (row["offences"] or 0)
    label = max(counts, key=lambda own: counts[own])
    return f"{counts[label]} of {total} ended in '{label}': {share_text(counts[label], total)}."


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
    several = len(years) > 1
    unbroken = several and all(after - before == 1 for before, after in pairwise(years))
    return (
        head,
        *(DisplayColumn(str(year), str(year), "count") for year in years if several),
        DisplayColumn("total", "All" if several else "Offences", "count"),
        DisplayColumn("share", "Share", "share"),
        DisplayColumn("limits", "95%", "number", optional=several),
        *((DisplayColumn("trend", "Trend", "trend", optional=True),) if unbroken else ()),
    )


def _block(members: list[Row], head: str, years: list[int], *, whole: bool) -> list[Row]:
    totals = {row["year"]: row["year_total"] for row in members}
    offences, every = offences_of(members), _all_years(members)
    lines: dict[str, dict[int, int | None]] = {}
    printed: dict[str, int | None] = {}
    marks: dict[str, dict[str, str]] = {}
    for row in members:
        label = row[head] or "No official group"
        lines.setdefault(label, {})[row["year"]] = row["offences"]
        printed[label] = row["label_total"] if every else None
        if row["mark"] is not None:
            marks.setdefault(label, {})[str(row["year"])] = row["mark"]
    top = max((total for total in totals.values() if total is not None), default=0)
    rows = [
        _line(label, counts, years, offences, top, printed[label]) | marks.get(label, {})
        for label, counts in lines.items()
    ]
    for row in rows:
        if row["total"] is None and len(years) == 1:
            row["total"] = row[str(years[0])]
    if not whole:
        return rows
    most = max((row["total"] for row in rows if isinstance(row["total"], int)), default=0)
    for row in rows:
        row["strong"] = len(rows) > 1 and row["total"] == most > 0
    last = _line("Total", totals, years, offences, top, offences)
    rows.append(last | {"strong": True, "limits": None})
    if any(after - before == 1 for before, after in pairwise(sorted(totals))):
        rows.append(_changes("Change on the year before", totals, years))
    return rows


def _line(
    label: str,
    counts: Mapping[int, int | None],
    years: list[int],
    whole: int | None,
    top: int,
    printed: int | None = None,
) -> dict[str, Any]:
    total = added(counts.get(year, 0) for year in years) if printed is None else printed
    row: dict[str, Any] = {"label": label, "total": total, "share": exact_share(total, whole)}
    row |= {str(year): counts.get(year) for year in years}
    row["limits"] = limits_text(total, whole)
    row["trend"] = ([counts.get(year) for year in years], top)
    return row


def _difference(counts: Mapping[int, int | None], before: int, after: int) -> str | None:
    """The change from a year to the next; None where a year between them is missing."""
    first, last = counts.get(before), counts.get(after)
    if after - before != 1 or first is None or last is None:
        return None
    difference = last - first
    return f"{difference:+d}" if difference else "0"


def _changes(label: str, totals: Mapping[int, int | None], years: list[int]) -> dict[str, Any]:
    row: dict[str, Any] = {"label": label}
    for before, after in pairwise(years):
        row[str(after)] = _difference(totals, before, after)
    return row


def _changes_by_chance(long: Table, years: list[int]) -> list[Note]:
    """Which changes of the totals could be chance, for one document and force."""
    totals = {row["year"]: row["year_total"] for row in long.rows}
    pairs = list(dict.fromkeys([*_adjoining(years), (years[0], years[-1])]))
    chance, more = [], []
    for before, after in pairs:
        if before == after or not totals[before] or totals[after] is None:
            continue
        p = equal_rates(totals[before], totals[after])
        change = whole_percent(totals[after] - totals[before], totals[before])
        text = f"{totals[before]} to {totals[after]}"
        if p < LEVEL:
            more.append(f"{text} ({change:+}%, {p_value(p)})")
        elif (before, after) in (pairs[-1], (years[-2], years[-1])):
            chance.append(f"{text} ({change:+}%, {p_value(p)})")
    found = []
    if chance:
        found.append(Note("change", f"Could be chance: {', '.join(chance)}."))
    if more:
        found.append(Note("change", f"More than chance: {', '.join(more)}."))
    return found


def _adjoining(years: list[int]) -> Iterator[tuple[int, int]]:
    return ((before, after) for before, after in pairwise(years) if after - before == 1)


def chart(long: Table) -> list[Chart]:
    """Stacked bars of the offences of each year, a part for each outcome or group."""
    charts = []
    for own in by_force(long):
        labels = list(dict.fromkeys(row["stated_label"] or row["group"] or "-" for row in own))
        years = sorted({row["year"] for row in own})
        counts = {
            (row["year"], row["stated_label"] or row["group"] or "-"): row["offences"] or 0
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
