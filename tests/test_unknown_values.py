"""A database of the right schema and with the right digests that holds what no records may have: an
answer or one sentence, and check --integrity says what is wrong."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from moditrack.db.connection import open_database
from moditrack.db.digest import content_digest, derived_digest
from moditrack.db.integrity import integrity
from tests.conftest import ROOT

COMMANDS = [
    ("outcomes",), ("outcomes", "--by", "group", "--json"), ("victims",), ("compare",),
    ("figures", "--json"), ("timeline",), ("operations",), ("operations", "maxim"),
    ("agencies", "co14"), ("commitments",), ("check", "--all"), ("sources",),
    ("sources", "colp-2024-02-22#19.outcome"), ("report",),
]  # fmt: skip


def tampered(path: Path, change: str) -> Path:
    """The database that ships, changed, its digests made to fit."""
    shutil.copy(ROOT / "data" / "moditrack.db", path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    assert connection.execute(change).rowcount > 0
    for key, digest in (("content_digest", content_digest), ("derived_digest", derived_digest)):
        connection.execute("UPDATE meta SET value = ? WHERE key = ?", (digest(connection), key))
        connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE check_result SET verdict = 'bogus'",
         "check_result.verdict: 'bogus' is not allowed"),
        ("UPDATE statement SET property = 'motto'", "statement.property: 'motto' is not allowed"),
        ("UPDATE statement SET value = 'x' WHERE property = 'level'",
         "statement.value: 'x' is not a level"),
        ("UPDATE document SET date = 'yesterday'", "document.date: 'yesterday' is not a date"),
        ("UPDATE document SET date = '2003'", "document.date: '2003' is not a day"),
        ("UPDATE event SET latest = '2003-02-30'", "event.latest: '2003-02-30' is not a date"),
        ("UPDATE operation SET start = 'soon'", "operation.start: 'soon' is not a date"),
        ("UPDATE figure SET value = x'ff00' WHERE value IS NOT NULL",
         r"figure.value: b'\xff\x00' is not allowed"),
        ("UPDATE figure SET value = NULL", "figure: value, bound, mark do not fit each other"),
        ("UPDATE figure SET value = -3 WHERE figure = 'colp-2024-02-22:outcome-total-2023'",
         "colp-2024-02-22:outcome-total-2023, value: -3 is not a count: write a whole number"
         " like 0 or 12"),
        ("UPDATE figure SET period_start = NULL WHERE figure = 'colp-2024-02-22:outcome-1-2019'",
         "colp-2024-02-22:outcome-1-2019, period: '../2019-12-31' needs a first and a last"
         " day: outcomes are shown by period"),
        ("UPDATE figure SET sex = NULL WHERE figure = 'colp-2024-02-22:age-11-17-male'",
         "colp-2024-02-22:age-11-17-male, sex: '' is empty: a cell of this table needs it"),
        ("UPDATE figure SET characteristic = 'height' WHERE characteristic = 'age'",
         "figure.characteristic: 'height' is not allowed"),
        ("UPDATE figure SET printed = 'n/a' WHERE figure = 'colp-2024-02-22:summary-share-colp'",
         "colp-2024-02-22:summary-share-colp, printed: 'n/a' is not 0.13 in digits, like 0.13%: it"
         " cannot be compared"),
    ],
)  # fmt: skip
def test_values_that_no_records_have(run, tmp_path: Path, change: str, found: str) -> None:
    path = tampered(tmp_path / "other.db", change)
    for args in COMMANDS:
        result = run(*args, "--db", path)
        assert (result.code, result.err) == (0, "") or (
            result.code == (1 if "is not as moditrack wrote it" in result.err else 2)
            and result.err.startswith("Error: ")
            and result.err.count("\n") == 1
        ), (args, result)
    checked = run("check", "--integrity", "--db", path)
    assert (checked.code, checked.out) == (1, "")
    assert f"The database {path} is not as moditrack wrote it (" in checked.err
    with contextlib.closing(open_database(str(path))) as connection:
        parts = {row["part"]: row for row in integrity(connection, shipped=False).rows}
    assert (parts["file"]["result"], parts["file"]["found"]) == ("damaged", found)
    assert parts["content"]["result"] == "whole"


def test_a_reason_that_is_empty_is_shown(run, tmp_path: Path) -> None:
    path = tampered(tmp_path / "other.db", "UPDATE check_result SET why = ''")
    for args in (("compare",), ("check", "--all"), ("report",)):
        result = run(*args, "--db", path)
        assert (result.code, result.err) == (0, ""), args
