"""Any cell of any file with a value that might stand there: refused, or shown by every command."""

from __future__ import annotations

import csv
import random
import re
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from moditrack.cli import main
from moditrack.dataset import Dataset
from moditrack.errors import InputError
from moditrack.plots import PICTURES, draw
from moditrack.validation.columns import PER_DOCUMENT, SHARED, table_of
from moditrack.validation.read_values import choices
from tests.conftest import Run, sizes
from tests.test_accepted_records import CITY, MAXIM, copied

NAMED = re.compile(r"[\w./-]+\.(?:csv|toml): (?:row \d+|header|file|[a-z_ 0-9']+)[^:]*: .+")

COMMANDS = [
    ("outcomes",), ("outcomes", "--by", "group"), ("victims",), ("victims", "--by", "age"),
    ("compare",), ("figures",), ("timeline",), ("operations",), ("operations", "maxim"),
    ("operations", "maxim-phase-1"), ("agencies",), ("agencies", "--by", "strand"),
    ("agencies", "mps"), ("agencies", "colp"), ("commitments",), ("check",), ("check", "--all"),
    ("check", "outcome-share-1"), ("sources",), ("sources", CITY), ("sources", MAXIM),
    ("sources", f"{CITY}#19.outcome"), ("search", "police"), ("figures", "outcome-1-2019"),
    ("figures", "share-colp"),
]  # fmt: skip
SINGLE = [
    ("report",), ("agencies", "--format", "mermaid"), ("check", "--integrity"),
    ("figures", "--format", "github"), ("sql", "select * from figures", "--csv"),
]  # fmt: skip


def _rows(path: Path) -> tuple[list[str], list[list[str]]]:
    header, *rows = csv.reader(path.open(encoding="utf-8", newline=""))
    return header, rows


