"""Reading web pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import pytest

from moditrack.documents.blocks import Block, Unreadable
from moditrack.documents.document import read_bytes
from moditrack.documents.readers import html
from tests.conftest import sizes
from tests.processor_time import grows_within

PAGE = """<!DOCTYPE html><html><head><title>Harbour board - gulls</title>
<style>p { content: "7" }</style></head><body>
<div class="cookie-banner"><p>We use 12 cookies.</p></div>
<header><a href="/">Home 1</a><nav><a href="/n">News 2</a></nav></header>
<div id="breadcrumbs">You are in: <a href="/">Home</a></div>
<h1>Gulls at the quays</h1>
<p>Published 3 May 2021</p>
<h2>Contents</h2>
<ul><li><a href="#a">What we found 4</a><li><a href="#b">Boats 5</a><li><a href="#c">Notes</a></ul>
<h2>What did we find?</h2>
<p>We found 12 gulls<sup><a href="#n1">1</a></sup>, the 10<sup>th</sup> year&nbsp;of
&pound;5 &#8211; in all of the town.</p>
<p hidden>Hidden 6</p><p style="display:none">Hidden 7</p><script>var gulls = 8;</script>
<ol start="3"><li>Third</li><li>Fourth<ul><li>inner 4<li>inner 5</ul></ol>
<ol type="a"><li>lettered</ol>
<p><strong>Boats?</strong></p>
<p>There are 1,234<br>boats.</p>
<div class="footnotes"><ol><li id="n1">A note 7 <a href="#x">&#8617;</a></ol></div>
<ul><li><a href="/1">One 21</a><li><a href="/2">Two 22</a><li><a href="/3">Three 23</a></ul>
<footer>Copyright 2021</footer></body></html>
"""
TABLE = """<html><body><table role="presentation"><tr><td><h1>Boats</h1><table>
<caption>Table 3: boats</caption>
<thead><tr><th rowspan="2">Area<th colspan="2">Year</tr><tr><th>2001<th>2002</thead>
<tr><td>North<td>1<td>2<br>(20%)<tr><td>South<td>3<td></td></tr>
</table></td></tr></table></body></html>"""


def test_the_blocks_of_a_page() -> None:
    parsed = html.blocks(PAGE.encode())
    assert [(b.kind, b.level, b.mark, b.text) for b in parsed.blocks] == [
        ("heading", 1, "", "Gulls at the quays"),
        ("paragraph", 0, "", "Published 3 May 2021"),
        ("heading", 2, "", "What did we find?"),
        (
            "paragraph", 0, "",
            "We found 12 gulls¹, the 10th year\u00a0of £5 – in all of the town.",
        ),
        ("item", 0, "3.", "Third"),
        ("item", 0, "4.", "Fourth"),
        ("item", 1, "•", "inner 4"),
        ("item", 1, "•", "inner 5"),
        ("item", 0, "a.", "lettered"),
        ("heading", 6, "", "Boats?"),
        ("paragraph", 0, "", "There are 1,234\nboats."),
        ("footnote", 0, "¹", "A note 7"),
    ]  # fmt: skip
    assert parsed.title == "Gulls at the quays"


def test_what_stands_around_the_text_is_left_out_and_said() -> None:
    assert html.blocks(PAGE.encode()).left_out == [
        ("cookie notice", "We use 12 cookies."),
        ("page header", "Home 1 News 2"),
        ("navigation", "You are in: Home"),
        ("contents", "What we found 4 Boats 5 Notes"),
        ("navigation", "One 21 Two 22 Three 23"),
        ("page footer", "Copyright 2021"),
    ]


def test_the_passages_of_a_page() -> None:
    document = read_bytes(PAGE.encode())
    assert document.format == "html"
    assert [(p.locator, p.heading) for p in document.passages] == [
        ("header", ""),
        ("what-did-we-find.p1", "What did we find?"),
        ("3", "What did we find?"),
        ("4", "What did we find?"),
        ("4.b1", "What did we find?"),
        ("4.b2", "What did we find?"),
        ("4.a", "What did we find?"),
        ("boats.p1", "What did we find? / Boats?"),
        ("footnote-1", "What did we find? / Boats?"),
    ]
    found = [f.what.printed for f in document.quantities() if f.locator.startswith("what")]
    assert found == ["12", "£5"]


def test_a_table_has_its_cells_by_position() -> None:
    (table,) = [b for b in html.blocks(TABLE.encode()).blocks if b.kind == "table"]
    assert table.caption == "Table 3: boats"
    assert [(c.text, c.row, c.column, c.rows, c.columns, c.header) for c in table.cells] == [
        ("Area", 0, 0, 2, 1, True),
        ("Year", 0, 1, 1, 2, True),
        ("2001", 1, 1, 1, 1, True),
        ("2002", 1, 2, 1, 1, True),
        ("North", 2, 0, 1, 1, False),
        ("1", 2, 1, 1, 1, False),
        ("2\n(20%)", 2, 2, 1, 1, False),
        ("South", 3, 0, 1, 1, False),
        ("3", 3, 1, 1, 1, False),
        ("", 3, 2, 1, 1, False),
    ]
    document = read_bytes(TABLE.encode())
    assert [p.locator for p in document.passages] == ["header", "body.table-3"]
    assert document.passages[1].cells[2] == ["North", "1", "2 (20%)"]
    places = [(f.what.printed, f.row, f.column) for f in document.quantities()]
    assert places == [
        ("1", 2, 1), ("2", 2, 2), ("20%", 2, 2), ("3", 3, 1),
    ]  # fmt: skip
    assert [(f.what.label, f.row, f.column) for f in document.periods()] == [
        ("2001", 1, 1), ("2002", 1, 2),
    ]  # fmt: skip


def test_a_span_ends_with_its_table() -> None:
    page = b"<html><table><tr><th rowspan=60000>a<td colspan=3>b</table>"
    (table,) = html.blocks(page).blocks
    assert [(c.rows, c.columns) for c in table.cells] == [(1, 1), (1, 3)]


def test_a_main_element_has_the_text() -> None:
    page = (
        "<html><body><p>Menu 4</p><main><h1>Boats</h1><p>There were 12 boats in all.</p>"
        "<ul><li><a href='/a'>One<li><a href='/b'>Two<li><a href='/c'>Three</ul></main>"
        "<p>Last seen 5</p></body></html>"
    )
    parsed = html.blocks(page.encode())
    assert [b.text for b in parsed.blocks] == [
        "Boats", "There were 12 boats in all.", "One", "Two", "Three",
    ]  # fmt: skip
    assert parsed.left_out == [
        ("beside the main text", "Menu 4"), ("beside the main text", "Last seen 5"),
    ]  # fmt: skip


def test_the_caption_of_a_table_may_stand_above_it() -> None:
    table = "<table><tr><th>Area<th>2021<tr><td>North<td>5</table>"
    page = f"<html><h1>Spend</h1><p>Table 2: spend (£000)</p>{table}<p>All.</p>{table}</html>"
    document = read_bytes(page.encode())
    assert [(p.locator, p.kind) for p in document.passages] == [
        ("header", "header"), ("body.p1", "unnumbered"), ("body.table-2", "table"),
        ("body.p2", "unnumbered"), ("body.area", "table"),
    ]  # fmt: skip
    assert [f.what.low for f in document.quantities() if f.row == 1] == [5000, 5]


def test_a_list_of_one_item_is_layout_unless_it_says_its_number() -> None:
    page = "<html><ol class=x><li>One</ol><ol start=7><li>Seven</ol></html>"
    assert [(b.mark, b.text) for b in html.blocks(page.encode()).blocks] == [
        ("•", "One"), ("7.", "Seven"),
    ]  # fmt: skip


def test_code_is_left_out_and_lines_that_are_set_are_read() -> None:
    lines = "Area  2021  2022\nNorth    1     2\nSouth    3     4"
    page = f"<html><pre><code class=r>x = 7</code></pre><pre>{lines}</pre></html>"
    parsed = html.blocks(page.encode())
    assert parsed.left_out == [("program code", "x = 7")]
    assert [c.text for c in parsed.blocks[0].cells][3:] == ["North", "1", "2", "South", "3", "4"]


MAIL = """From: <Saved by Blink>
Subject: Gulls
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><p>12 gulls =C2=A35</p></ht=
ml>
--b--
"""


def test_a_page_that_a_browser_saved_as_one_file() -> None:
    document = read_bytes(MAIL.replace("\n", "\r\n").encode())
    assert (document.format, [p.text for p in document.passages]) == ("html", ["12 gulls £5"])
    with pytest.raises(Unreadable, match="has no page in it: save the page as HTML"):
        read_bytes(MAIL.replace("text/html\n", "text/plain\n").encode())


def test_care_and_shares_are_no_furniture() -> None:
    page = b"<html><div class='social-care'><p>4 gulls</p></div><p id=market-share>5%</p></html>"
    assert [b.text for b in html.blocks(page).blocks] == ["4 gulls", "5%"]


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        (b"<meta charset=iso-8859-1>", "cp1252"),
        (b"<meta http-equiv=x content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<meta charset=no-such-charset>", "utf-8"),
        (b"", "cp1252"),
    ],
)
def test_the_charset_is_that_of_the_page(head: bytes, codec: str) -> None:
    word = "д" if codec == "koi8-r" else "–’"
    page = b"<html><head>" + head + b"</head><p>a " + word.encode(codec) + b"</p></html>"
    assert html.blocks(page).blocks == [Block("paragraph", f"a {word}")]


@sizes(25_000, 100_000)
@pytest.mark.parametrize(
    ("head", "unit"),
    [("<p>", "<!--"), ("<p>", "<<<"), ("<p>x", "<a b='"), ("<p>", "&amp;&amp;"), ("", "<li>x"),
     ("", "<td>x"), ("", "<p>x"), ("<p>x</p>", "<script>")],
)  # fmt: skip
def test_hostile_pages_are_read_in_linear_time(head: str, unit: str, size: int) -> None:
    def ready(units: int) -> Callable[[], object]:
        return partial(html.blocks, f"<html>{head}{unit * units}".encode())

    assert grows_within(6, ready, size // 4, floor=0.01)


@pytest.mark.parametrize(
    "page",
    [
        '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><p>&b;</p></html>',
        "<html><img src='data:image/png;base64," + "A" * 3_000_000 + "'><p>4 gulls</p></html>",
    ],
    ids=lambda page: page[6:16],
)
def test_hostile_pages_are_read_soon(page: str) -> None:
    start = time.process_time()
    html.blocks(page.encode())
    assert time.process_time() - start < 6


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<html>" + "<div>x" * 100_000, "is nested"),
        ("<html><table>" + "<tr>" + "<td rowspan=65534 colspan=1000>x" * 4000, "too wide"),
    ],
    ids=["deep", "wide"],
)
def test_a_page_that_is_no_page_is_refused(page: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_bytes(page.encode())


def test_draft_says_what_it_left_out_and_what_it_could_not_place(run, tmp_path) -> None:
    page = PAGE.replace("</ol>", "</ol><p>1.1 One.</p><p>1.1 One again.</p>", 1)
    (tmp_path / "report").write_text(page, "utf-8")
    result = run("draft", tmp_path / "report", "--id", "x-2030", "-o", tmp_path / "new")
    assert result.code == 0
    assert (
        "Left out, not part of the text: cookie notice, page header, navigation (2), contents,"
        " page footer\nLook at these locators: paragraph 1.1 is there again\n"
    ) in result.out
    toml = (tmp_path / "new" / "x-2030" / "document.toml").read_text("utf-8")
    assert 'title = "Gulls at the quays"\n' in toml
    assert 'date = "2021-05-03"\n' in toml


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch, run, tmp_path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "lxml", None)
    (tmp_path / "page.html").write_text("<html><p>4 gulls</p></html>", "utf-8")
    result = run("draft", tmp_path / "page.html", "--id", "x-2030", "-o", tmp_path / "new")
    assert (result.code, result.out) == (1, "")
    said = f"Error: {tmp_path}/page.html needs more than the base install: "
    assert result.err.startswith(said)
    assert result.err.endswith(" -m pip install -e '.[read]' and run it again.\n")
