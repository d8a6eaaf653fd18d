"""What verify prints: counts for each document, what is to do, what differs, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from moditrack.counting import counted
from moditrack.tables import Column, Display, DisplayColumn, Note, Record, RecordTables, Row, Table
from moditrack.validation.unfinished import DOCUMENT
from moditrack.verify.differences import Difference, Evidence, OpenRow
from moditrack.verify.matching import HEADING
from moditrack.verify.verify import Verified

_STATUSES = ("confirmed", "differs", "unfinished", "absent")
DIFFERENCE = Record(
    "difference",
    "A difference between a document and its records.",
    (
        Column("citation", "citation", "where"),
        Column("what", "text", "what differs"),
        Column("file", "text", "the file of the records that has the row; null: none", null=True),
        Column("row", "integer", "number of the row in that file", null=True),
        Column("column", "text", "its column", null=True),
        Column("value", "text", "what the records have there", null=True),
        Column("fits", "text", "what the passage has, or what would fit", null=True),
    ),
)
UNFINISHED = Record(
    "unfinished",
    "A row of the records that needs a person, or waits for another.",
    (
        Column("citation", "text", "where; the document alone where the row has no passage"),
        Column("file", "text", "its file"),
        Column("row", "integer", "its number in that file; null for document.toml", null=True),
        Column("needs", "text", "what a person has to decide; null where it waits", null=True),
        Column("waits_for", "text", "the unfinished row that it refers to", null=True),
        Column("printed", "text", "what it prints", null=True),
        Column("rests_on", "text", "what its proposal rests on", null=True),
    ),
)

VERIFICATION = Record(
    "verification",
    "How the records of one document compare with its text.",
    (
        Column("document", "document", "the document"),
        Column("status", "text", "result of the comparison", values=_STATUSES),
        Column("file", "text", "its file; null, like the numbers, where absent", null=True),
        Column("passages", "integer", "passages recorded", null=True),
        Column("passages_matching", "integer", "of which match", null=True),
        Column("figures", "integer", "figures recorded", null=True),
        Column("figures_confirmed", "integer", "of which their passage contains", null=True),
        Column("dates", "integer", "dates recorded", null=True),
        Column("dates_confirmed", "integer", "of which their passage contains", null=True),
        Column("names", "integer", "names recorded", null=True),
        Column("names_confirmed", "integer", "of which their passage contains", null=True),
        Column("numerals", "integer", "numbers in the text", null=True),
        Column("numerals_accounted", "integer", "of which the records account for", null=True),
        Column("differences", DIFFERENCE, "every difference", many=True),
        Column("unfinished", UNFINISHED, "every row that is not finished", many=True),
    ),
)
DISPLAY = (
    DisplayColumn("document", "Document", "id"),
    DisplayColumn("status", "Status"),
    *(DisplayColumn(f"{key}_text", key.title(), "number") for key in
      ("passages", "figures", "dates", "names", "numerals")),
)  # fmt: skip

_COLUMNS = (
    Column("what"),
    Column("fits"),
    Column("cell"),
    Column("sources", "citation", many=True),
)

_SAID = {
    "other": "{} is not a document of the records.",
    "left out": "{}: left out as no part of the text: {}.",
    "twice": "{} and {} are both {}.",
    "unread": "{}",
}
"""What is said of files."""


def report(found: Verified, tables: RecordTables) -> list[Table]:
    """A table of counts for each document, then what is not accounted for, then what differs."""
    rows = [_row(document["document"], found) for document in tables["document"]]
    counts = Table(
        f"Documents compared with the records: {len(rows)}",
        VERIFICATION.columns,
        rows,
        display=Display(DISPLAY),
        answer=lambda _: _answer(found, rows),
        notes=lambda _: [
            Note("left-out", _SAID[what].format(*words)) for what, *words in found.notes
        ],
    )
    listed = [_line(one) for one in found.differences if one.place is None]
    differences = Table("Differences", _COLUMNS, listed, display=_display("What would fit"))
    to_do = [row for evidence in found.evidence.values() for row in _to_do(evidence)]
    open_ = Table("Not accounted for yet, in the order of the text", _COLUMNS, to_do,
                  display=_display("Rests on, or found"))  # fmt: skip
    return [counts, *(table for table in (open_, differences) if len(table))]


def _display(fits: str) -> Display:
    """The columns of what differs or is to do; `fits` is the heading of what helps with it."""
    return Display(
        (
            DisplayColumn("what", "What"),
            DisplayColumn("fits", fits),
            DisplayColumn("cell", "Records"),
            DisplayColumn("sources", "Where", "list"),
        )
    )


def _answer(found: Verified, rows: Sequence[Row]) -> str:
    """How many documents confirm their records, what differs, and what is not finished."""
    statuses = Counter(row["status"] for row in rows)
    first, *others = [own for own in _STATUSES if statuses[own]] or [""]
    listed = [f"{statuses[first]} of {counted(len(rows), 'document')} {first}"]
    listed += [f"{statuses[own]} {own}" for own in others]
    if found.differences:
        listed.append(counted(len(found.differences), "difference"))
    progress = list(filter(None, map(_progress, found.evidence.values())))
    said = [f"{', '.join(listed)}."] if len(rows) > len(progress) else []
    return " ".join([*said, *progress])


def _progress(evidence: Evidence) -> str:
    """How far the records of a document are; empty where they are finished."""
    if not evidence.unfinished:
        return ""
    figures, rows = evidence.figures, [one.row for one in evidence.unfinished]
    needs = Counter(row["file"] for row in rows if row["needs"] is not None)
    waiting = sum(row["needs"] is None for row in rows)
    own = needs.pop("figures.csv", 0)
    parts = [
        f"{figures.confirmed} of {counted(figures.total, 'figure')} confirmed"
        f"{f', {own} need you' if own > 1 else ', 1 needs you' if own else ''}"
    ]
    others = [f"{number} in {file}" for file, number in needs.items() if file != DOCUMENT]
    if DOCUMENT in needs:
        others.append(DOCUMENT)
    if others:
        parts.append(f"also to decide: {', '.join(others)}")
    if waiting:
        parts.append(f"{counted(waiting, 'row')} {'waits' if waiting == 1 else 'wait'} for these")
    return f"{evidence.document}: {'; '.join(parts)}."


def _to_do(evidence: Evidence) -> list[Row]:
    """Numbers without a record and rows that need a person, in the order of the text."""
    order = {locator: number for number, locator in enumerate(evidence.texts)}

    def at(place: tuple[str, int], row: int = 0) -> tuple[int, bool, int, int]:
        text, start = place
        locator = text.removeprefix(HEADING)
        return order.get(locator, -1), locator == text, start, row

    listed = [(at(one.place), _line(one)) for one in evidence.differences if one.place is not None]
    listed += [
        (at(one.place, one.row["row"] or 0), _open(one))
        for one in evidence.unfinished
        if one.row["needs"] is not None
    ]
    return [row for _, row in sorted(listed, key=lambda pair: pair[0])]


def _line(one: Difference) -> Row:
    return {"what": one.what, "fits": one.fits, "cell": one.cell, "sources": [one.citation]}


def _open(one: OpenRow) -> Row:
    texts = one.row["texts"]
    what = f"'{one.printed}': {one.row['needs']}" if one.printed else one.row["needs"]
    number = f", row {one.row['row']}" if one.row["row"] else ""
    rests_on = texts.get("rests_on", "")
    cell = f"{one.row['file']}{number}"
    return {"what": what, "fits": rests_on, "cell": cell, "sources": [one.citation]}


def _row(document: str, found: Verified) -> Row:
    row: Row = dict.fromkeys(VERIFICATION.keys)
    row |= {"document": document, "differences": [], "unfinished": []}
    evidence = found.evidence.get(document)
    if evidence is None:
        return row | {"status": "absent"}
    status = "unfinished" if evidence.unfinished else "confirmed"
    if evidence.all_differences:
        status = "differs"
    row |= {
        "status": status,
        "file": found.files[document],
        "differences": [
            {key: getattr(one, key) or None for key in DIFFERENCE.keys}
            for one in evidence.all_differences
        ],
        "unfinished": [
            {"citation": one.citation, "printed": one.printed or None}
            | {key: one.row[key] for key in ("file", "row", "needs", "waits_for")}
            | {"rests_on": one.row["texts"].get("rests_on") or None}
            for one in evidence.unfinished
        ],
    }
    for key, word in (
        ("passages", "matching"),
        ("figures", "confirmed"),
        ("dates", "confirmed"),
        ("names", "confirmed"),
        ("numerals", "accounted"),
    ):
        count = getattr(evidence, key)
        row |= {
            key: count.total,
            f"{key}_{word}": count.confirmed,
            f"{key}_text": f"{count.confirmed}/{count.total}",
        }
    return row
