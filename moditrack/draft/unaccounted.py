"""The numbers and months of a text that no row accounts for yet, as `verify` finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moditrack.documents.normalise import normalise
from moditrack.documents.numerals import NUMERAL
from moditrack.draft.proposal import Proposal
from moditrack.verify.numerals import numerals_in
from moditrack.verify.texts import MATCHED, bounded


def codes_of(names: Iterable[Proposal]) -> re.Pattern[str]:
    """A pattern for the names that have numbers, the longest first."""
    codes = {normalise(one.row["name"]) for one in names if NUMERAL.search(one.row["name"])}
    either = "|".join(bounded(code) for code in sorted(sorted(codes), key=len, reverse=True))
    return re.compile(either or "(?!)")


def spans(left: str, codes: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """The spans of what is left of a text when rows and names with numbers are blanked."""
    return numerals_in(codes.sub(lambda match: MATCHED * len(match[0]), left))
