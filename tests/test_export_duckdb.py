"""A package in DuckDB, its foreign keys checked."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import duckdb
import pytest

from tests.packages import SHIPPED, dangling, duck

OUTCOMES_2023 = [
    ("1. Charged", 0),
    ("14: Victim declines/unable to support action to identify offender", 1),
    ("16: Victim declines/withdraws support - named suspect identified", 0),
    ("18: Investigation complete no suspect identified", 6),
    ("20: Other body/agency has investigation primacy unresolved", 2),
    ("Resolved", 0),
]
"""As paragraph 19 of the report of 22 February 2024 prints them."""


def test_duckdb_answers_the_outcomes_of_2023(package: Path) -> None:
    connection = duck(package)
    stored = sqlite3.connect(SHIPPED).execute(
        "SELECT count(*) FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f"
        " WHERE m.name <> 'passage_text' AND m.name NOT LIKE 'summary_%' AND f.seq = 0"
    )
    assert dangling(connection, package) == ([], *stored.fetchone())
    found = connection.execute(
        "SELECT stated_label, offences FROM outcome WHERE year = 2023 ORDER BY position"
    ).fetchall()
    assert found == OUTCOMES_2023
    tables = connection.execute(
        """
        SELECT l.label, f.value FROM figure AS f
        JOIN outcome_label AS l ON l.document = f.document AND l.label = f.outcome_label
        WHERE f.measure = 'outcome-offences' AND f.cell = 'cell' AND year(f.period_start) = 2023
        ORDER BY l.position
        """
    ).fetchall()
    assert tables == OUTCOMES_2023
    total = connection.execute(
        """
        SELECT value FROM figure WHERE measure = 'outcome-offences' AND cell = 'column-total'
            AND year(period_start) = 2023
        """
    ).fetchall()
    assert total == [(9.0,)]


def test_duckdb_answers_with_no_preparation(package: Path, monkeypatch) -> None:
    readme = (package / "README.md").read_text("utf-8")
    query = readme.partition("```sql\n")[2].partition("```")[0]
    assert "WHERE year = 2023" in query
    monkeypatch.chdir(package)
    assert duckdb.sql(query).fetchall() == OUTCOMES_2023


@pytest.mark.parametrize(
    ("table", "old", "new", "key"),
    [
        ("responsibility", ",scd11,", ",scd99,", "responsibility (agency)"),
        ("agency", ",colp\n", ",nobody\n", "agency (parent)"),
        ("figure", ",Resolved,", ",Solved,", "figure (document, outcome_label)"),
        ("event", "colp-2024-02-22,19", "colp-2024-02-22,99", "event (document, locator)"),
    ],
)
def test_a_dangling_key_is_found(package: Path, tmp_path: Path, table, old, new, key) -> None:
    folder = Path(shutil.copytree(package, tmp_path / "copy"))
    text = (folder / f"{table}.csv").read_text("utf-8")
    assert old in text
    (folder / f"{table}.csv").write_text(text.replace(old, new), "utf-8", newline="\n")
    assert dangling(duck(folder, enforced=False), folder)[0] == [key]
    if table != "agency":
        with pytest.raises(duckdb.ConstraintException, match="foreign key"):
            duck(folder)
