"""`compare --with FILE`: the City beside other forces, from a user's table; funnel limits."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from moditrack import read_file
from moditrack.chance import LEVEL, dispersion, p_value
from moditrack.citations import source_note
from moditrack.counting import counted
from moditrack.errors import FileError, InputError
from moditrack.intervals import funnel_limits
from moditrack.questions.cautions import counted_cautions, small_counts
from moditrack.questions.compare import limits_that_decide
from moditrack.tables import Column, Display, DisplayColumn, Note, Record, Row, Table

POSITIONS = (
    "within", "below 95%", "above 95%", "below 99.8%", "above 99.8%", "depends on crimes",
)  # fmt: skip
FUNNEL = Record(
    "funnel",
    "Offences of one area and period, and the limits of chance at the share of the whole file.",
    (
        Column("area", "text", "the area, as in the file; the City's rows are the report's"),
        Column("period", "text", "the period, as in the file"),
        Column("offences", "integer", "offences"),
        Column(
            "crimes_low", "integer", "all crimes; for the City, the fewest that its share allows"
        ),
        Column(
            "crimes_high", "integer", "all crimes; for the City, the most that its share allows"
        ),
        Column("share_percent", "number", "offences in percent of crimes, four decimals"),
        Column("expected_low", "number", "offences at the share of the whole file"),
        Column("expected_high", "number", "the same, for the most crimes"),
        Column("low_95", "integer", "fewest offences within the 95% limits"),
        Column("high_95", "integer", "most offences within the 95% limits"),
        Column("low_998", "integer", "fewest offences within the 99.8% limits"),
        Column("high_998", "integer", "most offences within the 99.8% limits"),
        Column("position", "text", "where the offences are", values=POSITIONS),
        Column("from_file", "boolean", "whether the row is the user's, not the report's"),
        Column("sources", "citation", "the passages with the City's numbers", many=True),
        Column(
            "widened",
            "number",
            "how many times as wide the limits are, as the years of the City's row differ; or 1",
        ),
    ),
)
_COLUMNS = ("area", "period", "offences", "crimes")
_SAID = {
    "within": "are within the limits of chance",
    "depends on crimes": "can be on either side of a limit",
}
_CARRIED = ("related-checks", "report-caution")
"""Kinds of notes on the City's numbers that hold here, too."""
_MOST = 20_000
"""How many rows a file may have."""


def funnel(path: str, comparison: Table) -> Table:
    """The rows of a CSV file (area, period, offences, crimes) with funnel limits, the City first.

    Nothing of the file enters the database. Raises InputError for a file without such a table,
    FileError for one that cannot be read.
    """
    given, name = _read(path), Path(path).name
    offences, crimes = (sum(row[key] for row in given) for key in ("offences", "crimes"))
    if not offences:
        raise InputError(f"{path} has no offences at all: there is nothing to compare with.")
    share = offences / crimes
    city = [_city(row, share) for row in comparison.rows]
    rows = [*city, *(_limits(row, row["crimes"], row["crimes"], share) for row in given)]

    def notes(table: Table) -> Iterator[Note]:
        for text in _cautions(given, name, comparison.rows, city):
            yield Note("caution", text)
        yield from small_counts(row["offences"] for row in rows)
        yield from counted_cautions(n for n in comparison.notes if n.kind in _CARRIED)
        yield Note(
            "explanation",
            f"Expected: at {100 * share:.3f}%, the share of all rows of {name}, without the City's"
            " from the report. Limits: exact Poisson.",
        )
        own = " and --crimes" if any(row["crimes"] for row in comparison.rows) else ""
        yield Note("user", f"Source of {name}{own}: you. Nothing of it is stored.")
        yield source_note(table.sources)

    beside = f"{counted(len(given), 'row')} of your {name}"
    return Table(
        f"Offences as a share of crime: the City beside {beside}",
        FUNNEL.columns,
        rows,
        display=_DISPLAY,
        answer=lambda _: _answer(city, share),
        notes=notes,
    )


