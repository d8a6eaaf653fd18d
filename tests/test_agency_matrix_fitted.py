"""moditrack agencies --matrix on a terminal: a screen of one map, or all maps in parts."""

from __future__ import annotations

import re

import pytest

import moditrack
from moditrack.questions.agency_matrix_fitted import HEADS, first_screen
from tests.conftest import Run

MAY, OCTOBER = "mpa-2003-05-08", "mpa-2003-10-09"
FEBRUARY, CITY = "mpa-2004-02-16", "colp-2024-02-22"


def test_the_first_screen_says_who_does_what(terminal: Run) -> None:
    """May 2003: SCD11 leads (B.30, D.3, D.4); CO14 does, gives advice, is to work jointly (B.20,
    B.22); the Home Secretary oversees."""
    shown = terminal(80, "agencies", "--matrix", "--no-pager", rows=24).out.splitlines()
    assert shown == [
        f"Who does what, {MAY}: 44 agencies, 19 areas of work",
        "Led by SCD11 in organised immigration crime, serious and organised crime,",
        "intelligence; MPS in organised immigration crime, serious and organised crime.",
        "",
        "                Immig.  Intel-   Traf-    Serious  Remo-  Finan.   Victim",
        "Agency          crime   ligence  ficking  crime    vals   invest.  support  Vice",
        "─" * 80,
        "MPS             LDJs    J*SR*d   Dj       LDj      JS     d*s      D        j*",
        "UKIS            Js      Js       dj       js       DJ     s        d",
        "CO14            D*      D*       D*Sj              D*              Sdj      DJ*",
        "Reflex          CDS     D        CDS                      D*                D",
        "SCD11           L       LD       dj       Ldj",
        "Home Secretary  O       O                                 O",
        "AC Ghaffur      C                         O",
        "",
        "! Does not fit: 7 findings: moditrack check --agency NAME",
        "  L leads, C co-ordinates, O oversees, D does, J jointly, S supports, R seeks or",
        "  gets money; small: not yet; * inferred",
        "  37 more agencies, 11 more areas: --all or --strand S",
        f"  --document {OCTOBER}: 3 lead, among them AC Ghaffur",
        f"  --document {FEBRUARY}: none is stated to lead",
        f"  --document {CITY}: led by CoLP",
        f"  A cell: moditrack agencies mps --strand removals --document {MAY}",
    ]


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize("document", [MAY, OCTOBER, FEBRUARY, CITY, None])
def test_it_is_one_screen_of_one_map(terminal: Run, columns: int, document: str | None) -> None:
    chosen = ("--document", document) if document else ()
    shown = terminal(columns, "agencies", "--matrix", *chosen, "--no-pager", rows=24).out
    lines = shown.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= columns
    assert shown.count("Who does what") == 1
    assert "more note" not in shown
    rule = next(place for place, line in enumerate(lines) if line.startswith("─"))
    heads = re.split("  +", lines[rule - 1])
    assert heads[0] == "Agency"
    # the nine agencies of February for which there is room have roles in eight areas
    widest = 8 if document == FEBRUARY else 12
    assert len(heads) - 1 >= {60: 4, 80: 7, 120: 8, 200: widest}[columns]
    assert lines[rule + 1 :].index("") >= {60: 6, 80: 6, 120: 7, 200: 8}[columns]


def test_every_area_of_the_dataset_has_a_head_of_two_short_lines() -> None:
    with moditrack.open() as data:
        names = [name for (name,) in data.connection.execute("SELECT name FROM strand")]
    heads = [HEADS.get(name, name).split() for name in names]
    assert len(heads) == 22
    assert [head for head in heads if len(head) > 2 or max(map(len, head)) > 7] == []
    assert len({tuple(head) for head in heads}) == 22


def test_the_screen_has_what_its_filters_leave(terminal: Run) -> None:
    shown = terminal(80, "agencies", "SCD5", "--matrix", rows=24).out
    assert shown.splitlines() == [
        # B.14: among those by whom the activity 'is being undertaken'; notes.2 names its area
        f"Who does what, {MAY}: 1 agency, 1 area of work",
        "No agency is stated to lead.",
        "",
        "Agency  Child expl.",
        "───────────────────",
        "SCD5    J*",
        "",
        "  J jointly; * inferred",
        f"  --document {FEBRUARY}: none is stated to lead",
        "  A cell: moditrack agencies scd5 --strand child-exploitation --document",
        f"  {MAY}",
    ]
    none = terminal(80, "agencies", "NCA", "--matrix", "--level", "1", rows=24).out
    assert "No responsibility of NCA with level 1." in none


