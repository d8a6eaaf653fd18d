"""What people see of the page of an agency: its facts, and its first screen."""

from __future__ import annotations

import re

from moditrack.citations import sources_of
from moditrack.counting import counted
from moditrack.pages import Page
from moditrack.questions import operation_or_agency
from moditrack.questions.agencies import full_name
from moditrack.questions.first_screen import (
    Facts,
    differing,
    findings_note,
    first_findings,
    first_rows,
    first_said,
    fitting_page,
)
from moditrack.questions.inferred_star import starred
from moditrack.questions.names import ShownNames
from moditrack.tables import Connection, Row, Table


def facts(
    connection: Connection, row: Row, units: list[str], statements: Table
) -> list[tuple[str, str]]:
    """The facts above the whole page of an agency."""
    named = ShownNames(connection)
    return [
        (label, value)
        for label, value in (
            ("Abbreviation", row["abbreviation"]),
            ("Kind", row["kind"]),
            ("Id", row["agency"]),
            ("Part of", named[row["parent"]] if row["parent"] else _parents(named, statements)),
            ("Units", "; ".join(named[unit] for unit in units)),
        )
        if value
    ]


def _parents(named: ShownNames, statements: Table) -> str:
    """What the documents state where they differ on the agency that it belongs to."""
    return differing(
        (s["document"], starred(named[s["value"]], s["inferred"]))
        for s in statements.rows
        if s["property"] == "parent"
    )


def first_screen(
    connection: Connection, row: Row, units: list[str], tables: dict[str, Table]
) -> Page:
    """What it is and is called, who works in it, what it does, and what differs."""
    named = ShownNames(connection)
    agency, parent, statements = row["agency"], row["parent"], tables["statements"]
    kind = "" if row["kind"] in row["name"].casefold() else row["kind"]
    inferred = all(s["inferred"] for s in statements.rows if s["property"] == "parent")
    part = parent and f"part of {starred(named[parent], inferred)}"
    title = ", ".join(text for text in (full_name(row), kind, part) if text)
    above = "" if parent else _parents(named, statements)
    role = first_said(statements, ("role", "scope", "aim"))
    does = _most_telling_first(tables["responsibilities"])
    in_does = any(row["sources"][0] in said.split() for row in does.rows[:1] for _, said in role)
    belongs = [("Part of", said[len(_PART_OF) :]) for _, said in role if said.startswith(_PART_OF)]
    staff = _first_staff(tables["staff"])
    facts = [
        *belongs,
        ("Also called", _called(row, tables["names"])),
        # What differs in what it belongs to differs in its name, too.
        ("Names", "" if above.startswith("differs") else "; ".join(_naming(connection, agency))),
        ("Part of", above),
        (
            "Units",
            _listed([named[unit].removesuffix(f" ({row['name']})") for unit in units], _UNITS),
        ),
        *([] if belongs or in_does else role),
        ("Work in", "; ".join(_areas(tables["responsibilities"]))),
        ("By units", "; ".join(_of_units(connection, row, tables["responsibilities"]))),
        *first_findings(tables["checks"]),
        ("Staff", staff[0]),
    ]
    facts = [fact for fact in facts if fact[1]]
    rows = tables | {"responsibilities": does}
    sections = ("responsibilities", "statements", "commitments")
    below = findings_note(tables["checks"], f"check --agency {agency}")

    return fitting_page(
        title,
        facts,
        below,
        _SPARE,
        in_brief=_areas_alone,
        more=lambda own: first_rows(own, rows, sections),
        fuller=[("Staff", text) for text in staff[1:]],
    )


def _areas_alone(facts: Facts) -> Facts:
    """Facts with the areas of work, without the roles in each."""
    return [
        (label, re.sub(r" \([^()]*\)", "", said) if label == "Work in" else said)
        for label, said in facts
    ]


_SPARE = ("Promise", "Said", "By units", "Units", "Names", "Also called", "Does", "Staff")
"""What a screen without room for all is without, the first of these first."""


def _most_telling_first(responsibilities: Table) -> Table:
    """The responsibilities, those last that do not say what it does itself: inferred, with
    partners or as help for others, planned or past."""

    def order(row: Row) -> tuple[bool, int, bool]:
        role = _ROLE_ORDER.get(row["role"], 1)
        return row["inferred"], role, row["status"] != "current"

    return responsibilities.part(sorted(responsibilities.rows, key=order))


