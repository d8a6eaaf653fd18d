"""moditrack report: its figures are those of the documents, each with its paragraph."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sqlite3
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import CITATION, ROOT, Run


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def section(page: str, key: str) -> str:
    return page.partition(f'<section id="{key}"')[2].partition("</section>")[0]


SECTIONS = ["brief", "outcomes", "victims", "compare", "maxim", "promises", "findings", "limits"]
ANNEX = ["operations", "agencies", "commitments", "checks", "figures", "events", "words",
         "references"]  # fmt: skip


def test_its_sections_and_their_order(page: str) -> None:
    assert re.findall(r'<section id="(\w+)"', page) == [*SECTIONS, *ANNEX]
    assert re.findall(r'<section id="(\w+)" class="annex"', page) == ANNEX
    assert re.findall(r'<li><a href="#([a-z]+)">', page) == [*SECTIONS, *ANNEX]
    entry = '<li><a href="#{}">{}</a><span class="page">{}-1</span></li>'
    assert entry.format("findings", "7. What does not add up", "7") in page
    assert entry.format("references", "H. References", "H") in page
    assert page.count("<h1>") == 1
    assert "What three reports and one press release (2003 to 2024) say" in words(page)


def table(sheet: str, title: str) -> list[list[str]]:
    """The cells of the table under a title."""
    found = sheet.partition(title)[2].partition("</table>")[0]
    rows = re.findall(r"<tr.*?</tr>", found, re.S)
    return [[words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]


def test_tables_of_outcomes_and_victims(page: str) -> None:
    rows = re.findall(r"<tr.*?</tr>", section(page, "outcomes") + section(page, "victims"))
    texts = [words(re.sub("</t[hd]>", " | ", row)) for row in rows]
    row = "18: Investigation complete no suspect identified | 14 | 1 | 1 | 3 | 6 | 25 | 61% |"
    assert any(line.startswith(row) for line in texts)
    assert any(line.startswith("Total | 18 | 5 | 3 | 6 | 9 | 41 |") for line in texts)
    assert any(line.startswith("11-17 | 3 | 8 | 11 | 27%") for line in texts)
    assert any(line.startswith("WHITE NE | 2 | 16 | 18 | 44%") for line in texts)


def test_what_else_it_holds(page: str) -> None:
    assert "Removals including Phase 1" in words(section(page, "checks"))
    assert "the figures give 52, 53 is printed" in words(section(page, "checks"))
    assert "up to 800" in words(section(page, "figures"))
    maps = section(page, "agencies")
    assert maps.count('class="matrix"') == 4
    cells = table(maps, "Who does what, mpa-2003-10-09: 36 agencies, 19 areas of work")
    assert ["SCD11", "L", *[""] * 18] in cells
    assert "L leads, C co-ordinates" in words(maps)
    assert "From which number, of which year, is the increase" in words(section(page, "findings"))
    promises = table(section(page, "promises"), "Promises by what a later document reports")
    assert promises[1:] == [["Reported met", "2"], ["Taken up in part", "17"],
                            ["Not mentioned again", "39"], ["Due after the last document", "3"],
                            ["No later document", "16"], ["All", "77"]]  # fmt: skip
    content = words(section(page, "commitments"))
    assert content.index("Reported met") < content.index("Not mentioned again")
    assert "9 October 2003: Called fully operational" in content
    limits = words(section(page, "limits"))
    assert "Licences of the documents are not known." in limits
    # What the reports themselves warn of is there in full, and no command for a reader of paper.
    assert "With numbers this small, the report says, a percentage of change" in limits
    assert "room for improvement in how these crimes are recorded" in limits
    read = "".join(words(section(page, key)) for key in SECTIONS)
    assert "moditrack sources" not in read
    assert "moditrack check" not in read
    assert section(page, "events").count("<figure>") == 4
    assert "Operation closed" in words(section(page, "events"))  # undated
    assert "UKIS" in words(section(page, "words"))
    assert page.count("<figure>") == 10


def test_each_number_leads_to_its_paragraph(page: str) -> None:
    listed = dict(re.findall(r'<li id="r(\d+)" value="\1">([^<]+)</li>', page) and [
        (m[1], m[2]) for m in re.finditer(r'<li id="r(\d+)" value="\1">([^<]+)</li>', page)
    ])  # fmt: skip
    assert list(map(int, listed)) == list(range(1, len(listed) + 1))
    assert set(re.findall(r'href="#r(\d+)">', page)) == set(listed)
    assert max(Counter(listed.values()).values()) == 1
    assert listed
    assert all(CITATION.search(place) for place in listed.values())
    numbers = re.findall(r'href="#r(\d+)">\d+</a>', section(page, "outcomes"))
    assert {listed[n] for n in numbers} == {
        "outcome table in paragraph 19 (colp-2024-02-22#19.outcome)"
    }


def test_every_document_is_in_the_references(page: str) -> None:
    content = words(section(page, "references"))
    for text in ("Metropolitan Police Authority, Report 09, 2003-05-08.",
                 "Metropolitan Police Authority, Report 5, 2003-10-09.",
                 "Metropolitan Police Authority, 09/04, 2004-02-16.",
                 "City of London Police, Pol 25-24, 2024-02-22. Address not known."):  # fmt: skip
        assert text in content, text


def test_nothing_is_loaded_and_no_script_runs(page: str) -> None:
    assert "<script" not in page
    assert "<link" not in page
    assert not re.search(r"""(?:src|srcset|data|action)=["']?(?!data:)[a-z]+:""", page)
    assert not re.search(r"url\(|@import", page)


