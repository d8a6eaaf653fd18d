"""Databases in which every free text is hostile."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from moditrack.build.database import fill_summaries
from tests.conftest import ROOT

SHIPPED = ROOT / "data" / "moditrack.db"
SCREEN = {
    "escape": "\x1b[2J\x1b]0;title\x07gone",
    "c1": "\x9b31mred",
    "carriage": "false\rtrue",
    "backspace": "no\x08\x08yes",
    "markup": "[red]red[/red] [link=file:///x]y[/link]",
    "formula": "=cmd|'/c calc'!A1",
    "plus": "+1+cmd()",
    "at": "@SUM(1)",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&",
    "latex": "\\input{/etc/passwd} $x$ 50% #1 a_b {c} ~ ^",
    "markdown": "a | b \\| c ![x](http://x) <b>",
    "override": "evil\u202egpj.exe",
    "isolate": "\u2066a\u2069\u200f",
    "lines": "one\ntwo\r\nthree",
    "separators": "a\u2028b\u2029c\u0085d",
    "null": "a\x00b",
}
"""What screens, spreadsheets and the formats of tables may obey."""
TEXTS = SCREEN | {
    "end of a script": "</script><script>alert(2)</script><!--<script>",
    "end of an attribute": '"\' onload=alert(3) x="',
    "entity": "&lt;b&gt; &#60;i&#62;",
    "heading": "# not a heading #",
    "list": "- not a list",
    "numbers": "1. not a list",
    "quotation": "> not a quotation",
    "rule": "---",
    "emphasis": "*not* _italic_ **not** __bold__ ~~gone~~",
    "code": "`x` ```` y",
    "fence": "```\n<b>x</b>\n```\n~~~",
    "link": "[x](javascript:alert(4)) <http://x> [y]: http://y",
    "bibtex": "} @misc{x, title = {y",
    "authors": "Smith, and Jones and others",
    "yaml": '"\n- type: x\n#',
    "mermaid": '"] --> x; end %% %%{init: {}}%%',
}
"""These, and what pages and files for other programs may obey."""
_KEPT = {
    # Dates, which queries compare and pages take apart.
    "commitment.due", "document.date", "document.data_to", "event.date", "event.end",
    "event.latest", "figure.period_start", "figure.period_end", "operation.start",
    "operation.end", "responsibility.as_at",
    # Words that queries look for, and places in a document's tables.
    "document_author.role", "figure.table_name", "figure.row", "figure.column", "figure.category",
    "figure.period_label",
    "measure.unit", "operation.status", "part.list", "statement.value", "search_entry.kind",
    "search_entry.citation", "search_entry.command", "definition.kind", "meta.value",
    # Names of tables and columns.
    "dictionary.table_name", "dictionary.column_name", "dictionary.type", "dictionary.joins",
}  # fmt: skip
"""The text columns that hold no free text, beside keys and those that a CHECK restricts."""


def free_columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every text column that may hold any text, with its table."""
    found = []
    for table, sql in connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
        " AND name NOT LIKE 'summary_%'"
    ).fetchall():
        keys = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
        checked = set(re.findall(r'^\s*"?(\w+)"? [^\n]*CHECK', sql, re.MULTILINE))
        for _, name, kind, _, _, key in connection.execute(f"PRAGMA table_info({table})"):
            free = kind == "TEXT" and not key and name not in keys | checked
            if free and f"{table}.{name}" not in _KEPT:
                found.append((table, name))
    return found


def hostile_database(path: Path, texts: Sequence[str]) -> int:
    """Write the database that ships with these texts, in turn, in the place of every free text;
    how many columns they stand in."""
    shutil.copy(SHIPPED, path)
    connection = sqlite3.connect(path)
    connection.create_function("pick", 1, lambda number: texts[number % len(texts)])
    columns = free_columns(connection)
    with connection:
        for number, (table, column) in enumerate(columns):
            # What is computed from printed numbers needs numbers there.
            only = "AND document LIKE 'mpa%'" if (table, column) == ("figure", "printed") else ""
            connection.execute(
                f'UPDATE "{table}" SET "{column}" = pick(rowid + ?)'
                f' WHERE "{column}" IS NOT NULL {only}',
                (number,),
            )
        # Made again of these texts.
        for summary in ("agency", "operation", "commitment", "check", "comparison", "passage"):
            connection.execute(f"DELETE FROM summary_{summary}")
        fill_summaries(connection)
    connection.close()
    return len(columns)
