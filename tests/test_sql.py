"""moditrack sql: reads, and nothing else."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from moditrack.db.connection import open_database
from moditrack.questions.dictionary import schema
from tests.conftest import ROOT

DATABASE = ROOT / "data" / "moditrack.db"


def test_a_question_with_a_parameter(ask) -> None:
    query = "select year, offences from outcome where code = :code order by year"
    rows = ask("sql", query, "-p", "code", "18")
    assert [(row["year"], row["offences"]) for row in rows] == [
        (2019, 14), (2020, 1), (2021, 1), (2022, 3), (2023, 6)
    ]  # fmt: skip


def test_all_ways_out(run) -> None:
    out = run("sql", "select printed, value from figure where measure = 'cash-seized'", "--csv").out
    assert out == 'printed,value\n"£ 153,573",153573\n'
    assert ask_columns(run, "select 1 as a, 2 as a") == ["a", "a_2"]


def ask_columns(run, query: str) -> list[str]:
    return list(run("sql", query, "--json").json[0])


@pytest.mark.parametrize(
    "query",
    [
        "delete from figure", "update figure set value = 1", "insert into meta values ('a', 'b')",
        "drop table figure", "create table x (y)", "create temp table x (y)", "vacuum",
        "vacuum into '/tmp/moditrack-copy.db'", "attach '/tmp/moditrack-x.db' as x",
        "pragma writable_schema = 1", "pragma user_version = 5", "pragma journal_mode = wal",
        "select load_extension('x')", "begin", "reindex", "analyze", "detach main",
        "select 1; delete from figure", "explain delete from figure", "pragma table_info(figure)",
        "", "select", "not sql at all", "select * from nowhere", "select nothing from figure",
        "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n",
        "select writefile('/tmp/moditrack-y', 'x')", "select :missing", "\x00",
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_one_sentence(refused, query: str) -> None:
    before = hashlib.sha256(DATABASE.read_bytes()).hexdigest()
    refused("sql", query, "--seconds", "0.5")
    assert hashlib.sha256(DATABASE.read_bytes()).hexdigest() == before
    for name in ("moditrack-copy.db", "moditrack-x.db", "moditrack-y"):
        assert not Path("/tmp", name).exists()


def test_what_has_no_end_is_stopped(refused) -> None:
    counting = "with recursive n(i) as (select 1 union all select i + 1 from n)"
    assert "took longer than 0.2 seconds" in refused(
        "sql", f"{counting} select count(*) from n", "--seconds", "0.2"
    )
    assert "more than 100000 rows: add a LIMIT" in refused("sql", f"{counting} select i from n")


def test_errors_name_the_nearest(refused) -> None:
    assert "did you mean 'figure'" in refused("sql", "select * from figre")
    assert "did you mean 'printed'" in refused("sql", "select printd from figure")


def test_the_data_dictionary(ask, run) -> None:
    rows = {(row["table"], row["column"]): row for row in ask("sql", "--schema")}
    assert rows["figure", "agency"]["joins"] == "agency.agency"
    assert rows["measure", "unit"]["meaning"].endswith("GBP means pounds")
    assert rows["outcome", None]["type"] == "view"
    assert {row["table"] for row in ask("sql", "--schema", "event")} == {"event"}
    assert "did you mean" in run("sql", "--schema", "figur").err


def test_the_dictionary_has_every_table_and_column() -> None:
    connection = open_database(DATABASE)
    described = schema(open_database(DATABASE)).rows
    assert len(described) > 250
    listed = {(row["table"], row["column"]) for row in described}
    found = set()
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%fts%'"
    ).fetchall():
        for column in connection.execute(f"PRAGMA table_xinfo({table})"):
            found.add((table, column["name"]))
    assert {key for key in listed if key[1]} == found
    assert all(row["meaning"] and row["type"] for row in described)


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("select unit, operation_name from figures where printed = '£ 153,573'",
         {"unit": "GBP", "operation_name": "Operation Maxim, Phase 2"}),
        ("select lead_name from operations where operation = 'sun'",
         {"lead_name": "CoLP"}),
        ("select name from responsibilities where operation = 'aidant'"
         " and agency = 'nca'", {"name": "National Crime Agency"}),
        ("select operation from timeline where date = '2003-03-10'"
         " and operation_name = 'Pilot project for victims of trafficking'",
         {"operation": "victims-pilot"}),
        ("select made_in from commitments where state = 'reported-met'",
         {"made_in": "mpa-2003-05-08"}),
        ("select json_array_length(sources) as passages from checks"
         " where \"check\" like '%removals-both-phases'", {"passages": 2}),
        ("select count(*) as n from figures", {"n": 236}),
    ],
)  # fmt: skip
def test_a_view_saves_the_joins(ask, query: str, answer: dict[str, object]) -> None:
    row = ask("sql", query)[0]
    assert {key: row[key] for key in answer} == answer


def test_the_dictionary_says_of_a_view_what_its_question_says(ask) -> None:
    rows = {row["column"]: row for row in ask("sql", "--schema", "documents")}
    assert (rows["authors"]["type"], rows["authors"]["meaning"]) == (
        "TEXT", "who wrote, submitted or is quoted in it, as a JSON list of objects",
    )  # fmt: skip
    assert (rows["passages"]["type"], rows["passages"]["meaning"]) == (
        "INTEGER", "how many passages it has",
    )  # fmt: skip
    assert rows["position"]["meaning"] == "order of documents"


def test_the_dictionary_says_how_tables_join(ask) -> None:
    joins = {(r["table"], r["column"]): r["joins"] for r in ask("sql", "--schema")}
    assert joins["event", "locator"] == "passage.locator"
    assert joins["figure", "document"] == "passage.document, outcome_label.document"
    assert joins["operation", "parent"] == "operation.operation"
    assert joins["figure", "printed"] is None


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select zeroblob(300000000)", "A value is longer than 1000000 characters"),
        ("with recursive n(i) as (select 1 union all select i + 1 from n)"
         " select zeroblob(900000) from n", "more than 200 MB: add a LIMIT"),
        ("select fgure.printed from figure", "no table 'fgure': did you mean 'figure'"),
        ("select f.printd from figure as f", "no column 'printd': did you mean 'printed'"),
        ("select label from figure", "no column 'label' in figure: see outcome_label"),
    ],
)  # fmt: skip
def test_what_is_too_much_or_misspelt(refused, query: str, said: str) -> None:
    assert said in refused("sql", query)


def test_no_time_is_no_limit(refused) -> None:
    assert "--seconds" in refused("sql", "select 1", "--seconds", "nan")


def test_parameters_bind_as_they_are_written(ask) -> None:
    query = "select typeof(:a) as a, typeof(:b) as b, typeof(:c) as c"
    parameters = ["-p", "a", "7", "-p", "b", "007", "-p", "c", "0.5"]
    assert ask("sql", query, *parameters) == [{"a": "integer", "b": "text", "c": "real"}]


def test_full_text_and_json_can_be_asked(ask) -> None:
    query = (
        "select title from search_entry where entry in"
        " (select rowid from search_entry_fts where search_entry_fts match 'passports') limit 1"
    )
    assert len(ask("sql", query)) == 1
    assert ask("sql", "select value from json_each('[1, 2]')") == [{"value": 1}, {"value": 2}]


def test_json_has_no_infinity(ask) -> None:
    assert ask("sql", "select 9e999 as x, -9e999 as y") == [{"x": None, "y": None}]


def test_a_parameter_is_explained(refused) -> None:
    assert refused("sql", "select :a") == "There is no value for :a: give one with -p a VALUE."
    said = "A value has a name: write :a instead of ?, and give it with -p a VALUE."
    assert refused("sql", "select ?") == said
    assert refused("sql", "select :a", "-p", "a=1").startswith(
        "-p takes a name and a value: write -p NAME VALUE"
    )
    assert refused("sql", "-").startswith(
        "A query is not read from standard input: write it in quotes"
    )


def test_what_takes_long_to_wrap_is_refused_on_a_terminal(terminal, run) -> None:
    query = (
        "with recursive c(x) as (select 1 union all select x + 1 from c limit {})"
        " select replace(hex(zeroblob(50000)), '0', 'ab ') as v from c"
    )
    shown = terminal(80, "sql", query.format(7)).out
    assert (
        "2100000 characters are too many for a terminal: ask for less, or use --output FILE."
        in (" ".join(shown.split()))
    )
    assert "too many" not in terminal(80, "sql", query.format(1)).out
    assert len(run("sql", query.format(7)).out) > 2_100_000


def test_the_columns_of_a_query_have_headings(run) -> None:
    lines = run("sql", "SELECT printed, low FROM figure WHERE figure LIKE '%:apf-bids'").out
    assert lines.splitlines()[1].split() == ["printed", "low"]


def test_rows_are_counted(run) -> None:
    assert run("sql", "select 1 as n union select 2").out.startswith("SQL: 2 rows\n")
