"""moditrack seed over a file that is there: a database of its own, another file, one in use."""

from __future__ import annotations

import errno
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from moditrack import atomic
from moditrack.atomic import temporary_path
from moditrack.build import database


def test_it_builds_in_no_file_that_is_not_its_own(refused, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    with temporary_path(tmp_path / "own.db") as temporary:
        place = temporary
    place.symlink_to(victim)
    refused("seed", "--db", tmp_path / "own.db", code=1)
    place.unlink()
    place.hardlink_to(victim)
    assert "is in the way: remove it" in refused("seed", "--db", tmp_path / "own.db", code=1)
    place.unlink()
    place.mkdir()
    refused("seed", "--db", tmp_path / "own.db", code=1)
    assert victim.read_text() == "precious"


def test_what_belonged_to_the_old_database_goes_with_it(run, ask, tmp_path: Path) -> None:
    target = tmp_path / "own.db"
    assert run("seed", "--db", target).code == 0
    target.chmod(0o600)
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE document SET title = 'OLD WAL'")
    connection.commit()
    left = (tmp_path / "own.db-wal").read_bytes()
    connection.close()
    (tmp_path / "own.db-wal").write_bytes(left)
    assert run("seed", "--db", target).code == 0
    assert "OLD WAL" not in {row["title"] for row in ask("sources", "--db", target)}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.db"]
    assert target.stat().st_mode & 0o777 == 0o600


def test_another_program_that_writes_to_the_old_database(refused, run, tmp_path: Path) -> None:
    target = tmp_path / "own.db"
    assert run("seed", "--db", target).code == 0
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE document SET title = 'theirs'")
        assert "is locked by another program" in refused("seed", "--db", target, code=1)
        other.execute("COMMIT")
        assert other.execute("SELECT DISTINCT title FROM document").fetchall() == [("theirs",)]
    assert run("seed", "--db", target).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.db"]


def test_another_program_that_is_about_to_write(refused, run, monkeypatch, tmp_path: Path) -> None:
    """It holds a reserved lock, and has written no journal yet."""
    target = tmp_path / "own.db"
    assert run("seed", "--db", target).code == 0
    monkeypatch.setattr(database, "_PATIENCE", 0.2)
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert [path.name for path in tmp_path.iterdir()] == ["own.db"]
        for line in (["seed"], ["seed", "--overwrite"]):
            said = refused(*line, "--db", target, code=1)
            assert f"{target} is locked by another program: run this again when that" in said
        other.execute("UPDATE document SET title = 'theirs'")
        other.execute("COMMIT")
        assert other.execute("SELECT DISTINCT title FROM document").fetchall() == [("theirs",)]
    assert run("seed", "--db", target).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["own.db"]


def test_it_waits_for_a_program_that_is_soon_done(run, ask, tmp_path: Path) -> None:
    target = tmp_path / "own.db"
    assert run("seed", "--db", target).code == 0
    with closing(sqlite3.connect(target, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE document SET title = 'theirs'")
        done = threading.Timer(3, other.execute, ["COMMIT"])
        done.start()
        assert run("seed", "--db", target).code == 0
        assert not done.is_alive()
        done.join()
    assert "theirs" not in {row["title"] for row in ask("sources", "--db", target)}
    assert [path.name for path in tmp_path.iterdir()] == ["own.db"]


def test_one_that_others_read_is_replaced(run, tmp_path: Path) -> None:
    target = tmp_path / "own.db"
    assert run("seed", "--db", target).code == 0
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM document").fetchone()
        assert run("seed", "--db", target).code == 0
    target.chmod(0o400)  # nobody writes to it, and it is replaced all the same
    assert run("seed", "--db", target).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["own.db"]


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_busy_because_nothing_can_be_locked(run, monkeypatch, tmp_path: Path, error: int) -> None:
    """SQLite takes ENOLCK for a lock that another program holds."""
    target = tmp_path / "own.db"
    assert run("seed", "--db", target).code == 0

    def refuse(*_: object) -> None:
        raise OSError(error, "no locks")

    monkeypatch.setattr(database, "_PATIENCE", 0.1)
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(atomic.fcntl, "lockf", refuse)
        assert run("seed", "--db", target).code == 0
