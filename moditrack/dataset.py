"""The queries as methods, for notebooks and programs."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType

from moditrack.database import open_database
from moditrack.queries import (
    agencies,
    checks,
    commitments,
    compare,
    figures,
    operations,
    outcomes,
    search,
    sources,
    sql,
    timeline,
    victims,
)
from moditrack.tables import Page, Table


class Dataset:
    """An open dataset. Every method returns a Table (iterate it for rows as dicts; `notes` and
    `sources` go with it) or, for one thing, a Page whose `data` is one dict.

    Unknown names raise moditrack.errors.InputError, which says what is near. Units and sources are
    in the docstrings of the queries that the methods call. Close it, or use it in a with statement.
    """

    def __init__(self, path: str | None = None) -> None:
        self.connection = open_database(path)

    def __enter__(self) -> Dataset:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.connection.close()

    def outcomes(
        self,
        *,
        years: Sequence[int] = (),
        first: int | None = None,
        last: int | None = None,
        codes: Sequence[str] = (),
        by: str = "outcome",
        document: str | None = None,
        force: str | None = None,
    ) -> Table:
        """Offences (counts) by document, force, year and outcome; share in percent of the year."""
        return outcomes.outcomes(
            self.connection,
            years=years,
            first=first,
            last=last,
            codes=codes,
            by=by,
            document=document,
            force=force,
        )

    def victims(self, *, by: str | None = None, sex: str | None = None) -> Table:
        """Victims (counts) by age or ethnicity and sex; share in percent of the table."""
        return victims.victims(self.connection, by=by, sex=sex)

    def compare(self) -> Table:
        """The City's share of crime (percent) beside the national one, a row for each reading."""
        return compare.compare(self.connection)

    def figures(
        self,
        *,
        document: str | None = None,
        operation: str | None = None,
        agency: str | None = None,
        measure: str | None = None,
        unit: str | None = None,
        first: str | None = None,
        last: str | None = None,
    ) -> Table:
        """Every quantity: as printed, its value in `unit`, and its passage."""
        return figures.figures(
            self.connection,
            document=document,
            operation=operation,
            agency=agency,
            measure=measure,
            unit=unit,
            first=first,
            last=last,
        )

    def figure(self, name: str) -> Page:
        """One figure, with the checks that use it."""
        return figures.figure_page(self.connection, name)

    def timeline(
        self, *, operation: str | None = None, first: str | None = None, last: str | None = None
    ) -> Table:
        """Events in the order of their dates (ISO), undated ones last."""
        return timeline.timeline(self.connection, operation=operation, first=first, last=last)

    def operations(
        self,
        *,
        agency: str | None = None,
        level: int | None = None,
        strand: str | None = None,
        document: str | None = None,
        kind: str | None = None,
    ) -> Table:
        """Operations, programmes, funds and agreements."""
        return operations.operations(
            self.connection,
            agency=agency,
            level=level,
            strand=strand,
            document=document,
            kind=kind,
        )

    def operation(self, name: str) -> Page:
        """All that the documents say of one operation."""
        return operations.operation_page(self.connection, name)

    def agencies(
        self, *, by: str = "agency", document: str | None = None, strand: str | None = None
    ) -> Table:
        """The responsibility map: one row for each responsibility and level."""
        return agencies.agencies(self.connection, by=by, document=document, strand=strand)

    def agency(self, name: str) -> Page:
        """All that the documents say of one agency."""
        return agencies.agency_page(self.connection, name)

    def commitments(
        self,
        *,
        operation: str | None = None,
        agency: str | None = None,
        state: str | None = None,
    ) -> Table:
        """What was promised, and what a later document says of it."""
        return commitments.commitments(
            self.connection, operation=operation, agency=agency, state=state
        )

    def checks(
        self, *, document: str | None = None, verdict: str | None = None, every: bool = False
    ) -> Table:
        """What does not fit; with `every`, also what does."""
        return checks.checks(self.connection, document=document, verdict=verdict, every=every)

    def check(self, name: str) -> Page:
        """One check, step by step."""
        return checks.check_page(self.connection, name)

    def sources(self) -> Table:
        """The documents, with what they refer to and do not contain."""
        return sources.sources(self.connection)[0]

    def source(self, name: str) -> Page:
        """One document with its passages, or one passage by its citation."""
        if "#" in name:
            return sources.citation_page(self.connection, name)
        return sources.document_page(self.connection, name)

    def search(self, text: str, *, limit: int = 20) -> Table:
        """Full-text search, best first."""
        return search.search(self.connection, text, limit=limit)

    def sql(self, query: str, **parameters: str) -> Table:
        """The rows of one SELECT, parameters bound by name."""
        return sql.sql(self.connection, query, parameters)
