"""What a briefing is made of: sentences, tables, pictures; the numbers of their references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from moditrack.charts_and_graphs import Chart
from moditrack.citations import in_order, place
from moditrack.output.shown_values import DRAWN, lines
from moditrack.tables import DisplayColumn, Note, Row, Table

_NOT_REPEATED = {"source", "related-checks", "nearby-checks", "pointer"}
"""Kinds of notes that the briefing leaves out: it has references and a section on what does not
fit."""


class Sentence:
    """A sentence with its citations."""

    def __init__(self, text: str, sources: Sequence[str] = ()) -> None:
        self.text = text
        self.sources = list(sources)


class Tile:
    """A number, and what it counts."""

    def __init__(self, number: str, text: str, sources: Sequence[str] = ()) -> None:
        self.number = number
        self.text = text
        self.sources = list(sources)


class Tiles:
    """Numbers side by side."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        self.tiles = tiles
        self.sources = [source for tile in tiles for source in tile.sources]


class Text:
    """A paragraph under a heading, with its citations."""

    def __init__(self, heading: str, text: str, sources: Sequence[str] = ()) -> None:
        self.heading = heading
        self.text = text
        self.sources = list(sources)


class Caution:
    """What to mind, after a word in bold."""

    def __init__(self, bold: str, text: str) -> None:
        self.bold = bold
        self.text = text
        self.sources: list[str] = []


class Picture:
    """A picture of moditrack.plots by its name, and its charts in characters where there are any.

    `has_notes`: with the picture's own notes, where no table beside it has them.
    """

    def __init__(
        self,
        name: str,
        document: str | None,
        charts: Sequence[Chart] = (),
        *,
        heading: str,
        sources: Sequence[str] = (),
        has_notes: bool = False,
    ) -> None:
        self.name = name
        self.document = document
        self.charts = charts
        self.heading = heading
        self.sources = list(sources)
        self.has_notes = has_notes


class Grid:
    """A table as people see it; `sources` are cited for the table, beside the sources of its rows.

    A matrix has many narrow columns.
    """

    def __init__(self, table: Table, sources: Sequence[str], *, matrix: bool = False) -> None:
        self.table = table
        self.matrix = matrix
        self.sources = list(sources)

    @property
    def columns(self) -> list[DisplayColumn]:
        """The columns of text and numbers, without citations and what is drawn."""
        columns = self.table.display.columns
        return [
            column for column in columns if column.key != "sources" and column.kind not in DRAWN
        ]

    @property
    def headings(self) -> list[str]:
        """The headings of the columns, that of the citations last where rows have some."""
        return [own.heading for own in self.columns] + (["Source"] if self.has_sources else [])

    @property
    def has_sources(self) -> bool:
        """Whether the rows have citations of their own."""
        return any(column.key == "sources" for column in self.table.display.columns)

    @property
    def notes(self) -> list[Note]:
        """The notes that the briefing has nowhere else."""
        return [note for note in self.table.notes if note.kind not in _NOT_REPEATED]

    def cells(self, row: Row) -> list[str]:
        """The texts of a row."""
        return [
            (" " if c.kind == "period" else "; ").join(lines(row.get(c.key), c.kind))
            for c in self.columns
        ]


IN_HEADING, _LISTED = 2, 16
"""At most this many reference numbers are in a heading, and below what it heads one by one."""


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, and whether each is marked."""
    end = 0
    for first, last in getattr(text, "spans", ()):
        yield from ((text[end:first], False), (text[first:last], True))
        end = last
    yield text[end:], False


Part = Sentence | Tiles | Text | Caution | Picture | Grid


class Section:
    """A part of the briefing under a heading; `key` is its anchor in the page.

    In the annex are the lists behind the other sections.
    """

    def __init__(
        self, key: str, heading: str, parts: Sequence[Part], *, annex: bool = False
    ) -> None:
        self.key = key
        self.heading = heading
        self.parts = parts
        self.annex = annex


class Briefing:
    """The briefing: sections, and the documents that they rest on (rows of `sources`); `kinds` is
    the kind of each passage by its citation. `issue` says when and from what it was made, and how
    to cite it. One with `only_page_one` has its references on
    that page."""

    def __init__(
        self,
        *,
        title: str,
        subtitle: str,
        sections: Sequence[Section],
        documents: Sequence[Row],
        kinds: Mapping[str, str],
        issue: Sequence[str],
        only_page_one: bool = False,
    ) -> None:
        self.title = title
        self.subtitle = subtitle
        self.sections = sections
        self.documents = documents
        self.kinds = kinds
        self.issue = list(issue)
        self.only_page_one = only_page_one
        self.references = {
            citation: number
            for number, citation in enumerate(sorted(set(self._citations()), key=in_order), 1)
        }

    def _citations(self) -> Iterator[str]:
        for section in self.sections:
            for part in section.parts:
                yield from part.sources
                if isinstance(part, Grid) and part.has_sources:
                    for row in part.table.displayed:
                        yield from row["sources"]

    def contents(self) -> list[tuple[str, str, str]]:
        """The number or letter, the key and the heading of each section and of the references."""
        body = [section for section in self.sections if not section.annex]
        annex = [(s.key, s.heading) for s in self.sections if s.annex]
        return [
            *((str(n), own.key, own.heading) for n, own in enumerate(body, 1)),
            *(
                (letter, key, heading)
                for letter, (key, heading) in zip(
                    ascii_uppercase, [*annex, ("references", "References")], strict=False
                )
            ),
        ]

    def documents_cited(self) -> Iterator[tuple[Row, str, list[tuple[int, str]]]]:
        """Each document that is referred to, who published it and when, and its references."""
        for document in self.documents:
            if own := list(self._references_to(document["document"])):
                known = (document["publisher_name"], document["reference"], document["date"])
                yield document, ", ".join(filter(None, known)), own

    def _references_to(self, document: str) -> Iterator[tuple[int, str]]:
        """Each reference to a document: its number, its place in words and its citation."""
        for citation, number in self.references.items():
            own, _, locator = citation.partition("#")
            if own == document:
                yield number, f"{place(self.kinds[citation], locator)} ({citation})"

    def numbers(self, sources: Sequence[str]) -> list[int]:
        """The reference numbers of citations, in order."""
        return sorted({self.references[source] for source in sources})

    def runs(self, sources: Sequence[str]) -> list[tuple[int, int]]:
        """The first and last of the reference numbers of citations; of many, of each run."""
        numbers = self.numbers(sources)
        runs: list[tuple[int, int]] = []
        for number in numbers:
            if len(numbers) > _LISTED and runs and number == runs[-1][1] + 1:
                runs[-1] = (runs[-1][0], number)
            else:
                runs.append((number, number))
        return runs
