"""Parse a web page, and separate its text from what is around it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moditrack.documents.blocks import Unreadable
from moditrack.documents.encodings_and_navigation import decode
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
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w:.-]{1,40})")
_LATIN = frozenset(("iso8859-1", "ascii", "iso8859-15", "utf-8", "utf-16", "utf-16-le", "utf-32"))
"""Charsets that pages name where they are Windows-1252."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN_CLASS = re.compile(
    r"(?:^|[\s-])(?:visually-?hidden|sr-only|screen-reader-text)(?:$|[\s_-])"
)
_ROLES = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation",
    "search": "search form", "banner": "page header", "contentinfo": "page footer",
    "dialog": "notice", "alertdialog": "notice", "complementary": "side column",
}  # fmt: skip
_AROUND = {"footer": "page footer", "header": "page header", "aside": "side column"}
_LISTS_OF_LINKS = frozenset(("ul", "ol", "dl", "div", "p", "table", "td", "section"))
_CLASSES = {
    **dict.fromkeys(
        ("nav", "navigation", "navbar", "menu", "breadcrumb", "breadcrumbs", "crumbs", "pagination",
         "pager", "skip", "skiplink"), "navigation"),
    **dict.fromkeys(("cookie", "cookies", "consent", "gdpr"), "cookie notice"),
    **dict.fromkeys(("footer",), "page footer"),
    **dict.fromkeys(("masthead",), "page header"),
    **dict.fromkeys(("sidebar", "related"), "side column"),
    **dict.fromkeys(
        ("share", "sharing", "social", "newsletter", "subscribe", "signup", "login"),
        "sharing and signing up"),
}  # fmt: skip
_DOUBTFUL = frozenset(("share", "sharing", "social", "related", "login", "skip"))
_NOTES = frozenset(("footnote", "footnotes", "endnote", "endnotes", "references"))
_MOST = 0.4
"""An element with a larger share of the page's text is not left out for its class."""


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
    page = _text(data).replace("\0", "").encode("utf-8", "replace")
    for at in range(0, len(page), _CHUNK):
        parser.feed(page[at : at + _CHUNK])
    try:
        return parser.close()
    except etree.XMLSyntaxError:
        return None


def _text(data: bytes) -> str:
    """A page decoded: a saved page can be UTF-8 whatever charset it names."""
    named = _META.search(data[:4096]) or _XML.match(data)
    text = decode(data)
    if named is None or data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_utf8(data):
        return text
    try:
        codec = codecs.lookup(named[1].decode("ascii")).name
        return text if codec in _LATIN else data.decode(codec, errors="replace")
    except (LookupError, UnicodeError, ValueError):
        return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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


def furniture(element: Any, measure: Measure, whole: int, *, inside: bool) -> str:
    """What an element is if it is not part of the text ("navigation"), else "".

    `whole` is the number of characters of the page; `inside` whether the element is within its
    main text.
    """
    if element.tag in ("body", "html", "main", "article") or is_note(element):
        return ""
    if element.tag == "nav":
        return "navigation"
    if measure.titles:  # what has the title of the page has its text
        return ""
    role = _ROLES.get(element.get("role") or "", "")
    around = "" if inside else _AROUND.get(element.tag, "")
    return role or around or _by_class(element, measure, whole) or _links(element, measure, inside)


def _by_class(element: Any, measure: Measure, whole: int) -> str:
    if measure.text > _MOST * whole or not element.keys():
        return ""
    for word in _words(element):
        what = _CLASSES.get(word, "")
        # "social" may be social care, and "share" a share of something.
        if what and (word not in _DOUBTFUL or 2 * measure.linked > measure.text):
            return what
    return ""


def _links(element: Any, measure: Measure, inside: bool) -> str:
    """A list of links is navigation; within the main text only one of links to its own parts."""
    if element.tag not in _LISTS_OF_LINKS or not measure.mostly_links:
        return ""
    if measure.inner_links >= 0.8 * measure.links:
        return "contents"
    return "" if inside else "navigation"


def is_note(element: Any) -> bool:
    """Whether an element contains footnotes."""
    if not element.keys():
        return False
    role = element.get("role") or ""
    return role.startswith(("doc-endnote", "doc-footnote")) or not _NOTES.isdisjoint(
        _words(element)
    )


def _words(element: Any) -> list[str]:
    """The words of the class and id of an element."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return [word.lower() for word in _WORD.findall(named[:500])] if named != " " else []
