"""moditrack export: folders left alone, failures on the way, text that no CSV can hold."""

from __future__ import annotations

import csv
import sqlite3
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from moditrack.export import package as exporting
from tests import test_export
from tests.packages import (
    changed,
    contents,
    described,
    duck,
    export,
    problems,
    read_cff,
)
from tests.test_export import HOSTILE

own = test_export.own


def test_places_that_will_not_do(refused, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "is not a folder" in refused("export", tmp_path / "file", code=1)
    assert "is empty" in refused("export", "")
    assert "is not there" in refused("export", tmp_path / "none" / "package", code=1)
    assert "is not there" in refused("export", tmp_path / "file" / "package", code=1)
    assert "File name too long" in refused("export", tmp_path / ("a" * 300), code=1)
    assert "is not there: build one" in refused("export", tmp_path / "x", "--db", "no.db", code=1)
    assert "Missing argument 'DIR'" in refused("export")
    (tmp_path / "taken" / "figure.csv").mkdir(parents=True)
    (tmp_path / "taken" / "datapackage.json").write_text('{"name": "moditrack"}')
    assert "figure.csv" in refused("export", tmp_path / "taken", "--overwrite", code=1)
    assert len(list((tmp_path / "taken").iterdir())) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken"]


@pytest.mark.parametrize("text", [None, '{"name": "other"}', "[]", "no JSON"])
def test_a_folder_of_somebody_else_is_left_alone(refused, tmp_path: Path, text) -> None:
    (tmp_path / "README.md").write_text("mine")
    if text is not None:
        (tmp_path / "datapackage.json").write_text(text)
    before = contents(tmp_path)
    message = refused("export", tmp_path, "--overwrite", code=1)
    assert message.endswith("holds files that are not a package of moditrack: name another folder.")
    assert contents(tmp_path) == before


def test_a_place_that_may_not_be_written_to(refused, tmp_path: Path, monkeypatch) -> None:
    # Root may write anywhere, so the system's answer is made here.
    def closed(path: Path, mode: int) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", closed)
    message = refused("export", tmp_path / "x", code=1)
    assert message == f"{tmp_path / 'x'}: Permission denied: fix that or name another place."


@pytest.mark.parametrize("there", [False, True])
def test_a_failure_on_the_way_leaves_what_was_there(
    refused, run, own: Path, tmp_path: Path, monkeypatch, there: bool
) -> None:
    folder = tmp_path / "package"
    if there:
        assert run("export", folder).code == 0
    changed(own, "UPDATE strand SET name = 'another'")
    before = contents(folder) if there else {}
    write_rows = exporting.write_rows

    def full(connection: Any, resource: dict[str, Any], place: Path) -> int:
        if resource["name"] == "event":
            raise OSError(ENOSPC, "No space left on device", str(place / "event.csv"))
        return write_rows(connection, resource, place)

    monkeypatch.setattr(exporting, "write_rows", full)
    message = refused("export", folder, "--overwrite", "--db", own, code=1)
    assert message == f"{folder}: No space left on device: fix that or name another place."
    assert (contents(folder) if there else {}) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == (["own.db", "package"][: 1 + there])


@pytest.mark.parametrize("moved", [0, 1, 20, 33])
def test_files_that_cannot_be_moved_are_put_back(
    refused, run, own: Path, tmp_path: Path, monkeypatch, moved: int
) -> None:
    folder = tmp_path / "package"
    assert run("export", folder).code == 0
    (folder / "README.md").unlink()
    (folder / "notes.txt").write_text("mine")
    changed(own, "UPDATE strand SET name = 'another'")
    before = contents(folder)
    replace, done = Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        done.append(path.name)
        if len(done) == moved + 1:
            raise OSError(5, "Input/output error", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    monkeypatch.setattr("moditrack.export.folder._movable", lambda folder: False)
    refused("export", folder, "--overwrite", "--db", own, code=1)
    assert len(done) > moved
    assert contents(folder) == before


def test_hostile_text_comes_out_whole(own: Path, tmp_path: Path) -> None:
    with sqlite3.connect(own) as connection:
        connection.executemany(
            "INSERT INTO strand (strand, name, definition) VALUES (?, ?, ?)",
            [(f"hostile-{n}", text, text) for n, text in enumerate(HOSTILE)],
        )
        connection.execute(
            "UPDATE document SET title = ?, url = 'javascript:alert(1)'", HOSTILE[:1]
        )
    connection.close()
    folder = export(tmp_path / "package", "--db", own)
    with (folder / "strand.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[-len(HOSTILE) :]
    expected = [(f"hostile-{n}", text, text) for n, text in enumerate(HOSTILE)]
    assert [tuple(row) for row in rows] == expected
    found = duck(folder).execute("SELECT * FROM strand WHERE strand LIKE 'hostile-%'").fetchall()
    assert sorted(found) == sorted(expected)
    assert problems(folder) == set()
    assert [source["title"].split(",")[0] for source in described(folder)["sources"]] == [
        "two\nlines"
    ] * 4
    assert "javascript" not in (folder / "CITATION.cff").read_text("utf-8")
    assert {r["title"] for r in read_cff(folder / "CITATION.cff")["references"]} == {"two\nlines"}


def test_the_documents_sentences_stay_at_home(own: Path, tmp_path: Path, package: Path) -> None:
    changed(
        own,
        "INSERT INTO passage_text VALUES ('colp-2024-02-22', '19', 'a sentence of theirs')",
        "INSERT INTO search_entry (kind, title, text, command)"
        " VALUES ('passage', 'a sentence of theirs', '', 'sources')",
    )
    assert contents(export(tmp_path / "package", "--db", own)) == contents(package)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE strand SET definition = ''", "strand.definition holds an empty text"),
        ("UPDATE document SET date = '2003-02-30'", "document.date holds a text that is not a day"),
        ("UPDATE event SET latest = '2003'", "event.latest holds a text that is not a day"),
    ],
)
def test_what_no_csv_can_hold_is_refused(refused, own, tmp_path: Path, statement, said) -> None:
    changed(own, statement)
    assert said in refused("export", tmp_path / "package", "--db", own, code=1)
    assert [path.name for path in tmp_path.iterdir()] == ["own.db"]
