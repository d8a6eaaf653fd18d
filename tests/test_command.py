"""The installed command: what it says, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT

COMMAND = Path(sys.executable).parent / "moditrack"


def shell(command: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "args",
    [
        "--version", "--help", "outcomes", "operations maxim --json", "figures --jsonl", "nothing",
        "operations nobody", "outcomes --db nowhere.db", "check removals-both-phases --strict",
        "figures > /dev/full", "--version > /dev/full", "nothing 2> /dev/full",
        "figures --json | head -2", "figures --json | (sleep 0.3; cat)", "outcomes >&-",
        "nothing 2>&-",
    ],
)  # fmt: skip
def test_it_does_what_the_module_does(args: str) -> None:
    found = shell(f"unset PYTHONUNBUFFERED; {COMMAND} {args}")
    assert found == shell(f"unset PYTHONUNBUFFERED; {sys.executable} -m moditrack {args}")
    assert b"Traceback" not in found[2]


@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize(
    "command", [[str(COMMAND)], [sys.executable, "-m", "moditrack"]], ids=["installed", "module"]
)
def test_ctrl_c_while_a_reader_goes_away(command: list[str], buffered: str) -> None:
    process = subprocess.Popen(
        [*command, "agencies", "--json"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": buffered},
    )  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(1)  # the rest does not fit into the pipe, and waits
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    process.stdout.close()
    assert (process.wait(timeout=30), process.stderr.read().strip()) in ((130, b""), (0, b""))


def test_ctrl_c_while_modules_are_loaded() -> None:
    code = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from moditrack.__main__ import command\n"
        "sys.exit(command())\n"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True)
    assert (found.returncode, found.stdout, found.stderr) == (130, b"", b"\n")