def _save(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


TEXTS = [
    "", "0", "0%", "about 0.13%", "1e9999999%", "0.13", "-5%", "half", "no", "a third", "½",
    "9" * 5000, "0." + "0" * 4999 + "1", "1 million " * 400, "12", "a | b <i>", "x" * 2000,
    "part:maxim/lines", "2024-02-30", "2004-02-12", "Thursday", "rounding-rule", "outcome-1-total",
    "outcome-1-total / outcome-total-total", "outcome-1-total / 0", "12 / 3", "2 -> 3",
    "outcome-1-2019 -> outcome-1-2020", "outcome-1-2019 + 5", "outcome-1-total / 12",
    "a: outcome-1-total", "a: outcome-1-total / outcome-total-total", "a: 5", "TOTAL", "2019",
    "female", "lead", "mps", "operation", "Disruption category",
]  # fmt: skip
NUMBERS = ["", "0", "-5", "2.5", "999999999999999", "0.000000000000001", "1"]
PERIODS = ["", "2003", "FY2003", "2003-Q4", "2003-04", "2003-04/..", "../2003", "2019/2023",
           "0001", "9998", "2019", "2020-02-29"]  # fmt: skip
IDS = ["rounding-rule", "x", "0", "comparator"]
RANGES = [
    {"bound": "range", "value": "", "low": "1", "high": "5"},
    {"bound": "about"},
    {"bound": "at-least", "low": "0", "value": "0"},
    {"bound": "range", "value": "", "low": "-5", "high": "-1"},
    {"cell": "", "table": "", "row": "", "column": ""},
    {"printed": "0%", "value": "0"},
    {"printed": "about 0.13%", "bound": "about"},
    {"kind": "weekday", "inputs": "2004-02-12", "alternatives": "a: b"},
    {"kind": "weekday", "inputs": "2004-02-12"},
    {"kind": "base", "inputs": "outcome-1-total"},
    {"kind": "possible-share", "inputs": "outcome-1-total"},
    {"kind": "average", "inputs": "outcome-total-total / 12"},
    {"kind": "people", "inputs": "outcome-total-total / outcome-1-total"},
]  # fmt: skip
"""What several cells of a row say together."""


def _values(kind: str, table: str, column: str, others: list[str]) -> list[str]:
    """What may be put into a cell, in the place of what is there."""
    plain = kind.rstrip("?+")
    if plain == "choice":
        return [*choices(table, column), ""]
    by_kind = {
        "text": TEXTS, "number": NUMBERS, "count": ["0", "999999999"], "flag": ["", "yes"],
        "period": PERIODS, "day": ["", "0001-01-01", "9999-12-31"], "levels": ["", "1 2 3"],
        "id": IDS,
    }  # fmt: skip
    return by_kind.get(plain, [""]) + others[:6]


def mutations(folder: Path, chance: random.Random) -> Iterator[tuple[str, int, dict[str, str]]]:
    """File, row and new cells: every value for every column, each in rows of several kinds."""
    files = list(SHARED.items())
    files += [(f"{d}/{f}", c) for d in (CITY, MAXIM) for f, c in PER_DOCUMENT.items()]
    for file, columns in files:
        path = folder / file
        if not path.exists():
            continue
        header, rows = _rows(path)
        kinds: dict[tuple[str, ...], list[int]] = {}
        for number, row in enumerate(rows):
            own = dict(zip(header, row, strict=True))
            key = tuple(own.get(k, "") for k in ("cell", "characteristic", "property"))
            kinds.setdefault(key, []).append(number)
        for members in kinds.values():
            for changes in RANGES:
                if set(changes) <= set(columns):
                    yield file, chance.choice(members), changes
            for column, kind in columns.items():
                place = header.index(column)
                others = sorted({row[place] for row in rows})
                chance.shuffle(others)
                for value in _values(kind, table_of(path.name), column, others):
                    yield file, chance.choice(members), {column: value}


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Callable[[Path, bool], list[str]]:
    """Ask a database everything: what ended otherwise than with an answer or a sentence."""

    def ask(args: tuple[str, ...], database: Path) -> str | None:
        try:
            code = main([*args, "--db", str(database)])
        except Exception:
            capsys.readouterr()
            return f"{args}: {traceback.format_exc()[-900:]}"
        err = capsys.readouterr().err
        well = (code, err) == (0, "") or (code == 2 and err.count("\n") == 1)
        return None if well else f"{args}: {code} {err[:300]}"

    def call(database: Path, events: bool) -> list[str]:
        asked = [*COMMANDS, *((*args, "--json") for args in COMMANDS), *SINGLE]
        wrong = [ask(args, database) for args in asked]
        with Dataset(str(database)) as data:
            for view in PICTURES:
                if view == "timeline" and not events:  # it takes longer than all the rest
                    continue
                try:
                    draw(data, view)
                except InputError:
                    pass
                except Exception:
                    wrong.append(f"plot {view}: {traceback.format_exc()[-900:]}")
        return [text for text in wrong if text]

    return call


@sizes(4, 1500)
def test_what_is_accepted_is_shown(
    run: Run, shown, counted: Callable[..., None], tmp_path: Path, size: int
) -> None:
    pytest.importorskip("altair")
    folder, database = copied(tmp_path / "records"), tmp_path / "own.db"
    chance = random.Random(size)
    wrong, accepted = [], 0
    for file, row, cells in chance.sample(list(mutations(folder, chance)), size):
        path = folder / file
        before = path.read_bytes()
        header, rows = _rows(path)
        for column, value in cells.items():
            rows[row][header.index(column)] = value
        _save(path, header, rows)
        what = f"{file}: row {row + 2}: { ({k: v[:60] for k, v in cells.items()}) }"
        seeded = run("seed", "--records", folder, "--db", database)
        path.write_bytes(before)
        if seeded.code == 0:
            accepted += 1
            events = file.endswith(("events.csv", "operations.csv"))
            wrong += [f"{what}: {text}" for text in shown(database, events)]
            continue
        *named, last = seeded.err.splitlines()
        if not (seeded.code == 1 and named and last.startswith("Error: ")):
            wrong.append(f"{what}: {seeded.code} {seeded.err[:300]}")
        wrong += [f"{what}: {problem}" for problem in named if not NAMED.fullmatch(problem)]
    assert wrong == []
    counted(records_accepted_and_shown=accepted, records_refused=size - accepted)
