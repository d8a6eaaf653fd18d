"""Tables in plain text whose columns are separated by blanks, as minutes print them."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.tables import PrintedTable, table_of


def tables(text: str) -> list[PrintedTable]:
    passages = read_bytes(text.encode()).passages
    return [table_of(one) for one in passages if one.kind == "table"]


def body(table: PrintedTable) -> dict[str, list[str]]:
    """The cells of each row by its name."""
    return {
        table.row_names[row]: [table.text(row, column) for column in table.columns]
        for row in table.body
    }


BUDGET = """
                   Original    Latest    Variance
                   Budget      Outturn   Budget to
                                         Outturn
                   £'000       £'000     £'000
Boats
  Expenditure      1,240       1,315     75
  Income           (410)       (398)     12
Nets, ropes
and sails
  Expenditure      860         842       (18)
  Income           (95)        (101)     (6)
Total              1,595       1,658     63
"""


def test_headings_of_several_lines_groups_and_units() -> None:
    (table,) = tables(BUDGET)
    assert list(table.column_names.values()) == [
        "Original / Budget / £'000", "Latest / Outturn / £'000",
        "Variance / Budget to / Outturn / £'000",
    ]  # fmt: skip
    assert list(table.column_roles.values()) == ["cell", "cell", "change"]
    assert body(table) == {
        "Boats / Expenditure": ["1,240", "1,315", "75"],
        "Boats / Income": ["(410)", "(398)", "12"],
        "Nets, ropes and sails / Expenditure": ["860", "842", "(18)"],
        "Nets, ropes and sails / Income": ["(95)", "(101)", "(6)"],
        "Total": ["1,595", "1,658", "63"],
    }
    assert table.entry(table.body[0], 1).quantity.low == 1_240_000  # type: ignore[union-attr]


def test_a_heading_over_several_columns_and_blank_lines_between_rows() -> None:
    text = """
                  2022/23              2023/24
Port          Seen      Lost       Seen      Lost

Harl           120        31        140        28
Quay and
the mole     1,240       198      1,260       301

Total        1,360       229      1,400       329
"""
    (table,) = tables(text)
    assert list(table.column_names.values()) == [
        "2022/23 / Seen", "2022/23 / Lost", "2023/24 / Seen", "2023/24 / Lost",
    ]  # fmt: skip
    assert body(table) == {
        "Harl": ["120", "31", "140", "28"],
        "Quay and the mole": ["1,240", "198", "1,260", "301"],
        "Total": ["1,360", "229", "1,400", "329"],
    }


def test_words_of_a_cell_that_go_on_below_it() -> None:
    text = """
Team       Open    Closed    Comment
North        41        22    Two posts were
                             vacant in May
South        35         9
East and     18        16    A backlog of the
west                         winter was cleared
"""
    (table,) = tables(text)
    assert body(table) == {
        "North": ["41", "22", "Two posts were vacant in May"],
        "South": ["35", "9", ""],
        "East and": ["18", "16", "A backlog of the"],
        "west": ["", "", "winter was cleared"],
    }


def test_rows_of_amounts_without_headings() -> None:
    text = (
        "\nCurrent account      12,309.11\nDeposit account      30,114.90\nTotal       42,424.01\n"
    )
    (table,) = tables(text)
    assert body(table) == {
        "Current account": ["12,309.11"], "Deposit account": ["30,114.90"],
        "Total": ["42,424.01"],
    }  # fmt: skip


def test_words_of_one_heading_are_not_parted_above_the_numbers() -> None:
    text = """
Grade    Men   Women   Total   % women
A         12      31      43      72.1
B          8      14      22      63.6
"""
    (table,) = tables(text)
    assert list(table.column_names.values()) == ["Men", "Women", "Total", "% women"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (  # another table, with headings of its own
            "\nPort     2022   2023\nHarl      412    515\nQuay      720    631\n\n"
            "Boat     2022   2023\nElla      112     95\nMaud       20    131\n",
            [["Harl", "Quay"], ["Ella", "Maud"]],
        ),
        (  # other columns, after a line of text
            "\nPort     2022   2023\nHarl      412    515\nQuay      720    631\n\n"
            "The boats came late.\n\nElla      112\nMaud      20\nIda       7\n",
            [["Harl", "Quay"], ["Ella", "Maud", "Ida"]],
        ),
    ],
)
def test_what_is_below_a_blank_line_may_be_another_table(text: str, names: list[list[str]]) -> None:
    assert [list(body(table)) for table in tables(text)] == names


def test_a_sentence_ends_a_table() -> None:
    text = "\nPort     2022   2023\nHarl      412    515\nQuay      720    631\nIt rained in May.\n"
    passages = read_bytes(text.encode()).passages
    assert passages[-1].text == "It rained in May."


@pytest.mark.parametrize("label", [("Quay and", "gardens"), ("boats moored", "overnight")])
def test_a_label_that_cannot_end_goes_on_in_the_next_line(label: tuple[str, str]) -> None:
    first, last = label
    text = (
        f"Place            2019    2020\nHarl              105      74\n{first:<18} 33      12\n"
        f"{last}\nFord               12      14\nTotal             150     100\n"
    )
    (table,) = tables(text)
    assert list(body(table)) == ["Harl", " ".join(label), "Ford", "Total"]
