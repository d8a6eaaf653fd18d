"""Signals that end a program, where something unfinished has to be taken away first."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_ENDING = ("SIGTERM", "SIGHUP")


@contextmanager
def unwound() -> Iterator[None]:
    """Within it, a signal that would end the program at once raises SystemExit, so that what is
    unfinished is removed; the exit code is the one that shells give, 128 and its number.

    Signals that are ignored or handled already are left so, and all outside the main thread.
    """
    before = {}
    for number in (getattr(signal, name) for name in _ENDING if hasattr(signal, name)):
        if signal.getsignal(number) is signal.SIG_DFL:
            try:
                before[number] = signal.signal(number, _end)
            except ValueError:  # not the main thread
                break
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)
