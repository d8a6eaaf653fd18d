"""What stands under a table belongs to what it shows: totals, changes, notes, stars, checks."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from moditrack.db.connection import shipped_path

SMALL = "Counts below 10 are too small to draw conclusions from."
FITS_NOT = "Does not fit: "
STAR = "* Not printed in full; follows from the document."


def footer(out: str) -> str:
    """The notes on what does not fit, without their marks."""
    marked = [line.removeprefix("! ") for line in out.splitlines() if line.startswith("! ")]
    return "\n".join(line for line in marked if "moditrack check" in line)


def test_one_outcome_has_no_total_or_change_of_others(run: Any) -> None:
    out = run("outcomes", "--outcome", "18").out
    assert "Total" not in out
    assert "Change on the year before" not in out
    assert "chance" not in out
    assert "; not 18 to 5 (0.011)." in run("outcomes").out


def test_one_outcome_names_no_check_of_another(run: Any) -> None:
    # summary.b7 and 19.b8 print 60%; 25 of 41 is 60.98%
    assert footer(run("outcomes", "--outcome", "18").out) == (
        "60% is printed in the text, where these cells give 60.98%:"
        " moditrack check text-outcome-18-share"
    )
    assert footer(run("outcomes", "--outcome", "14").out) == ""  # 24% is 24.39%, rounded
    assert footer(run("outcomes", "--outcome", "20").out) == ""
    # 17 has charges for three people
    assert footer(run("outcomes", "--outcome", "1").out) == (
        "Does not fit: 1 charge in the table and the bullets; three people with charges authorised,"
        " and several charges, elsewhere in the report: moditrack check charges"
    )


@pytest.mark.parametrize(
    ("line", "own"),
    [
        # 19.b2: 225% (+5) in 2023; the table has 6 in 2022 and 9 in 2023
        ("outcomes --year 2022 --year 2023", "increase-2023"),
        ("outcomes --year 2023", "increase-2023"),
        ("outcomes --from 2020", "increase-2023"),
        # 225% is only tried on the other years; 1 charge is printed, in 2019
        ("outcomes --year 2019", "charges"),
        ("outcomes --year 2020", ""),
        ("outcomes --year 2021", ""),
        ("outcomes --from 2019 --to 2021", "charges"),
        ("outcomes --from 2020 --to 2021", ""),
        # 0.13% and the 50% of February are of all 41
        ("outcomes", "share-base, increase-2023, charges, february"),
        ("figures --from 2019 --to 2021",
         "share-base, charges, white-ne-share, february, typical-male"),
    ],
)  # fmt: skip
def test_years_name_only_checks_of_their_figures(run: Any, line: str, own: str) -> None:
    assert footer(run(*line.split()).out) == (own and f"{FITS_NOT}moditrack check {own}")


def test_no_change_or_trend_across_a_gap_of_years(run: Any) -> None:
    out = run("outcomes", "--year", "2019", "--year", "2021").out
    for word in ("Change", "Trend"):
        assert word not in out
    gap = run("outcomes", "--year", "2019", "--year", "2022", "--year", "2023").out
    assert "6 to 9 (+50%" in gap
    assert "18 to 6" not in gap
    assert "Trend" not in gap


@pytest.mark.parametrize(("count", "small"), [(0, True), (9, True), (10, False)])
def test_counts_below_ten(run: Any, tmp_path: Path, count: int, *, small: bool) -> None:
    """Nought is a small count, too: of few, none is as little to conclude from as one."""
    copy = tmp_path / "copy.db"
    shutil.copy(shipped_path(), copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(
            "UPDATE figure SET value = ? WHERE outcome_label LIKE '18:%' AND cell = 'cell'"
            " AND period_start = '2019-01-01'",
            (count,),
        )
        connection.execute(
            "UPDATE figure SET value = ? WHERE category = '11-17' AND sex = 'male'", (count,)
        )
    one = ["outcomes", "--outcome", "18", "--year", "2019", "--db", copy]
    assert (SMALL in run(*one).out) is small


@pytest.mark.parametrize(
    ("line", "own", "nearby"),
    [
        # C#11 has charges beside the safeguarding of juveniles; M10#B.6 is who leads Kontiki
        ("agencies --strand child-exploitation", "maxim-lead",
         "1 other finding on these passages: moditrack check charges"),
        # M5#C.b1: the MPS meets its effort from existing resources. M10#B.4 has the offices of
        # UKIS, and who sits in the intelligence cell, which is no matter of money; D.2 pays for 22
        # posts, and it is not said how many were filled
        ("agencies --strand funding", "reflex-money",
         "1 other finding on these passages: moditrack check proactive-team-size"),
        # M10#B.10: the two officers of INDIS who are to join the cell
        ("agencies --agency INDIS", "jic-readiness", ""),
        ("agencies --agency UKIS --strand funding", "", ""),
        # M10#B.3: AC Ghaffur leads the structure of Maxim, which SCD11 leads by B.1
        ("agencies --strand governance", "maxim-lead", ""),
        # M5#B.15 and B.16 have targets; nobody's role is a number, or the day that a phase began
        ("agencies --strand removals", "",
         "2 findings on these passages: moditrack check removals-both-phases,"
         " removals-targets"),
    ],
)  # fmt: skip
def test_agencies_of_a_strand_name_its_checks(
    run: Any, ask: Any, line: str, own: str, nearby: str
) -> None:
    out = run(*line.split()).out
    assert footer(out) == (own and f"{FITS_NOT}moditrack check {own}")
    lines = [text.strip() for text in out.splitlines() if " on these passages: " in text]
    assert lines == ([nearby] if nearby else [])
    shown = {(row["agency"], source) for row in ask(*line.split()) for source in row["sources"]}
    for name in filter(None, own.split(", ")):
        checks = [row for row in ask("check", "--all") if row["finding"] == name]
        assert any(
            (agency, source) in shown
            for row in checks
            for source in row["sources"]
            for (agency,) in _agencies(row["check"])
        )


def _agencies(check: str) -> list[tuple[str]]:
    with closing(sqlite3.connect(shipped_path())) as connection:
        query = "SELECT agency FROM check_subject WHERE check_id = ? AND agency IS NOT NULL"
        return connection.execute(query, (check,)).fetchall()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("operations --level 2", "moditrack check maxim-phase-1-start, reflex-money,"
         " scd11-and-victims, maxim-level, maxim-lead"),
        ("agencies --role partners", "moditrack check pilot-criteria, maxim-lead"),
        ("agencies", "7 findings: moditrack check --agency NAME"),
        # Of figures, those about them are a warning.
        ("figures --measure share-of-offences --measure share-of-victims",
         "moditrack check white-ne-share"),
        ("figures --measure change-in-offences --measure share-of-offences"
         " --measure share-of-victims",
         "moditrack check increase-2023, white-ne-share"),
    ],
)  # fmt: skip
def test_six_findings_are_named_and_more_are_counted(run: Any, line: str, said: str) -> None:
    assert footer(run(*line.split()).out) == FITS_NOT + said


@pytest.mark.parametrize(
    ("line", "own", "nearby"),
    [
        # who leads Maxim, and whose operations Appendix 3 has, is no matter of a count in it
        ("figures brothels", "", ""),
        ("figures children", "", "1 finding on these passages: moditrack check what-is-counted"),
        ("timeline brothels", "", ""),
        ("commitments community reference group", "", ""),
        # B.10 counts who is in the cell
        ("figures passports", "", "1 finding on these passages: moditrack check jic-readiness"),
        # of the typical man, no figure of women is in doubt
        ("victims --by age --sex female", "",
         "1 finding on these passages: moditrack check what-is-counted"),
        ("victims --by age --sex male", "moditrack check typical-male",
         "1 other finding on these passages: moditrack check what-is-counted"),
        # B.15 and B.16: 350 and up to 800 a month may count different things
        ("figures --measure removals-per-month", "moditrack check removals-targets", ""),
        ("compare", "moditrack check share-base",
         "1 other finding on these passages: moditrack check what-is-counted"),
    ],
)  # fmt: skip
def test_only_findings_about_what_is_shown_are_warnings(
    run: Any, line: str, own: str, nearby: str
) -> None:
    out = run(*line.split()).out
    assert footer(out) == (own and FITS_NOT + own)
    lines = [text.strip() for text in out.splitlines() if " on these passages: " in text]
    assert lines == ([nearby] if nearby else [])
    assert not any(text.startswith("! ") for text in lines)


def test_one_sex_names_no_check_of_both(run: Any) -> None:
    assert "white-ne-share" in footer(run("victims").out)
    assert "total" not in footer(run("victims", "--sex", "male").out)


@pytest.mark.parametrize(("line", "stars"), [
    ("outcomes", 0), ("victims", 0), ("compare", 0), ("figures", 1), ("timeline", 1),
    ("operations", 1), ("operations --kind fund", 1), ("operations --kind pilot", 0),
    ("operations maxim --all", 4), ("operations reflex --all", 3),
    ("operations traffic-jam --all", 2), ("operations maxim", 0), ("operations phase 2", 1),
    ("agencies", 1), ("agencies co14 --all", 5), ("agencies colp --all", 3),
    ("agencies co14", 0), ("commitments", 1),
    ("commitments --document mpa-2004-02-16", 0), ("commitments --document mpa-2003-05-08", 1),
    ("figures --measure removals", 0), ("figures --unit GBP", 1),
    ("figures mpa-2003-10-09:phase-1-arrests", 1), ("figures mpa-2003-10-09:team-officers", 0),
    ("timeline --to 2001", 1),
    # B.6: the lead of the operations in Appendix 3 is inferred; B.7.p1 prints 24 and 29 April
    # without their year; 207 passports: nothing is
    ("sources mpa-2003-10-09#B.6", 1), ("sources mpa-2003-10-09#B.7.p1", 1),
    ("sources mpa-2004-02-16#notes.3.b7", 0),
    ("sources mpa-2003-10-09 --show passages", 1), ("sources mpa-2003-10-09", 0),
])  # fmt: skip
def test_a_star_has_its_note_and_a_note_its_star(run: Any, line: str, stars: int) -> None:
    out = run(*line.split()).out
    lines = [" ".join(row.split()) for row in out.splitlines()]
    assert lines.count(STAR) == stars
    assert any("*" in row for row in lines if not row.startswith("*")) == (stars > 0)


def test_a_property_in_conflict_is_not_shown_flat(run: Any, ask: Any) -> None:
    (maxim,) = [row for row in ask("operations") if row["operation"] == "maxim"]
    assert {"lead", "level"} <= set(maxim["differing"])
    assert maxim["lead"] is None
    assert maxim["levels"] == [1, 2]
    page = run("operations", "maxim", "--all").out
    assert re.search(r"Levels +1, 2, differing", page)
    assert re.search(
        r"Lead +differs: SCD11 for MPS Intelligence Directorate \(mpa-2003-05-08", page
    )
    row = next(line for line in run("operations").out.splitlines() if "Operation Maxim  " in line)
    assert "1, 2, differing" in row
    assert "SCD11" not in row
    sun = next(row for row in ask("operations") if row["operation"] == "sun")
    assert sun["differing"] == []


def test_the_star_stands_with_the_date(run: Any) -> None:
    out = run("figures", "mpa-2003-10-09:phase-1-arrests").out
    assert re.search(r"Period +2003-04-24 to 2003-04-29\*", out)
    out = run("operations", "--kind", "fund").out
    assert re.search(r"2002\*", out)
    report = run("report").out
    assert report.count(STAR.replace("*", "\\*")) + report.count(STAR) >= 3
