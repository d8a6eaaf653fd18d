"""The review page of a draft in a real browser: on a screen, a phone and paper, by keyboard."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_review_page import ID, REPORT
from tests.web.conftest import Watched, follow, headings_in_order, violations, widened


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "river.html").write_text(widened(REPORT, " 5"))
    command = [sys.executable, "-m", "moditrack", "draft", folder / "river.html"]
    subprocess.run([*command, "--id", ID, "-o", folder, "--review"], cwd=ROOT, check=True)
    return folder / ID / "review.html"


@pytest.fixture
def opened(watched: Watched, written: Path) -> Watched:
    watched.page.goto(written.as_uri())
    return watched


def test_nothing_leaves_the_file(opened: Watched, written: Path) -> None:
    opened.page.wait_for_load_state("networkidle")
    assert opened.requests == [written.as_uri()]
    assert opened.errors == []


@pytest.mark.parametrize("width", [320, 1280])
def test_only_tables_scroll_sideways(opened: Watched, width: int) -> None:
    opened.page.set_viewport_size({"width": width, "height": 800})
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_an_accessibility_audit_finds_nothing(opened: Watched, scheme: str, width: int) -> None:
    opened.page.emulate_media(color_scheme=scheme)
    opened.page.set_viewport_size({"width": width, "height": 800})
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(opened.page) == []


def test_marks_differ_without_colour(opened: Watched) -> None:
    style = "e => { const s = getComputedStyle(e); return s.textDecorationStyle }"
    found = {
        kind: opened.page.locator(f"main mark.{kind}").first.evaluate(style)
        for kind in ("needs", "sure")
    }
    assert found == {"needs": "dashed", "sure": "solid"}
    said = opened.page.locator("main mark.needs a", has_text="12").first
    assert said.text_content() == "12 (needs you)"


def test_headings_are_in_order(opened: Watched) -> None:
    assert headings_in_order(opened.page)


def test_by_keyboard_what_needs_a_person_leads_to_its_row_and_its_place(opened: Watched) -> None:
    page = opened.page
    link = page.locator("nav[aria-label='What needs you'] a", has_text="12").first
    number = link.get_attribute("href")[2:]
    follow(link, "Enter")
    assert page.evaluate("location.hash") == f"#s{number}"
    row = page.locator(f"#s{number}")
    row.wait_for(state="visible")
    assert "figures.csv, row 4" in row.inner_text()
    follow(page.locator(f"#s{number} a").first, "Enter")
    assert page.evaluate("location.hash") == f"#c{number}"
    assert page.locator(f"#c{number}").inner_text().startswith("12")


def test_it_reads_without_scripts_and_prints(browser, written: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written.as_uri())
    assert page.locator("main details[open] li.needs").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("main details[open] li.needs").first.is_visible()
    assert 1 <= len(re.findall(rb"/Type /Page\b", page.pdf())) <= 9
    context.close()
