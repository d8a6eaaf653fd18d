"""The marked PDF: the original with its numbers highlighted, behind a page with the summary."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PdfReadError

from tests.tiny_pdf import BOLD, line, pdf, prose, text, turned

SENTENCE = "Of 41 offences, 31 (70%) were closed."
"""31 of 41 is 75.6%. In Helvetica of 10 points from x = 60, 70% is from 147.8 to 167.8."""
PLACE = (147.8, 167.8)


def report(content: str, **kwargs: Any) -> bytes:
    return pdf(f"{text(60, 780, 'Results', 16, BOLD)}\n{content}", **kwargs)


@pytest.fixture
def mark(run, tmp_path: Path):
    """What `-o marked.pdf` writes of a PDF."""

    def marked(data: bytes, *options: str) -> PdfReader:
        source, target = tmp_path / "report.pdf", tmp_path / "marked.pdf"
        source.write_bytes(data)
        result = run("audit", source, "-o", target, *options)
        assert (result.code, result.err) == (0, "")
        return PdfReader(io.BytesIO(target.read_bytes()))

    return marked


def highlights(reader: PdfReader, page: int) -> list[dict[str, Any]]:
    notes = [note.get_object() for note in reader.pages[page].get("/Annots", [])]
    return [note for note in notes if note["/Subtype"] == "/Highlight"]


def across(note: dict[str, Any]) -> tuple[float, float]:
    """From where to where a highlight runs, without its margin."""
    xs = [float(x) for x in note["/QuadPoints"][::2]]
    return round(min(xs), 1), round(max(xs), 1)


def up(note: dict[str, Any]) -> tuple[float, float]:
    ys = [float(y) for y in note["/QuadPoints"][1::2]]
    return round(min(ys), 1), round(max(ys), 1)


def test_a_number_that_does_not_fit_is_red_with_its_arithmetic(mark) -> None:
    reader = mark(report(text(60, 740, SENTENCE)))
    assert len(reader.pages) == 2
    (note,) = highlights(reader, 1)
    assert across(note) == PLACE
    assert up(note) == (738.0, 747.5)
    assert note["/Contents"].startswith("70%: does not fit: the figures give 76%")
    assert "31" in note["/Contents"]
    assert "41" in note["/Contents"]
    assert note["/Subj"] == "does not fit"
    red, green, blue = note["/C"]
    assert red > green > blue
    assert note["/AP"]["/N"].get_data().count(b" S") == 2  # two lines below it


def test_numbers_that_fit_or_cannot_be_checked_look_otherwise(mark) -> None:
    body = prose(60, 740, ["Of 41 offences, 31 (76%) were closed.", "", "Trust stood at 55%."])
    fits, open_ = highlights(mark(report(body)), 1)
    assert fits["/Contents"].startswith("76%: fits: the figures give 76%")
    assert fits["/C"][1] > fits["/C"][0]
    assert b" S" not in fits["/AP"]["/N"].get_data()
    assert open_["/Contents"].startswith("55%: could not be checked: ")
    assert open_["/C"][0] > open_["/C"][1] > open_["/C"][2]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", ["", "/CropBox [40 600 500 820]"])
def test_a_page_that_is_turned_or_cut_is_marked_at_the_same_place(mark, rotate, crop) -> None:
    (note,) = highlights(mark(report(text(60, 740, SENTENCE), rotate=rotate, extra=crop)), 1)
    assert (across(note), up(note)) == (PLACE, (738.0, 747.5))


def test_a_page_that_does_not_begin_at_nought(mark) -> None:
    data = report(text(60, 740, SENTENCE)).replace(b"[0 0 595 842]", b"[-9 20 586 862]")
    (note,) = highlights(mark(data), 1)
    assert (across(note), up(note)) == (PLACE, (738.0, 747.5))


def test_text_printed_sideways(mark) -> None:
    """On a page turned to be read, words that run up the sheet are marked along it."""
    body = "\n".join([turned(100, 60, SENTENCE), turned(112, 60, "Nobody was hurt.")])
    (note,) = highlights(mark(pdf(body, rotate=90)), 1)
    assert up(note) == PLACE
    assert across(note) == (92.5, 102.0)


def test_the_cell_of_a_table_and_no_other(mark) -> None:
    """12 and 31 make 43; 30 and 30 do not, and 43 is printed below them too."""
    rows = [("Area", "2018", "2019"), ("North", "12", "30"), ("South", "31", "30"),
            ("Total", "43", "43")]  # fmt: skip
    body = [
        text(x, 705 - 20 * at, word)
        for at, own in enumerate(rows)
        for x, word in zip((70, 220, 340), own, strict=True)
    ]
    body += [line(60, 720 - 20 * at, 440, 720 - 20 * at) for at in range(5)]
    body += [line(x, 720, x, 640) for x in (60, 200, 320, 440)]
    fits, misfit = highlights(mark(report("\n".join(body))), 1)
    assert (fits["/Subj"], misfit["/Subj"]) == ("fits", "does not fit")
    assert (across(fits), up(fits)) == ((220.0, 231.1), (643.0, 652.5))
    assert (across(misfit), up(misfit)) == ((340.0, 351.1), (643.0, 652.5))


def test_a_number_over_two_lines_is_one_mark(mark) -> None:
    body = prose(
        60,
        740,
        [
            "Officers recorded 41 offences and closed 31 of the 41, or about 70 per",
            "cent of them, before the end of the year in which they were made.",
        ],
    )
    (note,) = highlights(mark(report(body)), 1)
    assert len(note["/QuadPoints"]) == 16
    assert up(note) == (726.0, 747.5)


def test_the_first_page_says_what_does_not_fit_and_links_to_it(mark) -> None:
    reader = mark(pdf(text(60, 740, "Of 41 cases, 31 (76%) were closed."), text(60, 740, SENTENCE)))
    first = reader.pages[0]
    words = first.extract_text()
    assert "Audit of report.pdf" in words
    assert "report.pdf: 1 of 2 derived numbers does not fit." in words
    assert "1 mark: does not fit (red, double line below)" in words
    assert "1 mark: fits (green)" in words
    assert "Page 2: 70%" in words
    assert "Not marked" not in words
    (link,) = [note.get_object() for note in first["/Annots"]]
    assert link["/A"]["/D"][0].get_object() == reader.pages[2].get_object()
    assert reader.page_labels == ["Audit", "1", "2"]


def test_a_number_whose_place_is_not_certain_is_named_and_not_marked(mark, monkeypatch) -> None:
    from moditrack.documents.readers.pdf_pages import places_of_passages

    monkeypatch.setattr(places_of_passages.Places, "_find", lambda *_: -1)
    reader = mark(report(text(60, 740, SENTENCE)))
    assert highlights(reader, 1) == []
    words = reader.pages[0].extract_text()
    assert "Not marked: their places on the pages are not certain" in words
    assert "70%: does not fit" in words


def test_what_was_not_read_is_on_the_first_page(mark) -> None:
    reader = mark(pdf(text(60, 740, SENTENCE), ""))
    assert "Page without text: 2." in reader.pages[0].extract_text()


def test_labels_comments_and_outline_of_the_original_stay(mark) -> None:
    own = "<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Mine) >>"
    data = report(text(60, 740, SENTENCE), extra=f"/Annots [{own}]").replace(
        b"/Type /Catalog", b"/Type /Catalog /PageLabels << /Nums [0 << /S /r >>] >>"
    )
    reader = mark(data)
    assert reader.page_labels == ["Audit", "i"]
    notes = [note.get_object()["/Contents"] for note in reader.pages[1]["/Annots"]]
    assert notes[0] == "Mine"
    assert len(notes) == 2


def test_a_sentence_printed_again_and_again_is_marked_each_time(mark) -> None:
    """28 marks, of which the summary lists each: it takes two pages."""
    page = "\n".join(text(60, 640 - 40 * at, SENTENCE) for at in range(14))
    reader = mark(pdf(*[f"{text(60, 700, 'Results', 16, BOLD)}\n{page}"] * 2))
    assert len(reader.pages) == 4
    assert reader.pages[1].extract_text().count("Page 2: 70%") > 5
    for number in (2, 3):
        places = [up(note)[0] for note in highlights(reader, number)]
        assert places == [638.0 - 40 * at for at in range(14)]


def test_a_file_that_only_its_owner_may_change_is_marked_all_the_same(mark) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(report(text(60, 740, SENTENCE)))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    reader = mark(locked.getvalue())
    assert not reader.is_encrypted
    (note,) = highlights(reader, 1)
    assert across(note) == PLACE


def test_what_cannot_be_written_again_is_said(run, tmp_path: Path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise PdfReadError("no page tree")

    monkeypatch.setattr("moditrack.audit.marked_document.marked_pdf.PdfReader", fail)
    (tmp_path / "report.pdf").write_bytes(report(text(60, 740, SENTENCE)))
    result = run("audit", tmp_path / "report.pdf", "-o", tmp_path / "marked.pdf")
    assert result.code == 1
    assert "report.pdf is too damaged to be marked: open it in a program" in result.err
    assert not (tmp_path / "marked.pdf").exists()


def test_what_cannot_be_marked(run, tmp_path: Path) -> None:
    page = tmp_path / "report.md"
    page.write_text("# Results\n\nOf 41 offences, 31 (70%) were closed.\n")
    target = tmp_path / "marked.pdf"
    result = run("audit", page, "-o", target)
    assert result.code == 2
    assert "report.md is not a PDF: mark it with -o FILE.html" in result.err
    assert not target.exists()
    source = tmp_path / "report.pdf"
    source.write_bytes(report(text(60, 740, SENTENCE)))
    for options, words in (
        (("--all",), "leave out --all"), (("--kind", "share"), "leave out --all"),
        (("--fields", "why"), "leave out --all"),
    ):  # fmt: skip
        result = run("audit", source, "-o", target, *options)
        assert result.code == 2
        assert words in result.err
    assert run("audit", source, source, "-o", target).code == 2
    target.write_bytes(b"mine")
    assert run("audit", source, "-o", target).code == 1
    assert target.read_bytes() == b"mine"
    assert run("audit", source, "-o", target, "--overwrite", "--strict").code == 1
    assert target.read_bytes().startswith(b"%PDF-")
