"""Tables by position: labels, roles, units and marks, on invented tables."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.documents.blocks import Cell
from moditrack.documents.cells_and_marks import cell_quantities, mark_of
from moditrack.documents.table_labels import role_of
from moditrack.documents.table_units_and_rounding import Units, units_of_caption, units_of_label
from moditrack.documents.tables import PrintedTable


def table(*lines: str, caption: str = "") -> PrintedTable:
    """A table of lines with | between cells."""
    return PrintedTable.from_rows([line.split("|") for line in lines], caption)


def cells(own: PrintedTable) -> dict[tuple[str, str], str]:
    return {(e.row_name, e.column_name): e.printed for e in own.entries()}


def test_a_gap_is_kept_where_it_is() -> None:
    own = table("|2022|2023", "Charged||3", "Cautioned|4|", "Total|4|3")
    assert cells(own) == {
        ("Charged", "2022"): "", ("Charged", "2023"): "3",
        ("Cautioned", "2022"): "4", ("Cautioned", "2023"): "",
        ("Total", "2022"): "4", ("Total", "2023"): "3",
    }  # fmt: skip


def test_a_row_that_is_too_short_or_too_long_moves_nothing() -> None:
    own = table("|2022|2023", "Charged|1", "Cautioned|2|3|4")
    assert own.entry(1, 2).printed == ""
    assert (own.entry(2, 3).printed, own.entry(2, 3).column_name) == ("4", "")


def test_merged_headings_over_several_rows() -> None:
    own = PrintedTable(
        [
            Cell("", 0, 0), Cell("2022", 0, 1, columns=2), Cell("2023", 0, 3, columns=2),
            Cell("Offence", 1, 0), Cell("Number", 1, 1), Cell("%", 1, 2), Cell("Number", 1, 3),
            Cell("%", 1, 4),
            Cell("Theft", 2, 0), Cell("3", 2, 1), Cell("75", 2, 2), Cell("1", 2, 3),
            Cell("50", 2, 4),
        ]
    )  # fmt: skip
    assert own.header_rows == [0, 1]
    assert list(own.column_names.values()) == [
        "2022 / Number", "2022 / %", "2023 / Number", "2023 / %",
    ]  # fmt: skip
    assert list(own.column_roles.values()) == ["cell", "share", "cell", "share"]
    assert own.entry(2, 2).quantities[0].unit == "percent"


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("Port\tBoats\t\tNets\t\n\t2022\t2023\t2022\t2023",
         ["Boats / 2022", "Boats / 2023", "Nets / 2022", "Nets / 2023"]),
        ("Port\tBoats\t\tNets\t\n\tIn\tOut\tLost\tFound",
         ["Boats / In", "Out", "Nets / Lost", "Found"]),
        ("Port\t\tBoats\t\tNets\n\t2022\t2022\t2023\t2022",
         ["2022", "Boats / 2022", "2023", "Nets / 2022"]),
    ],
)  # fmt: skip
def test_an_empty_heading_above_names_that_repeat(heads: str, names: list[str]) -> None:
    own = table(*heads.replace("\t", "|").split("\n"), "Harl|1|2|3|4", "Quay|5|6|7|8")
    assert list(own.column_names.values()) == names


def test_cells_that_span_rows() -> None:
    own = PrintedTable(
        [Cell("Force", 0, 0), Cell("Sex", 0, 1), Cell("Victims", 0, 2),
         Cell("Harbour", 1, 0, rows=2), Cell("Female", 1, 1), Cell("3", 1, 2),
         Cell("Male", 2, 1), Cell("4", 2, 2)]
    )  # fmt: skip
    assert cells(own) == {("Harbour / Female", "Victims"): "3", ("Harbour / Male", "Victims"): "4"}


def test_a_label_over_more_columns_than_labels_have() -> None:
    own = PrintedTable(
        [
            *(Cell(text, 0, n) for n, text in enumerate(["Panel", "Core", "Result", "Private"])),
            *(Cell(text, 1, n) for n, text in enumerate(["Tin", "Foam", "Fail", "46"])),
            *(Cell(text, 2, n) for n, text in enumerate(["Zinc", "Wool", "Pass", "22"])),
            Cell("Subtotal", 3, 0, columns=3), Cell("68", 3, 3),
            Cell("Below the pier", 4, 0, columns=4),
            *(Cell(text, 5, n) for n, text in enumerate(["Lead", "", "", "9"])),
        ]
    )  # fmt: skip
    assert {name: printed for (name, column), printed in cells(own).items()
            if column == "Private"} == {
        "Tin / Foam / Fail": "46", "Zinc / Wool / Pass": "22", "Subtotal": "68", "Lead": "9",
    }  # fmt: skip
    assert own.groups == {5: "Below the pier"}


def test_two_columns_and_two_rows_of_one_name_are_kept_apart() -> None:
    own = table("Ward|Number|Number", "North|1|2", "North|3|4")
    assert cells(own) == {
        ("North", "Number"): "1", ("North", "Number~2"): "2",
        ("North~2", "Number"): "3", ("North~2", "Number~2"): "4",
    }  # fmt: skip


def test_repeated_headings_are_no_rows() -> None:
    own = table("Ward|2022|2023", "North|1|2", "Ward|2022|2023", "South|3|4")
    assert (own.header_rows, own.body) == ([0, 2], [1, 3])


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        (("Ward|% 2022|% 2023", "North|40%|45%"), [0]),
        (("Grade|1|2|3", "Boats|4|4|9"), [0]), (("Grade|1|5|3", "Boats|4|4|9"), []),
        (("Age|11-17|18-25|+65", "Girls|4|4|9"), [0]),
    ],
)  # fmt: skip
def test_headings_with_numbers(lines: tuple[str, ...], headings: list[int]) -> None:
    assert table(*lines).header_rows == headings


def test_group_rows_and_stub_columns() -> None:
    own = table("Code|Offence|2022|2023", "Violence|||", "1|Assault|3|4", "2|Wounding|1|2",
                "Theft|||", "3|Burglary|5|6")  # fmt: skip
    assert own.stub == [0, 1]
    assert own.groups == {2: "Violence", 3: "Violence", 5: "Theft"}
    assert own.row_names == {2: "1 / Assault", 3: "2 / Wounding", 5: "3 / Burglary"}


def test_a_corner_with_a_colon_heads_the_first_rows_as_others_do() -> None:
    own = table("Days lost:|2013|2014", "All|43|78", "Crews:||", "All|39|73")
    assert own.groups == {1: "Days lost:", 3: "Crews:"}
    assert table("Days lost:|2013|2014", "All|43|78", "Crews||", "All|39|73").groups == {3: "Crews"}


def test_a_stub_of_years_is_no_column_of_numbers() -> None:
    own = table("Year|Offences", "2019|18", "2020|5")
    assert (own.stub, own.columns) == ([0], [1])


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Total", "total"), ("TOTAL:", "total"), ("Grand total", "total"), ("All", "total"),
        ("All offences", "total"), ("Total number of victims", "total"), ("Overall", "total"),
        ("All other offences", "cell"), ("Other", "cell"), ("Totally new", "cell"),
        ("Sub-total", "subtotal"), ("Violence subtotal", "subtotal"),
        ("of which: children", "part"), ("Including fraud", "part"), ("o/w repeat", "part"),
        ("% of total", "share"), ("Share", "share"), ("Per cent", "share"),
        ("% change", "change"), ("Change on 2022", "change"), ("+/-", "change"),
        ("Percentage point change", "change"), ("Rank", "rank"),
        ("Per 1,000 population", "not-added"), ("Charge rate", "not-added"),
        ("Average", "not-added"),
        ("Charged", "cell"), ("2023", "cell"),
    ],
)  # fmt: skip
def test_the_role_that_a_label_gives(label: str, role: str) -> None:
    assert role_of(label) == role


def test_roles_of_rows_and_columns() -> None:
    own = table("Offence|2022|2023|% change|Rank", "Theft|10|20|100%|1",
                "of which bicycles|4|5|25%|", "Fraud|5|5|0%|2", "Total|15|25|67%|")  # fmt: skip
    assert list(own.row_roles.values()) == ["cell", "part", "cell", "total"]
    assert list(own.column_roles.values()) == ["cell", "cell", "change", "rank"]
    assert own.entry(4, 1).role == "total"
    assert own.entry(4, 3).role == "change"
    assert own.entry(2, 1).role == "part"


def test_rows_under_of_which_are_parts_and_percent_signs_make_shares() -> None:
    own = table("|Victims|Of victims", "Adults|10|50%", "Children|10|50%", "of which:||",
                "girls|4|20%", "boys|6|30%")  # fmt: skip
    assert list(own.row_roles.values()) == ["cell", "cell", "part", "part"]
    assert own.column_roles == {1: "cell", 2: "share"}


@pytest.mark.parametrize(
    ("printed", "kind", "high"),
    [
        ("*", "suppressed", None), ("[c]", "suppressed", None), ("c", "suppressed", None),
        ("<5", "suppressed", 4), ("< 10", "suppressed", 9), ("≤4", "suppressed", 4),
        ("fewer than five", "suppressed", 4),
        ("..", "not-available", None), ("n/a", "not-available", None), (":", "not-available", None),
        ("N/A", "not-available", None), ("[x]", "not-available", None),
        ("-", "nil", None), ("–", "nil", None), ("nil", "nil", 0), ("Nil", "nil", 0),
    ],
)  # fmt: skip
def test_marks(printed: str, kind: str, high: int | None) -> None:
    mark = mark_of(printed)
    assert mark is not None
    assert (mark.kind, mark.printed, mark.high) == (kind, printed, high)
    assert cell_quantities(printed) == ()


@pytest.mark.parametrize("printed", ["0", "5", "-5", "", "Charged", "(5)", "<1%", "12*", "<500"])
def test_what_is_no_mark(printed: str) -> None:
    assert mark_of(printed) is None


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("10 (20%)", [("10", ""), ("20", "percent")]),
        ("31 of 41 (76%)", [("31", ""), ("41", ""), ("76", "percent")]),
        ("76% (31)", [("76", "percent"), ("31", "")]),
        ("10\n20%", [("10", ""), ("20", "percent")]),
        ("(1,234)", [("-1234", "")]), ("1,234 [r]", [("1234", "")]), ("12*", [("12", "")]),
        ("45¹", [("45", "")]), ("1,234r", [("1234", "")]), ("£1.2m", [("1200000", "GBP")]),
        ("12 March 2024", []), ("2022/23", []), ("Q1 2023", []), ("see note 3", []),
        ("para 17", []), ("Charged", []), ("", []), ("2019", [("2019", "")]),
    ],
)  # fmt: skip
def test_the_quantities_of_a_cell(printed: str, values: list[tuple[str, str]]) -> None:
    found = [(str(quantity.low), quantity.unit) for quantity in cell_quantities(printed)]
    assert found == values


@pytest.mark.parametrize(
    ("caption", "units"),
    [
        ("Table 3: Spending, £000", Units("GBP", 1000)), ("Budget (£'000s)", Units("GBP", 1000)),
        ("Grants, £m", Units("GBP", 10**6)), ("Grants in £ million", Units("GBP", 10**6)),
        ("Population, in thousands", Units("", 1000)), ("Population (thousands)", Units("", 1000)),
        ("Victims, rounded to the nearest 5", Units("", 1, 5)),
        ("Counts are rounded to nearest ten", Units("", 1, 10)),
        ("Offences, 2022 to 2023", Units()), ("Fraud worth more than £5,000", Units()),
        ("Table 2: 3,000 homes", Units()),
    ],
)  # fmt: skip
def test_what_a_caption_says_of_units(caption: str, units: Units) -> None:
    assert units_of_caption(caption) == units


def test_what_a_label_says_of_units() -> None:
    assert units_of_label("% of victims") == Units("percent")
    assert units_of_label("Percentage point change") == Units("percentage points")
    assert units_of_label("Cost (£000)") == Units("GBP", 1000)
    assert units_of_label("Number") == Units("count")


def test_the_numbers_of_a_table_are_in_its_units() -> None:
    own = table("|Spent|Number|% spent", "Vans|1.2|3|40", caption="Spending, £ million")
    spent, number, share = (own.entry(1, column).quantity for column in (1, 2, 3))
    assert spent is not None
    assert (spent.low, spent.unit, spent.decimals) == (Fraction(1_200_000), "GBP", 1)
    assert number is not None
    assert share is not None
    assert (share.low, share.unit) == (40, "percent")


def test_a_table_of_nothing() -> None:
    for own in (table(""), PrintedTable([]), table("Heading|2022")):
        assert list(own.entries()) == []


def test_ranks_are_no_labels() -> None:
    rows = [["Rank", "Area", "Cases"], ["1", "North", "11"], ["2", "South", "21"]]
    table = PrintedTable.from_rows(rows)
    assert (table.stub, table.columns) == ([1], [0, 2])


def test_a_cell_over_several_columns_that_holds_two_numbers_has_none() -> None:
    cells = [
        Cell("Area", 0, 0), Cell("A", 0, 1), Cell("B", 0, 2),
        Cell("North", 1, 0), Cell("11 12", 1, 1, columns=2),
        Cell("South", 2, 0), Cell("21", 2, 1), Cell("22", 2, 2),
    ]  # fmt: skip
    entries = [entry for entry in PrintedTable(cells).entries() if entry.row == 1]
    assert [(entry.printed, entry.quantities) for entry in entries] == [("11 12", ())] * 2


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # last year's amounts are left of the labels
            ("2017 £||2018 £", "(1,500)|Nets|(2,100)", "900|Rope|800", "(600)|Sum|(1,300)"),
            {("Nets", "2017 £"): "(1,500)", ("Rope", "2018 £"): "800", ("Sum", "2017 £"): "(600)"},
        ),
        (  # numbers of rows, or codes, are part of the label
            ("No.|Port|Boats", "1|Harl|12", "2|Quay|31", "3|Ford|9"),
            {("1 / Harl", "Boats"): "12", ("3 / Ford", "Boats"): "9"},
        ),
        (  # a first row with an amount above others is no heading
            ("Rent|1,800|of the shed", "Nets|792|for two boats", "Rope|1,309|new"),
            {("Rent", ""): "1,800", ("Rope", ""): "1,309", ("Nets", "~2"): "for two boats"},
        ),
    ],
)
def test_where_labels_and_headings_are(
    lines: tuple[str, ...], expected: dict[tuple[str, str], str]
) -> None:
    found = cells(table(*lines))
    assert {place: found.get(place) for place in expected} == expected
