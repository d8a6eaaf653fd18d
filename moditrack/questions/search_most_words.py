"""What to search for: all of the words or, where no entry has all, the most that one has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from moditrack.questions.search_terms import COMMON, EMPTY, fts_terms, near_terms
from moditrack.search_stemming import words
from moditrack.tables import Connection

MOST = 2**31
"""No more hits than this are asked of SQLite, which counts no further than 2**63."""
RANKED = 10_000
"""The most entries that are ranked, operations and agencies first: millions take seconds."""
_FEW = 5
"""Of so few words every set is tried."""
_MOST_SETS = 50
"""At most this many sets of words are tried where no entry has all words."""


def best(connection: Connection, text: str, chosen: str, values: dict[str, Any]) -> str:
    """What to ask for: all of the words, or, where no entry has all, the most that one has; where
    none has any, words that are near to them.

    `chosen` is a condition on the entries, with its `values`. The result is JSON: the `query`, how
    many of the `words` a hit has (`matched`), how the titles begin that come first (`begins`, and
    `signed` of a number with its sign), the number of the last entry to rank (`last`), and how many
    there are up to it (`found`) of which `kinds`.
    """

    # The database writes the JSON: Python's takes longer to load than the search.
    def asked(query: str, matched: int, number: int) -> str:
        (as_json,) = connection.execute(
            f"""
            WITH hit AS MATERIALIZED (
                SELECT entry, e.kind
                FROM search_entry_fts AS f JOIN search_entry AS e ON entry = f.rowid
                WHERE search_entry_fts MATCH :query AND {chosen} ORDER BY f.rowid LIMIT {RANKED}
            ), kinds AS (SELECT kind, count(*) AS number FROM hit GROUP BY kind)
            SELECT json_object('query', :query, 'matched', :matched, 'words', :words, 'begins',
                :begins, 'signed', :signed, 'last', iif(count(*) = {RANKED}, max(entry), {MOST}),
                'found', count(*), 'kinds', (SELECT json_group_object(kind, number) FROM kinds))
            FROM hit
            """,
            values
            | {
                "query": query,
                "matched": matched,
                "words": number,
                "begins": f"{words(text)}%",
                "signed": f"{text}:%" if text[:1] in "+-" else "",
            },
        ).fetchone()
        return str(as_json)

    def matches(terms: Sequence[str]) -> bool:
        found = connection.execute(
            "SELECT 1 FROM search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid"
            f" WHERE search_entry_fts MATCH :query AND {chosen} LIMIT 1",
            values | {"query": " AND ".join(terms)},
        )
        return found.fetchone() is not None

    together, apart = (_telling(fts_terms(text, apart=own)) for own in (False, True))
    for terms in (together, apart):
        if matches(terms):
            return asked(" AND ".join(terms), len(terms), len(terms))
    import json  # where no entry has all words
    from itertools import combinations

    telling = telling_terms(text)
    present = [term for term in telling if matches([term])]
    if len(present) <= _FEW:
        # At 10,000 documents: 0.2 s, and 5 s to count the words of every entry with one of them.
        for number in range(len(present), 0, -1):
            if sets := list(filter(matches, combinations(present, number))):
                return asked(_any_of(sets), number, len(telling))
    found = connection.execute(
        f"""
        WITH hit AS (
            SELECT sum(1 << w.key) AS places, count(*) AS number
            FROM json_each(:terms) AS w CROSS JOIN search_entry_fts AS f
                CROSS JOIN search_entry AS e ON e.entry = f.rowid
            WHERE search_entry_fts MATCH w.value AND {chosen}
            GROUP BY f.rowid
        )
        SELECT DISTINCT places, number FROM hit
        WHERE number = (SELECT max(number) FROM hit) ORDER BY places LIMIT {_MOST_SETS}
        """,
        values | {"terms": json.dumps(present)},
    ).fetchall()
    if not found:
        near = list(filter(lambda term: matches([term]), near_terms(apart)))
        return asked(" OR ".join(near) or " AND ".join(together), 0, len(apart))
    having = [[term for n, term in enumerate(present) if row["places"] >> n & 1] for row in found]
    return asked(_any_of(having), found[0]["number"], len(telling))


def telling_terms(text: str) -> list[str]:
    """What is looked for one by one where no entry has all words."""
    terms = ((term, term.strip('"')) for term in _telling(fts_terms(text, apart=True)))
    return [term for term, word in terms if len(word) > 1 and word not in COMMON]


def _any_of(sets: Iterable[Sequence[str]]) -> str:
    """What finds an entry with all words of one of these sets."""
    return " OR ".join(f"({' AND '.join(terms)})" for terms in sets)


def _telling(terms: list[str]) -> list[str]:
    """The terms without words that say nothing, unless there are no others."""
    return [term for term in terms if term.strip('"') not in EMPTY] or terms
