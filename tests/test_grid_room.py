"""Tables on a terminal: what is broken and what is left out where there is no room."""

from __future__ import annotations

import re

from moditrack.tables import Display, DisplayColumn, Note, Table
from tests.test_grid import NUMBERS, drawn


def test_a_long_word_of_a_side_column_is_broken_where_there_is_no_room(monkeypatch) -> None:
    columns = (DisplayColumn("who", "Who"), DisplayColumn("what", "What"))
    rows = [{"who": "Superintendent", "what": "visited all quays"}]
    assert drawn(monkeypatch, Table("T", (), rows, display=Display(columns)), 20).splitlines()[
        3:
    ] == [
        "Superintend  visited",  # 20 less 7 for "visited" and 2 between leaves 11
        "ent          all",
        "             quays",
    ]


def test_an_answer_is_wrapped_without_a_blank_at_the_end_of_a_line(monkeypatch) -> None:
    table = Table("People", (), [], answer=lambda _: "Two were adults, and one was a child.")
    bold, off = "\x1b[1m", "\x1b[0m"
    said = drawn(monkeypatch, table, 20).splitlines()
    assert said[1:3] == [f"{bold}Two were adults, and{off}", f"{bold}one was a child.{off}"]
    assert drawn(monkeypatch, table, 17).splitlines()[1:4] == [
        f"{bold}{line}{off}" for line in ("Two were adults,", "and one was a", "child.")
    ]


def test_a_short_text_is_whole_before_long_ones_share_the_rest(monkeypatch) -> None:
    columns = (DisplayColumn("term", "Term"), DisplayColumn("meaning", "Meaning"))
    rows = [{"term": "Level 2", "meaning": "What touches more than one unit of the force " * 3}]
    table = Table("Terms", (), rows, display=Display(columns))
    assert drawn(monkeypatch, table, 60).splitlines()[3].startswith("Level 2  What touches")
    far = [{"term": "Level of severity", "meaning": "incomprehensibilities " * 5}]
    narrow = drawn(monkeypatch, Table("Terms", (), far, display=Display(columns)), 36)
    assert [line[:12] for line in narrow.splitlines()[3:5]] == ["Level of  in", "severity  in"]


def test_a_row_too_wide_for_a_table_is_a_block_broken_between_words(monkeypatch) -> None:
    columns = (
        DisplayColumn("what", "What it counts"),
        DisplayColumn("when", "When", "period"),
        DisplayColumn("n", "Number", "whole"),
        DisplayColumn("sources", "Source", "list"),
    )
    row = {
        "what": "People whom the service removed",
        "when": "2003-04-24 to 2003-07-02",
        "n": 31,
        "sources": ["mpa-2003-10-09#B.7.p2"],
    }
    shown = drawn(monkeypatch, Table("T", (), [row], display=Display(columns)), 40)
    assert re.sub(r"\x1b\[\dm", "", shown) == (
        "T\n"
        "What it counts  People whom the service\n"
        "                removed\n"
        "When            2003-04-24 to 2003-07-02\n"
        "                Number 31\n"
        "                mpa-2003-10-09#B.7.p2\n"
    )


def test_a_small_screen_is_without_what_can_be_missed_if_the_rest_fits(monkeypatch) -> None:
    notes = [
        Note("caution", "Small counts."),
        Note("explanation", "How it is computed."),
        Note("pointer", "More: elsewhere"),
        Note("source", "Source: a#1"),
    ]
    table = Table("T", (), [{"n": 1}], display=Display(NUMBERS[1:]), notes=lambda _: notes)

    def on_screen(lines: int) -> list[str]:
        monkeypatch.setenv("LINES", str(lines))
        own = re.sub(r"\x1b\[[0-9;]*m", "", drawn(monkeypatch, table, 44))
        return own.splitlines()[7:]

    caution, more = "! Small counts.", "! More: elsewhere"
    how, source = "  How it is computed.", "  Source: a#1"
    assert on_screen(12) == [caution, more, how, source]
    assert on_screen(11) == [caution, more, f"{source}  1 more note: add '| less'"]
    assert on_screen(10) == [caution, f"{source}  2 more notes: add '| less'"]
    assert on_screen(9) == [caution, more, how, source]  # more than a screen: nothing is left out


def test_a_heading_over_texts_has_a_line_where_there_is_room(monkeypatch) -> None:
    columns = (
        DisplayColumn("group", "Ethnicity, as printed"),
        DisplayColumn("n", "Number of people", "whole"),
    )
    table = Table("T", (), [{"group": "UNKNOWN", "n": 7}], display=Display(columns))
    wide = re.sub(r"\x1b\[[0-9;]*m", "", drawn(monkeypatch, table, 40)).splitlines()
    assert wide[3] == "Ethnicity, as printed  people"
    narrow = re.sub(r"\x1b\[[0-9;]*m", "", drawn(monkeypatch, table, 20)).splitlines()
    assert narrow[2:4] == ["Ethnicity,      of", "as printed  people"]


def test_an_address_that_is_too_long_for_a_block_has_a_line_and_is_not_broken(monkeypatch) -> None:
    columns = (DisplayColumn("id", "Document", "id"), DisplayColumn("url", "Address"))
    address = "http://harbour.example/reports/2025/03/index.html"
    row = {"id": "harbour-2025-03-01-and-more", "url": address}
    shown = drawn(monkeypatch, Table("T", (), [row], display=Display(columns)), 30)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert lines[-2:] == ["Address", address]


def test_a_few_long_names_take_no_room_from_the_longest_text(monkeypatch) -> None:
    columns = (DisplayColumn("name", "Name"), DisplayColumn("what", "What"))
    what = "Visits to all quays of the river"
    names = ["Pochard", "Beau", "Sun", "Programme of all harbours and of their quays together"]
    rows = [{"name": name, "what": what} for name in names]
    lines = drawn(monkeypatch, Table("T", (), rows, display=Display(columns)), 43).splitlines()
    # 43 are 32, 2 between, and 9 for "Programme", the longest word of the names.
    assert "Beau       Visits to all quays of the river" in lines
    assert "Programme  Visits to all quays of the river" in lines
