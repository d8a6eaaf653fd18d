"""What cannot be shown is refused when it is read, by file, row, column and value; what is accepted
can be shown by every command."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from moditrack.validation.records import RECORDS
from tests.harbour import problems

CITY = "colp-2024-02-22"
MAXIM = "mpa-2004-02-16"


def copied(folder: Path) -> Path:
    """The records of two reports: one with tables and claims, one with phases."""
    shutil.copytree(RECORDS, folder)
    for other in ("mpa-2003-05-08", "mpa-2003-10-09"):
        shutil.rmtree(folder / other)
    (folder / "conflicts.toml").write_text("", "utf-8")
    (folder / "findings.toml").unlink()
    for file in ("followups.csv", "claims.csv"):
        (folder / MAXIM / file).unlink(missing_ok=True)
    return folder


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return copied(tmp_path / "records")


def put(path: Path, key: str, **cells: str) -> int:
    """Put cells into the row whose first value is `key`; the row's number in the file."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    (number,) = [n for n, row in enumerate(rows) if row[0] == key]
    for column, value in cells.items():
        rows[number][header.index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    return number + 2


RANGE = {"bound": "range", "value": "", "low": "1", "high": "5"}
DAYS = "needs a first and a last day: outcomes are shown by period"
COUNT = "is not a count: write a whole number like 0 or 12"
NEEDED = "is empty: a cell of this table needs it"
PLACE = "has the same place in the table as another cell"


@pytest.mark.parametrize(
    ("figure", "cells", "named"),
    [
        ("outcome-1-2019", RANGE, "bound: 'range' is not exact, as each cell of this table"
         " must be"),
        ("outcome-1-2019", {"bound": "about"}, "bound: 'about' is not exact, as each cell of this"
         " table must be"),
        ("outcome-1-2019", {"value": "2.5"}, f"value: 2.5 {COUNT}"),
        ("outcome-1-2019", {"value": "-1"}, f"value: -1 {COUNT}"),
        ("outcome-1-2019", {"period": ""}, f"period: '' {DAYS}"),
        ("outcome-1-2019", {"period": "2019-04/.."}, f"period: '2019-04/..' {DAYS}"),
        ("outcome-1-2019", {"agency": ""}, f"agency: '' {NEEDED}"),
        ("outcome-1-2019", {"outcome_label": ""}, f"outcome_label: '' {NEEDED}"),
        ("outcome-1-2019", {"period": "2020"}, f"figure: 'outcome-1-2020' {PLACE}"),
        ("outcome-total-2019", RANGE, "bound: 'range' is not exact, as each cell of this table"
         " must be"),
        ("outcome-total-2019", {"period": ""}, f"period: '' {DAYS}"),
        ("age-11-17-female", {"value": "2.5"}, f"value: 2.5 {COUNT}"),
        ("age-11-17-female", {"sex": ""}, f"sex: '' {NEEDED}"),
        ("age-11-17-female", {"category": ""}, f"category: '' {NEEDED}"),
        ("age-11-17-female", {"characteristic": ""}, f"characteristic: '' {NEEDED}"),
        ("age-11-17-female", {"agency": ""}, f"agency: '' {NEEDED}"),
        ("share-colp", {"printed": "0%", "value": "0"},
         "value: 0 is not above 0: it cannot be compared"),
        ("share-colp", {"printed": "1e9999999%", "value": "1"},
         "printed: '1e9999999%' is not 1 in digits, like 0.13%: it cannot be compared"),
        ("share-national", {"printed": "a quarter", "value": "25"},
         "printed: 'a quarter' is not 25 in digits, like 0.13%: it cannot be compared"),
        ("share-national", RANGE,
         "bound: 'range' is neither exact nor about: it cannot be compared"),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_shown(
    records: Path, figure: str, cells: dict[str, str], named: str
) -> None:
    row = put(records / CITY / "figures.csv", figure, **cells)
    if PLACE in named:
        row += 1  # the second of the two
    found = problems(records)
    assert f"{CITY}/figures.csv: row {row}, {named}" in found


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        ({"inputs": "12"}, "inputs: '12' needs two sides separated by '/'"),
        ({"inputs": "outcome-1-total / 41"}, "inputs: '41' is not a figure"),
        ({"kind": "total", "inputs": "outcome-1-total + 5"}, "inputs: '5' is not a figure"),
        ({"kind": "above-average", "inputs": "outcome-1-total"},
         "inputs: 'outcome-1-total' needs two sides separated by '/'"),
        ({"kind": "above-average", "inputs": "outcome-1-total / 0"},
         "inputs: 'outcome-1-total / 0' must end with a number of months"),
        ({"alternatives": "of 41: outcome-1-total"},
         "alternatives: 'outcome-1-total' needs two sides separated by '/'"),
        ({"kind": "weekday", "inputs": "2024-02-22", "alternatives": "a Friday: 2024-02-23"},
         "alternatives: 'a Friday: 2024-02-23' is not used for weekday: leave it empty"),
        ({"kind": "average", "inputs": "outcome-1-total / 4.5"}, "inputs: '4.5' is not a figure"),
        *(({"kind": kind, "inputs": "outcome-1-share"},  # it would hold whatever is printed
           "inputs: 'outcome-1-share' is the figure that the claim states: name what it is"
           " computed from") for kind in ("same", "total")),
        ({"kind": "ratio", "inputs": "outcome-1-total"},
         "inputs: 'outcome-1-total' needs two sides separated by '/'"),
        ({"kind": "percentage-points", "inputs": "outcome-1-share"},
         "inputs: 'outcome-1-share' needs two sides separated by '->'"),
        ({"kind": "rank", "inputs": "outcome-1-total / nobody"},
         "inputs: 'nobody' is not a figure"),
        ({"kind": "duration", "inputs": "2019"},
         "inputs: '2019' needs two dates separated by '->'"),
        ({"kind": "duration", "inputs": "2019 -> 2019-13"},
         "inputs: '2019-13' is not a date in the calendar"),
        ({"kind": "duration", "inputs": "2019 -> 2023/.."}, "inputs: '2023/..' is open at one end"),
        ({"kind": "duration", "inputs": "2019 -> 2023"},
         "inputs: '2019 -> 2023' cannot be computed for this kind of claim"),  # 2.44 has no unit
        ({"claim": "rounding-rule"},
         "claim: 'rounding-rule' is the id of the rounding check: choose another"),
        ({"stated": "", "printed": "9" * 5000}, "inputs: 'outcome-1-total / outcome-total-total'"
         " cannot be computed for this kind of claim"),
        ({"stated": "", "printed": "1" + " million" * 60}, "inputs: 'outcome-1-total /"
         " outcome-total-total' cannot be computed for this kind of claim"),
        ({"kind": "base", "stated": "", "printed": "5%", "inputs": "outcome-1-2020"},
         "inputs: 'outcome-1-2020' cannot be computed for this kind of claim"),
    ],
)  # fmt: skip
def test_a_claim_that_cannot_be_computed(records: Path, cells: dict[str, str], named: str) -> None:
    row = put(records / CITY / "claims.csv", "outcome-share-1", **cells)
    assert problems(records) == [f"{CITY}/claims.csv: row {row}, {named}"]


def test_a_share_that_is_about_is_compared(records: Path, ask: Callable, run, tmp_path) -> None:
    for figure in ("summary-share-colp", "share-colp"):
        put(records / CITY / "figures.csv", figure, printed="about 0.13%", bound="about")
    database = tmp_path / "own.db"
    assert run("seed", "--records", records, "--db", database).code == 0
    rows = ask("compare", "--db", database)
    assert [(row["reading"], row["colp"], row["national"]) for row in rows] == [
        ("2023", 0.13, 0.24),
        ("2019-2023", 0.13, 0.24),
    ]
    assert "about 0.13%" in run("compare", "--db", database).out
    assert "about 0.13% against 0.24%" in run("report", "--db", database).out


def test_a_document_whose_id_has_no_date(records: Path, run, tmp_path) -> None:
    (records / MAXIM).rename(records / "press-release")
    database = tmp_path / "own.db"
    assert run("seed", "--records", records, "--db", database).code == 0
    report = run("report", "--db", database)
    assert report.code == 0
    assert "as reported on 16 February 2004" in report.out
    from moditrack.dataset import Dataset
    from moditrack.plots import draw

    with Dataset(str(database)) as data:
        drawn = str(draw(data, "maxim").to_dict())
    assert "People charged in Phase 2 (16 February 2004)" in drawn


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        (".".join("a" * 1500) + " = 1", "a: a dict is a key that documents do not have"),
        ("b = " + "[" * 400 + "]" * 400, "b: "),
        ("a = " + "9" * 5000, "file: 'document.toml' is not TOML"),
        ("a = 0x" + "f" * 9000, "a: a int is a key that documents do not have"),
    ],
    ids=["dotted keys", "nested lists", "a long number", "a long hexadecimal number"],
)
def test_toml_that_is_too_deep_or_long(records: Path, toml: str, named: str) -> None:
    path = records / CITY / "document.toml"
    path.write_text(f"{toml}\n{path.read_text('utf-8')}", "utf-8")
    found = problems(records)
    assert any(problem.startswith(f"{CITY}/document.toml: {named}") for problem in found), found
    assert all(len(problem) < 400 for problem in found)


