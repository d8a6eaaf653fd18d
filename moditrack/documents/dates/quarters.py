"""Quarters: Q1 2023/24, the second quarter of 2019, the June quarter; which are financial."""

from __future__ import annotations

import re
from dataclasses import replace

from moditrack.documents.dates.calendar_names import MONTH_NAMES, MONTHS
from moditrack.documents.dates.printed_period import (
    QUARTER,
    RANGE,
    ROLLING,
    Period,
    day_before,
    days_of,
    months_from,
    months_to,
    partial,
    period,
)
from moditrack.documents.dates.year_or_count import YEAR, YEARS
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.number_words import UNITS

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
            "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}  # fmt: skip
"""What a quarter is called by its place in the year."""
_SHORT = r"(?P<short>\d\d)[/–-](?P<short2>\d\d)(?![\d/]|[.,–-]\d)"
_QUARTER = lazy_regex(
    rf"(?:q(?P<n>[1-4])|(?:quarter|qtr\.?)\s?(?P<word>[1-4]|one|two|three|four)"
    rf"|(?P<nth>{'|'.join(ORDINALS)})\squarter)(?![\w])"
    rf"(?:\s\((?P<from>{MONTH_NAMES})(?:(?:\s?[-–]\s?|\sto\s)(?P<until>{MONTH_NAMES}))?"
    rf"(?:\s(?P<inner>{YEAR}))?\))?"
    rf"(?P<rest>,?(?:\sof)?(?:\sthe)?(?:\sfinancial\syear)?(?:\s|\s?[-–]\s?(?=\d{{4}}\b))(?:fy\s?)?"
    rf"(?:{YEARS}|{_SHORT})\b(?P<next>\sto\s{YEAR}\b)?)?"
)
_SHORT_FIRST = lazy_regex(rf"{_SHORT},?\s(?:q|quarter\s|qtr\s)(?P<n>[1-4])\b")
_FINANCIAL = lazy_regex(
    r"\b(?:q[1-4]|quarter [1-4])(?: \([a-z]+[^)\n]{0,16}\))?[ ,:-]+(?:fy ?)?(?:20)?\d\d[/–-]\d\d\b"
    r"(?![/-])|\b20\d\d[/–-]\d\d,? (?:q|quarter )[1-4]\b|\b(?:q1|quarter 1) ?[(:-]+ ?apr"
    r"|\bfinancial quarter"
)
"""What shows that the quarters of a text are those of a financial year: Q1 2018/19, Q1 (April."""
_SAYS_WHICH = lazy_regex(rf"[/–-]\d\d(?!\d)|financial|fy|\(|{MONTH_NAMES}")
"""What in a quarter says of which year it is: Q1 2018/19, the 2018 September quarter."""
QUARTER_AFTER = lazy_regex(r"\squarter\b")
"""What follows the month that names a quarter."""
_QUESTION = lazy_regex(rf"[Qq][1-4](?:\.(?!\d)|[:)]?\s{{2,}}(?!(?i:{MONTH_NAMES}))[A-Z][a-z])")


def quarter(text: str, plain: str, start: int) -> Period | None:
    """The quarter that begins at a place of a text; "Q1 How many" is a question."""
    match = _QUARTER.match(plain, start)
    first = not plain[plain.rfind("\n", 0, start) + 1 : start].strip()
    if match is None or (first and _QUESTION.match(text, start) is not None):
        return None
    return quarter_of(text, match)


