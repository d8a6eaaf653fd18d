"""Compare for people: the answer in words, the interval drawn in its row, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moditrack.caveats import SMALL
from moditrack.chance import LEVEL, equal_rates, p_value
from moditrack.charts_and_graphs import Chart
from moditrack.citations import source_note
from moditrack.questions.cautions import cautions, counted_cautions, small_counts
from moditrack.questions.compare import limits_that_decide
from moditrack.questions.question import related_checks_note
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table

_TITLE = "Is modern slavery a smaller share of crime in the City than nationally?"
_LEFT_OUT = ("conclusion", "conflict", "small-counts")
"""Kinds of notes that the view says in its rows, its answer or its other notes."""
_WORDS = {
    "smaller": "is smaller by more than chance",
    "larger": "is larger by more than chance",
    "borderline": "is borderline",
    "may be chance": "may be chance",
}


def texts(row: Row) -> dict[str, str]:
    """The ratio and its interval, for people."""
    return {"ratio_text": f"{row['ratio']:.2f}", "ci_text": interval_text(row)}


def interval_text(row: Row) -> str:
    """The interval by which a reading is judged: the widened one where its years differ."""
    return "-".join(f"{row[limit]:.2f}" for limit in limits_that_decide(row))


def readings(table: Table) -> Table:
    """The view for people: a row for each reading, with its interval drawn."""
    rows = table.rows
    if not rows:
        return table
    intervals = [_interval(row) for row in rows]
    top = max(1.25, *(high for *_, high in intervals))
    return Table(
        _TITLE,
        (),
        [
            row
            | texts(row)
            | {
                "counted": f"{row['offences']}, {row['reading']}",
                "expected": _expected(row),
                "drawn": (*interval, top),
            }
            for row, interval in zip(rows, intervals, strict=True)
        ],
        display=Display(
            (
                DisplayColumn("counted", "Offences", "unbroken"),
                DisplayColumn("drawn", "national", "interval", optional=True),
                DisplayColumn("ratio_text", "Ratio", "number"),
                DisplayColumn("ci_text", "95%", "number"),
                DisplayColumn("conclusion", "Conclusion"),
                DisplayColumn("expected", "Expected", "whole", optional=True),
            )
        ),
        answer=lambda _: _answer(rows),
        notes=lambda _: counted_cautions(n for n in table.notes if n.kind not in _LEFT_OUT),
    )


def _interval(row: Row) -> tuple[float, float, float]:
    """The lower limit, the ratio and the upper limit."""
    low, high = limits_that_decide(row)
    return row[low], row["ratio"], row[high]


def _expected(row: Row) -> int:
    from moditrack.ways_to_round import nearest

    return nearest(row["expected_at_national_rate"])


def _answer(rows: Sequence[Row]) -> str:
    """What each reading allows to say, the one with the most offences first."""
    first = rows[0]
    found = [f"{first['colp_printed']} against {first['national_printed']}."]
    if first["document"] != rows[-1]["document"]:
        return " ".join(found)
    shown = any(row["conclusion"] in ("smaller", "larger") for row in rows)
    neither = "" if shown or len(rows) == 1 else "neither reading shows it: "
    conclusions = {row["conclusion"] for row in rows}
    if len(rows) == 2 and len(conclusions) == 1:
        text = f"{neither}both {_WORDS[conclusions.pop()].replace('is ', 'are ', 1)}"
    else:
        by_offences = sorted(rows, key=lambda row: -row["offences"])
        words = "; ".join(f"{row['reading']} {_WORDS[row['conclusion']]}" for row in by_offences)
        text = neither + words
    found.append(f"{text[:1].upper()}{text[1:]}.")
    fitting = [row for row in rows if row["crimes_fit"]]
    if any(row["crimes"] for row in rows):
        found.append(_by_crimes(rows, fitting))
    elif len(rows) > 1:
        found.append("The report does not say which it means.")
    return " ".join(found)


def _by_crimes(rows: Sequence[Row], fitting: list[Row]) -> str:
    if len(fitting) == 1 and all(row["crimes"] for row in rows):
        return f"By your number of crimes it means {fitting[0]['reading']}."
    if fitting:
        return f"By your number of crimes it can mean {' or '.join(r['reading'] for r in fitting)}."
    readings = " or ".join(row["reading"] for row in rows if row["crimes"])
    return f"By your number of crimes it does not mean {readings}."


def _is_widened(row: Row) -> bool:
    return limits_that_decide(row)[0] == "wide_low"


def notes(connection: Connection, table: Table) -> list[Note]:
    """What to read with the comparison."""
    if not table.rows:
        return []
    return [
        *(Note("conclusion", f"{row['reading']}: {row['note']}") for row in table.rows),
        *_about_readings(table.rows),
        *_conflicts(connection),
        *related_checks_note(connection, table, ids=table.rows[0]["figures"]),
        *small_counts(row["offences"] for row in table.rows),
        *cautions(connection, table, "share-of-crime"),
        source_note(table.sources),
    ]


def _conflicts(connection: Connection) -> list[Note]:
    """What the records say does not fit about the comparator and the count behind the share."""
    return [
        Note("conflict", f"{row['statement']}: {row['why'][:1].lower()}{row['why'][1:]}.")
        for row in connection.execute(
            "SELECT statement, why FROM check_result WHERE check_id IN ('comparator', 'share-base')"
            " ORDER BY position"
        )
    ]


def _about_readings(rows: Sequence[Row]) -> Iterator[Note]:
    """What to mind about the intervals of the readings, and what would decide between them."""
    for row in rows:
        moved = _moved(row) if row["conclusion"] == "borderline" else ""
        if _is_widened(row):
            *counts, last = [count for _, count in row["yearly"]]
            alone = not row["crimes"] and equal_rates(counts[-1], last) >= LEVEL
            though = f", though {counts[-1]} to {last} alone could be chance" if alone else ""
            yield Note(
                "caution",
                f"Together, {', '.join(map(str, counts))} and {last} a year differ more than chance"
                f" allows ({p_value(row['dispersion_p'])}){though}. So the interval of"
                f" {row['reading']} is widened, from {row['ci_low']:.2f}-{row['ci_high']:.2f}"
                f"{moved and f'; {moved}'}.",
            )
        elif moved:
            small = f"{row['offences']} is below {SMALL}, and " if row["offences"] < SMALL else ""
            text = f"{small}{moved}."
            yield Note("caution", text[:1].upper() + text[1:])
    yield from _crimes(rows)


def _moved(row: Row) -> str:
    """Between what values rounding moves the limit that it puts on either side of 1."""
    low, high = limits_that_decide(row)
    which, limit = ("upper", high) if row["ratio"] < 1 else ("lower", low)
    ends = f"{row[f'{limit}_from']:.2f} and {row[f'{limit}_to']:.2f}"
    return f"rounding moves its {which} limit between {ends}"


def _crimes(rows: Sequence[Row]) -> Iterator[Note]:
    """The crimes of a year that each reading implies, or whether the user's own number fits."""
    for row in rows:
        if row["crimes"]:
            percent = 100 * row["offences"] / row["crimes"]
            # As many decimals as show which way it rounds: 0.1349%, and not 0.135%.
            places = 3 if f"{percent:.3f}"[-1] != "5" else 5
            fits = "rounds" if row["crimes_fit"] else "does not round"
            yield Note(
                "user",
                f"{row['offences']} of your {row['crimes']:,} crimes in {row['reading']} are"
                f" {percent:.{places}f}%, which {fits} to {row['colp_printed']}."
                " Source: you (--crimes).",
            )
    if len(rows) > 1 and not any(row["crimes"] for row in rows):
        ranges = []
        for row in rows:
            years = len(row["yearly"]) or 1
            low, high = (row[f"implied_crimes_{end}"] for end in ("low", "high"))
            ranges.append((round(low / years), round(high / years)))
        expected = ", ".join(f"{row['offences']} would be {_expected(row)}" for row in rows)
        listed = " or ".join(f"{low:,} to {high:,}" for low, high in ranges)
        yield Note(
            "further",
            f"At the national share {expected}. {rows[0]['colp_printed']} implies {listed} crimes a"
            " year: the City's own number would decide.",
        )


def chart(table: Table) -> list[Chart]:
    """Observed over expected with its 95% limits, against 1."""
    rows = tuple((f"{row['reading']}: {row['conclusion']}", _interval(row)) for row in table.rows)
    title = "Offences over those expected at the national share, with 95% limits"
    return [Chart(title, "interval", ("low", "observed", "high"), rows)] if rows else []
