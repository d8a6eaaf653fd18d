"""Surpluses of accounts, below totals of which one is in the table before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.test_audit_guards import found

INCOME = "Source\t2023\t2022\nMoorings\t310\t306\nFerries\t398\t355\nTotal income\t708\t661\n"
COSTS = "Expense\t2023\t2022\nStaff\t394\t423\nFuel\t128\t126\nTotal expenditure\t522\t549\n"


def left(text: str) -> list[tuple[str, str, str]]:
    """What is found that is no sum of parts."""
    return [one for one in found(text) if one[0] != "total"]


def marked(rows: str) -> str:
    """Rows with tabs as a table of Markdown."""
    first, *others = (f"| {line.replace(chr(9), ' | ')} |" for line in rows.splitlines())
    return "\n".join([first, "|---|---|---|", *others])


@pytest.mark.parametrize("table", [marked, str])
def test_a_surplus_is_what_two_totals_leave(table: Callable[[str], str]) -> None:
    costs = f"{COSTS}Harbour surplus\t186\t{{}}\n"
    text = f"Income\n\n{table(INCOME)}\n\nExpenditure\n\n{table(costs)}\n"
    assert left(text.format(112)) == [
        ("difference", "186", "consistent"), ("difference", "112", "consistent"),
    ]  # fmt: skip
    assert left(text.format(142)) == [
        ("difference", "186", "consistent"), ("difference", "142", "inconsistent"),
    ]  # fmt: skip


@pytest.mark.parametrize("table", [marked, str])
@pytest.mark.parametrize(
    ("between", "costs"),
    [
        ("", f"{COSTS}Grants\t20\t30\nSurplus\t206\t142\n"),  # of more than the totals
        ("", f"{COSTS}Surplus brought forward\t206\t142\n"),
        ("", f"{COSTS}Accumulated surplus\t206\t142\n"),
        ("", f"{COSTS}Surplus\t187\t113\n"),  # of rounded numbers
        ("", f"{COSTS}Surplus\t-186\t-112\n"),  # printed as a cost
        ("", f"{COSTS}Surplus\t206\t142\n".replace("2022", "2021")),  # another period
        ("", f"{COSTS}Pension surplus\t206\t142\n"),
        (
            "Port\tBoats\tCrew\nAyton\t12\t40\nBeeton\t15\t51\n",
            f"{COSTS}Surplus\t206\t142\n",
        ),  # far below
    ],
)
def test_a_surplus_of_something_else_is_no_misfit(
    between: str, costs: str, table: Callable[[str], str]
) -> None:
    between = f"Boats\n\n{table(between)}\n\n" if between else ""
    checked = left(f"Income\n\n{table(INCOME)}\n\n{between}Costs\n\n{table(costs)}\n")
    assert [one for one in checked if one[-1] not in ("consistent", "not-checkable")] == []


def test_a_column_of_percentages_or_notes_has_no_surplus() -> None:
    rows = (
        "Accounts\tNote\t2023\tChange (%)\nTotal income\t2\t708\t7\n"
        "Total expenditure\t9\t522\t15\nSurplus\t4\t186\t66\n"
    )
    checked = left(rows)
    assert [one for one in checked if one[-1] not in ("consistent", "not-checkable")] == []
    assert ("difference", "186", "consistent") in checked
