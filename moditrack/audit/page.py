"""The marked-up page: a document's own text with each derived number marked. No script needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from moditrack.audit.audit import Audit
from moditrack.audit.left_out import not_checked, not_read
from moditrack.audit.marks import SAID, Mark, marks
from moditrack.audit.page_table import table
from moditrack.audit.table import answer, heading, summary
from moditrack.counting import counted
from moditrack.documents.passages import Passage
from moditrack.escaping import clean

_STYLE = Path(__file__).with_name("page.css")
_DEEPEST = 6


def page(name: str, found: Audit) -> str:
    """The page of one document."""
    return "\n".join(_page(name, found)) + "\n"


def _page(name: str, found: Audit) -> Iterator[str]:
    every = marks(found)
    left = not_read(found)
    read = [summary(name, found)]
    title = _text(f"Audit of {name}")
    yield '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#text">Skip to the text</a>'
    yield f"<header>\n<h1>{title}</h1>"
    yield f"<p><strong>{_text(heading(read))}.</strong> {_text(answer(read))}</p>"
    yield "<p>A number that does not fit is one that the document's own figures do not give: that"
    yield " says what disagrees, not which of the numbers is wrong. Each mark leads to its"
    yield " arithmetic below the passage.</p>"
    yield "<ul>" + "".join(_count(kind, every) for kind in SAID) + "</ul>"
    yield from _list(not_checked(found))
    if left:
        yield '<p><a href="#not-read">What was not read</a> is listed at the end.</p>'
    yield "</header>"
    for kind in ("misfit", "rounding"):
        yield from _contents(kind, [mark for mark in every if mark.kind == kind])
    yield '<main id="text">\n<h2>Text of the document</h2>'
    yield from _passages(found.passages, every)
    if left:
        yield '<section id="not-read">\n<h2>What was not read</h2>'
        yield from _list(left)
        yield "</section>"
    yield "</main>\n</body>\n</html>"


def _count(kind: str, every: Sequence[Mark]) -> str:
    number = sum(mark.kind == kind for mark in every)
    return f'<li><mark class="{kind}">{counted(number, "mark")}</mark> {SAID[kind]}</li>'


def _list(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield "<ul>" + "".join(f"<li>{_text(line)}</li>" for line in lines) + "</ul>"


def _contents(kind: str, listed: Sequence[Mark]) -> Iterator[str]:
    """A list of marks, each with a link to its place."""
    if listed:
        words = SAID[kind].capitalize()
        yield f'<nav aria-label="{words}">\n<h2>{words}</h2>\n<ul>'
        for mark in listed:
            said = " ".join(mark.said())
            link = f'<a href="#c{mark.number}">{_text(mark.printed)}</a>'
            yield f"<li>{link} {_text(mark.place)}: {_text(said)}</li>"
        yield "</ul>\n</nav>"


def _passages(passages: Sequence[Passage], every: Sequence[Mark]) -> Iterator[str]:
    by_passage: dict[int, list[Mark]] = {}
    for mark in every:
        by_passage.setdefault(id(mark.passage), []).append(mark)
    headings: list[str] = []
    page = None
    for passage in passages:
        if passage.page is not None and passage.page != page:
            page = passage.page
            yield f'<p class="page">page {page}</p>'
        own = passage.heading.split(" / ") if passage.heading else []
        yield from _headings(headings, own)
        headings = own
        here = by_passage.get(id(passage), [])
        if passage.table or passage.cells:
            yield from table(passage, here, marked)
        else:
            kind = f' class="{passage.kind}"' if passage.kind in ("bullet", "footnote") else ""
            place = f'<span class="place">{_text(passage.locator)}</span>'
            yield f"<p{kind}>{place} {marked(passage.text, here)}</p>"
        yield from _sums(here)


def _headings(before: Sequence[str], own: Sequence[str]) -> Iterator[str]:
    """The headings of a passage that those before it had not, each at its depth."""
    same = 0
    while same < min(len(before), len(own)) and before[same] == own[same]:
        same += 1
    for depth, text in list(enumerate(own, 3))[same:]:
        level = min(depth, _DEEPEST)
        yield f"<h{level}>{_text(text)}</h{level}>"


def marked(text: str, here: Sequence[Mark]) -> str:
    """A text with its numbers marked, each with a link to its arithmetic."""
    parts, at = [], 0
    for mark in here:
        end = max(mark.end, mark.start)
        parts += [
            _text(text[at : mark.start]),
            f'<mark class="{mark.kind}" id="c{mark.number}"><a href="#s{mark.number}">',
            _text(text[mark.start : end]),
            f'<span class="hidden"> ({SAID[mark.kind]})</span></a></mark>',
        ]
        at = end
    return "".join([*parts, _text(text[at:])])


def _sums(here: Sequence[Mark]) -> Iterator[str]:
    """The arithmetic of a passage, open where something does not fit."""
    if not here:
        return
    misfits = sum(mark.kind == "misfit" for mark in here)
    words = counted(len(here), "derived number")
    words += f": {misfits} {'does' if misfits == 1 else 'do'} not fit" if misfits else ""
    yield f"<details{' open' if misfits else ''}>\n<summary>{words}</summary>\n<ul>"
    for mark in here:
        link = f'<a href="#c{mark.number}">{_text(mark.printed)}</a>'
        said = " ".join(mark.said())
        yield f'<li id="s{mark.number}" class="{mark.kind}">{link} {_text(said)}</li>'
    yield "</ul>\n</details>"


def _text(text: str) -> str:
    return escape(clean(text))
