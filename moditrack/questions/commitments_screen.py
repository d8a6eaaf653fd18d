"""Commitments for people: what became of those of each report, each under its state, the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from moditrack.citations import first_of
from moditrack.questions.commitments import COMMITMENTS, DISPLAY, IN_WORDS, SILENT
from moditrack.questions.grouping import under_headings
from moditrack.questions.inferred_star import due_text
from moditrack.tables import Column, Connection, Display, DisplayColumn, Row, Table

_FEWEST, _MOST = 2, 12
"""Fewer reports or states need no overview; of more reports there is none."""
_MAKERS = 2
"""At most this many who make commitments are named in the answer."""
_LONG = 12
"""So many commitments fill a screen."""
_STATES = {
    SILENT: "Not mentioned",
    "reported-not-met": "Not met",
    "not-yet-due": "Due later",
    "reported-partly": "Taken up in part",
    "reported-met": "Met",
    "no-later-document": "No later one",
}
"""The heading of each state, in the order of the list."""
_FIRST = (
    "reported-not-met",
    "not-mentioned-again",
    "not-yet-due",
    "reported-partly",
    "reported-met",
    "no-later-document",
)
"""The states in the order in which people see them: what is open first."""
_NAMED = 3
"""More silent documents than these are counted."""
_BY_STATE = (
    DisplayColumn("with_later", "Commitment (by whom)", "items"),
    DisplayColumn("due_text", "Due", "unbroken"),
    DisplayColumn("sources", "Source", "list"),
)
_BY_SILENCE = (
    f"CASE WHEN state = '{SILENT}' THEN -json_array_length(not_mentioned_in) END,"
    f" CASE state WHEN '{SILENT}' THEN iif(json_array_length(not_mentioned_in) > {_NAMED}, NULL,"
    " not_mentioned_in) WHEN 'not-yet-due' THEN force_name END"
)
_FEW_SILENT = {
    "not_mentioned_in": f"iif(json_array_length(not_mentioned_in) > {_NAMED}, '[]',"
    " not_mentioned_in)",
    "silent": "json_array_length(not_mentioned_in)",
}
"""Many documents are counted alone: at 10,000, hundreds for each commitment took 400 MiB."""


def commitments_with_overview(connection: Connection, **filters: Any) -> list[Table]:
    """The list, below an overview where it is long and of several reports."""
    listed = commitments_by_state(connection, **filters)
    if len(listed) < _LONG:
        return [listed]
    rows = overview(listed)
    states = {state: head for state, head in _STATES.items() if any(row[state] for row in rows)}
    if not _FEWEST <= len(rows) <= _MOST or len(states) < _FEWEST:
        return [listed]
    heading = listed.find_heading
    columns = (
        DisplayColumn("report", "Made in", "unbroken"),
        DisplayColumn("all", "All", "whole"),
        *(DisplayColumn(state, head, "count") for state, head in states.items()),
        DisplayColumn("due", "Dated", "count", optional=True),
    )
    top = Table(
        listed.title,
        (),
        rows,
        display=Display(columns),
        heading=heading and (lambda _: heading(listed)),
        answer=lambda _: _answer(rows, listed),
    )
    listed.find_heading, listed.find_answer = lambda _: "What became of each", None
    return [top, listed]


def _answer(rows: list[Row], listed: Table) -> str:
    """What is open, as the rows have the rest."""
    sums = {state: sum(row[state] for row in rows) for state in _STATES}
    silent, late = sums[SILENT], sums["reported-not-met"]
    later = len(listed) - sums["not-yet-due"] - sums["no-later-document"]
    whole = str(later)
    if later < len(listed):
        whole = f"the {later} that a later document could report on"
    due = sum(row["state"] == SILENT and row["due"] is not None for row in listed.rows)
    said = [f"{late} of {whole} are reported not met"] if late else []
    said += [f"{silent} of {whole} are not mentioned again"] if silent else []
    dated = f", {due} of which {'was' if due == 1 else 'were'} due by a date" if due else ""
    states = f"{'; '.join(said)}{dated}{' (--due)' * bool(dated)}." if said else ""
    return f"{states} {_by_whom(listed)}".strip()


def _by_whom(listed: Table) -> str:
    """Who makes most of the commitments, and of how many no document says by whom."""
    makers = Counter(name.partition(" (")[0] for row in listed.rows for name in row["by_names"])
    none = sum(not row["by_names"] for row in listed.rows)
    most = ", ".join(f"{name} ({number})" for name, number in makers.most_common(_MAKERS))
    by = [f"By {most}{', others' * (len(makers) > _MAKERS)}"] if makers else []
    by += [f"{none} {'does' if none == 1 else 'do'} not say"] if none else []
    return f"{'; '.join(by)}."


def overview(table: Table) -> list[Row]:
    """A row for each report, in the order of their dates."""
    found: dict[str, Row] = {}
    for row in table.rows:
        none = dict.fromkeys(_STATES, 0)
        own = found.setdefault(
            row["made_in"],
            {"report": row["made_in"], "on": row["made_on"], "all": 0, "due": 0} | none,
        )
        own["all"] += 1
        own["due"] += row["due"] is not None
        own[row["state"]] += 1
    return sorted(found.values(), key=lambda own: (own["on"], own["report"]))


def commitments_by_state(connection: Connection, /, **filters: Any) -> Table:
    """The same under what became of them, for people, first what was due by a date."""
    display = under_headings(DISPLAY, _state, _BY_STATE)
    places = " ".join(f"WHEN '{state}' THEN {place}" for place, state in enumerate(_FIRST))
    by_state = COMMITMENTS.replace(
        order=f"CASE state {places} END, due IS NULL, {_BY_SILENCE}, position",
        display=display,
        names=(*COMMITMENTS.names, Column("silent", "integer")),
        expressions=_FEW_SILENT,
    )
    return by_state.ask(connection, **filters)


def displayed(rows: Iterable[Row]) -> Iterator[Row]:
    """The commitments as people see them."""
    for row in rows:
        said = [entry["says"] for entry in row["later"]]
        says = "; ".join(said)
        yield row | {
            "by_text": ", ".join(row["by_names"]) or None,
            "due_text": due_text(row),
            "with_later": [
                f"{row['commitment']}{_makers(row['by_names'])}",
                *([f"Later: {first_of(said)}"] if said else []),
            ],
            "state_text": f"{IN_WORDS[row['state']]}: {says}" if said else _state(row),
        }


def _makers(names: list[str]) -> str:
    """Who makes a commitment, in brackets and without what tells names apart: the first two of more
    than three; empty where that is not said."""
    short = [name.partition(" (")[0] for name in names]
    if len(short) > 3:
        short[2:] = [f"{len(short) - 2} others"]
    return f" ({', '.join(short)})" if short else ""


def _state(row: Row) -> str:
    """What became of a commitment, and which later documents say nothing of it."""
    own = IN_WORDS[row["state"]]
    if row["state"] == "not-yet-due":
        return f"{own} about the {row['force_name']} ({row['last_paper']})"
    if row["state"] != SILENT:
        return own
    if row["due"]:
        own = f"Due, and {own.lower()}"
    documents = row["not_mentioned_in"]
    return f"{own} in {_silent(documents, row.get('silent', len(documents)))}"


def _silent(documents: list[Row], number: int) -> str:
    if number > _NAMED:
        return f"{number} later documents"
    return " or ".join(
        one["document"] + ("" if one["kind"] == "report" else f" ({one['kind']})")
        for one in documents
    )


def conclusion(connection: Connection, table: Table) -> str:
    """How many are in each state, and which were due by a date."""
    by_due = Counter(f"{row['state']} {bool(row['due'])}" for row in table.rows)
    numbers: dict[str, int] = {}
    for own, number in by_due.items():
        state = own.split()[0]
        numbers[state] = numbers.get(state, 0) + number
    named = {state: words.lower() for state, words in IN_WORDS.items()}
    named["no-later-document"] = "without a later document"
    if len(table) == 1:
        named["no-later-document"] = "in the latest document, so no later one can mention it"
        about = "about the {force_name} ({last_paper})".format_map(table.rows[0])
        named["not-yet-due"] += f" {about}"
    many = len(numbers) > 1 or "state" in table.filters
    listed = [
        f"{numbers[own] if many else 'All' if numbers[own] > 1 else 'It is'} {named[own]}"
        for own in _FIRST
        if own in numbers
    ]
    if "due" in table.filters and numbers:
        was, them = ("was", "it") if len(table) == 1 else ("were", "them")
        return (
            f"{len(table)} {was} due by a date, and no later document mentions {them}, of"
            f" {_of_every_state(connection, table)} in all."
        )
    states = f"{', '.join(listed)}. " if listed else ""
    if "state" in table.filters and numbers:
        states = f"{', '.join(listed)}, of {_of_every_state(connection, table)} in all. "
    if due := by_due.get(f"{SILENT} True", 0):
        states += (
            f"{due} of those not mentioned again {'was' if due == 1 else 'were'} due by a date."
        )
    elif (
        len(table) > 1
        and "state" not in table.filters
        and not any(own.endswith(" True") for own in by_due)
    ):
        states += "None has a due date."
    return states.strip()


def _of_every_state(connection: Connection, table: Table) -> int:
    """How many commitments there are with the same filters but for the state."""
    others = {name: own for name, own in table.filters.items() if name not in ("state", "due")}
    condition, bound = COMMITMENTS.where_clause(others)
    found = connection.execute(f"SELECT count(*) FROM commitments WHERE {condition}", bound)
    return int(found.fetchone()[0])
