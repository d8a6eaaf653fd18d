"""The pages /agency/NAME, /check/NAME and so on of `moditrack browse`: what the command prints."""

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


def answer(page: str) -> str:
    """The answer of a page."""
    (found,) = re.findall(r'<p class="answer">(.*?)</p>', page)
    return str(found)


def test_a_check_says_what_its_command_says(app: Any) -> None:
    page = get(app, "/check/increase-2023").text
    assert "<h1>Increase of offences in 2023" in page
    shown = facts(page)
    assert shown["Printed"] == "225%"
    assert answer(page) == (
        '<strong class="cannot-be">inconsistent</strong>: the figures give 50%, 225% is printed;'
        " 225% is 9 as a share of 4, and 9 is 5 more than 4; but no year has 4"
    )
    assert not {"Verdict", "Why"} & set(shown)  # the answer has them
    assert '<a href="/moditrack/check">Which numbers do not fit, and why?</a>' in page
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
    assert answer(page).startswith('<strong class="to-mind">conflict</strong>: ')
    assert "9 is printed under a five-year heading" in answer(page)
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


def cells(page: str) -> list[list[str]]:
    """The rows of the tables of a page, without markup."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.S)
    return [
        [re.sub("<[^>]*>", "", cell) for cell in re.findall("<t[hd].*?</t[hd]>", row)]
        for row in rows
    ]


def test_an_operation_has_the_first_screen_of_its_command(app: Any) -> None:
    page = get(app, "/operation/maxim").text
    assert "<h1>Operation Maxim, with UKIS, UKPS, INDIS</h1>" in page
    assert facts(page)["Start"] == "differs: 2003-04-24 (mpa-2003-05-08); 2003-03 (mpa-2004-02-16)"
    # 31 of Phase 1 and 21 of Phase 2 are 52; the press release prints 53.
    assert cells(page)[-1] == ["Maxim", "mpa-2004-02-16", "148", "", "", "53 !", ""]
    assert '<strong class="cannot-be">53 !</strong>' in page
    assert "0 rows" not in page
    assert '<a href="/moditrack/check?operation=maxim">checks of maxim</a>' in page
    assert '<a href="/operation/maxim?show=names">names</a> 9,' in page
    assert "--show" not in page


def test_a_section_or_all_of_a_page(app: Any) -> None:
    page = get(app, "/agency/co14").text
    assert '<a href="?show=responsibilities">responsibilities</a></dd>' in page  # and many more
    staff = get(app, "/agency/maxim-jic?show=staff").text
    assert "<h1>Joint Intelligence Cell (Operation Maxim), staff: 8</h1>" in staff
    assert [
        "One Detective Sergeant, Intelligence Manager: in post",
        "mpa-2003-10-09#B.10",
    ] in cells(staff)
    assert "<code>moditrack agencies maxim-jic --show staff</code>" in staff
    everything = get(app, "/agency/maxim-jic?show=all").text
    assert everything.count("<h2>") == 7  # all sections but that of events, of which there is none
    wrong = get(app, "/agency/maxim-jic?show=stuff")
    assert wrong.status_code == 404
    assert "did you mean &#39;staff&#39;" in wrong.text


def test_a_figure_and_a_document_have_pages(app: Any) -> None:
    page = get(app, "/figure/removals-both-phases").text
    assert facts(page)["Value"] == "53 people"
    assert 'href="/check/mpa-2004-02-16~3Aremovals-both-phases"' in page
    page = get(app, "/document/colp-2024-02-22").text
    assert "figures 150" in facts(page)["Holds"]
    assert facts(page)["Report"].endswith("licence not known")  # no option of a command
    assert get(app, "/agency/nobody").status_code == 404


def test_a_row_lists_only_what_refers_to_it(app: Any) -> None:
    page = get(app, "/moditrack/agency/co14").text
    assert re.search(r"15 rows</a>\s+from agency in responsibility", page)
    assert " 0 rows" not in re.sub(r"\s+", " ", page)
