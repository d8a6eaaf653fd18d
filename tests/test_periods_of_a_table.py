"""Tables of outcomes and victims whose periods, forces or cells cannot be shown as they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from moditrack.build.load import read_records
from moditrack.cli import main
from moditrack.validation.records import RecordsError
from tests.harbour import needs
from tests.other_force import CHARGED, ID, NONE, every_table, outcomes, records, victims


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        ({"period": "2023-04/.."}, "needs a first and a last day: outcomes are shown by period"),
        ({"period": ""}, "needs a first and a last day: outcomes are shown by period"),
        ({"period": "2022-04-01/2023-03-31"}, "has the same place in the table as another cell"),
    ],
)
def test_a_period_that_cannot_be_shown(tmp_path: Path, cells: dict[str, str], named: str) -> None:
    figures = every_table()
    place = next(n for n, row in enumerate(figures) if row["period"] == "FY2023")
    figures[place] |= cells
    with pytest.raises(RecordsError) as error:
        read_records(records(tmp_path / "records", figures))
    assert any(named in problem for problem in error.value.problems), error.value.problems


def test_a_sex_is_needed_where_others_of_the_table_have_one(tmp_path: Path) -> None:
    figures = list(victims("ages", "2023", {"Under 18": (3, 4)}, ("female", "male")))
    figures[1]["sex"] = ""
    with pytest.raises(RecordsError) as error:
        read_records(records(tmp_path / "records", figures))
    assert "sex: '' is empty: a cell of this table needs it" in error.value.problems[0]


def test_a_heading_that_is_another_period_is_not_shown(ask, tmp_path: Path) -> None:
    spans = (
        ("Year 1", "FY2021"),
        ("2022", "FY2022"),
        ("Apr-Jun 2023", "2023-Q2"),
        ("Q9", "2023-Q3"),
    )
    cells = list(outcomes("t", spans, ((1, 2, 3, 4), (1, 1, 1, 1), (0, 0, 0, 0))))
    database = tmp_path / "own.db"
    folder = records(tmp_path / "records", cells)
    assert main(["seed", "--records", str(folder), "--db", str(database)]) == 0
    found = ask("outcomes", "--agency", "QP", "--outcome", "1", "--db", database)
    assert [(row["period"], row["year"], row["offences"]) for row in found] == [
        ("2021/22", None, 1), ("2022/23", None, 2), ("Apr-Jun 2023", None, 3),
        ("2023-07 to 2023-09", None, 4),
    ]  # fmt: skip


def test_years_that_overlap_are_not_added_up(run: Any, tmp_path: Path) -> None:
    spans = (
        ("Year ending June 2023", "2022-07/2023-06"),
        ("Year ending September 2023", "2022-10/2023-09"),
    )
    cells = list(outcomes("t", spans, ((1, 2), (3, 5), (0, 0))))
    database = tmp_path / "own.db"
    folder = records(tmp_path / "records", cells, only=True)
    assert run("seed", "--records", folder, "--db", database).code == 0
    out = run("outcomes", "--db", database).out
    assert "Year ending September 2023: 5 of 7 had no suspect" in out
    (total,) = [line for line in out.splitlines() if line.startswith("Total")]
    assert total.split() == ["Total", "4", "7"]
    assert "Change on" not in out  # the one does not follow the other
    assert "p = " not in out  # offences of both years are in both counts


def test_two_forces_in_one_table_are_two_tables(run: Any, ask: Any, tmp_path: Path) -> None:
    cells = [
        {"locator": "t", "table": "t", "measure": "outcome-offences", "period": "FY2023",
         "row": label, "column": column, "cell": cell, "outcome_label": own, "agency": force,
         "value": value}
        for label, own, cell, values in (
            (CHARGED, CHARGED, "cell", "23"), (NONE, NONE, "cell", "47"),
            ("All", "", "column-total", "68"),
        )
        for (column, force), value in zip(
            (("QP", "quay"), ("CoLP", "colp")), values, strict=True)
    ]  # fmt: skip
    totals = [
        {"locator": "t", "table": "t", "measure": "outcome-offences", "period": "FY2023",
         "row": label, "column": "Both", "cell": cell, "outcome_label": own, "agency": "",
         "value": value}
        for label, own, cell, value in (
            (CHARGED, CHARGED, "row-total", "5"), (NONE, NONE, "row-total", "11"),
            ("All", "", "grand-total", "14"),
        )
    ]  # fmt: skip
    database = tmp_path / "own.db"
    folder = records(tmp_path / "records", [*cells, *totals], only=True)
    assert run("seed", "--records", folder, "--db", database).code == 0
    found = ask("outcomes", "--db", database)
    assert [(row["force"], row["offences"], row["year_total"]) for row in found] == [
        ("colp", 3, 8), ("colp", 7, 8), ("quay", 2, 6), ("quay", 4, 6),
    ]  # fmt: skip
    tables = run("outcomes", "--db", database).out.split("Offences by outcome, ")[1:]
    assert [part.splitlines()[0] for part in tables] == [
        f"City of London Police, 2023/24, {ID}: 8", f"Quay Police, 2023/24, {ID}: 6",
    ]  # fmt: skip
    assert "14" not in "".join(line for line in tables[1].splitlines() if line.startswith("Total"))
    assert "7 of 8" in tables[0]
    assert "4 of 6" in tables[1]


def test_a_table_that_lacks_a_cell_is_not_shown(run: Any, ask: Any, tmp_path: Path) -> None:
    """Its sums and shares would be those of a smaller table."""
    folder = records(tmp_path / "records", only=True)
    figures = folder / ID / "figures.csv"
    needs(figures, "cell-9", "value?")  # of the financial years
    needs(figures, "cell-36", "value?")  # of the victims of 2023/24
    database = tmp_path / "own.db"
    result = run("seed", "--records", folder, "--db", database)
    assert (result.code, result.err) == (0, "")
    assert (
        f"{ID}: 2 rows unfinished (2 in figures.csv; 14 other rows wait for these)." in result.out
    )
    assert {row["period"] for row in ask("outcomes", "--db", database)} == {
        "2022", "2023", "Q1 2024/25", "Q2 2024/25", "Q3 2024/25", "Q4 2024/25",
    }  # fmt: skip
    assert {row["period"] for row in ask("victims", "--db", database)} == {"2024/25"}
