"""The briefing in a real browser: on a screen, a phone and paper, and read aloud."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.web.conftest import Watched, follow, violations


@pytest.fixture
def opened(watched: Watched, brief: Path) -> Watched:
    watched.page.goto(brief.as_uri())
    return watched


def test_nothing_leaves_the_file(opened: Watched, brief: Path) -> None:
    opened.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    opened.page.wait_for_load_state("networkidle")
    asked = [url for url in opened.requests if not url.startswith("data:image/svg+xml;base64,")]
    assert asked == [brief.as_uri()]
    assert opened.errors == []
    drawn = opened.page.evaluate("[...document.images].map(image => image.naturalWidth)")
    assert len(drawn) == 18  # a page may break between the parts of a picture
    assert 300 < min(drawn) < max(drawn) < 700


_SMALLEST = """[...document.images].map(image => {
    const drawn = atob(image.currentSrc.split(",")[1]);
    const sizes = [...drawn.matchAll(/font-size="(\\d+)px"/g)].map(found => +found[1]);
    return Math.min(...sizes) * image.clientWidth / image.naturalWidth;
})"""
"""The smallest text of each picture, in pixels as it is shown."""


@pytest.mark.parametrize(
    ("media", "width", "least"), [("print", 680, 8 * 96 / 72), ("screen", 390, 10)]
)
def test_pictures_can_be_read(opened: Watched, media: str, width: int, least: float) -> None:
    """At least 8 points on paper, and 10 pixels on a phone, where they are drawn again."""
    opened.page.emulate_media(media=media)
    opened.page.set_viewport_size({"width": width, "height": 900})
    opened.page.evaluate("document.querySelectorAll('details').forEach(own => own.open = true)")
    opened.page.wait_for_load_state("networkidle")
    found = opened.page.evaluate(_SMALLEST)
    assert len(found) == 18
    assert least <= min(found) <= max(found) < 13


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_without_sideways_scrolling(opened: Watched, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    wide = """[...document.querySelectorAll("*")]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 && e.offsetParent)
        .map(e => e.outerHTML.slice(0, 80))"""
    assert opened.page.evaluate(wide) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    hidden = """[...document.querySelectorAll("*")]
        .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
        .map(e => e.outerHTML.slice(0, 80))"""
    assert opened.page.evaluate(hidden) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_an_audit_finds_nothing(opened: Watched, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    assert violations(opened.page) == []


def test_headings_are_in_order(opened: Watched) -> None:
    levels = opened.page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
    )
    assert levels[0] == 1
    assert len(levels) > 10
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_landmarks_tables_and_pictures_have_names(opened: Watched) -> None:
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        assert opened.page.get_by_role(landmark).count() == 1, landmark
    tables, images = (opened.page.get_by_role(role).all() for role in ("table", "img"))
    assert len(images) == 10
    for table in tables:
        assert table.get_by_role("columnheader").count() > 1
        assert table.get_by_role("rowheader").count() > 0
    for image in images:
        assert image.get_attribute("aria-label").startswith("Chart. ")


def test_it_reads_without_scripts(browser, brief: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(brief.as_uri())
    assert "offences recorded by the City of London Police" in page.inner_text("#brief")
    context.close()


def test_the_annex_is_folded_on_a_phone(opened: Watched) -> None:
    row = opened.page.locator("#figures table")
    assert row.is_visible()
    opened.page.set_viewport_size({"width": 360, "height": 800})
    row.wait_for(state="hidden")
    opened.page.click("#figures summary")
    row.wait_for(state="visible")
    assert not opened.page.locator("#words table").first.is_visible()


def test_a_reference_opens_the_annex_on_a_phone(opened: Watched) -> None:
    opened.page.set_viewport_size({"width": 360, "height": 800})
    mark = opened.page.locator("#brief .marks a").first
    number = mark.inner_text()
    follow(mark)
    opened.page.locator(f"#r{number}").wait_for(state="visible")


def test_it_prints(opened: Watched, run, tmp_path: Path) -> None:
    """Page one of paper stands alone; the annex follows after at most ten pages, unfolded."""
    opened.page.emulate_media(media="print")
    opened.page.set_viewport_size({"width": 680, "height": 1000})  # A4 less its margins
    bottom = "document.querySelector('#{}').getBoundingClientRect().bottom + scrollY"
    assert opened.page.evaluate(bottom.format("brief")) < 1001  # 265 mm
    assert opened.page.locator("#references li").first.is_visible()
    feet = [own.extract_text() for own in PdfReader(BytesIO(paper(opened.page))).pages]
    whole = len(feet)
    for number, heading in ((2, "2. Offences by outcome and year"), (10, "8. Limits")):
        assert heading in feet[number - 1]
        assert f"{number} / {whole}" in feet[number - 1]
        entry = f"{heading[0]}-1"
        assert f"{heading}, page {entry}" in feet[number - 1]
        assert re.search(rf"{re.escape(heading)}\s+{entry}\s", feet[1])  # in the contents
    # where it goes on, without its heading
    assert "6. What became of what was promised, page 6-2" in feet[7]
    opened.page.evaluate("document.querySelectorAll('.annex').forEach(own => own.remove())")
    assert 5 < pages(opened.page) <= 10
    assert whole > 20
    assert run("report", "--page-one", "-o", tmp_path / "one.html").code == 0
    opened.page.goto((tmp_path / "one.html").as_uri())
    assert pages(opened.page) == 1


def paper(page: Any) -> bytes:
    """A page as it is printed."""
    printed: bytes = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF-")
    return printed


def pages(page: Any) -> int:
    """How many pages of paper a page is."""
    return len(re.findall(rb"/Type /Page\b", paper(page)))
