"""The ways out that every command shares: JSON lines, CSV, TSV, tabulate, fields, files."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from moditrack.db.connection import open_database
from moditrack.db.rows import Selection
from moditrack.output.csv import cell, write_csv
from moditrack.output.json import write_json, write_json_lines
from moditrack.pages import Page
from moditrack.questions import (
    agencies,
    commitments,
    compare,
    dictionary,
    figures,
    operation,
    operations,
    outcomes,
    sources,
    timeline,
    victims,
)
from moditrack.questions import check as checks
from moditrack.questions.all_questions import QUESTIONS
from moditrack.tables import Column, Table
from tests.conftest import ROOT

COMMANDS = ("outcomes", "victims", "compare", "operations", "agencies", "figures", "timeline",
            "commitments", "check", "sources")  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_all_formats_hold_the_same_rows(run, ask, command: str) -> None:
    rows = ask(command)
    lines = run(command, "--jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    for option, delimiter in (("--csv", ","), ("--tsv", "\t")):
        out = run(command, option).out
        assert "\r" not in out
        table = list(csv.DictReader(io.StringIO(out), delimiter=delimiter))
        assert len(table) == len(rows)
        assert list(table[0]) == list(rows[0])
        assert table[0]["sources"] == "; ".join(rows[0]["sources"])
    head = run(command, "--format", "github").out.splitlines()
    assert [name.strip() for name in head[0].strip("|").split("|")] == list(rows[0])


def test_fields_are_chosen_and_ordered(run, ask, refused) -> None:
    rows = ask("outcomes", "--year", "2023", "--fields", "offences,code")
    assert [list(row) for row in rows] == [["offences", "code"]] * 6
    out = run("outcomes", "--year", "2023", "--csv", "--fields", "code,offences").out
    assert out.splitlines()[:5] == ["code,offences", "1,0", "14,1", "16,0", "18,6"]
    assert run("outcomes", "--year", "2023", "--fields", "code").out.count("\n") > 6
    page = ask("operations", "maxim", "--fields", "lead,levels")
    assert page == {"lead": None, "levels": [1, 2]}
    assert "did you mean 'offences'" in refused("outcomes", "--fields", "offence")
    assert "there are document, force" in refused("outcomes", "--fields", "")


def test_the_fields_are_in_the_help(run) -> None:
    words = " ".join(run("figures", "--help").out.split())
    assert "Fields: figure, document, locator, printed, value" in words
    assert "Output and others: --json, --jsonl, --csv, --tsv, --format NAME (github," in words
    assert "-o, --output FILE (its extension selects .json, .jsonl, .csv, .tsv or .txt;" in words
    assert "-h, --help (show this message and exit)" in words


def test_a_file_is_written_whole_or_not_at_all(run, refused, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert run("victims", "--csv", "--output", path).out == ""
    assert path.read_text("utf-8").splitlines()[0].startswith("document,force,characteristic")
    before = path.read_bytes()
    assert "use --overwrite" in refused("figures", "--csv", "--output", path, code=1)
    assert path.read_bytes() == before
    assert run("figures", "--csv", "--output", path, "--overwrite").code == 0
    assert run("outcomes", "--output", path, "--overwrite").code == 0
    assert path.read_text("utf-8").startswith("document,force,year")  # as the name says
    plain = tmp_path / "out.txt"
    assert run("outcomes", "--output", plain).code == 0
    assert plain.read_text("utf-8").startswith("Offences by outcome")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.csv", "out.txt"]
    refused("figures", "--output", tmp_path, code=1)
    refused("figures", "--output", tmp_path / "none" / "x", code=1)
    refused("figures", "--overwrite")


def test_one_format_at_a_time(refused) -> None:
    assert "choose one of json, csv" in refused("figures", "--json", "--csv")
    assert "did you mean 'github'" in refused("figures", "--format", "gihub")
    assert "use --json or --jsonl" in refused("operations", "maxim", "--csv")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("=cmd()", "'=cmd()"), ("@x", "'@x"), ("\t=1", "'\t=1"), ("\r=1", "'\n=1"),
     ("+5", "+5"), ("-9", "-9"), ("+65", "+65"),
     ("-x", "'-x"), ("+1+1", "'+1+1"), (None, ""), (5, 5), (0.13, 0.13), (True, 1),
     ("-50%", "-50%"), ("+225%", "+225%"), ("-50%x", "'-50%x"),
     (["a", "b"], "a; b"), ([{"x": 1}], '{"x": 1}'), ("plain", "plain")],
)  # fmt: skip
def test_cells_that_a_spreadsheet_would_run(value: object, shown: object) -> None:
    assert (type(cell(value)), cell(value)) == (type(shown), shown)


def test_csv_is_utf_8_on_every_console() -> None:
    for encoding in ("cp1252", "ascii"):
        result = subprocess.run(
            [sys.executable, "-m", "moditrack", "figures", "--unit", "GBP", "--csv"],
            cwd=ROOT, capture_output=True, check=True,
            env={**os.environ, "PYTHONIOENCODING": encoding},
        )  # fmt: skip
        rows = list(csv.DictReader(io.StringIO(result.stdout.decode("utf-8"))))
        assert "£1 million pounds" in {row["printed"] for row in rows}


def test_a_carriage_return_does_not_break_the_row(run) -> None:
    out = run(
        "sql", """select char(13) || '=cmd' as "=head", 'a' || char(13) || 'b' as b""", "--csv"
    )
    rows = list(csv.reader(io.StringIO(out.out)))
    assert rows == [["'=head", "b"], ["'\n=cmd", "a\nb"]]


@pytest.mark.parametrize("way", ["github", "pipe"])
def test_a_bar_does_not_break_a_markdown_table(run, way: str) -> None:
    out = run("sql", "select 'a|b' as x", "--format", way).out
    assert "a\\|b" in out


def test_a_format_leaves_numbers_as_they_are(run) -> None:
    out = run("sql", "select '007' as a, '1e3' as b, 0.10 as c", "--format", "github").out
    assert out.splitlines()[-1].split() == ["|", "007", "|", "1e3", "|", "0.1", "|"]


def test_json_has_no_control_character_and_suits_its_console(run) -> None:
    out = run("sql", "select 'a' || char(127) || 'b' as x", "--json").out
    assert out == '[\n{"x":"a\\u007fb"}\n]\n'
    for encoding, printed in (("ascii", b"\\u00a3 5"), ("utf-8", "£ 5".encode())):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        write_json(Table("t", (Column("x"),), [{"x": "£ 5"}]), stream)
        stream.flush()
        assert stream.buffer.getvalue() == b'[\n{"x":"' + printed + b'"}\n]\n'


def test_output_writes_to_a_device_as_it_is(run, tmp_path: Path) -> None:
    assert run("figures", "--csv", "--output", "/dev/null").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_output_follows_a_link_and_keeps_the_mode(run, tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    link.symlink_to(real)
    assert run("victims", "--csv", "--output", link).code == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("document,")
    real.chmod(0o640)
    assert run("victims", "--json", "--output", link, "--overwrite").code == 0
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert real.read_text("utf-8").startswith("[")


def test_a_new_file_has_the_mode_that_the_user_wants(run, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        run("victims", "--csv", "--output", tmp_path / "x.csv")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.csv").stat().st_mode) == 0o600


def test_chosen_fields_keep_notes_and_sources(run) -> None:
    out = run("figures", "--measure", "removals", "--fields", "printed,value").out
    assert "removals-both-phases" in out
    assert "Sources: mpa-2003-10-09#B.7.p1, " in out
    page = run("figures", "removals-both-phases", "--fields", "value,unit").out
    assert (
        page == "Removals including Phase 1, as totalled in the press release\n"
        "value  53\nunit   people\n"
    )


@pytest.mark.parametrize(
    "write",
    [write_json, write_json_lines, write_csv, lambda t, s: write_csv(t, s, "excel-tab")],
    ids=["json", "jsonl", "csv", "tsv"],
)
def test_rows_are_written_as_they_are_made(write) -> None:
    stream = io.StringIO()
    written = []

    def rows():
        for number in range(3):
            written.append(stream.getvalue().count("first"))
            yield {"key": f"first {number}"}

    write(Table("Rows", (Column("key"),), rows), stream)
    assert written == [0, 1, 2]


LISTS = {
    "outcomes": outcomes.outcomes,
    "outcomes of a year": lambda c: outcomes.outcomes(c, years=[2023]),
    "outcomes of a code": lambda c: outcomes.outcomes(c, codes=["18"]),
    "outcomes by group": lambda c: outcomes.outcomes(c, by="group"),
    "victims": victims.victims,
    "compare": compare.compare,
    "figures": figures.figures,
    "timeline": timeline.timeline,
    "operations": operations.operations,
    "agencies": agencies.agencies,
    "commitments": commitments.commitments,
    "check": checks.checks,
    "sources": sources.sources,
    "sql --schema": dictionary.schema,
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("write", [write_json, write_json_lines, write_csv])
def test_no_list_is_gathered_for_data(name: str, write) -> None:
    table = LISTS[name](open_database())
    assert isinstance(table.find_rows(), Iterator)
    stream = io.StringIO()
    write(table, stream)
    assert stream.getvalue().count("\n") >= 2
    assert "rows" not in vars(table)


def test_a_page_is_written_table_by_table() -> None:
    page = operation.operation_page(open_database(), "maxim")
    stream = io.StringIO()
    write_json(page, stream)
    tables = [part for part in page.parts.values() if isinstance(part, Table)]
    assert len(tables) == 9
    assert not any("rows" in vars(table) for table in tables)
    assert json.loads(stream.getvalue()) == page.data


def test_notes_are_made_for_people_alone(monkeypatch, run) -> None:
    asked = []
    monkeypatch.setattr(
        "moditrack.questions.related_checks.related_checks", lambda *a, **k: asked.append(1) or []
    )
    for way in ("--json", "--jsonl", "--csv"):
        assert run("figures", way).code == 0
    assert asked == []
    run("figures")
    assert asked == [1]


def test_a_page_has_a_line_for_each_row_whatever_its_texts_hold() -> None:
    hostile = '}, {"a": 1}, {\\"a\\": "'
    rows = [{"a": hostile, "b": [{"c": hostile}, {"c": "\u202e"}]}, {"a": None, "b": []}]
    data = {"name": hostile, "rows": rows, "none": [], "ids": ["x", "y"]}
    page = Page("Page", [], [], data)
    for write, number in ((write_json, 9), (write_json_lines, 1)):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        write(page, stream)
        stream.seek(0)
        text = stream.read()
        assert json.loads(text) == data
        assert "\u202e" not in text
        assert len(text.splitlines()) == number


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_database_writes_the_json_of_the_rows(question) -> None:
    if question.compute or any(own.required for own in question.filters):
        return
    table = question.answer(open_database(), {})
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    write_json(table, stream)
    stream.seek(0)
    assert "rows" not in vars(table)
    assert repr(json.loads(stream.read())) == repr(list(table))


def test_the_database_writes_numbers_with_all_their_digits() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t (x, y, z)")
    numbers = [0.1 + 0.2, 46.34, 250.0, 1e16, 1.7e-7, -0.5, 3, 2**53 + 1, None]
    for x in numbers:
        connection.execute("INSERT INTO t VALUES (?, ?, ?)", (x, x == 3, '["\u202e\\"\\\\"]'))
    columns = (Column("x", "number"), Column("y", "boolean"), Column("z", many=True))
    found = Selection(connection, columns, "FROM t")
    rows = [json.loads(text) for text in found.json()]
    assert repr(rows) == repr(list(found))
    assert [row["x"] for row in rows] == numbers
