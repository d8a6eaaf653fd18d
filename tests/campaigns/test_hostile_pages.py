"""Hostile text in pages and files for other programs: read by their own readers, it is text."""

from __future__ import annotations

import base64
import csv
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from moditrack.citations import address
from moditrack.escaping import markdown_bold
from moditrack.plots import PICTURES
from tests.campaigns.hostile import SHIPPED, TEXTS, hostile_database
from tests.campaigns.test_hostile_text import harmless


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which hostile texts stand in the place of every free text."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    assert hostile_database(path, list(TEXTS.values())) >= 30
    return path


class Read(HTMLParser):
    """The elements and attributes of a page, and the addresses that it names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        self._in_script = tag == "script"
        if self._in_script:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data


def write_all(run, *args: object) -> None:
    result = run(*args)
    assert (result.code, result.err) == (0, ""), args


def test_a_briefing_as_html(run, brief: Path, hostile: Path, tmp_path: Path, counted) -> None:
    page = tmp_path / "hostile.html"
    write_all(run, "report", "-o", page, "--db", hostile)
    harmless(page.read_text("utf-8"))
    shipped, read = (Read(path.read_text("utf-8")) for path in (brief, page))
    assert set(read.tags) <= set(shipped.tags)
    assert read.tags["script"] == 0
    assert read.attributes <= shipped.attributes
    assert read.tags["table"] == shipped.tags["table"] > 0
    assert len(read.addresses) > 100
    # Nine pictures, each for paper and for a phone.
    assert sum(to.startswith("data:") for to in read.addresses) == 18
    for to in read.addresses:
        assert to.startswith(("#", "data:image/svg+xml;base64,", "http://policeauthority"))
        if to.startswith("data:"):
            svg = base64.b64decode(to.partition(",")[2]).decode()
            drawn_only(svg)
    counted(pages_of_hostile_texts=1)


def drawn_only(svg: str) -> None:
    """A picture that is well-formed and holds nothing but shapes and text."""
    names = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}
    assert names <= {
        "svg", "g", "path", "text", "rect", "line", "defs", "clipPath", "circle", "tspan", "style",
        "title", "linearGradient", "stop",
    }  # fmt: skip
    assert "\x1b" not in svg


@pytest.mark.parametrize("view", ["outcomes", "timeline", "maxim"])
def test_a_picture(run, hostile: Path, tmp_path: Path, counted, view: str) -> None:
    assert view in PICTURES
    for ending in ("html", "json"):  # the SVG is in the briefing
        write_all(run, "plot", view, "-o", tmp_path / f"a.{ending}", "--db", hostile)
    page = (tmp_path / "a.html").read_text("utf-8")
    read = Read(page)
    # Three that draw, and one that holds the picture.
    assert read.tags == Counter(
        {"html": 1, "head": 1, "style": 1, "meta": 1, "title": 1, "script": 2, "body": 1, "div": 1}
    )
    assert read.attributes == {"lang", "charset", "type", "id"}
    data = read.scripts[-1].partition("const spec = ")[2].partition(";\n")[0]
    assert not set("<>&\u2028\u2029") & set(data)
    assert json.loads(data) == json.loads((tmp_path / "a.json").read_text("utf-8"))
    counted(pages_of_hostile_texts=1)


def kinds(text: str) -> Counter[str]:
    """The elements of a text in Markdown, as GitHub reads it."""
    found: Counter[str] = Counter()
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in reader.parse(text):
        found.update([f"{token.type} {token.tag}"])
        found.update(f"{child.type} {child.tag}" for child in token.children or [])
    return found


def tables(text: str) -> list[int]:
    """The cells of each row, by the bars that part them."""
    return [
        len(re.findall(r"(?<!\\)(?:\\\\)*\|", line))
        for line in text.splitlines()
        if line.startswith("|")
    ]


STRANGE = {
    "html_block ", "html_inline ", "image img", "em_open em", "s_open s", "hr hr", "hardbreak br",
    "blockquote_open blockquote",
}  # fmt: skip


def test_a_briefing_as_markdown(run, hostile: Path, counted) -> None:
    shipped, text = (run("report", "--db", path).out for path in (SHIPPED, hostile))
    harmless(text)
    found, wanted = kinds(text), kinds(shipped)
    assert not STRANGE & set(found)
    assert set(found) <= set(wanted)
    for kind in ("heading_open h1", "heading_open h2", "fence code"):
        assert found[kind] == wanted[kind], kind
    assert (found["link_open a"], wanted["link_open a"]) == (0, 3)
    assert set(tables(text)) == set(tables(shipped))
    counted(pages_of_hostile_texts=1)


@pytest.mark.parametrize("text", [*TEXTS.values(), "2003*", "a* b*", "*not* gone*", "**x**"])
def test_a_label_in_bold(text: str) -> None:
    [_, inline, _] = MarkdownIt("commonmark").parse(markdown_bold(text))
    assert {each.type for each in inline.children or []} <= {"strong_open", "strong_close", "text",
                                                              "text_special"}  # fmt: skip
    assert [each.type for each in inline.children or []].count("strong_open") == 1


def test_a_package(run, package: Path, hostile: Path, tmp_path: Path, counted) -> None:
    write_all(run, "export", tmp_path / "hostile", "--db", hostile)
    names = {path.name for path in package.iterdir()}
    assert {path.name for path in (tmp_path / "hostile").iterdir()} == names
    readmes = [(own / "README.md").read_text("utf-8") for own in (package, tmp_path / "hostile")]
    harmless(readmes[1])
    found, wanted = kinds(readmes[1]), kinds(readmes[0])
    assert not STRANGE & set(found)
    # The addresses are none any more.
    assert wanted.pop("link_open a") == wanted.pop("link_close a") == 3
    assert found | {"text ": wanted["text "]} == wanted
    described = (tmp_path / "hostile" / "datapackage.json").read_text("utf-8")
    harmless(described)
    package = json.loads(described)
    assert {source["document"] for source in package["sources"]} == {
        "mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16", "colp-2024-02-22"
    }  # fmt: skip
    assert all("path" not in source for source in package["sources"])
    cff = (tmp_path / "hostile" / "CITATION.cff").read_text("utf-8")
    harmless(cff)
    keys = [re.match(r"[ -]*[\w-]*", line)[0] for line in cff.splitlines()]
    assert set(keys) <= {
        "cff-version", "message", "type", "title", "abstract", "authors", "version", "license",
        "keywords", "references", "  - name", "  - ", "  - type", "    title", "    authors",
        "      - name", "      - family-names", "        given-names", "    institution",
        "    date-published", "    number", "    url", "    notes",
    }  # fmt: skip
    with (tmp_path / "hostile" / "document.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert {len(row) for row in rows} == {len(rows[0])}
    counted(pages_of_hostile_texts=4)


@pytest.mark.parametrize("name", TEXTS)
def test_a_reference(run, tmp_path: Path, counted, name: str) -> None:
    path = tmp_path / "hostile.db"
    hostile_database(path, [TEXTS[name]])
    for citation in ("mpa-2003-05-08#B.1", "mpa-2004-02-16#notes.1"):
        entry = run("sources", citation, "--bibtex", "--db", path).out
        harmless(entry)
        depth = 0
        for place, sign in enumerate(entry.rstrip("\n")):
            depth += (sign == "{") - (sign == "}")
            assert depth > 0 or sign != "}" or place == len(entry.rstrip("\n")) - 1, entry
        assert depth == 0
        fields = re.findall(r"^  (\w+) = \{.*\},$", entry, re.MULTILINE)
        assert len(fields) == len(entry.splitlines()) - 2
        assert set(fields) <= {
            "author", "title", "institution", "organization", "howpublished", "number", "year",
            "month", "date", "note",
        }  # fmt: skip
        values = entry.replace(r"\textbackslash{}", "")
        assert not re.search(r"(?<!\\)[%$#&]", values)
    counted(references_of_hostile_texts=1)


QUERY = 'select 1 as "a | b", 2 as "<script>x</script>", 3 as "\x1b[31mred", 4 as "=1+1"'


def test_headings(run) -> None:
    from tabulate import tabulate_formats

    for way in tabulate_formats:
        harmless(run("sql", QUERY, "--format", way).out.replace("\t", " "))
    for way in ("github", "pipe"):
        out = run("sql", QUERY, "--format", way).out
        assert set(tables(out)) == {5}
        assert not {"html_inline ", "html_block "} & set(kinds(out))
    assert set(Read(run("sql", QUERY, "--format", "html").out).tags) == {
        "table", "thead", "tbody", "tr", "th", "td"
    }  # fmt: skip
    for args in ([], ["--json"], ["--csv"]):
        harmless(run("sql", QUERY, *args).out)
    head = next(csv.reader(run("sql", QUERY, "--csv").out.splitlines()))
    assert head == ["a | b", "<script>x</script>", "?[31mred", "'=1+1"]


def test_completion(monkeypatch, run, tmp_path: Path) -> None:
    import click

    from moditrack.cli.completion import names
    from moditrack.questions.known_values import _KNOWN

    path = tmp_path / "hostile.db"
    hostile_database(path, list(TEXTS.values()))
    context = click.Context(click.Command("x"))
    context.params["db"] = str(path)
    for kind in _KNOWN:
        for item in names(kind)(context, None, ""):
            harmless(item.value.replace("\n", "\x00") + (item.help or "").replace("\n", "\x00"))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a_b?c=d&e=%20(f)#g", True), ("http://example.org", True),
        ("http://x>)<b>", False), ('http://x" onclick="y', False), ("javascript:alert(1)", False),
        ("http://x y", False), ("http://x\n- z", False), ("http://x}, note = {y", False),
        ("ftp://example.org", False), ("", False), (None, False), ("http://x|y", False),
        ("http://\u202ex", False), ("http://x`y`", False), ("http://x[y](z)", False),
    ],
)  # fmt: skip
def test_an_address_means_nothing_in_any_format(url: str | None, kept: bool) -> None:
    assert address(url) == (url if kept else None)
