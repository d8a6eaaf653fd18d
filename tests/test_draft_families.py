"""What a draft proposes beside figures, from short invented texts."""

from __future__ import annotations

import re

import pytest

from moditrack.draft.names import long_form
from moditrack.draft.proposal import Draft
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


def rows(draft: Draft, file: str, *columns: str) -> list[tuple[str, ...]]:
    return [
        (*(one.row.get(column, "") for column in columns), one.needs_a_person)
        for one in draft.proposed(file)
    ]


def test_known_names_come_with_their_ids(lists: Lists) -> None:
    draft = drafted(
        lists,
        "1. CO14 and the Crown Prosecution Service left Operation Maxim to CO14. Maxim ended.",
    )
    assert rows(draft, "names.csv", "locator", "agency", "operation", "name", "kind") == [
        ("1", "co14", "", "CO14", "abbreviation", ""),
        ("1", "cps", "", "Crown Prosecution Service", "name", ""),
        ("1", "", "maxim", "Operation Maxim", "name", ""),
        ("1", "", "maxim", "Maxim", "variant", ""),
    ]


def test_new_names_are_candidates(lists: Lists) -> None:
    text = (
        "1. The Harbour Crime Unit (HCU) began Operation Heron. The UK Border Service (UKBS) left."
    )
    draft = drafted(lists, text)
    assert rows(draft, "names.csv", "agency", "operation", "name", "kind") == [
        ("hcu", "", "Harbour Crime Unit", "name", ""),
        ("hcu", "", "HCU", "abbreviation", ""),
        ("", "heron", "Operation Heron", "name", ""),
        ("ukbs", "", "UK Border Service", "name", ""),
        ("ukbs", "", "UKBS", "abbreviation", ""),
    ]
    assert rows(draft, "new-agencies.csv", "agency", "kind", "abbreviation", "name") == [
        ("hcu", "unit", "HCU", "Harbour Crime Unit", ""),
        ("ukbs", "agency", "UKBS", "UK Border Service",
         "new agency, or another name of ukis or indis or ukps?"),
    ]  # fmt: skip
    assert rows(draft, "new-operations.csv", "operation", "kind", "name") == [
        ("heron", "operation", "Operation Heron", "")
    ]


@pytest.mark.parametrize(
    ("before", "short", "long"),
    [
        ("asked the Harbour Crime Unit", "HCU", "Harbour Crime Unit"),
        ("the City of London Police", "CoLP", "City of London Police"),
        ("says the report", "HCU", None),
        ("in 2024", "NB", None),
    ],
)
def test_what_an_abbreviation_stands_for(before: str, short: str, long: str | None) -> None:
    assert long_form(before, short) == long


def test_an_abbreviation_of_no_agency_is_a_definition(lists: Lists) -> None:
    draft = drafted(lists, "1. Serious night trading (SNT) rose.")
    columns = ("locator", "kind", "term", "definition", "printed")
    assert rows(draft, "definitions.csv", *columns) == [
        ("1", "Abbreviation", "SNT", "Serious night trading", "Serious night trading (SNT)", "")
    ]
    assert draft.proposed("new-agencies.csv") == []


def test_a_term_that_a_sentence_defines(lists: Lists) -> None:
    draft = drafted(lists, "1. The night market is defined as trading after midnight.")
    assert rows(draft, "definitions.csv", "kind", "term", "definition") == [
        ("Term", "night market", "trading after midnight", "")
    ]


def test_dates_are_events_in_other_words_or_to_be_reworded(lists: Lists) -> None:
    draft = drafted(lists, "1. On 3 June 2024 CO14 opened an office; it closed in May.")
    assert rows(draft, "events.csv", "date", "inferred", "printed", "event", "agency") == [
        ("2025-03-01", "", "1 March 2025", "Date of the document", "", ""),
        ("2024-06-03", "", "3 June 2024", "Office opened by CO14", "co14", ""),
        ("2024-05", "yes", "May", "it closed in May", "co14",
         "reword the description; date: the year of 'May'?"),
    ]  # fmt: skip


def test_the_period_of_a_figure_is_no_event(lists: Lists) -> None:
    draft = drafted(lists, "1. In 2024 there were 12 arrests.")
    assert len(draft.proposed("events.csv")) == 1  # the date of the document
    assert rows(draft, "numerals.csv", "printed", "reason") == [
        ("2024", "Period of a figure that is recorded", "")
    ]


def test_commitments_have_day_and_target(lists: Lists) -> None:
    text = "1. CO14 will make 40 arrests by March 2026. Members will note it. It will not rain."
    draft = drafted(lists, text)
    columns = ("commitment", "due", "agencies", "target", "description")
    assert rows(draft, "commitments.csv", *columns) == [
        ("make-40-arrests-by", "2026-03", "co14", "1-arrests", "Make 40 arrests by March 2026",
         "")
    ]  # fmt: skip
    assert draft.proposed("figures.csv")[0].row["status"] == "planned"


def test_a_date_printed_twice_is_two_events_told_apart(lists: Lists) -> None:
    draft = drafted(lists, "1. CO14 opened in 2013 and SCD11 closed in 2013.")
    assert rows(draft, "events.csv", "date", "printed")[1:] == [
        ("2013", "2013 and", ""),
        ("2013", "closed in 2013", ""),
    ]


