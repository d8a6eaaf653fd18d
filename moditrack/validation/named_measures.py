"""Measures that a person writes by name into figures.csv: each is a new one of its document."""

from __future__ import annotations

import re
from pathlib import Path

from moditrack.documents.normalise import slug
from moditrack.documents.quantities import quantities
from moditrack.tables import Row
from moditrack.validation.columns import ID
from moditrack.validation.problems import Problems, in_row

Line = tuple[int, list[str]]
_PARTS = re.compile(r"(?P<name>.*?)(?: \((?P<unit>[a-z][a-z -]*|GBP|USD|EUR)\))?")
"""A name, with its unit where that is neither printed nor its noun: Length of stay (days)."""
_OF = re.compile(r" (?:of|in|for|to|by|on|at|with|from|per|who|that|which|against)\b")
_SHARE = re.compile(r"(?:share|percentage|proportion)\b", re.IGNORECASE)
_MOST = 60
"""Characters of an id."""


def by_name(
    path: Path, lines: list[Line], columns: list[str], measures: dict[str, Row],
    new: dict[str, Row], problems: Problems,
) -> set[str]:  # fmt: skip
    """Write ids in place of the names of measures of figures; return those of the new ones.

    They are added to `new`; `measures` are the known ones. An empty description becomes the name.
    """
    measure, printed, said = map(columns.index, ("measure", "printed", "description"))
    known: dict[str, str] = {}
    for number, values in lines:
        text = values[measure].strip()
        if text and not ID.fullmatch(text):
            known = known or {row["name"].casefold(): key for key, row in measures.items()}
            parts = _PARTS.fullmatch(text)
            name, unit = (parts["name"], parts["unit"]) if parts is not None else (text, "")
            found = quantities(values[printed])
            unit = unit or (found[0].unit if len(found) == 1 else "")
            key = known.get(name.casefold(), slug(name)[:_MOST].strip("-"))
            own = measures.get(key) or new.setdefault(key, _row(key, name, unit))
            if unit and own["unit"] != unit:
                what = f"counts {own['unit']}, and this is {unit}: write another name"
                problems.add(path, in_row(number, "measure"), text, what)
            values[measure] = key
        if not values[said]:
            values[said] = (measures | new).get(values[measure], {}).get("name", "")
    return set(new)


def _row(key: str, name: str, unit: str) -> Row:
    """The line of a new measure; without a unit, it is that of its noun."""
    if not unit:
        unit = "percent" if _SHARE.match(name) else _OF.split(name)[0].split()[-1].lower()
    definition = f"{name}, as the document counts them"
    return {"measure": key, "unit": unit, "name": name, "definition": definition}
