"""Small PDFs made by hand: pages of text at places, rulings, and no more than a test needs."""

from __future__ import annotations

from collections.abc import Sequence

from moditrack.documents.blocks import Cell
from moditrack.documents.readers import pdf as reader

HELVETICA, BOLD = "F1", "F2"


def text(x: float, y: float, words: str, size: float = 10, font: str = HELVETICA) -> str:
    """Words at a place, from the bottom left of the page."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def turned(x: float, y: float, words: str, size: float = 10) -> str:
    """Words that read from the bottom to the top."""
    return f"BT /F1 {size} Tf 0 1 -1 0 {x} {y} Tm ({words}) Tj ET"


def prose(x: float, top: float, lines: list[str], size: float = 10) -> str:
    """Lines of a paragraph, 12 points from line to line."""
    return "\n".join(text(x, top - 12 * at, line, size) for at, line in enumerate(lines))


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S"


def pdf(*pages: str, rotate: int = 0, extra: str = "", resources: str = "") -> bytes:
    """A file with pages of A4. `extra` goes into each page, `resources` replaces its resources."""
    fonts = [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    first = 5
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        *fonts,
    ]
    for at, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} {extra}"
            f" /Resources << {resources or '/Font << /F1 3 0 R /F2 4 0 R >>'} >>"
            f" /Contents {first + 2 * at + 1} 0 R >>"
        )
        size = len(content.encode("cp1252"))
        objects.append(f"<< /Length {size} >>\nstream\n{content}\nendstream")
    return assembled(objects)


def assembled(objects: Sequence[str | bytes], trailer: str = "") -> bytes:
    """A file of numbered objects, of which the first is the catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        content = body if isinstance(body, bytes) else body.encode("cp1252")
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    root = f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R {trailer} >>\n"
    return out + f"{root}startxref\n{start}\n%%EOF\n".encode()


def tables(*parts: str) -> list[list[Cell]]:
    """The cells of each table that is read on a page with these parts."""
    found = reader.blocks(pdf("\n".join(parts))).blocks
    return [block.cells for block in found if block.kind == "table"]
