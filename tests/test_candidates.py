"""Where a report differs from an earlier one, and what it may say of its commitments."""

from __future__ import annotations

import shutil
import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from moditrack.build.conflict_candidates import conflicts
from moditrack.build.followup_candidates import commitments
from tests.conftest import ROOT
from tests.harbour import ID, one_report, rows, save
from tests.test_seed import change

LATER = "harbour-2026-03-01"


@pytest.fixture
def shipped() -> Iterator[sqlite3.Connection]:
    """A copy of the database that ships, in memory."""
    connection = sqlite3.connect(":memory:")
    with sqlite3.connect(ROOT / "data" / "moditrack.db") as source:
        source.backup(connection)
    yield connection
    connection.close()


def test_the_conflicts_of_the_records_are_no_candidates(shipped: sqlite3.Connection) -> None:
    assert conflicts(shipped) == []


def test_without_them_the_shipped_reports_have_two(shipped: sqlite3.Connection) -> None:
    shipped.execute("DELETE FROM check_source")
    found = conflicts(shipped)
    assert [(one["property"], one["subjects"]) for one in found] == [
        ("level", ["maxim"]), ("start", ["maxim", "maxim-phase-1"]),
    ]  # fmt: skip
    assert [side["citation"] for side in found[1]["sides"]] == [
        "mpa-2003-05-08#B.30", "mpa-2003-10-09#B.7.p1", "mpa-2004-02-16#notes.1",
    ]  # fmt: skip


@pytest.fixture
def records(harbour: Path, tmp_path: Path) -> Path:
    """The invented report, and one of the next year with the same figures."""
    folder = one_report(harbour, tmp_path / "records")
    later = Path(shutil.copytree(folder / ID, folder / LATER))
    change(later / "document.toml", "2025-03-01", "2026-03-01")
    return folder


@pytest.fixture
def ask_candidates(records: Path, run: Any, tmp_path: Path) -> Any:
    def call() -> tuple[list[dict[str, Any]], str]:
        seed = ("seed", "--records", records, "--db", tmp_path / "mine.db")
        result = run(*seed, "--candidates")
        assert (result.code, result.err) == (0, "")
        return tomllib.loads(result.out).get("conflict", []), run(*seed).out

    return call


OFFENCES = "summary-b1-offences"


def put(records: Path, figure: str, **cells: str) -> None:
    path = records / LATER / "figures.csv"
    found = rows(path)
    assert figure in [row["figure"] for row in found]
    save(path, [row | (cells if row["figure"] == figure else {}) for row in found])


def test_the_same_figures_are_no_conflict(ask_candidates) -> None:
    found, out = ask_candidates()
    assert found == []
    assert "differ" not in out


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        ({"printed": "16", "value": "16"}, 1),
        # described in other words that are much the same, and as something else
        ({"printed": "16", "value": "16", "description": "Offences recorded in 2024"}, 1),
        ({"printed": "9", "value": "9", "description": "Boats stolen by night"}, 0),
        # another period, measure, agency or status
        ({"printed": "16", "value": "16", "period": "2025"}, 0),
        ({"printed": "16", "value": "16", "period": ""}, 0),
        ({"printed": "16", "value": "16", "measure": "arrests"}, 0),
        ({"printed": "16", "value": "16", "agency": "bb"}, 0),
        ({"printed": "16", "value": "16", "status": "target"}, 0),
        # what may be the same number
        ({"printed": "about 15", "value": "15", "bound": "about"}, 0),
        ({"printed": "more than 10", "value": "10", "low": "10", "bound": "more-than"}, 0),
        ({"printed": "more than 15", "value": "15", "low": "15", "bound": "more-than"}, 0),
        ({"printed": "more than 20", "value": "20", "low": "20", "bound": "more-than"}, 1),
    ],
)  # fmt: skip
def test_another_number_of_the_same_thing(records, ask_candidates, cells, number) -> None:
    put(records, OFFENCES, **cells)
    found, out = ask_candidates()
    assert len(found) == number
    said = "1 statement differs from earlier reports: --candidates prints what and where.\n"
    assert out.endswith(said) == bool(number)


