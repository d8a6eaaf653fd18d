"""What would fit for a wrong value of the records: "did you mean", a number, a date."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from moditrack.documents.dates.periods import periods
from moditrack.documents.normalise import slug
from moditrack.nearest_names import nearest
from moditrack.record_dates import in_records
from moditrack.validation.problems import excerpt

_LONGEST = 60
"""A longer value is not taken as a misspelt id, nor a longer id suggested."""
_AS_PRINTED = re.compile(r"[£$€]? ?(-?(?:[0-9],?){0,14}[0-9](?:\.[0-9]{1,15})?) ?%?")


def did_you_mean(text: str, known: Collection[str], named: Mapping[str, str] | None = None) -> str:
    """The known id that is nearest, as the end of a sentence; empty where none is near. An id may
    have any character, so control characters are escaped.

    `named` has ids by their names, in lower case.
    """
    if not text or len(text) > _LONGEST:
        return ""
    for own in ((named or {}).get(text.casefold(), ""), text.lower(), slug(text)):
        if own in set(known) and len(own) <= _LONGEST:
            return f": did you mean {excerpt(own)}?"
    near = nearest(text, (each for each in known if len(each) <= _LONGEST))
    return f": did you mean {excerpt(near)}?" if near else ""


def elsewhere(text: str, ids: Mapping[str, Collection[str]], files: Mapping[str, str]) -> str:
    """The shared file that has an id of another kind, as the end of a sentence."""
    found = next((file for table, file in files.items() if text in set(ids.get(table, ()))), "")
    return f": it is in {found}" if found else ""


def as_number(text: str) -> str:
    """What to write for a number as it is printed, as the end of a sentence."""
    found = _AS_PRINTED.fullmatch(text)
    return f": write {found[1].replace(',', '')}" if found else ""


def as_date(text: str) -> str:
    """What to write for a date as it is printed, as the end of a sentence."""
    found = periods(text) if len(text) <= _LONGEST else ()
    written = in_records(found[0]) if len(found) == 1 else None
    return f": write {written}" if written else ""