def test_a_higher_screen_has_more_agencies() -> None:
    with moditrack.open() as data:
        (low,), (high,) = (list(first_screen(data.connection, 80, height)) for height in (24, 70))
    assert [row["agency"] for row in low.rows][-1] == "AC Ghaffur"
    assert [row["agency"] for row in high.rows][:12] == [
        "MPS", "UKIS", "CO14", "Reflex", "SCD11", "Home Secretary", "AC Ghaffur",
        "MPS Intelligence", "  Directorate", "SCD", "SIS", "Home Office",
    ]  # fmt: skip


@pytest.mark.parametrize(("columns", "parts"), [(60, 4), (80, 3), (120, 2), (200, 1)])
def test_all_of_a_map_is_in_parts_that_fit(terminal: Run, columns: int, parts: int) -> None:
    asked = ("agencies", "--matrix", "--document", MAY, "--all", "--no-pager")
    lines = terminal(columns, *asked).out.splitlines()
    assert max(map(len, lines)) <= columns
    assert len([line for line in lines if line.startswith("Who does what")]) == parts
    rows = [line.split() for line in lines if line.startswith("CO14 ")]
    found = [mark for row in rows for mark in row[1:]]
    # immigration crime, trafficking, vice, child exploitation, removals, intelligence, victims,
    # disruption
    assert found == ["D*", "D*Sj", "DJ*", "S", "D*", "D*", "Sdj", "D*"]


def test_all_has_every_map(terminal: Run) -> None:
    shown = terminal(200, "agencies", "--matrix", "--all", "--no-pager").out
    titles = [line for line in shown.splitlines() if line.startswith("Who does what")]
    assert titles == [
        f"Who does what, {MAY}: 44 agencies, 19 areas of work",
        f"Who does what, {OCTOBER}: 36 agencies, 19 areas of work",
        f"Who does what, {FEBRUARY}: 21 agencies, 12 areas of work",
        f"Who does what, {CITY}: 23 agencies, 17 areas of work",
    ]


def test_all_needs_a_name_or_the_matrix(refused: Run) -> None:
    assert "--all goes with the name of an agency alone" in refused("agencies", "--all")


def test_whole_words_are_headings_where_there_is_room(terminal: Run) -> None:
    # 160 columns are for nine areas and more: those first are not broken as long as there is room,
    # and none that is broken is on one line
    for columns in (60, 120, 160, 200):
        shown = terminal(columns, "agencies", "--matrix", "--all", "--no-pager").out
        assert "- vals" not in shown
        assert "- ligence" not in shown
        assert "- nance" not in shown
    assert "Removals" in shown


def test_a_cell_is_asked_for_with_the_filters_of_its_map(terminal: Run) -> None:
    asked = ("agencies", "--matrix", "--role", "leads", "--document", OCTOBER, "--no-pager")
    shown = terminal(120, *asked, rows=24).out
    named = f"--role leads --document {OCTOBER} --strand human-trafficking"
    assert f"  A cell: moditrack agencies maxim-proactive-team {named}\n" in shown


def test_of_who_leads_the_areas_are_counted_where_naming_them_has_no_room(terminal: Run) -> None:
    # AC Ghaffur leads in publicity and governance, as printed; the team in five, some inferred
    asked = ("agencies", "--matrix", "--document", OCTOBER, "--no-pager")
    answer = " ".join(terminal(80, *asked, rows=24).out.splitlines()[1:3])
    team = "Proactive Team (Operation Maxim) in 5*"
    assert answer == f"Led by AC Ghaffur in 2 areas of work, {team}, SCD11 in 1."


def test_one_area_has_its_heading_in_a_word(terminal: Run) -> None:
    lines = terminal(80, "agencies", "--matrix", "--strand", "removals", "--no-pager").out
    assert "\nAgency              Removals\n" in lines


def test_the_column_of_agencies_is_as_wide_as_its_heading(terminal: Run) -> None:
    # CoLP is shorter than "Agency": no column is put below the others for want of two characters
    lines = terminal(60, "agencies", "--matrix", "colp", "--no-pager", rows=24).out.splitlines()
    rule = next(place for place, line in enumerate(lines) if line.startswith("─"))
    assert lines[rule - 1].split()[0] == "Agency"
    assert lines[rule + 2] == ""
