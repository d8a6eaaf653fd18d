"""Make a folder of records of any size, in the shape of the real ones.

    python tests/benchmarks/generate.py DIR --documents 10000 [--seed 1] [--figures 200]
        [--passages 50] [--jobs 2]

The same numbers give the same bytes. Every document has as many figures and passages as asked; of
names, statements, responsibilities and the like it has as many for each passage as the real ones.
Only the disagreements between documents are fewer than in the real records: one for each document.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from document import Document
from identifiers import Identifiers
from real_records import COPIED, RECORDS, Pattern, read_pattern

FIGURES, PASSAGES = 200, 50
"""How many a document has, unless asked otherwise: 2 million and 500,000 of 10,000 documents."""
LEAST_FIGURES, LEAST_PASSAGES = 100, 12


def generate(
    folder: Path,
    documents: int,
    *,
    seed: int = 1,
    figures: int = FIGURES,
    passages: int = PASSAGES,
    jobs: int = 1,
) -> None:
    """Fill a new folder with the records of so many documents.

    ValueError says what cannot be made; FileExistsError that the folder is there.
    """
    if documents < 1 or figures < LEAST_FIGURES or passages < LEAST_PASSAGES:
        raise ValueError(
            f"at least 1 document, {LEAST_FIGURES} figures and {LEAST_PASSAGES} passages are needed"
        )
    ids, pattern = Identifiers(documents, seed), read_pattern()
    folder.mkdir(parents=True)
    _shared(folder, ids, pattern)
    write = partial(_write, folder, ids, pattern, figures, passages)
    with (
        (folder / "conflicts.toml").open("w", encoding="utf-8") as conflicts,
        (folder / "findings.toml").open("w", encoding="utf-8") as findings,
    ):
        for differing, found in _batches(write, documents, jobs):
            conflicts.write(differing)
            findings.write(found)


def _batches(
    write: partial[tuple[str, str]], documents: int, jobs: int
) -> Iterator[tuple[str, str]]:
    """What `write` hands on for each batch of documents, in their order."""
    batches = (range(first, min(first + 20, documents)) for first in range(0, documents, 20))
    if jobs == 1:
        yield from map(write, batches)
    else:
        with multiprocessing.Pool(jobs) as pool:
            yield from pool.imap(write, batches)


def _write(
    folder: Path, ids: Identifiers, pattern: Pattern, figures: int, passages: int, numbers: range
) -> tuple[str, str]:
    """Write documents; what conflicts.toml and findings.toml have of them."""
    conflicts, findings = [], []
    for number in numbers:
        document = Document(ids, pattern, number, figures, passages)
        document.write(folder)
        conflicts.append(document.conflict())
        findings.append(document.finding())
    return "".join(conflicts), "".join(findings)


def _shared(folder: Path, ids: Identifiers, pattern: Pattern) -> None:
    for file in COPIED:
        shutil.copyfile(RECORDS / file, folder / file)
    with (folder / "agencies.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("agency", "kind", "abbreviation", "name"))
        writer.writerows(ids.agencies())
    with (folder / "operations.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("operation", "kind", "name"))
        for number in range(ids.operations):
            kind = pattern.operations[number % len(pattern.operations)]
            writer.writerow((ids.operation(number), kind, ids.operation_name(number)))


def main() -> None:
    """Read the arguments, and make the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--documents", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--figures", type=int, default=FIGURES)
    parser.add_argument("--passages", type=int, default=PASSAGES)
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    given = parser.parse_args()
    try:
        generate(
            given.folder,
            given.documents,
            seed=given.seed,
            figures=given.figures,
            passages=given.passages,
            jobs=given.jobs,
        )
    except (ValueError, OSError) as error:
        sys.exit(f"{given.folder}: {error}")


if __name__ == "__main__":
    main()
