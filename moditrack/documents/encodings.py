"""Decode a file by its byte order mark, by what fits, or by the charset that a web page names."""

from __future__ import annotations

import codecs
import re

from moditrack.documents.lazy_regex import lazy_regex

_META = lazy_regex(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML = lazy_regex(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w:.-]{1,40})")
_WINDOWS = frozenset(("iso8859-1", "ascii", "iso8859-15", "utf-8", "utf-16", "utf-16-le", "utf-32"))
"""Charsets that pages name where they are Windows-1252."""


def decode(data: bytes, otherwise: str = "cp1252") -> str:
    """Decode a document as UTF-16 or UTF-8, else as Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(otherwise, errors="replace")


def decode_page(data: bytes) -> str:
    """Decode a web page: a saved page can be UTF-8 whatever charset it names."""
    named = _META.search(data[:4096]) or _XML.match(data)
    try:
        codec = codecs.lookup(named[1].decode("ascii")).name if named else "ascii"
        return decode(data, "cp1252" if codec in _WINDOWS else codec)
    except (LookupError, UnicodeError, ValueError):
        return decode(data)
