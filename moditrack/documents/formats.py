"""The format of a file by its content (its name says nothing), and formats that are refused."""

from __future__ import annotations

import io
import re
import zipfile

from moditrack.documents.blocks import Unreadable
from moditrack.documents.encodings import decode
from moditrack.documents.lazy_regex import lazy_regex
from moditrack.documents.readers.csv import dialect
from moditrack.documents.readers.mhtml import is_mail

_NEAR_START = 4000
"""Characters in which a page shows what it is."""
_PAGE = lazy_regex(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_ELEMENT = lazy_regex(
    r"<(?:p|div|table|t[rhd]|h[1-6]|ul|ol|li|span|section|article)[ >]", re.IGNORECASE
)
_CONTROL = lazy_regex("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_MOST_CONTROL = 0.02
_MARKDOWN = lazy_regex(
    r"\A---[ \t]*\n[A-Za-z]\w*:"
    r"|^#{1,6} +[A-Z0-9*\[\\\"'“‘(].*$"
    r"|^\S.*\n={3,}[ ]*$"
    r"|^```"
    r"|^\*\*[^*\n]+\*\*[ \t]*\n[ \t]*$"
    r"|^[^\\\n|]{0,80}\d\\[.)]",
    re.MULTILINE,
)
"""What opens a file, headings, fences, bold lines, 6\\\\. for 6. A table alone does not decide."""
_NONE = "is none of HTML, PDF, Word, Markdown, text and CSV: save it as one of them."


def format_of(data: bytes) -> str:
    """html, pdf, docx, markdown, csv or text. Raises Unreadable for anything else."""
    if is_pdf(data):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _format_of_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("is an old Word file or has a password: save it as .docx without one.")
    if data.startswith((b"{\\rtf", b"PK", b"%!PS", b"\x1f\x8b", b"\x89PNG")):
        raise Unreadable(_NONE)
    opening = decode(data[: 4 * _NEAR_START])[:_NEAR_START]
    if len(_CONTROL.findall(opening)) > _MOST_CONTROL * len(opening):
        raise Unreadable(_NONE)
    if is_mail(data):
        return "html"
    start = opening.lstrip()
    if start.startswith("<") and (_PAGE.search(start) or len(_ELEMENT.findall(start)) > 2):
        return "html"
    text = decode(data)
    if _MARKDOWN.search(text):
        return "markdown"
    return "csv" if dialect(text) else "text"


def is_pdf(data: bytes) -> bool:
    """Whether the content of a file is a PDF."""
    return re.search(rb"(?:^|[\r\n\0])%PDF-\d", data[:1024]) is not None


def _format_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        raise Unreadable("is damaged: get it again.") from None
    if any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx"
    raise Unreadable(_NONE)
