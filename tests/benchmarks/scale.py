"""What `seed` and each command take as the dataset grows.

    python tests/benchmarks/scale.py --documents 4 400 10000 --work DIR [--runs 10] [--reuse]

The smaller sizes are seeded before and after the largest, because a machine changes its speed in
the meantime; how straight the line is, is said of the means. DIR keeps the made records for the
next time, and the databases: --reuse takes these instead of seeding again, and leaves out the first
table. Besides that table it prints, for each command, the median at each size, the bytes that it
prints, and how many times the smallest size that is; --runs 0 leaves that out.
"""

from __future__ import annotations

import argparse
import multiprocessing
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from generate import generate
from measure import compare, once
from sqlite_import import counts, import_rows

MODITRACK = str(Path(sys.executable).parent / "moditrack")
COMMANDS = (
    "outcomes --year {year}",
    "operations {operation}",
    "agencies {agency}",
    "figures --document {document}",
    "figures --operation {operation}",
    "timeline --operation {operation}",
    "check --document {document}",
    "search {word}",
    "figures {figure}",
    "commitments --document {document}",
    "sources {document}",
)
SQL = "SELECT title FROM document WHERE document = '{document}'"


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, nargs="+", default=[4, 400])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reuse", action="store_true")
    given = parser.parse_args()
    sizes = sorted(set(given.documents))
    given.work.mkdir(parents=True, exist_ok=True)
    databases = {size: given.work / f"seeded-{given.seed}-{size}.db" for size in sizes}
    if not given.reuse:
        _seeds(given.work, databases, given.seed)
    elif missing := [str(path) for path in databases.values() if not path.exists()]:
        sys.exit(f"--reuse: {', '.join(missing)} not there: run without it first")
    if given.runs:
        _queries(databases, given.runs)


def _records(work: Path, documents: int, seed: int) -> Path:
    """The made records of a size, from the time before or new."""
    folder = work / f"records-{seed}-{documents}"
    if not folder.exists():
        unfinished = folder.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        generate(unfinished, documents, seed=seed, jobs=multiprocessing.cpu_count())
        unfinished.rename(folder)
    return folder


def _seeds(work: Path, databases: dict[int, Path], seed: int) -> None:
    print(
        f"{'documents':>9} {'figures':>9} {'passages':>9} {'rows':>9} {'seed s':>8} {'MiB':>6}"
        f" {'rows/s':>8} {'.import s':>9} {'rows/s':>8} {'seed/it':>7} {'index s':>8}"
        f" {'seed/both':>9} {'database MiB':>12}",
        flush=True,
    )
    taken: dict[int, list[float]] = {documents: [] for documents in databases}
    for documents in [*databases, *list(databases)[-2::-1]]:
        database = databases[documents]
        records = _records(work, documents, seed)
        database.unlink(missing_ok=True)
        own = once([MODITRACK, "seed", "--records", str(records), "--db", str(database)])
        taken[documents].append(own.seconds)
        by_table = counts(database)
        rows = sum(by_table.values())
        load, index = import_rows(database, work / "imported")
        both = load.seconds + index.seconds
        print(
            f"{documents:>9} {by_table['figure']:>9} {by_table['passage']:>9} {rows:>9}"
            f" {own.seconds:>8.2f} {own.mebibytes:>6.0f} {rows / own.seconds:>8.0f}"
            f" {load.seconds:>9.2f} {rows / load.seconds:>8.0f}"
            f" {load.seconds / own.seconds:>7.2f} {index.seconds:>8.2f}"
            f" {both / own.seconds:>9.2f} {database.stat().st_size / 2**20:>12.1f}",
            flush=True,
        )
    print(
        "\nrows: of all tables, without the full-text index. seed/it: rows a second of seed over"
        "\nthose of .import; index s: making the full-text index after it; seed/both: with that."
    )
    _print_linearity(
        {documents: sum(seconds) / len(seconds) for documents, seconds in taken.items()}
    )


def _print_linearity(taken: dict[int, float]) -> None:
    """Say how far a straight line through the smallest and the largest misses the others."""
    if len(taken) < 3:
        print()
        return
    (few, least), *others, (many, most) = taken.items()
    for documents, seconds in others:
        line = least + (most - least) * (documents - few) / (many - few)
        print(f"A straight line gives {line:.2f} s for {documents}: {seconds / line - 1:+.0%}.")
    print()


def _subjects(database: Path) -> dict[str, str]:
    """What the commands ask for, from the first document that has tables."""
    connection = sqlite3.connect(database)

    def first(query: str, *values: str) -> str:
        return str(connection.execute(f"{query} LIMIT 1", values).fetchone()[0])

    document = first("SELECT document FROM outcome_label ORDER BY document")
    subjects = {
        "document": document,
        "year": first("SELECT year FROM outcome WHERE document = ?", document),
        "word": first("SELECT title FROM document WHERE document = ?", document).split()[-1],
    }
    for column, table in (("operation", "part"), ("agency", "responsibility")):
        query = f"SELECT {column} FROM {table} WHERE document = ? ORDER BY position"
        subjects[column] = first(query, document)
    query = "SELECT figure FROM check_subject WHERE figure IS NOT NULL AND check_id LIKE ?"
    subjects["figure"] = first(query, f"{document}:total%")
    connection.close()
    return subjects


def _queries(databases: dict[int, Path], runs: int) -> None:
    """Print what each command takes, the sizes in turn. What fails is left out, and said."""
    print(
        f"{'command, in JSON':<35} {'documents':>9} {'ms':>8} {'times':>6} {'MiB':>6}"
        f" {'bytes':>10} {'times':>8}"
    )
    subjects = {size: _subjects(database) for size, database in databases.items()}
    for command in (*COMMANDS, SQL):
        commands = {
            str(size): [
                MODITRACK,
                *_words(command, subjects[size]),
                "--json",
                "--db",
                str(database),
            ]
            for size, database in databases.items()
        }
        printed = {size: _printed(own) for size, own in commands.items()}
        there = {size: own for size, own in commands.items() if printed[size] is not None}
        found = compare(there, runs)
        smallest = next(iter(there), None)
        for size, taken in found.items():
            times = taken.seconds / found[smallest].seconds
            more = printed[size] / max(printed[smallest], 1)
            name = ("sql (one row)" if command == SQL else command) if size == smallest else ""
            print(
                f"{name:<35} {size:>9} {1000 * taken.seconds:>8.1f} {times:>6.2f}"
                f" {taken.mebibytes:>6.1f} {printed[size]:>10} {more:>8.2f}",
                flush=True,
            )


def _words(command: str, subjects: dict[str, str]) -> list[str]:
    filled = command.format(**subjects)
    return ["sql", filled] if command == SQL else filled.split()


def _printed(command: list[str]) -> int | None:
    """How many bytes a command prints; None where it fails."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    size = 0
    while part := process.stdout.read(1 << 16):
        size += len(part)
    if process.wait() != 0:
        print(f"{' '.join(command)} ended with {process.returncode}", file=sys.stderr)
        return None
    return size


if __name__ == "__main__":
    main()
