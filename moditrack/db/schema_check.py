"""Check that a database has exactly the tables, views, indexes and triggers of moditrack.

A foreign view could run forever, and a foreign table's name could lead out of a folder.
"""

from __future__ import annotations

import re
import sqlite3

from moditrack.db.schema import indexes, schema

_SHADOWS = (
    "_data(idintegerprimarykey,blockblob)",
    "_idx(segid,term,pgno,primarykey(segid,term))withoutrowid",
    "_docsize(idintegerprimarykey,szblob)",
    "_config(kprimarykey,v)withoutrowid",
)
"""The tables that FTS5 creates for an index, without quotation marks, which vary by version."""
_INDEXED = ("search_entry", "passage_text")
_ANALYSED = {"createtablesqlite_stat1(tbl,idx,stat)"}


def as_shipped(connection: sqlite3.Connection) -> bool:
    """Whether the schema is that of schema.sql and indexes.sql plus the full-text indexes."""
    shipped = schema() + indexes()
    others = set()
    known = 0
    for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"):
        if f"\n{sql};" in shipped:
            known += 1
        else:
            others.add(re.sub(r"""[\s"'`\[\]]""", "", str(sql)).lower())
    if known != shipped.count("\nCREATE "):
        return False
    others -= _ANALYSED
    for table in _INDEXED:
        found = {sql for sql in others if re.fullmatch(_index(table), sql)}
        if len(found) not in ((5,) if table == "search_entry" else (0, 5)):
            return False
        others -= found
    return not others


def _index(table: str) -> str:
    """A pattern for the statements of a full-text index, over any columns of its table."""
    shadows = "|".join(map(re.escape, _SHADOWS))
    virtual = rf"virtualtable{table}_ftsusingfts5\([a-z_,]+,tokenize=[a-z0-9]+,content={table}\)"
    return f"create(?:table{table}_fts(?:{shadows})|{virtual})"
