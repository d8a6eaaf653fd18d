"""The briefing as one HTML file without scripts: contents, references, alt texts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import count, groupby, repeat
from pathlib import Path

from moditrack.citations import address
from moditrack.dataset import Dataset
from moditrack.escaping import as_html, clean
from moditrack.output.shown_values import NO_COUNT, RIGHT_ALIGNED, group_heading
from moditrack.plots import drawing
from moditrack.plots.drawings import Drawing
from moditrack.plots.picture_formats import svg
from moditrack.report.parts import (
    IN_HEADING,
    Briefing,
    Caution,
    Grid,
    Part,
    Picture,
    Section,
    Sentence,
    Text,
    Tiles,
    pieces,
)
from moditrack.tables import Row

_STYLE = Path(__file__).with_name("style.css")


def page(briefing: Briefing, data: Dataset) -> str:
    """The page; `data` is the dataset that its pictures are drawn from."""
    return "\n".join(_page(briefing, data)) + "\n"


def _page(briefing: Briefing, data: Dataset) -> Iterator[str]:
    title, subtitle = as_html(briefing.title), as_html(briefing.subtitle)
    yield '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f'<meta name="description" content="{subtitle}">'
    contents = briefing.contents()
    feet = "" if briefing.only_page_one else "\n".join(_feet(contents))
    yield f"<style>\n{_STYLE.read_text('utf-8')}{feet}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#brief">Skip to the briefing</a>'
    yield f"<header>\n<h1>{title}</h1>\n<p>{subtitle}.</p>\n</header>\n<main>"
    tables = count(1)
    for (number, _, heading), section in zip(contents, briefing.sections, strict=False):
        yield from _section(section, f"{number}. {heading}", briefing, data, tables)
        if section.key == "brief" and not briefing.only_page_one:
            yield from _contents(contents)
    if not briefing.only_page_one:
        yield from _references(briefing, contents[-1])
    yield '</main>\n<footer>\n<p><a href="#brief">Back to the top</a></p>\n</footer>'
    yield "</body>\n</html>"


def _feet(contents: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """The style that prints the heading of a section and the number of the page within it at the
    foot of its pages: a browser knows no page of another section, but that 5-1 begins section 5."""
    for at, (number, key, heading) in enumerate(contents):
        text = f"{number}. {clean(heading)}, page {number}-".replace("\\", "\\\\").replace(
            '"', '\\"'
        )
        foot = f'@bottom-left {{ content: "{text}" counter(of-{key}); font: 8pt sans-serif; }}'
        yield f"@page {key if at else ''} {{ counter-increment: of-{key}; {foot} }}"
        if at:  # the first section is on the first page, with what no section holds
            yield f"@media print {{ #{key} {{ page: {key}; }} }}"
    yield f"@media print {{ nav {{ page: {contents[1][1]}; }} }}\n"


def _contents(contents: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    yield '<nav aria-label="Contents">\n<h2>Contents</h2>\n<ul>'
    for number, key, heading in contents:
        page = f'<span class="page">{number}-1</span>'
        yield f'<li><a href="#{key}">{number}. {as_html(heading)}</a>{page}</li>'
    number, *_ = contents[1]
    yield f'</ul>\n<p class="page">{number}-1 is the first page of section {number}.</p>\n</nav>'


def _section(
    section: Section, heading: str, briefing: Briefing, data: Dataset, tables: Iterator[int]
) -> Iterator[str]:
    kind = ' class="annex"' if section.annex else ""
    yield f'<section id="{section.key}"{kind} aria-labelledby="{section.key}-heading">'
    title = f'<h2 id="{section.key}-heading">{as_html(heading)}</h2>'
    yield f"<details>\n<summary>{title}</summary>" if section.annex else title
    for own, parts in groupby(section.parts, key=_kind):
        before, after = _AROUND.get(own, ("", ""))
        yield before
        for part in parts:
            yield from _part(part, briefing, data, tables)
        yield after
    if section.key == "brief":
        yield '<div class="issue">'
        if briefing.only_page_one:
            named = "; ".join(
                f'<span id="r{number}">[{number}] {as_html(citation)}</span>'
                for citation, number in briefing.references.items()
            )
            yield f"<p>Sources: {named}.</p>"
        yield "".join(f"<p>{as_html(line)}</p>" for line in briefing.issue)
        yield "</div>"
    yield "</details>\n</section>" if section.annex else "</section>"


_AROUND = {"sentences": ("<ul>", "</ul>"), "blocks": ('<div class="blocks">', "</div>")}
"""What is around parts of a kind that follow each other."""


def _kind(part: Part) -> str:
    if isinstance(part, Sentence):
        return "sentences"
    return "blocks" if isinstance(part, (Text, Grid)) else ""


def _part(part: Part, briefing: Briefing, data: Dataset, tables: Iterator[int]) -> Iterator[str]:
    if isinstance(part, Sentence):
        yield f"<li>{as_html(part.text)}{_reference_links(briefing, part.sources)}</li>"
    elif isinstance(part, Grid):
        yield '<div class="block">'
        yield from _table(part, briefing, tables)
        yield "</div>"
    elif isinstance(part, Picture):
        yield from _picture(part, briefing, data)
    elif isinstance(part, Tiles):
        yield '<ul class="tiles">'
        for tile in part.tiles:
            marks = _reference_links(briefing, tile.sources)
            yield f"<li><strong>{as_html(tile.number)}</strong> {as_html(tile.text)}{marks}</li>"
        yield "</ul>"
    elif isinstance(part, Text):
        marks = _reference_links(briefing, part.sources)
        yield f'<div class="block">\n<h3>{as_html(part.heading)}</h3>'
        yield f"<p>{_with_bold(part.text)}{marks}</p>\n</div>"
    elif isinstance(part, Caution):
        yield f'<p class="caution"><strong>{as_html(part.bold)}</strong> {as_html(part.text)}</p>'


def _reference_links(briefing: Briefing, sources: Sequence[str]) -> str:
    """Reference numbers, each a link."""
    numbers = briefing.numbers(sources)
    if not numbers:
        return ""
    links = ", ".join(f'<a href="#r{number}">{number}</a>' for number in numbers)
    return f' <span class="marks">[{links}]</span>'


def _with_bold(text: str) -> str:
    """A text with what is marked in it in bold."""
    found = ((as_html(own), bold) for own, bold in pieces(text))
    return "".join(f"<strong>{own}</strong>" if bold else own for own, bold in found)


def _heading_marks(briefing: Briefing, sources: Sequence[str]) -> tuple[str, str]:
    """The reference numbers in a heading, or, of more, below what it heads."""
    if len(briefing.numbers(sources)) <= IN_HEADING:
        return _reference_links(briefing, sources), ""
    links = ", ".join(
        f'<a href="#r{first}">{first}</a>' + f"-{last}" * (last > first)
        for first, last in briefing.runs(sources)
    )
    marks = f' <span class="marks">[{links}]</span>'
    return "", f'<p class="references-below">References{marks}</p>'


_PAGE, _PHONE = 680, 328
"""The widths of pictures in pixels: as wide as paper within its margins, and as a phone."""
_BESIDE = ("age", "ethnicity")
"""Pictures that are beside their table, and so as narrow as a phone everywhere."""
_ON_A_PHONE = "screen and (max-width: 44rem)"


def _picture(picture: Picture, briefing: Briefing, data: Dataset) -> Iterator[str]:
    """A picture, drawn again for the width of a phone; a page may break between its parts."""
    small = drawing(data, picture.name, picture.document, _PHONE)
    wide = None
    if picture.name not in _BESIDE:
        wide = drawing(data, picture.name, picture.document, _PAGE)
    marks, below = _heading_marks(briefing, picture.sources)
    words = as_html(small.description)
    yield f"<figure>\n<h3>{as_html(picture.heading)}{marks}</h3>"
    if picture.has_notes:
        yield f'<p class="answer">{as_html(small.subtitle)}.</p>'
    yield f'<div role="img" aria-label="Chart. {words}.">'
    for phone, page in zip(_drawn(small), _drawn(wide) if wide else repeat(None), strict=False):
        if page is None:
            yield f'<img src={phone} alt="">'
        else:
            source = f'<source media="{_ON_A_PHONE}" srcset={phone}>'
            yield f'<picture>{source}<img src={page} alt=""></picture>'
    yield "</div>"
    notes = [small.key, *(note for note in small.notes if note.kind != "related-checks")]
    if said := list(filter(None, notes if picture.has_notes else [small.key])):
        yield f'<ul class="notes">{"".join(f"<li>{as_html(note)}</li>" for note in said)}</ul>'
    yield f"{below}</figure>"


def _drawn(found: Drawing) -> Iterator[str]:
    """The address of each part of a picture, which holds all of it, and its size."""
    for part in found.parts():
        drawn = svg(part)
        width, height = (drawn.partition(f'{name}="')[2].partition('"')[0] for name in _SIZES)
        encoded = b64encode(drawn.encode()).decode()
        yield f'"data:image/svg+xml;base64,{encoded}" width="{width}" height="{height}"'


_SIZES = ("width", "height")


def _table(grid: Grid, briefing: Briefing, tables: Iterator[int]) -> Iterator[str]:
    table = grid.table
    marks, below = _heading_marks(briefing, grid.sources)
    key = f"table-{next(tables)}"
    yield f'<h3 id="{key}">{as_html(table.title)}{marks}</h3>'
    if table.answer:
        yield f'<p class="answer">{as_html(table.answer)}</p>'
    kind = ' class="matrix"' if grid.matrix else ""
    yield f'<table role="table"{kind} aria-labelledby="{key}">'
    heads = grid.headings
    sides = ["number" if column.kind in RIGHT_ALIGNED else "" for column in grid.columns]
    yield '<thead role="rowgroup">\n<tr role="row">'
    for head, side in zip(heads, [*sides, ""], strict=False):
        yield f'<th role="columnheader" scope="col"{_class(side)}><span>{as_html(head)}</span></th>'
    yield "</tr>\n</thead>"
    rows = table.displayed
    for heading, members in groupby(rows, key=lambda row: group_heading(row, table.display.group)):
        yield '<tbody role="rowgroup">'
        if heading:
            yield (
                f'<tr role="row" class="group"><th role="rowheader" scope="rowgroup"'
                f' colspan="{len(heads)}">{as_html(heading)}</th></tr>'
            )
        for row in members:
            yield _row(grid, row, heads, sides, briefing)
        yield "</tbody>"
    yield f"</table>{below}"
    if grid.notes:
        yield '<ul class="notes">'
        yield from (f"<li>{as_html(note)}</li>" for note in grid.notes)
        yield "</ul>"


def _row(
    grid: Grid, row: Row, heads: Sequence[str], sides: Sequence[str], briefing: Briefing
) -> str:
    first, *rest = [as_html(text) for text in grid.cells(row)]
    cells = [f'<th role="rowheader" scope="row" data-head="{as_html(heads[0])}">{first}</th>']
    for text, head, side in zip(rest, heads[1:], sides[1:], strict=False):
        kind = f"{side} none".strip() if text == NO_COUNT else side
        cells.append(f'<td role="cell" data-head="{as_html(head)}"{_class(kind)}>{text}</td>')
    if grid.has_sources:
        marks = _reference_links(briefing, row["sources"]).strip()
        cells.append(f'<td role="cell" data-head="Source">{marks}</td>')
    return f'<tr role="row">{"".join(cells)}</tr>'


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _references(briefing: Briefing, named: tuple[str, str, str]) -> Iterator[str]:
    letter, key, heading = named
    yield f'<section id="{key}" class="annex" aria-labelledby="{key}-heading">\n<details>'
    yield f'<summary><h2 id="{key}-heading">{letter}. {heading}</h2></summary>'
    yield "<p>Each number stands for one paragraph, bullet or table, named by its place.</p>"
    for document, published, own in briefing.documents_cited():
        yield f"<h3>{as_html(document['title'])}</h3>"
        url = address(document["url"])
        link = f'<a href="{as_html(url)}">{as_html(url)}</a>' if url else "Address not known."
        yield f"<p>{as_html(published)}. {link}</p>"
        yield '<ol class="references">'
        for number, place in own:
            yield f'<li id="r{number}" value="{number}">{as_html(place)}</li>'
        yield "</ol>"
    yield "</details>\n</section>"
