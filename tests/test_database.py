"""Which database is read, and what is said of one that cannot be."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from moditrack.db import connection as database
from tests.conftest import ROOT

SHIPPED = ROOT / "data" / "moditrack.db"


def test_the_order_in_which_it_is_looked_for(monkeypatch, tmp_path: Path) -> None:
    assert database.database_path() == str(SHIPPED)
    monkeypatch.setenv("MODITRACK_DB", "/named.db")
    assert database.database_path() == "/named.db"
    assert database.database_path("/given.db") == "/given.db"
    monkeypatch.delenv("MODITRACK_DB")
    package = tmp_path / "moditrack"
    package.mkdir()
    monkeypatch.setattr(database, "_PACKAGE", str(package))
    assert database.database_path() == str(package / "moditrack.db")
    (tmp_path / "pyproject.toml").touch()
    assert database.database_path() == str(tmp_path / "data" / "moditrack.db")
    (package / "moditrack.db").touch()
    assert database.database_path() == str(package / "moditrack.db")


def test_rows_stand_in_the_order_of_their_documents_dates() -> None:
    connection = database.open_database()
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT t.name FROM pragma_table_list AS t WHERE t.type = 'table' AND t.wr = 0"
            " AND 2 = (SELECT count(*) FROM pragma_table_info(t.name) AS c"
            " WHERE c.name IN ('document', 'position'))"
        )
    ]
    assert {"figure", "statement", "name", "responsibility", "event", "followup"} <= set(tables)
    for table in set(tables) - {"check_source"}:  # a check's sources stand in its own order
        stored = connection.execute(f"SELECT document, position FROM {table} ORDER BY rowid")
        found = [tuple(row) for row in stored]
        dates = {
            "mpa-2003-05-08": 1, "mpa-2003-10-09": 2, "mpa-2004-02-16": 3, "colp-2024-02-22": 4
        }  # fmt: skip
        assert found == sorted(found, key=lambda place: (dates[place[0]], place[1])), table
    listed = [row[0] for row in connection.execute("SELECT document FROM document ORDER BY rowid")]
    assert listed == list(dates)


@pytest.mark.parametrize("name", ["a b?c#d%20.db", "ü ö.db", "'quoted'.db"])
def test_any_name_of_a_file_will_do(ask, tmp_path: Path, name: str) -> None:
    path = shutil.copy(SHIPPED, tmp_path / name)
    assert len(ask("figures", "--db", path)) == 236


def test_a_missing_database(refused, tmp_path: Path) -> None:
    message = refused("outcomes", "--db", tmp_path / "none.db", code=1)
    assert "build one with 'moditrack seed --db" in message
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    "content", [b"", b"Dear committee, this is a letter.", b"SQLite format 3\0"]
)
def test_a_file_that_is_no_database(refused, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.db"
    path.write_bytes(content)
    refused("outcomes", "--db", path, code=1)
    assert path.read_bytes() == content


def test_a_foreign_database(refused, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    sqlite3.connect(path).execute("CREATE TABLE mine (x)").connection.commit()
    assert "is not a moditrack database" in refused("figures", "--db", path, code=1)


@pytest.mark.parametrize(("version", "word"), [(4, "a newer"), (2, "an older")])
def test_another_schema(refused, copy: Path, version: int, word: str) -> None:
    connection = sqlite3.connect(copy)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    assert f"has {word} schema" in refused("figures", "--db", copy, code=1)


def test_a_truncated_database(refused, copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:8192])
    refused("figures", "--db", copy, code=1)


def test_a_damaged_database(refused, copy: Path) -> None:
    data = bytearray(copy.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 200] = b"\xff" * 200
    copy.write_bytes(data)
    assert "is damaged: rebuild it with 'moditrack seed --overwrite" in refused(
        "figures", "--db", copy, code=1
    )


def test_a_folder(refused, tmp_path: Path) -> None:
    refused("figures", "--db", tmp_path, code=1)


def test_it_cannot_be_written_to() -> None:
    connection = database.open_database()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM figure")


@pytest.mark.parametrize("built", [False, True], ids=["shipped", "schema of now"])
def test_every_table_and_column_has_a_comment(tmp_path: Path, run, built: bool) -> None:
    if built:
        assert run("seed", "--db", tmp_path / "new.db").code == 0
    connection = database.open_database(tmp_path / "new.db" if built else None)
    said = {
        (row["table_name"], row["column_name"]): row["meaning"]
        for row in connection.execute("SELECT table_name, column_name, meaning FROM dictionary")
    }
    held = connection.execute(
        "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS c"
        " WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%'"
        " AND m.name NOT LIKE '%_fts%'"
    ).fetchall()
    assert len(held) > 250
    for table, column in held:
        assert said[table, None].strip(), table
        assert said[table, column].strip(), (table, column)
