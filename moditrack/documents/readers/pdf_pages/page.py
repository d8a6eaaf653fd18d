"""What is drawn on a page of a PDF: its words with their places, and its rulings."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.utils import apply_matrix_pt

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.pdf_pages import size_limits
from moditrack.documents.readers.pdf_pages.words import Char, Phrase, Word, back, placed, words_of
from moditrack.documents.readers.pdf_tables.rulings import Ruling

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

UNKNOWN = "\ufffd"
"""What is shown for a glyph whose font does not say which character it is."""
_BOLD = lazy_regex(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_THIN = 3.5
"""Points: a filled shape no thicker than this is a line."""
_DOT = (1.0, 7.0)
"""Points: how wide a bullet is that is drawn as a shape."""
_WHITE = (1, 1.0, (1, 1, 1), (0, 0, 0, 0))


class Drawn:
    """What is drawn on a page, turned so that most of its text is upright.

    `across` and `down` are lines; `shades` has the sides of shapes that are only filled.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.width = self.height = 0.0
        self.words: list[Word] = []
        self.turned: list[Phrase] = []
        self.across: list[Ruling] = []
        self.down: list[Ruling] = []
        self.shades: tuple[list[Ruling], list[Ruling]] = ([], [])
        self.dots: list[tuple[float, float, float]] = []
        self.turn = 0
        self.matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self.unknown = self.characters = self.images = 0

    def on_page(self, x: float, y: float) -> tuple[float, float]:
        """A point of it as the file counts, before the page is turned or cut."""
        width, height = self.width, self.height
        if self.turn % 180:
            width, height = height, width
        x, y = back(self.turn, x, y, width, height)
        a, b, c, d, e, f = self.matrix
        x, y, size = x - e, y - f, a * d - b * c
        return (d * x - c * y) / size, (a * y - b * x) / size


class _Device(PDFTextDevice):
    """Collects the characters and straight lines of a page, within bounds."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.fonts: dict[Any, bool] = {}

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        x0, y0, x1, y1 = page.mediabox
        sideways = page.rotate in (90, 270)
        self.width, self.height = abs(x1 - x0), abs(y1 - y0)
        if sideways:
            self.width, self.height = self.height, self.width
        self.matrix = ctm
        ax, ay = apply_matrix_pt(ctm, page.cropbox[:2])
        bx, by = apply_matrix_pt(ctm, page.cropbox[2:])
        self.clip = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        self.chars: list[Char] = []
        self.across: list[Ruling] = []
        self.down: list[Ruling] = []
        self.shades: tuple[list[Ruling], list[Ruling]] = ([], [])
        self.dots: list[tuple[float, float, float, float]] = []
        self.turns: Counter[int] = Counter()
        self.tags: list[bool] = []
        self.artifact = False
        self.unknown = self.images = self.forms = 0

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self.forms += 1
        if self.forms > size_limits.FORMS:
            raise size_limits.TooMuchError

    def render_image(self, name: str, stream: Any) -> None:
        self.images += 1

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        kind = props.get("Type") if isinstance(props, dict) else None
        self.tags.append(self.artifact)
        self.artifact = self.artifact or (
            getattr(tag, "name", "") == "Artifact" and getattr(kind, "name", "") == "Pagination"
        )

    def end_tag(self) -> None:
        if self.tags:
            self.artifact = self.tags.pop()

    def render_char(
        self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int,
        ncs: Any, graphicstate: Any,
    ) -> float:  # fmt: skip
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNKNOWN
            self.unknown += 1
        advance: float = font.char_width(cid) * fontsize * scaling
        a, b, c, d, e, f = matrix
        if b == 0 and c == 0 and a > 0:
            turn, size = 0, abs(d) * fontsize
            x, y, length = e, f + rise * d, advance * a
        else:
            turn = round(math.degrees(math.atan2(b, a))) % 360
            size = fontsize * math.hypot(c, d)
            x, y, length = e + rise * c, f + rise * d, advance * math.hypot(a, b)
        if not (self.clip[0] <= x <= self.clip[2] and self.clip[1] <= y <= self.clip[3]):
            return advance
        if turn:
            x, y = placed(turn, x, y, self.width, self.height)
        else:
            y = self.height - y
        bold = self.fonts.get(font)
        if bold is None:
            bold = self.fonts[font] = _is_bold(font)
        if len(self.chars) >= size_limits.CHARACTERS:
            raise size_limits.TooMuchError
        if not text.isspace():
            self.turns[turn] += 1
        self.chars.append((text, x, x + length, y, size, turn, bold, self.artifact))
        return advance

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any
    ) -> None:
        hidden = fill and not stroke and graphicstate.ncolor in _WHITE
        if hidden or not (stroke or fill) or self._is_drawing():
            return
        a, b, c, d, e, f = self.ctm  # type: ignore[misc]
        points: list[tuple[float, float]] = []
        straight = True
        for part in [*path, ("m",)]:
            kind = part[0]
            if kind in ("m", "h"):
                if kind == "h" and points:
                    points.append(points[0])
                if len(points) > 1:
                    self._add_path(points, straight, stroke)
                points, straight = ([], True) if kind == "m" else (points[-1:], True)
            if len(part) > 2:
                x, y = float(part[-2]), float(part[-1])
                points.append((a * x + c * y + e, b * x + d * y + f))
                straight = straight and kind in ("m", "l")

    def _is_drawing(self) -> bool:
        """Whether there are more lines than tables have."""
        shaded = len(self.shades[0]) + len(self.shades[1])
        return len(self.across) + len(self.down) + shaded + len(self.dots) > size_limits.RULINGS

    def _add_path(self, points: list[tuple[float, float]], straight: bool, stroke: bool) -> None:
        """A shape: a bullet, a thin one that is a line, or the straight sides of another."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if len(points) > 3 and _DOT[0] < x1 - x0 < _DOT[1] and 0.6 < (y1 - y0) / (x1 - x0) < 1.6:
            self.dots.append((x0, y0, x1, y1))
        elif not straight:
            return
        elif len(points) > 2 and y1 - y0 <= _THIN < x1 - x0:
            self.across.append(Ruling((y0 + y1) / 2, x0, x1))
        elif len(points) > 2 and x1 - x0 <= _THIN < y1 - y0:
            self.down.append(Ruling((x0 + x1) / 2, y0, y1))
        elif len(points) > 2 and x1 - x0 <= _THIN:
            return
        else:
            across, down = (self.across, self.down) if stroke else self.shades
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ay - by) < 0.5 < abs(ax - bx):
                    across.append(Ruling(ay, min(ax, bx), max(ax, bx)))
                elif abs(ax - bx) < 0.5 < abs(ay - by):
                    down.append(Ruling(ax, min(ay, by), max(ay, by)))


