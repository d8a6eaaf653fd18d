"""Reading Word files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from moditrack.documents.blocks import Unreadable
from moditrack.documents.document import read_bytes
from moditrack.documents.readers import docx as reader

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def report() -> docx.document.Document:
    document = docx.Document()
    document.add_heading("Gulls at the quays", 0)
    document.add_heading("What did we find?", 1)
    paragraph = document.add_paragraph("We found 12 gulls")
    paragraph.add_run("1").font.superscript = True
    paragraph.add_run(" and 10")
    paragraph.add_run("th").font.superscript = True
    paragraph.add_run(" hidden 9").font.hidden = True
    paragraph._p.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>8</w:delText></w:r></w:del>")
    )
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Second", style="List Number")
    document.add_paragraph("inner", style="List Bullet 2")
    document.add_paragraph().add_run("Boats").bold = True
    table = document.add_table(4, 3)
    for row, cells in enumerate(
        [("Area", "Year", ""), ("", "2001", "2002"), ("North", "1", "2"), ("South", "", "3")]
    ):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    document.add_paragraph("East\t4")
    document.add_paragraph("West\t5")
    document.sections[0].header.paragraphs[0].text = "Harbour board, page 7"
    return document


def test_the_blocks_of_a_file() -> None:
    parsed = reader.blocks(saved(report()))
    assert [(b.kind, b.level, b.mark, b.text) for b in parsed.blocks if b.kind != "table"] == [
        ("heading", 1, "", "Gulls at the quays"),
        ("heading", 1, "", "What did we find?"),
        ("paragraph", 0, "", "We found 12 gulls¹ and 10th"),
        ("item", 0, "1.", "First"),
        ("item", 0, "2.", "Second"),
        ("item", 0, "•", "inner"),
        ("heading", 6, "", "Boats"),
    ]
    assert parsed.left_out == [("running head", "Harbour board, page 7"), ("deleted text", 1)]


def test_a_table_has_its_cells_by_position() -> None:
    first, second = (b for b in reader.blocks(saved(report())).blocks if b.kind == "table")
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in first.cells] == [
        ("Area", 0, 0, 2, 1),
        ("Year", 0, 1, 1, 2),
        ("2001", 1, 1, 1, 1),
        ("2002", 1, 2, 1, 1),
        ("North", 2, 0, 1, 1),
        ("1", 2, 1, 1, 1),
        ("2", 2, 2, 1, 1),
        ("South", 3, 0, 1, 1),
        ("", 3, 1, 1, 1),
        ("3", 3, 2, 1, 1),
    ]
    assert [c.text for c in second.cells] == ["East", "4", "West", "5"]


def numbered(levels: list[tuple[str, str]], paragraphs: list[int]) -> bytes:
    """A file with a list whose levels have these formats and texts, with paragraphs at these."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    xml = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{xml}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for level in paragraphs:
        paragraph = document.add_paragraph("Gulls")
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            )
        )
    return saved(document)


def test_numbers_are_those_that_word_prints() -> None:
    levels = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")]
    found = reader.blocks(numbered(levels, [0, 1, 1, 2, 2, 0, 1])).blocks
    assert [b.mark for b in found] == ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1"]
    passages = read_bytes(numbered(levels, [0, 1, 1, 2, 2, 0, 1])).passages
    assert [p.locator for p in passages] == ["1", "1.1", "1.2", "1.2.a", "1.2.b", "2", "2.1"]


def with_part(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return out.getvalue()


def test_footnotes_and_text_boxes() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("There were 12")
    space = nsdecls("w")
    paragraph._p.append(parse_xml(f'<w:r {space}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph._p.append(parse_xml(f'<w:r {space}><w:endnoteReference w:id="3"/></w:r>'))
    paragraph._p.append(
        parse_xml(
            f"<w:r {space}><w:pict><w:txbxContent><w:p><w:r><w:t>In a box: 5</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>"
        )
    )
    for kind, number, words in (("footnote", 2, "A note 7"), ("endnote", 3, "An end 8")):
        notes = (
            f'<w:{kind}s {space}><w:{kind} w:id="0" w:type="separator"><w:p/></w:{kind}>'
            f'<w:{kind} w:id="{number}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:{kind}>'
            f"</w:{kind}s>"
        )
        name, parent = PackURI(f"/word/{kind}s.xml"), document.part.package
        part = Part(name, f"application/vnd.x.{kind}s+xml", notes.encode(), parent)
        document.part.relate_to(part, f"{RELATIONS}/{kind}s")
    assert [(b.kind, b.mark, b.text) for b in reader.blocks(saved(document)).blocks] == [
        ("paragraph", "", "There were 12¹[i]"),
        ("paragraph", "", "In a box: 5"),
        ("footnote", "¹", "A note 7"),
        ("footnote", "[i]", "An end 8"),
    ]
    locators = [p.locator for p in read_bytes(saved(document)).passages]
    assert locators == ["header", "footnote-1", "footnote-i"]


@pytest.mark.parametrize("content", [b"", b"<a>", b"<a/>", b"<w:document>" + b"<a>" * 100_000])
def test_a_damaged_file_is_refused(content: bytes) -> None:
    data = with_part(
        saved(report()), lambda name, old: content if name == "word/document.xml" else old
    )
    with pytest.raises(Unreadable, match=r"damaged, or no plain Word file: save it as \.docx"):
        read_bytes(data)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = b"<w:t>" + b"a" * 100_000_000
    data = with_part(
        saved(report()), lambda name, old: bomb if name == "word/document.xml" else old
    )
    assert len(data) < 200_000
    with pytest.raises(Unreadable, match="unpacks to far more than a report has"):
        read_bytes(data)


def test_entities_are_not_expanded() -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE x [<!ENTITY e0 "gulls">{lines}<!ENTITY f SYSTEM "file:///etc/hostname">]>'

    def change(name: str, old: bytes) -> bytes:
        if name != "word/document.xml":
            return old
        start = old.index(b"<w:document")
        return old[:start] + head.encode() + old[start:].replace(b"First", b"a&e11;&f;b")

    try:
        document = read_bytes(with_part(saved(report()), change))
    except Unreadable:
        return
    assert sum(len(p.text) for p in document.passages) < 500