def test_a_nest_of_many_operations(records: Path, run, tmp_path) -> None:
    many = 1100
    with (records / "operations.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"nest-{n},operation,Nest {n}\n" for n in range(many))
    with (records / MAXIM / "statements.csv").open("a", encoding="utf-8") as file:
        file.writelines(
            f"notes.1,nest-{n},,parent,nest-{n - 1},,Nest {n} is a part of Nest {n - 1}\n"
            for n in range(1, many)
        )
    path = records / MAXIM / "responsibilities.csv"
    header, first, *_ = path.read_text("utf-8").splitlines()
    one = dict(zip(header.split(","), next(csv.reader([first])), strict=True))
    with path.open("a", encoding="utf-8", newline="") as file:
        row = one | {"operation": f"nest-{many - 1}", "locator": "notes.1"}
        csv.writer(file).writerow(row.values())
    database = tmp_path / "own.db"
    assert run("seed", "--records", records, "--db", database).code == 0
    for args in (
        ("operations",), ("operations", "nest-0", "--json"), ("figures", "--operation", "nest-0"),
        ("check", "--integrity"), ("report",),
    ):  # fmt: skip
        result = run(*args, "--db", database)
        assert (result.code, result.err) == (0, ""), args
    drawn = run("agencies", "--format", "mermaid", "--db", database)
    assert (drawn.code, drawn.out) == (2, "")
    assert "Mermaid draws at most 500 and 50000: filter it." in drawn.err


def test_operations_that_are_part_of_each_other_are_refused(records: Path) -> None:
    with (records / "operations.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"nest-{n},operation,Nest {n}\n" for n in range(4))
    path = records / MAXIM / "statements.csv"
    last = len(path.read_text("utf-8").splitlines())
    with path.open("a", encoding="utf-8") as file:
        file.writelines(
            f"notes.1,nest-{n},,parent,nest-{above},,Nest {n} is a part of Nest {above}\n"
            for n, above in ((0, 1), (1, 2), (2, 1))  # 0 is only a part of such a circle
        )
    what = "is itself a part of this operation: correct one of their parents"
    assert problems(records) == [
        f"{MAXIM}/statements.csv: row {last + 2}, value: 'nest-2' {what}",
        f"{MAXIM}/statements.csv: row {last + 3}, value: 'nest-1' {what}",
    ]


def test_agencies_that_are_part_of_each_other_are_refused_though_a_parent_is_stated_otherwise(
    records: Path,
) -> None:
    path = records / MAXIM / "statements.csv"
    last = len(path.read_text("utf-8").splitlines())
    with path.open("a", encoding="utf-8") as file:
        file.writelines(
            f"notes.1,,{own},parent,{above},,{own} is a part of {above}\n"
            for own, above in (("ukps", "ukis"), ("ukps", "mps"), ("ukis", "ukps"))
        )
    what = "is itself a part of this agency: correct one of their parents"
    assert problems(records) == [
        f"{MAXIM}/statements.csv: row {last + 1}, value: 'ukis' {what}",
        f"{MAXIM}/statements.csv: row {last + 3}, value: 'ukps' {what}",
    ]


def test_a_document_with_numbers_of_thousands_of_digits(run, tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    million = " million" * 1000
    text.write_text(
        f"Harbour report\n\nThere were {'9' * 5000} boats, 0.{'9' * 5000}% of it, 1{million} men"
        " and 7 cats.\n",
        "utf-8",
    )
    result = run("draft", text, "--id", "harbour-2025-03-01", "-o", tmp_path / "drafts")
    assert (result.code, result.err) == (0, "")
    drafted = (tmp_path / "drafts" / "harbour-2025-03-01" / "figures.csv").read_text("utf-8")
    assert ",7,7,,,exact," in drafted


def test_printed_totals_of_nothing(records: Path, run, tmp_path: Path) -> None:
    for year in range(2019, 2024):
        put(records / CITY / "figures.csv", f"outcome-total-{year}", printed="0", value="0")
    (records / CITY / "claims.csv").unlink()
    database = tmp_path / "own.db"
    assert run("seed", "--records", records, "--db", database).code == 0
    for args in (("outcomes",), ("outcomes", "--json"), ("compare",), ("report",)):
        result = run(*args, "--db", database)
        assert (result.code, result.err) == (0, ""), args
    assert (
        "| 18: Investigation complete no suspect identified | 14 | 1 | 1 | 3 | 6 | 25 |"
        in result.out
    )
