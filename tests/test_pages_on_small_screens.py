"""A page is one screen of 23 lines, with the prompt below it: what matters least is given up."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest

import moditrack
from moditrack.output.terminal import write_terminal
from moditrack.pages import Page
from moditrack.questions.agency import agency_page
from moditrack.questions.document import document_page
from moditrack.questions.first_screen import _fewer_lines, fitting_page, selected_parts
from moditrack.questions.operation import operation_page
from tests.conftest import Run

PAGES: dict[str, Callable[..., Page]] = {
    "operation": operation_page,
    "agency": agency_page,
    "document": document_page,
}
MORE = "More with --show NAME, or --all: "


ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def _rows(lines: list[str], columns: int) -> int:
    """How many rows a terminal needs: an address is never broken, and may take two."""
    return sum(max(1, -(-len(ESCAPES.sub("", line)) // columns)) for line in lines)


def _shown(make: Callable[..., Page], connection: object, name: str) -> list[str]:
    stream = io.StringIO()
    write_terminal(selected_parts(make(connection, name), None, False), stream)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize(("kind", "number"), [("operation", 27), ("agency", 103), ("document", 4)])
def test_every_page_is_one_screen(
    monkeypatch: pytest.MonkeyPatch, columns: int, kind: str, number: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", "24")
    with moditrack.open() as data:
        names = [name for (name,) in data.connection.execute(f"SELECT {kind} FROM {kind}")]
        pages = {name: _shown(PAGES[kind], data.connection, name) for name in names}
    assert len(pages) == number
    assert [name for name, lines in pages.items() if _rows(lines, columns) > 23] == []
    # How much more there is comes last, and nothing is left out below it.
    assert [name for name, own in pages.items() if not any(MORE in line for line in own[-5:])] == []
    assert [name for name, own in pages.items() if "more note" in own[-1]] == []


def test_maxim_on_a_narrow_screen(terminal: Run) -> None:
    """The numbers of B.2, B.4, B.7, B.11 and notes.1 to notes.3, as on a wide screen."""
    assert terminal(60, "operations", "maxim", "--no-pager", rows=24).out.splitlines() == [
        "Operation Maxim, with UKIS, UKPS, INDIS",
        "Aim      differs: Serious criminals without status, or",
        "         harmful; Organised immigration crime",
        "Lead     differs: SCD11 for MPS Intelligence Directorate;",
        "         SCD11 for MPS Specialist Crime Directorate, AC",
        "         Ghaffur",
        "Start    differs: 2003-04-24; 2003-03",
        "Status   new, being devised; working, permanent programme;",
        "         highly effective, says the chair",
        "Level    differs: 2; 1, 2",
        "Staff    22 officers (a target in B.11), 7 staff",
        "Results  largest of each kind; may include earlier ones",
        "Phase 1  46 arrests, 31 removed mpa-2003-10-09 +1",
        "Phase 2  19 arrests mpa-2003-10-09",
        "         102 arrests, 23 charged, 24 cautioned, 21 removed,",
        "         £153,573 cash mpa-2004-02-16",
        "Maxim    148 arrests, 53 removed ! mpa-2004-02-16",
        "",
        "! 7 findings; 53 printed, 52 computed: moditrack check",
        "  --operation maxim",
        "  More with --show NAME, or --all: statements 52, figures",
        "  60, checks 29, events 22, parts 40, responsibilities 110,",
        "  commitments 43, references 8, names 9.",
    ]


def test_who_works_in_it_is_given_up_last(terminal: Run) -> None:
    shown = terminal(60, "agencies", "maxim-jic", "--no-pager", rows=23).out
    assert len(shown.splitlines()) <= 22
    # B.10: one Detective Sergeant, two of UKPS, two of INDIS, five to be recruited
    for who in (
        "One Detective Sergeant, Intelligence Manager: in", "Two officers of UKPS: in post",
        "Two officers of INDIS: to join in October", "Two analysts of the MPS: being recruited",
        "Three researchers of the MPS: being recruited", "A member of the Department of Works and",
    ):  # fmt: skip
        assert who in shown
    assert "\nDiffers" in shown
    assert "\nAlso called" not in shown
    assert "\nAlso called" in terminal(60, "agencies", "maxim-jic", "--no-pager", rows=50).out


def test_a_list_loses_its_last_line_first_and_says_how_many_it_lost() -> None:
    first = fitting_page(
        "Harbour Watch",
        [("Aim", "watch"), ("Said", "one\ntwo\nand 4 more: --show statements"), ("Note", "old")],
        (),
        ("Note", "Said"),
        in_brief=lambda facts: [(label, text.upper()) for label, text in facts],
    )
    assert [page.facts for page in first.shorter()] == [
        [("Aim", "watch"), ("Said", "one\ntwo\nand 4 more: --show statements")],
        [("Aim", "watch"), ("Said", "one\nand 5 more: --show statements")],
        [("Aim", "watch")],
        [("Aim", "watch")],
        [("Aim", "WATCH")],
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one\ntwo", "one\nand 1 more"),
        ("one", None),
        ("one\nand 2 more", None),
        # It names what is left out, so that a count would be wrong.
        ("one\ntwo\nand £5 (x)", None),
        ("one\ntwo\nof others, naming it: £5 (x)", None),
        (
            "one\ntwo\nand 2 more; of others, naming it: £5 (x)",
            "one\nand 3 more; of others, naming it: £5 (x)",
        ),
    ],
)
def test_a_list_with_a_line_less(before: str, after: str | None) -> None:
    page = next(iter(fitting_page("", [("Figures", before)], (), ("Figures",)).shorter()))
    assert page.facts == ([("Figures", after)] if after else [])


def test_sources_of_lines_are_neither_counted_nor_given_up_before_them() -> None:
    text = "22: officers\n7: staff\n3: others\nmpa-2003-10-09#B.2.p1, mpa-2003-10-09#B.11"
    cited = "mpa-2003-10-09#B.2.p1, mpa-2003-10-09#B.11"
    fewer = _fewer_lines("Staff", text)
    assert fewer == [("Staff", f"22: officers\n7: staff\nand 1 more\n{cited}")]
    assert _fewer_lines(*fewer[0]) == [("Staff", f"22: officers\nand 2 more\n{cited}")]
