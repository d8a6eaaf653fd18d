"""Results of an operation: a row for each of its phases and each document that reports them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from moditrack.citations import first_of
from moditrack.counting import counted
from moditrack.figure_text import figure_text, quoted_words
from moditrack.questions.figures import FIGURES
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table, marked_as
from moditrack.verdict_names import NOT_GIVEN

MEASURES = {
    "arrests": "Arrests",
    "people-charged": "Charged",
    "people-cautioned": "Cautioned",
    "removals": "Removed",
    "cash-seized": "Cash",
}
"""The measures that are results, with their headings."""
MONEY = "GBP"
_MISFIT = " !"
"""The sign after a result that does not fit."""
_NAMED = 6
"""At most this many operations without a result are named."""
_LISTED = 30
"""At most this many others are."""
_DISPLAY = Display(
    (
        DisplayColumn("part", "Part"),
        DisplayColumn("documents", "Reported in", "id"),
        *(DisplayColumn(measure, heading, "number") for measure, heading in MEASURES.items()),
    )
)
_FEW = 3
"""At most this many figures are listed where there are no phases to compare; more are counted."""


def results(connection: Connection, operation: str, figures: Table) -> Table | None:
    """Results by phase and document; None where no two are to be compared."""
    parts = {
        row["operation"]: row
        for row in connection.execute(
            "SELECT operation, name, kind FROM operation WHERE operation = ?1 OR parent = ?1"
            " ORDER BY operation = ?1, rowid",
            (operation,),
        )
    }
    phased = any(row["kind"] == "phase" for row in parts.values())
    chosen = [
        key
        for key, row in parts.items()
        if not phased or row["kind"] == "phase" or key == operation
    ]
    cells: dict[tuple[str, str], list[Row]] = {}
    for row in of_results(figures):
        cells.setdefault((row["operation"], row["document"]), []).append(row)
    marked = misfits(connection, (row["figure"] for own in cells.values() for row in own))
    lines: dict[tuple[str | None, ...], list[str]] = {}
    for part in chosen:
        name = short_name(parts[part]["name"])
        for document in (source for which, source in cells if which == part):
            own = largest(cells[part, document])
            values = (
                _marked(printed(own[key]), marked.get(own[key]["figure"])) if key in own else None
                for key in MEASURES
            )
            lines.setdefault((name, *values), []).append(document)
    if len(lines) < 2:
        return None
    keys = ("part", *MEASURES)
    rows = [
        dict(zip(keys, line, strict=True)) | {"documents": first_of(documents)}
        for line, documents in lines.items()
    ]
    return Table(
        "Results, the largest of each kind; a later one may include an earlier one",
        (),
        rows,
        display=_DISPLAY,
    )


def in_lines(found: Table) -> list[tuple[str, str]]:
    """These results as facts, a line for each part and document."""
    lines: dict[str, list[str]] = {}
    for row in found.rows:
        said = [
            f"{row[key].removesuffix(_MISFIT)} {heading.lower()}"
            + (_MISFIT if row[key].endswith(_MISFIT) else "")
            for key, heading in MEASURES.items()
            if row[key] is not None
        ]
        lines.setdefault(row["part"], []).append(f"{', '.join(said)} {row['documents']}")
    what = "largest of each kind; may include earlier ones"
    return [("Results", what), *((part, "\n".join(own)) for part, own in lines.items())]


def _marked(value: str, misfit: Misfit | None) -> str:
    """A result, with a sign and in the colour of the verdict where it does not fit."""
    return marked_as(misfit.verdict, f"{value}{_MISFIT}") if misfit else value


class Misfit(NamedTuple):
    """A printed value, what other figures give for it, the check and its verdict."""

    stated: str
    given: str
    check: str
    verdict: str


def misfits(connection: Connection, figures: Iterable[str]) -> dict[str, Misfit]:
    """The figures among these that the documents derive from others and that these do not give."""
    import json

    found = connection.execute(
        """
        SELECT s.figure, c.stated, c.recomputed, c.check_id, c.verdict FROM json_each(:ids) AS i
        JOIN check_subject AS s ON s.figure = i.value AND s.position = 1
        JOIN check_result AS c ON c.check_id = s.check_id
        JOIN figure AS f ON f.figure = s.figure AND f.printed = c.stated
        WHERE c.recomputed IS NOT NULL AND c.verdict IN (SELECT value FROM json_each(:verdicts))
        ORDER BY c.position DESC
        """,
        {"ids": json.dumps([*figures]), "verdicts": json.dumps(NOT_GIVEN)},
    )
    return {
        figure: Misfit(stated, given, check.rpartition(":")[2], verdict)
        for figure, stated, given, check, verdict in found
    }


def misfit_notes(found: Iterable[Misfit]) -> Iterator[Note]:
    """A note on each result that is marked, with its check."""
    for stated, given, check, _ in dict.fromkeys(found):
        said = f"{stated} is printed, {given} computed: moditrack check {check}"
        yield Note("related-checks", f"Does not fit: {said}")


def without_result(connection: Connection, operations: Table) -> tuple[str, str]:
    """How many operations no document states a result of, with the first by name, those that are
    operations before what is of other kinds; and the names of the others."""
    import json

    among = "operation IN (SELECT value FROM json_each(:own))"
    stated = connection.execute(
        f"SELECT operation FROM statement WHERE {among} AND property = 'result'"
        f" UNION SELECT operation FROM figure WHERE {among} AND status = 'recorded'"
        " AND value IS NOT NULL AND measure IN (SELECT value FROM json_each(:measures))",
        {
            "own": json.dumps([row["operation"] for row in operations.rows]),
            "measures": json.dumps([*MEASURES]),
        },
    )
    having = {operation for (operation,) in stated}
    without = [row for row in operations.rows if row["operation"] not in having]
    if not without or len(operations) < 2:
        return "", ""
    without.sort(key=lambda row: row["kind"] != "operation")
    named = [short_name(row["name"]) for row in without if row["kind"] == "operation"][:_NAMED]
    others = [row["name"] for row in without][len(named) :]
    listed = [*named, *([f"{counted(len(others), 'other')} (below)"] if others else [])]
    which = f": {', '.join(listed)}" if named else " (below)"
    few = [*others[:_LISTED], *([f"{len(others) - _LISTED} more"] if others[_LISTED:] else [])]
    return f"{len(without)} have no stated result{which}.", "; ".join(few)


def short_name(name: str) -> str:
    """The name of an operation without what every name on its page begins with."""
    return name.removeprefix("Operation ").rpartition(", ")[2]


def of_results(figures: Table) -> list[Row]:
    """The figures that state a result."""
    return [
        row
        for row in figures.rows
        if row["measure"] in MEASURES and row["status"] == "recorded" and row["value"] is not None
    ]


def largest(figures: Sequence[Row]) -> dict[str, Row]:
    """For each measure its largest figure, because the others are parts of it."""
    found: dict[str, Row] = {}
    for row in figures:
        if row["measure"] not in found or row["value"] > found[row["measure"]]["value"]:
            found[row["measure"]] = row
    return found


def printed(figure: Row) -> str:
    """What is printed, without a blank in a sum of money."""
    return str(figure["printed"].strip().replace("£ ", "£"))


def money_and_results_first(connection: Connection, figures: Table, said: str) -> list[Row]:
    """The figures of a page: money, that of others which name the operation among it, and results
    come first; rules and the lengths of lists come last. What the result above already says, and
    words such as 'second', are left out."""
    from moditrack.questions.related_figures import naming

    others = naming(FIGURES, connection, figures)
    money = (row | {"of_others": True} for row in others if row["unit"] == MONEY)
    words = {word.strip(".,;()").casefold() for word in said.split()}
    own = (
        row
        for row in figures.rows
        if quoted_words(row["printed"]) == row["printed"]
        and not (row["printed"].casefold() in words and row["sources"][0] in said)
    )
    every = [*own, *money]
    every.sort(key=lambda row: not is_money_or_result(row) and 1 + (row["status"] == "stated"))
    return every


def is_money_or_result(figure: Row) -> bool:
    """Whether a figure is a sum of money or counts what came of an operation."""
    return figure["unit"] == MONEY or figure["measure"] in MEASURES


def first_figures(figures: Sequence[Row], most: int = _FEW) -> list[tuple[str, str]]:
    """The first figures of a page, as a fact, and how many more there are."""
    lines = [
        f"{figure_text(row['printed'], row['description'])} {row['sources'][0]}"
        for row in figures[:most]
    ]
    rest = figures[most:]
    own, others = (
        [
            f"{row['printed']} ({row['figure'].partition(':')[2]})"
            for row in rest
            if row["unit"] == MONEY and row.get("of_others", False) is elsewhere
        ]
        for elsewhere in (False, True)
    )
    number = len(rest) - len(own) - len(others)
    more = ", ".join([*own, *([f"{number} more"] if number else [])])
    naming = f"of others, naming it: {', '.join(others)}" if others else ""
    if rest:
        lines.append("; ".join(filter(None, [more and f"and {more}", naming])))
    return [("Figures", "\n".join(lines))] if lines else []
