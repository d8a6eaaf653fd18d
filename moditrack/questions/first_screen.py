"""What people see of a long page: its first screen, --show PART, or --all; "differs:" of a fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice, takewhile

from moditrack.citations import CITATION, first_of
from moditrack.counting import counted
from moditrack.pages import Page
from moditrack.questions.grouping import in_two_lines
from moditrack.questions.inferred_star import STAR, due_text, star_notes, starred
from moditrack.questions.operation_results import in_lines
from moditrack.tables import Note, Row, Table
from moditrack.verdict_names import NOT_GIVEN


def selected_parts(page: Page, show: str | None, whole: bool) -> list[Table | Page]:
    """What people see of a page: a section, the whole, or else its first screen."""
    if show is not None:
        return [_section(page, page.section(show))]
    return [page] if whole or page.first is None else [_with_more(page, page.first())]


def _section(page: Page, name: str) -> Table:
    """A table of a page, under the page's title."""
    table = page.named[name]
    return Table(
        table.title,
        table.columns,
        table.find_rows,
        display=table.display,
        notes=lambda _: table.notes,
        heading=lambda own: f"{page.title}, {name}: {len(own.displayed)}",
        answer=lambda own: table.answer or by_group(own),
        none=table.find_none,
    )


def by_group(table: Table) -> str:
    """How many rows a section has in each group, or of each document, where there are several."""
    group = table.display.group
    numbers = Counter(
        str(row.get(group) if group else row.get("document") or _document_of(row))
        for row in table.displayed
    )
    if len(numbers) < 2:
        return "".join(f"All are of {own}." for own in numbers if table.rows[0].get("sources"))
    if max(numbers.values()) == 1:
        return ""
    first = [f"{own}: {number}" for own, number in numbers.most_common()]
    return in_two_lines("", first, ".")


def _document_of(row: Row) -> str:
    return str(row["sources"][0].partition("#")[0]) if row.get("sources") else ""


def _with_more(page: Page, first: Page) -> Page:
    """The first screen of a page, and how much there is in each section."""
    counts = {name: len(table.displayed) for name, table in page.named.items() if len(table)}
    listed = ", ".join(f"{name} {count}" for name, count in counts.items())
    stars = star_notes(STAR in text for text in (first.title, *(text for _, text in first.facts)))
    more = Note("hint", f"More with --show NAME, or --all: {listed}.")
    return Page(
        first.title,
        first.facts,
        first.sections,
        {},
        below=[*first.below, *stars, *([more] if counts else [])],
        tables_first=first.tables_first,
        shorter=lambda: (_with_more(page, own) for own in first.shorter()),
        longer=lambda: (_with_more(page, own) for own in first.longer()),
    )


Facts = list[tuple[str, str]]


def fitting_page(
    title: str,
    facts: Facts,
    below: Sequence[Note],
    spare: Sequence[str],
    results: Table | None = None,
    in_brief: Callable[[Facts], Facts] | None = None,
    more: Callable[[Facts], Iterable[Facts]] = lambda _: (),
    fuller: Iterable[tuple[str, str]] = (),
) -> Page:
    """A first screen, with the lines of `more` that have room; where there is still room, with
    facts in their `fuller` form, and then more. Where it does not fit, facts with the labels
    `spare` go, the first of these first and of a list the last line; then its results are facts;
    then its facts are `in_brief`."""
    first = list(takewhile(lambda own: rows_of(own) < ROOM, more(facts)))
    bare, facts = facts, first[-1] if first else facts

    def longer() -> Iterator[Page]:
        whole = bare
        for fact in fuller:
            whole, own = ([fact if one[0] == fact[0] else one for one in f] for f in (whole, facts))
            yield Page(title, own, tables, {}, below=below, tables_first=True)
        for own in islice(more(whole), len(first), None):
            yield Page(title, own, tables, {}, below=below, tables_first=True)

    def shorter() -> Iterator[Page]:
        own = facts
        for label in spare:
            while found := [place for place, fact in enumerate(own) if fact[0] == label]:
                at = found[-1]
                own = [*own[:at], *_fewer_lines(*own[at]), *own[at + 1 :]]
                yield Page(title, own, tables, {}, below=below, tables_first=True)
        lines = in_lines(results) if results else []
        yield Page(title, [*own, *lines], [], {}, below=below)
        if in_brief:
            yield Page(title, [*in_brief(own), *lines], [], {}, below=below)

    tables = [results] if results else []
    return Page(
        title, facts, tables, {}, below=below, tables_first=True, shorter=shorter, longer=longer
    )


def _fewer_lines(label: str, text: str) -> Facts:
    """A fact with a line less, which is counted; none of one line."""
    *lines, last = text.splitlines()
    if lines and re.fullmatch(f"{CITATION}(?:, {CITATION}| \\+[0-9]+)*", last):
        fewer = _fewer_lines(label, "\n".join(lines))  # the sources of the lines stay
        return [(label, f"{own}\n{last}") for _, own in fewer]
    counted = re.match("and ([0-9]+) more(.*)", last)
    if counted is None and last.startswith(("and ", "of others")):
        return []  # it names what is left out
    number, rest = (int(counted[1]), counted[2]) if counted else (0, "")
    kept = lines[:-1] if counted else lines
    return [(label, "\n".join([*kept, f"and {number + 1} more{rest}"]))] if kept else []


