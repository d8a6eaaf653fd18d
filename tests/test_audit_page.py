"""The marked page: the text of a document, its numbers marked, as HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moditrack.audit.audit import Audit, audit
from moditrack.audit.marked_document.marked_page import page
from moditrack.documents.passages import Passage

REPORT = """<!DOCTYPE html><html><head><title>Harbour report</title></head><body>
<nav><a href="/">Home 2019</a></nav>
<h1>Harbour report &lt;b&gt;</h1>
<h2>Results</h2>
<p>Of 41 offences, 31 (70%) were closed.</p>
<p>Of 50 visits, 25 (50%) were in May. Trust stood at 55%.</p>
<h3>By area</h3>
<table><caption>Table 1: Cases by area</caption>
<tr><th rowspan="2">Area</th><th colspan="2">Cases</th></tr>
<tr><th>2018</th><th>2019</th></tr>
<tr><td>North</td><td>12</td><td>14</td></tr>
<tr><td>South</td><td>31</td><td>20</td></tr>
<tr><td>Total</td><td>43</td><td>35</td></tr>
</table></body></html>"""
"""31 of 41 is 75.6%; 25 of 50 is 50%; 12 and 31 make 43; 14 and 20 make 34, not 35."""


@pytest.fixture
def written(run, tmp_path: Path) -> str:
    source = tmp_path / "harbour.html"
    source.write_text(REPORT)
    result = run("audit", source, "-o", tmp_path / "marked.html")
    assert (result.code, result.out, result.err) == (0, "", "")
    return (tmp_path / "marked.html").read_text()


def marks(written: str) -> list[tuple[str, str]]:
    """The marked numbers of the text: how, and what."""
    body = written.partition("<main")[2]
    return re.findall(r'<mark class="(\w+)" id="c\d+"><a href="#s\d+">([^<]*)<span', body)


def test_each_number_is_marked_where_it_is_printed(written) -> None:
    assert marks(written) == [
        ("misfit", "70%"), ("fits", "50%"), ("open", "55%"), ("fits", "43"), ("misfit", "35"),
    ]  # fmt: skip


def test_a_mark_and_its_arithmetic_lead_to_each_other(written) -> None:
    places = re.findall(r' id="([cs]\d+)"', written)
    assert len(places) == len(set(places)) == 10
    assert set(re.findall(r'href="#([cs]\d+)"', written)) == set(places)
    assert "70%</a> does not fit: the figures give 76%, 70% is printed." in written
    assert "35</a> does not fit: the figures give 34, 35 is printed." in written


def test_a_table_keeps_its_headings_and_spans(written) -> None:
    table = written.partition("<table>")[2].partition("</table>")[0]
    assert '<th scope="col" rowspan="2">Area</th>' in table
    assert '<th scope="colgroup" colspan="2">Cases</th>' in table
    assert '<th scope="row">South</th><td>31</td><td>20</td>' in table
    assert "Table 1: Cases by area</caption>" in table
    assert table.count("<tr>") == 5


def test_headings_are_printed_once_at_their_depth(written) -> None:
    found = re.findall(r"<h([1-6])>([^<]*)</h\1>", written)
    assert found == [
        ("1", "Audit of harbour.html"), ("2", "Does not fit"), ("2", "Text of the document"),
        ("3", "Results"), ("4", "By area"), ("2", "What was not read"),
    ]  # fmt: skip


def test_what_was_not_read_is_listed_at_the_end(written) -> None:
    assert "Home 2019" in written.partition('id="not-read"')[2]
    assert '<a href="#not-read">' in written.partition("<main")[0]


def test_text_is_no_markup(written) -> None:
    assert "Harbour report &lt;b&gt;" in written
    assert "<b>" not in written
    assert not re.search(r"<script|src=|url\(|https?:", written)


def test_two_claims_on_one_number_share_its_mark() -> None:
    """Both arithmetics are listed, and the mark looks as the worse of them does."""
    found = audit([Passage("1", "paragraph", "", "Of 41 offences, 31 (70%) were closed.")])
    claim, result = found.claims[0]
    good = type(result)("consistent", "70%", "the figures give 70%")
    text = page("x", Audit(found.passages, [(claim, good), (claim, result)]))
    assert marks(text) == [("misfit", "70%")]
    assert "fits: the figures give 70%. From" in text
    assert "does not fit: the figures give 76%" in text


def test_open_shows_the_file_in_the_browser(run, tmp_path: Path, monkeypatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    source, target = tmp_path / "harbour.html", tmp_path / "marked.html"
    source.write_text(REPORT)
    assert run("audit", source, "--open").code == 2
    assert run("audit", source, "-o", tmp_path / "rows.csv", "--open").code == 2
    assert opened == []
    assert run("audit", source, "-o", target, "--open").code == 0
    assert opened == [target.as_uri()]
