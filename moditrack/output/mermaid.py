"""A graph as text that a code host or a wiki draws: a Mermaid flowchart."""

from __future__ import annotations

import re
from typing import TextIO

from moditrack.errors import InputError
from moditrack.escaping import clean
from moditrack.tables import Graph

MOST_CHARACTERS = 50_000
MOST_EDGES = 500
"""What Mermaid draws with the settings it comes with, which code hosts keep."""
_SHAPES = {
    "agency": ("[", "]"),
    "operation": ("[[", "]]"),
    "strand": ("([", "])"),
}
# Dark on light, whatever the theme: each pair has a contrast of more than 12 to 1.
_COLOURS = {
    "agency": "fill:#e3ecf8,stroke:#2f5c9e,color:#111111",
    "operation": "fill:#fbe6c8,stroke:#9a5b00,color:#111111",
    "strand": "fill:#dcf0dd,stroke:#2b7337,color:#111111",
}
# Long names on few lines; arrows to the same end run together where the layout is ELK (Mermaid 12),
# and have room where it is dagre (earlier).
_LAYOUT = (
    '%%{init: {"flowchart": {"wrappingWidth": 260, "nodeSpacing": 20, "rankSpacing": 160},'
    ' "elk": {"mergeEdges": true, "nodePlacementStrategy": "NETWORK_SIMPLEX"}}}%%'
)
_PLAIN = re.compile(r"[^A-Za-z0-9 ,()]")
"""What might mean something to Mermaid, to markdown or to HTML."""
_ORDER = re.compile(r"[%{}<>`#;]")
"""What might begin an order or a tag, in a comment or a title, or end a block of markdown."""


def write_mermaid(graph: Graph, stream: TextIO) -> None:
    """Write a graph as a flowchart: groups in groups, a shape and colour for each kind.

    Raises InputError for a graph that is larger than Mermaid draws.
    """
    lines = [f"%% {_told(line)}" for line in graph.about]
    lines += [_LAYOUT, "flowchart LR", f"  accTitle: {_told(graph.title)}"]
    lines += _grouped(graph) if graph.nodes else ['  nothing["Nothing found"]']
    for (start, end), label in graph.edges.items():
        lines.append(f'  {_id(start)} -->|"{_label(label)}"| {_id(end)}')
    used = {kind for _, kind, _, _ in graph.nodes}
    lines += [f"  classDef {kind} {look}" for kind, look in _COLOURS.items() if kind in used]
    text = "\n".join(lines) + "\n"
    if len(text) > MOST_CHARACTERS or len(graph.edges) > MOST_EDGES:
        raise InputError(
            f"The graph has {len(graph.edges)} arrows and {len(text)} characters, and Mermaid draws"
            f" {MOST_EDGES} and {MOST_CHARACTERS}: ask for a part of it."
        )
    stream.write(text)


def _grouped(graph: Graph) -> list[str]:
    """The nodes in no group, then the groups, each with its nodes and the groups within it. Groups
    may be nested deeper than Python calls itself."""
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
    """An id that Mermaid takes, another for another id: `agency-co14` is agency_co14."""
    return re.sub("[^a-z0-9]", lambda c: "_" if c[0] == "-" else f"X{ord(c[0]):x}X", given)


def _label(text: str) -> str:
    """A text as itself, whatever it holds: all but letters and digits as numbered characters."""
    return _PLAIN.sub(lambda c: f"#{ord(c[0])};", clean(" ".join(text.split())))


def _told(text: str) -> str:
    """A line for a comment or title."""
    return _ORDER.sub("?", clean(" ".join(text.split())))
