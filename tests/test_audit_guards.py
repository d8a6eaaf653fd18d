"""What keeps an audit from calling a number wrong that is right, or of something else."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes
from moditrack.documents.passages import Passage
from tests.test_audit_prose import claims


def found(text: str) -> list[tuple[str, str, str]]:
    """Kind, stated number and verdict of what is found in a text."""
    checked = audit(read_bytes(text.encode()).passages).claims
    return [(claim.kind, claim.stated.printed, result.verdict) for claim, result in checked]


@pytest.mark.parametrize(
    "text",
    [
        # pounds are no average of searches
        "There were 240 searches over 8 weeks, an average of £15 a week.",
        # 3 to 5 is no number to add
        "The 22 officers comprise 1 inspector, 3 to 5 sergeants and 15 constables.",
        # the second of two shares is that of the second part: 20/60 = 33%, 12/60 = 20%
        "Ayton had 20 boats and Beck 12 of the 60, 33% and 20% respectively.",
        # of traffic, and not of the rate
        "Although traffic fell by 2% in 2010, the rate was 67 a mile, compared to 70 in 2009.",
        # of one of the four
        "There were 4 ports in each of which 8 (67%) were boats.",
        # a range
        "Fees rose by 5% (10 to 20 pence a boat).",
        # boats and ships
        "There were 90 boats, a rise of 5% on 2019, when we counted 3 ships.",
        # another place
        "12 of the 43 schools closed, 60% across all regions.",
        # the dates belong to something else
        "It ran for nine years of late reports, from 2014 to 2018.",
    ],
)
def test_numbers_of_other_things_are_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize("text", ["Half of them (85%) were men.", "A third (60%) were men."])
def test_a_fraction_is_not_rough_without_end(text: str) -> None:
    assert [verdict for *_, verdict in claims(text)] == ["inconsistent"]


def test_a_bound_counts_no_list() -> None:
    text = "1. The plan has more than {} aims:\n\n- to search\n- to board\n- to report\n"
    assert found(text.format("three")) == []
    assert found(text.replace("more than ", "").format("four")) == [
        ("list-count", "four", "inconsistent")
    ]


@pytest.mark.parametrize(("number", "verdicts"), [("12", ["inconsistent"]), ("45", [])])
def test_a_summary_is_held_against_numbers_near_its_own(number: str, verdicts: list[str]) -> None:
    text = "The officers of the harbour arrested {} people at the quays."
    passages = [
        Passage("summary.1", "paragraph", "", text.format("10")),
        Passage("4", "paragraph", "", text.format(number)),
    ]
    assert [result.verdict for _, result in audit(passages).claims] == verdicts


def test_where_most_sums_of_a_table_fail_it_may_have_been_misread() -> None:
    rows = "Area\tCases\nNorth\t11\nSouth\t21\nTotal\t{}\nEast\t5\nWest\t6\nTotal\t{}\n"
    assert found(rows.format(45, 30)) == [
        ("total", "45", "not-checkable"), ("total", "30", "not-checkable"),
    ]  # fmt: skip
    assert found(rows.format(45, 11))[0] == ("total", "45", "inconsistent")


def test_small_sums_that_are_off_by_one_are_not_rounded() -> None:
    rows = "Area\tA\tB\tC\tD\nNorth\t11\t12\t13\t14\nSouth\t21\t22\t23\t24\nTotal\t{}\t36\t38\n"
    assert found(rows.format("33\t35"))[:2] == [
        ("total", "33", "inconsistent"), ("total", "35", "inconsistent"),
    ]  # fmt: skip


def test_one_common_word_does_not_name_a_row() -> None:
    table = "Outcome\tOffences\nCharged\t10\nClosed\t31\nTotal\t41\n"
    assert found(f"In all, 24% were charged.\n\n{table}")[0] == ("unpaired", "24%", "not-checkable")


def test_a_share_of_nothing_is_no_claim() -> None:
    assert found("Area\tCases\nNorth\t0 (0%)\nSouth\t0 (0%)\nTotal\t0\n") == [
        ("total", "0", "consistent")
    ]


def test_a_change_of_percentages_is_in_points() -> None:
    rows = "Area\t2022\t2023\tChange\nNorth\t10%\t15%\t5\nSouth\t20%\t22%\t2\nEast\t30%\t31%\t1\n"
    assert found(rows) == [("percentage-points", n, "consistent") for n in ("5", "2", "1")]


RIGHT = (
    # 470 to 410: the value is not the number nearest to the change
    "The trust has 410 beds in 12 hospitals, down 60 from 470.",
    "The port had 410 berths on 12 quays, 60 fewer than 470 a year ago.",
    # a change of something that is named after it
    "Emissions fell from 1,000 to 800 tonnes, a reduction of 50% per passenger.",
    "Fires fell from 50 to 40, a fall of 40% in homes and of 5% elsewhere.",
    "Crews rose from 1,000 to 1,100, an increase of 6% in full-time equivalent terms.",
    "Income rose from £6,000 to £6,300, an increase of 1% after inflation.",
    # a part before the list, or one that is not known
    "Seven large boats came, together with 95 small and 214 other boats, a total of 316 boats.",
    "The large boats, together with 95 small and 214 other boats, a total of 318, came.",
    # other wholes, other days, weights
    "In Norham 61% of homes have a berth, in the rest of the county 48%.",
    "The quay will be closed for 6 days between 1 March 2025 and 31 March 2025.",
    "It is open on Monday to Friday, 10 March 2025 being the first day.",
    "38% of the 41 skippers, weighted by age, had a radio.",
    "Net prices rose 8% in the year, the price of the lines from £50 to £52.",
    # another base than that of the numbers before: a share, last year's number
    "Of the 500 crews, 120 (40%) in Ayton sailed and 80 (40%) in Norham.",
    "A fifth of the crews (250) sailed, up from 15% (150).",
    "There were 41 boats, compared with 52 in May. This was a rise of 8% on last year's 38.",
    "Compared with 1,499 boats in April, there were 1,407. This total comprised 629 yawls, 690"
    " sloops and 88 punts.",
    # changes before the one of the sentence; a change of a measure, beside numbers of people
    "Berths were cut by 5 to 45, from 60 before the first cuts.",
    "A rise of 12% was seen in hours, with 600 people compared with 500 people.",
    # a change of something else than the values after it
    "There was a 20 per cent fall in crime as arrests were down to 123 this year from 140 the"
    " previous year.",
    "There were 48 arrests, a 12% (-20) decrease on all searches from 170 before.",
    "Burglary was 51 (8%) higher, and theft rose to 60 from 50 the previous year.",
    # a step of another rate
    "Council tax rises from £1,200 to £1,248, an increase of 4%, or £0.92 a week.",
    "Crime fell from 400 to 360, down 10%, or 15 per 1,000 people.",
    "Calls rose from 2,000 to 2,500, up 25%, or 10 for every adviser.",
    # more than, and nearly
    "Stops more than halved from 9 to 4.",
    "Stops nearly halved from 9 to 5.",
    # balances of other sums
    "Spend to date is £18.3m compared with a budget of £25.0m for the full year, a forecast"
    " underspend of £0.6m.",
    "Turnover was £9.0m and cost of sales £6.0m, giving a net profit of £0.9m.",
    "Income rose by £2.0m and costs by £1.5m, a surplus of £3.1m.",
    # averages of another time, and sums per something else
    "In the 4 weeks there were 120 calls, against an average of 20 a week.",
    "There were 120 calls in 4 weeks (20 a week in 2022).",
    "We took £900 in gifts and £600 in fees over 5 days (£300 a day).",
    "We spent £600 on 3 courses (£20 per person).",
    "The average age was 30 (12 people across 4 teams).",
    # falls of what can be less than nothing
    "Excess deaths fell by 130% to below the average.",
    "The change in deaths fell by 150%.",
    # parts of parts
    "There were 30 staff. This total comprised 20 carers (8 of them part-time) and 10 nurses.",
    # counted in another way
    "Spending was £105m, compared with £100m, up 2% in real terms.",
    # restated, and numbers that are not added up
    "| Area | 2022 | 2023 | Change |\n|---|---|---|---|\n| A | 100 | 110 | 10% |\n"
    "| B | 50 | 45 | -10% |\n| C | 20 | 30 | 50% |\n| D (restated) | 40 | 60 | 7% |",
    # values in brackets of other things, or with a third one beside them
    "Visitors: a 5% rise in pay from 2021 (40 porters) to 2022 (44 porters).",
    "The repair rate saw a 5% rise from 2021 (100 lamps) to 2022 (120 lamps).",
    "There was a 12% fall from 2021 (100 lamps) to 2022 (95 buoys).",
    "There was a 12% fall in lamps from 2021 (100) to 2022 (90) and 2023 (88).",
    "There was a 20% fall from 2022 (120 lamps) compared with 2021 (150 lamps).",
    "There was a 9% fall in lamps, and from 2021 (26 months) to 2022 (12 months) we hired none.",
    # what comes after the base is not of what was counted
    "There were 71 lamps, a 15.5% decrease compared to the 72 sites of 2019.",
    "There were 71 lamps, a 15.5% decrease on the 3 previous years.",
    # the share of the rest: 48 of 60 passed; 5% of the 40 left, 95% stayed
    "12 of the 60 boats failed the test, a pass rate of 80%.",
    "Of the 40 porters, 2 left, giving a retention rate of 95%.",
    # a number of places, times or questions before the share is no part of the whole
    "In 12 ports, 40% of the 500 berths were empty.",
    "Across the five questions, 38% of the 41 skippers agreed.",
    "Of the 1,140 calls, 960 were answered within 20 seconds, 80% of the 1,200 received.",
    # several shares, and a pair for each: 30 of 200 is 15%, 45 of 180 is 25%
    "The share of new lamps rose from 15% to 25% (30 of 200 to 45 of 180).",
    # since another year than that of the value: from 4,000 in 2019
    "Sailings rose by 12% from 2019 to 4,480 in 2022, compared with 4,300 in 2021.",
    "Membership fell by 10% from its 2019 peak to 900, down from 920 last year.",
    # two sides of nothing: 10 to -3 is a fall of 130%; -12 to 8 is a rise of 20
    "Profit fell by 130%, from £10 million to a loss of £3 million.",
    "The debt fell by 150%, from £2m to net cash of £1m.",
    "The port moved from 12 below the average to 8 above, a rise of 20.",
    # the share says what it is of; the 108 are 48 and 60
    "12 of the 16 ports voted yes - 55% of all voters.",
    "Some 3 of the 16 ports, or 25% of residents, have no shop.",
    "About 25% of residents have no shop (3 of the 16 ports).",
    "We have 48 vans and 60 cars, 42 of them electric (39%).",
    # an average that a value is compared with was not before it: 11 was
    "Costs rose by 9% to £12 per boat, compared with an average of £10 (up 5%).",
    # a number with a change of its own is no value: 1,000 in April, 1,300 in May of last year
    "The shop took £1,200 in May, up £200 on April and down £100 on May last year.",
    # what a value is compared with is no part of it: from 200,000 to 250,000
    "The port lent £30m to 120 crews, an average of £250,000, up from £200,000 (25%).",
    # half of a boat
    "The average fleet rose from 26.8 to 27.3 boats, an increase of half a boat.",
    # the average of several counts is no whole number
    "On average, 38% of the 41 members came to each meeting.",
    "At any one time 15% of the 25 officers are on leave.",
    # the number before "and" counts no items
    "The school has two sites and offers:\n\n- art\n- music\n- sport\n",
    "| Home | Longest wait |\n|---|---|\n| A | 80 |\n| B | 90 |\n| Total | 90 |",
)


@pytest.mark.parametrize("text", RIGHT, ids=lambda text: text[:50])
def test_a_right_number_is_no_explicit_misfit(text: str) -> None:
    checked = audit(read_bytes(text.encode()).passages).claims
    assert [
        (claim.stated.printed, result.why)
        for claim, result in checked
        if claim.pairing == "explicit" and result.verdict in ("inconsistent", "impossible")
    ] == []


@pytest.mark.parametrize(
    ("text", "misfit"),
    [
        ("The trust has 410 beds in 12 hospitals, down 90 from 470.", "90"),
        ("Fires fell from 50 to 40, a fall of 40% in the number of fires on last year.", "40%"),
        ("The rate rose from 400 to 500, up 25%, or 90.", "90"),
        ("Stops halved from 9 to 4.", "halved"),
        ("12 of the 60 boats failed the test, a failure rate of 25%.", "25%"),
        ("Some 12 ports, 40% of the 50, have closed.", "40%"),
        ("The share of new lamps rose from 15% to 35% (45 of 180).", "35%"),
        ("Sailings rose by 12% from 2021 to 4,480 in 2022, compared with 4,300 in 2021.", "12%"),
        ("About 25% of ports have no shop (3 of the 16 ports).", "25%"),
        ("Some 3 of the 16 ports, or 25% of the total, have no shop.", "25%"),
        ("We have 60 cars, 42 of them electric (39%).", "39%"),
        ("Costs rose by 9% to £12 per boat, compared with £10 in May.", "9%"),
        ("The shop took £1,200 in May, up £200 on the £900 of April.", "£200"),
        ("Of the £250,000 lent, £200,000 (25%) was paid back.", "25%"),
        ("The profit fell by 30%, from £10 million to £3 million.", "30%"),
        ("In May, 38% of the 41 members came to the meeting.", "38%"),
        ("The school has two aims:\n\n- art\n- music\n- sport\n", "two"),
        ("Income was £9.0m and expenditure £6.0m, a surplus of £0.9m.", "£0.9m"),
        ("There were 120 calls over 4 weeks, an average of 20 a week.", "20"),
        ("Arrests fell by 130%.", "130%"),
        ("Spending was £105m, compared with £100m, up 2%.", "2%"),
        ("Berths were cut by 5 to 45, from 60 before the cuts.", "5"),
        (
            "There were 1,408 boats, compared with 1,499 in May. This overall total comprised 629"
            " yawls, 690 sloops and 88 punts.",
            "1,408",
        ),
        ("There were 36 wrecks, three times as many as the 18 of 2015.", "three times"),
        ("A rise of 12% was seen in boats, with 600 boats compared with 500 boats.", "12%"),
        ("There was a 25% fall from 2022 (120 lamps) compared with 2021 (150 lamps).", "25%"),
        ("There was a 25% fall in lamps from 2022 (120 lamps) to 2021 (150 lamps.)", "25%"),
        (
            "We held 90 lamps, which was a 10% fall compared to the 100 held in 2019, and 71 buoys,"
            " which was a 15.5% decrease compared to the 72 that were held in 2019.",
            "15.5%",
        ),
    ],
)
def test_a_wrong_one_beside_it_is(text: str, misfit: str) -> None:
    wrong = [
        stated for _, stated, verdict in found(text) if verdict in ("inconsistent", "impossible")
    ]
    assert wrong == [misfit]
