"""Who does most in each area: what is above the list of responsibilities."""

from __future__ import annotations

import re

import pytest


def test_the_agencies_of_a_document_are_named_first(run) -> None:
    answer = run("agencies", "--document", "mpa-2003-05-08").out.splitlines()[1]
    assert answer.startswith("44 agencies have 120 responsibilities in 19 areas of work: ")
    # 14: units that the report lists
    assert re.search(r": MPS 30, UKIS 13, CO14 11, .*, others \d+\.$", answer)


def test_in_one_area_the_answer_says_who_does_what(run) -> None:
    # October 2003, B.2.b5: a strand of the programme that co-ordinates the MPS; February 2004,
    # notes.2.b5: SCD6; 2024, 17, which the summary repeats: CoLP investigates, the CPS authorised
    # charges
    money = run("agencies", "--strand", "money-laundering").out.splitlines()[1]
    assert money == (
        "4 agencies, 3 reports together. Coordinates: MPS; enforces: SCD6; prosecutes: CPS (past);"
        " investigates: CoLP."
    )
    # C.b1: existing resources; D.2: budgets of SCD, and Reflex; 2024, 25: a grant
    funding = run("agencies", "--strand", "funding").out.splitlines()[1]
    assert ". Funds: MPS, SCD (planned), 2 more; supports: ACSC (planned)," in funding
    # appendix 3: operations of Maxim, and what CoLP safeguarded before
    child = run("agencies", "--strand", "child-exploitation").out.splitlines()[1]
    assert "together. Leads: Proactive Team*, CoLP (past); enforces: " in child
    assert child.endswith("; 6 other roles.")
    one = run("agencies", "--strand", "funding", "--document", "colp-2024-02-22").out
    assert "\nHome Office works in 1 area of work: funds.\n" in one


@pytest.mark.parametrize(
    "line",
    ["agencies", "agencies --document mpa-2003-05-08", "operations maxim --show responsibilities",
     "commitments --operation maxim", "sources", "commitments", "figures", "figures arrests",
     "figures charged", "figures removals", "sql --schema"],
)  # fmt: skip
def test_an_answer_is_at_most_two_lines(terminal, line: str) -> None:
    shown = terminal(80, *line.split(), "--no-pager", rows=24).out.splitlines()
    assert shown.index("") <= 3 + (line == "sql --schema")  # which names every view


def test_who_leads_and_does_most_in_each_area_is_above_the_list(ask, terminal, run) -> None:
    lines = terminal(120, "agencies", "--no-pager", rows=24).out.splitlines()
    assert lines[4:8] == [
        "Area of work                 All  Led by          Most by, + others",
        "─" * 79,
        "Organised immigration crime   92  MPS, SCD11 +1   MPS 17, UKIS 10 +37",
        "Intelligence                  64  SCD11, CoLP     MPS 9, CoLP 8 +27",
    ]
    # Two agencies with long names would take a second line.
    assert lines[11] == "Governance                    29  AC Ghaffur      AC Ghaffur 6 +15"
    rows = [row for row in ask("agencies") if row["strand"] == "modern-slavery"]
    of_the_city = {row["responsibility"] for row in rows if row["agency"] == "colp"}
    assert any(line.startswith("Modern slavery                49  CoLP  ") for line in lines)
    assert any(f"CoLP {len(of_the_city)}, Local Policing 2 +17" in line for line in lines)
    assert "! All reports together; a map for each: moditrack agencies --matrix" in (
        terminal(120, "agencies", "--no-pager").out.splitlines()
    )
    # B.3 and others: Maxim's leads are 8, of which the Proactive Team's in several areas
    leads = run("agencies", "--operation", "maxim", "--role", "leads").out.splitlines()
    assert leads[0] == "Responsibilities: 8"
    rows = leads[leads.index("") + 3 :]
    column = [int(line[27:34]) for line in rows[: rows.index("")]]
    assert sum(column) == 13
    assert "  A responsibility counts in each of its areas, 13 in the column." in leads
    # 17 of the 22 areas are on a screen of 24 rows.
    last = terminal(80, "agencies", "--no-pager", rows=24).out.splitlines()[22]
    assert last.startswith("Financial investigation ")
    # At 60 columns 16 are, each on a line, without who does most.
    narrow = terminal(60, "agencies", "--no-pager", rows=24).out.splitlines()
    assert narrow[7] == "Organised immigration crime   92  MPS, SCD11 +1"
    assert narrow[22].startswith("Training and awareness        12")
    none = (["--strand", "removals"], ["--by", "strand"], ["--agency", "MPS"])
    assert not any("Most by" in run("agencies", *own).out for own in none)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        # 5 of the 17 questions are on numbers that people quote
        ("check --fields question",
         ["5 are on numbers that people quote: --severity 1 has these alone."]),
        # 48 things: 18 are of other kinds than these 30
        ("sources --show references",
         ["By kind: data 13, plan 6, act 6, agreement 3, appendix 2, others 18."]),
        ("agencies JIC --show staff", ["All are of mpa-2003-10-09."]),
        ("figures --list",
         ["28 units: victims, offences, arrests, percent, items, years, people, months …"]),
        ("figures --unit GBP",
         ["In GBP: cash seized £153,573; cash forfeited £12,237; confiscated £150,000;",
          "assets awaiting restraint £1,100,000.00; 3 others. Do not add: may overlap."]),
        ("sources",
         ["From 2003 to 2024: 275 passages with 236 figures; no licence is known. 48 things",
          "referred to are not here: --missing. To cite: moditrack sources ID."]),
        ("agencies --strand removals",
         ["9 agencies, 3 reports together. Partners: MPS, UKIS, 1 more; enforces: CO14*,",
          "Proactive Team (past), 1 more; supports: MPS, MPS level 1 teams; 4 other roles."]),
    ],
)  # fmt: skip
def test_an_answer_is_a_line_or_two_below_the_title(terminal, line: str, answer: list[str]) -> None:
    shown = terminal(80, *line.split(), "--no-pager", rows=24).out.splitlines()
    assert shown[1 : shown.index("")] == answer
