"""Reports printed to PDF by Chromium read as their text does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from moditrack.documents.document import Document, read_bytes
from tests import typeset

STYLES = {
    "ruled": "body { font: 11pt/1.3 sans-serif } td { border: 1px solid #444 }",
    "open": "body { font: 11pt/1.3 sans-serif } td { padding: 2pt 8pt }"
    " table { break-inside: avoid }",
    "justified": "body { font: 12pt/1.2 serif; text-align: justify } td { border: 1px solid #444 }",
}
SHARED = (
    "table { border-collapse: collapse; margin: 1em 0 } td { padding: 2pt 5pt }"
    " tr:first-child td { font-weight: bold } tr { break-inside: avoid }"
)
HEAD = "<div style='font-size: 8pt; width: 100%; text-align: center'>"


def printed(browser: Any, page: bytes, style: str) -> bytes:
    """A page as Chromium prints it, without its navigation, with a running head and numbers."""
    content = page.decode()
    for around in (*typeset.NAVIGATION, typeset.FOOTER):
        content = content.replace(around, "")
    sheet = f"<style>{SHARED} {style}</style></head>"
    tab = browser.new_page()
    try:
        tab.set_content(content.replace("</head>", f"<meta charset='utf-8'>{sheet}"))
        return tab.pdf(
            format="A4",
            margin=dict.fromkeys(("top", "bottom", "left", "right"), "2cm"),
            display_header_footer=True,
            header_template=f"{HEAD}Report 17 to the committee</div>",
            footer_template=f"{HEAD}Page <span class='pageNumber'></span></div>",
        )
    finally:
        tab.close()


def passages(document: Document) -> list[tuple[object, ...]]:
    return [(p.locator, p.kind, p.heading, p.text, p.cells) for p in document.passages]


@pytest.mark.parametrize("style", STYLES)
def test_the_documents_are_the_same_printed_to_pdf(
    style: str, browser: Any, documents: Path, run: Any, tmp_path: Path
) -> None:
    for path in sorted(documents.glob("*.txt")):
        data = printed(browser, typeset.as_page(path.read_text("utf-8-sig")), STYLES[style])
        (tmp_path / f"{path.stem}.bin").write_bytes(data)
        assert passages(read_bytes(data)) == passages(read_bytes(path.read_bytes())), path.stem
    result = run("verify", tmp_path, "--json")
    assert result.code == 0
    assert [row["status"] for row in result.json] == ["confirmed"] * 4
    assert all(row["figures"] == row["figures_confirmed"] > 0 for row in result.json)
