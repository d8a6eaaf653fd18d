"""The records held against the documents: passages, what is printed, and every numeral."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from moditrack.seeding.documents import NORMALISER, Passage, decode, normalise, parse
from moditrack.seeding.records import read_records

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "forty": 40, "second": 2, "weekly": 1, "none": 0, "never": 0, "no": 0,
    "not": 0,
}  # fmt: skip
NUMERAL = re.compile(
    r"\d[\d,]*(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
    r"|thirty|forty|fifty|hundred|thousand|million|half|double|twice|once|weekly|none|first|second"
    r"|third|fourth|fifth|single|both|dozen)\b",
    re.IGNORECASE,
)
DOCUMENTS = ("mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16", "colp-2024-02-22")


@pytest.fixture(scope="module")
def tables() -> dict[str, list[dict[str, Any]]]:
    return read_records()


def passages(documents: Path, document: str) -> dict[str, Passage]:
    text = decode((documents / f"{document}.txt").read_bytes())
    return {passage.locator: passage for passage in parse(text)}


def of(tables: dict[str, list[dict[str, Any]]], table: str, document: str) -> list[dict[str, Any]]:
    return [row for row in tables[table] if row["document"] == document]


def values_printed(printed: str) -> list[float]:
    """The numbers in what is printed, digits or words, with k and million applied."""
    text = printed.lower().replace(",", "").replace("n=", "")
    found = []
    for number, unit in re.findall(r"([+-]?\d+(?:\.\d+)?)(k| million)?", text):
        scale = {"k": 1000, " million": 1_000_000}.get(unit, 1)
        found.append(float(number) * scale)
    if not found:
        found = [WORDS[word] for word in re.findall(r"[a-z]+", text) if word in WORDS]
    return [float(value) for value in found]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_passages_and_their_digests_are_those_of_the_document(
    documents: Path, document: str, tables: dict[str, list[dict[str, Any]]]
) -> None:
    recorded = [
        (row["locator"], row["kind"], row["heading"] or "", row["digest"])
        for row in of(tables, "passage", document)
    ]
    found = [
        (p.locator, p.kind, p.heading, p.digest) for p in passages(documents, document).values()
    ]
    assert recorded == found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_document_is_the_one_verified_against(
    documents: Path, document: str, tables: dict[str, list[dict[str, Any]]]
) -> None:
    (row,) = of(tables, "document", document)
    data = (documents / f"{document}.txt").read_bytes()
    assert row["sha256"] == hashlib.sha256(data).hexdigest()
    assert row["normaliser"] == NORMALISER


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_printed_stands_in_the_passage_and_gives_the_value(
    documents: Path, document: str, tables: dict[str, list[dict[str, Any]]]
) -> None:
    text = passages(documents, document)
    for figure in of(tables, "figure", document):
        printed = normalise(figure["printed"])
        assert printed in text[figure["locator"]].text, figure["figure"]
        values = values_printed(printed)
        if figure["bound"] == "range":
            low, high = (abs(value) for value in values)
            assert (low, high) == (figure["low"], figure["high"]), figure["figure"]
        elif printed == "1 in every 54":
            assert figure["value"] == values[1]
        else:
            assert values[0] == figure["value"], figure["figure"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_names_dates_and_numerals_stand_where_they_are_cited(
    documents: Path, document: str, tables: dict[str, list[dict[str, Any]]]
) -> None:
    text = passages(documents, document)
    for table, column in (("name", "name"), ("event", "printed"), ("numeral", "printed")):
        for row in of(tables, table, document):
            if row[column] is not None:
                passage = text[row["locator"]]
                where = f"{passage.text} {passage.heading}".lower()
                assert normalise(row[column]).lower() in where, (table, row)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_numeral_of_the_document_is_accounted_for(
    documents: Path, document: str, tables: dict[str, list[dict[str, Any]]]
) -> None:
    assert unaccounted(passages(documents, document), document, tables) == []


def unaccounted(
    text: dict[str, Passage], document: str, tables: dict[str, list[dict[str, Any]]]
) -> list[str]:
    """Numerals that are no figure, date, name or listed numeral, with the words around them."""
    known: dict[str, list[str]] = defaultdict(list)
    for table, column in (("figure", "printed"), ("event", "printed"), ("name", "name"),
                          ("numeral", "printed")):  # fmt: skip
        for row in of(tables, table, document):
            if row[column] is not None and row.get("table_name") is None:
                known[row["locator"]].append(normalise(row[column]))
    codes = [
        normalise(row["name"])
        for row in of(tables, "name", document)
        if re.search(r"\d", row["name"])
    ]
    cells: dict[str, int] = defaultdict(int)
    for row in of(tables, "figure", document):
        cells[row["locator"]] += row["table_name"] is not None
    left = []
    headings: set[str] = set()
    for locator, passage in text.items():
        if cells[locator]:
            continue  # cells are compared one by one in test_table_cells_are_those_printed
        words = passage.text
        if passage.heading not in headings:
            headings.add(passage.heading)
            words += " " + passage.heading
        for printed in sorted(known[locator], key=len, reverse=True):
            words = words.replace(printed, " @ ", 1)
        for code in sorted(codes, key=len, reverse=True):
            words = words.replace(code, " @ ")
        left += [
            f"{locator}: {words[max(0, m.start() - 20) : m.end() + 20]}"
            for m in NUMERAL.finditer(words)
        ]
    return left


def test_a_numeral_that_nothing_accounts_for_is_found(
    documents: Path, tables: dict[str, list[dict[str, Any]]]
) -> None:
    document = "mpa-2004-02-16"
    without = {
        name: [row for row in rows if row.get("figure") != f"{document}:phase-2-charged"]
        for name, rows in tables.items()
    }
    (left,) = unaccounted(passages(documents, document), document, without)
    assert left.startswith("notes.3.b3: ")


def test_table_cells_are_those_printed(
    documents: Path, tables: dict[str, list[dict[str, Any]]]
) -> None:
    document = "colp-2024-02-22"
    recorded = {
        (row["table_name"], row["row"], row["column"]): row["printed"]
        for row in of(tables, "figure", document)
        if row["table_name"] is not None
    }
    printed = {}
    lines = decode((documents / f"{document}.txt").read_bytes()).split("\n")
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
