"""`agencies --matrix` on a terminal: one screen of a map, or every map in parts that fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from moditrack.counting import counted
from moditrack.questions.agency_matrix import agency_matrix
from moditrack.questions.agency_matrix_screen import (
    OF_ROW,
    alike,
    areas_of,
    behind,
    cells_of,
    heading,
    leaders,
    led,
    legend,
    nothing,
    rows_of,
)
from moditrack.questions.inferred_star import STAR, starred
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table

HEADS = {
    "Organised immigration crime": "Immig. crime",
    "Human trafficking": "Traf- ficking",
    "Vice and prostitution": "Vice",
    "Identity and document fraud": "ID fraud",
    "Child exploitation": "Child expl.",
    "Money laundering": "Money laund.",
    "Serious and organised crime": "Serious crime",
    "Removals": "Remo- vals",
    "Intelligence": "Intel- ligence",
    "Financial investigation": "Finan. invest.",
    "Prosecution": "Prose- cution",
    "Community engagement": "Commu- nity",
    "Kidnap and extortion": "Kidnap",
    "Disruption": "Disrup- tion",
    "Training and awareness": "Train- ing",
    "Publicity": "Publi- city",
    "Funding": "Fund- ing",
    "Governance": "Gover- nance",
    "Performance": "Perfor- mance",
}
"""Areas of work as headings of two short lines, where whole words have no room; others are wrapped
as they are."""
_GAP = 2
_NARROWEST, _SHARE, _WIDEST = 14, 4, 30
"""A line of an agency's name has at most the width divided by the second, between the others."""
_LEADING = 2
"""At most so many lines say who leads."""
_OTHERS = 3
"""So many other maps are named."""
_SPARE = 2
"""So many lines may be left where what is shown has fewer letters than the whole map."""
_AROUND = 6
"""The blank lines, the headings, the rule below them and the prompt."""


def first_screen(
    connection: Connection, width: int, height: int, /, **filters: Any
) -> Iterator[Table]:
    """The first map, with the agencies in most areas and the areas of most of them for which the
    screen has room, and what else there is."""
    cells = agency_matrix(connection, **filters)
    groups = alike(cells)
    if not groups:
        yield nothing(cells)
        return
    own, *others = (cells_of(connection, cells, group) for group in groups[: 1 + _OTHERS])
    of_map = groups[0] if len(groups) > 1 else []
    title, answer = heading(cells, groups[0], own), _answer(own, width)
    below = [
        Note("hint", _short_of(group[0], other, width - 2))
        for group, other in zip(groups[1:], others, strict=False)
    ]
    if rest := len(groups) - 1 - len(others):
        below.append(Note("hint", f"Of {counted(rest, 'more document')}: --document D"))
    rows = _with_labels(rows_of(own))
    below += cells.notes

    def more(agencies: int, areas: int) -> Note:
        left = [
            *([counted(agencies, "more agency", "more agencies")] if agencies else []),
            *([counted(areas, "more area")] if areas else []),
        ]
        return Note("hint", f"{', '.join(left)}: --all or --strand S")

    def lines(texts: Sequence[str]) -> int:
        return sum(len(wrap(text, width - 2)) for text in texts)

    def notes_of(shown: Sequence[Row], areas: Sequence[str]) -> list[Note]:
        left = len(rows) - len(shown), len(areas_of(own)) - len(areas)
        notes = [Note("hint", legend(_of(areas, shown), short=True))]
        notes += [more(*left), *below] if any(left) else below
        return [*notes, _behind(own, shown[0], areas, cells.filters, of_map)]

    most = [legend(rows, short=True), more(len(rows), len(areas_of(own))), *below]
    longest = lines([*most, _behind(own, rows[0], areas_of(own), cells.filters, of_map)])
    room = height - _AROUND - longest - sum(len(wrap(text, width)) for text in (title, answer))
    for spare in (_SPARE, 1, 0):
        shown, areas = _chosen(rows, width, max(room + spare, 1))
        notes = notes_of(shown, areas)
        if lines(notes) + spare <= longest:
            break
    yield _map(title, shown, areas, width, notes, answer)


def _behind(
    cells: Sequence[Row],
    row: Row,
    areas: Sequence[str],
    filters: Mapping[str, list[Any]],
    documents: list[str],
) -> Note:
    """How to see what is behind a cell of a row, in the area with the shortest id."""
    of_row = (
        cell for cell in cells if cell["agency"] == row["id"] and cell["strand_name"] in areas
    )
    return behind(min(of_row, key=lambda cell: len(cell["strand"])), filters, documents)


def in_parts(connection: Connection, width: int, /, **filters: Any) -> Iterator[Table]:
    """Every map, its areas in parts that fit the width. An agency is a row of the parts where it
    has a role."""
    cells = agency_matrix(connection, **filters)
    groups = alike(cells)
    if not groups:
        yield nothing(cells)
    for documents in groups:
        own = cells_of(connection, cells, documents)
        rows = _with_labels(rows_of(own))
        parts: list[list[str]] = []
        names = areas_of(own)
        while names:
            fitting = _fitting(names, rows, width)
            parts.append(fitting)
            names = names[len(fitting) :]
        title, notes = heading(cells, documents, own), [Note("hint", legend(rows, short=True))]
        if documents is groups[-1]:
            notes += cells.notes
        for number, areas in enumerate(parts, 1):
            of = f", part {number} of {len(parts)}" if len(parts) > 1 else ""
            shown = [row for row in rows if any(area in row for area in areas)]
            last, answer = number == len(parts), _answer(own, width) if number == 1 else ""
            yield _map(title + of, shown, areas, width, notes if last else [], answer)


