"""The names of agencies: by document, of groups, and of two that share one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moditrack.validation.records import RECORDS


def test_names_by_document(ask) -> None:
    page = ask("agencies", "INDIS")
    expanded = {n["document"]: n["name"] for n in page["names"] if n["kind"] == "name"}
    assert expanded == {
        "mpa-2003-10-09": "Immigration and Naturalisation Department Intelligence Service",
        "mpa-2004-02-16": "Immigration and Nationality Directorate Intelligence Service",
    }
    assert page["parent"] == "ukis"
    assert any(c["check"] == "indis-name" for c in page["checks"])


def test_a_code_behind_three_units_is_the_name_of_none(ask) -> None:
    # B.14 of May 2003: Strategic Analysis Unit, Confidential Unit and CSMU, each '(SCD11)'
    page = ask("agencies", "SCD11")
    assert {n["name"] for n in page["names"]} == {"SCD11", "Covert Operations Unit"}
    assert page["parent"] is None  # two directorates are named
    assert set(page["units"]) == {"strategic-analysis-unit", "sis", "confidential-unit", "csmu"}
    assert "scd11-name" not in {c["check"] for c in page["checks"]}


@pytest.mark.parametrize(
    ("group", "source"),
    [
        ("identity-agencies", "mpa-2003-05-08#B.33.b4"),
        ("scd11-plan-agencies", "mpa-2003-05-08#D.3.b4"),
        ("pilot-other-units", "mpa-2003-05-08#B.28"),
        ("secondary-activity-units", "mpa-2003-10-09#B.8"),
        ("source-country-communities", "mpa-2003-10-09#B.3"),
        ("mpa-related-agencies", "mpa-2004-02-16#body.p3"),
        ("linked-communities", "mpa-2004-02-16#body.p6"),
        ("vulnerable-communities", "mpa-2004-02-16#body.p7"),
        ("clearing-house-units", "mpa-2004-02-16#notes.2"),
        ("aidant-partner-agencies", "colp-2024-02-22#24"),
    ],
)
def test_what_two_passages_call_others_is_not_one_group(ask, group: str, source: str) -> None:
    page = ask("agencies", group)
    assert {tuple(name["sources"]) for name in page["names"]} == {(source,)}
    assert {tuple(row["sources"]) for row in page["responsibilities"]} == {(source,)}


def test_reflex_is_an_agency_and_an_operation(ask) -> None:
    assert ask("agencies", "Reflex")["agency"] == "reflex-agency"
    assert ask("operations", "Reflex")["operation"] == "reflex"


def test_both_joint_intelligence_cells_are_there(ask, refused) -> None:
    assert ask("agencies", "level-1-jic")["kind"] == "cell"
    assert ask("agencies", "JIC")["agency"] == "maxim-jic"
    message = refused("agencies", "Joint Intelligence Cell", "--json")
    assert message == (
        "'Joint Intelligence Cell' is the name of more than one agency: use 'level-1-jic' (cell,"
        " Joint Intelligence Cell (Immigration Service and MPS, Level 1)) or 'maxim-jic' (cell,"
        " Joint Intelligence Cell (Operation Maxim))."
    )


def test_of_two_agencies_of_one_name_the_better_claim_counts(
    run, ask, refused, tmp_path: Path
) -> None:
    records = Path(shutil.copytree(RECORDS, tmp_path / "records"))
    with (records / "mpa-2004-02-16" / "names.csv").open("a", encoding="utf-8") as names:
        names.write(
            "header,,co14,INDIS,variant\n"  # the abbreviation of another
            "header,,co14,Quay Office,variant\n"
            "header,,ukps,Quay Office,name\n"
            "header,,co14,Pier Office,name\n"
            "header,,ukps,Pier Office,name\n"
        )
    database = tmp_path / "own.db"
    assert run("seed", "--records", records, "--db", database).code == 0
    assert ask("agencies", "INDIS", "--db", database)["agency"] == "indis"
    assert ask("agencies", "quay office", "--db", database)["agency"] == "ukps"
    both = refused("agencies", "Pier Office", "--json", "--db", database)
    assert "is the name of more than one agency: use 'co14' (" in both
    assert "or 'ukps' (" in both
