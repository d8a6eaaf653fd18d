"""City of London Police beside the national rate, in each reading that the report allows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from moditrack.intervals import poisson_limits, printed_number, rounding_interval
from moditrack.questions.cautions import cautions
from moditrack.questions.check import related_checks
from moditrack.questions.filters import DOCUMENT
from moditrack.questions.question import Question
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


def _with_intervals(rows: Iterator[Row], _: object) -> Iterator[Row]:
    """What is computed from each reading of the view: the intervals, and what they allow to say."""
    for row in rows:
        colp, national = (printed_number(row[f"{key}_printed"]) for key in ("colp", "national"))
        colp_low, colp_high = rounding_interval(colp)
        national_low, national_high = rounding_interval(national)
        count = row["offences"]
        expected = float(count * Fraction(national) / Fraction(colp))
        low, high, method = poisson_limits(count)
        yield row | {
            "ratio_low": round(float(colp_low / national_high), 4),
            "ratio_high": round(float(colp_high / national_low), 4),
            # A share strictly below the upper end of its interval, at or above the lower.
            "implied_crimes_low": math.floor(100 * count / colp_high) + 1,
            "implied_crimes_high": math.floor(100 * count / colp_low),
            "ci_low": round(low / expected, 4),
            "ci_high": round(high / expected, 4),
            "method": f"{method}, 95 %",
            "note": _note(low / expected, high / expected),
        }


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


def _notes(connection: sqlite3.Connection, table: Table) -> list[Note]:
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


_COMPUTED = (
    "ratio_low", "ratio_high", "implied_crimes_low", "implied_crimes_high", "ci_low", "ci_high",
    "method", "note",
)  # fmt: skip
COMPARE = Question(
    "compare",
    title="City of London Police and the national rate, percent of all crime",
    summary="City of London Police beside the national rate",
    asks="Is the City's rate below the national one?",
    meaning="colp, national: percent of all crime, as printed; difference: percentage points;"
    " ratio: colp over national; offences: those of the latest year, or of all years, for the"
    " report does not say which its share rests on; expected_at_national_rate: offences at the"
    " national rate. The intervals of rounding and of chance, which decide what may be concluded,"
    " are computed by the command 'moditrack compare' and are not shown here.",
    record=COMPARISON,
    view="comparison",
    names=(Column("colp_printed"), Column("national_printed"), Column("figures", many=True)),
    display=DISPLAY,
    filters=(DOCUMENT.on("document IN ({values})"),),
    # The intervals are no SQL: the web has the columns that the view has.
    compute=_with_intervals,
    computed=_COMPUTED,
    notes=(_notes,),
    order="document, whole, reading",
)
compare = COMPARE.ask
"""One row for each reading of the count behind the share; filters as COMPARE has them."""


def chart(table: Table) -> list[Chart]:
    """Observed over expected with its 95 % limits, against 1."""
    rows = tuple(
        (row["reading"], (row["ci_low"], row["ratio"], row["ci_high"])) for row in table.rows
    )
    title = "Offences over those expected at the national rate, with 95 % limits"
    return [Chart(title, "interval", ("low", "observed", "high"), rows)] if rows else []
