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
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from moditrack.__main__ import command
from tests.harbour import ROOT

_END = b"\0the command has ended\0"
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
        os.close(leader)
        _in_child(args, follower, keyboard, started)
    # What a terminal has not passed on is lost when its last user closes it: this one stays open,
    # and the end of the output is a mark written when the command has ended.
    with ThreadPoolExecutor(1) as pool:
        code = pool.submit(_mark_end, child, follower)
        printed = b""
        while not printed.endswith(_END):
            printed += os.read(leader, 65536)
    os.close(follower)
    os.close(leader)
    text = printed.removesuffix(_END).decode().replace("\r\n", "\n")
    return Result(code.result(), text if escapes else _ESCAPES.sub("", text), "")


def _mark_end(child: int, terminal: int) -> int:
    """Wait for a command, write the mark on its terminal and return the command's exit code."""
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.write(terminal, _END)
    return code


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
