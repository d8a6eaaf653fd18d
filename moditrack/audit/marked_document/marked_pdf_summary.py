"""The first pages of a marked PDF: the summary, and what does not fit with links to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

from pdfminer.fontmetrics import FONT_METRICS

from moditrack.audit.audit import Audit
from moditrack.audit.audit_rows import answer, heading, not_checked, not_read, summary
from moditrack.audit.marked_document.claims_to_mark import COLOURS, LOOKS, MEANING, SAID, ClaimMark
from moditrack.counting import counted
from moditrack.documents.readers.pdf_pages.places_of_passages import Spot
from moditrack.escaping import clean

_LEFT, _TOP, _BOTTOM = 56.0, 780.0, 56.0
_PLAIN = str.maketrans({"\u2212": "-", "≤": "<=", "≥": ">=", "→": "->", "⁄": "/", "\u2011": "-"})
"""What the font lacks."""


class Line(NamedTuple):
    """A paragraph of the summary: how it is printed, and the place that it links to."""

    text: str
    size: float = 10
    bold: bool = False
    space: float = 2
    colour: str = ""
    spot: Spot | None = None


class Sheet:
    """A page of the summary: what is drawn on it, and its links."""

    SIZE: ClassVar = (595.0, 842.0)
    FONTS: ClassVar = {"F1": "Helvetica", "F2": "Helvetica-Bold"}

    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.links: list[tuple[tuple[float, float, float, float], Spot]] = []
        self.y = _TOP

    def content(self) -> bytes:
        """Its content stream."""
        return "\n".join(self.drawn).encode()

    def write(self, text: str, line: Line) -> None:
        """Print a line of text below the last."""
        self.y -= 1.35 * line.size
        x, y = _LEFT + (16 if line.colour else 0), round(self.y, 1)
        if line.colour:
            colour = "{} {} {}".format(*COLOURS[line.colour])
            self.drawn.append(f"{colour} rg {_LEFT} {y - 2:.1f} 11 {line.size} re f")
        ink = "0 0.27 0.54" if line.spot else "0 0 0"
        font = "F2" if line.bold else "F1"
        printed = text.encode("cp1252", "replace").hex()
        self.drawn.append(f"BT {ink} rg /{font} {line.size} Tf {x} {y} Td <{printed}> Tj ET")
        if line.spot:
            right, below = round(x + _width(text, line), 1), round(y - 1.5, 1)
            self.links.append(((x, y - 0.25 * line.size, right, y + 0.9 * line.size), line.spot))
            self.drawn.append(f"{ink} RG 0.5 w {x} {below} m {right} {below} l S")


def sheets_of(
    name: str, found: Audit, every: Sequence[ClaimMark], spots: Mapping[int, Sequence[Spot]]
) -> list[Sheet]:
    """The pages of the summary."""
    sheets = [Sheet()]
    for line in _lines(name, found, every, spots):
        sheets[-1].y -= line.space
        for text in _wrapped(line):
            if sheets[-1].y - 1.35 * line.size < _BOTTOM:
                sheets.append(Sheet())
            sheets[-1].write(text, line)
    return sheets


def _lines(
    name: str, found: Audit, every: Sequence[ClaimMark], spots: Mapping[int, Sequence[Spot]]
) -> Iterator[Line]:
    read = [summary(name, found)]
    yield Line(f"Audit of {name}", 18, bold=True)
    yield Line(f"{heading(read)}.", 11, bold=True, space=10)
    yield Line(answer(read))
    yield Line(
        f"{MEANING} Each mark has its arithmetic as a comment. Pages are counted from the first of"
        " the original.",
        space=8,
    )
    kinds = Counter(mark.kind for mark in every)
    for kind, said in SAID.items():
        what = f"{counted(kinds[kind], 'mark')}: {said} ({LOOKS[kind]})"
        yield Line(what, space=6 if kind == "fits" else 2, colour=kind)
    for kind in ("misfit", "rounding"):
        listed = [mark for mark in every if mark.kind == kind]
        if listed:
            yield _title(SAID[kind])
        for mark in listed:
            yield from _entry(mark, spots[mark.number])
    if lost := [mark for mark in every if not spots[mark.number]]:
        yield _title("Not marked: their places on the pages are not certain")
        for mark in lost:
            yield Line(f"{mark.place}: {mark.printed}: {SAID[mark.kind]}", 9)
    for title, lines in (("Not checked", not_checked(found)), ("Not read", not_read(found))):
        if lines:
            yield _title(title)
            yield from (Line(line, 9) for line in lines)


def _title(text: str) -> Line:
    return Line(text[:1].upper() + text[1:], 12, bold=True, space=14)


def _entry(mark: ClaimMark, spots: Sequence[Spot]) -> Iterator[Line]:
    place = f"Page {spots[0].page}: {mark.printed}" if spots else f"{mark.place}: {mark.printed}"
    yield Line(place, bold=True, space=5, spot=spots[0] if spots else None)
    yield from (Line(said[:1].upper() + said[1:], 9) for said in mark.said())


def _width(text: str, line: Line) -> float:
    widths = FONT_METRICS[Sheet.FONTS["F2" if line.bold else "F1"]][1]
    return sum(widths.get(character, 556) for character in text) * line.size / 1000


def _wrapped(line: Line) -> Iterator[str]:
    """The text of a line cut into what fits the width of the page."""
    room = Sheet.SIZE[0] - 2 * _LEFT - 16
    text = ""
    for word in clean(" ".join(line.text.split()).translate(_PLAIN)).split(" "):
        rest = word
        if text and _width(f"{text} {rest}", line) > room:
            yield text
            text = ""
        while _width(rest, line) > room:  # a word without an end
            fits = next(n for n in range(len(rest), 0, -1) if _width(rest[:n], line) <= room)
            yield rest[:fits]
            rest = rest[fits:]
        text = f"{text} {rest}" if text else rest
    yield text
