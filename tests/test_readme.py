"""The README is true: its two commands, and every example with its output."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```console\n\$ moditrack (.*)\n((?:.*\n)*?)```", README)


def test_the_two_commands_are_single_lines() -> None:
    lines = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert len(lines) == 2
    assert lines[0].endswith(".venv/bin/moditrack outcomes --year 2023")
    assert lines[1].endswith(".venv/bin/python -m pytest")


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[c for c, _ in EXAMPLES])
def test_examples_print_what_the_readme_shows(run, command: str, output: str, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    result = run(*shlex.split(command))
    assert result.code == 0
    assert result.out == output


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


def test_every_command_named_in_the_readme_works(run, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)  # where some of them write
    named = re.findall(r"`moditrack ([a-z][^`]*)`", README)
    assert len(named) >= 10
    for command in named:
        # The briefing is what `brief` of conftest.py runs.
        if not command.startswith(("browse", "seed", "verify", "sql '", "report -o brief.html")):
            assert run(*shlex.split(command)).code == 0, command


def test_the_help_has_the_questions_of_the_readme_beside_their_commands(run) -> None:
    asked = dict(re.findall(r"^\| (.*\?) \| `moditrack ([^`]*)` \|$", README, re.MULTILINE))
    listed = re.findall(r"^  (\S.*?)  +(\S.*\?)$", run("--help").out, re.MULTILINE)
    assert len(listed) >= 11
    assert {asked.get(question) for _, question in listed} == {command for command, _ in listed}
    for question in README.partition("And next:")[0].split("\n| ")[2:]:
        assert f"  {question.partition(' |')[0]}\n" in run("--help").out


@pytest.mark.parametrize("args", [(), ("--help",), ("-h",)], ids=" ".join)
def test_the_help_fits_a_screen(run, args: tuple[str, ...]) -> None:
    """24 rows of 80 columns, one of them the prompt."""
    lines = run(*args).out.splitlines()
    assert len(lines) <= 23
    assert any("What should I ask the authors?" in line for line in lines)
    assert max(map(len, lines)) <= 80
