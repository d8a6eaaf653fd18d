"""Which of them a number counts: what its whole clause says, before it and after it."""

from __future__ import annotations

import pytest

from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


def described(lists: Lists, text: str) -> list[str]:
    return [one.row["description"] for one in drafted(lists, text).proposed("figures.csv")]


def asked(lists: Lists, text: str) -> list[str]:
    return [one.needs_a_person for one in drafted(lists, text).proposed("figures.csv")]


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        # What follows the noun, to the end of its clause, without its period.
        ("There were 34 boats found in sheds in May 2024 by the port.",
         ["Boats found in sheds by the port, 2024-05"]),
        ("Some 34 crews were thought to be at risk of losing their nets.",
         ["Crews thought to be at risk of losing their nets"]),
        ("34 crews who were late or lost were able to berth for 6 months or more, and left.",
         ["Crews who were late or lost were able to berth for 6 months or more",
          "Duration in months"]),
        ("34 boats were late.", ["Boats that were late"]),
        ("They made 34 visits to ports, quays and other berths.",
         ["Visits made to ports, quays and other berths"]),
        ("They met 34 crews of the Harl and North Quays Fleet.",
         ["Crews of the Harl and North Quays Fleet"]),
        # What is another clause, or is said of the number.
        ("The crew held 34 men and seized 9 boats.", ["Men held", "Boats seized"]),
        ("34 boats came and the port was shut.", ["Boats came"]),
        ("34 boats represent a fall.", ["Boats"]),
        ("The 34 boats were the last.", ["Boats"]),
        ("The work of 34 crews has improved the quay.", ["Crews"]),
        # What is before the number.
        ("Berths were found for a total of 34 crews.", ["Crews, berths were found for"]),
        ("Visits to 34 late crews", ["Late crews, visits to"]),
        ("Discovery of 34 nets, 9 ropes and 4 sails",
         ["Nets, discovery of", "Ropes, discovery of", "Sails, discovery of"]),
        ("The survey group included 34 men.", ["Men, survey group included"]),
        ("It rose to 34 boats.", ["Boats"]),
        ("It led to 34 arrests.", ["Arrests"]),
        ("There was an average of 34 boats at the quay.", ["Boats at the quay, on average"]),
        # What was done to several.
        ("Crews seized 34 nets, nine ropes and 4 sails.",
         ["Nets seized", "Ropes seized", "Sails seized"]),
        ("Some 34 nets and 9 ropes were also seized.", ["Nets seized", "Ropes seized"]),
        ("They stopped and searched 34 men.", ["Men stopped and searched"]),
        ("There were 34 recorded boat thefts.", ["Boat thefts"]),
        ('They shut 34 "night run" lines.', ["Night run lines"]),
        ("34 lines, linked to boats, were shut.", ["Lines that were shut"]),
        ("34 calls from crews, the port and other boats",
         ["Calls from crews, the port and other boats"]),
        ("The number of thefts classed as night thefts stood at 34 thefts.",
         ["Thefts classed as night thefts"]),
        ("The number of late crews at sea was 34 people.", ["Late crews at sea"]),
        ("34 arrests were made across the region in May 2024.",
         ["Arrests made across the region, 2024-05"]),
        ("They seized 9 boats, £5,000 in cash, and two carts.",
         ["Boats seized", "Value of cash seized", "Carts seized"]),
        # Parts, comparisons and places.
        ("There were 34 late boats (of which 9 were at sea).",
         ["Late boats", "Late boats: at sea"]),
        ("Of the 34 late boats 9 were at sea and 4 in the port.",
         ["Late boats", "Late boats: at sea", "Late boats: in the port"]),
        ("There were 34 boats with nets (9 in Harl).",
         ["Boats with nets", "Boats with nets in Harl"]),
        ("There were 34 boats with nets in 2024, compared with 9 boats in 2023.",
         ["Boats with nets, 2024", "Boats with nets, 2023"]),
        ("In Harl, there were 34 boats.", ["Boats, in Harl"]),
        ("In Harl, 34 boats were late, and 9 in North Quays.",
         ["Boats that were late, in Harl", "Boats"]),
        ("There were 34 boats or late barges in all.", ["Boats or late barges in all"]),
    ],
)  # fmt: skip
def test_a_count_is_described_by_its_whole_clause(
    lists: Lists, text: str, descriptions: list[str]
) -> None:
    assert described(lists, text) == descriptions


