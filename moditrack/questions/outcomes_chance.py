"""Whether changes of outcomes could be chance: in the answer for people, and in notes below it."""

from __future__ import annotations

from moditrack.chance import LEVEL, chance_in_words, dispersion, equal_rates, p_value
from moditrack.questions.outcome_blocks import adds_up, compared, period_word, periods, totals
from moditrack.questions.shares_with_intervals import whole_percent
from moditrack.tables import Note, Row


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
