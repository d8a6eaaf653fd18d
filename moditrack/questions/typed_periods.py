"""A period as people type it, for --from, --to and --year."""

from __future__ import annotations


def typed_period(text: str) -> tuple[str | None, str | None]:
    """The first and last day of a period as the records write it, or as reports print it: 2003,
    2003/04, 2003-07, July 2003. Raises ValueError for anything else."""
    from moditrack.record_dates import financial_year, parse_period

    year = financial_year(text)
    try:
        if year is None and "/" in text:
            raise ValueError
        period = parse_period(text if year is None else f"FY{year}")
    except ValueError:
        from moditrack.documents.dates.periods import periods

        # 2003-13 is no span of years here, but a mistaken month.
        found = periods(text) if any(sign.isalpha() for sign in text) else []
        if len(found) != 1 or found[0].label != text or not (found[0].first and found[0].last):
            raise
        return found[0].first, found[0].last
    return period.start, period.end


def is_date(text: str) -> bool:
    """Whether a text is a date, as --from takes it: 2003, 2003/04, 2003-04, July 2003."""
    if not any(sign.isdecimal() for sign in text):
        return False
    try:
        typed_period(text)
    except ValueError:
        return False
    return True
