"""A program that is told to end takes away what it has not finished."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from moditrack.signals import exit_on_signals
from tests.conftest import ROOT

WRITING = {
    "a file": "from moditrack.output.files import atomic_text_file as place;"
    " a = {'overwrite': True}",
    "a package": "from moditrack.export.folder import atomic_folder as place;"
    " a = {'overwrite': True}",
    "a database": "from moditrack.atomic import temporary_path as place; a = {}",
}


pytestmark = pytest.mark.usefixtures("_signals_are_not_ignored")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("what", WRITING)
def test_nothing_is_left_of_what_was_not_finished(
    tmp_path: Path, what: str, number: signal.Signals
) -> None:
    target = tmp_path / "target"
    if what == "a file":
        target.write_text("old")
    code = (
        f"import pathlib, sys, time; {WRITING[what]}\n"
        "with place(pathlib.Path(sys.argv[1]) if not a else sys.argv[1], **a):\n"
        "    print(flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(target)], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    assert any(path.name.startswith(".") for path in tmp_path.iterdir())
    process.send_signal(number)
    process.communicate(timeout=30)
    assert process.returncode == (-number if number == signal.SIGINT else 128 + number)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"] * (what == "a file")


def test_seed_that_is_ended_leaves_the_old_database(tmp_path: Path) -> None:
    target = tmp_path / "some.db"
    seed = [sys.executable, "-m", "moditrack", "seed", "--db", str(target)]
    subprocess.run(seed, cwd=ROOT, check=True, capture_output=True)
    before = target.read_bytes()
    for _ in range(50):  # until one was still at work
        process = subprocess.Popen(
            seed, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        while not list(tmp_path.glob(".moditrack-*")) and process.poll() is None:
            time.sleep(0.001)
        process.terminate()
        out, err = process.communicate()
        assert err == ""
        if process.returncode == 128 + signal.SIGTERM:
            break
        assert process.returncode in (0, -signal.SIGTERM)  # before it began, or when it was done
    assert out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["some.db"]
    assert target.read_bytes() == before


def test_a_second_signal_does_not_end_the_cleaning_up(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, signal, sys\n"
        "from moditrack.signals import exit_on_signals\n"
        "with exit_on_signals():\n"
        "    try:\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "    finally:\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "        os.kill(os.getpid(), signal.SIGHUP)\n"
        "        pathlib.Path(sys.argv[1]).touch()"
    )
    ended = subprocess.run([sys.executable, "-c", code, tmp_path / "clean"], cwd=ROOT, check=False)
    assert ended.returncode == 143
    assert (tmp_path / "clean").exists()


def test_a_signal_within_what_sqlite_calls_is_not_taken_for_another_error() -> None:
    code = (
        "import os, signal, sqlite3\n"
        "from moditrack.signals import exit_on_signals\n"
        "connection = sqlite3.connect(':memory:')\n"
        "connection.create_function('end', 0, lambda: os.kill(os.getpid(), signal.SIGTERM))\n"
        "with exit_on_signals():\n"
        "    connection.execute('SELECT end()')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (ended.returncode, ended.stderr) == (143, "")


def test_a_draft_that_is_ended_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("A report of 8 May 2025\n\nThere were 12 arrests.\n")
    code = (
        "import os, pathlib, signal, sys\n"
        "from moditrack.draft import draft\n"
        "draft._write = lambda path, *_: path.touch() or os.kill(os.getpid(), signal.SIGTERM)\n"
        "draft.draft(pathlib.Path('report.txt'), 'x-2025', pathlib.Path('records'))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=False, env={"PYTHONPATH": str(ROOT)}
    )
    assert ended.returncode == 143
    assert list((tmp_path / "records").iterdir()) == []


def test_what_is_ignored_or_handled_is_left_so() -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with exit_on_signals():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
            with exit_on_signals():
                pass
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