def test_a_block_can_be_appended_to_conflicts_toml(records, ask_candidates, run, tmp_path) -> None:
    put(records, OFFENCES, printed="16", value="16")
    seed = ("seed", "--records", records, "--db", tmp_path / "mine.db")
    printed = run(*seed, "--candidates").out
    assert printed.startswith(
        "# Candidates for conflicts.toml: a report differs from an earlier one. The same thing?\n"
    )
    (one,) = tomllib.loads(printed)["conflict"]
    assert one["subjects"] == ["hp"]
    assert one["verdict"] == "ambiguous"
    assert one["needs_a_person"] == "the same thing? say why they differ, and take this line out"
    assert [(side["citation"], side["states"].partition(":")[0]) for side in one["sides"]] == [
        (f"{ID}#summary.b1", "15"), (f"{LATER}#summary.b1", "16"),
    ]  # fmt: skip
    # Appended, it is unfinished: not in the database, and not listed again.
    (records / "conflicts.toml").write_text(printed, "utf-8")
    found, out = ask_candidates()
    assert found == []
    assert out.endswith(f"{LATER}: 1 row unfinished (1 in conflicts.toml).\n")
    assert run("check", "--db", tmp_path / "mine.db").out == "Checks\nNothing found.\n"
    refused = run(*seed, "--final")
    assert refused.code == 1
    assert f"the first is conflicts.toml, conflict '{one['id']}' (the same thing?" in refused.err
    kept = [line for line in printed.splitlines() if not line.startswith("needs_a_person")]
    (records / "conflicts.toml").write_text("\n".join(kept), "utf-8")
    found, out = ask_candidates()
    assert found == []
    assert "differ" not in out
    assert "unfinished" not in out
    # Another difference in the same passages is not hidden by it.
    put(records, OFFENCES, printed="17", value="17")
    assert len(ask_candidates()[0]) == 1


def test_cells_of_a_table_are_compared_with_the_same_cell(records, ask_candidates) -> None:
    put(records, "outcome-1-charged-2024", printed="2", value="2")
    (one,) = ask_candidates()[0]
    assert [side["states"].partition(":")[0] for side in one["sides"]] == ["3", "2"]


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ("start,2024-06-03", "start,2024-06-04", 1),
        ("start,2024-06-03", "start,2024-06", 0),
        ("start,2024-06-03", "start,2024", 0),
        ("lead,hp", "lead,bb", 1),
        ("partner,bb", "partner,hp", 0),  # an operation may have several
    ],
)
def test_a_property_that_has_one_value(records, ask_candidates, old, new, number) -> None:
    change(records / LATER / "statements.csv", old, new)
    found, _ = ask_candidates()
    assert [one["property"] for one in found] == [old.partition(",")[0]] * number


def test_commitments_that_a_later_report_may_mention(records: Path, run, tmp_path) -> None:
    (records / ID / "commitments.csv").write_text(
        "commitment,locator,due,inferred,agencies,operation,target,description\n"
        "patrols,summary.b2,,,hp,gull,,Extend night patrols of the fishing quays\n"
        "drones,summary.b2,,,hp,gull,,Buy three drones\n",
        "utf-8",
    )
    statements = records / LATER / "statements.csv"
    with statements.open("a", encoding="utf-8") as file:
        file.write("summary.b2,gull,,result,more,,Night patrols of the quays were extended\n")
    out = run("seed", "--records", records, "--db", tmp_path / "mine.db", "--candidates").out
    assert out.endswith(
        f"# {LATER}/followups.csv\n# commitment,locator,state,followup\n"
        f"# {ID}:patrols,summary.b2,,\n"
    )
    (records / LATER / "followups.csv").write_text(
        f"commitment,locator,state,followup\n{ID}:patrols,summary.b2,met,Extended\n", "utf-8"
    )
    out = run("seed", "--records", records, "--db", tmp_path / "mine.db", "--candidates").out
    assert out == ""


def test_nine_commitments_of_the_shipped_records_are_found_again(
    shipped: sqlite3.Connection,
) -> None:
    known = set(shipped.execute("SELECT document, commitment FROM followup"))
    shipped.execute("DELETE FROM followup")
    found = {(document, commitment) for document, commitment, _ in commitments(shipped)}
    assert len(found & known) >= 9
    assert len(found) <= 25
