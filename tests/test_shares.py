"""Shares and sums of counts, some of which are unknown, small or marked."""

from __future__ import annotations

import sqlite3

import pytest

from moditrack.questions.cautions import small_counts
from moditrack.questions.shares_with_intervals import added, interval_text, share_text
from moditrack.questions.table_cells import marks_and_parts
from moditrack.tables import Column, Table


def test_a_sum_with_an_unknown_count_is_unknown() -> None:
    assert added([3, 4]) == 7
    assert added([3, None]) is None
    assert added([]) == 0


@pytest.mark.parametrize(
    ("part", "whole", "found"),
    # Wilson's interval of 31 in 41 is 60.7% to 86.2%
    [(31, 41, "61-86"), (5, 4, ""), (-1, 4, ""), (0, 0, ""), (None, 4, ""), (1, None, "")],
)
def test_only_a_part_has_an_interval(part: int | None, whole: int | None, found: str) -> None:
    assert interval_text(part, whole) == found


def test_a_share_above_the_whole_is_shown_without_one() -> None:
    assert share_text(31, 41) == "76% (61 to 86)"
    assert share_text(5, 4) == "125%"


@pytest.mark.parametrize(("counts", "notes"), [([10, 41], 0), ([9, 41], 1), ([None, 41], 0)])
def test_the_note_on_small_counts(counts: list[int | None], notes: int) -> None:
    assert len(small_counts(counts)) == notes


def test_only_marks_that_are_shown_are_explained() -> None:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.execute('CREATE TABLE figure (document, measure, mark, cell, "row", printed)')
    connection.executemany(
        "INSERT INTO figure VALUES ('d', 'victims', ?, ?, 'North', ?)",
        [("suppressed", "cell", "*"), ("not-available", "cell", ".."), (None, "part", "3")],
    )
    table = Table("Victims", [Column("mark")], [{"document": "d", "mark": "*"}])
    assert [str(note) for note in marks_and_parts(connection, table, "victims")] == [
        "'*' is printed: suppressed.",
        "1 row is a part of another ('of which') and not counted again:"
        " moditrack figures --measure victims.",
    ]
