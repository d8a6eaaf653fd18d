"""Single cells, on a terminal and in a pipe: periods, ids, marks, and what is under a table."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest

from moditrack.output.grid import wrap
from moditrack.output.shown_values import lines
from moditrack.output.terminal import write_terminal
from moditrack.output.text import write_text
from moditrack.pages import Page
from moditrack.tables import Display, DisplayColumn, Marked, Note, Table

RANGE = "2003-04-24 to 2003-04-29"


def on_a_terminal(
    monkeypatch: Any, item: Table | Page, width: int, *, sources: bool = False
) -> list[str]:
    """The lines of a table or page, with escapes as ^."""
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    write_terminal([item], stream, sources=sources)
    stream.flush()
    return stream.buffer.getvalue().decode().replace("\x1b", "^").splitlines()


def in_a_pipe(item: Table | Page, *, sources: bool = False) -> list[str]:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    write_text([item], stream, sources=sources)
    stream.flush()
    return stream.buffer.getvalue().decode().splitlines()


def table(rows: list[dict[str, Any]], *columns: DisplayColumn, **display: Any) -> Table:
    return Table("T", (), rows, display=Display(columns, **display))


def test_a_period_is_one_line_in_a_pipe_and_may_break_on_a_terminal(monkeypatch: Any) -> None:
    columns = (DisplayColumn("when", "When", "period"), DisplayColumn("what", "What"))
    one = table([{"when": RANGE, "what": "Arrests"}, {"when": "2003", "what": "Bids"}], *columns)
    assert in_a_pipe(one)[3:] == [
        f"{RANGE}  Arrests", "2003                      Bids",
    ]  # fmt: skip
    assert on_a_terminal(monkeypatch, one, 40)[3:] == [
        f"{RANGE}  Arrests", "2003                      Bids",
    ]  # fmt: skip
    # It breaks where there is no room, unless the column is as wide for another.
    assert on_a_terminal(monkeypatch, one, 30)[3:] == [
        "2003-04-24 to  Arrests", "2003-04-29", "2003           Bids",
    ]  # fmt: skip
    longer = table([*one.rows, {"when": "from financial year 2003/04", "what": "Bids"}], *columns)
    assert f"{RANGE}     Arrests" in on_a_terminal(monkeypatch, longer, 37)
    # Where the columns do not fit, each row is a block.
    assert on_a_terminal(monkeypatch, one, 12)[1:7] == [
        "When:", "2003-04-24", "to", "2003-04-29", "What:", "Arrests",
    ]  # fmt: skip


def test_the_name_of_a_financial_year_may_break_before_its_year() -> None:
    assert lines("from financial year 2020/21*", "period") == ["from financial year", "2020/21*"]
    assert lines("2003-04-24 to 2003-04-29*", "period") == ["2003-04-24 to", "2003-04-29*"]
    assert lines("to 1996*", "period") == ["to 1996*"]


def test_what_is_never_broken_is_dim_only_where_it_is_an_id(monkeypatch: Any) -> None:
    columns = (
        DisplayColumn("due", "Due", "unbroken"), DisplayColumn("id", "Id", "id"),
        DisplayColumn("what", "What"),
    )  # fmt: skip
    one = table([{"due": "9, in 2023", "id": "a-1", "what": "counted"}], *columns)
    assert on_a_terminal(monkeypatch, one, 26)[-1] == "9, in 2023  ^[2ma-1^[0m  counted"


def test_an_id_is_never_broken(monkeypatch: Any) -> None:
    text = "Officers searched two warehouses at the quay and took away computers"
    name = "colp-2024-02-22:outcome-18-2023 or so"
    columns = (DisplayColumn("id", "Id", "id"), DisplayColumn("what", "What"))
    shown = on_a_terminal(monkeypatch, table([{"id": name, "what": text}], *columns), 60)
    assert shown[1:] == [
        "^[1mId^[0m", "^[1m  What^[0m", f"^[2m{'-' * 60}^[0m", f"^[2m{name}^[0m",
        "  Officers searched two warehouses at the quay and took away", "  computers",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("spans", "marked"),
    [([(4, 7)], [[(4, 7)], []]), ([(4, 13)], [[(4, 7)], [(0, 5)]]), ([], [[], []])],
)
def test_what_is_marked_stays_marked_when_it_is_wrapped(
    spans: list[tuple[int, int]], marked: list[list[tuple[int, int]]]
) -> None:
    lines = wrap(Marked("one two three four", spans), 10)
    assert lines == ["one two", "three four"]
    assert [line.spans for line in lines if isinstance(line, Marked)] == marked


def test_numbers_are_flush_right_in_both(monkeypatch: Any) -> None:
    columns = (DisplayColumn("share", "Share", "percent"), DisplayColumn("n", "Number", "whole"))
    two = table([{"share": 5.0, "n": 12}, {"share": 66.666, "n": 7}], *columns)
    assert in_a_pipe(two)[1:] == [
        "  Share    Number", "-------  --------", "  5.00%        12", " 66.67%         7",
    ]  # fmt: skip
    assert on_a_terminal(monkeypatch, two, 40)[3:] == [" 5.00%      12", "66.67%       7"]


def test_lists_of_a_cell(monkeypatch: Any) -> None:
    columns = (DisplayColumn("what", "What"), DisplayColumn("sources", "Source", "list"))
    one = table([{"what": "x", "sources": ["a-2003-05-08#1", "a-2003-05-08#2"]}], *columns)
    assert in_a_pipe(one, sources=True)[3] == "x       a-2003-05-08#1; a-2003-05-08#2"
    assert on_a_terminal(monkeypatch, one, 34, sources=True)[3:] == [
        "x     ^[2ma-2003-05-08#1^[0m", "      ^[2ma-2003-05-08#2^[0m",
    ]  # fmt: skip
    # 4 + 2 + 29 columns: room for both in a line
    (line,) = on_a_terminal(monkeypatch, one, 35, sources=True)[3:]
    assert line == "x     ^[2ma-2003-05-08#1 a-2003-05-08#2^[0m"


@pytest.mark.parametrize(
    ("sources", "shown"),
    [(["a-2003-05-08#1"], "a-2003-05-08#1"),
     (["a-2003-05-08#1", "b-2003-05-08#2"], "a-2003-05-08#1 +1"),
     (["a-2003-05-08#1", "b-2003-05-08#2", "c-2003-05-08#3"], "a-2003-05-08#1 +2")],
)  # fmt: skip
def test_the_first_citation_and_how_many_more(
    monkeypatch: Any, sources: list[str], shown: str
) -> None:
    columns = (DisplayColumn("what", "What"), DisplayColumn("sources", "Source", "list"))
    one = table([{"what": "x", "sources": sources}], *columns)
    assert in_a_pipe(one)[3] == f"x       {shown}"
    assert on_a_terminal(monkeypatch, one, 40)[3:] == [f"x     ^[2m{shown}^[0m"]
    assert one.rows == [{"what": "x", "sources": sources}]


def test_a_list_that_is_no_source_is_shown_whole(monkeypatch: Any) -> None:
    columns = (DisplayColumn("what", "What"), DisplayColumn("names", "Names", "list"))
    one = table([{"what": "x", "names": ["SCD5", "SCD11"]}], *columns)
    assert in_a_pipe(one)[3] == "x       SCD5; SCD11"
    assert on_a_terminal(monkeypatch, one, 15)[3:] == ["x     ^[2mSCD5^[0m", "      ^[2mSCD11^[0m"]
    assert on_a_terminal(monkeypatch, one, 16)[3:] == ["x     ^[2mSCD5 SCD11^[0m"]


def test_a_column_without_a_value_is_left_out(monkeypatch: Any) -> None:
    columns = (
        DisplayColumn("what", "What"), DisplayColumn("low", "Low", "whole"),
        DisplayColumn("why", "Why"), DisplayColumn("names", "Names", "list"),
    )  # fmt: skip
    rows = [{"what": "x", "low": None, "why": "", "names": []},
            {"what": "y", "low": 0, "why": "", "names": []}]  # fmt: skip
    assert in_a_pipe(table(rows[:1], *columns))[1:] == ["What", "------", "x"]
    assert on_a_terminal(monkeypatch, table(rows[:1], *columns), 40)[3:] == ["x"]
    # Nought is a value.
    assert in_a_pipe(table(rows, *columns))[1:] == [
        "What      Low", "------  -----", "x", "y           0",
    ]  # fmt: skip
    assert on_a_terminal(monkeypatch, table(rows, *columns), 40)[3:] == ["x", "y       0"]


def test_a_table_without_any_value_keeps_its_columns() -> None:
    columns = (DisplayColumn("what", "What"), DisplayColumn("why", "Why"))
    assert in_a_pipe(table([{"what": None, "why": ""}], *columns))[1] == "What    Why"


def test_a_name_that_repeats_the_one_above_is_printed_once_on_a_terminal(monkeypatch: Any) -> None:
    columns = (
        DisplayColumn("who", "Who"), DisplayColumn("where", "Where"),
        DisplayColumn("n", "No.", "whole"), DisplayColumn("what", "What"),
    )  # fmt: skip
    rows = [
        {"who": "CO14", "where": "Soho", "n": 1, "what": "Visits"},
        {"who": "CO14", "where": "Soho", "n": 1, "what": "Visits"},
        {"who": "CO14", "where": "Ilford", "n": 1, "what": "Visits"},
        # Another agency at the same place: a blank would say that it has none.
        {"who": "SCD5", "where": "Ilford", "n": 2, "what": "Visits"},
    ]
    one = table(rows, *columns)
    assert on_a_terminal(monkeypatch, one, 40)[3:] == [
        "CO14  Soho      1  Visits",
        "                1  Visits",
        "      Ilford    1  Visits",
        'SCD5  ^[2m"^[0m         2  Visits',
    ]
    assert in_a_pipe(one)[3:] == [
        "CO14   Soho         1  Visits", "CO14   Soho         1  Visits",
        "CO14   Ilford       1  Visits", "SCD5   Ilford       2  Visits",
    ]  # fmt: skip


def test_a_blank_never_stands_for_a_name_where_it_can_mean_none(monkeypatch: Any) -> None:
    """A number, or words in its place, and a verdict are printed each time."""
    columns = (
        DisplayColumn("by", "By"), DisplayColumn("n", "No.", "number"),
        DisplayColumn("printed", "Printed", "each"), DisplayColumn("what", "What"),
    )  # fmt: skip
    unclear = Marked("unclear", [(0, 7)], "ambiguous")
    rows = [
        {"by": "CPS", "n": "12", "printed": "two", "what": "Boats that sank"},
        {"by": "CPS", "n": "12", "printed": "two", "what": "Boats that sank"},
        {"by": None, "n": unclear, "printed": "two", "what": "Nets that tore"},
        {"by": "CPS", "n": unclear, "printed": None, "what": "Oars"},
    ]
    assert on_a_terminal(monkeypatch, table(rows, *columns), 50)[3:] == [
        "CPS       12  two      Boats that sank",
        '^[2m"^[0m         12  two      Boats that sank',
        "     ^[30;43munclear^[0m  two      Nets that tore",
        "CPS  ^[30;43munclear^[0m           Oars",
    ]


def test_a_group_says_what_the_group_above_it_says(monkeypatch: Any) -> None:
    columns = (DisplayColumn("kind", "Kind"), DisplayColumn("why", "Why"))
    rows = [
        {"group": group, "kind": "report", "why": why}
        for group, why in (("start", "a day"), ("start", "a month"), ("end", "a year"))
    ]
    assert on_a_terminal(monkeypatch, table(rows, *columns, group="group"), 40)[3:] == [
        "^[1mstart^[0m", "report  a day", "        a month", "",
        "^[1mend^[0m", "report  a year",
    ]  # fmt: skip


def test_a_block_has_all_of_its_cells_and_a_blank_line_above_it(monkeypatch: Any) -> None:
    columns = (
        DisplayColumn("area", "Area", "id"), DisplayColumn("when", "Period", "id"),
        DisplayColumn("n", "Number", "whole"),
    )  # fmt: skip
    rows = [
        {"area": "Lower Harbour", "when": "2022", "n": 1},
        {"area": "Lower Harbour", "when": "2023", "n": 2},
        {"area": "Lower Harbour", "when": "2023", "n": 3},
    ]
    display = Display(columns)
    one = Table("T", (), rows, display=display, notes=lambda _: [Note("caution", "Few.")])
    plain = [re.sub(r"\^\[[0-9;]*m", "", own) for own in on_a_terminal(monkeypatch, one, 23)]
    assert plain == [
        "T",
        "Area    Lower Harbour", "Period  2022", "        Number 1", "",
        "Area    Lower Harbour", "Period  2023", "        Number 2", "",
        "Area    Lower Harbour", "Period  2023", "        Number 3", "",
        "! Few.",
    ]  # fmt: skip


def test_a_count_of_nothing_is_a_dot(monkeypatch: Any) -> None:
    columns = (DisplayColumn("what", "What"), DisplayColumn("n", "2020", "count"))
    two = table([{"what": "x", "n": 0}, {"what": "y", "n": 14}], *columns)
    assert in_a_pipe(two)[3:] == ["x            ·", "y           14"]
    assert on_a_terminal(monkeypatch, two, 40)[3:] == ["x        ^[2m.^[0m", "y       14"]


def test_heading_and_answer_precede_a_table_that_may_be_empty(monkeypatch: Any) -> None:
    columns = (DisplayColumn("what", "What"),)
    for rows, below in (
        ([{"what": "x"}], ["What", "------", "x"]),
        ([], ["Nothing found."]),
    ):
        one = Table(
            "Boats", (), rows, display=Display(columns),
            heading=lambda t: f"Boats: {len(t)}", answer=lambda t: f"{len(t)} sank.",
        )  # fmt: skip
        count = len(rows)
        assert in_a_pipe(one) == [f"Boats: {count}", f"{count} sank.", "", *below]
        shown = on_a_terminal(monkeypatch, one, 40)
        assert shown[:3] == [f"^[1mBoats: {count}^[0m", f"^[1m{count} sank.^[0m", ""]


def test_groups_are_a_column_in_a_pipe() -> None:
    two = table([{"g": "Kent", "what": "a"}, {"g": "Surrey", "what": "b"}],
                DisplayColumn("what", "What"), group="g")  # fmt: skip
    assert in_a_pipe(two)[1:] == [
        "Group    What", "-------  ------", "Kent     a", "Surrey   b",
    ]  # fmt: skip


@pytest.mark.parametrize(("length", "own_lines"), [(20, False), (21, True)])
def test_an_address_longer_than_half_the_screen_has_lines_of_its_own(
    monkeypatch: Any, length: int, own_lines: bool
) -> None:
    address = "http://x.example/".ljust(length, "a")
    page = Page("P", [("Address", address), ("Kind", "a b")], [], {})
    assert on_a_terminal(monkeypatch, page, 40)[1:] == (
        ["Kind  a b", "Address", address] if own_lines else [f"Address  {address}", "Kind     a b"]
    )


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (0.2, "<1%"), (0.49, "<1%"), (0.5, "1%"), (99.6, "100%")]
)
def test_a_small_share_is_not_nothing(share: float, text: str) -> None:
    assert lines(share, "share") == [text]
