"""Timeline: events in the order of their dates, those of a range, undated ones last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from moditrack.questions.filters import (
    AGENCY,
    DOCUMENT,
    FROM,
    OF_WORKS,
    OPERATION,
    TO,
    WITHIN,
    elsewhere,
    words_filter,
)
from moditrack.questions.question import Question, looked_up, related_checks_note
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table

EVENT = Record(
    "event",
    "An event.",
    (
        Column("date", "date", "first day it may have been", null=True),
        Column("end", "date", "last day of an event that lasted", null=True),
        Column(
            "precision",
            "text",
            "how exactly the date is stated; null where undated",
            null=True,
            values=("day", "month", "quarter", "year", "financial year"),
        ),
        Column(
            "inferred",
            "boolean",
            "whether a part of the date is not printed but follows from the document",
        ),
        Column("event", "text", "what happened, in the project's words"),
        Column("operation", "text", "id of its operation", null=True),
        Column("document", "document", "the document"),
        Column("sources", "citation", "the passages that state it", many=True),
        Column("latest", "date", "last day that it may have touched", null=True),
        Column("printed", "text", "the date as printed", null=True),
        Column("open_end", "boolean", "whether it was still going on"),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        name = (row["operation_name"] or "").removeprefix("Operation ")
        yield row | {"when": when(row), "operation_short": name or None}


DISPLAY = Display(
    (
        DisplayColumn("when", "When", "period"),
        DisplayColumn("event", "Event"),
        DisplayColumn("operation_short", "Operation"),
        DisplayColumn("sources", "Source", "list"),
    ),
    _display,
)


_AHEAD = "Was to last into it, when reported"


def _begins(event: Row) -> str:
    """The first day of an event that has a date."""
    return str(event["date"] or event["latest"] or "")


def _year(event: Row) -> str:
    return str(event["date"] or event["latest"] or "Undated")[:7].partition("-")[0]


def _ahead(event: Row, first: str) -> bool:
    """Whether what an event has of the time from `first` lay ahead of its document."""
    return max(first, _begins(event)) > str(event["document_date"])


def _conclusion(_: Connection, table: Table) -> str:
    (first,) = table.filters.get("first", [""])
    if first and len(table) and all(_ahead(row, first) for row in table.rows):
        dates = sorted({row["document_date"] for row in table.rows})
        of = "dates of the reports that state" if dates[1:] else "date of the report that states"
        return (
            f"No report tells of this time: what is here still lay ahead on {' and '.join(dates)},"
            f" the {of} it."
        )
    own = [row for row in table.rows if _begins(row) >= first]
    if len(own) < len(table):
        begin = "begins" if len(own) == 1 else "begin"
        ahead = sum(_ahead(row, first) for row in table.rows if _begins(row) < first)
        lasted = len(table) - len(own) - ahead
        said = [f"{len(own) or 'None'} {begin} in this time{_by_month(own)}"]
        said += [f"{lasted} began before it and lasted into it"] * bool(lasted)
        said += [f"{ahead} {'was' if ahead == 1 else 'were'} to last into it"] * bool(ahead)
        return f"{'; '.join(said)}."
    years = Counter(_year(row) for row in table.rows)
    undated = years.pop("Undated", 0)
    if len(years) < 2:
        return _of_one_year(table.rows, years, undated)
    first = next(iter(years))
    last = max(row["latest"][:4] for row in table.rows if row["latest"])
    most = max(years, key=lambda year: years[year])
    rest = f"; {undated} without a date" if undated else ""
    return f"From {first} to {last}, {years[most]} of them in {most}{rest}."


def _of_one_year(rows: Sequence[Row], years: Counter[str], undated: int) -> str:
    """In which months of the only year events begin, and how many have no date."""
    if not years:
        return "It has no date." if undated == 1 else "None has a date." if undated else ""
    ((year, number),) = years.items()
    if not undated:
        return f"In {year}."
    dated = (row for row in rows if row["date"] and row["precision"] in ("day", "month"))
    months = sorted({row["date"][5:7] for row in dated})
    span = ""
    if len(months) > 1:
        span = f", from {_month(months[0])} to {_month(months[-1])}"
    return f"{number} in {year}{span}; {undated} without a date."


def _by_month(events: list[Row]) -> str:
    """How many of some events begin in each month, where they begin in several of one year."""
    exact = ("day", "month")
    months = Counter(_begins(row)[:7] for row in events if row["precision"] in exact)
    if len(months) < 2 or len({month[:4] for month in months}) > 1:
        return ""
    listed = [f"{months[month]} in {_month(month[5:])}" for month in sorted(months)]
    rest = len(events) - months.total()
    return f": {', '.join([*listed, *([f'{rest} without a month'] if rest else [])])}"


def _month(number: str) -> str:
    from moditrack.documents.dates.calendar_names import NAMES_OF_MONTHS  # data needs it not

    return NAMES_OF_MONTHS[int(number) - 1]


def _dates_that_differ(connection: Connection, table: Table) -> Iterator[Note]:
    """The dates of operations that the reports state differently, of the passages shown."""
    import json  # data needs neither

    from moditrack.long_rows import LongRows

    if isinstance(table.rows, LongRows):
        return

    found = connection.execute(
        """
        SELECT DISTINCT r.statement, r.check_id
        FROM json_each(?) AS c
        JOIN check_source AS s ON s.document = substr(c.value, 1, instr(c.value, '#') - 1)
            AND s.locator = substr(c.value, instr(c.value, '#') + 1)
        JOIN check_result AS r ON r.check_id = s.check_id
        WHERE r.property IN ('start', 'end') AND r.verdict = 'conflict' ORDER BY r.check_id
        """,
        (json.dumps(table.sources),),
    )
    for statement, check in found.fetchall():
        name = check.rpartition(":")[2]
        yield Note("conflict", f"{statement}: the reports differ. moditrack check {name}")


def _of_operations(_: Connection, table: Table) -> Iterator[Note]:
    """That events of an agency's operations are among those with its name."""
    asked = looked_up(table, "words")
    if "works" in asked:
        whose = f"the operations that '{asked['text']}' leads or takes part in"
        yield Note("hint", f"Events of {whose} are among them.")