def test_the_same_briefing_each_time(page: str, run: Run, tmp_path: Path) -> None:
    assert run("report", "-o", tmp_path / "brief.html").code == 0
    assert (tmp_path / "brief.html").read_text("utf-8") == page


def test_markdown(run: Run) -> None:
    result = run("report")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == "# Human trafficking, modern slavery and the police in London"
    row = "| 18: Investigation complete no suspect identified | 14 | 1 | 1 | 3 | 6 | 25 | 61% |"
    assert any(line.startswith(row) for line in lines)
    assert lines.count("```text") == lines.count("```") == 4
    numbers = {n for line in lines for n in re.findall(r"\\\[([\d, ]+)\\\]", line)}
    used = {int(n) for text in numbers for n in text.split(", ")}
    listed = {int(line.partition(".")[0]) for line in lines if re.match(r"\d+\. ", line)}
    assert used == listed == set(range(1, len(listed) + 1))
    assert run("report", "--format", "markdown").out == result.out


def test_no_heading_of_the_markdown_is_without_content(run: Run) -> None:
    out = run("report").out
    lines = [line for line in out.splitlines() if line.strip()]
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("#"):
            assert not below.startswith("## "), line
    maxim = out.partition("Operation Maxim, phase by phase\n\n")[2].partition("\n## ")[0]
    assert "| Phase 1 | mpa-2003-10-09 +1 | 46 |  |  | 31 |  |" in maxim
    assert "| Phase 2 | mpa-2004-02-16 | 102 | 23 | 24 | 21 | £153,573 |" in maxim
    assert "Share of each outcome" not in out  # a picture without characters


def test_a_passage_is_no_document(refused) -> None:
    said = "There is no document 'colp-2024-02-22#19.outcome': did you mean 'colp-2024-02-22'?"
    assert refused("report", "--document", "colp-2024-02-22#19.outcome") == said
    assert refused("plot", "age", "--document", "colp-2024-02-22#19.outcome") == said


def test_one_document(run: Run) -> None:
    result = run("report", "--document", "mpa-2003-05-08", "--format", "markdown")
    assert result.code == 0
    assert "What the report of 8 May 2003 says, as of its date." in result.out
    assert (
        "points differ or are unclear in ways that matter."
        in result.out.partition("## Contents")[0]
    )
    assert re.search(r"seeks to reach \| 350 \| target \|", result.out)
    assert "41 offences recorded" not in result.out
    assert "Offences by outcome" not in result.out
    assert "What became of what was promised" in result.out


def test_what_cannot_be_made(refused, run: Run, tmp_path: Path) -> None:
    assert "did you mean" in refused("report", "--document", "mpa-2003-05-09")
    assert "there are html, markdown" in refused("report", "--format", "pdf")
    assert refused("report", "--overwrite") == "--overwrite goes with --output: name a file."
    message = refused("report", "-o", tmp_path / "brief.pdf")
    assert message.endswith("has no known extension: use .html or .md, or choose a --format.")
    (tmp_path / "brief.html").write_text("before")
    assert "already exists" in refused("report", "-o", tmp_path / "brief.html", code=1)
    assert (tmp_path / "brief.html").read_text() == "before"
    written = ("--format", "markdown", "-o", tmp_path / "brief.html", "--overwrite")
    assert run("report", *written).code == 0
    assert (tmp_path / "brief.html").read_text("utf-8").startswith("# Human trafficking")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.html"]


def test_without_the_extra_there_is_markdown(monkeypatch, refused, run: Run, tmp_path) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda n, *a: None if n == "vl_convert" else found(n, *a)
    )
    message = refused("report", "-o", tmp_path / "brief.html", code=1)
    assert " -m pip install -e " in message
    assert "[plot]'" in message
    assert run("report", "-o", tmp_path / "brief.md").code == 0


