"""moditrack seed killed, crowded out or run twice: the old database or the new one, whole."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from moditrack.db.connection import open_database
from moditrack.db.digest import content_digest
from moditrack.db.integrity import damaged, integrity
from moditrack.questions.outcomes import outcomes
from moditrack.validation.records import RECORDS
from tests.conftest import ROOT, sizes


def seed(target: Path, records: Path = RECORDS, **options) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "moditrack", "seed", "--db", target, "--records", records]
    return subprocess.Popen(
        list(map(str, command)), cwd=ROOT, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, **options,
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, err = process.communicate()
    return process.returncode, err


def whole(path: Path) -> str:
    """The content digest of a database in which nothing is damaged."""
    connection = open_database(str(path))
    try:
        assert damaged(integrity(connection, shipped=False)) == []
        return content_digest(connection)
    finally:
        connection.close()


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


@pytest.fixture
def other_records(tmp_path: Path) -> Path:
    """The records with one strand more."""
    records = Path(shutil.copytree(RECORDS, tmp_path / "records"))
    with (records / "strands.csv").open("a", encoding="utf-8") as file:
        file.write("other,Other,Anything else\n")
    return records


class Readers:
    """Threads that query a database for as long as a block runs; what went wrong, and how often
    they read what."""

    def __init__(self, path: Path, number: int, pause: float) -> None:
        self.path = path
        self.pause = pause
        self.done = threading.Event()
        self.wrong: list[str] = []
        self.seen: list[str] = []
        self.threads = [threading.Thread(target=self._read) for _ in range(number)]

    def __enter__(self) -> Readers:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()
        for thread in self.threads:
            thread.join()

    def _read(self) -> None:
        while not self.done.is_set():
            try:
                connection = open_database(str(self.path))
                assert len(outcomes(connection)) == 30
                stored = "SELECT value FROM meta WHERE key = 'content_digest'"
                digest = content_digest(connection)
                assert connection.execute(stored).fetchone()[0] == digest
                self.seen.append(digest)
                connection.close()
            except Exception as error:
                self.wrong.append(repr(error))
            self.done.wait(self.pause)


@sizes(3, 100)
def test_killed_while_others_read(other_records, counted, tmp_path: Path, size: int) -> None:
    chance = random.Random(size)
    folder = tmp_path / "place"
    folder.mkdir()
    target = folder / "killed.db"
    assert ended(seed(tmp_path / "other.db", other_records)) == (0, "")
    started = time.monotonic()
    assert ended(seed(target)) == (0, "")
    takes = time.monotonic() - started
    old = whole(target)
    digests = {old, whole(tmp_path / "other.db")}
    assert len(digests) == 2
    tried = killed = 0
    found = set()
    with Readers(target, *((2, 0.8) if size < 100 else (20, 0.2))) as readers:
        # One that ends before its kill does not count, however fast the machine has become.
        while killed < size or (size >= 100 and found != digests):
            process = seed(target, RECORDS if tried % 2 else other_records)
            # Each other time near the end, where the new takes the place of the old.
            late = tried % 4 > 1
            time.sleep(takes * (chance.uniform(0.8, 1.2) if late else chance.random()))
            process.send_signal(signal.SIGKILL)
            code, err = ended(process)
            assert code == -signal.SIGKILL or (code, err) == (0, "")
            killed += code == -signal.SIGKILL
            if late:  # stay near the end, while the machine changes its speed
                takes *= 1.03 if code == -signal.SIGKILL else 0.97
            tried += 1
            found.add(whole(target))
    assert found <= digests
    assert readers.wrong == []
    assert set() < set(readers.seen) <= digests
    assert ended(seed(target)) == (0, "")
    assert whole(target) == old
    assert hidden(folder) == []
    ended_before = tried - killed
    counted(kills=killed, seeds_that_ended_before=ended_before, reads_meanwhile=len(readers.seen))


@sizes(1, 60)
def test_two_at_once(other_records, counted, tmp_path: Path, size: int) -> None:
    folder = tmp_path / "place"
    folder.mkdir()
    target = folder / "two.db"
    assert ended(seed(tmp_path / "one.db")) == (0, "")
    assert ended(seed(tmp_path / "other.db", other_records)) == (0, "")
    digests = {whole(tmp_path / "one.db"), whole(tmp_path / "other.db")}
    for _ in range(size):
        both = [seed(target), seed(target, other_records)]
        results = [ended(process) for process in both]
        assert any(code == 0 for code, _ in results)
        for code, err in results:
            assert (code, err) == (0, "") or (code == 1 and err.count("\n") == 1), (code, err)
        assert whole(target) in digests
        assert hidden(folder) == []
    counted(pairs_of_seeds=size)


@sizes(2, 60)
def test_a_full_disk(other_records, counted, tmp_path: Path, size: int) -> None:
    folder = tmp_path / "place"
    folder.mkdir()
    target = folder / "full.db"
    assert ended(seed(target)) == (0, "")
    before = target.read_bytes()
    for number in range(size):
        room = number * len(before) // size

        def limited(room: int = room) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        code, err = ended(seed(target, other_records, preexec_fn=limited))
        assert code == 1
        assert err.startswith("Error: ")
        assert "could not be built" in err
        assert err.count("\n") == 1
        assert target.read_bytes() == before
        assert hidden(folder) == []
    counted(full_disks=size)


def test_a_full_disk_for_a_file_that_is_written_by_output(tmp_path: Path, counted) -> None:
    target = tmp_path / "figures.json"
    target.write_text("before")

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    command = [sys.executable, "-m", "moditrack", "figures", "--output", target, "--overwrite"]
    result = subprocess.run(
        list(map(str, command)), cwd=ROOT, text=True, capture_output=True, check=False,
        preexec_fn=limited,
    )  # fmt: skip
    assert result.returncode == 1
    assert result.stderr == "Error: File too large: fix that or name another place.\n"
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["figures.json"]
    counted(full_disks=1)


def test_places_that_cannot_be_written_to(refused, counted, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    places = [tmp_path / "file" / "x.db", tmp_path / "none" / "x.db", Path("/proc/x.db")]
    places += [Path("/dev/full"), Path("/dev/null")]
    if os.geteuid() != 0:  # whoever is root may write in a read-only folder
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o555)
        places.append(closed / "x.db")
    started = time.monotonic()
    for place in places:
        refused("seed", "--db", place, code=1)
    for line in (
        ("export", "/proc/x"), ("figures", "--output", "/proc/x.csv"),
        ("draft", ROOT / "tests" / "harbour-report.txt", "--id", "x-2025", "-o", "/proc"),
    ):  # fmt: skip
        assert "No such file or directory" in refused(*line, code=1)
    # Each took a minute, waiting for another program that wrote to the same place.
    assert time.monotonic() - started < 30
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "closed") == ["file"]
    counted(places_that_cannot_be_written_to=len(places) + 3)


def test_a_folder_that_is_gone_meanwhile(tmp_path: Path, counted) -> None:
    place = tmp_path / "place"
    place.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "moditrack", "seed", "--db", "x.db"], cwd=place, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    place.rmdir()
    code, err = ended(process)
    assert code == 1
    assert err.startswith("Error: ")
    assert err.count("\n") == 1
    counted(places_that_cannot_be_written_to=1)