_PART_OF = "Part of "
_ROLE_ORDER = {"leads": 0, "supports": 2, "partners": 2}
"""The role that says most about an agency, and those that say least; others are between."""


def _called(row: Row, names: Table) -> str:
    """The other names of an agency; its name alone without what tells it from others is none."""
    own_names = {str(row[key]).casefold() for key in ("name", "abbreviation")}
    own_names.add(str(row["name"]).partition(" (")[0].casefold())
    others = {name["name"].casefold(): name["name"] for name in names.rows}
    return ", ".join(name for key, name in others.items() if key not in own_names)


def _naming(connection: Connection, agency: str) -> list[str]:
    """How documents differ in names of it, or of what it is about."""
    said = [said for said, _ in operation_or_agency.naming(connection, "agency", agency)]
    more = [f"{len(said) - _NAMES} more: --show names"] if len(said) > _NAMES else []
    return [*said[:_NAMES], *more]


_NAMES, _UNITS, _STAFF = 1, 6, 8
"""The most differences in names, units and lines on staff that the first screen shows."""


def _first_staff(staff: Table) -> list[str]:
    """Of which agencies it consists and who works in it, a line each, and where that is said:
    what has room, and with each of the others."""
    stated = [row for row in staff.rows if not row["said"]]
    said = [row for row in staff.rows if row["said"]]
    consists = [row for row in said if len(re.findall(r"\b[A-Z]{3,}\b", row["who"])) > 1]
    first = [*consists, *stated[:_STAFF]]
    posts = first if len(first) > 1 else [*first, *[row for row in said if row not in first][:1]]
    in_sum = said if len(stated) > 1 else []  # they say in sum what the posts say
    others = [row for row in staff.rows if row not in posts and row not in in_sum]
    texts = []
    for number in range(len(posts), len(posts) + len(others) + 1):
        own, left = [*posts, *others][:number], len(posts) + len(others) - number
        more = [f"and {left} more: --show staff"] if left else []
        texts.append("\n".join([*(row["who"] for row in own), *more, ", ".join(sources_of(own))]))
    return texts


_AREAS = 4
_ROLES = 3
"""The most areas of work, and roles in each, that the first screen shows."""


def _areas(responsibilities: Table) -> list[str]:
    """The roles of an agency in each area of work, those with most responsibilities first; a role
    that it has only in plans or in the past says so."""
    areas: dict[str, list[Row]] = {}
    for row in responsibilities.rows:
        areas.setdefault(row["strand_name"], []).append(row)
    most = sorted(areas.items(), key=lambda area: -len(area[1]))[:_AREAS]
    lines = [f"{area} ({_roles(own)})" for area, own in most]
    if len(areas) > _AREAS:
        lines.append(f"and {counted(len(areas) - _AREAS, 'other area')}")
    return lines


def _of_units(connection: Connection, row: Row, own: Table) -> list[str]:
    """The areas in which units work, and not the agency itself, each with its first unit."""
    areas = {line["strand_name"] for line in own.rows}
    found: dict[str, str] = {}
    for area, unit in connection.execute(
        "SELECT DISTINCT s.name, coalesce(a.abbreviation, a.name) FROM agency AS a"
        " JOIN responsibility AS r ON r.agency = a.agency"
        " JOIN responsibility_strand AS i ON i.document = r.document AND i.position = r.position"
        " JOIN strand AS s ON s.strand = i.strand WHERE a.parent = ? ORDER BY r.rowid",
        (row["agency"],),
    ):
        if area not in areas:
            found.setdefault(area, unit)
    lines = [f"{area} ({unit})" for area, unit in found.items()][:_AREAS]
    if len(found) > _AREAS:
        lines.append(f"and {counted(len(found) - _AREAS, 'other area')}")
    return lines


def _listed(names: list[str], most: int) -> str:
    """The first names of a list, and how many more there are."""
    more = [f"{len(names) - most} more"] if len(names) > most else []
    return ", ".join([*names[:most], *more])


def _roles(responsibilities: list[Row]) -> str:
    """The roles; those that it has only in plans or in the past together, after these words."""
    statuses: dict[str, dict[str, None]] = {}
    for row in responsibilities:
        statuses.setdefault(row["role"], {})[row["status"]] = None
    groups: dict[str, list[str]] = {"": []}
    for role, own in statuses.items():
        groups.setdefault("" if "current" in own else f"{' or '.join(own)}: ", []).append(role)
    return "; ".join(f"{status}{_listed(own, _ROLES)}" for status, own in groups.items() if own)
