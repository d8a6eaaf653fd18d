"""Totals below lines of a label and a number each."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes

Found = list[tuple[str, list[str], str]]


def totals(text: str) -> Found:
    """The totals that an audit of a text recomputes."""
    return [
        (claim.stated.printed, [one.quantity.printed for one in claim.inputs], result.verdict)
        for claim, result in audit(read_bytes(text.encode()).passages).claims
        if claim.kind == "total" and result.verdict != "not-checkable"
    ]


# 412 + 315 + 99 = 826
@pytest.mark.parametrize(
    "text",
    [
        "By kind\n\nFires: 412\nFloods: 315\nOther: 99\nTotal: {}\n",
        "By kind\n\n- Fires: 412\n- Floods: 315\n- Other: 99\n- Grand total: {}\n",
        "Fires 412\n\nFloods 315\n\nOther 99\n\nTotal {}\n",
        "Reply\n\nThis is on the year.\n\nBy month\n\nApr\n412\nMay\n315\nJun\n99\nTotal\n{}\n",
        "Fires: 412; floods: 315; other: 99; total: {}.",
        "Fires - 412\n\nFloods - 315\n\nOther - 99\n\nTotal - {}\n",
    ],
)
def test_a_total_of_lines(text: str) -> None:
    assert totals(text.format(826)) == [("826", ["412", "315", "99"], "consistent")]
    assert totals(text.format(836)) == [("836", ["412", "315", "99"], "inconsistent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the last lines only
        ("Homes: 4,120\nFires: 412\nFloods: 315\nOther: 99\nTotal: 826\n",
         [("826", ["412", "315", "99"], "consistent")]),
        # each since the last total: 12 + 9 = 21; 30 + 5 = 35
        ("Men: 12\nWomen: 9\nTotal: 21\nRed: 30\nBlue: 5\nTotal: 35\n",
         [("21", ["12", "9"], "consistent"), ("35", ["30", "5"], "consistent")]),
    ],
)  # fmt: skip
def test_the_lines_of_a_total(text: str, expected: Found) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Men 12\n\nWomen 9\n\nChildren 5\n\nTotal 21\n",
        "Open: 12\nClosed: 9\nLate: 4\nTotal: 21\n",
        "Goals: 12\nAssists: 9\nFouls: 14\nTotal: 80\n",
        "North: 41\nSouth: 30\nEast: 22\nTotal: 120\n",
        "North: 410\nSouth: 300\nEast: 220\nTotal: 955\n",
        "Men: 12\nWomen: 9\nTotal: 22\n",
        "Men: 12\nWomen: 9\nof which late: 4\nTotal: 22\n",
        "Men: 12\nWomen: 9\nLess those back: 4\nTotal: 16\n",
        "Boats: 12\nRate: 9\nNets: 14\nTotal: 33\n",
        "Fires: 412\nFloods: about 315\nOther: 99\nTotal: 836\n",
        "Fires: 412\n\nThe year was dry.\n\nFloods: 315\nOther: 99\nTotal: 836\n",
        "Fires: 41%\nFloods: 31%\nOther: 9%\nTotal: 91\n",
        "Fires: 412\nFires: 315\nFires: 99\nTotal: 836\n",
    ],
)
def test_totals_of_other_things_are_silent(text: str) -> None:
    assert [one for one in totals(text) if one[2] != "consistent"] == []
