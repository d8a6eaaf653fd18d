"""What a draft proposes beside figures, from short invented texts."""

from __future__ import annotations

import re

import pytest

from moditrack.draft.names.long_forms import long_form
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
        "1. The Harbour Crime Unit (HCU) began Operation Heron. The Passport Boat Service (PBS) and"
        " the UK Boat Service (UKBS) left."
    )
    draft = drafted(lists, text)
    assert rows(draft, "names.csv", "agency", "operation", "name", "kind") == [
        ("hcu", "", "Harbour Crime Unit", "name", ""),
        ("hcu", "", "HCU", "abbreviation", ""),
        ("", "heron", "Operation Heron", "name", ""),
        ("pbs", "", "Passport Boat Service", "name", ""),
        ("pbs", "", "PBS", "abbreviation", ""),
        ("ukbs", "", "UK Boat Service", "name", ""),
        ("ukbs", "", "UKBS", "abbreviation", ""),
    ]
    assert rows(draft, "new-agencies.csv", "agency", "kind", "abbreviation", "name") == [
        ("hcu", "unit", "HCU", "Harbour Crime Unit", ""),
        ("pbs", "agency", "PBS", "Passport Boat Service",
         "new agency, or another name of ukps?"),
        ("ukbs", "agency", "UKBS", "UK Boat Service", ""),
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


def test_a_date_printed_twice_is_two_events_distinguished(lists: Lists) -> None:
    draft = drafted(lists, "1. CO14 opened in 2013 and SCD11 closed in 2013.")
    assert rows(draft, "events.csv", "date", "printed")[1:] == [
        ("2013", "2013 and", ""),
        ("2013", "closed in 2013", ""),
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


def test_a_paper_by_its_author_is_a_reference_with_no_paper_before_it(lists: Lists) -> None:
    (row,) = rows(drafted(lists, "A review by the College of Boatmen was read."), "references.csv",
                  "title", "kind")  # fmt: skip
    assert row[:2] == ("A review by the College of Boatmen", "review")


def test_background_papers_are_references_once(lists: Lists) -> None:
    """None is none; of the others, each is listed with what it is."""
    text = "Nothing.\n\nBackground papers\n\n- Boats by night\n- Boats by night\n- None."
    columns = ("title", "kind", "note")
    assert rows(drafted(lists, text), "references.csv", *columns) == [
        ("Boats by night", "report", "Background paper", "")
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


def test_one_in_six_is_no_count_of_six(lists: Lists) -> None:
    (one,) = drafted(lists, "About one in six searches led to an arrest.").proposed("figures.csv")
    assert (one.row["measure"], one.needs_a_person) == ("", "measure")


def test_dates_printed_twice_in_a_row_are_each_found(lists: Lists) -> None:
    years = "Jul '19 Jan '20 Jul '20 Jan '21 Jul '21 Jan '22"
    found = rows(drafted(lists, f"{years} {years}"), "numerals.csv", "printed")
    printed = [one for one, _ in found if one != "1 March 2025"]
    assert sorted(printed) == sorted(2 * re.findall(r"\w+ '\d\d", years))


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


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Under the Late boats at night Act 2003 and the Act 2004 it ended.",
         ["Late boats at night Act 2003"]),
        ("The Quay Act 2003 came. The Quay Act is old.", ["Quay Act 2003"]),
        ("It adopted the Harl Charter against Late Boats.", ["Harl Charter against Late Boats"]),
        ("See the Harl Boat Survey for North and South Quay.",
         ["Harl Boat Survey for North and South Quay"]),
        ('In May it published its "review of boats by night".', ["review of boats by night"]),
        ("See Audit of Late Boats (Report #1204 issued 3 May 2012).", ["Audit of Late Boats"]),
        ("The Annual Report for 2022/23 was read.", ["Annual Report for 2022/23"]),
        ("A 2021 Boat Statistics report was read.", ["2021 Boat Statistics report"]),
        ("The first 53 action plan steps.", []),
    ],
)  # fmt: skip
def test_papers_are_named_whole(lists: Lists, text: str, titles: list[str]) -> None:
    found = [one.row["title"] for one in drafted(lists, f"1. {text}").proposed("references.csv")]
    assert found == titles


def test_the_constabulary_is_the_one_that_the_report_names(lists: Lists) -> None:
    text = "The Harl Valley Constabulary met. The Constabulary will count boats by June 2025."
    (one,) = drafted(lists, text).proposed("commitments.csv")
    assert (one.row["agencies"], one.sure) == ("harl-valley-constabulary", True)


def test_a_claim_is_sure_where_measures_and_periods_leave_no_doubt(lists: Lists) -> None:
    text = (
        "There were 4,316 victims from April to June 2024, a fall of 5% compared to the period from"
        " January to March 2024 (4,521). In April to June 2024, 73% (3,142) of victims were men."
    )
    found = drafted(lists, text).proposed("claims.csv")
    assert [(one.row["kind"], one.row["inputs"].count("victims"), one.sure) for one in found] == [
        ("decrease", 2, True), ("share", 2, True),
    ]  # fmt: skip


def test_no_share_is_of_the_whole_of_another_year(lists: Lists) -> None:
    text = "In 2022 there were 4,521 victims.\n\nIn 2024 it was 18% (814) for boats."
    assert drafted(lists, text).proposed("claims.csv") == []


def test_numbers_elsewhere_that_happen_to_fit_make_no_change(lists: Lists) -> None:
    text = "Thefts of rope rose by 50%.\n\nThere were 12 boats.\n\nThere were 8 nets."
    assert drafted(lists, text).proposed("claims.csv") == []
