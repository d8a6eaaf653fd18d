"""moditrack browse: what Datasette shows of the database, and the pages of questions."""

from __future__ import annotations

import importlib
import importlib.util
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from moditrack.browse.canned import canned
from moditrack.browse.foreign_keys import references
from moditrack.browse.metadata import metadata
from moditrack.cli.commands import COMMANDS
from moditrack.cli.output_options import RowsCommand
from moditrack.db.connection import open_database
from moditrack.questions.all_questions import QUESTIONS
from tests import browsing
from tests.browsing import REPORT, Get

get, rows, copy = browsing.get, browsing.rows, browsing.copy


def test_every_table_and_column_is_described() -> None:
    with closing(open_database()) as connection:
        about = metadata(connection)["databases"]["moditrack"]["tables"]
        there: dict[str, set[str]] = {}
        for table, column in connection.execute(
            "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS c"
            " WHERE m.type IN ('table', 'view') AND m.name NOT LIKE '%fts%'"
        ):
            there.setdefault(table, set()).add(column)
    assert {table: set(own["columns"]) for table, own in about.items()} == there
    assert all(own["description"] and all(own["columns"].values()) for own in about.values())
    assert about["figure"]["columns"]["value"] == (
        "number in the unit of its measure; NULL for a range"
    )


def test_where_it_comes_from() -> None:
    with closing(open_database()) as connection:
        described = metadata(connection)
    assert described["title"] == (
        "Human trafficking and London's police, in four public reports (2003 to 2024)"
    )
    assert described["license"] == "not known"
    assert described["source"] == (
        "Metropolitan Police Authority, 2003-05-08, 2003-10-09, 2004-02-16;"
        " City of London Police, 2024-02-22"
    )
    tables = described["databases"]["moditrack"]["tables"]
    assert tables["victim"]["source"] == (
        "Modern Day Slavery and Human Trafficking update (City of London Police, 2024-02-22)"
    )
    addresses = re.findall(r'href="(http[^"]*)"', described["description_html"])
    assert addresses == [
        "http://policeauthority.org/metropolitan/committees/x-ppr/2003/030508/09/index.html",
        "http://policeauthority.org/metropolitan/committees/x-ppr/2003/031009/05/index.html",
        "http://policeauthority.org/metropolitan/news/press/2004/04-009/index.html",
    ]


