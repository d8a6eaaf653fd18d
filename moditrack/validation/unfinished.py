"""Unfinished records: rows that need a person, and rows that wait for them.

Neither is in the database. A row waits where it refers to one that is unfinished or waits itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from moditrack.checks.can_be_shown import COUNTED, COUNTS
from moditrack.checks.claim_inputs import alternatives, figure_ids
from moditrack.counting import counted
from moditrack.tables import Row
from moditrack.validation.columns import NEEDS_A_PERSON, NEW, table_of

Line = tuple[int, list[str]]
"""The number of a row in its file, and its values."""

DOCUMENT = "document.toml"
_COUNTED = {"part": "parts.csv", "definition": "definitions.csv"}
"""The file whose rows a claim of the kind list-count counts, by the start of its inputs."""


_SHARED = [table_of(file) for file in NEW]
"""Tables of the shared lists, for which a document can propose lines."""


class Unfinished:
    """The unfinished rows of a folder of records, in the order in which they are read.

    Each row has document, file, row (its number in the file; None for document.toml), needs (what a
    person has to decide; None where it waits), waits_for (what it refers to) and texts (its values
    as written, by column).
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.left_out: set[str] = set()
        """Documents that are not in the database."""
        self._names: dict[str, set[str]] = {}

    def add(
        self,
        document: str,
        file: str,
        row: int | None,
        texts: dict[str, str],
        *,
        waits_for: str | None = None,
    ) -> None:
        """Keep a row that needs a person, or waits for another."""
        needs = None if waits_for else texts.get(NEEDS_A_PERSON, "").strip()
        self.rows.append(
            {
                "document": document,
                "file": file,
                "row": row,
                "needs": needs,
                "waits_for": waits_for,
                "texts": texts,
            }
        )
        if row is not None:
            key = next(iter(texts.values()), "")
            self._names.setdefault(table_of(file), set()).add(f"{document}:{key}")

    def ready(
        self, document: str, file: str, columns: Mapping[str, str], lines: list[Line]
    ) -> list[Line]:
        """The rows that wait for no other; those that do are kept here."""
        if not self._names and not self.left_out:
            return lines
        names = list(columns)
        kept = []
        for number, values in lines:
            texts = dict(zip(names, values, strict=True))
            referred = [
                (_table(file, column, columns[column]), name)
                for column, text in texts.items()
                for name in (text.split() if "+" in columns[column] else [text])
            ]
            if texts.get("property") in ("lead", "partner", "parent"):
                referred += [("agency", texts["value"]), ("operation", texts["value"])]
            out = (name for table, name in referred if self._is_out(document, table, name))
            waits_for = next(out, None)
            if waits_for is None:
                kept.append((number, values))
            else:
                self.add(document, file, number, texts, waits_for=waits_for)
        return self._whole_tables(document, names, kept) if file == "figures.csv" else kept

    def _whole_tables(self, document: str, names: list[str], lines: list[Line]) -> list[Line]:
        """The figures but those of a table of counts that lacks a cell: what is shown of such a
        table is summed over its cells, so all of it waits."""
        open_ = {
            (row["texts"].get("locator"), row["texts"].get("table")): next(
                iter(row["texts"].values())
            )
            for row in self.rows
            if row["document"] == document
            and row["texts"].get("table")
            and row["texts"].get("cell", "") in ("", *COUNTED)
        }
        kept = []
        for number, values in lines:
            texts = dict(zip(names, values, strict=True))
            waits_for = open_.get((texts["locator"], texts["table"]))
            if waits_for and texts["measure"] in COUNTS and texts["cell"] in COUNTED:
                self.add(document, "figures.csv", number, texts, waits_for=waits_for)
            else:
                kept.append((number, values))
        return kept

    def ready_claims(self, document: str, claims: list[Row]) -> list[Row]:
        """The claims whose figures are all finished; the others are kept here."""
        if not self.rows:
            return claims
        kept = []
        for claim in claims:
            waits_for = self._unfinished_input(document, claim)
            if waits_for is None:
                kept.append(claim)
            else:
                texts = {k: str(v) for k, v in claim.items() if v is not None and k[0] != "_"}
                self.add(document, "claims.csv", claim["_row"], texts, waits_for=waits_for)
        return kept

    def is_new(self, document: str, table: str, name: object) -> bool:
        """Whether an id of a shared list is one that a document proposes and nobody has settled."""
        return self._is_out(document, table, str(name or ""))

    def cites(self, document: str, locator: str) -> bool:
        """Whether a citation is of a passage that is not in the database."""
        return document in self.left_out or self._is_out(document, "passage", locator)

    def has_check(self, check: str) -> bool:
        """Whether a check is not there because rows of its document are unfinished."""
        document = check.partition(":")[0]
        return any(row["document"] == document for row in self.rows) or any(
            row["texts"].get("id") == check for row in self.rows
        )

    def tables(self, document: str) -> set[str]:
        """The locators of the tables of a document that have unfinished cells."""
        return {
            row["texts"].get("locator", "")
            for row in self.rows
            if row["document"] == document and row["texts"].get("table")
        }

    def _is_out(self, document: str, table: str, text: str) -> bool:
        if not table or not text:
            return False
        name = text if table in ("figure", "commitment") and ":" in text else f"{document}:{text}"
        return name in self._names.get(table, ()) or name.partition(":")[0] in self.left_out - {
            document
        }

    def _unfinished_input(self, document: str, claim: Row) -> str | None:
        kind, inputs = claim["kind"], claim["inputs"]
        if kind == "list-count":
            file = _COUNTED.get(inputs.partition(":")[0])
            open_ = any((row["document"], row["file"]) == (document, file) for row in self.rows)
            return str(inputs) if open_ else None
        for expression in (inputs, *(own for _, own in alternatives(claim))):
            try:
                names = figure_ids(kind, expression)
            except ValueError:  # a weekday, or what is_complete reports
                continue
            for name in names:
                if self._is_out(document, "figure", name):
                    return name
        return None


