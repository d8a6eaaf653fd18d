"""Commands that write, killed at each system call on the way: what was there or what is new."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from moditrack.db.connection import open_database
from moditrack.db.integrity import damaged, integrity
from tests.conftest import ROOT, sizes

CALLS = "openat mkdir rename renameat2 unlink unlinkat rmdir link linkat fchmod chmod write"
CALLS += " pwrite64 ftruncate truncate fsync fdatasync flock"
ONE = 0
"""In every run one call is tried, at which the most can go wrong; in a campaign so many of each
kind, and all that change a name or a mode."""
WORST = ("pwrite64", "renameat2", "rename")
"""The last write to a database is to the old one, where that had a journal."""
NAMES = {"mkdir", "rename", "renameat2", "unlink", "unlinkat", "rmdir", "chmod", "fchmod", "fsync"}

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="needs strace (on Linux: apt-get install strace)"
)


def traced(line: list[str], *options: str) -> subprocess.CompletedProcess[str]:
    return plain(line, "strace", "-f", "-qq", "-y", *options)


def plain(line: list[str], *before: str) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-B", "-m", "moditrack"]
    return subprocess.run(
        [*command, *line], cwd=ROOT, check=False, capture_output=True, text=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )  # fmt: skip


def calls(line: list[str], place: Path) -> list[tuple[str, int]]:
    """The system calls of a command that concern a place, each with its number of its kind."""
    log = place.parent / "log"
    kinds = "trace=" + ",".join(f"?{call}" for call in CALLS.split())
    result = traced(line, "--seccomp-bpf", "-o", str(log), "-e", kinds)
    assert result.returncode == 0, result.stderr
    found, times = [], dict.fromkeys(CALLS.split(), 0)
    for entry in log.read_text(errors="replace").splitlines():
        if call := re.match(r"(?:\d+ +)?(\w+)\(", entry):
            times[call[1]] += 1
            if str(place) in entry or str(place.parent / ".moditrack") in entry:
                found.append((call[1], times[call[1]]))
    return found


def sample(found: list[tuple[str, int]], of_each: int) -> list[tuple[str, int]]:
    """Of calls that there are many of, the first and the last, and some between."""
    if of_each == ONE:
        worst = next(kind for kind in WORST if kind in dict(found))
        return [max(each for each in found if each[0] == worst)]
    chosen = []
    for kind in dict.fromkeys(kind for kind, _ in found):
        own = [number for each, number in found if each == kind]
        wanted = len(own) if kind in NAMES else of_each
        step = max(1, len(own) // wanted)
        chosen += [(kind, number) for number in sorted({*own[::step][:wanted], own[-1]})]
    return chosen


def killed(line: list[str], call: str, number: int) -> bool:
    inject = f"inject={call}:signal=KILL:when={number}"
    result = traced(line, "-o", os.devnull, "-e", f"trace={call}", "-e", inject)
    assert result.returncode in (0, -signal.SIGKILL, 128 + signal.SIGKILL), result.stderr
    return result.returncode != 0


def contents(path: Path) -> object:
    """All that is in a file or folder; None where it is not there."""
    if path.is_dir():
        return {each.name: each.read_bytes() for each in path.iterdir()}
    return path.read_bytes() if path.exists() else None


def database(path: Path) -> object:
    """The first title in a database that is whole; None where there is no database."""
    if not path.exists():
        return None
    with closing(open_database(str(path))) as connection:
        assert damaged(integrity(connection, shipped=False)) == []
        return connection.execute("SELECT title FROM document ORDER BY rowid").fetchall()[0][0]


def try_each(
    line: list[str],
    target: Path,
    prepare: Callable[[], None],
    look: Callable[[Path], object],
    of_each: int,
) -> int:
    """Kill a command at one call after another; what is there must be the old or the new."""
    prepare()
    old = look(target)
    mode = target.stat().st_mode if target.exists() else 0o755
    found = calls(line, target)
    new = look(target)
    assert old != new
    tried, seen = 0, []
    for call, number in sample(found, of_each):
        prepare()
        if not killed(line, call, number):
            continue
        tried += 1
        state = look(target)
        assert state in (old, new), (call, number)
        seen.append(state == new)
        for left in target.parent.glob(".moditrack-*"):
            assert not left.stat().st_mode & 0o077 & ~mode, (call, number)
        if state == old or "--overwrite" in line or line[0] == "seed":
            second = plain(line)
            assert second.returncode == 0, (call, number, second.stderr)
        assert look(target) == new, (call, number)
        assert [path.name for path in target.parent.iterdir()] == [target.name], (call, number)
    assert tried >= (1 if of_each == ONE else len({call for call, _ in found}) - 2)
    assert False in seen
    return tried


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of its own, in which nothing else is."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


@sizes(ONE, 40)
def test_a_file(place: Path, counted, size: int) -> None:
    target = place / "figures.json"

    def prepare() -> None:
        emptied(place)
        target.write_text("old")
        target.chmod(0o600)

    line = ["figures", "--output", str(target), "--overwrite"]
    counted(kills_at_a_system_call=try_each(line, target, prepare, contents, size))


@sizes(ONE, 40)
@pytest.mark.parametrize("there", [True, False])
def test_a_package(place: Path, package: Path, counted, size: int, there: bool) -> None:
    target = place / "package"

    def prepare() -> None:
        emptied(place)
        if there:
            shutil.copytree(package, target)
            (target / "strand.csv").write_text("old")
            (target / "notes.txt").write_text("mine")

    line = ["export", str(target), *["--overwrite"] * there]
    counted(kills_at_a_system_call=try_each(line, target, prepare, contents, size))


@sizes(ONE, 40)
def test_a_draft(place: Path, counted, size: int) -> None:
    target = place / "x-2025-01-01"
    report = str(ROOT / "tests" / "harbour-report.txt")
    line = ["draft", report, "--id", target.name, "-o", str(place)]
    tried = try_each(line, target, lambda: emptied(place), contents, size)
    counted(kills_at_a_system_call=tried)


def journal_left(target: Path, mode: str) -> None:
    """Leave a database as a program does that is killed while it writes to it."""
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        f"c.execute('PRAGMA journal_mode = {mode}')\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN')\n"
        "c.execute(\"UPDATE document SET title = 'Undone'\")\n"
        "c.execute(\"UPDATE figure SET printed = printed || ' undone'\")\n"
        "os.kill(os.getpid(), 9)"
    )
    left = subprocess.run([sys.executable, "-c", code, target], check=False, cwd=ROOT)
    assert left.returncode == -signal.SIGKILL


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of other records."""
    folder = tmp_path_factory.mktemp("old")
    records = Path(shutil.copytree(ROOT / "moditrack" / "records", folder / "records"))
    facts = records / "mpa-2003-05-08" / "document.toml"
    facts.write_text(re.sub(r'^title = ".*"', 'title = "Old"', facts.read_text("utf-8")), "utf-8")
    seed = [sys.executable, "-m", "moditrack", "seed", "--records", records, "--db", folder / "db"]
    subprocess.run([*map(str, seed)], cwd=ROOT, check=True, capture_output=True)
    return folder / "db"


