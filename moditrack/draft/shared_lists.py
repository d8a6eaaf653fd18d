"""The shared lists as a draft uses them: measures, and which agencies and posts a name can mean."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from moditrack.draft.names.kinds_of_names import KINDS
from moditrack.errors import FileError

Row = dict[str, str]
_LISTS = ("agencies.csv", "operations.csv", "measures.csv", "outcome_types.csv")
_OF_WHOM = re.compile(r"(?P<name>[^()]+) \((?P<whom>[^()]+)\)")
"""The name of a row, and in brackets whose it is."""


@dataclass(frozen=True)
class Subject:
    """An agency or operation, and one of its names. kind: as in names.csv."""

    table: str
    id: str
    name: str
    kind: str = "name"


@dataclass
class Lists:
    """The rows of the shared files by id, and every name that their documents print."""

    agencies: dict[str, Row] = field(default_factory=dict)
    operations: dict[str, Row] = field(default_factory=dict)
    measures: dict[str, Row] = field(default_factory=dict)
    outcome_types: dict[str, Row] = field(default_factory=dict)
    printed: list[Subject] = field(default_factory=list)

    def of_others(self, printed: str) -> set[str]:
        """The names that are those of a body whose own name a document does not print.

        A row "Commissioner (Harl Police)" names that of the Harl Police only.
        """
        short = {row["name"]: row.get("abbreviation", "") for row in self.agencies.values()}
        found = set()
        for row in (*self.agencies.values(), *self.operations.values()):
            match = _OF_WHOM.fullmatch(row["name"])
            whom = [match["whom"], short.get(match["whom"], "")] if match is not None else []
            if match is not None and not any(one and one in printed for one in whom):
                found.add(match["name"])
        return found - {row["name"] for row in self.agencies.values()}

    @cached_property
    def names(self) -> dict[str, Subject]:
        """Each name that means one agency or operation only."""
        found: dict[str, dict[tuple[str, str], Subject]] = {}
        for table, rows in (("agency", self.agencies), ("operation", self.operations)):
            for key, row in rows.items():
                plain = re.sub(r" \([^()]*\)$", "", row["name"])
                kinds = {row["name"]: "name", plain: "name"}
                if row.get("abbreviation"):
                    kinds[row["abbreviation"]] = "abbreviation"
                for name, kind in kinds.items():
                    one = Subject(table, key, name, kind)
                    found.setdefault(name, {}).setdefault((table, key), one)
        for one in self.printed:
            found.setdefault(one.name, {}).setdefault((one.table, one.id), one)
        return {
            name: next(iter(subjects.values()))
            for name, subjects in found.items()
            if len(subjects) == 1 and name
        }


def shared_lists(folder: Path, fallback: Path) -> Lists:
    """The shared lists of a folder, else of `fallback`; FileError where one cannot be read."""
    home = folder if any((folder / name).exists() for name in _LISTS) else fallback
    agencies, operations, measures, types = (_by_id(home / name) for name in _LISTS)
    lists = Lists(agencies, operations, measures, types)
    known = {"agency": agencies, "operation": operations}
    for path in sorted(home.glob("*/names.csv")):
        for row in _rows(path):
            table = "agency" if row.get("agency") else "operation"
            if row.get(table) in known[table] and _is_name(row):
                lists.printed.append(Subject(table, row[table], row["name"], row["kind"]))
    return lists


def _is_name(row: Row) -> bool:
    """Whether a name of an earlier document means the same in the next; "Members" does not."""
    name = row.get("name") or ""
    if row.get("kind") not in ("name", "abbreviation", "variant") or not name[:1].isupper():
        return False
    if name.lower() in KINDS:
        return False  # the Commissioner of another report
    return row["kind"] != "variant" or len(re.findall(r"\b[A-Z]", name)) > 1


def _by_id(path: Path) -> dict[str, Row]:
    rows = _rows(path) if path.exists() else []
    return {next(iter(row.values())): row for row in rows}


def _rows(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [{k: v or "" for k, v in row.items() if k} for row in csv.DictReader(file)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileError(f"{path} cannot be read ({error}): correct it first.") from None
