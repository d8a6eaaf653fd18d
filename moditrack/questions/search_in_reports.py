"""The name of a police force or publisher among the words of a search: it says whose reports to
search, and is in too many entries to be looked for."""

from __future__ import annotations

from moditrack.name_key import name_key
from moditrack.questions.search_terms import EMPTY
from moditrack.tables import Connection

_LONGEST, _MOST = 6, 200
"""The most words of a name that is looked for, and of a text; a search of more is refused."""


def in_reports(connection: Connection, text: str) -> tuple[str, str, list[str]]:
    """The words without the name of a force or publisher, whose reports they are, and the reports.

    The words as they are and no reports where there is none, or where nothing else is
    searched for; so also where the words are, or a longer name in them is, that of another.
    """
    typed = text.split()
    if '"' in text or not 2 <= len(typed) <= _MOST:
        return text, "", []
    parts = {
        (start, start + length): name_key(" ".join(typed[start : start + length]))
        for length in range(min(len(typed), _LONGEST), 0, -1)
        for start in range(len(typed) - length + 1)
    }
    keys = dict.fromkeys(parts.values())
    rows = connection.execute(
        "SELECT s.name_key, s.id, coalesce(a.name, o.name) FROM search_name AS s"
        " LEFT JOIN agency AS a ON s.kind = 'agency' AND a.agency = s.id"
        " LEFT JOIN operation AS o ON s.kind = 'operation' AND o.operation = s.id"
        " WHERE s.kind IN ('agency', 'operation')"  # the index has the kind first
        f" AND s.name_key IN ({', '.join('?' for _ in keys)}) AND s.rank < 2"
        " ORDER BY s.kind, s.name_key, s.id",
        [*keys],
    ).fetchall()
    for (start, end), key in parts.items():
        if not (found := [row[1:] for row in rows if row[0] == key]):
            continue
        rest = [word for word in typed[:start] + typed[end:] if name_key(word) not in EMPTY]
        named = [row[0] for row in found]
        for column, word in (("force", "on"), ("publisher", "by")):
            if (reports := _reports(connection, column, named)) and rest:
                return " ".join(rest), f" {word} {found[0][1]}", reports
        break
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
