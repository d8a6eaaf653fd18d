"""The review page (review.html): the text with every proposed row marked, unsure ones first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from moditrack.counting import counted
from moditrack.draft.next_steps import ORDER
from moditrack.draft.proposal import Draft
from moditrack.draft.rows_to_mark import MISSING, NEEDS, PASSAGES, SAID, SURE, Line, RowsMark, spots
from moditrack.draft.unaccounted import waiting
from moditrack.escaping import as_html
from moditrack.marked.text import TEXT_BEGINS, TEXT_ENDS, head, listed, not_read, passages

FILE = "review.html"
"""The name of the page, in the folder of the records."""
_EXPLAINED = {
    NEEDS: "a person has to decide something about the row",
    MISSING: "a number or date that no row has: add it to figures.csv, events.csv or numerals.csv",
    SURE: "the row is complete",
}


def page(draft: Draft, folder: Path, name: str) -> str:
    """The page of the draft of a report of this name, whose records are in a folder."""
    return "\n".join(_page(draft, folder, name)) + "\n"


def _page(draft: Draft, folder: Path, name: str) -> Iterator[str]:
    every = spots(draft, folder)
    title = f"Review of {name}"
    yield head(title)
    yield f"<header>\n<h1>{as_html(title)}</h1>"
    yield f"<p>{as_html(str(draft.toml.get('title') or draft.document.name))}</p>"
    yield f"<p><strong>{_answer(draft, every)}</strong> What is sure needs no touch. For each of"
    yield " the others, change the row that is named, and empty its column"
    yield " <code>needs_a_person</code>; where the row is nothing, write <code>none</code> there."
    yield " Until then, <code>verify</code> and <code>seed</code> leave it out.</p>"
    yield "<ul>" + "".join(_count(kind, every) for kind in SAID) + "</ul>"
    yield "</header>"
    yield from _document(draft)
    yield from _needed(every)
    yield from _missing([spot for spot in every if spot.kind == MISSING])
    yield TEXT_BEGINS
    waits = waiting(draft)
    here: dict[int, list[RowsMark]] = {}
    for spot in every:
        if spot.passage is not None:
            here.setdefault(id(spot.passage), []).append(spot)
    yield from passages(
        draft.document.passages, {key: _inline(own) for key, own in here.items()},
        lambda passage, _: _rows(here.get(id(passage), []), waits),
    )  # fmt: skip
    if new := [spot for spot in every if spot.passage is None]:
        yield "<h3>Rows without a place in the text</h3>"
        yield from _rows(new, waits)
    yield from _left_out(draft)
    yield TEXT_ENDS


def _inline(own: Sequence[RowsMark]) -> list[RowsMark]:
    return [spot for spot in own if spot.inline]


def _answer(draft: Draft, every: Sequence[RowsMark]) -> str:
    rows = [proposal for proposal in draft.proposals if proposal.file != PASSAGES]
    sure = sum(proposal.sure for proposal in rows)
    wait = sum(bool(proposal.follows) for proposal in rows)
    needs = len(rows) - sure - wait
    missing = sum(spot.kind == MISSING for spot in every)
    left = f"; {counted(missing, 'number')} not accounted for" if missing else ""
    verb = "needs" if needs == 1 else "need"
    later = f"; {counted(wait, 'row')} {'waits' if wait == 1 else 'wait'} for these" if wait else ""
    return f"{sure} of {counted(len(rows), 'row')} are sure, {needs} {verb} you{later}{left}."


def _count(kind: str, every: Sequence[RowsMark]) -> str:
    number = sum(spot.kind == kind for spot in every)
    if kind == MISSING and not number:
        return "<li>Every number and month of the text has a row.</li>"
    places = counted(number, "place")
    return f'<li><mark class="{kind}">{SAID[kind]}</mark> {places}: {_EXPLAINED[kind]}</li>'


def _document(draft: Draft) -> Iterator[str]:
    """What document.toml still wants."""
    if draft.missing:
        yield '<section aria-label="document.toml">\n<h2>document.toml</h2>'
        yield from listed([f"{key}: {what}" for key, what in draft.missing.items()])
        yield "</section>"


def _needed(every: Sequence[RowsMark]) -> Iterator[str]:
    """What a person has to decide, file by file in the order of the plan."""
    lines = [
        (line, spot)
        for spot in every
        for line in spot.lines
        if not (line[1].sure or line[1].follows)
    ]
    if not lines:
        return
    yield '<nav aria-label="What needs you">\n<h2>What needs you, in this order</h2>'
    files = [file for file, *_ in ORDER]
    for name in sorted({line[1].file for line, _ in lines}, key=files.index):
        own = [(line, spot) for line, spot in lines if line[1].file == name]
        yield f"<h3>{name}: {counted(len(own), 'row')}</h3>\n<ul>"
        for (number, one), spot in own:
            place = f" {as_html(spot.place)}" if spot.place else ""
            printed = f'<a href="#s{spot.number}">{as_html(_short(spot.printed))}</a>'
            yield f"<li>{printed}{place}, row {number}: {as_html(one.needs_a_person)}</li>"
        yield "</ul>"
    yield "</nav>"


def _short(printed: str) -> str:
    words = printed.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


def _missing(found: Sequence[RowsMark]) -> Iterator[str]:
    if not found:
        return
    yield '<nav aria-label="Not accounted for">\n<h2>Not yet accounted for</h2>\n<ul>'
    for spot in found:
        link = f'<a href="#c{spot.number}">{as_html(spot.printed)}</a>'
        yield f"<li>{link} {as_html(spot.place)}</li>"
    yield "</ul>\n</nav>"


def _rows(here: Sequence[RowsMark], waits: Mapping[int, str]) -> Iterator[str]:
    """The rows of a passage, open where one needs a person or a number has none."""
    if not here:
        return
    lines = [line for spot in here for line in spot.lines]
    open_ = sum(not (one.sure or one.follows) for _, one in lines)
    missing = sum(spot.kind == MISSING for spot in here)
    words = counted(len(lines), "row")
    words += f": {open_} {'needs' if open_ == 1 else 'need'} you" if open_ else ""
    words += f"; {missing} not accounted for" if missing else ""
    yield f"<details{' open' if open_ or missing else ''}>\n<summary>{words}</summary>\n<ul>"
    for spot in here:
        yield f'<li id="s{spot.number}" class="{spot.kind}">{_said(spot, waits)}</li>'
    yield "</ul>\n</details>"


def _said(spot: RowsMark, waits: Mapping[int, str]) -> str:
    printed = as_html(_short(spot.printed))
    link = f'<a href="#c{spot.number}">{printed}</a>' if spot.inline else printed
    if not spot.lines:
        return f"{link} is not accounted for"
    if len(spot.lines) == 1:
        return f"{link} {_line(spot.lines[0], waits)}"
    return f"{link}<ul>{''.join(f'<li>{_line(line, waits)}</li>' for line in spot.lines)}</ul>"


def _line(line: Line, waits: Mapping[int, str]) -> str:
    """A row: its place in its file, what a person has to decide, its values, what it rests on."""
    number, one = line
    needs = f" <strong>{as_html(one.needs_a_person)}</strong>" if not one.sure else ""
    if wanted := one.follows or (one.sure and waits.get(id(one))):
        needs = f" <strong>waits for {as_html(wanted)}</strong>"
    values = "; ".join(
        f'<span class="place">{as_html(column)}</span> {as_html(value)}'
        for column, value in one.row.items()
        if value and column not in ("locator", "table", "row", "column")
    )
    rests = f" (rests on: {as_html(one.rests_on)})" if one.rests_on else ""
    return f"<code>{as_html(one.file)}, row {number}</code>{needs} {values}{rests}"


def _left_out(draft: Draft) -> Iterator[str]:
    summary = draft.document.summary_left_out
    left = [f"Left out, not part of the text: {summary}"] if summary else []
    left += [f"Look at the locator {place}" for place in draft.document.unplaced]
    yield from not_read(left)
