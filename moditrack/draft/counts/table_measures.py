"""The measures of the cells of a table, by its labels, its corner and what is printed above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from moditrack.checks.can_be_shown import COUNTED
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.passages import Passage
from moditrack.documents.tables import PrintedTable
from moditrack.documents.units_and_scales import CURRENCY_SIGNS
from moditrack.draft.counts.measures import NUMBERS, Measured, Measures
from moditrack.draft.counts.money import MONEY
from moditrack.draft.counts.noun_phrases import is_plural, sentence_case, stems
from moditrack.draft.counts.table_axes import SCALED, UNIT, Axes, is_period, scale
from moditrack.draft.counts.table_subjects import (
    BROKEN,
    HEADS,
    TITLE,
    is_title,
    noun_of,
    percent_of,
    sex_of,
    subject,
    without_periods,
)
from moditrack.draft.texts_in_order import id_part

_OUTCOME = re.compile(r"\b(?:outcomes?|disposals?)\b", re.IGNORECASE)
_CODED = re.compile(r"\d{1,2}[A-Z]?\s?[.:–-]\s*[A-Z]")
"""A label that begins with the code of an outcome."""
_VICTIMS = re.compile(r"\bvictims?\b", re.IGNORECASE)
_AGE, _ETHNICITY = re.compile(r"^age\b", re.I), re.compile(r"^(?:self[- ]defined )?ethnic", re.I)
_KIND_OF = re.compile(r"\b(?:type|kind|nature|category|class)s? of ([A-Za-z-]+)", re.IGNORECASE)
_KINDS_OF = re.compile(
    r"(?P<noun>(?!(?:age|ethnic|gender|sex|income|peer|year|fraud)\b)[a-z]+(?: [a-z]+)?)"
    r" (?:category|type|kind|class)(?: group)?", re.IGNORECASE,
)  # fmt: skip
"""A corner that says what the rows are kinds of: Arrest category."""
_NAMES_ROWS = re.compile(r"\b(?:groups?|teams?|units?|departments?|categories|types)$", re.I)
_NOTHING = "measure: what does the table count?"
_LABEL, _LINES = 5, 3
"""Words of a label that can be a measure, and lines above a table that can be its title."""


class TableMeasures:
    """What the cells of one table count. `around` is what is printed above it, line by line.

    nearest: the lines of prose between its heading and it, last first. first: whether its heading
    is directly above it. above: what the prose below each heading counts first, and in money.
    """

    def __init__(
        self, printed: PrintedTable, passage: Passage, around: str, measures: Measures,
        nearest: Sequence[str] = (), *, first: bool = True,
        above: Mapping[str, str] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        self.printed, self.measures, self.passage = printed, measures, passage
        self.corner = printed.corner
        lines = [line.strip() for line in around.splitlines() if line.strip()]
        titles = list(filter(TITLE.match, lines))
        self.caption = passage.caption or (titles[-1] if titles else "")
        self.far = bool(titles) and self.caption not in nearest[:1] and not passage.caption
        self.first, self.nearest = first, [line for line in nearest if is_title(line)]
        self.broken = any(BROKEN.search(line) for line in self.nearest[:1] if line in nearest[:1])
        units = [one.unit for entry in printed.entries() for one in entry.quantities]
        self.money = next((one for one in MONEY if 2 * units.count(one) > len(units)), "")
        self.said = self._said_of_cells(lines[-1:])
        if (sign := self._sign()) is not None:
            self.money = self.money or CURRENCY_SIGNS[sign["money"]]
        self.above = above.get(f"{passage.heading} {self.money}".strip(), "")
        rows = [" ".join(printed.row_labels(row)) for row in printed.body]
        coded = sum(_CODED.match(label) is not None for label in rows)
        outcome = _OUTCOME.search(self.corner) or (
            _OUTCOME.search(self.caption) and 2 * coded >= len(rows) - 1
        )
        self.outcomes = bool(outcome) and self._can_use("outcome-offences")
        by = "age" if _AGE.search(self.corner) else "ethnicity"
        divided = _AGE.search(self.corner) or _ETHNICITY.search(self.corner)
        self.by_row = any(sex_of(printed.row_labels(row)) for row in printed.body)
        by_column = any(sex_of(printed.column_labels(column)) for column in printed.columns)
        of_victims = _VICTIMS.search(around) is not None and self._can_use("victims")
        divided_by_sex = bool(divided) and (self.by_row or by_column)
        printed_ = [entry.printed.strip() for entry in printed.entries() if "%" in entry.printed]
        self.signed = any(one[0] == "+" for one in printed_) and (
            2 * sum(one[0] in "+-−–" for one in printed_) > len(printed_)
        )
        self.axes = Axes(printed, self.caption, measures)
        self.characteristic = by if divided_by_sex and of_victims else ""

    def _said_of_cells(self, line: list[str]) -> list[str]:
        """The texts that can say in which unit the cells are: the caption, a line alone on top."""
        first = min((one.row for one in self.printed.entries() if one.quantities), default=0)
        above = [cell for cell in self.passage.table if cell.row < first and cell.text.strip()]
        rows = Counter(cell.row for cell in above)
        alone = [cell.text for cell in above if rows[cell.row] == 1]
        caption = [] if self.far else [self.caption]
        return [*caption, self.corner, *(one for one in line if is_title(one)), *alone]

    def _sign(self) -> re.Match[str] | None:
        """The currency that these texts give the cells, which print none."""
        return next((found for one in self.said if (found := UNIT.search(one))), None)

    @cached_property
    def percent_of(self) -> str | None:
        """Of what the cells are percentages by these texts; None where they are none, or unlike."""
        return None if self.money else percent_of(self.printed, self.said)

    def is_share(self, entry: Entry) -> bool:
        """Whether a cell is a percentage, though neither it nor its own labels say so."""
        return self.percent_of is not None and self._of_axis(entry, "cell", share=False) is None

    def _can_use(self, measure: str) -> bool:
        return measure in self.measures.fitting

    def measure_of(self, entry: Entry, kind: str, *, share: bool) -> Measured:
        """The measure of a cell, asked where the heads of the columns are on several lines."""
        found = self._measure_of(entry, kind, share=share)
        return replace(found, needs=found.needs or HEADS) if self.broken else found

    def _measure_of(self, entry: Entry, kind: str, *, share: bool) -> Measured:
        rows = self.printed.row_labels(entry.row)
        columns = self.printed.column_labels(entry.column)
        if self.outcomes:
            return self._of_outcome(kind, share=share)
        if self.characteristic and not share and kind not in ("change", "rank", "rate"):
            return self.measures.use("victims", f"'{self.corner}' heads its rows or columns")
        if (own := self._of_axis(entry, kind, share=share)) is not None:
            return own
        for label in (*reversed(columns), *reversed(rows)):
            if known := self._by_label(label, share=share):
                return self.measures.use(known, f"'{label}' is its label")
        said = self._by_subject(kind, share=share)
        if said.needs and kind in COUNTED and not (share or self.money):
            return self._own_label(rows, columns) or said
        return said

    def counts_its_own(self, entry: Entry) -> bool:
        """Whether the row of a cell counts something of its own, and is no total: Total value."""
        return not (self.outcomes or self.characteristic) and (
            self.axes.by_row and self.axes.counted_at(entry.row, entry.column) is not None
        )

    def _of_axis(self, entry: Entry, kind: str, *, share: bool) -> Measured | None:
        """The measure of a cell whose row or column counts something of its own."""
        counted = self.axes.counted_at(entry.row, entry.column)
        if counted is None and kind in COUNTED and not share:
            above = self.axes.above(entry.row)
            if above is not None:
                rests_on = f"'{above.name}' is the label of a row above"
                found = self._new(above.name, above.unit, rests_on, share=False)
                return replace(found, needs=f"measure: {found.measure}?")
        if counted is None:
            first = kind == "rate"
            base = (
                self.axes.base(entry.column, first=first)
                if kind in ("change", "share", "rate")
                else None
            )
            if base is None or base.share:
                return None
            rests_on = f"'{base.name}' is beside it"
            found = self._counted(base.name.lower(), rests_on, kind, share=share)
            return replace(found, needs=f"measure: {found.name.lower()}?") if first else found
        rests_on = f"'{counted.name}' is its label"
        if counted.share:
            return self.measures.share_of(counted.name, rests_on)
        if known := self._by_label(counted.name, share=share):
            return self.measures.use(known, rests_on)
        unit = "percent" if share else counted.unit
        return self._new(counted.name, unit, rests_on, share=share)

    def _by_subject(self, kind: str, *, share: bool) -> Measured:
        found = self._subject()
        if found is None and self.above:
            name = self.measures.name(self.above).lower()
            found = name, f"'{name}' are counted above it", f"measure: {self.above}?"
            if kind in COUNTED and not share:
                return self.measures.use(self.above, *found[1:])
        if found is None:
            name = self.passage.locator.rpartition(".")[2].replace("-", " ")
            found = f"{NUMBERS} {name}", "nothing says what the table counts", _NOTHING
        named, rests_on, asked = found
        return replace(self._counted(named, rests_on, kind, share=share), needs=asked)

    def _counted(self, named: str, rests_on: str, kind: str, *, share: bool) -> Measured:
        if kind in ("change", "rank", "rate"):
            joined = {"change": "change in", "rank": "rank by", "rate": "rate of"}[kind]
            unit = noun_of(named) if kind == "change" else kind
            return self._new(f"{joined} {named}", unit, rests_on, share=share)
        if share:
            return self.measures.share_of(self.percent_of or named, rests_on)
        known_one = self._by_label(named, share=False)
        if known_one and not (self.money and " " in self._money()):
            return self.measures.use(known_one, rests_on)
        return self._new(named, self.money and self._money(), rests_on, share=False)

    def _money(self) -> str:
        """The currency of the table, with the scale that its title gives its cells: GBP million."""
        sign = self._sign()
        printed = any(SCALED.search(entry.printed) for entry in self.printed.entries())
        return self.money if sign is None or printed else f"{self.money} {scale(sign)}".strip()

    def _of_outcome(self, kind: str, *, share: bool) -> Measured:
        heads = f"'{self.corner or self.caption}' heads the table"
        if share:
            return self.measures.share_of("offences", heads)
        if kind in ("change", "rank", "rate"):
            return self._new(f"{kind} in offences by outcome", kind, heads, share=False)
        return self.measures.use("outcome-offences", heads)

    def columns(self, entry: Entry, kind: str) -> dict[str, str]:
        """The columns of figures.csv by which a cell is shown in its own table."""
        roles = self.printed.row_roles[entry.row], self.printed.column_roles[entry.column]
        if self.outcomes and roles[0] not in ("total", "subtotal"):
            return {"outcome_label": entry.row_name}
        if self.characteristic and kind in ("cell", "row-total", "column-total", "grand-total"):
            labels = self.printed.row_labels(entry.row), self.printed.column_labels(entry.column)
            names = entry.row_name, entry.column_name
            at = 0 if self.by_row else 1
            return {
                "characteristic": self.characteristic,
                "category": "" if roles[1 - at] == "total" else names[1 - at],
                "sex": sex_of(labels[at]),
            }
        return {}

    def _subject(self) -> tuple[str, str, str] | None:
        """What a table counts, the words that say so, and what is asked.

        Its caption, heading or corner says it; a caption or heading that is only near is asked.
        """
        kinds = _KIND_OF.search(self.corner)
        for text, near in ((self.caption, self.far), (self.passage.heading, not self.first)):
            named = self.measures.named_in(without_periods(TITLE.sub("", text)))
            if len(named) == 1:
                name = self.measures.name(named[0]).lower()
                other = kinds is not None and not stems(kinds[1]) & stems(name)
                asked = f"measure: {named[0]}?" if near or other else ""
                return name, f"'{text}' is above it", asked
        kind = _KINDS_OF.fullmatch(self.corner)
        names = self.corner.endswith(":") or _NAMES_ROWS.search(self.corner)
        corner = "" if names else self.corner
        heading = self.passage.heading.rpartition(" / ")[2]
        for text in (self.caption, *self.nearest[:_LINES], heading, corner):
            if found := subject(text):
                near = text != heading or self.first or text in self.nearest
                return found, f"'{text}' is above it", "" if near else f"measure: {found}?"
        if kind is not None:
            found = f"{kind['noun'].lower().removesuffix('s')}s"
            return found, f"'{self.corner}' heads its rows", f"measure: {found}?"
        return None

    def _own_label(self, rows: tuple[str, ...], columns: tuple[str, ...]) -> Measured | None:
        """The measure that a column's or a row's own label names, where nothing above does."""
        for label in (*columns[-1:], *(rows[-1:] if self._rows_are_plurals else ())):
            words = label.split()
            ends = words[:-1] if len(words) > 1 and words[-1].endswith("ed") else words
            counted = is_plural(ends[-1]) if ends else False
            plain = len(words) <= _LABEL and not is_period(label)
            if counted and plain and subject(" ".join(ends)):
                return self._new(label.lower(), "", f"'{label}' is its label", share=False)
        return None

    @cached_property
    def _rows_are_plurals(self) -> bool:
        every = [self.printed.row_labels(row)[-1:] for row in self.printed.body]
        return all(one and is_plural(one[0].split()[-1]) for one in every if "".join(one).split())

    def _by_label(self, label: str, *, share: bool) -> str:
        """The measure whose name a label is, in other words or forms."""
        own = stems(TITLE.sub("", label))
        if not own or is_period(label):
            return ""
        fitting = [
            key
            for key in sorted(self.measures.fitting)
            if self.measures.stems_of(key) == own
            and (self.measures.unit(key) == "percent") == share
            and key not in ("victims", "outcome-offences", "age")
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def _new(self, named: str, unit: str, rests_on: str, *, share: bool) -> Measured:
        named = " ".join(named.split())
        unit = "percent" if share else unit or noun_of(named)
        if named.startswith(NUMBERS) and unit not in ("percent", *MONEY):
            unit = ""
        name = sentence_case(named)
        key = f"{id_part(named, 40)}-{unit.lower()}" if unit in MONEY else id_part(named, 40)
        return self.measures.new_one(key, unit, name, f"{name}, as the table has them", rests_on)
