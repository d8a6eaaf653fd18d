"""moditrack seed: deterministic, atomic, careful with what is there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from moditrack.build import database
from moditrack.db.connection import open_database
from moditrack.db.digest import content_digest
from moditrack.db.schema import schema
from moditrack.validation.records import RECORDS
from tests.conftest import ROOT


def test_the_committed_database_is_what_seed_builds(run, tmp_path: Path) -> None:
    built = tmp_path / "built.db"
    assert run("seed", "--db", built).code == 0
    committed = open_database(ROOT / "data" / "moditrack.db")
    fresh = open_database(built)
    stored = "SELECT value FROM meta WHERE key = 'content_digest'"
    assert content_digest(fresh) == content_digest(committed)
    assert committed.execute(stored).fetchone()[0] == content_digest(committed)
    assert "\n".join(fresh.iterdump()) == "\n".join(committed.iterdump())


def test_two_runs_give_the_same_bytes(run, tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        assert run("seed", "--db", tmp_path / name).code == 0
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_it_prints_what_it_built(run, tmp_path: Path) -> None:
    out = run("seed", "--db", tmp_path / "new.db").out
    rows = dict(line.split()[:2] for line in out.splitlines()[:-2])
    assert rows["document"] == "4"
    assert rows["passage"] == "275"
    assert f"Built           {tmp_path / 'new.db'}" in out
    assert len(out.splitlines()[-2].split()[-1]) == 64


def test_ids_of_the_file_and_no_leftovers(run, tmp_path: Path) -> None:
    run("seed", "--db", tmp_path / "new.db")
    connection = sqlite3.connect(tmp_path / "new.db")
    assert connection.execute("PRAGMA application_id").fetchone()[0] == int.from_bytes(b"MODT")
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 3
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert [path.name for path in tmp_path.iterdir()] == ["new.db"]


@pytest.mark.parametrize(
    ("column", "wrong", "why"),
    [
        ("words INTEGER NOT NULL", "words INTEGER NOT NULL CHECK (words < 99)", "CHECK"),
        ("heading TEXT", "heading TEXT NOT NULL", "NOT NULL"),
        ("kind TEXT NOT NULL", "kind TEXT NOT NULL REFERENCES strand (strand)", "strand"),
    ],
)
def test_rows_that_do_not_fit_the_schema_are_no_database(
    tmp_path: Path, monkeypatch, column: str, wrong: str, why: str
) -> None:
    text = schema()
    before, table, after = text.partition("CREATE TABLE passage (")
    monkeypatch.setattr(
        database, "schema", lambda: before + table + after.replace(column, wrong, 1)
    )
    with pytest.raises(database.BuildError, match=f"could not be built.*{why}"):
        database.build(RECORDS, tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


def test_a_full_folder_of_temporary_files_is_named(tmp_path: Path, monkeypatch) -> None:
    class Full(sqlite3.OperationalError):
        sqlite_errorname = "SQLITE_FULL"

    def full(*_: object) -> None:
        raise Full("database or disk is full")

    monkeypatch.setattr(database, "_write", full)
    monkeypatch.setenv("TMPDIR", "/small")
    target = tmp_path / "new.db"
    with pytest.raises(database.BuildError) as raised:
        database.build(RECORDS, target)
    assert str(raised.value) == (
        f"{target} could not be built (database or disk is full; temporary files are in /small)"
        " and is unchanged: fix the cause and run this again."
    )


def test_it_writes_where_reads_would_look(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("MODITRACK_DB", str(tmp_path / "named.db"))
    assert run("seed").code == 0
    assert (tmp_path / "named.db").exists()


def test_a_file_that_is_no_moditrack_database_is_kept(run, refused, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE mine (x)").connection.commit()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear committee")
    before = other.read_bytes()
    for path in (other, letter):
        assert "replace it with --overwrite" in refused("seed", "--db", path, code=1)
    assert other.read_bytes() == before
    assert letter.read_text() == "Dear committee"
    assert run("seed", "--db", letter, "--overwrite").code == 0


def test_where_it_may_not_write_it_names_the_two_ways_out(refused, tmp_path: Path) -> None:
    message = refused("seed", "--db", tmp_path / "missing" / "new.db", code=1)
    assert "--db PATH or the variable MODITRACK_DB" in message
    assert "is a folder" in refused("seed", "--db", tmp_path, code=1)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_records_of_ones_own(run, ask, records: Path, tmp_path: Path) -> None:
    change(records / "mpa-2004-02-16" / "figures.csv", "notes.3.b11,19,19,", "notes.3.b11,20,20,")
    assert run("seed", "--records", records, "--db", tmp_path / "own.db").code == 0
    found = ask("figures", "--measure", "computers-seized", "--db", tmp_path / "own.db")
    assert [row["value"] for row in found] == [20]


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("figures.csv", "notes.3.b2,102,102", "notes.3.b2,102,1O2",
         "mpa-2004-02-16/figures.csv: row 6, value: '1O2' is not a plain number"),
        ("figures.csv", "153573", '"153,573"', "row 18, value: '153,573' is not a plain number"),
        ("figures.csv", "notes.3.b2,", "notes.9.b2,", "row 6, locator: 'notes.9.b2' is not in"),
        ("figures.csv", "phase-2-arrests,", "phase-1-arrests,", "is there twice"),
        ("figures.csv", ",exact,recorded,arrests", ",precise,recorded,arrests",
         "bound: 'precise' is not one of exact, about, at-least, more-than, at-most, less-than,"
         " range"),
        ("figures.csv", "recorded,arrests", "recorded,arests", "'arests' is not in measures.csv"),
        ("figures.csv", "2,102,,,exact", "2,102,100,,exact", "does not fit value, low and high"),
        ("figures.csv", "figure,locator", "figure,place", "header: 'locator' is missing"),
        ("events.csv", "notes.1,2003-03,", "notes.1,2003-13,", "is not a date in the calendar"),
        ("events.csv", "notes.1,2003-03,", "notes.1,March 2003,", "is not a date like"),
        ("events.csv", ",maxim-phase-1,\n", ",maxim-phase-9,\n", "is not in operations.csv"),
        ("statements.csv", "start,2003-03", "start,spring", "value: 'spring' is not a date"),
        ("statements.csv", "partner,ukps", "partner,ukqs", "'ukqs' is not in agencies.csv"),
        ("responsibilities.csv", ",1 2,", ",1 4,", "is not a list of levels"),
        ("responsibilities.csv", "partners,proposed,", "partners,hoped,",
         "status: 'hoped' is not one of current, planned, proposed, past"),
        ("responsibilities.csv", "partners,proposed,", "negotiates,proposed,",
         "role: 'negotiates' is not in roles.csv"),
        ("responsibilities.csv", ",prosecution,", ",prosecution ports prosecution,",
         "strands: 'prosecution ports prosecution' names a strand twice"),
        ("responsibilities.csv", ",prosecution,", ",prosecution crime,", "is not in strands.csv"),
        ("responsibilities.csv", ",prosecution,", ",,", "strands: '' is empty"),
        ("followups.csv", "mpa-2003-10-09:weekly-operations", "mpa-2003-10-09:daily",
         "'mpa-2003-10-09:daily' is not a commitment"),
        ("names.csv", ",Metropolitan Police Authority,", ", Metropolitan Police Authority,",
         "has surrounding white space"),
        ("../operations.csv", "trident,", "mps,operation,MPS\ntrident,",
         "is also the id of an agency"),
        ("../outcome_types.csv", "yes,1,\n2,", "yes,1A,\n2,", "part_of: '1A' is itself a part"),
        ("document.toml", 'date = "2004-02-16"', 'date = "16 February 2004"', "is not a date like"),
        ("document.toml", 'force = "mps"', 'force = "met"', "'met' is not in agencies.csv"),
        ("document.toml", 'title = "', 'titel = "', "is a key that documents do not have"),
        ("document.toml", "normaliser = 1", "normaliser = 99999999999999999999999",
         "is not a version of the normaliser"),
        ("document.toml", 'kind = "press', 'kind = press', "is not TOML"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_and_nothing_is_built(
    run, records: Path, tmp_path: Path, file: str, old: str, new: str, named: str
) -> None:
    change(records / "mpa-2004-02-16" / file, old, new)
    target = tmp_path / "own.db"
    result = run("seed", "--records", records, "--db", target)
    assert result.code == 1
    assert result.out == ""
    assert named in result.err
    assert "nothing was changed" in result.err
    assert not target.exists()


def test_every_problem_is_named_not_only_the_first(run, records: Path, tmp_path: Path) -> None:
    figures = records / "mpa-2004-02-16" / "figures.csv"
    change(figures, "notes.3.b2,102,102", "notes.3.b2,102,x")
    change(figures, "notes.3.b3,23,23", "notes.3.b3,23,y")
    (records / "mpa-2003-05-08" / "parts.csv").unlink()
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert result.err.count("is not a plain number") == 2
    assert "parts.csv: file: 'parts.csv' cannot be read" in result.err
    assert "Error: 3 problems in the records" in result.err


def test_the_problems_of_a_file_stand_in_the_order_of_its_rows(
    run, records: Path, tmp_path: Path
) -> None:
    path = records / "agencies.csv"
    lines = path.read_text("utf-8").splitlines()
    lines[3] = "short"
    lines[5] = lines[1]  # the same id twice
    lines[9] = "some-agency,parish,,Some Agency"
    lines[12] += ",long"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    lines = [line for line in result.err.splitlines() if line.startswith("agencies.csv: row")]
    assert [int(line.split()[2].strip(":,")) for line in lines] == [4, 6, 10, 13]
    assert "is there twice" in lines[1]
    assert "kind: 'parish' is not one of" in lines[2]


def test_an_outcome_type_is_part_of_a_whole_one_wherever_that_stands(
    run, records: Path, tmp_path: Path
) -> None:
    path = records / "outcome_types.csv"
    header, *rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([header, *reversed(rows)]) + "\n", "utf-8")
    assert run("seed", "--records", records, "--db", tmp_path / "own.db").code == 0
    for code, part_of in (("4", "5"), ("5", "4")):
        (own,) = (row for row in rows if row.startswith(f"{code},"))
        change(path, own, own.removesuffix(",,") + f",{part_of},")
    result = run("seed", "--records", records, "--db", tmp_path / "own.db", "--overwrite")
    assert result.code == 1
    assert "part_of: '5' is itself a part" in result.err
    assert "part_of: '4' is itself a part" in result.err


def test_records_that_are_not_there(run, tmp_path: Path) -> None:
    result = run("seed", "--records", tmp_path / "none", "--db", tmp_path / "own.db")
    assert result.code == 1
    assert "is not a folder of records" in result.err
    # A folder of something else is one problem, not one for each file that it has not.
    result = run("seed", "--records", tmp_path, "--db", tmp_path / "own.db")
    assert result.err.startswith(f"{tmp_path}: is not a folder of records\nError: One problem")


def test_bytes_that_are_not_utf_8(run, records: Path, tmp_path: Path) -> None:
    (records / "strands.csv").write_bytes(b"strand,name,definition\n\xff,x,y\n")
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert "strands.csv: row 2: b'\\xff' is not UTF-8" in result.err
    assert result.code == 1


def test_conflicts_that_cite_nothing_are_all_named(run, records: Path, tmp_path: Path) -> None:
    path = records / "conflicts.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('citation = "mpa-2003-05-08#', 'citation = "mpa-2003-05-08#ZZ'))
    wrong = text.count('citation = "mpa-2003-05-08#')
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert result.err.count("cites no passage") == wrong > 50


def test_a_shared_file_that_cannot_be_read_is_one_problem(run, records, tmp_path: Path) -> None:
    for old, new in (("agency,kind", "agent,kind"), ("agency,kind", "\ufeffagency,kind")):
        shutil.copy(RECORDS / "agencies.csv", records / "agencies.csv")
        change(records / "agencies.csv", old, new)
        result = run("seed", "--records", records, "--db", tmp_path / "own.db")
        assert "header: 'agency' is missing" in result.err
        assert result.err.count("\n") == 3
    shutil.copy(RECORDS / "agencies.csv", records / "agencies.csv")
    change(records / "mpa-2004-02-16" / "passages.csv", "locator,", "place,")
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert "2 problems" in result.err


def test_a_pipe_in_the_place_of_a_file(run, records: Path, tmp_path: Path) -> None:
    (records / "strands.csv").unlink()
    os.mkfifo(records / "strands.csv")
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert "strands.csv: file: 'strands.csv' is not a regular file" in result.err


def test_texts_of_document_toml_are_held_like_the_others(run, records, tmp_path: Path) -> None:
    change(records / "mpa-2004-02-16" / "document.toml", 'title = "', 'title = "\\u001b[31m ')
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert "title: '\\x1b[31m" in result.err
    assert "contains a control character" in result.err


def test_an_author_has_a_name_a_post_and_a_role_alone(run, records: Path, tmp_path: Path) -> None:
    path = records / "mpa-2004-02-16" / "document.toml"
    path.write_text(
        f'{path.read_text("utf-8")}\n[[authors]]\nname = "Ann Lee"\npost = "Director"\n'
        'role = "author"\nage = "40"\n', "utf-8",
    )  # fmt: skip
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert result.code == 1
    assert "needs name, post and role" in result.err
