"""City of London Police beside the national rate, in each reading that the report allows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from moditrack.intervals import poisson_limits, printed_number, rounding_interval
from moditrack.queries.cautions import cautions
from moditrack.queries.checks import touching
from moditrack.queries.filters import Several, each, where
from moditrack.queries.names import find_document
from moditrack.queries.outcomes import SMALL
from moditrack.tables import Chart, Column, Row, Table, columns, select

if TYPE_CHECKING:
    import sqlite3

COLUMNS = columns(
    "reading",
    "measure",
    "colp",
    "national",
    "unit",
    "difference",
    "ratio",
    "ratio_low",
    "ratio_high",
    "offences",
    "implied_crimes_low",
    "implied_crimes_high",
    "expected_at_national_rate",
    "ci_low",
    "ci_high",
    "method",
    "note",
    "sources",
    "document",
)
SHOWN = (
    Column("reading", "Reading", "id"),
    Column("colp_printed", "CoLP", "number"),
    Column("national_printed", "National", "number"),
    Column("ratio_text", "Ratio", "id"),
    Column("offences", "Offences", "whole"),
    Column("expected_at_national_rate", "Expected", "number"),
    Column("ci_text", "Obs./exp. 95 %", "id"),
)


_CONDITIONS = {"document": "own.document IN ({own})"}


def compare(connection: sqlite3.Connection, *, document: Several = None) -> Table:
    """One row for each reading of the count behind the share: the latest year, and all years.

    colp, national: percent of all crime; difference: percentage points; ratio_low, ratio_high:
    from the rounding of the two percentages alone; implied_crimes: whole numbers of all crimes
    that the share allows; ci_low, ci_high: 95 % limits of observed over expected, the percentages
    taken as printed. Ratios have four decimals. Source: the report's shares and outcome table.
    Raises InputError for an unknown document.
    """
    chosen, values = where(
        _CONDITIONS, {"document": each(document, partial(find_document, connection))}
    )

    def rows() -> Iterator[Row]:
        for pair in _shares(connection, chosen, values):
            for reading in _readings(connection, pair["document"]):
                if reading["offences"]:  # of none, none are expected either
                    yield _row(pair, reading)

    def notes(table: Table) -> list[str]:
        if not table.rows:
            return []
        return [
            *(f"{row['reading']}: {row['note']}" for row in table.rows),
            "Ratio: with the interval that the rounding of the two percentages leaves.",
            "Expected: offences at the national rate. Obs./exp.: offences over expected.",
            *_caveats(connection),
            *cautions(connection, table, "share-of-crime"),
            *(
                [f"Counts below {SMALL} are too small to conclude from."]
                if any(row["offences"] < SMALL for row in table.rows)
                else []
            ),
            *touching(connection, table, ids=table.rows[0]["figures"]),
            "Sources: " + ", ".join(table.sources),
        ]

    return Table(
        "City of London Police and the national rate, percent of all crime",
        COLUMNS,
        rows,
        shown=SHOWN,
        noted=notes,
    )


def _shares(connection: sqlite3.Connection, chosen: str, values: Row) -> Iterator[Row]:
    """The first pair of shares of each document, with every passage that prints the pair again."""
    rows = select(
        connection,
        f"""
        SELECT own.document, own.figure, own.printed AS colp, nat.printed AS national, own.measure,
            own.citation
        FROM figure AS own
        JOIN figure AS nat ON nat.document = own.document AND nat.locator = own.locator
            AND nat.measure = 'national-share-of-crime'
        WHERE own.measure = 'share-of-crime' AND own.agency = 'colp' AND {chosen}
        ORDER BY own.document, own.position
        """,
        values,
    )
    for _, pairs in groupby(rows, key=itemgetter("document")):
        printed = list(pairs)
        first = printed[0]
        same = [
            pair["citation"]
            for pair in printed
            if (pair["colp"], pair["national"]) == (first["colp"], first["national"])
        ]
        figures = [pair["figure"] for pair in printed]
        yield first | {"citations": list(dict.fromkeys(same)), "figures": figures}


def _readings(connection: sqlite3.Connection, document: str) -> list[dict[str, Any]]:
    """The count of the latest year, and that of all years, from the outcome table's totals."""
    totals = connection.execute(
        """
        SELECT value, citation, substr(period_start, 1, 4) AS first,
            substr(period_end, 1, 4) AS last, cell
        FROM figure
        WHERE document = ? AND measure = 'outcome-offences'
            AND cell IN ('column-total', 'grand-total')
        ORDER BY cell = 'grand-total', period_start
        """,
        (document,),
    ).fetchall()
    years = [row for row in totals if row["cell"] == "column-total"]
    whole = [row for row in totals if row["cell"] == "grand-total"]
    return [
        {
            "reading": _span(row, years),
            "offences": row["value"],
            "citation": row["citation"],
        }
        for row in (*years[-1:], *whole)
    ]


