"""--year and the like: the periods that a user asks for, among those that a view has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from moditrack.errors import InputError
from moditrack.tables import Connection

Days = tuple[str, str]


def is_year(text: str) -> bool:
    """Whether a text is a calendar year."""
    return re.fullmatch("[0-9]{4}", text) is not None


def bound(side: int) -> Callable[[Connection, str], str]:
    """What reads the first (0) or last (1) day of the period that bounds a range."""
    return lambda connection, given: days_of(connection, given)[side]


def days_of(connection: Connection, given: object) -> Days:
    """The first and last day of a period: of one that is shown under this label; else of one as
    reports print it, or as the records write it. Raises InputError for anything else."""
    text = str(given).strip()
    if is_year(text):
        return f"{text}-01-01", f"{text}-12-31"
    found = connection.execute(
        "SELECT period_start, period_end FROM outcome WHERE lower(period) = lower(?) LIMIT 1",
        (text,),
    ).fetchone()
    if found is not None:
        return str(found[0]), str(found[1])
    from moditrack.questions.typed_periods import typed_period

    try:
        first, last = typed_period(text)
        if first is None or last is None:
            raise ValueError
    except ValueError:
        message = f"'{text}' is not a year: write it like 2023, 2022/23 or Q1 2023."
        raise InputError(message) from None
    return first, last


def labels(
    connection: Connection, given: Mapping[str, Any], known: Mapping[Days, Collection[str]]
) -> list[str]:
    """The labels of the years asked for, where `known` has the labels of each period in the data.

    Raises InputError for a year, or an end of a range, that is not in the data, and for a range
    without a period, or without any of the years.
    """
    named = ", ".join(label for days in sorted(known) for label in known[days])
    years = all(label[:4].isdigit() for own in known.values() for label in own)
    listed = f"the {'years' if years else 'periods'} are {named}."
    asked = {days_of(connection, year): year for year in _several(given.get("years"))}
    low, high = "", "~"
    for key in ("first", "last"):
        if (end := given.get(key)) is not None:
            days = days_of(connection, end)
            if not any(_within(own, *days) for own in known):
                raise InputError(f"There are no outcomes for {end}: {listed}")
            low, high = (days[0], high) if key == "first" else (low, days[1])
    for days, year in asked.items():
        if days not in known:
            raise InputError(f"There are no outcomes for {year}: {listed}")
    kept = [days for days in known if _within(days, low, high)]
    if not kept:
        raise InputError(f"No period is within that range: {listed}")
    if asked and not any(days in kept for days in asked):
        raise InputError("No --year lies between --from and --to: widen the range.")
    return [label for days in asked for label in known[days]]


def _within(days: Days, first: str, last: str) -> bool:
    return first <= days[0] and days[1] <= last


def _several(given: Any) -> Iterable[Any]:
    if given is None:
        return ()
    return given if isinstance(given, (list, tuple, set)) else (given,)
