"""moditrack browse: what Datasette is told of the database, and what it refuses in one sentence."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import re
import shutil
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from moditrack.browse.canned import canned
from moditrack.browse.metadata import metadata
from moditrack.browse.references import references
from moditrack.browse.server import datasette
from moditrack.cli.commands import COMMANDS
from moditrack.cli.output_options import RowsCommand
from moditrack.db.connection import open_database, shipped_path
from moditrack.questions.every import QUESTIONS

LISTS = (
    "sources", "levels", "partners", "documents", "inferred", "differing", "by", "later", "sides",
    "authors", "not_contained", "not_mentioned_in",
)  # fmt: skip
REPORT = "colp-2024-02-22"

Get = Callable[..., Any]


def getting(db: str | None) -> Get:
    """Ask Datasette over the database, in this process."""
    app = datasette(db)

    def call(path: str, *lists: tuple[str, str], **parameters: str) -> Any:
        asked = f"/{path}?{urlencode([*lists, *parameters.items()])}"
        answer = asyncio.run(app.client.get(asked))
        assert answer.status_code == 200, answer.text
        return answer

    return call


@pytest.fixture(scope="module")
def get() -> Get:
    return getting(None)


@pytest.fixture
def rows(get: Get) -> Get:
    """The rows that a question answers, its lists read."""

    def call(question: str, **parameters: str) -> Any:
        read = [("_shape", "array"), *(("_json", name) for name in LISTS)]
        return get(f"moditrack/{question}.json", *read, **parameters).json()

    return call


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(shipped_path(), tmp_path / "copy.db"))


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
        '<p class="answer">6 of 9 had no suspect, 67% (35 to 88); 7 counting code 14, 78%.</p>',
        '<form class="filters"',
        '<input type="text" name="year" value="2023">',
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
    assert "2023 is borderline. The report does not say which.</p>" in page
    verdicts = page.partition('<ul class="verdicts">')[2].partition("</ul>")[0]
    assert re.findall("<li>([^:]+: [^:(]+)", verdicts) == [
        "2023: borderline", "2019-2023: a share below national is shown by the usual interval ",
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


def test_search_finds_what_the_command_does(ask: Callable[..., Any], rows: Get) -> None:
    for text in (
        "Maxim", "traffick*", '"crime groups"', "forged passports", "no suspect identified",
        "forged zebra passports", "co-ordinated",
    ):  # fmt: skip
        said = ask("search", text)
        assert said
        assert rows("search", text=text) == said
    for text in ('"', "(", "zebra:giraffe", "ZEBRA(", "'"):
        assert rows("search", text=text) == []


def test_search_of_a_kind_a_document_and_a_number(rows: Get) -> None:
    found = rows("search", text="Maxim", kind="Operation", document="mpa-2004-02-16")
    assert found == []  # the operation's first citation is in another document
    first = rows("search", text="Maxim", kind="Operation", limit="1")
    assert [(row["kind"], row["title"], row["citation"]) for row in first] == [
        ("operation", "Operation Maxim", "mpa-2003-05-08#B.30")
    ]
    there = rows("search", text="Maxim", document="mpa-2004-02-16", limit="500")
    assert {row["citation"].partition("#")[0] for row in there} == {"mpa-2004-02-16"}
    assert len(rows("search", text="Maxim")) == len(rows("search", text="Maxim", limit="x")) == 20
    (most,) = {(row["matched"], row["words"]) for row in rows("search", text="forged zebra")}
    assert most == (1, 2)


def test_the_search_of_a_table_knows_spellings(get: Get) -> None:
    def found(text: str) -> list[str]:
        address = "moditrack/search_entry.json"
        rows = get(address, _search=text, _shape="array", _size="max").json()
        return [row["title"] for row in rows]

    assert "CO14 Clubs and Vice" in found("CO 14")
    assert found("co-ordinated") == found("coordinated") != []
    assert found('"') == []


def test_what_is_consistent_too(ask: Callable[..., Any], rows: Get) -> None:
    assert rows("check", all="1") == ask("check", "--all")


def test_the_figures_behind_the_comparison(ask: Callable[..., Any], rows: Get) -> None:
    found = rows("compare")
    assert [(row["reading"], row["colp"], row["national"], row["offences"]) for row in found] == [
        ("2023", 0.13, 0.24, 9), ("2019-2023", 0.13, 0.24, 41),
    ]  # fmt: skip
    for row, said in zip(found, ask("compare"), strict=True):
        assert row == {key: said[key] for key in row}
    assert "moditrack compare" in canned()["compare"]["description"]


def test_the_outcomes_of_2023(rows: Get) -> None:
    found = rows("outcomes", year="2023")
    assert [(row["code"], row["offences"]) for row in found] == [
        ("1", 0), ("14", 1), ("16", 0), ("18", 6), ("20", 2), (None, 0),
    ]  # fmt: skip
    assert found[-1]["outcome"] == "Resolved"
    assert {tuple(row["sources"]) for row in found} == {(f"{REPORT}#19.outcome",)}


def test_names_for_ids_and_facets(get: Get) -> None:
    page = get("moditrack/figure", measure="removals").text
    assert '<a href="/moditrack/measure/removals">Removals</a>&nbsp;<em>removals</em>' in page
    assert ">MPS response to organised immigration crime</a>&nbsp;<em>mpa-2003-10-09</em>" in page
    facets = get("moditrack/figure.json").json()["facet_results"]
    assert {"document", "status", "measure"} <= set(facets)
    labels = {r["value"]: r["label"] for r in facets["document"]["results"]}
    assert labels[REPORT] == "Modern Day Slavery and Human Trafficking update"
    assert "document" not in get("moditrack/victim.json").json()["facet_results"]  # all of one
    row = get("moditrack/agency/co14").text
    assert "Metropolitan Police Service</a>&nbsp;<em>mps</em>" in row


def test_a_citation_leads_to_what_it_holds(get: Get) -> None:
    citation = f"{REPORT}#19.outcome"
    page = get("moditrack/outcomes", year="2023").text
    link = f"/moditrack/citation?citation={REPORT}%2319.outcome"
    assert f'<a href="{link}">{citation}</a>' in page
    held = get("moditrack/citation", citation=citation).text
    assert "6: Offences with outcome 18 in 2023" in held


def test_a_citation_holds_what_the_command_says(rows: Get) -> None:
    held = rows("citation", citation="mpa-2004-02-16#notes.3.b5")
    assert [row["kind"] for row in held] == [
        "figure", "figure", "name", "responsibility", "check", "check", "check", "check", "numeral",
    ]  # fmt: skip
    assert {key: held[1][key] for key in ("holds", "id", "passage", "heading")} == {
        "holds": "53: Removals including Phase 1, as totalled in the press release",
        "id": "mpa-2004-02-16:removals-both-phases",
        "passage": "bullet",
        "heading": "Background",
    }
    assert held[2]["holds"] == "Total including Phase 1 (by reference)"
    assert held[4]["holds"] == (  # the most severe first
        "inconsistent: Removals including Phase 1: the figures give 52, 53 is printed"
    )


def test_a_citation_that_holds_nothing_is_still_a_passage(rows: Get) -> None:
    (row,) = rows("citation", citation="mpa-2003-05-08#A")
    assert (row["kind"], row["holds"], row["passage"]) == (None, None, "heading")


def test_the_source_of_one_id(rows: Get) -> None:
    (row,) = rows("sources", document=REPORT)
    assert (row["reference"], row["passages"]) == ("Pol 25-24", 65)
    assert [author["name"] for author in row["authors"]][1] == "Amanda Horsburgh"


def test_hits_lead_on(get: Get) -> None:
    page = get("moditrack/search", text="maxim").text
    assert '<a href="/moditrack/operation/maxim">moditrack operations maxim</a>' in page


def test_internal_tables_are_hidden(get: Get) -> None:
    tables = {t["name"]: t["hidden"] for t in get("moditrack.json").json()["tables"]}
    hidden = {name for name, is_hidden in tables.items() if is_hidden}
    assert {"meta", "dictionary", "search_name", "search_entry_fts_data"} <= hidden
    assert not {"figure", "measure", "search_entry", "passage_text"} & hidden


HOSTILE = "<script>alert('x')</script>"


def test_hostile_text_is_shown_as_text(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE agency SET name = ? WHERE agency = 'co14'", (HOSTILE,))
        connection.execute(
            "UPDATE document SET title = ?, url = 'javascript:alert(1)' WHERE document = ?",
            (HOSTILE, REPORT),
        )
        connection.execute("UPDATE commitment SET commitment = ?", (HOSTILE,))
    get = getting(str(copy))
    for path in (
        "", "moditrack", "moditrack/agency", "moditrack/figure",
        "moditrack/document", "moditrack/outcome", "moditrack/operations",
        "moditrack/agencies", "moditrack/commitments", "moditrack/sources",
        "moditrack/commitment_agency",
    ):  # fmt: skip
        page = get(path).text
        assert "<script>alert" not in page
        assert 'href="javascript' not in page
    assert "&lt;script&gt;alert" in get("moditrack/commitments").text


def test_nothing_can_be_written(copy: Path) -> None:
    before = copy.read_bytes()
    app = datasette(str(copy))
    for statement in ("DELETE FROM figure", "PRAGMA user_version = 9", "ATTACH 'x.db' AS x"):
        answer = asyncio.run(app.client.get("/moditrack.json?" + urlencode({"sql": statement})))
        assert answer.status_code == 400
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == ["copy.db"]


def test_a_query_that_does_not_end_is_stopped() -> None:
    app = datasette(None)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    answer = asyncio.run(app.client.get("/moditrack.json?" + urlencode({"sql": endless})))
    assert answer.status_code == 400
    assert "SQL query took too long" in answer.text


def test_a_file_with_any_name(tmp_path: Path) -> None:
    odd = tmp_path / "a b?c#d%25.db"
    shutil.copy(shipped_path(), odd)
    assert getting(str(odd))("moditrack/document.json").json()["filtered_table_rows_count"] == 4


def test_without_the_extra_one_sentence(refused, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == "datasette" else found(name),
    )
    message = refused("browse", code=1)
    assert message.startswith("This needs more than the base install: ")
    assert "[web]' and run it again." in message


@pytest.mark.parametrize("port", ["-1", "65536", "http", ""])
def test_a_bad_port(refused, port: str) -> None:
    assert "'--port'" in refused("browse", "--port", port)


def test_a_port_in_use(refused) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert refused("browse", "--no-open", "--port", str(port), code=1) == (
            f"Port {port} is in use: choose another with --port, or use --port 0 for a free one."
        )


def test_databases_that_cannot_be_shown(refused, tmp_path: Path, copy: Path) -> None:
    missing = tmp_path / "missing.db"
    assert "is not there" in refused("browse", "--db", missing, code=1)
    assert not missing.exists()
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection, connection:
        connection.execute("CREATE TABLE t (x)")
    assert "is not a moditrack database" in refused("browse", "--db", foreign, code=1)
    text = tmp_path / "text.db"
    text.write_text("no database at all, but long enough for one that has no header" * 20)
    assert "cannot be read as a database" in refused("browse", "--db", text, code=1)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 1")
    assert "an older schema" in refused("browse", "--db", copy, code=1)


def test_a_damaged_database(refused, copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[4096 * 20 : 4096 * 60] = b"\xff" * 4096 * 40
    copy.write_bytes(content)
    assert "is damaged" in refused("browse", "--db", copy, code=1)
    assert refused("browse", "--db", "") == "--db is empty: name a file."
