"""moditrack agencies: the responsibility map and the pages."""

from __future__ import annotations

import pytest

KEYS = [
    "agency", "abbreviation", "name", "parent", "strand", "operation", "level", "role",
    "responsibility", "as_at", "sources",
]  # fmt: skip


def test_the_map(ask) -> None:
    rows = ask("agencies")
    assert len(rows) > 200
    assert list(rows[0])[: len(KEYS)] == KEYS
    assert all(row["sources"] for row in rows)


@pytest.mark.parametrize(
    ("agency", "role", "operation", "source"),
    [
        ("scd11", "leads", "maxim", "mpa-2003-05-08#B.30"),
        ("co14", "investigates", "victims-pilot", "mpa-2003-05-08#B.28"),
        ("co14", "refers", None, "mpa-2003-05-08#B.21"),
        ("dwp", "negotiated-with", "maxim", "mpa-2003-10-09#B.16.b4"),
        ("home-office", "funds", "ms-oic-programme", "colp-2024-02-22#25"),
        ("ac-ghaffur", "governs", "maxim", "mpa-2003-10-09#B.3"),
        ("nca", "coordinates", "aidant", "colp-2024-02-22#24"),
        ("social-services", "safeguards", "kontiki", "mpa-2003-10-09#appendix-3.b3"),
    ],
)
def test_who_does_what(ask, agency: str, role: str, operation: str | None, source: str) -> None:
    assert any(
        (row["agency"], row["role"], row["operation"], row["sources"])
        == (agency, role, operation, [source])
        for row in ask("agencies")
    )


def test_levels_are_stated_or_null(ask) -> None:
    rows = ask("agencies", "--by", "level")
    assert {row["level"] for row in rows} == {1, 2, 3, None}
    clearing = [r for r in rows if r["sources"] == ["mpa-2004-02-16#notes.2.b4"]]
    assert [(r["agency"], r["level"]) for r in clearing] == [("scd5", 1), ("scd5", 2)]


def test_the_day_of_a_responsibility_is_its_documents(ask) -> None:
    rows = ask("agencies", "--document", "mpa-2004-02-16")
    assert {row["as_at"] for row in rows} == {"2004-02-16"}
    assert {row["document"] for row in rows} == {"mpa-2004-02-16"}


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
    message = refused("agencies", "Joint Intelligence Cell")
    assert message == (
        "'Joint Intelligence Cell' is the name of more than one agency: use 'level-1-jic' (cell,"
        " Joint Intelligence Cell (Immigration Service and MPS, Level 1)) or 'maxim-jic' (cell,"
        " Joint Intelligence Cell (Operation Maxim))."
    )


def test_one_strand(ask, refused) -> None:
    rows = ask("agencies", "--strand", "Child exploitation")
    assert {row["strand"] for row in rows} == {"child-exploitation"}
    assert {"scd5", "social-services", "co14"} <= {row["agency"] for row in rows}
    assert "did you mean 'removals'" in refused("agencies", "--strand", "removal")


def test_bad_names(refused) -> None:
    assert "try 'moditrack operations maxim'" in refused("agencies", "Operation Maxim")
    assert "did you mean 'ukis'" in refused("agencies", "UKISS")
    assert "There is no --by 'colour': there are agency, strand" in refused(
        "agencies", "--by", "colour"
    )
    assert "leave out one or the other" in refused("agencies", "CO14", "--by", "level")


def test_groups_head_the_rows_on_a_terminal(terminal) -> None:
    lines = terminal(80, "agencies", "--by", "level").out.splitlines()
    heads = [i for i, line in enumerate(lines) if line in ("Level 1", "Level 2", "Level 3")]
    assert len(heads) == 3
    assert "No level stated" in lines


def test_a_page_shows_the_levels_of_a_responsibility_in_one_row(run) -> None:
    # notes.2.b4 names SCD5 for child exploitation at Level 1 and 2
    (line,) = (line for line in run("agencies", "scd5").out.splitlines() if "notes.2.b4" in line
               and "enforces" in line)  # fmt: skip
    assert "  1, 2  " in line
