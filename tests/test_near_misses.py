"""What verify says would fit, where a record and the text do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from moditrack.build.load import read_records
from moditrack.documents.document import read_bytes
from moditrack.verify.compare_records import examine
from moditrack.verify.differences import Difference
from tests.harbour import ID, TEXT, one_report, rows, save


@pytest.fixture(scope="module")
def tables(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return read_records(one_report(harbour, tmp_path_factory.mktemp("alone") / "records"))


def compared(
    tables: Any, text: str, changed: tuple[str, int, dict[str, Any]] | None
) -> list[Difference]:
    """The differences of a text from the records, one row changed, but for those of digests and of
    numbers without a row."""
    table, position, cells = changed or ("figure", 0, {})
    own = tables | {
        table: [row | (cells if row.get("position") == position else {}) for row in tables[table]]
    }
    found = examine(read_bytes(text.encode()), ID, own).differences
    return [one for one in found if one.place is None and one.column != "words"]


# Positions of the rows in the files: summary-b2-arrests is row 4 of figures.csv.
SIX = 3


@pytest.mark.parametrize(
    ("old", "new", "cells", "cell", "value", "fits"),
    [
        # a bound
        ("6 arrests", "more than 40 arrests", {"printed": "40", "value": 40},
         "row 4, bound", "exact",
         "the passage has 'more than 40': bound more-than, value 40, low 40"),
        ("6 arrests", "40 or more arrests", {"printed": "40", "value": 40},
         "row 4, bound", "exact",
         "the passage has '40 or more': bound at-least, value 40, low 40"),
        # spacing and case
        ("6 arrests", "£1.2 million",
         {"printed": "£1.2million", "value": 1200000, "measure": "assets-confiscated"},
         "row 4, printed", "£1.2million", "the passage has '£1.2 million'"),
        ("6 arrests", "Twenty Six men", {"printed": "twenty-six", "value": 26},
         "row 4, printed", "twenty-six", "the passage has 'Twenty Six'"),
        # another passage
        ("in line with its two aims", "in line with 44 aims", {"printed": "44", "value": 44},
         "row 4, printed", "44", "'44' is printed in 1"),
        # another number there, or the same in words
        ("6 arrests", "7 arrests", {}, "row 4, printed", "6",
         "the passage has '7': bound exact, value 7"),
        ("6 arrests", "six arrests", {}, "row 4, printed", "6",
         "the passage has 'six': bound exact, value 6"),
        # a value, a part
        ("", "", {"value": 60}, "row 4, value", "60", "value 6"),
        ("6 arrests", "between 6 and 9 arrests",
         {"printed": "between 6 and 9", "value": None, "low": 6, "high": 8, "bound": "range"},
         "row 4, low", "6", "low 6, high 9"),
        ("6 arrests", "two hundred and fifty arrests", {"printed": "two hundred", "value": 200},
         "row 4, printed", "two hundred", "printed 'two hundred and fifty', value 250"),
        # more often in the records than in the text
        ("", "", {"locator": "summary.b1", "printed": "20%", "value": 20, "measure":
         "share-of-offences"}, "row 4, printed", "20%",
         "the passage has '20%' in fewer places than the records"),
    ],
)  # fmt: skip
def test_a_figure(tables, old, new, cells, cell, value, fits) -> None:
    assert TEXT.count(old) == 1 or not old
    text = TEXT.replace(old, new) if old else TEXT
    found = compared(tables, text, ("figure", SIX, cells))
    assert (f"figures.csv, {cell}", value, fits) in [(x.cell, x.value, x.fits) for x in found]


def test_nothing_is_suggested_where_nothing_is_near(tables) -> None:
    text = TEXT.replace("has led to 6 arrests", "has led to arrests")
    (one,) = compared(tables, text, None)
    assert (one.what, one.fits) == (f"'6' is not there ({ID}:summary-b2-arrests)", "")


@pytest.mark.parametrize(
    ("table", "position", "cells", "cell", "fits"),
    [
        ("event", 3, {"date": "2024-06-13", "latest": "2024-06-13"}, "events.csv, row 4, date",
         "date 2024-06-03"),
        ("event", 3, {"printed": "4 June 2024", "date": "2024-06-04", "latest": "2024-06-04"},
         "events.csv, row 4, printed", "the passage has '3 June 2024'"),
        ("event", 3, {"locator": "2", "operation": None}, "events.csv, row 4, printed",
         "'3 June 2024' is printed in 1"),
        ("name", 3, {"name": "Border Buro"}, "names.csv, row 4, name",
         "the passage has 'Border Bureau'"),
        ("name", 3, {"name": "border-bureau"}, "names.csv, row 4, name",
         "the passage has 'Border Bureau'"),
        ("numeral", 1, {"printed": "HP 7-25"}, "numerals.csv, row 2, printed",
         "the passage has 'HP 07-25'"),
        ("passage", 3, {"locator": "summary.b9"}, "passages.csv, row 4, locator",
         "it has this text as summary.p2"),
        ("statement", 3, {"agency": "colp", "operation": None}, "statements.csv, row 4, agency",
         "names.csv has no name of it"),
        ("statement", 3, {"agency": "hp", "operation": None, "locator": "2"}, "", ""),
    ],
)  # fmt: skip
def test_other_rows(tables, table, position, cells, cell, fits) -> None:
    found = compared(tables, TEXT, (table, position, cells))
    own = [(one.cell, one.fits) for one in found if one.file and one.file.startswith(table)]
    assert own == ([(cell, fits)] if cell else [])


@pytest.mark.parametrize(
    ("old", "new", "cell", "what", "fits"),
    [
        ("1. Charged\t1\t3\t4", "1. Charged\t2\t3\t4", "printed",
         "the cell reads '2', not '1'", "printed '2', value 2"),
        ("1. Charged\t1\t3\t4", "1. Charged\t*\t3\t4", "printed",
         "the cell reads '*', not '1'", "printed '*', value empty"),
        ("1. Charged\t1\t3\t4", "1. Charged\t\t3\t4", "printed",
         "the cell reads '', not '1'", "the cell is empty"),
    ],
)  # fmt: skip
def test_a_cell(tables, old, new, cell, what, fits) -> None:
    (one,) = compared(tables, TEXT.replace(old, new), None)
    assert one.what.startswith(what)
    assert (one.column, one.fits) == (cell, fits)


def test_a_row_of_a_table_under_another_name(tables) -> None:
    found = compared(tables, TEXT.replace("1. Charged\t", "1. Charged/Summonsed\t"), None)
    missing = [(one.column, one.fits) for one in found if one.what.endswith("is not there")]
    assert missing[0] == (
        "row", "the table has '1' in row '1. Charged/Summonsed', column '2023'",
    )  # fmt: skip
    assert len(missing) == 3


def test_figures_in_another_order(tables) -> None:
    old = "15 offences were recorded in 2024, of which 20% were charged"
    text = TEXT.replace(old, "20% were charged, of 15 offences that were recorded in 2024")
    (one,) = compared(tables, text, None)
    assert (one.cell, one.fits) == ("figures.csv, row 3", "move row 3 above row 2")


def test_where_the_shared_lists_have_the_name(harbour: Path, tmp_path: Path, run) -> None:
    records = one_report(harbour, tmp_path / "records")
    path = records / ID / "names.csv"
    save(path, [row for row in rows(path) if row["operation"] != "gull"])
    (own,) = run("verify", harbour / "texts", "--records", records, "--json").json
    assert own["differences"][0] == {
        "citation": f"{ID}#summary.b2",
        "what": "no name of 'gull' is printed here or above (figure)",
        "file": "figures.csv",
        "row": 4,
        "column": "operation",
        "value": "gull",
        "fits": "'Operation Gull' is: add it to names.csv",
    }


def test_the_publisher_is_given_once_for_a_document(harbour: Path, tmp_path: Path, run) -> None:
    records = one_report(harbour, tmp_path / "records")
    path = records / ID / "names.csv"
    save(path, [row for row in rows(path) if row["agency"] != "hp"])
    (own,) = run("verify", harbour / "texts", "--records", records, "--json").json
    assert own["differences"] == []


def test_a_number_without_a_row_that_a_row_has_elsewhere(tables) -> None:
    own = tables | {
        "figure": [
            row | ({"locator": "1"} if row["position"] == SIX else {}) for row in tables["figure"]
        ]
    }
    found = examine(read_bytes(TEXT.encode()), ID, own).differences
    (one,) = (one for one in found if one.place is not None)
    assert one.what.startswith("'6' is not accounted for")
    assert one.fits == "figures.csv, row 4 has it in 1"
