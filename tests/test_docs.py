"""The pages made from the code are what the code makes; links lead somewhere; TAB completes."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys

import pytest

from tests.conftest import ROOT

_SPEC = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
assert _SPEC is not None and _SPEC.loader is not None
make = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(make)


def test_what_is_made_is_not_stale() -> None:
    pages = make.pages()
    assert {"cli.md", "data.md", "json.md", "gallery.md", "pictures/outcomes.svg"} <= set(pages)
    for name, text in pages.items():
        assert (ROOT / "docs" / name).read_text("utf-8") == text, f"{name}: run python docs/make.py"
    drawn = {f"pictures/{path.name}" for path in (ROOT / "docs" / "pictures").iterdir()}
    assert drawn == {name for name in pages if name.startswith("pictures/")}


def test_every_command_is_on_the_page_of_the_command_line() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert {"outcomes", "seed"} <= set(make.cli.list_commands(None))
    for command in make.cli.list_commands(None):
        assert f"## moditrack {command}\n" in page


@pytest.mark.parametrize("page", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"],
                         ids=lambda path: path.name)  # fmt: skip
def test_links_lead_somewhere(page) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize(
    "path", sorted((ROOT / "moditrack").rglob("__init__.py")), ids=lambda path: path.parent.name
)
def test_files_that_a_map_names_are_there(path) -> None:
    before_code = path.read_text("utf-8").partition("from __future__")[0]
    for name in re.findall(r"[\w*/]+\.(?:py|sql|digest)\b", before_code):
        assert list(path.parent.glob(name)), name


def test_paths_of_the_architecture_are_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = re.findall(r"`([\w*/]+/|[\w*/]+\.(?:py|sql|toml))`", page)
    assert len(named) > 25
    below = [ROOT, *(ROOT / "moditrack" / at for at in ("", "db", "draft", "questions", "records"))]
    for name in named:
        assert any(list(folder.glob(name)) for folder in below), name


def complete(*words: str) -> list[str]:
    environment = {
        **os.environ,
        "_MODITRACK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["moditrack", *words]),
        "COMP_CWORD": str(len(words)),
    }
    code = "import sys; from moditrack.cli import main; sys.exit(main())"
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("ope",), "operations"), (("outcomes", "--ye"), "--year"),
        (("operations", "maxim-"), "maxim-phase-1"), (("outcomes", "--year", "20"), "2023"),
        (("figures", "--measure", "rem"), "removals"), (("agencies", "co1"), "co14"),
        (("sources", "colp"), "colp-2024-02-22"), (("victims", "--format", "gi"), "github"),
        (("figures", "--fields", "figure,pri"), "figure,printed"),
        (("check", "indis"), "indis-name"), (("operations", "Operation"), "maxim"),
        (("agencies", "Clubs"), "co14"), (("agencies", "SCD5"), "scd5"),
        (("figures", "removals-b"), "removals-both-phases"), 
        (("timeline", "--from", "200"), "2003"),
        (("outcomes", "--document", "colp"), "colp-2024-02-22"),
    ],
)  # fmt: skip
def test_completion(words: tuple[str, ...], offered: str) -> None:
    assert offered in complete(*words)


def test_completion_is_quiet_where_there_is_no_database(monkeypatch) -> None:
    monkeypatch.setenv("MODITRACK_DB", "/nowhere.db")
    assert complete("operations", "max") == []


def examples() -> list[str]:
    """Every example of every command's help."""
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    return re.findall(r"^  (moditrack [a-z].*)$", page, re.MULTILINE)


@pytest.mark.parametrize("example", examples())
def test_every_example_of_the_help_works(run, example: str, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)  # where some of them write
    (tmp_path / "forces.csv").write_text(
        "area,period,offences,crimes\nCity of London,2023,9,7000\nElsewhere,2023,200,80000\n"
    )
    _, command, *words = shlex.split(example)
    if example == "moditrack report -o brief.html":
        return  # what `brief` of conftest.py runs
    # These serve, write, or read one's files.
    if command in ("audit", "browse", "seed", "draft", "verify"):
        for word in words:
            if word.startswith("-"):
                assert word in run(command, "--help").out
        return
    result = run(command, *words)
    assert (result.code, result.err) == (0, "")
    assert "Nothing found." not in result.out


def test_the_first_screen_of_a_help_has_its_examples() -> None:
    for own in (ROOT / "docs" / "cli.md").read_text("utf-8").split("\n## moditrack ")[1:]:
        lines = own.splitlines()[3:]  # without the heading and its fence
        last = max(number for number, line in enumerate(lines) if line.startswith("  moditrack "))
        assert last <= 22, own.splitlines()[0]


MOST_USED = {
    "outcomes": "--chart --wide --year --from --to",
    "victims": "--chart --by --sex --document --agency",
    "compare": "--chart --with --crimes",
    "figures": "--list --unit --measure --operation",
    "timeline": "--operation --agency --document --from --to --year",
    "operations": "--show --all --agency --level --strand",
    "agencies": "--show --all --matrix --by",
    "commitments": "--operation --agency --document --state",
    "check": "--all --strict --integrity --document --verdict",
    "search": "--limit --kind --document",
    "define": "--document",
    "sources": "--bibtex --show --all",
    "report": "--output --format --page-one --document",
    "plot": "--output --document",
    "browse": "--port --no-open --db",
    "export": "--overwrite --db",
    "audit": "--all --verdict --kind",
    "draft": "--id --output --publisher --force --review",
    "sql": "--parameter --schema --seconds",
    "verify": "--records --final",
    "seed": "--records --documents --db --overwrite --final",
}


@pytest.mark.parametrize("command", make.cli.list_commands(None))
def test_the_first_screen_of_a_help_has_a_sentence_examples_and_options(run, command) -> None:
    """24 rows, one of which is the pager's prompt; details come after the options."""
    lines = run(command, "--help").out.splitlines()
    first = lines[:23]
    assert first[0].startswith(f"Usage: moditrack {command}")
    assert first[2].startswith("  ")
    assert first[2].endswith((".", "?"))
    assert first[1] == first[3] == ""
    at = [number for number, line in enumerate(first) if line in ("Options:", "Filters:")]
    shown = "\n".join(first[at[0] :])
    assert [name for name in MOST_USED[command].split() if name not in shown] == []
    assert "Details:" not in lines[: at[0]]


def test_each_command_has_two_to_four_examples() -> None:
    named = [example.split()[1] for example in examples()]
    assert set(named) == set(make.cli.list_commands(None))
    for command in make.cli.list_commands(None):
        assert 2 <= named.count(command) <= 4, command


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_that_is_documented(shell: str) -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert f"_MODITRACK_COMPLETE={shell}_source moditrack" in page
    code = (
        "import sys; from moditrack.__main__ import command; sys.argv[0] = 'moditrack'; command()"
    )
    script = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "_MODITRACK_COMPLETE": f"{shell}_source"},
        capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    assert f"_MODITRACK_COMPLETE={shell}_complete" in script
