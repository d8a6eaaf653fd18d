"""moditrack agencies: the responsibility map and the pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from moditrack.db.connection import open_database
from moditrack.name_key import name_key
from moditrack.questions.filters import AGENCY
from moditrack.validation.records import RECORDS

KEYS = [
    "agency", "abbreviation", "name", "parent", "strand", "operation", "level", "role",
    "status", "responsibility", "as_at", "inferred", "sources",
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
        ("co14", "intelligence", None, "mpa-2003-05-08#B.21"),
        ("dwp", "supports", "maxim", "mpa-2003-10-09#B.16.b4"),
        ("home-office", "funds", "ms-oic-programme", "colp-2024-02-22#25"),
        ("ac-ghaffur", "leads", "maxim", "mpa-2003-10-09#B.3"),
        ("nca", "coordinates", "aidant", "colp-2024-02-22#24"),
        ("reflex-agency", "coordinates", "reflex", "mpa-2003-05-08#B.34"),
        ("reflex-agency", "enforces", "reflex", "mpa-2003-05-08#B.21"),
        ("reflex-agency", "funds", "maxim", "mpa-2003-10-09#B.15"),
        ("reflex-agency", "funds", "maxim", "mpa-2003-10-09#D.2"),
        ("maxim-proactive-team", "enforces", "pochard", "mpa-2003-10-09#appendix-3.b1"),
        ("maxim-proactive-team", "enforces", "kontiki", "mpa-2003-10-09#appendix-3.b3"),
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


def test_a_level_is_that_of_the_passage_or_of_its_heading(ask) -> None:
    # 'MPS Level 1 response' is over B.15 to B.19, 'MPS level 2 response' over B.30 to B.33 and its
    # bullets, 'Level 3 (REFLEX)' over B.34 to B.41; B.21 says level II and III itself.
    found: dict[str, set[int | None]] = {}
    for row in ask("agencies", "--document", "mpa-2003-05-08"):
        place = row["sources"][0].partition("#")[2]
        found.setdefault(place, set()).add(row["level"])
    headed = {
        1: ["B.15", "B.16", "B.17", "B.18", "B.19"],
        2: [
            "B.30",
            "B.31",
            "B.32",
            "B.32.b1",
            "B.32.b3",
            "B.33",
            *(f"B.33.b{n}" for n in range(1, 9)),
        ],
        3: ["B.34", "B.36", "B.37", "B.38", "B.39", "B.41", *(f"B.35.b{n}" for n in range(1, 5))],
    }
    for level, places in headed.items():
        assert {place: found[place] for place in places} == {place: {level} for place in places}
    assert found["B.13"] == {1, 2, 3}
    assert found["B.20"] == {None}
    assert found["B.21"] == {None, 2, 3}


@pytest.mark.parametrize(
    ("agency", "source", "status"),
    [
        # 'in which the … Directorate … will share intelligence'
        ("mps-intelligence-directorate", "mpa-2003-05-08#B.30", "planned"),
        # 'Consideration is … being given to involving staff'
        ("ukps", "mpa-2003-05-08#B.33", "proposed"),
        # 'Two officers from … INDIS … will join them in October'
        ("indis", "mpa-2003-10-09#B.10", "planned"),
        # 'is being considered involving a senior … lawyer'
        ("prosecutions-team", "mpa-2003-10-09#B.16.b2", "proposed"),
        # 'UKIS removed 31 as illegal entrants'
        ("ukis", "mpa-2003-10-09#B.7.p1", "past"),
        # 'need to form a pool of integrated intelligence'
        ("soca", "mpa-2004-02-16#body.p3", "proposed"),
        # 'The Operation was eventually shut'
        ("colp", "colp-2024-02-22#23", "past"),
        # 'is co-ordinated by the National Crime Agency'
        ("nca", "colp-2024-02-22#24", "current"),
    ],
)
def test_what_is_planned_is_not_shown_as_done(
    ask, run, agency: str, source: str, status: str
) -> None:
    rows = [r for r in ask("agencies", agency)["responsibilities"] if r["sources"] == [source]]
    assert {row["status"] for row in rows} == {status}
    lines = (
        run("agencies", agency, "--all")
        .out.partition("\nResponsibilities\n")[2]
        .partition("\n\n")[0]
    )
    own = [line for line in lines.splitlines() if line.endswith(source)]
    assert own
    assert all((f"({status}): " in line) == (status != "current") for line in own)


def test_the_roles_are_those_a_reader_knows(ask) -> None:
    assert {row["role"] for row in ask("agencies")} == {
        "leads", "coordinates", "oversees", "partners", "supports", "funds", "investigates",
        "enforces", "intelligence", "safeguards", "prosecutes", "trains", "advises", "reports",
    }  # fmt: skip


def test_what_follows_from_a_name_alone_is_marked(ask, run) -> None:
    # B.14 lists units without a word on what each does
    rows = [
        row
        for row in ask("agencies", "--document", "mpa-2003-05-08")
        if "#B.14.b" in row["sources"][0] and not row["sources"][0].endswith(".b12")
    ]
    assert {row["agency"] for row in rows} == {
        "co14", "strategic-analysis-unit", "sis", "confidential-unit", "hsu",
        "special-branch-ports", "tp-crime", "scd6", "scd5", "scd7-1", "csmu",
        "joint-ho-mps-intelligence", "home-office", "mps",
    }  # fmt: skip
    assert {(row["role"], row["inferred"]) for row in rows} == {("partners", True)}
    # 'CSMU' is not even spelt out
    assert {row["strand"] for row in rows if row["agency"] == "csmu"} == {
        "organised-immigration-crime"
    }
    # smuggling is not trafficking: B.6 parts the two
    assert "human-trafficking" not in {r["strand"] for r in rows if r["agency"] == "hsu"}
    shown = run("agencies", "CSMU", "--all").out
    assert "is not said*" in shown
    assert "\n  * Not printed in full; follows from the document.\n" in shown
    assert "* Not printed" not in run("agencies", "NCS", "--all").out  # no star, no note on it


@pytest.mark.parametrize(
    ("strand", "agency", "source"),
    [
        # 'an investigation into drug offences, money laundering and MDSHT'
        ("money-laundering", "colp", "colp-2024-02-22#17"),
        ("money-laundering", "cps", "colp-2024-02-22#17"),
        ("modern-slavery", "colp", "colp-2024-02-22#17"),
        # '9 trafficked juveniles have been … handed into the care of the Social Services'
        ("victim-support", "social-services", "mpa-2003-10-09#appendix-3.b3"),
        ("child-exploitation", "social-services", "mpa-2003-10-09#appendix-3.b3"),
        # 'larger scale trafficking or people smuggling'
        ("organised-immigration-crime", "sis", "mpa-2003-05-08#B.21"),
        ("human-trafficking", "sis", "mpa-2003-05-08#B.21"),
    ],
)
def test_a_responsibility_is_in_each_of_its_strands(
    ask, strand: str, agency: str, source: str
) -> None:
    rows = ask("agencies", "--strand", strand)
    assert (agency, [source]) in [(row["agency"], row["sources"]) for row in rows]


def test_a_responsibility_in_several_strands_is_one_for_people(ask, run) -> None:
    rows = [
        r for r in ask("agencies", "cps")["responsibilities"] if r["sources"][0].endswith("#17")
    ]
    assert {row["strand"] for row in rows} == {
        "money-laundering", "modern-slavery", "serious-organised-crime", "prosecution",
    }  # fmt: skip
    (line,) = (
        s for s in run("agencies", "cps", "--all").out.splitlines() if "in one investigation" in s
    )
    assert "Money laundering; Modern slavery; Serious and organised crime; Prosecution" in line
    by_strand = run("agencies", "--by", "strand").out
    assert by_strand.count("Authorised charges for three people in one investigation") == 4
    assert by_strand.count("Named for child exploitation") == 1  # levels 1 and 2, one strand


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ("mpa-2003-05-08", "B.5"), ("mpa-2003-05-08", "B.6"), ("mpa-2003-05-08", "B.40"),
        ("mpa-2003-05-08", "D.1"), ("mpa-2003-05-08", "D.2.b2"),
        ("mpa-2004-02-16", "header"), ("mpa-2004-02-16", "body.p1"),
    ],
)  # fmt: skip
def test_what_is_no_responsibility_is_not_in_the_map(ask, document: str, place: str) -> None:
    rows = ask("agencies", "--document", document)
    assert [f"{document}#{place}"] not in [row["sources"] for row in rows]


def test_a_form_makes_nobody_responsible_but_who_reports_and_who_receives(ask) -> None:
    rows = ask("agencies", "--document", "colp-2024-02-22")
    form = [row for row in rows if row["sources"] == ["colp-2024-02-22#header"]]
    assert {(row["agency"], row["role"]) for row in form} == {
        ("colp-commissioner", "reports"), ("sppc", "oversees"),
    }  # fmt: skip


def test_the_six_strands_of_the_community_programme_are_of_those_named_in_them(ask) -> None:
    rows = ask("operations", "community-partnership")["responsibilities"]
    assert {(r["sources"][0].partition("#")[2], r["agency"]) for r in rows} == {
        ("B.17", "maxim-crg"),
        ("B.17.p1", "embassies"), ("B.17.p1", "government-departments"),
        ("B.17.p2", "community-businesses"),
        ("B.17.p3", "faith-leaders"), ("B.17.p3", "support-groups"),
        ("B.17.p4", "mps"), ("B.17.p4", "local-authorities"),
        ("B.17.p5", "journalists"),
        ("B.17.p6", "community-members"), ("B.17.p6", "consultative-groups"),
    }  # fmt: skip
    assert {r["status"] for r in rows} == {"planned"}


def test_what_was_done_with_the_mps_is_not_put_under_aidant(ask) -> None:
    rows = [
        r for r in ask("agencies", "mps")["responsibilities"] if r["document"].startswith("colp")
    ]
    assert {(r["operation"], r["status"]) for r in rows} == {(None, "past")}


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
    message = refused("agencies", "Joint Intelligence Cell", "--json")
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
    shown = run("agencies", "scd5", "--show", "responsibilities").out.splitlines()
    (line,) = (line for line in shown if "notes.2.b4" in line and "enforces" in line)
    assert "  1, 2  " in line


def test_a_cell_that_is_being_developed_is_not_at_work_yet(ask) -> None:
    (row,) = ask("agencies", "--agency", "level-1-jic", "--strand", "removals")
    assert (row["role"], row["status"]) == ("intelligence", "planned")


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
    # The pages of Datasette look a name up in SQL.
    connection = open_database(str(database))
    connection.create_function("name_key", 1, name_key)
    for name, agency in (("INDIS", "indis"), ("Quay Office", "ukps")):
        found = connection.execute(f"SELECT {AGENCY.found_by.format(':name')}", {"name": name})
        assert found.fetchone()[0] == agency


def test_who_works_in_the_joint_intelligence_cell(run) -> None:
    # B.10: one Detective Sergeant and two officers of UKPS; two of INDIS to join in October; two
    # analysts and three researchers in recruitment. B.16.b4: negotiating for a member of the DWP.
    out = run("agencies", "JIC").out
    assert out.splitlines()[0] == "Joint Intelligence Cell (Operation Maxim) (JIC), part of MPS"
    lines = out.partition("\nStaff ")[2].splitlines()
    assert [line.strip() for line in lines[:8]] == [
        "One Detective Sergeant, Intelligence Manager: in post",
        "Two officers of UKPS: in post",
        "Two officers of INDIS: to join in October",
        "Two analysts of the MPS: being recruited",
        "Three researchers of the MPS: being recruited",
        "A member of the Department of Works and Pensions: under negotiation",
        "and 2 more: --show staff",
        "mpa-2003-10-09#B.10, mpa-2003-10-09#B.16.b4",
    ]
    every = run("agencies", "JIC", "--show", "staff").out
    assert "Officers from the three agencies" in every
    # The cell at Level 1 has the same name in another report, and not these staff.
    other = run("agencies", "level-1-jic", "--show", "staff").out
    assert "Detective Sergeant" not in other
    assert "MPS staff seconded to the Immigration Service" in other


def test_what_the_proactive_team_consists_of(run) -> None:
    out = run("agencies", "maxim-proactive-team", "--show", "staff").out
    # B.11, B.13, notes.2
    assert (
        "22: Size to which the MPS contingent of the Proactive Team is to be brought, target" in out
    )
    assert "Management and supervision posts filled; boards in September for the rest" in out
    assert "Dedicated joint-agency team of MPS and UKIS" in out


def test_names_stand_as_also_called_and_among_no_findings(ask, run) -> None:
    out = run("agencies", "indis").out
    (called,) = (line for line in out.splitlines() if line.startswith("Also called"))
    assert called.split("  ", 1)[1] == (
        # B.10, and notes.2 of the press release
        "Immigration and Naturalisation Department Intelligence Service,"
        " Immigration and Nationality Directorate Intelligence Service;"
        " INDIS: Immigration and Naturalisation Department Intelligence Service;"
        " Immigration and Nationality Directorate Intelligence Service"
    )
    assert "! 1 finding: moditrack check --agency indis\n" in out
    checks = run("agencies", "indis", "--show", "checks").out
    assert checks.splitlines()[0].endswith(", checks: 1")
    assert "jic-agencies" in checks
    assert "indis-name" not in checks
    assert "moditrack check indis-name" in run("agencies", "indis", "--show", "names").out
    # The data formats have all.
    assert {c["check"] for c in ask("agencies", "indis")["checks"]} == {
        "indis-name",
        "jic-agencies",
    }
    # The same on the page of an operation.
    assert "scd11-directorate" not in run("operations", "maxim", "--show", "checks").out
    assert "moditrack check scd11-directorate" in run("operations", "maxim", "--show", "names").out


def test_the_first_screen_says_what_an_agency_does(run) -> None:
    out = run("agencies", "indis").out
    # B.10: planned support; notes.2: named with the joint team
    assert (
        "Work in      Intelligence (supports (planned)); Organised immigration crime (partners)"
        in out
    )
    assert "\n  More with --show NAME, or --all: names 4, statements 1, responsibilities 3," in out


@pytest.mark.parametrize("agency", ["co14", "indis", "ukis", "scd11", "mps", "colp"])
def test_the_first_screen_fits(terminal, agency: str) -> None:
    shown = terminal(80, "agencies", agency, "--no-pager").out.splitlines()
    assert len(shown) <= 24
    assert max(map(len, shown)) <= 80


def test_sections_of_an_agency(run, refused) -> None:
    assert run("agencies", "co14", "--show", "events").out.startswith(
        "CO14 Clubs and Vice, events: 3"
    )
    assert (
        "there are names, staff, statements, responsibilities, figures, events, commitments,"
        in (refused("agencies", "co14", "--show", "xyzzy"))
    )
    assert "goes with the name of an agency alone" in refused("agencies", "--show", "names")


@pytest.mark.parametrize("agency", ["co14", "maxim-jic", "maxim-proactive-team", "mps", "colp"])
def test_the_first_screen_of_an_agency_has_24_rows_with_the_prompt(terminal, agency: str) -> None:
    assert len(terminal(80, "agencies", agency, "--no-pager").out.splitlines()) <= 23


def test_limited_means_are_no_staff(run, ask) -> None:
    # B.21: the resources of CO14 are finite
    assert "staff" not in run("agencies", "co14").out.casefold()
    (limits,) = [s for s in ask("agencies", "co14")["statements"]
                 if "minor disruption" in s["statement"]]  # fmt: skip
    assert limits["property"] == "scope"


def test_agencies_of_one_name_are_shown_below_each_other(run) -> None:
    shown = run("agencies", "joint intelligence cell").out
    titles = re.findall(r"^Joint Intelligence Cell \((.*?)\)", shown, re.MULTILINE)
    assert titles == ["Operation Maxim", "Immigration Service and MPS, Level 1"]
