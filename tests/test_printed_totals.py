"""Totals, marks and parts in the records of the invented report: shown as printed, never twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from moditrack.cli import main
from tests.harbour import ID, one_report, rows, save

FIRST, LAST = "1. Charged", "18: Investigation complete no suspect identified"
CHARGED = "outcome-1-charged-2024"
Edit = Callable[[list[dict[str, str]]], list[dict[str, str]]]


@pytest.fixture
def seeded(harbour: Path, tmp_path: Path) -> Any:
    """Build a database from the report's records with its figures edited, and without claims."""

    def call(edit: Edit, labels: str = "") -> tuple[int, Path]:
        records = one_report(harbour, tmp_path / "records")
        folder = records / ID
        (folder / "claims.csv").unlink()
        save(folder / "figures.csv", edit(rows(folder / "figures.csv")))
        with (folder / "outcome_labels.csv").open("a", encoding="utf-8") as file:
            file.write(labels)
        database = tmp_path / "own.db"
        return main(["seed", "--records", str(records), "--db", str(database)]), database

    return call


def printing(**texts: str) -> Edit:
    """Figures with other printed numbers, by id with _ for -; * and .. are marks."""

    def edit(figures: list[dict[str, str]]) -> list[dict[str, str]]:
        for row in figures:
            text = texts.get(row["figure"].replace("-", "_"))
            if text is not None:
                row |= {"printed": text, "value": text if text.isdigit() else ""}
        return figures

    return edit


def own_checks(ask: Any, database: Path) -> list[tuple[str, str, str, str]]:
    found = ask("check", "--all", "--document", ID, "--db", database)
    return sorted(
        (row["check"].partition(":")[2], row["stated"], row["recomputed"], row["verdict"])
        for row in found
        if ":table-" in row["check"]
    )


def test_tables_that_add_up_have_no_finding(seeded: Any, ask: Any) -> None:
    code, database = seeded(lambda figures: figures)
    assert (code, own_checks(ask, database)) == (0, [])


def test_a_total_that_its_cells_do_not_give_is_a_finding(seeded: Any, ask: Any, run: Any) -> None:
    _, database = seeded(printing(outcome_total_2024="16"))  # 3 + 12; across, 10 + 16 are 26
    assert own_checks(ask, database) == [
        ("table-outcome-total-2024", "16", "15", "inconsistent"),
        ("table-outcome-total-total", "25", "26", "inconsistent"),
    ]
    page = ask("check", f"{ID}:table-outcome-total-2024", "--db", database)
    assert page["why"] == "the figures give 15, 16 is printed"
    assert page["steps"] == [
        f"3: Offences by outcome, {FIRST}, 2024 ({ID}#2.outcome)",
        f"and 12: Offences by outcome, {LAST}, 2024 ({ID}#2.outcome)",
        "sum = 15", "printed: 16",
    ]  # fmt: skip
    assert (page["severity"], page["sources"]) == (1, [f"{ID}#2.outcome"])
    shown = run("outcomes", "--document", ID, "--db", database).out.splitlines()
    (total,) = [line.split() for line in shown if line.startswith("Total")]
    assert total == ["Total", "10", "16", "25", "100%"]
    note = "Does not fit: moditrack check table-outcome-total-2024"
    assert any(note in line for line in shown)


def test_the_total_of_a_row_is_shown_as_printed(seeded: Any, ask: Any, run: Any) -> None:
    _, database = seeded(printing(outcome_1_charged_total="5"))
    assert own_checks(ask, database) == [
        ("table-outcome-1-charged-total", "5", "4", "inconsistent"),
        ("table-outcome-total-total", "25", "26", "inconsistent"),  # 5 + 21
    ]
    shown = run("outcomes", "--document", ID, "--db", database).out.splitlines()
    (charged,) = [line for line in shown if line.startswith(FIRST)]
    assert charged.removeprefix(FIRST).split()[:4] == ["1", "3", "5", "20%"]
    one = run("outcomes", "--document", ID, "--year", "2024", "--db", database).out
    (charged,) = [line for line in one.splitlines() if line.startswith(FIRST)]
    assert charged.removeprefix(FIRST).split()[:2] == ["3", "20%"]  # of the year alone: 3 of 15


@pytest.mark.parametrize(
    ("mark", "meaning"),
    [("*", "suppressed"), ("<5", "suppressed"), ("..", "not available"), ("nil", "nil")],
)
def test_a_mark_is_shown_as_printed_and_has_no_value(
    seeded: Any, ask: Any, run: Any, mark: str, meaning: str
) -> None:
    code, database = seeded(printing(**{CHARGED.replace("-", "_"): mark}))
    assert code == 0
    row = ask("outcomes", "--document", ID, "--year", "2024", "--outcome", "1", "--db", database)[0]
    assert [row[key] for key in ("offences", "mark", "year_total", "share_percent")] == [
        None, mark, 15, None,
    ]  # fmt: skip
    shown = run("outcomes", "--document", ID, "--db", database).out
    (charged,) = [line for line in shown.splitlines() if line.startswith(FIRST)]
    assert charged.removeprefix(FIRST).split()[:3] == ["1", mark, "4"]
    assert f"'{mark}' is printed: {meaning}." in shown
    page = run("figures", f"{ID}:{CHARGED}", "--db", database).out
    assert meaning in page
    assert "None" not in page
    # 12 and 0 to 4, or an unknown number, may be 15; with nil they are 12.
    assert [one[:3] for one in own_checks(ask, database)] == (
        [("table-outcome-1-charged-total", "4", "1"), ("table-outcome-total-2024", "15", "12")]
        if mark == "nil"
        else []
    )


