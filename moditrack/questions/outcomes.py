"""Outcomes: offences by Home Office outcome type, period by period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from moditrack.caveats import SMALL_COUNTS
from moditrack.errors import InputError
from moditrack.nearest_names import unknown
from moditrack.questions.filters import AGENCY, DOCUMENT, Filter
from moditrack.questions.outcomes_periods import bound, is_year, labels
from moditrack.questions.question import Question
from moditrack.questions.shares_with_intervals import share
from moditrack.tables import Column, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

    Values = Mapping[str, list[Any]]

OUTCOME = Record(
    "outcome",
    "Offences of one period with one outcome; with --by group, with one official group.",
    (
        Column("document", "document", "the document that prints it"),
        Column("force", "text", "id of the police force"),
        Column("year", "integer", "calendar year; null for any other period", null=True),
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
        Column("offences", "integer", "offences; null where a mark is printed", null=True),
        Column(
            "mark",
            "text",
            "what is printed in place of the number, such as *; null where a number is printed",
            null=True,
        ),
        Column(
            "year_total",
            "integer",
            "offences of the period with any outcome, as printed; null where that is left open",
            null=True,
        ),
        Column(
            "share_percent",
            "number",
            "percent of the period's offences, to two decimals; null where there are none",
            null=True,
        ),
        Column("period", "text", "the period, as it is shown: 2022, 2022/23 or Q1 2022"),
        Column("sources", "citation", "the passages that state it", many=True),
    ),
)


PERIOD = ("document", "force", "period_start", "period_end")
"""The columns that name a period of a force in a document."""


def _notes(connection: sqlite3.Connection, table: Table) -> Iterator[Note]:
    from moditrack.questions.outcomes_notes import notes  # data does without

    return notes(connection, table)


def _grouped(rows: Iterator[Row], _: Values) -> Iterator[Row]:
    """The rows of an official group as one, in each document, force and period."""
    for _, period in groupby(rows, key=itemgetter(*PERIOD)):
        groups: dict[str | None, list[Row]] = {}
        for row in period:
            groups.setdefault(row["group"], []).append(row)
        for members in groups.values():
            marked = [row for row in members if row["offences"] is None]
            offences = None if marked else sum(row["offences"] for row in members)
            totals = [row["label_total"] for row in members]
            yield members[0] | {
                "mark": marked[0]["mark"] if marked else None,
                "label_total": None if None in totals else sum(totals),
                "code": None,
                "outcome": None,
                "stated_label": None,
                "offences": offences,
                "share_percent": share(offences, members[0]["year_total"]),
                "labels": [row["stated_label"] for row in members],
                "codes": {row["code"]: row["offences"] for row in members},
            }


OUTCOMES = Question(
    "outcomes",
    title="Offences by outcome",
    summary="Offences by outcome and year",
    asks="How did the offences of each year end?",
    meaning="offences: a count, zeros included; year_total: all offences of the period, as printed;"
    " share_percent: offences in percent of year_total, two decimals."
    f" {SMALL_COUNTS}",
    record=OUTCOME,
    view="outcome",
    names=(
        Column("force_name"),
        Column("label_total", "integer", "offences of all periods, as printed, if so"),
        Column("grand_total", "integer", "offences of all periods and outcomes, as printed, if so"),
        Column(
            "table_periods", "integer", "how many periods the table has; null for several forces"
        ),
        Column("table_name"),
        Column("period_start"),
        Column("period_end"),
        Column(
            "series",
            "text",
            "what the period is: calendar year, financial year, another year, quarter, month or"
            " another period",
        ),
    ),
    filters=(
        Filter(
            "year",
            "Outcomes of this year or other period, as printed: 2023, 2022/23, Q1 2023.",
            "period IN ({values})",
            parameter="years",
            metavar="YEAR",
            suggestions="year",
        ),
        Filter(
            "from",
            "Outcomes from this year on.",
            "period_start >= :first",
            parameter="first",
            metavar="YEAR",
            look_up=bound(0),
            suggestions="year",
        ),
        Filter(
            "to",
            "Outcomes up to this year.",
            "period_end <= :last",
            parameter="last",
            metavar="YEAR",
            look_up=bound(1),
            suggestions="year",
        ),
        Filter(
            "outcome",
            "This outcome: a code, or Resolved.",
            "coalesce(code, outcome) IN ({values})",
            parameter="codes",
            metavar="CODE",
            found_by="(SELECT coalesce(code, outcome) FROM outcome"
            " WHERE lower(coalesce(code, outcome)) = lower({}) LIMIT 1)",
            suggestions="code",
        ),
        Filter(
            "by",
            "Rows by outcome (the default) or official group.",
            metavar="GROUPING",
            choices=("outcome", "group"),
            elsewhere={
                "year": "each table has the years beside each other",
                "month": "'moditrack figures month' says what is stated of months",
            }
            | dict.fromkeys(("age", "sex", "ethnicity"), "'moditrack victims' has that"),
        ),
        DOCUMENT.on("document IN ({values})"),
        AGENCY.on("force IN ({values})", "Rows of this police force."),
    ),
    notes=(_notes,),
    order="document, force, period_start, period_end, position",
)


def outcomes(connection: sqlite3.Connection, /, **given: Any) -> Table:
    """One row for each document, force, period and outcome, or official group; filters as OUTCOMES
    has them. Raises InputError for what is not in the data."""
    values = OUTCOMES.values(connection, given)
    _check_periods(connection, values, given)
    if "codes" in values:
        values["codes"] = _codes(connection, values)
    # As they are, the database writes the rows as JSON.
    grouped = values.get("by") == ["group"]
    asked = OUTCOMES.replace(compute=_grouped) if grouped else OUTCOMES
    return asked.answer(connection, values)


def _check_periods(
    connection: sqlite3.Connection, values: dict[str, list[Any]], given: Mapping[str, Any]
) -> None:
    """Look up the years asked for. Raise InputError unless there are outcomes for each of them, in
    what else is chosen."""
    chosen: Values = {key: values[key] for key in ("document", "agency") if key in values}
    years = values["years"] = list(map(str, values.get("years", [])))
    bounds = [key for key in ("first", "last") if key in values]
    if not years:
        del values["years"]
    elif not bounds and all(  # an index has calendar years
        is_year(year) and any(_found(connection, "1", {**chosen, "years": [year]}))
        for year in years
    ):
        return
    if not any(_found(connection, "1", chosen)):
        _no_outcomes(connection, " and ".join(one for given in chosen.values() for one in given))
    if not years and not bounds:
        return
    known: dict[tuple[str, str], list[str]] = {}
    for row in _found(connection, "period, period_start, period_end", chosen):
        known.setdefault((row["period_start"], row["period_end"]), []).append(row["period"])
    found = labels(connection, given, known)
    values |= {"years": found} if years else {}


def _found(connection: sqlite3.Connection, columns: str, values: Values) -> Iterator[sqlite3.Row]:
    condition, bound = OUTCOMES.where_clause(values)
    yield from connection.execute(
        f"SELECT DISTINCT {columns} FROM {OUTCOMES.view} WHERE {condition}", bound
    )


def _codes(connection: sqlite3.Connection, values: Values) -> list[str]:
    """The outcomes asked for: by their codes, their labels, or words that no other label has."""
    others = {key: value for key, value in values.items() if key != "codes"}
    known: dict[str, list[str]] = {}
    named: dict[str, str] = {}
    printed: dict[str, str] = {}
    for row in _found(connection, "code, outcome, stated_label", others):
        own = str(row["code"] or row["outcome"])
        known.setdefault(own.casefold(), []).append(own)
        named[row["outcome"].casefold()] = own
        printed[own] = f"{printed.get(own, '')} {row['stated_label'] or row['outcome']}"
    found: list[str] = []
    for code in values["codes"]:
        having = known.get(code.casefold()) or _having_words(printed, code)
        if not having:
            first = {key: owns[0] for key, owns in known.items()}
            error = unknown("outcome", code, first | named)
            if code.isdecimal():
                raise error
            from moditrack.questions.words_not_found import with_search

            raise with_search(connection, code, error)
        found += having
    return list(dict.fromkeys(found))


def _having_words(printed: Mapping[str, str], given: str) -> list[str]:
    """The only outcome whose label has all of some words; none where they are several."""
    from moditrack.name_key import name_key

    words = set(name_key(given).split())
    having = [
        own for own, label in printed.items() if words and words <= {*name_key(label).split()}
    ]
    return having if len(having) == 1 else []


def _no_outcomes(connection: sqlite3.Connection, given: str) -> None:
    having = connection.execute("SELECT DISTINCT document, force FROM outcome").fetchall()
    from moditrack.questions.names import ShownNames

    named = ShownNames(connection)
    documents = ", ".join(f"{row['document']} ({named[row['force']]})" for row in having) or "none"
    what = f"{named[given]} has" if given else "The database has"
    raise InputError(f"{what} no table of outcomes: there is one in {documents}.")
