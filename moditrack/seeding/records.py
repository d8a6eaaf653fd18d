"""Read the records, validate every value, and turn them into rows for the database's tables.

Every problem is collected and named with its file, row, column and value; nothing is guessed.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from moditrack.seeding.derive import finish
from moditrack.seeding.fields import (
    GUESS,
    MARK,
    OPTIONAL,
    PER_DOCUMENT,
    SHARED,
    read_value,
    table_of,
)
from moditrack.seeding.lines import NORMALISER

Row = dict[str, Any]
Tables = dict[str, list[Row]]

RECORDS = Path(__file__).resolve().parent.parent / "records"
"""The records that ship with moditrack."""

_DOCUMENT_KEYS = {
    "title": str, "kind": str, "publisher": str, "force": str, "committee": str,
    "reference": str, "date": str, "data_to": str, "url": str, "licence": str,
    "sha256": str, "normaliser": int, "note": str, "authors": list,
}  # fmt: skip
_KINDS = {str: "a text in quotes", int: "a whole number", list: "a list: write [[authors]]"}
_NEEDS = f"still needs a person: complete the row and clear its {MARK}"
_DOCUMENT_REQUIRED = {"title", "kind", "publisher", "force", "date", "sha256", "normaliser"}


class RecordsError(Exception):
    """The records are wrong. `problems` names each, one line a problem."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_records(folder: Path = RECORDS) -> Tables:
    """Read and validate a folder of records: {table: rows}, in the order of the files.

    Raises RecordsError with every problem found.
    """
    reader = _Reader(folder)
    tables = reader.read()
    if not reader.problems:
        finish(tables, reader.problem)
    if reader.problems:
        raise RecordsError(reader.problems)
    return tables


