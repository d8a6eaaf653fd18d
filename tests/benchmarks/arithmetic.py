"""Figures that belong together: claims with what they rest on, and the cells of tables."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from identifiers import Chance
from real_records import TABLES, Pattern, Row, move_years

WRONG = 6
"""One claim in so many does not come out."""
_PATTERN_YEAR = int(TABLES.split("-")[1])


@dataclass(frozen=True)
class Figure:
    """A quantity of a claim."""

    id: str
    printed: str
    value: str
    measure: str
    description: str


def cells(pattern: Pattern, chance: Chance, year: int) -> list[Row]:
    """The tables of a document of one year: counts by chance, totals and shares from these.

    Of three documents one has a printed total that is one too high.
    """
    rows = []
    for like in pattern.cells:
        row = {column: move_years(text, year - _PATTERN_YEAR) for column, text in like.items()}
        rows.append(row)
    counts: dict[tuple[str, ...], int] = {}
    for row in rows:
        if row["cell"] == "cell":
            table = row["table"]
            count = 40 * chance.below(1000) ** 3 // 10**9 + ((table,) not in counts)
            row["value"] = str(count)
            for key in ((table,), (table, "row", row["row"]), (table, "column", row["column"])):
                counts[key] = counts.get(key, 0) + count
    totals = []
    for row in rows:
        kind, table = row["cell"], row["table"]
        if kind == "share":
            part, whole = counts[table, "row", row["row"]], counts[(table,)]
            row["value"] = _rounded(100 * part, whole, 2)
        elif kind != "cell":
            place = {"row-total": ("row", row["row"]), "column-total": ("column", row["column"])}
            row["value"] = str(counts[(table, *place.get(kind, ()))])
            totals.append(row)
    if chance.one_in(3):
        wrong = chance.pick(totals)
        wrong["value"] = str(int(wrong["value"]) + 1)
    for row in rows:
        row["printed"] = row["value"]
    return rows


class Claims:
    """The claims of a document, in `rows`. `lists` are the lengths of its lists."""

    def __init__(self, chance: Chance, kinds: list[str], lists: dict[str, int]) -> None:
        self.chance, self.kinds, self.lists = chance, kinds, lists
        self.rows: list[Row] = []
        self._figures: list[Figure] = []
        self._make: dict[str, Callable[[], None]] = {
            "total": self._total, "same": self._same, "share": self._share,
            "list-count": self._list_count, "difference": self._difference,
            "weekday": self._weekday, "increase": self._change, "decrease": self._change,
        }  # fmt: skip

    def make(self, number: int, room: int) -> list[Figure]:
        """Make claims, up to so many that their figures still fit; hand on the figures."""
        for _ in range(min(number, room // 4)):
            self._kind = self.chance.pick(self.kinds)
            self._wrong = self.chance.one_in(WRONG)
            self._make[self._kind]()
        return self._figures

    def add_cell_claims(self, claims: list[Row], year: int, rows: list[Row]) -> None:
        """Take over, in the place of every second claim, one of the tables' own."""
        values = {row["figure"]: row["printed"] for row in rows}
        for number, like in enumerate(self.chance.some(claims, len(self.rows) // 2)):
            row = {column: move_years(text, year - _PATTERN_YEAR) for column, text in like.items()}
            if values.keys() >= {row["stated"]}:
                self.rows[2 * number] = row

    def _figure(self, count: int, measure: str = "offences", printed: str | None = None) -> str:
        number = len(self._figures) + 1
        what = {"offences": "Offences counted", "list-items": "Items of a list"}
        self._figures.append(
            Figure(
                f"claimed-{number}",
                f"{count:,}" if printed is None else printed,
                str(count) if printed is None else printed.strip("%+"),
                measure,
                f"{what.get(measure, 'Change or share of the offences')} ({number})",
            )
        )
        return f"claimed-{number}"

    def _claim(self, statement: str, stated: str, inputs: str, printed: str = "") -> None:
        number = len(self.rows) + 1
        self.rows.append(
            {"claim": f"{self._kind}-{number}", "kind": self._kind, "statement": statement,
             "stated": stated, "printed": printed, "inputs": inputs}
        )  # fmt: skip

    def _total(self) -> None:
        one, two = self.chance.below(3000), self.chance.below(3000)
        inputs = f"{self._figure(one)} + {self._figure(two)}"
        stated = self._figure(one + two + self._wrong)
        self._claim("Offences of two kinds together", stated, inputs)

    def _same(self) -> None:
        count = self.chance.below(3000)
        before = self._figure(count)
        self._claim("Offences as given before", self._figure(count + self._wrong), before)

    def _share(self) -> None:
        part = 1 + self.chance.below(1000)
        whole = part + self.chance.below(2000)
        inputs = f"{self._figure(part)} / {self._figure(whole)}"
        # A share that does not come out is cut off or another.
        text = _rounded(100 * part, whole, 0)
        if self._wrong:
            text = str(self.chance.pick((100 * part // whole, 100 * part // whole + 7)))
        stated = self._figure(0, "share-of-offences", f"{text}%")
        self._claim("Share of the offences", stated, inputs)

    def _change(self) -> None:
        low = 1 + self.chance.below(500)
        high = low + self.chance.below(500)
        before, after = (low, high) if self._kind == "increase" else (high, low)
        inputs = f"{self._figure(before)} -> {self._figure(after)}"
        text = _rounded(100 * (high - low), before, 0)
        if self._wrong:
            text = str(int(text) + 7)
        stated = self._figure(0, f"{self._kind}-in-offences", f"{text}%")
        self._claim("Change in the offences", stated, inputs)

    def _difference(self) -> None:
        before, after = self.chance.below(500), self.chance.below(500)
        inputs = f"{self._figure(before)} -> {self._figure(after)}"
        printed = f"{after - before + self._wrong:+d}"
        stated = self._figure(0, "change-in-offences", printed)
        self._claim("Change in the number of offences", stated, inputs)

    def _list_count(self) -> None:
        if not self.lists:
            self._kind = "same"
            self._same()
            return
        name = self.chance.pick(list(self.lists))
        stated = self._figure(self.lists[name] + self._wrong, "list-items")
        self._claim("Length of a list", stated, name)

    def _weekday(self) -> None:
        day = datetime.date(2003, 1, 1) + datetime.timedelta(days=self.chance.below(9000))
        printed = (day + datetime.timedelta(days=int(self._wrong))).strftime("%A")
        self._claim("Day of the week of a date", "", day.isoformat(), printed)


def _rounded(part: int, whole: int, places: int) -> str:
    """part / whole, rounded half up."""
    unit = 10**places
    number = (2 * part * unit + whole) // (2 * whole)
    return f"{number // unit}.{number % unit:0{places}d}" if places else str(number)
