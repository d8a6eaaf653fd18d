"""What an audit says of a table, with what is printed around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from moditrack.audit.audit import audit, audit_file
from moditrack.documents.document import read_bytes


def wrong(tmp_path: Path, name: str, text: str) -> list[tuple[str, str | None, str]]:
    """The stated number, what the figures give and the verdict, where it is not consistent."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return [
        (claim.stated.printed, result.recomputed, result.verdict)
        for claim, result in audit_file(file).claims
        if claim.pairing == "explicit" and result.verdict not in ("consistent", "not-checkable")
    ]


SPENDING = "\n".join(
    ("Service\tSpent", "Police\t412", "Fire\t155", "Roads\t71", "Parks\t44", "Total\t683")
)
OFF_BY_ONE = [("683", "682", "inconsistent")]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Table 2: spending by service (£'000)", ""),
        ("[In thousands]", ""),
        ("", "Figures may not sum due to rounding."),
        ("", "1 Police and fire only.\n\nNote: totals may not add up because of rounding."),
        ("", "Note: figures in £ thousands."),
    ],
)
def test_a_line_by_the_table_says_that_it_is_rounded(
    tmp_path: Path, above: str, below: str
) -> None:
    text = f"Report of the council.\n\n{above}\n\n{SPENDING}\n\n{below}\n"
    assert wrong(tmp_path, "report.txt", text) == []
    more = text.replace("683", "783")
    assert wrong(tmp_path, "report.txt", more) == [("783", "682", "inconsistent")]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", ""),
        ("Spending by service, in pounds", "Percentages may not sum to 100 due to rounding."),
        ("", "The council bought land for £2 million, which it will repay in thousands of parts."),
    ],
)
def test_other_lines_by_a_table_leave_it_exact(tmp_path: Path, above: str, below: str) -> None:
    text = f"Report of the council.\n\n{above}\n\n{SPENDING}\n\n{below}\n"
    assert wrong(tmp_path, "report.txt", text) == OFF_BY_ONE


def test_the_caption_of_a_page_gives_the_unit(tmp_path: Path) -> None:
    rows = "".join(
        "<tr>" + "".join(f"<td>{text}</td>" for text in line.split("\t")) + "</tr>"
        for line in SPENDING.splitlines()
    )
    page = "<html><body><table><caption>Spending{}</caption>{}</table>{}</body></html>"
    assert wrong(tmp_path, "a.html", page.format(" (£'000)", rows, "")) == []
    assert wrong(tmp_path, "b.html", page.format("", rows, "<p>Subject to rounding.</p>")) == []
    assert wrong(tmp_path, "c.html", page.format("", rows, "")) == OFF_BY_ONE


def test_a_note_below_two_tables_is_of_both(tmp_path: Path) -> None:
    two = f"{SPENDING}\n\n{SPENDING}\n\nNumbers may not sum due to rounding.\n"
    assert wrong(tmp_path, "report.txt", f"Report.\n\n{two}") == []


SHARES = "Group,Headcount,%\nWhite,110,39%\nAsian,100,34%\nBlack,45,15%\nMixed,25,9%\nOther,10,3%\n"


def test_counts_that_are_all_multiples_of_5_may_be_rounded(tmp_path: Path) -> None:
    assert wrong(tmp_path, "a.csv", f"{SHARES}Total,290,100%\n") == [
        ("39%", "37.93%", "ambiguous"),
        ("15%", "15.52%", "ambiguous"),
    ]
    far = SHARES.replace("39%", "49%")
    assert ("49%", "37.93%", "inconsistent") in wrong(tmp_path, "b.csv", f"{far}Total,290,110%\n")
    exact = SHARES.replace("110", "113").replace("39%", "41%")
    assert ("41%", "38.57%", "inconsistent") in wrong(tmp_path, "c.csv", f"{exact}Total,293,100%\n")


def test_points_before_thousands_are_no_decimals(tmp_path: Path) -> None:
    rows = "Office\tEnquiries\nNorth\t1.256\nSouth\t930\nEast\t512\nTotal\t2.698\n"
    assert wrong(tmp_path, "a.txt", f"Report.\n\n{rows}") == []
    rates = "Town\tShops\tPeople per shop\nAyton\t4\t100\nEske\t6\t80\nTotal\t10\t88\n"
    assert wrong(tmp_path, "b.txt", f"Report.\n\n{rates}") == []


THOUSANDS = """Spending (£'000)

| Source | 2023 | 2022 |
|---|---|---|
| Moorings | 3,104 | 3,061 |
| Ferries | 3,981 | 3,552 |
| Total income | 7,085 | 6,613 |
| Staff | 3,941 | 4,234 |
| Fuel | 1,287 | 1,266 |
| Total expenditure | 5,228 | 5,500 |
| Surplus | 1,857 | {} |
"""


