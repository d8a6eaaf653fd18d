"""Help, lists and sentences on a terminal are broken between words; in a pipe they are not."""

from __future__ import annotations

from functools import partial

import pytest

from moditrack.cli.commands import COMMANDS
from moditrack.output.text_width import text_widths
from tests.conftest import Run


@pytest.fixture
def terminal(terminal: Run) -> Run:
    return partial(terminal, started=True)


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_broken_between_words(run: Run, terminal: Run, command: str) -> None:
    narrow = terminal(60, "--no-pager", command, "--help").out
    assert max(map(len, narrow.splitlines())) <= 60
    # reported-not-met, percentage-points: no word is broken at a hyphen
    assert words(narrow) == words(run(command, "--help").out)


def test_a_list_is_broken_between_words_and_below_its_second_column(
    run: Run, terminal: Run
) -> None:
    whole, narrow = run("plot").out, terminal(60, "plot").out
    assert "  maxim      results and seizures of Operation Maxim by phase\n" in whole
    assert (
        "  maxim      results and seizures of Operation Maxim by\n             phase\n"
    ) in narrow
    assert words(narrow) == words(whole)


def test_what_is_left_of_a_draft_is_broken_between_words(terminal: Run, tmp_path) -> None:
    report = tmp_path / "quay.txt"
    report.write_text(
        "Quay watch\n\nThe Harbour Master counted 45 boats in 2024, up from 36 in 2023.\n", "utf-8"
    )
    out = terminal(44, "draft", str(report), "--id", "quay-2025-01-01", "-o", str(tmp_path)).out
    left = out.partition("What is left, in this order:\n")[2]
    assert left.startswith("1. document.toml: fill in ")
    assert max(map(len, left.splitlines())) <= 44
    assert all(line[0].isdigit() or line.startswith("   ") for line in left.splitlines())


def test_widths_of_texts_count_the_columns_of_wide_characters() -> None:
    assert text_widths(["£5", "", "abc"]) == [2, 0, 3]
    assert text_widths(["abc", "\u6f22\u5b57"]) == [3, 4]
