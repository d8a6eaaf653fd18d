"""Lines of numbers that were a table before its text was taken out of its page."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.passages import Passage

LINES = ("4,210 4,631 + 421 + 10.0%", "950 931 - 19 - 2.0%", "1,300 1,378 + 78 + 6.0%",
         "640 656 + 16 + 2.5%")  # fmt: skip


def derived(*lines: str) -> list[tuple[str, str, str, list[str]]]:
    found = audit([Passage(f"p{n}", "unnumbered", "", line) for n, line in enumerate(lines)])
    return [
        (c.stated.printed, c.kind, r.verdict, [one.quantity.printed for one in c.inputs])
        for c, r in found.claims
    ]


def test_changes_of_each_line() -> None:
    found = derived("Earlier later numeric percentage", *LINES)
    assert ("421", "difference", "consistent", ["4,210", "4,631"]) in found
    assert ("- 2.0%", "increase", "consistent", ["950", "931"]) in found
    assert {verdict for _, _, verdict, _ in found} == {"consistent"}


def test_a_change_that_the_others_of_its_line_do_not_give() -> None:
    found = derived(*LINES[:3], "640 656 + 61 + 2.5%")
    assert ("61", "difference", "inconsistent", ["640", "656"]) in found


@pytest.mark.parametrize(
    "lines",
    [
        LINES[:2],  # two lines are no table
        ("4,210 4,631 421", "Offences 950 931 19", "1,300 1,378 78"),  # a sentence between
        ("12 18 4", "7 9 20", "3 8 41"),  # nothing gives another
        ("020 7946 0958", "020 7946 0122", "020 7946 0555"),  # telephones
    ],
)
def test_other_lines_are_left_alone(lines: tuple[str, ...]) -> None:
    assert [one for one in derived(*lines) if one[2] == "inconsistent"] == []
