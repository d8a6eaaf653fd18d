"""A command line on a pseudo-terminal, quick in a fork or started as a user starts it."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import sys
import termios
import traceback
from dataclasses import dataclass
from typing import Any

from moditrack.__main__ import command
from tests.harbour import ROOT

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def on_terminal(
    columns: int,
    *args: str,
    escapes: bool = False,
    keyboard: bool = True,
    rows: int = 50,
    started: bool = False,
) -> Result:
    """Run a command line; its escapes are stripped, unless they are asked for. Without a keyboard,
    standard input is /dev/null. It runs in a fork of this process, or is started as a program."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    if (child := os.fork()) == 0:
        _in_child(args, follower, keyboard, started)
    os.close(follower)
    chunks = []
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(leader)
    text = b"".join(chunks).decode().replace("\r\n", "\n")
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Result(code, text if escapes else _ESCAPES.sub("", text), "")


def _in_child(args: tuple[str, ...], terminal: int, keyboard: bool, started: bool) -> None:
    """Run or start a command line on a terminal. Never returns."""
    code = 70
    try:
        os.chdir(ROOT)
        os.dup2(terminal if keyboard else os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(terminal, 1)
        os.dup2(terminal, 2)
        if started:
            line = [sys.executable, "-m", "moditrack", *args]
            # Not what C libraries see: readline, which pytest loads, exports COLUMNS.
            os.execve(sys.executable, line, dict(os.environ))
        for name in {"COLUMNS", "LINES"} - set(os.environ):
            os.unsetenv(name)
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w", 1), os.fdopen(2, "w", 1)
        sys.argv[1:] = args
        code = command()
        sys.stdout.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)
