"""What a draft proposes as figures, from short invented texts."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.draft.proposal import Proposal
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


def figures(lists: Lists, text: str, **given: str) -> list[Proposal]:
    return drafted(lists, f"1. {text}", **given).proposed("figures.csv")


def cells(found: list[Proposal], *columns: str) -> list[tuple[str, ...]]:
    return [tuple(one.row.get(column, "") for column in columns) for one in found]


def test_a_sure_figure_needs_nobody(lists: Lists) -> None:
    (one,) = figures(lists, "Operation Maxim led to 46 arrests in 2024.")
    assert one.row == {
        "figure": "1-arrests", "locator": "1", "printed": "46", "value": "46", "bound": "exact",
        "status": "recorded", "measure": "arrests", "period": "2024", "inferred": "",
        "agency": "", "operation": "maxim", "description": "Arrests, 2024",
    }  # fmt: skip
    assert one.needs_a_person == ""
    assert one.rests_on == (
        "'arrests' follows the number; '2024' is printed with it; 'maxim' is named"
    )
    assert (one.start, one.end) == (23, 25)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The repair bill for boats now stands at £2.4bn.", "Repair bill for boats"),
        ("The port budget has been cut by £71 million.", "Decrease in port budget"),
        ("Ministers want to increase the boat fee by £3 a month.", "Increase in boat fee"),
        ("The mooring fee rises by £3 a month.", "Increase in mooring fee"),
        ("A fare is £11 per adult.", "Amount per adult"),
        ("It would raise £45 million for boats.", "Money raised for boats"),
        ("The survey had a response rate of 43%.", "Response rate"),
        ("In all, 86 ports provided a list of boats.", "Ports provided a list of boats"),
        ("Some 42 quays are believed to have weak walls.", "Quays believed to have weak walls"),
        ("The port was at 98% capacity.", "Capacity"),
    ],
)
def test_what_a_sum_or_a_rate_is(lists: Lists, text: str, said: str) -> None:
    (one,) = drafted(lists, f"1. {text}").proposed("figures.csv")
    assert (one.row["description"], one.needs_a_person) == (said, "")


def test_a_rise_of_nothing_is_asked(lists: Lists) -> None:
    (one,) = drafted(lists, "1. A rise of £67m was seen.").proposed("figures.csv")
    assert one.needs_a_person == "measure: increase in what?"


def test_the_items_of_a_list_are_parts_of_what_its_head_counts(lists: Lists) -> None:
    text = "1. Of the 40 quay boats:\n\n- 12 have been sold;\n- 15 are at sea.\n"
    found = drafted(lists, text).proposed("figures.csv")
    assert [(one.row["measure"], one.needs_a_person) for one in found] == [("quay-boats", "")] * 3
    assert found[1].row["description"] == "Quay boats: sold"


@pytest.mark.parametrize(
    ("text", "measure", "needs"),
    [
        ("There were 12 arrests.", "arrests", ""),
        ("There were 12 further arrests.", "arrests", ""),
        ("Of the people, 12 were arrested.", "arrests", "measure: arrests?"),  # a verb is no noun
        ("There were 41 trafficking offences.", "offences", ""),
        ("Of the 41 offences, 20% were charged.", "offences share-of-offences", ""),
        ("There were 31 of the 41 victims.", "victims victims", ""),
        ("There were 50 arrests in 2024, against 40 in 2023.", "arrests arrests", ""),
        ("There were 50 arrests; 12 came from abroad.", "arrests arrests", "measure: arrests?"),
        ("Of the 50 arrests, 12 (24%) led to a charge.", "arrests arrests share-of-arrests", ""),
        ("Robberies were down 18 per cent to 1,832.", "decrease-in-robberies robberies", ""),
        ("Robberies soared to 1,832.", "robberies", ""),
        ("Robberies plunged by 18% to 1,832.", "decrease-in-robberies robberies", ""),
        ("Burglaries climbed 8%, to 410.", "increase-in-burglaries burglaries", ""),
        ("They made up 40 of the robberies.", "robberies", ""),  # no change
        ("Arrests rose 5% while robberies fell from 9 to 7.",
         "increase-in-arrests robberies robberies", ""),
        ("It fell by 5%; later, 9 came.", "decrease ", "measure"),  # nobody knows what
        ("There was an overspend of £2 million.", "overspend", ""),
        ("Arrests were up 332 on 2023.", "rise-in-arrests", ""),
        ("Arrests were up 332 on 2023 (9%).", "rise-in-arrests increase-in-arrests", ""),
        ("A fall of 40 arrests was seen.", "fall-in-arrests", ""),
        ("There were 12 more arrests than in May.", "rise-in-arrests", ""),
        ("There were 12 more arrests.", "rise-in-arrests",
         "measure: rise-in-arrests, or a count of arrests?"),
        ("Arrests were down by 20% (35 fewer arrests).", "decrease-in-arrests fall-in-arrests", ""),
        ("Arrests were down by 20% (35 arrests).", "decrease-in-arrests fall-in-arrests",
         "measure: fall-in-arrests, or a count of arrests?"),
        ("Arrests were down by 20% (-35 arrests).", "decrease-in-arrests change-in-arrests", ""),
        ("Arrests were down by 20% (44 to 35).", "decrease-in-arrests arrests arrests", ""),
        ("Theft is down by 20%.", "decrease-in-theft", "measure: decrease in theft?"),
        ("Theft from boats is down by 20%.", "decrease-in-theft-from-boats", ""),
        ("Theft of boats and barges has fallen 4%.", "decrease-in-theft-of-boats-and-barges", ""),
        ("The total number of boats seen in May 2024 had fallen by 4%.", "decrease-in-boats-seen",
         ""),
        ("There was a 9% fall in boat crime.", "decrease-in-boat-crime", ""),
        ("The 12 arrests raised the rate to 47%.", "arrests share-of-arrests",
         "measure: a share of arrests?"),
        ("Of 5 victims, one remains here.", "victims victims", "measure: victims?"),
        ("There was one arrest.", "arrests", ""),
        ("There were 9 burglaries.", "burglaries", ""),  # a new measure
        ("It took two years.", "duration-years",
         "measure: duration in years of what?"),
        ("The average wait was 8 years.", "duration-years", ""),
        ("It took six weeks.", "duration-weeks", "measure: duration in weeks of what?"),
        ("It has three aims.", "list-items", ""),
        ("There were 12 armed officers.", "officers", "measure: officers, or a new one for"
         " 'armed officers'?"),
        ("The victims were over 60.", "victims", "measure: victims?"),
        ("It cost the force £5 million, a cost to bear.", "cost", ""),
        ("It was £5 million.", "sum-in-gbp", "measure"),
        ("A rise of 5% in arrests.", "increase-in-arrests", ""),
        ("It was 5%.", "share", "measure: a share of what?"),
    ],
)  # fmt: skip
def test_the_measure_is_what_is_counted(lists: Lists, text: str, measure: str, needs: str) -> None:
    found = figures(lists, text)
    assert " ".join(one.row["measure"] for one in found) == measure
    assert found[-1].needs_a_person == needs


def test_a_measure_about_another_topic_is_not_used(lists: Lists) -> None:
    """'offences' counts those of modern slavery: a report that is not about it gets its own."""
    read = read_bytes(b"Burglary in the town\n\n1. There were 41 offences.\n")
    (one,) = propose(read, lists).proposed("figures.csv")
    assert one.row["measure"] == "offences-counted"
    (new,) = propose(read, lists).proposed("new-measures.csv")
    assert new.row == {
        "measure": "offences-counted", "unit": "offences", "name": "Offences",
        "definition": "Offences, as the document counts them",
    }  # fmt: skip
    assert new.sure


def test_a_new_measure_is_sure_unless_it_may_be_a_known_one(lists: Lists) -> None:
    text = "Trafficking: 12 people were arrested, 9 boats were arrested, and 3 nets removed."
    found = drafted(lists, text).proposed("new-measures.csv")
    assert [(one.row["name"], one.needs_a_person) for one in found] == [
        ("People arrested", "new measure, or arrests?"),
        ("Boats arrested", ""), ("Nets removed", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "period", "needs"),
    [
        ("In 2024 there were 12 arrests.", "2024", ""),
        ("There were 12 arrests in 2023/24.", "FY2023", ""),
        ("There were 12 arrests from May 2023 to June 2024.", "2023-05/2024-06", ""),
        ("There were 12 arrests since April 2023.", "2023-04/..", ""),
        ("There were 12 arrests, more than in 2023.", "", ""),  # what it is compared with
        ("Both in 2023 and in 2024 the 12 arrests were made.", "", "period: 2023 or 2024?"),
        ("There were 12 arrests in 2023 and 2024 was quiet.", "2023", ""),
        ("There were 12 arrests.", "", ""),
    ],
)
def test_the_period_is_the_one_that_is_sure(
    lists: Lists, text: str, period: str, needs: str
) -> None:
    (one,) = figures(lists, text)
    assert (one.row["period"], one.needs_a_person) == (period, needs)


def test_a_force_given_once_is_the_agency_where_nobody_is_named(lists: Lists) -> None:
    text = "There were 12 arrests. CO14 made 3 arrests. Operation Maxim made 4 arrests."
    assert cells(figures(lists, text, force="mps"), "agency", "operation") == [
        ("mps", ""), ("co14", ""), ("", "maxim"),
    ]  # fmt: skip
    assert cells(figures(lists, text), "agency") == [("",), ("co14",), ("",)]


def test_whose_words_are_counted_it_is(lists: Lists) -> None:
    (one,) = figures(lists, "With the NCA and the CPS, 22 MPS officers took part.")
    assert (one.row["measure"], one.row["agency"], one.needs_a_person) == ("officers", "mps", "")
    (one,) = figures(lists, "With the NCA and the CPS, 22 officers took part.")
    assert one.needs_a_person == "agency: nca or cps?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were more than 40 arrests.", ("40", "40", "40", "", "more-than")),
        ("There were up to 40 arrests.", ("40", "40", "", "40", "at-most")),
        ("There were about 40 arrests.", ("40", "40", "", "", "about")),
        ("There were 10 to 12 arrests.", ("10 to 12", "", "10", "12", "range")),
        ("There were 1,240 arrests.", ("1,240", "1240", "", "", "exact")),
        ("There were forty arrests.", ("forty", "40", "", "", "exact")),
        ("Cash of £1.2 million was found.", ("£1.2 million", "1200000", "", "", "exact")),
    ],
)
def test_value_and_bound_are_as_printed(lists: Lists, text: str, expected: tuple[str, ...]) -> None:
    found = figures(lists, text)
    assert cells(found, "printed", "value", "low", "high", "bound") == [expected]


def test_what_is_no_quantity_is_no_figure(lists: Lists) -> None:
    draft = drafted(lists, "On 3 June 2024 SCD11 met, as paragraph 4 says. Both sides spoke first.")
    assert draft.proposed("figures.csv") == []
    found = [(one.row["printed"], one.row["reason"]) for one in draft.proposed("numerals.csv")]
    assert found == [
        ("paragraph 4", "Number of a part, act or report"),
        ("Both", "Two things named, not counted"),
        ("first", "Ordinal, not a count"),
    ]
    assert all(one.sure for one in draft.proposed("numerals.csv"))


def test_a_fraction_without_an_end_is_left_to_a_person(lists: Lists) -> None:
    draft = drafted(lists, "Two-thirds of the victims were men.")
    assert draft.proposed("figures.csv") == []
    (one,) = draft.proposed("numerals.csv")
    assert (one.row["printed"], one.needs_a_person) == ("Two-thirds", "is this a quantity?")


def test_the_second_of_two_equal_numbers_is_distinguished(lists: Lists) -> None:
    """`verify` gives a row the first place that prints its words: the label comes first here."""
    found = figures(lists, "As section 3 says, there were 3 arrests and 3 charges.")
    assert cells(found, "printed", "measure") == [
        ("3 arrests", "arrests"),
        ("3 charges", "charges"),
    ]


def test_no_background_papers_are_a_figure(lists: Lists) -> None:
    text = "Nothing.\n\nBackground papers\n\nNone"
    (one,) = figures(lists, text)
    assert (one.row["printed"], one.row["value"], one.row["measure"], one.needs_a_person) == (
        "None", "0", "background-papers", "",
    )  # fmt: skip