def _table(file: str, column: str, kind: str) -> str:
    """The table whose rows a column refers to and can wait for; empty for other columns."""
    if (file, column) == ("followups.csv", "commitment"):
        return "commitment"
    kind = kind.rstrip("?+")
    if kind in _SHARED:
        return kind
    return "passage" if kind == "locator" else kind.partition("own:")[2]


def place(row: Row) -> str:
    """Where an unfinished row is: its file and row."""
    if name := row["texts"].get("id"):
        return f"{row['file']}, conflict '{name}'"
    path = str(Path(row["document"] or "") / row["file"])
    return path if row["row"] is None else f"{path}, row {row['row']}"


def unfinished_in_words(rows: list[Row]) -> list[str]:
    """What is unfinished, a sentence for each document."""
    sentences = []
    for document in dict.fromkeys(row["document"] for row in rows):
        own = [row for row in rows if row["document"] == document]
        numbers = Counter(row["file"] for row in own if row["needs"] is not None)
        waiting = sum(row["needs"] is None for row in own)
        missing = next((row["needs"] for row in own if row["texts"].get("missing")), None)
        read_through = DOCUMENT in numbers and not missing
        del numbers[DOCUMENT]
        parts = [f"{n} in {file}" for file, n in numbers.items()]
        if read_through:
            parts.append("read document.toml through")
        if missing:
            parts.append(f"all of it waits for the {missing} of document.toml")
        elif waiting:
            wait = "waits" if waiting == 1 else "wait"
            parts.append(f"{counted(waiting, 'other row')} {wait} for these")
        open_ = counted(numbers.total(), "row")
        sentences.append(f"{document}: {open_} unfinished ({'; '.join(parts)}).")
    return sentences


def refusal(rows: list[Row]) -> str | None:
    """Why records in the making are not final, in one sentence; None where they are."""
    open_ = [row for row in rows if row["needs"] is not None]
    if not open_:
        return None
    first = open_[0]
    places = "one place" if len(open_) == 1 else f"{len(open_)} places"
    needs = f"{place(first)} ({first['needs']})"
    how = "complete the row and empty its needs_a_person, or write none there"
    if first["file"] == DOCUMENT:
        line = first["texts"].get("unfinished")
        how = "then delete its line unfinished" if line else "finish the row of that agency"
    return f"The records are unfinished in {places}, the first is {needs}: {how}."
