"""Reading Markdown."""

from __future__ import annotations

import time

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.quantities import quantities
from moditrack.documents.readers import markdown
from moditrack.documents.tables import table_of

REPORT = """---
title: "Gulls 2021"
---

# Gulls at the quays

Published 3 May
2021

## What did we find?

We **found** 12 gulls[^1] of [the harbour](https://example.org/99),\\
see `7`. ![A chart of 8](x.png)

3. Third
4. Fourth
   - inner 5

**Boats**

| Area | 2021 | Share |
|------|-----:|------:|
| North | 1 | 20% |
| South |  | \\* |

<table><tr><td>East<td>6</table>

<!-- not 9 -->

[^1]: A note 7
"""


def test_the_blocks_of_a_text() -> None:
    parsed = markdown.blocks(REPORT.encode())
    assert [(b.kind, b.level, b.mark, b.text) for b in parsed.blocks] == [
        ("heading", 1, "", "Gulls at the quays"),
        ("paragraph", 0, "", "Published 3 May 2021"),
        ("heading", 2, "", "What did we find?"),
        ("paragraph", 0, "", "We found 12 gulls¹ of the harbour,\nsee 7."),
        ("item", 0, "3.", "Third"),
        ("item", 0, "4.", "Fourth"),
        ("item", 1, "•", "inner 5"),
        ("heading", 6, "", "Boats"),
        ("table", 0, "", ""),
        ("table", 0, "", ""),
        ("footnote", 0, "¹", "A note 7"),
    ]
    assert parsed.title == "Gulls 2021"
    assert parsed.left_out == [("front matter", 'title: "Gulls 2021"'), ("pictures", 1)]


def test_a_file_with_front_matter_is_markdown_with_the_html_that_it_has() -> None:
    text = (
        "---\ntitle: Gulls\ntags:\n  - boats\n---\n\n<p>We saw <b>12 </b>gulls.</p>\n<p>All.</p>\n"
    )
    document = read_bytes(text.encode())
    assert (document.format, document.title) == ("markdown", "Gulls")
    assert [one.text for one in document.passages][-1] == "All."
    assert "<b>" not in "".join(one.text for one in document.passages)


def test_its_tables_have_their_cells_by_position() -> None:
    document = read_bytes(REPORT.encode())
    assert document.format == "markdown"
    first, second = (p for p in document.passages if p.kind == "table")
    assert (first.locator, second.locator) == ("boats.area", "boats.east")
    assert first.cells == [
        ["Area", "2021", "Share"], ["North", "1", "20%"], ["South", "", "*"],
    ]  # fmt: skip
    assert [(c.text, c.row, c.column, c.header) for c in first.table][2:4] == [
        ("Share", 0, 2, True), ("North", 1, 0, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["[" * 49_000, "*a " * 16_000, "> " * 24_000, "`" * 49_000, "- " * 24_000, "<a " * 16_000,
     "![a](<b" * 7_000, "[a](" * 12_000, "a **b " * 8_000, "&" * 49_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_hostile_texts_are_read_soon(text: str) -> None:
    start = time.process_time()
    read_bytes(f"# A\n\n{text}".encode())
    assert time.process_time() - start < 15


def test_a_paragraph_without_end_is_refused(refused, tmp_path) -> None:
    (tmp_path / "report.md").write_text("# Gulls\n\n" + "[a" * 60_000, "utf-8")
    said = refused("draft", tmp_path / "report.md", "--id", "x-2030", "-o", tmp_path, code=1)
    assert said.endswith("has a paragraph that is too long: put blank lines between paragraphs.")


MOVED = """May 2022 | May 2023 | Change | |
---|---|---|---|
number | number | % | |
Gulls | 40 | 50 | 25.0 |
Boats |||
Terns | 20 | 15 | -25.0 |
"""


def headings(text: str) -> list[tuple[str, str, str]]:
    """Row, column and what is printed of each cell of the body that has something."""
    (passage,) = [one for one in read_bytes(text.encode()).passages if one.cells]
    table = table_of(passage)
    return [
        (table.row_names[one.row], table.column_names[one.column], one.printed)
        for one in table.entries()
        if one.printed
    ]


def test_headings_that_lost_the_corner_above_the_labels_are_over_their_columns() -> None:
    assert headings(MOVED) == [
        ("Gulls", "May 2022 / number", "40"), ("Gulls", "May 2023 / number", "50"),
        ("Gulls", "Change / %", "25.0"),
        ("Terns", "May 2022 / number", "20"), ("Terns", "May 2023 / number", "15"),
        ("Terns", "Change / %", "-25.0"),
    ]  # fmt: skip


def test_headings_stay_where_the_last_column_has_none_and_no_numbers() -> None:
    notes = "Bird | 2022 | 2023 | |\n---|---|---|---|\nGull | 40 | 50 | few |\nTern | 20 | 15 | |\n"
    assert headings(notes)[:2] == [("Gull", "2022", "40"), ("Gull", "2023", "50")]
    numbered = "No. | 2022 | 2023 | |\n---|---|---|---|\n1 | 40 | 50 | 3 |\n2 | 20 | 15 | 4 |\n"
    assert next(one for one in headings(numbered) if one[2] == "40")[1] == "2022"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Gulls\n---\n\n6\\. Nets for **12** gulls\n",
        "**Gulls**\n\nThere were 12.\n",
        "5\\. There were 12 gulls\n",
    ],
)
def test_markdown_without_headings_is_known(text: str) -> None:
    found = read_bytes(text.encode())
    assert (found.format, [one.what.low for one in found.quantities()]) == ("markdown", [12])


def test_bold_words_with_a_blank_or_parted_in_two_are_bold() -> None:
    found = markdown.blocks(b"# A\n\n**Boats **\n\non **8****th May**\n").blocks
    assert [(one.kind, one.text) for one in found] == [
        ("heading", "A"), ("heading", "Boats"), ("paragraph", "on 8th May"),
    ]  # fmt: skip


def test_the_marks_of_several_footnotes_are_no_numbers() -> None:
    rows = "| Port | 2002<sup>5,6</sup> |\n|---|---|\n| Harl | 20 |"
    text = f"# Boats\n\n{rows}\n\nAll<sup>1,2, 3</sup> sailed."
    table, prose = read_bytes(text.encode()).passages[-2:]
    assert table.cells == [["Port", "2002⁵,⁶"], ["Harl", "20"]]
    assert prose.text == "All¹,²,³ sailed."
    assert not quantities(prose.text) and not quantities("2002⁵,⁶")
    page = "<h1>Boats</h1><p>All boats, 1,234<sup>5, 6</sup> of them.</p><p>So.</p>"
    (found,) = quantities(read_bytes(page.encode()).passages[-2].text)
    assert found.printed == "1,234"
