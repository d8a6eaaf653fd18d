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

        (found,) = one if len(one := periods(text)) == 1 else (None,)
        if found is None or found.label != text or not (found.first and found.last):
            raise
        # 2022-23 is a year; 2003-13 is no span of years here, but a mistaken month.
        in_words = any(sign.isalpha() for sign in text)
        if not in_words and int(found.last[:4]) > int(found.first[:4]) + 1:
            raise
        return found.first, found.last
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
