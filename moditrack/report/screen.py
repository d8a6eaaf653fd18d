"""The briefing on a terminal: its parts as other commands show theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from moditrack.charts_and_graphs import Chart
from moditrack.citations import first_of, source_note
from moditrack.pages import Page
from moditrack.report.parts import Briefing, Caution, Grid, Part, Picture, Sentence, Text, Tiles
from moditrack.tables import Marked, Table


def items(briefing: Briefing) -> Iterator[Table | Page | Chart]:
    """What a terminal shows of it, in order; citations take the place of references."""
    yield Page(briefing.title, [("", f"{briefing.subtitle}.")], [], {})
    for (number, _, heading), section in zip(briefing.contents(), briefing.sections, strict=False):
        title = f"{number}. {heading}"
        for listed, parts in groupby(section.parts, key=_is_listed):
            if listed:
                yield Page(title, [fact for part in parts for fact in _facts(part)], [], {})
            else:
                yield from [Page(title, [], [], {})] if title else []
                yield from (item for part in parts for item in _alone(part))
            title = ""
    yield Page("This briefing", [("", line) for line in briefing.issue], [], {})


def _is_listed(part: Part) -> bool:
    return isinstance(part, Sentence | Tiles)


def _facts(part: Part) -> Iterator[tuple[str, str]]:
    if isinstance(part, Tiles):
        for tile in part.tiles:
            yield tile.number, _with_citation(tile.text, tile.sources)
    elif isinstance(part, Sentence):
        yield "-", _with_citation(part.text, part.sources)


def _alone(part: Part) -> Iterator[Table | Page | Chart]:
    if isinstance(part, Grid):
        yield _with_source(part)
    elif isinstance(part, Picture):
        yield from part.charts
    elif isinstance(part, Text):
        yield Page(part.heading, [("", _with_citation(part.text, part.sources))], [], {})
    elif isinstance(part, Caution):
        yield Page(part.bold, [("", part.text)], [], {})


def _with_source(grid: Grid) -> Table:
    """The table, with what is cited for it as a whole, where it shows no source of its own."""
    table = grid.table
    shown = grid.has_sources or any(note.kind == "source" for note in table.notes)
    if shown or not grid.sources:
        return table
    return Table(
        table.title,
        table.columns,
        table.find_rows,
        display=table.display,
        notes=lambda _: [*table.notes, source_note(grid.sources)],
        answer=table.find_answer,
    )


def _with_citation(text: str, sources: Sequence[str]) -> str:
    cited = f"{text} {first_of(sources)}" if sources else text
    return Marked(cited, text.spans) if isinstance(text, Marked) else cited
