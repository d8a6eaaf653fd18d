"""The passages of a document, and what the dataset holds of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moditrack.db.rows import Selection, select
from moditrack.questions.filters import Filter
from moditrack.questions.inferred_star import STAR, star_notes
from moditrack.questions.question import Question
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

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
    """The note on the star, if a statement or responsibility of some passages has one."""
    held = (row[key] for row in passages for key in ("statements", "responsibilities"))
    return star_notes(text.endswith(STAR) for texts in held for text in texts)


def passages_where(
    connection: Connection, document: str, condition: str = "1", *values: str
) -> Selection:
    """The passages of a document in their order, each with what the dataset holds of it: all, or
    those that a condition on `locator` keeps, whose first value is ?2."""
    query = f"""
        FROM passage JOIN summary_passage USING (document, locator)
        WHERE document = ?1 AND {condition} ORDER BY position
    """
    sources = {"sources": "json_array(citation)"}
    return Selection(connection, PASSAGE.columns, query, (document, *values), sources)


def passages_of(connection: Connection, document: str) -> Table:
    """The passages of a document, each with what the dataset holds of it."""
    found = passages_where(connection, document)

    def display(rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            texts = _in_words(connection, row["citation"])
            yield row | {"items": [f"{_IN_WORDS[kind]}: {text}" for kind, text in texts]}

    return Table(
        "Passages, and what the dataset holds of each",
        PASSAGE.columns,
        found.__iter__,
        notes=lambda table: stars_of(table.rows),
        display=Display(
            (DisplayColumn("kind", "Kind"), DisplayColumn("items", "Holds", "items")),
            display,
            group="citation",
        ),
        data=found,
    )


def held_in(connection: Connection, citation: str) -> list[Row]:
    """What the dataset holds of a passage, for people: the kind in words, and what it says."""
    texts = _in_words(connection, citation)
    return [{"what": _IN_WORDS[kind].capitalize(), "says": text} for kind, text in texts]


def _in_words(connection: Connection, citation: str) -> list[tuple[str, str]]:
    """What is held of a passage, by kind, each with the name of what it is about."""
    document, _, locator = citation.partition("#")
    held = select(
        connection,
        "SELECT kind, item, id FROM passage_item WHERE document = ? AND locator = ?"
        " ORDER BY place, position",
        (document, locator),
    )
    kinds = list(_IN_WORDS)
    return [
        (item["kind"], _item_in_words(connection, **item))
        for item in sorted(held, key=lambda item: kinds.index(item["kind"]))
    ]


def _item_in_words(connection: Connection, kind: str, item: str, id: str) -> str:
    if kind == "check":
        (statement, verdict) = connection.execute(
            "SELECT statement, verdict FROM check_result WHERE check_id = ?", (id,)
        ).fetchone()
        fits = "adds up" if verdict == "consistent" else verdict
        return f"{statement} ({fits}): moditrack check {id}"
    if kind not in ("statement", "responsibility"):
        return item
    (name,) = connection.execute(
        "SELECT name FROM operation WHERE operation = ?1 AND ?2 = 'statement'"
        " UNION ALL SELECT name FROM agency WHERE agency = ?1",
        (id, kind),
    ).fetchone()
    return f"{name}: {item}" if kind == "statement" else f"{name}{item.removeprefix(id)}"
