"""docs/adding-a-report.md, done as it is written: a web page and a PDF from draft to briefing."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from moditrack.cli import main
from moditrack.validation.records import RECORDS
from tests.guide_reports import PDF, WEB_PAGE, written
from tests.harbour import ID, REPORT, ROOT, complete, rows

GUIDE = (ROOT / "docs" / "adding-a-report.md").read_text("utf-8")
FIRST, _, SECOND = GUIDE.partition("## 7. A PDF\n")
BLOCKS = re.compile(r"```(sh|console)\n(.*?)```", re.DOTALL)
DECISION = re.compile(r"^\| `([\w.-]+)` \| (\d+) \| (.*?) \| (.*?) \|$", re.MULTILINE)
CELL = re.compile(r"(\w+): `([^`]+)`")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the guide, before its first step."""
    (tmp_path / "reports").mkdir()
    for report in (WEB_PAGE, PDF):
        shutil.copy(report, tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def follow(part: str, run: Any) -> None:
    """Run the commands of a part of the guide; what it shows of them is what they print."""
    for kind, block in BLOCKS.findall(part):
        lines = block.splitlines()
        if lines[0].startswith("cp -r"):
            shutil.copytree(RECORDS, "records")
            continue
        for line in lines if kind == "sh" else lines[:1]:
            words = shlex.split(line.removeprefix("$ "))
            assert words[0] == "moditrack", line
            result = run(*words[1:])
            failing = words[1] == "check"  # a finding is no failure, but --strict is another way
            assert (result.code, result.err) == (0, "") or failing, line
            if kind == "console":
                assert result.out == block.partition("\n")[2], line


def decide(part: str, folder: Path) -> int:
    """Write what the guide's table says; how many cells that are."""
    cells = 0
    for name, row, asks, answer in DECISION.findall(part):
        path = folder / name
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file))
        header, own = lines[0], lines[int(row) - 1]
        needs = header.index("needs_a_person")
        assert own[needs] == asks.replace("*nothing*", ""), (name, row)
        cells += bool(own[needs])
        for column, value in CELL.findall(answer):
            assert not re.search(r"\d", value), "nobody types a number"
            own[header.index(column)] = value
            cells += 1
        own[needs] = ""
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)
    return cells


def open_rows(folder: Path) -> int:
    return sum(
        bool(row.get("needs_a_person")) for path in folder.glob("*.csv") for row in rows(path)
    )


def test_the_guide_from_nothing_to_a_briefing(desk: Path, run: Any, ask: Any) -> None:
    before, _, after = FIRST.partition("## 3. Go through it")
    quay = desk / "records" / "quay-2025-06-02"
    follow(before, run)
    assert (quay / "review.html").is_file()
    (said,) = re.findall(r"```text\n(.*)\n```", GUIDE)
    assert said in run("verify", "reports", "--records", "records").out
    assert "unfinished" in run("verify", "reports", "--records", "records", "--final").err
    assert run("seed", "--records", "records", "--db", "early.db").code == 0
    assert open_rows(quay) == 1
    assert decide(FIRST, quay) == 4  # of 15 quantities
    assert open_rows(quay) == 0
    follow(after, run)
    assert "Trafficking on the river" in (desk / "quay.html").read_text("utf-8")

    draft, _, rest = SECOND.partition("\nRead `document.toml`")
    follow(draft, run)
    assert open_rows(desk / "records" / "estuary-2025-02-03") == 0  # of 14 quantities
    follow(rest, run)
    assert (desk / "both.html").is_file()

    found = ask("outcomes", "--agency", "EC", "--db", "mine.db")
    assert [(row["period"], row["offences"], row["year_total"]) for row in found][:2] == [
        ("Q1 2024/25", 2, 9), ("Q1 2024/25", 7, 9),
    ]  # fmt: skip
    (share,) = [row for row in ask("check", "--all", "--db", "mine.db")
                if row["check"].startswith("quay-") and row["kind"] == "share"]  # fmt: skip
    assert (share["verdict"], share["stated"], share["recomputed"]) == (
        "inconsistent",
        "26%",
        "24%",
    )
    figures = ask("figures", "--document", "estuary-2025-02-03", "--db", "mine.db")
    assert len(figures) == 14
    prose = [(row["printed"], row["measure"]) for row in figures if row["table"] is None]
    assert prose == [
        ("11", "arrests"), ("64", "victims"), ("64", "victims"), ("48", "victims"),
        ("75%", "share-of-victims"),
    ]  # fmt: skip
    assert ask("sources", "estuary-2025-02-03", "--db", "mine.db")["title"] == (
        "Trafficking at the estuary"
    )
    assert len(ask("outcomes", "--agency", "colp", "--db", "mine.db")) == 30


def test_every_step_of_the_guide_is_run() -> None:
    commands = re.findall(r"^\$? ?moditrack (\w+)", GUIDE, re.MULTILINE)
    assert {"draft", "verify", "seed", "outcomes", "check", "report"} <= set(commands)
    assert len(DECISION.findall(FIRST)) == 2
    assert len(DECISION.findall(SECOND)) == 0
    assert PDF.read_bytes() == written()


@pytest.fixture
def folder(records: Path, run) -> Path:
    result = run("draft", REPORT, "--id", ID, "-o", records)
    assert result.code == 0
    return records / ID


