"""Measuring whole processes: seconds and peak memory, runs of several commands in turn.

A process begins as a copy of the one that starts it, and its peak is never below that one's size.
So memory is measured apart from time, by a helper process as small as Python can be.
"""

from __future__ import annotations

import os
import pty
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

WARM_UP = 3
MEMORY_RUNS = 3
_HELPER = """
import os, resource, sys, time
before = time.perf_counter()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status = os.waitpid(pid, 0)
seconds = time.perf_counter() - before
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
os.write(int(sys.argv[1]), f"{seconds} {peak}".encode())
sys.exit(os.waitstatus_to_exitcode(status) != 0)
"""


@dataclass(frozen=True)
class Measured:
    """Of a command: seconds of wall time (a median, and each run's), and MiB of memory at its
    peak."""

    seconds: float
    mebibytes: float
    runs: tuple[float, ...]

    def over(self, other: Measured) -> float:
        """How many times the other's time: the median over the rounds, in each of which both ran
        one after the other. The machine's speed drifts, so that a median of all runs of one
        command and that of the other may come from different minutes.
        """
        return statistics.median(a / b for a, b in zip(self.runs, other.runs, strict=True))


def run(command: Sequence[str], *, terminal: bool = False) -> float:
    """Run a command once, its output thrown away; its seconds.

    Raises RuntimeError where it fails.
    """
    before = time.perf_counter()
    if terminal:
        pid, leader = pty.fork()
        if pid == 0:
            os.environ["PAGER"] = "cat"
            os.execvp(command[0], list(command))
        while True:
            try:
                if not os.read(leader, 65536):
                    break
            except OSError:
                break
        os.close(leader)
    else:
        nothing = os.open(os.devnull, os.O_RDWR)
        pid = os.posix_spawnp(
            command[0],
            list(command),
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, nothing, number) for number in (0, 1, 2)],
        )
        os.close(nothing)
    _, status = os.waitpid(pid, 0)
    seconds = time.perf_counter() - before
    if status != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds


def once(command: Sequence[str], *, terminal: bool = False) -> Measured:
    """Run a command once, started by the helper; its seconds and its MiB.

    The helper itself, some 8 MiB, is the least that can be found. Raises RuntimeError where the
    command fails.
    """
    result, end = os.pipe()
    os.set_inheritable(end, True)
    helper = [sys.executable, "-I", "-S", "-c", _HELPER, str(end)]
    try:
        run([*helper, *command], terminal=terminal)
    except RuntimeError:
        raise RuntimeError(f"{' '.join(command)} failed") from None
    finally:
        os.close(end)
        text = os.read(result, 100).decode()
        os.close(result)
    seconds, peak = text.split()
    return Measured(float(seconds), int(peak) / 1024, (float(seconds),))


def compare(
    commands: dict[str, Sequence[str]], runs: int, *, terminal: bool = False
) -> dict[str, Measured]:
    """The medians of each command, the commands run in turn, so that all meet the same machine."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + WARM_UP):
        for name, command in commands.items():
            taken = run(command, terminal=terminal)
            if number >= WARM_UP:
                seconds[name].append(taken)
    return {
        name: Measured(
            statistics.median(seconds[name]),
            statistics.median(
                once(command, terminal=terminal).mebibytes for _ in range(MEMORY_RUNS)
            ),
            tuple(seconds[name]),
        )
        for name, command in commands.items()
    }
