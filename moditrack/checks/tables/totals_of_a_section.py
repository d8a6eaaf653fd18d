"""Totals that name the section above them: "Total barges" below all lines of "Barges"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from moditrack.checks.tables.adding import sum_of
from moditrack.checks.tables.view import TOTALS, TableCheck, View, score

_OTHERS = 5
"""So many other sections are looked at for a total with the same words that fits."""


def names_its_section(view: View, line: int, checks: Sequence[TableCheck]) -> bool:
    """Whether a total names the section of which it has all lines; with a word more, only where
    that of another section fits."""
    own = "" if view.across else view.sections.get(line, "")
    label = re.escape(own)
    named = re.fullmatch(rf"total {label}( \w+)?", view.paths[line][-1], re.IGNORECASE)
    if not own or named is None:
        return False
    inputs = {one.row for check in checks for one in check.inputs}
    if inputs != set(view.in_sections.get(own, ())):
        return False
    return named[1] is None or _fits_elsewhere(view, own, named[1])


def _fits_elsewhere(view: View, own: str, word: str) -> bool:
    """Whether the total of another section, with the same word, has all its lines."""
    others = (each for each in view.in_sections.items() if each[0] != own)
    for name, lines in islice(others, _OTHERS):
        line = lines[-1] + 1
        if view.roles.get(line) in TOTALS and (
            view.paths[line][-1].lower() == f"total {name}{word}".lower()
        ):
            fitting, failing = score(sum_of(view, line, lines, view.adding))
            if fitting and not failing:
                return True
    return False
