"""Outcomes for people: the answer, periods side by side, shares, which changes could be chance."""

from __future__ import annotations

from collections import Counter

from moditrack.chance import LEVEL, chance_in_words, dispersion, equal_rates, p_value
from moditrack.charts_and_graphs import Chart
from moditrack.citations import source_note
from moditrack.counting import counted
from moditrack.questions.cautions import counted_cautions
from moditrack.questions.grouping import by_force
from moditrack.questions.outcome_blocks import (
    CHARGED,
    NO_GROUP,
    NO_SUSPECT,
    NO_SUSPECT_EITHER,
    adds_up,
    as_printed,
    block,
    compared,
    offences_of,
    period_word,
    periods,
    span,
    steps,
    summed_up,
    totals,
)
from moditrack.questions.shares_with_intervals import share_text, whole_percent
from moditrack.tables import Display, DisplayColumn, Note, Row, Table


def by_year(long: Table) -> list[Table]:
    """The tables for people, one for each document, force and kind of period, with a row for each
    outcome.

    Several periods become columns, with totals, shares and the change on the one before. Without
    all outcomes of a period there is no row of totals.
    """
    blocks = by_force(long)
    return [_view(long, own, only=len(blocks) == 1) for own in blocks] or [long]


def _view(long: Table, rows: list[Row], *, only: bool) -> Table:
    by, whole = "".join(long.filters.get("by", [])), "codes" not in long.filters
    head = "group" if by == "group" else "stated_label"
    title = f"{long.title}, {rows[0]['force_name']}, {span(rows)}"
    own = long if only else long.part(rows)
    chosen = whole and "years" in long.filters and change_by_chance(rows)
    return Table(
        title if only else f"{title}, {rows[0]['document']}",
        (),
        block(rows, head, whole=whole),
        display=Display(
            _columns(rows, by), totals=whole + (whole and bool(compared(rows))), strong="strong"
        ),
        heading=lambda own: f"{own.title}{_number(rows, whole=whole)}",
        answer=lambda _: answer(rows, whole=whole, grouped=by == "group"),
        notes=lambda _: [
            *(changes_by_chance(rows) if whole else []),
            *counted_cautions(map(_of_chosen, own.notes) if chosen else own.notes),
            *_not_added(rows),
            *(_explained(rows) if whole else []),
            source_note(own.sources),
        ],
    )


def _of_chosen(note: Note) -> Note:
    said = f"The test does not allow for the choice of 2 years; {note[0].lower()}{note[1:]}"
    return Note(note.kind, said) if note.kind == "small-counts" else note


def _number(rows: list[Row], *, whole: bool) -> str:
    """How many offences there are, behind a title, where there is one number of all periods."""
    if len(summed_up(rows)) != len(rows):
        return ""
    number = offences_of(rows) if whole else sum(_counts(rows)[0].values())
    return "" if number is None else f": {number}"


def answer(own: list[Row], *, whole: bool = True, grouped: bool = False) -> str:
    """How the offences of one force ended, in a sentence. Groups have no rows of codes to count."""
    rows = summed_up(own)
    counts, total = _counts(rows)
    if not any(counts.values()) or not total:
        return ""
    when = "" if len(rows) == len(own) else f"{rows[0]['period']}: "
    if not whole:
        part = sum(counts.values())
        return f"{when}{part} of all {counted(total, 'offence')}: {share_text(part, total)}."
    without = counts.get(NO_SUSPECT)
    if not without:
        return f"{when}{change_by_chance(own)}{_largest(rows, total)}"
    said = [f"{without} of {total} had no suspect, {share_text(without, total)}"]
    if (also := counts.get(NO_SUSPECT_EITHER)) and not grouped:  # in one line of a small screen
        both = without + also
        said.append(f"{both} counting code {NO_SUSPECT_EITHER}, {whole_percent(both, total)}%")
    if counts.get(CHARGED) or (CHARGED in counts and not _unknown(rows, CHARGED)):
        said.append(f"{counts[CHARGED] or 'none'} charged")
    return f"{when}{change_by_chance(own)}{'; '.join(said)}."


def _unknown(rows: list[Row], code: str) -> bool:
    """Whether a period has no number for a code."""
    codes = (row.get("codes", {row["code"]: row["offences"]}) for row in rows)
    return any(own.get(code, 0) is None for own in codes)


def _counts(rows: list[Row]) -> tuple[dict[str | None, int], int]:
    """The offences of each outcome code, and of all outcomes."""
    counts: dict[str | None, int] = {}
    for row in rows:
        for code, offences in row.get("codes", {row["code"]: row["offences"]}).items():
            counts[code] = counts.get(code, 0) + (offences or 0)
    if as_printed(rows):
        for row in rows:
            if row["label_total"] is not None and "codes" not in row:
                counts[row["code"]] = row["label_total"]
    return counts, offences_of(rows) or 0


def _explained(own: list[Row]) -> list[Note]:
    """Which outcomes the answer counts, and the share of both."""
    counts, total = _counts(summed_up(own))
    without, also = counts.get(NO_SUSPECT), counts.get(NO_SUSPECT_EITHER)
    if not total or not (without or also):
        return []
    said = f"No suspect identified: outcome {NO_SUSPECT}."
    if also:
        both = (without or 0) + also
        said += f" Outcome {NO_SUSPECT_EITHER} has none either, by its official name: both are"
        said += f" {both} of {total}, {share_text(both, total)}."
    return [Note("further", f"{said} 95%: Wilson's interval.")]


