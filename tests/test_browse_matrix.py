"""The page /matrix of `moditrack browse`: the map of responsibilities, whose cells lead on."""

from __future__ import annotations

import asyncio
import re
from html import unescape
from typing import Any

import pytest

from moditrack.browse.server import datasette


@pytest.fixture(scope="module")
def app() -> Any:
    return datasette(None)


def get(app: Any, path: str) -> Any:
    return asyncio.run(app.client.get(path))


def test_a_cell_leads_to_what_is_behind_it(app: Any) -> None:
    page = get(app, "/matrix?document=mpa-2004-02-16&level=1").text
    assert "<h1>Who does what, in which area of work?</h1>" in page
    assert re.search(r'<p class="answer">[^<]*D does', page)
    assert '<th scope="col"><span>Vice and prostitution</span></th>' in page
    assert '<option value="1" selected>1</option>' in page
    assert "<h2>Who does what, mpa-2004-02-16: 7 agencies, 6 areas of work</h2>" in page
    agency = r'<a href="/agency/co14">CO14 Clubs and Vice</a>'
    (row,) = re.findall(rf"<tr><th[^>]*>{agency}.*?</tr>", page, re.DOTALL)
    # 'Vice and Prostitution (CO14 Clubs and Vice)', at Level 1 and 2
    ((address, mark),) = re.findall(
        r'<td data-head="[^"]*"><a href="([^"]*)">([^<]*)</a></td>', row
    )
    assert mark == "D"
    asked = unescape(address).replace("agencies?", "agencies.json?_shape=array&")
    behind = get(app, asked).json()
    assert [(one["agency"], one["level"], one["sources"]) for one in behind] == [
        ("co14", 1, '["mpa-2004-02-16#notes.2.b2"]')
    ]


def test_there_is_a_map_for_each_document_and_a_way_to_it(app: Any) -> None:
    page = get(app, "/matrix").text
    assert re.findall(r"<h2>Who does what, ([\w-]+):", page) == [
        "mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16", "colp-2024-02-22",
    ]  # fmt: skip
    assert page.count("* Not printed in full") == 4
    assert 'href="/matrix"' in get(app, "/moditrack/agencies").text


def test_an_unknown_name_is_said_and_shown_as_text(app: Any) -> None:
    answer = get(app, "/matrix?operation=<b>maxim")
    assert answer.status_code == 400
    assert "&lt;b&gt;maxim" in answer.text
    assert "<b>maxim" not in answer.text
    empty = get(app, "/matrix?operation=aidant&level=3")
    assert empty.status_code == 200
    assert "Nothing found." in empty.text