def test_the_draft(folder: Path) -> None:
    candidates = rows(folder / "figures.csv")
    found = {row["figure"]: row for row in candidates}
    open_ = {row["figure"]: row["needs_a_person"] for row in candidates if row["needs_a_person"]}
    assert open_ == {"1-list-items": "agency: hp or bb?"}
    columns = ("printed", "value", "measure", "period", "agency", "operation")
    assert [found["summary-b1-share-of-offences"][column] for column in columns] == [
        "20%", "20", "share-of-offences", "2024", "hp", ""
    ]  # fmt: skip
    assert [found["summary-b2-arrests"][column] for column in columns] == [
        "6", "6", "arrests", "", "", "gull"
    ]  # fmt: skip
    assert found["summary-b2-arrests"]["rests_on"].startswith("'arrests' follows the number")
    cells = [row for row in candidates if row["table"]]
    assert len(cells) == 9
    assert (cells[0]["row"], cells[0]["column"], cells[0]["cell"]) == ("1. Charged", "2023", "cell")
    assert {row["cell"] for row in cells[6:]} == {"column-total", "grand-total"}
    assert rows(folder / "outcome_labels.csv")[1]["code"] == "18"
    assert 'title = "Trafficking at the quays"' in (folder / "document.toml").read_text("utf-8")
    assert 'date = "2025-03-01"' in (folder / "document.toml").read_text("utf-8")


def test_a_draft_is_read_from_the_first_minute(records: Path, folder: Path, run, ask) -> None:
    database = records.parent / "mine.db"
    result = run("seed", "--records", records, "--db", database)
    assert (result.code, result.err) == (0, "")
    assert f"{ID}: 1 row unfinished (1 in figures.csv" in result.out
    assert ask("operations", "gull", "--db", database)["operation"] == "gull"
    found = ask("figures", "--document", ID, "--db", database)
    assert len(found) == 14


def test_a_draft_waits_for_a_new_publisher(records: Path, folder: Path, run) -> None:
    new = folder / "new-agencies.csv"
    new.write_text(new.read_text("utf-8").replace("printed,\n", "printed,new?\n", 1), "utf-8")
    result = run("seed", "--records", records, "--db", records.parent / "mine.db")
    assert (result.code, result.err) == (0, "")
    assert f"{ID}: 2 rows unfinished" in result.out
    assert "all of it waits for the publisher, force of document.toml" in result.out


def test_from_draft_to_verify_to_seed(records: Path, folder: Path, run, ask, tmp_path) -> None:
    complete(records)
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(REPORT, texts / "some-name.txt")
    result = run("verify", texts, "--records", records)
    assert (result.code, result.err) == (0, ""), result.out
    rows_ = {row["document"]: row for row in ask("verify", texts, "--records", records)}
    assert rows_[ID]["status"] == "confirmed"
    assert rows_["colp-2024-02-22"]["status"] == "absent"
    assert (rows_[ID]["figures"], rows_[ID]["figures_confirmed"]) == (15, 15)
    database = tmp_path / "mine.db"
    assert run("seed", "--records", records, "--documents", texts, "--db", database).code == 0
    found = ask("outcomes", "--agency", "HP", "--year", "2024", "--db", database)
    assert [(row["code"], row["offences"], row["year_total"]) for row in found] == [
        ("1", 3, 15),
        ("18", 12, 15),
    ]
    assert len(ask("outcomes", "--db", database)) == 34  # its own years beside the City's
    page = ask("operations", "gull", "--db", database)
    assert (page["lead"], page["partners"], page["start"]) == (
        "hp",
        ["bb"],
        "2024-06-03",
    )
    check = ask("check", "charged-share", "--db", database)
    assert (check["verdict"], check["recomputed"]) == ("consistent", "20%")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("15 offences", "16 offences", "'15' is not there"),
        ("1\t3\t4", "3\t1\t4", "the cell reads '3', not '1'"),
        ("3 June 2024", "3 July 2024", "the date '3 June 2024' is not there"),
        ("its two aims", "its three aims", "'three' is not accounted for"),
        ("- Operation Gull has led to 6 arrests.\n", "", "the document has no such passage"),
        ("were asked for an update.", "were asked for an update.\n\nOne more paragraph.",
         "the records have no such passage"),
        ("Border Bureau (BB)", "Border Office (BB)", "the name 'Border Bureau' is not there"),
        ("Key Data and Analysis", "Data", "has another heading"),
    ],
)  # fmt: skip
def test_a_changed_text_is_objected_to(
    records: Path, folder: Path, run, tmp_path: Path, old: str, new: str, named: str
) -> None:
    complete(records)
    texts = tmp_path / "texts"
    texts.mkdir()
    text = REPORT.read_text("utf-8")
    assert old in text
    (texts / "report.txt").write_text(text.replace(old, new), "utf-8")
    result = run("verify", texts, "--records", records)
    assert result.code == 1
    assert named in result.out


def test_bad_input(folder: Path, refused, tmp_path: Path) -> None:
    assert "already exists" in refused("draft", REPORT, "--id", ID, "-o", folder.parent, code=1)
    unread = folder / "document.toml"  # said before the report is read
    assert "already exists" in refused("draft", unread, "--id", ID, "-o", folder.parent, code=1)
    assert "is not an id" in refused("draft", REPORT, "--id", "Harbour 2025")
    assert "cannot be read" in refused("draft", tmp_path / "none.txt", "--id", "x-2025", code=1)
    (tmp_path / "date.txt").write_text("Harbour\n\n31 February 2030\n\nText of 3 boats.\n")
    assert main(["draft", str(tmp_path / "date.txt"), "--id", "y-2030", "-o", str(tmp_path)]) == 0
    assert 'date = ""' in (tmp_path / "y-2030" / "document.toml").read_text("utf-8")
    (tmp_path / "empty.txt").write_text("")
    assert "contains no text" in refused("draft", tmp_path / "empty.txt", "--id", "x-2025", code=1)