ROOM, _WIDTH = 17, 66
"""The most rows of facts on a first screen, and how wide such a row is."""


def rows_of(facts: Iterable[tuple[str, str | None]]) -> int:
    """About how many rows of a terminal facts take."""
    lines = [line for _, text in facts if text for line in text.splitlines()]
    return sum(-(-len(line) // _WIDTH) for line in lines)


def first_rows(facts: Facts, tables: dict[str, Table], sections: Sequence[str]) -> Iterator[Facts]:
    """The facts with ever more rows of these sections in turn that the facts do not have."""
    for section in sections:
        said = "\n".join(text for _, text in facts)
        label, line = _IN_A_LINE[section]
        rows = {line(row): row["sources"] for row in tables[section].rows}
        lines = [f"{own} {first_of(rows[own])}" for own in rows if own and own not in said]
        above = [re.sub("; [0-9]+ more$", "", text) for own, text in facts if own == label]
        others = [fact for fact in facts if fact[0] != label]
        for number in range(1, len(lines) + 1):
            left = len(lines) - number
            more = [f"and {left} more: --show {section}"] if left else []
            facts = [*others, (label, "\n".join([*above, *lines[:number], *more]))]
            yield facts


_ELSEWHERE = ("lead", "parent", "start", "end", "level", "partner")
"""Properties of which a first screen shows the values."""


def _statement(row: Row) -> str:
    return "" if row["property"] in _ELSEWHERE else starred(row["statement"], row["inferred"])


def _responsibility(row: Row) -> str:
    said = starred(row["responsibility"], row["inferred"])
    name = row["operation_name"] or ""
    bare = name.removeprefix("Operation ").partition(",")[0]
    named = "" if bare in said or bare in row["name"] else f" ({name})"
    role = [] if _says(said, row["role"]) else [row["role"]]
    status = [] if row["status"] == "current" else [row["status"]]
    return f"{', '.join([*role, *status])}: {said}{named}".removeprefix(": ")


def _says(text: str, role: str) -> bool:
    """Whether a text begins with the verb of a role: Co-ordinates, for coordinates."""
    return text.replace("-", "").casefold().startswith(role)


def _commitment(row: Row) -> str:
    from moditrack.questions.commitments import IN_WORDS

    due = f", due {due_text(row)}" if row["due"] else ""
    return f"{row['commitment']}{due}: {IN_WORDS[row['state']].lower()}"


_IN_A_LINE: dict[str, tuple[str, Callable[[Row], str]]] = {
    "statements": ("Said", _statement),
    "responsibilities": ("Does", _responsibility),
    "commitments": ("Promise", _commitment),
}
"""What the rows of a section are called on a first screen, and each of them in a line."""


def first_said(statements: Table, properties: Sequence[str]) -> list[tuple[str, str]]:
    """The first statement of the first of these properties that has one, as a fact, and how many
    others there are; those that are printed come before those that follow from the text."""
    for property in properties:
        said = [
            f"{starred(row['statement'], row['inferred'])} {row['sources'][0]}"
            for row in sorted(statements.rows, key=lambda row: bool(row["inferred"]))
            if row["property"] == property
        ]
        if said:
            return [(property.capitalize(), first_of(said))]
    return []


def differing(pairs: Iterable[tuple[str, str]]) -> str:
    """What documents state differently, from pairs of a document and a value: each set of values
    with the documents that state it; empty where there are none. What one document alone states is
    no difference."""
    given = list(pairs)
    printed = {value for _, value in given}
    stated: dict[str, dict[str, None]] = {}
    for document, value in given:
        # A value is starred only where no document prints it in full.
        label = value.removesuffix(STAR) if value.removesuffix(STAR) in printed else value
        stated.setdefault(document, {})[label] = None
    documents: dict[str, list[str]] = {}
    for document, values in stated.items():
        documents.setdefault(", ".join(values), []).append(document)
    listed = "; ".join(f"{values} ({', '.join(own)})" for values, own in documents.items())
    return f"differs: {listed}" if len(stated) > 1 else listed


def findings_note(checks: Table, command: str) -> list[Note]:
    """How many findings of the two highest severities there are among checks, and the printed
    first numbers among them that the figures do not give."""
    found = {row["finding"] for row in severe(checks)}
    if not found:
        return []
    numbers = dict.fromkeys(
        f"{row['stated']} printed, {row['gives'] or row['recomputed']} computed"
        for row in severe(checks)
        if row["verdict"] in NOT_GIVEN and row["stated"] and row["recomputed"]
    )
    said = "; ".join([counted(len(found), "finding"), *[*numbers][:2]])
    return [Note("related-checks", f"{said}: moditrack {command}")]


def first_findings(
    checks: Table, shown: Collection[str] = (), most: int = 1
) -> list[tuple[str, str]]:
    """The first findings of the two highest severities among checks, as facts; `shown` are those
    that are shown elsewhere."""
    rows = {row["finding"]: row for row in severe(checks) if row["finding"] not in shown}
    first = [*rows.values()][:most]
    return [("Differs", f"{row['title']}: {row['differs']}") for row in first]


def severe(checks: Table) -> list[Row]:
    """The checks of the two highest severities."""
    return [row for row in checks.rows if row["severity"] is not None and row["severity"] <= 2]
