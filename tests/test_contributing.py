"""CONTRIBUTING.md: its recipes fit the code as it is."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FILES = re.split(r"^--- ", "".join(re.findall(r"```diff\n(.*?)```", TEXT, re.S)), flags=re.M)[1:]
CHANGED = [part for part in FILES if not part.startswith("/dev/null")]


@pytest.mark.parametrize("part", CHANGED, ids=lambda part: part.partition("\n")[0])
def test_what_a_recipe_changes_is_there_once(part: str) -> None:
    name, _, body = part.partition("\n")
    code = (ROOT / name).read_text("utf-8")
    hunks = re.split(r"^@@.*\n", body, flags=re.M)
    for hunk in hunks:
        before = [line[1:] for line in hunk.splitlines() if line[0] in " -"]
        assert code.count("\n".join(before)) == 1, hunk


def test_there_are_recipes() -> None:
    assert len(CHANGED) == 13


def test_paths_that_it_names_are_there() -> None:
    named = set(
        re.findall(
            r"\b(?:moditrack|tests|docs)/[\w/.-]*\w", re.sub(r"```diff.*?```", "", TEXT, flags=re.S)
        )
    )
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_test_that_it_runs_is_there() -> None:
    (path, name), *_ = re.findall(r"(tests/\w+\.py)::(\w+)", TEXT)
    assert f"def {name}(" in (ROOT / path).read_text("utf-8")