def quarter_of(text: str, match: re.Match[str]) -> Period | None:
    """The quarter that a match names; the months that it prints decide which days it covers."""
    groups = match.groupdict()
    number = groups["n"] or groups.get("word") or groups.get("nth") or ""
    which = ORDINALS.get(number) or UNITS.get(number) or int(number)
    short = groups.get("short")
    if short is not None and (int(short) + 1) % 100 != int(groups["short2"]):
        return None
    printed = groups.get("year") or groups.get("inner") or (short and f"20{short}")
    if not printed:
        # "the second quarter" without a year does not say when
        return None if groups.get("nth") else partial(text, *match.span(), QUARTER)
    after = _next_year(text, match, int(printed))
    cut = groups.get("next") is not None and not after
    span = match.start(), match.start("next") if cut else match.end()
    slashed = short is not None or groups.get("to") is not None or after
    financial = slashed or "financial" in match[0] or "fy" in match[0]
    if groups.get("until"):
        return _in_months(text, match, int(printed), financial)
    year = int(printed)
    if financial:
        year, which = (year + 1, 1) if which == 4 else (year, which + 1)
    return period(text, span, *days_of(QUARTER, year, which), QUARTER)


def quarter_of_month(text: str, one: Period, end: int) -> Period | None:
    """The June quarter, which ends at `end`: the three months up to June."""
    if one.first is None or one.last is None or int(one.first[5:7]) % 3:
        return None
    span = one.start, end
    found = period(text, span, months_to(one.last, 3), one.last, ROLLING)
    return replace(found, parts=(one,))


def _next_year(text: str, match: re.Match[str], year: int) -> bool:
    """Whether a quarter is of a year to the next: Q3 2024 to 2025, not from Q3 2024 to 2025."""
    after = match.groupdict().get("next") or ""
    before = text[max(0, match.start() - 8) : match.start()].lower()
    return after[-4:] == str(year + 1) and not before.endswith(("from ", "between "))


def are_financial(plain: str) -> bool:
    """Whether the quarters of a text are those of financial years, as it prints others of them."""
    return _FINANCIAL.search(plain) is not None


def of_financial_years(text: str, found: list[Period]) -> list[Period]:
    """The same dates where a quarter whose year is printed alone is of a financial year."""
    return [
        _of_financial_year(text, period) if period.kind == QUARTER else period for period in found
    ]


def _of_financial_year(text: str, period: Period) -> Period:
    if period.first is None or _SAYS_WHICH.search(period.label.lower()) is not None:
        return period
    year, month = int(period.first[:4]), int(period.first[5:7])
    if month == 10:  # the fourth quarter is January to March of that year, or of the next
        return partial(text, period.start, period.end, QUARTER)
    first, last = months_from(year, month + 3, 3)
    return replace(period, first=first, last=last)


def short_year_first(text: str, plain: str, start: int) -> Period | None:
    """23/24 Q1."""
    match = _SHORT_FIRST.match(plain, start)
    return None if match is None else quarter_of(text, match)


def _in_months(text: str, match: re.Match[str], year: int, financial: bool) -> Period:
    first_month, last_month = MONTHS[match["from"]], MONTHS[match["until"]]
    if financial and first_month < 4:
        year += 1
    count = (last_month - first_month) % 12 + 1
    kind = QUARTER if count == 3 else RANGE
    return period(text, match.span(), *months_from(year, first_month, count), kind)


def quarter_before(one: Period, other: Period) -> Period:
    """The first quarter of Q1-Q3 2023/24, Q1 and Q2 2023/24."""
    numbers = [re.search(r"[1-4]", period.label) for period in (one, other)]
    if not one.partial or other.first is None or numbers[0] is None or numbers[1] is None:
        return one
    apart = int(numbers[1][0]) - int(numbers[0][0])
    if apart < 1:
        return one
    last = day_before(other.first)
    return replace(one, first=months_to(last, 3 * apart), last=last)


def with_days(text: str, dated: list[Period]) -> list[Period]:
    """Quarter 3 (1 October to 31 December 2019) is one period with its days."""
    found: list[Period] = []
    for one in dated:
        above = found[-1] if found else None
        if (
            above is not None and above.kind == QUARTER and above.first is None
            and one.kind == RANGE and one.first is not None and one.last is not None
            and text[above.end : one.start] == " (" and text[one.end : one.end + 1] == ")"
            and months_to(one.last, 3) == one.first
        ):  # fmt: skip
            span = above.start, one.end + 1
            found[-1] = replace(period(text, span, one.first, one.last, QUARTER), parts=(one,))
        else:
            found.append(one)
    return found
