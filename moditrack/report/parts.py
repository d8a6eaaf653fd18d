"""What a briefing is provenance of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moditrack.citations import in_order, place
from moditrack.output.values import lines
from moditrack.tables import Chart, DisplayColumn, Note, Row, Table

_NOT_REPEATED = {"source", "related-checks", "change"}
"""Kinds of notes that the briefing leaves out: it has references and a section on what does not
fit, and percentages of small counts mislead."""


class Sentence:
    """A sentence with its citations."""

    def __init__(self, text: str, sources: Sequence[str] = ()) -> None:
        self.text = text
        self.sources = list(sources)


class Picture:
    """A view of moditrack.plots, and its charts in characters where there are any."""

    def __init__(self, view: str, document: str | None, charts: Sequence[Chart] = ()) -> None:
        self.view = view
        self.document = document
        self.charts = charts


class Grid:
    """A table as people see it; `sources` are those of the table, besides those of its rows."""

    def __init__(self, table: Table, sources: Sequence[str]) -> None:
        self.table = table
        self.sources = list(sources)

    @property
    def columns(self) -> list[DisplayColumn]:
        """The columns of text and numbers, without citations and trends."""
        columns = self.table.display.columns
        return [column for column in columns if column.key != "sources" and column.kind != "trend"]

    @property
    def cited(self) -> bool:
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


Part = Sentence | Picture | Grid


class Section:
    """A part of the briefing under a heading; `key` is its anchor in the page.

    With `own_page` it is printed on a page of its own, and names the passages of its sentences.
    """

    def __init__(
        self, key: str, heading: str, parts: Sequence[Part], *, own_page: bool = False
    ) -> None:
        self.key = key
        self.heading = heading
        self.parts = parts
        self.own_page = own_page

    @property
    def sources(self) -> list[str]:
        """The citations of its sentences, each once, in order."""
        sentences = (part for part in self.parts if isinstance(part, Sentence))
        return sorted({source for part in sentences for source in part.sources}, key=in_order)


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
        provenance: str,
    ) -> None:
        self.title = title
        self.subtitle = subtitle
        self.sections = sections
        self.documents = documents
        self.kinds = kinds
        self.provenance = provenance
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

    def references_to(self, document: str) -> Iterator[tuple[int, str]]:
        """Each reference to a document: its number, its place in words and its citation."""
        for citation, number in self.references.items():
            own, _, locator = citation.partition("#")
            if own == document:
                yield number, f"{place(self.kinds[citation], locator)} ({citation})"

    def numbers(self, sources: Sequence[str]) -> list[int]:
        """The reference numbers of citations, in order."""
        return sorted({self.references[source] for source in sources})
