"""The marked-up page: a document's own text with each derived number marked. No script needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from moditrack.audit.audit import Audit
from moditrack.audit.claims import Claim
from moditrack.audit.table import MISFITS, answer, heading, summary
from moditrack.checks.arithmetic import Result
from moditrack.counting import counted
from moditrack.documents.passages import Passage
from moditrack.escaping import clean

_STYLE = Path(__file__).with_name("page.css")
_CLASSES = {
    "consistent": "fits", "inconsistent": "misfit", "impossible": "misfit",
    "truncated": "rounding", "rounded-up": "rounding", "ambiguous": "rounding",
    "not-checkable": "open",
}  # fmt: skip
_SAID = {
    "fits": "fits",
    "misfit": "does not fit",
    "rounding": "fits only if not rounded to the nearest",
    "open": "could not be checked",
}
Checked = tuple[int, Claim, Result]


def page(name: str, passages: Sequence[Passage], found: Audit) -> str:
    """The page of one document."""
    return "\n".join(_page(name, passages, found)) + "\n"


def _page(name: str, passages: Sequence[Passage], found: Audit) -> Iterator[str]:
    numbered = [(number, *one) for number, one in enumerate(found.claims, 1)]
    by_passage: dict[int, list[Checked]] = {}
    for one in numbered:
        by_passage.setdefault(id(one[1].passage), []).append(one)
    read = [summary(name, found)]
    title = _text(f"Audit of {name}")
    yield '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#text">Skip to the text</a>'
    yield f"<header>\n<h1>{title}</h1>"
    yield f"<p><strong>{_text(heading(read))}.</strong> {_text(answer(read))}</p>"
    yield "<p>A number that does not fit is one that the document's own figures do not give: that"
    yield " says what disagrees, not which of the numbers is wrong.</p>"
    yield "<p>" + " ".join(f'<mark class="{each}">{words}</mark>' for each, words in _SAID.items())
    yield "</p>\n</header>"
    yield from _contents(numbered)
    yield '<main id="text">'
    yield from _passages(passages, by_passage)
    yield "</main>\n</body>\n</html>"


def _contents(numbered: Sequence[Checked]) -> Iterator[str]:
    """The list of what does not fit, each with a link to its place."""
    for words, verdicts in (
        ("Does not fit", MISFITS),
        ("Fits only if not rounded to the nearest", ("truncated", "rounded-up", "ambiguous")),
    ):
        listed = [one for one in numbered if one[2].verdict in verdicts]
        if listed:
            yield f'<nav aria-label="{words}">\n<h2>{words}</h2>\n<ul>'
            for number, claim, result in listed:
                yield (
                    f'<li><a href="#c{number}">{_text(claim.stated.printed)}</a>'
                    f" {_text(_place(claim.passage))}: {_text(result.why)}</li>"
                )
            yield "</ul>\n</nav>"


def _passages(passages: Sequence[Passage], by_passage: dict[int, list[Checked]]) -> Iterator[str]:
    before, page = "", None
    for passage in passages:
        if passage.page is not None and passage.page != page:
            page = passage.page
            yield f'<p class="page">page {page}</p>'
        if passage.heading and passage.heading != before:
            yield f"<h3>{_text(passage.heading)}</h3>"
        before = passage.heading
        checked = by_passage.get(id(passage), [])
        if passage.kind == "heading":
            yield f"<h2>{_text(passage.text)}</h2>"
        elif passage.cells:
            yield from _table(passage)
        else:
            kind = ' class="item"' if passage.kind in ("bullet", "footnote") else ""
            yield (
                f'<p{kind}><span class="place">{_text(passage.locator)}</span>'
                f" {_marked(passage.text, checked)}</p>"
            )
        yield from _sums(checked)


def _marked(text: str, checked: Sequence[Checked]) -> str:
    """A text with its numbers marked."""
    parts, at = [], 0
    for number, claim, result in sorted(checked, key=lambda one: one[1].start):
        if claim.start >= at and claim.end > claim.start:
            kind = _CLASSES[result.verdict]
            printed = _text(text[claim.start : claim.end])
            parts += [
                _text(text[at : claim.start]),
                f'<mark class="{kind}" id="c{number}"><a href="#s{number}">{printed}'
                f'<span class="hidden"> ({_SAID[kind]})</span></a></mark>',
            ]
            at = claim.end
    return "".join([*parts, _text(text[at:])])


def _table(passage: Passage) -> Iterator[str]:
    yield f'<table aria-label="{_text(passage.locator)}">'
    for number, row in enumerate(passage.cells):
        cell = "th" if number == 0 else "td"
        yield "<tr>" + "".join(f"<{cell}>{_text(one)}</{cell}>" for one in row) + "</tr>"
    yield "</table>"


def _sums(checked: Sequence[Checked]) -> Iterator[str]:
    """The arithmetic of a passage, open where something does not fit."""
    if not checked:
        return
    misfits = sum(result.verdict in MISFITS for _, _, result in checked)
    words = counted(len(checked), "derived number")
    words += f": {misfits} {'does' if misfits == 1 else 'do'} not fit" if misfits else ""
    yield f"<details{' open' if misfits else ''}>\n<summary>{words}</summary>\n<ul>"
    for number, claim, result in checked:
        kind = _CLASSES[result.verdict]
        rests = ", ".join(
            f"{one.description} {one.quantity.printed}"
            + ("" if one.passage is claim.passage else f" ({_place(one.passage)})")
            for one in claim.inputs
        )
        rests = f" From {rests}." if rests else ""
        link = f'<a href="#c{number}">{_text(claim.stated.printed)}</a>'
        said = f"{_SAID[kind]}: {_text(result.why)}.{_text(rests)}"
        yield f'<li id="s{number}" class="{kind}">{link} {said}</li>'
    yield "</ul>\n</details>"


def _place(passage: Passage) -> str:
    return f"p. {passage.page}, {passage.locator}" if passage.page else passage.locator


def _text(text: str) -> str:
    return escape(clean(text))