class _Reader:
    """Holds the rows read so far, the ids that can be referred to, and the problems."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self.tables: Tables = {}
        self.ids: dict[str, set[str]] = {}

    def read(self) -> Tables:
        if not self.folder.is_dir():
            self.problems.append(f"{self.folder}: is not a folder of records")
            return self.tables
        for file, columns in SHARED.items():
            self._file(self.folder / file, columns, None)
        if any(not (self.folder / file).is_file() for file in SHARED):
            return self.tables  # all that refers to the missing file would be named as well
        documents = self._documents()
        for folder in documents:
            for file, columns in PER_DOCUMENT.items():
                if file not in OPTIONAL or (folder / file).exists():
                    self._file(folder / file, columns, folder.name)
        self._conflicts(self.folder / "conflicts.toml")
        return self.tables

    def problem(self, path: Path, where: str, value: object, what: str) -> None:
        name = path.relative_to(self.folder)
        self.problems.append(f"{name}: {where}: {value!r} {what}")

    def _documents(self) -> list[Path]:
        """The document folders by date, each read from its document.toml."""
        found = []
        for folder in sorted(p for p in self.folder.iterdir() if p.is_dir()):
            if folder.name.startswith((".", "__")):
                continue
            data = self._toml(folder / "document.toml")
            if data is not None:
                found.append((str(data.get("date", "")), folder))
                self._document(folder, data)
        if not found:
            self.problems.append(f"{self.folder}: holds no folder with a document.toml")
        order = [folder for _, folder in sorted(found)]
        rows = self.tables.get("document", [])
        rows.sort(key=lambda row: (str(row["date"]), str(row["document"])))
        return order

    def _document(self, folder: Path, data: Row) -> None:
        path = folder / "document.toml"
        for key, value in data.items():
            if key not in _DOCUMENT_KEYS:
                self.problem(path, key, value, "is a key that documents do not have")
            elif not isinstance(value, _DOCUMENT_KEYS[key]):
                self.problem(path, key, value, f"is not {_KINDS[_DOCUMENT_KEYS[key]]}")
        for key in sorted(_DOCUMENT_REQUIRED):
            if data.get(key) in (None, ""):
                self.problem(path, key, data.get(key), "is missing")
        self._identity(path, folder.name, data)
        row: Row = {"document": folder.name}
        for key in _DOCUMENT_KEYS:
            if key != "authors":
                row[key] = data.get(key) or None
        for key, kind in (("date", "day"), ("data_to", "day?"), ("kind", "choice")):
            self._value(path, key, kind, str(data.get(key, "")), "document", key)
        for key in ("publisher", "force", "committee"):
            if row[key] is not None and str(row[key]) not in self.ids.get("agency", set()):
                self.problem(path, key, row[key], "is not in agencies.csv")
        self.tables.setdefault("document", []).append(row)
        self._authors(path, folder.name, data.get("authors", []))

    def _identity(self, path: Path, document: str, data: Row) -> None:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", document):
            self.problem(path, "folder", document, "is no id: publisher and date")
        sha256, normaliser = data.get("sha256"), data.get("normaliser")
        if isinstance(sha256, str) and sha256 and not re.fullmatch(r"[0-9a-f]{64}", sha256):
            self.problem(path, "sha256", sha256, "is not 64 hexadecimal digits")
        if normaliser is not None and (
            isinstance(normaliser, bool) or normaliser not in range(1, NORMALISER + 1)
        ):
            what = f"is no version of the normaliser: this moditrack has 1 to {NORMALISER}"
            self.problem(path, "normaliser", normaliser, what)

    def _authors(self, path: Path, document: str, authors: object) -> None:
        for position, author in enumerate(authors if isinstance(authors, list) else [], start=1):
            if not _texts(author, {"name", "post", "role"}):
                self.problem(path, f"author {position}", author, "needs name, post and role")
                continue
            self.tables.setdefault("document_author", []).append(
                {"document": document, "position": position, **author}
            )

    def _toml(self, path: Path) -> Row | None:
        try:
            return tomllib.loads(path.read_text("utf-8"))
        except OSError as error:
            self.problem(path, "file", path.name, f"cannot be read ({error.strerror})")
        except UnicodeDecodeError:
            self.problem(path, "file", path.name, "is not UTF-8")
        except tomllib.TOMLDecodeError as error:
            self.problem(path, "file", path.name, f"is not TOML ({error})")
        return None

    def _header(self, path: Path, header: list[str], columns: dict[str, str]) -> bool:
        """Whether a file has the columns that it should; a draft's own may be there."""
        for column in columns:
            if column not in header:
                self.problem(path, "header", column, "is missing")
        own = [column for column in header if column not in (GUESS, MARK)]
        for column in own:
            if column not in columns or own.count(column) > 1:
                self.problem(path, "header", column, "is not a column of this file")
        return sorted(own) == sorted(columns)

    def _lines(self, path: Path, columns: dict[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
        try:
            with path.open(encoding="utf-8", newline="") as file:
                reader = csv.reader(file, strict=True)
                header = next(reader, [])
                if not self._header(path, header, columns):
                    return
                for values in reader:
                    number = reader.line_num
                    if len(values) != len(header):
                        what = f"has {len(values)} values where the header has {len(header)}"
                        self.problem(path, f"row {number}", ",".join(values)[:60], what)
                    else:
                        row = dict(zip(header, values, strict=True))
                        if row.get(MARK):
                            self.problem(path, f"row {number}", values[0], _NEEDS)
                        yield number, row
        except OSError as error:
            self.problem(path, "file", path.name, f"cannot be read ({error.strerror})")
        except UnicodeDecodeError:
            self.problem(path, "file", path.name, "is not UTF-8")
        except csv.Error as error:
            self.problem(path, "file", path.name, f"is not CSV ({error})")

    def _file(self, path: Path, columns: dict[str, str], document: str | None) -> None:
        table = table_of(path.name)
        rows = self.tables.setdefault(table, [])
        key = next(iter(columns))
        unique = document is None or columns[key] == "id" or table in ("passage", "outcome_label")
        known = self.ids.setdefault(table if document is None else f"{document}:{table}", set())
        for position, (number, values) in enumerate(self._lines(path, columns), start=1):
            row: Row = {"_path": path, "_row": number}
            if document is not None:
                row |= {"document": document, "position": position}
            for column, kind in columns.items():
                row[column] = self._value(
                    path, f"row {number}, {column}", kind, values[column], table, column, document
                )
            if unique and values[key] in known:
                self.problem(path, f"row {number}, {key}", values[key], "is there twice")
            known.add(values[key])
            rows.append(row)

    def _value(
        self,
        path: Path,
        where: str,
        kind: str,
        text: str,
        table: str,
        column: str,
        document: str | None = None,
    ) -> Any:
        try:
            value = read_value(kind, text, table, column)
        except ValueError as error:
            self.problem(path, where, text, str(error))
            return None
        target = kind.rstrip("?+")
        if value is None or target in (
            "text",
            "number",
            "count",
            "flag",
            "id",
            "period",
            "day",
            "levels",
        ):
            return value
        if target == "locator":
            known, file = self.ids[f"{document}:passage"], "passages.csv"
        elif target.startswith("own:"):
            own = target.removeprefix("own:")
            known, file = self.ids.get(f"{document}:{own}", set()), f"{own}s.csv"
        elif target == "choice":
            return value
        else:
            known = self.ids.get(target, set())
            file = next(f for f in SHARED if table_of(f) == target)
        for item in value if isinstance(value, list) else [value]:
            if item not in known:
                self.problem(path, where, item, f"is not in {file}")
        return value

    def _conflicts(self, path: Path) -> None:
        data = self._toml(path)
        if data is None:
            return
        entries = data.get("conflict", [])
        for key in data:
            if key != "conflict":
                self.problem(path, key, data[key], "is no key of this file: write [[conflict]]")
        if not isinstance(entries, list):
            self.problem(path, "conflict", entries, "is not a list: write [[conflict]]")
            return
        for position, entry in enumerate(entries, start=1):
            plain = isinstance(entry, dict) and _texts(
                {k: v for k, v in entry.items() if k not in ("subjects", "sides")},
                {"id", "statement", "verdict", "why"},
            )
            lists = plain and all(isinstance(entry.get(k), list) for k in ("subjects", "sides"))
            if not lists or not entry["subjects"] or not entry["sides"]:
                what = "needs id, statement, verdict, why, subjects and sides"
                self.problem(path, f"conflict {position}", entry, what)
                continue
            self._conflict(path, f"conflict {entry['id']!r}", position, entry)

    def _conflict(self, path: Path, where: str, position: int, entry: Row) -> None:
        known = self.ids.setdefault("conflict", set())
        if entry["id"] in known:
            self.problem(path, where, entry["id"], "is there twice")
        known.add(entry["id"])
        for key in ("id", "statement", "why"):
            kind = "id" if key == "id" else "text"
            self._value(path, f"{where}, {key}", kind, entry[key], "conflict", key)
        self._value(path, f"{where}, verdict", "choice", entry["verdict"], "conflict", "verdict")
        row = {"conflict": entry["id"], "position": position}
        row |= {key: entry[key] for key in ("statement", "verdict", "why")}
        self.tables.setdefault("conflict", []).append(row)
        for number, subject in enumerate(entry["subjects"], start=1):
            kinds = [k for k in ("operation", "agency") if str(subject) in self.ids.get(k, ())]
            if not kinds:
                self.problem(path, where, subject, "is no operation and no agency")
                continue
            self.tables.setdefault("conflict_subject", []).append(
                {"conflict": entry["id"], "position": number, kinds[0]: subject}
            )
        for number, side in enumerate(entry["sides"], start=1):
            if not _texts(side, {"citation", "states"}):
                self.problem(path, where, side, "needs citation and states")
                continue
            document, _, locator = side["citation"].partition("#")
            if locator not in self.ids.get(f"{document}:passage", ()):
                self.problem(path, where, side["citation"], "cites no passage")
                continue
            self.tables.setdefault("conflict_side", []).append(
                {
                    "conflict": entry["id"],
                    "position": number,
                    "document": document,
                    "locator": locator,
                    "states": side["states"],
                }
            )


def _texts(value: object, keys: set[str]) -> bool:
    """Whether a value is a table of exactly these keys, each with a text."""
    return (
        isinstance(value, dict)
        and set(value) == keys
        and all(isinstance(v, str) and v.strip() for v in value.values())
    )