def _cautions(
    given: list[Row], name: str, readings: Sequence[Row], city: list[Row]
) -> Iterator[str]:
    """What to mind about the rows of the file, and about those of the City."""
    differ = "differ more than chance allows"
    if len(given) > 1:
        _, _, p = dispersion([row["offences"] for row in given], [row["crimes"] for row in given])
        if p < LEVEL:
            more = "more of them are outside the limits than chance would put there"
            yield f"The rows of {name} {differ} ({p_value(p)}): {more}."
    for row, reading in zip(city, readings, strict=True):
        if row["widened"] > 1:
            years = f"The years of the City's {row['period']}"
            wider = f"its limits are widened by a factor of {row['widened']:.2f}"
            yield f"{years} {differ} ({p_value(reading['dispersion_p'])}): {wider}."
    periods = list(dict.fromkeys(row["period"] for row in given))
    given_years = {period.replace("\N{EN DASH}", "-") for period in periods}
    other = [
        row["reading"]
        for row in readings
        if given_years not in ({row["reading"]}, {str(year) for year, _ in row["yearly"]})
    ]
    if other:
        listed = ", ".join(periods) if len(periods) < 4 else f"{len(periods)} periods"
        are = "is" if len(other) == 1 else "are"
        yield f"The City's {' and '.join(other)} {are} not of the same years as {name} ({listed})."
    if any(row["crimes_low"] != row["crimes_high"] for row in city):
        implied = "is not printed: its share implies it"
        yield f"The City's number of crimes {implied}. Give it with --crimes."


_DISPLAY = Display(
    (
        DisplayColumn("area_text", "Area"),
        DisplayColumn("period", "Period", "unbroken"),
        DisplayColumn("offences", "Offences", "count"),
        DisplayColumn("limits_text", "95% limits", "number"),
        DisplayColumn("outer_text", "99.8% limits", "number"),
        DisplayColumn("position", "Position", "unbroken"),
        DisplayColumn("share_text", "Share", "number", optional=True),
        DisplayColumn("crimes_text", "Crimes", "number", optional=True),
        DisplayColumn("expected_text", "Expected", "number", optional=True),
    ),
    lambda rows: (row | _texts(row) for row in rows),
    strong="own",
)


def _texts(row: Row) -> Row:
    def span(low: str, high: str, digits: str = "") -> str:
        return "-".join(dict.fromkeys(f"{row[key]:{digits}}" for key in (low, high)))

    return {
        "area_text": row["area"] if row["from_file"] else row["own_area"],
        "crimes_text": span("crimes_low", "crimes_high", ","),
        "share_text": f"{row['share_percent']:.2f}%",
        "limits_text": span("low_95", "high_95", ","),
        "outer_text": span("low_998", "high_998", ","),
        "expected_text": span("expected_low", "expected_high", ",.0f"),
        "own": not row["from_file"],
    }


def _answer(city: list[Row], share: float) -> str:
    """Where the City is, by each reading of its share."""
    said = [
        f"{row['offences']} in {row['period']} "
        + _SAID.get(row["position"], f"are {row['position'].replace(' ', ' the ')} limits")
        for row in city
    ]
    asked = f"At the share of your file, {100 * share:.2f}%, the City's"
    return f"{asked} {'; '.join(said)}." if said else ""


def _city(row: Row, share: float) -> Row:
    """A reading of the report with the crimes of the user, else those that its share implies."""
    low, high = (row["crimes"] or row[f"implied_crimes_{end}"] for end in ("low", "high"))
    city = {"area": "City of London", "period": row["reading"], "offences": row["offences"]}
    found = _limits(city, low, high, share, _widening(row))
    if row["crimes"] is None:
        found["share_percent"] = row["colp"]
    area = "City (report, your crimes)" if row["crimes"] else "City (report)"
    return found | {"from_file": False, "sources": row["sources"], "own_area": area}


