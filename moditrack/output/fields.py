"""`--fields`: only some fields of a table or page, in the order asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from moditrack.citations import source_note
from moditrack.errors import InputError
from moditrack.pages import Page
from moditrack.tables import Display, Note, Row, Table, all_columns

_MAX_SOURCES = 6
"""Maximum number of sources to list under a table; more are counted."""


def select_fields(result: Table | Page, fields: str) -> Table | Page:
    """The result with only these fields, in this order."""
    known = (
        [column.key for column in result.columns]
        if isinstance(result, Table)
        else list(result.parts)
    )
    names = [name.strip() for name in fields.split(",")]
    if "" in names:
        raise InputError(f"--fields has an empty name: there are {', '.join(known)}.")
    for number, name in enumerate(names):
        if name in names[:number]:
            raise InputError(f"--fields names '{name}' twice: name each field once.")
        if name not in known:
            from moditrack.nearest_names import unknown

            raise unknown("field", name, {key: key for key in known})
    if not isinstance(result, Table):
        from moditrack.output.shown_values import as_text

        parts = {name: result.parts[name] for name in names}
        page = Page(
            lambda: result.title,
            lambda: [(name, as_text(value)) for name, value in page.data.items()],
            [],
            parts,
        )
        return page
    by_key = {column.key: column for column in result.columns}
    chosen = [by_key[name] for name in names]
    return Table(
        result.title,
        chosen,
        result.find_rows,
        display=_with_names(all_columns(chosen), names),
        notes=_notes_of(result, "sources" in names),
        heading=result.find_heading and (lambda _: result.heading),
        answer=result.find_answer if result.display.empty else None,  # else of other columns
    )


def _with_names(display: Display, fields: list[str]) -> Display:
    """An id that people cannot read has its name before it, where the rows have one."""

    def shown(rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            named = {
                field: f"{row[f'{field}_name']} ({row[field]})"
                for field in fields
                if row[field] is not None and _says_more(row.get(f"{field}_name"), row[field])
            }
            yield row | named

    return Display(display.columns, shown, empty=True)


def _says_more(name: str | None, own: str) -> bool:
    return name is not None and "".join(filter(str.isalnum, name)).lower() != own.replace("-", "")


def _notes_of(whole: Table, has_sources: bool) -> Callable[[Table], list[Note]]:
    """The notes of a table, and its sources unless they are among the selected fields."""

    def notes(table: Table) -> list[Note]:
        sources = whole.sources
        note = source_note(sources)
        if len(sources) > _MAX_SOURCES:
            text = f"Sources: {len(sources)} passages; --fields with sources names them."
            note = Note("source", text)
        return [*whole.notes, *([] if has_sources or not sources else [note])]

    return notes
