"""References to a document or a passage: as text, and as a BibTeX entry."""

from __future__ import annotations

import re

from moditrack.citations import address
from moditrack.escaping import bibtex as escaped
from moditrack.tables import Row


def reference(source: Row, place: str) -> str:
    """A reference to a place in a document, to paste into a paper."""
    parts = [source["reference"], source["date"], place]
    return (
        f"{source['publisher_name']}: {source['title']}. {', '.join(p for p in parts if p)}."
        f" {source['url'] or 'Address not known.'}"
    )


def entry(source: Row, place: str, citation: str) -> str:
    """An entry of its own for each passage: a report, or for what is none @misc."""
    report = source["kind"] == "report"
    written = [a["name"] for a in source["authors"] if "author" in a["role"]]
    year, month, _ = source["date"].split("-")
    fields = {
        "author": " and ".join(map(_author, written)) or f"{{{escaped(source['publisher_name'])}}}",
        "title": f"{{{escaped(source['title'])}}}",
        "institution" if report else "organization": escaped(source["publisher_name"]),
        "howpublished": None if report else escaped(source["kind"].capitalize()),
        "number": source["reference"] and escaped(source["reference"]),
        "year": escaped(year),
        "month": str(int(month)),
        "date": escaped(source["date"]),
        "note": escaped(place[:1].upper() + place[1:]),
        "url": address(source["url"]),
    }
    key = re.sub(r"[^\w:.-]", "-", citation.replace("#", ":"))
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{'techreport' if report else 'misc'}{{{key},", *lines, "}"])


def _author(name: str) -> str:
    """A name, in braces if BibTeX would split it."""
    apart = "," in name or " and " in f" {' '.join(name.split())} ".casefold()
    return f"{{{escaped(name)}}}" if apart else escaped(name)
