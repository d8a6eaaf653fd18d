"""Notes and sources below a table, on a terminal and in a pipe."""

from __future__ import annotations

from typing import Any

import pytest

from moditrack.tables import Column, Display, DisplayColumn, Note, Table
from tests.test_cells import in_a_pipe, on_a_terminal


@pytest.mark.parametrize("rows", [[], [{"what": "x"}]])
def test_notes_are_shown_below_a_table_that_may_be_empty(
    monkeypatch: Any, rows: list[dict[str, str]]
) -> None:
    def notes(_: Table) -> list[Note]:
        return [
            Note("source", "Source: a-2003-05-08#1"),
            Note("explanation", "Boats without a flag are left out."),
            Note("caution", "Counts are small."),
        ]

    display = Display((DisplayColumn("what", "What"),))
    one = Table("T", (Column("what"),), rows, display=display, notes=notes)
    assert in_a_pipe(one)[-3:] == [
        "! Counts are small.", "  Boats without a flag are left out.", "Source: a-2003-05-08#1",
    ]  # fmt: skip
    assert on_a_terminal(monkeypatch, one, 40)[-4:] == [
        "", "^[30;43m!^[0m Counts are small.", "  Boats without a flag are left out.",
        "  ^[2mSource: a-2003-05-08#1^[0m",
    ]  # fmt: skip
    assert ("Nothing found." in in_a_pipe(one)) == (not rows)


@pytest.mark.parametrize(("width", "lines"), [(1, 9), (2, 9), (3, 9), (4, 6), (40, 1)])
def test_a_note_is_wrapped_to_any_width(monkeypatch: Any, width: int, lines: int) -> None:
    columns = (DisplayColumn("what", "W"),)
    notes = [Note("caution", "Few are few")]
    one = Table("T", (), [{"what": "x"}], display=Display(columns), notes=lambda _: notes)
    shown = [line for line in on_a_terminal(monkeypatch, one, width) if line]
    said = shown[next(i for i, line in enumerate(shown) if "!" in line) :]
    assert "".join(said).replace("^[30;43m!^[0m ", "").replace(" ", "") == "Fewarefew"
    assert len(said) == lines


@pytest.mark.parametrize(
    ("measures", "last"),
    [
        (["arrests"], "Sources: mpa-2003-10-09#B.7.p1, mpa-2003-10-09#B.7.p2,"
         " mpa-2003-10-09#appendix-3.b1, mpa-2003-10-09#appendix-3.b4, mpa-2004-02-16#notes.1,"
         " mpa-2004-02-16#notes.3.b2"),
        (["removals", "charges"], "Sources: 7 passages; --fields with sources names them."),
    ],
)  # fmt: skip
def test_selected_fields_name_up_to_six_sources(run: Any, measures: list[str], last: str) -> None:
    line = ["figures", *(word for measure in measures for word in ("--measure", measure))]
    assert run(*line, "--fields", "figure,value").out.splitlines()[-1] == last
    assert "Sources: " not in run(*line, "--fields", "figure,sources").out


@pytest.mark.parametrize(
    ("columns", "command", "missing", "last"),
    [
        # where its cautions are, its test of the five years, a finding nearby, what resolved and
        # what no suspect means, small counts: six of ten notes
        (80, "outcomes", 6, "  Source: colp-2024-02-22#19.outcome  6 more notes: add '| less'"),
        # where its cautions are, a finding nearby, and what 0.13% implies
        (60, "compare", 3, "  3 more notes: add '| less'"),
    ],
)
def test_notes_for_which_there_is_no_room_are_counted(
    terminal: Any, run: Any, columns: int, command: str, missing: int, last: str
) -> None:
    small = terminal(columns, command, rows=24).out.splitlines()
    assert small[-1] == last
    assert len(small) <= 23
    notes = run(command).out.rpartition("\n\n")[2].splitlines()
    own = small[len(small) - small[::-1].index("") :]
    starts = [line for line in own if line.startswith("! ") or line[:2] == "  "]

    def first_words(note: str) -> str:
        words = note.lstrip("! ").replace("Sources", "Source").split()[:2]
        return " ".join(words).rstrip(",")

    known = set(map(first_words, notes))
    shown = [line for line in starts if first_words(line) in known]
    assert len(shown) == len(notes) - missing
    assert "more note" not in terminal(columns, command, rows=60).out
    assert "more note" not in run(command).out
