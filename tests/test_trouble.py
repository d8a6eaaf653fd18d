"""What is said of an error: a lock, a journal, a disk and damage for what they are, and a fault of
moditrack as one."""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from moditrack.db.time_limit import Limited
from moditrack.errors import LAST_QUERY
from tests.conftest import ROOT

SHIPPED = ROOT / "data" / "moditrack.db"
ASKING = [
    "outcomes", "victims", "compare", "figures", "figures removals-both-phases", "timeline",
    "operations", "operations maxim", "agencies", "agencies co14", "commitments", "check",
    "check --integrity", "search police", "sql --schema", "sources", "sources colp-2024-02-22",
    "sources colp-2024-02-22#19.outcome", "report", "export there", "plot age -o a.svg",
    "browse --port 0 --no-open",
]  # fmt: skip
"""Every command that reads a database."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MODITRACK_DEBUG")
    monkeypatch.setattr(LAST_QUERY, "database", None)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a lock."""
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **(k | {"timeout": 0})))


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A database that another program is writing to."""
    path = Path(shutil.copy(SHIPPED, tmp_path / "locked.db"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield path
    other.close()


@pytest.fixture(scope="module")
def cut_short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the journal of a program that was killed while it wrote."""
    path = Path(shutil.copy(SHIPPED, tmp_path_factory.mktemp("hot") / "hot.db"))
    code = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("UPDATE figure SET description = description || 'x'")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    assert path.with_name("hot.db-journal").stat().st_size > 0
    return path


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("line", [*ASKING, "seed"])
def test_a_lock_is_said_to_be_one(refused, locked: Path, line: str) -> None:
    before = locked.read_bytes()
    assert refused(*line.split(), "--db", locked, code=1) == (
        f"The database {locked} is locked by another program: run this again when that is done."
    )
    assert locked.read_bytes() == before


@pytest.mark.parametrize("line", [*ASKING, "seed"])
def test_a_journal_that_was_left_is_said_to_be_one(refused, cut_short: Path, line: str) -> None:
    before = cut_short.read_bytes()
    said = refused(*line.split(), "--db", cut_short, code=1)
    assert said.startswith(f"{cut_short} has a journal of changes that were cut short: ")
    assert cut_short.read_bytes() == before


@pytest.mark.parametrize("line", ASKING)
def test_damage_is_said_where_there_is_damage(refused, tmp_path: Path, line: str) -> None:
    data = bytearray(SHIPPED.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    (tmp_path / "bad.db").write_bytes(data)
    said = refused(*line.split(), "--db", "bad.db", code=1)
    assert said.startswith("The database bad.db is damaged")


def test_sql_says_that_the_database_is_damaged(refused, tmp_path: Path) -> None:
    data = bytearray(SHIPPED.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    (tmp_path / "bad.db").write_bytes(data)
    for query in ("select count(*) from figure", "select * from passage"):
        assert "is damaged" in refused("sql", query, "--db", "bad.db", code=1)


@pytest.mark.parametrize("error", [KeyError("lost"), ZeroDivisionError(), AssertionError("x\ny")])
@pytest.mark.parametrize("line", [*ASKING, "sql 'select'", "verify .", "seed --db x.db"])
def test_a_fault_is_said_to_be_a_bug(refused, monkeypatch, line: str, error: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sqlite3, "connect", fail)
    said = refused(*line.split(), code=70)
    assert said.startswith(f"This is a bug in moditrack ({type(error).__name__}")
    assert said.endswith("please report it with what --debug shows.")
    assert "damaged" not in said


def test_the_traceback_of_a_question_in_sql_is_shown(run, monkeypatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(sqlite3, "connect", fail)
    result = run("sql", "select 1", "--debug")
    assert (result.code, result.out) == (70, "")
    assert "in _sent\n" in result.err  # of the process that asks
    assert result.err.count("\nKeyError: 'lost'\n") == 2  # its own, and what it led to
    assert "\nKeyError: \"'lost'\"\n" not in result.err
    assert result.err.endswith(
        "\nError: This is a bug in moditrack (KeyError): please report it with the lines above.\n"
    )


class Faulty(Limited):
    """A connection for a moditrack that asks for a column that is not there."""

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        opening = sql.startswith("PRAGMA") or "sqlite_master" in sql
        wrong = sql if opening else "SELECT lost FROM figure"
        return super().execute(wrong, *(values if wrong == sql else ()))


@pytest.mark.parametrize(
    "line", [line for line in ASKING if line.split()[0] != "browse" and "--integrity" not in line]
)
def test_wrong_sql_of_our_own_is_no_damage(refused, monkeypatch, line: str) -> None:
    connect, opened = sqlite3.connect, []

    def faulty_once(*args: object, **options: object) -> sqlite3.Connection:
        opened.append(args)
        return connect(*args, **(options | ({"factory": Faulty} if len(opened) == 1 else {})))

    monkeypatch.setattr(sqlite3, "connect", faulty_once)
    assert refused(*line.split(), code=70) == (
        "This is a bug in moditrack (OperationalError: no such column: lost):"
        " please report it with what --debug shows."
    )


@pytest.mark.parametrize(
    ("line", "variable"),
    [
        ("--debug outcomes", None),
        ("outcomes --debug", None),
        ("outcomes", "1"),
        ("outcomes", "yes"),
    ],
)
def test_a_traceback_is_shown_where_it_is_asked_for(run, monkeypatch, line, variable) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("lost")

    if variable is not None:
        monkeypatch.setenv("MODITRACK_DEBUG", variable)
    with monkeypatch.context() as broken:
        broken.setattr(sqlite3, "connect", fail)
        result = run(*line.split())
    assert (result.code, result.out) == (70, "")
    assert result.err.startswith("Traceback (most recent call last):\n")
    assert "\nKeyError: 'lost'\n" in result.err
    *_, last = result.err.splitlines()
    assert (
        last
        == "Error: This is a bug in moditrack (KeyError): please report it with the lines above."
    )
    assert run("outcomes", "--year", "x", "--debug").err.count("\n") == 1  # no fault


def test_too_little_memory(refused, monkeypatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(sqlite3, "connect", fail)
    assert "not enough memory" in refused("outcomes", code=1)


SORTED = (
    "with recursive c(x) as (select 1 union all select x + 1 from c limit 50000)"
    " select count(distinct x || hex(zeroblob(200))) as n from c"
)
"""A question for which SQLite keeps 20 MB aside."""


def with_no_room(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A limit to the size of files stands for a full disk: both end a write."""
    return subprocess.run(
        ["bash", "-c", f"ulimit -f 0; {shlex.join([sys.executable, '-B', *command])}"],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "TMPDIR": str(folder)},
    )  # fmt: skip


def test_sql_needs_no_temporary_files(tmp_path: Path) -> None:
    result = with_no_room(tmp_path, "-m", "moditrack", "sql", SORTED, "--csv")
    assert (result.returncode, result.stdout, result.stderr) == (0, "n\n50000\n", "")


def test_no_room_for_temporary_files(tmp_path: Path) -> None:
    code = (
        "from moditrack.db.connection import open_database\n"
        "from moditrack.db.errors import database_cause\n"
        "try:\n"
        f"    open_database().execute({SORTED!r})\n"
        "except Exception as error:\n"
        "    print(database_cause(error))"
    )
    result = with_no_room(tmp_path, "-c", code)
    assert result.stderr == ""
    assert result.stdout.startswith("SQLite has no room for temporary files (")
    assert "TMPDIR" in result.stdout
    assert result.stdout.count("\n") == 1
