"""A list with more rows than are kept in memory is the same list, found again each time."""

from __future__ import annotations

import io

import pytest

import moditrack
from moditrack import long_rows, tables
from moditrack.output import terminal, text
from moditrack.questions import grouping, search_most_words

LISTS = ("figures", "timeline", "commitments", "operations", "agencies", "agencies --by strand",
         "agencies --by level", "agencies --by operation", "agencies --matrix", "sources",
         "victims", "outcomes", "check --all", "define")  # fmt: skip


def without_findings(out: str) -> list[str]:
    """The lines; findings on the passages of very long lists are not counted."""
    return [line for line in out.splitlines() if "moditrack check" not in line]


@pytest.mark.parametrize("line", LISTS)
def test_a_pipe_gets_the_same(run, monkeypatch, line: str) -> None:
    whole = run(*line.split())
    monkeypatch.setattr(long_rows, "_KEPT", 3)
    second = run(*line.split())
    assert (second.code, second.err) == (0, "")
    assert without_findings(second.out) == without_findings(whole.out)


def drawn(name: str) -> list[str]:
    stream = io.StringIO()
    with moditrack.open() as data:
        table = getattr(data, name)()
        table._rows = None
        terminal.write_terminal([table], stream)
    return stream.getvalue().split()


@pytest.mark.parametrize("name", ["figures", "timeline", "agencies", "operations"])
def test_a_terminal_gets_every_word(monkeypatch, name: str) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")
    whole = drawn(name)
    monkeypatch.setattr(long_rows, "_KEPT", 3)
    monkeypatch.setattr(terminal, "_RUN", 1000)
    assert set(drawn(name)) >= set(whole) - set("0123456789")


def test_rows_that_are_not_kept_are_a_sequence(monkeypatch) -> None:
    monkeypatch.setattr(long_rows, "_KEPT", 2)
    reads = []

    def find() -> list[dict[str, int]]:
        reads.append(1)
        return [{"number": number} for number in (1, 2, 3)]

    table = tables.Table("T", [tables.Column("number", "integer")], find)
    assert isinstance(table.rows, long_rows.LongRows)
    assert (len(table), len(table.rows), table.rows[1]) == (3, 3, {"number": 2})
    assert list(table) == list(table.rows) == find()
    assert bool(table.rows)
    reads.clear()
    assert (next(iter(table.rows)), len(table.rows), bool(table.rows)) == ({"number": 1}, 3, True)
    assert table.rows[0] == {"number": 1}
    assert reads == []  # the first rows and their number are known
    assert table.rows[-1] == {"number": 3}
    table.keep()
    reads.clear()
    assert [*table, *table.rows] == [*find(), *find()]
    assert len(reads) == 2  # those of the line above


def test_a_list_under_headings_is_found_five_times(monkeypatch) -> None:
    # For its first rows, the numbers of its headings, its answer, to measure, and to write.
    monkeypatch.setattr(long_rows, "_KEPT", 3)
    asked = []
    with moditrack.open() as data:
        table = data.commitments()
        table._rows = None
        data.connection.set_trace_callback(asked.append)
        text.write_text([table], io.StringIO())
    assert sum("FROM commitments" in query for query in asked) == 5


def test_a_word_in_many_entries_is_ranked_among_the_first(run, monkeypatch) -> None:
    assert "are ranked" not in run("search", "Maxim").out
    monkeypatch.setattr(search_most_words, "RANKED", 5)
    lines = run("search", "Maxim", "--limit", "9").out.splitlines()
    assert lines[0] == "Search: Maxim: 5 matches"
    assert any(line.startswith("operation") and "Operation Maxim" in line for line in lines)
    assert "! Only the first 5 entries with these words are ranked: add a word." in lines


def test_a_pipe_cuts_no_cell_that_was_not_measured(run, monkeypatch) -> None:
    def words() -> list[str]:
        lines = without_findings(run("figures").out)
        return [word for line in lines for word in line.split() if set(word) != {"-"}]

    whole = words()
    monkeypatch.setattr(long_rows, "_KEPT", 1)
    monkeypatch.setattr(text, "_MEASURED", 1)
    monkeypatch.setattr(grouping, "_KEPT", 1)  # a heading with more rows is counted in all of them
    assert words() == whole
