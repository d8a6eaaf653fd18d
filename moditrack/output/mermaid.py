"""A graph as a Mermaid flowchart, which code hosts and wikis draw."""

from __future__ import annotations

import re
from typing import TextIO

from moditrack.charts_and_graphs import Graph
from moditrack.errors import InputError
from moditrack.escaping import clean

MAX_CHARACTERS = 50_000
MAX_EDGES = 500
"""Limits of Mermaid with its default settings, which code hosts keep."""
_SHAPES = {"agency": ("[", "]"), "operation": ("[[", "]]"), "strand": ("([", "])")}
# Dark on light, whatever the theme: each pair has a contrast of more than 12 to 1.
_COLOURS = {
    "agency": "fill:#e3ecf8,stroke:#2f5c9e,color:#111111",
    "operation": "fill:#fbe6c8,stroke:#9a5b00,color:#111111",
    "strand": "fill:#dcf0dd,stroke:#2b7337,color:#111111",
}
# Wrap long names late. Merge arrows with the same end under ELK (Mermaid 12), space them under
# dagre (earlier versions).
_LAYOUT = (
    '%%{init: {"flowchart": {"wrappingWidth": 260, "nodeSpacing": 20, "rankSpacing": 160},'
    ' "elk": {"mergeEdges": true, "nodePlacementStrategy": "NETWORK_SIMPLEX"}}}%%'
)
_PLAIN = re.compile(r"[^A-Za-z0-9 ,()]")
"""Characters with a meaning in Mermaid, Markdown or HTML."""
_SYNTAX = re.compile(r"[%{}<>`#;]")
"""Characters that start a directive or tag in a comment or title, or end a Markdown block."""


def write_mermaid(graph: Graph, stream: TextIO) -> None:
    """Write a graph as a flowchart: groups in groups, a shape and colour for each kind.

    Raises InputError for a graph larger than Mermaid draws.
    """
    lines = [f"%% {_comment(line)}" for line in graph.about]
    lines += [_LAYOUT, "flowchart LR", f"  accTitle: {_comment(graph.title)}"]
    lines += _nodes_and_groups(graph) if graph.nodes else ['  nothing["Nothing found"]']
    for (start, end), label in graph.edges.items():
        lines.append(f'  {_id(start)} -->|"{_label(label)}"| {_id(end)}')
    used = {kind for _, kind, _, _ in graph.nodes}
    lines += [f"  classDef {kind} {look}" for kind, look in _COLOURS.items() if kind in used]
    text = "\n".join(lines) + "\n"
    if len(text) > MAX_CHARACTERS or len(graph.edges) > MAX_EDGES:
        raise InputError(
            f"The graph has {len(graph.edges)} arrows and {len(text)} characters, and Mermaid draws"
            f" at most {MAX_EDGES} and {MAX_CHARACTERS}: filter it."
        )
    stream.write(text)


def _nodes_and_groups(graph: Graph) -> list[str]:
    """The nodes outside groups, then the groups with their nodes and inner groups.

    Not recursive: groups may be nested deeper than Python's recursion limit.
    """
    lines: list[str] = []
    to_do: list[str | tuple[str | None, str]] = [(None, "  ")]
    while to_do:
        item = to_do.pop()
        if isinstance(item, str):
            lines.append(item)
            continue
        group, indent = item
        for node, kind, name, within in graph.nodes:
            if within == group:
                opening, closing = _SHAPES[kind]
                lines.append(f'{indent}{_id(node)}{opening}"{_label(name)}"{closing}:::{kind}')
        for inner, name, within in reversed(graph.groups):
            if within == group:
                start = f'{indent}subgraph {_id(inner)}["{_label(name)}"]'
                to_do += [f"{indent}end", (inner, indent + "  "), start]
    return lines


def _id(given: str) -> str:
    """A unique id that Mermaid accepts: `agency-co14` is agency_co14."""
    return re.sub("[^a-z0-9]", lambda c: "_" if c[0] == "-" else f"X{ord(c[0]):x}X", given)


def _label(text: str) -> str:
    """A label: other characters than letters and digits become numeric entities."""
    return _PLAIN.sub(lambda c: f"#{ord(c[0])};", clean(" ".join(text.split())))


def _comment(text: str) -> str:
    """A line for a comment or title."""
    return _SYNTAX.sub("?", clean(" ".join(text.split())))
