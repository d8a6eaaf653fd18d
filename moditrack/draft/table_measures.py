"""The measures of the cells of a table, by its labels, its corner and what is printed above it."""

from __future__ import annotations

import re

from moditrack.documents.cell_values import Entry
from moditrack.documents.passages import Passage
from moditrack.documents.periods import periods
from moditrack.documents.tables import PrintedTable
from moditrack.draft.measures import Measured, Measures
from moditrack.draft.texts import slug
from moditrack.draft.words import is_plural, stem, stems

_OUTCOME = re.compile(r"\b(?:outcomes?|disposals?)\b", re.IGNORECASE)
_VICTIMS = re.compile(r"\bvictims?\b", re.IGNORECASE)
_AGE, _ETHNICITY = re.compile(r"^age\b", re.I), re.compile(r"^(?:self[- ]defined )?ethnic", re.I)
_TITLE = re.compile(r"^(?:table|figure|chart) ?[\dA-Z]*(?:\.\d+)*[:.) -]*", re.IGNORECASE)
_EMPTY = re.compile(r"\b(?:number|numbers|no\.?|count|total|breakdown|table|by|the|of|in)\b", re.I)
_SEX = {"male": "male", "males": "male", "men": "male", "m": "male", "female": "female",
        "females": "female", "women": "female", "f": "female"}  # fmt: skip


class TableMeasures:
    """What the cells of one table count."""

    def __init__(
        self, printed: PrintedTable, passage: Passage, around: str, measures: Measures
    ) -> None:
        self.printed, self.measures = printed, measures
        self.corner = " ".join(
            " ".join(printed.column_labels(column)) for column in printed.stub
        ).strip()
        self.caption = passage.caption or _above(around)
        self.heading = passage.heading
        self.outcomes = bool(
            _OUTCOME.search(self.corner) and "outcome-offences" in measures.lists.measures
        )
        by = "age" if _AGE.search(self.corner) else "ethnicity"
        divided = _AGE.search(self.corner) or _ETHNICITY.search(self.corner)
        self.by_row = any(_sex(printed.row_labels(row)) for row in printed.body)
        by_column = any(_sex(printed.column_labels(column)) for column in printed.columns)
        self.characteristic = by if divided and (self.by_row or by_column) else ""

    def of(self, entry: Entry, kind: str, *, share: bool) -> Measured:
        """The measure of a cell."""
        rows = self.printed.row_labels(entry.row)
        columns = self.printed.column_labels(entry.column)
        if kind in ("change", "rank", "rate"):
            label = columns[-1] if columns and not _is_period(columns[-1]) else " ".join(rows)
            return self._new(
                f"{label} {self.subject()}" if kind == "change" else label, kind, share
            )
        if self.outcomes and not share:
            return self._known("outcome-offences", f"'{self.corner}' heads its rows")
        if self.characteristic and not share and self._of_victims():
            return self._known("victims", f"'{self.corner}' heads its rows")
        for label in (*reversed(columns), *reversed(rows), self.corner, self.caption):
            known = self._by_label(label, share=share)
            if known:
                return self._known(known, f"'{label}' is its label")
        if share:
            return self.measures.share_of(self.subject(), f"'{self.subject()}' is what it counts")
        return self._new(self.subject(), "", share)

    def columns(self, entry: Entry, kind: str) -> dict[str, str]:
        """The columns of figures.csv by which a cell is shown in its own table."""
        if self.outcomes and kind not in ("column-total", "grand-total", "share", "change", "rank"):
            return {"outcome_label": entry.row_name}
        if self.characteristic and kind in ("cell", "row-total", "column-total", "grand-total"):
            labels = self.printed.row_labels(entry.row), self.printed.column_labels(entry.column)
            roles = self.printed.row_roles[entry.row], self.printed.column_roles[entry.column]
            names = entry.row_name, entry.column_name
            at = 0 if self.by_row else 1
            return {
                "characteristic": self.characteristic,
                "category": "" if roles[1 - at] == "total" else names[1 - at],
                "sex": _sex(labels[at]),
            }
        return {}

    def subject(self) -> str:
        """What a table counts, from its caption, its corner or its heading."""
        for text in (self.caption, self.corner, self.heading):
            plain = _TITLE.sub("", text)
            for period in reversed(periods(plain)):
                plain = f"{plain[: period.start]} {plain[period.end :]}"
            words = re.findall(r"[A-Za-z][A-Za-z'-]*", re.split(r"[,;:(]| by | for ", plain)[0])
            words = [word for word in words if not _EMPTY.fullmatch(word)]
            if words and any(map(is_plural, words)):
                while len(words) > 1 and not is_plural(words[-1]):
                    words.pop()
                return " ".join(words[-5:]).lower()
        return ""

    def _of_victims(self) -> bool:
        texts = (self.caption, self.heading, self.corner)
        return "victims" in self.measures.lists.measures and (
            any(_VICTIMS.search(text) for text in texts) or not any(texts[:2])
        )

    def _by_label(self, label: str, *, share: bool) -> str:
        """The measure whose name a label is, in other words or forms."""
        own = stems(_TITLE.sub("", label))
        if not own or _is_period(label):
            return ""
        fitting = [
            key
            for key in sorted(self.measures.fitting)
            if self.measures.stems_of(key) == own
            and (self.measures.lists.measures[key]["unit"] == "percent") == share
            and key not in ("victims", "outcome-offences")
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def _known(self, key: str, rests: str) -> Measured:
        return Measured(key, self.measures.name(key), rests)

    def _new(self, subject: str, kind: str, share: bool) -> Measured:
        subject = " ".join(subject.split())
        if not subject or not stems(subject):
            return Measured("", "", "no label says what it counts", "measure")
        unit = "percent" if share else stem(subject.split()[-1]) if kind else subject.split()[-1]
        key = slug(subject, 40)
        name = subject[0].upper() + subject[1:]
        return self.measures.new_one(
            key, unit, name, f"{name}, as the table counts them", f"'{subject}' is what it counts"
        )


def _sex(labels: tuple[str, ...]) -> str:
    return _SEX.get(labels[-1].lower(), "") if labels else ""


def _is_period(label: str) -> bool:
    found = periods(label)
    return len(found) == 1 and len(found[0].label) >= len(label.strip()) - 4


def _above(around: str) -> str:
    """The line above a table that is its title."""
    lines = [line.strip() for line in around.splitlines() if line.strip()]
    titles = [line for line in lines if _TITLE.match(line) or len(line.split()) < 15]
    return titles[0] if titles else ""
