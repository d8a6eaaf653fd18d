"""The page of an operation: its first screen, its sections and its results."""

from __future__ import annotations

import pytest


def test_the_first_screen_says_what_it_is_its_results_and_what_differs(run) -> None:
    out = run("operations", "maxim").out
    facts, results, below = out.split("\n\n")
    assert facts.splitlines() == [
        "Operation Maxim, with UKIS, UKPS, INDIS",
        # B.30 of May; B.1 of October and body.p2 of the press release
        "Aim     differs: Serious criminals without status, or harmful (mpa-2003-05-08);"
        " Organised immigration crime (mpa-2003-10-09, mpa-2004-02-16)",
        # B.3 of October 2003: 'a formal programme structure led by AC Ghaffur'
        "Lead    differs: SCD11 for MPS Intelligence Directorate (mpa-2003-05-08);"
        " SCD11 for MPS Specialist Crime Directorate, AC Ghaffur (mpa-2003-10-09)",
        # B.30: the first phase began on 24 April; notes.1: March 2003, with a scoping study
        "Start   differs: 2003-04-24 (mpa-2003-05-08); 2003-03 (mpa-2004-02-16)",
        # one after the other, and an opinion as whose it is
        "Status  new, being devised (mpa-2003-05-08); working, permanent programme"
        " (mpa-2003-10-09); highly effective, says the chair (mpa-2004-02-16)",
        "Level   differs: 2 (mpa-2003-05-08, mpa-2003-10-09); 1, 2 (mpa-2004-02-16)",
        "Also    Pochard, Kittihawk, Kontiki, Community Partnership Programme",
        # B.11: the team is still to be brought up to 22
        "Staff   22 officers (a target in B.11), 7 staff mpa-2003-10-09#B.2.p1",
    ]
    assert [line.split() for line in results.splitlines()[1:]] == [
        ["Part", "Reported", "in", "Arrests", "Charged", "Cautioned", "Removed", "Cash"],
        [*["-" * n for n in (7, 17, 9, 9, 11, 9, 8)]],
        # B.7.p1 and notes.1: 46 arrests, 31 removed; B.7.p2: 19 arrests from 3 July
        ["Phase", "1", "mpa-2003-10-09", "+1", "46", "31"],
        ["Phase", "2", "mpa-2003-10-09", "19"],
        # notes.3: 102 arrests, 23 charged, 24 cautioned, 21 removed, £153,573
        ["Phase", "2", "mpa-2004-02-16", "102", "23", "24", "21", "£153,573"],
        # notes.3: 148 arrests and 53 removals, including Phase 1: 46 + 102 are 148, 31 + 21 are 52
        ["Maxim", "mpa-2004-02-16", "148", "53", "!"],
    ]
    first, more = below.splitlines()
    assert first.startswith("! 7 findings; 53 printed, 52 computed: moditrack check --operation")
    assert more.startswith("  More with --show NAME, or --all: statements 52, figures 60, ")


def test_a_phase_that_two_reports_call_by_one_name_is_not_merged(run) -> None:
    # B.7 and B.7.p2 of October 2003 have a pilot phase that begins on 3 July; notes.2 of 2004 has
    # the programme itself, and no date
    lines = run("operations", "maxim-phase-2").out.splitlines()
    assert lines[1:5] == [
        "Scope    differs: A pilot phase, before the permanent programme (mpa-2003-10-09);"
        " The establishment of the co-ordinated programme, without a date (mpa-2004-02-16)",
        "Part of  Operation Maxim",
        "Start    2003-07-03* (mpa-2003-10-09)",
        "Status   pilot phase (mpa-2003-10-09); co-ordinated programme (mpa-2004-02-16)",
    ]
    # a start on which nothing hangs has no report beside it
    assert "\nStart    2003-03-10\n" in run("operations", "pilot").out


def test_an_aim_or_scope_on_which_passages_differ_is_not_shown_flat(run, ask) -> None:
    # 14 is pan-London; its b1, b5 and b6 ask about the City
    assert (
        "\nScope    differs: Pan-London colp-2024-02-22#14; Scale and threat in the City"
        " colp-2024-02-22#14.b1; Movement in or through the Square Mile colp-2024-02-22#14.b5;"
        " Locations in the City colp-2024-02-22#14.b6\n"
    ) in run("operations", "threat-profile").out
    # of Aidant there is one aim
    page = run("operations", "aidant").out
    assert "\nAim     Focus on vulnerability, exploitation and modern slavery colp-2024" in page
    rows = {row["operation"]: row["differing"] for row in ask("operations")}
    assert rows["maxim"] == ["aim", "lead", "level", "start", "status"]
    assert rows["threat-profile"] == ["scope"]
    assert rows["aidant"] == rows["kontiki"] == []
    lines = [" ".join(line.split()) for line in run("operations").out.splitlines()]
    for said in (
        "Operation Maxim aim (differs): Target serious criminals in London who are",
        "Pan-London threat profile review, completed: scope (differs): Looks at the issue",
        "Operation Aidant annual: Focus on vulnerability",
    ):
        assert any(line.startswith(said) for line in lines), said
    briefing = run("report").out
    assert "aim (differs): Target serious criminals" in briefing
    assert "| Target serious criminals" not in briefing


