"""moditrack browse: searches, figures and citations on the web, and where they lead."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any

import pytest

from moditrack.browse.canned import canned
from tests import browsing
from tests.browsing import REPORT, Get

get, rows = browsing.get, browsing.rows


def test_search_finds_what_the_command_does(ask: Callable[..., Any], rows: Get) -> None:
    for text in (
        "Maxim", "traffick*", '"crime groups"', "forged passports", "no suspect identified",
        "forged zebra passports", "co-ordinated",
    ):  # fmt: skip
        said = ask("search", text)
        assert said
        assert rows("search", text=text) == said
    for text in ('"', "(", "zebra:giraffe", "ZEBRA(", "'"):
        assert rows("search", text=text) == []


def test_search_of_a_kind_a_document_and_a_number(rows: Get) -> None:
    found = rows("search", text="Maxim", kind="Operation", document="mpa-2004-02-16")
    assert found == []  # the operation's first citation is in another document
    first = rows("search", text="Maxim", kind="Operation", limit="1")
    assert [(row["kind"], row["title"], row["citation"]) for row in first] == [
        ("operation", "Operation Maxim", "mpa-2003-05-08#B.30")
    ]
    there = rows("search", text="Maxim", document="mpa-2004-02-16", limit="500")
    assert {row["citation"].partition("#")[0] for row in there} == {"mpa-2004-02-16"}
    assert len(rows("search", text="Maxim")) == len(rows("search", text="Maxim", limit="x")) == 20
    (most,) = {(row["matched"], row["words"]) for row in rows("search", text="forged zebra")}
    assert most == (1, 2)


def test_the_search_of_a_table_knows_spellings(get: Get) -> None:
    def found(text: str) -> list[str]:
        address = "moditrack/search_entry.json"
        rows = get(address, _search=text, _shape="array", _size="max").json()
        return [row["title"] for row in rows]

    assert "CO14 Clubs and Vice" in found("CO 14")
    assert found("co-ordinated") == found("coordinated") != []
    assert found('"') == []


def test_what_is_consistent_too(ask: Callable[..., Any], rows: Get) -> None:
    assert rows("check", all="1") == ask("check", "--all")


def test_the_figures_behind_the_comparison(ask: Callable[..., Any], rows: Get) -> None:
    found = rows("compare")
    assert [(row["reading"], row["colp"], row["national"], row["offences"]) for row in found] == [
        ("2023", 0.13, 0.24, 9), ("2019-2023", 0.13, 0.24, 41),
    ]  # fmt: skip
    for row, said in zip(found, ask("compare"), strict=True):
        assert row == {key: said[key] for key in row}
    assert "moditrack compare" in canned()["compare"]["description"]


def test_the_outcomes_of_2023(rows: Get) -> None:
    found = rows("outcomes", year="2023")
    assert [(row["code"], row["offences"]) for row in found] == [
        ("1", 0), ("14", 1), ("16", 0), ("18", 6), ("20", 2), (None, 0),
    ]  # fmt: skip
    assert found[-1]["outcome"] == "Resolved"
    assert {tuple(row["sources"]) for row in found} == {(f"{REPORT}#19.outcome",)}


def test_names_for_ids_and_facets(get: Get) -> None:
    page = get("moditrack/figure", measure="removals").text
    assert '<a href="/moditrack/measure/removals">Removals</a>&nbsp;<em>removals</em>' in page
    assert ">MPS response to organised immigration crime</a>&nbsp;<em>mpa-2003-10-09</em>" in page
    facets = get("moditrack/figure.json").json()["facet_results"]
    assert {"document", "status", "measure"} <= set(facets)
    labels = {r["value"]: r["label"] for r in facets["document"]["results"]}
    assert labels[REPORT] == "Modern Day Slavery and Human Trafficking update"
    assert "document" not in get("moditrack/victim.json").json()["facet_results"]  # all of one
    row = get("moditrack/agency/co14").text
    assert "Metropolitan Police Service</a>&nbsp;<em>mps</em>" in row


def test_a_citation_leads_to_what_it_holds(get: Get) -> None:
    citation = f"{REPORT}#19.outcome"
    page = get("moditrack/outcomes", year="2023").text
    link = f"/moditrack/citation?citation={REPORT}%2319.outcome"
    assert f'<a href="{link}">{citation}</a>' in page
    held = get("moditrack/citation", citation=citation).text
    assert "6: Offences with outcome 18 in 2023" in held


def test_a_citation_holds_what_the_command_says(rows: Get) -> None:
    held = rows("citation", citation="mpa-2004-02-16#notes.3.b5")
    assert [row["kind"] for row in held] == [
        "figure", "figure", "name", "responsibility", "check", "check", "check", "check", "numeral",
    ]  # fmt: skip
    assert {key: held[1][key] for key in ("holds", "id", "passage", "heading")} == {
        "holds": "53: Removals including Phase 1, as totalled in the press release",
        "id": "mpa-2004-02-16:removals-both-phases",
        "passage": "bullet",
        "heading": "Background",
    }
    assert held[2]["holds"] == "Total including Phase 1 (by reference)"
    assert held[4]["holds"] == (  # the most severe first
        "inconsistent: Removals including Phase 1: the figures give 52, 53 is printed"
    )


def test_a_citation_that_holds_nothing_is_still_a_passage(rows: Get) -> None:
    (row,) = rows("citation", citation="mpa-2003-05-08#A")
    assert (row["kind"], row["holds"], row["passage"]) == (None, None, "heading")


def test_the_source_of_one_id(rows: Get) -> None:
    (row,) = rows("sources", document=REPORT)
    assert (row["reference"], row["passages"]) == ("Pol 25-24", 65)
    assert [author["name"] for author in row["authors"]][1] == "Amanda Horsburgh"


def test_hits_lead_on(get: Get) -> None:
    page = get("moditrack/search", text="maxim").text
    assert '<a href="/operation/maxim">moditrack operations maxim</a>' in page


def test_internal_tables_are_hidden(get: Get) -> None:
    tables = {t["name"]: t["hidden"] for t in get("moditrack.json").json()["tables"]}
    hidden = {name for name, is_hidden in tables.items() if is_hidden}
    assert {"meta", "dictionary", "search_name", "search_entry_fts_data"} <= hidden
    assert not {"figure", "measure", "search_entry", "passage_text"} & hidden


@pytest.mark.parametrize(
    ("question", "given", "line"),
    [
        ("figures", {"document": "colp"}, "figures --document colp"),
        ("figures", {"agency": "Clubs and Vice"}, "figures --agency 'Clubs and Vice'"),
        ("figures", {"measure": "Arrests"}, "figures --measure Arrests"),
        ("figures", {"words": "passports"}, "figures passports"),
        ("timeline", {"from": "April 2003"}, "timeline --from 'April 2003'"),
        ("timeline", {"to": "April 2003"}, "timeline --to 'April 2003'"),
        ("timeline", {"from": "2003/04"}, "timeline --from 2003/04"),
        ("agencies", {"strand": "Removals", "role": "Supports"},
         "agencies --strand Removals --role supports"),
        ("outcomes", {"outcome": "resolved"}, "outcomes --outcome Resolved"),
        ("victims", {"sex": "Female"}, "victims --sex female"),
    ],
)  # fmt: skip
def test_the_data_of_a_page_are_those_of_its_command(
    rows: Get, ask, question: str, given: dict[str, str], line: str
) -> None:
    """Names, dates and words are looked up as the command does, for the data of a page, too."""
    expected = ask(*shlex.split(line))
    assert expected
    assert rows(question, **given) == expected


def test_a_name_that_nothing_has_finds_nothing(rows: Get) -> None:
    assert rows("figures", agency="zebra") == rows("timeline", **{"from": "zebra"}) == []
    assert rows("figures", words="zebra") == []
