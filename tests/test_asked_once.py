"""A question that holds for a whole table is asked once, in its first row."""

from __future__ import annotations

from pathlib import Path

import pytest

from moditrack.draft.draft import draft
from tests.drafts import records_with
from tests.harbour import rows, save

ID = "quay-2025-03-01"
REPORT = """Boats of the quay
1 March 2025

1. Overview

Area\tNorth\tSouth
Painted\t31\t32
Sold\t51\t52
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return records_with(REPORT, ID, tmp_path)


def test_the_first_row_asks_and_the_others_wait(records: Path, ask) -> None:
    needs = [one["needs_a_person"] for one in rows(records / ID / "figures.csv")]
    assert needs[0] == "measure: what does the table count?"
    assert needs[1:] == ["measure as area-painted-north"] * 3
    (row,) = ask("verify", records.parent / "texts", "--records", records)
    waits = [one["waits_for"] for one in row["unfinished"] if one["file"] == "figures.csv"]
    assert waits == [None, *["area-painted-north"] * 3]
    assert row["differences"] == []


def test_one_answer_finishes_the_table(records: Path, ask) -> None:
    figures = records / ID / "figures.csv"
    found = rows(figures)
    found[0] |= {"measure": "posts", "needs_a_person": ""}
    save(figures, found)
    (row,) = ask("verify", records.parent / "texts", "--records", records)
    assert (row["figures_confirmed"], row["differences"]) == (4, [])


def test_a_row_that_is_not_there_is_no_answer(records: Path, ask) -> None:
    figures = records / ID / "figures.csv"
    found = rows(figures)
    found[0] |= {"figure": "other", "measure": "posts", "needs_a_person": ""}
    save(figures, found)
    (row,) = ask("verify", records.parent / "texts", "--records", records)
    assert row["figures_confirmed"] == 1
    needs = [one["needs"] for one in row["unfinished"] if one["file"] == "figures.csv"]
    assert needs == ["measure as area-painted-north"] * 3


LIST = """Boats of the quay

1. Berths

The share of boats with a berth:

- at the north quay is 8% (the average of all quays is 17%)
- at the south quay is 7% (the average of all quays is 15%)

2. Lamps

In the last year:

- 320 lamps were lit, down from 378 the year before
- 41 lamps were sold
"""


def test_prose_asks_what_each_number_counts_and_when(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(LIST, "utf-8")
    draft(path, ID, tmp_path, publisher="mps", force="mps")
    needs = {one["printed"]: one["needs_a_person"] for one in rows(tmp_path / ID / "figures.csv")}
    assert not [printed for printed, asked in needs.items() if "measure as" in asked]
    assert " as " not in needs["378"]
