"""moditrack verify on records in the making: what is confirmed, and what needs a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.harbour import ID, needs, one_report, rows, save
from tests.test_seed import change


@pytest.fixture
def records(harbour: Path, tmp_path: Path) -> Path:
    return one_report(harbour, tmp_path / "records")


@pytest.fixture
def verified(harbour: Path, records: Path, run: Any) -> Any:
    return lambda *args: run("verify", harbour / "texts", "--records", records, *args)


def test_what_is_confirmed_and_what_needs_a_person(records: Path, verified) -> None:
    figures = records / ID / "figures.csv"
    open_ = {"rests_on": "'arrests' follows", "measure": "", "value": "six"}
    needs(figures, "summary-b2-arrests", "measure: arrests or charges?", **open_)
    needs(figures, "summary-b1-share-of-offences", "measure")
    needs(records / ID / "events.csv", "1", "reword the description")
    change(records / ID / "document.toml", "title =", "unfinished = true\ntitle =")
    result = verified()
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[1] == (
        f"{ID}: 13 of 15 figures confirmed, 2 need you; also to decide: 1 in events.csv,"
        " document.toml; 1 row waits for these."
    )
    (line,) = [line for line in lines if line.startswith(f"{ID} ")]
    # 13 of 15 figures, 2 of 3 dates; of the numbers, 20, 6, 3, June and 2024 are not final yet.
    assert line.split()[1:5] == ["unfinished", "10/10", "13/15", "2/3"]
    assert "Differences" not in lines
    start = lines.index("Not accounted for yet, in the order of the text")
    assert [" ".join(line.split()) for line in lines[start + 3 :]] == [
        f"read it through document.toml {ID}",
        f"'20%': measure figures.csv, row 3 {ID}#summary.b1",
        f"'6': measure: arrests or charges? 'arrests' follows figures.csv, row 4 {ID}#summary.b2",
        f"'3 June 2024': reword the description events.csv, row 4 {ID}#1",
    ]
    (own,) = verified("--json").json
    assert (own["status"], own["differences"]) == ("unfinished", [])
    assert own["numerals"] - own["numerals_accounted"] == 5
    assert own["unfinished"][0] == {
        "citation": f"{ID}#summary.b1", "file": "figures.csv", "row": 3, "needs": "measure",
        "waits_for": None, "printed": "20%", "rests_on": None,
    }  # fmt: skip
    waiting = [row for row in own["unfinished"] if row["needs"] is None]
    assert [(row["file"], row["waits_for"]) for row in waiting] == [
        ("claims.csv", "summary-b1-share-of-offences")
    ]


def test_final_refuses_what_is_unfinished(records: Path, verified) -> None:
    assert verified("--final").code == 0
    needs(records / ID / "events.csv", "1", "reword the description")
    result = verified("--final")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"Error: The records are unfinished in one place, the first is {ID}/events.csv, row 4"
        " (reword the description): complete the row and empty its needs_a_person, or write none"
        " there.\n"
    )


def test_final_speaks_of_the_line_unfinished_only_where_it_is_there(
    records: Path, verified
) -> None:
    path = records / ID / "document.toml"
    text = path.read_text()
    path.write_text(f"unfinished = true\n{text}")
    assert verified("--final").err == (
        f"Error: The records are unfinished in one place, the first is {ID}/document.toml"
        " (read it through): then delete its line unfinished.\n"
    )
    path.write_text(text)
    assert verified("--final").code == 0


def test_a_number_without_a_row_is_listed_and_differs(records: Path, verified) -> None:
    path = records / ID / "figures.csv"
    save(path, [row for row in rows(path) if row["figure"] != "2-duration-years"])
    needs(path, "summary-b2-arrests", "measure")
    result = verified()
    assert result.code == 1
    start = result.out.splitlines().index("Not accounted for yet, in the order of the text")
    listed = result.out.splitlines()[start + 3 :]
    assert listed[0].startswith("'6': measure ")
    assert listed[1].startswith("'two' is not accounted for: … The outcomes of two years stand")
    (own,) = verified("--json").json
    assert own["status"] == "differs"


def test_an_unfinished_figure_keeps_its_place(harbour: Path, records: Path, tmp_path, run) -> None:
    """Of two figures that print the same, the finished one is held against its own."""
    text = (harbour / "texts" / "page.txt").read_text("utf-8")
    (tmp_path / "page.txt").write_text(
        text.replace("led to 6 arrests", "led to 15 men in more than 15 arrests"), "utf-8"
    )
    path = records / ID / "figures.csv"
    found = rows(path)
    (own,) = (row for row in found if row["figure"] == "summary-b2-arrests")
    own |= {"printed": "15", "value": "15"}
    second = own | {"figure": "second", "bound": "more-than",
                    "low": "15"}  # fmt: skip
    place = found.index(own)
    found[place : place + 1] = [own, second]
    save(path, found)
    needs(path, "summary-b2-arrests", "measure")
    (json,) = run("verify", tmp_path, "--records", records, "--json").json
    assert [x["what"] for x in json["differences"] if x["file"] != "passages.csv"] == []


def test_names_and_table_cells_in_the_making(records: Path, verified) -> None:
    needs(records / ID / "names.csv", "summary.b2", "operation: gull?")
    path = records / ID / "figures.csv"
    save(path, [row | {"needs_a_person": "measure" * bool(row["table"])} for row in rows(path)])
    change(records / ID / "numerals.csv", "header,HP 07-25,Reference of the report\n", "")
    with (records / ID / "names.csv").open("a", encoding="utf-8") as file:
        file.write("header,,hp,HP 07-25,name,,is it a name?\n")
    (own,) = verified("--json").json
    assert own["differences"] == []
    assert (own["status"], own["figures"], own["figures_confirmed"]) == ("unfinished", 15, 6)


def test_a_document_without_its_publisher_is_compared(records: Path, verified) -> None:
    toml = records / ID / "document.toml"
    for key in ("publisher", "force"):
        change(toml, f'{key} = "hp"', f'{key} = ""')
    change(toml, 'date = "2025-03-01"', 'date = ""')
    change(toml, "title =", "unfinished = true\ntitle =")
    (own,) = verified("--json").json
    assert (own["status"], own["differences"]) == ("unfinished", [])
    assert [row["needs"] for row in own["unfinished"]] == ["publisher, force, date"]
    change(toml, 'title = "Trafficking at the quays"', 'title = ""')
    change(toml, 'kind = "report"', 'kind = ""')
    (own,) = verified("--json").json
    assert own["status"] == "unfinished"
