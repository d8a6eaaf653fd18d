"""Findings: the checks of one matter, with a severity, why it matters and a question."""

from __future__ import annotations

import shutil
import sqlite3
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from moditrack.checks.checks_into_findings import insert
from moditrack.db.schema import schema
from moditrack.validation.records import RECORDS

COLP = "colp-2024-02-22"
REMOVALS = "mpa-2004-02-16:removals-both-phases"


CONFLICT = """[[conflict]]
id = "officers"
statement = "Officers"
verdict = "ambiguous"
why = "Two numbers"
subjects = ["maxim"]
sides = [
    { citation = "mpa-2004-02-16#notes.1", states = "22" },
    { citation = "mpa-2004-02-16#notes.2", states = "20" },
]
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The records of the press release, with two checks that do not fit."""
    folder = Path(shutil.copytree(RECORDS, tmp_path / "records"))
    for other in ("mpa-2003-05-08", "mpa-2003-10-09", COLP):
        shutil.rmtree(folder / other)
    release = folder / "mpa-2004-02-16"
    (release / "followups.csv").unlink()
    claims = (release / "claims.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in claims if line.startswith(("claim,", "removals-", "arrests-"))]
    (release / "claims.csv").write_text("".join(kept), "utf-8")
    (folder / "conflicts.toml").write_text(CONFLICT, "utf-8")
    return folder


def finding(**values: str) -> str:
    """An entry of findings.toml, some of its values others; those that are empty are left out."""
    known = {"severity": "1", "checks": f"['{REMOVALS}']", "title": "'Removals'",
             "differs": "'53 and 52'"}  # fmt: skip
    lines = [f"{key} = {value}" for key, value in (known | values).items() if value]
    return "\n".join(["[[finding]]", *lines, ""])


_KEYS = "needs severity, checks, title and differs, and may have matters, question and gives"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (finding(checks="['nobody']"), "finding 1, checks: 'nobody' is not a check"),
        (finding() + finding(checks="['officers', 'nobody']"),
         "finding 2, checks: 'nobody' is not a check"),
        # 46 and 102 are 148.
        (finding(checks="['mpa-2004-02-16:arrests-both-phases']"),
         "finding 1, checks: 'mpa-2004-02-16:arrests-both-phases' fits: take it out"),
        (finding() + finding(), f"finding 2, checks: '{REMOVALS}' is named twice"),
        (finding(checks="['officers', 'officers']"),
         "finding 1, checks: 'officers' is named twice"),
        (finding(checks="[]"), "finding 1, checks: [] is not a list of checks"),
        (finding(checks="'officers'"),
         "finding 1, checks: 'officers' is not a list of checks"),
        (finding(checks="[5]"), "finding 1, checks: '5' is not a check"),
        (finding(severity="5"), "finding 1, severity: 5 is not 1, 2, 3 or 4"),
        (finding(severity="0"), "finding 1, severity: 0 is not 1, 2, 3 or 4"),
        (finding(severity="'1'"), "finding 1, severity: '1' is not 1, 2, 3 or 4"),
        (finding(title="''"), "finding 1, title: '' is empty"),
        (finding(matters="' '"), "finding 1, matters: ' ' "),
        (finding(question="5"), "finding 1, question: 5 is not a text in quotes"),
        ("finding = 5", "finding: 5 is not a list: write [[finding]]"),
        ("finding = [5]", f"finding 1: 5 {_KEYS}"),
        ("[[findings]]", "findings: [{}] is not a key of this file: write [[finding]]"),
        ("[[finding", "file: 'findings.toml' is not TOML ("),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_finding(
    run: Any, records: Path, tmp_path: Path, text: str, problem: str
) -> None:
    (records / "findings.toml").write_text(text, "utf-8")
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    found, last = result.err.splitlines()
    assert found.startswith(f"findings.toml: {problem}")
    assert (result.code, last.startswith("Error: One problem in the records")) == (1, True)
    assert not (tmp_path / "own.db").exists()


@pytest.mark.parametrize("key", ["severity", "checks", "title", "differs"])
def test_a_finding_without_a_key(run: Any, records: Path, tmp_path: Path, key: str) -> None:
    for text in (finding(**{key: ""}), finding(**{key: "", f"{key}s": "1"})):
        (records / "findings.toml").write_text(text, "utf-8")
        result = run("seed", "--records", records, "--db", tmp_path / "own.db")
        assert result.code == 1
        assert result.err.splitlines()[0].startswith("findings.toml: finding 1: {")
        assert result.err.splitlines()[0].endswith(f" {_KEYS}")


def test_without_the_file_each_check_is_a_finding_of_its_own(
    run: Any, ask: Any, tmp_path: Path
) -> None:
    records = Path(shutil.copytree(RECORDS, tmp_path / "records"))
    (records / "findings.toml").unlink()
    own = tmp_path / "own.db"
    assert run("seed", "--records", records, "--db", own).code == 0
    rows = ask("check", "--all", "--db", own)
    severity = {
        "impossible": 1, "inconsistent": 1, "conflict": 2, "truncated": 3, "ambiguous": 3,
        "not-checkable": 3, "consistent": None,
    }  # fmt: skip
    assert {row["verdict"] for row in rows} == set(severity)
    for row in rows:
        fits = row["verdict"] == "consistent"
        assert row["severity"] == severity[row["verdict"]]
        assert row["finding"] == (None if fits else row["check"])
        assert (row["matters"], row["question"]) == (None, None)
    assert {row["severity"] for row in ask("check", "--db", own)} == {1, 2}
    page = run("check", "removals-both-phases", "--db", own).out
    assert "It matters" not in page
    assert "Other checks" not in page
    # The statement of the check is the title of the finding.
    shown = [" ".join(line.split()) for line in run("check", "--db", own).out.splitlines()]
    start = "! 53 52 Removals including Phase 1 removals-both-phases inconsistent "
    assert [line for line in shown if line.startswith(start)]


def test_rounded_up_is_a_caution() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema())
    connection.execute(
        "INSERT INTO check_result (check_id, position, kind, statement, verdict, why)"
        " VALUES ('x', 1, 'share', 'Boats', 'rounded-up', '34% is up')"
    )
    insert(connection, [])
    rows = connection.execute("SELECT * FROM finding").fetchall()
    assert rows == [("x", 1, 3, "Boats", "34% is up", None, None, None)]
    assert connection.execute("SELECT * FROM finding_check").fetchall() == [("x", "x", 1)]
    connection.close()


