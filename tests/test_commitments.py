"""moditrack commitments: what was promised, and what later documents say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest


@pytest.fixture
def by_id(ask) -> dict:
    return {row["id"]: row for row in ask("commitments")}


def test_the_keys_are_the_contract(by_id) -> None:
    row = by_id["mpa-2003-05-08:removals-800"]
    assert list(row)[:10] == [
        "commitment", "made_in", "made_on", "due", "by", "operation", "target", "later", "state",
        "sources",
    ]  # fmt: skip
    assert (row["made_in"], row["made_on"], row["due"]) == (
        "mpa-2003-05-08",
        "2003-05-08",
        "2004-03",
    )
    assert row["by"] == ["mps", "ukis"]
    assert row["target"] == "up to 800 people a month"
    assert (row["later"], row["state"]) == ([], "not-yet-due")  # last paper: 16 February 2004
    assert row["sources"] == ["mpa-2003-05-08#B.16"]


@pytest.mark.parametrize(
    ("commitment", "state", "source"),
    [
        ("mpa-2003-05-08:maxim-cell", "reported-partly", "mpa-2003-10-09#B.10"),
        ("mpa-2003-05-08:april-operations", "reported-partly", "mpa-2003-10-09#B.7.p1"),
        ("mpa-2003-05-08:court-communication", "reported-partly", "mpa-2003-10-09#B.16.b2"),
        ("mpa-2003-05-08:court-communication", "reported-partly", "mpa-2003-10-09#B.16.b3"),
        ("mpa-2003-05-08:immigration-awareness", "reported-partly", "mpa-2003-10-09#B.16.b3"),
        ("mpa-2003-05-08:victim-centred", "reported-partly", "mpa-2003-10-09#appendix-3.b3"),
        ("mpa-2003-05-08:maxim-scoping", "reported-partly", "mpa-2003-10-09#D.3"),
        ("mpa-2003-05-08:identity-investigations", "reported-partly", "mpa-2004-02-16#notes.3.b7"),
        ("mpa-2003-05-08:maxim-passport-staff", "reported-met", "mpa-2003-10-09#B.10"),
        ("mpa-2003-05-08:maxim-financial-capability", "reported-partly", "mpa-2003-10-09#B.13"),
        ("mpa-2003-10-09:weekly-operations", "reported-partly", "mpa-2004-02-16#notes.3.b1"),
    ],
)
def test_what_a_later_document_says(by_id, commitment: str, state: str, source: str) -> None:
    row = by_id[commitment]
    assert row["state"] == state
    assert source in [entry["source"] for entry in row["later"]]
    assert source in row["sources"]


def test_later_words_are_in_the_order_of_their_documents(by_id) -> None:
    row = by_id["mpa-2003-05-08:maxim-financial-capability"]
    later = ["mpa-2003-10-09#B.13", "mpa-2004-02-16#notes.3.b12"]
    assert [entry["source"] for entry in row["later"]] == later
    assert row["sources"] == ["mpa-2003-05-08#B.32.b2", *later]


@pytest.mark.parametrize(
    ("commitment", "state"),
    [
        ("mpa-2003-10-09:intelligence-packages", "not-mentioned-again"),
        ("mpa-2003-10-09:proactive-team-size", "not-mentioned-again"),
        ("mpa-2003-05-08:arrest-training", "not-yet-due"),  # May 2006
        ("mpa-2003-10-09:posts-funded", "not-yet-due"),  # March 2006
        ("mpa-2003-05-08:trial-evaluation", "not-mentioned-again"),  # due in September 2003
        ("mpa-2004-02-16:closer-protocols", "no-later-document"),
        ("colp-2024-02-22:toex-seat", "no-later-document"),
        ("colp-2024-02-22:traffic-jam-trial", "no-later-document"),
    ],
)
def test_silence_is_told_apart_from_the_end_of_the_series(by_id, commitment, state) -> None:
    assert by_id[commitment]["state"] == state


@pytest.mark.parametrize(
    ("due", "state"),
    [
        ("2004-02-15", "not-mentioned-again"),
        ("2004-02-16", "not-mentioned-again"),  # the day of the last paper
        ("2004-02-17", "not-yet-due"),
        ("2004-01", "not-mentioned-again"),
        ("2004-02", "not-yet-due"),
        ("2003", "not-mentioned-again"),
        ("2004", "not-yet-due"),
        ("FY2002", "not-mentioned-again"),  # ends before the last paper
        ("FY2003", "not-yet-due"),  # ends in March 2004
    ],
)
def test_what_is_due_in_a_month_or_year_is_due_when_it_is_over(
    ask, run, records: Path, tmp_path: Path, due: str, state: str
) -> None:
    commitments = records / "mpa-2003-05-08" / "commitments.csv"
    text = commitments.read_text()
    assert text.count("removals-800,B.16,2004-03,") == 1
    commitments.write_text(text.replace("removals-800,B.16,2004-03,", f"removals-800,B.16,{due},"))
    path = tmp_path / "own.db"
    assert run("seed", "--records", records, "--db", path).code == 0
    (row,) = (r for r in ask("commitments", "--db", path) if r["id"].endswith(":removals-800"))
    assert (row["due"], row["state"]) == (due, state)


def test_filters(ask) -> None:
    assert {r["operation"] for r in ask("commitments", "--operation", "toex")} == {"toex"}
    works = ask("commitments", "--agency", "DWP")
    assert works
    assert all("dwp" in r["by"] for r in works)
    met = ask("commitments", "--state", "reported-met")
    assert {r["state"] for r in met} == {"reported-met"}
    assert ask("commitments", "--state", "reported-not-met") == []


def test_bad_input(refused) -> None:
    assert "reported-met, reported-partly" in refused("commitments", "--state", "broken")
    assert "did you mean 'dwp'" in refused("commitments", "--agency", "dwpp")


def test_commitments_of_one_document(ask) -> None:
    assert len(ask("commitments", "--document", "colp-2024-02-22")) == 11


def test_where_nothing_was_said(by_id, run) -> None:
    release = {"document": "mpa-2004-02-16", "kind": "press release"}
    report = {"document": "mpa-2003-10-09", "kind": "report"}
    assert by_id["mpa-2003-05-08:mou-review"]["not_mentioned_in"] == [report, release]
    assert by_id["mpa-2003-10-09:joint-training"]["not_mentioned_in"] == [release]
    assert by_id["mpa-2003-05-08:maxim-cell"]["not_mentioned_in"] == [release]
    assert by_id["colp-2024-02-22:toex-seat"]["not_mentioned_in"] == []
    out = run("commitments", "--document", "mpa-2003-10-09").out
    training = by_id["mpa-2003-10-09:joint-training"]["commitment"]
    (silent,) = [line for line in out.splitlines() if training in line]
    assert silent.startswith("Not mentioned again in mpa-2004-02-16 (press release): ")


def test_what_is_no_commitment_is_not_listed(by_id) -> None:
    names = {name.partition(":")[2] for name in by_id}
    assert names.isdisjoint(
        {
            "trial-awaited",
            "charging-decisions",
            "integrity-report",
            "costs-finalised",
            "open-minded",
        }
    )


def test_who_makes_it_and_when_it_is_due(by_id) -> None:
    assert by_id["mpa-2003-05-08:identity-investigations"]["by"][:2] == ["mps", "ukps"]
    trial = by_id["colp-2024-02-22:traffic-jam-trial"]
    assert (trial["due"], trial["target"]) == (None, None)  # the 12 months are the research's


def test_staff_in_one_of_three_functions_is_not_staff_in_all(ask) -> None:
    rows = {row["id"]: row for row in ask("commitments", "--state", "reported-met")}
    assert set(rows) == {
        "mpa-2003-05-08:maxim-proactive-capability", "mpa-2003-05-08:maxim-passport-staff",
    }  # fmt: skip


def test_people_see_them_by_state_with_counts(ask, run) -> None:
    rows = ask("commitments")
    numbers = Counter(row["state"] for row in rows)
    title, answer, blank, *lines = run("commitments").out.splitlines()
    assert title == f"Commitments: {len(rows)}"
    assert blank == ""
    assert answer == (
        "39 of the 58 that a later document could report on are not mentioned again,"
        " 3 of which were due by a date (--due). By MPS (24), UKIS (12), others; 12 do not say."
    )
    headings = [line.partition("  ")[0] for line in lines if "#" in line]
    assert list(dict.fromkeys(headings)) == [
        "Due, and not mentioned again in mpa-2003-10-09 or mpa-2004-02-16 (press release): 1",
        "Due, and not mentioned again in mpa-2004-02-16 (press release): 2",
        "Not mentioned again in mpa-2003-10-09 or mpa-2004-02-16 (press release): 12",
        "Not mentioned again in mpa-2004-02-16 (press release): 24",
        "Due after the last document about the MPS (2004-02-16): 3",
        f"Taken up in part: {numbers['reported-partly']}",
        f"Reported met: {numbers['reported-met']}",
        f"No later document: {numbers['no-later-document']}",
    ]


def test_what_became_of_those_of_each_report_is_above_them(terminal, run) -> None:
    lines = terminal(80, "commitments", "--no-pager", rows=24).out.splitlines()
    assert lines[:12] == [
        "Commitments: 77",
        "39 of the 58 that a later document could report on are not mentioned again, 3 of",
        "which were due by a date (--due). By MPS (24), UKIS (12), others; 12 do not say.",
        "",
        "                                        Taken          No",
        "                            Not    Due  up in       later",
        "Made in          All  mentioned  later   part  Met    one  Dated",
        "─" * 64,
        "mpa-2003-05-08    31         13      2     14    2      ·      5",
        "mpa-2003-10-09    30         26      1      3    ·      ·      4",
        "mpa-2004-02-16     5          ·      ·      ·    ·      5      ·",
        "colp-2024-02-22   11          ·      ·      ·    ·     11      ·",
    ]
    # the three that were due and of which nothing is said are on the first screen
    assert sum("2003-1" in line or "2003-09-10*" in line for line in lines[14:23]) >= 2
    for few in (
        ("--document", "mpa-2003-05-08"),
        ("--state", "not-mentioned-again"),
        ("removals",),
    ):
        assert "Made in" not in run("commitments", *few).out


def test_a_narrow_terminal_has_each_heading_once(terminal) -> None:
    lines = terminal(60, "commitments", "--no-pager").out.splitlines()
    assert sum(line.startswith("Reported met: ") for line in lines) == 1
    assert sum(line.startswith("Not mentioned again in ") for line in lines) == 2


def test_a_promise_is_cited_under_its_own_words(terminal) -> None:
    """Also where what a later document says is longer."""
    out = terminal(80, "commitments", "--no-pager").out
    promise = next(own for own in out.split("\n\n") if own.startswith("Develop packages"))
    assert " Later: 46 proactive operations in Phase 2; " in " ".join(promise.split())
    assert promise.splitlines()[-1].strip() == "mpa-2003-10-09#B.9 +2"
    assert "nothing in" not in out


def test_ten_promises_fill_no_more_than_two_screens(terminal) -> None:
    out = terminal(80, "commitments", "--no-pager").out
    lines = out.partition("What became of each\n")[2].splitlines()[:40]
    assert sum("mpa-2003-" in line and "#" in line for line in lines) >= 10


def test_the_name_of_an_agency_leads_to_all_that_it_makes(run, ask) -> None:
    # of all, the answer counts 24 by the MPS and 12 by the Immigration Service; few name them
    assert "By MPS (24), UKIS (12)" in run("commitments").out
    for words, number, name in (
        ("mps", 24, "Metropolitan Police Service"),
        ("ukis", 12, "UK Immigration Service"),
    ):
        out = run("commitments", words).out
        all_of_it = f"moditrack commitments --agency {words}"
        assert f"{number} commitments are by {name}: {all_of_it}" in out
        assert len(ask("commitments", "--agency", words)) == number
    assert "commitments are by" not in run("commitments", "maxim").out
