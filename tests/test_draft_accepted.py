"""A draft whose proposals are all accepted is confirmed by `verify`, with nothing left over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drafts import records_with
from tests.harbour import rows, save

ID = "quay-2025-03-01"
REPORT = """Quayside trafficking: report for the committee
1 March 2025
Report of the Metropolitan Police Service

1. The Quay Crime Unit (QCU) was set up on 3 June 2024. SCD11 and the unit met twice in May. As
section 3 says, there were 3 arrests in 2024 and 3 charges, 12% more than in 2023.

2. Operation Heron led to 14 arrests (31% of the 45 in the year) and £12,000 in cash seized. About
two-thirds of the victims were men; both sides were first asked in July. Level 2 teams will visit
200 homes by June 2025, under the Modern Slavery Act 2015.

Crime outcome\t2023\t2024\tTotal
1. Charged\t10\t*\t10
18: No suspect identified\t90\t12\t102
Total\t100\t..\t112

3. Table 2: Arrests by port

Port\t2023/24\tShare\tSince
Harl\t12 (60%)\t60%\t3 June 2021
Quay\t8 (40%)\t40%\tbefore
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return records_with(REPORT, ID, tmp_path)


def accept(folder: Path) -> dict[str, int]:
    """Clear needs_a_person everywhere, and write a measure where there is none; what was open."""
    open_ = {}
    for path in sorted(folder.glob("*.csv")):
        found = rows(path)
        open_[path.name] = sum(bool(row["needs_a_person"]) for row in found)
        for row in found:
            row["needs_a_person"] = ""
            if row.get("measure") == "":
                row["measure"] = "posts"
        if found:
            save(path, found)
    return open_


def test_all_accepted_is_all_confirmed(records: Path, run, ask, tmp_path: Path) -> None:
    open_ = accept(records / ID)
    result = run("verify", tmp_path / "texts", "--records", records)
    assert (result.code, result.err) == (0, ""), result.out
    (row,) = ask("verify", tmp_path / "texts", "--records", records)
    assert (row["status"], row["differences"]) == ("confirmed", [])
    assert row["figures"] == row["figures_confirmed"] == 24
    assert row["numerals"] == row["numerals_accounted"]
    assert open_["figures.csv"] <= 2
    assert open_["numerals.csv"] == 1  # two-thirds


def test_as_drafted_it_is_confirmed_as_far_as_it_is_sure(records: Path, run, tmp_path) -> None:
    result = run("verify", tmp_path / "texts", "--records", records)
    assert (result.code, result.err) == (0, ""), result.out
    assert "Differences" not in result.out
    assert run("seed", "--records", records, "--db", tmp_path / "mine.db").code == 0
    final = run("seed", "--records", records, "--db", tmp_path / "mine.db", "--final")
    assert final.code == 1
    assert "complete the row and empty its needs_a_person" in final.err


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("In 2024 there were 40 boats, compared with 52 boats in 2023 - a fall of 12 boats.", 0),
        ("In 2024 there were 52 boats, compared with 40 boats in 2023 - a rise of 12 boats.", 0),
        ("In 2024 there were 40 boats, compared with 52 boats in 2023 - a rise of 12 boats.", 1),
        ("In 2024 there were 40 boats, compared with 52 boats in 2023 - a fall of 14 boats.", 1),
    ],
)
def test_a_fall_without_its_sign_fits_and_a_rise_that_fell_does_not(
    run, ask, tmp_path: Path, text: str, gives: int
) -> None:
    records = records_with(f"Boats\n\n1 March 2025\n\n{text}\n", ID, tmp_path)
    accept(records / ID)
    built = run("seed", "--records", records, "--db", tmp_path / "mine.db")
    assert (built.code, built.err) == (0, "")
    found = [one for one in ask("check", "--document", ID, "--db", tmp_path / "mine.db", "--all")
             if one["verdict"] == "inconsistent"]  # fmt: skip
    assert len(found) == gives
