"""What every command takes: -h, options before and after it, `-` for a path, endings, TAB."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from moditrack.cli import main
from moditrack.cli.commands import COMMANDS
from tests.conftest import ROOT

NAMES = list(COMMANDS)
ROWS = ["outcomes", "victims", "compare", "figures", "timeline", "operations", "agencies",
        "commitments", "check", "search police", "sql --schema", "sources"]  # fmt: skip
"""Commands that print rows."""
SHIPPED = str(ROOT / "data" / "moditrack.db")
NO_DATABASE = {"verify": ["x"], "draft": ["x", "--id", "x-2025"]}


@pytest.mark.parametrize("name", ["", *NAMES])
def test_h_is_help(run, name: str) -> None:
    own = name.split()
    short = run(*own, "-h")
    assert (short.code, short.err) == (0, "")
    assert short.out.startswith(f"Usage: moditrack {name} " if name else "moditrack: what public")
    assert "-h, --help" in short.out
    assert short == run(*own, "--help")


@pytest.mark.parametrize("line", [*ROWS, "report"])
def test_options_that_commands_share_stand_before_the_command_too(run, line: str) -> None:
    words = line.split()
    after = run(*words, "--no-pager", "--debug", "--db", SHIPPED)
    assert (after.code, after.err) == (0, "")
    assert run("--no-pager", "--debug", "--db", SHIPPED, *words) == after


@pytest.mark.parametrize("line", [*ROWS, "report", "export there", "plot age -o a.svg"])
def test_one_database_is_named(run, refused, tmp_path: Path, monkeypatch, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    words = line.split()
    first = run("--db", "first.db", *words)
    assert first.code == 1
    assert "first.db is not there" in first.err
    assert run("--db", "first.db", *words, "--db", "first.db") == first
    assert refused("--db", "first.db", *words, "--db", "second.db") == (
        f"--db takes one value: give it once (see 'moditrack {words[0]} --help')."
    )
    assert list(tmp_path.iterdir()) == []


def test_seed_builds_the_database_named_before_it(run, refused, tmp_path: Path) -> None:
    assert run("--db", tmp_path / "before.db", "seed").code == 0
    refused("--db", tmp_path / "before.db", "seed", "--db", tmp_path / "after.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["before.db"]


@pytest.mark.parametrize("name", NO_DATABASE)
def test_a_database_is_refused_where_none_is_used(refused, name: str) -> None:
    assert refused("--db", SHIPPED, name, *NO_DATABASE[name]) == (
        f"'moditrack {name}' uses no database: leave out --db."
    )


def test_a_database_named_before_is_completed_from(offered, two_forces: Path) -> None:
    assert offered("--db", str(two_forces), "sources", "mps-20") == ["plain,mps-2025-02-22"]


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("operations maxim --show f", ["figures"]),
        ("operations maxim --show Re", ["responsibilities", "references"]),
        ("agencies co14 --show s", ["staff", "statements"]),
        (
            "sources mpa-2003-05-08 --show ",
            ["passages", "threats", "definitions", "cautions", "references"],
        ),
    ],
)
def test_sections_are_completed(offered, line: str, sections: list[str]) -> None:
    words = line.split(" ")
    assert sorted(offered(*words)) == sorted(f"plain,{section}" for section in sections)


@pytest.mark.parametrize("line", ROWS)
def test_output_to_a_dash_is_standard_output(run, tmp_path: Path, monkeypatch, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    for way in ([], ["--csv"]):
        plain = run(*line.split(), *way)
        assert plain.code == 0
        assert run(*line.split(), *way, "--output", "-") == plain
    assert list(tmp_path.iterdir()) == []


def test_a_briefing_to_a_dash_is_standard_output(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("report", "-o", "-") == run("report")
    page = run("report", "--page-one", "-o", "-", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "line",
    ["seed --db -", "seed --records -", "seed --documents - --db x.db", "verify -",
     "verify . --records -", "audit report.txt -", "draft report.txt --id x-2025 -o -", "export -",
     "plot age -o -", "compare --with -", *(f"{rows} --db -" for rows in ROWS), "report --db -",
     "browse --db -", "--db - outcomes"],
)  # fmt: skip
def test_a_dash_is_refused_where_a_file_or_folder_is_needed(
    refused, tmp_path: Path, monkeypatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "standard input" in refused(*line.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "line",
    ["verify", "audit", "draft --id x-2025 -o x", "draft report.txt --id x-2025 -o", "export",
     "plot age -o", "compare --with", "compare --output", "seed --db", "seed --records",
     "verify . --records"],
)  # fmt: skip
def test_an_empty_path_is_not_the_current_folder(
    refused, tmp_path: Path, monkeypatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "empty" in refused(*line.split(), "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("line", ROWS)
@pytest.mark.parametrize("name", ["x.foo", "x.xlsx", "x.json.gz", "folder.csv/x.foo", "x."])
def test_an_ending_that_is_no_format_is_refused(
    refused, tmp_path: Path, monkeypatch, line: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = refused(*line.split(), "--output", name)
    assert said == (
        f"'{name}' has no known extension: use .json, .jsonl, .csv, .tsv or .txt,"
        " or choose a --format."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_is_chosen_needs_no_ending(run, tmp_path: Path) -> None:
    for way, name, begins in (
        (["--format", "github"], "x.md", "| year"),
        (["--json"], "x.foo", "["),
        ([], "plain", "Offences by outcome"),
        ([], "folder.x/plain", "Offences by outcome"),
        ([], "x.TXT", "Offences by outcome"),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        fields = ["--fields", "year"] if way[:1] == ["--format"] else []
        assert run("outcomes", *way, *fields, "--output", path).code == 0
        assert path.read_text("utf-8").strip().startswith(begins)
    citation = "colp-2024-02-22#19.outcome"
    assert run("sources", citation, "--bibtex", "--output", tmp_path / "x.bib").code == 0
    assert (tmp_path / "x.bib").read_text("utf-8").startswith("@")


@pytest.mark.parametrize("way", [[], ["--json"], ["--jsonl"], ["--csv"], ["--format", "github"]])
@pytest.mark.parametrize("line", ["outcomes", "sql --schema", "operations maxim"])
def test_a_field_named_twice_is_refused(refused, line: str, way: list[str]) -> None:
    field = {"outcomes": "year", "sql --schema": "column", "operations maxim": "name"}[line]
    said = refused(*line.split(), *way, "--fields", f"{field},sources, {field}".replace(
        "sources,", "" if line.startswith("sql") else "sources,"))  # fmt: skip
    assert said == f"--fields names '{field}' twice: name each field once."


@pytest.mark.parametrize("fields", ["", "year,,code", "year,"])
def test_an_empty_name_of_a_field_is_refused(refused, fields: str) -> None:
    said = refused("outcomes", "--json", "--fields", fields)
    assert said.startswith("--fields has an empty name: there are document, force, year, ")


@pytest.fixture
def offered(capsys, monkeypatch) -> Callable[..., list[str]]:
    """What TAB offers behind these words: a kind and a value each, as bash is given them."""

    def call(*words: str) -> list[str]:
        monkeypatch.setenv("_MODITRACK_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(["moditrack", *words]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        capsys.readouterr()
        with pytest.raises(SystemExit):
            main([])
        out, err = capsys.readouterr()
        assert err == ""
        return out.splitlines()

    return call


def test_tab_offers_no_field_twice_and_the_levels(offered) -> None:
    assert "plain,year,document" in offered("outcomes", "--fields", "year,")
    assert "plain,year,year" not in offered("outcomes", "--fields", "year,")
    assert offered("agencies", "--level", "") == ["plain,1", "plain,2", "plain,3"]
    assert offered("agencies", "--level", "2") == ["plain,2"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        *((f"{rows} --output", "file") for rows in ROWS), *((f"{r} --db", "file") for r in ROWS),
        ("--db", "file"), ("seed --db", "file"), ("seed --records", "dir"),
        ("seed --documents", "dir"), ("verify", "dir"), ("verify x --records", "dir"),
        ("draft", "file"), ("draft x -o", "dir"), ("draft x --output", "dir"), ("export", "dir"),
        ("export --db", "file"), ("plot age -o", "file"), ("plot --db", "file"),
        ("report -o", "file"), ("report --db", "file"), ("browse --db", "file"),
    ],
)  # fmt: skip
def test_tab_offers_files_and_folders_for_a_path(offered, line: str, kind: str) -> None:
    assert offered(*line.split(), "da") == [f"{kind},da"]
