"""Measuring whole processes: seconds and peak memory, runs of several commands in turn."""

from __future__ import annotations

import os
import pty
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

WARM_UP = 3


@dataclass(frozen=True)
class Measured:
    """Medians over the runs of a command: seconds of wall time, and MiB of memory at its peak."""

    seconds: float
    mebibytes: float


def run(command: Sequence[str], *, terminal: bool = False) -> tuple[float, float]:
    """Run a command once, its output thrown away; its seconds and its MiB.

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
    _, status, used = os.wait4(pid, 0)
    seconds = time.perf_counter() - before
    if status != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, used.ru_maxrss / 1024


def compare(
    commands: dict[str, Sequence[str]], runs: int, *, terminal: bool = False
) -> dict[str, Measured]:
    """The medians of each command, the commands run in turn, so that all meet the same machine."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(runs + WARM_UP):
        for name, command in commands.items():
            once = run(command, terminal=terminal)
            if number >= WARM_UP:
                taken[name].append(once)
    return {
        name: Measured(*(statistics.median(values) for values in zip(*each, strict=True)))
        for name, each in taken.items()
    }
