"""The text of reports: any format read into passages with locators; the numbers in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from moditrack.documents.document import Document, read

__all__ = ["Document", "read"]


def __getattr__(name: str) -> Any:
    # Loaded when used: the arithmetic of checks needs none of it.
    if name in __all__:
        from moditrack.documents import document

        return getattr(document, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
