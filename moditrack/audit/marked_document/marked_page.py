"""The marked-up page: a document's own text with each derived number marked. No script needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moditrack.audit.audit import Audit
from moditrack.audit.audit_rows import answer, heading, not_checked, not_read, summary
from moditrack.audit.marked_document.claims_to_mark import MEANING, SAID, ClaimMark, marks
from moditrack.counting import counted
from moditrack.documents.passages import Passage
from moditrack.escaping import as_html
from moditrack.marked import text as marked
from moditrack.marked.text import TEXT_BEGINS, TEXT_ENDS, head, listed, passages


def page(name: str, found: Audit) -> str:
    """The page of one document."""
    return "\n".join(_page(name, found)) + "\n"


def _page(name: str, found: Audit) -> Iterator[str]:
    every = marks(found)
    left = not_read(found)
    read = [summary(name, found)]
    title = f"Audit of {name}"
    yield head(title)
    yield f"<header>\n<h1>{as_html(title)}</h1>"
    yield f"<p><strong>{as_html(heading(read))}.</strong> {as_html(answer(read))}</p>"
    yield f"<p>{MEANING} Each mark leads to its arithmetic below the passage.</p>"
    yield "<ul>" + "".join(_count(kind, every) for kind in SAID) + "</ul>"
    yield from listed(not_checked(found))
    if left:
        yield '<p><a href="#not-read">What was not read</a> is listed at the end.</p>'
    yield "</header>"
    for kind in ("misfit", "rounding"):
        yield from _contents(kind, [mark for mark in every if mark.kind == kind])
    yield TEXT_BEGINS
    here: dict[int, list[ClaimMark]] = {}
    for mark in every:
        here.setdefault(id(mark.passage), []).append(mark)
    yield from passages(found.passages, here, _sums)
    yield from marked.not_read(left)
    yield TEXT_ENDS


def _count(kind: str, every: Sequence[ClaimMark]) -> str:
    number = sum(mark.kind == kind for mark in every)
    return f'<li><mark class="{kind}">{counted(number, "mark")}</mark> {SAID[kind]}</li>'


def _contents(kind: str, own: Sequence[ClaimMark]) -> Iterator[str]:
    """A list of marks, each with a link to its place."""
    if own:
        words = SAID[kind].capitalize()
        yield f'<nav aria-label="{words}">\n<h2>{words}</h2>\n<ul>'
        for mark in own:
            said = " ".join(mark.said())
            link = f'<a href="#c{mark.number}">{as_html(mark.printed)}</a>'
            yield f"<li>{link} {as_html(mark.place)}: {as_html(said)}</li>"
        yield "</ul>\n</nav>"


def _sums(_: Passage, here: Sequence[ClaimMark]) -> Iterator[str]:
    """The arithmetic of a passage, open where something does not fit."""
    if not here:
        return
    misfits = sum(mark.kind == "misfit" for mark in here)
    words = counted(len(here), "derived number")
    words += f": {misfits} {'does' if misfits == 1 else 'do'} not fit" if misfits else ""
    yield f"<details{' open' if misfits else ''}>\n<summary>{words}</summary>\n<ul>"
    for mark in here:
        link = f'<a href="#c{mark.number}">{as_html(mark.printed)}</a>'
        said = " ".join(mark.said())
        yield f'<li id="s{mark.number}" class="{mark.kind}">{link} {as_html(said)}</li>'
    yield "</ul>\n</details>"
