"""`moditrack plot`: which pictures there are (Altair), and what each is drawn from.

outcomes.py, victims.py, compare.py, phases.py and timeline.py draw them; drawings.py joins panels,
notes and citations; theme.py: colours and labels; picture_formats.py: the files. Only `moditrack
plot` and `moditrack report` load this; it needs the extra `plot`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.errors import InputError
from moditrack.questions.names import find_document
from moditrack.record_dates import day_in_words
from moditrack.tables import Note, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    import altair

    from moditrack.dataset import Dataset
    from moditrack.plots.drawings import Drawing

PICTURES = {
    "outcomes": "offences by year and outcome, stacked bars",
    "shares": "the share of each outcome",
    "age": "victims by age and sex, as a pyramid",
    "ethnicity": "victims by ethnicity and sex",
    "compare": "City of London and national share, with intervals",
    "maxim": "results and seizures of Operation Maxim by phase",
    "timeline": "dated events by operation",
}
"""The pictures, and what each shows."""


def draw(data: Dataset, picture: str, document: str | None = None) -> altair.VConcatChart:
    """A picture that stands alone, of one document where one is named.

    Raises InputError for an unknown document, and for one that has nothing to draw.
    """
    documents = {
        row["document"]: f"{day_in_words(row['date'])}, {row['publisher_name']}, {row['title']}"
        for row in data.sources().rows
    }
    return drawing(data, picture, document).whole(documents)


def drawing(
    data: Dataset, picture: str, document: str | None = None, width: int | None = None
) -> Drawing:
    """The panels of a picture, so many pixels wide, and what is said with them: as `draw`."""
    if document is not None:
        document = find_document(data.connection, document)
    table = _table(data, picture, document)
    if not table.rows:
        refused, instead = (
            (f" in {document}", "leave out --document") if document else ("", "draw another")
        )
        raise InputError(f"There is nothing to draw for '{picture}'{refused}: {instead}.")
    given = {} if width is None else {"width": width}
    return _function(picture)(table, **given)


def _function(picture: str) -> Callable[..., Drawing]:
    """The function that draws a picture."""
    # Not at the top: the command's help needs PICTURES alone, and Altair takes half a second.
    from moditrack.plots import compare, outcomes, phases, timeline, victims

    return {
        "outcomes": outcomes.by_year,
        "shares": outcomes.shares,
        "age": victims.by_age,
        "ethnicity": victims.by_ethnicity,
        "compare": compare.ratios,
        "maxim": phases.by_phase,
        "timeline": timeline.by_operation,
    }[picture]


def has_data(data: Dataset, picture: str, document: str | None = None) -> bool:
    """Whether a picture has anything to show."""
    return bool(_table(data, picture, document).rows)


def _table(data: Dataset, picture: str, document: str | None) -> Table:
    if picture in ("outcomes", "shares"):
        return data.outcomes(document=document)
    if picture in ("age", "ethnicity"):
        return data.victims(by=picture, document=document)
    if picture == "maxim":
        return _phases(data, "maxim", document)
    if picture == "timeline":
        return _events(data, document)
    return data.compare(document=document)


def _events(data: Dataset, document: str | None) -> Table:
    """Events with the date of their document as `reported`; none where none has a date."""
    table = data.timeline(document=document)
    dates = {row["document"]: row["date"] for row in data.sources().rows}
    rows = [row | {"reported": dates[row["document"]]} for row in table.displayed]
    dated = any(row["latest"] for row in rows)
    return Table(table.title, table.columns, rows if dated else [], notes=lambda _: table.notes)


_PHASES_DIFFER = "The documents do not mean the same by every phase: add up nothing here."


def _phases(data: Dataset, operation: str, document: str | None) -> Table:
    """The recorded figures of an operation's phases, each with the phase's name as `phase` and the
    document's date as `reported`."""
    if operation not in {row["operation"] for row in data.operations().rows}:
        return Table("", (), [])
    table = data.figures(operation=operation, document=document)
    names = {
        row["operation"]: row["name"].rpartition(", ")[2]
        for row in data.operations().rows
        if row["parent"] == operation and row["kind"] == "phase"
    }
    dates = {row["document"]: row["date"] for row in data.sources().rows}
    rows = [
        row | {"phase": names[row["operation"]], "reported": dates[row["document"]]}
        for row in table.rows
        if row["operation"] in names and row["status"] == "recorded" and row["value"] is not None
    ]
    notes = [
        Note("caution", _PHASES_DIFFER),
        *(note for note in table.notes if note.kind not in ("inferred", "hint")),
    ]
    return Table(table.title, table.columns, rows, notes=lambda _: notes)
