"""The shape of the real records: how many rows of each file, and what their values look like."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

RECORDS = Path(__file__).resolve().parents[2] / "moditrack" / "records"
TABLES = "colp-2024-02-22"
"""The document whose tables of outcomes and victims are the pattern of all such tables."""
COPIED = ("strands.csv", "roles.csv", "measures.csv", "outcome_types.csv")
"""Shared files that made records take over as they are."""
CLAIMS = (
    "total", "same", "share", "list-count", "difference", "weekday", "increase", "decrease"
)  # fmt: skip
"""The kinds of claims that are made from figures of the text."""

Row = dict[str, str]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Pattern:
    """What the real records look like.

    `rows`: each file's rows, to take after, with the year of their document as `_year`; `rates`:
    rows of a file for each passage; `cells`, `labels`, `claims`: the tables of the pattern, and
    what is claimed of their cells alone; `kinds`: kinds of claims, as often as they occur;
    `operations`: kinds of operations; `lists`: names of lists of parts.
    """

    headers: dict[str, list[str]]
    rows: dict[str, list[Row]]
    rates: dict[str, float]
    cells: list[Row]
    labels: list[Row]
    claims: list[Row]
    kinds: list[str]
    operations: list[str]
    lists: list[str]


def read_pattern(records: Path = RECORDS) -> Pattern:
    """Read the shape of a folder of records."""
    headers: dict[str, list[str]] = {}
    rows: dict[str, list[Row]] = {}
    for path in sorted(records.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            headers[path.name] = list(reader.fieldnames or [])
            year = path.parent.name.split("-")[1]
            rows.setdefault(path.name, []).extend(row | {"_year": year} for row in reader)
    passages = len(rows["passages.csv"])
    pattern = records / TABLES
    cells = [row for row in _read(pattern / "figures.csv") if row["table"]]
    rows["figures.csv"] = [row for row in rows["figures.csv"] if not row["table"]]
    kinds = Counter(row["kind"] for row in rows["claims.csv"])
    return Pattern(
        headers,
        rows,
        {file: len(found) / passages for file, found in rows.items()},
        cells,
        _read(pattern / "outcome_labels.csv"),
        _claims_of_cells(_read(pattern / "claims.csv"), {row["figure"] for row in cells}),
        [kind for kind in CLAIMS for _ in range(kinds[kind])],
        [row["kind"] for row in _read(records / "operations.csv")],
        list(dict.fromkeys(row["list"] for row in rows["parts.csv"])),
    )


def move_years(text: str, years: int) -> str:
    """A text with every year in it move_years on by so many years."""
    return _YEAR.sub(lambda found: str(int(found[0]) + years), text) if text else text


def _claims_of_cells(claims: list[Row], cells: set[str]) -> list[Row]:
    found = []
    for row in claims:
        words = set(re.findall(r"[a-z0-9-]+", f"{row['stated']} {row['inputs']}")) - {"-"}
        plain = not row["companion"] and not row["alternatives"]
        if row["kind"] in ("total", "share") and plain and words <= cells:
            found.append(row)
    return found


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
