"""The answer above figures by measure, not added up, and the notes below on related ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from moditrack.figure_text import figure_text, quoted_words
from moditrack.long_rows import LongRows
from moditrack.questions.figures import aim
from moditrack.questions.grouping import in_two_lines
from moditrack.tables import Connection, Note, Row, Table

if TYPE_CHECKING:
    from moditrack.questions.question import Question

_FEW = 12
"""Of more figures than these, what else their lists have is not said."""
_MONEY = "GBP"
_END = 4
"""Words that differ in fewer letters at their ends are alike, if they have so many in common."""
_NAMED = 4
"""At most this many figures of other operations are named."""


def named(question: Question, connection: Connection, table: Table) -> Iterator[Note]:
    """The figures of others whose words name the operation asked for, like money that it gets."""
    found = [
        f"{row['printed']} ({row['figure'].partition(':')[2]})"
        for row in naming(question, connection, table)
    ]
    if found:
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        first = ", ".join(found[:_NAMED])
        yield Note("hint", f"Of other operations or none, and naming it: {first}{more}.")


def naming(question: Question, connection: Connection, table: Table) -> list[Row]:
    """The same as rows."""
    asked = table.filters.get("operation")
    if not asked or isinstance(table.rows, LongRows):
        return []
    import json
    import re

    present = {row["figure"] for row in table.rows}
    rest = {name: own for name, own in table.filters.items() if name != "operation"}
    chosen, bound = question.where_clause(rest)
    found: set[str] = set()
    for row in connection.execute(
        f"""
        SELECT DISTINCT f.figure, f.description, n.name
        FROM name AS n JOIN figures AS f ON instr(lower(f.description), lower(n.name))
        WHERE n.operation IN (SELECT value FROM json_each(:asked)) AND n.kind <> 'reference'
            AND f.figure IN (SELECT figure FROM figures WHERE {chosen})
        """,
        bound | {"asked": json.dumps(asked)},
    ):
        name = rf"\b{re.escape(row['name'])}\b"
        if row["figure"] not in present and re.search(name, row["description"], re.IGNORECASE):
            found.add(row["figure"])
    if not found:
        return []
    ids = {"ids": json.dumps([*found])}
    these = "figure IN (SELECT value FROM json_each(:ids))"
    columns = [*question.of_view, *question.names]
    return list(question.select(connection, columns, {}, these, ids))


def by_name(connection: Connection, table: Table) -> Iterator[str]:
    """Other measures and findings that bear the name of the measure asked for, such as its
    targets."""
    for asked in table.filters.get("measure", ()):
        begins = f"{asked}-*"
        measures = connection.execute(
            "SELECT DISTINCT measure FROM figure WHERE measure <> ?1 AND (measure GLOB ?2"
            " OR substr(figure, instr(figure, ':') + 1) GLOB ?2) ORDER BY measure GLOB ?2 DESC",
            (asked, begins),
        )
        found = [measure for (measure,) in measures]
        checks = connection.execute(
            "SELECT DISTINCT finding FROM checks AS c WHERE severity <= 2 AND finding GLOB ?2"
            " AND NOT EXISTS (SELECT 1 FROM check_subject AS s"
            ' JOIN figure AS f ON f.figure = s.figure WHERE s.check_id = c."check"'
            " AND f.measure = ?1)",
            (asked, begins),
        )
        named = ", ".join(finding for (finding,) in checks)
        if found:
            checked = f"; moditrack check {named}" * bool(named)
            yield f"Related measures: {', '.join(found)}{checked}"


_NOT_ADDED = "Do not add: may overlap."


def by_measure(table: Table) -> str:
    """The numbers of one unit under what they count, those of the last document first. None is
    their sum: one may be a part of another."""
    found, in_words = _numbers(table.rows)
    listed = [f"{measure} {', '.join(numbers)}" for measure, numbers in found.items()]
    if in_words:
        listed.append(f"in words: {len(in_words)}" if listed else ", ".join(in_words))
    unsummed = f" {_NOT_ADDED}" if len(found) > 1 else ""
    return in_two_lines(f"In {table.rows[0]['unit']}: ", listed, f".{unsummed}")


def _numbers(rows: Iterable[Row]) -> tuple[dict[str, list[str]], list[str]]:
    """What is printed for each measure, the last document first, and what is no number."""
    found: dict[str, list[str]] = {}
    in_words: list[str] = []
    every = list(rows)
    documents = list(dict.fromkeys(row["document"] for row in every))
    for row in sorted(every, key=lambda row: -documents.index(row["document"])):
        printed = row["printed"].replace("£ ", "£")
        if quoted_words(printed) == printed:
            found.setdefault(row["measure_name"].lower(), []).append(printed + aim(row))
        else:
            in_words.append(quoted_words(printed))
    return found, in_words


def of_measures_named(table: Table) -> str:
    """The numbers of the measures that have the words asked for in their names."""
    asked = _words_of(table)
    rows = [
        row
        for row in ([] if isinstance(table.rows, LongRows) else table.rows)
        if all(any(_alike(word, own) for own in _words(row["measure_name"])) for word in asked)
        if quoted_words(row["printed"]) == row["printed"]
    ]
    if not 0 < len(rows) <= _FEW:
        return ""
    documents = {own: _month_of(own) for own in dict.fromkeys(row["document"] for row in rows)}
    alike = len(set(documents.values())) < len(documents)
    said: dict[str, list[str]] = {}
    for document, month in documents.items():
        found, _ = _numbers(row for row in rows if row["document"] == document)
        of = f" ({document if alike else month})" if len(documents) > 1 else ""
        for name, numbers in found.items():
            said.setdefault(name, []).append(", ".join(dict.fromkeys(numbers)) + of)
    unsummed = f" {_NOT_ADDED}" * (len({row["unit"] for row in rows}) < len(rows))
    listed = [f"{name}: {', '.join(own)}" for name, own in said.items()]
    text = in_two_lines("", listed, f".{unsummed}")
    return f"{text[0].upper()}{text[1:]}"


def _month_of(document: str) -> str:
    """The month of a document whose id ends with its date: Feb 2024; else its id."""
    import re

    from moditrack.record_dates import dates_in_words

    dated = re.search(r"-(\d{4}-(?:0[1-9]|1[0-2]))-\d\d$", document)
    return re.sub(r"(?<=\w{3})\w* ", " ", dates_in_words(dated[1])) if dated else document


def misfits(connection: Connection, table: Table, said: str) -> str:
    """Which of the numbers in an answer are not what the figures of their report give."""
    import json
    import re

    found = connection.execute(
        "SELECT DISTINCT printed FROM check_result JOIN figure ON figure = check_id"
        " WHERE verdict IN ('inconsistent', 'impossible')"
        " AND check_id IN (SELECT value FROM json_each(?))",
        (json.dumps([row["figure"] for row in table.rows]),),
    )
    named = [own for (own,) in found if re.search(rf"(?<![\w.]){re.escape(own)}(?![\w%])", said)]
    return f" Does not fit: {', '.join(named)}." if named else ""


def is_a_measure(connection: Connection, table: Table) -> bool:
    """Whether the words asked for are the name of a measure that figures are of."""
    import json

    asked = _words_of(table)
    found = connection.execute(
        "SELECT name FROM measure WHERE measure IN (SELECT value FROM json_each(?))",
        (json.dumps([*set(table.values("measure"))]),),
    )
    names = (_words(name) for (name,) in found)
    return any(len(asked) == len(own) and all(map(_alike, asked, own)) for own in names)


def _words_of(table: Table) -> list[str]:
    from moditrack.questions.question import looked_up

    asked = looked_up(table, "words")
    return _words(asked.get("spelt") or asked["text"])


def _words(text: str) -> list[str]:
    from moditrack.search_stemming import words

    return words(text).split()


def _alike(asked: str, word: str) -> bool:
    """Whether two words are one but for their ends: arrested and arrests."""
    short, long = sorted((asked.rstrip("s"), word.rstrip("s")), key=len)
    return long.startswith(short) and len(long) - len(short) < _END and len(short) >= _END


def cautions_on(connection: Connection, table: Table) -> Iterator[Note]:
    """The findings for caution that rest on the passages of a few figures and say their numbers."""
    if isinstance(table.rows, LongRows) or not 0 < len(table) <= _FEW:
        return
    import json
    import re

    places = {(source, row["printed"]) for row in table.rows for source in row["sources"]}
    rows = connection.execute(
        """
        SELECT f.finding, f.differs, s.citation FROM json_each(:citations) AS c
        JOIN check_source AS s ON s.document = substr(c.value, 1, instr(c.value, '#') - 1)
            AND s.locator = substr(c.value, instr(c.value, '#') + 1)
        JOIN finding_check AS k ON k.check_id = s.check_id
        JOIN finding AS f ON f.finding = k.finding
        WHERE f.severity = 3 ORDER BY f.position
        """,
        {"citations": json.dumps(table.sources)},
    )
    found = dict.fromkeys(
        row["finding"].rpartition(":")[2]
        for row in rows
        for source, printed in places
        if source == row["citation"]
        and re.search(rf"(?<![\w.,]){re.escape(printed)}(?![\w%])", row["differs"])
    )
    if found:
        yield Note("nearby-checks", f"For caution: moditrack check {', '.join(found)}")


def same_list(question: Question, connection: Connection, table: Table) -> Iterator[Note]:
    """The other sums of money in the lists that those with the words asked for are in."""
    if "words" not in table.filters or not 0 < len(table) <= _FEW:
        return
    if {row["unit"] for row in table.rows} != {_MONEY}:
        return
    present = [row["figure"] for row in table.rows]
    rest = {name: own for name, own in table.filters.items() if name != "words"}
    chosen, bound = question.where_clause(rest)
    lists = sorted({(row["document"], row["locator"].rpartition(".b")[0]) for row in table.rows})
    found = [
        figure_text(row["printed"], row["description"])
        for document, name in lists
        for row in connection.execute(
            f"SELECT figure, printed, description FROM figures WHERE {chosen} AND unit = :money"
            " AND document = :own AND :list <> '' AND locator GLOB :list || '.b*'"
            " ORDER BY position",
            bound | {"money": _MONEY, "own": document, "list": name},
        )
        if row["figure"] not in present
    ]
    if found:
        yield Note("hint", f"In the same list: {'; '.join(found)}.")


def same_unit(question: Question, connection: Connection, table: Table) -> Iterator[Note]:
    """The other measures in the unit of those asked for, which may count what is looked for."""
    asked = table.filters.get("measure")
    if not asked:
        return
    chosen, bound = question.where_clause(
        {name: own for name, own in table.filters.items() if name != "measure"}
    )
    marks = ", ".join(f":measure_{place}" for place in range(len(asked)))
    rows = connection.execute(
        f"""
        SELECT m.unit, m.measure, count(*) AS figures
        FROM figures AS f JOIN measure AS m ON m.measure = f.measure
        WHERE m.unit IN (SELECT unit FROM measure WHERE measure IN ({marks}))
            AND m.measure NOT IN ({marks}) AND {chosen.replace("measure IN", "f.measure IN")}
        GROUP BY m.measure ORDER BY figures DESC, m.rowid
        """,
        bound | {f"measure_{place}": own for place, own in enumerate(asked)},
    )
    units: dict[str, list[str]] = {}
    for row in rows:
        units.setdefault(row["unit"], []).append(f"{row['measure']} {row['figures']}")
    for unit, others in units.items():
        yield Note("hint", f"Other measures in {unit}: {', '.join(others)}.")
