"""Text with plain quotes, dashes and spaces, as passages have it."""

from __future__ import annotations

import re
import unicodedata

from moditrack.documents.lazy_regex import lazy_regex

NORMALISER = 1
"""Version of `normalise`, recorded beside every digest that depends on it."""

DASH_OF_RANGE = lazy_regex(r"(?<=\d)\u00ad(?=\d)")
"""A soft hyphen between digits, where no word is broken: 13-24 months."""
_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "…": "...", "\u00ad": None, "\u200b": None, "\ufeff": None,
    }
)  # fmt: skip


def normalise(text: str) -> str:
    """Text as one line with plain quotes, dashes and single spaces."""
    if "\u00ad" in text:
        text = DASH_OF_RANGE.sub("-", text)
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return re.sub(r"\s+", " ", plain).strip()


def slug(text: str) -> str:
    """A text as part of a locator: lower case, hyphens for other than letters and digits."""
    return re.sub(r"[^a-z0-9]+", "-", normalise(text).lower()).strip("-")
