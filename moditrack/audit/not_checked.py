"""What an audit did not read or check, in words: an audit that hides it misleads."""

from __future__ import annotations

from collections import Counter

from moditrack.audit.audit import Audit
from moditrack.counting import counted

_LISTED = 12
"""At most this many texts of one kind are listed."""
_REASONS = 5
"""At most this many reasons are listed, the most frequent first."""


def not_checked(found: Audit) -> list[str]:
    """How many numbers were not checked and why, and how many passages gave none."""
    reasons = Counter(result.why for _, result in found.claims if result.verdict == "not-checkable")
    return reasons_in_words(reasons, len(found.unread), _REASONS, "see their marks")


def reasons_in_words(reasons: Counter[str], unread: int, most: int, others: str) -> list[str]:
    """A line for each of the commonest reasons, one for all others, and one for the passages from
    which nothing is derived."""
    named = reasons.most_common(most)
    lines = [f"{number} not checked: {why}." for why, number in named]
    if more := reasons.total() - sum(number for _, number in named):
        lines.append(f"{more} not checked for other reasons: {others}.")
    if unread:
        what = counted(unread, "passage")
        lines.append(f"{what} with numbers from which nothing is derived, as far as seen.")
    return lines


def not_read(found: Audit) -> list[str]:
    """What the reader left out of the text, by kind, and what it could not place."""
    by_kind: dict[str, list[str | int]] = {}
    for what, text in found.left_out:
        by_kind.setdefault(what, []).append(text)
    return [
        *(f"{what.capitalize()}: {_listed(what, texts)}" for what, texts in by_kind.items()),
        *([_unplaced(len(found.unplaced))] if found.unplaced else []),
    ]


def _unplaced(number: int) -> str:
    return f"{counted(number, 'number')} of paragraphs or notes printed before: locators with ~2."


def _listed(what: str, texts: list[str | int]) -> str:
    """Texts in quotation marks, or the numbers of pages."""
    if what == "page numbers":
        return f"{texts[0]} of them."
    listed = [f'"{text}"' if isinstance(text, str) else str(text) for text in texts[:_LISTED]]
    more = f" and {len(texts) - _LISTED} more" if len(texts) > _LISTED else ""
    return f"{', '.join(listed)}{more}."
