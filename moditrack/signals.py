"""Signals that end a program, where something unfinished has to be taken away first."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_ENDING = ("SIGTERM", "SIGHUP")


@contextmanager
def exit_on_signals() -> Iterator[None]:
    """Within it, a signal that would end the program at once raises SystemExit, so that what is
    unfinished can be removed; the exit code is the one that shells give, 128 and its number. One
    that comes while that is done is ignored.

    Signals that are ignored or handled already are left so, and all outside the main thread.
    """
    before: dict[int, Any] = {}
    came: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        came.append(number)
        for each in before:
            signal.signal(each, signal.SIG_IGN)
        sys.exit(128 + number)

    for number in (getattr(signal, name) for name in _ENDING if hasattr(signal, name)):
        if signal.getsignal(number) is signal.SIG_DFL:
            try:
                before[number] = signal.signal(number, end)
            except ValueError:  # not the main thread
                break
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        if came:  # a function that SQLite calls may have turned it into another error, or none
            sys.exit(128 + came[0])


@contextmanager
def block_signals() -> Iterator[None]:
    """Within it no signal that ends the program arrives; one that came does at its end."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    numbers = {getattr(signal, name) for name in (*_ENDING, "SIGINT")}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