def test_a_clause_that_is_too_long_is_asked(lists: Lists) -> None:
    long = " ".join(["nets"] * 20)
    assert asked(lists, f"There were 34 boats with {long}.") == [
        "measure: which boats? the sentence says more"
    ]
    assert asked(lists, "There were 34 boats with nets.") == [""]


def test_what_a_passage_is_about_is_asked(lists: Lists) -> None:
    text = (
        "1. Thefts from boats rose. There were 34 thefts.\n\n2. Thefts rose. There were 9 thefts."
    )
    assert asked(lists, text) == ["measure: thefts, or thefts from boats?", ""]


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        ("The number of late boats at the quay fell by 4% to 34.",
         ["Decrease in late boats at the quay", "Late boats at the quay"]),
        ("The number of crews held or badly hurt fell by 4%.",
         ["Decrease in crews held or badly hurt"]),
        ("Crews at sea for more than 6 weeks were down 4%.",
         ["Duration in weeks", "Decrease in crews at sea for more than 6 weeks"]),
        ("The number of crews who came late fell by 4%, with an 8% fall in nets sold.",
         ["Decrease in crews who came late", "Decrease in nets sold"]),
        ("There were 34 boats in the port, a fall of 4%.",
         ["Boats in the port", "Decrease in boats in the port"]),
        ("They saw a 4% cut in the number of nets sold at sea.", ["Decrease in nets sold at sea"]),
        ("Boats in other sheds fell by 4%.", ["Decrease in boats in other sheds"]),
        ("A huge rise in late boats - 34 in all.", ["Late boats"]),
        ("Late boats at sea were 4% lower in the year to June 2024.",
         ["Decrease in late boats at sea, 2023-07 to 2024-06"]),
        ("There were 4% fewer late boats at sea.", ["Decrease in late boats at sea"]),
        ("They saw a 4% cut in the late boat rate.", ["Decrease in late boat rate"]),
        ("On 3 May 2024 the number of boats in port was 34, up 4% from 30 on 3 May 2023.",
         ["Boats in port, 2024-05-03", "Increase in boats in port, 2024-05-03",
          "Boats in port, 2023-05-03"]),
    ],
)  # fmt: skip
def test_a_change_is_of_all_that_its_subject_says(
    lists: Lists, text: str, descriptions: list[str]
) -> None:
    assert described(lists, text)[-len(descriptions) :] == descriptions


def test_a_change_of_another_noun_than_was_counted_is_asked(lists: Lists) -> None:
    text = "There were 34 boats, and {} was down 4%."
    assert asked(lists, text.format("whatever else was thought of"))[-1] == (
        "measure: decrease in boats?"
    )
    assert described(lists, text.format("freight on ferries north of Harl"))[-1] == (
        "Decrease in freight on ferries north of Harl"
    )


@pytest.mark.parametrize(
    ("text", "description", "question"),
    [
        ("40% of the crews said they had no berth.", "Share of crews: said they had no berth", ""),
        (
            "40% of the crews had a berth with a shed.",
            "Share of crews: had a berth with a shed",
            "",
        ),
        ("40% of those at the quay were late.", "Share of those at the quay: late", ""),
        ("We lost 40% of the total number of 50 late boats sold.", "Share of late boats: sold", ""),
        (
            "This was 40% of the late boats.",
            "Share of late boats",
            "measure: share of late boats: which of them?",
        ),
        ("A 40% response rate was seen.", "Response rate", ""),
        (
            "Carts accounted for half of the rise in thefts.",
            "Part of all rise in thefts: Carts",
            "",
        ),
        (
            "Boats and carts fell by 4% and 9% respectively.",
            "Decrease in boats and carts",
            "measure: decrease in carts, or that of another? 'respectively' follows",
        ),
    ],
)
def test_a_share_says_whose_it_is(lists: Lists, text: str, description: str, question: str) -> None:
    one = drafted(lists, text).proposed("figures.csv")[0]
    assert (one.row["description"], one.needs_a_person) == (description, question)


