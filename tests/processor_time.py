"""Processor time: what else the machine does adds little to it, other than to time on the clock."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path


def taken(*processes: int) -> float:
    """Seconds that running processes have taken, with those that they have waited for."""
    seconds = 0
    for process in processes:
        after_the_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        seconds += sum(map(int, after_the_name[11:15]))  # own and children's, user's and system's
    return seconds / os.sysconf("SC_CLK_TCK")


def taken_by_ended() -> float:
    """Seconds that the processes have taken that this one has started and waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def taken_to_end(
    process: subprocess.Popen[str], sent: signal.Signals, *its: int, group: bool = False
) -> tuple[float, tuple[int, str, str]]:
    """Send a signal to a process, or to its group: the seconds that it and its children take from
    then on, and how it ends: its code, output and errors."""
    before = taken_by_ended() + taken(process.pid, *its)
    (os.killpg if group else os.kill)(process.pid, sent)
    out, err = process.communicate(timeout=60)
    return taken_by_ended() - before, (process.returncode, out, err)


def grows_within(
    most: float, call: Callable[[str], Callable[[], object]], unit: str, size: int, *, floor: float
) -> bool:
    """Whether a call takes at most so many times as long for four times the text: `size` characters
    of `unit`, or at least `floor` seconds. Other programs can only lengthen a time, so that of each
    size is the shortest of several, of different lengths, as texts are remembered."""

    def seconds(length: int, more: int) -> float:
        ready = call(unit * (length // len(unit) + more))
        began = time.process_time()
        ready()
        return time.process_time() - began

    bound = most * max(min(seconds(size, more) for more in range(2)), floor)
    return any(seconds(4 * size, more) < bound for more in range(4))