def test_what_thousands_give_is_said_in_thousands(tmp_path: Path) -> None:
    assert wrong(tmp_path, "a.md", THOUSANDS.format("1,113")) == []
    assert wrong(tmp_path, "b.md", THOUSANDS.format("1,193")) == [("1,193", "1113", "inconsistent")]
    changes = "| Port | Budget £000 | Actual £000 | Variance £000 |\n|---|---|---|---|\n"
    rows = "| Harl | 1,240 | 1,315 | 75 |\n| Quay | 860 | 842 | -18 |\n| Ford | 512 | 530 | {} |\n"
    assert wrong(tmp_path, "c.md", changes + rows.format("18")) == []
    assert wrong(tmp_path, "d.md", changes + rows.format("28")) == [("28", "18", "inconsistent")]


def test_a_note_below_that_prints_the_difference(tmp_path: Path) -> None:
    rows = "| Answer | Number |\n|---|---|\n| Yes | 41 |\n| No | 55 |\n| Total | 99 |\n"
    assert wrong(tmp_path, "a.md", f"{rows}\nThree people did not say.\n") == []
    assert wrong(tmp_path, "b.md", f"{rows}\nTwo people did not say.\n") == [
        ("99", "96", "inconsistent"),
    ]  # fmt: skip


def test_groups_that_overlap_are_in_no_sum_together(tmp_path: Path) -> None:
    rows = "| Group | Cases |\n|---|---|\n| Adults | 41 |\n| Children | 12 |\n| New | 17 |\n"
    assert wrong(tmp_path, "a.md", f"{rows}| Total | 53 |\n") == []
    assert wrong(tmp_path, "b.md", f"{rows}| Total | 71 |\n") == [("71", "70", "inconsistent")]


def test_less_may_be_better_where_no_sign_is_printed(tmp_path: Path) -> None:
    rows = "| Measure | Target | Actual | Variance |\n|---|---|---|---|\n"
    rows += "| Visits | 45 | 47 | 2 |\n| Calls | 90 | 88 | -2 |\n"
    assert wrong(tmp_path, "a.md", f"{rows}| Days to reply | 20 | 18 | 2 |\n") == []
    assert wrong(tmp_path, "b.md", f"{rows}| Days to reply | 20 | 18 | 3 |\n") == [
        ("3", "-2", "inconsistent"),
    ]  # fmt: skip


BOATS = (
    "# Boats\n\n{}\n\n| Kind | 2019 |\n|---|---|\n| Sail | 120 |\n| Motor | 135 |\n| Total | {} |\n"
)


@pytest.mark.parametrize(
    ("above", "total"),
    [
        ("Table 1: Boats seen at 10 ports", 265),
        ("Table 1: Boats in Harl, 10% of all boats", 265),
        ("Table 1: Boats by kind (unknown 4%)", 259),
    ],
)
def test_a_number_above_a_table_hides_no_misfit(tmp_path: Path, above: str, total: int) -> None:
    """120 + 135 = 255"""
    wanted = [(str(total), "255", "inconsistent")]
    assert wrong(tmp_path, "boats.md", BOATS.format(above, total)) == wanted


@pytest.mark.parametrize(
    "above", ["Table 1: Boats seen (10 not included)", "Boats. In 10 cases the kind is unknown."]
)
def test_what_is_left_out_above_a_table_explains_its_total(tmp_path: Path, above: str) -> None:
    """120 + 135 + 10 = 265"""
    assert wrong(tmp_path, "boats.md", BOATS.format(above, 265)) == []
    assert wrong(tmp_path, "boats.md", BOATS.format(above, 275)) != []


@pytest.mark.parametrize(
    ("red", "green", "found"),
    [
        # 71/94 = 75.5%, 12/94 = 12.8%, 8/94 = 8.5%
        ("71 (76%)", "8 (9%)", ["76%", "13%", "9%"]),
        # of nothing before the table, all together
        ("71 (67%)", "8 (9%)", []),
        ("71 (76%)", "8 (19%)", []),
    ],
)
def test_shares_in_cells_of_a_number_before_the_table(
    red: str, green: str, found: list[str]
) -> None:
    text = (
        "# Boats\n\nIn all, 94 boats came, with 420 people.\n\n| Kind | 2019 |\n|---|---|\n"
        f"| Red | {red} |\n| Blue | 12 (13%) |\n| Green | {green} |\n"
    )
    claims = audit(read_bytes(text.encode(), "boats.md").passages).claims
    assert [claim.stated.printed for claim, _ in claims if claim.inputs] == found
    assert {(claim.pairing, result.verdict) for claim, result in claims if claim.inputs} <= {
        ("inferred", "consistent")
    }
