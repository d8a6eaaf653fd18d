"""Whether the financial years of a report begin in April, asked where nothing says so."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.draft.periods.figure_periods import in_words
from moditrack.draft.proposal import Draft, Proposal

_SAYS = re.compile(r"\b(?:financial|fiscal) years?\b", re.IGNORECASE)
_DAYS = re.compile(
    r"\b31(?:st)? March\b|\bMarch 31\b|\b1(?:st)? April\b|\bApril 1\b|\bApril (?:\d{4} )?to March\b"
)
_BRITISH = re.compile(
    r"\b(?:UK|United Kingdom|Brit(?:ain|ish)|England|English|Wales|Welsh|Scotland|Scottish"
    r"|Northern Ireland|London|Constabulary)\b|£|\.uk\b"
)
_OTHER = re.compile(
    r"\b(?:Australian?s?|New Zealand\w*|Canad\w+|United States|American?s?|USA?|Indian?s?"
    r"|South Africa\w*|Hong Kong|Pakistan\w*|Bangladesh\w*|Kenyan?|Nigerian?)\b|\$"
)
"""What shows that a report is of another country."""
_JULY = re.compile(r"\b(?:Australian?s?|New Zealand\w*|Pakistan\w*|Bangladesh\w*)\b")
"""Those of these whose financial years begin in July."""

_YEAR = re.compile(r"\d{4}")


def with_financial_years(draft: Draft, *, known: bool) -> list[Proposal]:
    """The proposals of a draft, with each figure of a financial year asked where that may be other.

    `known` says that the publisher or the force is in the shared lists, all of which are British.
    """
    text = "\n".join(one.text for one in draft.document.passages)
    if not _may_be_other(text, known):
        return draft.proposals
    july = 0 < len(_JULY.findall(text)) == len(_OTHER.findall(text))
    return [
        _asked(one, july=july)
        if one.file == "figures.csv" and one.row.get("period", "").startswith("FY")
        else one
        for one in draft.proposals
    ]


def is_of_other_country(text: str) -> bool:
    """Whether a report names other countries more often than Britain."""
    return len(_OTHER.findall(text)) > len(_BRITISH.findall(text))


def _may_be_other(text: str, known: bool) -> bool:
    if _DAYS.search(text):
        return False
    british, other = len(_BRITISH.findall(text)), len(_OTHER.findall(text))
    return other > british or (not known and not british and _SAYS.search(text) is not None)


def _asked(one: Proposal, *, july: bool) -> Proposal:
    """A figure with its year asked, and not in its description; `july`: when years begin."""
    year = one.row["period"]
    said = one.row["description"].removesuffix(f", {in_words(year)}")
    ends = [int(one) for one in _YEAR.findall(year)]  # FY2000, or FY2000/FY2002
    days = f"{ends[0]}-07-01/{ends[-1] + 1}-06-30"
    row = one.row | {"period": days if july else year, "description": said}
    question = f"period: {days if july else year}, from {'July' if july else 'April'}?"
    needs = [one.needs_a_person, "" if "period" in one.columns_asked else question]
    return replace(one, row=row, needs_a_person="; ".join(filter(None, needs)))
