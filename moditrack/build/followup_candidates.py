"""Commitments that a later report may mention: candidates for its followups.csv.

A passage may mention a commitment where it is about the same operation or agency and has the rarer
words of the commitment: of its own text where the database has that, else of its records.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Sequence

from moditrack.questions.search_terms import COMMON
from moditrack.search_stemming import words

_ENOUGH = 0.3
"""The weight of the shared words, of the weight of all words of the commitment."""
_LEAST = 2
"""Fewer words in common say nothing."""
_SHORT = 3
"""Words with fewer letters do not count."""
_END = re.compile(r"(?<=\w{4})(?:ations?|ings?|ies|ied|es|ed|s|ly)$")
_TEXTS = """
    SELECT citation, event AS text FROM event
    UNION ALL SELECT citation, statement FROM statement
    UNION ALL SELECT citation, responsibility FROM responsibility
    UNION ALL SELECT citation, description FROM figure
    UNION ALL SELECT citation, commitment FROM commitment
    UNION ALL SELECT citation, part FROM part
    UNION ALL SELECT document || '#' || locator, text FROM passage_text
"""
_SUBJECTS = " UNION ".join(
    f"SELECT citation, {column} FROM {table} WHERE {column} IS NOT NULL"
    for table in ("name", "event", "statement", "responsibility", "figure")
    for column in ("operation", "agency")
)


def commitments(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """The candidates: document, commitment and locator, the likeliest passage of each document.

    What a document says of a commitment in the records already is left out.
    """
    said: dict[str, set[str]] = {}
    for citation, text in connection.execute(_TEXTS):
        said.setdefault(citation, set()).update(_words(text))
    number = Counter(word for own in said.values() for word in own)
    about: dict[str, set[str]] = {}
    for citation, subject in connection.execute(_SUBJECTS):
        about.setdefault(citation, set()).add(subject)
    dates = dict(connection.execute("SELECT document, date FROM document"))
    done = set(connection.execute("SELECT document, commitment FROM followup"))

    def weight(own: set[str]) -> float:
        return sum(math.log(len(said) / (number[word] + 1)) for word in own)

    best: dict[tuple[str, str], tuple[float, str]] = {}
    for commitment, document, text, subjects in _commitments(connection):
        own = _words(text)
        whole = weight(own)
        for citation, found in said.items():
            later, _, locator = citation.partition("#")
            shared = own & found
            if (
                dates[later] <= dates[document]
                or (later, commitment) in done
                or len(shared) < _LEAST
                or not about.get(citation, set()) & subjects
            ):
                continue
            score = weight(shared) / whole if whole > 0 else 0.0
            if score >= _ENOUGH and score > best.get((later, commitment), (0.0, ""))[0]:
                best[later, commitment] = score, locator
    return [(later, commitment, locator) for (later, commitment), (_, locator) in best.items()]


def _commitments(connection: sqlite3.Connection) -> list[tuple[str, str, str, set[str]]]:
    """Each commitment with its document, what is to be done, and whom it is about."""
    by: dict[str, set[str]] = {}
    for commitment, agency in connection.execute(
        "SELECT commitment, agency FROM commitment_agency"
    ):
        by.setdefault(commitment, set()).add(agency)
    return [
        (name, document, text, by.get(name, set()) | ({operation} if operation else set()))
        for name, document, text, operation in connection.execute(
            "SELECT id, document, commitment, operation FROM commitment ORDER BY rowid"
        )
    ]


def _words(text: str) -> set[str]:
    return {
        _END.sub("", word)
        for word in words(text).split()
        if len(word) >= _SHORT and word not in COMMON and not word[0].isdigit()
    }


def csv_comments(found: Sequence[tuple[str, str, str]]) -> str:
    """Candidates as lines for followups.csv, in comments of TOML."""
    if not found:
        return ""
    lines = [
        "# Candidates for followups.csv: commitments of earlier reports that a later may mention.",
        "# Read the passage, and write the state (met, partly, not-met) and what it says.",
    ]
    for document in dict.fromkeys(one[0] for one in found):
        lines += [f"# {document}/followups.csv", "# commitment,locator,state,followup"]
        lines += [f"# {name},{locator},," for later, name, locator in found if later == document]
    return "\n".join(lines) + "\n"
