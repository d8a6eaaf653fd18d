"""Citations, `<document>#<locator>`: their form, their order, the note of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from moditrack.tables import Note, Row

ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
"""A pattern of ids. That of a document is its publisher and date: west-yorks-2025-01-02."""
CITATION = f"{ID}#[A-Za-z0-9.~-]*[A-Za-z0-9]"
"""A pattern of citations: a full point after one is not part of it."""
_ADDRESS = r"https?://[A-Za-z0-9_.~:/?#@!$&'()*+,;=%-]+"


def place(kind: str, locator: str) -> str:
    """A passage in words: paragraph 19, outcome table in paragraph 19, table 1 in section 'costs',
    bullet summary.b1, header."""
    if kind == "table":
        within, _, name = locator.rpartition(".")
        named = name.replace("-", " ")
        words = named if named.startswith("table") else f"{named} table"
        if within in ("", "body"):
            return words
        if within[-1].isdecimal():
            return f"{words} in paragraph {within}"
        return f"{words} in section '{within.replace('-', ' ')}'"
    named = "paragraph" if kind == "unnumbered" else kind
    return " ".join([named, locator.removeprefix(kind).lstrip("-")]).strip()


def first_of(several: Sequence[str]) -> str:
    """The first of several, and how many others there are: colp-2024-02-22#19 +6."""
    return several[0] + (f" +{len(several) - 1}" if len(several) > 1 else "")


def sources_of(rows: Iterable[Row]) -> list[str]:
    """The citations behind rows, each once, in order."""
    listed = (row.get("sources") for row in rows)
    return list(dict.fromkeys(one for own in listed if isinstance(own, list) for one in own))


def source_note(sources: Sequence[str]) -> Note:
    """The note that names the citations behind a table."""
    return Note("source", f"Source{'' if len(sources) == 1 else 's'}: {', '.join(sources)}")


def address(url: str | None) -> str | None:
    """A web address with safe characters only; None for anything else."""
    return url if url and re.fullmatch(_ADDRESS, url) else None


def in_order(citation: str) -> tuple[str, str, list[tuple[bool, int, str]]]:
    """A sort key: the date of the document, then the locator with its numbers by value."""
    document, _, place = citation.partition("#")
    parts = re.findall(r"\d{1,9}|[^\d.-]+", place)
    numbered = [(not p.isdecimal(), int(p) if p.isdecimal() else 0, p) for p in parts]
    return (document[-10:], document, numbered)
