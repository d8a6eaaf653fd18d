"""The name of a police force or publisher among the words of a search: it says whose reports to
search, and is in too many entries to be looked for."""

from __future__ import annotations

from moditrack.name_key import name_key
from moditrack.questions.search_terms import EMPTY
from moditrack.tables import Connection

_LONGEST = 6
"""The most words of a name that is looked for."""


def in_reports(connection: Connection, text: str) -> tuple[str, str, list[str]]:
    """The words without the name of a force or publisher, whose reports they are, and the reports.

    The words as they are and no reports where there is none, or where nothing else is
    searched for; so also where the words are, or a longer name in them is, that of another.
    """
    typed = text.split()
    if '"' in text or len(typed) < 2:
        return text, "", []
    for length in range(min(len(typed), _LONGEST), 0, -1):
        for start in range(len(typed) - length + 1):
            name = " ".join(typed[start : start + length])
            found = connection.execute(
                "SELECT s.id, coalesce(a.name, o.name) FROM search_name AS s"
                " LEFT JOIN agency AS a ON s.kind = 'agency' AND a.agency = s.id"
                " LEFT JOIN operation AS o ON s.kind = 'operation' AND o.operation = s.id"
                # The index has the kind first.
                " WHERE s.kind IN ('operation', 'agency') AND s.name_key = ? AND s.rank < 2",
                (name_key(name),),
            ).fetchall()
            if not found:
                continue
            others = typed[:start] + typed[start + length :]
            rest = [word for word in others if name_key(word) not in EMPTY]
            named = [row[0] for row in found]
            for column, word in (("force", "on"), ("publisher", "by")):
                if (reports := _reports(connection, column, named)) and rest:
                    return " ".join(rest), f" {word} {found[0][1]}", reports
            return text, "", []
    return text, "", []


def of_year(connection: Connection, text: str, among: list[str]) -> tuple[str, str, list[str]]:
    """The words without a year from which there are reports (`among` some, where there are some),
    the year, and these reports; the words as they are where there is none."""
    typed = text.split()
    for word in typed:
        if len(word) == len("2024") and word.isdigit() and len(typed) > 1:
            found = connection.execute(
                "SELECT document FROM document WHERE substr(date, 1, 4) = ? ORDER BY rowid", (word,)
            )
            if reports := [own for (own,) in found if not among or own in among]:
                return " ".join(one for one in typed if one != word), word, reports
    return text, "", []


def _reports(connection: Connection, column: str, agencies: list[str]) -> list[str]:
    """The documents of which one of these is the force, or the publisher, in order."""
    listed = ", ".join("?" for _ in agencies)
    found = connection.execute(
        f"SELECT document FROM document WHERE {column} IN ({listed}) ORDER BY rowid", agencies
    )
    return [document for (document,) in found]