def test_the_source_of_one_document_is_its_address(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(
            "UPDATE document SET url = 'https://example.org/report', licence = 'OGL 3'"
            " WHERE document = ?",
            (REPORT,),
        )
    with closing(open_database(str(copy))) as connection:
        described = metadata(connection)
    assert described["license"] == "OGL 3, others not known"
    tables = described["databases"]["moditrack"]["tables"]
    assert tables["outcome"]["source_url"] == "https://example.org/report"


def test_what_refers_to_what() -> None:
    with closing(open_database()) as connection:
        found = {
            (table, key["column"]): f"{key['other_table']}.{key['other_column']}"
            for table, keys in references(connection).items()
            for key in keys
        }
    assert found["figure", "measure"] == "measure.measure"
    assert found["figure", "document"] == "document.document"  # by way of its passage
    assert found["responsibility_level", "document"] == "document.document"
    assert found["figures", "operation"] == "operation.operation"
    assert found["outcome", "force"] == "agency.agency"
    assert found["commitment", "target"] == "figure.figure"
    assert ("figure", "figure") not in found
    assert ("figure", "locator") not in found
    assert ("operations", "name") not in found


def test_every_command_that_prints_rows_has_a_question() -> None:
    commands = list(COMMANDS)
    printing = [
        name
        for name in commands
        if isinstance(importlib.import_module(f"moditrack.cli.{name}").command, RowsCommand)
    ]
    # `sql` is Datasette's own page, `audit` and `verify` are about files.
    assert {"outcomes", "figures", "search"} <= set(printing)
    assert set(printing) - {question.name for question in QUESTIONS} <= {"sql", "audit", "verify"}


@pytest.mark.parametrize("name", [question.name for question in QUESTIONS])
def test_a_question_is_described_and_answered(rows: Get, name: str) -> None:
    query = canned()[name]
    assert query["title"]
    assert "?" in query["description"]
    assert set(re.findall(r":(\w+)", query["sql"])) == set(query["params"])
    assert all(
        f"<em>{parameter}</em>, " in query["description_html"] for parameter in query["params"]
    )
    found = rows(name)
    if name in ("search", "citation"):  # nothing is asked for
        assert found == []
    else:
        assert found


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("outcomes", {}),
        ("outcomes", {"from": "2020", "to": "2022", "outcome": "resolved", "agency": "CoLP"}),
        ("victims", {"by": "age", "sex": "male"}),
        ("victims", {"agency": "CoLP"}),
        ("figures", {}),
        ("figures", {"operation": "Operation Kontiki"}),
        ("figures", {"from": "2003-06", "to": "2003"}),
        ("figures", {"unit": "GBP", "document": "mpa-2003-10-09"}),
        ("figures", {"measure": "removals"}),
        ("figures", {"agency": "CO14"}),
        ("timeline", {}),
        ("timeline", {"from": "2003-07", "to": "2003-10"}),
        ("timeline", {"operation": "maxim"}),
        ("timeline", {"agency": "CO14", "document": "mpa-2003-05-08", "to": "2002-12"}),
        ("operations", {}),
        ("operations", {"agency": "CO14"}),
        ("operations", {"strand": "child-exploitation", "level": "2"}),
        ("agencies", {"strand": "child-exploitation"}),
        ("agencies", {"level": "2", "agency": "SCD11"}),
        ("agencies", {"operation": "Maxim", "role": "leads"}),
        ("commitments", {}),
        ("commitments", {"state": "not-mentioned-again", "agency": "UKIS"}),
        ("commitments", {"state": "Reported-Partly", "operation": "Maxim"}),
        ("commitments", {"document": REPORT}),
        ("check", {}),
        ("check", {"verdict": "impossible"}),
        ("check", {"document": REPORT}),
        ("check", {"operation": "Maxim"}),
        ("check", {"agency": "CO14"}),
        ("check", {"verdict": "Consistent"}),
        ("sources", {}),
    ],
    ids=str,
)
def test_a_question_answers_what_the_command_does(
    ask: Callable[..., Any], rows: Get, name: str, parameters: dict[str, str]
) -> None:
    options = [part for key, value in parameters.items() for part in (f"--{key}", value)]
    said = ask(name, *options)
    assert rows(name, **parameters) == said


def test_the_page_of_a_question_answers_first_and_folds_its_sql(get: Get) -> None:
    page = get("moditrack/outcomes", year="2023").text
    order = [
        "<h1>How did the offences of each year end?</h1>",
        '<p class="answer">6 of 9 had no suspect, 67% (35 to 88); 7 counting code 14, 78%; none'
        " charged.</p>",
        '<form class="filters"',
        '<option value="2023" selected>2023</option>',
        '<table class="screen">',
        "Counts below 10 are too small to draw conclusions from.",
        "<details><summary>All columns, and JSON or CSV</summary>",
        '<table class="rows-and-columns">',
        "<details><summary>SQL</summary>",
        '<pre id="sql-query">SELECT',
    ]
    places = [page.find(text) for text in order]
    assert -1 not in places
    assert places == sorted(places)


def test_the_verdicts_of_the_comparison_are_shown(get: Get) -> None:
    page = get("moditrack/compare").text
    assert "both are borderline. The report does not say which it means.</p>" in page
    verdicts = page.partition('<ul class="verdicts">')[2].partition("</ul>")[0]
    assert re.findall("<li>([^:]+: [^:(]+)", verdicts) == [
        "2023: borderline", "2019-2023: borderline",
    ]  # fmt: skip


def test_what_is_not_known_is_said_on_the_page(get: Get) -> None:
    page = get("moditrack/figures", document="mpa-2003-05-09").text
    assert "There is no document &#39;mpa-2003-05-09&#39;: did you mean" in page
    assert "0 results" in page
    assert "There are no outcomes for 1999" in get("moditrack/outcomes", year="1999").text
    assert "There are no outcomes" not in get("moditrack/outcomes").text


def test_long_rows_are_lists_without_what_is_empty(get: Get) -> None:
    page = get("moditrack/check", verdict="impossible").text
    first = page.partition('<ol class="records">')[2].partition("</li>")[0]
    shown = dict(re.findall(r"<dt>(\w+)</dt><dd>(.*?)</dd>", first, re.S))
    assert (shown["stated"], shown["verdict"]) == ("50%", "impossible")
    assert "sides" not in shown
    row = get("moditrack/agency/co14").text
    assert ".rows-and-columns tr, .rows-and-columns td { border: 0; display: block; }" in row
