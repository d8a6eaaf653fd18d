"""What a draft proposes as title, date, number and authors of a document."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists


def test_document_toml(lists: Lists) -> None:
    text = (
        "Committee(s): Planning, Performance & Review Committee\tDated: 8 May 2025\n"
        "Subject: Boats on the river\tPublic\n"
        "Report of: Metropolitan Police Service Pol 25-24\tFor Discussion\n"
        "Report author: Ann Lee, Harbour Master; Bo Ray Head of Boats\t\n\n"
        "Summary\n\nThere were 3 boats.\n"
    )
    draft = propose(read_bytes(text.encode()), lists)
    wanted = ("title", "kind", "publisher", "force", "committee", "reference", "date")
    assert {key: draft.toml[key] for key in wanted} == {
        "title": "Boats on the river", "kind": "report", "publisher": "mps", "force": "mps",
        "committee": "mpa-ppr", "reference": "Pol 25-24", "date": "2025-05-08",
    }  # fmt: skip
    assert draft.toml["authors"] == [
        {"name": "Ann Lee", "post": "Harbour Master", "role": "report author"},
        {"name": "Bo Ray", "post": "Head of Boats", "role": "report author"},
    ]
    assert draft.missing == {}


def test_what_document_toml_lacks_is_said(lists: Lists) -> None:
    draft = propose(read_bytes(b"Boats\n\nThere were 3 boats.\n"), lists)
    assert sorted(draft.missing) == ["date", "force", "publisher"]
    given = propose(read_bytes(b"Boats\n\nThere were 3 boats.\n"), lists, "mpa", "mps")
    assert (given.toml["publisher"], given.toml["force"]) == ("mpa", "mps")
    assert sorted(given.missing) == ["date"]


@pytest.mark.parametrize(
    ("tab", "id_", "publisher", "asked"),
    [
        ("Boats - National Crime Agency", "nca-2025-03-01", "nca", False),
        ("Boats | National Crime Agency", "tides-2025-03-01", "nca", True),
        ("Boats | Quay County Council", "qcc-2025-03-01", "quay-county-council", True),
        ("Boats | Quay County Council", "quay-2025-03-01", "quay-county-council", False),
        ("Boats - a summary", "nca-2025-03-01", "", True),
        ("National Crime Agency", "nca-2025-03-01", "", True),
    ],
)
def test_the_publisher_may_be_in_the_own_title_of_a_page_only(
    lists: Lists, tab: str, id_: str, publisher: str, asked: bool
) -> None:
    page = (
        f"<!doctype html><title>{tab}</title><h1>Boats</h1><p>There were 3 boats at the quay.</p>"
    )
    draft = propose(read_bytes(page.encode()), lists, id_=id_)
    assert (draft.toml["publisher"], "publisher" in draft.missing) == (publisher, asked)
    new = [one.row["agency"] for one in draft.proposed("new-agencies.csv")]
    assert new == ([publisher] if publisher == "quay-county-council" else [])


@pytest.mark.parametrize(
    ("text", "events", "codes"),
    [
        ("It was on 03/04/2019. On 6/27/2019 it was over.",
         [("03/04/2019", "date: is its month or its day first?"), ("6/27/2019", "")], []),
        ("It was on 27/6/2019. On 03/04/2019 it was over.",
         [("27/6/2019", ""), ("03/04/2019", "")], []),
        ("It was on 05/05/2019, and on 6/27/2019.",
         [("05/05/2019", ""), ("6/27/2019", "")], []),
        # A text that prints both ways leaves the second no date.
        ("It was on 27/6/2019, and on 6/27/2019.", [("27/6/2019", "")],
         [("6/27/2019", "is this a date, with its month first?")]),
    ],
)  # fmt: skip
def test_a_date_with_its_month_or_its_day_first_is_asked(
    lists: Lists, text: str, events: list[tuple[str, str]], codes: list[tuple[str, str]]
) -> None:
    draft = propose(read_bytes(f"The quays\n\n{text}\n".encode()), lists)
    asked = [(one.row["printed"].removeprefix("on ").removeprefix("On "),
              one.needs_a_person.removeprefix("reword the description").removeprefix("; "))
             for one in draft.proposed("events.csv") if "/" in one.row["printed"]]  # fmt: skip
    assert asked == events
    found = [(one.row["printed"], one.needs_a_person) for one in draft.proposed("numerals.csv")]
    assert found == codes


@pytest.mark.parametrize(
    ("opening", "title", "date"),
    [
        ("Official Statistics\n\nArrests of 2024\n\nPublished 6 May 2025\n\nAll is well.",
         "Arrests of 2024", "2025-05-06"),
        ("RIVER POLICE DEPARTMENT\n\nJune 2024 Activity Report\n\nIt began on 1 May 2016.",
         "June 2024 Activity Report", ""),
        ("Boats seized in a week 21 May 2025, 00:08\n\nThere were 3 boats.",
         "Boats seized in a week", "2025-05-21"),
        ("Published 6 May 2025\n\nArrests were made. Boats were seized.", "", "2025-05-06"),
        ("State of Harl Ann Lee, Governor\n\nHARL BOAT COUNCIL 2024 REPORT\n\nAll is well.",
         "HARL BOAT COUNCIL 2024 REPORT", ""),
    ],
)  # fmt: skip
def test_title_and_date_are_what_the_opening_says(
    lists: Lists, opening: str, title: str, date: str
) -> None:
    draft = propose(read_bytes(f"{opening}\n".encode()), lists)
    assert (draft.toml["title"], draft.toml["date"]) == (title, date)
    assert ("title" in draft.missing) == (title != "Boats seized in a week")


@pytest.mark.parametrize(
    ("line", "date", "asked"),
    [
        ("Quay Police (QP), 2 June 2025.", "2025-06-02", ""),
        ("Dr Ann Lee | June 2025", "2025-06-01", "the day: 'June 2025' is printed"),
        ("Published in March 2025.", "2025-03-01", "the day: 'March 2025' is printed"),
        ("On 31 March 2025 the port had:", "", "a day like 2003-05-08"),
        ("Boats were few in June 2025", "", "a day like 2003-05-08"),
    ],
)
def test_the_date_is_that_of_the_report(lists: Lists, line: str, date: str, asked: str) -> None:
    page = f"<html><body><h1>Boats</h1><h2>All</h2><p>{line}</p><p>All is well.</p></body></html>"
    draft = propose(read_bytes(page.encode()), lists)
    assert (draft.toml["date"], draft.missing.get("date", "")) == (date, asked)


def test_a_report_may_say_its_number_and_who_wrote_it(lists: Lists) -> None:
    page = (
        "<html><body><h1>Boats</h1><p>All.</p><p>Printing order #10-072. 250 copies.</p>"
        "<p>Prepared by: Ann Lee, Report Writer</p><p>All is well.</p></body></html>"
    )
    toml = propose(read_bytes(page.encode()), lists).toml
    assert toml["reference"] == "10-072"
    assert toml["authors"] == [
        {"name": "Ann Lee", "post": "Report Writer", "role": "report author"}
    ]


@pytest.mark.parametrize(
    "given", ["Microsoft Word - letterhead3.doc", "Word Document", "Document 1", "Search"]
)
def test_the_name_of_a_file_is_no_title(lists: Lists, given: str) -> None:
    head = f"<html><head><title>{given}</title></head>"
    page = f"{head}<body><h1>Boats of 2024</h1><p>All is well.</p></body></html>"
    assert propose(read_bytes(page.encode()), lists).toml["title"] == "Boats of 2024"


def test_lines_set_as_one_are_no_sure_title(lists: Lists) -> None:
    text = "Quay board Ann Lee Harbour Committee Berths and Boats Tuesday 13th March 2018 Town Hall"
    draft = propose(read_bytes(f"{text}\n\n1. Boats\n\nFour came.\n".encode()), lists)
    assert draft.toml["title"]
    assert draft.missing["title"] == "is it this?"


def test_the_id_says_the_day_of_a_report_without_one(lists: Lists) -> None:
    read = read_bytes(b"Boats of the quay\n\nOn 3 May the quay fund was opened.\n")
    draft = propose(read, lists, id_="quay-2025-06-02")
    assert (draft.toml["date"], draft.missing.get("date")) == ("2025-06-02", None)
    read = read_bytes(b"Boats of the quay\n\nData as at 31 May 2025\n\nAll is well.\n")
    assert propose(read, lists).toml["date"] == ""


@pytest.mark.parametrize(
    ("text", "title", "date", "reference"),
    [
        ("May 2021 Quay Meeting\n\nMinutes of the meeting held on Tuesday 4th May 2021 in the hall"
         "\n\n1. Apologies came from two boatmen.\n\nAll is well.",
         "May 2021 Quay Meeting", "2021-05-04", ""),
        ("<h1>Boats Follow-Up</h1><p>As of December 31, 2013</p><p>(Report #1204 issued February"
         " 15, 2012)</p><p>Report #1414 March 19, 2014</p><h2>All</h2><p>All is well.</p>",
         "Boats Follow-Up", "2014-03-19", "1414"),
    ],
)  # fmt: skip
def test_the_lines_of_an_opening_are_read_one_by_one(
    lists: Lists, text: str, title: str, date: str, reference: str
) -> None:
    draft = propose(read_bytes(f"{text}\n".encode()), lists)
    found = draft.toml["title"], draft.toml["date"], draft.toml["reference"]
    assert found == (title, date, reference)


def test_who_meets_is_no_title(lists: Lists) -> None:
    page = (
        "<html><body><h1>Harl Fire Authority - Boats and Tides Committee</h1>"
        "<h2>Boats of the quay</h2><p>All is well.</p></body></html>"
    )
    draft = propose(read_bytes(page.encode()), lists)
    assert draft.toml["title"] == "Boats of the quay"
    assert draft.missing["title"] == "is it this?"


def test_each_officer_of_a_paper_is_an_author(lists: Lists) -> None:
    page = (
        "<h1>Boats</h1><p>Lead Officer: Ann Lee, Chief Fire Officer</p>"
        "<p>Contact Officer: Bo Ray, Planning Manager</p><h2>All</h2><p>All is well.</p>"
    )
    assert propose(read_bytes(page.encode()), lists).toml["authors"] == [
        {"name": "Ann Lee", "post": "Chief Fire Officer", "role": "report author"},
        {"name": "Bo Ray", "post": "Planning Manager", "role": "report author"},
    ]


@pytest.mark.parametrize(
    ("text", "publisher", "force", "missing"),
    [
        (
            "# Nets\n\nHarl Town Council\n\n2 June 2025\n\n## Boats\n\nAll is well.\n",
            "harl-town-council",
            "harl-town-council",
            ["force"],
        ),
        (
            "Nets\n\n2 June 2025\n\nHarl Valley Police’s crews met.\n",
            "harl-valley-police",
            "harl-valley-police",
            ["force", "publisher"],
        ),
        (
            "# Nets\n\nHarl Audit Office\n\n2 June 2025\n\n## Boats\n\nAll is well.\n",
            "harl-audit-office",
            "",
            ["force"],
        ),
        (
            "# Nets\n\n2 June 2025\n\n## Department for Tides\n\nAll of the boats came.\n",
            "department-for-tides",
            "department-for-tides",
            ["force"],
        ),
        (
            "Nets\n\n2 June 2025\n\nAll of the crews of the whole coast met in the spring and were"
            " led by the Harl Valley Police.\n",
            "",
            "",
            ["force", "publisher"],
        ),
    ],
)
def test_a_new_body_that_opens_a_report_is_whose_it_is(
    lists: Lists, text: str, publisher: str, force: str, missing: list[str]
) -> None:
    draft = propose(read_bytes(text.encode()), lists)
    assert (draft.toml["publisher"], draft.toml["force"]) == (publisher, force)
    assert sorted(draft.missing) == missing


def test_a_publisher_whose_figures_they_can_be_has_those_of_nobody_else(lists: Lists) -> None:
    text = "# Nets\n\nHarl Town Council\n\n2 June 2025\n\n## All\n\nThere were 3 boats.\n"
    draft = propose(read_bytes(text.encode()), lists)
    assert [one.row["agency"] for one in draft.proposed("figures.csv")] == ["harl-town-council"]
    assert draft.missing["force"] == "is it this?"
    text += "\nAll of the crews of the coast met in spring, led by the Harl Valley Police.\n"
    draft = propose(read_bytes(text.encode()), lists)
    assert [one.row["agency"] for one in draft.proposed("figures.csv")] == [""]
    assert draft.toml["force"] == ""


def test_the_number_of_a_paper_names_no_force(lists: Lists) -> None:
    draft = propose(read_bytes(b"Nets\n\nMPS 53/2003\n\nThere were 3 boats.\n"), lists)
    assert (draft.toml["force"], draft.toml["reference"]) == ("", "MPS 53/2003")
    assert draft.proposed("names.csv") == []


def test_a_new_body_is_asked_where_the_id_is_of_another(lists: Lists) -> None:
    text = b"# Nets\n\nHarl Town Council\n\n2 June 2025\n\n## Boats\n\nAll is well.\n"
    for id_, asked in (("htc", False), ("harl", False), ("quay", True)):
        draft = propose(read_bytes(text), lists, id_=f"{id_}-2025-06-02")
        assert draft.toml["publisher"] == "harl-town-council"
        assert ("publisher" in draft.missing) == asked


def test_a_sentence_about_members_is_a_title(lists: Lists) -> None:
    page = "<h1>More than 50 members of boat gangs caught in a week</h1><p>2 June 2025</p>"
    draft = propose(read_bytes(f"{page}<p>50 men were caught</p>".encode()), lists)
    assert draft.toml["title"] == "More than 50 members of boat gangs caught in a week"


@pytest.mark.parametrize(
    ("id_", "publisher", "asked"),
    [
        ("home-office-2025-06-02", "home-office", ""),
        ("quay-2025-06-02", "home-office", "is it this?"),
    ],
)
def test_an_agency_in_the_title_is_the_publisher_where_the_id_says_so(
    lists: Lists, id_: str, publisher: str, asked: str
) -> None:
    text = b"Boats of the Home Office\n\n2 June 2025\n\nThe Metropolitan Police met 12 crews.\n"
    draft = propose(read_bytes(text), lists, id_=id_)
    assert draft.toml["publisher"] == publisher
    assert draft.missing.get("publisher", "") == asked
    assert draft.toml["force"] == ""  # a force that the text mentions is not whose report it is


def test_the_day_of_publication_is_no_reference(lists: Lists) -> None:
    page = "<h1>Boats</h1><p>Date of publication: 29th January 2025</p><p>We saw 3 boats.</p>"
    draft = propose(read_bytes(page.encode()), lists)
    assert (draft.toml["reference"], draft.toml["date"]) == ("", "2025-01-29")


def test_a_title_may_begin_like_a_letterhead(lists: Lists) -> None:
    page = (
        "<title>Police Recorded Boat Collisions Westholm</title>"
        "<h1>Police Recorded Boat Collisions Westholm</h1><h2>Numbers</h2><p>We saw 3 boats.</p>"
    )
    draft = propose(read_bytes(page.encode()), lists)
    assert draft.toml["title"] == "Police Recorded Boat Collisions Westholm"
