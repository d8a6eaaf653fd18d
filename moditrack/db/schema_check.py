"""Refuse a database of another version (run seed), or with other tables and views.

A foreign view could run forever, and a foreign table's name could lead out of a folder.
"""

from __future__ import annotations

import sqlite3

from moditrack.db.schema import indexes, schema

APPLICATION_ID = 0x4D4F4454  # "MODT"
SCHEMA_VERSION = 3

_SHADOWS = (
    "_data(idintegerprimarykey,blockblob)",
    "_idx(segid,term,pgno,primarykey(segid,term))withoutrowid",
    "_docsize(idintegerprimarykey,szblob)",
    "_config(kprimarykey,v)withoutrowid",
)
"""The tables that FTS5 creates for an index, without quotation marks, which vary by version."""
_INDEXED = {
    "search_entry": "title_words,text_words,tokenize=porterunicode61",
    "passage_text": "text,tokenize=porter",
}
"""The columns and tokenizer of the full-text indexes; passage_text is not always there."""
_ANALYSED = {"createtablesqlite_stat1(tbl,idx,stat)"}
_QUOTES_AND_SPACES = str.maketrans("", "", " \t\r\n\"'`[]")


def other_version(connection: sqlite3.Connection, rebuild: str) -> str | None:
    """What is said of a database of another program or version, and how to `rebuild` it; else
    None."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return "is not a moditrack database: name another with --db or MODITRACK_DB."
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == SCHEMA_VERSION:
        return None
    which, how = (
        ("a newer", "upgrade moditrack")
        if version > SCHEMA_VERSION
        else ("an older", f"rebuild it with {rebuild}")
    )
    return f"has {which} schema (version {version}; this moditrack reads {SCHEMA_VERSION}): {how}."


def other_objects(connection: sqlite3.Connection, rebuild: str) -> str | None:
    """What is said of a database that is not as_shipped, or whose schema cannot be read; else None.

    Raises sqlite3.Error where the file is damaged, or something else than the schema is at fault.
    """
    try:
        shipped = as_shipped(connection)
    except (sqlite3.Error, ValueError) as error:
        from moditrack.db.errors import external_cause, is_damage

        if is_damage(error) or external_cause(error, ""):
            raise
        shipped = False
    return (
        None
        if shipped
        else "has other tables, views or triggers than those of moditrack: rebuild it with"
        f" {rebuild}, or name another with --db."
    )


def as_shipped(connection: sqlite3.Connection) -> bool:
    """Whether the schema is schema.sql and indexes.sql plus the full-text indexes."""
    shipped = schema() + indexes()
    known = end = 0
    rest = []
    for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"):
        # Most are in the order of the files; a search takes 1.5 million instructions more.
        start = shipped.find("\nCREATE ", end)
        if shipped.startswith(f"\n{sql};", start):
            known += 1
            end = start + len(sql)
        else:
            rest.append(str(sql))
    indexed = _index("search_entry") | _index("passage_text") | _ANALYSED
    others = set()
    for sql in rest:
        plain = sql.translate(_QUOTES_AND_SPACES).lower()
        if plain not in indexed and f"\n{sql};" in shipped:
            known += 1
        else:
            others.add(plain)
    if known != shipped.count("\nCREATE "):
        return False
    others -= _ANALYSED
    return others in (_index("search_entry"), _index("search_entry") | _index("passage_text"))


def _index(table: str) -> set[str]:
    """The statements of a full-text index."""
    virtual = f"createvirtualtable{table}_ftsusingfts5({_INDEXED[table]},content={table})"
    return {virtual, *(f"createtable{table}_fts{shadow}" for shadow in _SHADOWS)}