TIMELINE = Question(
    "timeline",
    title="Timeline",
    noun=("event", "events"),
    conclusion=_conclusion,
    summary="What happened when",
    asks="What happened, and when?",
    meaning="date: the first day it may have been; end: the last day of what lasted, empty where it"
    " did not, or where open_end says that it went on; latest: the last day that it may have"
    " touched; precision: how exactly the date is stated; inferred: whether a part of the date is"
    " not printed. Filters select what overlaps them; undated events come last.",
    record=EVENT,
    view="timeline",
    names=(Column("operation_name"), Column("document_date", "date", "date of the document")),
    helpers=(
        Column(
            "earliest", "date", "first day it may have been, else the last day it may have touched"
        ),
        Column("position", "integer", "order of documents, and of events in each"),
    ),
    display=DISPLAY,
    filters=(
        words_filter(
            "event",
            # the title of an entry is the event, with a date before it or without
            "event IN (SELECT e.title {entries}) OR event IN ("
            f"SELECT substr(e.title, instr(e.title, ': ') + 2) {{entries}}) OR {OF_WORKS}",
        ),
        OPERATION.on(f"operation IN {WITHIN}"),
        AGENCY.on("agency IN ({values})"),
        DOCUMENT.on("document IN ({values})"),
        FROM.on("latest >= :first", "Events on or after DATE."),
        TO.on("earliest <= :last", "Events on or before DATE."),
    ),
    notes=(_of_operations, elsewhere, _dates_that_differ, related_checks_note),
    order="earliest IS NULL, earliest, latest, position",
    undated=("latest IS NULL", ("event", "without a date")),
)
timeline = TIMELINE.ask
"""One row for each event; filters as TIMELINE has them."""


def timeline_by_year(connection: Connection, /, **filters: Any) -> Table:
    """The same under the years, for people; what began before the first day asked for is last."""
    from moditrack.questions.grouping import under_headings

    values = TIMELINE.values(connection, filters)
    (first,) = values.get("first", [""])

    def heading(event: Row) -> str:
        if _begins(event) >= first:
            return _year(event)
        return _AHEAD if _ahead(event, first) else "Began before, and lasted longer"

    before = "coalesce(date, latest) < :first"
    order = f"{before}, {before} AND :first > document_date, {TIMELINE.order}"
    order = order if first else TIMELINE.order
    return TIMELINE.replace(order=order, display=under_headings(DISPLAY, heading)).answer(
        connection, values
    )


def when(event: Row) -> str:
    """An event's date at the precision stated, with a star if a part of it is inferred."""
    from moditrack.questions.inferred_star import starred  # data does without

    return "undated" if event["latest"] is None else starred(_stated(event), event["inferred"])


def _stated(event: Row) -> str:
    first: str | None = event["date"]
    last: str = event["end"] or ""
    cut = {"day": 10, "month": 7, "quarter": 7, "year": 4}.get(event["precision"], 10)
    if event["precision"] == "financial year":
        year = int(first[:4]) if first else int(last[:4]) - 1
        span = f"financial year {year}/{(year + 1) % 100:02}"
        return f"from {span}" if event["open_end"] else span
    if first is None:
        return f"to {last[:cut]}"
    if event["open_end"]:
        return f"from {first[:cut]}"
    if not last or last[:cut] == first[:cut]:
        return first[:cut]
    return f"{first[:cut]} to {last[:cut]}"
