"""Tables on a terminal, line by line: what is broken where, what stands flush, what is dim."""

from __future__ import annotations

import io
import re

import pytest

from moditrack.output.grid import wrap
from moditrack.output.terminal import write_terminal
from moditrack.pages import Page
from moditrack.tables import Display, DisplayColumn, Table

NUMBERS = (DisplayColumn("what", "What"), DisplayColumn("n", "Number of people", "whole"))


def drawn(monkeypatch, item: Table | Page, width: int, encoding: str = "utf-8") -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    write_terminal([item], stream)
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ten blanks", ["ten blanks"]),
        ("eleven here", ["eleven", "here"]),
        ("one two three four", ["one two", "three four"]),
        ("a twenty-one-letter-word b", ["a", "twenty-one", "-letter-wo", "rd b"]),
        ("", [""]),
        ("two  blanks", ["two ", "blanks"]),
        ("漢字漢字漢字漢字", ["漢字漢字漢", "字漢字"]),  # each fills two cells
        ("\u0301 a word of no width", ["\u0301 a word of", "no width"]),
        (" a blank that leads", [" a blank", "that leads"]),
        ("an either/or", ["an either/", "or"]),
        ("one either/or", ["one", "either/or"]),
        ("one or/either/so", ["one or/", "either/so"]),
        ("a web/a1.html", ["a", "web/a1.htm", "l"]),  # an address or path is one word
    ],
)
def test_texts_are_broken_at_blanks_or_else_within_a_word(text: str, lines: list[str]) -> None:
    assert wrap(text, 10) == lines


def test_lines_below_the_first_are_indented_where_that_takes_no_further_line() -> None:
    assert wrap("18: no suspect found", 14, 4) == ["18: no suspect", "    found"]
    assert wrap("18: no suspect was found", 14, 4) == ["18: no suspect", "    was found"]
    assert wrap("18: no suspect was found by", 14, 4) == ["18: no suspect", "was found by"]
    assert wrap("one line", 14, 4) == ["one line"]


def test_numbers_stand_flush_and_totals_under_a_rule(monkeypatch) -> None:
    rows = [{"what": "adults and children", "n": 7}, {"what": "Total", "n": 1234}]
    bold, dim, off = "\x1b[1m", "\x1b[2m", "\x1b[0m"
    assert drawn(
        monkeypatch, Table("People", (), rows, display=Display(NUMBERS, totals=1)), 20
    ).splitlines() == [
        f"{bold}People{off}",
        f"{bold}              Number{off}",
        f"{bold}                  of{off}",
        f"{bold}What          people{off}",
        f"{dim}────────────────────{off}",
        "adults and         7",
        "    children",
        f"{dim}────────────────────{off}",
        "\x1b[1mTotal           1234\x1b[0m",
    ]


def test_a_console_without_unicode_gets_a_plain_rule(monkeypatch) -> None:
    shown = drawn(
        monkeypatch,
        Table("People", (), [{"what": "x", "n": 7}], display=Display(NUMBERS)),
        80,
        "ascii",
    )
    rule = "-" * len("What  people")
    assert shown.splitlines()[-2:] == [f"\x1b[2m{rule}\x1b[0m", "x          7"]


def test_citations_follow_the_longest_text_dimly(monkeypatch) -> None:
    columns = (
        DisplayColumn("n", "No.", "id"),
        DisplayColumn("what", "What"),
        DisplayColumn("cited", "Source", "list"),
    )
    rows = [
        {
            "n": "1",
            "what": "removals with a longer text",
            "cited": ["a-2003-05-08#B.1", "b-2003-05-08#2"],
        }
    ]
    assert drawn(monkeypatch, Table("T", (), rows, display=Display(columns)), 30).splitlines()[
        3:
    ] == [
        "\x1b[2m1\x1b[0m    removals with a longer",
        "     text\x1b[2m a-2003-05-08#B.1\x1b[0m",
        "     \x1b[2mb-2003-05-08#2\x1b[0m",
    ]


