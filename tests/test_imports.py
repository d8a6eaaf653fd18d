"""What a command may load, and which parts of the package may know which."""

from __future__ import annotations

import ast
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "moditrack"
NEVER = {"sqlite_utils", "importlib.metadata", "moditrack.build", "moditrack.validation",
         "pluggy", "dataclasses",
         "pathlib", "urllib.parse", "statistics", "tempfile", "subprocess"}  # fmt: skip
"""What no query loads on its way to data."""
NOT_LISTS = {f"moditrack.{name}" for name in (
    "long_rows", "counting", "name_key", "search_stemming", "questions.check", "questions.grouping",
    "questions.names", "questions.operation_or_agency", "questions.table_cells",
    "questions.words_filter", "questions.inferred_star", "figure_text",
)}  # fmt: skip
"""What a list as data does not load: notes, look-ups of names, and what people see of it."""
PEOPLE = {"rich", "tabulate", "shutil"}
"""What only views for people load; into a pipe they load none of these either."""


def loaded(*args: str, **environment: str) -> set[str]:
    code = (
        "import atexit, sys; from moditrack.__main__ import command; sys.argv[1:] = sys.argv[2:];"
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr)); command()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, "moditrack", *args], cwd=ROOT, check=False,
        capture_output=True, text=True, env={**os.environ, **environment},
    )  # fmt: skip
    assert result.returncode == 0
    return set(result.stderr.splitlines())


QUERIES = [
    ("outcomes",), ("outcomes", "--wide"), ("victims",),
    ("compare",), ("operations",), ("operations", "maxim"),
    ("agencies",), ("agencies", "CO14"), ("agencies", "--matrix"),
    ("figures",), ("figures", "removals-both-phases"),
    ("timeline",), ("commitments",), ("check",), ("check", "removals-both-phases"),
    ("search", "police"), ("define",), ("figures", "--list"), ("sql", "select 1 as one"),
    ("sql", "--schema"), ("sources",), ("sources", "mpa-2004-02-16"),
    ("sources", "mpa-2004-02-16#notes.1"),
]  # fmt: skip


@pytest.mark.parametrize("args", QUERIES, ids=" ".join)
def test_data_loads_nothing_that_it_does_not_need(args: tuple[str, ...]) -> None:
    modules = loaded(*args, "--json")
    assert not (NEVER | PEOPLE | {"csv"}) & modules
    assert not {module for module in modules if module.endswith("_screen")}  # for people alone
    if len(args) == 1:
        assert not (NEVER | PEOPLE) & loaded(*args, "--csv")


def test_help_loads_neither_shutil_nor_locale() -> None:
    assert not {"shutil", "locale"} & loaded("outcomes", "--help")


@pytest.mark.parametrize(
    "name", ["outcomes", "operations", "agencies", "figures", "timeline", "commitments"]
)
def test_a_list_as_data_loads_neither_notes_nor_names(name: str) -> None:
    modules = loaded(name, "--json")
    assert not NOT_LISTS & modules
    assert sum(module.partition(".")[0] == "moditrack" for module in modules) <= 26