DOCUMENTS = ["mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16", "colp-2024-02-22"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_reference_of_one_document_is_listed(run: Run, document: str) -> None:
    lines = run("report", "--document", document).out.splitlines()
    numbers = {n for line in lines for n in re.findall(r"\\\[([\d, ]+)\\\]", line)}
    used = {int(n) for text in numbers for n in text.split(", ")}
    listed = [int(line.partition(".")[0]) for line in lines if re.match(r"\d+\. ", line)]
    assert listed == list(range(1, len(listed) + 1))
    assert used == set(listed)


def test_two_forces_are_never_summed(run: Run, two_forces: Path) -> None:
    result = run("report", "--db", two_forces)
    assert result.code == 0
    brief = result.out.partition("## Contents")[0]
    for force in ("City of London Police", "Metropolitan Police Service"):
        assert f"- **41** offences recorded by the {force}, 2019 to 2023" in brief
    assert brief.count("- **31** of 41 victims were male") == 2
    assert "82" not in re.sub(r"\\\[.*?\\\]", "", brief)


def test_hostile_text_comes_out_as_text(tmp_path: Path, run: Run, two_forces: Path) -> None:
    for name in ("own.html", "own.md"):
        assert run("report", "--db", two_forces, "-o", tmp_path / name).code == 0
    page = (tmp_path / "own.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;" in page
    assert not re.search(r'href="(?!#|https?://)', page)
    content = (tmp_path / "own.md").read_text("utf-8")
    assert "\\<script>alert(1)\\</script>" in content
    assert "\\`code\\` \\[x](javascript:alert(1))" in content


def test_a_dataset_without_phases_or_counts(run: Run, tmp_path: Path) -> None:
    """Nothing to say is no reason to fail."""
    copy = tmp_path / "own.db"
    shutil.copy(ROOT / "data" / "moditrack.db", copy)
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE operation SET kind = 'operation' WHERE kind = 'phase'")
        connection.execute("UPDATE figure SET value = 0 WHERE table_name IS NOT NULL")
    result = run("report", "--db", copy)
    assert (result.code, result.err) == (0, "")
    assert run("report", "--db", copy, "-o", tmp_path / "own.html").code == 0
    assert "- **0** offences recorded by the City of London Police" in result.out
    assert "Operation Maxim, as reported" not in result.out


def test_a_role_that_is_inferred_is_starred(run) -> None:
    """A unit in a list is known by its name alone: its area of work is not printed."""
    out = run("report", "--document", "mpa-2003-05-08").out
    section = out.partition(" Who is responsible for what\n\n")[2].partition("\n## ")[0]
    assert "| CSMU | partners* |" in section
    assert "| SIS | partners\\*, intelligence |" in section
    assert "Not printed in full; follows from the document." in section


def test_a_number_that_one_reading_can_give_is_not_listed_as_one_that_does_not_follow(run) -> None:
    out = run("report", "--document", "colp-2024-02-22").out
    listed = out.partition("Numbers that do not fit, or cannot be placed")[2].partition("\n\n>")[0]
    assert "| Increase of offences in 2023 | 225%, +5 | 50%, +3 |" in listed
    assert "40%" not in listed


def test_on_a_terminal_it_is_read_as_text(terminal) -> None:
    out = terminal(80, "report", "--page-one", "--no-pager").out
    assert out.splitlines()[0] == "Human trafficking, modern slavery and the police in London"
    assert not any(sign in out for sign in ("**", "\\[", "```", "| ---", "# "))
    assert "41  offences recorded by the City of London Police, 2019 to 2023" in out
    assert "colp-2024-02-22#19.outcome" in out
    # the removals of the press release: 31 and 21 are 52, and 53 is printed
    assert re.search(r"Removals of both Maxim phases +53 +52\n", out)
    assert "Sources: mpa-2004-02-16#notes.1, mpa-2004-02-16#notes.3.b2" in out
    assert max(map(len, out.splitlines())) <= 80


def test_markdown_is_for_a_pipe_or_asked_for(terminal, run) -> None:
    asked = terminal(80, "report", "--page-one", "--no-pager", "--format", "markdown").out
    for out in (asked, run("report", "--page-one").out):
        assert out.startswith("# Human trafficking, modern slavery and the police in London\n")
        assert "- **41** offences" in out


def test_the_briefing_says_which_changes_could_be_chance(run) -> None:
    out = run("report", "--format", "markdown").out
    assert "- Could be chance: 6 to 9 (p = 0.61), 18 to 9 (p = 0.12); not 18 to 5 (0.011)." in out
