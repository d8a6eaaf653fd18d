"""Where a command reads and writes: closed streams, screens of any size, files that never end, and
one rule for exit codes: 1 where the disk says no, 2 where the command line is wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.harbour import REPORT

READING = [
    "outcomes", "victims --csv", "compare", "figures --json", "timeline --jsonl", "operations",
    "agencies co14", "commitments", "check", "check --integrity", "search police", "sql --schema",
    "sources", "report", "--version", "--help", "outcomes -h",
]  # fmt: skip
WRITING = [
    "outcomes --output a.csv", "export there", "plot age -o a.svg", "report -o a.md",
    "seed --db a.db", f"draft {REPORT} --id x-2025-01-01",
]  # fmt: skip
WRONG = [
    "nothing", "outcomes --year x", "operations nobody", "outcomes --db none.db", "verify none",
    "draft none --id x-2025-01-01", "seed --records none --db a.db",
]  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(line: str, streams: str, place: Path) -> subprocess.CompletedProcess[str]:
    place.mkdir(exist_ok=True)
    return subprocess.run(
        ["bash", "-c", f"{sys.executable} -B -m moditrack {line} {streams}"],
        cwd=place, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def files(place: Path) -> dict[str, bytes]:
    return {str(p.relative_to(place)): p.read_bytes() for p in place.rglob("*") if p.is_file()}


SCRIPT = """
import json, os, sys
from moditrack import __main__ as program, cli, output
# What takes long to load is loaded once.
from moditrack.build import database
from moditrack.draft import draft
from moditrack.plots import theme
from moditrack.report import briefing
from moditrack.verify import verify
closed, place, lines = json.loads(sys.argv[1])
ends = []
for number, line in enumerate(lines):
    own = os.path.join(place, str(number))
    os.mkdir(own)
    if (child := os.fork()) == 0:
        os.chdir(own)
        for stream, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(f"../{number}.{name}", os.O_WRONLY | os.O_CREAT), stream)
        for stream in closed:
            os.close(stream)
            setattr(sys, ("stdin", "stdout", "stderr")[stream], None)
        sys.argv[1:] = line.split()
        os._exit(program.command())
    ends.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
print(json.dumps(ends))
"""
"""Runs each line in a process and a folder of its own, with streams closed as a shell does it."""

End = tuple[int, str, str, dict[str, bytes]]


def ends(lines: list[str], closed: list[int], place: Path) -> list[End]:
    """How each command line ends: exit code, output, errors, and what it has written."""
    place.mkdir()
    done = subprocess.run(
        [sys.executable, "-B", "-c", SCRIPT, json.dumps([closed, str(place), lines])],
        cwd=place, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return [
        (
            code,
            (place / f"{number}.out").read_text("utf-8").replace(str(place / str(number)), "PLACE"),
            (place / f"{number}.err").read_text("utf-8"),
            files(place / str(number)),
        )
        for number, code in enumerate(json.loads(done.stdout))
    ]


def every(harbour: Path) -> list[str]:
    verify = f"verify {harbour / 'texts'} --records {harbour / 'records'}"
    return [*READING, *WRITING, *WRONG, verify]


def test_closed_errors_and_input_change_nothing(harbour: Path, tmp_path: Path) -> None:
    lines = every(harbour)
    plain = dict(zip(lines, ends(lines, [], tmp_path / "plain"), strict=True))
    # What closes both meets a closed input and a closed error; errors are said where one is open.
    extra = {0: [*READING[:5], *WRONG], 2: [*WRITING, *WRONG]}
    for closed, chosen in (([0, 2], lines), ([0], extra[0]), ([2], extra[2])):
        found = ends(chosen, closed, tmp_path / f"closed{closed}")
        for line, end in zip(chosen, found, strict=True):
            code, out, err, written = plain[line]
            assert code == (0 if line not in WRONG else 1 if "none" in line else 2), line
            assert end == (code, out, "" if 2 in closed else err, written), line


def test_closed_output_is_one_sentence(harbour: Path, tmp_path: Path) -> None:
    lines = every(harbour)
    said = "Error: Standard output is closed: open it, or send it to /dev/null.\n"
    for closed in ([1], [0, 1]):
        for line, end in zip(lines, ends(lines, closed, tmp_path / f"{closed}"), strict=True):
            assert end == (1, "", said, {}), line
    assert {end for end, *_ in ends(lines, [1, 2], tmp_path / "both")} == {1}


def test_streams_that_a_shell_closes(tmp_path: Path) -> None:
    result = shell("seed --db a.db", "2>&-", tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert shell("check --integrity --db a.db", "2>&-", tmp_path).returncode == 0
    for line in ("outcomes", "--version"):
        assert shell(line, ">&-", tmp_path).returncode == 1


SIZES = ["0", "-1", "1", "²", "9" * 20, "9" * 5000]


@pytest.mark.parametrize("line", ["outcomes", "operations maxim", "compare --chart", "-h"])
@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
def test_a_screen_of_any_size(terminal, monkeypatch, name: str, line: str) -> None:
    for size in SIZES if line == "outcomes" else ["9" * 5000]:
        monkeypatch.setenv(name, size)
        result = terminal(80, *line.split())
        assert result.code == 0, size
        assert "Traceback" not in result.out
        words = " ".join(result.out.split())
        assert "Error" not in words.replace("Errors", "")
        if line == "outcomes" and not (name == "COLUMNS" and size == "1"):
            assert "Offences by outcome, City of London Police, 2019-2023" in words


def test_columns_that_say_nothing_leave_it_to_the_terminal(terminal, monkeypatch) -> None:
    usual = terminal(60, "figures").out
    for size in ("0", "-1", "x", "", "²"):
        monkeypatch.setenv("COLUMNS", size)
        assert terminal(60, "figures").out == usual
    monkeypatch.setenv("COLUMNS", "100")
    assert terminal(60, "figures").out != usual


@pytest.mark.parametrize("limit", [str(2**31 - 1), str(2**63 - 1), str(2**63), "9" * 400])
def test_a_limit_beyond_all_hits_gives_all(ask, limit: str) -> None:
    every = ask("search", "police", "--limit", "100000")
    assert len(every) > 100
    assert ask("search", "police", "--limit", limit) == every


@pytest.mark.parametrize("limit", ["0", "-1", "x", "", "1.5", "9" * 5000, "-" + "9" * 5000, "1e3"])
def test_what_is_no_limit_is_refused(refused, limit: str) -> None:
    assert refused("search", "police", "--limit", limit).startswith("Invalid value for '--limit': ")


@pytest.fixture
def in_time() -> Iterator[None]:
    """What hangs ends with an error that nothing catches."""

    class Hangs(BaseException):
        pass

    def end(*_: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _without_end(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _folder(path: Path) -> None:
    path.mkdir()


KINDS = pytest.mark.parametrize("make", [_pipe, _without_end, _folder])
