"""Processor time: what else the machine does adds little to it, other than to time on the clock."""

from __future__ import annotations

import gc
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
    most: float, ready: Callable[[int], Callable[[], object]], count: int, *, floor: float
) -> bool:
    """Whether the call that is ready for a text of so many units takes less than so many times as
    long for four times as many; times below `floor` seconds are taken as that. The processor may
    become slower meanwhile: what is slow is tried again, and the short text is read twice."""

    def seconds(units: int) -> float:
        call = ready(units)
        gc.disable()  # else it goes over all that earlier tests left, the longer the call the more
        try:
            began = time.process_time()
            call()
            return time.process_time() - began
        finally:
            gc.enable()

    # Texts are remembered: each is of another length.
    return any(
        seconds(4 * count + more)
        < most * max(min(seconds(count + more), seconds(count + more + 1)), floor)
        for more in range(0, 10, 2)
    )
