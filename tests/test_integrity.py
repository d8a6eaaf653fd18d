"""moditrack check --integrity: what it finds, and what it says."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from moditrack.db import integrity
from moditrack.db.connection import open_database
from moditrack.db.digest import content_digest
from tests.conftest import ROOT

SHIPPED = ROOT / "data" / "moditrack.db"


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.executescript(statement)
    connection.close()


def test_the_release_is_what_is_committed() -> None:
    assert integrity.released() == content_digest(open_database(str(SHIPPED))), (
        "moditrack/release.digest is stale: run moditrack seed"
    )


def test_all_is_well(ask) -> None:
    found = {row["part"]: row["result"] for row in ask("check", "--integrity")}
    assert found == {
        "file": "whole", "references": "whole", "content": "whole", "derived": "whole",
        "release": "the same",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE figure SET value = value + 1 WHERE printed = '225%'", "content"),
        ("UPDATE check_result SET verdict = 'consistent'", "content"),
        ("UPDATE event SET rowid = -rowid WHERE rowid IN (1, 2)", "content"),
        ("UPDATE strand SET rowid = 1000 WHERE rowid = 1", "content"),
        ("DELETE FROM event WHERE position = 3", "content"),
        ("UPDATE dictionary SET meaning = 'x' WHERE position = 5", "derived"),
        ("UPDATE search_entry SET citation = NULL WHERE entry = 1", "derived"),
        ("DELETE FROM search_name WHERE id = 'maxim'", "derived"),
        ("UPDATE summary_commitment SET state = 'reported-met'", "derived"),
        ("UPDATE search_entry_fts_data SET block = x'00' WHERE id = 10", "derived"),
        ("UPDATE meta SET value = '9' WHERE key = 'normaliser_version'", "derived"),
        ("DROP VIEW outcome; CREATE VIEW outcome AS SELECT 1 AS year", "derived"),
        ("UPDATE meta SET value = 'x' WHERE key = 'content_digest'", "content"),
        ("DELETE FROM meta WHERE key = 'derived_digest'", "derived"),
        ("DELETE FROM passage WHERE locator = '19.outcome'", "references, content"),
    ],
)
def test_what_was_changed_is_named(refused, copy: Path, statement: str, part: str) -> None:
    change(copy, statement)
    message = refused("check", "--integrity", "--db", copy, code=1)
    assert message == (
        f"The database {copy} is not as moditrack wrote it ({part}): rebuild it with"
        f" 'moditrack seed --overwrite --db {copy}', or name another with --db."
    )


def test_a_change_that_covers_its_traces_is_not_the_release(
    run, ask, monkeypatch, copy: Path
) -> None:
    change(copy, "UPDATE figure SET value = 7 WHERE printed = '225%'")
    digest = content_digest(open_database(str(copy)))
    change(copy, f"UPDATE meta SET value = '{digest}' WHERE key = 'content_digest'")
    rows = {row["part"]: row for row in ask("check", "--integrity", "--db", copy)}
    assert (rows["content"]["result"], rows["release"]["result"]) == ("whole", "another")
    monkeypatch.setattr("moditrack.db.connection.shipped_path", lambda: str(copy))
    result = run("check", "--integrity")
    assert result.code == 1
    assert "is not as moditrack wrote it (release): rebuild it" in result.err


def test_records_of_ones_own_are_whole_and_another_release(ask, run, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    records = shutil.copytree(ROOT / "moditrack" / "records", tmp_path / "records")
    strands = records / "strands.csv"
    strands.write_text(strands.read_text("utf-8") + "own,Own,Of one's own\n", "utf-8")
    assert run("seed", "--records", records, "--db", own).code == 0
    results = [row["result"] for row in ask("check", "--integrity", "--db", own)]
    assert results == ["whole", "whole", "whole", "whole", "another"]
    assert integrity.released() == content_digest(open_database(str(SHIPPED)))


def test_it_is_about_the_whole_database(refused) -> None:
    for rest in (["increase-2023"], ["--strict"], ["--all"], ["--document", "colp-2024-02-22"]):
        assert "leave out the rest" in refused("check", "--integrity", *rest)


def test_people_are_told_in_a_sentence(run) -> None:
    lines = run("check", "--integrity").out.splitlines()
    assert lines[:3] == [
        "Integrity of the database",
        "It is what was built, and what was released.",
        "",
    ]
