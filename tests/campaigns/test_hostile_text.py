"""Text that wants to be more than text: harmless on a screen and in every file, whole in JSON."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from moditrack.validation.records import RECORDS
from tests.campaigns.hostile import SCREEN, hostile_database

COMMANDS = [
    ("outcomes",), ("victims",), ("compare",), ("figures",), ("timeline",), ("operations",),
    ("agencies",), ("commitments",), ("check", "--all"), ("sources",), ("search", "police"),
    ("sql", "select description, printed from figure"),
]  # fmt: skip
PAGES = [
    ("operations", "maxim"), ("agencies", "co14"), ("figures", "removals-both-phases"),
    ("check", "increase-2023"), ("sources", "colp-2024-02-22"),
    ("sources", "colp-2024-02-22#19.outcome"), ("outcomes", "--chart"), ("compare", "--chart"),
    ("sources", "colp-2024-02-22#19.outcome", "--bibtex"),
]  # fmt: skip
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
"""The colours that moditrack sets itself."""
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.fixture(params=SCREEN, scope="module")
def hostile(request, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A hostile text, and a database in which it stands in the place of every free text."""
    text = SCREEN[request.param]
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    assert hostile_database(path, [text]) >= 30
    return text, path


def harmless(out: str) -> None:
    """Nothing in it that a screen would obey."""
    found = {c for c in out if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c in BIDI)}
    assert found == set()


PRINTED = "select printed from figure where document like 'mpa%'"


def test_in_plain_text(run, hostile, counted) -> None:
    text, path = hostile
    for args in [*COMMANDS, *PAGES]:
        result = run(*args, "--db", path)
        assert (result.code, result.err) == (0, "")
        harmless(result.out)
    shown = run("figures", "--db", path).out
    if text.isprintable():
        assert text in shown
    counted(hostile_texts=1)


def test_on_a_terminal(terminal, hostile) -> None:
    text, path = hostile
    for args in [("figures", "--document", "mpa-2004-02-16"), *PAGES[:3]]:
        result = terminal(200, *args, "--db", str(path), escapes=True)
        assert result.code == 0
        harmless(ESCAPES.sub("", result.out))
    shown = ESCAPES.sub("", terminal(400, *args, "--db", str(path), escapes=True).out)
    if text == SCREEN["markup"]:
        assert "[red]red[/red]" in shown


def test_in_data(run, hostile) -> None:
    text, path = hostile
    rows = run("sql", PRINTED, "--db", path, "--json")
    harmless(rows.out)
    assert {row["printed"] for row in json.loads(rows.out)} == {text}
    lines = run("sql", PRINTED, "--db", path, "--jsonl")
    harmless(lines.out)
    assert {json.loads(line)["printed"] for line in lines.out.split("\n") if line} == {text}
    for args in PAGES[:6]:
        harmless(run(*args, "--db", path, "--json").out)
    for way, dialect in (("--csv", "excel"), ("--tsv", "excel-tab")):
        out = run("sql", "select description as p, 1 as n from figure", "--db", path, way).out
        harmless(out.replace("\t", " "))
        read = list(csv.reader(io.StringIO(out), dialect))
        assert len(read) == 237
        assert {len(row) for row in read} == {2}
        assert all(row[0][0] not in "=+@-\t\r" for row in read)


def test_in_markup(run, hostile) -> None:
    text, path = hostile
    question = ("sql", "select description as p, 1 as n from figure limit 5", "--db", path)
    page = run(*question, "--format", "html").out
    harmless(page)
    tags = {"table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r"<\s*/?\s*(\w+)", page)) == tags
    if text == SCREEN["html"]:
        assert text in html.unescape(page)
    table = run(*question, "--format", "github").out
    harmless(table)
    assert len(table.splitlines()) == 7
    for line in table.splitlines():
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3, line
        assert not re.search(r"(?<!\\)(?:\\\\)*[<\[]", line), line
    latex = run(*question, "--format", "latex").out
    harmless(latex)
    assert set(re.findall(r"\\([a-z]+)", latex)) <= {
        "begin", "end", "hline", "textbackslash", "textasciitilde", "textless", "ensuremath",
        "textgreater", "textbar",
    }  # fmt: skip
    assert len(re.findall(r"(?<!\\)[$%#]", latex)) == 0


@pytest.mark.parametrize("name", ["escape", "c1", "backspace", "override", "isolate", "null"])
def test_records_refuse_it(run, tmp_path: Path, name: str) -> None:
    records = shutil.copytree(RECORDS, tmp_path / "records")
    with (records / "strands.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(["odd", "Odd", SCREEN[name]])
    result = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert result.code == 1
    assert "definition: " in result.err
    assert "control character" in result.err
    harmless(result.err)


def test_documents_that_are_hostile(run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    lines = [f"{number}. {text} 7" for number, text in enumerate(SCREEN.values(), start=1)]
    (folder / "a\x1b[31m.txt").write_text("Summary\n\n" + "\n\n".join(lines), "utf-8")
    drafted = run("draft", folder / "a\x1b[31m.txt", "--id", "x-2025-01-01", "-o", tmp_path)
    assert drafted.code == 0
    harmless(drafted.out)
    result = run("verify", folder)
    assert result.code == 1
    harmless(result.err)
    records = shutil.copytree(RECORDS, tmp_path / "records")
    shutil.move(tmp_path / "x-2025-01-01", records / "x-2025-01-01")
    built = run("seed", "--records", records, "--db", tmp_path / "own.db")
    assert built.code == 0  # what is unfinished is counted and left out
    harmless(built.out + built.err)
