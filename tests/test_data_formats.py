"""The ways out that every command shares: JSON lines, CSV, TSV, tabulate, fields, files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from moditrack.render.csv import cell

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
    assert page == {"lead": "scd11", "levels": [1, 2]}
    assert "did you mean 'offences'" in refused("outcomes", "--fields", "offence")
    assert "there are document, force" in refused("outcomes", "--fields", "")


def test_the_fields_are_in_the_help(run) -> None:
    words = " ".join(run("figures", "--help").out.split())
    assert "Fields: figure, document, locator, printed, value" in words


def test_a_file_is_written_whole_or_not_at_all(run, refused, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert run("victims", "--csv", "--output", path).out == ""
    assert path.read_text("utf-8").splitlines()[0].startswith("document,force,characteristic")
    before = path.read_bytes()
    assert "use --overwrite" in refused("figures", "--csv", "--output", path)
    assert path.read_bytes() == before
    assert run("figures", "--csv", "--output", path, "--force").code == 0
    assert run("outcomes", "--output", path, "--overwrite").code == 0
    assert path.read_text("utf-8").startswith("Offences by outcome")
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]
    refused("figures", "--output", tmp_path)
    refused("figures", "--output", tmp_path / "none" / "x", code=1)
    refused("figures", "--overwrite")


def test_one_format_at_a_time(refused) -> None:
    assert "choose one of json, csv" in refused("figures", "--json", "--csv")
    assert "did you mean 'github'" in refused("figures", "--format", "gihub")
    assert "use --json or --jsonl" in refused("operations", "maxim", "--csv")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("=cmd()", "'=cmd()"), ("@x", "'@x"), ("+5", "+5"), ("-9", "-9"), ("+65", "+65"),
     ("-x", "'-x"), ("+1+1", "'+1+1"), (None, ""), (5, 5), (0.13, 0.13), (True, 1),
     (["a", "b"], "a; b"), ([{"x": 1}], '{"x": 1}'), ("plain", "plain")],
)  # fmt: skip
def test_cells_that_a_spreadsheet_would_run(value: object, shown: object) -> None:
    assert cell(value) == shown
