"""Unfinished rows of the records: what of the text they take, for a person to decide."""

from __future__ import annotations

from moditrack.tables import Row
from moditrack.verify.differences import Evidence, OpenRow
from moditrack.verify.matching import OPEN, Texts

_COUNTS = {"figures.csv": "figures", "events.csv": "dates", "names.csv": "names"}


class OpenRows:
    """The unfinished rows of a document; each is counted, and none is a difference."""

    def __init__(self, evidence: Evidence, rows: list[Row], texts: Texts) -> None:
        self._evidence = evidence
        self._texts = texts
        numbered = [row | {"position": row["row"] - 1} for row in rows if row["row"] is not None]
        figures = [row for row in numbered if row["file"] == "figures.csv"]
        self.figures = [row for row in figures if not row["texts"].get("table")]
        """Those of prose, to be matched in the order of the file."""
        self.cells = [row for row in figures if row["texts"].get("table")]
        self.names = [row for row in numbered if row["file"] == "names.csv"]
        self._others = [row for row in numbered if row["file"] != "figures.csv"]
        self._others += [row for row in rows if row["row"] is None]
        for row in self.cells:
            self._keep(row)

    def match(self, row: Row) -> None:
        """Let an unfinished row take what it prints."""
        one = self._keep(row)
        if found := self._texts.match(row["texts"].get("locator", ""), one.printed, by=OPEN):
            one.place = found

    def match_others(self) -> None:
        """Let the rows of all other files take what they print."""
        for row in self._others:
            self.match(row)

    def _keep(self, row: Row) -> OpenRow:
        if count := _COUNTS.get(row["file"]):
            getattr(self._evidence, count).total += 1
        locator = row["texts"].get("locator", "")
        citation = f"{row['document']}#{locator}" if locator else row["document"]
        one = OpenRow(citation, row, (locator, 0))
        self._evidence.unfinished.append(one)
        return one
