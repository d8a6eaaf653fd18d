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
    assert rows["ukps-fraud-programme"]["lead"] == "ukps"
    assert rows["maxim"]["parent"] is None  # "aligned to" Reflex, and not a part of it
    assert rows["maxim"]["levels"] == [1, 2]
    assert rows["maxim"]["documents"] == ["mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16"]
    assert rows["reflex"]["start"] == "2000-05"
    assert rows["victims-pilot"]["start"] == "2003-03-10"
    assert rows["mou-2002"]["start"] == "2002-11-20"
    assert rows["aidant"]["lead"] == "nca"
    assert rows["sun"]["status"] == "closed"
    assert (rows["section-22"]["start"], rows["section-22"]["end"]) == ("2023", "2025")


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
    assert "Nothing found." in run("operations", "--agency", "nca", "--level", "3").out


def test_bad_names(refused) -> None:
    assert "did you mean 'kontiki'" in refused("operations", "kontikki")
    assert "try 'moditrack agencies co14'" in refused("operations", "CO14")
    assert "'moditrack operations' lists them" in refused("operations", "xyzzy")
    assert "leave out one or the other" in refused("operations", "maxim", "--level", "2")
    assert "There is no --level '4': there are 1, 2, 3." in refused("operations", "--level", "4")
    assert "did you mean 'phase'" in refused("operations", "--kind", "phases")
    assert "did you mean 'removals'" in refused("operations", "--strand", "removal")


def test_agencies_are_shown_by_their_abbreviations(run) -> None:
    out = run("operations", "maxim", "--all").out
    own = out.partition("\nResponsibilities\n")[2].splitlines()
    assert own[4].split()[:3] == ["SCD11", "2", "leads:"]
    assert "\nPartners   UKIS; UKPS; INDIS\n" in out


def test_the_first_screen_says_what_it_is_its_results_and_what_differs(run) -> None:
    out = run("operations", "maxim").out
    facts, results, below = out.split("\n\n")
    assert facts.splitlines() == [
        "Operation Maxim, with UKIS, UKPS, INDIS",
        "Aim     Target serious criminals in London who are in the UK illegally or whose presence"
        " harms its communities and economy mpa-2003-05-08#B.30 +6",
        "Lead    differs: MPS Intelligence Directorate, led by SCD11 (mpa-2003-05-08);"
        " MPS Specialist Crime Directorate, led by SCD11 (mpa-2003-10-09)",
        # B.30: the first phase began on 24 April; notes.1: March 2003, with a scoping study
        "Start   differs: 2003-04-24 (mpa-2003-05-08); 2003-03 (mpa-2004-02-16)",
        "Status  differs: new, being devised (mpa-2003-05-08); working, permanent programme"
        " (mpa-2003-10-09); highly effective (mpa-2004-02-16)",
        "Level   differs: 2 (mpa-2003-05-08, mpa-2003-10-09); 1, 2 (mpa-2004-02-16)",
        "Also    Pochard, Kittihawk, Kontiki, Community Partnership Programme",
        # B.11: the team is still to be brought up to 22
        "Staff   22 officers, 7 staff mpa-2003-10-09#B.2.p1; another passage differs",
    ]
    assert [line.split() for line in results.splitlines()[1:]] == [
        ["Part", "Reported", "in", "Arrests", "Charged", "Cautioned", "Removed", "Cash"],
        [*["-" * n for n in (7, 17, 9, 9, 11, 9, 8)]],
        # B.7.p1 and notes.1: 46 arrests, 31 removed; B.7.p2: 19 arrests from 3 July
        ["Phase", "1", "mpa-2003-10-09", "+1", "46", "31"],
        ["Phase", "2", "mpa-2003-10-09", "19"],
        # notes.3: 102 arrests, 23 charged, 24 cautioned, 21 removed, £153,573
        ["Phase", "2", "mpa-2004-02-16", "102", "23", "24", "21", "£153,573"],
        # notes.3: 148 arrests and 53 removals, including Phase 1
        ["Maxim", "mpa-2004-02-16", "148", "53"],
    ]
    first, more = below.splitlines()
    assert first.startswith("! 7 findings; 53 printed, 52 computed: moditrack check --operation")
    assert more.startswith("  More with --show NAME, or --all: statements 52, figures 60, ")


