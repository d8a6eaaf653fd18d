"""On a narrow screen of 24 rows each command begins with a title, an answer and its first rows."""

from __future__ import annotations

import pytest

from moditrack.cli.commands import ALSO, QUESTIONS
from tests.conftest import Run

NO_TABLE = ("operations maxim", "sources --missing", "define level 2")
"""Pages, of which facts come first: test_operation_page.py, test_sources.py, test_define.py."""
OF_HELP = [
    f"{name} {words}".rstrip()
    for name, own in (*QUESTIONS.items(), *ALSO.items())
    for words, _ in [own]
]
OTHERS = [
    "outcomes --year 2023", "victims", "operations", "agencies", "agencies --strand funding",
    "commitments maxim", "figures", "figures charged", "figures month", "figures disruptions",
    "figures --list", "timeline", "check 53", "search grant", "sources --show cautions",
]  # fmt: skip


@pytest.mark.parametrize("command", [*(own for own in OF_HELP if own not in NO_TABLE), *OTHERS])
def test_the_first_rows_are_on_a_narrow_screen(terminal: Run, command: str) -> None:
    lines = terminal(60, *command.split(), "--no-pager", rows=24).out.splitlines()
    assert max(map(len, lines)) <= 60
    rule = next(place for place, line in enumerate(lines) if line.startswith("─"))
    assert lines[0] and not lines[0].startswith(" ")
    assert 2 <= rule <= 15  # below the title and the answer, with room for eight rows
    assert sum(map(bool, lines[rule + 1 : 23])) >= min(4, len(lines) - rule - 1)
