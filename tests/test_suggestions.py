"""What the messages about wrong records say would fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from moditrack.validation.records import RECORDS
from tests.harbour import ID, one_report, problems
from tests.test_seed import change


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        # an id one letter off, in other letters, as a name, of another kind, like no other
        ("figures.csv", ",arrests,", ",arests,",
         "row 4, measure: 'arests' is not in measures.csv: did you mean 'arrests'?"),
        ("events.csv", ",gull,", ",Gull,",
         "row 4, operation: 'Gull' is not in operations.csv: did you mean 'gull'?"),
        ("names.csv", ",,bb,", ",,Border Bureau,",
         "row 4, agency: 'Border Bureau' is not in agencies.csv: did you mean 'bb'?"),
        ("names.csv", ",,bb,", ",bb,,",
         "row 4, operation: 'bb' is not in operations.csv: it is in agencies.csv"),
        ("events.csv", ",gull,", ",xylophone,",
         "row 4, operation: 'xylophone' is not in operations.csv"),
        ("statements.csv", ",partner,bb,", ",partner,BB,",
         "row 3, value: 'BB' is not in agencies.csv: did you mean 'bb'?"),
        # a locator
        ("numerals.csv", "header,", "headers,",
         "row 2, locator: 'headers' is not in passages.csv: did you mean 'header'?"),
        ("statements.csv", "\n1,gull,,start", "\nsummary.b3,gull,,start",
         "row 4, locator: 'summary.b3' is not in passages.csv: did you mean 'summary.b2'?"),
        # a choice, a number, a date, a flag, an id
        ("figures.csv", ",6,6,,,exact,", ",6,6,,,exactly,",
         "row 4, bound: 'exactly' is not one of exact, about, at-least, more-than, at-most,"
         " less-than, range: did you mean 'exact'?"),
        ("figures.csv", ",6,6,,,", ',6,"£6,000",,,',
         "row 4, value: '£6,000' is not a plain number like 1200 or 0.13, with at most 15 digits:"
         " write 6000"),
        *(("figures.csv", ",6,6,,,", f",6,{odd},,,",  # what would be refused again is not advised
           f"row 4, value: '{odd}' is not a plain number like 1200 or 0.13, with at most 15 digits")
          for odd in ("1234567890123456", "\uff17\uff15")),
        ("events.csv", "2025-03-01,,", "1 March 2025,,",
         "row 2, date: '1 March 2025' is not a date like 2003, 2003-04, 2003-04-24, 2003-Q4 or"
         " FY2003: write 2025-03-01"),
        ("events.csv", "summary.b1,2024,", "summary.b1,2023/24,",
         "row 3, date: '2023/24' is not a date like 2003, 2003-04, 2003-04-24, 2003-Q4 or FY2003:"
         " write FY2023"),
        ("statements.csv", ",start,2024-06-03,", ",start,3 June 2024,",
         "row 4, value: '3 June 2024' is not a date like 2003, 2003-04, 2003-04-24, 2003-Q4 or"
         " FY2003: write 2024-06-03"),
        ("claims.csv", "charged-share,", "Charged share,",
         "row 2, claim: 'Charged share' is not an id: lower-case letters, digits, single hyphens:"
         " write charged-share"),
        # a column, a key, an input
        ("names.csv", "locator,operation", "locator,operations",
         "header: 'operations' is not a column of this file: did you mean 'operation'?"),
        ("document.toml", "title =", "titel =",
         "titel: 'Trafficking at the quays' is a key that documents do not have: did you mean"
         " 'title'?"),
        ("document.toml", 'force = "hp"', 'force = "Harbour Police"',
         "force: 'Harbour Police' is not in agencies.csv: did you mean 'hp'?"),
        ("claims.csv", "outcome-total-2024", "outcome-totals-2024",
         "row 2, inputs: 'outcome-totals-2024' is not a figure: did you mean"
         " 'outcome-total-2024'?"),
    ],
)  # fmt: skip
def test_a_message_says_what_would_fit(
    harbour: Path, tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    records = one_report(harbour, tmp_path / "records")
    change(records / ID / file, old, new)
    assert f"{ID}/{file}: {message}" in problems(records)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("mpa-2004-02-16/followups.csv", "mpa-2003-10-09:weekly-operations",
         "mpa-2003-10-09:weekly-operation",
         "row 8, commitment: 'mpa-2003-10-09:weekly-operation' is not a commitment: did you mean"
         " 'mpa-2003-10-09:weekly-operations'?"),
        ("conflicts.toml", 'subjects = ["maxim-phase-1", "maxim"]',
         'subjects = ["maxim-phase1", "maxim"]',
         "conflict 'maxim-phase-1-start': 'maxim-phase1' is not an operation, agency or figure: did"
         " you mean 'maxim-phase-1'?"),
        ("conflicts.toml", "mpa-2003-05-08#B.30", "mpa-2003-05-08#B-30",
         "conflict 'maxim-phase-1-start': 'mpa-2003-05-08#B-30' cites no passage: did you mean"
         " 'mpa-2003-05-08#B.30'?"),
    ],
)  # fmt: skip
def test_so_does_one_across_documents(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    import shutil

    records = Path(shutil.copytree(RECORDS, tmp_path / "records"))
    change(records / file, old, new)
    assert f"{file}: {message}" in problems(records)


def test_a_suggestion_has_no_control_characters(tmp_path: Path) -> None:
    import shutil

    records = Path(shutil.copytree(RECORDS, tmp_path / "records"))
    change(
        records / "colp-2024-02-22" / "outcome_labels.csv",
        "investigation primacy",
        "inv\x1btion primacy",
    )
    found = problems(records)
    assert found[-1].endswith(
        "did you mean '20: Other body/agency has inv\\x1btion primacy unresolved'?"
    )
    assert all(problem.isprintable() for problem in found)
