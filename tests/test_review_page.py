"""The review page of a draft: the text of a report with every proposed row, as HTML."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.passages import Passage
from moditrack.draft.draft import write
from moditrack.draft.proposal import Draft
from moditrack.draft.propose import propose
from moditrack.draft.review import page
from moditrack.draft.rows_to_mark import RowsMark
from moditrack.draft.shared_lists import shared_lists
from moditrack.marked.text import passages
from moditrack.validation.records import RECORDS
from tests.test_audit_page import marks

ID = "quay-2025-06-02"
REPORT = """<!DOCTYPE html><html><head><title>Trafficking on the river</title></head><body>
<nav><a href="/">Home</a></nav>
<h1>Trafficking on the river &lt;b&gt;</h1>
<p>Quay Police (QP), 2 June 2025.</p>
<h2>Arrests since 2023</h2>
<p>Officers made 14 arrests in 2024. On 9 May 2024 they arrested 7 people with gulls &amp; crew.
Quay Police and the Border Bureau (BB) made 12 visits, which found nothing.</p>
<h3>By outcome</h3>
<table><tr><th>Outcome type</th><th>2023</th><th>2024</th></tr>
<tr><td>Charged</td><td>2</td><td>5</td></tr>
<tr><td>No suspect</td><td>9</td><td>6</td></tr>
<tr><td>Total</td><td>11</td><td>11</td></tr></table>
</body></html>"""


@pytest.fixture
def drafted(run: Any, tmp_path: Path) -> Path:
    source = tmp_path / "river.html"
    source.write_text(REPORT)
    result = run("draft", source, "--id", ID, "-o", tmp_path / "records", "--review")
    assert (result.code, result.err) == (0, "")
    assert f"To go through it: {tmp_path}/records/{ID}/review.html" in result.out
    return tmp_path / "records" / ID


@pytest.fixture
def written(drafted: Path) -> str:
    return (drafted / "review.html").read_text("utf-8")


def rows(drafted: Path, name: str) -> dict[int, dict[str, str]]:
    """The rows of a file by the number of their line."""
    with (drafted / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return dict((reader.line_num, row) for row in reader)  # noqa: C402


def needed(written: str) -> str:
    return written.partition('<nav aria-label="What needs you">')[2].partition("</nav>")[0]


def test_every_proposal_is_marked_where_it_is_printed(written: str) -> None:
    found = {text: kind for kind, text in marks(written)}
    assert found["14"] == "sure"
    assert found["9 May 2024"] == "sure"  # an event in other words: a unit opened by the force
    assert found["12"] == "needs"  # of which of the two?
    assert [text for _, text in marks(written)][-6:] == ["2", "5", "9", "6", "11", "11"]
    assert "<h3>Arrests <mark" in written  # a year in a heading
    assert found["since 2023"] == "sure"  # the period of a part, no event


def test_what_needs_a_person_comes_first_with_the_row_to_change(
    drafted: Path, written: str
) -> None:
    assert written.index('aria-label="What needs you"') < written.index('<main id="text">')
    for name in ("new-measures.csv", "figures.csv"):
        open_ = {n: row for n, row in rows(drafted, name).items() if row["needs_a_person"]}
        assert open_, name
        part = needed(written).partition(f"<h3>{name}: ")[2].partition("<h3>")[0]
        assert part.startswith(f"{len(open_)} row"), name
        for number, row in open_.items():
            assert f"row {number}: {row['needs_a_person'].replace(chr(39), '&#x27;')}" in part
    assert needed(written).index("new-measures.csv") < needed(written).index("figures.csv")


def test_each_row_is_below_its_passage_with_what_it_rests_on(drafted: Path, written: str) -> None:
    (number,) = [n for n, row in rows(drafted, "figures.csv").items() if row["printed"] == "14"]
    below = written.partition("found nothing")[2].partition("</details>")[0]
    assert f"<code>figures.csv, row {number}</code>" in below
    assert '<span class="place">measure</span> arrests' in below
    assert "rests on: &#x27;arrests&#x27; follows the number" in below
    assert below.count("<details open>") == 1
    assert "<strong>waits for people-arrested</strong>" in below


def test_a_mark_and_its_rows_lead_to_each_other(written: str) -> None:
    places = re.findall(r' id="([cs]\d+)"', written)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([cs]\d+)"', written)) <= set(places)


def test_the_counts_are_those_of_the_records(drafted: Path, written: str) -> None:
    every = [
        row
        for path in drafted.glob("*.csv")
        if path.name != "passages.csv"
        for row in rows(drafted, path.name).values()
    ]
    needs = sum(bool(row["needs_a_person"]) for row in every)
    verb = "needs" if needs == 1 else "need"
    assert (
        f"<strong>{len(every) - needs} of {len(every)} rows are sure, {needs} {verb} you."
        in written
    )
    assert "Every number and month of the text has a row." in written
    assert "Not yet accounted for" not in written


def test_a_number_without_a_row_is_listed_and_marked(tmp_path: Path) -> None:
    found = propose(read_bytes(REPORT.encode(), "river.html"), shared_lists(RECORDS, RECORDS))
    left_out = ("14", "9 May 2024", "in 2024")
    kept = [one for one in found.proposals if one.row.get("printed") not in left_out]
    draft = Draft(found.document, found.toml, found.missing, kept)
    write(draft, tmp_path / ID)
    text = page(draft, tmp_path / ID, ID)
    listed = text.partition('<nav aria-label="Not accounted for">')[2].partition("</nav>")[0]
    assert re.findall(r">([^<]+)</a>", listed) == ["14", "2024", "9", "May", "2024"]
    assert ("missing", "14") in marks(text)
    assert "; 5 numbers not accounted for." in text


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (0, 11, ["<mark>July 2020</mark>", "1 main point"]),
        (10, 13, ["July 2020", "<mark>1</mark> main point"]),
        (12, 24, ["July 2020", "<mark>1 main point</mark>"]),
    ],
)
def test_a_mark_may_take_in_what_separates_two_headings(
    start: int, end: int, shown: list[str]
) -> None:
    passage = Passage("1", "paragraph", "July 2020 / 1 main point", "Text.")
    spot = RowsMark(passage, start, end, heading=True, number=1)
    found = "".join(passages([passage], {id(passage): [spot]}, lambda *_: iter(())))
    plain = re.sub(r"<(?!/?(?:mark|h\d))[^>]*>| \(not accounted for\)| class.*?(?=>)", "", found)
    assert re.findall(r"<h\d>(.*?)</h\d>", plain) == shown


def test_text_is_no_markup_and_nothing_is_loaded(written: str) -> None:
    assert "Trafficking on the river" in written
    assert "gulls &amp; crew" in written
    assert "<b>" not in written
    assert not re.search(r"<script|src=|url\(|https?:", written)


def test_without_review_there_is_no_page(run: Any, tmp_path: Path) -> None:
    source = tmp_path / "river.html"
    source.write_text(REPORT)
    assert run("draft", source, "--id", ID, "-o", tmp_path).code == 0
    assert not (tmp_path / ID / "review.html").exists()


def test_the_page_does_not_disturb_the_records(run: Any, drafted: Path, tmp_path: Path) -> None:
    from tests.test_adding_a_report import shutil

    records = tmp_path / "all"
    shutil.copytree(RECORDS, records)
    shutil.copytree(drafted, records / ID)
    assert run("seed", "--records", records, "--db", tmp_path / "x.db").code == 0
