"""Checks: derived numbers recomputed, and statements that differ; severities and filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from moditrack.questions.filters import AGENCY, DOCUMENT, OPERATION, Filter, elsewhere, words_filter
from moditrack.questions.question import Question, looked_up
from moditrack.tables import Column, Connection, Display, DisplayColumn, Note, Record, Row, Table
from moditrack.verdict_names import VERDICTS

SEVERITIES = {
    1: "1: a number that people quote is wrong or unclear",
    2: "2: a conclusion changes",
    3: "3: a caution",
    4: "4: naming",
}
NAMING = 4
"""The severity of a difference in names."""
_SEVERE = "; ".join(SEVERITIES.values())
SIDE = Record(
    "side",
    "What one passage states, of statements that differ.",
    (
        Column("states", "text", "what it states, in the project's words"),
        Column("source", "citation", "where"),
    ),
)

CHECK = Record(
    "check",
    "A derived number recomputed, or statements that differ.",
    (
        Column("check", "text", "id"),
        Column("kind", "text", "what is checked"),
        Column("statement", "text", "what is claimed, or what the statements are about"),
        Column("stated", "text", "as printed; null for statements", null=True),
        Column(
            "recomputed",
            "text",
            "what the figures give; null where nothing can be computed",
            null=True,
        ),
        Column("verdict", "text", "what came out", values=VERDICTS),
        Column("why", "text", "the reason"),
        Column("sources", "citation", "the passages it rests on", many=True),
        Column("sides", SIDE, "for statements, what each passage states", many=True),
        Column("severity", "integer", f"{_SEVERE}; null for a check that fits", null=True),
        Column(
            "finding",
            "text",
            "the first check of the finding that it belongs to; null for one that fits",
            null=True,
        ),
        Column("matters", "text", "why the finding matters; null where not said", null=True),
        Column("question", "text", "what to ask the authors; null where not said", null=True),
    ),
)


def _display(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield row | {"what": f"{row['statement']}: {row['why']}"}


DISPLAY = Display(
    (
        DisplayColumn("verdict", "Verdict", "id"),
        DisplayColumn("what", "What does not fit, and why"),
        DisplayColumn("sources", "Source", "list"),
    ),
    _display,
    group="check",
)
_OF_FIGURE = """"check" IN (
    SELECT check_id FROM check_subject WHERE figure = :figure
    UNION SELECT s.check_id FROM figure AS f
    JOIN check_source AS s ON s.document = f.document AND s.locator = f.locator
    WHERE f.figure = :figure
)"""
_WORST = ("impossible", "inconsistent")
_SEVERITY = (
    *_WORST, "conflict", "truncated", "rounded-up", "ambiguous",
    "not-checkable", "consistent",
)  # fmt: skip


def _lesser(connection: Connection, table: Table) -> int:
    """How many cautions are not shown."""
    if not table.filters.keys().isdisjoint(_EVERY.unless):
        return 0
    from moditrack.questions import check_screen

    condition, bound = CHECKS.where_clause(table.filters | {"every": [True]})
    return check_screen.lesser(connection, CHECKS.view, condition, bound)


def _fitting(connection: Connection, table: Table) -> int:
    """How many checks with the words fit, and are not shown."""
    chosen = dict(table.filters)
    if chosen.get("severity") == [*SEVERITIES]:  # of few findings each is shown
        del chosen["severity"]
    if not chosen.keys().isdisjoint(_EVERY.unless):
        return 0
    condition, bound = CHECKS.where_clause(chosen | {"every": [True]})
    query = f"SELECT count(*) FROM {CHECKS.view} WHERE finding IS NULL AND {condition}"
    return int(connection.execute(query, bound).fetchone()[0])


def _left_out(connection: Connection, table: Table) -> Iterator[Note]:
    from moditrack.questions import check_screen

    yield from check_screen.names_left_out(table)
    if not table.rows and (number := _lesser(connection, table)):  # else the answer says so
        import json

        words = "".join(f" {json.loads(own)['text']}" for own in table.filters.get("words", ()))
        only = "".join(
            f" --{name} {one}"
            for name in ("document", "operation", "agency")
            for one in table.filters.get(name, ())
        )
        hint = f"moditrack check{words} --all{only}"
        yield check_screen.left_out(number, hint)


def _conclusion(connection: Connection, table: Table) -> str:
    from moditrack.questions import check_screen

    asked = looked_up(table, "words")
    if "checks" in asked:
        from moditrack.questions.check_numbers import verdicts_on

        return verdicts_on(asked["text"], table.rows)
    whole = asked and asked["matched"] == asked["words"]
    fitting = _fitting(connection, table) if whole else 0
    own = check_screen.answer(table, _lesser(connection, table), fitting)
    if whole:
        own = f"With '{asked['text']}': {own[:1].lower()}{own[1:]}" if own else own
    return own


def checks_on(kind: str) -> str:
    """A condition: checks on the operations, agencies or figures that are {values}."""
    return f'"check" IN (SELECT check_id FROM check_subject WHERE {kind} IN ({{values}}))'


def _look_up(connection: Connection, given: str) -> str:
    """What search would ask for; of a number, the checks on it."""
    from moditrack.questions import check_numbers

    if not check_numbers.is_number(given):
        return str(_WORDS.values(connection, given)[0])
    import json

    query = check_numbers.query(given)
    asked = {"text": given, "query": query, "matched": 1, "words": 1}
    return json.dumps(asked | {"checks": check_numbers.checks_on(connection, given, query)})


_WORDS = words_filter("check", '"check" IN (SELECT substr(e.command, 7) {entries})')
_OF_NUMBER = """(json_type(:words, '$.checks') IS NULL
    OR "check" IN (SELECT value FROM json_each(:words, '$.checks')))"""
_EVERY = Filter(
    "all",
    "Include cautions, and the checks that agree.",
    "severity <= 2",
    parameter="every",
    unless=("every", "verdict", "severity"),
)
CHECKS = Question(
    "check",
    title="Checks",
    summary="Printed numbers that do not add up, with the arithmetic",
    asks="Which numbers do not fit, and why?",
    meaning="Every total, share, change and count that a report derives is recomputed from its own"
    " figures, and different statements about the same thing are shown together. stated: as"
    " printed; recomputed: what the figures give, empty where nothing can be computed; sides: what"
    " each passage states. The words say what disagrees, never who is wrong. 'moditrack check NAME'"
    " shows the arithmetic of one, step by step.",
    record=CHECK,
    view="checks",
    display=DISPLAY,
    filters=(
        Filter(
            **vars(_WORDS)
            | {"look_up": _look_up, "condition": f"{_WORDS.condition} AND {_OF_NUMBER}"}
        ),
        DOCUMENT.on('"check" IN (SELECT check_id FROM check_source WHERE document IN ({values}))'),
        Filter(
            "verdict",
            f"Checks with this verdict: {', '.join(VERDICTS)}.",
            "verdict IN ({values})",
            metavar="VERDICT",
            choices=VERDICTS,
        ),
        Filter(
            "severity",
            f"Checks this severe: {_SEVERE}.",
            "severity IN ({values})",
            metavar="N",
            look_up=lambda _, text: int(text),
            choices=("1", "2", "3", "4"),
        ),
        OPERATION.on(checks_on("operation"), "Checks of this operation, without its parts."),
        AGENCY.on(checks_on("agency")),
        _EVERY,
    ),
    names=(
        Column("title"),
        Column("differs"),
        Column("gives"),
        Column("in_a_line"),
        Column("chance"),
    ),
    notes=(elsewhere, _left_out),
    conclusion=_conclusion,
)
checks = CHECKS.ask
"""One row for each check of the two highest severities; filters as CHECKS has them."""


def checks_with_words(connection: Connection, /, **given: Any) -> Table:
    """The checks with some words; where all are few findings, the lesser ones, too."""
    found = CHECKS.ask(connection, **given)
    if any(given.get(name) for name in _EVERY.unless):
        return found
    every = CHECKS.ask(connection, **given | {"severity": [*SEVERITIES]})
    return every if len({row["finding"] for row in every.rows}) <= _FEW else found


_FEW = 4
"""At most this many findings with some words are shown whatever their severity."""


def checks_of_figure(connection: Connection, figure: str) -> Table:
    """The checks that use a figure or cite its passage, worst verdict first."""

    def rows() -> list[Row]:
        found = CHECKS.select(connection, CHECK.columns, {}, _OF_FIGURE, {"figure": figure})
        return sorted(found, key=lambda row: _SEVERITY.index(row["verdict"]))

    return Table("Checks that use it or cite its passage", CHECK.columns, rows, display=DISPLAY)
