"""Changes printed as a percentage and its step alone, beside a table with totals by year."""

from __future__ import annotations

from pathlib import Path

import pytest

from moditrack.audit.audit import audit_file

TABLE = """
HULL\t2019\t2020\t2021\t2022\t2023\tTOTAL
Wood\t12\t4\t2\t5\t7\t30
Steel\t8\t3\t2\t4\t5\t22
TOTAL\t20\t7\t4\t9\t12\t52
"""


def changes(folder: Path, text: str) -> dict[str, tuple[str | None, str]]:
    file = folder / "moorings.txt"
    file.write_text(f"Moorings in the harbour\n\n{text}\n{TABLE}", encoding="utf-8")
    return {
        claim.stated.printed: (result.recomputed, result.verdict)
        for claim, result in audit_file(file).claims
        if claim.kind in ("increase", "decrease", "change")
    }


def test_a_change_that_no_base_gives_is_compared_with_the_totals(tmp_path: Path) -> None:
    # 20 to 12 is -8, 40%; 9 to 12 is +3, 33.33%; no whole number gives +7 and 225%
    found = changes(
        tmp_path,
        "Moorings have decreased by 40% (-8) since 2019. However, we have seen an increase of 225%"
        " (+7) in 2023.",
    )
    assert found == {"40%": ("40%", "consistent"), "225%": ("33.33%", "inconsistent")}


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        # the total of 2022 is 9: 3 on 9 is 33.33%
        ("Moorings have increased by 33% (+3) in 2023.", "33%", ("33.33%", "consistent")),
        # 2 to 8 is 300%: that may be of something else than the table
        ("Repairs have increased by 300% (+6) in 2023.", "300%", (None, "not-checkable")),
        # no number gives it, and nothing says that the table counts repairs: no base is named
        ("Repairs have increased by 225% (+7) in 2023.", "225%", (None, "impossible")),
        ("Repairs have increased by 225% (+7) in 2031.", "225%", (None, "impossible")),
    ],
)
def test_totals_are_no_base_of_what_may_be_something_else(
    tmp_path: Path, text: str, printed: str, expected: tuple[str | None, str]
) -> None:
    assert changes(tmp_path, text)[printed] == expected
