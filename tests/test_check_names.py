"""Several checks in one command, those of one operation or agency, and their questions."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_check import COLP


def test_checks_of_one_operation_or_agency(ask, run, refused) -> None:
    about = {row["check"] for row in ask("check", "--operation", "maxim-phase-2")}
    assert "mpa-2004-02-16:removals-both-phases" in about
    assert "colp-2024-02-22:change-2023" in {
        row["check"] for row in ask("check", "--agency", "colp")
    }
    assert "did you mean 'maxim'" in refused("check", "--operation", "maxm")


@pytest.mark.parametrize(
    ("added", "named"),
    [
        # By the finding that each belongs to, the most severe first.
        (6, "moditrack check share-base, increase-2023, charges, jic-readiness,"
            " february, typical-male"),
        (7, "7 findings: moditrack check --document mpa-2004-02-16"),
    ],
)  # fmt: skip
def test_six_findings_of_a_table_are_named(run, tmp_path: Path, added: int, named: str) -> None:
    database = shutil.copy(ROOT / "data" / "moditrack.db", tmp_path / "copy.db")
    checks = (
        "typical-male", f"{COLP}:february-eleven-months", "jic-agencies", "charges",
        f"{COLP}:increase-2023", f"{COLP}:chart-base", "removals-targets",
    )  # fmt: skip
    connection = sqlite3.connect(database)
    # Two checks of one finding, and a caution, which is not named.
    for check in (*checks[:added], "comparator", f"{COLP}:text-outcome-18-share"):
        connection.execute(
            "INSERT INTO check_subject (check_id, position, figure)"
            " VALUES (?, 99, 'mpa-2004-02-16:phase-2-cash-seized')",
            (check,),
        )
    connection.commit()
    connection.close()
    out = run("figures", "--measure", "cash-seized", "--db", database).out
    assert f"! Does not fit: {named}\n" in out


@pytest.mark.parametrize(
    "names",
    [
        ["removals-both-phases,", "increase-2023"],
        ["removals-both-phases", "increase-2023"],
        ["removals-both-phases,increase-2023"],
        ["removals-both-phases, increase-2023,removals-both-phases"],
    ],
)
def test_several_checks_in_one_command(ask, run, names: list[str]) -> None:
    pages = ask("check", *names)
    # notes.3.b5: 53 printed, 31 and 21 are 52; 19.b2: 225% printed, 6 to 9 is 50%
    assert [(page["stated"], page["recomputed"]) for page in pages] == [
        ("53", "52"),
        ("225%", "50%"),
    ]
    assert all(page["steps"] for page in pages)
    out = run("check", *names).out
    assert out.startswith("Removals including Phase 1\n")
    assert "\n\nIncrease of offences in 2023" in out
    assert out.count("Step by step") == 2
    assert run("check", *names, "--fields", "stated", "--csv").out == "stated\n53\n225%\n"


def test_one_of_several_checks_is_unknown_or_fails(run, refused) -> None:
    assert "did you mean 'increase-2023'" in refused("check", "share-base,", "increase-2024")
    assert "There is no check ','" in refused("check", ",")
    assert "leave out one or the other" in refused("check", "share-base", "charges", "--all")
    assert "leave out the rest" in refused("check", "share-base", "--integrity")
    assert run("check", "arrests-both-phases", "removals-both-phases", "--strict").code == 1
    assert run("check", "arrests-both-phases", "reflex-funding-years", "--strict").code == 0


def test_what_a_note_advises_shows_its_checks(run) -> None:
    # Six or fewer findings are named under a table; the names can be pasted.
    note = next(
        line
        for line in run("outcomes").out.splitlines()
        if "moditrack check" in line and "," in line
    )
    names = note.partition("moditrack check ")[2].partition(";")[0].split()
    assert names == ["share-base,", "increase-2023,", "charges,", "february"]
    assert run("check", *names).out.count("It matters") == 4


def test_a_question_of_a_finding_is_listed_once(run, ask) -> None:
    lines = run("check", "--fields", "finding,question").out.splitlines()
    asked = [line for line in lines if line.startswith("share-base ")]
    assert len(asked) == 1
    assert len([r for r in ask("check") if r["finding"] == "share-base"]) > 1  # data: every check


def test_a_question_names_the_documents_that_it_is_about(run, ask) -> None:
    lines = run("check", "--fields", "question").out.splitlines()
    (asked,) = [line for line in lines if line.startswith("Do 350 and 800 a month count the same")]
    assert asked.endswith("(mpa-2003-05-08)")
    assert not any("(mpa-" in (row["question"] or "") for row in ask("check"))


def test_a_check_says_whose_matter_it_is(run) -> None:
    page = run("check", "maxim-phase-1-start").out
    assert "\nPart of          Maxim's phases and results: " in page
    assert page.index("Part of") < page.index("It matters")
