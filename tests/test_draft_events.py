"""What happened on a date, in words of the draft's own order; a person rewords the rest."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted

REWORD = "reword the description"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The operation began on 14 May 2024.", "Operation began"),
        ("On 3 June 2024, the unit was set up.", "Unit set up"),
        (
            "On 3 June 2024, the mayor declared an emergency following the flood.",
            "Emergency declared by the mayor",
        ),
        ("On 3 June 2024, at 6:36 AM, we searched two boats.", "Two boats searched"),
        ("The data was queried on 22 July 2024.", "Data queried"),
        (
            "The Quay and Harl Boats Act took effect on 3 June 2024, with others.",
            "Quay and Harl Boats Act took effect",
        ),
        ("The other teams, which form the first group, were set up in 2023.", "Other teams set up"),
        (
            "Since 2019, the year the Quay Act was passed, theft has fallen by 56%.",
            "Quay Act passed",
        ),
        (
            "On 3 June 2024, the mayor announced up to £28 million for the harbour police, too.",
            "Mayor announced up to £28 million for the harbour police",
        ),
        ("The port team was formed in the second half of 2024.", "Port team formed"),
        ("3 June 2024 - Harbour school graduation", "Harbour school graduation"),
    ],
)
def test_what_happened_is_said_in_other_words(lists: Lists, text: str, event: str) -> None:
    one = drafted(lists, text).proposed("events.csv")[-1]
    assert (one.row["event"], one.needs_a_person) == (event, "")


@pytest.mark.parametrize(
    "text",
    [
        "It was on 3 June 2024 that the unit and its two boats went to the quay at night.",
        "On 3 June 2024 it closed.",
        "The law of 3 June 2024 is old.",
    ],
)
def test_what_no_pattern_fits_is_to_be_reworded(lists: Lists, text: str) -> None:
    assert drafted(lists, text).proposed("events.csv")[-1].needs_a_person == REWORD


def test_a_period_since_the_1980s_is_read(lists: Lists) -> None:
    found = drafted(lists, "Since the 1980s the unit has met.").proposed("events.csv")
    assert [one.row["date"] for one in found][1:] in ([], ["1980-01-01/.."])


def test_a_year_that_is_a_period_elsewhere_may_be_an_event(lists: Lists) -> None:
    text = "There were 12 arrests in 2021. The Quay board was created in 2021. It grew in 2021."
    draft = drafted(lists, text)
    events = [(one.row["date"], one.row["event"]) for one in draft.proposed("events.csv")[1:]]
    assert events == [("2021", "Quay board created")]


@pytest.mark.parametrize(
    ("text", "printed", "date"),
    [
        ("A meeting will be held on Monday, March 17.", "Monday, March 17", "2025-03-17"),
        ("A meeting was held on Friday, February 28.", "Friday, February 28", "2025-02-28"),
    ],
)
def test_a_day_without_a_year_is_that_of_its_tense(
    lists: Lists, text: str, printed: str, date: str
) -> None:
    one = drafted(lists, text).proposed("events.csv")[-1]
    assert (one.row["printed"], one.row["date"]) == (printed, date)
    assert "the year of" in one.needs_a_person


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The work for the Quay Boats Fund (launched on 17 May 2024) began.",
         "Quay Boats Fund launched"),
        ("Our 10-year Quay Boats strategy published on 11 May 2024 sets out much.",
         "10-year Quay Boats strategy published"),
        ("Last updated 2 February 2024", "Document last updated"),
        ("Date of next publication: 9:30am on 6 May 2024", "Next publication"),
        ("Closing Date: Wednesday 9 April 2025", "Closing Date"),
    ],
)  # fmt: skip
def test_what_a_label_or_a_bracket_says_of_a_date(lists: Lists, text: str, said: str) -> None:
    found = drafted(lists, f"1. The quay.\n\n{text}\n").proposed("events.csv")
    assert found[-1].row["event"] == said


def test_a_closing_date_without_a_year_is_still_to_come(lists: Lists) -> None:
    found = drafted(lists, "1. The quay.\n\nClosing date: 9 April\n").proposed("events.csv")
    assert (found[-1].row["date"], found[-1].row["event"]) == ("2025-04-09", "Closing date")


def test_the_periods_of_a_sentence_about_the_report_are_no_events(lists: Lists) -> None:
    text = "This bulletin covers boats of 2019. Raw data from 2014 onwards is available."
    draft = drafted(lists, text)
    assert [one.row["date"] for one in draft.proposed("events.csv")][1:] == []
    assert [one.row["reason"] for one in draft.proposed("numerals.csv")] == [
        "Period that the report says that it covers"
    ] * 2


def test_what_happened_on_another_day_is_not_said_of_a_date(lists: Lists) -> None:
    text = (
        "The rules were changed on 1 May 2020 with the crews falling under them from 4 June 2021."
    )
    found = drafted(lists, text).proposed("events.csv")[1:]
    assert [(one.row["event"], one.sure) for one in found[:1]] == [("Rules changed", True)]
    assert not found[1].sure


def test_the_period_of_figures_without_a_year_is_no_event(lists: Lists) -> None:
    page = (
        "<h1>Nets</h1><p>1 March 2025</p><h2>Finds</h2><p>Patrols between February 3 and February 9"
        " found:</p><ul><li>12 boats</li><li>3 nets</li></ul>"
    )
    draft = propose(read_bytes(page.encode()), lists)
    assert len(draft.proposed("events.csv")) == 1
    assert [(one.row["period"], one.sure) for one in draft.proposed("figures.csv")] == [
        ("2025-02-03/2025-02-09", True)
    ] * 2


def test_why_something_was_done_is_no_part_of_the_event(lists: Lists) -> None:
    text = "The fund was set up in 2019 to help the crews."
    assert drafted(lists, text).proposed("events.csv")[-1].row["event"] == "Fund set up"


def test_what_a_report_is_said_to_cover_is_no_event(lists: Lists) -> None:
    text = (
        "The chair brought the paper and told all that the report covered work from 1 May 2019 to 3"
        " May 2020, under the Harl Boat Plan 2017-2021."
    )
    assert len(drafted(lists, text).proposed("events.csv")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Boats were late for years (The Quay Fund, 2021).",
        "Nets by A. Lee (Quay Press 2021), at length.",
        "Harl tides, accessed 4 May 2021.",
        "See https://quay.example/a and https://quay.example/b, 4 May 2021.",
    ],
)
def test_the_date_of_a_document_that_is_referred_to_is_no_event(lists: Lists, text: str) -> None:
    draft = drafted(lists, text)
    assert [one.row["date"] for one in draft.proposed("events.csv")] == ["2025-03-01"]
    reasons = {one.row["reason"] for one in draft.proposed("numerals.csv")}
    assert reasons == {"Date of a document that is referred to"}


def test_an_event_with_an_address_is_one(lists: Lists) -> None:
    text = "On 4 May 2021, the harbour was opened (https://quay.example/a)."
    assert len(drafted(lists, text).proposed("events.csv")) == 2


def test_the_span_of_a_title_is_no_event(lists: Lists) -> None:
    span = "1 January 2020 to 31 March 2020"
    page = f"<h1>Boats, {span}</h1><p>The crews met for the {span} list.</p>"
    draft = propose(read_bytes(page.encode()), lists)
    assert draft.proposed("events.csv") == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("In 1997, Harl Boats expanded the quay to 91 berths.", ["Quay expanded by Harl Boats"]),
        ("July 27-29, 2021 the Harl Group inspected the port. It found 3 boats.",
         ["Port inspected by the Harl Group"]),
        ("Though nobody knew it, in 2019 sailors painted boats of the port. In 2019 it had 3.",
         ["Boats of the port painted by sailors"]),
        ("In 1997, Harl Boats received a total of 91 reports.", []),
        ("In 1997, the port reported the theft of 91 boats.", []),
    ],
)  # fmt: skip
def test_an_act_on_one_thing_is_an_event_beside_figures(
    lists: Lists, text: str, events: list[str]
) -> None:
    found = drafted(lists, text).proposed("events.csv")
    said = [one.row["event"] for one in found if one.row["event"] != "Date of the document"]
    assert said == events


def test_dates_of_charts_and_bibliographies_are_no_events(lists: Lists) -> None:
    page = (
        "<h1>Port</h1><h2>Boats</h2><p>2009 2010 2011 2012 labelled below</p>"
        "<p>Aug 2018</p><p>Mar 2019</p>"
        "<h2>References</h2><p>Lee, Ann. 2017. The quays of Harl. Boats 5 (3): 69-71.</p>"
        "<h2>Signed</h2><p>April 2022</p>"
    )
    found = propose(read_bytes(page.encode()), lists)
    assert [one.row["printed"] for one in found.proposed("events.csv")] == ["April 2022"]
    assert found.proposed("figures.csv") == []
    reasons = {one.row["printed"]: one.row["reason"] for one in found.proposed("numerals.csv")}
    assert reasons["Aug 2018"] == reasons["2011"] == "Label of a chart"
    assert reasons["2017"] == "Date of a document that is referred to"