def test_the_first_screen_of_maxim_has_24_rows_with_the_prompt(terminal) -> None:
    shown = terminal(80, "operations", "maxim", "--no-pager").out.splitlines()
    assert len(shown) <= 23
    assert max(map(len, shown)) <= 80


def test_a_narrow_screen_leaves_out_what_no_document_reports(terminal) -> None:
    shown = terminal(60, "operations", "maxim", "--no-pager", rows=24).out
    _, results, first, head, _, phase_1, *_ = shown.splitlines()
    assert results.startswith("Results, the largest of each kind")  # above the facts
    assert first == "an earlier one"
    assert head == "Part     Arrests  Charged  Cautioned  Removed      Cash"
    assert phase_1.split() == ["Phase", "1", "46", "31"]
    assert "\nStaff   22 officers" in shown


def test_without_phases_the_first_figures_and_findings_are_shown(run) -> None:
    out = run("operations", "kontiki").out
    listed = out.partition("\nFigures  ")[2].splitlines()[:3]
    assert [line.split()[0] for line in listed] == ["371:", "9:", "154:"]
    assert [line.split()[-1] for line in listed] == ["mpa-2003-10-09#appendix-3.b3"] * 3
    assert "\nDiffers  Who leads Maxim and its operations\n" in out
    differs = "Differs  Money behind Maxim: Existing resources, in May 2003; £1 million of Reflex;"
    assert differs in run("operations", "reflex-apf").out
    # A finding on a property stands with the property alone.
    reflex = run("operations", "reflex").out
    assert "\nLevel    differs: 2, 3 (mpa-2003-05-08)\n" in reflex
    assert "Levels of Maxim and Reflex" not in reflex


@pytest.mark.parametrize(
    ("operation", "label", "said", "before"),
    [
        # appendix-3.b2 and b3 of October 2003; B.22 to B.24 of May 2003
        ("kittihawk", "Result", "has been imprisoned and is to be deported after", "Lead"),
        ("kontiki", "Result", "Exploited women rescued (number not given), 9 traff", "Figures"),
        ("pochard", "Result", "23 arrests, two immediate removals, the principal ch", "Figures"),
        ("maxim-phase-1", "Result", "UKIS removed 31 people mpa-2004-02-16#notes.1", "Figures"),
        ("adam-investigation", "See too", "Operation Pochard: 23 arrests, two immediate", "!"),
        ("victims-pilot", "Promise", "evaluate it, due 2003-09-10*: not mentioned ag", "Lists"),
    ],
)
def test_a_page_says_what_came_of_it(
    run, operation: str, label: str, said: str, before: str
) -> None:
    out = run("operations", operation).out
    (line,) = [own for own in out.splitlines() if own.startswith(label)]
    assert said in line
    assert out.index(f"\n{label}") < (out + "\n!").index(f"\n{before}")


@pytest.mark.parametrize("operation", ["reflex", "victims-pilot", "kittihawk", "beau"])
def test_the_first_screen_of_an_operation_has_24_rows(terminal, operation: str) -> None:
    assert len(terminal(80, "operations", operation, "--no-pager").out.splitlines()) <= 23


def test_words_that_are_no_number_follow_what_they_say(run) -> None:
    out = run("operations", "aidant").out
    assert "City who supported a prosecution: 'never' colp-2024-02-22#24" in out
    assert "four: Key priorities of Reflex" in run("operations", "reflex").out


@pytest.mark.parametrize(
    ("section", "title", "words"),
    [
        ("events", "Operation Kontiki, events: 1", "mpa-2003-10-09#appendix-3.b3"),
        ("FIGURES", "Operation Kontiki, figures: 3", "371"),
        ("names", "Operation Kontiki, names: 1", "Operation KONTIKI"),
        ("parts", "Operation Kontiki, parts: 0", "Nothing found."),
    ],
)
def test_one_section_of_a_page(run, section: str, title: str, words: str) -> None:
    out = run("operations", "kontiki", "--show", section).out
    assert out.splitlines()[0] == title
    assert words in out
    assert "\n\nNames\n" not in out


