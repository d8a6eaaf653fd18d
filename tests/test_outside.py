"""What a command touches outside itself: no network, no program, no file but those it was given."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from moditrack.db.connection import open_database
from tests.conftest import ROOT

WATCH = """
import json, os, sys
from moditrack.db import connection as database

seen = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def watch(event, args):
    if event == "open":
        path, mode, flags = args
        by_number = isinstance(path, int)  # of a file that is open
        if not by_number and ((flags or 0) & WRITING or set(mode or "") & set("wax+")):
            seen.append(["write", str(path)])
    elif event == "sqlite3.connect":
        seen.append(["database", str(args[0])])
    elif event.startswith(("socket.", "subprocess.", "urllib.", "ftplib.", "http.", "webbrowser.")):
        seen.append([event, str(args)])
    elif event in ("os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn", "os.putenv"):
        seen.append([event, str(args)])
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
                   "os.truncate", "os.chmod", "os.chown", "shutil.rmtree"):
        seen.append([event, *(str(a) for a in args if isinstance(a, (str, os.PathLike)))])

from moditrack.cli import main
sys.addaudithook(watch)
code = main(sys.argv[1:])
sys.stdout.flush()
print("\\n" + json.dumps([code, seen]))
"""


def watched(*args: str | Path, cwd: Path) -> list[list[str]]:
    """What a command opened to write, connected to, started, renamed or removed."""
    result = subprocess.run(
        [sys.executable, "-B", "-c", WATCH, *map(str, args)],
        cwd=cwd, capture_output=True, text=True, check=True, env={"PATH": "", "LANG": "C.UTF-8"},
    )  # fmt: skip
    code, calls = json.loads(result.stdout.splitlines()[-1])
    assert code == 0
    return calls


TEMPORARY = r"\.moditrack-[0-9a-f]{16}\.new"
READING = [
    "outcomes", "outcomes --chart", "victims --json", "compare --csv", "figures --format latex",
    "figures removals-both-phases", "timeline --jsonl", "operations maxim", "agencies co14 --json",
    "commitments", "check --all", "check --integrity", "search police", "sql --schema", "sources",
    "sources colp-2024-02-22#19.outcome --bibtex", "--help", "--version",
]  # fmt: skip


@pytest.mark.parametrize("line", READING)
def test_a_command_that_reads_opens_the_database_to_read_and_no_more(line, counted, tmp_path):
    calls = watched(*line.split(), cwd=tmp_path)
    database = f"file://{ROOT}/data/moditrack.db?mode=ro"
    expected = [] if line.startswith("--") else [["database", database]]
    if (
        line == "check --integrity"
    ):  # asks the constraints of a copy, in a temporary file of SQLite's
        expected.append(["database", ""])
    assert calls == expected
    assert list(tmp_path.iterdir()) == []
    counted(commands_watched=1)


def test_output_writes_beside_the_file_it_was_given(counted, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    calls = watched("figures", "--output", target, cwd=tmp_path)
    paths = [path for _, *paths in calls for path in paths if not path.startswith("file://")]
    assert paths
    allowed = rf"{re.escape(str(tmp_path))}/(out\.json|{TEMPORARY})"
    assert all(re.fullmatch(allowed, path) for path in paths)
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    counted(commands_watched=1)


@pytest.mark.parametrize("line", ["plot age -o a.svg", "plot compare -o a.png", "report -o a.md"])
def test_pictures_and_briefings_write_the_file_and_no_more(line, counted, tmp_path: Path) -> None:
    calls = watched(*line.split(), cwd=tmp_path)
    assert {"database", "write", "os.rename"} <= {kind for kind, *_ in calls}
    name = line.rpartition(" ")[2]
    for kind, *paths in calls:
        assert kind in ("database", "write", "os.chmod", "os.rename", "os.remove"), kind
        for path in paths:
            own = re.fullmatch(rf"(?:{re.escape(str(tmp_path))}/)?({name}|{TEMPORARY})", path)
            assert own or path == f"file://{ROOT}/data/moditrack.db?mode=ro", path
    assert [path.name for path in tmp_path.iterdir()] == [name]
    counted(commands_watched=1)


def test_export_writes_in_its_folder(counted, tmp_path: Path) -> None:
    calls = watched("export", tmp_path / "package", cwd=tmp_path)
    assert {"database", "write", "os.rename"} <= {kind for kind, *_ in calls}
    database = f"file://{ROOT}/data/moditrack.db?mode=ro"
    for kind, *paths in calls:
        assert not kind.startswith(("socket", "subprocess", "os.system", "os.exec")), kind
        for path in paths:
            assert path == database or Path(path).is_relative_to(tmp_path), (kind, path)
    assert [path.name for path in tmp_path.iterdir()] == ["package"]
    counted(commands_watched=1)


def test_seed_draft_and_verify_write_where_they_were_asked_to(counted, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (tmp_path / "report.txt").write_text("Summary\n\n1. Three arrests.\n", "utf-8")
    for args in (
        ("seed", "--db", place / "own.db"),
        ("draft", tmp_path / "report.txt", "--id", "x-2025-01-01", "-o", place),
    ):
        calls = watched(*args, cwd=tmp_path)
        assert calls
        for kind, *paths in calls:
            assert kind in (
                "write",
                "database",
                "os.rename",
                "os.remove",
                "os.truncate",
                "os.mkdir",
                "os.chmod",
            )
            for path in paths:
                assert path.removeprefix("file://").startswith(str(place)), (kind, path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["place", "report.txt"]
    counted(commands_watched=2)


TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|PC|DC|DS|DI|DCI|Sergeant|Constable|Inspector"
    r"|Superintendent|Commander|Commissioner)\.? ([A-Z][a-z]+ [A-Z][a-z]+)"
)


def test_whoever_is_named_with_a_title_holds_an_office_or_wrote_something() -> None:
    connection = open_database(str(ROOT / "data" / "moditrack.db"))
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
    )
    named = set()
    for (table,) in tables.fetchall():
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            for value in row:
                named |= set(TITLED.findall(str(value)))
    # Named in his capacity, as the external academic of a review (mpa-2003-10-09#B.12).
    assert named == {"Alan Wright"}
    authors = {row["name"] for row in connection.execute("SELECT name FROM document_author")}
    assert authors == {
        "Amanda Horsburgh", "Claire Flinter", "Commissioner", "Commissioner of Police",
        "Frank Hooley", "Richard Sumray",
    }  # fmt: skip
