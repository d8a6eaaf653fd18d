"""The responsibility map, drawn by Mermaid in Chromium with the settings it comes with."""

from __future__ import annotations

import re
from typing import Any

import pytest

from moditrack.charts_and_graphs import Graph
from tests.test_mermaid import written
from tests.web.conftest import Watched, module

DRAW = """async ([text, settings]) => {
    mermaid.initialize({startOnLoad: false, ...settings});
    const {svg} = await mermaid.render("graph", text);
    document.getElementById("here").innerHTML = svg;
    const texts = what => [...document.querySelectorAll(`#here ${what}`)]
        .map(found => found.textContent.replace(/\\s+/g, " ").trim());
    return {
        nodes: texts("g.node"),
        edges: texts("g.edgeLabels g.edgeLabel"),
        paths: texts("path.flowchart-link").length,
        groups: texts("g.cluster"),
        title: texts("title")[0],
        within: document.querySelectorAll("#here script, #here img, #here a").length,
    };
}"""
CHARACTERS = re.compile(r"#(\d+);")


def draw(watched: Watched, text: str, **settings: str) -> dict[str, Any]:
    """What Mermaid makes of a text, drawn in one page that keeps Mermaid loaded."""
    if not watched.page.evaluate("'mermaid' in window"):
        watched.page.set_content("<!doctype html><title>Map</title><div id=here></div>")
        watched.page.add_script_tag(path=module("mermaid/dist/mermaid.min.js"))
    picture: dict[str, Any] = watched.page.evaluate(DRAW, [text, settings])
    assert watched.errors == []
    assert watched.requests == []
    assert picture["within"] == 0
    return picture


def plain(labels: list[str]) -> list[str]:
    return sorted(CHARACTERS.sub(lambda found: chr(int(found[1])), label) for label in labels)


@pytest.mark.parametrize(
    ("args", "number"),
    [
        ([], 98 + 24 + 20),
        (["--strand", "child-exploitation"], 7 + 5 + 1),
        (["--document", "mpa-2004-02-16"], None),
        (["CO14"], 1 + 4 + 6),
        (["--document", "mpa-2004-02-16", "--strand", "ports"], 1),
    ],
    ids=str,
)
def test_the_map_is_drawn(run, watched: Watched, args: list[str], number: int | None) -> None:
    text = run("agencies", *args, "--format", "mermaid").out
    picture = draw(watched, text)
    arrows = re.findall(r'-->\|"(.*)"\|', text)
    assert sorted(picture["edges"]) == plain(arrows)
    assert picture["paths"] == len(arrows)
    named = re.findall(r'^ +(?!subgraph)\w+(?:\["|\[\["|\(\[")([^"]*)"', text, re.MULTILINE)
    assert sorted(picture["nodes"]) == plain(named)
    assert number in (None, len(picture["nodes"]))
    assert sorted(picture["groups"]) == plain(re.findall(r'subgraph \w+\["(.*)"\]', text))
    assert picture["title"].startswith("Who is responsible for what")


def test_the_layout_of_earlier_versions_draws_it_too(run, watched: Watched) -> None:
    picture = draw(watched, run("agencies", "--format", "mermaid").out, layout="dagre")
    assert (len(picture["nodes"]), picture["paths"]) == (98 + 24 + 20, 207)


HOSTILE = [
    'say "end"', "end", "graph", "subgraph", "click", "a]b)c}d>e", "-->|x| y", "# one",
    "#35; &amp;", "`code`", "**bold** _thin_", "1. one", "- one", "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit=1'>", "[link](https://example.org)", "https://example.org",
    "%%{init: {'securityLevel': 'loose'}}%%", "%% remark", "a; b", "::: class", "$$x^2$$",
    "fa:fa-car", "Київ – 東京", "\\n \\u0041 <br> &lt;", "o---x", "---",
    "{{x}} ((y)) [/z/]", "@{ shape: x }",
]  # fmt: skip


def test_any_name_is_drawn_as_text(watched: Watched) -> None:
    groups = [(f"group-agency-{i}", name, None) for i, name in enumerate(HOSTILE)]
    nodes = [
        (f"{kind}-{name}", kind, name, f"group-agency-{i}")
        for i, name in enumerate(HOSTILE)
        for kind in ("agency", "operation", "strand")
    ]
    edges = {(f"agency-{name}", f"strand-{name}"): name for name in HOSTILE}
    picture = draw(watched, written(Graph("t", [], groups, nodes, edges)))
    assert sorted(picture["nodes"]) == sorted(3 * HOSTILE)
    assert sorted(picture["edges"]) == sorted(HOSTILE)
    assert sorted(picture["groups"]) == sorted(HOSTILE)
    assert watched.page.evaluate("window.hit") is None


def test_any_title_leaves_the_graph_as_it_is(watched: Watched) -> None:
    nodes = [("agency-x", "agency", "x", None)]
    for title in HOSTILE:
        assert draw(watched, written(Graph(title, [title], [], nodes, {})))["nodes"] == ["x"]
    assert watched.page.evaluate("window.hit") is None


def test_what_is_not_shown_and_line_ends(watched: Watched) -> None:
    nodes = [("agency-x", "agency", "one\ntwo\r\nthree \u202eevil\x1b[31m\x00", None)]
    text = written(Graph("t\nflowchart TB", ["a\nb"], [], nodes, {}))
    assert draw(watched, text)["nodes"] == ["one two three ?evil?[31m?"]
