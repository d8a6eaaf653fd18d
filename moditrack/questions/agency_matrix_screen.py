"""`agencies --matrix` for people: a map of letters for each document that differs, a legend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from moditrack.counting import counted
from moditrack.questions.agencies import full_name
from moditrack.questions.agency_matrix import MATRIX, SAID, agency_matrix
from moditrack.questions.inferred_star import STAR, star_notes, starred
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table

MARKS = {
    "leads": "L",
    "coordinates": "C",
    "oversees": "O",
    "partners": "J",
    "supports": "S",
    "funds": "F",
    "receives": "R",
}
"""The letter of a role; every other role is work that the agency does itself."""
DOES = "D"
MEANINGS = {
    "L": "leads",
    "C": "co-ordinates",
    "O": "oversees",
    DOES: "does",
    "J": "jointly",
    "S": "supports",
    "F": "funds",
    "R": "seeks or gets money",
}
_AREAS = 3
"""At most this many areas are named beside who leads them; more are counted."""

OF_ROW = ("agency", "id", "name", "abbreviation")
"""The keys of a row of a map beside the areas of work."""


def maps(connection: Connection, /, **filters: Any) -> Iterator[Table]:
    """The cells of `agency_matrix` as tables: agencies as rows, areas of work as columns.

    One table for each document. Documents share one only where all that they state is the same:
    every cell with its letters, planned, past and inferred ones. Silence is a difference, too, so
    that no map has a cell that its document does not state.
    """
    cells = agency_matrix(connection, **filters)
    groups = alike(cells)
    if not groups:
        yield nothing(cells)
    for number, documents in enumerate(groups, 1):
        # Asked again when it is drawn: all cells of many documents would take too much memory.
        own = cells_of(connection, cells, documents)
        rows = rows_of(own)
        notes = _notes(own, cells.filters, documents if len(groups) > 1 else [])
        if number == len(groups):
            notes += cells.notes
        others = [one for group in groups[1:] for one in group] if number == 1 else []
        below = f" Below: {', '.join(others)}." if others else ""
        answer = f"{led(own)}{below} {legend(rows)}"
        names = areas_of(own)
        yield Table(
            heading(cells, documents, own),
            (),
            rows,
            display=Display(
                [DisplayColumn("agency", "Agency"), *(DisplayColumn(n, n, "each") for n in names)]
            ),
            notes=lambda _, notes=notes: notes,  # type: ignore[misc]
            answer=lambda _, answer=answer: answer,  # type: ignore[misc]
            filters={"document": documents},
        )


def nothing(cells: Table) -> Table:
    """What people see where there is no cell."""
    return Table(cells.title, (), [], notes=lambda _: cells.notes, none=lambda: cells.nothing)


def alike(cells: Table) -> list[list[str]]:
    """The documents in order of their dates, those together that state the same of every cell."""
    stated: dict[str, Any] = {}
    for cell in cells.rows:
        said = [cell["agency"], cell["strand"], *(sorted(cell[key]) for key in SAID)]
        for document in cell["documents"]:
            stated.setdefault(document, blake2b(digest_size=16)).update(repr(said).encode())
    groups: dict[bytes, list[str]] = {}
    for document in sorted(stated, key=lambda own: own[-10:]):
        groups.setdefault(stated[document].digest(), []).append(document)
    return list(groups.values())


def cells_of(connection: Connection, cells: Table, documents: list[str]) -> list[Row]:
    """The cells of documents."""
    return list(MATRIX.answer(connection, {**cells.filters, "document": documents}).rows)


def areas_of(cells: Iterable[Row]) -> list[str]:
    """The names of the areas of work, in order."""
    areas = {(cell["strand_position"], cell["strand_name"]) for cell in cells}
    return [name for _, name in sorted(areas)]


def heading(cells: Table, documents: list[str], own: Sequence[Row]) -> str:
    """What a map is of, with how many agencies and areas it has."""
    return f"{cells.title}, {' and '.join(documents)}: {size(own)} of work"


def size(cells: Sequence[Row]) -> str:
    """How many agencies and areas a map has."""
    agencies = counted(len({cell["agency"] for cell in cells}), "agency", "agencies")
    return f"{agencies}, {counted(len(areas_of(cells)), 'area', 'areas')}"


def rows_of(cells: Sequence[Row]) -> list[Row]:
    """A row for each agency, those with a role in most areas first."""
    rows: dict[int, Row] = {}
    for cell in cells:
        row = rows.setdefault(
            cell["agency_position"],
            {
                "agency": full_name(cell),
                "id": cell["agency"],
                "name": cell["name"],
                "abbreviation": cell["abbreviation"],
            },
        )
        row[cell["strand_name"]] = marks(cell)
    return sorted((rows[own] for own in sorted(rows)), key=len, reverse=True)


def marks(cell: Row) -> str:
    """The letters of a cell: capital if current, small if planned and not current, in brackets if
    past and not current; * after those that are inferred."""
    planned, past = set(cell["planned"]), set(cell["past"])
    current = set(cell["roles"]) - planned - past
    letters = _letters(current, cell["inferred"])
    others = [letter for letter in MEANINGS if letter not in letters]
    small = _letters(planned, cell["inferred"], others).lower()
    before = _letters(past, cell["inferred"], others)
    return f"{letters}{small}({before})" if before else letters + small


def _letters(roles: set[str], inferred: list[str], wanted: Iterable[str] = MEANINGS) -> str:
    """The letters of these roles, each once."""
    by_letter: dict[str, set[str]] = {letter: set() for letter in wanted}
    for role in roles:
        by_letter.setdefault(MARKS.get(role, DOES), set()).add(role)
    return "".join(
        starred(letter, by_letter[letter] <= set(inferred))
        for letter in wanted
        if by_letter[letter]
    )


def legend(rows: Sequence[Row], *, short: bool = False) -> str:
    """What the letters and signs in these rows mean."""
    text = "".join(mark for row in rows for key, mark in row.items() if key not in OF_ROW)
    letters = [f"{one} {said}" for one, said in MEANINGS.items() if one in text.upper()]
    planned = "small: not yet" if short else "small letters: planned or proposed, not yet done"
    signs = [
        *([planned] if re.search("[a-z]", text) else []),
        *(["in brackets: past"] if "(" in text else []),
        *([f"{STAR} inferred"] if STAR in text else []),
    ]
    return "; ".join([", ".join(letters), *signs]) + "." * (not short)


def leaders(cells: Sequence[Row]) -> dict[str, list[str]]:
    """Who leads, and in which areas of work, those starred where that is inferred; first who is
    printed to lead in most."""
    areas: dict[str, list[str]] = {}
    for cell in cells:
        if "leads" in cell["roles"] and "leads" not in (*cell["planned"], *cell["past"]):
            name = cell["abbreviation"] or cell["name"]
            area = cell["strand_name"][:1].lower() + cell["strand_name"][1:]
            areas.setdefault(name, []).append(starred(area, "leads" in cell["inferred"]))

    def printed(name: str) -> tuple[int, int]:
        own = sum(not area.endswith(STAR) for area in areas[name])
        return -own, -len(areas[name])

    return {name: areas[name] for name in sorted(areas, key=printed)}


def led(cells: Sequence[Row]) -> str:
    """Who leads in which areas of work."""
    listed = [f"{name} in {_few(own)}" for name, own in leaders(cells).items()]
    return f"Led by {'; '.join(listed)}." if listed else "No agency is stated to lead."


def _few(areas: Sequence[str]) -> str:
    """The first areas of work, those first whose lead is printed, and how many more there are."""
    ranked = sorted(areas, key=lambda area: area.endswith(STAR))
    more = len(ranked) - _AREAS
    return ", ".join([*ranked[:_AREAS], *([f"{more} more"] if more > 0 else [])])


def _notes(
    cells: Sequence[Row], filters: Mapping[str, list[Any]], documents: list[str]
) -> list[Note]:
    """What the star means, and how to see what is behind a cell, the one with most sources."""
    one = max(cells, key=lambda cell: len(cell["sources"]))
    return [*star_notes(cell["inferred"] for cell in cells), behind(one, filters, documents)]


def behind(cell: Row, filters: Mapping[str, list[Any]], documents: list[str]) -> Note:
    """How to see what is behind a cell: with the filters of its map, and the first of the documents
    where there are other maps."""
    options = {**filters, "agency": [], "strand": [cell["strand"]]}
    if documents:
        options["document"] = documents[:1]
    given = [f"--{name} {value}" for name, values in options.items() for value in values]
    return Note("source", f"A cell: moditrack agencies {cell['agency']} {' '.join(given)}")
