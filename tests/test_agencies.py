"""moditrack agencies: the responsibility map and the pages."""

from __future__ import annotations

import pytest

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
        "leads", "coordinates", "oversees", "partners", "supports", "funds", "receives",
        "investigates", "enforces", "intelligence", "safeguards", "prosecutes", "trains",
        "reports",
    }  # fmt: skip


def test_who_seeks_or_receives_money_is_not_a_funder(ask) -> None:
    def having(role: str) -> set[tuple[str, str, str]]:
        rows = ask("agencies", "--role", role)
        return {(row["agency"], row["status"], row["sources"][0]) for row in rows}

    assert having("funds") == {
        ("mps", "current", "mpa-2003-05-08#C.b1"),  # from its existing resources
        ("scd", "planned", "mpa-2003-10-09#D.2"),  # from its existing budgets
        ("reflex-agency", "current", "mpa-2003-10-09#B.15"),
        ("reflex-agency", "current", "mpa-2003-10-09#D.2"),
        ("home-office", "current", "colp-2024-02-22#25"),
    }
    assert having("receives") == {
        ("mps", "current", "mpa-2003-05-08#B.37"),
        ("mps", "current", "mpa-2003-05-08#C.b2"),  # scopes the resources it needs
        ("scd", "current", "mpa-2003-10-09#B.15"),
        ("mps", "past", "mpa-2003-10-09#D.1"),
        ("mps", "current", "mpa-2003-10-09#D.2"),
        ("mps", "planned", "mpa-2003-10-09#D.6"),
    }


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


def test_one_strand(ask, refused) -> None:
    rows = ask("agencies", "--strand", "Child exploitation")
    assert {row["strand"] for row in rows} == {"child-exploitation"}
    assert {"scd5", "social-services", "co14"} <= {row["agency"] for row in rows}
    assert "did you mean 'removals'" in refused("agencies", "--strand", "remvals")


def test_a_cell_that_is_being_developed_is_not_at_work_yet(ask) -> None:
    (row,) = ask("agencies", "--agency", "level-1-jic", "--strand", "removals")
    assert (row["role"], row["status"]) == ("intelligence", "planned")