def test_a_mark_can_show_that_a_total_does_not_fit(seeded: Any, ask: Any) -> None:
    texts = {CHARGED.replace("-", "_"): "<5", "outcome_total_2024": "17"}
    _, database = seeded(printing(**texts))
    assert ("table-outcome-total-2024", "17", "12 to 16", "inconsistent") in own_checks(
        ask, database
    )


def test_a_total_that_is_not_printed_is_not_made_of_marks(seeded: Any, ask: Any, run: Any) -> None:
    def edit(figures: list[dict[str, str]]) -> list[dict[str, str]]:
        kept = [row for row in figures if not row["figure"].startswith("outcome-total")]
        return printing(**{CHARGED.replace("-", "_"): "*"})(kept)

    _, database = seeded(edit)
    found = ask("outcomes", "--document", ID, "--db", database)
    assert {(row["year"], row["year_total"]) for row in found} == {(2023, 10), (2024, None)}
    assert run("outcomes", "--document", ID, "--db", database).code == 0
    assert run("outcomes", "--document", ID, "--by", "group", "--db", database).code == 0


def test_a_number_cannot_be_recorded_where_a_mark_is_printed(seeded: Any, capsys: Any) -> None:
    def edit(figures: list[dict[str, str]]) -> list[dict[str, str]]:
        for row in figures:
            if row["figure"] == CHARGED:
                row["printed"] = "*"
        return figures

    code, _ = seeded(edit)
    assert code == 1
    assert "value: 3 is a number, and '*' is printed in its place" in capsys.readouterr().err


PART = "1A: Charged, alternate offence"
LABEL = f'"{PART}",1A,"Charged, alternate offence"\n'


def with_part(figures: list[dict[str, str]], number: str = "1") -> list[dict[str, str]]:
    """The table with an of-which row, and without printed totals."""
    kept = [row for row in figures if not row["figure"].startswith("outcome-total")]
    totals = []
    for row in kept:
        if row["row"] == FIRST and row["cell"] == "cell":
            own = {"figure": f"part-{row['column']}", "row": PART, "outcome_label": PART}
            totals.append(row | own | {"printed": number, "value": number, "description": PART})
    return kept + totals


def test_parts_are_in_no_sum_twice(seeded: Any, ask: Any, run: Any) -> None:
    code, database = seeded(with_part, LABEL)
    assert code == 0
    found = ask("outcomes", "--document", ID, "--db", database)
    assert {(row["year"], row["year_total"]) for row in found} == {(2023, 10), (2024, 15)}
    assert PART not in {row["stated_label"] for row in found}
    shown = run("outcomes", "--document", ID, "--db", database).out
    assert "1 row is a part of another ('of which') and not counted again" in shown
    figures = ask("figures", "--document", ID, "--measure", "outcome-offences", "--db", database)
    assert [row["printed"] for row in figures if row["row"] == PART] == ["1", "1"]
    assert own_checks(ask, database) == []


def test_a_part_larger_than_its_whole_is_a_finding(seeded: Any, ask: Any) -> None:
    def edit(figures: list[dict[str, str]]) -> list[dict[str, str]]:
        parts = {row["figure"]: row for row in with_part(figures, "2")}
        order = [FIRST, PART, LAST]
        return sorted(parts.values(), key=lambda row: order.index(row["row"]) if row["row"] else -1)

    _, database = seeded(edit, LABEL)
    assert own_checks(ask, database) == [("table-part-2023", "2", "1", "impossible")]


def test_two_numbers_in_a_cell_are_two_figures(seeded: Any, ask: Any) -> None:
    def edit(figures: list[dict[str, str]]) -> list[dict[str, str]]:
        shares = {FIRST: "19%", LAST: "80%"}  # of 15: 3 are 20%, 12 are 80%
        with_shares = [
            row | {"figure": f"{row['figure']}-share", "printed": shares[row["row"]],
                   "value": shares[row["row"]].strip("%"), "measure": "share-of-offences",
                   "cell": "share"}
            for row in figures
            if row["row"] in shares and row["column"] == "2024"
        ]  # fmt: skip
        earlier = [
            row | {"figure": f"{row['figure']}-share", "printed": text, "value": text.strip("%"),
                   "measure": "share-of-offences", "cell": "share"}
            for row, text in zip(
                [one for one in figures if one["row"] in shares and one["column"] == "2023"],
                ("10%", "90%"), strict=True)
        ]  # fmt: skip
        return figures + with_shares + earlier

    code, database = seeded(edit)
    assert code == 0
    assert own_checks(ask, database) == [
        (f"table-{CHARGED}-share", "19%", "20%", "inconsistent"),
    ]
