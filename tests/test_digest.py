"""The digests of a database: what they are, and that every change of the content changes them."""

from __future__ import annotations

import hashlib
import sqlite3

import pytest

from moditrack.db.digest import content_digest, derived_digest

TABLES = (
    "CREATE TABLE force (name TEXT, officers INTEGER, share ANY) STRICT",
    "INSERT INTO force VALUES ('Northshire', 12, 2.5), ('', NULL, 1)",
    "CREATE TABLE list (position INTEGER, item TEXT, PRIMARY KEY (item)) STRICT, WITHOUT ROWID",
    "INSERT INTO list VALUES (1, 'pier'), (2, 'dock')",
)


def database(*statements: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for statement in (*TABLES, *statements):
        connection.execute(statement)
    return connection


def test_the_digest_is_what_its_definition_says() -> None:
    stored = (
        '["force", ["name", "officers", "share"]]["Northshire",12]\n["",null]\n[[2.5], [1]]'
        '["list", ["position", "item"]][2,"dock"]\n[1,"pier"]\n'
    )
    assert content_digest(database()) == hashlib.sha256(stored.encode()).hexdigest()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE force SET name = 'Southshire' WHERE officers = 12",
        "UPDATE force SET name = NULL WHERE name = ''",
        "UPDATE force SET share = '1' WHERE share = 1",
        "UPDATE force SET share = 1.0 WHERE share = 1",
        "UPDATE force SET share = x'31' WHERE share = 1",
        "UPDATE force SET share = 2.5000000000000004 WHERE share = 2.5",  # the next number there is
        "UPDATE force SET rowid = 9 WHERE officers = 12",  # the rows in another order
        "UPDATE force SET name = 'North' || char(0) || 'shire' WHERE officers = 12",
        "DELETE FROM list WHERE item = 'pier'",
        "ALTER TABLE force RENAME COLUMN officers TO staff",
        "ALTER TABLE list RENAME TO lists",
        "ALTER TABLE list ADD COLUMN note TEXT",
        "CREATE TABLE more (name TEXT) STRICT",
    ],
)
def test_every_change_of_the_content_changes_the_digest(change: str) -> None:
    assert content_digest(database(change)) != content_digest(database())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE search_entry SET text = NULL WHERE text = ''",
        "CREATE INDEX of_names ON force (name)",
        "INSERT INTO meta VALUES ('schema_version', '4')",
    ],
)
def test_what_is_derived_has_a_digest_of_its_own(change: str) -> None:
    own = (
        "CREATE TABLE search_entry (text TEXT) STRICT",
        "INSERT INTO search_entry VALUES ('pier'), ('')",
        "CREATE TABLE meta (key TEXT, value TEXT) STRICT",
    )
    before, after = database(*own), database(*own, change)
    assert derived_digest(after) != derived_digest(before)
    assert content_digest(after) == content_digest(before) == content_digest(database())


def test_more_rows_than_are_read_at_once_are_all_in_the_digest() -> None:
    numbers = "WITH RECURSIVE n (v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n WHERE v < 2500)"
    many = f"INSERT INTO list {numbers} SELECT v, 'quay ' || v FROM n"
    last = "UPDATE list SET position = 0 WHERE item = 'quay 999'"  # the last in the order of items
    assert content_digest(database(many, last)) != content_digest(database(many))
