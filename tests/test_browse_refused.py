"""moditrack browse: hostile text, endless queries, wrong ports and files, in one sentence."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

from moditrack.browse.server import datasette
from moditrack.db.connection import shipped_path
from tests import browsing
from tests.browsing import REPORT, getting

HOSTILE = "<script>alert('x')</script>"

copy = browsing.copy


def test_hostile_text_is_shown_as_text(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE agency SET name = ? WHERE agency = 'co14'", (HOSTILE,))
        connection.execute(
            "UPDATE document SET title = ?, url = 'javascript:alert(1)' WHERE document = ?",
            (HOSTILE, REPORT),
        )
        connection.execute("UPDATE commitment SET commitment = ?", (HOSTILE,))
    get = getting(str(copy))
    for path in (
        "", "moditrack", "moditrack/agency", "moditrack/figure",
        "moditrack/document", "moditrack/outcome", "moditrack/operations",
        "moditrack/agencies", "moditrack/commitments", "moditrack/sources",
        "moditrack/commitment_agency",
    ):  # fmt: skip
        page = get(path).text
        assert "<script>alert" not in page
        assert 'href="javascript' not in page
    assert "&lt;script&gt;alert" in get("moditrack/commitments").text


def test_nothing_can_be_written(copy: Path) -> None:
    before = copy.read_bytes()
    app = datasette(str(copy))
    for statement in ("DELETE FROM figure", "PRAGMA user_version = 9", "ATTACH 'x.db' AS x"):
        answer = asyncio.run(app.client.get("/moditrack.json?" + urlencode({"sql": statement})))
        assert answer.status_code == 400
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == ["copy.db"]


def test_a_query_that_does_not_end_is_stopped() -> None:
    app = datasette(None)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    answer = asyncio.run(app.client.get("/moditrack.json?" + urlencode({"sql": endless})))
    assert answer.status_code == 400
    assert "SQL query took too long" in answer.text


def test_a_file_with_any_name(tmp_path: Path) -> None:
    odd = tmp_path / "a b?c#d%25.db"
    shutil.copy(shipped_path(), odd)
    assert getting(str(odd))("moditrack/document.json").json()["filtered_table_rows_count"] == 4


def test_without_the_extra_one_sentence(refused, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == "datasette" else found(name),
    )
    message = refused("browse", code=1)
    assert message.startswith("This needs more than the base install: ")
    assert "[web]' and run it again." in message


@pytest.mark.parametrize("port", ["-1", "65536", "http", ""])
def test_a_bad_port(refused, port: str) -> None:
    assert "'--port'" in refused("browse", "--port", port)


def test_a_port_in_use(refused) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert refused("browse", "--no-open", "--port", str(port), code=1) == (
            f"Port {port} is in use: choose another with --port, or use --port 0 for a free one."
        )


def test_databases_that_cannot_be_shown(refused, tmp_path: Path, copy: Path) -> None:
    missing = tmp_path / "missing.db"
    assert "is not there" in refused("browse", "--db", missing, code=1)
    assert not missing.exists()
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection, connection:
        connection.execute("CREATE TABLE t (x)")
    assert "is not a moditrack database" in refused("browse", "--db", foreign, code=1)
    text = tmp_path / "text.db"
    text.write_text("no database at all, but long enough for one that has no header" * 20)
    assert "cannot be read as a database" in refused("browse", "--db", text, code=1)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 1")
    assert "an older schema" in refused("browse", "--db", copy, code=1)


def test_a_damaged_database(refused, copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[4096 * 20 : 4096 * 60] = b"\xff" * 4096 * 40
    copy.write_bytes(content)
    assert "is damaged" in refused("browse", "--db", copy, code=1)
    assert refused("browse", "--db", "") == "--db is empty: name a file."
