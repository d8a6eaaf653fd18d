"""Totals of groups of columns or rows, and of rows indented below one, with sums done by hand."""

from __future__ import annotations

from moditrack.checks.tables import check_table
from moditrack.documents.blocks import Cell
from moditrack.documents.tables import PrintedTable

Claim = tuple[str, str, str, str, tuple[str, ...]]


def grouped(*rows: str) -> PrintedTable:
    """A table with two rows of headings, of which the first is over two columns each."""
    cells = [Cell("", 0, 0, 2, 1, header=True)]
    for at, name in enumerate(rows[0].split("|")):
        cells.append(Cell(name, 0, 1 + 2 * at, 1, 2, header=True))
    for number, line in enumerate(rows[1:], start=1):
        texts = line.split("|")
        cells += [Cell(text, number, at, header=number == 1) for at, text in enumerate(texts)]
    return PrintedTable(cells)


def claims(table: PrintedTable) -> list[Claim]:
    """What each derived number is, what came out, how it is paired and from which cells."""
    return [
        (
            one.entry.description,
            one.stated.printed,
            one.result.verdict,
            one.pairing,
            tuple(entry.printed for entry in one.inputs),
        )
        for one in check_table(table)
    ]


HEADS = ("Total|Men|Women", "|Under 18|18 and over|Under 18|18 and over|Under 18|18 and over")
RIGHT = ("North|5|20|3|12|2|8", "South|7|33|4|21|3|12")


def test_the_columns_of_a_total_are_those_of_the_groups_beside_it() -> None:
    assert claims(grouped(*HEADS, *RIGHT)) == [
        ("North, Total / Under 18", "5", "consistent", "explicit", ("3", "2")),
        ("South, Total / Under 18", "7", "consistent", "explicit", ("4", "3")),
        ("North, Total / 18 and over", "20", "consistent", "explicit", ("12", "8")),
        ("South, Total / 18 and over", "33", "consistent", "explicit", ("21", "12")),
    ]


def test_a_wrong_cell_of_a_group_shows_in_its_total() -> None:
    found = claims(grouped(*HEADS, "North|5|20|3|12|2|8", "South|7|33|4|21|3|18"))
    assert [one for one in found if one[2] != "consistent"] == [
        ("South, Total / 18 and over", "33", "inconsistent", "explicit", ("21", "18"))
    ]


def test_groups_that_do_not_make_the_total_are_no_misfit() -> None:
    found = claims(grouped(*HEADS, "North|50|200|3|12|2|8", "South|70|330|4|21|3|12"))
    assert not [one for one in found if one[2] == "inconsistent" and one[3] == "explicit"]


def test_a_group_that_breaks_down_the_total_in_another_way_is_left_out() -> None:
    heads = (HEADS[0] + "|Disabled", HEADS[1] + "|Under 18|18 and over")
    found = claims(grouped(*heads, "North|5|20|3|12|2|8|1|0", "South|7|33|4|21|3|12|0|0"))
    assert {one[2:4] for one in found} == {("consistent", "explicit")}
    assert ("North, Total / Under 18", "5", "consistent", "explicit", ("3", "2")) in found


def test_a_total_is_that_of_its_own_columns_and_of_the_groups() -> None:
    heads = ("Total|Men|Women", "|Young|Total|Young|Total|Young|Total")
    found = claims(grouped(*heads, "North|5|20|3|12|2|8", "South|7|33|4|21|3|12"))
    assert ("South, Total", "33", "consistent", "explicit", ("21", "12")) in found


def test_groups_of_rows_make_the_group_that_is_their_total() -> None:
    lines = [
        "Force|2023|2024", "North", "Men|3|4", "Women|2|3", "South", "Men|12|21", "Women|8|12",
        "All forces", "Men|15|25", "Women|10|16",
    ]  # fmt: skip
    found = claims(PrintedTable.from_rows([line.split("|") for line in lines]))
    assert ("All forces / Men, 2023", "15", "consistent", "explicit", ("3", "12")) in found
    assert ("All forces / Women, 2024", "16", "inconsistent", "explicit", ("3", "12")) in found


