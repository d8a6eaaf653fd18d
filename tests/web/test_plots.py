"""The pages of the pictures in a real browser: drawn, without a complaint, and asking nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from moditrack.plots import PICTURES
from tests.web.conftest import Watched


@pytest.mark.parametrize("view", PICTURES)
def test_the_page_draws_itself(watched: Watched, run, view: str, tmp_path: Path) -> None:
    file = tmp_path / f"{view}.html"
    assert run("plot", view, "-o", file).code == 0
    watched.page.goto(file.as_uri())
    drawn = watched.page.wait_for_selector("canvas, svg.marks")
    assert drawn.bounding_box()["width"] > 300
    assert watched.errors == []
    assert watched.requests == [file.as_uri()]
