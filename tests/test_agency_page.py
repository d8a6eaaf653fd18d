"""The page of an agency: what it does, its sections, and what fits a screen."""

from __future__ import annotations

import re

import pytest


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


def test_who_works_in_the_joint_intelligence_cell(run) -> None:
    # B.10: one Detective Sergeant and two officers of UKPS; two of INDIS to join in October; two
    # analysts and three researchers in recruitment. B.16.b4: negotiating for a member of the DWP.
    out = run("agencies", "JIC").out
    assert out.splitlines()[0] == "Joint Intelligence Cell (Operation Maxim) (JIC)"
    lines = out.partition("\nStaff ")[2].splitlines()
    assert [line.strip() for line in lines[:7]] == [
        "One Detective Sergeant, Intelligence Manager: in post",
        "Two officers of UKPS: in post",
        "Two officers of INDIS: to join in October",
        "Two analysts of the MPS: being recruited",
        "Three researchers of the MPS: being recruited",
        "A member of the Department of Works and Pensions: under negotiation",
        "mpa-2003-10-09#B.10, mpa-2003-10-09#B.16.b4",
    ]
    # Two statements say in sum what these posts say: they are no further staff.
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


def test_a_first_screen_begins_with_what_tells_most(terminal) -> None:
    """CO14: B.14.b1 only lists it among others; B.20 says what no other unit does. The Proactive
    Team: part of Maxim's structure (B.3), of MPS and UKIS (notes.2), leads operations (B.6)."""
    out = terminal(80, "agencies", "CO14", rows=24).out
    assert "\nDoes         investigates: Only unit to investigate the off-street" in out
    assert "Among those carrying out" not in out
    assert "No other unit" not in out  # the same passage says it in the line above
    lines = terminal(80, "agencies", "Proactive Team", rows=24).out.splitlines()
    assert len(lines) <= 23
    assert lines[1] == "Part of      the programme structure of Maxim mpa-2003-10-09#B.3"
    assert "Staff        Dedicated joint-agency team of MPS and UKIS" in lines
    assert "Does         Leads the operations of primary activity mpa-2003-10-09#B.6" in lines
    narrow = terminal(60, "agencies", "Proactive Team", rows=24).out
    assert "MPS and UKIS" in narrow


def test_names_stand_as_also_called_and_among_no_findings(ask, run) -> None:
    out = run("agencies", "indis").out
    (called,) = (line for line in out.splitlines() if line.startswith("Also called"))
    assert called.split("  ", 1)[1] == (
        # B.10, and notes.2 of the press release
        "Immigration and Naturalisation Department Intelligence Service,"
        " Immigration and Nationality Directorate Intelligence Service"
    )
    assert (
        "\nNames        INDIS: Immigration and Naturalisation Department Intelligence Service;"
        " Immigration and Nationality Directorate Intelligence Service\n"
    ) in out
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
        "Work in      Intelligence (planned: supports); Organised immigration crime (partners)"
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


def test_names_that_differ_are_no_other_names_and_units_have_their_work(run) -> None:
    # notes.2.b3 of 2004 has the SCD6 Economic Crime Unit, for identity and document fraud
    facts = run("agencies", "SCD6").out.splitlines()
    assert "Also called  Specialist and Organised Crime Branch" in facts
    assert "Names        SCD6: Specialist and Organised Crime Branch; Economic Crime Unit" in facts
    assert "By units     Identity and document fraud (SCD6 Economic Crime Unit)" in facts


def test_a_short_page_says_what_it_does_says_and_promises(terminal) -> None:
    shown = " ".join(terminal(80, "agencies", "home-office", rows=24).out.split())
    assert "Funds the programme by a grant" in shown
    assert "funds: Funds" not in shown
    assert "Said Has become more concerned about immigration" in shown  # 5
    assert "Promise Write guidance for police officers" in shown  # 33, sixth bullet
    # 14, 31; and of October 2003: 3, 5; the good news stories are one more
    shown = " ".join(terminal(80, "agencies", "ghaffur", rows=24).out.split())
    assert "Does Leads the programme structure (Operation Maxim) mpa-2003-10-09#B.3" in shown
    assert " Co-ordinates policing against these crimes across" in shown
    assert "and 2 more: --show responsibilities" in shown