def indented(*rows: tuple[float, str]) -> PrintedTable:
    """A table whose labels begin so many points from the left."""
    cells = [Cell(text, 0, at, header=True) for at, text in enumerate(("Offence", "A", "B", "C"))]
    for number, (left, line) in enumerate(rows, start=1):
        for at, text in enumerate(line.split("|")):
            box = (left, 10.0 * number, left + 40, 10.0 * number + 9) if at == 0 else None
            cells.append(Cell(text, number, at, box=box, page=1))
    return PrintedTable(cells)


NESTED = (
    (40.0, "Theft|10|20|31"), (46.0, "Bikes|4|8|11"), (46.0, "Cars|6|12|20"),
    (40.0, "Fraud|5|6|7"), (40.0, "Total|15|26|38"),
)  # fmt: skip


def test_a_row_indented_below_another_is_not_counted_twice_in_the_total() -> None:
    assert indented(*NESTED).parents == {2: 1, 3: 1}
    found = [one for one in claims(indented(*NESTED)) if one[0].startswith("Total")]
    assert found == [
        ("Total, A", "15", "consistent", "explicit", ("10", "5")),
        ("Total, B", "26", "consistent", "explicit", ("20", "6")),
        ("Total, C", "38", "consistent", "explicit", ("31", "7")),
    ]


def test_rows_indented_below_another_are_its_parts_but_never_a_misfit() -> None:
    found = [one for one in claims(indented(*NESTED)) if one[0].startswith("Theft")]
    assert found == [
        ("Theft, A", "10", "consistent", "inferred", ("4", "6")),
        ("Theft, B", "20", "consistent", "inferred", ("8", "12")),
        ("Theft, C", "31", "consistent", "inferred", ("11", "20")),
    ]
    some = ((40.0, "Theft|99|20|31"), *NESTED[1:4])
    found = claims(indented(*some))
    assert found and all(one[3] == "inferred" for one in found)


def test_a_total_below_the_last_of_several_groups_need_not_be_its_own() -> None:
    lines = [
        "Person|2022|2023|2024", "By sex", "Men|60|61|70", "Women|40|41|50", "By age",
        "Young|70|71|80", "Old|28|31|39", "Total|100|102|120",
    ]  # fmt: skip
    table = PrintedTable.from_rows([line.split("|") for line in lines])
    assert not [one for one in claims(table) if one[2] == "inconsistent" and one[3] == "explicit"]


def test_a_cell_over_two_columns_with_two_numbers_is_no_value() -> None:
    cells = [Cell(text, 0, at, header=True) for at, text in enumerate(("Force", "A", "B", "Total"))]
    cells += [Cell("North", 1, 0), Cell("3 4", 1, 1, 1, 2), Cell("7", 1, 3)]
    cells += [Cell("South", 2, 0), Cell("12; 21", 2, 1, 1, 2), Cell("33", 2, 3)]
    assert [entry.quantities for entry in PrintedTable(cells).entries() if entry.column == 1] == [
        (), ()
    ]  # fmt: skip


def plain(*rows: str) -> PrintedTable:
    """A table with one row of headings."""
    return PrintedTable(
        [
            Cell(text, number, at, header=number == 0)
            for number, line in enumerate(rows)
            for at, text in enumerate(line.split("|"))
        ]
    )


def misfits(table: PrintedTable) -> list[tuple[str, str]]:
    return [one[:2] for one in claims(table) if one[2] == "inconsistent" and one[3] == "explicit"]


BEDS = "County|Others|Local|Contract|Total"


def test_a_count_that_is_nowhere_in_the_total_is_no_part_of_it() -> None:
    rows = "North|0|5|2|7", "South|3|8|3|11", "East|2|6|1|7", "West|4|9|0|9"
    found = claims(plain(BEDS, *rows))
    assert misfits(plain(BEDS, *rows)) == []
    assert ("East, Total", "7", "consistent", "explicit", ("6", "1")) in found