def test_the_whole_page_has_every_section(run) -> None:
    out = run("operations", "maxim", "--all").out
    for title in (
        "What the documents say", "Figures and results", "Checks", "Timeline", "Parts",
        "Responsibilities", "Commitments", "Referred to, not contained", "Names",
    ):  # fmt: skip
        assert f"\n\n{title}\n" in out
    assert "\nDocuments  mpa-2003-05-08; mpa-2003-10-09; mpa-2004-02-16\n" in out


def test_data_is_the_same_whatever_people_see(run) -> None:
    whole = run("operations", "kontiki", "--json").out
    assert run("operations", "kontiki", "--json", "--show", "names").out == whole
    assert run("operations", "kontiki", "--json", "--all").out == whole


def test_bad_sections(refused) -> None:
    assert "did you mean 'figures'" in refused("operations", "maxim", "--show", "figurs")
    assert refused("operations", "maxim", "--show", "xyzzy", "--json") == (
        "There is no section 'xyzzy': there are statements, figures, checks, events, parts,"
        " responsibilities, commitments, references, names."
    )
    assert "--show goes with the name of an operation" in refused("operations", "--show", "figures")
    assert "--all goes with the name of an operation" in refused("operations", "--all")


def test_the_first_screen_says_why_an_operation_ended_and_who_pays(run) -> None:
    # Para 23: the pandemic, and the operation was shut; para 25: a grant from the Home Office
    sun = run("operations", "sun").out
    closed = "Eventually closed, after many people left the UK in the Covid pandemic"
    assert f"\nStatus   {closed} colp-2024-02-22#23\n" in sun
    paid = "\nFunding  Currently funded by a Home Office grant colp-2024-02-22#25\n"
    assert paid in run("operations", "ms-oic-programme").out
    council = "Called the agreement of the National Police Chiefs Council colp-2024-02-22#25\n"
    assert council in run("operations", "section 22").out


def test_lists_are_on_the_first_screen_where_they_fit(run, terminal) -> None:
    out = run("operations", "threat-profile").out
    assert "Intelligence requirements: True scale and threat in the City; First pathways" in out
    out = terminal(80, "operations", "victims-pilot", "--no-pager").out
    assert "Criteria for acceptance: Brought to the UK; Working as a prostitute;" in out
    assert len(out.splitlines()) <= 23
    # Of Reflex there is too much else to say.
    out = terminal(80, "operations", "reflex", "--no-pager").out
    assert "Lists" not in out
    assert len(out.splitlines()) <= 23


def test_how_many_work_in_it_is_on_the_first_screen(run, terminal) -> None:
    # B.2 of October 2003: 22 officers and 7 support staff; B.11 is to bring the officers up to 22
    staff = "\nStaff   22 officers, 7 staff mpa-2003-10-09#B.2.p1; another passage differs\n"
    assert staff in run("operations", "maxim").out
    assert len(terminal(80, "operations", "maxim", "--no-pager").out.splitlines()) <= 23
    assert "Staff" not in run("operations", "reflex").out


def test_the_list_says_what_each_was_with_its_passage(run, terminal, ask) -> None:
    lines = {line.split("  ")[0]: line for line in run("operations").out.splitlines()}
    adam = lines['"Adam" murder investigation']
    assert "  Murder of the boy whose torso was found in the Thames  " in adam
    assert "  pilot: Support and protect victims who come forward" not in adam
    assert "  system: Help investigate adverts in the City" in lines["Traffic Jam"]
    # no document states an aim of the plan, or what is in it
    assert "  plan  " in lines["SCD Police Performance Plan 2003/4"]
    # its visits are in appendix 3; the programme names it in B.17 and aims at trust there
    assert lines["Operation Kontiki"].endswith("  mpa-2003-10-09#appendix-3.b3")
    assert "Build public trust" in lines["Community Partnership Programme"]
    out = terminal(80, "operations", "--no-pager").out
    assert "investigati\n" not in out
    assert "Murder of the boy" in out
    assert "what" not in ask("operations")[0]
