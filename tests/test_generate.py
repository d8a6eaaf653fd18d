"""tests/benchmarks/generate.py: made records are accepted, and the same every time."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

GENERATE = ROOT / "tests" / "benchmarks" / "generate.py"
DOCUMENTS, FIGURES, PASSAGES = 6, 120, 30


def generate(folder: Path, *options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, GENERATE, folder, *options]
    return subprocess.run(
        [str(word) for word in command], check=False, capture_output=True, text=True
    )


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def generated(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "records"
    sizes = ("--documents", DOCUMENTS, "--figures", FIGURES, "--passages", PASSAGES)
    done = generate(folder, *sizes, "--seed", 7, "--jobs", 1)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def seeded(generated: Path) -> Path:
    target = generated.parent / "made.db"
    command = [sys.executable, "-m", "moditrack", "seed", "--records", generated, "--db", target]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return target


@pytest.fixture
def rows(seeded: Path) -> Callable[[str], list[tuple]]:
    connection = sqlite3.connect(seeded)
    return lambda query: connection.execute(query).fetchall()


def test_there_is_as_much_as_asked(rows) -> None:
    assert rows("SELECT count(*) FROM document") == [(DOCUMENTS,)]
    assert rows("SELECT DISTINCT count(*) FROM figure GROUP BY document") == [(FIGURES,)]
    assert rows("SELECT DISTINCT count(*) FROM passage GROUP BY document") == [(PASSAGES,)]


def test_every_file_of_the_real_records_is_there(generated: Path) -> None:
    real = {path.name for path in (ROOT / "moditrack" / "records").rglob("*.*")}
    # What only the real documents have, and no made text could stand for.
    real -= {"threats.csv", "cautions.csv"}
    assert {path.name for path in generated.rglob("*.*") if path.is_file()} == real


def test_claims_come_out_and_do_not(rows) -> None:
    found = rows("SELECT DISTINCT verdict FROM check_result WHERE kind IN ('total', 'share')")
    assert {("consistent",), ("inconsistent",)} <= set(found)
    assert rows("SELECT count(*) FROM check_result WHERE kind = 'statements'") == [(DOCUMENTS,)]
    assert rows("SELECT count(*) FROM followup") > [(0,)]


def test_outcomes_of_a_year_are_answered(run, rows, seeded: Path) -> None:
    year = rows("SELECT min(year) FROM outcome")[0][0]
    result = run("outcomes", "--year", year, "--json", "--db", seeded)
    assert result.code == 0
    assert {row["year"] for row in json.loads(result.out)} == {year}


def test_the_same_numbers_give_the_same_bytes(generated: Path, tmp_path: Path) -> None:
    sizes = ("--documents", DOCUMENTS, "--figures", FIGURES, "--passages", PASSAGES)
    generate(tmp_path / "again", *sizes, "--seed", 7, "--jobs", 2)
    assert contents(tmp_path / "again") == contents(generated)
    generate(tmp_path / "other", *sizes, "--seed", 8, "--jobs", 1)
    assert contents(tmp_path / "other") != contents(generated)


def test_what_cannot_be_made_is_said(generated: Path, tmp_path: Path) -> None:
    there = generate(generated, "--documents", DOCUMENTS)
    assert there.returncode == 1
    assert "exists" in there.stderr
    few = generate(tmp_path / "few", "--documents", 0)
    assert few.returncode == 1
    assert "at least 1 document" in few.stderr
    assert not (tmp_path / "few").exists()


def test_one_size_is_measured_without_a_line(tmp_path: Path) -> None:
    """Three sizes are needed to say how straight the line between them is."""
    command = [sys.executable, GENERATE.with_name("scale.py"), "--work", tmp_path]
    command += ["--documents", "1", "--runs", "0"]
    done = subprocess.run(
        [str(word) for word in command], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    first, _, _ = done.stdout.partition("\n\n")
    assert [line.split()[0] for line in first.splitlines()] == ["documents", "1"]
    assert "straight line" not in done.stdout
