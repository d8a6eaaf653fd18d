"""Tables in plain text whose cells are hard to place: groups, headings on two lines, tight gaps."""

from __future__ import annotations

from moditrack.documents.document import read_bytes


def tables(text: str) -> list[list[list[str]]]:
    """The rows of every table of a text."""
    passages = read_bytes(text.encode()).passages
    return [[list(row) for row in one.cells or []] for one in passages if one.kind == "table"]


def one_a_line(words: str) -> str:
    return "\n".join(word.replace("_", " ") for word in words.split()) + "\n"


def test_a_label_alone_begins_a_group_of_rows() -> None:
    text = one_a_line(
        "Table_2 Port 2022 2023 North Harl 12 15 Quay 20 31 Moor 1 2 South Ford 7 8 Mouth 9 10"
    )
    assert tables(text) == [[
        ["Port", "2022", "2023"], ["North", "", ""], ["Harl", "12", "15"], ["Quay", "20", "31"],
        ["Moor", "1", "2"], ["South", "", ""], ["Ford", "7", "8"], ["Mouth", "9", "10"],
    ]]  # fmt: skip


def test_headings_that_repeat_have_the_names_above_them() -> None:
    text = one_a_line("Table_3 Gulls Boats 2022 2023 2022 2023 Harl 12 15 3 4 Quay 20 31 5 6")
    document = read_bytes(text.encode())
    (found,) = [one for one in document.passages if one.kind == "table"]
    assert [list(row) for row in found.cells or []] == [
        ["", "Gulls", "", "Boats", ""], ["", "2022", "2023", "2022", "2023"],
        ["Harl", "12", "15", "3", "4"], ["Quay", "20", "31", "5", "6"],
    ]  # fmt: skip


def test_a_row_of_values_is_no_heading() -> None:
    """What heads these columns is missing; the first row is a row like the others."""
    text = one_a_line("Gulls 7 Harl 12 15 Quay 20 31 Moor 1 2 Ford 3 4")
    assert all(rows[0] != ["Harl", "12", "15"] for rows in tables(text))


def test_a_long_label_that_meets_the_next_column() -> None:
    text = (
        "Port    2022    2023  Change\nHarl      12      15       3\n"
        "Quay side 20      31      11\nFord       7       8       1\n"
    )
    assert tables(text) == [[
        ["Port", "2022", "2023", "Change"], ["Harl", "12", "15", "3"],
        ["Quay side", "20", "31", "11"], ["Ford", "7", "8", "1"],
    ]]  # fmt: skip


def test_cells_that_no_place_parts_make_no_table() -> None:
    text = (
        "Port    2022    2023  Change\nHarl      12      15       3\n"
        "Quay side 20      31      11\nThe old ford              1\n"
    )
    assert tables(text) == []
