"""The extensions of files: the one of a name, and what is said of an unknown one."""

from __future__ import annotations

from collections.abc import Sequence

from moditrack.errors import InputError


def extension(name: str) -> str | None:
    """The extension of a file's name in lower case; None where it has no dot."""
    own = name.rpartition("/")[2]
    return own.rpartition(".")[2].lower() if "." in own else None


def unknown_extension(name: str, known: Sequence[str], instead: str = "") -> InputError:
    """The error for a file whose extension selects no format."""
    listed = ", ".join(f".{one}" for one in known[:-1]) + f" or .{known[-1]}"
    return InputError(f"'{name}' has no known extension: use {listed}{instead}.")
