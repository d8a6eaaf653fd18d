"""A title with a count, the answer in a line, a blank line, and then the table."""

from __future__ import annotations

import pytest

from tests.conftest import Run

ANSWERS = {
    ("search", "forged", "passports"): (
        "Search: forged passports: 8 matches",
        "By kind: check 3, figure 2, threat 1, responsibility 1, commitment 1.",
    ),
    ("search", "cost"): (
        "Search: cost: 17 matches",
        "By kind: check 6, figure 3, event 2, statement 2, caution 1, reference 1, others 2."
        " Does not fit: moditrack check reflex-money",
    ),
    ("operations", "maxim", "--show", "events"): (
        "Operation Maxim, events: 22",
        # 14 have a date, the first 2003-03 and the last 2003-10
        "14 in 2003, from March to October; 8 without a date.",
    ),
    ("operations", "maxim", "--show", "statements"): (
        "Operation Maxim, statements: 52",
        # two lines have room for all of the 52
        "partner: 8; aim: 7; method: 7; funding: 6; status: 5; level: 5; staffing: 3; start: 2;"
        " lead: 2; governance: 2; publicity: 2; legal: 2; scope: 1.",
    ),
    ("agencies", "co14", "--show", "names"): (
        "CO14 Clubs and Vice, names: 9",
        "mpa-2003-05-08: 6; mpa-2003-10-09: 2; mpa-2004-02-16: 1.",
    ),
}


@pytest.mark.parametrize("args", ANSWERS, ids=" ".join)
def test_the_answer_is_below_the_title(run: Run, terminal: Run, args: tuple[str, ...]) -> None:
    title, answer = ANSWERS[args]
    assert run(*args).out.splitlines()[:3] == [title, answer, ""]
    assert (
        answer.split()
        == " ".join(
            terminal(80, *args, "--no-pager").out.partition("\n\n")[0].splitlines()[1:]
        ).split()
    )


def test_the_schema_counts_its_tables_and_names_them(run: Run, ask: Run) -> None:
    rows = ask("sql", "--schema")
    tables = [row["table"] for row in rows if row["column"] is None]
    lines = run("sql", "--schema").out.splitlines()
    columns = len(rows) - len(tables)
    assert lines[0] == f"Data dictionary: {len(tables)} tables and views, {columns} columns"
    views = [row["table"] for row in rows if row["type"] == "view"]
    listed = ", ".join(views)
    assert {"outcome", "victim", "figures", "commitments"} <= set(views)
    assert lines[1] == f"To ask questions of, the views: {listed}. Of one: --schema TABLE."
    joins = "short id, the same in every command; joins "
    one = run("sql", "--schema", "figure").out
    assert one.splitlines()[0] == "Data dictionary: 28 columns"
    assert "the document; joins passage.document, outcome_label.document" in one
    assert joins not in one


def test_words_lead_to_what_else_there_is_on_them(run: Run) -> None:
    more = "  Everything with these words: moditrack search february\n"
    for command in ("timeline", "figures"):
        assert more in run(command, "february").out
    of_it = "  Figures of this measure: moditrack figures --measure cost\n"
    assert of_it in run("search", "cost").out
    assert "--measure" not in run("search", "torso").out


def test_many_figures_of_a_unit_are_counted_by_report(run: Run) -> None:
    # 5-10%, 75% and 65-70% in the report of May 2003
    lines = run("figures", "--unit", "percent").out.splitlines()
    assert lines[1] == "All in percent: colp-2024-02-22 28, mpa-2003-05-08 3."


def test_a_time_in_which_nothing_begins(run: Run) -> None:
    answer = run("timeline", "--from", "2024-03").out.splitlines()[1]
    assert answer == (
        "No report tells of this time: what is here still lay ahead on 2024-02-22, the date of the"
        " report that states it."
    )


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (
            "commitments --agency colp",
            "All without a later document. None has a due date.",
        ),  # the last report
        ("commitments dwp", "It is not mentioned again."),
        # notes.1 and notes.3.b2; units and numbers of other things say nothing
        (
            "figures arrests --operation maxim",
            "148 in all, 46 + 102: Arrests including Phase 1, as"
            " totalled in the press release (mpa-2004-02-16).",
        ),
        # 6 and 9 offences: a change of 3 in two years of few
        (
            "outcomes 2022 2023",
            "6 to 9, +3 (+50%): could be chance (p = 0.61). 9 of 15 had no suspect, 60%"
            " (36 to 80); 12 counting code 14, 80%; none charged.",
        ),
        # 18 and 9; of these 14 and 6 by code 18, and 3 and 1 by code 14
        (
            "outcomes 2019 2023",
            "2019 to 2023: 18 to 9, -9 (-50%): could be chance (p = 0.12). 20 of 27 had no suspect,"
            " 74% (55 to 87); 24 counting code 14, 89%; 1 charged.",
        ),
        ("timeline brothels", "In 2003."),
        # 14 rows have a date, the first 2003-03 and the last 2003-10; 10 rows have none
        ("timeline --operation maxim", "14 in 2003, from March to October; 8 without a date."),
        ("timeline --operation aidant", "It has no date."),
        (
            "figures £5 million",
            "£5 million: Total projected cost of the operation, to be met from Reflex money and"
            " existing budgets of the Specialist Crime Directorate (estimate, mpa-2003-10-09).",
        ),
        ("figures brothels", "Printed: 371 (premises), 'never' (people)."),
        # summary.b1, 3 and twice in 19.p2
        (
            "figures colp",
            "Printed: 0.13% (4 times). 2 are of operations that it leads or takes"
            " part in: Operation Sun Over18; Operation Aidant 'never'.",
        ),
        ("define level", "Each is of the kind National Intelligence Model level."),
        (
            "agencies --agency mps-commissioner",
            "Commissioner (Metropolitan Police Service) works in 1 area of work: reports.",
        ),
    ],
)
def test_an_answer_of_one_kind_says_so(run: Run, line: str, answer: str) -> None:
    assert run(*line.split()).out.splitlines()[1] == answer


@pytest.mark.parametrize("option", ["measure", "unit"])
def test_an_unknown_measure_leads_to_the_list(refused: Run, option: str) -> None:
    said = refused("figures", f"--{option}", "qqq")
    assert said.endswith(f"There is no {option} 'qqq': 'moditrack figures --list' lists them.")


def test_kinds_of_matches_are_those_of_all_that_are_found(run: Run, ask: Run) -> None:
    title, answer, *_ = run("search", "maxim").out.splitlines()
    assert title == "Search: maxim: 20 of 431 matches, the best first"
    every = ask("search", "maxim", "--limit", "1000")
    assert len(every) == 431
    # found one by one: of the first 20 only 13 are figures
    figures = sum(row["kind"] == "figure" for row in every)
    assert f"figure {figures}, " in answer
    assert figures == 56
    numbers = [
        int(part) for part in answer.partition(".")[0].replace(",", "").split() if part.isdecimal()
    ]
    assert sum(numbers) == 431
