"""The extras: what to install (pip install ...) where a command needs more than the base."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def need(extra: str, *modules: str) -> None:
    """Raise FileError with the command that installs an extra, if a module of it is missing."""
    import importlib.util

    if any(importlib.util.find_spec(module) is None for module in modules):
        from moditrack.errors import FileError

        raise FileError(f"This {needs(extra)}")


def needs(extra: str) -> str:
    """What to do where an extra is missing; the sentence goes on from what needs it."""
    return f"needs more than the base install: {install(extra)} and run it again."


def install(extra: str) -> str:
    """The command that installs an extra for this Python: from the folder that moditrack is run
    from, where it is not an installed package."""
    import shlex
    import sys
    from pathlib import Path

    folder = Path(__file__).parents[1]
    source = f"{_near(folder)}[{extra}]" if (folder / "pyproject.toml").is_file() else ""
    what = f"-e {shlex.quote(source)}" if source else f"'moditrack[{extra}]'"
    return f"{shlex.quote(_near(Path(sys.executable)))} -m pip install {what}"


def _near(path: Path) -> str:
    """A path, from the current folder where it is in it."""
    from pathlib import Path

    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
