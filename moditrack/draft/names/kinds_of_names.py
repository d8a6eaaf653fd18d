"""What a name is by its words: an agency or an operation, of what kind, alike which known ones."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moditrack.draft.shared_lists import Lists


_AGENCIES = {
    "force": "police constabulary sheriff",
    "authority": "authority corporation council assembly parliament senate legislature",
    "committee": "committee board panel",
    "department": "directorate department ministry office division bureau",
    "agency": "agency service services commission inspectorate college university institute"
              " foundation association federation trust academy society charity court circuit"
              " helpline regulator ombudsman",
    "unit": "unit branch hub squad taskforce", "team": "team",
    "group": "group partnership network forum alliance coalition", "cell": "cell",
    "post": "commissioner director coordinator",
}  # fmt: skip
_OPERATIONS = {
    "programme": "programme program project scheme", "pilot": "pilot",
    "initiative": "initiative campaign", "fund": "fund", "agreement": "agreement memorandum",
    "plan": "plan strategy", "review": "review inquiry profile", "system": "system database",
}  # fmt: skip
KINDS = {
    word: (table, kind)
    for table, kinds in (("agency", _AGENCIES), ("operation", _OPERATIONS))
    for kind, words in kinds.items()
    for word in words.split()
}
"""What a name is by a word of it."""
_OF = ("department", "ministry", "office", "university", "bureau", "division", "board",
       "institute", "college", "court", "society", "association", "inspectorate", "directorate",
       "commission", "council", "committee", "agency", "authority", "service", "federation",
       "partnership", "network", "forum", "hub", "unit", "team", "group", "regulator")  # fmt: skip
"""Kinds that can begin a name: the Department of Health, the Office for Boats."""
_OVER = ("inspectorate", "department", "ministry", "college", "institute", "association")
"""Kinds that a name keeps whatever it is of: the Inspectorate of Constabulary."""
POSTS = ("chair", "chairman", "chairwoman", "chairperson", "leader", "head", "director", "clerk",
         "secretary", "mayor", "member", "members", "deputy", "vice-chair", "vice-chairman",
         "treasurer", "governor", "minister", "lord", "officer", "commissioner")  # fmt: skip
"""What the name of a post begins with: Chairman of the Harl Council."""
_FORCE = re.compile(r"\b(?:police|sheriff) (?:department|service|force|office)(?: of\b|$)")
"""A police force: the Harl Police Department, the sheriff's office, the Police Service of Harl."""
_PAPER = re.compile(r" (?:Act|Bill|Order|Regulations|Code|Convention|Directive)(?: \d{4})?$")
"""What the name of a law ends with, whoever is named in it."""
SMALL = ("of", "and", "for", "the", "on", "in", "to", "against", "&")
"""Words that a name has in small letters."""


def kind_of(name: str) -> tuple[str, str] | None:
    """The table and kind of a name by its last word, or by its first: the Office of the Mayor."""
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in name.split()]
    if len(words) < 2 or _PAPER.search(name):
        return None
    if any(one in POSTS and after in ("of", "for", "to") for one, after in pairwise(words)):
        return "agency", "post"
    if words[-2:] == ["task", "force"]:
        return "agency", "unit"
    if _FORCE.search(" ".join(words)):
        return "agency", "force"
    overseer = next((one for one, after in pairwise(words) if after == "of" and one in _OVER), "")
    if overseer or words[-1] in KINDS:
        return KINDS[overseer or words[-1]]
    first = next(
        (one for one, after in pairwise(words) if after in ("of", "for") and one in _OF), ""
    )
    return KINDS[first] if first else None


def kind_of_long_form(long: str) -> tuple[str, str] | None:
    """The table and kind of the long form of an abbreviation, by its last word or its first."""
    large = [word for word in long.split() if word.lower() not in SMALL]
    if _PAPER.search(long) or not all(word[0].isupper() or word[0].isdigit() for word in large):
        return None
    return kind_of(long) or (KINDS.get(large[-1].lower()) if large else None)


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
