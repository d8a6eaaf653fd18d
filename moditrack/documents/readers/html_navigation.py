"""What is around the text of a web page and left out: menus, cookie notices, headers, footers."""

from __future__ import annotations

from typing import Any

from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.html_tree import Measure

_WORD = lazy_regex(r"[A-Z]?[a-z]+|[A-Z]+")
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
