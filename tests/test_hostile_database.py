"""A database handed over that is not what it claims: refused, and no question runs without end."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from moditrack.db import connection as database
from moditrack.db import time_limit
from moditrack.db.schema_check import as_shipped
from tests.conftest import ROOT
from tests.processor_time import taken_to_end

SHIPPED = ROOT / "data" / "moditrack.db"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
CHANGES = {
    "a view without end": "DROP VIEW outcome;"
    f" CREATE VIEW outcome AS {ENDLESS} SELECT i AS year FROM n",
    "a table that is a view": "ALTER TABLE strand RENAME TO other;"
    " CREATE VIEW strand AS SELECT * FROM other",
    "a view more": "CREATE VIEW x AS SELECT 1",
    "a table that leads out": 'CREATE TABLE "../x" (y)',
    "a trigger": "CREATE TRIGGER x AFTER INSERT ON meta BEGIN DELETE FROM figure; END",
    "an index on an expression": "CREATE INDEX x ON figure (replace(printed, 'a', 'b'))",
    "a computed column": "ALTER TABLE strand ADD COLUMN x TEXT AS (zeroblob(900000000))",
    "a column more": "ALTER TABLE strand ADD COLUMN x TEXT",
    "a table less": "DROP TABLE numeral",
    "a view less": "DROP VIEW victim",
    "an index less": "DROP INDEX figure_year",
    "another full-text index": "DROP TABLE search_entry_fts;"
    " CREATE VIRTUAL TABLE search_entry_fts USING fts5(title, text)",
    "a virtual table more": "CREATE VIRTUAL TABLE x USING fts5(y)",
    "text that is none": "PRAGMA writable_schema = 1; UPDATE sqlite_master"
    " SET sql = CAST(x'435245ff' AS TEXT) WHERE name = 'victim'",
}  # fmt: skip
COMMANDS = [
    ("outcomes",), ("figures", "--json"), ("search", "police"), ("sql", "select 1"),
    ("sql", "--schema"), ("report",), ("sources",), ("agencies", "--csv"), ("export", "DIR"),
]  # fmt: skip


def changed(tmp_path: Path, statements: str) -> Path:
    path = Path(shutil.copy(SHIPPED, tmp_path / "handed.db"))
    connection = sqlite3.connect(path)
    connection.executescript(statements)
    connection.close()
    return path


@pytest.mark.parametrize("name", CHANGES)
def test_another_schema_is_refused(refused, counted, tmp_path: Path, name: str) -> None:
    path = changed(tmp_path, CHANGES[name])
    before = sorted(tmp_path.iterdir())
    for command in COMMANDS:
        args = [str(tmp_path / "package") if arg == "DIR" else arg for arg in command]
        message = refused(*args, "--db", path, code=1)
        assert message.startswith((f"{path} has other tables", f"The database {path} is damaged"))
        assert "moditrack seed" in message
    assert refused("check", "--integrity", "--db", path, code=1)
    assert sorted(tmp_path.iterdir()) == before
    counted(schemas_refused=1)


def test_what_sqlite_and_seed_add_is_no_other_schema(run, tmp_path: Path) -> None:
    path = changed(tmp_path, "ANALYZE; VACUUM")
    assert run("outcomes", "--db", path).code == 0
    assert as_shipped(sqlite3.connect(SHIPPED))


def test_a_dictionary_leads_nowhere(run, tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        "INSERT INTO dictionary SELECT 100000, '../x', NULL, 'table', 'x', NULL;"
        "INSERT INTO dictionary SELECT 100001, '../x', 'y', 'TEXT', 'x', NULL;"
        "INSERT INTO dictionary SELECT 100002, 'sqlite_master', NULL, 'table', 'x', NULL;"
        "INSERT INTO dictionary SELECT 100003, 'search_entry_fts_data', NULL, 'table', 'x', NULL",
    )
    folder = tmp_path / "in" / "package"
    folder.parent.mkdir()
    result = run("export", folder, "--db", path)
    assert (result.code, result.err) == (0, "")
    assert {p.name for p in tmp_path.iterdir()} == {"handed.db", "in"}
    assert {p.name for p in folder.parent.iterdir()} == {"package"}
    names = {p.name for p in folder.iterdir()}
    assert {"figure.csv", "datapackage.json"} <= names
    assert not {"sqlite_master.csv", "search_entry_fts_data.csv", "x.csv"} & names


@pytest.mark.parametrize("table", ["agency", "figure", "victim"])
def test_export_leaves_out_no_table_that_the_dictionary_lacks(
    refused, tmp_path: Path, table: str
) -> None:
    path = changed(tmp_path, f"DELETE FROM dictionary WHERE table_name = '{table}'")
    said = refused("export", tmp_path / "package", "--db", path, code=1)
    assert said.startswith(f"The database {path} is not as moditrack wrote it (derived): rebuild")
    assert [p.name for p in tmp_path.iterdir()] == ["handed.db"]


def test_a_question_ends_by_its_limit(monkeypatch, refused) -> None:
    monkeypatch.setattr(time_limit, "LIMIT", 0.3)
    monkeypatch.setattr(
        "moditrack.questions.timeline.TIMELINE.ask",
        lambda connection, **_: connection.execute(f"{ENDLESS} SELECT count(*) FROM n"),
    )
    assert "took longer than 0.3 seconds" in refused("timeline", code=1)


def test_each_query_has_all_of_its_time() -> None:
    counting = f"{ENDLESS} SELECT count(*) FROM (SELECT i FROM n LIMIT 20000)"
    connection = database.open_database()
    connection.clock.ends = 0.0  # the time of a query before is up
    assert connection.execute(counting).fetchone()[0] == 20_000
    # A cursor does not start the clock.
    files = (ROOT / "moditrack").rglob("*.py")
    assert [path.name for path in files if ".cursor(" in path.read_text()] == []


def test_each_connection_has_its_own_limit(monkeypatch) -> None:
    monkeypatch.setattr(time_limit, "LIMIT", 0.2)
    one, other = database.open_database(), database.open_database()
    one.create_function("ask", 0, lambda: other.execute("SELECT 1").fetchone()[0])
    counting = "SELECT 1 AS i UNION ALL SELECT i + ask() FROM n WHERE i < 300000"
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        one.execute(f"WITH RECURSIVE n AS ({counting}) SELECT max(i) FROM n").fetchall()


RUN = f"""
import sys
from moditrack.questions.timeline import TIMELINE
from moditrack.cli import main
endless = {ENDLESS + " SELECT count(*) FROM n"!r}
TIMELINE.ask = lambda connection, **_: print("begun", flush=True) or connection.execute(endless)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -15)])
@pytest.mark.usefixtures("_signals_are_not_ignored")
def test_a_signal_ends_a_question_at_once(sent: signal.Signals, code: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "timeline"], cwd=ROOT, stdout=-1, stderr=-1, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    time.sleep(0.3)
    seconds, ended = taken_to_end(process, sent)
    assert ended == (code, "", "")
    assert seconds < 1
