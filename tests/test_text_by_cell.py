"""Tables in plain text with one cell on a line, as pages and spreadsheets are copied."""

from __future__ import annotations

from tests.test_text_fixed import body, tables

# The blanks of an empty cell are kept; two lines of them end a row.
BLANKS = """
Spent\n\nPlanned\n\nOver\n\nUnder\n\nReasons\n\n \n\n1\n\n2\n\n3\n\n4\n\n \n \n
£'000\n\n£'000\n\n£'000\n\n£'000\n\n \n           \n
Harl\n\n592\n\n597\n\n \n\n5\n\n \n         \n
Rain in spring stopped the works at the quay, which will now be done in the year after this.\n
Quay\n\n6,035\n\n5,980\n\n56\n\n \n           \n
Moor\n\n(249)\n\n   \n\n249\n\n         \n           \n
Total\n\n6,378\n\n6,577\n\n56\n\n254\n\nAs forecast.\n\n           \n
"""


def test_blank_cells_and_reasons_on_lines_of_their_own() -> None:
    (table,) = tables(BLANKS)
    assert list(table.column_names.values()) == [
        "Spent / £'000", "Planned / £'000", "Over / £'000", "Under / £'000", "Reasons",
    ]  # fmt: skip
    cells = body(table)
    assert cells["Harl"][:4] == ["592", "597", "", "5"]
    assert cells["Quay"][:4] == ["6,035", "5,980", "56", ""]
    assert cells["Moor"][:4] == ["(249)", "", "", "249"]
    assert cells["Total"][:4] == ["6,378", "6,577", "56", "254"]


def test_rows_of_cells_that_pipes_end() -> None:
    text = """
|
Forecast |
Forecast |
|
||||
|
Month 2 |
Month 5 |
Movement
and why |
||||
Boats |
736 |
912 |
176 |
||||
Nets |
|
(1,641) |
|
||||
Total |
736 |
(729) |
(1,465) |
||||
"""
    (table,) = tables(text)
    assert list(table.column_names.values()) == [
        "Forecast / Month 2", "Forecast / Month 5", "Movement and why",
    ]  # fmt: skip
    assert body(table) == {
        "Boats": ["736", "912", "176"],
        "Nets": ["", "(1,641)", ""],
        "Total": ["736", "(729)", "(1,465)"],
    }


def test_rows_between_pipes_need_no_headings() -> None:
    text = """
1. Brought forward |
17946 |
12433 |
What was there when the year began. |
2. Income |
50375 |
52138 |
All that came in. |
3. Spent |
55888 |
42711 |
All that went out. |
4. Carried forward |
12433 |
21860 |
"""
    (table,) = tables(text)
    assert {name: cells[:2] for name, cells in body(table).items()} == {
        "1. Brought forward": ["17946", "12433"],
        "2. Income": ["50375", "52138"],
        "3. Spent": ["55888", "42711"],
        "4. Carried forward": ["12433", "21860"],
    }


SHORT = """Crews
2022/23 %
2023/24
%
All crews
403
409
Afloat
307
76.2
334
81.7
Ashore
96
23.8
75
18.3
Age
16-19
3
1
2
0.5
20 and over
400
99
407
99.5
"""


def test_a_row_of_fewer_cells_has_none_that_can_be_read() -> None:
    """Of the four columns, nobody knows which two 403 and 409 are below."""
    (table,) = tables(SHORT)
    assert list(table.column_names.values()) == ["2022/23", "2022/23 %", "2023/24", "2023/24 %"]
    assert body(table) == {
        "All crews": ["403 409"] * 4,
        "Afloat": ["307", "76.2", "334", "81.7"],
        "Ashore": ["96", "23.8", "75", "18.3"],
        "16-19": ["3", "1", "2", "0.5"],
        "20 and over": ["400", "99", "407", "99.5"],
    }
    first = table.body[0]
    assert [table.entry(first, column).quantities for column in table.columns] == [()] * 4


def test_three_counts_in_one_cell_are_no_number_with_spaces() -> None:
    text = SHORT.replace("403\n409\n", "403\n409\n410\n")
    (table,) = tables(text)
    assert table.entry(table.body[0], 1).quantities == ()


def test_prose_after_the_last_row_is_no_cell() -> None:
    end = "\n\nAll crews are asked once a year. They answer by post.\n"
    assert list(body(tables(SHORT.rstrip() + end)[0]))[-1] == "20 and over"