def test_a_list_is_of_those_whom_its_head_names(lists: Lists) -> None:
    text = "1. Of boats that came in 2023:\n\n- 40% were late\n- 9% had no nets\n"
    assert described(lists, text) == [
        "Share of boats that came: late, 2023", "Share of boats that came: had no nets, 2023",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "description", "question"),
    [
        ("There was £9,000 in nets to be put to use.", "Value of nets to be put to use", ""),
        ("There were £9,000 worth of nets seized.", "Value of nets seized", ""),
        ("Seizure of £9,000 of nets", "Value of nets seized", ""),
        ("The crew invested £9,000.", "Money invested", "measure: money invested for what?"),
        ("£9,000 over two years to mend the quay", "Money to mend the quay", ""),
        ("£9,000 will be provided for nets", "Money for nets", ""),
        (
            "£9,000 to mend a b c d e f g h i j k l m n",
            "Money to mend a b c d e f g h i j k",
            "measure: money to mend a b c d e f g h i j k …?",
        ),
        (
            "The repair bill reached $178 9 million.",
            "Repair bill",
            "value: is this one number with the digits beside it?",
        ),
    ],
)
def test_a_sum_says_of_what_it_is(lists: Lists, text: str, description: str, question: str) -> None:
    one = drafted(lists, text).proposed("figures.csv")[0]
    assert (one.row["description"], one.needs_a_person) == (description, question)


@pytest.mark.parametrize(
    ("text", "descriptions", "asked_last"),
    [
        ("40% of crews were late in a storm, compared with 36% in 2019.",
         ["Share of crews: late in a storm", "Share of crews: late in a storm, 2019"], ""),
        ("40% of crews were late in a storm, compared with 36% in Harl.",
         ["Share of crews: late in a storm", "Share of crews: in Harl"],
         "measure: a share of the same?"),
        ("They did not know the position of 40% of the boats.",
         ["Share of boats: did not know the position of"], ""),
        ("Theft accounted for 73% of reports in Harl, and 49% in North Quays.",
         ["Share of reports: Theft, in Harl", "Share of reports: Theft, in North Quays"], ""),
        ("Some 34 boats were late, more than 7% of the total.",
         ["Boats that were late", ""], "measure: a share of what?"),
        ("They were mostly nets, comprising 7% of losses.",
         ["Share of losses: mostly nets"], ""),
        ("Late boats, which account for half of all thefts, were few.",
         ["Part of all thefts: Late boats"], ""),
        ("The number of trips rose by 9% to 34. Of these trips, 40% were late.",
         ["Increase in trips", "Trips", "Share of trips: late"], ""),
        ("They kept records for 92 per cent of the £6 billion.",
         ["", ""], "measure"),
    ],
)  # fmt: skip
def test_a_share_is_compared_with_that_of_another_period(
    lists: Lists, text: str, descriptions: list[str], asked_last: str
) -> None:
    assert described(lists, text) == descriptions
    assert asked(lists, text)[-1] == asked_last


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        (
            "The average berth time rose by six days to 22 days.",
            ["Rise in average berth time", "Average berth time"],
        ),
        (
            "The average berth time was 22 days, up slightly from 20 days in 2019.",
            ["Average berth time", "Average berth time, 2019"],
        ),
        (
            "It took an average of 22 days to mend and sell nets.",
            ["Average days to mend and sell nets"],
        ),
    ],
)
def test_a_length_of_time_says_of_what_it_is(
    lists: Lists, text: str, descriptions: list[str]
) -> None:
    assert described(lists, text) == descriptions


@pytest.mark.parametrize(
    ("first", "description", "question"),
    [
        ("Berths were found for 34 crews.", "Crews: The crew moved on", "measure: crews?"),
        ("Berths were found.", "The crew moved on", "measure"),
    ],
)
def test_a_line_says_what_the_number_at_its_end_is_a_part_of(
    lists: Lists, first: str, description: str, question: str
) -> None:
    one = drafted(lists, f"1. {first}\n\n2. The crew moved on: 12\n").proposed("figures.csv")[-1]
    assert (one.row["description"], one.needs_a_person) == (description, question)
