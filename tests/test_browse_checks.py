"""The page /check/NAME of `moditrack browse`: what `moditrack check NAME` prints, with links."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from moditrack.browse.server import datasette


@pytest.fixture(scope="module")
def app() -> Any:
    return datasette(None)


def get(app: Any, path: str) -> Any:
    return asyncio.run(app.client.get(path))


def facts(page: str) -> dict[str, str]:
    """The facts of a page by their labels, without markup."""
    listed = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page, re.S)
    return {label: re.sub("<[^>]*>", "", value) for label, value in listed}


def test_a_check_says_what_its_command_says(app: Any) -> None:
    page = get(app, "/check/increase-2023").text
    assert "<h1>Increase of offences in 2023" in page
    shown = facts(page)
    assert (shown["Printed"], shown["Verdict"]) == ("225%", "inconsistent")
    assert shown["Figures give"].startswith("50%")
    assert shown["Severity"] == "1: a number that people quote is wrong or unclear"
    assert shown["It matters"]
    assert shown["Ask the authors"].endswith("?")
    # 6 offences in 2022 and 9 in 2023
    assert "<h2>Step by step" in page
    assert re.search(
        r'<td class="" data-head="Step">to 9: Offences in 2023 \(<a href="[^"]*outcome">', page
    )
    assert "<code>moditrack check colp-2024-02-22:increase-2023</code>" in page
    assert 'href="/moditrack/check_result/colp-2024-02-22~3Aincrease-2023"' in page
    assert page == get(app, "/check/colp-2024-02-22~3Aincrease-2023").text


def test_sides_and_other_checks_lead_on(app: Any) -> None:
    page = get(app, "/check/share-base").text
    assert "9 is printed under a five-year heading" in facts(page)["Why"]
    assert '<a href="/moditrack/citation?citation=colp-2024-02-22%2319.p2">' in page
    assert 'href="/check/colp-2024-02-22~3Achart-base"' in page


def test_an_unknown_check_is_said_and_shown_as_text(app: Any) -> None:
    answer = get(app, "/check/share-bass")
    assert answer.status_code == 404
    assert "did you mean" in answer.text
    answer = get(app, "/check/~3Cb~3Ebase")
    assert answer.status_code == 404
    assert "&lt;b&gt;base" in answer.text
    assert "<b>base" not in answer.text
