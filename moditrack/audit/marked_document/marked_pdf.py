"""The original PDF with its derived numbers highlighted, behind pages with the summary."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from moditrack.audit.audit import Audit, audit_file
from moditrack.audit.marked_document.claims_to_mark import COLOURS, SAID, ClaimMark, marks
from moditrack.audit.marked_document.marked_pdf_summary import Sheet, sheets_of
from moditrack.documents.readers.pdf import Layout
from moditrack.documents.readers.pdf_pages.places_of_passages import Places, Point, Spot
from moditrack.errors import FileError
from moditrack.escaping import clean_lines

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of what it repairs

_DASHES = {"rounding": "[3 2] 0 d", "open": "[0.7 1.7] 0 d"}
"""How the line below a number is broken; that below one that does not fit is double."""
_MARGIN = 2.0
"""Points around a number, in which the lines below it are drawn."""
_ABOVE = 60.0
"""Points above a number that a link to it shows."""


def audited(path: Path) -> tuple[Audit, Layout]:
    """The audit of a PDF, and where its words are. Raises FileError where it cannot be read."""
    layout = Layout()
    return audit_file(path, layout), layout


def marked(name: str, data: bytes, found: Audit, layout: Layout) -> bytes:
    """A PDF with its numbers marked. Raises FileError where it cannot be written again."""
    damaged = FileError(
        f"{name} is too damaged to be marked: open it in a program that shows PDFs, save it again"
        " and use that."
    )
    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
        pages = len(writer.pages)
    except Exception:  # pypdf raises many kinds on damaged files
        raise damaged from None
    every = marks(found)
    spots = _spots(layout, found, every, pages)
    sheets = sheets_of(name, found, every, spots)
    try:
        return _marked(writer, every, spots, sheets)
    except PyPdfError:
        raise damaged from None


def _marked(
    writer: PdfWriter,
    every: Sequence[ClaimMark],
    spots: Mapping[int, Sequence[Spot]],
    sheets: Sequence[Sheet],
) -> bytes:
    """What is written: the pages with their marks, behind those of the summary."""
    for mark in every:
        for page in dict.fromkeys(spot.page for spot in spots[mark.number]):
            here = [spot for spot in spots[mark.number] if spot.page == page]
            writer.add_annotation(page - 1, _highlight(writer, mark, here))
    fonts = _dictionary(
        **{key: writer._add_object(_font(font)) for key, font in Sheet.FONTS.items()}
    )
    for number, sheet in enumerate(sheets):
        writer.insert_blank_page(*Sheet.SIZE, index=number)
        own = writer.pages[number]
        content = DecodedStreamObject()
        content.set_data(sheet.content())
        own[NameObject("/Contents")] = writer._add_object(content.flate_encode())
        own[NameObject("/Resources")] = _dictionary(Font=fonts)
    for number, sheet in enumerate(sheets):
        for rectangle, spot in sheet.links:
            target = writer.pages[len(sheets) + spot.page - 1].indirect_reference
            writer.add_annotation(number, _link(rectangle, target, spot))
    _label(writer, len(sheets))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _spots(
    layout: Layout, found: Audit, every: Sequence[ClaimMark], pages: int
) -> dict[int, list[Spot]]:
    """The places of marks by their numbers; none where a place is not certain."""
    places = Places(layout, found.passages)
    if len(places.pages) != pages:
        return {mark.number: [] for mark in every}
    return {
        mark.number: places.in_text(mark.passage, mark.start, mark.end)
        if mark.cell is None
        else places.in_cell(mark.cell, mark.start, mark.end)
        for mark in every
    }


def _link(rectangle: Sequence[float], target: Any, spot: Spot) -> DictionaryObject:
    """A link to a number on its page, with what is above it."""
    top = max(y for _, y in spot.corners) + _ABOVE
    to = ArrayObject(
        [target, NameObject("/XYZ"), NumberObject(0), FloatObject(round(top, 2)), NullObject()]
    )
    return _dictionary(
        Type=NameObject("/Annot"),
        Subtype=NameObject("/Link"),
        Rect=_numbers(*rectangle),
        Border=_numbers(0, 0, 0),
        A=_dictionary(S=NameObject("/GoTo"), D=to),
    )


def _highlight(writer: PdfWriter, mark: ClaimMark, spots: Sequence[Spot]) -> DictionaryObject:
    """The annotation of a number, with its own picture, so that every viewer shows the same."""
    points = [point for spot in spots for point in spot.corners]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = _numbers(min(xs) - _MARGIN, min(ys) - _MARGIN, max(xs) + _MARGIN, max(ys) + _MARGIN)
    picture = DecodedStreamObject()
    picture.set_data("\n".join(_drawn(mark.kind, spots)).encode())
    picture.update(
        _dictionary(
            Type=NameObject("/XObject"),
            Subtype=NameObject("/Form"),
            BBox=box,
            Resources=_dictionary(ExtGState=_dictionary(G=_dictionary(BM=NameObject("/Multiply")))),
        )
    )
    contents = "\n".join(f"{mark.printed}: {said}" for said in mark.said())
    return _dictionary(
        Type=NameObject("/Annot"),
        Subtype=NameObject("/Highlight"),
        Rect=box,
        QuadPoints=_numbers(*(each for point in points for each in point)),
        C=_numbers(*COLOURS[mark.kind]),
        F=NumberObject(4),  # it is printed
        NM=TextStringObject(f"moditrack-{mark.number}-{spots[0].page}"),
        T=TextStringObject("moditrack audit"),
        Subj=TextStringObject(SAID[mark.kind]),
        Contents=TextStringObject(clean_lines(contents)),
        AP=_dictionary(N=writer._add_object(picture)),
    )


def _drawn(kind: str, spots: Sequence[Spot]) -> Iterator[str]:
    """A number's colour, and the line below it that says the same without colour."""
    yield "/G gs {} {} {} rg 0.2 0.2 0.2 RG 0.7 w".format(*COLOURS[kind])
    yield _DASHES.get(kind, "")
    for spot in spots:
        top_left, top_right, left, right = spot.corners
        yield f"{_path(top_left, top_right, right, left)} h f"
        if kind != "fits":
            yield f"{_path(left, right)} S"
        if kind == "misfit":
            height = max(abs(a - b) for a, b in zip(top_left, left, strict=True))
            x, y = ((a - b) * 1.4 / height for a, b in zip(left, top_left, strict=True))
            yield f"{_path((left[0] + x, left[1] + y), (right[0] + x, right[1] + y))} S"


