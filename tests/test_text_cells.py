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
    assert tables(text) == []


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


def test_headings_that_run_together_above_one_cell_a_line() -> None:
    text = (
        "Table 2 Boats seen by year\n2004 2005\n"
        "Port Seen afloat Found sunk Seen afloat Found sunk\n"
        "\nHarl\n\n46\n\n7\n\n129\n\n52\n\nQuay\n\n27\n\n9\n\n119\n\n65\n\nFord\n\n1,425\n\n1\n\n2\n\n3\n"
    )
    document = read_bytes(text.encode())
    (found,) = [one for one in document.passages if one.kind == "table"]
    assert [list(row) for row in found.cells or []] == [
        ["", "2004", "", "2005", ""],
        ["Port", "Seen afloat", "Found sunk", "Seen afloat", "Found sunk"],
        ["Harl", "46", "7", "129", "52"],
        ["Quay", "27", "9", "119", "65"],
        ["Ford", "1,425", "1", "2", "3"],
    ]
    assert [cell.columns for cell in found.table if cell.row == 0] == [1, 2, 2]
    assert "Table 2 Boats seen by year" in [one.text for one in document.passages]


def test_a_last_row_may_have_no_label() -> None:
    text = "Port\n\n2022\n\n2023\n\nHarl\n\n12\n\n15\n\nQuay\n\n20\n\n31\n\n\n\n32\n\n46\n"
    assert tables(text) == [[
        ["Port", "2022", "2023"], ["Harl", "12", "15"], ["Quay", "20", "31"], ["", "32", "46"],
    ]]  # fmt: skip


def test_a_last_row_that_is_cut_off_keeps_its_cells() -> None:
    text = one_a_line("Port Sail Steam All Harl 12 15 27 Quay 20 31 51 Total 32 46")
    assert tables(text)[0][-1] == ["Total", "32", "46", ""]


def test_rows_with_one_space_between_their_cells() -> None:
    text = "Port Boats seen Boats lost\nHarl 1,012 15\nOld quay 20 (3)\nFord of 1066 7 8\n\nMore.\n"
    assert tables(text) == [[
        ["Port", "Boats seen", "Boats lost"], ["Harl", "1,012", "15"],
        ["Old quay", "20", "(3)"], ["Ford of 1066", "7", "8"],
    ]]  # fmt: skip


def test_numbers_with_spaces_between_thousands_are_not_two_cells() -> None:
    assert tables("Port Boats seen\nHarl 1 012\nQuay 20 300\nFord 7 800\n") == []


def test_a_table_that_was_copied_into_one_line() -> None:
    text = (
        "The force holds this.\n\nQ1 Port Number of Boats Harl 4 Old Quay 21 Ford of Moor 210"
        " Not Recorded 1 Grand Total 236\n\nNothing else is held.\n"
    )
    assert tables(text) == [[
        ["Port", "Number of Boats"], ["Harl", "4"], ["Old Quay", "21"], ["Ford of Moor", "210"],
        ["Not Recorded", "1"], ["Grand Total", "236"],
    ]]  # fmt: skip
    texts = [one.text for one in read_bytes(text.encode()).passages if one.kind != "table"]
    assert texts == ["The force holds this. Q1", "Nothing else is held."]


def test_a_value_alone_ends_a_table_whose_rows_have_several() -> None:
    """Nobody knows below which heading it is."""
    text = one_a_line(
        "Boats Nets Why Harl 1 2 Old Quay 3 4 New Ford 5 6 Old Moor 7 New Beck 8 9 Old"
    )
    assert [rows[-1] for rows in tables(text)] == [["Ford", "5", "6", "Old"]]


def test_the_rows_of_a_table_in_one_line_go_on_in_the_next() -> None:
    head = "Port Boats seen Change on the year"
    text = (
        f"{head} Harl 4 -1 Quay 21 2 Ford 9 10 Moor 3 3 Beck 8 1\n\n"
        f"{head} New Harl 7 5 Sands 1 2 Point 4 4 Ness 5 -6 Cliff 2 2\n"
    )
    (found,) = tables(text)
    assert found[0] == ["Port", "Boats seen", "Change on the year"]
    assert (found[6], len(found)) == (["New Harl", "7", "5"], 11)


def test_lists_of_contents_and_prose_are_no_tables() -> None:
    assert tables("Contents Summary 3 Background 5 Method 9 Results 12 Conclusions 15\n") == []
    assert tables("Harl saw 4 boats, Quay 21 and Ford 9; Moor had 3 of them and Beck 8.\n") == []
    assert tables("Section 4 Section 9 Section 2 Section 1 Section 3\n") == []


def test_a_table_of_one_cell_a_line_after_another_and_text() -> None:
    port = "Port\n2023/24\n2022/23\nHarl\n1,200\n-\nAll\n31%\n7\n"
    between = "What was spent on boats is below; it has no nets, which others pay for each year.\n"
    text = f"What they cost.\n{port}{between}{port}"
    rows = [["Port", "2023/24", "2022/23"], ["Harl", "1,200", "-"], ["All", "31%", "7"]]
    assert tables(text) == [rows, rows]
    assert between.strip() in [one.text for one in read_bytes(text.encode()).passages]
