"""The records held against the four documents, and how one is recognised."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from moditrack.build.load import read_records
from moditrack.documents.document import read_bytes
from moditrack.documents.encodings import decode
from moditrack.documents.normalise import NORMALISER
from moditrack.documents.printed_values import bound_of, confirms, numbers
from moditrack.verify.compare_records import examine
from moditrack.verify.verify import recognise
from tests.harbour import ID, TEXT


def test_on_the_four_documents_everything_is_at_100_percent(documents: Path, ask) -> None:
    rows = ask("verify", documents)
    assert [row["status"] for row in rows] == ["confirmed"] * 4
    for row in rows:
        assert row["differences"] == []
        for total, confirmed in (
            ("passages", "passages_matching"),
            ("figures", "figures_confirmed"),
            ("dates", "dates_confirmed"),
            ("names", "names_confirmed"),
            ("numerals", "numerals_accounted"),
        ):
            assert row[total] == row[confirmed] > 0
    assert [row["passages"] for row in rows] == [113, 65, 32, 65]
    assert rows[3]["figures"] == 150
    assert {row["normaliser"] for row in read_records()["document"]} == {NORMALISER}


def test_the_93_cells_are_those_printed(documents: Path) -> None:
    recorded = {
        (row["table_name"], row["row"], row["column"]): row["printed"]
        for row in read_records()["figure"]
        if row["table_name"] is not None
    }
    printed = {}
    lines = decode((documents / "colp-2024-02-22.txt").read_bytes()).split("\n")
    for name in ("AGE", "ETHNICITY", "OUTCOME"):
        start = next(i for i, line in enumerate(lines) if line.startswith(f"{name}\t"))
        columns = lines[start].split("\t")[1:]
        for line in lines[start + 1 :]:
            if "\t" not in line:
                break
            label, *values = line.split("\t")
            for column, value in zip(columns, values, strict=True):
                if value:
                    printed[name.lower(), label, column] = value
    assert len(printed) == 93
    assert recorded == printed


def test_a_document_is_known_by_its_content(documents: Path) -> None:
    tables = read_records()
    text = (documents / "mpa-2004-02-16.txt").read_text("utf-8")
    assert recognise(read_bytes(text.encode()), tables) == "mpa-2004-02-16"
    assert recognise(read_bytes(text.replace("102", "103").encode()), tables) == "mpa-2004-02-16"
    moved = text.replace("16 February 2004", "17 February 2004")
    assert (
        recognise(read_bytes(moved.encode()), tables) == "mpa-2004-02-16"
    )  # by the passages it shares
    assert recognise(read_bytes(b"A letter of 16 February 2004"), tables) is None


def test_a_changed_date_of_the_document_is_a_difference(harbour, tmp_path: Path, run) -> None:
    (tmp_path / "changed.txt").write_text(TEXT.replace("1 March 2025", "2 March 2025"), "utf-8")
    result = run("verify", tmp_path, "--records", harbour / "records")
    assert result.code == 1
    assert "the date '1 March 2025' is not there" in result.out


def test_seed_stores_the_text_outside_the_content_digest(
    harbour: Path, tmp_path: Path, run, refused
) -> None:
    seed = ("seed", "--records", harbour / "records")
    texts = ("--documents", harbour / "texts")
    plain = run(*seed, "--db", tmp_path / "plain.db").out.splitlines()
    full = run(*seed, *texts, "--db", tmp_path / "full.db").out.splitlines()
    # Header, paragraph, "Key points:", 2 bullets, recommendation, 2 paragraphs, table, "None".
    assert ["passage_text", "10"] in [line.split() for line in full]
    assert [line for line in full if "digest" in line] == [
        line for line in plain if "digest" in line
    ]
    connection = sqlite3.connect(tmp_path / "full.db")
    found = connection.execute(
        "SELECT document, locator FROM passage_text WHERE rowid IN"
        " (SELECT rowid FROM passage_text_fts WHERE passage_text_fts MATCH 'arrests')"
        " ORDER BY document, locator"
    ).fetchall()
    assert found == [(ID, "summary.b2")]
    assert "needs --db" in refused("seed", "--documents", harbour / "texts")


def test_a_folder_without_documents(tmp_path: Path, refused) -> None:
    assert "name another" in refused("verify", tmp_path, code=1)
    assert "There is no folder" in refused("verify", tmp_path / "none", code=1)


@pytest.mark.parametrize(
    ("printed", "value"),
    [("£1 million pounds", 1_000_000), ("£700k", 700_000), ("£ 153,573", 153_573), ("-9", -9),
     ("+5", 5), ("1 in every 54", 54), ("68 workers for every one", 68), ("as young as eight", 8),
     ("no occurrences", 0), ("None", 0), ("n=9", 9), ("0.13%", 0.13), ("24-hour", 24),
     ("second", 2), ("weekly", 1), ("up to forty", 40), ("two hundred", 200), ("two million", 2e6),
     ("£1,100,000.00", 1_100_000), ("-50%", -50), ("£1.5bn", 1.5e9), ("three billion", 3e9),
     ("½", 0.5), ("forty-two", 42), ("level III", 3), ("levels VII", 7), ("thirteenth", 13)],
)  # fmt: skip
def test_what_is_printed_gives_its_value(printed: str, value: float) -> None:
    assert confirms(printed, value, None, None)
    assert not confirms(printed, value + 1, None, None)


def test_a_range_gives_low_and_high() -> None:
    assert confirms("65-70%", None, 65, 70)
    assert not confirms("65-70%", None, 65, 71)
    assert numbers("11-35") == (11, 35)
    assert numbers("nothing in it") == ()


@pytest.mark.parametrize(
    ("printed", "bound"),
    [("in excess of 300", "more-than"), ("Over18", "more-than"),
     ("under the age of 18", "less-than"),
     ("18 years or over", "at-least"), ("one or more", "at-least"), ("up to forty", "at-most"),
     ("fewer than 10", "less-than"), ("about 5", "about"), ("46", None), ("only four", None)],
)  # fmt: skip
def test_what_is_printed_gives_its_bound(printed: str, bound: str | None) -> None:
    assert bound_of(printed) == bound


def test_a_bound_that_is_not_the_printed_one_is_objected_to(harbour: Path) -> None:
    tables = read_records(harbour / "records")
    (row,) = [r for r in tables["figure"] if r["figure"] == f"{ID}:summary-b2-arrests"]
    row["printed"] = "more than 6"
    data = TEXT.replace("6 arrests", "more than 6 arrests").encode()
    found = [one.what for one in examine(read_bytes(data), ID, tables).differences]
    assert f"'more than 6' is more-than, not exact ({ID}:summary-b2-arrests)" in found
    row["bound"] = "more-than"
    assert not [
        one for one in examine(read_bytes(data), ID, tables).differences if "more-than" in one.what
    ]
