"""The characters of a page of a PDF into words."""

from __future__ import annotations

from typing import NamedTuple

_GAP = 0.2
"""Ems between two characters that separate words where no space is drawn."""
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▪", "\uf0fc": "▪", "\uf02d": "-", "\uf06f": "o",
}  # fmt: skip
"""Ligatures, and the bullets of Symbol and Wingdings, whose codes are private."""


class Word:
    """A word and where it is, in points from the top left; `y` is its baseline.

    `spaced` says that a space was drawn before it. `artifact` marks what the file itself calls a
    running head or foot.
    """

    __slots__ = ("artifact", "bold", "size", "spaced", "text", "x0", "x1", "y")

    def __init__(
        self, text: str, x0: float, x1: float, y: float, size: float,
        bold: bool, spaced: bool, artifact: bool,
    ) -> None:  # fmt: skip
        self.text, self.x0, self.x1, self.y, self.size = text, x0, x1, y, size
        self.bold, self.spaced, self.artifact = bold, spaced, artifact

    @property
    def top(self) -> float:
        return self.y - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.y + 0.2 * self.size


class Phrase(NamedTuple):
    """Words that are turned against the page, and their box; -1 where they are at a slant."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


Char = tuple[str, float, float, float, float, int, bool, bool]


def placed(turn: int, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """A point of a page, from its bottom left, in the frame of text that is turned so far."""
    if turn == 90:  # reads from the bottom to the top
        return y, x
    if turn == 180:
        return width - x, y
    if turn == 270:
        return height - y, width - x
    return x, height - y


def words_of(
    chars: list[Char], upright: int, width: float, height: float
) -> tuple[list[Word], list[Phrase]]:
    """Characters in the order drawn into words, and into phrases where they are turned.

    A character drawn twice, for weight, counts once.
    """
    words: list[Word] = []
    turned: list[Phrase] = []
    drawn: set[tuple[str, int, int]] = set()
    other: dict[int, list[Word]] = {}
    spaced = False
    word: Word | None = None
    at = 0
    for printed, x0, x1, y, size, turn, bold, artifact in chars:
        text = _LIGATURES.get(printed, printed).strip()  # a font may name a glyph " ."
        if not text:
            spaced, word = True, None
            continue
        key = (text, round(x0), round(y))
        if key in drawn:
            word = None
            continue
        drawn.add(key)
        if (
            word is not None
            and turn == at
            and abs(y - word.y) < 0.05 * size + 0.1
            and abs(size - word.size) < 0.1 * size
            and -0.3 * size < x0 - word.x1 < _GAP * size
        ):
            word.text += text
            word.x1 = x1
            continue
        word = Word(text, x0, x1, y, size, bold, spaced, artifact)
        spaced, at = False, turn
        if turn == upright:
            words.append(word)
        else:
            other.setdefault(turn, []).append(word)
    for turn, others in other.items():
        turned += _phrases(others, turn, upright, width, height)
    return words, turned


def _phrases(
    words: list[Word], turn: int, upright: int, width: float, height: float
) -> list[Phrase]:
    """Words that are turned against the page, grouped by line."""
    phrases: list[Phrase] = []
    line: list[Word] = []
    for word in [*words, None]:
        last = line[-1] if line else None
        if word is not None and last is not None and (
            abs(word.y - last.y) < 0.1 * word.size and 0 <= word.x0 - last.x1 < word.size
        ):  # fmt: skip
            line.append(word)
            continue
        if line and turn % 90 == 0:
            corners = [
                placed(upright, *back(turn, x, y, width, height), width, height)
                for x in (line[0].x0, line[-1].x1) for y in (line[0].top, line[0].bottom)
            ]  # fmt: skip
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            text = " ".join(w.text for w in line)
            phrases.append(Phrase(text, min(xs), min(ys), max(xs), max(ys)))
        elif line:
            text = " ".join(w.text for w in line)
            phrases.append(Phrase(text, -1.0, -1.0, -1.0, -1.0))
        line = [word] if word is not None else []
    return phrases


def back(turn: int, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """The point of the page that `placed` takes to this one."""
    return placed(turn, x, y, height, width) if turn == 270 else placed(turn, x, y, width, height)