def test_a_due_day_is_no_event_of_its_own(lists: Lists) -> None:
    draft = drafted(lists, "1. CO14 will train every officer by March 2026.")
    assert [one.row["due"] for one in draft.proposed("commitments.csv")] == ["2026-03"]
    assert [one.row["printed"] for one in draft.proposed("events.csv")] == ["1 March 2025"]
    assert rows(draft, "numerals.csv", "printed", "reason") == [
        ("March 2026", "Day by which a recorded commitment is due", "")
    ]


def test_a_new_name_may_share_a_word_with_a_known_one(lists: Lists) -> None:
    """One of its three words is that of the Kidnap and Extortion Unit."""
    draft = drafted(lists, "1. The Harbour Kidnap Response Team (HKRT) met.")
    assert rows(draft, "new-agencies.csv", "agency", "kind") == [("hkrt", "team", "")]


def test_acts_and_links_are_references(lists: Lists) -> None:
    text = (
        "1. Under the Modern Slavery Act 2015 and the Harbour Strategy 2025, see www.quay.example."
    )
    assert rows(drafted(lists, text), "references.csv", "title", "kind") == [
        ("Modern Slavery Act 2015", "act", ""),
        ("Harbour Strategy 2025", "strategy", "is this a document that it refers to?"),
        ("www.quay.example", "web page", ""),
    ]


def test_claims_are_those_of_the_audit(lists: Lists) -> None:
    draft = drafted(lists, "1. Of the 41 offences, 31 (76%) were detected. It was 12% in May.")
    columns = ("kind", "stated", "inputs", "statement")
    assert rows(draft, "claims.csv", *columns) == [
        (
            "share",
            "1-share-of-offences",
            "1-offences-2 / 1-offences",
            "Share: Share of offences: detected",
            "",
        )
    ]  # fmt: skip


def test_a_day_to_come_of_a_promise_is_due_and_an_event(lists: Lists) -> None:
    draft = drafted(lists, "1. The MPS will tell members on 3 June 2026 of the unit.")
    assert [one.row["due"] for one in draft.proposed("commitments.csv")] == ["2026-06-03"]
    assert [one.row["date"] for one in draft.proposed("events.csv")] == ["2025-03-01", "2026-06-03"]


def test_a_number_printed_again_is_no_claim(lists: Lists) -> None:
    text = (
        "1. There were 50 offences in 2024.\n\n2. Of the 50 offences in 2024, 12 (24%) were solved."
    )
    kinds = [one.row["kind"] for one in drafted(lists, text).proposed("claims.csv")]
    assert kinds == ["share"]


def test_an_act_is_no_agency_whoever_it_names(lists: Lists) -> None:
    draft = drafted(lists, "Searches under the Police and Criminal Evidence Act 1984 (PACE) fell.")
    assert draft.proposed("new-agencies.csv") == []
    (row,) = [one.row for one in draft.proposed("definitions.csv")]
    assert (row["term"], row["definition"]) == ("PACE", "Police and Criminal Evidence Act 1984")


def test_an_explanation_is_printed_as_the_text_has_it(lists: Lists) -> None:
    draft = drafted(lists, "The scheme known as BEAT (Boats Examined At Tide) runs.")
    (row,) = [one.row for one in draft.proposed("definitions.csv")]
    assert row["printed"] == "BEAT (Boats Examined At Tide)"


def test_one_in_six_is_no_count_of_six(lists: Lists) -> None:
    (one,) = drafted(lists, "About one in six searches led to an arrest.").proposed("figures.csv")
    assert (one.row["measure"], one.needs_a_person) == ("", "measure")


def test_dates_printed_twice_in_a_row_are_each_found(lists: Lists) -> None:
    years = "Jul '19 Jan '20 Jul '20 Jan '21 Jul '21 Jan '22"
    found = rows(drafted(lists, f"{years} {years}"), "events.csv", "printed")
    printed = [one for one, _ in found if one != "1 March 2025"]
    assert sorted(printed) == sorted(2 * re.findall(r"\w+ '\d\d", years))


@pytest.mark.parametrize(
    ("text", "term", "said", "asked"),
    [
        ("Late boats are when the tide is out.", "Late boats", "the tide is out", ""),
        ("We saw late boats - boats which come after the tide - at Harl.", "late boats",
         "boats which come after the tide", ""),
        ("Broken boat: a case where the mast is missing", "Broken boat",
         "a case where the mast is missing", "is this a definition?"),
    ],
)  # fmt: skip
def test_a_term_is_defined(lists: Lists, text: str, term: str, said: str, asked: str) -> None:
    draft = drafted(lists, f"1. The quay.\n\n{text}\n")
    assert rows(draft, "definitions.csv", "term", "definition") == [(term, said, asked)]


def test_page_numbers_of_the_contents_are_no_figures(lists: Lists) -> None:
    contents = "Boats of the quay 2 Masts and sails 5 The tides 9"
    parts = "\n\n".join(f"{one}\n\nAll is well." for one in (
        "1. Boats of the quay", "2. Masts and sails", "3. The tides"))  # fmt: skip
    draft = drafted(lists, f"{contents}\n\n{parts}\n")
    assert draft.proposed("figures.csv") == []
    assert ("2", "Page number in the contents", "") in rows(
        draft, "numerals.csv", "printed", "reason"
    )


def test_a_plan_in_small_letters_may_be_a_reference(lists: Lists) -> None:
    draft = drafted(lists, "1. See the government's national boats strategy.")
    (row,) = rows(draft, "references.csv", "title", "kind")
    assert row == (
        "national boats strategy", "strategy", "is this a document that it refers to?"
    )  # fmt: skip
