"""moditrack agencies --matrix: agencies by areas of work, a map for each document."""

from __future__ import annotations

from typing import Any

import pytest

import moditrack
from moditrack.questions.agency_matrix import agency_matrix
from moditrack.questions.agency_matrix_screen import maps, marks
from moditrack.tables import Table

MAY, OCTOBER = "mpa-2003-05-08", "mpa-2003-10-09"
FEBRUARY, CITY = "mpa-2004-02-16", "colp-2024-02-22"
KEYS = [
    "agency", "abbreviation", "name", "parent", "strand", "roles", "planned", "past", "inferred",
    "documents", "sources",
]  # fmt: skip


@pytest.fixture(scope="module")
def cells() -> Table:
    with moditrack.open() as data:
        return data.agency_matrix()


def _cell(cells: Table, document: str, agency: str, strand: str) -> dict[str, Any]:
    (found,) = [
        row
        for row in cells.rows
        if (row["agency"], row["strand"]) == (agency, strand) and document in row["documents"]
    ]
    return found


@pytest.mark.parametrize(
    ("document", "agency", "strand", "mark"),
    [
        # 'the only unit that investigates' (B.20); among those by whom the activity 'is being
        # undertaken' (B.14), where no area is printed.
        (MAY, "co14", "vice-and-prostitution", "DJ*"),
        (MAY, "scd5", "child-exploitation", "J*"),
        # 'Joint operations are planned involving CO14, BOCUs, and Maxim'
        (MAY, "bocus", "vice-and-prostitution", "j"),
        # 'led by SCD11'
        (MAY, "scd11", "organised-immigration-crime", "L"),
        # 'co-ordinated by AC Ghaffur'
        (MAY, "ac-ghaffur", "organised-immigration-crime", "C"),
        # KONTIKI: 'another joint Operation with CO14', 'Social Services'
        (OCTOBER, "co14", "human-trafficking", "J"),
        (OCTOBER, "social-services", "child-exploitation", "D"),
        # KITTIHAWK: 'in conjunction with CO14 … was arrested'
        (OCTOBER, "co14", "identity-and-document-fraud", "(J)"),
        # 'UKIS removed 31 as illegal entrants'
        (OCTOBER, "ukis", "removals", "(D)"),
        # 'Vice and Prostitution (CO14 Clubs and Vice)' and so on, notes.2
        (FEBRUARY, "co14", "vice-and-prostitution", "D"),
        (FEBRUARY, "scd5", "child-exploitation", "D"),
        (FEBRUARY, "so-heathrow-enforcement", "human-trafficking", "D"),
        (FEBRUARY, "scd6-economic-crime", "identity-and-document-fraud", "D"),
        (FEBRUARY, "scd6", "money-laundering", "D"),
        # 'Op Aidant is co-ordinated by the National Crime Agency'
        (CITY, "nca", "modern-slavery", "C"),
        # 'funded by the Home Office'
        (CITY, "home-office", "funding", "F"),
    ],
)
def test_a_cell(cells: Table, document: str, agency: str, strand: str, mark: str) -> None:
    assert marks(_cell(cells, document, agency, strand)) == mark


def test_a_cell_has_roles_and_what_they_rest_on(ask) -> None:
    rows = ask("agencies", "--matrix", "--document", OCTOBER)
    assert list(rows[0]) == KEYS
    (cell,) = [r for r in rows if (r["agency"], r["strand"]) == ("co14", "vice-and-prostitution")]
    # A joint operation that goes on, and 'CO14 Arrest Figures for the past 6 months', whose areas
    # are not printed.
    assert cell["roles"] == ["partners", "enforces"]
    assert (cell["planned"], cell["past"], cell["inferred"]) == ([], ["enforces"], ["enforces"])
    assert cell["documents"] == [OCTOBER]
    assert cell["sources"] == [f"{OCTOBER}#appendix-3.b3", f"{OCTOBER}#appendix-3.b5"]


def test_no_responsibility_is_left_out(ask, cells: Table) -> None:
    stated = {
        (row["document"], row["agency"], row["strand"], row["role"]) for row in ask("agencies")
    }
    assert stated == {
        (document, row["agency"], row["strand"], role)
        for row in cells.rows
        for document in row["documents"]
        for role in row["roles"]
    }


def test_what_documents_state_differently_is_never_merged(ask) -> None:
    own = ask("agencies", "SCD5", "--matrix")
    assert [(row["documents"], row["inferred"]) for row in own] == [
        ([MAY], ["partners"]),
        ([FEBRUARY], []),
    ]
    # B.33.b7 plans better communication with the courts; in February, 'Closer working
    # relationships between the MPS and the CPS' are there. Both in the same role.
    joint = ask("agencies", "CPS", "--matrix", "--strand", "prosecution")
    assert [
        (row["documents"], row["planned"]) for row in joint if row["roles"] == ["partners"]
    ] == [([MAY], ["partners"]), ([FEBRUARY], [])]
    # 'led by SCD11' in May and October 2003, with nothing else.
    (led,) = ask("agencies", "SCD11", "--matrix", "--strand", "organised-immigration-crime")
    assert (led["roles"], led["documents"]) == (["leads"], [MAY, OCTOBER])
    assert {source.partition("#")[0] for source in led["sources"]} == {MAY, OCTOBER}


def test_documents_that_agree_share_a_map_and_others_have_one_each(run) -> None:
    own = ("agencies", "SCD11", "--matrix")
    one = run(*own, "--strand", "organised-immigration-crime").out
    assert one.count("Who does what") == 1
    assert one.startswith(f"Who does what, {MAY} and {OCTOBER}: 1 agency, 1 area of work\n")
    assert run("agencies", "SCD5", "--matrix").out.count("Who does what") == 2
    several = run(*own).out
    assert several.count("Who does what") == 2
    assert f"Who does what, {MAY}: 1 agency" in several
    assert f"Who does what, {OCTOBER}: 1 agency, 1 area of work" in several


