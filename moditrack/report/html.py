"""The briefing as one HTML file: nothing is loaded, and no script is needed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from itertools import count, groupby
from pathlib import Path

from moditrack.citations import address
from moditrack.dataset import Dataset
from moditrack.escaping import clean
from moditrack.output.values import RIGHT_ALIGNED, lines
from moditrack.plots import draw
from moditrack.plots.files import description, svg
from moditrack.report.parts import Briefing, Grid, Picture, Section, Sentence
from moditrack.tables import Row

_STYLE = Path(__file__).with_name("style.css")


def page(briefing: Briefing, data: Dataset) -> str:
    """The page; `data` is the dataset that its pictures are drawn from."""
    return "\n".join(_page(briefing, data)) + "\n"


def _page(briefing: Briefing, data: Dataset) -> Iterator[str]:
    title, subtitle = _text(briefing.title), _text(briefing.subtitle)
    yield '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f'<meta name="description" content="{subtitle}">'
    yield f"<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#brief">Skip to the briefing</a>'
    yield f"<header>\n<h1>{title}</h1>\n<p>{subtitle}</p>\n</header>"
    headings = [(s.key, s.heading) for s in briefing.sections] + [("references", "References")]
    yield '<nav aria-label="Contents">\n<ul>'
    for key, heading in headings:
        yield f'<li><a href="#{key}">{_text(heading)}</a></li>'
    yield "</ul>\n</nav>\n<main>"
    tables = count(1)
    for section in briefing.sections:
        yield from _section(section, briefing, data, tables)
    yield from _references(briefing)
    yield f"</main>\n<footer>\n<p>{_text(briefing.provenance)}</p>\n</footer>\n</body>\n</html>"


def _text(text: str) -> str:
    return escape(clean(text))


def _section(
    section: Section, briefing: Briefing, data: Dataset, tables: Iterator[int]
) -> Iterator[str]:
    yield f'<section id="{section.key}" aria-labelledby="{section.key}-heading">'
    yield f'<h2 id="{section.key}-heading">{_text(section.heading)}</h2>'
    for kind, parts in groupby(section.parts, key=type):
        if kind is Sentence:
            yield "<ul>"
            for part in parts:
                assert isinstance(part, Sentence)
                yield f"<li>{_text(part.text)}{_reference_links(briefing, part.sources)}</li>"
            yield "</ul>"
            continue
        for part in parts:
            if isinstance(part, Grid):
                yield from _table(part, briefing, tables)
            elif isinstance(part, Picture):
                yield from _picture(part, data)
    if section.own_page and section.sources:
        named = "; ".join(f"[{briefing.references[s]}] {_text(s)}" for s in section.sources)
        yield f'<p class="notes">Sources of this page: {named}.</p>'
    yield "</section>"


def _reference_links(briefing: Briefing, sources: Sequence[str]) -> str:
    """Reference numbers, each a link."""
    numbers = briefing.numbers(sources)
    if not numbers:
        return ""
    links = ", ".join(f'<a href="#r{number}">{number}</a>' for number in numbers)
    return f' <span class="marks">[{links}]</span>'


def _picture(picture: Picture, data: Dataset) -> Iterator[str]:
    chart = draw(data, picture.view, picture.document)
    picture_svg = svg(chart)
    encoded = b64encode(picture_svg.encode()).decode()
    width, height = (picture_svg.partition(f'{name}="')[2].partition('"')[0] for name in _SIZES)
    yield (
        f'<figure>\n<img src="data:image/svg+xml;base64,{encoded}" width="{width}"'
        f' height="{height}" alt="Chart. {_text(description(chart))}.">\n</figure>'
    )


_SIZES = ("width", "height")


def _table(grid: Grid, briefing: Briefing, tables: Iterator[int]) -> Iterator[str]:
    table = grid.table
    marks = _reference_links(briefing, grid.sources)
    key = f"table-{next(tables)}"
    yield f'<h3 id="{key}">{_text(table.title)}{marks}</h3>'
    yield f'<table role="table" aria-labelledby="{key}">'
    heads = [column.heading for column in grid.columns] + (["Source"] if grid.cited else [])
    sides = ["number" if column.kind in RIGHT_ALIGNED else "" for column in grid.columns]
    yield '<thead role="rowgroup">\n<tr role="row">'
    for head, side in zip(heads, [*sides, ""], strict=False):
        yield f'<th role="columnheader" scope="col"{_class(side)}>{_text(head)}</th>'
    yield "</tr>\n</thead>"
    rows = table.displayed
    for heading, members in groupby(rows, key=lambda row: _heading(row, table.display.group)):
        yield '<tbody role="rowgroup">'
        if heading:
            yield (
                f'<tr role="row" class="group"><th role="rowheader" scope="rowgroup"'
                f' colspan="{len(heads)}">{_text(heading)}</th></tr>'
            )
        for row in members:
            yield _row(grid, row, heads, sides, briefing)
        yield "</tbody>"
    yield "</table>"
    if grid.notes:
        yield '<ul class="notes">'
        yield from (f"<li>{_text(note)}</li>" for note in grid.notes)
        yield "</ul>"


def _heading(row: Row, group: str | None) -> str:
    return " ".join(lines(row.get(group), "text")) if group else ""


def _row(
    grid: Grid, row: Row, heads: Sequence[str], sides: Sequence[str], briefing: Briefing
) -> str:
    first, *rest = [_text(text) for text in grid.cells(row)]
    cells = [f'<th role="rowheader" scope="row" data-head="{_text(heads[0])}">{first}</th>']
    for text, head, side in zip(rest, heads[1:], sides[1:], strict=False):
        cells.append(f'<td role="cell" data-head="{_text(head)}"{_class(side)}>{text}</td>')
    if grid.cited:
        marks = _reference_links(briefing, row["sources"]).strip()
        cells.append(f'<td role="cell" data-head="Source">{marks}</td>')
    return f'<tr role="row">{"".join(cells)}</tr>'


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _references(briefing: Briefing) -> Iterator[str]:
    yield '<section id="references" aria-labelledby="references-heading">'
    yield '<h2 id="references-heading">References</h2>'
    yield "<p>Each number stands for one paragraph, bullet or table, named by its place.</p>"
    for document in briefing.documents:
        own = list(briefing.references_to(document["document"]))
        if not own:
            continue
        yield f"<h3>{_text(document['title'])}</h3>"
        url = address(document["url"])
        link = f'<a href="{_text(url)}">{_text(url)}</a>' if url else (
            "Address not known."
        )  # fmt: skip
        known = [document["publisher_name"], document["reference"], document["date"]]
        yield f"<p>{_text(', '.join(k for k in known if k))}. {link}</p>"
        yield '<ol class="references">'
        for number, place in own:
            yield f'<li id="r{number}" value="{number}">{_text(place)}</li>'
        yield "</ol>"
    yield "</section>"
