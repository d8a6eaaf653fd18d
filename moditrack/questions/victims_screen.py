"""Victims for people: the answer (under 18, the median age), the sexes side by side, a chart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from moditrack.charts_and_graphs import Chart
from moditrack.citations import source_note, sources_of
from moditrack.counting import counted
from moditrack.questions.cautions import counted_cautions
from moditrack.questions.grouping import by_force
from moditrack.questions.inferred_star import STAR, star_notes, starred
from moditrack.questions.shares_with_intervals import (
    added,
    among_known,
    exact_share,
    interval_text,
    most_of_known,
    share_text,
)
from moditrack.tables import Display, DisplayColumn, Note, Row, Table


def by_category(long: Table) -> list[Table]:
    """The views for people: categories as rows and sexes as columns. One table for each document,
    force, period and characteristic; or one for both characteristics of the same victims."""
    views = []
    blocks = by_force(long)
    for rows in blocks:
        own = _tables(rows, only=len(blocks) == 1)
        if len(own) == 2 and _same_victims(own):
            own = [_both(own, rows)]
        if len(own) == 1:
            own[0].find_answer = partial(_answer, rows)
        own[-1].notes += counted_cautions(long.part(rows).notes)
        views += own
    return views


def _tables(rows: Sequence[Row], *, only: bool) -> list[Table]:
    """A table for each characteristic of the rows of one document, force and period. A period that
    is inferred is in the title unless they are alone."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["characteristic"], []).append(row)
    return [_block(own, only=only) for own in found.values()]


def _same_victims(views: list[Table]) -> bool:
    """Whether tables have the same totals, and so can share a row of them."""
    one, other = (view.rows[-1] for view in views)
    return one == other and views[0].title.partition(",")[2] == views[1].title.partition(",")[2]


def _both(views: list[Table], members: Sequence[Row]) -> Table:
    """Both tables of the same victims as one, with what divides them in front."""
    rows = [
        row | {"by": view.display.columns[0].heading.partition(",")[0]}
        for view in views
        for row in view.rows[:-1]
    ]
    first = views[0]
    columns = (
        DisplayColumn("by", "By"),
        DisplayColumn("category", "As printed"),
        *first.display.columns[1:],
    )
    sources = sources_of(members)
    notes = [*(note for note in first.notes if note.kind != "source"), source_note(sources)]
    return Table(
        f"{_whose(members)},{first.title.partition(',')[2]}: {first.rows[-1]['total']}",
        (),
        [*rows, first.rows[-1] | {"by": "Total", "category": None}],
        display=Display(columns, totals=1, strong="strong"),
        notes=lambda _: notes,
    )


def _whose(members: Sequence[Row]) -> str:
    """Victims, or those of the one sex that is asked for."""
    (sex, *others) = {row["sex"] for row in members}
    return "Victims" if others or not sex else " ".join((sex.title(), "victims"))


def _answer(rows: Sequence[Row], _: Table) -> str:
    """Who most of the same victims are, by each characteristic."""
    first = rows[0]["characteristic"]
    sexes: dict[str | None, int] = {}
    groups: dict[str, dict[str, int]] = {}
    both = len({row["sex"] for row in rows}) > 1
    for row in rows:
        victims = row["victims"] or 0
        if row["characteristic"] == first:
            sexes[row["sex"]] = sexes.get(row["sex"], 0) + victims
        own = groups.setdefault(row["characteristic"], {})
        own[row["category"]] = own.get(row["category"], 0) + victims
    for row in rows:  # as printed, where it is
        if row["characteristic"] == first and row["sex_total"] is not None:
            sexes[row["sex"]] = row["sex_total"]
        if both and row["category_total"] is not None:
            groups[row["characteristic"]][row["category"]] = row["category_total"]
    total = (rows[0]["table_total"] if both else None) or sum(sexes.values())
    if not total:
        return ""
    sex = max(filter(None, sexes), key=lambda own: sexes[own], default="")
    largest = " and ".join(
        f"{name} ({own[name]})"
        for own in groups.values()
        for name in [max(own, key=lambda one: own[one])]
    )
    known = most_of_known(groups[first]) if len(groups) == 1 else None
    if known and sum(groups[first].values()) == rows[0]["table_total"]:
        name, part, whole = known
        return (
            f"{part} of {total} are {name}, {share_text(part, total)}; of the {whole} that are"
            f" known, {share_text(part, whole)}."
        )
    most = ""
    if sex and len(sexes) > 1:
        most = f"{sexes[sex]} of {total} are {sex}, {share_text(sexes[sex], total)}."
    elif sex and (whole := rows[0]["table_total"]):
        most = f"{total} of {whole} are {sex}, {share_text(total, whole)}; shares are of {whole}."
    said = f"{most} Largest group{'' if len(groups) == 1 else 's'}: {largest}."
    return f"{said} {ages_text(groups.get('age', {}), total)}".strip()


