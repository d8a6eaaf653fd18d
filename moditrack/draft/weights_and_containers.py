"""Numbers of weights, lengths of time and containers: 28.8 kg of heroin, 90 wraps of crack."""

from __future__ import annotations

import re

_UNITS = {
    "kg": "kg", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "g": "grams", "gram": "grams", "grams": "grams", "mg": "mg", "lb": "pounds", "lbs": "pounds",
    "oz": "ounces", "ounce": "ounces", "ounces": "ounces", "tonne": "tonnes", "tonnes": "tonnes",
    "ton": "tons", "tons": "tons", "litre": "litres", "litres": "litres", "liters": "litres",
    "ml": "ml", "wrap": "wraps", "wraps": "wraps", "bag": "bags", "bags": "bags",
    "packet": "packets", "packets": "packets", "package": "packages", "packages": "packages",
    "box": "boxes", "boxes": "boxes", "deal": "deals", "deals": "deals", "bottle": "bottles",
    "bottles": "bottles", "block": "blocks", "blocks": "blocks", "round": "rounds",
    "rounds": "rounds", "piece": "pieces", "pieces": "pieces", "sheet": "sheets",
    "sheets": "sheets", "tablet": "tablets", "tablets": "tablets", "pill": "pills",
    "pills": "pills", "rocks": "rocks", "carton": "cartons", "cartons": "cartons",
    "pack": "packs", "packs": "packs", "hour": "hours", "hours": "hours", "days": "days",
    "minutes": "minutes", "miles": "miles", "km": "km", "acres": "acres",
}  # fmt: skip
"""Units and containers, as a measure's unit is written."""
_UNIT = re.compile(r"[ \u00a0-]?([A-Za-z]+)\b(?: of (?:the |a |an )?)?")
_ATTACHED = ("kg", "g", "mg", "lb", "lbs", "oz", "ml", "km")
_GENERATION = re.compile(r"(?<![\d.,])[2-6]$")
"""What makes a "g" that of a network: 4G, 5G."""


def container(sentence: str, end: int) -> tuple[str, int]:
    """The unit after a number of something, and where that is named; an empty one elsewhere."""
    match = _UNIT.match(sentence, end)
    if match is None:
        return "", end
    unit = _UNITS.get(match[1].lower() if len(match[1]) > 1 else match[1])
    with_of = match[0].endswith(("of ", "of the ", "of a ", "of an "))
    generation = match[1].lower() == "g" and _GENERATION.search(sentence, max(0, end - 3), end)
    if unit is None or not (with_of or (match[1].lower() in _ATTACHED and not generation)):
        return "", end
    return unit, match.end() - 1 if match[0].endswith(" ") else match.end()
