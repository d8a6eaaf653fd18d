"""Shares in a list below the line that says of what: Of the 244 officers: - 105 (43%)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moditrack.audit.found_claim import Claim, Input
from moditrack.audit.recompute import recompute
from moditrack.checks.verdicts import Result
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import Quantity, quantities
from moditrack.verdict_names import FITS

_OF = re.compile(r"(?:^|[.;] )(?:out )?of (?:the |these |all )?(?:total of )?$", re.IGNORECASE)
_BRACKET = re.compile(r"\s(?:[A-Za-z'-]+\s){0,3}\((?:or )?$")
_FEWEST = 3


def find(passages: Sequence[Passage]) -> Iterator[tuple[Claim, Result]]:
    """The shares of such lists; those that do not fit only where most do."""
    for at, passage in enumerate(passages):
        if passage.kind == "table" or not passage.text.rstrip().endswith(":"):
            continue
        whole = _whole(passage)
        if whole is None:
            continue
        found = []
        for item in passages[at + 1 :]:
            share = _share(item) if item.kind == passages[at + 1].kind != "table" else None
            if share is None:
                break
            claim = _claim(item, *share, whole, passage)
            found.append((claim, recompute(claim)))
        fitting = sum(result.verdict in FITS for _, result in found)
        if len(found) >= _FEWEST and 2 * fitting > len(found):
            yield from found


def _whole(passage: Passage) -> Quantity | None:
    """The one count of the line above a list, after "of the"."""
    found = [one for one in quantities(passage.text, passage.style) if not one.unit]
    if len(found) != 1 or found[0].bound != "exact" or found[0].low != found[0].high:
        return None
    return found[0] if _OF.search(passage.text[: found[0].start]) else None


def _share(item: Passage) -> tuple[Quantity, Quantity] | None:
    """The count that begins an item, and the percentage in brackets after it."""
    found = quantities(item.text, item.style)
    if len(found) < 2 or found[0].start or found[0].unit or found[1].unit != "percent":
        return None
    between = item.text[found[0].end : found[1].start]
    return (found[0], found[1]) if _BRACKET.fullmatch(between) else None


def _claim(
    item: Passage, part: Quantity, stated: Quantity, whole: Quantity, above: Passage
) -> Claim:
    inputs = (Input(part, item, "part"), Input(whole, above, "whole"))
    statement = item.text[: stated.end + 1]
    return Claim("share", stated, inputs, item, statement, "explicit", stated.start, stated.end)
