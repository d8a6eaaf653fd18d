"""Tables of plain text, whole, as pages and other programs leave them."""

from __future__ import annotations

import pytest

from tests.test_text_cells import tables


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
        (  # headings of several words over numbers that leave gaps below them
            "Year      Boats given a berth   % of total boats\n"
            "2002/03   301                   1.76%"
            "\n2003/04   368                   1.98%\n2004/05   477                   2.4%\n",
            [["Year", "Boats given a berth", "% of total boats"], ["2002/03", "301", "1.76%"],
             ["2003/04", "368", "1.98%"], ["2004/05", "477", "2.4%"]],
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
        (  # years that begin rows, words that end them; headings of two words each
            "Year Boats Seen Boats Lost Harbour Master\n2021 3 1 Lee\n2020 2 2 Ann Lee\n"
            "2019 4 0 Moor\n\nAll is well.\n",
            [
                ["Year", "Boats Seen", "Boats Lost", "Harbour Master"], ["2021", "3", "1", "Lee"],
                ["2020", "2", "2", "Ann Lee"], ["2019", "4", "0", "Moor"],
            ],
        ),
        (  # labels that end in Team, below two headings in capitals, and another row far below
            "Staff Groups Numbers Reached\nHarl Team 22\nQuay Team 5\nFord Team 36\n\nNew"
            " staff\n\n2018 2019 2020\n\n14 24 33\n",
            [
                ["Staff Groups", "Numbers Reached"], ["Harl Team", "22"], ["Quay Team", "5"],
                ["Ford Team", "36"],
            ],
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
        "- 575 old boats\n- 320 new boats\n\nHarbour Support\n\n- 33865 visits, 31% lower than Q1"
        " 2007 (48800)\n- 4770 calls, 4% higher than Q1 2007 (4575)\n",
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
        (  # marks for few among the cells, a name of two words before the years and after them
            "Kind of Boat 2021 2022 2023 Grand Total\nYawls (with oars) 12 <5* 8 23\n"
            "5.1 Barges 31 - 9 40\nGrand Total 43 <5* 17 63\n",
            [["Kind of Boat", "2021", "2022", "2023", "Grand Total"],
             ["Yawls (with oars)", "12", "<5*", "8", "23"], ["5.1 Barges", "31", "-", "9", "40"],
             ["Grand Total", "43", "<5*", "17", "63"]],
        ),
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