@pytest.mark.parametrize(
    "args",
    [
        ("operations", "--json"), ("agencies", "--jsonl"), ("figures", "--csv"),
        ("timeline", "--csv"), ("sources", "--json"), ("search", "police", "--json"),
        ("outcomes", "--json"), ("outcomes", "2023", "--jsonl"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_the_database_writes_the_json_of_a_list(args: tuple[str, ...]) -> None:
    assert "json" not in loaded(*args)


@pytest.mark.parametrize(
    "args", [("operations", "maxim"), ("agencies", "colp"), ("search", "police")]
)
def test_pages_and_hits_as_data_load_nothing_of_their_words(args: tuple[str, ...]) -> None:
    never = {f"moditrack.{name}" for name in ("counting", "figure_text", "questions.inferred_star")}
    assert not never & loaded(*args, "--json")


def test_a_comparison_and_a_document_load_no_more() -> None:
    assert not {"fractions", "decimal"} & loaded("compare", "--json")
    never = {f"moditrack.{name}" for name in ("escaping", "questions.check", "questions.passage")}
    assert not (never | {"moditrack.long_rows"}) & loaded("sources", "mpa-2004-02-16", "--json")


@pytest.mark.parametrize("args", [("outcomes",), ("figures",), ("operations", "maxim")], ids=str)
def test_a_pipe_loads_no_more(args: tuple[str, ...]) -> None:
    assert not ((NEVER | PEOPLE) - {"dataclasses"}) & loaded(*args)


def test_a_range_of_dates_loads_what_reads_dates() -> None:
    assert "moditrack.record_dates" in loaded("timeline", "--from", "2003", "--json")


def test_formats_of_tabulate_load_it() -> None:
    assert "tabulate" in loaded("outcomes", "--format", "github")


def test_help_and_the_version_load_less() -> None:
    never = (NEVER | PEOPLE) - {"shutil"}  # click asks it for the width of the screen
    assert not {"sqlite3", "json", *never} & loaded("--help")
    assert not {"sqlite3", "json", *never} & loaded("outcomes", "--help")
    assert not {"click", "typing", "inspect"} & loaded("--version")


def test_completion_loads_nothing_that_it_does_not_need() -> None:
    modules = loaded(
        _MODITRACK_COMPLETE="bash_complete", COMP_WORDS="moditrack operations max", COMP_CWORD="2"
    )
    assert not (NEVER | PEOPLE) & modules
    assert "moditrack.cli.completion" in modules


def test_only_building_loads_the_builder(tmp_path: Path) -> None:
    assert "moditrack.build.database" in loaded("seed", "--db", str(tmp_path / "x.db"))


def test_one_connection_is_opened(monkeypatch, run) -> None:
    opened = []
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: opened.append(a) or connect(*a, **k))
    for args in QUERIES:
        opened.clear()
        assert run(*args, "--json").code == 0
        # A question in SQL is asked in another process.
        assert len(opened) == (0 if args == ("sql", "select 1 as one") else 1), args


KNOWS = {
    "documents": set(),
    "checks": {"documents"},
    "db": {"checks"},
    "validation": {"documents", "checks", "db"},
    "verify": {"documents", "validation"},
    "marked": {"documents"},
    "audit": {"documents", "checks", "marked"},
    "build": {"documents", "validation", "checks", "db", "questions"},
    "draft": {"marked", "documents", "checks", "audit", "validation", "verify"},
    "questions": {"db", "documents"},
    "output": set(),
    "dataset": {"questions", "db"},
    "plots": {"dataset", "questions"},
    "report": {"dataset", "questions", "plots", "output"},
    "browse": {"questions", "db", "output"},
    "export": set(),
}
"""What each part of the package may know; what is not listed is the ground floor, which knows none
of them but as GROUND says, and `cli` is the top."""
GROUND = {"figure_text": {"documents"}, "record_dates": {"documents"}}
"""Notations of the records take from `documents` what a month or a financial year covers."""
LIBRARIES = {
    "click": {"cli", "output"},
    "rich": {"output"},
    "tabulate": {"output", "cli"},
    "sqlite3": {
        "cli",
        "checks",
        "db",
        "build",
        "validation",
        "questions",
        "dataset",
        "browse",
        "export",
        "tables",
    },
    "altair": {"plots"},
    "datasette": {"browse"},
    "docx": {"documents"},
    "lxml": {"documents"},
    "markdown_it": {"documents"},
    "pdfminer": {"documents", "audit"},
    "pypdf": {"audit"},
}
"""The only parts that may know a library."""


def parts(path: Path) -> str:
    """The part of the package that a file belongs to: its folder, or its own name."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.name))
def test_no_import_runs_upward(path: Path) -> None:
    own = parts(path)
    for name in imports_of(path):
        top, _, rest = name.partition(".")
        if top == "moditrack":
            other = rest.partition(".")[0]
            if other in KNOWS and other != own and own not in ("cli", "__init__"):
                assert other in KNOWS.get(own, GROUND.get(own, set())), (
                    f"{path.name} imports {name}"
                )
            assert other != "cli" or own in ("cli", "__main__"), f"{path.name} imports {name}"
        elif top in LIBRARIES:
            assert own in LIBRARIES[top], f"{path.name} imports {name}"


def test_no_two_parts_know_each_other() -> None:
    for part, known in KNOWS.items():
        below = set(known)
        while more := {lower for one in below for lower in KNOWS[one]} - below:
            below |= more
        assert part not in below


FAMILIES = ("by_wording", "any_wording", "elsewhere")
"""Folders of the audit: each may know those before it."""


@pytest.mark.parametrize("at", range(len(FAMILIES)), ids=FAMILIES.__getitem__)
def test_a_family_of_the_audit_knows_only_those_before_it(at: int) -> None:
    files = list((PACKAGE / "audit" / FAMILIES[at]).glob("*.py"))
    assert files
    known = {name.split(".")[2] for path in files for name in imports_of(path)
             if name.startswith("moditrack.audit.")}  # fmt: skip
    assert not known & {*FAMILIES[at + 1 :], "tables_and_lists", "marked_document"}


def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            if node.module == "moditrack":
                names |= {f"moditrack.{alias.name}" for alias in node.names}
    return names


def test_records_need_no_python() -> None:
    documents = {path.name for path in (PACKAGE / "records").iterdir() if path.is_dir()}
    assert len(documents) == 4
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text()
        assert not any(f'"{document}"' in text for document in documents), path


def test_figures_for_people_load_no_patterns_of_search() -> None:
    code = (
        "import sys; from moditrack.db.connection import open_database;"
        "from moditrack.questions.figures_screen import figures_by_report;"
        "list(figures_by_report(open_database(None)).displayed); print('\\n'.join(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert "moditrack.search_stemming" not in result.stdout.splitlines()
