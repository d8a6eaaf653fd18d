"""Records that are wrong: each problem named by file, row, column and value, nothing built."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from moditrack.build.load import read_records
from moditrack.validation.columns import OPTIONAL, PER_DOCUMENT, SHARED
from moditrack.validation.records import RecordsError
from tests.conftest import sizes

LATE = "mpa-2004-02-16"
NAMED = re.compile(r"[\w./-]+\.(?:csv|toml): (?:row \d+|header|file|[a-z_ 0-9']+)[^:]*: .+")


@pytest.fixture
def problems(run, tmp_path: Path):
    """Seed from records that are wrong: the problems named; the database there is untouched."""
    target = tmp_path / "target" / "own.db"
    target.parent.mkdir()
    assert run("seed", "--db", target).code == 0
    before = target.read_bytes()

    def call(records: Path) -> list[str]:
        result = run("seed", "--records", records, "--db", target)
        assert (result.code, result.out) == (1, "")
        *named, last = result.err.splitlines()
        assert named
        count = "One problem" if len(named) == 1 else f"{len(named)} problems"
        them = "it" if len(named) == 1 else "them"
        assert last == (
            f"Error: {count} in the records: fix {them} and run again; nothing was changed."
        )
        for problem in named:
            assert NAMED.fullmatch(problem), problem
            assert len(problem) < 400, problem
            assert problem.isprintable(), problem
        assert target.read_bytes() == before
        assert [path.name for path in target.parent.iterdir()] == ["own.db"]
        return named

    return call


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def cell(path: Path, line: int, column: int, value: str) -> None:
    """Put a value, quoted, in the place of another that has no comma before it in its line."""
    lines = path.read_text("utf-8").splitlines()
    values = lines[line - 1].split(",")
    values[column] = '"' + value.replace('"', '""') + '"'
    lines[line - 1] = ",".join(values)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_each_of_many_problems_is_named(problems, records: Path, counted) -> None:
    late = records / LATE
    replace(late / "figures.csv", "notes.3.b2,102,102", "notes.3.b2,102,1O2")
    replace(late / "figures.csv", "153573", '"153,573"')
    replace(late / "figures.csv", "notes.3.b4,", "notes.99.b4,")
    replace(late / "events.csv", "notes.1,2003-03,", "notes.1,2003-02-30,")
    replace(late / "statements.csv", "partner,ukps", "partner,ukqs")
    replace(late / "document.toml", 'force = "mps"', 'force = "met"')
    replace(records / "agencies.csv", "agency,kind,", "agency,kind,motto,")
    replace(records / "strands.csv", "strand,name,", "strand,title,")
    (late / "parts.csv").unlink()
    (late / "names.csv").unlink()
    (late / "names.csv").mkdir()
    named = problems(records)
    for text in [
        "agencies.csv: header: 'motto' is not a column of this file",
        "strands.csv: header: 'name' is missing",
        "strands.csv: header: 'title' is not a column of this file",
        f"{LATE}/document.toml: force: 'met' is not in agencies.csv",
        f"{LATE}/figures.csv: row 6, value: '1O2' is not a plain number like 1200 or 0.13,"
        " with at most 15 digits",
        f"{LATE}/figures.csv: row 18, value: '153,573' is not a plain number like 1200 or 0.13,"
        " with at most 15 digits: write 153573",
        f"{LATE}/parts.csv: file: 'parts.csv' cannot be read (No such file or directory)",
        f"{LATE}/names.csv: file: 'names.csv' cannot be read (Is a directory)",
    ]:
        assert text in named
    for text in ("'notes.99.b4' is not in passages.csv", "'2003-02-30' is not a date"):
        assert any(text in problem for problem in named), text
    counted(wrong_records=11)


def test_duplicate_ids_in_every_file_that_has_ids(problems, records: Path, counted) -> None:
    files = [records / file for file in SHARED]
    files += [records / LATE / file for file in ("figures.csv", "commitments.csv", "claims.csv")]
    for path in files:
        header, first, *rest = path.read_text("utf-8").splitlines()
        path.write_text("\n".join([header, first, *rest, first]) + "\n", "utf-8")
    named = problems(records)
    assert [problem.split(":")[0] for problem in named if "is there twice" in problem] == [
        str(path.relative_to(records)) for path in files
    ]
    counted(wrong_records=len(files))


BAD = ["\x00", "a\x00b", "\x1b[31mred", "\u202eevil", "x" * 5000, "1,000", "1 000", "٣", "NaN",
       "1e400", "-", "2003-02-30", "2003-13", "0000", "9999999999999999", "nobody", "’", " x",
       "x\ny", "=cmd()", "\ufeff", "\U000e0001", "🙂"]  # fmt: skip
FITS = {
    "id": ("2003-02-30", "2003-13", "0000", "9999999999999999", "nobody", "x" * 5000),
    "number": ("0000",), "count": ("0000",),
}  # fmt: skip
TYPED = {"number", "count", "flag", "id", "locator", "choice", "period", "day", "levels"}


@sizes(15, 1000)
def test_any_cell_of_any_file(counted, records: Path, size: int) -> None:
    chance = random.Random(size)
    files = [(file, columns) for file, columns in SHARED.items()]
    files += [(f"{LATE}/{file}", c) for file, c in PER_DOCUMENT.items() if file not in OPTIONAL]
    harmless = 0
    for _ in range(size):
        file, columns = chance.choice(files)
        column = chance.randrange(len(columns))
        kind = list(columns.values())[column].rstrip("?+")
        path = records / file
        before = path.read_text("utf-8")
        if before.count("\n") < 2:
            continue
        bad = chance.choice(BAD)
        cell(path, 2, column, bad)
        try:
            read_records(records)
            harmless += 1
            typed = kind in TYPED or kind.startswith("own:")
            assert not typed or bad in FITS.get(kind, ()), (file, kind, bad)
            assert bad.isprintable(), (file, kind, bad)
        except RecordsError as error:
            own = [problem for problem in error.problems if problem.startswith(f"{file}: row ")]
            assert own or bad.isprintable(), (file, kind, bad)  # else what refers to it
            for problem in error.problems:
                assert NAMED.fullmatch(problem), problem
                assert len(problem) < 400
                assert problem.isprintable()
        path.write_text(before, "utf-8")
    assert harmless < size // 2
    counted(wrong_cells=size - harmless, cells_of_any_text=harmless)


@sizes(10, 1500)
def test_any_bytes_in_any_file(counted, records: Path, size: int) -> None:
    chance = random.Random(size)
    files = sorted(path for path in records.rglob("*") if path.suffix in (".csv", ".toml"))
    wrong = 0
    for _ in range(size):
        path = chance.choice(files)
        before = path.read_bytes()
        data = bytearray(before)
        place = chance.randrange(len(data))
        data[place : place + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
        path.write_bytes(data)
        try:
            read_records(records)
        except RecordsError as error:
            wrong += 1
            for problem in error.problems:
                assert NAMED.fullmatch(problem), problem
                assert len(problem) < 400
                assert problem.isprintable()
        path.write_bytes(before)
    assert wrong > size // 4
    counted(files_of_records_with_bytes_changed=size)


@sizes(5, 100)
def test_a_line_of_many_megabytes(problems, records: Path, counted, size: int) -> None:
    path = records / LATE / "figures.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write("x" * (size << 20) + "\n")
    (problem,) = problems(records)
    assert problem.startswith(f"{LATE}/figures.csv: ")
    assert len(problem) < 200
    counted(megabytes_in_one_line=size)


def test_a_value_of_many_characters_is_cut(problems, records: Path) -> None:
    path = records / LATE / "events.csv"
    replace(path, "notes.1,2003-03,", f"notes.1,{'9' * 100_000},")
    (problem,) = problems(records)
    assert problem.startswith(f"{LATE}/events.csv: row 6, date: '{'9' * 59}…' is ")


@pytest.mark.parametrize("make", ["file", "nothing", "empty", "loop"])
def test_a_folder_that_is_none(run, tmp_path: Path, make: str, counted) -> None:
    folder = tmp_path / "folder"
    if make == "file":
        folder.write_text("agency,kind,abbreviation,name\n")
    elif make == "empty":
        folder.mkdir()
    elif make == "loop":
        folder.symlink_to("folder")
    result = run("seed", "--records", folder, "--db", tmp_path / "own.db")
    assert (result.code, result.out) == (1, "")
    assert "Error: " in result.err
    assert not (tmp_path / "own.db").exists()
    counted(wrong_records=1)
