"""Compare: City of London Police beside the national share, each reading; --crimes, widened."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from moditrack.chance import LEVEL, dispersion
from moditrack.documents.plain_number import percent_interval
from moditrack.errors import InputError
from moditrack.intervals import poisson_limits
from moditrack.questions.filters import DOCUMENT, Filter
from moditrack.questions.question import Question
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

CONCLUSIONS = ("smaller", "larger", "borderline", "may be chance")
COMPARISON = Record(
    "comparison",
    "One reading of the report's comparison.",
    (
        Column("reading", "text", "which count is taken as the one behind the share"),
        Column("measure", "text", "what is compared"),
        Column("colp", "number", "City of London Police, in unit"),
        Column("national", "number", "national share, in unit"),
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
        Column("expected_at_national_rate", "number", "offences at the national share"),
        Column("ci_low", "number", "lower 95% limit of offences over expected"),
        Column("ci_high", "number", "upper 95% limit of offences over expected"),
        Column("method", "text", "how the limits were found"),
        Column("note", "text", "what this reading takes for granted"),
        Column("sources", "citation", "the passages with the shares and the count", many=True),
        Column("document", "document", "the document that prints them"),
        Column("ci_low_from", "number", "least value that rounding allows for ci_low"),
        Column("ci_low_to", "number", "greatest value that rounding allows for ci_low"),
        Column("ci_high_from", "number", "least value that rounding allows for ci_high"),
        Column("ci_high_to", "number", "greatest value that rounding allows for ci_high"),
        Column(
            "conclusion",
            "text",
            "smaller or larger than national by more than chance; borderline: rounding decides; or "
            "may be chance; by the widened interval where dispersion_p is below 0.05",
            values=CONCLUSIONS,
        ),
        Column("chi_square", "number", "how much the years differ; null for one year", null=True),
        Column("degrees_of_freedom", "integer", "of chi_square: years less one", null=True),
        Column(
            "dispersion_p",
            "number",
            "p-value of the years having the same number of offences; null for one year",
            null=True,
        ),
        Column("wide_low", "number", "ci_low widened for the dispersion of the years", null=True),
        Column("wide_high", "number", "ci_high widened for the dispersion of the years", null=True),
        *(
            Column(f"{limit}_{end}", "number", f"{value} that rounding allows for it", null=True)
            for limit in ("wide_low", "wide_high")
            for end, value in (("from", "least value"), ("to", "greatest value"))
        ),
        Column("crimes", "integer", "crimes that --crimes gives for the reading", null=True),
        Column(
            "crimes_fit",
            "boolean",
            "whether offences by crimes round to the printed share",
            null=True,
        ),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    from moditrack.questions.compare_screen import texts

    return (row | texts(row) for row in rows)


DISPLAY = Display(
    (
        DisplayColumn("reading", "Reading", "unbroken"),
        DisplayColumn("offences", "Offences", "whole"),
        DisplayColumn("ratio_text", "Ratio", "number"),
        DisplayColumn("ci_text", "95%", "number"),
        DisplayColumn("conclusion", "Conclusion"),
    ),
    _display,
)


def _with_intervals(rows: Iterator[Row], values: Mapping[str, list[Any]]) -> Iterator[Row]:
    """What is computed from each reading of the view: the intervals, and what they allow to say."""
    (given,) = values.get("crimes", [()])
    for row in rows:
        # Whole numbers over a scale: exact, and a quotient of two is rounded once.
        colp_low, colp, colp_high, scale = percent_interval(row["colp_printed"])
        national_low, national, national_high, national_scale = percent_interval(
            row["national_printed"]
        )
        count = row["offences"]
        expected = count * national * scale / (national_scale * colp)
        low, high, method = poisson_limits(count)
        least = colp_low * national_scale / (scale * national_high)
        most = colp_high * national_scale / (scale * national_low)
        crimes = _crimes(row["yearly"], dict(given))
        limits = {
            "ci_low": round(low / expected, 4),
            "ci_high": round(high / expected, 4),
            "ci_low_from": round(low / count * least, 4),
            "ci_low_to": round(low / count * most, 4),
            "ci_high_from": round(high / count * least, 4),
            "ci_high_to": round(high / count * most, 4),
        }
        widened = _widened(row, crimes, (least, most))
        low_limit, high_limit = limits_that_decide(row | widened)
        conclusion = _conclusion(limits | widened, low_limit, high_limit)
        yield (
            row
            | {
                "ratio_low": round(least, 4),
                "ratio_high": round(most, 4),
                # A share strictly below the upper end of its interval, at or above the lower.
                "implied_crimes_low": 100 * count * scale // colp_high + 1,
                "implied_crimes_high": 100 * count * scale // colp_low,
                "method": f"{method}, 95%",
                "note": _note(limits | widened, conclusion, low_limit, high_limit),
                "conclusion": conclusion,
                "crimes": sum(crimes) or None,
                "crimes_fit": _fits(count * scale, sum(crimes), (colp_low, colp_high)),
            }
            | limits
            | widened
        )


def _crimes(yearly: Sequence[tuple[int, int]], given: dict[int | None, int]) -> list[int]:
    """The crimes of each year of a reading; none unless they are given for all."""
    found = [given.get(year, given.get(None, 0)) for year, _ in yearly]
    return found if all(found) else []


def _fits(count: int, crimes: int, interval: tuple[int, int]) -> bool | None:
    if not crimes:
        return None
    return interval[0] * crimes <= 100 * count <= interval[1] * crimes


def limits_that_decide(row: Row) -> tuple[str, str]:
    """The keys of the limits by which a reading is judged: widened ones where its years differ."""
    p = row["dispersion_p"]
    return ("wide_low", "wide_high") if p is not None and p < LEVEL else ("ci_low", "ci_high")


def _widened(row: Row, crimes: list[int], ratios: tuple[float, float]) -> dict[str, Any]:
    """The interval with the variance between the years instead of the Poisson variance.

    ratios: the least and the greatest that the rounding of the percentages leaves.
    """
    counts = [count for _, count in row["yearly"]]
    if len(counts) < 2 or sum(counts) != row["offences"]:
        return dict.fromkeys(_WIDENED)
    square, freedom, p = dispersion(counts, crimes or None)
    # The quasi-Poisson interval of a rate, on the scale of its logarithm.
    spread = math.exp(1.96 * math.sqrt(max(1.0, square / freedom) / row["offences"]))
    low, high = ([own / spread for own in ratios], [own * spread for own in ratios])
    values = (row["ratio"] / spread, row["ratio"] * spread, *low, *high)
    return dict(
        zip(
            _WIDENED, (round(square, 2), freedom, *(round(v, 4) for v in (p, *values))), strict=True
        )
    )


def _conclusion(limits: Mapping[str, float], low: str, high: str) -> str:
    """What the interval of these limits allows to say, wherever rounding puts them."""
    if limits[f"{high}_to"] < 1:
        return "smaller"
    if limits[f"{low}_from"] > 1:
        return "larger"
    near = limits[f"{high}_from"] < 1 or limits[f"{low}_to"] > 1
    return "borderline" if near else "may be chance"


def _note(limits: Mapping[str, float], conclusion: str, low: str, high: str) -> str:
    """What may and may not be concluded, in a line."""
    interval = f"{limits[low]:.2f}-{limits[high]:.2f}"
    if high == "wide_high":
        interval += ", widened as the years differ,"
    if conclusion == "borderline":
        return f"borderline: {interval} has a limit that rounding puts on either side of 1."
    if conclusion == "may be chance":
        return f"may be chance: a lower share is not shown, {interval} includes 1."
    side = "below" if conclusion == "smaller" else "above"
    return f"a share {side} national is shown ({interval} is {side} 1), but no cause."


def _notes(connection: Connection, table: Table) -> list[Note]:
    from moditrack.questions.compare_screen import notes

    return notes(connection, table)


def _read_crimes(_: Connection, given: object) -> tuple[tuple[int | None, int], ...]:
    """Crimes of each year, or of any: 6900, or 2022=6500,2023=6900."""
    found: dict[int | None, int] = {}
    for part in str(given).split(","):
        year, equals, number = part.strip().rpartition("=")
        digits = [number, *([year] if equals else [])]
        if not all(text.isascii() and text.isdigit() for text in digits) or not int(number):
            raise InputError(
                f"--crimes cannot be '{given}': write 6900 for every year, or 2022=6500,2023=6900."
            )
        found[int(year) if equals else None] = int(number)
    return tuple(found.items())


_WIDENED = (
    "chi_square", "degrees_of_freedom", "dispersion_p", "wide_low", "wide_high",
    "wide_low_from", "wide_low_to", "wide_high_from", "wide_high_to",
)  # fmt: skip
_COMPUTED = (
    "ratio_low", "ratio_high", "implied_crimes_low", "implied_crimes_high", "ci_low", "ci_high",
    "method", "note", "ci_low_from", "ci_low_to", "ci_high_from", "ci_high_to", "conclusion",
    *_WIDENED, "crimes", "crimes_fit",
)  # fmt: skip
_YEARLY = (Column("yearly", "text", "year and offences of each year of the reading", many=True),)
COMPARE = Question(
    "compare",
    title="City of London Police and the national share of crime",
    summary="City of London Police beside the national share",
    asks="Is the City's share of crime below the nation's?",
    meaning="colp, national: percent of all crime, as printed; difference: percentage points;"
    " ratio: colp over national; offences: in the latest year or in all years, because the"
    " report does not say on which its share rests; expected_at_national_rate: offences at the"
    " national share. The intervals of rounding and of chance, which decide what may be concluded,"
    " are computed by the command 'moditrack compare' and are not shown here.",
    record=COMPARISON,
    view="comparison",
    names=(
        Column("colp_printed", "text", "share of the City of London Police, as printed"),
        Column("national_printed", "text", "national share, as printed"),
        Column("figures", "text", "the figures that print a share of the City", many=True),
        *_YEARLY,
    ),
    helpers=(Column("whole", "integer", "1 where the count is of all years"),),
    display=DISPLAY,
    filters=(
        DOCUMENT.on("document IN ({values})"),
        Filter(
            "crimes",
            "Your count of all crimes in the City: N a year, or YEAR=N,YEAR=N.",
            metavar="N",
            look_up=_read_crimes,
        ),
    ),
    # The intervals are no SQL: the web has the columns that the view has.
    compute=_with_intervals,
    computed=_COMPUTED,
    notes=(_notes,),
    order="document, whole, reading",
)


def compare(connection: Connection, /, **given: Any) -> Table:
    """One row for each reading of the count behind the share; filters as COMPARE has them. Raises
    InputError for crimes of another year, or fewer than the offences."""
    values = COMPARE.values(connection, given)
    (crimes,) = values.get("crimes", [()])
    if crimes:
        others = {key: value for key, value in values.items() if key != "crimes"}
        yearly = [row["yearly"] for row in COMPARE.select(connection, _YEARLY, others)]
        _check_crimes(dict(crimes), yearly)
    return COMPARE.answer(connection, values)


def _check_crimes(crimes: dict[int | None, int], yearly: list[list[tuple[int, int]]]) -> None:
    """Raise InputError unless the crimes are of years of the report, of a reading, and enough."""
    offences = {year: count for reading in yearly for year, count in reading}
    for year, number in crimes.items():
        if year is not None and year not in offences:
            listed = ", ".join(map(str, sorted(offences))) or "none"
            raise InputError(f"--crimes names {year}: the years of the report are {listed}.")
        least = max(offences.values(), default=0) if year is None else offences[year]
        if number < least:
            from moditrack.counting import counted

            offences_of_year = counted(least, "offence")
            raise InputError(f"--crimes {number} is less than {offences_of_year} of a year.")
    if not any(_crimes(reading, crimes) for reading in yearly):
        listed = " or ".join(", ".join(str(year) for year, _ in own) for own in yearly if own)
        raise InputError(f"--crimes is not of all years of a reading: give it for {listed}.")
