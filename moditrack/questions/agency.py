"""The page of an agency: all that the documents say about it, as data."""

from __future__ import annotations

from functools import cache

from moditrack.db.rows import Selection
from moditrack.pages import Page
from moditrack.questions import operation_or_agency
from moditrack.questions.agencies import OWN_RESPONSIBILITY, responsibilities_of
from moditrack.questions.check import CHECK, CHECKS, SEVERITIES
from moditrack.questions.commitments import COMMITMENT, COMMITMENTS
from moditrack.questions.figures import FIGURE, FIGURES
from moditrack.questions.names import find
from moditrack.questions.operation_or_agency import NAME, SECTIONS, STATEMENT
from moditrack.questions.timeline import EVENT, TIMELINE
from moditrack.tables import Column, Connection, Record, Row

AGENCY_PAGE = Record(
    "agency_page",
    "One agency, with all that the documents say about it.",
    (
        Column("agency", "text", "id"),
        Column("abbreviation", "text", "usual abbreviation", null=True),
        Column("name", "text", "name"),
        Column("kind", "text", "what sort"),
        Column("parent", "text", "id of the agency it belongs to", null=True),
        Column("units", "text", "ids of the agencies that belong to it", many=True),
        Column("names", NAME, "its names", many=True),
        Column("statements", STATEMENT, "what each document says about each property", many=True),
        Column("responsibilities", OWN_RESPONSIBILITY, "what it does", many=True),
        Column("figures", FIGURE, "figures about it", many=True),
        Column("events", EVENT, "its timeline", many=True),
        Column("commitments", COMMITMENT, "what it promised", many=True),
        Column("checks", CHECK, "checks about it", many=True),
        Column("sources", "citation", "every citation above, once", many=True),
    ),
)

_OWN = 5
"""How many of the columns are those of the table of agencies."""


def agency_page(connection: Connection, name: str) -> Page:
    """All that the documents say about one agency, each with its citation.

    The object holds agency, abbreviation, name, kind, parent, units, names, statements,
    responsibilities, figures, events, commitments and checks. Raises InputError for an unknown
    name.
    """
    agency = find(connection, "agency", name)
    columns = (*AGENCY_PAGE.columns[:_OWN], AGENCY_PAGE.columns[-1])
    query = "FROM agency JOIN summary_agency USING (agency) WHERE agency = ?"
    own = Selection(connection, columns, query, (agency,))

    @cache
    def row() -> Row:
        return next(iter(own))

    units = operation_or_agency.ids_below(connection, "agency", agency)
    about = {"agency": [agency]}
    tables = {
        "names": operation_or_agency.names(connection, "agency", agency),
        "statements": operation_or_agency.statements(connection, "agency", agency),
        "responsibilities": responsibilities_of(connection, "agency", agency),
        "figures": operation_or_agency.without_related_checks(FIGURES.answer(connection, about)),
        "events": operation_or_agency.without_related_checks(TIMELINE.answer(connection, about)),
        "commitments": operation_or_agency.without_related_checks(
            COMMITMENTS.answer(connection, about)
        ),
        "checks": CHECKS.answer(connection, about | {"severity": list(SEVERITIES)}),
    }
    values: Row = dict(own.json_values())
    sources = {"sources": values.pop("sources")}
    parts = values | {"units": units} | tables | sources
    sections = tables | {
        "staff": operation_or_agency.staff(connection, agency),
        "checks": operation_or_agency.findings(connection, "agency", agency),
    }

    def facts() -> list[tuple[str, str]]:
        from moditrack.questions import agency_screen

        return agency_screen.facts(connection, row(), units.value, tables["statements"])

    def first() -> Page:
        from moditrack.questions import agency_screen

        return agency_screen.first_screen(connection, row(), units.value, sections)

    return Page(
        lambda: str(row()["name"]),
        facts,
        {name: sections[name] for name in SECTIONS["agencies"]},
        parts,
        first=first,
    )
