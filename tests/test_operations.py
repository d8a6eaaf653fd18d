"""moditrack operations: the list and the pages, against what the documents state."""

from __future__ import annotations

import pytest

NAMED = {
    "maxim", "maxim-phase-1", "maxim-phase-2", "reflex", "reflex-apf", "trident", "pochard",
    "kittihawk", "kontiki", "beau", "victims-pilot", "joint-level-1", "mou-2002", "sun", "aidant",
    "toex", "traffic-jam", "section-22",
}  # fmt: skip


def test_everything_with_a_name_is_listed(ask) -> None:
    rows = ask("operations")
    assert {row["operation"] for row in rows} >= NAMED
    assert list(rows[0])[:12] == [
        "operation", "name", "kind", "levels", "lead", "partners", "parent", "start", "end",
        "status", "documents", "sources",
    ]  # fmt: skip


def by_id(rows: list[dict]) -> dict:
    return {row["operation"]: row for row in rows}


def test_properties_that_the_documents_agree_on(ask) -> None:
    rows = by_id(ask("operations"))
    assert rows["maxim"]["lead"] is None  # conflict maxim-lead
    assert rows["ukps-fraud-programme"]["lead"] is None  # named as UKPS's, no more
    assert rows["maxim"]["parent"] is None  # "aligned to" Reflex, and not a part of it
    assert rows["maxim"]["levels"] == [1, 2]
    assert rows["maxim"]["documents"] == ["mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16"]
    assert rows["reflex"]["start"] == "2000-05"
    assert rows["victims-pilot"]["start"] == "2003-03-10"
    assert rows["mou-2002"]["start"] == "2002-11-20"
    assert rows["aidant"]["lead"] is None  # 24: co-ordinated by the NCA
    assert rows["sun"]["status"] == "closed"
    # The title of Pol 04-24: 2023-25 are the years of an update, and the agreement has no dates.
    assert (rows["section-22"]["start"], rows["section-22"]["end"]) == (None, None)
    assert rows["section-22"]["status"] == "updated for 2023-25"


@pytest.mark.parametrize("operation", ["pochard", "kittihawk", "kontiki", "beau"])
def test_the_operations_of_appendix_3_are_led_by_the_proactive_team(ask, operation: str) -> None:
    # B.6: operations led by the Proactive Team, a number of which are outlined in Appendix 3
    page = ask("operations", operation)
    assert page["lead"] == "maxim-proactive-team"
    assert "lead" in page["inferred"]
    (stated,) = (s for s in page["statements"] if s["property"] == "lead")
    assert stated["sources"] == ["mpa-2003-10-09#B.6"]


def test_aidant_has_no_partner_that_its_paragraph_does_not_name(ask) -> None:
    # 24: earlier operations with the MPS, not said to be under Aidant
    assert set(ask("operations", "aidant")["partners"]) == {
        "colp", "local-forces", "aidant-partner-agencies",
    }  # fmt: skip


def test_a_property_stated_differently_is_null_and_its_statements_stand_side_by_side(ask) -> None:
    page = ask("operations", "maxim-phase-1")
    assert page["start"] is None
    assert page["end"] == "2003-04-29"
    starts = {s["sources"][0]: s["value"] for s in page["statements"] if s["property"] == "start"}
    assert starts == {
        "mpa-2003-05-08#B.30": "2003-04-24",
        "mpa-2003-10-09#B.7.p1": "2003-04-24",
        "mpa-2004-02-16#notes.1": "2003-03",
    }
    assert any(c["check"] == "maxim-phase-1-start" for c in page["checks"])


@pytest.mark.parametrize(
    "name",
    ["maxim", "MAXIM", "Operation Maxim", "op maxim", "Operation  MAXIM", "Op. Maxim", "(maxim)"],
)
def test_a_name_is_found_in_any_dress(ask, name: str) -> None:
    assert ask("operations", name)["operation"] == "maxim"


