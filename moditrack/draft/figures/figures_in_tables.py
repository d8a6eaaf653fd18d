"""Figures of tables, cell by cell, with the labels of outcome tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from moditrack.audit.tables_and_lists.table_notes import text_around
from moditrack.documents.cells_and_marks import Entry
from moditrack.documents.dates.month_order import in_doubt
from moditrack.documents.dates.periods import periods
from moditrack.documents.normalise import normalise
from moditrack.documents.passages import Passage
from moditrack.documents.quantities import quantities, read_cell
from moditrack.documents.table_labels import NOT_ADDED, is_running
from moditrack.documents.tables import PrintedTable, table_of
from moditrack.draft.context import ASK_ORDER, Context
from moditrack.draft.counts.money import MONEY
from moditrack.draft.counts.table_measures import TableMeasures
from moditrack.draft.figures.figures_in_prose import describe
from moditrack.draft.periods.figure_periods import recorded
from moditrack.draft.proposal import FoundPeriod, Proposal
from moditrack.draft.texts_in_order import Text, id_part, unique
from moditrack.record_dates import parse_period
from moditrack.verify.compare_cells import is_words
from moditrack.verify.record_values import value_of

_TOTALS = {(True, True): "grand-total", (True, False): "column-total", (False, True): "row-total"}
"""What a cell is by whether its row and its column are totals."""
_ALWAYS = ("change", "rank", "rate", "part", "share")
"""Roles that a cell keeps in a row or column of totals."""
_PROSE = 4
"""A cell of more words with several numbers is read as prose."""
_ABOVE = 12
"""Passages above a table that can say what it is about."""
_WITH_TABLES = ("outcome-offences", "victims")
"""Measures that are shown by agency."""
_COUNTED = ("cell", *_TOTALS.values())
_COUNT = re.compile(r"\d+(?:,\d{3})*")
_CODE = re.compile(r"(\d+[A-Z]?)\s?[.:–-]\s*(.+)")


def propose(passages: list[Passage], at: int, context: Context) -> Iterator[Proposal]:
    """A figure for each number and mark in a table that is recordable."""
    passage = passages[at]
    printed = table_of(passage)
    entries = [entry for entry in printed.entries() if entry.quantities or entry.mark]
    near = [one.text for one in passages[max(0, at - _ABOVE) : at] if one.kind != "table"]
    around = "\n".join([*near, text_around(passages, at)])
    first = at == 0 or passages[at - 1].heading != passage.heading
    nearest = [one.text for one in _lines_above(passages, at)]
    heads = (passage.heading, *(f"{passage.heading} {unit}" for unit in MONEY))
    above = {one: context.counted[one] for one in heads if context.counted_at.get(one, at) < at}
    measures = TableMeasures(
        printed, passage, around, context.measures, nearest, first=first, above=above
    )
    table = unique(passage.locator.rpartition(".")[2], context.tables)
    if measures.outcomes:
        yield from _labels(printed, context)
    for entry in entries:
        yield from _cell(passage, table, entry, printed, measures, context)


def _lines_above(passages: list[Passage], at: int) -> Iterator[Passage]:
    """The passages between a table and its heading, or the table before it, upwards."""
    for passage in reversed(passages[max(0, at - _ABOVE) : at]):
        if passage.kind in ("table", "header") or passage.heading != passages[at].heading:
            return
        yield passage


def is_recordable(passage: Passage) -> bool:
    """Whether each number of a table is a figure by its row and column.

    A table is read as prose where a row or column has no name, where a number heads its one column
    (it is a list then), and where a cell has more numbers than a count and its share.
    """
    printed = table_of(passage)
    every = list(printed.entries())
    entries = [entry for entry in every if entry.quantities or entry.mark]
    heads = [label for column in printed.columns for label in printed.column_labels(column)]
    if len(heads) == 1 and _COUNT.fullmatch(heads[0]) and not periods(heads[0]):
        return False
    if any(one.printed and not (one.row_name and one.column_name) for one in every):
        return False
    for entry in entries:
        shares = sum(quantity.unit == "percent" for quantity in entry.quantities)
        prose = len(entry.printed.split()) > _PROSE and len(quantities(entry.printed)) > 1
        if prose or len(entry.quantities) > 2 or (len(entry.quantities) == 2 and shares != 1):
            return False
    return any(entry.quantities for entry in entries)


def words(passage: Passage) -> str:
    """The cells of a table that hold words or dates, as `verify` reads them."""
    cells = (normalise(entry.printed) for entry in table_of(passage).entries() if is_words(entry))
    return "\n".join(cells)


def _cell(
    passage: Passage, table: str, entry: Entry, printed: PrintedTable, measures: TableMeasures,
    context: Context,
) -> Iterator[Proposal]:  # fmt: skip
    """A row for a cell: for its mark, for its number, or for each of its two numbers."""
    texts = [quantity.printed for quantity in entry.quantities]
    texts = texts if len(texts) > 1 else [entry.printed]
    roles = printed.row_roles[entry.row], printed.column_roles[entry.column]
    rows, columns = printed.row_labels(entry.row), printed.column_labels(entry.column)
    totals = _TOTALS.get((roles[0] == "total", roles[1] == "total"), entry.role)
    if roles[0] == "total" and measures.counts_its_own(entry):
        totals = "row-total" if roles[1] == "total" else "cell"
    role = "rate" if entry.role == NOT_ADDED else entry.role
    kind = role if role in _ALWAYS else totals
    signed = kind in (*_COUNTED, "share") and measures.signed
    kind = "change" if signed and "%" in entry.printed else kind
    for text in texts:
        read = read_cell(text)
        share = kind == "share" or "%" in text or (read is not None and read.unit == "percent")
        share = share or (kind in (*_COUNTED, "subtotal") and measures.is_share(entry))
        running = any(is_running(label) for label in (*rows, *columns)) and kind == "rate"
        measured = measures.measure_of(entry, "cell" if running else kind, share=share)
        when = _period(entry, roles, printed, passage, context)
        if running:
            period = context.scopes.so_far([*rows, *columns])
            when = FoundPeriod(period, _yes(period), asked="period: from when to when?")
        elif when.asked and not when.period:
            period = context.scopes.of_label([*rows, *columns], passage.locator)
            when = replace(when, period=period, inferred=_yes(period))
        elif not when.period and not when.asked:
            when = context.section_period(passage.locator)
            if not when.period:
                when = context.above(Text(passage, passage.text))
        row = {
            "locator": passage.locator, "printed": text, "bound": "exact", "status": "recorded",
            "measure": measured.measure, "period": when.period, "inferred": when.inferred,
            "agency": context.default or context.publisher, "table": table, "row": entry.row_name,
            "column": entry.column_name,
            "cell": "share" if share and kind in (*_COUNTED, "subtotal") else kind,
        }  # fmt: skip
        doubt = context.month_first and any(in_doubt(one) for one in (*rows, *columns))
        needs = [one for one in (measured.needs, when.asked, ASK_ORDER if doubt else "") if one]
        if entry.mark is None:
            value = _value(text)
            row |= value or {}
            if value is None:
                needs.append("value: it has no digits that say it")
        row |= measures.columns(entry, row["cell"])
        if row["measure"] in _WITH_TABLES and row["cell"] in _COUNTED and not context.default:
            needs.append("agency: whose are these? --force gives it once")
        named = measured.name if not measured.needs else ""
        labels = [one for one in (entry.row_name, entry.column_name)
                  if one.lower() != named.lower()]  # fmt: skip
        row["description"] = describe(named, *labels) if named else ", ".join(labels)
        row["figure"] = unique(
            f"{id_part(table)}-{id_part(entry.row_name)}-{id_part(entry.column_name)}",
            context.taken,
        )
        place = entry.row, entry.column
        yield Proposal(
            "figures.csv", row, measured.rests_on, "; ".join(needs), cell=place,
            of_report=when.of_report,
        )  # fmt: skip


def _value(text: str) -> dict[str, str] | None:
    """What a cell prints, in its own digits, whatever the units of its table are."""
    read = read_cell(text)
    return None if read is None else value_of(read)


def _period(
    entry: Entry, roles: tuple[str, str], printed: PrintedTable, passage: Passage, context: Context
) -> FoundPeriod:
    """The period of a cell.

    Its own labels give it, then the corner of the table, its caption, a line above it, the heading.
    Where a label has a period that is not whole (April, or 2019 among other words), a person
    decides.
    """
    labels = *printed.column_labels(entry.column), *printed.row_labels(entry.row)
    for label in labels:
        if period := period_of(label):
            return FoundPeriod(period)
    spans = [period_of(label) for c in printed.columns for label in printed.column_labels(c)]
    years = sorted({one for one in spans if re.fullmatch(r"(?:FY)?\d{4}", one)})
    if (found := _of_years(roles, years)).period:
        return found
    if own := list(dict.fromkeys(one.label for label in labels for one in periods(label))):
        return FoundPeriod(asked=f"period: {' or '.join(own[:3])}?")
    found = FoundPeriod(period_of(printed.corner))
    found = found if found.period or not passage.caption else _of_line(passage.caption)
    if found != FoundPeriod():
        return found
    above = context.scopes.line_above(passage)
    heading = _of_line(passage.heading)
    if above is None:
        return replace(heading, inferred=_yes(heading.period))
    asked = above.asked
    if heading != FoundPeriod():
        other = heading.period != above.period
        asked = f"period: {above.label}, or that of the heading?" if other else ""
    return FoundPeriod(above.period, "yes", asked=asked)


def _yes(period: str) -> str:
    """That a period is inferred, where there is one."""
    return "yes" if period else ""


def _of_years(roles: tuple[str, str], years: list[str]) -> FoundPeriod:
    """The period of a total or a change by the years that head the columns."""
    if roles[1] in ("total", "share") and len(years) > 1:
        if not years[0].startswith("FY"):
            return FoundPeriod(f"{years[0]}/{years[-1]}")
        return FoundPeriod(f"{parse_period(years[0]).start}/{parse_period(years[-1]).end}")
    return FoundPeriod(years[1], "yes") if "change" in roles and len(years) == 2 else FoundPeriod()


def _of_line(text: str) -> FoundPeriod:
    """The period of a caption or heading, asked where it has several."""
    found = {recorded(period): period.label for period in periods(text) if not period.partial}
    if len(found) > 1:
        return FoundPeriod(asked=f"period: {' or '.join([*found.values()][:3])}?")
    return FoundPeriod(next(iter(found), ""))


def period_of(heading: str) -> str:
    """The period that a heading is; empty where it is something else."""
    found = periods(heading)
    plain = re.sub(r"\s*[\[(]?(?:[a-z]?|n ?= ?[\d, ]+)[\])]?\s*$", "", heading)
    whole = len(found) == 1 and found[0].label in (heading, plain) and not found[0].partial
    return recorded(found[0]) if whole else ""


def _labels(printed: PrintedTable, context: Context) -> Iterator[Proposal]:
    """The row labels of an outcome table, with the code where a label begins with one."""
    types = context.measures.lists.outcome_types
    for row, label in printed.row_names.items():
        if printed.row_roles[row] in ("total", "subtotal") or label in context.labels:
            continue
        context.labels.add(label)
        found = _CODE.fullmatch(label)
        code, short = (found[1], found[2]) if found and found[1] in types else ("", label)
        rests = f"'{code}' begins the label" if code else "a label of an outcome table"
        yield Proposal("outcome_labels.csv", {"label": label, "code": code, "short": short}, rests)