def test_a_result_that_does_not_fit_is_marked_with_its_check(run) -> None:
    note = "Does not fit: 53 is printed, 52 computed: moditrack check removals-both-phases"
    listed = run("operations").out
    assert f"\n! {note}\n" in listed
    assert "  148 arrests, 53 removed (52 computed)\n" in listed
    assert "  46 arrests, 31 removed\n" in listed  # the parts are as printed
    assert listed.count("computed") == 2
    briefing = run("report").out
    (row,) = [line for line in briefing.splitlines() if line.startswith("| Maxim | mpa-2004")]
    assert row == "| Maxim | mpa-2004-02-16 | 148 |  |  | 53 ! |  |"
    assert "- Marked !: 53 is printed, 52 computed.\n" in briefing
    assert note not in run("operations", "--document", "colp-2024-02-22").out


def test_a_lead_is_called_empty_only_where_one_is(run) -> None:
    note = "A lead or date that the documents state differently is left empty."
    assert note in run("operations", "--kind", "phase").out
    assert note not in run("operations", "--level", "3").out  # Reflex differs on its level
    assert note not in run("operations", "--document", "colp-2024-02-22").out


def test_the_first_screen_of_maxim_has_24_rows_with_the_prompt(terminal) -> None:
    shown = terminal(80, "operations", "maxim", "--no-pager").out.splitlines()
    assert len(shown) <= 23
    assert max(map(len, shown)) <= 80


def test_without_phases_the_first_figures_and_findings_are_shown(run) -> None:
    out = run("operations", "kontiki").out
    listed = out.partition("\nFigures  ")[2].splitlines()[0]
    assert listed.startswith("371: Brothels visited so far in the year, which may be the")
    assert listed.endswith("mpa-2003-10-09#appendix-3.b3")
    # With the values: D.2 of May 2003, B.6 and appendix 3 of October
    assert "\nDiffers  Who leads Maxim's operations: Two directorates led by SCD11, and AC" in out
    differs = "Differs  Money behind Maxim: Existing resources, in May 2003; £1 million of Reflex;"
    assert differs in run("operations", "reflex-apf").out
    # A finding on a property is shown with the property alone.
    reflex = run("operations", "reflex").out
    assert "\nLevel    differs: Level 3, by the heading (mpa-2003-05-08#B.34);" in reflex
    assert "Levels of Maxim and Reflex" not in reflex


