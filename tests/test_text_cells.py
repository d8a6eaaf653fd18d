"""Tables in plain text whose cells are hard to place: groups, headings on two lines, tight gaps."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (  # a pipe ends each line
            "Harbour |\nBoats: in |\nBoats: out |\nHarl |\n12 |\n9 |\nQuay |\n |\n31 |\n",
            [["Harbour", "Boats: in", "Boats: out"], ["Harl", "12", "9"], ["Quay", "", "31"]],
        ),
        (  # a ruler says how many columns there are
            "Boat |\nKind |\n---|---|\nElla |\n31b |\nMaud |\n7 |\n",
            [["Boat", "Kind"], ["Ella", "31b"], ["Maud", "7"]],
        ),
        (  # a row begins with a pipe and ends on the line below
            "| What | Total |\n| Boats |\n452 |\n| Share lost |\n9 per cent |\n",
            [["What", "Total"], ["Boats", "452"], ["Share lost", "9 per cent"]],
        ),
        (  # pipes on lines of their own
            "Cost |\n£ |\n| 2006-07 | 2005-06 |\nHarl\n|\n401\n|\n272\n|\n"
            "Quay\n|\n974\n|\n0.00\n|\n",
            [["", "2006-07", "2005-06"], ["Harl", "401", "272"], ["Quay", "974", "0.00"]],
        ),
        (  # a row whose label is above it, breaks within cells
            "||Free|Tied|\n|---|---|---|\n|Gifts<br>and boats|2|3|\n|Nets|||\n||4|5|\n",
            [["", "Free", "Tied"], ["Gifts and boats", "2", "3"], ["Nets", "4", "5"]],
        ),
        (  # short rulers, bold labels
            "|Port|Boats|\n|:--|--:|\n|**Harl**|12|\n|Quay|20*|\n",
            [["Port", "Boats"], ["Harl", "12"], ["Quay", "20*"]],
        ),
        (  # units in words
            "Port\nShare\nCost\nHarl\n4 per cent\n£1.2 million\nQuay\n9 per cent\n£3 million\n",
            [["Port", "Share", "Cost"], ["Harl", "4 per cent", "£1.2 million"],
             ["Quay", "9 per cent", "£3 million"]],
        ),
        (  # words end each row
            "Port\nBoats\nStatus\nHarl\n12\nOpen\nQuay\n20\nShut\nFord\n4\nOpen\n",
            [["Port", "Boats", "Status"], ["Harl", "12", "Open"], ["Quay", "20", "Shut"],
             ["Ford", "4", "Open"]],
        ),
        (  # blank cells, units, and reasons for some of the rows
            "Spent\n\nOver\n\nLeft\n\nReasons\n\n1\n\n2\n\n3\n\n£'000\n\n£'000\n\n£'000\n\n"
            "Harl\n\n592\n\n \n\n3\n\nThe boats were late, and so were the nets.\n\n"
            "Quay\n\n(391)\n\n5\n\n4\n\nFord\n\n7\n\n8\n\nMoor\n\n9\n\n1\n\n2\n\n"
            "Later. It rained.\n",
            [["", "Spent", "Over", "Left", "Reasons"], ["", "£'000", "£'000", "£'000", ""],
             ["Harl", "592", "", "3", "The boats were late, and so were the nets."],
             ["Quay", "(391)", "5", "4", ""], ["Ford", "7 8", "", "", ""],  # which two?
             ["Moor", "9", "1", "2", ""]],
        ),
        (  # a heading on a line each above rows
            "Harbours\n\nMonth\n\nBoats due\n\nBoats in time\n\nShare\n\nMay 167 154 92%\n",
            [["Month", "Boats due", "Boats in time", "Share"], ["May", "167", "154", "92%"]],
        ),
        (  # headings that begin alike, a label above its numbers
            "Number of boats seen Number of boats not seen Number of boats lost\n"
            "Harl 36 4 2\nQuay 21 5 3\n\nFord (old)\n\n17  8  1\n",
            [
                ["", "Number of boats seen", "Number of boats not seen", "Number of boats lost"],
                ["Harl", "36", "4", "2"], ["Quay", "21", "5", "3"], ["Ford (old)", "17", "8", "1"],
            ],
        ),
        (  # years that head columns, a label above the numbers
            "Boats lost\n\n2013 2014 2015\n\nBoats lost\n\n1997 2193 2515\n",
            [["", "2013", "2014", "2015"], ["Boats lost", "1997", "2193", "2515"]],
        ),
        (  # years that head rows, a share in brackets, a heading in brackets
            "Year All (a) Lost\n2021 2,107 9 (4%)\n2020 1,977 7 (3%)\n",
            [["Year", "All (a)", "Lost"], ["2021", "2,107", "9 (4%)"], ["2020", "1,977", "7 (3%)"]],
        ),
        (  # no labels, and signs that are set apart
            "Before After Change\n\n3,455 3,561 + 106\n\n454 449 - 5\n\n31 33 + 2\n",
            [
                ["", "Before", "After", "Change"], ["", "3,455", "3,561", "+ 106"],
                ["", "454", "449", "- 5"], ["", "31", "33", "+ 2"],
            ],
        ),
    ],
)  # fmt: skip
def test_tables_copied_from_pages(text: str, rows: list[list[str]]) -> None:
    assert tables(text) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour\n\nWrite to us\n\nThe quay\n\nBoats: 020 7123 4567\nNets: 020 7123 4568\n",
        "In Harl\n\nOld boats\n\nIn all 23 14 12\n",  # one row below what need not be headings
        "First Number Second Number\nHarl 1 2 3 4\nQuay 5 6 7 8\nFord 9 1 2 3\n",  # two, not four
        "Make |\nModel |\nElla |\n31b |\nMaud |\nOld |\n",  # nothing says how wide it is
        "Totals 2020 2019\nNets 20976 31080 97\nReports 380 373\nBoats 4 5\n",  # too many numbers
        "Contents Page\nHarl 2\nQuay 5\nFord 9\n",
        "The ports below took part in the count that was held on the quay.\nHarl\nOld quay\n"
        "Ford\nMoor\nBeck\nSands\nNess\nPoint\n",
        "|\n|\nBoats were seen.\n",
        "Write to these, or ring them on the days that are below.\nHarl\n12\nQuay\n20\nFord\n"
        "31\nMoor\n4\n",
    ],
)
def test_what_has_no_sure_columns_is_no_table(text: str) -> None:
    assert tables(text) == []


BOATS = [["", "2022", "2023"], ["Harl", "12", "15"], ["Quay", "20", "31"], ["Ford", "4", "5"]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Table 1: Boats\nPort 2022 2023\nHarl 12 15\nQuay 20 31\nFord 4 5\n",
         [["Port", "2022", "2023"], *BOATS[1:]]),
        ("Port 2022 2023\nNorth\nHarl 12 15\nQuay 20 31\nSouth\nFord 4 5\n",
         [["Port", "2022", "2023"], ["North", "", ""], *BOATS[1:3], ["South", "", ""], BOATS[3]]),
        ("Boats 2022 2023\nHarl and what is\nbeyond it 12 15\nQuay 20 31\nFord 4 5\n",
         [["Boats", "2022", "2023"], ["Harl and what is beyond it", "12", "15"], *BOATS[2:]]),
        ("2022 2022 2023 2023\nPort Boats Nets Boats Nets\nHarl 1 2 3 4\nQuay 5 6 7 8\n"
         "Ford 1 2 3 4\n",
         [["", "2022", "2022", "2023", "2023"], ["Port", "Boats", "Nets", "Boats", "Nets"],
          ["Harl", "1", "2", "3", "4"], ["Quay", "5", "6", "7", "8"],
          ["Ford", "1", "2", "3", "4"]]),
        ("2018 2019 % Change\nHarl 36 36 0%\nQuay 21 23 10%\nFord 4 5 25%\n",
         [["", "2018", "2019", "% Change"], ["Harl", "36", "36", "0%"],
          ["Quay", "21", "23", "10%"], ["Ford", "4", "5", "25%"]]),
        ("Item Budget Spent\nBoats £1.2m £1.1m\nNets £300k £280k\nRope £12,000 £11,500\n",
         [["Item", "Budget", "Spent"], ["Boats", "£1.2m", "£1.1m"], ["Nets", "£300k", "£280k"],
          ["Rope", "£12,000", "£11,500"]]),
        ("Port Number of boats\nHarl 12\nQuay 31\nFord 4\n",
         [["Port", "Number of boats"], ["Harl", "12"], ["Quay", "31"], ["Ford", "4"]]),
        ("Year\nBoats\nNets\n2021\n12\n15\n2022\n20\n31\n",
         [["Year", "Boats", "Nets"], ["2021", "12", "15"], ["2022", "20", "31"]]),
        (  # the headings are there twice, pipes on lines of their own
            "Boats were seen.\nPort\n|\nBoats\n|\nShare\n|\nPort\n|\nBoats\n|\nShare\n|\n"
            "Harl\n|\n12\n|\n31%\n|\nQuay\n|\n20\n|\n69%\n|\n",
            [["Port", "Boats", "Share"], ["Harl", "12", "31%"], ["Quay", "20", "69%"]],
        ),
        (  # ages for labels
            "Boats lost\n\n2003/04\n\n2004/05\n\nBoats\n\nAge:\n\n4 and under\n\n20\n\n60\n\n"
            "5\n\n50\n\n40\n\n6\n\n90\n\n60\n\n7\n\n8\n\n*\n\nTotal\n\n168\n\n160\n",
            [["Boats lost", "2003/04", "2004/05"], ["Boats", "", ""], ["Age:", "", ""],
             ["4 and under", "20", "60"], ["5", "50", "40"], ["6", "90", "60"], ["7", "8", "*"],
             ["Total", "168", "160"]],
        ),
        ("Boats | 12 |\nNets | 15 |\nRope | 31 |\n",
         [["Boats", "12"], ["Nets", "15"], ["Rope", "31"]]),
        ("Port | Boats\n2022 | Nets |\n---|---|---|\nHarl | 12 | 15 |\nQuay | 20 | 31 |\n",
         [["Port", "Boats 2022", "Nets"], *BOATS[1:3]]),
        ("| Port | 2022 | 2023 |\n\n| Harl | 12 | 15 |\n\n| Quay | 20 | 31 |\n",
         [["Port", "2022", "2023"], *BOATS[1:3]]),
        ("Port                 Boats    Nets\nHarl                    12      15\n"
         "The quay that is\n  by the church         20      31\n"
         "Ford                     4       5\n",
         [["Port", "Boats", "Nets"], BOATS[1], ["The quay that is by the church", "20", "31"],
          BOATS[3]]),
        ("                  Number of   Share of\nPort                  boats        all\n"
         "Harl                     12        15%\nQuay                     20        31%\n",
         [["", "Number of", "Share of"], ["Port", "boats", "all"], ["Harl", "12", "15%"],
          ["Quay", "20", "31%"]]),
    ],
)  # fmt: skip
def test_more_tables_in_text(text: str, rows: list[list[str]]) -> None:
    assert tables(text) == [rows]


def test_a_table_of_one_cell_a_line_after_another_and_text() -> None:
    port = "Port\n2023/24\n2022/23\nHarl\n1,200\n-\nAll\n31%\n7\n"
    between = "What was spent on boats is below; it has no nets, which others pay for each year.\n"
    text = f"What they cost.\n{port}{between}{port}"
    rows = [["Port", "2023/24", "2022/23"], ["Harl", "1,200", "-"], ["All", "31%", "7"]]
    assert tables(text) == [rows, rows]
    assert between.strip() in [one.text for one in read_bytes(text.encode()).passages]
