"""The styles and numbering of a Word file: heading levels, and the numbers that it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from moditrack.documents.bullets_and_numbers import ordinal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_DEEPEST = 12
"""Styles that a style can rest on, each on the next."""


def child(element: Any, name: str) -> Any:
    """A child of an element; None where it, or the element, is not there."""
    return None if element is None else element.find(f"{W}{name}")


def value(element: Any, name: str) -> str:
    """An attribute of an element; "" where it, or the element, is not there."""
    return "" if element is None else element.get(f"{W}{name}") or ""


@dataclass
class Style:
    """What a paragraph's style says: its name, the level of a heading, its list and depth."""

    name: str = ""
    level: int = 0
    numbering: str = ""
    depth: int = 0


@dataclass
class Level:
    """A level of a list: how its number looks, as "%1.%2", and where it starts."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


class Styles:
    """Styles by id, and the numbers of lists so far."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self.elements = {value(s, "styleId"): s for s in styles.iter(f"{W}style")}
        self.known: dict[str, Style] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, str] = {}
        self.starts: dict[tuple[str, int], int] = {}
        self.begun: set[tuple[str, int]] = set()
        self.counts: dict[str, dict[int, int]] = {}
        paragraphs = [s for s in self.elements.values() if value(s, "type") == "paragraph"]
        defaults = [s for s in paragraphs if value(s, "default") in ("1", "true")]
        self.default = value(defaults[0], "styleId") if defaults else ""
        for one in numbering.iter(f"{W}abstractNum"):
            self.levels[value(one, "abstractNumId")] = {
                int(value(level, "ilvl") or 0): _level(level) for level in one.iter(f"{W}lvl")
            }
        for one in numbering.iter(f"{W}num"):
            number = value(one, "numId")
            self.lists[number] = value(child(one, "abstractNumId"), "val")
            for other in one.iter(f"{W}lvlOverride"):
                start = value(child(other, "startOverride"), "val")
                if start.isdecimal():
                    self.starts[number, int(value(other, "ilvl") or 0)] = int(start[:6])

    def style_of(self, paragraph: Any) -> Style:
        """The style of a paragraph with what it says about itself."""
        own = child(paragraph, "pPr")
        named = self._named(value(child(own, "pStyle"), "val") or self.default)
        outline = _outline(value(child(own, "outlineLvl"), "val"))
        numbered = child(own, "numPr")
        if not outline and numbered is None:
            return named
        number = value(child(numbered, "numId"), "val")
        depth = value(child(numbered, "ilvl"), "val")
        return Style(
            named.name, outline or named.level, number or named.numbering,
            int(depth[:1]) if depth.isdecimal() else named.depth,
        )  # fmt: skip

    def _named(self, id_: str) -> Style:
        if id_ in self.known:
            return self.known[id_]
        found, at = Style(), id_
        for _ in range(_DEEPEST):
            element = self.elements.get(at)
            if element is None:
                break
            name = value(child(element, "name"), "val").lower()
            found.name = found.name or name
            properties = child(element, "pPr")
            if not found.level:
                outline = _outline(value(child(properties, "outlineLvl"), "val"))
                heading = re.fullmatch(r"heading ([1-9])", name)
                found.level = int(heading[1]) if heading else outline or int(name == "title")
            numbered = child(properties, "numPr")
            if numbered is not None and not found.numbering:
                found.numbering = value(child(numbered, "numId"), "val")
                depth = value(child(numbered, "ilvl"), "val")
                found.depth = int(depth[:1]) if depth.isdecimal() else 0
            at = value(child(element, "basedOn"), "val")
        self.known[id_] = found
        return found

    def mark(self, style: Style) -> tuple[str, int]:
        """The number or bullet that a paragraph gets from its list, and its depth; "" for none."""
        number, depth = style.numbering, style.depth
        levels = self.levels.get(self.lists.get(number, ""), {})
        if number in ("", "0") or depth not in levels:
            return "", 0
        level = levels[depth]
        if level.form == "bullet":
            return "•", depth
        if level.form == "none" or not level.text:
            return "", depth
        counts = self.counts.setdefault(self.lists[number], {})
        override = self.starts.get((number, depth))
        if override is not None and (number, depth) not in self.begun:
            self.begun.add((number, depth))
            counts[depth] = override
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]

        def printed(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            one = levels.get(at, Level())
            return ordinal(counts.get(at, one.start), _FORMATS.get(one.form, "1"))

        return re.sub(r"%([1-9])", printed, level.text).strip(), depth


def _outline(written: str) -> int:
    """The level of a heading by its outline level, which counts from 0; 9 is not a heading."""
    return int(written) + 1 if re.fullmatch("[0-8]", written) else 0


def _level(element: Any) -> Level:
    start = value(child(element, "start"), "val")
    return Level(
        value(child(element, "numFmt"), "val") or "decimal",
        value(child(element, "lvlText"), "val"),
        int(start[:6]) if start.isdecimal() else 1,
    )
