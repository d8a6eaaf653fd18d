"""`outcomes --wide`: outcomes as rows, periods as columns, as data."""

from __future__ import annotations

from moditrack.citations import sources_of
from moditrack.questions.grouping import by_force
from moditrack.questions.outcome_blocks import block, offences_of, periods
from moditrack.questions.shares_with_intervals import share, share_interval
from moditrack.tables import Column, Table


def wide(long: Table) -> Table:
    """A row for each outcome, with its offences of each period, then the total and its share."""
    labels, whole = periods(long.rows), "codes" not in long.filters
    head = "group" if long.filters.get("by") == ["group"] else "stated_label"
    rows = []
    for members in by_force(long):
        place = {key: members[0][key] for key in ("document", "force")}
        total = offences_of(members)
        sources = sources_of(members)
        for row in block(members, head, whole=whole):
            if "total" not in row:  # changes are not counts
                continue
            interval = share_interval(row["total"], total) if row["limits"] else None
            low, high = (round(end, 2) for end in interval) if interval else (None, None)
            rows.append(
                place
                | {"outcome": row["label"]}
                | {label: row.get(label) for label in labels}
                | {
                    "total": row["total"],
                    "share_percent": share(row["total"], total),
                    "share_low": low,
                    "share_high": high,
                    "sources": sources,
                }
            )
    columns = (
        Column("document", "document"),
        Column("force"),
        Column("outcome"),
        *(Column(label, "integer", null=True) for label in labels),
        Column("total", "integer", null=True),
        Column("share_percent", "number", null=True),
        Column("share_low", "number", null=True),
        Column("share_high", "number", null=True),
        Column("sources", "citation", many=True),
    )
    return Table(long.title, columns, rows, notes=lambda _: long.notes)
