"""What a document says that a term means."""

from __future__ import annotations


def test_level_2_in_one_command(ask, run) -> None:
    (row,) = ask("define", "level", "2")
    # "Level 2: Cross Border issues": more than one OCU
    assert row["term"] == "Level 2"
    assert row["kind"] == "National Intelligence Model level"
    assert "more than one OCU" in row["definition"]
    assert row["sources"] == ["mpa-2003-05-08#B.13.b2"]
    assert row["definition"] in run("define", "Level 2").out
    assert "  define level 2 " in run("--help").out


def test_a_part_of_a_term_finds_all_that_have_it(ask) -> None:
    assert [row["term"] for row in ask("define", "LEVEL")] == ["Level 1", "Level 2", "Level 3"]


def test_all_of_them_by_document(ask, run) -> None:
    rows = ask("define")
    own = ask("define", "--document", "mpa-2003-05-08")
    assert own == [row for row in rows if row["document"] == "mpa-2003-05-08"]
    assert run("define").out.splitlines()[0] == f"Definitions: {len(rows)}"
    assert ask("define", "level 2", "--document", "colp-2024-02-22") == []


def test_a_term_that_no_document_defines(refused) -> None:
    assert "did you mean 'Level 2'?" in refused("define", "levl", "2")
    assert "'moditrack define' lists them" in refused("define", "xyzzy")
    assert "There is no term ''" in refused("define", "")


def test_levels_as_the_documents_write_them_and_words_of_a_meaning(ask, refused) -> None:
    # B.30: level-two; B.33.b8: level II; summary.p1 of 2024 spells MDSHT out
    assert ask("define", "level two") == ask("define", "level II") == ask("define", "level 2")
    assert [row["term"] for row in ask("define", "modern slavery")] == ["MDSHT"]
    refused("define", "level four")