@pytest.mark.parametrize(
    ("name", "operation"),
    [
        ("pilot project", "victims-pilot"),
        ("Phase 2", "maxim-phase-2"),
        ("APF", "reflex-apf"),
        ("Op Sun", "sun"),
        ("TOEX", "toex"),
        ("traffic jam", "traffic-jam"),
    ],
)
def test_names_that_documents_give_are_known(ask, name: str, operation: str) -> None:
    assert ask("operations", name)["operation"] == operation


def test_a_page_has_all_that_the_documents_say(ask) -> None:
    page = ask("operations", "kontiki")
    assert set(page) >= {
        "operation", "statements", "events", "figures", "responsibilities", "parts", "children",
        "commitments",
    }  # fmt: skip
    assert {f["printed"] for f in page["figures"]} == {"371", "9", "154"}
    assert {f["sources"][0] for f in page["figures"]} == {"mpa-2003-10-09#appendix-3.b3"}
    assert {"co14", "ukis"} == set(page["partners"])
    assert {r["agency"] for r in page["responsibilities"]} >= {"co14", "ukis", "social-services"}


def test_the_results_of_phase_2(ask) -> None:
    figures = ask("operations", "maxim-phase-2")["figures"]
    pressed = [f for f in figures if f["document"] == "mpa-2004-02-16"]
    assert [f["value"] for f in pressed] == [
        46, 102, 23, 24, 21, 8, 207, 118, 80, 52, 19, 153573, 12237, 150000, 1100000
    ]  # fmt: skip


def test_a_page_includes_its_children(ask) -> None:
    page = ask("operations", "maxim")
    assert {"maxim-phase-1", "maxim-phase-2", "pochard"} <= set(page["children"])
    printed = {(f["operation"], f["printed"]) for f in page["figures"]}
    assert {("maxim-phase-1", "46"), ("maxim", "£1 million pounds"), ("pochard", "23")} <= printed


@pytest.mark.parametrize(
    ("operation", "name", "count"),
    [
        ("reflex", "Priorities", 4),
        ("reflex", "Home Secretary's priorities", 4),
        ("victims-pilot", "Criteria for acceptance", 5),
        ("victims-pilot", "Criteria of the White Paper", 5),
        ("community-partnership", "Strands", 6),
        ("threat-profile", "Intelligence requirements", 6),
    ],
)
def test_lists_have_as_many_items_as_printed(ask, operation: str, name: str, count: int) -> None:
    parts = ask("operations", operation)["parts"]
    assert len([part for part in parts if part["list"] == name]) == count


def test_filters(ask) -> None:
    def ids(*args: str) -> set[str]:
        return set(by_id(ask("operations", *args)))

    assert {"kontiki", "kittihawk", "maxim", "victims-pilot"} <= ids("--agency", "CO14")
    assert "sun" not in ids("--agency", "CO14")
    assert ids("--level", "1") == {"maxim", "joint-level-1"}
    assert ids("--level", "3") == {"reflex"}
    assert ids("--kind", "phase") == {"maxim-phase-1", "maxim-phase-2"}
    assert ids("--document", "mpa-2004-02-16") == {"maxim", "maxim-phase-1", "maxim-phase-2"}
    assert {"mou-2002", "joint-level-1"} <= ids("--strand", "removals")
    assert ids("--agency", "nca", "--level", "3") == set()


def test_an_empty_list_is_an_empty_array(run) -> None:
    assert run("operations", "--agency", "nca", "--level", "3", "--json").out == "[]\n"
    out = run("operations", "--agency", "nca", "--level", "3").out
    assert "No operation of NCA with level 3.\n" in out


def test_bad_names(refused) -> None:
    assert "did you mean 'kontiki'" in refused("operations", "kontikki")
    assert "try 'moditrack agencies co14'" in refused("operations", "CO14")
    assert "'moditrack operations' lists them" in refused("operations", "xyzzy")
    assert "leave out one or the other" in refused("operations", "maxim", "--level", "2")
    assert "There is no --level '4': there are 1, 2, 3." in refused("operations", "--level", "4")
    assert "did you mean 'phase'" in refused("operations", "--kind", "phases")
    assert "did you mean 'removals'" in refused("operations", "--strand", "remvals")


