"""moditrack search: everything in the dataset, best first, and no query that SQLite chokes on."""

from __future__ import annotations

import pytest

from moditrack.queries.search import fts_query


@pytest.mark.parametrize(
    ("text", "kind", "command"),
    [
        ("Maxim", "operation", "operations maxim"),
        ("Clubs and Vice Squad", "agency", "agencies co14"),
        ("brothel visited", "figure", "figures mpa-2003-10-09:kontiki-brothels-visited"),
        ("removals including phase 1", "check", "check mpa-2004-02-16:removals-both-phases"),
        ("disruption minor", "definition", "sources colp-2024-02-22#20.assessment-category"),
        ("fourth* OR memorandum", "operation", None),
        ("seat TOEX", "commitment", "sources colp-2024-02-22#16"),
        ("Appendix 1 projected", "reference", "sources mpa-2003-10-09#appendix-3.b5"),
    ],
)
def test_hits(ask, text: str, kind: str, command: str | None) -> None:
    hits = ask("search", text)
    if command is None:
        assert hits == []  # OR is a word like any other, and all have to be there
    else:
        assert (kind, command) in [(hit["kind"], hit["command"]) for hit in hits]


def test_stemming_prefixes_and_phrases(ask) -> None:
    assert ask("search", "arrested") == ask("search", "arrest")
    assert len(ask("search", "traffick*", "--limit", "500")) > 20
    phrase = ask("search", '"organised crime group"')
    assert phrase
    assert len(phrase) <= len(ask("search", "organised crime group", "--limit", "500"))


def test_a_hit_has_a_snippet_a_citation_and_more(ask, run) -> None:
    hit = next(h for h in ask("search", "computers seized") if h["kind"] == "figure")
    assert hit["snippet"] == "19: [Computers] [seized] in Phase 2"
    assert hit["sources"] == ["mpa-2004-02-16#notes.3.b11"]
    more = run(*hit["command"].split())
    assert more.code == 0
    assert "19" in more.out


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "(",
        "AND",
        "NEAR(a b)",
        "a:b",
        "col:x*",
        "-x",
        "^x",
        "'",
        'a"b',
        "*",
        "é*",
        "%",
        "x" * 5000,
    ],
)
def test_no_query_is_an_error_of_sqlite(run, text: str) -> None:
    result = run("search", "--json", "--", text)
    assert result.code in (0, 2)
    assert "Traceback" not in result.err
    assert "fts5" not in result.err


def test_no_word_is_bad_input(refused) -> None:
    assert "write one or more" in refused("search", "***")
    refused("search", "maxim", "--limit", "0")


def test_words_are_quoted() -> None:
    assert fts_query('forged* "two words" NOT x') == '"forged"* AND "two words" AND "NOT" AND "x"'


def test_the_documents_are_searched_where_they_are_stored(documents, run, ask, tmp_path) -> None:
    database = tmp_path / "full.db"
    assert run("seed", "--documents", documents, "--db", database).code == 0
    hits = ask("search", "snakehead", "--db", database)
    assert [(hit["kind"], hit["citation"]) for hit in hits] == [("passage", "mpa-2003-05-08#B.8")]
    assert ask("search", "snakehead") == []


def test_hits_of_one_kind_and_document(ask, run) -> None:
    assert {row["kind"] for row in ask("search", "passports", "--kind", "figure")} <= {"figure"}
    rows = ask("search", "police", "--document", "colp-2024-02-22", "--limit", "500")
    assert rows
    assert all(row["citation"].startswith("colp-2024-02-22#") for row in rows)
    assert "All words have to be there" in run("search", "girls", "children", "juvenile").out


def test_every_hit_is_cited(ask) -> None:
    for text in ("maxim", "CO14", "removals"):
        assert all(row["citation"] for row in ask("search", text, "--limit", "100"))