def test_the_most_severe_is_first_and_what_fits_last(ask: Any) -> None:
    rows = ask("check", "--all")
    severities = [row["severity"] or 5 for row in rows]
    assert severities == sorted(severities)
    assert set(severities) == {1, 2, 3, 4, 5}
    runs = [(name, list(own)) for name, own in groupby(rows, lambda row: row["finding"])]
    names = [name for name, _ in runs]
    assert len(names) == len(set(names))  # the checks of a finding are together
    assert all(own[0]["check"] == name for name, own in runs if name is not None)
    assert names[:5] == [
        "share-base", f"{COLP}:increase-2023", "charges", REMOVALS, f"{COLP}:white-ne-share",
    ]  # fmt: skip
    assert [row["check"] for row in rows if row["finding"] == f"{COLP}:increase-2023"] == [
        f"{COLP}:increase-2023", f"{COLP}:change-2023", "change-reasons",
    ]  # fmt: skip


@pytest.mark.parametrize("given", [("1",), ("2",), ("3",), ("4",), ("1", "4")], ids=" ".join)
def test_checks_of_a_severity(ask: Any, given: tuple[str, ...]) -> None:
    rows = ask("check", *(word for number in given for word in ("--severity", number)))
    assert {str(row["severity"]) for row in rows} == set(given)
    every = [row for row in ask("check", "--all") if str(row["severity"]) in given]
    assert rows == every


def test_no_other_severity(refused: Any) -> None:
    for wrong in ("5", "0", "high"):
        assert refused("check", "--severity", wrong) == (
            f"There is no --severity '{wrong}': there are 1, 2, 3, 4."
        )
