"""Whether names and quoted words are printed, and each passage names what it is cited for."""

from __future__ import annotations

import re
from functools import lru_cache

from moditrack.documents.normalise import normalise
from moditrack.tables import RecordTables, Row
from moditrack.verify.differences import FILE_OF, Evidence
from moditrack.verify.matching import Texts, bounded

Names = dict[tuple[str, str], list[Row]]

_TABLES_WITH_SUBJECTS = (
    "figure", "statement", "responsibility", "event", "part", "commitment", "reference"
)  # fmt: skip
"""Tables whose rows cite a passage for an operation or agency."""
_QUOTED = (("definition", "printed"), ("threat", "hedge"))
"""Tables and columns that hold words of the document."""
_LISTED = 3
"""At most this many passages that print a name."""


def compare_names(
    evidence: Evidence, own: RecordTables, tables: RecordTables, texts: Texts
) -> None:
    """Compare names, what passages are cited for, and quoted words with the text.

    The publisher and force of a document are given once, in document.toml: no passage need name
    them.
    """
    known: Names = {}
    for row in own["name"]:
        name = normalise(row["name"]).lower()
        _know(known, row)
        passage = texts.by_locator.get(row["locator"])
        context = f"{passage.text} {passage.heading}".lower() if passage else ""
        if not evidence.names.add(contains(name, context)):
            what = f"the name '{row['name']}' is not there"
            record = "name", row
            evidence.differ(row["locator"], what, record, "name", wanted=row["name"])
    for row in own.get("unfinished", []):
        if row["file"] == "names.csv":
            _know(known, row["texts"])
    header = _header(own, tables, texts)
    (document,) = own["document"]
    given = {document["publisher"], document["force"]}
    for table in _TABLES_WITH_SUBJECTS:
        for row in own.get(table, []):
            context = f"{texts.context(row['locator'])} {header}".lower()
            for column in ("operation", "agency"):
                if row.get(column) in given:
                    evidence.names.add(True)
                elif row.get(column) is not None:
                    _subject(evidence, tables, known, (table, row), column, context)
    _quoted(evidence, own, texts)


def _quoted(evidence: Evidence, own: RecordTables, texts: Texts) -> None:
    """Compare the words that the records quote."""
    for table, column in _QUOTED:
        for row in own[table]:
            if row[column] is None:
                continue
            passage = texts.by_locator.get(row["locator"])
            there = passage is not None and contains(normalise(row[column]), passage.text)
            if not evidence.names.add(there):
                what = f"the words '{row[column]}' are not there"
                record = table, row
                evidence.differ(row["locator"], what, record, column, wanted=row[column])


def _know(known: Names, row: Row) -> None:
    subject = row.get("operation") or row.get("agency")
    if subject and row.get("name"):
        # A reference ("the scheme") names it in its own passage only.
        scope = row["locator"] if row["kind"] == "reference" else ""
        known.setdefault((subject, scope), []).append(row)


def _subject(
    evidence: Evidence, tables: RecordTables, known: Names, record: tuple[str, Row], column: str,
    context: str,
) -> None:  # fmt: skip
    """Compare an operation or agency that a row is about with the names in its context."""
    table, row = record
    subject = row[column]
    names = known.get((subject, ""), []) + known.get((subject, row["locator"]), [])
    if evidence.names.add(any(contains(normalise(n["name"]).lower(), context) for n in names)):
        return
    what = f"no name of '{subject}' is printed here or above ({table})"
    entry = next((one for one in tables[column] if one[column] == subject), {})
    shared = [entry.get(key) for key in ("name", "abbreviation")]
    if printed := [name for name in shared if name and contains(normalise(name).lower(), context)]:
        fits = f"'{printed[0]}' is: add it to names.csv"
    elif names:
        places = dict.fromkeys(f"'{n['name']}' is in {n['locator']}" for n in names)
        fits = "; ".join(list(places)[:_LISTED])
    else:
        fits = f"{FILE_OF['name']} has no name of it"
    evidence.differ(row["locator"], what, record, column, fits=fits)


def _header(own: RecordTables, tables: RecordTables, texts: Texts) -> str:
    """The context of every passage of a document: its title and publisher, or where the records do
    not have that yet, its first passage."""
    (document,) = own["document"]
    by = document["publisher"]
    publisher = next((a for a in tables["agency"] if a["agency"] == by), None)
    if publisher is None:
        first = texts.passages[0].text if texts.passages else ""
        return f"{normalise(document['title'])} {first}"
    return f"{normalise(document['title'])} {publisher['name']} {publisher['abbreviation'] or ''}"


@lru_cache(maxsize=1024)
def contains(name: str, text: str) -> bool:
    """Whether a text contains a printed one, but not within a longer word."""
    return bool(name) and re.search(bounded(name), text) is not None
