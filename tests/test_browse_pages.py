"""The page of a question in `moditrack browse`: the table of its command, and what leads on."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from moditrack.browse.server import datasette

Get = Callable[..., str]


@pytest.fixture(scope="module")
def get() -> Get:
    """The page of a question, asked with these values of its filters."""
    app = datasette(None)

    def call(question: str, **given: str) -> str:
        answer = asyncio.run(app.client.get(f"/moditrack/{question}?{urlencode(given)}"))
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    return call


def cells(page: str) -> list[list[str]]:
    """The rows of the tables that people see, their cells without markup."""
    tables = "".join(re.findall(r'<table class="screen">(.*?)</table>', page, re.S))
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", tables, re.S)
    return [
        [re.sub("<[^>]*>", "", cell) for cell in re.findall("<t[hd].*?</t[hd]>", row)]
        for row in rows
    ]


def test_a_page_has_the_table_that_people_see(get: Get) -> None:
    page = get("outcomes")
    shown = cells(page)
    assert shown[0] == [
        "Outcome, as printed", "2019", "2020", "2021", "2022", "2023", "All", "Share", "95%",
    ]  # fmt: skip
    assert [
        "18: Investigation complete no suspect identified", "14", "1", "1", "3", "6", "25", "61%",
        "46-74",
    ] in shown  # fmt: skip
    assert ["Total", "18", "5", "3", "6", "9", "41", "100%", ""] in shown
    assert re.search(r'<tr class="strong"><td class="" data-head="Outcome, as printed">Total', page)
    assert '<td class="number" data-head="2019">14</td>' in page
    assert '<td class="number none" data-head="2020">·</td>' in page
    (source,) = re.findall(r"<li>Source: (.*)</li>", page)
    assert source.endswith(">colp-2024-02-22#19.outcome</a>")
    by_state = get("commitments", state="not-yet-due")

    (row,) = (row for row in cells(by_state) if "800 removals a month" in row[0])
    assert row[1] == "2004-03"
    assert row[-1] == "mpa-2003-05-08#B.16"
    assert 'href="/moditrack/citation?citation=mpa-2003-05-08%23B.16"' in by_state


def test_notes_lead_to_checks_and_passages(get: Get) -> None:
    page = get("outcomes")
    assert '<span class="mark">!</span> Does not fit: <a href="/check/share-base"' in page
    one = '1 other finding on these passages: <a href="/check/what-is-counted"'
    assert one in page
    some = get("outcomes", outcome="1")
    said = "three people with charges authorised, and several charges, elsewhere in the report"
    assert f'{said}: <a href="/check/charges"' in some
    assert '(<a href="/moditrack/citation?citation=colp-2024-02-22%2319.b1">' in page
    assert "moditrack check" not in page
    assert "The report cautions" not in page  # all three are there
    listed = page.partition('<ul class="notes">')[2]
    assert listed.index("Counts below 10") < listed.index("Could be chance: 6 to 9")
    assert listed.index("Could be chance: 6 to 9") < listed.index("No suspect identified: outcome")


def test_findings_are_lines_and_what_was_found_is_bold(get: Get) -> None:
    page = get("check")
    assert "5 numbers that people quote (!) do not fit or cannot be placed, 12 more" in page
    assert [row[:3] for row in cells(page) if "removals-both-phases" in row] == [["!", "53", "52"]]
    # What differs is a sentence, which a page breaks; the first of several sources is a link.
    assert '<td class="" data-head="What differs">53 is printed; 31 in Phase 1' in page
    assert ">mpa-2004-02-16#notes.3.b5</a> +1</td>" in page
    # A check is listed without its document, and leads to its page all the same.
    assert 'href="/check/colp-2024-02-22~3Aincrease-2023"' in page
    assert "36 cautions: tick &#39;all&#39;." in page
    assert (
        '<td class="number" data-head="Printed"><strong class="cannot-be">53</strong></td>' in page
    )
    assert '<strong class="to-mind">differs</strong>' in page
    assert "--all" not in page
    found = get("search", text="maxim")
    assert "<h1>Search: maxim: 20 of 431 matches, the best first</h1>" in found
    assert 'Operation <strong class="hit">Maxim</strong>' in found
    assert '<a href="/operation/maxim">moditrack operations maxim</a>' in found


def test_intervals_are_drawn_in_their_rows(get: Get) -> None:
    page = get("compare")
    assert cells(page)[0][:3] == ["Offences", "Dashed line: national", "Ratio"]
    # 218 pixels for 1.25: 1 is at 174, and 0.13 / 0.24 = 0.5417 at 94; each begins at 1
    assert page.count('<path d="M175 0V20" stroke="#1a1a1a" stroke-dasharray="4 3"/>') == 2
    assert page.count('<circle cx="95" cy="10" r="4" fill="#1a1a1a"/>') == 2


def test_filters_offer_what_there_is_and_take_what_sql_cannot(get: Get) -> None:
    page = get("compare", crimes="6900")
    assert '<input type="text" name="crimes" value="6900">' in page
    assert "By your number of crimes it means 2023." in page
    assert "--crimes cannot be &#39;many&#39;" in get("compare", crimes="many")
    page = get("commitments", document="mpa-2004-02-16", due="1")
    choices = page.partition('<select name="document">')[2].partition("</select>")[0]
    assert choices.count("<option") == 5  # any of the four
    assert '<option value="mpa-2004-02-16" selected>mpa-2004-02-16: MPA calls for closer' in choices
    assert '<input type="checkbox" name="due" value="1" checked> due' in page
    assert '<input type="checkbox" name="all" value="1"> all' in get("check")
    # Of many some are offered while one types.
    assert (
        '<option value="co14">CO14 Clubs and Vice</option>'
        in page.partition('<datalist id="agency-choices">')[2]
    )
    assert '<option value="2023" selected>2023</option>' in get("outcomes", year="2023")
    assert '<option value="operation" selected>' in get("search", text="maxim", kind="Operation")
    # What is typed in the address stays.
    assert '<option value="Operation Maxim" selected>' in get(
        "figures", operation="Operation Maxim"
    )
    assert get("search", text="maxim", limit="many").count("20 of 431") == 1


def test_operations_and_agencies_begin_with_the_overview_of_their_commands(get: Get) -> None:
    page = get("operations")
    shown = cells(page)
    assert shown[0] == ["Operation", "Lead", "Start, end", "Results"]
    assert shown[1] == ["Maxim", "differs", "differs", "148 arrests, 53 removed (52 computed)"]
    assert shown[2] == ["Maxim, Phase 1", "", "differs, 2003-04-29*", "46 arrests, 31 removed"]
    assert '<a href="/operation/maxim">Maxim</a>' in page
    note = page.index("Does not fit: 53 is printed")  # below the table that has it
    assert page.index("Results: the largest") < page.index("What is said of each: 27")
    assert note < page.index("What is said of each: 27")
    shown = cells(get("agencies"))
    assert shown[0] == ["Area of work", "All", "Led by", "Most by, + others"]
    assert shown[1][:2] == ["Organised immigration crime", "92"]


def test_an_answer_names_fields_and_pages_and_no_options(get: Get) -> None:
    page = get("sources").partition("<form")[0]
    assert "48 things referred to are not here: below.</p>" in page
    page = get("sources")
    assert '<a href="/moditrack/caution">cautions</a>' in page
    assert '<a href="/matrix">the maps</a>' in get("agencies")
    assert "limit N shows more; a word more, or kind, shows fewer." in get("search", text="maxim")
    assert '<a href="/moditrack/check?severity=4">checks of severity 4</a>' in get("check", all="1")
    for question in ("outcomes", "victims", "compare", "figures", "timeline", "operations",
                     "agencies", "commitments", "check", "define", "sources"):  # fmt: skip
        shown = re.sub(r"<style>.*?</style>|<[^>]*>|<!--.*?-->", "", get(question), flags=re.S)
        assert not re.search(r"(?<![\w-])--[a-z]", shown.partition("What the columns")[0]), question


def test_only_what_is_true_ticks_a_box(get: Get) -> None:
    """Three of the 77 commitments were due by a date, and are not mentioned again."""
    for value in ("", "0", "xyz", "false"):
        page = get("commitments", due=value)
        assert 'name="due" value="1">' in page
        assert '<p class="answer">39 not mentioned again, ' in page
    for value in ("1", "on", "TRUE", "yes"):
        page = get("commitments", due=value)
        assert 'name="due" value="1" checked>' in page
        assert "3 were due by a date, and no later document mentions them, of 77 in all" in page
    assert "after the last document: choose 'not-yet-due'" in page.replace("&#39;", "'")


def test_only_what_is_true_filters_the_data_of_a_page() -> None:
    app = datasette(None)

    def number(question: str, query: str) -> int:
        answer = asyncio.run(app.client.get(f"/moditrack/{question}.json?_shape=array&{query}"))
        return len(answer.json())

    assert number("commitments", "due=0") == number("commitments", "") == 77
    assert number("commitments", "due=1") == 3
    assert number("check", "all=0") == number("check", "") < number("check", "all=1")


def test_a_name_with_blanks_is_found_or_named_as_it_was_typed() -> None:
    app = datasette(None)
    found = asyncio.run(app.client.get("/operation/Operation%20Maxim"))
    assert found.status_code == 200
    none = asyncio.run(app.client.get("/operation/Operation%20Harbour")).text
    assert "'Operation Harbour'" in none.replace("&#39;", "'")


def test_a_section_is_bold_in_any_case_and_the_first_of_several_documents_leads_on() -> None:
    app = datasette(None)
    page = asyncio.run(app.client.get("/agency/mps?show=STAFF")).text
    assert "<strong>staff</strong>" in page
    results = asyncio.run(app.client.get("/operation/maxim")).text
    assert re.search(r'<a href="/document/[^"]*"[^>]*>mpa-2003-10-09</a> \+1<', results)
