"""What the number of a sentence counts: the noun after it, before it, in a label or a verb."""

from __future__ import annotations

import pytest

from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted


@pytest.mark.parametrize(
    ("text", "unit", "description"),
    [
        ("There were 19 arrests for drug related offences.", "arrests",
         "Arrests for drug related offences"),
        ("Officers arrested 46 people.", "people", "People arrested"),
        ("Officers arrested 46 people suspected of theft.", "people",
         "People arrested suspected of theft"),
        ("The arrests of 46 sailors were made at night.", "sailors", "Sailors arrested"),
        ("It led to the seizure of a further 46 boats.", "boats", "Boats seized"),
        ("The plan was to remove 46 wrecks.", "wrecks", "Wrecks removed"),
        ("46 people gained permanent berths.", "people", "People gained permanent berths"),
        ("They met 46 harbour and police officers alone.", "officers",
         "Harbour and police officers"),
        ("They heard of one port reporting a fall.", "ports", "Port reporting a fall"),
        ("It took a three-day search.", "days", "Length of the search"),
        ("It was not met - thefts had increased by 6.7%.", "percent", "Increase in thefts"),
        ("Boat trips (of crews and of Harl Guards) fell by 6%.", "percent",
         "Decrease in boat trips"),
        ("Boats sold by Harl jumped 20 percent in the latest fiscal year.", "percent",
         "Increase in boats sold by Harl"),
        ("They had five days in a berth.", "days", "Days in a berth"),
        ("They had 12 reports of theft and boat fires.", "reports",
         "Reports of theft and boat fires"),
        ("Crews met one ferryman.", "ferrymen", "Ferryman"),
        ("8% of those arrested were sailors.", "percent", "Share of those arrested: sailors"),
        ("12 boats were seized and 9 boats were sold in all.", "boats", "Boats sold in all"),
        ("They took more than a hundred knives.", "knives", "Knives taken"),
        ("There were 90 wraps of crack cocaine seized.", "wraps", "Crack cocaine seized"),
        ("Some 28.8kg of heroin was found.", "kg", "Heroin found"),
        ("Each had 37 hours of training.", "hours", "Training"),
        ("There were 4 cases of damage to property.", "cases", "Cases of damage to property"),
        ("There were 464 uses of force.", "uses", "Uses of force"),
        ("They seized £2 million-worth of Class A drugs.", "GBP", "Value of Class A drugs"),
        ("They recovered £1.2 million.", "GBP", "Money recovered"),
        ("Officers were assaulted 45 times.", "times", "Officers assaulted"),
        ("The centre holds 41 male and female inmates.", "inmates", "Male and female inmates"),
        ("High discretion searches: 180", "searches", "High discretion searches"),
        ("Of those, 120 were knives.", "knives", "Knives"),
        ("The number of referrals for women (24) rose.", "referrals", "Referrals for women"),
        ("Engagement events at 10 schools", "schools", "Schools, engagement events at"),
        ("The yield rate for all searches was 36%.", "percent", "Yield rate for all searches"),
        ("Men accounted for 29% of all arrests.", "percent", "Share of arrests: Men"),
        ("Of the uses, 40% of stops were of men.", "percent", "Share of stops: of men"),
        ("Of 95 weapons searches, 40% of weapons searches were based on suspicion.", "percent",
         "Share of weapons searches: based on suspicion"),
        ("Of the 95 searches, 15% in Harl borough alone.", "percent",
         "Share of searches: in Harl borough alone"),
        ("Half of all ports had no guard.", "part of one", "Part of all ports: had no guard"),
        ("They took 62 boats worth an estimated £1.5 million.", "GBP", "Value of boats taken"),
        ("They took 62 boats, with a combined value of £9,000.", "GBP", "Value of boats taken"),
        ("Grantee: Harl Fund Amount awarded for 2024: £351,131", "GBP", "Amount awarded, 2024"),
        ("It led to the recovery of £5 million in boats.", "GBP",
         "Value of boats recovered"),
        ("They took 40 boats, a fall of 12%.", "percent", "Decrease in boats taken"),
        ("The budget was £40 million, up 9%.", "percent", "Increase in budget"),
        ("Total referrals: 512 (24.6% increase on 2023)", "percent", "Increase in referrals"),
        ("Uses of force have decreased by 51%.", "percent", "Decrease in uses of force"),
        ("There were 5.9 trips per boat.", "trips per boat", "Trips per boat"),
        ("The number of trips by Harl and Quay rose by 24%.", "percent",
         "Increase in trips by Harl and Quay"),
        ("We saw an 87% increase in rope and net repair orders.", "percent",
         "Increase in rope and net repair orders"),
        ("Trips rose by 17% in comparison to 2010 and 66% in comparison to 2009.", "percent",
         "Increase in trips"),
        ("There were 200 additional trips for cod and 86 more for eels.", "trips",
         "Rise in trips"),
        ("The number of trips flagged as night runs was 432.", "trips",
         "Trips flagged as night runs"),
        ("They took kit including rope worth £9.", "GBP", "Value of rope"),
        ("They took kit, rope worth £9 and wire worth £8.", "GBP", "Value of wire"),
        ("Crews made 34 visits to sheds believed to hold nets.", "visits",
         "Visits made to sheds believed to hold nets"),
        ("Theft levels reported to the port rose by 7.6%.", "percent",
         "Increase in theft levels reported to the port"),
        ("All theft fell by 9%.", "percent", "Decrease in theft"),
        ("Some 58g crack cocaine was found.", "grams", "Crack cocaine found"),
        ("The port increased the survival rate for seals from 5.1%.", "percent",
         "Survival rate for seals"),
        ("The port increased the survival rate for seals from 5.1% to 8.8%.", "percent",
         "Survival rate for seals"),
        ("We got 40% of the catch, up from 36%.", "percent", "Share of catch"),
        ("Of the trips, 44% (18) began at night.", "trips", "Trips: began at night"),
        ("Of late boats, 73% (8) were sold and 27% (3) were sunk.", "boats", "Late boats: sunk"),
        ("Of 12 trips, 9 were night boat (NB) trips.", "trips", "Night boat trips"),
        ("Thieves stole £1.2 million.", "GBP", "Money stolen"),
        ("Losses from late boats at quays, ports and piers were £2 million.", "GBP",
         "Losses from late boats"),
        ("It was 12 there.", "", ""),
    ],
)  # fmt: skip
def test_what_is_counted(lists: Lists, text: str, unit: str, description: str) -> None:
    draft = drafted(lists, text)
    one = draft.proposed("figures.csv")[-1]
    new = {found.row["measure"]: found.row for found in draft.proposed("new-measures.csv")}
    measure = new.get(one.row["measure"]) or lists.measures.get(one.row["measure"], {"unit": ""})
    assert (measure["unit"], one.row["description"]) == (unit, description)
    assert bool(one.needs_a_person) == (not unit)