@sizes(ONE, 60)
@pytest.mark.parametrize("mode", [pytest.param("", marks=pytest.mark.campaign), "DELETE", "WAL"])
def test_a_database(tmp_path: Path, place: Path, old: Path, counted, size: int, mode: str) -> None:
    target = place / "own.db"

    def prepare() -> None:
        emptied(place)
        shutil.copy(old, target)
        target.chmod(0o600)
        if mode:
            journal_left(target, mode)
            left = {path.name for path in place.iterdir()}
            assert f"own.db-{'wal' if mode == 'WAL' else 'journal'}" in left

    def settled(path: Path) -> object:
        """What SQLite makes of it; a copy is asked, so that nothing is settled for `seed`."""
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(path.parent, copy)
        if (copy / path.name).exists():
            with closing(sqlite3.connect(copy / path.name)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE").fetchone()
                connection.execute("SELECT count(*) FROM document").fetchone()
        return database(copy / path.name)

    # One that has a journal to be rolled back is replaced only where that is asked for.
    line = ["seed", "--db", str(target), *["--overwrite"] * (mode == "DELETE")]
    counted(kills_at_a_system_call=try_each(line, target, prepare, settled, size))


@sizes(1, 2)
def test_where_nothing_can_be_locked(place: Path, counted, size: int) -> None:
    """As on some network file systems: what is written is whole, and nothing is left."""
    lines = [
        ["seed", "--db", str(place / "own.db")],
        ["export", str(place / "package")],
        ["figures", "--output", str(place / "figures.json")],
    ]
    for error in ("ENOLCK", "EOPNOTSUPP")[:size]:
        for line in lines:
            emptied(place)
            inject = f"inject=flock:error={error}"
            result = traced(line, "-o", os.devnull, "-e", "trace=flock", "-e", inject)
            assert result.returncode == 0, result.stderr
            assert [path.name for path in place.iterdir()] == [Path(line[-1]).name]
    counted(writes_without_locks=size * len(lines))