def _span(total: sqlite3.Row, years: list[sqlite3.Row]) -> str:
    """The years of a total; where it has none of its own, those of the totals of years."""
    first, last = total["first"], total["last"]
    if first is None or last is None:
        if not years:
            return "all years"
        first, last = years[0]["first"], years[-1]["last"]
    return str(first) if first == last else f"{first}-{last}"


def _row(pair: dict[str, Any], reading: dict[str, Any]) -> dict[str, Any]:
    colp, national = (printed_number(pair[key]) for key in ("colp", "national"))
    colp_low, colp_high = rounding_interval(colp)
    national_low, national_high = rounding_interval(national)
    count = reading["offences"]
    expected = count * Fraction(national) / Fraction(colp)
    low, high, method = poisson_limits(count)
    ci_low, ci_high = low / float(expected), high / float(expected)
    row: dict[str, Any] = {
        "reading": reading["reading"],
        "measure": pair["measure"],
        "colp": float(colp),
        "national": float(national),
        "unit": "percent",
        "difference": float(Fraction(colp) - Fraction(national)),
        "ratio": round(float(Fraction(colp) / Fraction(national)), 4),
        "ratio_low": round(float(colp_low / national_high), 4),
        "ratio_high": round(float(colp_high / national_low), 4),
        "offences": count,
        # A share strictly below the upper end of its interval, at or above the lower.
        "implied_crimes_low": math.floor(100 * count / colp_high) + 1,
        "implied_crimes_high": math.floor(100 * count / colp_low),
        "expected_at_national_rate": round(float(expected), 2),
        "ci_low": round(ci_low, 4),
        "ci_high": round(ci_high, 4),
        "method": f"{method}, 95 %",
        "note": _note(ci_low, ci_high),
        "sources": [*pair["citations"], reading["citation"]],
    }
    row |= {"document": pair["document"], "figures": pair["figures"]}
    row["colp_printed"], row["national_printed"] = pair["colp"], pair["national"]
    row["ratio_text"] = f"{row['ratio']:.2f} ({row['ratio_low']:.2f}-{row['ratio_high']:.2f})"
    row["ci_text"] = f"{row['ci_low']:.2f}-{row['ci_high']:.2f}"
    return row


def _note(low: float, high: float) -> str:
    """What may and may not be concluded, in a line."""
    interval = f"{low:.2f}-{high:.2f}"
    if low <= 1 <= high:
        return f"may be chance: a lower rate is not shown, {interval} includes 1."
    side = "below" if high < 1 else "above"
    return f"a rate {side} national is shown ({interval} is {side} 1), but no cause."


def _caveats(connection: sqlite3.Connection) -> list[str]:
    """What the records say does not fit about the comparator and the count behind the share."""
    return [
        f"{row['statement']}: {row['why'][:1].lower()}{row['why'][1:]}."
        for row in connection.execute(
            "SELECT statement, why FROM check_result WHERE check_id IN ('comparator', 'share-base')"
            " ORDER BY position"
        )
    ]


def chart(table: Table) -> list[Chart]:
    """Observed over expected with its 95 % limits, against 1."""
    rows = tuple(
        (
            row["reading"],
            (row["ci_low"], row["ratio"], row["ci_high"]),
        )
        for row in table.rows
    )
    title = "Offences over those expected at the national rate, with 95 % limits"
    return [Chart(title, "interval", ("low", "observed", "high"), rows)] if rows else []
