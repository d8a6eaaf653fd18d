"""Queries of one year, operation, agency, document or id are served by indexes: none reads a table
that grows with the dataset from end to end."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from moditrack.db.connection import open_database
from moditrack.pages import Page
from moditrack.questions import (
    agencies,
    agency,
    check_page,
    commitments,
    compare,
    document,
    figure,
    figures,
    operation,
    operations,
    outcomes,
    passage,
    search,
    timeline,
    victims,
)
from moditrack.questions import check as checks
from moditrack.questions.search_snippets import snippet
from moditrack.tables import Table

GROWS = {
    "agency", "operation", "document", "document_author", "passage", "figure", "name", "statement",
    "responsibility", "responsibility_level", "responsibility_strand", "event", "part",
    "definition", "commitment", "commitment_agency", "followup", "reference", "numeral",
    "check_result", "check_source", "check_subject", "check_step", "search_entry",
    "search_name", "passage_text", "summary_agency", "summary_check", "summary_commitment",
    "summary_comparison", "summary_operation", "summary_passage",
}  # fmt: skip
ASKED: dict[str, Callable[[sqlite3.Connection], Any]] = {
    "outcomes of a year": lambda c: outcomes.outcomes(c, years=[2023]),
    "outcomes of a document": lambda c: outcomes.outcomes(c, document="colp-2024-02-22"),
    "victims of a document": lambda c: victims.victims(c, document="colp-2024-02-22"),
    "comparisons of a document": lambda c: compare.compare(c, document="colp-2024-02-22"),
    "figures of a document": lambda c: figures.figures(c, document="mpa-2004-02-16"),
    "figures of an operation": lambda c: figures.figures(c, operation="maxim"),
    "figures of an agency": lambda c: figures.figures(c, agency="colp"),
    "figures of a measure": lambda c: figures.figures(c, measure="removals"),
    "a figure": lambda c: figure.figure_page(c, "removals-both-phases"),
    "events of an operation": lambda c: timeline.timeline(c, operation="maxim"),
    "events of an agency": lambda c: timeline.timeline(c, agency="colp"),
    "events of a document": lambda c: timeline.timeline(c, document="mpa-2004-02-16"),
    "events since a year": lambda c: timeline.timeline(c, first="2023"),
    "responsibilities in a document": lambda c: agencies.agencies(c, document="mpa-2004-02-16"),
    "responsibilities in a strand": lambda c: agencies.agencies(c, strand="child-exploitation"),
    "an agency": lambda c: agency.agency_page(c, "CO14"),
    "an operation": lambda c: operation.operation_page(c, "maxim"),
    "operations of an agency": lambda c: operations.operations(c, agency="co14"),
    "operations of a document": lambda c: operations.operations(c, document="mpa-2004-02-16"),
    "commitments of an operation": lambda c: commitments.commitments(c, operation="maxim"),
    "commitments of an agency": lambda c: commitments.commitments(c, agency="colp"),
    "commitments of a document": lambda c: commitments.commitments(c, document="mpa-2004-02-16"),
    "checks of an operation": lambda c: checks.checks(c, operation="maxim"),
    "checks of an agency": lambda c: checks.checks(c, agency="colp"),
    "checks of a document": lambda c: checks.checks(c, document="mpa-2004-02-16"),
    "checks of a figure": lambda c: checks.checks_of_figure(
        c, "mpa-2004-02-16:removals-both-phases"
    ),
    "a check": lambda c: check_page.check_page(c, "removals-both-phases"),
    "a search": lambda c: search.search(c, "forged passports"),
    "a search that finds some of the words": lambda c: search.search(c, "forged zebra passports"),
    "a document": lambda c: document.document_page(c, "mpa-2004-02-16"),
    "a passage": lambda c: passage.citation_page(c, "mpa-2004-02-16#notes.3.b5"),
}


def statements(ask: Callable[[sqlite3.Connection], Any]) -> list[str]:
    """The statements behind a question, as they were run, its rows read as JSON reads them."""
    connection = open_database()
    run: list[str] = []
    connection.set_trace_callback(run.append)
    answer = ask(connection)
    if isinstance(answer, Page):
        assert answer.data
    if isinstance(answer, Table):
        list(answer)
    connection.close()
    return [sql for sql in dict.fromkeys(run) if sql.lstrip().startswith(("SELECT", "WITH"))]


def scanned(sql: str) -> set[str]:
    """The growing tables that a statement reads from end to end."""
    connection = open_database()
    connection.create_function("excerpt", 4, snippet)
    found = set()
    names: dict[str, str] = {}
    words = sql.replace("(", " ").replace(")", " ").replace(",", " ").split()
    for table, as_, alias in zip(words, words[1:], words[2:], strict=False):
        if as_ == "AS":
            names[alias] = table
    for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}"):
        step = str(row["detail"]).split()
        if step[0] == "SCAN" and "INDEX" not in step:
            found.add(names.get(step[1], step[1]))
    return found & GROWS


@pytest.mark.parametrize("question", ASKED)
def test_no_growing_table_is_read_from_end_to_end(question: str) -> None:
    asked = statements(ASKED[question])
    assert asked
    for sql in asked:
        assert not scanned(sql), sql


@pytest.mark.parametrize("question", [name for name in ASKED if name.endswith("of a document")])
def test_no_note_under_a_table_reads_one_either(question: str) -> None:
    """People see a table for each report and force: what its notes read is read for each."""
    asked = statements(lambda connection: ASKED[question](connection).notes)
    for sql in asked:
        assert not scanned(sql), sql


def test_a_scan_is_noticed() -> None:
    assert scanned("SELECT * FROM figure AS f WHERE f.printed = 'x'") == {"figure"}
    assert scanned("SELECT * FROM event WHERE event = 'x'") == {"event"}
    assert scanned("SELECT * FROM figure WHERE figure = 'x'") == set()


@pytest.mark.parametrize(
    "ask", [figures.figures, commitments.commitments], ids=["figures", "commitments"]
)
def test_a_whole_list_is_read_in_its_order_and_not_sorted(ask: Any) -> None:
    asked = statements(ask)
    assert asked
    for sql in asked:
        plan = [row["detail"] for row in open_database().execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert not [step for step in plan if "TEMP B-TREE" in step], plan


def test_outcomes_of_a_year_are_found_by_the_year() -> None:
    asked = [sql for sql in statements(ASKED["outcomes of a year"]) if "FROM outcome" in sql]
    assert len(asked) == 2
    for sql in asked:
        found = [row["detail"] for row in open_database().execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert found[0] == "SEARCH f USING INDEX figure_period (period_label=?)"


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        ("SELECT * FROM outcome WHERE year = 2023", "figure_year"),
        ("SELECT * FROM figure WHERE measure = 'removals'", "figure_measure"),
        ("SELECT * FROM event WHERE latest >= '2023'", "event_latest"),
        ("SELECT * FROM search_name WHERE kind = 'agency' AND name_key = 'co14'", "PRIMARY KEY"),
    ],
)
def test_the_index_that_serves(sql: str, index: str) -> None:
    plan = " ".join(row["detail"] for row in open_database().execute(f"EXPLAIN QUERY PLAN {sql}"))
    assert index in plan


def test_the_terms_read_definitions_once_and_the_names_of_each_abbreviation_alone() -> None:
    # At 10,000 documents a scan for each abbreviation took five minutes.
    plan = open_database().execute("EXPLAIN QUERY PLAN SELECT sources FROM terms").fetchall()
    steps = [str(step[3]) for step in plan]
    assert [step for step in steps if step.startswith("SCAN d")] == ["SCAN d"]
    assert "SEARCH s USING INDEX name_agency (agency=? AND operation=?) LEFT-JOIN" in steps
    # The names of its document, and not all of its agency.
    assert "SEARCH p USING INDEX sqlite_autoindex_name_1 (document=?)" in steps
