"""`moditrack.open()`: the questions as methods, for notebooks and programs."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable
from types import TracebackType
from typing import Concatenate, ParamSpec, TypeVar

from moditrack.db.connection import open_database
from moditrack.pages import Page
from moditrack.questions import (
    agencies,
    agency,
    agency_matrix,
    check_page,
    commitments,
    compare,
    define,
    dictionary,
    document,
    figure,
    figures,
    operation,
    operations,
    outcomes,
    passage,
    search,
    sources,
    sql,
    timeline,
    victims,
)
from moditrack.questions import check as checks
from moditrack.tables import Table

P = ParamSpec("P")
R = TypeVar("R")


def _method(
    query: Callable[Concatenate[sqlite3.Connection, P], R],
) -> Callable[Concatenate[Dataset, P], R]:
    """A query as a method: the same parameters and docstring, on the dataset's own connection."""

    @functools.wraps(query)
    def ask(self: Dataset, /, *args: P.args, **options: P.kwargs) -> R:
        result = query(self.connection, *args, **options)
        # Made now, all of it outlives the connection.
        if isinstance(result, Table):
            result.keep()
            _ = result.notes
        if isinstance(result, Page):
            _ = result.data, result.facts, result.notes
        return result

    return ask


class Dataset:
    """An open dataset. Every method returns a Table (iterate it for rows as dicts; `notes` and
    `sources` go with it) or, for one thing, a Page whose `data` is one dict.

    Unknown names raise moditrack.errors.InputError, which says what is near. Units and sources are
    in the methods' docstrings. Close it, or use it in a with statement.
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

    # Pages first: in this body, a method hides the module of its name from the lines below it.
    figure = _method(figure.figure_page)
    operation = _method(operation.operation_page)
    agency = _method(agency.agency_page)
    check = _method(check_page.check_page)

    outcomes = _method(outcomes.outcomes)
    victims = _method(victims.victims)
    compare = _method(compare.compare)
    figures = _method(figures.figures)
    timeline = _method(timeline.timeline)
    operations = _method(operations.operations)
    agencies = _method(agencies.agencies)
    agency_matrix = _method(agency_matrix.agency_matrix)
    commitments = _method(commitments.commitments)
    checks = _method(checks.checks)
    search = _method(search.search)
    definitions = _method(define.definitions)
    sources = _method(sources.sources)

    def source(self, name: str) -> Page:
        """One document with its passages, or one passage by its citation, each with what the
        dataset holds of it. Raises InputError for an unknown document or passage."""
        if "#" in name:
            return passage.citation_page(self.connection, name)
        return document.document_page(self.connection, name)

    schema = _method(dictionary.schema)

    def sql(self, query: str, **parameters: str | float | None) -> Table:
        """The rows of one SELECT, with parameters bound by name; `schema` has the units of columns.

        Raises InputError for anything but a SELECT, and for a query that takes too long or returns
        too much.
        """
        return sql.sql(self.connection, query, parameters)
