"""What a chart in characters and a graph consist of: `Chart` and `Graph`.

Plain classes, as in tables.py.
"""

from __future__ import annotations

from moditrack.tables import Plain


class Chart(Plain):
    """A picture for people, in characters.

    Kinds: `stacked`, a bar for each row with a part for each series; `pyramid`, two series left and
    right of a middle; `interval`, values low, point and high against 1. `rows` are a label and its
    values.
    """

    def __init__(
        self,
        title: str,
        kind: str,
        series: tuple[str, ...],
        rows: tuple[tuple[str, tuple[float, ...]], ...],
    ) -> None:
        self.title = title
        self.kind = kind
        self.series = series
        self.rows = rows


class Graph(Plain):
    """Boxes and the lines between them, to be drawn: who does what.

    `about` are sentences to read with it. `groups` are an id, a name and the group that one is in
    (None: in none); `nodes` an id, a kind (agency, operation, strand), a name and a group; `edges`
    give what ties one node to another.
    """

    def __init__(
        self,
        title: str,
        about: list[str],
        groups: list[tuple[str, str, str | None]],
        nodes: list[tuple[str, str, str, str | None]],
        edges: dict[tuple[str, str], str],
    ) -> None:
        self.title = title
        self.about = about
        self.groups = groups
        self.nodes = nodes
        self.edges = edges
