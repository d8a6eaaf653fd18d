"""SIGTERM and SIGHUP: temporary files are removed before they end the program."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_TERMINATING = ("SIGTERM", "SIGHUP")


@contextmanager
def exit_on_signals() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into SystemExit, so that unfinished files can be removed.

    The exit code is 128 plus the number of the signal, as in shells. Signals during the cleanup
    are ignored. Signals with another handler stay as they are, as do all outside the main thread.
    """
    before: dict[int, Any] = {}
    received: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        received.append(number)
        for other in before:
            signal.signal(other, signal.SIG_IGN)
        sys.exit(128 + number)

    for number in (getattr(signal, name) for name in _TERMINATING if hasattr(signal, name)):
        if signal.getsignal(number) is signal.SIG_DFL:
            try:
                before[number] = signal.signal(number, end)
            except ValueError:  # not the main thread
                break
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if received:  # SQLite may have replaced or swallowed the SystemExit
            sys.exit(128 + received[0])


@contextmanager
def block_signals() -> Iterator[None]:
    """Delay signals that end the program until the end of the block."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    numbers = {getattr(signal, name) for name in (*_TERMINATING, "SIGINT")}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