def _is_bold(font: Any) -> bool:
    name = font.fontname if isinstance(font.fontname, str) else ""
    flags = font.descriptor.get("Flags", 0)
    return bool(_BOLD.search(name)) or (isinstance(flags, int) and bool(flags & _FORCE_BOLD))


class Pages:
    """Draws the pages of a document one at a time."""

    def __init__(self) -> None:
        self.manager = PDFResourceManager()
        self.device = _Device(self.manager)
        self.interpreter = PDFPageInterpreter(self.manager, self.device)

    def draw(self, page: PDFPage, number: int) -> Drawn:
        """The words and rulings of a page. Raises TooMuchError, and on damage nearly anything."""
        device = self.device
        self.interpreter.process_page(page)
        drawn = Drawn(number)
        drawn.turn = device.turns.most_common(1)[0][0] if device.turns else 0
        if drawn.turn % 90:
            drawn.turn = 0
        width, height = device.width, device.height
        drawn.matrix = device.matrix
        drawn.across, drawn.down = _turned(device.across, device.down, drawn.turn, width, height)
        drawn.shades = _turned(*device.shades, drawn.turn, width, height)
        for x0, y0, x1, y1 in device.dots:
            ax, ay = placed(drawn.turn, x0, y0, width, height)
            bx, by = placed(drawn.turn, x1, y1, width, height)
            drawn.dots.append((min(ax, bx), max(ax, bx), (ay + by) / 2))
        drawn.width, drawn.height = (height, width) if drawn.turn % 180 else (width, height)
        drawn.unknown, drawn.images = device.unknown, device.images
        drawn.characters = sum(device.turns.values())
        drawn.words, drawn.turned = words_of(device.chars, drawn.turn, width, height)
        device.chars = []
        return drawn


def _turned(
    across: list[Ruling], down: list[Ruling], turn: int, width: float, height: float
) -> tuple[list[Ruling], list[Ruling]]:
    """Rulings across and down as the turned page has them, from the top left."""
    turned: tuple[list[Ruling], list[Ruling]] = ([], [])
    for vertical, rulings in enumerate((across, down)):
        for at, low, high in rulings:
            ends = ((at, low), (at, high)) if vertical else ((low, at), (high, at))
            (ax, ay), (bx, by) = (placed(turn, x, y, width, height) for x, y in ends)
            if abs(ay - by) <= abs(ax - bx):
                turned[0].append(Ruling(ay, min(ax, bx), max(ax, bx)))
            else:
                turned[1].append(Ruling(ax, min(ay, by), max(ay, by)))
    return turned
