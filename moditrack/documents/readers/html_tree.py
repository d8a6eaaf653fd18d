"""Parse a web page, and walk over what a browser shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moditrack.documents.blocks import Unreadable
from moditrack.documents.encodings import decode_page
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.extras import needs

NEVER = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
    "canvas", "audio", "video", "map", "select", "option", "textarea", "button", "input",
    "datalist", "dialog", "head", "link", "meta", "title",
))  # fmt: skip
"""Elements whose text is not part of the page."""
_DEEPEST = 2000
"""The parser drops what is nested deeper than 2048 elements."""
_CHUNK = 65536
"""Bytes to parse at a time: the parser can be interrupted in between."""
_HIDDEN = lazy_regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = lazy_regex(
    r"(?:^|[\s-])(?:visually-?hidden|sr-only|screen-reader-text)(?:$|[\s_-])"
)


@dataclass(slots=True)
class Measure:
    """What an element contains: characters, those in links, links, and more of a table's."""

    text: int = 0
    linked: int = 0
    links: int = 0
    inner_links: int = 0
    headings: int = 0
    titles: int = 0
    tables: int = 0
    longest: int = 0

    def add(self, other: Measure) -> None:
        """Count what a child contains."""
        self.text += other.text
        self.linked += other.linked
        self.links += other.links
        self.inner_links += other.inner_links
        self.headings += other.headings
        self.titles += other.titles
        self.tables += other.tables
        self.longest = max(self.longest, other.longest)

    @property
    def mostly_links(self) -> bool:
        """Whether this is a list of links: several, short, and little else."""
        return self.links >= 3 and self.linked >= 0.75 * self.text and self.text < 90 * self.links


def parse(data: bytes) -> Any:
    """The root element of a page; None where it has no element. Nothing is fetched."""
    try:
        from lxml import etree
    except ImportError:
        raise Unreadable(needs("read")) from None

    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    page = decode_page(data).replace("\0", "").encode("utf-8", "replace")
    for at in range(0, len(page), _CHUNK):
        parser.feed(page[at : at + _CHUNK])
    try:
        return parser.close()
    except etree.XMLSyntaxError:
        return None


def hidden(element: Any) -> bool:
    """Whether a browser shows nothing of an element."""
    if element.tag in NEVER:
        return True
    named = element.keys()
    return bool(named) and (
        "hidden" in named
        or element.get("aria-hidden") == "true"
        or bool("style" in named and _HIDDEN.search(element.get("style")))
        or bool("class" in named and _HIDDEN_CLASS.search(element.get("class")))
    )


def walk(root: Any) -> Iterator[tuple[str, Any, Any]]:
    """Start and end of every element that is shown, and the walk, which can skip a subtree."""
    from lxml import etree

    steps = etree.iterwalk(root, events=("start", "end"))
    skipped = None
    for event, element in steps:
        if event == "start" and hidden(element):
            skipped = element
            steps.skip_subtree()
        elif skipped is None:
            yield event, element, steps
        if event == "end":
            if element is skipped:
                skipped = None
            if element.tail and element is not root:
                yield "tail", element, steps


def measures(root: Any) -> dict[Any, Measure]:
    """What each element contains."""
    found: dict[Any, Measure] = {}
    stack = [Measure()]
    links = 0
    for event, element, _ in walk(root):
        tag = element.tag
        if event == "start":
            if len(stack) > _DEEPEST:
                raise Unreadable(
                    "is nested more than 2,000 elements deep: open it and save its text."
                )
            stack.append(Measure())
            links += tag == "a"
            _count(stack[-1], element.text, links)
        elif event == "tail":
            _count(stack[-1], element.tail, links)
        else:
            own = found[element] = stack.pop()
            _closed(own, element)
            stack[-1].add(own)
            links -= tag == "a"
    return found


def _count(measure: Measure, text: str | None, links: int) -> None:
    length = len(text.strip()) if text else 0
    measure.text += length
    if links:
        measure.linked += length


def _closed(own: Measure, element: Any) -> None:
    tag = element.tag
    if tag == "a" and element.get("href") is not None:
        own.links += 1
        own.inner_links += element.get("href").startswith("#")
    elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        own.headings += 1
        own.titles += tag == "h1"
    elif tag == "table":
        own.tables += 1
    elif tag in ("td", "th"):
        own.longest = max(own.longest, own.text)
