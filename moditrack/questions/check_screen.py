"""Checks for people: a line for each finding, the most severe first; what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from moditrack.citations import first_of, sources_of
from moditrack.counting import counted
from moditrack.questions.check import NAMING
from moditrack.questions.check_numbers import SAME, recomputed
from moditrack.questions.question import looked_up
from moditrack.tables import Connection, Display, DisplayColumn, Note, Row, Table, marked_as
from moditrack.verdict_names import NOT_GIVEN

_SAID = {
    1: (
        "number that people quote (!) does not fit or cannot be placed",
        "numbers that people quote (!) do not fit or cannot be placed",
    ),
    2: ("changes a conclusion", "change a conclusion"),
    3: ("calls for caution", "call for caution"),
}
"""What is said of one finding, and of several, of each severity."""
_FEW = 3
"""At most this many findings are listed with why each matters."""
_PRINTED = (
    DisplayColumn("printed", "Printed", "number"),
    DisplayColumn("given", "Figures give", "number"),
)
_CHECK = DisplayColumn("check", "Check", "id")
_VERDICT = DisplayColumn("verdict", "Verdict", "unbroken", optional=True)
_FITS = Display(
    (
        DisplayColumn("stated", "Printed"),
        DisplayColumn("title", "What"),
        _CHECK,
    )
)
_SAME = Display(
    (*_FITS.columns[:2], DisplayColumn("sources", "Printed in", "list"), _FITS.columns[2])
)


def answer(table: Table, lesser: int = 0, fitting: int = 0) -> str:
    """How many findings of each severity are listed, and how many `lesser` ones and `fitting`
    checks are not."""
    severities = [line["severity"] for line in _listed(table)[0]]
    said: list[str] = []
    for severity, (one, many) in _SAID.items():
        if number := severities.count(severity):
            more = " more" if said else ""
            said.append(f"{number:,}{more} {one if number == 1 else many}")
    if not said:
        return ""
    left = [f"{fitting} that fit"] * bool(fitting) + [_cautions(lesser)] * bool(lesser)
    further = f" {', '.join(left)}: --all." if left else ""
    return f"{', '.join(said)}.{further}"


def _cautions(number: int) -> str:
    return counted(number, "caution", "cautions")


def lesser(connection: Connection, view: str, condition: str, bound: Row) -> int:
    """How many cautions a condition keeps."""
    query = f"SELECT count(DISTINCT finding) FROM {view} WHERE severity = 3 AND {condition}"
    ((number,),) = connection.execute(query, bound).fetchall()
    return int(number)


def left_out(number: int, hint: str) -> Note:
    """How many cautions are not shown; `hint` shows them."""
    return Note("hint", f"Not shown: {_cautions(number)}. '{hint}' shows them, and what adds up.")


def names_left_out(table: Table) -> Iterator[Note]:
    """How many differences in names are no findings, and where they are."""
    _, number = _listed(table)
    if number:
        own = counted(number, "difference in names is", "differences in names are")
        yield Note(
            "hint",
            f"{own} no findings: moditrack check --severity {NAMING}, and the agencies' pages.",
        )


def _listed(table: Table) -> tuple[list[Row], int]:
    """A line for each finding that people see, and how many they do not see as they are about
    names: these are no findings, unless they are asked for or alone."""
    lines = list(findings(table.rows))
    others = [line for line in lines if line["severity"] != NAMING]
    if NAMING in table.filters.get("severity", ()) or not others:
        return lines, 0
    return others, len(lines) - len(others)


def tables(found: Table) -> list[Table]:
    """What people see of a list of checks: findings in the order of their severity, and what adds
    up; of the checks on a number, what is about it before what names it, too."""
    lines, _ = _listed(found)
    few = len(lines) <= _FEW
    lines = [line | _finding_shown(line, alone=len(lines) == 1) for line in lines]
    below: list[Row] = []
    if "checks" in looked_up(found, "words"):
        below = [line for line in lines if not line["of_number"]]
        lines = [line for line in lines if line["of_number"]]

    def fits(*, same: bool) -> Iterator[Row]:  # most of a large dataset: they are not kept
        for row in found.rows:
            if row["finding"] is None and (row["kind"] == SAME) == same:
                yield row | {"check": _short(row["check"]), "title": row["statement"]}

    cautions = [] if few else [line for line in lines if line["severity"] == 3]
    lines = lines if few else [line for line in lines if line["severity"] != 3]
    adding, printed_again = partial(fits, same=False), partial(fits, same=True)
    listed: list[tuple[str, int, Sequence[Row] | Callable[[], Iterator[Row]], Display]] = [
        (_title(lines), len(lines), lines, _display(lines, few=few)),
        ("Cautions", len(cautions), cautions, _display(cautions, few=few)),
        ("What adds up", sum(1 for _ in adding()), adding, _FITS),
        ("Printed the same", sum(1 for _ in printed_again()), printed_again, _SAME),
        (_title(below), len(below), below, _display(below, few=few)),
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
    notes = [*found.notes, *(_explained(lines[0]) if few and len(lines) == 1 else [])]
    present[-1] = Table(
        last.title, (), last.find_rows, display=last.display,
        notes=lambda _: notes, answer=last.find_answer,
    )  # fmt: skip
    return present


def _display(lines: Sequence[Row], *, few: bool) -> Display:
    """A line for each finding on a narrow screen; where there are few, why each matters."""
    columns = [DisplayColumn("mark", "", "number")]
    numbers = any(line["stated"] for line in lines)
    if numbers:
        columns += _PRINTED
    if few:
        columns += [DisplayColumn("said", "What", "items"), _VERDICT]
    elif all(line["severity"] <= 2 for line in lines):  # a line each, however wide the screen is
        # What has room for one of both has the name to type; of sources, the page of each has all.
        source = DisplayColumn("source", "Source", "unbroken", optional=True)
        differs = DisplayColumn("differs", "What differs", "unbroken", optional=True)
        what = DisplayColumn("title", "What", optional=True)
        return Display([*columns, what, _CHECK, _VERDICT, source, differs])
    else:
        columns += [DisplayColumn("title", "What"), _VERDICT]
        columns.append(DisplayColumn("differs", "What differs", optional=True))
    return Display([*columns, _CHECK])


def _title(lines: Sequence[Row]) -> str:
    """What findings are: names, printed numbers, statements, or both of these."""
    if {line["severity"] for line in lines} == {NAMING}:
        return "Differences in names"
    numbers = sum(bool(line["stated"]) for line in lines)
    if not numbers:
        return "Statements that differ, or are unclear"
    if numbers == len(lines):
        return "Numbers that do not fit, or cannot be placed"
    return "What does not fit, differs or is unclear"


def _finding_shown(line: Row, *, alone: bool) -> Row:
    """What people see of a finding: the printed value in the colour of its verdict, what the
    figures give, what it is about and what differs, and why it matters."""
    verdict = line["verdict"]
    instead = marked_as(verdict, "differs") if verdict == "conflict" else "unclear"
    instead = "" if line["severity"] > 2 else instead
    about = [line["title"], *([] if line["stated"] else [line["differs"]])]
    about = about if alone else [": ".join(about)]
    return {
        "mark": marked_as(verdict, "!" if line["severity"] == 1 else ""),
        "printed": marked_as(verdict, line["stated"]),
        "given": line["recomputed"] if line["stated"] else instead,
        "said": [own for own in (*about, line["matters"]) if own],
        "source": first_of(line["sources"]),
    }


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
    severities = [row["severity"] for row in listed]
    quoted = counted(severities.count(1), "is on a number", "are on numbers")
    said = f"{quoted} that people quote: --severity 1 has these alone." if 1 in severities else ""
    return Table(
        title, found.columns, listed,
        notes=lambda _: found.notes, answer=lambda _: said if set(severities) != {1} else "",
    )  # fmt: skip


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
            "verdict": (first if whole else numbers[0])["verdict"],
            "matters": first["matters"] if whole else None,
            "why": (numbers or checks)[0]["why"],
            "question": first["question"],
            "sources": sources_of(numbers or checks),
            "check": _short(own),
        }


def _short(check: str) -> str:
    """The id of a check without its document."""
    return check.rpartition(":")[2]
