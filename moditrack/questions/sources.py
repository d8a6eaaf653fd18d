"""Sources: the documents, what they refer to and do not contain, licences, warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from moditrack import caveats
from moditrack.pages import Page
from moditrack.questions.filters import DOCUMENT as OF_DOCUMENT
from moditrack.questions.question import Question
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

AUTHOR = Record(
    "author",
    "Who wrote, submitted or is quoted in a document.",
    (
        Column("name", "text", "name"),
        Column("post", "text", "post, as printed"),
        Column("role", "text", "report author, submitted by, or quoted"),
    ),
)

MISSING = Record(
    "missing",
    "What a document refers to and does not contain.",
    (
        Column("title", "text", "what is referred to"),
        Column("kind", "text", "what sort"),
        Column("note", "text", "what is known of it", null=True),
        Column("sources", "citation", "where it is referred to", many=True),
    ),
)

DOCUMENT = Record(
    "document",
    "A document.",
    (
        Column("document", "document", "id"),
        Column("title", "text", "title as printed"),
        Column("kind", "text", "what sort", values=("report", "press release")),
        Column("publisher", "text", "id of the agency that published it"),
        Column("force", "text", "id of the police force that it is about"),
        Column("committee", "text", "id of the committee that received it", null=True),
        Column("reference", "text", "its number, as printed", null=True),
        Column("date", "date", "date of the meeting or release"),
        Column("data_to", "date", "last day of its data, where stated", null=True),
        Column("url", "text", "address, where known", null=True),
        Column("licence", "text", "licence, where known", null=True),
        Column("sha256", "text", "digest of the text it was verified against"),
        Column("authors", AUTHOR, "who wrote, submitted or is quoted in it", many=True),
        Column("passages", "integer", "how many passages it has"),
        Column("figures", "integer", "how many figures it states"),
        Column("not_contained", MISSING, "what it refers to and does not contain", many=True),
        Column("note", "text", "anything a reader should know", null=True),
        Column("sources", "citation", "the passage with its title", many=True),
    ),
)
NOTES = (
    Note("caution", f"{caveats.STATED} {caveats.THEIR_LANGUAGE}"),
    Note("caution", caveats.MOST_ARE_SMALL),
    Note("caution", f"{caveats.OUTCOME_NAMES}."),
)


def _conclusion(_: Connection, table: Table) -> str:
    from moditrack.counting import counted

    rows = table.rows
    if len(rows) < 2:
        return ""
    years = sorted(row["date"][:4] for row in rows)
    missing = len(_referred_to(table))
    passages, figures = (sum(row[key] for row in rows) for key in ("passages", "figures"))
    return (
        f"From {years[0]} to {years[-1]}: {counted(passages, 'passage')} with"
        f" {counted(figures, 'figure')}{_licences(rows)}. {counted(missing, 'thing')} referred to"
        f" {'is' if missing == 1 else 'are'} not here: --missing. To cite: moditrack sources ID."
    )


def _licences(rows: Sequence[Row]) -> str:
    """How many documents have no licence that is known."""
    unknown = sum(row["licence"] is None for row in rows)
    whose = (
        "no licence is known"
        if unknown == len(rows)
        else f"{unknown} {'has' if unknown == 1 else 'have'} no known licence"
    )
    return f"; {whose}" if unknown else ""


def _licence_note(_: Connection, table: Table) -> list[Note]:
    """The same, as the briefing has it."""
    unknown = sum(row["licence"] is None for row in table.rows)
    if not unknown:
        return []
    which = "the documents" if unknown == len(table) else f"{unknown} of the documents"
    return [Note("caution", f"Licences of {which} are not known.")]


_MOST_KINDS = 5
"""At most this many kinds of missing content are named in the answer."""


def _referred_to(documents: Table) -> list[Row]:
    """What documents refer to and do not contain, each thing once, in the order of kinds."""
    found: dict[tuple[str, str], Row] = {}
    for row in documents.rows:
        for entry in row["not_contained"]:
            own = found.setdefault((entry["kind"], entry["title"]), entry | {"sources": []})
            own["sources"] += entry["sources"]
    kinds = Counter(kind for kind, _ in found)
    # Papers that only the authors have come first, then numbers; acts are found elsewhere.
    last = ("data", "act")
    return sorted(
        found.values(),
        key=lambda entry: (
            last.index(entry["kind"]) + 1 if entry["kind"] in last else 0,
            -kinds[entry["kind"]],
            entry["kind"],
        ),
    )


def referred_to(documents: Table) -> Page:
    """What the documents refer to and do not contain: the titles by kind, kinds of one thing
    together, numbers, and acts, which are found elsewhere, last; then each with where it is."""
    from moditrack.questions.grouping import most_first

    missing = _referred_to(documents)
    kinds = Counter(entry["kind"] for entry in missing)
    lines: dict[str, list[str]] = {}
    for entry in missing:
        kind = entry["kind"].capitalize() if kinds[entry["kind"]] > 1 else "Other"
        lines.setdefault(kind, []).append(entry["title"])
    for kind in ("Data", "Act"):
        if own := lines.pop(kind, None):
            lines[kind] = own
    facts = [(kind, "; ".join(titles)) for kind, titles in lines.items()]
    title = f"What the documents refer to, and is not here: {len(missing)}"
    answer = f"By kind: {most_first(kinds, _MOST_KINDS)}."
    return Page(title, facts, {"references": _list_of_missing(missing)}, {}, answer=answer)


def _list_of_missing(missing: Sequence[Row]) -> Table:
    """Each thing that is referred to, under its kind, with what is known of it, and where."""
    return Table(
        f"Referred to, and not contained: {len(missing)}",
        MISSING.columns,
        missing,
        display=Display(
            (
                DisplayColumn("title", "Title"),
                DisplayColumn("note", "Note"),
                DisplayColumn("sources", "Source", "list"),
            ),
            lambda rows: (row | {"of_kind": row["kind"].capitalize()} for row in rows),
            group="of_kind",
        ),
    )


def _warned_of(connection: Connection, table: Table) -> Iterator[Note]:
    """How many cautions the documents have of their own."""
    own = {row["document"] for row in table.rows}
    documents = [row[0] for row in connection.execute("SELECT document FROM caution")]
    if number := sum(document in own for document in documents):
        from moditrack.counting import counted

        what = f"{counted(number, 'caution')} of the documents' own"
        yield Note("pointer", f"{what}: moditrack sources --show cautions")


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    """With its number, date and committee, its publisher, and who wrote it or is quoted in it;
    without either, who submitted it."""
    for row in rows:
        people = [own for own in row["authors"] if own["role"] != "submitted by"]
        data = f"data to {row['data_to'][:4]}" if row["data_to"] else None
        received = f"to the {row['committee_name']}" if row["committee_name"] else None
        date = None if row["document"].endswith(row["date"]) else row["date"]
        which = ", ".join(own for own in (row["reference"], date, received, data) if own)
        named = ", ".join(map(_named, people or row["authors"]))
        yield row | {
            "titled": f"{row['title']} ({which})",
            "by": [own for own in (row["publisher_name"], named) if own],
        }


def _named(author: Row) -> str:
    role = "" if author["role"] == "report author" else f" ({author['role']})"
    return f"{author['name']}{role}"


SOURCES = Question(
    "sources",
    title="Documents",
    noun=("document", "documents"),
    conclusion=_conclusion,
    summary="The reports, and what is not in them",
    asks="Where does it all come from?",
    meaning="url and licence: empty where not known; data_to: the last day that its data cover,"
    " where stated; passages, figures: how many of each the dataset holds; not_contained: what the"
    " report refers to and does not contain.",
    record=DOCUMENT,
    view="documents",
    names=(
        Column("publisher_name", "text", "name of the publisher"),
        Column("committee_name", "text", "name of the committee", null=True),
    ),
    helpers=(Column("position", "integer", "order of documents"),),
    display=Display(
        (
            DisplayColumn("document", "Document", "id"),
            DisplayColumn("titled", "Title"),
            DisplayColumn("by", "Publisher and authors", "items"),
            DisplayColumn("passages", "Passages", "whole", optional=True),
            DisplayColumn("figures", "Figures", "whole", optional=True),
        ),
        _display,
    ),
    filters=(OF_DOCUMENT.on("document IN ({values})"),),
    notes=(lambda connection, table: NOTES, _licence_note, _warned_of),
)
sources = SOURCES.ask
"""One row for each document, oldest first."""
