"""Names that a report prints and does not introduce: bodies by their form, abbreviations by use."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


def new(lists: Lists, text: str) -> list[tuple[str, str]]:
    """Name and kind of the agencies that a text makes candidates."""
    return [
        (one.row["name"], one.row["kind"])
        for one in drafted(lists, text).proposed("new-agencies.csv")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was led by the Harl County Police Department.",
         [("Harl County Police Department", "force")]),
        ("The Harl Town Council and the Quay Ferry Bureau met.",
         [("Harl Town Council", "authority"), ("Quay Ferry Bureau", "department")]),
        ("The Department of Harbours wrote.", [("Department of Harbours", "department")]),
        ("A pilot of the MPS and Harl College began.", [("Harl College", "agency")]),
        ("The Quay Standards and Training Council met.",
         [("Quay Standards and Training Council", "authority")]),
        ("Later the QZF completed the work with XBU.", [("QZF", "agency"), ("XBU", "agency")]),
        ("The North Coast Boat Theft Task Force met.",
         [("North Coast Boat Theft Task Force", "unit")]),
        ("Grantee: Harl County Sheriff's Office Amount awarded: £3",
         [("Harl County Sheriff's Office", "force")]),
        ("The Harl Police, Crime and Victims' Commissioner and the Quay Ferry Bureau met.",
         [("Harl Police, Crime and Victims' Commissioner", "post"),
          ("Quay Ferry Bureau", "department")]),
        ("The Police Department met the City Council.", []),
        ("ALL OFFICERS MET THE QZF THERE.", []),
        ("There is CCTV in the UK.", []),
    ],
)  # fmt: skip
def test_a_body_is_a_candidate(lists: Lists, text: str, found: list[tuple[str, str]]) -> None:
    assert new(lists, text) == found


def test_a_new_agency_that_acts_is_that_of_its_figures(lists: Lists) -> None:
    draft = drafted(lists, "The Harl County Police Department made 12 arrests.")
    (name,) = draft.proposed("names.csv")
    (agency,) = draft.proposed("new-agencies.csv")
    assert (name.row["agency"], name.sure) == ("harl-county-police-department", True)
    assert agency.sure
    assert draft.proposed("figures.csv")[0].row["agency"] == "harl-county-police-department"


def test_an_abbreviation_is_that_of_the_name_with_its_letters(lists: Lists) -> None:
    draft = drafted(lists, "The Harl Ferry Bureau met. Later HFB sailed.")
    found = [(one.row["name"], one.row["agency"], one.needs_a_person)
             for one in draft.proposed("names.csv")]  # fmt: skip
    assert found == [
        ("Harl Ferry Bureau", "harl-ferry-bureau", ""),
        ("HFB", "harl-ferry-bureau", "name: is it harl-ferry-bureau?"),
    ]


def test_an_abbreviation_may_precede_its_long_form(lists: Lists) -> None:
    draft = drafted(lists, "The QCU (Quay Crime Unit) was asked.")
    assert [one.row["name"] for one in draft.proposed("names.csv")] == ["QCU", "Quay Crime Unit"]
    assert new(lists, "The QCU (Quay Crime Unit) was asked.") == [("Quay Crime Unit", "unit")]


def test_what_an_unknown_abbreviation_stands_for_is_asked(lists: Lists) -> None:
    (one,) = drafted(lists, "A summer school SRO, too.").proposed("definitions.csv")
    assert (one.row["term"], one.needs_a_person) == (
        "SRO", "definition: what does 'SRO' stand for?",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Detective Inspector Ann Quayle, of the force, spoke.", ["Ann Quayle"]),
        ("It was by JB Quayle, Governor, and Ann Lee, Executive Director.",
         ["JB Quayle", "Ann Lee"]),
        ("Dr Ann Quayle wrote it for the Mayor of Harl.", ["Dr Ann Quayle", "Mayor of Harl"]),
        ("It was for Quay Road, North Harl and the Chief.", []),
    ],
)  # fmt: skip
def test_a_person_with_an_office_is_a_candidate(lists: Lists, text: str, names: list[str]) -> None:
    assert new(lists, text) == [(name, "post") for name in names]


def test_programmes_and_cells_of_tables_are_candidates(lists: Lists) -> None:
    table = "Scheme\t2023\t2024\nHarl Boat Theft Fund\t3\t4\nNorth Coast Patrol Team\t5\t6\n"
    draft = drafted(lists, f"1. Grants.\n\n{table}\n\n2. The Quay Boat Scheme ran.")
    found = [(one.row["name"], one.row["kind"]) for one in draft.proposed("new-operations.csv")]
    assert found == [("Quay Boat Scheme", "programme"), ("Harl Boat Theft Fund", "fund")]
    (agency,) = draft.proposed("new-agencies.csv")
    assert agency.row["name"] == "North Coast Patrol Team"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("1. Quay Task Force\n\nThe Quay Task Force (QTF) patrols. There were 12 arrests.", "qtf"),
        ("1. Other\n\nThe QTF held 12 people. There were 3 boats.", "qtf qtf"),
        ("1. Other\n\nIn May 2024, XBU made 12 arrests.", "xbu"),
        ("1. Other\n\nWith the QTF there were 12 arrests.", "qtf"),
        ("1. Other\n\nThe Harl Boats Division made 12 arrests.", "mps"),
        ("1. Other\n\nThe Open Government Licence has 12 parts.", "mps"),
    ],
)  # fmt: skip
def test_the_agency_of_a_figure_is_what_acts_or_heads_it(
    lists: Lists, text: str, agency: str
) -> None:
    intro = "It names the Quay Task Force (QTF).\n\n"
    found = drafted(lists, intro + text, force="mps").proposed("figures.csv")
    assert " ".join(one.row["agency"] for one in found) == agency


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Yours sincerely\n\nAnn O'Quay\n\nThe Old Mill\n\nHarl", "post", "Ann O'Quay"),
        ("Ann Tide\n\nActing Town Clerk\n\nThe Old Mill\n\nHarl", "post", "Ann Tide"),
        ("It has data from Tides Wales.", "agency", "Tides Wales"),
        ("It went to the Boats, Fish and Tides Committee.", "committee",
         "Boats, Fish and Tides Committee"),
    ],
)  # fmt: skip
def test_signatories_and_bodies_are_proposed(lists: Lists, text: str, kind: str, name: str) -> None:
    found = drafted(lists, f"1. The quay\n\nAll is well.\n\n{text}\n").proposed("new-agencies.csv")
    assert [(one.row["kind"], one.row["name"]) for one in found] == [(kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Tide\n\nThe Old Mill\n\nHarl",
        "It rained in South Wales.",
        "Nets and Boats Northern Ireland",
    ],
)
def test_a_line_or_a_region_is_no_name(lists: Lists, text: str) -> None:
    assert (
        drafted(lists, f"1. The quay\n\nAll is well.\n\n{text}\n").proposed("new-agencies.csv")
        == []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was by the Chairman of the Harl Council.", [("Harl Council", "authority")]),
        ("The Harl Boat Service Manager met 12 Additional Police Officers.", []),
        ("It is port-wide. The Quay Ferry Bureau met.", [("Quay Ferry Bureau", "department")]),
        ("It is UK-wide. The Police met.", []),
        ("The Inspectorate of Harbours for Scotland wrote.",
         [("Inspectorate of Harbours for Scotland", "agency")]),
        ("It is for Scotland and Northern Ireland, too.", []),
        ("The Department of Boats and Harbours wrote.",
         [("Department of Boats and Harbours", "department")]),
        ("The Ministry of Boats, Fish and Local Tides wrote.",
         [("Ministry of Boats, Fish and Local Tides", "department")]),
        ("It was by US and UK crews, in Sharing UK and in the Boat Report England, too.", []),
        ("Night Boats – The Commissioner spoke.", []),
        ("PCSO Quayle reported that the ASB was low.", []),
        ("It is at Harl Police Station.", []),
        ("The Council's Harl Boat Team came.", [("Harl Boat Team", "team")]),
        ("The Police Service of Westholm (PSW) came.", [("Police Service of Westholm", "force")]),
    ],
)  # fmt: skip
def test_a_name_is_read_whole_or_not_at_all(
    lists: Lists, text: str, found: list[tuple[str, str]]
) -> None:
    assert new(lists, text) == found


def test_a_survey_of_the_police_is_no_force(lists: Lists) -> None:
    draft = drafted(lists, "1. Police Recorded Boats (PRB) are few.")
    assert draft.proposed("new-agencies.csv") == []
    assert [one.row["term"] for one in draft.proposed("definitions.csv")] == ["PRB"]
    assert draft.toml["force"] == ""


def test_the_heading_block_names_who_meets(lists: Lists) -> None:
    page = (
        "<h1>Harl and Quay Fire Authority - Boats and Tides Committee Wednesday 6 March</h1>"
        "<h2>Boats</h2><p>All is well.</p>"
    )
    found = propose(read_bytes(page.encode()), lists).proposed("new-agencies.csv")
    assert [(one.row["name"], one.row["kind"], one.sure) for one in found] == [
        ("Harl and Quay Fire Authority", "authority", True),
        ("Boats and Tides Committee", "committee", True),
    ]


def test_a_body_is_sure_by_its_name_a_team_or_services_are_asked(lists: Lists) -> None:
    text = "The Harl Boat Team met the Harbour Rescue Services and the Quay Town Council’s crew."
    found = drafted(lists, text).proposed("new-agencies.csv")
    assert [(one.row["name"], one.needs_a_person) for one in found] == [
        ("Harl Boat Team", "is it an agency?"), ("Harbour Rescue Services", "is it an agency?"),
        ("Quay Town Council", ""),
    ]  # fmt: skip


def test_a_post_of_another_report_is_none_of_this_one(lists: Lists) -> None:
    draft = drafted(lists, "The Commissioner counted 12 boats for the Home Office survey.")
    assert [one.row["name"] for one in draft.proposed("names.csv")] == ["Home Office"]
    assert [one.row["agency"] for one in draft.proposed("figures.csv")] == [""]
    draft = drafted(lists, "The Commissioner of the MPS counted 12 boats.")
    assert "Commissioner" in [one.row["name"] for one in draft.proposed("names.csv")]


def test_an_operation_holds_until_another_name_opens_a_sentence(lists: Lists) -> None:
    text = "1. Operation Heron began. It took 3 boats. The Rescue Crews found 9 nets."
    found = drafted(lists, text).proposed("figures.csv")
    assert [one.row["operation"] for one in found] == ["heron", ""]


def test_a_known_name_in_that_of_another_body_is_not_the_known_one(lists: Lists) -> None:
    draft = drafted(lists, "The Home Office Federation and the Harl Metropolitan Police Board met.")
    known = [one.row["agency"] for one in draft.proposed("names.csv") if "agencies" in one.rests_on]
    assert known == []


def test_who_publishes_something_is_asked(lists: Lists) -> None:
    (one,) = drafted(lists, "Harl Nets today publishes its report.").proposed("new-agencies.csv")
    assert (one.row["name"], one.needs_a_person) == ("Harl Nets", "is it an agency?")


def test_an_inspectorate_is_none_of_what_it_inspects(lists: Lists) -> None:
    text = "The Harl Inspectorate of Constabulary (HIC) met the Inspectorate of Constabulary."
    found = drafted(lists, text).proposed("new-agencies.csv")
    assert [(one.row["name"], one.row["kind"]) for one in found] == [
        ("Harl Inspectorate of Constabulary", "agency")
    ]


def test_the_label_of_a_line_is_whom_it_is_about(lists: Lists) -> None:
    text = "1. Nets.\n\nQZF: In 2011, the QZF took 12 boats. In 2012 crews took 9 boats."
    found = drafted(lists, text).proposed("figures.csv")
    assert [one.row["agency"] for one in found] == ["qzf", "qzf"]


def test_whose_a_figure_is_that_somebody_says_is_asked(lists: Lists) -> None:
    text = "The Home Office said 60 boats were sold. 12 boats sank (Home Office 2021)."
    said, cited = drafted(lists, text).proposed("figures.csv")
    assert (said.row["agency"], said.needs_a_person) == ("home-office", "agency: home-office?")
    assert cited.row["agency"] == ""


def test_a_title_or_a_month_is_no_part_of_a_name(lists: Lists) -> None:
    page = (
        "<h1>Review of 4th Quarter Progress for Police Department</h1>"
        "<h2>Nets</h2><p>It was by Dr Ann Lee July 2022.</p>"
    )
    draft = propose(read_bytes(page.encode()), lists)
    assert [one.row["name"] for one in draft.proposed("names.csv")] == ["Dr Ann Lee"]


def test_a_person_with_a_title_and_without_is_one(lists: Lists) -> None:
    text = "Dame Ann Lee, Harbour Commissioner, wrote. Sir Bo Ray came, and Dame Ann Lee."
    assert new(lists, text) == [("Ann Lee", "post"), ("Bo Ray", "post")]