@pytest.mark.parametrize(
    ("agency", "printed"),
    [
        ("maxim-jic", "Joint Intelligence Cell (Operation Maxim) (JIC)"),  # B.3: multi-agency
        ("maxim-proactive-team", "Proactive Team (Operation Maxim)"),  # notes.2: MPS and UKIS
        ("maxim-crg", "Community Reference Group"),  # C.2: is to advise the MPS
        ("maxim-steering-group", "Strategic steering group (Operation Maxim)"),
        ("acsc", "ACSC, post, part of MPS*"),  # C.b4: not said, but allocates its officers
        ("mps-management-board", "MPS Management Board, committee, part of MPS"),  # C.b5
    ],
)
def test_what_an_agency_belongs_to_is_only_what_is_said(run, ask, agency, printed) -> None:
    out = run("agencies", agency).out
    assert out.splitlines()[0] == printed
    assert ("* Not printed in full" in out) == ("*" in printed)
    assert (ask("agencies", agency)["parent"] is None) == ("part of" not in printed)


def test_what_is_no_name_of_an_agency_is_not_among_its_names(run) -> None:
    """B.30 and B.1 name the directorates that SCD11 leads or belongs to."""
    facts = dict(
        re.split("  +", line, maxsplit=1)
        for line in run("agencies", "SCD11").out.splitlines()
        if re.match(r"[A-Z][a-z]+( [a-z]+)?  ", line)
    )
    assert facts["Also called"] == "Covert Operations Unit"
    assert facts["Part of"].startswith("differs: MPS Intelligence Directorate*, SCD*")
    assert "Names" not in facts


def test_what_an_agency_does_names_the_operation(run) -> None:
    """24: the NCA co-ordinates Op Aidant."""
    out = run("agencies", "NCA").out
    assert "Co-ordinates the national operation (Operation Aidant) colp-2024-02-22#24" in out
    assert "coordinates: Co-ordinates" not in out
    group = " ".join(run("agencies", "community reference group").out.split())
    # 17: "what will begin as a Community Partnership Programme"
    assert "partners, planned: Is to begin as a Community Partnership Programme" in group
    assert "Community engagement (planned: partners, supports)" in group


@pytest.mark.parametrize(
    ("agency", "called", "not_called"),
    [
        # B.32.b3 of May 2003 and notes.2 say what the team is, not what it is called.
        ("maxim-proactive-team", "Operation MAXIM Proactive Team", ("capability", "joint-agency")),
        ("maxim-jic", "MAXIM JIC, Intelligence Cell", ("Joint Intelligence Cell",)),
        ("maxim-steering-group", None, ()),  # its name alone
        ("sppc", None, ()),  # "Members" are not the committee's name
    ],
)
def test_what_an_agency_is_also_called_are_names(run, agency, called, not_called) -> None:
    found = [
        line.split("  ", 1)[1].strip()
        for line in run("agencies", agency).out.splitlines()
        if line.startswith("Also called")
    ]
    assert found == ([called] if called else [])
    assert not [own for own in not_called if own in "".join(found)]


def test_a_section_of_an_agency_as_data_is_its_rows(run, ask) -> None:
    whole = ask("agencies", "co14")
    assert ask("agencies", "co14", "--show", "responsibilities") == whole["responsibilities"]
    assert ask("agencies", "co14", "--show", "staff") == []
    # B.10: "a Detective Sergeant who is the Intelligence Manager"
    first, row, *_ = run("agencies", "maxim-jic", "--show", "staff", "--csv").out.splitlines()
    assert first == "who,sources"
    assert row == '"One Detective Sergeant, Intelligence Manager: in post",mpa-2003-10-09#B.10'


def test_staff_then_what_it_does_fill_a_wide_screen(terminal, run) -> None:
    """B.11: management posts are filled, boards are held for others; B.13: accreditation."""
    lines = terminal(200, "agencies", "proactive-team", "--no-pager", rows=24).out.splitlines()
    own = [line[13:] for line in lines]
    filled = own.index("Management and supervision posts filled; boards in September for the rest")
    assert own[filled + 1].startswith("All its detective constables")
    assert own[filled + 2].endswith("mpa-2003-10-09#B.11, mpa-2003-10-09#B.13")
    assert "enforces: Already makes an impact mpa-2003-10-09#B.4" in own[filled:]
    assert len(lines) == 23
    # A higher screen has no more, nor has what is no terminal.
    high = terminal(200, "agencies", "proactive-team", "--no-pager", rows=50).out.splitlines()
    assert high == lines
    assert "and 2 more: --show staff" in run("agencies", "proactive-team").out


def test_a_team_of_which_it_is_not_said_that_it_is_there_is_no_number_of_staff(run) -> None:
    """B.2 has 22 officers, and B.11 the same number as what is to be reached."""
    out = run("agencies", "mps").out
    assert "Staff        22: MPS officers in Maxim's dedicated team (a target in B.11)\n" in out
    assert "Differs      Maxim's Proactive Team of 22: 22 officers as a team that there is," in out
    assert "! 3 findings: moditrack check --agency mps\n" in out
    assert "7: Support staff in Maxim's dedicated team\n" in out  # one passage has these
    assert "proactive-team-size" in run("check", "--agency", "mps").out
