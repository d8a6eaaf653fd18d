"""moditrack browse as a user starts it, asked over HTTP and in Chromium."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from moditrack.db.connection import shipped_path
from tests.conftest import ROOT
from tests.web.conftest import follow

TITLE = "Human trafficking and London's police, in four public reports (2003 to 2024)"


def started(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """The command over a copy of the database, and the address that it prints."""
    copy = shutil.copy(shipped_path(), folder / "copy.db")
    process = subprocess.Popen(
        [sys.executable, "-m", "moditrack", "browse", "--port", "0", "--no-open", "--db", copy],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    process, address = started(tmp_path_factory.mktemp("browse"))
    yield address
    process.terminate()
    process.communicate(timeout=30)


def get(address: str) -> str:
    with urlopen(address, timeout=30) as answer:
        return str(answer.read().decode())


def read(address: str) -> Any:
    return json.loads(get(address))


def test_the_first_page(address: str) -> None:
    page = get(address)
    assert address.startswith("http://127.0.0.1:")
    assert "<h1>Human trafficking and London&#39;s police" in page
    assert '<a href="/moditrack/outcomes">Offences by outcome and year</a>' in page


def test_a_table_with_facets_and_names(address: str) -> None:
    found = read(f"{address}moditrack/responsibility.json?_labels=on&agency=co14&_size=1")
    (row,) = found["rows"]
    assert row["agency"] == {"value": "co14", "label": "CO14 Clubs and Vice"}
    assert {"document", "status", "role"} <= set(found["facet_results"])
    page = get(f"{address}moditrack/responsibility")
    assert "A responsibility: an agency&#39;s role in its strands or an operation" in page
    assert "day as of which it is stated" in page


def test_a_question(address: str) -> None:
    rows = read(f"{address}moditrack/outcomes.json?_shape=array&year=2023")
    assert [(row["stated_label"].split(":")[0].split(".")[0], row["offences"]) for row in rows] == [
        ("1", 0), ("14", 1), ("16", 0), ("18", 6), ("20", 2), ("Resolved", 0),
    ]  # fmt: skip


def test_full_text_search(address: str) -> None:
    page = get(f"{address}moditrack/search_entry")
    assert 'name="_search"' in page
    hits = read(f"{address}moditrack/search_entry.json?_search=Maxim&_shape=array&_size=max")
    assert "Operation Maxim" in [hit["title"] for hit in hits]
    assert not read(f"{address}moditrack/search_entry.json?_search=Zanzibar&_shape=array")


def test_sql_reads_and_does_not_write(address: str) -> None:
    asked = "moditrack.json?_shape=array&sql=select+count(*)+as+reports+from+document"
    assert read(f"{address}{asked}") == [{"reports": 4}]
    with pytest.raises(HTTPError, match="400"):
        get(f"{address}moditrack.json?sql=delete+from+document")


def test_only_this_machine_is_answered(address: str) -> None:
    port = int(address.rstrip("/").rpartition(":")[2])
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", port), timeout=5).close()


@pytest.mark.parametrize(
    ("path", "title", "text"),
    [
        ("", TITLE, "Metropolitan Police Authority, 2003-05-08"),
        ("moditrack", "moditrack", "Offences by outcome and year"),
        ("moditrack/figure", "figure: 236 rows", "number in the unit of its measure"),
        ("moditrack/figure", "figure: 236 rows", "Removals"),
        ("moditrack/outcomes?year=2023", "Offences by outcome and year", "67%"),
        ("moditrack/agency/co14", "moditrack: agency", "Metropolitan Police Service"),
        ("moditrack/search?text=maxim", "Search everything", "moditrack operations maxim"),
        ("moditrack?sql=select+41+%2B+1", "moditrack", "42"),
    ],
    ids=lambda value: value,
)
def test_pages_in_a_browser(watched: Any, address: str, path: str, title: str, text: str) -> None:
    watched.page.goto(address + path, wait_until="networkidle")
    assert title in watched.page.title()
    assert text in watched.page.inner_text("body")
    assert watched.errors == []
    assert watched.requests
    assert all(request.startswith(address) for request in watched.requests)


@pytest.mark.parametrize(
    "path",
    ["check/share-base", "matrix", "moditrack/check", "moditrack/outcomes", "moditrack/compare",
     "moditrack/search?text=maxim", "moditrack/figures", "moditrack/operations", "operation/maxim",
     "agency/co14?show=responsibilities"],
)  # fmt: skip
def test_rows_are_lists_on_a_phone(watched: Any, address: str, path: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 800})
    watched.page.goto(address + path)
    cut = """[...document.querySelectorAll("body *")]
        .filter(e => e.offsetParent && e.getBoundingClientRect().right > innerWidth + 0.5)
        .map(e => e.outerHTML.slice(0, 80))"""
    assert watched.page.evaluate(cut) == []
    named = """[...document.querySelectorAll(".screen td:not(:empty):not([data-head=''])")]
        .map(cell => getComputedStyle(cell, "::before").content)"""
    heads = watched.page.evaluate(named)
    assert heads
    assert all(len(head) > len('": "') for head in heads)


def test_the_map_of_19_areas_is_as_wide_as_the_page(watched: Any, address: str) -> None:
    watched.page.set_viewport_size({"width": 1200, "height": 900})
    watched.page.goto(f"{address}matrix?document=mpa-2003-05-08")
    assert watched.page.locator("table.map th[scope=col]").count() == 20  # and the agency
    hidden = """[...document.querySelectorAll(".table-wrapper")]
        .filter(e => e.scrollWidth > e.clientWidth).length"""
    assert watched.page.evaluate(hidden) == 0


def test_a_finding_leads_to_its_check_and_the_check_to_a_passage(
    watched: Any, address: str
) -> None:
    page = watched.page
    page.goto(f"{address}moditrack/check")
    follow(page.locator("text=share-base").first)
    assert "Ask the authors" in page.inner_text("dl.facts")
    follow(page.locator("text=colp-2024-02-22#19.p2").first)
    assert "moditrack/citation?citation=colp-2024-02-22%2319.p2" in page.url
    assert watched.errors == []


def test_a_visitor_goes_from_a_question_to_the_paragraph(watched: Any, address: str) -> None:
    page = watched.page
    page.goto(address)
    follow(page.locator("text=Offences by outcome and year"))
    page.select_option("select[name=year]", "2023")
    follow(page.locator("input[type=submit]"))
    follow(page.locator("text=colp-2024-02-22#19.outcome").first)
    assert "6: Offences with outcome 18 in 2023" in page.inner_text("table")
    assert watched.errors == []


@pytest.mark.parametrize(
    ("path", "status"),
    [("moditrack/nothing", 404), ("moditrack?sql=selec", 400),
     ("moditrack?sql=select+nothing", 400), ("moditrack/outcomes?_timelimit=abc", 404)],
)  # fmt: skip
def test_what_is_asked_wrongly_is_said_on_the_page_alone(
    tmp_path: Path, path: str, status: int
) -> None:
    process, address = started(tmp_path)
    with pytest.raises(HTTPError) as raised:
        get(address + path)
    assert raised.value.code == status
    raised.value.close()
    assert "moditrack/outcomes" in get(address)  # it goes on
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=30) == ("", "")
    assert process.returncode == 0


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    process, address = started(tmp_path)
    assert get(f"{address}moditrack/figure")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]
