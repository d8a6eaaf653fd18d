"""Claims of one's own records, from a row of claims.csv to the page of the check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from moditrack.cli import main
from tests.harbour import ID, one_report

HEAD = "claim,locator,kind,statement,stated,printed,inputs,companion,alternatives\n"
CLAIMS = HEAD + "".join(
    f"{line}\n"
    for line in (
        # Of the table: 3 of 15 are 20%, 4 of 25 are 16%, 9 of 21 are 42.86%, 12 of 21 are 57.14%.
        "charged,summary.b1,share,Charged in 2024,summary-b1-share-of-offences,,"
        "outcome-1-charged-2024 / outcome-total-2024,,",
        "of-all,summary.p1,share,Charged,,16%,outcome-1-charged-2024 / outcome-total-2024,,"
        "both years: outcome-1-charged-total / outcome-total-total",
        "cut,summary.p2,share,Of those of 2023,,42%,"
        "outcome-18-investigation-complete-no-suspect-identified-2023 /"
        " outcome-18-investigation-complete-no-suspect-identified-total,,",
        "more,summary.p2,increase,Change by 2024,,150%,"
        "outcome-total-2023 -> outcome-total-2024,summary-b2-arrests,",
    )
)
UP = (
    "up,summary.p2,share,Of those of 2024,,58%,"
    "outcome-18-investigation-complete-no-suspect-identified-2024 /"
    " outcome-18-investigation-complete-no-suspect-identified-total,,\n"
)


def seeded(harbour: Path, folder: Path, claims: str) -> tuple[int, Path]:
    records = one_report(harbour, folder / "records")
    (records / ID / "claims.csv").write_text(claims, "utf-8")
    database = folder / "own.db"
    return main(["seed", "--records", str(records), "--db", str(database)]), database


@pytest.fixture(scope="module")
def own(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    code, database = seeded(harbour, tmp_path_factory.mktemp("claims"), CLAIMS + UP)
    assert code == 0
    return database


def test_a_check_names_its_own_passage_and_those_of_its_figures(own: Path, ask: Any) -> None:
    page = ask("check", "of-all", "--db", own)
    assert page["sources"] == [f"{ID}#summary.p1", f"{ID}#2.outcome"]
    assert (page["statement"], page["stated"], page["recomputed"]) == ("Charged", "16%", "20%")
    assert page["verdict"] == "inconsistent"
    assert page["why"] == ("the figures give 20%, 16% is printed; 4 of all 25, both years, is 16%")
    # The passage of what is stated and that of the claim are one.
    assert ask("check", "charged", "--db", own)["sources"] == [
        f"{ID}#summary.b1", f"{ID}#2.outcome",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "checks"),
    [
        ("summary-b1-share-of-offences", ["charged"]),  # is stated
        ("outcome-total-2023", ["more"]),  # is an input
        ("outcome-1-charged-total", ["of-all"]),  # of an alternative
        ("summary-b2-arrests", ["more"]),  # a companion
    ],
)
def test_a_figure_names_the_checks_that_use_it(
    own: Path, ask: Any, figure: str, checks: list[str]
) -> None:
    page = ask("figures", f"{ID}:{figure}", "--db", own)
    named = {check["check"].partition(":")[2] for check in page["checks"]}
    assert set(checks) <= named


def test_no_rounding_gives_all_percentages(own: Path, ask: Any) -> None:
    page = ask("check", f"{ID}:rounding-rule", "--db", own)
    assert (page["verdict"], page["recomputed"]) == ("inconsistent", None)
    # 20% and 16% are exact; 42% is cut off and 58% rounded up; 150% has no base that gives it.
    assert page["why"] == (
        "no single rounding rule gives all 4 percentages that the figures can give"
        " (half up 2, half to even 2, cut off 3, up 3)"
    )
    assert page["steps"] == [
        "half up: 2 of 4", "half to even: 2 of 4", "cut off: 3 of 4", "up: 3 of 4",
    ]  # fmt: skip
    assert page["sources"] == [f"{ID}#summary.b1", f"{ID}#summary.p1", f"{ID}#summary.p2"]


def test_one_rounding_gives_all_percentages(harbour: Path, tmp_path: Path, ask: Any) -> None:
    code, database = seeded(harbour, tmp_path, CLAIMS)
    assert code == 0
    page = ask("check", f"{ID}:rounding-rule", "--db", database)
    assert (page["verdict"], page["recomputed"]) == ("consistent", "cut off")
    assert page["why"] == (
        "cut off gives all 3 percentages that the figures can give"
        " (half up 2, half to even 2, cut off 3, up 2)"
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("x,2,same,A,summary-b1-offences,15,outcome-total-2024,,",
         "stated: 'summary-b1-offences' or printed is needed, not both"),
        ("x,2,same,A,,,outcome-total-2024,,", "stated: '' or printed is needed, not both"),
        ("x,2,weekday,A,,Monday,2024-06-03,,also: a / b",
         "alternatives: 'also: a / b' is not used for weekday: leave it empty"),
        ("x,2,list-count,A,,3,part:gull/Crew,,",
         "inputs: 'part:gull/Crew' is not a list of this document"),
        ("x,2,share,A,,20%,outcome-total-2024,,",
         "inputs: 'outcome-total-2024' needs two sides separated by '/'"),
        ("x,2,above-average,A,,20%,outcome-total-2024 / twelve,,",
         "inputs: 'outcome-total-2024 / twelve' must end with a number of months"),
        ("x,2,total,A,,20,outcome-total-2024 + nobody,,", "inputs: 'nobody' is not a figure"),
        ("x,2,total,A,,20,outcome-total-2024 nobody,,", "inputs: 'outcome-total-2024 nobody'"
         " is not a list of figures joined by + and -"),
        ("rounding-rule,2,same,A,,15,outcome-total-2024,,",
         "claim: 'rounding-rule' is the id of the rounding check: choose another"),
        ("x,2,possible-share,A,,50%,background-papers-p1-none,,",
         "inputs: 'background-papers-p1-none' cannot be computed for this kind of claim"),
    ],
)  # fmt: skip
def test_a_claim_that_cannot_be_computed(
    harbour: Path, tmp_path: Path, capsys: Any, row: str, problem: str
) -> None:
    capsys.readouterr()
    code, database = seeded(harbour, tmp_path, f"{HEAD}{row}\n")
    problems, last = capsys.readouterr().err.splitlines()
    assert problems == f"{ID}/claims.csv: row 2, {problem}"
    assert (code, last.startswith("Error: One problem in the records")) == (1, True)
    assert not database.exists()
