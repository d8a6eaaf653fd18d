"""City of London Police beside the national rate, in each reading that the report allows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from moditrack.db.rows import select
from moditrack.intervals import poisson_limits, printed_number, rounding_interval
from moditrack.questions.cautions import cautions
from moditrack.questions.check import related_checks
from moditrack.questions.filters import Several, each, where
from moditrack.questions.names import find_document
from moditrack.questions.shares import small_counts
from moditrack.tables import (
    Chart,
    Column,
    Display,
    DisplayColumn,
    Note,
    Record,
    Row,
    Table,
    source_note,
)

if TYPE_CHECKING:
    import sqlite3

COMPARISON = Record(
    "comparison",
    "One reading of the report's comparison.",
    (
        Column("reading", "text", "which count is taken as the one behind the share"),
        Column("measure", "text", "what is compared"),
        Column("colp", "number", "City of London Police, in unit"),
        Column("national", "number", "national rate, in unit"),
        Column("unit", "text", "unit of both"),
        Column("difference", "number", "colp less national, in percentage points"),
        Column("ratio", "number", "colp by national, four decimals"),
        Column(
            "ratio_low", "number", "lowest ratio that the rounding of the two percentages leaves"
        ),
        Column("ratio_high", "number", "highest ratio that the rounding leaves"),
        Column("offences", "integer", "offences in this reading"),
        Column(
            "implied_crimes_low", "integer", "fewest crimes of every kind that the share allows"
        ),
        Column("implied_crimes_high", "integer", "most crimes of every kind that the share allows"),
        Column("expected_at_national_rate", "number", "offences at the national rate"),
        Column("ci_low", "number", "lower 95 % limit of offences over expected"),
        Column("ci_high", "number", "upper 95 % limit of offences over expected"),
        Column("method", "text", "how the limits were found"),
        Column("note", "text", "what this reading takes for granted"),
        Column("sources", "citation", "where the shares and the count stand", many=True),
        Column("document", "document", "the document that prints them"),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield row | {
            "ratio_text": f"{row['ratio']:.2f} ({row['ratio_low']:.2f}-{row['ratio_high']:.2f})",
            "ci_text": f"{row['ci_low']:.2f}-{row['ci_high']:.2f}",
        }


DISPLAY = Display(
    (
        DisplayColumn("reading", "Reading", "id"),
        DisplayColumn("colp_printed", "CoLP", "number"),
        DisplayColumn("national_printed", "National", "number"),
        DisplayColumn("ratio_text", "Ratio", "id"),
        DisplayColumn("offences", "Offences", "whole"),
        DisplayColumn("expected_at_national_rate", "Expected", "number"),
        DisplayColumn("ci_text", "Obs./exp. 95 %", "id"),
    ),
    _display,
)


_CONDITIONS = {"document": "own.document IN ({values})"}


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

    def notes(table: Table) -> list[Note]:
        if not table.rows:
            return []
        return [
            *(Note("caution", f"{row['reading']}: {row['note']}") for row in table.rows),
            Note(
                "explanation",
                "Ratio: with the interval that the rounding of the two percentages leaves.",
            ),
            Note(
                "explanation",
                "Expected: offences at the national rate. Obs./exp.: offences over expected.",
            ),
            *_caveats(connection),
            *cautions(connection, table, "share-of-crime"),
            *small_counts(row["offences"] for row in table.rows),
            *related_checks(connection, table, ids=table.rows[0]["figures"]),
            source_note(table.sources),
        ]

    return Table(
        "City of London Police and the national rate, percent of all crime",
        COMPARISON.columns,
        rows,
        display=DISPLAY,
        notes=notes,
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
    return row


def _note(low: float, high: float) -> str:
    """What may and may not be concluded, in a line."""
    interval = f"{low:.2f}-{high:.2f}"
    if low <= 1 <= high:
        return f"may be chance: a lower rate is not shown, {interval} includes 1."
    side = "below" if high < 1 else "above"
    return f"a rate {side} national is shown ({interval} is {side} 1), but no cause."


def _caveats(connection: sqlite3.Connection) -> list[Note]:
    """What the records say does not fit about the comparator and the count behind the share."""
    return [
        Note("caution", f"{row['statement']}: {row['why'][:1].lower()}{row['why'][1:]}.")
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
