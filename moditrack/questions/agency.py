"""The page of an agency: all that the documents say about it, as data."""

from __future__ import annotations

from moditrack.questions import profile
from moditrack.questions.agencies import OWN_RESPONSIBILITY, responsibilities_of
from moditrack.questions.check import CHECK, CHECKS, SEVERITIES
from moditrack.questions.commitments import COMMITMENT, COMMITMENTS
from moditrack.questions.figures import FIGURE, FIGURES
from moditrack.questions.names import find
from moditrack.questions.profile import NAME, SECTIONS, STATEMENT
from moditrack.questions.related_checks import without_related_checks
from moditrack.questions.timeline import EVENT, TIMELINE
from moditrack.tables import Column, Connection, Page, Record

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


def agency_page(connection: Connection, name: str) -> Page:
    """All that the documents say about one agency, each with its citation.

    The object holds agency, abbreviation, name, kind, parent, units, names, statements,
    responsibilities, figures, events, commitments and checks. Raises InputError for an unknown
    name.
    """
    agency = find(connection, "agency", name)
    row = dict(
        connection.execute(
            "SELECT agency, abbreviation, name, kind, parent FROM agency WHERE agency = ?",
            (agency,),
        ).fetchone()
    )
    units = [
        unit["agency"]
        for unit in connection.execute(
            "SELECT agency FROM agency WHERE parent = ? ORDER BY rowid", (agency,)
        )
    ]
    about = {"agency": [agency]}
    tables = {
        "names": profile.names(connection, "agency", agency),
        "statements": profile.statements(connection, "agency", agency),
        "responsibilities": responsibilities_of(connection, "agency", agency),
        "figures": without_related_checks(FIGURES.answer(connection, about)),
        "events": without_related_checks(TIMELINE.answer(connection, about)),
        "commitments": without_related_checks(COMMITMENTS.answer(connection, about)),
        "checks": CHECKS.answer(connection, about | {"severity": list(SEVERITIES)}),
    }
    parts = row | {"units": units} | tables
    parts["sources"] = list(dict.fromkeys(s for t in tables.values() for s in t.cited()))
    sections = tables | {
        "staff": profile.staff(connection, agency),
        "checks": profile.findings(connection, "agency", agency),
    }

    def facts() -> list[tuple[str, str]]:
        from moditrack.questions import agency_screen

        return agency_screen.facts(connection, row, units, tables["statements"])

    def first() -> Page:
        from moditrack.questions import agency_screen

        return agency_screen.first_screen(connection, row, units, sections)

    return Page(
        row["name"],
        facts,
        {name: sections[name] for name in SECTIONS["agencies"]},
        parts,
        first=first,
    )
