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
    "advises": "A",
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
    "A": "advises",
    "F": "funds",
    "R": "seeks or receives money",
}
_AGENCY = 26
"""The width that the names of agencies are left, where the areas take several parts."""
_AREA = 7
"""The width of an area: its heading is hyphenated to fit."""
_GAP = 2
_AREAS = 3
"""At most this many areas are named beside who leads them; more are counted."""
_IN_PARTS = Note(
    "explanation", "An agency is in the parts where it has a role; a wider screen has fewer parts."
)


def maps(connection: Connection, width: int | None = None, /, **filters: Any) -> Iterator[Table]:
    """The cells of `agency_matrix` as tables: agencies as rows, areas of work as columns.

    One table for each document. Documents share one only where all that they state is the same:
    every cell with its letters, planned, past and inferred ones. Silence is a difference, too, so
    that no map has a cell that its document does not state. With a width, a map that is wider is
    split into parts.
    """
    cells = agency_matrix(connection, **filters)
    alike = _alike(cells)
    if not alike:
        yield Table(cells.title, (), [], notes=lambda _: cells.notes, none=lambda: cells.nothing)
    for number, documents in enumerate(alike, 1):
        # Asked again when it is drawn: all cells of many documents would take too much memory.
        values = {**cells.filters, "document": documents}
        own = list(MATRIX.answer(connection, values).rows)
        named = {**cells.filters, **({"document": documents[:1]} if len(alike) > 1 else {})}
        notes = _notes(own, named)
        if number == len(alike):
            notes += cells.notes
        others = [one for group in alike[1:] for one in group] if number == 1 else []
        yield from _parts(cells.title, documents, own, width, notes, others)


def _alike(cells: Table) -> list[list[str]]:
    """The documents in order of their dates, those together that state the same of every cell."""
    stated: dict[str, Any] = {}
    for cell in cells.rows:
        said = [cell["agency"], cell["strand"], *(sorted(cell[key]) for key in SAID)]
        for document in cell["documents"]:
            stated.setdefault(document, blake2b(digest_size=16)).update(repr(said).encode())
    alike: dict[bytes, list[str]] = {}
    for document in sorted(stated, key=lambda own: own[-10:]):
        alike.setdefault(stated[document].digest(), []).append(document)
    return list(alike.values())


def _parts(
    title: str,
    documents: list[str],
    cells: list[Row],
    width: int | None,
    notes: list[Note],
    others: list[str],
) -> list[Table]:
    """One map, in parts that fit the width. An agency is a row of the parts where it has a role.
    The first names the `others`, whose maps are below it."""
    areas = sorted({(cell["strand_position"], cell["strand_name"]) for cell in cells})
    names = [name for _, name in areas]
    most = len(names) if width is None else max(1, (width - _AGENCY) // (_AREA + _GAP))
    number = -(-len(names) // most)
    size, larger = divmod(len(names), number)
    ends = [(n + 1) * size + min(n + 1, larger) for n in range(number)]
    rows = _rows(cells)
    heading = (
        f"{title}, {' and '.join(documents)}: {counted(len(rows), 'agency', 'agencies')},"
        f" {counted(len(names), 'area', 'areas')} of work"
    )
    below_it = f" Below: {', '.join(others)}." if others else ""
    answer = f"{_led(cells)}{below_it} {legend(rows)}"
    tables = []
    for part, (first, last) in enumerate(zip([0, *ends], ends, strict=False), 1):
        own = names[first:last]
        columns = [DisplayColumn(n, n if width is None else _hyphenated(n)) for n in own]
        below = notes if part == number else [_IN_PARTS] if part == 1 else []
        tables.append(
            Table(
                heading + (f", part {part} of {number}" if number > 1 else ""),
                (),
                [row for row in rows if any(name in row for name in own)],
                display=Display([DisplayColumn("agency", "Agency"), *columns]),
                notes=lambda _, below=below: below,  # type: ignore[misc]
                answer=None if part > 1 else lambda _: answer,
                filters={"document": documents},
            )
        )
    return tables


def _rows(cells: Sequence[Row]) -> list[Row]:
    """A row for each agency, those with a role in most areas first."""
    rows: dict[int, Row] = {}
    for cell in cells:
        row = rows.setdefault(
            cell["agency_position"], {"agency": full_name(cell), "id": cell["agency"]}
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


def legend(rows: Sequence[Row]) -> str:
    """What the letters and signs in these rows mean."""
    text = "".join(mark for row in rows for key, mark in row.items() if key not in ("agency", "id"))
    letters = [f"{one} {said}" for one, said in MEANINGS.items() if one in text.upper()]
    signs = [
        *(["small letters: planned or proposed, not yet done"] if re.search("[a-z]", text) else []),
        *(["in brackets: past"] if "(" in text else []),
        *([f"{STAR} inferred"] if STAR in text else []),
    ]
    return "; ".join([", ".join(letters), *signs]) + "."


def _led(cells: Sequence[Row]) -> str:
    """Who leads, and in which areas of work, those starred where that is inferred."""
    areas: dict[str, list[str]] = {}
    for cell in cells:
        if "leads" in cell["roles"] and "leads" not in (*cell["planned"], *cell["past"]):
            name = cell["abbreviation"] or cell["name"]
            area = cell["strand_name"][:1].lower() + cell["strand_name"][1:]
            areas.setdefault(name, []).append(starred(area, "leads" in cell["inferred"]))
    if not areas:
        return "No agency is stated to lead."

    def printed(name: str) -> tuple[int, int]:
        own = sum(not area.endswith(STAR) for area in areas[name])
        return -own, -len(areas[name])

    listed = (f"{name} in {_few(areas[name])}" for name in sorted(areas, key=printed))
    return f"Led by {'; '.join(listed)}."


def _few(areas: Sequence[str]) -> str:
    """The first areas of work, those first whose lead is printed, and how many more there are."""
    ranked = sorted(areas, key=lambda area: area.endswith(STAR))
    more = len(ranked) - _AREAS
    return ", ".join([*ranked[:_AREAS], *([f"{more} more"] if more > 0 else [])])


def _notes(cells: Sequence[Row], filters: Mapping[str, list[Any]]) -> list[Note]:
    """What the star means, and how to see what is behind a cell, the one with most sources."""
    one = max(cells, key=lambda cell: len(cell["sources"]))
    options = {**filters, "strand": [one["strand"]]}
    given = [f"--{name} {v}" for name, vs in options.items() if name != "agency" for v in vs]
    behind = f"moditrack agencies {one['agency']} {' '.join(given)}"
    stars = star_notes(cell["inferred"] for cell in cells)
    return [*stars, Note("source", f"Behind a cell: {behind}")]


def _hyphenated(heading: str) -> str:
    """A heading whose long words are broken: `traf- ficking`."""
    return " ".join(map(_broken, heading.replace(" and ", " & ").split()))


def _broken(word: str) -> str:
    """A word in pieces that fit, broken before a consonant with a vowel behind it."""
    if len(word) <= _AREA:
        return word
    places = [
        found.start()
        for found in re.finditer("(?i)[b-df-hj-np-tv-xz][aeiouy]", word)
        if 2 <= found.start() < _AREA and len(word) - found.start() > 2
    ] or [_AREA - 1]
    fitting = [place for place in places if len(word) - place <= _AREA] or places[-1:]
    middle = min(fitting, key=lambda place: abs(2 * place - len(word)))
    return f"{word[:middle]}- {_broken(word[middle:])}"
