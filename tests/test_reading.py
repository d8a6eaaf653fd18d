"""Reading a report in the format that a person has it in."""

from __future__ import annotations

from pathlib import Path

import pytest

import moditrack.documents
from moditrack.documents import Document
from moditrack.documents.blocks import Unreadable
from moditrack.documents.document import read_bytes
from tests import typeset
from tests.harbour import REPORT

FORMS = ["page", "word", "markdown"]


def passages(document: Document) -> list[tuple[object, ...]]:
    return [(p.locator, p.kind, p.heading, p.text, p.cells) for p in document.passages]


def texts(document: Document) -> list[tuple[str, str]]:
    return [(p.locator, p.text) for p in document.passages]


def test_a_text_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("Gulls\n\nThere were 12 gulls and 3 boats.\n", "utf-8")
    document = moditrack.documents.read(path)
    assert (document.name, document.format) == ("report.pdf", "text")
    assert [(f.what.printed, f.locator) for f in document.quantities()] == [
        ("12", "body.p1"), ("3", "body.p1"),
    ]  # fmt: skip


def test_quantities_and_dates_of_a_document_stand_in_its_passages() -> None:
    document = read_bytes(REPORT.read_bytes())
    found = [(f.what.printed, f.locator, f.row, f.column) for f in document.quantities()]
    assert found == [
        ("15", "summary.b1", None, None), ("20%", "summary.b1", None, None),
        ("6", "summary.b2", None, None), ("two", "1", None, None), ("two", "2", None, None),
        ("1", "2.outcome", 1, 1), ("3", "2.outcome", 1, 2), ("4", "2.outcome", 1, 3),
        ("9", "2.outcome", 2, 1), ("12", "2.outcome", 2, 2), ("21", "2.outcome", 2, 3),
        ("10", "2.outcome", 3, 1), ("15", "2.outcome", 3, 2), ("25", "2.outcome", 3, 3),
    ]  # fmt: skip
    assert [(f.what.label, f.locator, f.row, f.column) for f in document.periods()] == [
        ("1 March 2025", "header", None, None), ("2024", "summary.b1", None, None),
        ("3 June 2024", "1", None, None),
        ("2023", "2.outcome", 0, 1), ("2024", "2.outcome", 0, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bytes(range(256)), "is none of HTML, PDF, Word, Markdown, text and CSV: save it as one"),
        (b"\x89PNG\r\n\x1a\n", "is none of HTML, PDF, Word"),
        (b"{\\rtf1\\ansi 12 gulls}", "is none of HTML, PDF, Word"),
        (b"PK\x03\x04 and no more", "is damaged: get it again."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word file or has a password: save it as .docx"),
    ],
)  # fmt: skip
def test_what_is_none_of_the_formats_is_refused(content: bytes, said: str, run, tmp_path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        moditrack.documents.read(path)
    assert str(caught.value).startswith(f"report.txt {said}")
    result = run("draft", path, "--id", "x-2030", "-o", tmp_path / "new")
    assert (result.code, result.out) == (1, "")
    assert said in result.err and result.err.count("\n") == 1


@pytest.mark.parametrize("form", FORMS)
def test_an_invented_report_is_the_same_in_every_format(form: str) -> None:
    text = REPORT.read_text("utf-8")
    plain = read_bytes(text.encode())
    typed = read_bytes(getattr(typeset, f"as_{form}")(text))
    assert passages(typed) == passages(plain)
    assert len(plain.passages) == 10


@pytest.mark.parametrize("form", FORMS)
def test_the_documents_are_the_same_in_every_format(
    form: str, documents: Path, run, tmp_path
) -> None:
    number = 0
    for path in sorted(documents.glob("*.txt")):
        text = path.read_text("utf-8-sig")
        data = getattr(typeset, f"as_{form}")(text)
        (tmp_path / f"{path.stem}.bin").write_bytes(data)
        plain, typed = passages(read_bytes(path.read_bytes())), passages(read_bytes(data))
        assert typed == plain
        number += len(typed)
    assert number == 275
    result = run("verify", tmp_path, "--json")
    assert result.code == 0
    assert [row["status"] for row in result.json] == ["confirmed"] * 4
    assert sum(row["figures"] == row["figures_confirmed"] > 0 for row in result.json) == 4
    if form == "page":
        left = "left out as no part of the text: navigation (3), cookie notice, page footer."
        assert run("verify", tmp_path).out.count(left) == 4


def test_verify_says_which_files_it_did_not_read(refused, tmp_path) -> None:
    (tmp_path / "logo").write_bytes(b"\x89PNG\r\n\x1a\n")
    said = refused("verify", tmp_path, code=1)
    assert (
        said == "logo is none of HTML, PDF, Word, Markdown, text and CSV: save it as one of them."
    )