def _not_added(own: list[Row]) -> list[Note]:
    """That the periods of a block have no total, where none is printed."""
    said = f"No total of these {period_word(own)}s is printed, and none is made."
    return [] if len(summed_up(own)) == len(own) else [Note("explanation", said)]


def _largest(rows: list[Row], total: int) -> str:
    """The outcome or group with the most offences, in a sentence."""
    counts = Counter[str]()
    for row in rows:
        counts[row["stated_label"] or row["group"] or "no official group"] += row["offences"] or 0
    ((label, most),) = counts.most_common(1)
    return f"{most} of {total} ended in '{label}': {share_text(most, total)}."


def _columns(rows: list[Row], by: str) -> tuple[DisplayColumn, ...]:
    head = DisplayColumn("label", "Official group" if by == "group" else "Outcome, as printed")
    own = periods(rows)
    several = len(own) > 1
    unbroken = several and len(steps(rows)) == len(own) - 1
    in_sum = (
        DisplayColumn("total", "All" if several else "Offences", "count"),
        DisplayColumn("share", "Share", "share"),
        DisplayColumn("limits", "95%", "number", optional=several),
    )
    return (
        head,
        *(DisplayColumn(label, label, "count") for label in own if several),
        *(in_sum if len(summed_up(rows)) == len(rows) else ()),
        *((DisplayColumn("trend", "Trend", "trend", optional=True),) if unbroken else ()),
    )


def _label(row: Row) -> str:
    return str(row["stated_label"] or row["group"] or NO_GROUP)


def chart(long: Table) -> list[Chart]:
    """Stacked bars of the offences of each period, a part for each outcome or group; a chart for
    each document, force and kind of period."""
    charts = []
    for own in by_force(long):
        labels = list(dict.fromkeys(map(_label, own)))
        counts = {(row["period"], _label(row)): row["offences"] or 0 for row in own}
        rows = tuple(
            (period, tuple(float(counts.get((period, label), 0)) for label in labels))
            for period in periods(own)
        )
        title = f"Offences by {period_word(own)} and outcome ({own[0]['document']})"
        charts.append(Chart(title, "stacked", tuple(labels), rows))
    return charts


def change_by_chance(rows: list[Row]) -> str:
    """Of two periods, the change, and whether it could be chance; where others are between them,
    with their names."""
    pairs, own = compared(rows), totals(rows)
    if len(own) != 2 or rows[0]["series"] == "period" or not (pairs or adds_up(rows)):
        return ""
    first, last = own.values()
    if first is None or last is None or not first + last:
        return ""
    p = equal_rates(first, last)
    change = f"{last - first:+}{f' ({whole_percent(last - first, first):+}%)' if first else ''}"
    between = "" if pairs else f"{' to '.join(own)}: "
    return f"{between}{first} to {last}, {change}: {chance_in_words(p)} ({p_value(p)}). "


def changes_by_chance(rows: list[Row]) -> list[Note]:
    """Which changes of the totals could be chance, and which are more: in a line of a small screen,
    so without percentages where there are both. The answer has the only change of two periods."""
    own, labels = totals(rows), periods(rows)
    if rows[0]["series"] == "period" or change_by_chance(rows):
        return []
    ends = [(labels[0], labels[-1])] if adds_up(rows) else []  # those that overlap share offences
    pairs = list(dict.fromkeys([*compared(rows), *ends]))
    said: dict[bool, list[str]] = {}
    percents: dict[bool, list[str]] = {}
    for before, after in pairs:
        first, last = own[before], own[after]
        if before == after or not first or last is None:
            continue
        p = equal_rates(first, last)
        if p < LEVEL or (before, after) in (pairs[-1], tuple(labels[-2:])):
            could, change = p >= LEVEL, whole_percent(last - first, first)
            said.setdefault(could, []).append(f"{first} to {last} ({p_value(p)})")
            percents.setdefault(could, []).append(f"{first} to {last} ({change:+}%, {p_value(p)})")
    if len(said) == 2:
        more = ", ".join(said[False]).replace("p = ", "")
        notes = [Note("change", f"Could be chance: {', '.join(said[True])}; not {more}.")]
    else:
        words = {True: "Could be chance", False: "More than chance"}
        notes = [
            Note("change", f"{words[could]}: {', '.join(own)}.") for could, own in percents.items()
        ]
    return [*notes, *(_together(rows) if True in said else [])]


def _together(rows: list[Row]) -> list[Note]:
    """That periods differ more than chance allows if they are tested together, not two by two."""
    counts = list(totals(rows).values())
    known = [count for count in counts if count is not None]
    if len(counts) < 3 or len(known) < len(counts) or not any(known):
        return []
    *_, p = dispersion(known)
    if p >= LEVEL:
        return []
    all_of_them = f"the {len(counts)} together differ more than chance allows ({p_value(p)})"
    return [Note("further", f"Each test is of two {period_word(rows)}s; {all_of_them}.")]