def _path(*points: Point) -> str:
    (x, y), *rest = points
    return f"{x:.2f} {y:.2f} m " + " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest)


def _label(writer: PdfWriter, added: int) -> None:
    """Keep the numbers of the pages, and open the file on its first page."""
    root: Any = writer.root_object
    labels = [(0, _dictionary(P=TextStringObject("Audit")))]
    own = list(_labels(root["/PageLabels"], 0)) if "/PageLabels" in root else []
    decimal = _dictionary(S=NameObject("/D"))
    labels += [(number + added, style) for number, style in own or [(0, decimal)]]
    root[NameObject("/PageLabels")] = _dictionary(
        Nums=ArrayObject(each for number, style in labels for each in (NumberObject(number), style))
    )
    root.pop("/OpenAction", None)


def _labels(tree: Any, depth: int) -> Iterator[tuple[int, Any]]:
    """The labels of a tree of page numbers."""
    tree = tree.get_object()
    numbers = tree.get("/Nums", ArrayObject()).get_object()
    for at in range(0, len(numbers) - 1, 2):
        yield int(numbers[at]), numbers[at + 1]
    if depth < 8:
        for kid in tree.get("/Kids", ArrayObject()).get_object():
            yield from _labels(kid, depth + 1)


def _font(name: str) -> DictionaryObject:
    return _dictionary(
        Type=NameObject("/Font"),
        Subtype=NameObject("/Type1"),
        BaseFont=NameObject(f"/{name}"),
        Encoding=NameObject("/WinAnsiEncoding"),
    )


def _dictionary(**values: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject(FloatObject(round(value, 2)) for value in values)
