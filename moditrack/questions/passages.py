"""The passages of a document, and what the dataset holds of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from moditrack.db.rows import select
from moditrack.questions.filters import Filter
from moditrack.questions.question import Question
from moditrack.questions.stars import STAR, star_notes
from moditrack.tables import Column, Display, DisplayColumn, Note, Record, Row, Table

if TYPE_CHECKING:
    import sqlite3

PASSAGE = Record(
    "passage",
    "A passage, and what the dataset holds of it.",
    (
        Column("citation", "citation", "its citation"),
        Column("locator", "text", "its address in the document"),
        Column(
            "kind",
            "text",
            "what it is on the page",
            values=("header", "heading", "paragraph", "unnumbered", "bullet", "table", "footnote"),
        ),
        Column("heading", "text", "the sub-heading above it", null=True),
        Column("figures", "text", "figures, as printed and what they count", many=True),
        Column("names", "text", "names of agencies and operations", many=True),
        Column("statements", "text", "statements", many=True),
        Column("responsibilities", "text", "responsibilities", many=True),
        Column("events", "text", "events", many=True),
        Column("parts", "text", "items of lists", many=True),
        Column("definitions", "text", "definitions", many=True),
        Column("commitments", "text", "commitments", many=True),
        Column("followups", "text", "what is said about earlier commitments", many=True),
        Column(
            "threats",
            "text",
            "who threatens whom, as the document puts it, with its hedge",
            many=True,
        ),
        Column(
            "cautions", "text", "what it says against reading too much into its figures", many=True
        ),
        Column("references", "text", "what is referred to", many=True),
        Column("checks", "text", "checks that rest on it", many=True),
        Column("numerals", "text", "numbers that are not quantities, with the reason", many=True),
        Column("sources", "citation", "the citation", many=True),
    ),
)

_HELD = [column.key for column in PASSAGE.columns if column.many and column.key != "sources"]
_KEYS = {"responsibility": "responsibilities", "follow-up": "followups"}
"""The keys of what is held, where they are more than the kind with an s."""
_IN_WORDS = {
    "statement": "says",
    "threat": "threat",
    "event": "event",
    "commitment": "promise",
    "follow-up": "on a promise",
    "responsibility": "who does it",
    "part": "in a list",
    "figure": "number",
    "caution": "caution",
    "definition": "term",
    "reference": "refers to",
    "name": "names",
    "check": "checked",
    "numeral": "no quantity",
}
"""The kinds of what is held, as people see them, and in the order in which they do."""

PASSAGE_ITEM = Record(
    "passage_item",
    "One thing that rests on a passage.",
    (
        Column("kind", "text", "what it is", null=True),
        Column("holds", "text", "what it says, in the project's words", null=True),
        Column("id", "text", "what names it, or the operation or agency it is about", null=True),
        Column("passage", "text", "what the passage is on the page"),
        Column("heading", "text", "the sub-heading above it", null=True),
        Column("title", "text", "title of the document"),
    ),
)
_PLACE = Column("place", "integer", "order of the kinds")
ITEM_COLUMNS = (
    _PLACE,
    Column("kind", "text", "what it is: figure, name, event …"),
    Column("item", "text", "what it says, in our words"),
)
"""The columns of the view passage_item that it computes."""
CITATION = Question(
    "citation",
    command="sources CITATION",
    title="One passage",
    summary="One passage, and what the dataset holds of it",
    asks="What does it say?",
    meaning="A row for each thing that rests on the passage: kind is what it is, holds what it"
    " says, in our words, id what names it. With a database built from the documents themselves,"
    " the passage's own text, too.",
    record=PASSAGE_ITEM,
    view="passages",
    helpers=(
        _PLACE,
        Column("position", "integer", "order in the records; of checks, the most severe first"),
    ),
    filters=(
        Filter(
            "citation",
            "A document and a place in it: colp-2024-02-22#19.outcome.",
            "citation = :citation",
            metavar="CITATION",
            required=True,
        ),
    ),
    order="place, position",
)


def stars_of(passages: Iterable[Row]) -> list[Note]:
    """The note on the star, if a responsibility of some passages has one."""
    return star_notes(STAR in text for row in passages for text in row["responsibilities"])


def passages_of(connection: sqlite3.Connection, document: str) -> Table:
    """The passages of a document, each with what the dataset holds of it.

    It asks the view of single items, which indexes serve; the view of CITATION joins them all.
    """
    rows: dict[str, Row] = {}
    for row in select(
        connection,
        "SELECT citation, locator, kind, heading FROM passage WHERE document = ? ORDER BY position",
        (document,),
    ):
        lists: Row = {key: [] for key in _HELD}
        rows[row["locator"]] = row | lists | {"sources": [row["citation"]], "held": []}
    for item in connection.execute(
        "SELECT i.locator, i.kind, i.item, i.id, coalesce(o.name, a.name) AS name, c.statement,"
        " c.verdict FROM passage_item AS i"
        " LEFT JOIN operation AS o ON i.kind = 'statement' AND o.operation = i.id"
        " LEFT JOIN agency AS a ON i.kind IN ('statement', 'responsibility') AND a.agency = i.id"
        " LEFT JOIN check_result AS c ON i.kind = 'check' AND c.check_id = i.id"
        " WHERE i.document = ? ORDER BY i.place, i.position",
        (document,),
    ):
        row = rows[item["locator"]]
        row[_KEYS.get(item["kind"], f"{item['kind']}s")].append(item["item"])
        row["held"].append((item["kind"], _in_words(item)))
    kinds = list(_IN_WORDS)
    for row in rows.values():
        row["held"].sort(key=lambda own: kinds.index(own[0]))
        row["items"] = [f"{_IN_WORDS[kind]}: {text}" for kind, text in row["held"]]
    return Table(
        "Passages, and what the dataset holds of each",
        PASSAGE.columns,
        list(rows.values()),
        notes=lambda _: stars_of(rows.values()),
        display=Display(
            (DisplayColumn("kind", "Kind"), DisplayColumn("items", "Holds", "items")),
            group="citation",
        ),
    )


def held_in(row: Row) -> list[Row]:
    """What the dataset holds of a passage, for people: the kind in words, and what it says."""
    return [{"what": _IN_WORDS[kind].capitalize(), "says": text} for kind, text in row["held"]]


def _in_words(item: sqlite3.Row) -> str:
    """An item with the name of what it is about."""
    text = str(item["item"])
    if item["kind"] == "statement":
        return f"{item['name']}: {text}"
    if item["kind"] == "responsibility":
        return f"{item['name']}{text.removeprefix(item['id'])}"
    if item["kind"] == "check":
        fits = "adds up" if item["verdict"] == "consistent" else item["verdict"]
        return f"{item['statement']} ({fits}): moditrack check {item['id']}"
    return text