def _block(members: list[Row], *, only: bool) -> Table:
    first = members[0]
    sexes = list(dict.fromkeys(row["sex"] for row in members))
    whole = first["table_total"]
    both = len(sexes) > 1
    counts: dict[str, dict[str | None, int | None]] = {}
    rows: dict[str, Row] = {}
    totals: dict[str | None, int | None] = {}
    for member in members:
        category, sex = member["category"], member["sex"]
        counts.setdefault(category, {})[sex] = member["victims"]
        row = rows.setdefault(category, {"category": category})
        row[_key(sex)] = member["mark"] if member["victims"] is None else member["victims"]
        row["total"] = member["category_total"] if both else None
        totals[sex] = member["sex_total"]
    for category, row in rows.items():
        if row["total"] is None:
            row["total"] = added(counts[category].values())
    last: Row = {"category": "Total"}
    for sex in sexes:
        summed = added(own.get(sex, 0) for own in counts.values())
        last[_key(sex)] = summed if totals[sex] is None else totals[sex]
    last["total"] = whole if both else last[_key(sexes[0])]
    listed = [*rows.values(), last]
    most = max((row["total"] for row in rows.values() if row["total"] is not None), default=0)
    for row in listed:
        row["share"] = exact_share(row["total"], whole)
    for row in rows.values():
        row["limits"] = interval_text(row["total"], whole)
        row["strong"] = row["total"] == most > 0
    heading = {"age": "Age", "ethnicity": "Ethnicity, as printed"}[first["characteristic"]]
    unsaid = "Sex not said" if both else "Victims"
    share = "Share" if last["total"] == whole or not whole else f"Share of {whole}"
    columns = (
        DisplayColumn("category", heading),
        *(DisplayColumn(_key(sex), sex.title() if sex else unsaid, "count") for sex in sexes),
        *((DisplayColumn("total", "Victims", "count"),) if len(sexes) > 1 else ()),
        DisplayColumn("share", share, "share"),
        DisplayColumn("limits", "95%", "number"),
    )
    of_all = f"Shares of all {counted(whole, 'victim')}; 95%: Wilson's interval." if whole else ""
    inferred = first["period_inferred"]
    when = None if only and inferred else first["series"] and starred(first["series"], inferred)
    groups = {name: row["total"] for name, row in rows.items()} if last["total"] == whole else {}
    notes = [
        *star_notes([STAR in (when or "")]),
        *(Note("explanation", text) for text in (among_known(groups), of_all) if text),
        source_note([first["sources"][0]]),
    ]
    place = ", ".join(filter(None, (first["force_name"], when, first["document"])))
    title, number = f"Victims by {first['characteristic']}, {place}", last["total"]
    return Table(
        title,
        (),
        listed,
        display=Display(columns, totals=1, strong="strong"),
        notes=lambda _: notes,
        heading=lambda _: title if number is None else f"{title}: {number}",
    )


def _number(text: object) -> float:
    """A count that is shown, as a length; a mark has none."""
    return float(text) if isinstance(text, int) else 0.0


def _key(sex: str | None) -> str:
    """The key of the column of a sex; of victims whose sex is not said."""
    return sex or "victims"


def chart(long: Table) -> list[Chart]:
    """A pyramid of the victims by age and sex, and bars of those by ethnicity."""
    charts, blocks = [], by_force(long)
    for view in (own for rows in blocks for own in _tables(rows, only=len(blocks) == 1)):
        *rows, _ = view.rows
        keys = {column.key for column in view.display.columns}
        sexes = tuple(sex for sex in ("female", "male", "victims") if sex in keys)
        pyramid = "by age" in view.title and sexes == ("female", "male")
        values = tuple(
            (row["category"], tuple(_number(row.get(sex)) for sex in sexes)) for row in rows
        )
        charts.append(Chart(view.title, "pyramid" if pyramid else "stacked", sexes, values))
    return charts


_BAND = re.compile(
    r"(?P<first>\d+)\s*(?:-|\u2013|to)\s*(?P<last>\d+)"
    r"|(?:under|below|<)\s*(?P<under>\d+)"
    r"|(?:over|\+|>)\s*(?P<over>\d+)|(?P<least>\d+)\s*(?:\+|and over|or over|and above|or more)",
    re.IGNORECASE,
)
_ADULT = 18


def ages_text(victims: Mapping[str, int], total: int) -> str:
    """How many are under 18 where a band ends there, and in which band the middle one of all is.

    Nothing is said where the bands are not all read, or have not all of the victims.
    """
    bands = [(_ages(label), label, number) for label, number in victims.items()]
    ages = [(own, label, number) for own, label, number in bands if own]
    if len(ages) < max(len(bands), 2) or sum(victims.values()) != total:
        return ""
    ages.sort(key=lambda band: band[0])
    apart = all(one[0][1] < other[0][0] for one, other in pairwise(ages))
    if not apart:
        return ""
    said = []
    if all(last < _ADULT or first >= _ADULT for (first, last), _, _ in ages):
        young = sum(number for (_, last), _, number in ages if last < _ADULT)
        said.append(f"{young} {'is' if young == 1 else 'are'} under {_ADULT}")
    before = 0
    for _, label, number in ages if len(ages) > 2 else []:  # of two it says no more
        if 2 * before < total < 2 * (before + number):
            said.append(f"median in {label}")
        before += number
    return f"{'; '.join(said)}." if said else ""


def _ages(label: str) -> tuple[float, float] | None:
    """The first and last age of a band, as it is printed."""
    band = _BAND.fullmatch(label.strip())
    if band is None:
        return None
    if band["first"]:
        return float(band["first"]), float(band["last"])
    if band["under"]:
        return 0, float(band["under"]) - 1
    return (float(band["over"]) + 1 if band["over"] else float(band["least"])), float("inf")
