"""Change each document in every small way; the evidence must object to each change.

Every number in turn, two unequal cells of a table swapped, a month changed, a bullet dropped, a
paragraph doubled: with the passages' digests, and by figures, dates, names, numerals and structure
alone. Each cell is swapped with those beside and below it; in a campaign, with all in its row and
column. In every run a fifth of these is tried on the four documents, and all on the invented
report. The counts are printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import pytest

from moditrack.build.load import read_records
from moditrack.documents.document import read_bytes
from moditrack.verify.compare_records import examine
from moditrack.verify.event_dates import MONTHS
from moditrack.verify.verify import recognise
from tests.conftest import sizes
from tests.harbour import ID, TEXT

DOCUMENTS = (ID, "mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16", "colp-2024-02-22")
# The test's own list of number words, so that one the program does not know shows.
NUMBER_WORDS = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million first second third fourth fifth sixth seventh eighth ninth tenth"
    " once twice weekly single both double half dozen none"
).split()
NUMBER = re.compile(r"\d+|\b(?:" + "|".join(NUMBER_WORDS) + r")\b", re.IGNORECASE)
FULL_MONTHS = [name for name in MONTHS if len(name) > 3 and name != "Sept"] + ["May"]
MONTH = re.compile(r"\b(?:" + "|".join([*FULL_MONTHS, "Jan", "Apr"]) + r")\b")
NAVIGATION = re.compile(r"Warning: This is archived.*")


def numbers(text: str) -> Iterator[tuple[str, str]]:
    for match in NUMBER.finditer(text):
        old = match[0]
        if old.isdigit():
            new = str(int(old) + 1).zfill(len(old))
        else:
            place = NUMBER_WORDS.index(old.lower())
            new = NUMBER_WORDS[(place + 1) % len(NUMBER_WORDS)]
        yield (
            f"{old} -> {new} at {match.start()}",
            text[: match.start()] + new + text[match.end() :],
        )


def months(text: str) -> Iterator[tuple[str, str]]:
    for match in MONTH.finditer(text):
        new = "June" if match[0] != "June" else "July"
        yield (
            f"{match[0]} -> {new} at {match.start()}",
            text[: match.start()] + new + text[match.end() :],
        )


def tables(lines: list[str]) -> Iterator[list[int]]:
    """The line numbers of each table after the header block."""
    summary = lines.index("Summary") if "Summary" in lines else 0
    block: list[int] = []
    for number, line in enumerate([*lines[summary:], ""], start=summary):
        if "\t" in line:
            block.append(number)
        elif block:
            yield block
            block = []


def swaps(text: str, distance: int) -> Iterator[tuple[str, str]]:
    """Every pair of unequal cells in a row or a column that are at most so far from each other."""
    lines = text.split("\n")
    for block in tables(lines):
        grid = {
            (row, column): cell
            for row in block
            for column, cell in enumerate(lines[row].split("\t"))
        }
        for (row, column), cell in grid.items():
            for (other_row, other_column), other in grid.items():
                right, below = other_column - column, other_row - row
                near = 0 < right + below <= distance and 0 in (right, below)
                if not near or cell == other:
                    continue
                changed = [line.split("\t") for line in lines]
                changed[row][column], changed[other_row][other_column] = other, cell
                yield (
                    f"cells {row},{column} and {other_row},{other_column}",
                    "\n".join("\t".join(cells) for cells in changed),
                )


def bullets(text: str) -> Iterator[tuple[str, str]]:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if re.match(r" *[•-] ", line):
            yield f"bullet at line {number}", "\n".join(lines[:number] + lines[number + 1 :])


def doubled(text: str) -> Iterator[tuple[str, str]]:
    """Each paragraph after the heading block and before the page's navigation."""
    lines = text.split("\n")
    start = lines.index("Summary") if "Summary" in lines else 0
    for number, line in enumerate(lines):
        if number > start and len(line) > 60 and "\t" not in line and not NAVIGATION.match(line):
            changed = [*lines[: number + 1], "", line, *lines[number + 1 :]]
            yield f"paragraph at line {number}", "\n".join(changed)


KINDS = {
    "number": numbers,
    "month": months,
    "bullet": bullets,
    "paragraph": doubled,
}


@sizes(1, 1_000)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_change_is_objected_to(
    request: pytest.FixtureRequest,
    document: str,
    size: int,
    capsys: pytest.CaptureFixture[str],
    counted,
) -> None:
    if document == ID:
        records = read_records(request.getfixturevalue("harbour") / "records")
        text = TEXT
    else:
        records = read_records()
        text = (request.getfixturevalue("documents") / f"{document}.txt").read_text("utf-8")
    assert examine(read_bytes(text.encode()), document, records).differences == []
    count: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    missed = []
    kinds = {**KINDS, "cells": lambda text: swaps(text, size)}
    each = 5 if size == 1 and document != ID else 1
    for kind, mutate in kinds.items():
        for what, changed in islice(mutate(text), 0, None, each):
            count[kind] += 1
            read = read_bytes(changed.encode())
            if kind in ("number", "month"):
                assert recognise(read, records) == document, what
            evidence = examine(read, document, records)
            caught["with digests"] += bool(evidence.differences or evidence.digests)
            caught["without"] += bool(evidence.differences)
            if not evidence.differences:
                missed.append(f"{kind}: {what}")
    total = sum(count.values())
    with capsys.disabled():
        listed = ", ".join(f"{number} {kind}" for kind, number in count.items())
        print(
            f"\n{document}: {total} mutants ({listed}); caught with digests"
            f" {caught['with digests']}, without {caught['without']}"
        )
    counted(mutants=total, mutants_caught=caught["without"])
    assert missed == []
    assert total * each > (30 if document == ID else 80)