def test_agencies_are_shown_by_their_abbreviations(run) -> None:
    out = run("operations", "maxim", "--all").out
    own = out.partition("\nResponsibilities\n")[2].splitlines()
    assert own[4].split()[:3] == ["SCD11", "2", "leads:"]
    assert "\nPartners   UKIS; UKPS; INDIS\n" in out


def test_the_list_says_what_each_was_with_its_passage(run, terminal, ask) -> None:
    lines = {line.split("  ")[0]: line for line in run("operations").out.splitlines()}
    adam = lines['"Adam" murder investigation']
    assert "  Murder of the boy whose torso was found in the Thames  " in adam
    assert "  pilot: Support and protect victims who come forward" not in adam
    assert (
        "  system, potential next step: Help investigate those who are advertising in the City"
        in lines["Traffic Jam"]
    )
    assert "  closed: Response to juveniles" in lines["Operation Sun"]
    assert "  Support and protect victims" in lines["Pilot project for victims of trafficking"]
    # no document states an aim of the plan, or what is in it
    assert "  plan  " in lines["SCD Police Performance Plan 2003/4"]
    # its visits are in appendix 3; the programme names it in B.17 and aims at trust there
    assert lines["Operation Kontiki"].endswith("  mpa-2003-10-09#appendix-3.b3")
    assert "Build public trust" in lines["Community Partnership Programme"]
    out = terminal(80, "operations", "--no-pager").out
    assert "investigati\n" not in out
    assert "Murder of the boy" in out
    assert "what" not in ask("operations")[0]


def test_operations_without_a_result_are_counted_and_named(run) -> None:
    # Of nine operations, six have a result: Maxim, Pochard, Kittihawk, Kontiki, Beau and Aidant.
    lines = run("operations").out.splitlines()
    assert lines[1].endswith("17 have no stated result: Reflex, Trident, Sun, 14 others (below).")
    assert lines[1].startswith("By kind: operation 9, programme 4, agreement 3, phase 2, others 9.")
    (others,) = [line.strip() for line in lines if "The others without a stated result: " in line]
    assert others.startswith(
        "The others without a stated result: Reflex Additional Projects Fund; SR 2002"
    )
    assert others.count(";") == 13
    assert "stated result" not in run("operations", "--document", "mpa-2004-02-16").out


def test_operations_and_what_came_of_them_are_on_the_first_screen(terminal, run) -> None:
    lines = terminal(80, "operations", "--no-pager", rows=24).out.splitlines()
    assert lines[4:23] == [
        "Operation       Lead             Start, end            Results",
        "─" * 80,
        # notes.3.b2 and b5 of the press release: 148 arrests and 53 removals, of both phases
        "Maxim           differs          differs               148 arrests, 53 removed",
        "                                                       (52 computed)",
        "Maxim, Phase 1                   differs, 2003-04-29*  46 arrests, 31 removed",
        # B.7.p2 dates a pilot phase; the 102 are of the programme that notes.2 of 2004 describes
        "Maxim, Phase 2                   2003-07-03* (pilot)   102 arrests, 23 charged,",
        "                                                       24 cautioned, 21 removed,",
        "                                                       £153,573 seized",
        "Reflex                           2000-05",
        "Trident",
        # appendix-3: b1 charges the principal with 10 offences, b2 and b3 have no arrests counted
        "Pochard         Proactive Team*                        23 arrests, 10 offences",
        "                                                       charged, two removed",
        'Kittihawk       "                                      one woman imprisoned',
        'Kontiki         "                                      9 victims found, 154',
        "                                                       dealt with",
        'Beau            "                                      10 arrests, 2 charged, 5',
        "                                                       removed",
        "Sun             CoLP*",
        # 24: support for a prosecution was sought
        "Aidant                                                 no prosecution supported",
    ]
    below = run("operations").out.partition("What is said of each: 27\n")[2]
    assert "Modern Slavery and Organised Immigration Crime (MS&OIC) Programme" in below
    assert "What is said of each" not in run("operations", "--kind", "phase").out
    assert "What is said of each" not in run("operations", "--document", "colp-2024-02-22").out