def _widening(row: Row) -> float:
    """How many times as wide as those of chance the limits are: as `compare` widens a reading."""
    if limits_that_decide(row)[0] != "wide_low":
        return 1
    return math.sqrt(row["chi_square"] / row["degrees_of_freedom"])


def _wide_limits(expected: float, level: float, widening: float) -> tuple[int, int]:
    # So written, a limit that is not widened is left exactly as it is.
    low, high = (end + (widening - 1) * (end - expected) for end in funnel_limits(expected, level))
    return max(0, math.ceil(low)), math.floor(high)


def _limits(row: Row, low: int, high: int, share: float, widening: float = 1) -> Row:
    fewest, most = low * share, high * share
    inner, outer = (
        [_wide_limits(expected, level, widening) for expected in (fewest, most)]
        for level in (0.95, 0.998)
    )
    ends = {_position(row["offences"], one, two) for one, two in zip(inner, outer, strict=True)}
    return {key: row[key] for key in ("area", "period", "offences")} | {
        "crimes_low": low,
        "crimes_high": high,
        "share_percent": round(100 * row["offences"] / ((low + high) / 2), 4),
        "expected_low": round(fewest, 2),
        "expected_high": round(most, 2),
        "low_95": inner[0][0],
        "high_95": inner[1][1],
        "low_998": outer[0][0],
        "high_998": outer[1][1],
        "position": ends.pop() if len(ends) == 1 else "depends on crimes",
        "from_file": True,
        "sources": [],
        "widened": round(widening, 2),
    }


def _position(count: int, inner: tuple[int, int], outer: tuple[int, int]) -> str:
    for level, (low, high) in (("99.8%", outer), ("95%", inner)):
        if count < low:
            return f"below {level}"
        if count > high:
            return f"above {level}"
    return "within"


def _read(path: str) -> list[Row]:
    try:
        content = read_file.read(Path(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it has no such name"
        raise FileError(f"Cannot read {path}: {reason}.") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8: save it as CSV UTF-8.") from error
    try:
        found = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise InputError(f"{path} is not a CSV table ({error}): save it as CSV UTF-8.") from error
    heads = {str(key).strip().casefold(): key for key in (found[0] if found else {})}
    if missing := [name for name in _COLUMNS if name not in heads]:
        needs = ", ".join(_COLUMNS)
        raise InputError(
            f"{path} has no column {missing[0]}: it needs {needs}, and a row."
            if found
            else f"{path} has no rows: it needs a line with {needs}, and rows."
        )
    if len(found) > _MOST:
        raise InputError(f"{path} has more than {_MOST:,} rows: leave some out.")
    rows: list[Row] = []
    known: dict[tuple[str, str], int] = {}
    for number, raw in enumerate(found, 2):
        row = _row(path, number, {name: raw[heads[name]] or "" for name in _COLUMNS})
        key = (row["area"].casefold(), row["period"].casefold())
        if key in known:
            raise InputError(
                f"{path}, row {number} repeats the area and period of row {known[key]}: leave one"
                " out."
            )
        known[key] = number
        rows.append(row)
    return rows


def _row(path: str, number: int, raw: dict[str, str]) -> Row:
    row: Row = {}
    for name in ("area", "period"):
        row[name] = raw[name].strip()
        if not row[name]:
            raise InputError(f"{path}, row {number} has no {name}: fill it in.")
    for name in ("offences", "crimes"):
        text = raw[name].strip().replace(",", "")
        if not (text.isascii() and text.isdigit() and len(text) < 13):
            raise InputError(
                f"{path}, row {number}: {name} is '{raw[name].strip()}', not a whole number:"
                " correct it, or leave the row out."
            )
        row[name] = int(text)
    if not row["crimes"] or row["offences"] > row["crimes"]:
        raise InputError(
            f"{path}, row {number} has {counted(row['offences'], 'offence')} among"
            f" {counted(row['crimes'], 'crime')}:"
            " crimes are all crimes of the area, these among them."
        )
    return row
