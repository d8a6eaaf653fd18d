"""moditrack report: its figures are those of the documents, each with its paragraph."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import CITATION, ROOT, Run


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The briefing as HTML, written as a user would."""
    file = tmp_path_factory.mktemp("brief") / "brief.html"
    command = [sys.executable, "-m", "moditrack", "report", "-o", str(file)]
    subprocess.run(command, cwd=ROOT, check=True)
    return file.read_text("utf-8")


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def section(page: str, key: str) -> str:
    return page.partition(f'<section id="{key}"')[2].partition("</section>")[0]


SECTIONS = ["brief", "outcomes", "victims", "compare", "operations", "agencies", "commitments",
            "checks", "figures", "events", "limits", "references"]  # fmt: skip


def test_its_sections_and_their_order(page: str) -> None:
    assert re.findall(r'<section id="(\w+)"', page) == SECTIONS
    assert re.findall(r'<li><a href="#([a-z]+)">', page) == SECTIONS
    assert page.count("<h1>") == 1
    assert "What 4 public reports (2003 to 2024) say" in words(page)


def test_the_first_page(page: str) -> None:
    told = words(section(page, "brief"))
    for text in (
        "City of London Police: 41 recordable offences in 2019 to 2023 (18 in 2019, 5 in 2020,"
        " 3 in 2021, 6 in 2022, 9 in 2023).",
        '"18: Investigation complete no suspect identified", 25 of 41 (60.98%).',
        "41 victims: 10 female, 31 male; 11 aged 11-17, 13 aged 18-25, 11 aged 26-35,"
        " 3 aged 36-45, 2 aged 46-55, 1 aged 56-65.",
        "0.13% in the City, 0.24% nationally",
        "a lower rate is not shown, 0.25-1.03 includes 1.",
        "Operation Maxim, Phase 1: 46 arrests, 31 removals, as reported on 2004-02-16.",
        "Operation Maxim, Phase 2: 102 arrests, 21 removals, as reported on 2004-02-16.",
        "colp-2024-02-22#19.outcome",
    ):
        assert text in told, text


def test_tables_of_outcomes_and_victims(page: str) -> None:
    rows = re.findall(r"<tr.*?</tr>", section(page, "outcomes") + section(page, "victims"))
    told = [words(re.sub("</t[hd]>", " | ", row)) for row in rows]
    row = "18: Investigation complete no suspect identified | 14 | 1 | 1 | 3 | 6 | 25 | 60.98% |"
    assert any(line.startswith(row) for line in told)
    assert any(line.startswith("Total, all outcomes | 18 | 5 | 3 | 6 | 9 | 41 |") for line in told)
    assert any(line.startswith("11-17 | 3 | 8 | 11 | 26.83%") for line in told)
    assert any(line.startswith("WHITE NE | 2 | 16 | 18 | 43.90%") for line in told)


def test_what_else_it_holds(page: str) -> None:
    assert "Removals including Phase 1" in words(section(page, "checks"))
    assert "the figures give 52, 53 is printed" in words(section(page, "checks"))
    assert "up to 800" in words(section(page, "figures"))
    assert "CO14" in words(section(page, "agencies"))
    assert "reported met" in words(section(page, "commitments"))
    assert "Licences of the documents are not known." in words(section(page, "limits"))
    assert section(page, "events").count("<figure>") == 4
    assert page.count("<figure>") == 10


def test_each_number_leads_to_its_paragraph(page: str) -> None:
    listed = dict(re.findall(r'<li id="r(\d+)" value="\1">([^<]+)</li>', page) and [
        (m[1], m[2]) for m in re.finditer(r'<li id="r(\d+)" value="\1">([^<]+)</li>', page)
    ])  # fmt: skip
    assert list(map(int, listed)) == list(range(1, len(listed) + 1))
    assert set(re.findall(r'href="#r(\d+)">', page)) == set(listed)
    assert max(Counter(listed.values()).values()) == 1
    assert all(CITATION.fullmatch(citation) for citation in listed.values())
    cited = re.findall(r'href="#r(\d+)">\d+</a>', section(page, "outcomes"))
    assert {listed[number] for number in cited} == {"colp-2024-02-22#19.outcome"}


def test_every_document_is_in_the_references(page: str) -> None:
    told = words(section(page, "references"))
    for text in ("Metropolitan Police Authority, Report 09, 2003-05-08.",
                 "Metropolitan Police Authority, Report 5, 2003-10-09.",
                 "Metropolitan Police Authority, 09/04, 2004-02-16.",
                 "City of London Police, Pol 25-24, 2024-02-22. Address not known."):  # fmt: skip
        assert text in told, text


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
    row = "| 18: Investigation complete no suspect identified | 14 | 1 | 1 | 3 | 6 | 25 | 60.98% |"
    assert any(line.startswith(row) for line in lines)
    assert lines.count("```text") == lines.count("```") == 4
    numbers = {n for line in lines for n in re.findall(r"\\\[([\d, ]+)\\\]", line)}
    cited = {int(n) for text in numbers for n in text.split(", ")}
    listed = {int(line.partition(".")[0]) for line in lines if re.match(r"\d+\. ", line)}
    assert cited == listed == set(range(1, len(listed) + 1))
    assert run("report", "--format", "markdown").out == result.out


def test_one_document(run: Run) -> None:
    result = run("report", "--document", "mpa-2003-05-08", "--format", "markdown")
    assert result.code == 0
    assert "What the report mpa-2003-05-08 (2003) says" in result.out
    assert set(re.findall(r"(?:mpa|colp)-\d{4}-\d\d-\d\d", result.out)) == {"mpa-2003-05-08"}
    assert "## How offences ended" not in result.out
    assert "## What was promised" in result.out


def test_what_cannot_be_made(refused, run: Run, tmp_path: Path) -> None:
    assert "did you mean" in refused("report", "--document", "mpa-2003-05-09")
    assert "html or markdown" in refused("report", "--format", "pdf") + " html or markdown"
    assert refused("report", "--overwrite") == "--overwrite goes with --output: name a file."
    (tmp_path / "brief.html").write_text("before")
    assert "is there already" in refused("report", "-o", tmp_path / "brief.html")
    assert (tmp_path / "brief.html").read_text() == "before"
    assert run("report", "-o", tmp_path / "brief.html", "--overwrite").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["brief.html"]


def test_without_the_extra_there_is_markdown(monkeypatch, refused, run: Run, tmp_path) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda n, *a: None if n == "vl_convert" else found(n, *a)
    )
    told = refused("report", "-o", tmp_path / "brief.html", code=1)
    assert "pip install 'moditrack[plot]'" in told
    assert run("report", "-o", tmp_path / "brief.md").code == 0


def test_hostile_text_comes_out_as_text(tmp_path: Path, run: Run) -> None:
    import shutil

    from moditrack.seeding.records import RECORDS

    records = Path(shutil.copytree(RECORDS, tmp_path / "records"))
    strands = records / "strands.csv"
    text = strands.read_text("utf-8")
    hostile = "<script>alert(1)</script> | [x](javascript:y)"
    changed = re.sub(r"(?m)^removals,[^,]*,", f"removals,{hostile},", text)
    assert changed != text
    strands.write_text(changed, "utf-8")
    assert run("seed", "--records", records, "--db", tmp_path / "own.db").code == 0
    for name in ("own.html", "own.md"):
        assert run("report", "--db", tmp_path / "own.db", "-o", tmp_path / name).code == 0
    page = (tmp_path / "own.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; | [x]" in page
    told = (tmp_path / "own.md").read_text("utf-8")
    assert "\\<script>alert(1)\\</script> \\| \\[x](javascript:y)" in told