def test_a_bracket_says_of_whom(lists: Lists) -> None:
    text = "Most referrals (51%; 9) were sent to the agency; those for women (24%; 4) were not."
    found = [one.row["description"] for one in drafted(lists, text).proposed("figures.csv")]
    assert found == [
        "Share of referrals: sent to the agency", "Referrals sent to the agency",
        "Share of referrals: for women", "Referrals: for women",
    ]  # fmt: skip


def test_a_share_goes_on_about_the_sentence_before(lists: Lists) -> None:
    text = "There were 5,000 searches. Of those, 97% were by the port, 2% by others. 1% were not."
    found = drafted(lists, text).proposed("figures.csv")[1:]
    assert [(one.row["description"], one.needs_a_person) for one in found] == [
        ("Share of searches: by the port", ""), ("Share of searches: by others", ""),
        ("Share of searches", "measure: a share of searches?"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figures", "ages"),
    [
        ("There were 30 victims under the age of 18.", ["30"], ["18"]),
        ("We held 9 boys; 17% were aged under 16 and 36% were 18 to 24 years old.",
         ["9", "17%", "36%"], ["16", "18 to 24 years old"]),
        ("The youngest was as young as 11.", ["11"], []),
        ("It took 12 over-65s.", ["12"], ["65s"]),
        ("men aged 18-24 on boats boys aged 10-17 on quays", [], ["aged 18-24", "aged 10-17"]),
    ],
)  # fmt: skip
def test_an_age_that_bounds_a_group_is_no_figure(
    lists: Lists, text: str, figures: list[str], ages: list[str]
) -> None:
    draft = drafted(lists, text)
    assert [one.row["printed"] for one in draft.proposed("figures.csv")] == figures
    found = [one for one in draft.proposed("numerals.csv") if one.row["reason"].startswith("Age")]
    assert [one.row["printed"] for one in found] == ages
    assert all(one.sure for one in found)


def test_those_to_whom_something_was_sent_are_not_whose_it_is(lists: Lists) -> None:
    (one,) = drafted(lists, "There were 12 referrals to the NCA.", force="mps").proposed(
        "figures.csv"
    )
    assert one.row["agency"] == "mps"


def counted(lists: Lists, text: str) -> list[tuple[str, str]]:
    """What each figure of a text is, and what is asked about its measure."""
    return [
        (one.row["description"],
         next((part for part in one.needs_a_person.split("; ") if part.startswith("measure")), ""))
        for one in drafted(lists, text).proposed("figures.csv")
    ]  # fmt: skip


def test_what_may_be_the_subject_of_a_change_is_asked(lists: Lists) -> None:
    text = "There were 40 trips, and the amount landed falling by 28%."
    one = drafted(lists, text).proposed("figures.csv")[-1]
    assert one.needs_a_person == "measure: decrease in trips?"


def test_a_label_after_a_number_says_what_it_is(lists: Lists) -> None:
    assert counted(lists, "40 - the number of boats that came late") == [
        ("Boats that came late", "")
    ]
    assert counted(lists, "40 – the total number of boats seized.") == [("Boats seized", "")]
    assert counted(lists, "20% - the proportion of boats that came late") == [
        ("Share of boats: came late", "")
    ]
    assert counted(lists, "58% - the overall rate of late boats") == [("Rate of late boats", "")]
    assert counted(lists, "40 - the end of it.")[0][1] != ""  # no number of anything


def test_a_part_whose_share_fits_needs_nobody(lists: Lists) -> None:
    text = "We seized 200 boats, 50 (25%) were late and 120 (60%) came by night."
    assert counted(lists, text) == [
        ("Boats seized", ""), ("Boats seized: late", ""), ("Share of boats seized: late", ""),
        ("Boats seized: came by night", ""), ("Share of boats seized: came by night", ""),
    ]  # fmt: skip
    wrong = counted(lists, "We seized 200 boats, 50 (70%) were late.")
    assert wrong[1][1] == "measure: boats-seized?"  # 50 are not 70% of them
    assert counted(lists, "In May 45 (90%) of the 50 quay boats came.")[0] == (
        "Quay boats came",
        "",
    )


@pytest.mark.parametrize(
    ("text", "description", "asked"),
    [
        ("There were 40 boats and barges in May 2024.", "Boats and barges, 2024-05", ""),
        ("There were 40 boats and barges sank.", "Boats", ""),
        ("There were 32 local police officers across the port.",
         "Local police officers across the port",
         "measure: officers, or a new one for 'local police officers'?"),
        ("We sent 40 letters to ask the ports.", "Letters sent", ""),
        ("The count of 40 boats covering.", "Boats", ""),
        ("Late boats (40) were 9% fewer in number.", "Decrease in late boats", ""),
        ("The fund has a balance of £43.50.", "Balance", ""),
        ("Ports with a turnover exceeding £36 million pay.", "Turnover", ""),
        ("A total of £36 million.", "", "measure"),
        ("Availability of the boat was 79.8%.", "Availability of the boat",
         "measure: availability?"),
        ("The percentage of boats was the same in all ports, at 37%.", "Share of boats",
         "measure: share of boats?"),
    ],
)  # fmt: skip
def test_what_is_around_a_number_is_read_whole(
    lists: Lists, text: str, description: str, asked: str
) -> None:
    found = counted(lists, text)[-1]
    assert found[0] == description
    assert found[1].startswith(asked) and bool(found[1]) == bool(asked)


def test_a_share_that_fell_below_another_is_no_change(lists: Lists) -> None:
    (one,) = drafted(lists, "It fell below 80%.").proposed("figures.csv")
    assert (one.row["measure"], one.needs_a_person) == ("share", "measure: a share of what?")


@pytest.mark.parametrize(
    "text",
    [
        "It was estimated to have risen by up to £900.",
        "They said they'd set one.",
        "One gained berth.",
    ],
)
def test_what_is_no_noun_is_asked(lists: Lists, text: str) -> None:
    draft = drafted(lists, text)
    asked = {one.row.get("measure"): one.needs_a_person for one in draft.proposals
             if one.file in ("figures.csv", "new-measures.csv")}  # fmt: skip
    assert any("name: what is counted?" in one or "measure" in one for one in asked.values())


def test_what_was_done_is_the_measure_and_why_the_description(lists: Lists) -> None:
    (one,) = drafted(lists, "They arrested 46 individuals for breaking U.S. law.").proposed(
        "figures.csv"
    )
    assert one.row["measure"] == "individuals-arrested"
    assert one.row["description"] == "Individuals arrested for breaking U.S. law"


def test_a_share_is_not_of_a_length_of_time(lists: Lists) -> None:
    _, share = drafted(lists, "Over 12 months, theft had fallen, by 1.5%.").proposed("figures.csv")
    assert "duration" not in share.row["measure"]


def test_fewer_than_five_reports_are_of_what_the_number_before_them_counts(lists: Lists) -> None:
    text = "There were 12 reports of theft (up from less than five reports)."
    _, second = drafted(lists, text).proposed("figures.csv")
    assert second.row["measure"] == "reports-of-theft"


def test_pages_and_years_of_what_is_cited_are_those_of_no_figure(lists: Lists) -> None:
    text = "Crews met 12 boats (Lee et al 2009: 589) and 40 nets (Quay Fund 2021)."
    draft = drafted(lists, text)
    found = draft.proposed("figures.csv")
    assert [(one.row["value"], one.row["period"]) for one in found] == [("12", ""), ("40", "")]
    reasons = {one.row["printed"]: one.row["reason"] for one in draft.proposed("numerals.csv")}
    assert reasons["589"] == "Part of a reference to a document"


def test_numbers_of_a_row_of_guesses_wait_for_the_first(lists: Lists) -> None:
    text = "Crews came from two ports, Harl (9), Quay (6) and Tide (3)."
    found = [one.needs_a_person for one in drafted(lists, text).proposed("figures.csv")]
    assert found == [
        "",
        "measure: ports?",
        "measure as body-p1-ports-2",
        "measure as body-p1-ports-2",
    ]


def test_the_number_that_fell_is_no_subject_of_the_one_to_which_it_fell(lists: Lists) -> None:
    text = "Trips fell from roughly one million in 2007 and 2008 down to 642,000 in 2011."
    for one in drafted(lists, text).proposed("figures.csv"):
        assert "million" not in one.row["measure"]


@pytest.mark.parametrize(
    ("text", "measure", "asked"),
    [
        ("There were 70 boats per 1,000 harbours.", "boats-per-1-000-harbours", ""),
        ("The port had 7.5 thefts per 100,000 residents.", "thefts-per-100-000-residents", ""),
        ("We saw 30 more nets than in 2023, and 12 fewer than in 2022.", "fall-in-nets", ""),
        ("We saw 7 more nets than in 2023, and 12 fewer torn or lost.", "fall-in-nets",
         "measure: fall in what?"),
        ("We met 40 people badly injured.", "people-badly-injured", ""),
        ("In 2023 we sent 12 QZB's.", "qzbs-sent", ""),
        ("In 2023 we sent 1 QZB.", "qzbs-sent", ""),
        ("2023/24 - 12 Late Letters Issued", "late-letters-issued", ""),
    ],
)  # fmt: skip
def test_what_a_rate_a_fall_or_letters_count(
    lists: Lists, text: str, measure: str, asked: str
) -> None:
    last = drafted(lists, text).proposed("figures.csv")[-1]
    assert (last.row["measure"], last.needs_a_person) == (measure, asked)


@pytest.mark.parametrize(
    ("text", "measure", "asked"),
    [
        ("The repair of the quay cost £3 million in 2023.", "cost", ""),
        ("The harbour spent £40,000 on new boats in 2023.", "cost", ""),
        ("In 2023, £2 million was allocated to the harbour fund.", "funding", ""),
        ("In 2023 the total cost of nets was £4m, compared with £3m in 2022.", "cost", ""),
        # What is paid to somebody, or is the price of one thing, is no cost of something.
        ("The crews were paid £20 a week in 2023.", "money-paid", ""),
        ("£9,000 was spent in 2023.", "money-spent", "measure: money spent for what?"),
    ],
)
def test_what_money_was_spent_on_is_a_cost_and_what_was_granted_is_funding(
    lists: Lists, text: str, measure: str, asked: str
) -> None:
    one = drafted(lists, text).proposed("figures.csv")[-1]
    assert (one.row["measure"], one.needs_a_person) == (measure, asked)
