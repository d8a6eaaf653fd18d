"""The forty questions of docs/questions.md are answered on the first screen of their commands."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "questions.md").read_text("utf-8")
ROWS = re.findall(r"^\| (.*\?) \| `moditrack (.*?)` \| (.*) \|$", PAGE, re.MULTILINE)
COMMANDS = {
    "outcomes", "victims", "compare", "operations", "agencies", "commitments", "figures",
    "timeline", "check", "search", "define", "sources",
}  # fmt: skip


def _first_screen(terminal, command: str) -> str:
    """What a pager shows first, of 24 rows one of which is its prompt."""
    shown = terminal(80, *shlex.split(command), "--no-pager", rows=24)
    assert shown.code == 0, shown.out
    return " ".join("\n".join(shown.out.splitlines()[:23]).split())


@pytest.mark.parametrize(("question", "command", "answer"), ROWS, ids=[row[1] for row in ROWS])
def test_a_question_is_answered_on_the_first_screen(
    terminal, question: str, command: str, answer: str
) -> None:
    parts = re.findall(r"\*\*(.+?)\*\*", answer)
    assert parts, f"nothing of the answer is said to be on the screen: {question}"
    screen = _first_screen(terminal, command)
    assert [part for part in parts if part not in screen] == []


def test_ten_questions_each_of_four_people_over_all_commands_that_answer() -> None:
    asked = [re.findall(r"^\| (.*\?) \|", own, re.MULTILINE) for own in PAGE.split("\n## ")[1:]]
    assert [len(own) for own in asked] == [10, 10, 10, 10]
    assert len({question for question, _, _ in ROWS}) == 40
    assert {command.split()[0] for _, command, _ in ROWS} == COMMANDS


def test_an_answer_that_is_lower_down_is_not_on_the_first_screen(terminal) -> None:
    """The fourth report begins on the 23rd row of the list, and its authors are below."""
    assert "Act" in terminal(80, "sources", "--show", "references", "--no-pager", rows=24).out
    assert "Childrens Act 1989" not in _first_screen(terminal, "sources --show references")
