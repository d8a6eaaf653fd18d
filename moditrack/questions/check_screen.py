"""Checks for people: a line for each finding, the most severe first; what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from moditrack.citations import sources_of
from moditrack.counting import counted
from moditrack.questions.check_numbers import SAME
from moditrack.questions.question import looked_up
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table
from moditrack.verdict_names import NOT_GIVEN, NOT_ROUNDED

_WORDS = {
    1: "that people quote",
    2: "that a conclusion rests on",
    3: "for caution",
    4: "on names",
}
"""What is said of findings of each severity."""
_LESSER = {3: ("caution", "cautions"), 4: ("difference in names", "differences in names")}
"""What a finding of the lesser severities is called."""
_UNCLEAR = " differ or are unclear"
_FEW = 3
"""At most this many findings are listed with why each matters."""
_NUMBERS = Display(
    (
        DisplayColumn("stated", "Printed", "number"),
        DisplayColumn("recomputed", "Figures give", "number"),
        DisplayColumn("said", "What", "items"),
        DisplayColumn("check", "Check", "id"),
    )
)
_STATEMENTS = Display(
    (
        DisplayColumn("title", "Subject"),
        DisplayColumn("said", "What differs", "items"),
        DisplayColumn("check", "Check", "id"),
    )
)
_FITS = Display(
    (
        DisplayColumn("stated", "Printed"),
        DisplayColumn("title", "What"),
        DisplayColumn("check", "Check", "id"),
    )
)
_SAME = Display(
    (*_FITS.columns[:2], DisplayColumn("sources", "Printed in", "list"), _FITS.columns[2])
)


def answer(table: Table, lesser: int = 0) -> str:
    """How many numbers and how many statements do not fit, as the tables below list them, how many
    there are of each severity, and how many `lesser` ones are not listed."""
    lines = list(findings(table.rows))
    numbers = [line["severity"] for line in lines if line["stated"]]
    statements = [line["severity"] for line in lines if not line["stated"]]
    said = []
    if numbers:
        said.append(_whose(numbers, "number", "numbers", (" does not fit", " do not fit")))
    if statements:
        said.append(_whose(statements, "point", "points", (" differs or is unclear", _UNCLEAR)))
    if numbers and statements:
        said.insert(0, f"{len(lines)} findings.")
    if lines and lesser:
        said.append(f"{lesser} lesser {'one' if lesser == 1 else 'ones'}: --all.")
    return " ".join(said)


def _severe(severities: Sequence[int]) -> str:
    """How many findings there are of each severity."""
    each = sorted(set(severities))
    return ", ".join(f"{severities.count(one)} {_WORDS[one]}" for one in each)


def _whose(severities: Sequence[int], one: str, many: str, verb: tuple[str, str]) -> str:
    """How many there are, of which severity: 1 number that people quote does not fit."""
    verb_own = verb[len(severities) != 1]
    if len(set(severities)) == 1:
        return f"{counted(len(severities), one, many)} {_WORDS[severities[0]]}{verb_own}."
    return f"{counted(len(severities), one, many)}{verb_own}: {_severe(severities)}."


def lesser(connection: Connection, view: str, condition: str, bound: Row) -> dict[int, int]:
    """How many findings a condition keeps of each of the lesser severities."""
    query = (
        f"SELECT severity, count(DISTINCT finding) FROM {view}"
        f" WHERE severity > 2 AND {condition} GROUP BY severity ORDER BY severity"
    )
    return dict(connection.execute(query, bound).fetchall())


def left_out(numbers: dict[int, int], hint: str) -> Note | None:
    """How many findings of each of the lesser severities are not shown; `hint` shows them."""
    if not numbers:
        return None
    listed = "; ".join(counted(numbers[one], *_LESSER[one]) for one in sorted(numbers))
    return Note("hint", f"Not shown: {listed}. '{hint}' shows them, and what adds up.")


def tables(found: Table) -> list[Table]:
    """What people see of a list of checks: printed numbers, statements, and what adds up; of the
    checks on a number, what is about it before what names it, too."""
    lines = [
        line | {"said": _said(line, len(lines) <= _FEW)}
        for lines in [list(findings(found.rows))]
        for line in lines
    ]
    numbers = [line for line in lines if line["stated"]]
    statements = [line for line in lines if not line["stated"]]
    below: list[Row] = []
    if "checks" in looked_up(found, "words"):
        below = [line for line in statements if not line["of_number"]]
        statements = [line for line in statements if line["of_number"]]

    def fits(*, same: bool) -> Iterator[Row]:  # most of a large dataset: they are not kept
        for row in found.rows:
            if row["finding"] is None and (row["kind"] == SAME) == same:
                yield row | {"check": _short(row["check"]), "title": row["statement"]}

    differ = "Statements that differ, or are unclear"
    adding, printed_again = partial(fits, same=False), partial(fits, same=True)
    listed: list[tuple[str, int, Sequence[Row] | Callable[[], Iterator[Row]], Display]] = [
        ("Numbers that do not fit, or cannot be placed", len(numbers), numbers, _NUMBERS),
        (differ, len(statements), statements, _STATEMENTS),
        ("What adds up", sum(1 for _ in adding()), adding, _FITS),
        ("Printed the same", sum(1 for _ in printed_again()), printed_again, _SAME),
        (differ, len(below), below, _STATEMENTS),
    ]
    present = [
        Table(f"{title}: {number}", (), rows, display=display)
        for title, number, rows, display in listed
        if number
    ]
    if not present:
        return [found]
    first = present[0]
    present[0] = Table(
        first.title, (), first.find_rows, display=first.display, answer=lambda _: found.answer
    )
    last = present[-1]
    notes = [*found.notes, *(_explained(lines[0]) if len(lines) == 1 else [])]
    present[-1] = Table(
        last.title, (), last.find_rows, display=last.display,
        notes=lambda _: notes, answer=last.find_answer,
    )  # fmt: skip
    return present


def _said(line: Row, few: bool) -> list[str]:
    """What a finding is about, and where there are few, why it matters."""
    own = line["title"] if line["stated"] else line["differs"]
    return [own, *([line["matters"]] if few and line["matters"] else [])]


def _explained(line: Row) -> Iterator[Note]:
    """The reason of the only number that does not fit, and what to ask the authors."""
    if line["stated"]:
        yield Note("further", f"Why: {line['why']}.")
    if line["question"]:
        yield Note("further", f"Ask the authors: {line['question']}")


def each_once(found: Table, fields: str) -> Table:
    """The rows that differ in these fields, a question with the documents that it is about: the
    checks of a finding have its question, too."""
    keys = [name.strip() for name in fields.split(",")]
    rows: dict[str, Row] = {}
    documents: dict[str, dict[str, None]] = {}
    for row in found.rows:
        key = repr([row.get(key) for key in keys])
        rows.setdefault(key, row)
        named = (source.partition("#")[0] for source in row["sources"])
        documents.setdefault(key, {}).update(dict.fromkeys(named))
    listed = [
        row | {"question": row["question"] and f"{row['question']} ({', '.join(documents[key])})"}
        for key, row in rows.items()
    ]
    questions = f"Questions to the authors: {len(listed)}"
    title = questions if keys == ["question"] else found.title
    return Table(title, found.columns, listed, notes=lambda _: found.notes)


def findings(rows: Sequence[Row]) -> Iterator[Row]:
    """A line for each finding: its printed numbers beside what the figures give."""
    matters: dict[str, list[Row]] = {}
    for row in rows:
        if row["finding"] is not None:
            matters.setdefault(row["finding"], []).append(row)
    for finding, checks in matters.items():
        numbers = [row for row in checks if row["verdict"] in NOT_GIVEN and row["stated"]]
        pairs = dict.fromkeys((row["stated"], recomputed(row)) for row in numbers)
        first = checks[0]
        # A number that is a part of a finding has words of its own: the others' are about others.
        whole = first["check"] == finding or not numbers
        own = finding if whole else numbers[0]["check"]
        yield {
            "stated": ", ".join(stated for stated, _ in pairs),
            "recomputed": first["gives"] or ", ".join(given for _, given in pairs if given),
            "title": first["title"] if whole else numbers[0]["statement"],
            "differs": first["differs"],
            "of_number": any(row["stated"] for row in checks),
            "severity": first["severity"],
            "matters": first["matters"] if whole else None,
            "why": (numbers or checks)[0]["why"],
            "question": first["question"],
            "sources": sources_of(numbers or checks),
            "check": _short(own),
        }


def recomputed(check: Row) -> str:
    """What the figures give; percentages without decimals where the printed one has none, unless
    the decimals are what does not fit."""
    given, stated = check["recomputed"] or "", check["stated"]
    if check["verdict"] in NOT_ROUNDED:
        return given
    import re  # with the others 8 ms, which help does without
    from fractions import Fraction

    from moditrack.ways_to_round import nearest

    whole = re.sub(r"\d+\.\d+(?=%)", lambda found: str(nearest(Fraction(found[0]))), given)
    return given if "." in (stated or "") or whole == stated else whole


def _short(check: str) -> str:
    """The id of a check without its document."""
    return check.rpartition(":")[2]