def _map(
    title: str,
    rows: Sequence[Row],
    areas: Sequence[str],
    width: int,
    notes: Sequence[Note],
    answer: str,
) -> Table:
    """Rows and areas as a table; a long name is several rows, so that rows are close."""
    lines: list[Row] = []
    for row in rows:
        first, *more = _lines(row, width)
        lines += [{**row, "agency": first}, *({"agency": line} for line in more)]
    heads = _heads(areas, rows, width)
    return Table(
        title,
        (),
        lines,
        display=Display(
            [
                DisplayColumn("agency", "Agency"),
                *(DisplayColumn(area, heads[area], "each") for area in areas),
            ]
        ),
        notes=lambda _: notes,
        answer=(lambda _: answer) if answer else None,
    )


def _chosen(rows: list[Row], width: int, height: int) -> tuple[list[Row], list[str]]:
    """The rows and areas for which there is room: of the rows those with most areas, of the areas
    those that most agencies have, these counted twice."""
    first: list[Row] = []
    for row in rows:
        height -= len(_lines(row, width))
        if height < 0 and first:
            break
        first.append(row)
    every = Counter(area for row in rows for area in _areas(row))
    most = Counter(area for row in first for area in _areas(row))
    ranked = sorted(most, key=lambda area: -most[area] - every[area])
    areas = _fitting(ranked, first, width)
    return [row for row in first if any(area in row for area in areas)], areas


def _fitting(areas: Sequence[str], rows: Sequence[Row], width: int) -> list[str]:
    """The first of these areas that fit a width beside the agencies; one at least."""
    left = _beside_agencies(rows, width)
    found: list[str] = []
    for area in areas:
        left -= _taken(area, HEADS.get(area, area), rows)
        if left < 0 and found:
            break
        found.append(area)
    return found


def _heads(areas: Sequence[str], rows: Sequence[Row], width: int) -> dict[str, str]:
    """The headings of areas, those first whose words there is room not to break."""
    heads = {area: HEADS.get(area, area) for area in areas}
    left = _beside_agencies(rows, width)
    left -= sum(_taken(area, head, rows) for area, head in heads.items())
    for area, head in heads.items():
        whole = head.replace("- ", "")
        more = _taken(area, whole, rows) - _taken(area, head, rows)
        if more <= left:
            heads[area], left = whole, left - more
    return heads


def _beside_agencies(rows: Sequence[Row], width: int) -> int:
    """The width that the agencies leave."""
    names = [line for row in rows for line in _lines(row, width)]
    return width - max(map(len, [*names, "Agency"]))


def _taken(area: str, head: str, rows: Sequence[Row]) -> int:
    """The width that an area takes under a heading."""
    return _GAP + max(map(len, [*head.split(), *(row.get(area, "") for row in rows)]))


def _lines(row: Row, width: int) -> list[str]:
    """The name of an agency in lines."""
    most = min(max(width // _SHARE, _NARROWEST), _WIDEST)
    return wrap(row["agency"], most, subsequent_indent="  ")


def _with_labels(rows: Sequence[Row]) -> list[Row]:
    """Rows with short names: an abbreviation, or a name without what is in brackets, where no other
    has that name."""
    bare = Counter(row["name"].partition(" (")[0] for row in rows)

    def label(row: Row) -> str:
        short = row["name"].partition(" (")[0]
        return str(row["abbreviation"] or (short if bare[short] == 1 else row["name"]))

    return [{**row, "agency": label(row)} for row in rows]


def _areas(row: Row) -> list[str]:
    return [key for key in row if key not in OF_ROW]


def _of(areas: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """Rows with these areas alone."""
    return [{area: row[area] for area in areas if area in row} for row in rows]


def _answer(cells: Sequence[Row], width: int) -> str:
    """Who leads in which areas of work, or in how many, in a few lines."""
    answer = led(cells)
    numbers = [starred(str(len(own)), STAR in "".join(own)) for own in leaders(cells).values()]
    listed = [f"{name} in {own}" for name, own in zip(leaders(cells), numbers, strict=True)]
    for most in range(len(listed), 0, -1):
        if len(wrap(answer, width)) <= _LEADING:
            break
        more = counted(len(listed) - most, "other")
        others = f" and {more}" if most < len(listed) else ""
        unit = " area of work" if numbers[0] == "1" else " areas of work"
        answer = f"Led by {', '.join([listed[0] + unit, *listed[1:most]])}{others}."
    return answer


def _short_of(document: str, cells: Sequence[Row], width: int) -> str:
    """How to ask for the map of a document, and who leads in it, in one line if possible."""
    names = [*leaders(cells)]
    text = f"--document {document}: "
    if len(names) < 2:
        return f"{text}{'led by ' + names[0] if names else 'none is stated to lead'}"
    all_of_them = f"{text}{len(names)} lead: {', '.join(names)}"
    return (
        all_of_them
        if len(all_of_them) <= width
        else f"{text}{len(names)} lead, among them {names[0]}"
    )
