"""How long a command takes beside what it loads, and beside what one would use instead.

    python tests/benchmarks/start_up.py [--runs 30] [--tools DIR]

Every line is moditrack over the other: the median of the rounds in which both ran, one after the
other. DIR holds sqlite-utils, datasette, csvsql and duckdb with its extension for SQLite files, as
`python -m venv DIR && DIR/bin/pip install sqlite-utils datasette csvkit duckdb-cli==1.5.5
duckdb-extension-sqlite-scanner==1.5.5` makes it; what is not there is left out.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Measured, compare

DATABASE = Path(__file__).resolve().parents[2] / "data" / "moditrack.db"
MODITRACK = str(Path(sys.executable).parent / "moditrack")
BASE = "import click, sqlite3, json"
RICH = f"{BASE}, rich.console, rich.table"
QUERIES = (
    "outcomes", "outcomes --year 2023", "victims", "compare", "figures", "figures --unit GBP",
    "timeline", "operations", "agencies", "commitments", "check", "check --all", "search police",
    "sources", "sql --schema",
)  # fmt: skip
PAGES = (
    "operations maxim", "operations reflex", "agencies colp", "agencies CO14",
    "sources mpa-2003-10-09", "sources colp-2024-02-22#19", "figures removals-both-phases",
    "check removals-both-phases",
)  # fmt: skip
"""Of each kind a large one, and small ones; a page is not a table, and not to be had as CSV."""
OUTCOMES = "SELECT document, year, code, offences FROM outcome WHERE year = 2023"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--tools", default="")
    given = parser.parse_args()
    os.environ.pop("PYTHONUNBUFFERED", None)  # it makes a system call of each row
    for module in ("moditrack", "click", "rich", "tabulate"):
        found = importlib.util.find_spec(module)
        assert found is not None and found.origin is not None
        compileall.compile_dir(Path(found.origin).parent, quiet=1)
    print(f"{'moditrack':<36}  {'beside':<54}  {'time':>5}  {'wanted':>6}  {'memory':>6}  wanted")
    for query in QUERIES + PAGES:
        for way in ("--json", "--jsonl", *(() if query in PAGES else ("--csv",))):
            _line(f"{query} {way}", BASE, given.runs, 1.1, 1.2)
    for query in ("outcomes", "victims", "compare", "figures"):
        _line(query, RICH, given.runs, 1.15, terminal=True)
    for query in ("outcomes", "figures"):
        _line(query, f"{BASE}, tabulate", given.runs, 1.0)
    _line("--version", "import re", given.runs, 1.2)
    _line("--help", "import click", given.runs, 1.1)
    _line("outcomes --help", "import click", given.runs, 1.1)
    _completion(given.runs)
    _line("seed --db {new}", "import sqlite_utils", max(given.runs // 3, 5), 3.0)
    _alternatives(Path(given.tools), given.runs)


def _line(
    query: str,
    other_line: str,
    runs: int,
    wanted: float,
    memory: float | None = None,
    *,
    terminal: bool = False,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        own = [MODITRACK, *query.format(new=f"{folder}/new.db").split()]
        commands = {"own": own, "other": [sys.executable, "-c", other_line]}
        found = compare(commands, runs, terminal=terminal)
    name = query + (" (terminal)" if terminal else "")
    _print(name, other_line, found["own"], found["other"], wanted, memory)


def _print(
    query: str,
    other_line: str,
    own: Measured,
    other: Measured,
    wanted: float,
    most: float | None,
) -> None:
    time, memory = own.over(other), own.mebibytes / other.mebibytes
    limit = "" if most is None else f"{most:.2f}"
    print(f"{query:<36}  {other_line:<54}  {time:5.2f}  {wanted:6.2f}  {memory:6.2f}  {limit}")


def _completion(runs: int) -> None:
    words = ["_MODITRACK_COMPLETE=bash_complete", "COMP_CWORD=2"]
    commands = {
        "own": ["env", *words, "COMP_WORDS=moditrack operations max", MODITRACK],
        "other": ["env", MODITRACK, "operations", "--json"],
    }
    found = compare(commands, runs)
    other_line = "moditrack operations --json"
    _print("TAB: operations max", other_line, found["own"], found["other"], 1.0, None)


def _alternatives(tools: Path, runs: int) -> None:
    """The outcomes of 2023 by other means, from the same file (csvsql: from a CSV of its rows;
    duckdb: from that, too)."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "outcome.csv"
        with rows.open("w") as stream:
            every = [MODITRACK, "sql", "SELECT * FROM outcome", "--csv"]
            subprocess.run(every, check=True, stdout=stream)
        url = f"/moditrack.json?sql={OUTCOMES.replace(' ', '+').replace('=', '%3D')}&_shape=array"
        # The native program itself: what pip puts into bin is a script in Python that starts it.
        duckdb = [_tool_file(tools, "duckdb_cli/duckdb"), "-json", "-c"]
        attach = (
            f"LOAD '{_tool_file(tools, '**/sqlite_scanner.duckdb_extension')}';"
            f"ATTACH '{DATABASE}' AS m (TYPE sqlite, READ_ONLY); USE m; {OUTCOMES}"
        )
        commands = {
            "sqlite3 -json": [shutil.which("sqlite3") or "", "-json", str(DATABASE), OUTCOMES],
            "sqlite-utils query": [
                str(tools / "bin" / "sqlite-utils"), "query", str(DATABASE), OUTCOMES],
            "datasette --get": [str(tools / "bin" / "datasette"), str(DATABASE), "--get", url],
            "csvsql --query (CSV)": [str(tools / "bin" / "csvsql"), "--query", OUTCOMES, str(rows)],
            "duckdb -json": [*duckdb, attach],
            "duckdb -json (CSV)": [
                *duckdb, OUTCOMES.replace("FROM outcome", f"FROM '{rows}'")],
        }  # fmt: skip
        there = {name: command for name, command in commands.items() if shutil.which(command[0])}
        own = {"own": [MODITRACK, "sql", OUTCOMES, "--json"]}
        found = compare(own | there, runs)
    for name in there:
        _print("sql (outcomes of 2023)", name, found["own"], found[name], 1.0, None)


def _tool_file(tools: Path, pattern: str) -> str:
    """A file that a package of the tools holds; nothing where it is not there."""
    return str(next(tools.glob(f"lib/python*/site-packages/{pattern}"), ""))


if __name__ == "__main__":
    main()
