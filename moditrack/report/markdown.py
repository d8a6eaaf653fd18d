"""The briefing as Markdown, its charts in characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from moditrack.citations import address
from moditrack.escaping import markdown, markdown_block, markdown_bold, markdown_cell
from moditrack.output.charts import draw
from moditrack.output.shown_values import RIGHT_ALIGNED, group_heading
from moditrack.report.parts import (
    IN_HEADING,
    Briefing,
    Caution,
    Grid,
    Part,
    Picture,
    Sentence,
    Text,
    Tiles,
    pieces,
)

_WIDTH = 80


def text(briefing: Briefing) -> str:
    """The text of the file."""
    return "\n".join(_lines(briefing)) + "\n"


def _lines(briefing: Briefing) -> Iterator[str]:
    yield f"# {markdown(briefing.title)}\n\n{markdown(briefing.subtitle)}."
    for (number, key, heading), section in zip(
        briefing.contents(), briefing.sections, strict=False
    ):
        yield f"\n## {number}. {markdown(heading)}\n"
        for part in section.parts:
            yield from _part(part, briefing)
        if key == "brief":
            yield from (f"\n{markdown(line)}" for line in briefing.issue)
            if not briefing.only_page_one:
                yield "\n## Contents\n"
                for label, _, title in briefing.contents():
                    yield f"- {label}. {markdown(title)}"
    yield from _references(briefing)


def _part(part: Part, briefing: Briefing) -> Iterator[str]:
    if isinstance(part, Sentence):
        yield f"- {markdown(part.text)}{_reference_numbers(briefing, part.sources)}"
    elif isinstance(part, Tiles):
        for tile in part.tiles:
            numbers = _reference_numbers(briefing, tile.sources)
            yield f"- {markdown_bold(tile.number)} {markdown(tile.text)}{numbers}"
    elif isinstance(part, Text):
        yield f"\n{markdown_bold(part.heading)}\n"
        yield f"{_with_bold(part.text)}{_reference_numbers(briefing, part.sources)}"
    elif isinstance(part, Caution):
        yield f"\n{markdown_bold(part.bold)} {markdown(part.text)}"
    elif isinstance(part, Grid):
        yield from _table(part, briefing)
    else:
        yield from _picture(part, briefing)


def _with_bold(text: str) -> str:
    """A text with what is marked in it in bold, each piece with the blanks around it."""
    found = []
    for own, bold in pieces(text):
        said = own.rstrip()
        first = " " * (len(said) - len(said.lstrip()))
        found.append(f"{first}{markdown_bold(own) if bold else markdown(own)}{own[len(said) :]}")
    return "".join(found)


def _reference_numbers(briefing: Briefing, sources: Sequence[str]) -> str:
    numbers = [str(a) if a == b else f"{a}-{b}" for a, b in briefing.runs(sources)]
    return f" \\[{', '.join(numbers)}\\]" if numbers else ""


def _heading(briefing: Briefing, title: str, sources: Sequence[str]) -> tuple[str, str]:
    """A heading with its reference numbers, or, of more, these below what it heads."""
    numbers = _reference_numbers(briefing, sources)
    if len(briefing.numbers(sources)) <= IN_HEADING:
        return f"\n{markdown_bold(title)}{numbers}", ""
    return f"\n{markdown_bold(title)}", f"\nReferences{numbers}"


def _picture(picture: Picture, briefing: Briefing) -> Iterator[str]:
    heading, below = _heading(briefing, picture.heading, picture.sources)
    if picture.charts:
        yield heading
    for chart in picture.charts:
        yield f"\n{markdown_block(draw(chart, _WIDTH, plain=False))}\n"
    if picture.charts and below:
        yield below


def _table(grid: Grid, briefing: Briefing) -> Iterator[str]:
    table = grid.table
    title, below = _heading(briefing, table.title, grid.sources)
    yield title
    if table.answer:
        yield f"\n{markdown(table.answer)}"
    rule = ["---:" if column.kind in RIGHT_ALIGNED else "---" for column in grid.columns]
    for heading, members in groupby(
        table.displayed, key=lambda row: group_heading(row, table.display.group)
    ):
        if heading:
            yield f"\n{markdown(heading)}"
        yield f"\n{_row(list(map(markdown_cell, grid.headings)))}"
        yield _row([*rule, *(["---"] if grid.has_sources else [])])
        for row in members:
            marks = (
                [_reference_numbers(briefing, row["sources"]).strip()] if grid.has_sources else []
            )
            yield _row([*map(markdown_cell, grid.cells(row)), *marks])
    yield ""
    yield from (f"- {markdown(note)}" for note in grid.notes)
    if below:
        yield below


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _references(briefing: Briefing) -> Iterator[str]:
    letter, _, heading = briefing.contents()[-1]
    yield f"\n## {letter}. {heading}"
    for document, published, own in briefing.documents_cited():
        yield f"\n### {markdown(document['title'])}\n"
        url = address(document["url"])
        link = f"<{url}>" if url else "Address not known."
        yield f"{markdown(published)}. {link}\n"
        for number, place in own:
            yield f"{number}. {markdown(place)}"