def test_one_total_that_leaves_a_part_out_is_a_misfit() -> None:
    rows = "North|0|5|2|7", "South|1|8|3|12", "East|2|6|1|7", "West|4|9|0|13"
    assert misfits(plain(BEDS, *rows)) == [("East, Total", "7")]


RATES = "Crime|Recorded|Solved|Of these"


def test_shares_below_a_total_of_counts_are_no_parts_of_it() -> None:
    rows = "Theft|40|30|17.5", "Fraud|20|15|25.2", "Total|60|45|20.1"
    assert misfits(plain(RATES, *rows)) == []


def test_amounts_with_decimals_that_do_not_add_up_are_a_misfit() -> None:
    rows = "Theft|40.5|36|1", "Fraud|20.0|25|2", "Arson|1.0|4|3", "Total|61.5|66|6"
    assert misfits(plain("Crime|Cost|Cases|Officers", *rows)) == [("Total, Cases", "66")]


SECTIONS = """
Kind|Port|Boats
Yawls|Harl|164
Yawls|Quay|126
Yawls|Ford|74
Yawls|Total yawls {word}|{total}
Barges|Harl|106
Barges|Quay|147
Barges|Total barges {other}|253
"""


def of_sections(word: str, total: str, other: str = "moored") -> PrintedTable:
    text = SECTIONS.format(word=word, total=total, other=other)
    return PrintedTable.from_rows([row.split("|") for row in text.strip().splitlines()])


def test_a_total_that_names_its_section_is_that_of_its_rows() -> None:
    # 164 + 126 + 74 = 364; 106 + 147 = 253
    assert misfits(of_sections("moored", "364")) == []
    assert misfits(of_sections("moored", "346")) == [("Yawls / Total yawls moored, Boats", "346")]
    # other things are counted, or all rows but one
    assert misfits(of_sections("lost", "12")) == []
    assert misfits(of_sections("moored", "238")) == []


def test_of_which_ends_before_a_row_that_is_more_than_its_whole() -> None:
    rows = ["|2021|2022", "Boats|90|120", "of which:||", "Sails|50|70", "Oars|30|40", "Ropes|25|20",
            "Nets|300|310", "Total|415|450"]  # fmt: skip
    table = PrintedTable.from_rows([row.split("|") for row in rows])
    assert list(table.row_roles.values()) == ["cell", "part", "part", "cell", "cell", "total"]
    totals = [claim[1:3] for claim in claims(table) if len(claim[4]) > 1]
    assert totals == [
        ("415", "consistent"), ("450", "consistent"),
    ]  # fmt: skip
    # The first row is a part, and so are all where each may be one.
    more = PrintedTable.from_rows([row.split("|") for row in [*rows[:3], "Sails|95|125"]])
    assert [claim[2] for claim in claims(more)] == ["impossible", "impossible"]
    lost = [*rows[:3], "Sails|50|70", "Refunds|-80|-20", "Nets|100|", "Total|190|120"]
    roles = PrintedTable.from_rows([row.split("|") for row in lost]).row_roles
    assert list(roles.values()) == ["cell", "part", "part", "cell", "total"]
    both = [*rows[:3], "Men|50|60", "Women|40|60", "Old|80|90"]
    roles = PrintedTable.from_rows([row.split("|") for row in both]).row_roles
    assert list(roles.values()) == ["cell", "part", "part", "part"]


def test_a_footnote_mark_makes_no_other_name() -> None:
    rows = ["|2021|2022", "Nets (£m)||", "March (1)|5|6", "July|6|7", "Oars (£m)||", "March|9|8",
            "July (2)|7|8"]  # fmt: skip
    assert list(PrintedTable.from_rows([row.split("|") for row in rows]).row_names.values()) == [
        "Nets (£m) / March (1)", "Nets (£m) / July", "Oars (£m) / March", "Oars (£m) / July (2)",
    ]  # fmt: skip
