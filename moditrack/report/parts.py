"""What a briefing is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moditrack.citations import in_order, place
from moditrack.output.values import lines
from moditrack.tables import Chart, DisplayColumn, Note, Row, Table

_ELSEWHERE = {"source", "related-checks", "change"}
"""The kinds of notes that the briefing does not repeat: it has references and a section on what
does not fit, and percentages of small counts mislead."""


class Sentence:
    """A sentence with the citations that it rests on."""

    def __init__(self, text: str, sources: Sequence[str] = ()) -> None:
        self.text = text
        self.sources = list(sources)


class Picture:
    """A view of moditrack.plots, and the same in characters where there is such a chart."""

    def __init__(self, view: str, document: str | None, charts: Sequence[Chart] = ()) -> None:
        self.view = view
        self.document = document
        self.charts = charts


class Grid:
    """A table as people see it; `sources` are those of the whole, beside those of its rows."""

    def __init__(self, table: Table, sources: Sequence[str]) -> None:
        self.table = table
        self.sources = list(sources)

    @property
    def columns(self) -> list[DisplayColumn]:
        """The columns that hold text or numbers; citations and trends are no such columns."""
        shown = self.table.display.columns
        return [column for column in shown if column.key != "sources" and column.kind != "trend"]

    @property
    def cited(self) -> bool:
        """Whether the rows have citations of their own."""
        return any(column.key == "sources" for column in self.table.display.columns)

    @property
    def notes(self) -> list[Note]:
        """The notes that the briefing does not give elsewhere."""
        return [note for note in self.table.notes if note.kind not in _ELSEWHERE]

    def cells(self, row: Row) -> list[str]:
        """The texts of a row."""
        return [
            (" " if c.kind == "period" else "; ").join(lines(row.get(c.key), c.kind))
            for c in self.columns
        ]


Part = Sentence | Picture | Grid


class Section:
    """A part of the briefing under a heading; `key` is its place in the page. With `alone` it has
    a page of its own on paper, and names the passages of its sentences."""

    def __init__(
        self, key: str, heading: str, parts: Sequence[Part], *, alone: bool = False
    ) -> None:
        self.key = key
        self.heading = heading
        self.parts = parts
        self.alone = alone

    @property
    def sources(self) -> list[str]:
        """The citations of its sentences, each once, in order."""
        told = (part for part in self.parts if isinstance(part, Sentence))
        return sorted({source for part in told for source in part.sources}, key=in_order)


class Briefing:
    """The briefing: sections, and the documents that they rest on (rows of `sources`); `kinds` is
    the kind of each passage by its citation."""

    def __init__(
        self,
        *,
        title: str,
        subtitle: str,
        sections: Sequence[Section],
        documents: Sequence[Row],
        kinds: Mapping[str, str],
        made: str,
    ) -> None:
        self.title = title
        self.subtitle = subtitle
        self.sections = sections
        self.documents = documents
        self.kinds = kinds
        self.made = made
        self.references = {
            citation: number
            for number, citation in enumerate(sorted(set(self._citations()), key=in_order), 1)
        }

    def _citations(self) -> Iterator[str]:
        for section in self.sections:
            for part in section.parts:
                if not isinstance(part, Picture):
                    yield from part.sources
                if isinstance(part, Grid) and part.cited:
                    for row in part.table.displayed:
                        yield from row["sources"]

    def listed(self, document: str) -> Iterator[tuple[int, str]]:
        """The references to a document: number, and the place in words with its citation."""
        for citation, number in self.references.items():
            own, _, locator = citation.partition("#")
            if own == document:
                yield number, f"{place(self.kinds[citation], locator)} ({citation})"

    def numbers(self, sources: Sequence[str]) -> list[int]:
        """The numbers of the references for citations, in order."""
        return sorted({self.references[source] for source in sources})
