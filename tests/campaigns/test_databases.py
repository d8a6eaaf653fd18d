"""Databases that are not what they should be: an answer or one sentence, and never a write."""

from __future__ import annotations

import random
import shutil
import sqlite3
import traceback
from pathlib import Path

import pytest

from moditrack.cli import main
from tests.conftest import ROOT, sizes

SHIPPED = ROOT / "data" / "moditrack.db"
PAGE = 4096
COMMANDS = [
    ("outcomes",), ("victims", "--json"), ("compare",), ("figures", "--csv"), ("timeline",),
    ("figures", "removals-both-phases"), ("operations", "--json"), ("operations", "maxim"),
    ("agencies", "--by", "strand"), ("agencies", "co14", "--json"), ("commitments",),
    ("check", "--all"), ("check", "increase-2023"), ("search", "police"), ("search", "passport*"),
    ("sql", "select * from figures", "--json"), ("sql", "--schema"), ("sources",),
    ("sources", "colp-2024-02-22"), ("sources", "colp-2024-02-22#19.outcome"),
]  # fmt: skip


@pytest.fixture
def trial(capsys, tmp_path: Path):
    """Run commands on a database; what is wrong with how they end, one text each."""

    def call(path: Path, commands: list[tuple[str, ...]], what: str) -> list[str]:
        before = path.read_bytes() if path.is_file() else None
        files = sorted(path.parent.iterdir())
        wrong = []
        for args in commands:
            try:
                code = main([*args, "--db", str(path)])
            except BaseException:
                wrong.append(f"{what}: {args}: {traceback.format_exc()[-600:]}")
                capsys.readouterr()
                continue
            err = capsys.readouterr().err
            sentence = err.startswith("Error: ") and err.count("\n") == 1
            if not (code == 0 and err == "") and not (code in (1, 2) and sentence):
                wrong.append(f"{what}: {args}: {code} {err[:300]}")
        if (path.read_bytes() if path.is_file() else None) != before:
            wrong.append(f"{what}: the file was written to")
        if sorted(path.parent.iterdir()) != files:
            wrong.append(f"{what}: a file was left")
        return wrong

    return call


@pytest.fixture
def all_well(capsys):
    """Whether check --integrity finds a database whole."""

    def call(path: Path) -> bool:
        code = main(["check", "--integrity", "--db", str(path)])
        capsys.readouterr()
        return code == 0

    return call


def content(path: Path) -> object:
    """All rows of all tables and all definitions, read by this test's own way; None where that
    cannot be."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        named = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        rows = [
            connection.execute(f'SELECT * FROM "{name}" NOT INDEXED').fetchall()
            for kind, name, sql in named
            if kind == "table" and not sql.startswith("CREATE VIRTUAL")
        ]
        return named, rows
    except (sqlite3.Error, ValueError, AttributeError):
        return None
    finally:
        connection.close()


@sizes(15, 1050)
def test_flipped_bits(trial, all_well, counted, tmp_path: Path, size: int) -> None:
    chance = random.Random(size)
    data = SHIPPED.read_bytes()
    pages = len(data) // PAGE
    whole = content(SHIPPED)
    path = tmp_path / "flipped.db"
    wrong, changed, noticed = [], 0, 0
    for number in range(size):
        page = number % pages if size >= pages else number * pages // size
        place, bit = page * PAGE + chance.randrange(PAGE), chance.randrange(8)
        flipped = bytearray(data)
        flipped[place] ^= 1 << bit
        path.write_bytes(flipped)
        what = f"byte {place}, bit {bit}"
        wrong += trial(path, COMMANDS if size >= pages else chance.sample(COMMANDS, 4), what)
        well = all_well(path)
        noticed += not well
        if content(path) != whole:
            changed += 1
            if well:
                wrong.append(f"{what}: changes content, and check --integrity finds all well")
    assert wrong == []
    assert changed > size // 4
    counted(flips=size, flips_that_change_content=changed, flips_noticed=noticed)


@sizes(40, 1500)
def test_truncated(trial, all_well, counted, tmp_path: Path, size: int) -> None:
    chance = random.Random(size)
    data = SHIPPED.read_bytes()
    path = tmp_path / "cut.db"
    lengths = [*range(0, 101, 10), 512, PAGE - 1, PAGE, PAGE + 1, len(data) - PAGE, len(data) - 1]
    lengths += [chance.randrange(len(data)) for _ in range(size - len(lengths))]
    wrong = []
    for length in lengths:
        path.write_bytes(data[:length])
        wrong += trial(path, chance.sample(COMMANDS, 3), f"{length} bytes")
        if all_well(path):
            wrong.append(f"{length} bytes: check --integrity finds all well")
    assert wrong == []
    counted(truncations=len(lengths))


def statement(path: Path, text: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(text)
    connection.close()


def _other(path: Path) -> None:
    statement(path, "CREATE TABLE figure (printed); INSERT INTO figure VALUES ('1')")


def _with(text: str):
    def make(path: Path) -> None:
        shutil.copy(SHIPPED, path)
        statement(path, text)

    return make


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: None, id="missing"),
        pytest.param(lambda path: path.touch(), id="empty"),
        pytest.param(lambda path: path.mkdir(), id="folder"),
        pytest.param(lambda path: path.write_text("Dear committee"), id="text"),
        pytest.param(lambda path: path.write_bytes(bytes(range(256)) * 64), id="bytes"),
        pytest.param(lambda path: path.symlink_to(path.name), id="loop"),
        pytest.param(_other, id="another program's"),
        pytest.param(_with("PRAGMA user_version = 1"), id="older"),
        pytest.param(_with("PRAGMA user_version = 99"), id="newer"),
        pytest.param(_with("PRAGMA user_version = -1"), id="version below zero"),
        pytest.param(_with("PRAGMA application_id = 7"), id="another application"),
    ],
)
def test_what_is_no_database(trial, capsys, counted, tmp_path: Path, make) -> None:
    path = tmp_path / "some.db"
    make(path)
    commands = [*COMMANDS, ("check", "--integrity")]
    assert trial(path, commands, "") == []
    for args in commands:
        assert main([*args, "--db", str(path)]) == 1
    capsys.readouterr()
    counted(files_that_are_no_database=1)


TABLES = [
    "document", "passage", "figure", "agency", "operation", "measure", "strand", "role", "name",
    "statement", "responsibility", "event", "part", "definition", "commitment", "followup",
    "reference", "check_result", "check_source", "check_step", "check_subject", "outcome_type",
    "outcome_label", "search_entry", "search_name", "summary_check",
    "summary_commitment", "summary_comparison", "summary_operation", "dictionary", "meta",
]  # fmt: skip


@sizes(5, 1)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("how", ["DELETE FROM {}", "DROP TABLE {}"])
def test_a_table_that_is_empty_or_missing(
    trial, all_well, counted, tmp_path: Path, table: str, how: str, size: int
) -> None:
    """In every run each table with every fifth command, the next table with the next of them."""
    path = Path(shutil.copy(SHIPPED, tmp_path / "less.db"))
    statement(path, how.format(table))
    chosen = COMMANDS[TABLES.index(table) % size :: size]
    assert trial(path, chosen, how.format(table)) == []
    assert not all_well(path)
    counted(tables_emptied_or_dropped=1)
