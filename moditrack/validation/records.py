"""Read the CSV files of the records: unknown columns, wrong values, ids that do not exist.

Every problem is collected with its file, row, column and value; nothing is guessed. build/load.py
checks documents against each other.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from moditrack import read_file
from moditrack.counting import counted
from moditrack.tables import RecordTables, Row
from moditrack.validation.answers import Answers
from moditrack.validation.columns import (
    NEEDS_A_PERSON,
    NEW,
    OPTIONAL,
    PER_DOCUMENT,
    RESTS_ON,
    SHARED,
    table_of,
)
from moditrack.validation.named_measures import by_name
from moditrack.validation.problems import DanglingError, Problems, RecordsError, in_row
from moditrack.validation.read_values import Reader, cached_reader, read_value, reader
from moditrack.validation.suggestions import did_you_mean, elsewhere
from moditrack.validation.unfinished import Unfinished

Known = dict[str, set[str]]
"""The ids that a value may refer to, by table."""

RECORDS = Path(__file__).resolve().parent.parent / "records"
"""The records that ship with moditrack."""

_PLAIN = {"text", "number", "count", "flag", "id", "period", "day", "levels", "choice"}
"""Kinds of value that are not references."""


class UnreadIds(set[str]):
    """Stands in for the ids of an unreadable file, so that references to it add no problems."""

    def __contains__(self, item: object) -> bool:
        return True


class Records:
    """A folder of records: shared files and documents.

    `problems` and `unfinished` are those found so far.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems = Problems(folder)
        self.ids: Known = {}
        self.named: dict[str, dict[str, str]] = {table_of(file): {} for file in NEW}
        """The ids of agencies, operations and measures by their names."""
        self._named: dict[str, Row] = {}
        self._new: dict[str, Row] = {}
        self.unfinished = Unfinished()
        self._answers = Answers(self.unfinished)
        self._unread: set[Path] = set()

    def _not_utf_8(self, path: Path) -> None:
        """Report the row and byte at which a file is not UTF-8."""
        data = path.read_bytes()
        try:
            data.decode()
        except UnicodeDecodeError as error:
            row = data.count(b"\n", 0, error.start) + 1
            wrong = data[error.start : error.start + 1]
            self.problems.add(path, in_row(row), wrong, "is not UTF-8")

    def shared(self) -> RecordTables:
        """The rows of the shared files. RecordsError where the folder has none of them."""
        if not any((self.folder / file).exists() for file in SHARED):
            raise RecordsError([f"{self.folder}: is not a folder of records"])
        tables = {
            table_of(file): self._file(self.folder / file, columns, None, self.ids)
            for file, columns in SHARED.items()
        }
        for file in NEW:
            for path in sorted(self.folder.glob(f"*/{file}")):
                tables[table_of(file)] += self._new_lines(path)
        for table in map(table_of, NEW):
            for row in tables[table]:
                names = row["name"], row.get("abbreviation")
                self.named[table] |= {name.casefold(): row[table] for name in names if name}
        self._named = {row["measure"]: row for row in tables["measure"]}
        return tables

    def _new_lines(self, path: Path) -> list[Row]:
        """The finished lines for a shared file that a document proposes; those it has are left."""
        known, table = dict(self.ids), table_of(path.name)
        rows = self._file(path, NEW[path.name], None, known)
        new = [row for row in rows if row[table] not in self.ids[table]]
        self.ids[table].update(row[table] for row in new)
        return new

    def read(self, document: str) -> RecordTables:
        """Read the files of one document into rows by table, its new measures among them."""
        known = dict(self.ids)
        folder = self.folder / document
        tables = {
            table_of(file): self._file(folder / file, columns, document, known)
            for file, columns in PER_DOCUMENT.items()
            if file not in OPTIONAL or (folder / file).exists()
        }
        last = max((row["position"] for row in tables["numeral"]), default=0)
        tables["numeral"] += self._answers.numerals(document, last + 1)
        new, self._new = self._new, {}
        if document in self.unfinished.left_out:
            self.ids["measure"].difference_update(new)
        else:
            self._named |= new
        return {"measure": list(new.values()), **tables}

    def toml(self, path: Path) -> Row | None:
        """The content of a TOML file; None where it cannot be read."""
        try:
            return tomllib.loads(read_file.read(path).decode())
        except OSError as error:
            self.problems.add(path, "file", path.name, f"cannot be read ({error.strerror})")
        except UnicodeDecodeError:
            self._not_utf_8(path)
        except (ValueError, RecursionError) as error:  # ValueError also where a number is too long
            self.problems.add(path, "file", path.name, f"is not TOML ({error})")
        return None

    def entries(self, path: Path, name: str) -> list[Any]:
        """The tables [[name]] of a TOML file that may have nothing else."""
        data = self.toml(path) or {}
        for key in data:
            if key != name:
                what = f"is not a key of this file: write [[{name}]]"
                self.problems.add(path, key, data[key], what)
        entries = data.get(name, [])
        if isinstance(entries, list):
            return entries
        self.problems.add(path, name, entries, f"is not a list: write [[{name}]]")
        return []

    def value(self, path: Path, place: str, kind: str, text: str, column: tuple[str, str]) -> Any:
        """Read a value of a TOML file; `column` is its table and column in the database."""
        return self._read_or_report(path, place, self._reader(kind, column, self.ids), text)

    def _read_or_report(self, path: Path, place: str, read: Reader, text: str) -> Any:
        """Read a value; report a wrong one and return None."""
        try:
            return read([text])[0]
        except ValueError as error:
            items = error.items if isinstance(error, DanglingError) else [(text, str(error))]
            for item, what in items:
                self.problems.add(path, place, item, what)
            return None

    def _header(self, path: Path, header: list[str], columns: dict[str, str]) -> bool:
        """Whether a file has its columns, once each; a draft's extra columns are allowed."""
        for column in columns:
            if column not in header:
                self.problems.add(path, "header", column, "is missing")
        drafted = (RESTS_ON, NEEDS_A_PERSON) if path.parent != self.folder else ()
        own = [column for column in header if column not in drafted]
        for column in own:
            if column not in columns or own.count(column) > 1:
                near = did_you_mean(column, [name for name in columns if name not in header])
                self.problems.add(path, "header", column, f"is not a column of this file{near}")
        return all(own.count(column) == 1 for column in columns)

    def _lines(self, path: Path, columns: dict[str, str]) -> Iterator[tuple[int, list[str]]]:
        """The number and values of each finished row, the values in the order of `columns`."""
        self._unread.add(path)
        if path.exists() and not (path.is_file() or path.is_dir()):
            self.problems.add(path, "file", path.name, "is not a regular file")
            return
        try:
            with path.open(encoding="utf-8", newline="") as file:
                reader = csv.reader(file, strict=True)
                header = next(reader, [])
                if not self._header(path, header, columns):
                    return
                places = [header.index(column) for column in columns]
                in_order = places == list(range(len(header)))
                mark = header.index(NEEDS_A_PERSON) if NEEDS_A_PERSON in header else None
                earlier: dict[str, list[str] | None] = {}  # None: unfinished
                for read in reader:
                    values = read
                    number = reader.line_num
                    if len(values) != len(header):
                        has = counted(len(values), "value")
                        what = f"has {has} where the header has {len(header)}"
                        self.problems.add(path, in_row(number), ",".join(values), what)
                        continue
                    if mark is not None:
                        own = values[0]
                        if values[mark].strip():
                            values = self._answers.complete_row(
                                path, number, header, values, mark, earlier
                            )
                        earlier[own] = values or None
                        if not values:
                            continue
                    yield number, values if in_order else [values[place] for place in places]
            self._unread.discard(path)
        except OSError as error:
            self.problems.add(path, "file", path.name, f"cannot be read ({error.strerror})")
        except UnicodeDecodeError:
            self._not_utf_8(path)
        except csv.Error as error:
            self.problems.add(path, in_row(reader.line_num), path.name, f"is not CSV ({error})")

    def _file(
        self, path: Path, columns: dict[str, str], document: str | None, known: Known
    ) -> list[Row]:
        table = table_of(path.name)
        names = list(columns)
        key = names[0]
        unique = document is None or columns[key] == "id" or table in ("passage", "outcome_label")
        key_kind = table if document is None else f"own:{table}"
        before = len(self.problems)
        lines = list(self._lines(path, columns))
        if document is not None:
            lines = self.unfinished.ready(document, path.name, columns, lines)
            lines = self._answers.without_what_hangs_on_none(document, path.name, columns, lines)
        if table == "figure":
            known["measure"] |= by_name(path, lines, names, self._named, self._new, self.problems)
        texts = list(zip(*(values for _, values in lines), strict=True)) or [()] * len(names)
        own = known[key_kind] = UnreadIds() if path in self._unread else set(texts[0])
        readers = [self._reader(kind, (table, name), known) for name, kind in columns.items()]
        try:
            read = [each(column) for each, column in zip(readers, texts, strict=True)]
        except ValueError:
            read = self._read_singly(path, lines, names, readers)
        if unique and len(own) < len(lines):
            self._report_duplicates(path, key, [(number, values[0]) for number, values in lines])
        self.problems.sort_by_row(before)
        many = len(lines)
        places: Row = {"_path": [path] * many, "_row": [number for number, _ in lines]}
        if document is not None:
            places |= {"document": [document] * many, "position": [n - 1 for n, _ in lines]}
        keys = [*names, *places]
        rows = zip(*read, *places.values(), strict=True)
        return [dict(zip(keys, row, strict=True)) for row in rows]

    def _read_singly(
        self,
        path: Path,
        lines: list[tuple[int, list[str]]],
        names: list[str],
        readers: list[Reader],
    ) -> list[list[Any]]:
        """Read the columns of a file value by value and report the wrong ones."""
        rows = [
            [
                self._read_or_report(path, in_row(number, name), read, text)
                for name, read, text in zip(names, readers, values, strict=True)
            ]
            for number, values in lines
        ]
        return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in names]

    def _report_duplicates(self, path: Path, key: str, numbered: list[tuple[int, str]]) -> None:
        found: set[str] = set()
        for number, text in numbered:
            if text in found:
                self.problems.add(path, in_row(number, key), text, "is there twice")
            found.add(text)

    def _reader(self, kind: str, column: tuple[str, str], known: Known) -> Reader:
        """A reader of this kind of value that also checks its references."""
        target = kind.rstrip("?+")
        if target in _PLAIN:
            return reader(kind, *column)
        if target == "locator":
            ids, file = known.get("own:passage", set()), "passages.csv"
        elif target.startswith("own:"):
            ids, file = known.get(target, set()), f"{target.removeprefix('own:')}s.csv"
        else:
            ids, file = known.get(target, set()), next(f for f in SHARED if table_of(f) == target)

        def fits(item: str) -> str:
            files = {table_of(name): name for name in SHARED}
            near = did_you_mean(item, ids, self.named.get(target))
            return elsewhere(item, known, files) or near

        def read(text: str) -> Any:
            if text and text in ids and "+" not in kind:
                return text
            value = read_value(kind, text, *column)
            items = value if isinstance(value, list) else [value]
            if dangling := [item for item in items if item is not None and item not in ids]:
                raise DanglingError([(item, f"is not in {file}{fits(item)}") for item in dangling])
            return value

        return cached_reader(read)
