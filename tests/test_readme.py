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
def test_examples_print_what_the_readme_shows(run, command: str, output: str) -> None:
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
        if not command.startswith(("browse", "seed", "verify", "sql '")):
            assert run(*shlex.split(command)).code == 0, command
