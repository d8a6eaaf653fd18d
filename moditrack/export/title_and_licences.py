"""What a package says about itself: title, description, licences."""

from __future__ import annotations

import sqlite3

from moditrack import caveats
from moditrack.about_london import police

NAME = "moditrack"
ABSTRACT = (
    "What public reports on human trafficking, modern slavery and organised immigration crime"
    " state: every quantity, date, operation, agency, responsibility, commitment and"
    " definition, each with the passage that it comes from, and every derived number recomputed."
)
LIMITS = (
    f"{caveats.STATED} {caveats.NOT_SUMMED}",
    caveats.THEIR_LANGUAGE,
    caveats.MOST_ARE_SMALL,
    f"{caveats.OUTCOME_NAMES} (`outcome_type.csv` says where each was found).",
    "The licence named here is moditrack's own and covers its words and its selection. The licences"
    " of the documents are their own (`document.csv` has those that are known); their sentences are"
    " not in the package.",
)
KEYWORDS = ("human trafficking", "modern slavery", "police", "open data", "sqlite")
AUTHORS = "The moditrack authors"
LICENCE = "MIT"
LICENCE_ADDRESS = "https://opensource.org/license/mit"


def title(connection: sqlite3.Connection) -> str:
    """The title of the project or a package: what its database is about."""
    forces = [row[0] for row in connection.execute("SELECT DISTINCT force FROM document")]
    return f"moditrack: what public reports say about human trafficking and {police(forces)}"


def licence_title(connection: sqlite3.Connection) -> str:
    """What the licence covers."""
    (known,) = connection.execute("SELECT count(licence) FROM document").fetchone()
    theirs = "the documents have their own" if known else "the documents' licences are not known"
    return f"MIT License, for moditrack's own words; {theirs}"
