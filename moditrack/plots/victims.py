"""The pictures of victims: a pyramid by age and sex, bars by ethnicity."""

from __future__ import annotations

from functools import partial
from typing import Any

import altair as alt

from moditrack.plots.drawings import Drawing
from moditrack.plots.theme import (
    INK,
    SEXES,
    WIDTH,
    forces,
    label_axis,
    panels,
    step,
    text_colour,
    values,
    wrapped,
)  # fmt: skip
from moditrack.questions.grouping import by_force
from moditrack.tables import Row, Table

_LABELS = 84
_AGES, _COUNT = 60, 16
"""The pixels of the age bands between the halves, and of a count beside its bar."""
_UNSAID = "sex not said"
_COLOURS = {"female": SEXES[0], "male": SEXES[1], _UNSAID: "#c9c9c9"}


def by_age(table: Table, width: int = WIDTH) -> Drawing:
    """A pyramid: age bands from young (bottom) to old, female left and male right."""
    return _drawing(table, partial(_ages, width=width), "age", " in each age band, as printed")


def _drawing(table: Table, draw: Any, by: str, how: str, left: int = 0) -> Drawing:
    and_sex = " and sex" if any(row["sex"] for row in table.rows) else ""
    what = f"Victims of modern slavery and human trafficking by {by}{and_sex}, {forces(table)}"
    return Drawing(
        panels(table, draw, _period), table, title=what,
        subtitle=f"Number of victims{how}", values_in_words=_values_in_words(table), left=left,
    )  # fmt: skip


def _period(rows: list[Row]) -> str:
    return str(rows[0]["series"] or "")


def _ages(own: list[Row], width: int) -> Any:
    """A pyramid, or bars where the table does not say of which sex the victims are."""
    draw = _pyramid if all(row["sex"] for row in own) else _bars
    return draw(own, width)


def _pyramid(own: list[Row], width: int) -> Any:
    ages = list(dict.fromkeys(row["category"] for row in own))[::-1]
    most = max(row["victims"] or 0 for row in own)
    female, male = (
        _half(own, sex, ages, most, (width - _AGES) // 2, left=left)
        for sex, left in (("female", True), ("male", False))
    )
    middle = (
        alt.Chart(values([{"category": age} for age in ages]))
        .mark_text(fontSize=12, color=INK)
        .encode(y=alt.Y("category:N", sort=ages, axis=None), text="category:N")
        .properties(width=_AGES - 8, height=alt.Step(32), title=alt.TitleParams("Age", fontSize=12))
    )
    return alt.hconcat(female, middle, male, spacing=4)


def _half(own: list[Row], sex: str, ages: list[str], most: int, width: int, *, left: bool) -> Any:
    rows = [
        {"category": row["category"], "victims": row["victims"] or 0}
        for row in own
        if row["sex"] == sex
    ]
    total = sum(row["victims"] for row in rows)
    base = alt.Chart(values(rows)).encode(
        x=alt.X(
            "victims:Q",
            title=None,
            scale=alt.Scale(
                domain=[0, (most or 1) * width / (width - _COUNT)], reverse=left, nice=False
            ),
            axis=None,
        ),
        y=alt.Y("category:N", sort=ages, axis=None),
    )
    texts = base.mark_text(
        align="right" if left else "left", dx=-4 if left else 4, fontSize=12, color=INK
    ).encode(text="victims:Q")
    return (base.mark_bar(color=_COLOURS[sex]) + texts).properties(
        width=width,
        height=alt.Step(32),
        title=alt.TitleParams(
            f"{sex.title()} ({total})", fontSize=13, anchor="end" if left else "start"
        ),
    )


def by_ethnicity(table: Table, width: int = WIDTH) -> Drawing:
    """Bars by ethnicity as printed, with a part for each sex."""
    how = ", with the names of the groups as printed"
    return _drawing(table, partial(_bars, width=width), "ethnicity", how, _LABELS)


def _bars(own: list[Row], width: int) -> Any:
    sums: dict[str, int] = {}
    bars_data = []
    for row in own:
        name = wrapped(row["category"], 11)
        below = sums.get(name, 0)
        sums[name] = below + (row["victims"] or 0)
        bars_data.append(
            {
                "category": name,
                "sex": row["sex"] or _UNSAID,
                "from": below,
                "to": sums[name],
                "middle": (below + sums[name]) / 2,
                "text": str(row["victims"]) if row["victims"] else "",
                "ink": text_colour(_COLOURS[row["sex"] or _UNSAID]),
            }
        )
    most = max(sums.values()) or 1
    sexes = [sex for sex in _COLOURS if sex in {row["sex"] for row in bars_data}]
    y = alt.Y(
        "category:N",
        sort=list(sums),
        title=None,
        axis=label_axis(_LABELS, ticks=False, domain=False),
    )
    parts = alt.Chart(values(bars_data))
    bars = parts.mark_bar(stroke="white", strokeWidth=1.5).encode(
        x=alt.X("from:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most], nice=False)),
        x2="to:Q",
        y=y,
        color=alt.Color(
            "sex:N",
            title=None,
            scale=alt.Scale(domain=sexes, range=[_COLOURS[sex] for sex in sexes]),
            legend=alt.Legend(orient="top", symbolSize=160, symbolStrokeWidth=0),
        ),
    )
    counts = parts.mark_text(fontSize=12).encode(
        x="middle:Q", y=y, text="text:N", color=alt.Color("ink:N", scale=None)
    )
    totals = (
        alt.Chart(values([{"category": name, "total": total} for name, total in sums.items()]))
        .mark_text(align="left", dx=5, fontSize=12, fontWeight="bold", color=INK)
        .encode(x="total:Q", y=y, text="total:Q")
    )
    return (bars + counts + totals).properties(
        width=width - _LABELS - 30, height=step(list(sums), 34)
    )


def _values_in_words(table: Table) -> list[str]:
    """The counts in words, by document and force."""
    return [
        f"{' '.join(filter(None, (row['category'], row['sex'])))}: {row['victims']}"
        for rows in by_force(table)
        for row in rows
        if row["victims"]
    ]
