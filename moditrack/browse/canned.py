"""The questions that Datasette offers, one SQL file each: those of the commands, and `citation`.

A file starts with comments: its title, a description, and a line for each parameter,
`-- :name what to write`. An empty parameter does not filter.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

QUERIES = Path(__file__).parent / "queries"
ORDER = (
    "outcomes", "victims", "compare", "figures", "timeline", "operations", "agencies",
    "commitments", "check", "search", "sources", "citation",
)  # fmt: skip
"""The order on the page, which is that of `moditrack --help`."""


def canned() -> dict[str, dict[str, Any]]:
    """The questions by name, in the form of Datasette's metadata."""
    return {name: _read(name) for name in ORDER}


def _read(name: str) -> dict[str, Any]:
    text = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    head = re.match(r"(?:-- .*\n)+", text)
    assert head is not None, name
    title, description, *rest = (line.removeprefix("-- ") for line in head[0].splitlines())
    params = dict(re.findall(r"^:(\w+) (.*)$", "\n".join(rest), re.MULTILINE))
    return {
        "title": title,
        "description": description,
        "description_html": _html(name, description, params),
        "sql": text[head.end() :].strip(),
        "params": list(params),
        "hide_sql": True,
    }


def _html(name: str, description: str, params: dict[str, str]) -> str:
    question, _, meaning = description.partition("? ")
    parts = [f"<p><strong>{escape(question)}?</strong> {escape(meaning)}</p>"]
    if params:
        listed = "; ".join(f"<em>{key}</em>, {escape(text)}" for key, text in params.items())
        empty = "" if name == "citation" else " An empty field does not filter."
        parts.append(f"<p>To fill in: {listed}.{empty}</p>")
    command = "sources CITATION" if name == "citation" else name
    parts.append(f"<p>In a terminal: <code>moditrack {command}</code></p>")
    return "".join(parts)
