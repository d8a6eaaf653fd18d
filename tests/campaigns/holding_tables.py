"""The forms of tables that hold: totals, subtotals, percentages and changes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.campaigns.holding import Case, Numbers, Rule, case, change, every, share, step, total

_AFTER = "Nothing else of note took place at the harbour."


def _table(rows: list[list[str]]) -> str:
    lines = ["1. Two years in figures:", "", *("\t".join(row) for row in rows), ""]
    return "\n".join([*lines, *(f"{_AFTER}\n" for _ in rows)])


def tables_with_totals(n: Numbers) -> Iterator[Case]:
    """A table with totals of its rows and columns."""
    high, wide = n.count(3, 6), n.count(2, 4)
    counts = [[n.count(3) for _ in range(wide)] for _ in range(high)]
    full = [[*row, sum(row)] for row in counts]
    full.append([sum(column) for column in zip(*full, strict=True)])
    names = ["Theft", "Fraud", "Arson", "Robbery", "Assault", "Burglary"][:high]
    head = ["Offence", *(str(2019 + year) for year in range(wide)), "Total"]
    rows = [[name, *map(n.put, row)] for name, row in zip([*names, "Total"], full, strict=True)]
    line = wide + 1
    rules: list[Rule] = [
        total(row * line + wide, *(row * line + column for column in range(wide)))
        for row in range(high + 1)
    ]
    rules += [
        total(high * line + column, *(row * line + column for row in range(high)))
        for column in range(line)
    ]
    yield case("table: totals of rows and columns", _table([head, *rows]), every(*rules))


def tables_with_subtotals(n: Numbers) -> Iterator[Case]:
    """A table of two groups with a subtotal each, and a total."""
    a, b, c, d, e, f, g, h = (n.count(3) for _ in range(8))
    grid = [[a, e], [b, f], [a + b, e + f], [c, g], [d, h], [c + d, g + h]]
    grid.append([a + b + c + d, e + f + g + h])
    names = ["Theft", "Fraud", "Sub-total", "Arson", "Assault", "Sub-total", "Total"]
    rows = [[name, *map(n.put, row)] for name, row in zip(names, grid, strict=True)]
    rules = [
        rule
        for column in range(2)
        for rule in (
            total(4 + column, column, 2 + column),
            total(10 + column, 6 + column, 8 + column),
            total(12 + column, 4 + column, 10 + column),
        )
    ]
    text = _table([["Offence", "2022", "2023"], *rows])
    yield case("table: subtotals and a total", text, every(*rules))
    rows = [["All offences", *rows[-1][1:]], *rows[:2], *rows[3:5]]
    rules = [total(column, *(row * 2 + column for row in range(1, 5))) for column in range(2)]
    text = _table([["Offence", "2022", "2023"], *rows])
    yield case("table: the total above its parts", text, every(*rules))


def tables_with_shares(n: Numbers) -> Iterator[Case]:
    """A table with a column of percentages of its total."""
    counts = n.parts(n.count(3, 5))
    whole = sum(counts)
    names = ["Theft", "Fraud", "Arson", "Robbery", "Assault"]
    n.cent = "%"
    rows = [
        [name, n.put(each), n.share(each, whole)] for name, each in zip(names, counts, strict=False)
    ]
    rows.append(["Total", n.put(whole), "100%"])
    last = 2 * len(counts)
    rules = [share(2 * row, last, 2 * row + 1) for row in range(len(counts))]
    rules.append(total(last, *range(0, last, 2)))
    yield case("table: percentages", _table([["Offence", "Number", "Percent"], *rows]),
               every(*rules))  # fmt: skip


def tables_with_pairs(n: Numbers) -> Iterator[Case]:
    """A table of which each cell has a count and its percentage of the column's total."""
    columns = [n.parts(3) for _ in range(2)]
    n.cent = "%"
    sums = [sum(column) for column in columns]
    rows = [
        [name, *(f"{n.put(column[at])} ({n.share(column[at], sum(column))})" for column in columns)]
        for at, name in enumerate(("Theft", "Fraud", "Arson"))
    ]
    rows.append(["Total", *map(n.put, sums)])
    rules: list[Rule] = [
        share(4 * row + 2 * column, 12 + column, 4 * row + 2 * column + 1)
        for row in range(3)
        for column in range(2)
    ]
    rules += [total(12 + column, *range(2 * column, 12, 4)) for column in range(2)]
    yield case("table: 10 (20%) in its cells", _table([["Offence", "2022", "2023"], *rows]),
               every(*rules))  # fmt: skip


def tables_with_changes(n: Numbers) -> Iterator[Case]:
    """A table of two years with a column of changes, as a number or in percent."""
    pairs = [n.two()[:: n.chance.choice((1, -1))] for _ in range(n.count(3, 5))]
    names = ["Theft", "Fraud", "Arson", "Robbery", "Assault"]
    n.cent = "%"
    signs = [1 if new > old else -1 for old, new in pairs]
    marks = ["+" if sign > 0 else "-" for sign in signs]
    for title in ("Change", "% change"):
        found = [
            n.put(abs(new - old)) if title == "Change" else n.share(abs(new - old), old)
            for old, new in pairs
        ]
        rows = [
            [name, n.put(old), n.put(new), mark + one]
            for name, (old, new), mark, one in zip(names, pairs, marks, found, strict=False)
        ]
        make = step if title == "Change" else change
        rules = [make(3 * row, 3 * row + 1, 3 * row + 2, sign) for row, sign in enumerate(signs)]
        yield case(f"table: {title.lower()}", _table([["Offence", "2022", "2023", title], *rows]),
                   every(*rules))  # fmt: skip


TABLES = (
    tables_with_totals, tables_with_subtotals, tables_with_shares, tables_with_pairs,
    tables_with_changes,
)  # fmt: skip
"""What a table joins itself."""
