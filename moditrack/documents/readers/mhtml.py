"""A page saved as one file by a browser (.mht, .mhtml): a mail with the page as its first part."""

from __future__ import annotations

import re

from moditrack.documents.blocks import Unreadable
from moditrack.documents.lazy_regex import lazy_regex

_MAIL = lazy_regex(
    rb"\A(?:[A-Za-z-]{1,40}:[^\n]{0,1000}\r?\n(?:[ \t][^\n]{0,1000}\r?\n)*){1,20}?"
    rb"Content-Type:\s*multipart/related",
    re.IGNORECASE,
)


def is_mail(data: bytes) -> bool:
    """Whether a file is a saved page in a mail."""
    return _MAIL.match(data[:8000]) is not None


def page_in(data: bytes) -> bytes:
    """The HTML of a page saved as a mail; other data unchanged."""
    if not is_mail(data):
        return data
    import email

    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content
    raise Unreadable("has no page in it: save the page as HTML.")
