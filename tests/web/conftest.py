"""A real Chromium, and what is put into its pages; what is not there skips its tests."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

MODULES = Path(__file__).parent / "node_modules"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)


def widened(report: str, last: str = "") -> str:
    """A report with a wide table and a long word added, then what comes last."""
    years = "".join(f"<td>{1000 + at}</td>" for at in range(30))
    table = f"<table><tr><th>Force</th>{'<th>Year</th>' * 30}</tr><tr><td>North</td>{years}</tr>"
    table += f"<tr><td>South</td>{years}</tr></table><p>{'averylongword' * 20}{last}</p></body>"
    return report.replace("</body>", table)


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Ended with the last page: its event loop would be in the way of later tests."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium, which is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS.split(), chromium_sandbox=False
        )
        yield chromium
        chromium.close()


class Watched:
    """A page of the browser, with what it asked for and what it complained of."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda line: self.errors.append(line.text) if line.type in ("error", "warning") else 0,
        )


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    """A new page, 1280 pixels wide."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Watched(context.new_page())
    context.close()


def follow(link: Any, key: str = "") -> None:
    """Click a link or a button, or press a key on it, and wait until where it leads is loaded."""
    with link.page.expect_navigation():
        if key:
            link.press(key)
        else:
            link.click()


def module(name: str) -> Path:
    """A file of an npm package; the test is skipped where it is not installed."""
    path = MODULES / name
    if not path.is_file():
        pytest.skip(f"needs {name.partition('/')[0]}: npm install --prefix tests/web")
    return path


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong with a page, a line for each rule and the places it names."""
    page.add_script_tag(path=module("axe-core/axe.min.js"))
    found = page.evaluate("axe.run(document).then(r => r.violations)")
    return [
        f"{rule['id']}: {rule['help']}: {json.dumps([node['target'] for node in rule['nodes']])}"
        for rule in found
    ]


def headings_in_order(page: Any) -> bool:
    """Whether the headings begin at level 1 and go down one level at a time."""
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
    )
    return levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))