@pytest.mark.parametrize(
    ("operation", "label", "said", "before"),
    [
        # appendix-3.b2 and b3 of October 2003; B.22 to B.24 of May 2003
        ("kittihawk", "Result", "has been imprisoned and is to be deported after", "Lead"),
        ("kontiki", "Result", "Exploited women rescued (number not given), 9 traff", "Figures"),
        ("pochard", "Result", "23 arrests, two immediate removals, the principal ch", "Lead"),
        ("maxim-phase-1", "Result", "UKIS removed 31 people mpa-2004-02-16#notes.1", "Figures"),
        ("adam-investigation", "See too", "Operation Pochard: 23 arrests, two immediate", "!"),
        ("trident", "See too", "Operation Maxim; moditrack operations maxim", "Said"),
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
    shown = terminal(80, "operations", operation, "--no-pager", rows=24).out.splitlines()
    assert len(shown) <= 23
    (differs,) = [line for line in shown if line.startswith("Differs")]
    assert ": " in differs  # what differs, not the title of a finding alone


def test_figures_leave_out_what_the_result_says_and_words_that_are_no_number(run) -> None:
    # appendix 3 of October 2003: "10 arrests", "5 people removed", "2 more charged", "one in
    # custody" and "23 arrests, two immediate removals" are in results
    for operation in ("beau", "pochard", "aidant"):
        out = run("operations", operation).out
        assert "\nResult" in out
        assert "\nFigures" not in out
    out = run("operations", "kittihawk").out
    assert "\nFigures  four: Forged passports in the offences admitted" in out
    assert "'second'" not in out


def test_money_and_what_came_of_it_come_before_other_facts(run) -> None:
    # D.2 and B.15 of October 2003; the £1 million of B.15 and £5 million of D.2 are Maxim's
    reflex = run("operations", "reflex").out.splitlines()
    first = [line.split()[0] for line in reflex[1:6]]
    assert first == ["Aim", "Figures", "£700k:", "and", "Funding"]
    assert reflex[2].startswith("Figures  £3 million: Reflex funding of Maxim's posts ")
    assert reflex[4].strip() == (
        "and 3 more; of others, naming it: £1 million pounds (reflex-allocation), £5 million"
        " (projected-cost)"
    )
    sun = [line.split()[0] for line in run("operations", "sun").out.splitlines() if line]
    assert sun[1:5] == ["Aim", "Status", "Lead", "Figures"]


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
    assert run("operations", "kontiki", "--json", "--all").out == whole


def test_a_section_as_data_is_its_rows(run, ask, refused) -> None:
    whole = ask("operations", "kontiki")
    for section in ("names", "figures", "responsibilities"):
        assert ask("operations", "kontiki", "--show", section) == whole[section]
    # appendix 3: "371 brothels visited", "9 children" and "154" adults
    numbers = run("operations", "kontiki", "--show", "Figures", "--fields", "printed", "--csv").out
    assert sorted(numbers.split()) == ["154", "371", "9", "printed"]
    lines = run("operations", "kontiki", "--show", "names", "--csv").out.splitlines()
    assert lines[0] == "document,name,kind,sources"
    assert lines[1].startswith("mpa-2003-10-09,Operation KONTIKI,")
    assert refused("operations", "kontiki", "--csv") == (
        "A page is not a table: use --json or --jsonl, or --show for the rows of a section."
    )


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
    out = terminal(80, "operations", "victims-pilot", "--no-pager", rows=24).out
    assert "Criteria for acceptance: Brought to the UK; Working as a prostitute;" in out
    assert len(out.splitlines()) <= 23
    # Of Reflex there is too much else to say.
    out = terminal(80, "operations", "reflex", "--no-pager", rows=24).out
    assert "Lists" not in out
    assert len(out.splitlines()) <= 23


def test_how_many_work_in_it_is_on_the_first_screen(run, terminal) -> None:
    # B.2 of October 2003: 22 officers and 7 support staff; B.11 is to bring the officers up to 22
    staff = "\nStaff   22 officers (a target in B.11), 7 staff mpa-2003-10-09#B.2.p1\n"
    assert staff in run("operations", "maxim").out
    assert len(terminal(80, "operations", "maxim", "--no-pager").out.splitlines()) <= 23
    assert "Staff" not in run("operations", "reflex").out


def test_a_short_page_has_what_else_is_said_of_it_and_what_is_promised(terminal) -> None:
    shown = " ".join(terminal(80, "operations", "toex", rows=24).out.split())
    # 16: "in the process of establishing a seat"
    assert "Said The City of London Police is setting up a seat at the London team" in shown
    assert "Promise Establish a seat at the London TOEX team: no later document" in shown
    sun = terminal(80, "operations", "sun", rows=24).out
    assert "Said     Worked towards a modern slavery investigation" in sun
    assert "and 1 more: --show statements" in sun
    assert len(sun.splitlines()) == 23
    assert sun.count("Response to juveniles arrested") == 1  # its aim is said already


def test_who_co_ordinates_an_operation_is_not_called_its_lead(run, refused) -> None:
    """24: co-ordinated by the National Crime Agency."""
    out = run("operations", "aidant").out
    assert "Run     Co-ordinated by the National Crime Agency colp-2024-02-22#24" in out
    assert "Lead" not in out


def test_the_name_of_an_agency_leads_to_its_operations(run, refused) -> None:
    # paragraph 25 of 2024: the programme with a grant of the Home Office
    said = refused("operations", "NPCC")
    assert said.endswith("or 'moditrack operations --agency npcc' for its part in operations.")
    assert "(MS&OIC)" in run("operations", "--agency", "npcc").out


def test_a_name_of_two_agencies_leads_to_both(refused) -> None:
    said = refused("operations", "joint intelligence cell")
    assert said.endswith("is an agency: try 'moditrack agencies joint intelligence cell'.")
    assert "agencies maxim'" not in refused("operations", "steering group")


def test_what_one_document_states_differently_is_shown_by_passage(run) -> None:
    # May 2003: B.34 under "level 3", B.21 "Level II and III", B.33.b1 nominals at level two
    page = " ".join(run("operations", "reflex").out.split())
    assert (
        "Level differs: Level 3, by the heading (mpa-2003-05-08#B.34); Levels II and III"
        " (mpa-2003-05-08#B.21); Level two (mpa-2003-05-08#B.33.b1)"
    ) in page


def test_promises_are_one_line_of_facts(terminal) -> None:
    """B.17 has both: that a template is being developed into a plan, and where it is applied."""
    page = terminal(80, "operations", "community-partnership", rows=24).out
    assert page.count("Promise ") == 1
    assert "1 more" not in page
    assert "Develop the template for community structures" in page