def test_agencies_in_most_areas_come_first() -> None:
    with moditrack.open() as data:
        *_, last = maps(data.connection)
    assert last.heading.startswith(f"Who does what, {CITY}: ")
    assert [row["agency"] for row in last.displayed][:2] == [
        "City of London Police (CoLP)",
        "Local Policing (City of London Police)",
    ]


def test_people_see_a_legend_of_the_letters_that_there_are(run) -> None:
    seen = run("agencies", "--matrix", "--operation", "aidant").out
    assert seen.startswith(f"Who does what, {CITY}: ")
    assert (
        "No agency is stated to lead. C co-ordinates, D does, J jointly; in brackets: past.\n"
        in seen
    )
    assert "small" not in seen
    assert "*" not in seen


def test_the_command_behind_a_cell_has_its_filters_and_works(run) -> None:
    seen = run("agencies", "--matrix", "--level", "1", "--document", FEBRUARY).out
    command = seen.partition("A cell: moditrack ")[2].split("\n")[0].split()
    assert command[0] == "agencies"
    assert "--level 1" in " ".join(command)
    assert "--strand" in command
    assert f"{FEBRUARY}#notes.2" in run(*command).out


def test_a_cell_opens_by_name_and_strand(ask) -> None:
    rows = ask("agencies", "CO14", "--strand", "vice-and-prostitution", "--document", FEBRUARY)
    assert [(row["role"], row["level"], row["sources"]) for row in rows] == [
        ("enforces", 1, [f"{FEBRUARY}#notes.2.b2"]),
        ("enforces", 2, [f"{FEBRUARY}#notes.2.b2"]),
    ]


def test_the_headline_says_who_leads_what_and_what_of_it_is_inferred(run) -> None:
    # of its five areas, only organised immigration crime has a lead that is printed (B.4)
    screen = run("agencies", "--matrix", "--document", OCTOBER).out.splitlines()
    assert screen[1].startswith(
        "Led by AC Ghaffur in publicity, governance; Proactive Team (Operation Maxim) in organised"
        " immigration crime, human trafficking*, vice and prostitution*, 2 more; SCD11 in organised"
        " immigration crime."
        " L leads,"
    )


def test_markdown_and_html_have_the_map_with_its_title_and_legend(run) -> None:
    asked = ("agencies", "--matrix", "--document", FEBRUARY, "--level", "1")
    markdown = run(*asked, "--format", "github").out
    head, _, table = markdown.partition("\n\n|")
    assert head.startswith(f"**Who does what, {FEBRUARY}: ")
    assert "D does; * inferred." in head.replace("\\", "")
    row = next(line for line in table.splitlines() if "SCD5" in line)
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "SCD5 (Child Protection)", "", "", "", "", "D", "",
    ]  # fmt: skip
    html = run(*asked, "--format", "html").out
    assert html.startswith("<p><strong>Who does what, ")
    assert html.count("<table>") == 1
    assert "<p>* Not printed in full; follows from the document.</p>" in html


def test_csv_has_a_row_for_each_cell(run) -> None:
    lines = run("agencies", "SCD5", "--matrix", "--csv").out.splitlines()
    assert lines[0] == ",".join(KEYS)
    assert lines[2] == (
        "scd5,SCD5,SCD5 (Child Protection),scd,child-exploitation,enforces,,,,"
        f"{FEBRUARY},{FEBRUARY}#notes.2.b4"
    )


def test_what_cannot_go_together_is_refused(refused, run) -> None:
    assert "leave out --by" in refused("agencies", "--matrix", "--by", "level")
    assert "leave out --matrix" in refused("agencies", "--matrix", "--format", "mermaid")
    assert "no format 'githb'" in refused("agencies", "--matrix", "--format", "githb")
    assert "takes no filters" in refused("agencies", "CO14", "--agency", "SCD5")
    none = run("agencies", "NCA", "--matrix", "--level", "1").out
    assert "\nNo responsibility of NCA with level 1.\n" in none


def test_an_unknown_role_is_work_that_an_agency_does() -> None:
    cell = {"roles": ["measures"], "planned": [], "past": [], "inferred": []}
    assert marks(cell) == "D"
    assert marks(cell | {"planned": ["measures"], "inferred": ["measures"]}) == "d*"
    assert marks(cell | {"planned": ["measures"], "past": ["measures"]}) == "d(D)"


def test_python_has_the_cells() -> None:
    with moditrack.open() as data:
        assert [row["documents"] for row in data.agency_matrix(agency="SCD5")] == [
            [MAY],
            [FEBRUARY],
        ]
        assert list(agency_matrix(data.connection, level="3", operation="aidant")) == []


def test_the_cells_of_a_document_are_asked_for_when_its_map_is_drawn() -> None:
    with moditrack.open() as data:
        asked: list[str] = []
        data.connection.set_trace_callback(asked.append)
        drawn = maps(data.connection)
        next(drawn)
        before = len(asked)
        rest = list(drawn)
    assert len(rest) == 3
    assert len(asked) - before >= 3  # a query for each map that follows


def test_the_legend_says_what_small_letters_are(run) -> None:
    assert "; small letters: planned or proposed, not yet done" in run("agencies", "--matrix").out


def test_an_empty_map_counts_what_other_filters_leave(run) -> None:
    asked = ("agencies", "--matrix", "--operation", "maxim", "--document", "colp-2024-02-22")
    shown = run(*asked)
    assert shown.code == 0
    assert "There are " in shown.out and " of Operation Maxim." in shown.out
