"""Which document of the records a file is, by its content."""

from __future__ import annotations

import re

from moditrack.documents import Document
from moditrack.documents.normalise import normalise
from moditrack.record_dates import day_in_words
from moditrack.tables import RecordTables

_SHARED_PASSAGES = 0.3
"""The share of a document's passages that identifies a changed copy of it."""


def recognise(read: Document, tables: RecordTables) -> str | None:
    """The id of the document that a file is; None where the records do not have it.

    It is recognised by its digest, else by title and date, else by shared passages; never by its
    file name.
    """
    for row in tables["document"]:
        if row["sha256"] == read.sha256:
            return str(row["document"])
    passages = read.passages
    header = passages[0].text if passages else ""
    for row in tables["document"]:
        dated = re.search(rf"\b0?{day_in_words(row['date'])}\b", header)
        if dated and row["title"] and normalise(row["title"]).lower() in header.lower():
            return str(row["document"])
    found = {passage.digest for passage in passages}
    for row in tables["document"]:
        own = [p["digest"] for p in tables["passage"] if p["document"] == row["document"]]
        if own and sum(digest in found for digest in own) >= _SHARED_PASSAGES * len(own):
            return str(row["document"])
    return None
