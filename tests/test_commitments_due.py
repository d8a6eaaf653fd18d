"""What was due when, and what the documents say of it later."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from moditrack.questions.inferred_star import due_text
from tests.conftest import ROOT


def test_what_fell_due_later_is_named_beside_the_silence(run) -> None:
    # Removals by March 2004, training over three years, posts until March 2006
    out = run("commitments", "--state", "not-mentioned-again").out
    assert "! 3 more were due after the last document: --state not-yet-due" in out
    assert (
        "1 more was due after"
        in run("commitments", "--state", "not-mentioned-again", "removals").out
    )
    assert "more" not in run("commitments", "--state", "reported-met").out


def test_one_state_alone_says_only_what_was_due(run) -> None:
    lines = run("commitments", "--state", "reported-met").out.splitlines()
    assert lines[0] == "Commitments: 2"
    assert lines[1] == "2 reported met, of 77 in all."
    of_one = run("commitments", "--state", "no-later-document", "--document", "colp-2024-02-22")
    assert of_one.out.splitlines()[1] == "11 without a later document, of 11 in all."


def test_what_was_due_by_a_date_comes_first_for_people(run) -> None:
    # B.22: six months from 10 March 2003; B.4: October; B.11: boards in September and 3 months
    out = run("commitments", "--state", "not-mentioned-again").out
    rows = [line for line in out.splitlines() if "ot mentioned again in" in line]
    assert ["2003-09-10*" in rows[0], "2003-10*" in rows[1], "2003-12*" in rows[2]] == [True] * 3
    assert all(line.startswith("Due, and") for line in rows[:3])
    assert not any("*" in line or line.startswith("Due") for line in rows[3:])


def test_more_than_three_silent_documents_are_counted_without_their_names() -> None:
    from moditrack.db.connection import open_database
    from moditrack.questions.commitments_screen import _state, commitments_by_state

    rows = commitments_by_state(open_database()).rows
    assert all(row["silent"] == len(row["not_mentioned_in"]) for row in rows)  # two at the most
    row = {"state": "not-mentioned-again", "due": None, "not_mentioned_in": [], "silent": 5}
    assert _state(row) == "Not mentioned again in 5 later documents"
    two = [{"document": "a", "kind": "report"}, {"document": "b", "kind": "press release"}]
    row |= {"not_mentioned_in": two, "silent": 2}
    assert _state(row) == "Not mentioned again in a or b (press release)"


def test_what_is_due_in_a_time(ask, run) -> None:
    # B.16: "by March 2004"; D.3: the plans for 2003/4
    of_march = ask("commitments", "march", "2004")
    assert [row["id"] for row in of_march] == [
        "mpa-2003-05-08:removals-800",
        "mpa-2003-05-08:scd11-plan",
    ]
    assert ask("commitments", "2004-03") == ask("commitments", "--year", "2004-03") == of_march
    by_then = ask("commitments", "--to", "2004-03-30")
    assert "mpa-2003-05-08:removals-800" in [row["id"] for row in by_then]
    assert "mpa-2003-05-08:scd11-plan" not in [row["id"] for row in by_then]
    assert all(row["due"] < "2004-03-31" for row in by_then)
    assert "! Left out: 68 commitments without a date." in run("commitments", "2004").out
    assert {row["due"] for row in ask("commitments", "--from", "2004-04")} == {
        "2006-03-31",
        "2006-05-08",
    }


def test_what_is_promised_for_a_financial_year_is_found_by_it(run) -> None:
    # D.5: measures and targets "for 2004/5", which says not by when they are to be there
    for year in ("2004/05", "2004/5"):
        out = run("commitments", year).out
        assert "No commitment in 2004/05." in out
        assert "  Whatever names it: moditrack search 2004/05\n" in out
    found = run("search", "2004/05").out
    assert "Devise a system that gives meaningful measures and targets for 2004/5" in found
    assert "Whatever names it" not in run("commitments", "2004-05-12").out


def test_what_is_due_in_a_financial_year_is_due_at_its_end(ask, tmp_path: Path) -> None:
    copy = tmp_path / "own.db"
    shutil.copy(ROOT / "data" / "moditrack.db", copy)
    with sqlite3.connect(copy) as connection:
        own = "WHERE id = 'mpa-2003-05-08:removals-800'"
        connection.execute(f"UPDATE commitment SET due = 'FY2003' {own}")

    def due(option: str, day: str) -> bool:
        rows = ask("commitments", "--db", copy, option, day)
        return "mpa-2003-05-08:removals-800" in [row["id"] for row in rows]

    assert due("--from", "2004-03-31")
    assert not due("--from", "2004-04-01")
    assert due("--to", "2004-03-31")
    assert not due("--to", "2004-03-30")


def test_one_commitment_of_the_latest_document_is_said_in_a_sentence(run) -> None:
    out = run("commitments", "traffic", "jam").out
    assert out.splitlines()[1] == "It is in the latest document, so no later one can mention it."


def test_that_none_is_due_by_a_date_is_said(run) -> None:
    lines = run("commitments", "--document", "colp-2024-02-22").out.splitlines()
    assert lines[1] == "All without a later document. None has a due date."
    assert "due date" not in run("commitments", "--document", "mpa-2003-05-08").out.splitlines()[1]


def test_what_was_due_and_is_silent_is_one_command(ask, run) -> None:
    # B.22: six months from 10 March 2003; B.4: October; B.11: boards in September and 3 months
    assert [row["due"] for row in ask("commitments", "--due")] == [
        "2003-09-10",
        "2003-10",
        "2003-12",
    ]
    lines = run("commitments", "--due").out.splitlines()
    assert lines[1] == "3 were due by a date, and no later document mentions them, of 77 in all."
    # the press release of 16 February 2004 is the last paper on the MPS
    measured = "Due by the last report on the force: 2004-02-16 (MPS)"
    assert f"! {measured}" in lines
    of_maxim = run("commitments", "--due", "--operation", "maxim").out.splitlines()[1]
    assert of_maxim.startswith("2 were due by a date")
    help = " ".join(run("commitments", "--help").out.split())
    assert "commitments --due what was due by the last report on the force, and went silent" in help


def test_what_was_due_fits_a_narrow_screen_with_its_cautions(terminal) -> None:
    lines = terminal(60, "commitments", "--due", "--no-pager", rows=24).out.splitlines()
    assert len(lines) == 23
    assert lines[-3:] == [
        "! Due by the last report on the force: 2004-02-16 (MPS)",
        "  * Not printed in full; follows from the document.",
        "  2 more notes: add '| less'",
    ]


def test_what_is_not_due_says_where_some_is(run) -> None:
    out = run("commitments", "--due", "--document", "colp-2024-02-22").out
    assert "No commitment in colp-2024-02-22 is due and not mentioned again." in out
    nearest = "3 others that are due and not mentioned again, in mpa-2003-05-08 and mpa-2003-10-09."
    assert f"There are 11 in colp-2024-02-22 and {nearest}" in " ".join(out.split())


def test_words_that_are_searched_for_are_left_as_they_are(run) -> None:
    out = run("commitments", "work with partners", "--year", "1990", "--agency", "ukis").out
    assert "No commitment of UKIS with 'work with partners' in 1990." in out


def test_of_an_agency_without_any_the_sentences_are_english(run) -> None:
    # none of the 12 of UKIS with a date was due by February 2004; all three due are of others
    out = " ".join(run("commitments", "--due", "--agency", "ukis").out.split())
    assert "No commitment of UKIS is due and not mentioned again." in out
    assert "! There are 12 of UKIS and 3 others that are due and not mentioned again." in out
    assert "2 were due after the last document: --state not-yet-due" in out
    some = " ".join(run("commitments", "--due").out.split())
    assert "3 more were due after the last document" in some


def test_who_says_by_whom_is_counted_where_someone_does_not(terminal) -> None:
    ukis = " ".join(terminal(80, "commitments", "--agency", "ukis", rows=24).out.splitlines()[1:4])
    assert ukis.strip().endswith("By UKIS (12), MPS (5), others.")


def test_the_first_screen_says_by_whom(terminal) -> None:
    first = terminal(80, "commitments", "pilot", rows=24).out.splitlines()
    assert first[3].split()[:4] == ["Commitment", "(by", "whom)", "Due"]
    # B.22: what the White Paper says that "we" shall do
    assert first[7].startswith("Run victim support on trial for six months and")
    assert first[8].startswith("evaluate it (UK Government)")
    every = " ".join(terminal(80, "commitments", rows=24).out.splitlines()[1:3])
    assert every.endswith("By MPS (24), UKIS (12), others; 12 do not say.")


def test_of_many_who_make_a_commitment_two_are_named() -> None:
    from moditrack.questions.commitments_screen import _makers

    assert _makers([]) == ""
    assert _makers(["Team (Operation X)", "B", "C"]) == " (Team, B, C)"
    assert _makers(["A", "B", "C", "D"]) == " (A, B, 2 others)"


def test_a_financial_year_is_shown_as_reports_print_it() -> None:
    due = [("FY2004", 0), ("FY1999", 1), ("2004-03", 1), (None, 0)]
    shown = [due_text({"due": day, "due_inferred": inferred}) for day, inferred in due]
    assert shown == ["2004/05", "1999/00*", "2004-03*", None]
