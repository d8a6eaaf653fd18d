"""One made document: the rows of each of its files."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from arithmetic import Claims, Figure, cells
from identifiers import UNITS, Chance, Identifiers
from real_records import Pattern, Row, move_years

AGENCIES, OPERATIONS = 6, 4
"""How many units and operations of its force a document speaks of."""
PARTS = 4
"""How many parts a list has, but for a document's last list."""
WITH_TABLES = 4
"""One document in so many has tables."""


class Document:
    """What a document says. `figures` and `passages` are how many it has."""

    def __init__(
        self, ids: Identifiers, pattern: Pattern, number: int, figures: int, passages: int
    ):
        self.ids, self.pattern, self.number = ids, pattern, number
        self.count, self.length = figures, passages
        self.chance = Chance(ids.seed, "document", number)
        self.id, self.date = ids.document(number), ids.date(number)
        self.force = number % ids.forces
        self.place = ids.place(number)
        self.tables = number % WITH_TABLES == 0
        units = self.chance.some(range(1, UNITS), AGENCIES)
        self.units = [ids.unit(self.force, unit) for unit in units]
        self.agencies = [ids.force(self.force), *self.units]
        own = self.chance.some(ids.operations_of(self.force), OPERATIONS)
        self.operations = {ids.operation(operation): operation for operation in own}
        self.names = list(self.operations)
        self.locators, self.places = self._places()

    def write(self, folder: Path) -> None:
        """Write the document's folder."""
        own = folder / self.id
        own.mkdir()
        (own / "document.toml").write_text(self._document(), "utf-8")
        for file, rows in self._files():
            text = io.StringIO()
            header = self.pattern.headers[file]
            writer = csv.DictWriter(text, header, "", "ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            (own / file).write_text(text.getvalue(), "utf-8")

    def conflict(self) -> str:
        """What differs between this document and the one of its force before it, as TOML."""
        earlier = self.ids.before(self.number)
        other = self.id if earlier is None else self.ids.document(earlier)
        verdict = self.chance.pick(("conflict", "ambiguous"))
        operation = self.chance.pick(self.names)
        one, two = self.chance.below(200), self.chance.below(200)
        return (
            f'[[conflict]]\nid = "staffing-{self.id}"\nstatement = "Officers of {operation}"\n'
            f'verdict = "{verdict}"\nwhy = "One passage gives {one} officers, another {two}"\n'
            f'subjects = ["{operation}", "{self.agencies[0]}"]\nsides = [\n'
            f'    {{ citation = "{other}#1", states = "{one} officers" }},\n'
            f'    {{ citation = "{self.id}#2", states = "{two} officers in {self.place}" }},\n]\n\n'
        )

    def finding(self) -> str:
        """The finding that the conflict belongs to, as TOML: of a severity of its own."""
        return (
            f"[[finding]]\nseverity = {1 + self.number % 4}\n"
            f'checks = ["staffing-{self.id}"]\ntitle = "Officers of {self.id}"\n'
            'differs = "Two numbers of officers"\nmatters = "A result is credited to them."\n'
            'question = "How many officers were there?"\n\n'
        )

    def rows_of(self, file: str, document: int | None = None) -> int:
        """How many rows a file has: over many documents, as many as the real ones have."""
        number = self.number if document is None else document
        rate = self.pattern.rates[file] * self.length
        return int((number + 1) * rate) - int(number * rate)

    def _places(self) -> tuple[list[Row], list[str]]:
        """The passages, and those among them that are text."""
        tables = (
            list(dict.fromkeys(cell["table"] for cell in self.pattern.cells)) if self.tables else []
        )
        found = [("header", "header"), ("summary.p1", "unnumbered"), ("summary.p2", "unnumbered")]
        paragraph = bullet = 0
        while len(found) < self.length - len(tables):
            if paragraph < 2 or bullet == 0:
                paragraph += 1
                found.append((f"{paragraph}", "paragraph"))
                bullet = self.chance.below(4) if paragraph > 1 else 0
            else:
                found.append((f"{paragraph}.b{bullet}", "bullet"))
                bullet -= 1
        texts = [locator for locator, _ in found]
        found += [(f"{paragraph}.{table}", "table") for table in tables]
        rows = []
        for locator, kind in found:
            like = self.chance.pick(self.pattern.rows["passages.csv"])
            digest = hashlib.sha256(f"{self.ids.seed}/{self.id}#{locator}".encode()).hexdigest()
            rows.append({"locator": locator, "kind": kind, "heading": like["heading"],
                         "words": like["words"], "digest": digest})  # fmt: skip
        return rows, texts

    def _document(self) -> str:
        reference = f"Report {self.number + 1}"
        return (
            f'title = "Organised crime in {self.place}"\nkind = "report"\n'
            f'publisher = "{self.agencies[0]}"\nforce = "{self.agencies[0]}"\n'
            f'committee = "{self.ids.unit(self.force, 0)}"\nreference = "{reference}"\n'
            f'date = "{self.date}"\nsha256 = "{hashlib.sha256(self.id.encode()).hexdigest()}"\n'
            f'normaliser = 1\n\n[[authors]]\nname = "Author {self.number + 1}"\n'
            f'post = "Head of {self.units[0]}"\nrole = "author"\n'
        )

    def _files(self) -> Iterator[tuple[str, list[Row]]]:
        parts = self._similar_rows("parts.csv", self._part)
        lists: dict[str, int] = {}
        for row in parts:
            name = f"part:{row['operation']}/{row['list']}"
            lists[name] = lists.get(name, 0) + 1
        claims = Claims(self.chance, self.pattern.kinds, lists)
        table_cells = cells(self.pattern, self.chance, self.date.year) if self.tables else []
        drawn = claims.make(self.rows_of("claims.csv"), self.count - len(table_cells))
        figures = [self._of_claim(figure) for figure in drawn]
        figures += [self._figure(n) for n in range(self.count - len(figures) - len(table_cells))]
        self._spread(figures)
        if self.tables:
            last = self.locators[-1]["locator"].partition(".")[0]
            for row in table_cells:
                row["locator"] = f"{last}.{row['table']}"
                row["agency"] = self.agencies[0]
            claims.add_cell_claims(self.pattern.claims, self.date.year, table_cells)
            yield "outcome_labels.csv", self.pattern.labels
        locators = {row["figure"]: row["locator"] for row in (*figures, *table_cells)}
        for row in claims.rows:
            row["locator"] = locators.get(row["stated"], self.locators[0]["locator"])
        yield "passages.csv", self.locators
        yield "figures.csv", [*figures, *table_cells]
        yield "claims.csv", claims.rows
        yield "parts.csv", parts
        yield "names.csv", self._similar_rows("names.csv", self._name)
        yield "statements.csv", self._similar_rows("statements.csv", self._statement)
        for file, text in (
            ("responsibilities.csv", "responsibility"), ("events.csv", "event"),
            ("definitions.csv", "definition"), ("references.csv", "note"),
            ("numerals.csv", "reason"),
        ):  # fmt: skip
            yield (
                file,
                self._similar_rows(file, lambda row, _, text=text: self._write_text(row, text)),
            )
        yield "commitments.csv", self._similar_rows("commitments.csv", self._commitment(figures))
        if (earlier := self.ids.before(self.number)) is not None:
            yield "followups.csv", self._followups(earlier)

    def _similar_rows(self, file: str, change: Callable[[Row, int], None]) -> list[Row]:
        """Rows that take after real ones: other places, agencies, operations and years."""
        rows = []
        for number in range(self.rows_of(file)):
            row = self._adapted(self.chance.pick(self.pattern.rows[file]))
            change(row, number)
            rows.append(row)
        self._spread(rows)
        return rows

    def _adapted(self, like: Row) -> Row:
        row = dict(like)
        years = self.date.year - int(row["_year"])
        for column in ("date", "due", "period", "printed"):
            if row.get(column):
                row[column] = move_years(row[column], years)
        if row.get("agency"):
            row["agency"] = self.chance.pick(self.agencies)
        if row.get("operation"):
            row["operation"] = self.chance.pick(self.names)
        return row

    def _spread(self, rows: list[Row]) -> None:
        """Give rows their passages, in the order of these."""
        for number, row in enumerate(rows):
            row["locator"] = self.places[number * len(self.places) // len(rows)]

    def _write_text(self, row: Row, column: str) -> None:
        """Name the document's place in one text of eight."""
        if row[column] and self.chance.one_in(8):
            row[column] = f"{row[column]}, in {self.place}"

    def _figure(self, number: int) -> Row:
        row = self._adapted(self.chance.pick(self.pattern.rows["figures.csv"]))
        row["figure"] = f"{row['measure']}-{number + 1}"
        if row["bound"] == "exact" and row["printed"] == row["value"]:
            row["value"] = row["printed"] = str(self.chance.below(10 ** (len(row["value"]) + 1)))
        self._write_text(row, "description")
        return row

    def _of_claim(self, figure: Figure) -> Row:
        row = {"figure": figure.id, "printed": figure.printed, "value": figure.value,
               "bound": "exact", "status": "recorded", "measure": figure.measure,
               "period": str(self.date.year - 1), "agency": self.chance.pick(self.agencies),
               "operation": self.chance.pick(self.names) if self.chance.one_in(2) else "",
               "description": figure.description}  # fmt: skip
        self._write_text(row, "description")
        return row

    def _name(self, row: Row, _: int) -> None:
        if row["operation"]:
            name = self.ids.operation_name(self.operations[row["operation"]])
        else:
            name = row["agency"].upper()
        short = name.removeprefix("Operation ")
        row["name"] = {"name": name, "abbreviation": short, "variant": f"{short} team"}.get(
            row["kind"], "the operation"
        )

    def _statement(self, row: Row, _: int) -> None:
        kind = row["property"]
        if kind in ("lead", "partner"):
            row["value"] = self.chance.pick(self.agencies)
        elif kind == "parent" and row["agency"]:
            row["agency"], row["value"] = self.chance.pick(self.units), self.agencies[0]
        elif kind in ("parent", "start", "end"):
            number = self.operations[row["operation"]]
            parent = self.ids.parent(number)
            if kind != "parent":
                row["value"] = str(2003 + number % 24 + (kind == "end"))
            elif parent is None:
                row["property"], row["value"] = "scope", "the whole force"
            else:
                row["value"] = self.ids.operation(parent)
        self._write_text(row, "statement")

    def _part(self, row: Row, number: int) -> None:
        """Four parts make a list, and every operation has one before any has two."""
        turn, place = divmod(number // PARTS, len(self.names))
        row["operation"] = self.names[place]
        row["list"] = self.pattern.lists[turn % len(self.pattern.lists)]

    def _commitment(self, figures: list[Row]) -> Callable[[Row, int], None]:
        def change(row: Row, number: int) -> None:
            row["commitment"] = f"c-{number + 1}"
            row["agencies"] = " ".join(self.chance.some(self.agencies, 1 + self.chance.below(2)))
            row["target"] = self.chance.pick(figures)["figure"] if row["target"] else ""
            self._write_text(row, "description")

        return change

    def _followups(self, earlier: int) -> list[Row]:
        promised, document = self.rows_of("commitments.csv", earlier), self.ids.document(earlier)

        def change(row: Row, number: int) -> None:
            row["commitment"] = f"{document}:c-{number % promised + 1}"

        return self._similar_rows("followups.csv", change) if promised else []
