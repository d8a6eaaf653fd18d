"""References to a document or passage, to paste and as BibTeX."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moditrack.browse.links import linked
from moditrack.citations import CITATION
from moditrack.cli.json_schema import json_schema
from moditrack.output.blocks import _dim_citations
from moditrack.questions import bibtex
from moditrack.validation.columns import ID


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See colp-2024-02-22#19.b1, west-yorks-2025-01-02#B.7.table~2.",
         ["colp-2024-02-22#19.b1", "west-yorks-2025-01-02#B.7.table~2"]),
        ("press-release#footnote-1: 4 #5, -x#", ["press-release#footnote-1"]),
    ],
)  # fmt: skip
def test_what_is_a_citation(text: str, found: list[str]) -> None:
    assert re.findall(CITATION, text) == found


def test_a_publisher_of_two_words_is_known_everywhere() -> None:
    document, citation = "west-yorks-2025-01-02", "west-yorks-2025-01-02#3.table~2"
    patterns = {name: one["pattern"] for name, one in json_schema()["$defs"].items()
                if "pattern" in one}  # fmt: skip
    assert re.search(patterns["document_id"], document)
    assert re.search(patterns["citation"], citation)
    assert not re.search(patterns["document_id"], "West Yorks 2025")
    assert ID.fullmatch(document)
    assert _dim_citations(f"Nets {citation}, {citation}") == ("Nets", f" {citation}, {citation}")
    assert f">{citation}</a>." in linked(f"Nets: {citation}.", {})


def test_a_citation_with_a_reference_to_paste(ask, run) -> None:
    page = ask("sources", "mpa-2003-10-09#B.7.p1")
    assert page["figures"][0] == "46: Arrests in Phase 1"
    for words in ("Metropolitan Police Authority", "MPS response to organised immigration crime",
                  "2003-10-09", "B.7.p1", "/031009/05/index.html"):  # fmt: skip
        assert words in page["reference"]
    # What a passage is, is not said twice where its place begins with the same word.
    for words in ("header", "footnote 1"):
        citation = f"colp-2024-02-22#{words.replace(' ', '-')}"
        assert f"2024-02-22, {words}. " in ask("sources", citation)["reference"]
    bibtex = run("sources", "colp-2024-02-22#19.outcome", "--bibtex").out
    assert bibtex.startswith("@techreport{colp-2024-02-22:19.outcome,\n")
    assert "  author = {Amanda Horsburgh and Claire Flinter},\n" in bibtex
    assert "title = {{Modern Day Slavery and Human Trafficking update}}" in bibtex
    assert "url" not in bibtex  # its address is not known


def test_a_citation_of_no_passage(refused) -> None:
    assert "did you mean 'mpa-2003-10-09#B.7.p2'" in refused("sources", "mpa-2003-10-09#B.7.p9")
    assert "--bibtex needs a document or citation" in refused("sources", "--bibtex")


@pytest.mark.parametrize("other", [("--json",), ("--fields", "title")])
def test_bibtex_ignores_nothing_silently(refused, other: tuple[str, ...]) -> None:
    message = refused("sources", "colp-2024-02-22#19.outcome", "--bibtex", *other)
    assert "--bibtex is a format of its own" in message


def test_bibtex_of_a_press_release(run, tmp_path: Path) -> None:
    result = run("sources", "mpa-2004-02-16#notes.3.b5", "--bibtex", "--output", tmp_path / "x.bib")
    assert (result.code, result.out) == (0, "")
    entry = (tmp_path / "x.bib").read_text("utf-8")
    assert entry.startswith("@misc{mpa-2004-02-16:notes.3.b5,\n  author = {{Metropolitan Police")
    assert "  date = {2004-02-16},\n" in entry
    assert "  number = {09/04},\n" in entry


def test_bibtex_escapes_and_leaves_out_what_is_not_known() -> None:
    source = {
        "kind": "report", "title": "R&D: 100% {of #1_x} $5", "publisher_name": "A & B",
        "authors": [], "reference": None, "date": "2030-01-02", "url": None,
    }  # fmt: skip
    entry = bibtex.entry(source, "paragraph B.1~2", "x-2030-01-02#B.1~2")
    assert entry.startswith("@techreport{x-2030-01-02:B.1-2,\n  author = {{A \\& B}},\n")
    # BibTeX counts a brace behind a backslash, too, so one without its fellow would break the file.
    braced = r"\textbraceleft{}of \#1\_x\textbraceright{}"
    assert rf"  title = {{{{R\&D: 100\% {braced} \$5}}}}," in entry
    assert r"  note = {Paragraph B.1\textasciitilde{}2}," in entry
    assert "number" not in entry
    assert "None" not in entry + bibtex.reference(source, "paragraph 1")


def test_bibtex_of_a_whole_report(run) -> None:
    entry = run("sources", "mpa-2003-10-09", "--bibtex").out
    assert entry.startswith("@techreport{mpa-2003-10-09,\n  author = {Frank Hooley},\n")
    assert "  number = {Report 5},\n" in entry
    assert "note" not in entry
