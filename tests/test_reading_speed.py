"""Hostile texts are read in a time that grows with their length, not faster."""

from __future__ import annotations

import time
from functools import partial

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.dates.periods import periods
from moditrack.documents.document import read_bytes
from moditrack.documents.quantities import labels, quantities, read_cell
from moditrack.documents.table_grid import TableGrid
from tests.benchmarks.reading import invented
from tests.benchmarks.reading import seconds as benchmark
from tests.processor_time import grows_within


def readings(text: str) -> None:
    quantities.__wrapped__(text)
    labels.__wrapped__(text)
    periods.__wrapped__(text)
    read_cell(text)


def seconds(text: str) -> float:
    start = time.process_time()
    readings(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "part",
    ["7", " ", "\n", "and ", "a hundred ", "hundred ", "one ", "two hundred and ", "1,", "1 ",
     "1,234,", "1.", "1/", "1-", "£", "-", "(", "(1) ", "2003 ", "2003/", "01/", "March ",
     "1 March ", "since ", "12 months to ", "Q1 ", "between 1 and ", "1 to ", "1 in ", "per 1,000 ",
     "half a ", "section 1, ", "aged 1 to ", "0", "12/15 ", "of a million ", "the ", "x1", "½",
     "1 Oct 16 ", "the previous 12 months ", "Introduction 1 ", "A ..... 4\n", "....", "Jan | ",
     "Q1-", "2020 to 2021 ", "1 March 2003 2 May ", "Contents ", "3\n", "'13 ",
     "the June quarter "],
)  # fmt: skip
def test_time_grows_with_length(part: str) -> None:
    count = 1_500 // len(part)
    assert grows_within(6, lambda units: partial(readings, part * units), count, floor=0.002)


def test_time_grows_with_the_cells_of_two_rows_around_a_blank_line() -> None:
    def ready(cells: int) -> partial[object]:
        row = "5     " * cells
        return partial(read_bytes, f"1. Opening\n{row}\n\n2. All was {row} in all.\n".encode())

    assert grows_within(6, ready, 2_000, floor=0.005)


def test_time_grows_with_lines_that_end_in_numbers() -> None:
    def ready(lines: int) -> partial[object]:
        return partial(read_bytes, ("1. Opening\n" + "\n- On 5 May 2003 12\n" * lines).encode())

    assert grows_within(6, ready, 1_500, floor=0.005)


def test_time_grows_with_the_rows_below_repeated_headings() -> None:
    def ready(times: int) -> partial[object]:
        grid = TableGrid.from_rows([["Outcome", "April"], ["Theft", "6"]] * times)
        return lambda: [grid.column_labels(1) for _ in range(times)]  # of each cell

    assert grows_within(6, ready, 500, floor=0.005)


@pytest.mark.parametrize(
    "rows",
    [
        [["Theft", "6"]],
        [["Outcome", "April"], ["Theft", "6"]],
        [["Harbour:", ""], ["Theft", "6"]],
    ],
    ids=["rows", "repeated headings", "groups"],
)
def test_time_grows_with_the_rows_of_a_table(rows: list[list[str]]) -> None:
    def ready(times: int) -> partial[object]:
        grid = TableGrid.from_rows([["Outcome", "April"], *rows * times])
        return lambda: (grid.columns, grid.groups, grid.parents)

    assert grows_within(6, ready, 2_000, floor=0.005)


def test_time_grows_with_the_sections_of_a_table_that_is_checked() -> None:
    section = "| Area {}: | |\n| Nets | 3 |\n| Boats | 4 |\n| Total | 8 |\n"

    def ready(sections: int) -> partial[object]:
        rows = "".join(map(section.format, range(sections)))
        table = f"# Report\n\n| Outcome | 2002 |\n|---|---|\n{rows}\n"
        return partial(audit, read_bytes(table.encode(), "report.md").passages)

    assert grows_within(6, ready, 60, floor=0.02)


def test_time_grows_with_the_rows_that_share_one_label() -> None:
    def ready(times: int) -> partial[object]:
        below = [["", "Theft", "6"]] * times
        grid = TableGrid.from_rows([["Area", "Outcome", "April"], ["Harbour", "Fire", "5"], *below])
        return lambda: [grid.row_labels(row) for row in grid.body]

    assert grows_within(6, ready, 1_000, floor=0.005)


@pytest.mark.parametrize("text", ["7" * 100_000, " " * 100_000, "and " * 100_000])
def test_a_hundred_thousand_are_read_at_once(text: str) -> None:
    assert quantities(text) == ()
    assert seconds(text) < 3


def test_prose_is_read_within_a_multiple_of_a_search_for_digits() -> None:
    text = invented(200_000)
    own, plain = min(benchmark(text) for _ in range(3))
    assert own < 150 * plain  # about 30 in prose, 60 where every sentence has numbers
