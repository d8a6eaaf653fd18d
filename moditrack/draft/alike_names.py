"""Known agencies or operations of which a new name may be another name."""

from __future__ import annotations

import re
from collections import Counter

from moditrack.draft.kinds_of_names import KINDS, SMALL
from moditrack.draft.shared_lists import Lists

_FEW = 5
"""A word in more names than this distinguishes none of them."""
_COUNTRIES = ("uk", "england", "scotland", "wales", "ireland", "britain", "national", "british")
"""Words that many bodies of a country have."""


def alike(long: str, lists: Lists, table: str) -> list[str]:
    """The known agencies or operations of which a new name may be another name.

    They share half of its own words, one of which is in few names.
    """
    rows = lists.agencies if table == "agency" else lists.operations
    words = {key: _own_words(row["name"]) for key, row in rows.items()}
    times = Counter(word for own in words.values() for word in own)
    new = _own_words(long)
    return [
        key
        for key, own in words.items()
        if 2 * len(new & own) >= len(new) and any(times[word] <= _FEW for word in new & own)
    ]


def _own_words(name: str) -> set[str]:
    """The words of a name by which it differs from others of its kind."""
    words = (word.lower().strip("'’s") for word in re.findall(r"[A-Za-z'’]+", name))
    return {word for word in words if word not in KINDS and word not in (*SMALL, *_COUNTRIES)}