# Two blanks between columns. The citations get a column of their own where the prose keeps at
# least 34 cells; prose has 60 before others get more, and less room is shared by what is wanted.
# Where most rows wrap there is a blank line between them.
@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (60, [
            "No.  Who       What happened                          People",
            "-" * 60,
            "a1   Harbour   Officers searched two warehouses at        19",
            "     police    the quay and took away nineteen",
            "               computers harbour-2025-03-01#1",
            "",
            "b2   Border    Arrests at night harbour-2025-03-01#2    1250",
            "     Bureau    harbour-2025-03-01#summary.b1",
        ]),
        (80, [
            "No.  Who           What happened                                          People",
            "-" * 80,
            "a1   Harbour       Officers searched two warehouses at the quay and took      19",
            "     police        away nineteen computers harbour-2025-03-01#1",
            "",
            "b2   Border        Arrests at night harbour-2025-03-01#2                    1250",
            "     Bureau        harbour-2025-03-01#summary.b1",
        ]),
        (120, [
            "No.  Who             What happened                                    "
            "             People  Source",
            "-" * 120,
            "a1   Harbour police  Officers searched two warehouses at the quay and took away "
            "       19  harbour-2025-03-01#1",
            "                     nineteen computers",
            "",
            "b2   Border Bureau   Arrests at night                                 "
            "               1250  harbour-2025-03-01#2",
            " " * 91 + "harbour-2025-03-01#summary.b1",
        ]),
    ],
)  # fmt: skip
def test_a_whole_table(monkeypatch, width: int, lines: list[str]) -> None:
    columns = (
        DisplayColumn("id", "No.", "id"),
        DisplayColumn("who", "Who"),
        DisplayColumn("what", "What happened"),
        DisplayColumn("n", "People", "whole"),
        DisplayColumn("cited", "Source", "list"),
    )
    first = {
        "id": "a1",
        "who": "Harbour police",
        "what": "Officers searched two warehouses at the quay and took away nineteen computers",
        "n": 19,
        "cited": ["harbour-2025-03-01#1"],
    }
    second = {
        "id": "b2",
        "who": "Border Bureau",
        "what": "Arrests at night",
        "n": 1250,
        "cited": ["harbour-2025-03-01#2", "harbour-2025-03-01#summary.b1"],
    }
    table = Table("T", (), [first, second], display=Display(columns))
    shown = drawn(monkeypatch, table, width, "ascii")
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines() == ["T", *lines]


def test_groups_head_their_rows(monkeypatch) -> None:
    columns = (DisplayColumn("what", "What"),)
    rows = [{"what": w, "where": g} for w, g in (("a", "London"), ("b", "London"), ("c", "Kent"))]
    shown = drawn(monkeypatch, Table("T", (), rows, display=Display(columns, group="where")), 40)
    assert shown.splitlines()[3:] == [
        "\x1b[1mLondon\x1b[0m", "a", "b", "", "\x1b[1mKent\x1b[0m", "c"
    ]  # fmt: skip


def test_a_row_of_nothing_is_a_line(monkeypatch) -> None:
    rows = [{"what": None, "n": None}, {"what": "x", "n": 1}, {"what": None, "n": None}]
    shown = drawn(monkeypatch, Table("T", (), rows, display=Display(NUMBERS)), 20).splitlines()
    assert shown[5:] == ["", "x          1", ""]


def test_a_total_alone_has_no_second_rule(monkeypatch) -> None:
    rows = [{"what": "Total", "n": 7}]
    shown = drawn(monkeypatch, Table("T", (), rows, display=Display(NUMBERS, totals=1)), 20)
    assert shown.count("─\x1b[0m\n") == 1


def test_facts_without_room_beside_their_labels_stand_behind_them(monkeypatch) -> None:
    page = Page("P", [("A long label", "with a value")], [], {})
    assert "A long label:\nwith a value\n" in drawn(monkeypatch, page, 16)
    assert "A long label  with a\n" in drawn(monkeypatch, page, 24)


@pytest.mark.parametrize("heading", ["\x07", "\u202e", "\x1b", "\n \ufe0f", ""])
@pytest.mark.parametrize("value", [None, "", " "])
@pytest.mark.parametrize("width", [1, 2, 9, 40])
def test_headings_of_nothing_that_can_be_seen(monkeypatch, heading, value, width: int) -> None:
    display = Display((DisplayColumn("a", heading), DisplayColumn("b", "B")))
    table = Table("T", (), [{"a": value, "b": value}], display=display)
    shown = drawn(monkeypatch, table, width)
    assert shown.startswith("\x1b[1mT\x1b[0m\n")
    assert not {"\x07", "\u202e"} & set(shown)


def test_a_heading_is_one_line_whatever_it_is_named(monkeypatch) -> None:
    shown = drawn(
        monkeypatch,
        Table("T", (), [{"a": "x"}], display=Display((DisplayColumn("a", "new\nline"),))),
        40,
    )
    assert shown.splitlines()[1] == "\x1b[1mnew?line\x1b[0m"


@pytest.mark.parametrize("width", [1, 9, 40])
def test_what_a_terminal_obeys_comes_out_harmless(monkeypatch, width: int) -> None:
    hostile = "\x1b]0;owned\x07\u202e"
    columns = (DisplayColumn("a", hostile), DisplayColumn("b", f"{hostile}\n{hostile}"))
    rows = [{"a": hostile, "b": hostile, "g": hostile}]
    for item in (
        Table(hostile, (), rows, display=Display(columns, group="g")),
        Page(hostile, [(hostile, hostile)], [], {}),
    ):
        shown = drawn(monkeypatch, item, width)
        assert "\x1b]" not in shown
        assert "\x07" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Making an impact +2", 17, ["Making an", "impact +2"]),
        ("The share is 50 % of it", 15, ["The share is", "50 % of it"]),
        ("Report of organised crime: 7", 27, ["Report of organised", "crime: 7"]),
        ("It is the 7 of 41", 9, ["It is the", "7 of 41"]),
        ("An impactfulness +2", 15, ["An", "impactfulness", "+2"]),  # no room for both
        ("Offences: 7 of them", 10, ["Offences:", "7 of them"]),  # no count at the end
    ],
)
def test_what_belongs_to_a_word_stays_with_it(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines
