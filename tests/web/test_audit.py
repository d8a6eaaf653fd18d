"""The marked page of an audit in a real browser: on a screen, a phone and paper, by keyboard."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_audit_page import REPORT
from tests.web.conftest import Watched, follow, headings_in_order, violations, widened


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit")
    (folder / "harbour.html").write_text(widened(REPORT))
    command = [sys.executable, "-m", "moditrack", "audit", folder / "harbour.html"]
    subprocess.run([*command, "-o", folder / "marked.html"], cwd=ROOT, check=True)
    return folder / "marked.html"


@pytest.fixture
def opened(watched: Watched, marked: Path) -> Watched:
    watched.page.goto(marked.as_uri())
    return watched


def test_nothing_leaves_the_file(opened: Watched, marked: Path) -> None:
    opened.page.wait_for_load_state("networkidle")
    assert opened.requests == [marked.as_uri()]
    assert opened.errors == []


@pytest.mark.parametrize("width", [320, 1280])
def test_only_tables_scroll_sideways(opened: Watched, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    wide = """[...document.querySelectorAll("*")].filter(e => !e.closest(".table, .hidden, .skip")
        && e.getBoundingClientRect().right > innerWidth + 0.5).map(e => e.outerHTML.slice(0, 80))"""
    assert opened.page.evaluate(wide) == []
    inside = "[...document.querySelectorAll('.table')].map(e => e.scrollWidth > e.clientWidth)"
    assert opened.page.evaluate(inside)[-1] is True


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_an_accessibility_audit_finds_nothing(opened: Watched, scheme: str, width: int) -> None:
    opened.page.emulate_media(color_scheme=scheme)
    opened.page.set_viewport_size({"width": width, "height": 800})
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(opened.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_a_contrast_of_4_5(opened: Watched, scheme: str) -> None:
    opened.page.emulate_media(color_scheme=scheme)
    least = opened.page.evaluate("""() => {
      const light = rgb => { const [r, g, b] = rgb.map(v => (v /= 255) <= 0.04045 ? v / 12.92
        : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
      const parts = text => text.match(/[0-9.]+/g).map(Number);
      const paper = e => { for (; e; e = e.parentElement) {
        const own = parts(getComputedStyle(e).backgroundColor);
        if (own.length < 4 || own[3] > 0) return own.slice(0, 3) } return [255, 255, 255] };
      const ratios = [...document.querySelectorAll("body *")].filter(e => e.innerText).map(e => {
        const [a, b] = [light(parts(getComputedStyle(e).color).slice(0, 3)), light(paper(e))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) });
      return Math.min(...ratios) }""")
    assert least >= 4.5


def test_marks_differ_without_colour(opened: Watched) -> None:
    style = "e => { const s = getComputedStyle(e); return s.textDecorationStyle }"
    found = {
        kind: opened.page.locator(f"main mark.{kind}").first.evaluate(style)
        for kind in ("misfit", "open", "fits")
    }
    assert found == {"misfit": "double", "open": "dotted", "fits": "solid"}
    said = opened.page.locator("main mark.misfit a").first
    assert said.text_content() == "70% (does not fit)"


def test_headings_are_in_order(opened: Watched) -> None:
    assert headings_in_order(opened.page)


def test_tables_have_names_and_headings(opened: Watched) -> None:
    table = opened.page.get_by_role("region", name="Table 1: Cases by area").get_by_role("table")
    assert table.get_by_role("rowheader", name="South").count() == 1
    assert table.get_by_role("columnheader", name="Cases").count() == 1


def test_by_keyboard_a_mark_leads_to_its_arithmetic_and_back(opened: Watched) -> None:
    """Without script, also where the arithmetic was folded."""
    page = opened.page
    number = page.locator("details:not([open]) li").first.get_attribute("id")[1:]
    sums = page.locator(f"#s{number}")
    assert not sums.is_visible()
    follow(page.locator(f"#c{number} a"), "Enter")
    assert page.evaluate("location.hash") == f"#s{number}"
    sums.wait_for(state="visible")
    follow(page.locator(f"#s{number} a"), "Enter")
    assert page.evaluate("location.hash") == f"#c{number}"
    page.goto(page.url.partition("#")[0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"


def test_it_reads_without_scripts(browser, marked: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(marked.as_uri())
    follow(page.locator("nav a").first)
    assert page.url.endswith("#c1")
    assert "the figures give 76%" in page.inner_text("#s1")
    context.close()


def test_it_prints(opened: Watched) -> None:
    opened.page.emulate_media(media="print")
    opened.page.set_viewport_size({"width": 680, "height": 1000})
    assert opened.page.locator("#s1").is_visible()
    adjust = "e => getComputedStyle(e).printColorAdjust"
    assert opened.page.locator("main mark.misfit").first.evaluate(adjust) == "exact"
    printed = opened.page.pdf(prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type /Page\b", printed)) <= 3
