"""Derived numbers in prose: sentences whose arithmetic was worked out by hand."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.passages import Passage


def claims(text: str, pairing: str = "explicit") -> list[tuple[str, str, list[str], str]]:
    """Kind, stated number, inputs and verdict of the claims in a text."""
    found = audit([Passage("1", "paragraph", "", text)])
    return [
        (claim.kind, claim.stated.printed, [i.quantity.printed for i in claim.inputs], r.verdict)
        for claim, r in found.claims
        if claim.pairing == pairing
    ]


SHARES = [
    # 845/1204 = 70.2%, 359/1204 = 29.8%, 31/41 = 75.6%, 10/41 = 24.4%, 175/250 = 70%
    ("Of the 1,204 referrals, 845 (70%) were for adults.", "70%", ["845", "1,204"]),
    ("There were 1,204 referrals, of which 845 (70%) were adults.", "70%", ["845", "1,204"]),
    ("845 of 1,204 (70.2%) potential victims were adults.", "70.2%", ["845", "1,204"]),
    ("70% (845) of the 1,204 referrals were for adults.", "70%", ["845", "1,204"]),
    ("Out of 250 respondents, 175 (70%) agreed.", "70%", ["175", "250"]),
    ("12 of 43 forces responded, a response rate of 28%.", "28%", ["12", "43"]),
    ("A response rate of 28% (12 of 43) was achieved.", "28%", ["12", "43"]),
    ("98.2% were answered within 10 seconds (12,345 of 12,571 calls).", "98.2%",
     ["12,345", "12,571"]),
    ("31 of the 41 offences (76%) had no suspect.", "76%", ["31", "41"]),
    # 612 of 2,400 = 25.5%, 218 of 1,360 = 16.0%, 1,342 of 3,481 = 38.6%
    ("A rate of 25.5% was achieved (612 responses from 2,400 invitations).", "25.5%",
     ["612", "2,400"]),
    ("We had 612 responses from 2,400 invitations, a 26% response rate.", "26%", ["612", "2,400"]),
    ("The survey was sent to 2,400 residents and 612 replied, a response rate of 25.5%.", "25.5%",
     ["612", "2,400"]),
    ("Of the 1,360 burglaries, 218 were detected, a detection rate of 16%.", "16%",
     ["218", "1,360"]),
    ("Only 16% of the 1,360 burglaries (218) were detected.", "16%", ["218", "1,360"]),
    ("218 (or 16%) of the 1,360 burglaries were detected.", "16%", ["218", "1,360"]),
    ("218 burglaries were detected (16% of the 1,360 recorded).", "16%", ["218", "1,360"]),
    ("The force employs 3,481 people, 39% of whom (1,342) are women.", "39%", ["1,342", "3,481"]),
    ("About 76 per cent, or 31 of the 41, ended.", "76 per cent", ["31", "41"]),
    ("31 (76%) of 41 offences were closed.", "76%", ["31", "41"]),
    ("Officers dealt with 41 cases and 31 of them (76%) were closed.", "76%", ["31", "41"]),
    ("The force solved 50 of its 200 burglaries - a rate of 25%.", "25%", ["50", "200"]),
    ("Officers visited 12 of 16 premises (three quarters).", "three quarters", ["12", "16"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated", "inputs"), SHARES, ids=lambda value: str(value)[:40])
def test_shares_that_hold(text: str, stated: str, inputs: list[str]) -> None:
    assert claims(text) == [("share", stated, inputs, "consistent")]


def test_two_numbers_in_one_are_part_and_whole() -> None:
    assert claims("175 out of 250 respondents agreed (70%).") == [
        ("share", "70%", ["175", "250"], "consistent")
    ]


def test_a_list_of_shares_that_make_up_the_whole() -> None:
    text = "5 of the 8 actions (63%) are done, 2 (25%) on track and 1 (13%) late."
    assert claims(text) == [
        ("share", "63%", ["5", "8"], "consistent"),
        ("share", "25%", ["2", "8"], "consistent"),
        ("share", "13%", ["1", "8"], "consistent"),
    ]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Of the 1,204 referrals, 845 (72%) were for adults.", "inconsistent"),
        ("31 of the 41 offences (75%) had no suspect.", "truncated"),  # 75.6
        ("10 of the 41 offences (25%) were open.", "rounded-up"),  # 24.4
        ("31 of the 41 offences (67%) had no suspect.", "inconsistent"),
        ("Officers visited 6 of 16 premises (three quarters).", "inconsistent"),
    ],
)
def test_shares_that_do_not_hold(text: str, verdict: str) -> None:
    assert [claim[-1] for claim in claims(text)] == [verdict]


CHANGES = [
    # 74/105 = -29.5%; 1824/1520 = +20%; 11826/12345 = -4.2%
    ("Stops fell by 29.5% from 105 to 74.", "decrease", "29.5%", ["105", "74"]),
    ("Crime decreased by 4.2% (from 12,345 to 11,826).", "decrease", "4.2%",
     ["12,345", "11,826"]),
    ("Burglary increased from 1,520 to 1,824 (+20%).", "change", "+20%", ["1,520", "1,824"]),
    ("Burglary went from 1,520 to 1,824 (up 20%).", "increase", "20%", ["1,520", "1,824"]),
    ("There were 1,824 offences compared to 1,520 in the previous year, a 20% increase.",
     "increase", "20%", ["1,520", "1,824"]),
    ("There was a 20% increase in offences (1,824 compared with 1,520).", "increase", "20%",
     ["1,520", "1,824"]),
    ("Burglary was up (1,824 v 1,520; +20%).", "change", "+20%", ["1,520", "1,824"]),
    ("Robbery: 1,824 (+304, +20%).", "change", "+20%", ["1,824", "+304"]),
    ("Sales rose 20% to 1,824, or 5 a day, from 1,520.", "increase", "20%", ["1,520", "1,824"]),
    ("The number doubled from 5 to 10.", "ratio", "doubled", ["5", "10"]),
    ("The number more than doubled from 5 to 12.", "ratio", "doubled", ["5", "12"]),
    ("The rate rose 20 percentage points from 40% to 60%.", "percentage-points",
     "20 percentage points", ["40%", "60%"]),
    ("In 2023 there were 1,824 offences, 20% more than the 1,520 of 2022.", "increase", "20%",
     ["1,520", "1,824"]),
    ("Knife crime is down 9%, from 1,520 last year to 1,383 this year.", "decrease", "9%",
     ["1,520", "1,383"]),
    ("There were 31 fewer stops in 2020 (74) than in 2019 (105).", "difference", "31",
     ["105", "74"]),
    ("Stops decreased by 31 from 105 to 74.", "difference", "31", ["105", "74"]),
    # 341 of 310 = +10%
    ("Robbery up 10% (310 to 341).", "increase", "10%", ["310", "341"]),
    ("Robbery rose by 31 (10%) from 310 to 341.", "increase", "10%", ["310", "341"]),
    ("There were 341 robberies (310 in 2022), an increase of 10%.", "increase", "10%",
     ["310", "341"]),
    ("There were 341 robberies compared to 310 in 2022 (+10%).", "change", "+10%",
     ["310", "341"]),
    ("There were 341 robberies, an increase of 31 on the previous year's 310.", "difference", "31",
     ["310", "341"]),
    ("The vacancy rate is 7.6%, 2.5 percentage points higher than in 2022 (5.1%).",
     "percentage-points", "2.5 percentage points", ["5.1%", "7.6%"]),
    ("The budget fell from £1.2 million to £0.9 million, a reduction of 25%.", "decrease", "25%",
     ["£1.2 million", "£0.9 million"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stated", "inputs"), CHANGES, ids=lambda v: str(v)[:40])
def test_changes_that_hold(text: str, kind: str, stated: str, inputs: list[str]) -> None:
    found = claims(text)
    assert [each for each in found if each[1] == stated] == [(kind, stated, inputs, "consistent")]
    # "rose by 31 (10%) from 310 to 341": the 31 is a claim, too
    assert {(each[0], each[3]) for each in found if each[1] != stated} <= {
        ("difference", "consistent")
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Stops fell by 38% from 105 to 74.", "the figures give 29.52%, 38% is printed"),
        ("It went from 31% to 27%, a fall of 4%.", "4 percentage points is the difference"),
        ("It went from 31 to 27 per cent, a fall of 4 per cent.", "; 4 percentage points is the"),
        (
            "Stops rose by 29.5% from 105 to 74.",
            "the figures give a fall of 29.52%, 29.5% is printed",
        ),
        ("Offences rose from 6 to 9, an increase of 150%.", "150% is 9 as a share of 6"),
        ("Offences rose from 105 to 150, an increase of 45%.", "45 is the difference"),
        ("Offences fell from 150 to 105, a fall of 43%.", "43% is the change from 105 to 150"),
        (
            "The rate for men was 41.6% higher than for women (176.5 versus 103.1).",
            "41.6% is the difference as a share of 176.50",
        ),
    ],
)
def test_changes_that_do_not_hold_name_the_usual_slip(text: str, why: str) -> None:
    found = audit([Passage("1", "paragraph", "", text)])
    assert [result.verdict for _, result in found.claims] == ["inconsistent"]
    assert why in found.claims[0][1].why


TOTALS = [
    ("A team of 22 officers, made up of one inspector, 3 sergeants and 18 constables.", "22",
     ["one", "3", "18"]),
    ("There were 13 arrests and 9 charges, a total of 22.", "22", ["13", "9"]),
    ("A total of 41: 31 theft, 5 fraud and 5 other.", "41", ["31", "5", "5"]),
    ("It costs £0.9m for staff and £0.6m for premises, totalling £1.5m.", "£1.5m",
     ["£0.9m", "£0.6m"]),
    ("We saw 31 males and 10 females (41 in total).", "41", ["31", "10"]),
    ("Of the 41 offences, 31 were closed, 5 charged and the remaining 5 are open.", "41",
     ["31", "5", "5"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated", "inputs"), TOTALS, ids=lambda v: str(v)[:40])
def test_totals_that_hold(text: str, stated: str, inputs: list[str]) -> None:
    assert claims(text) == [("total", stated, inputs, "consistent")]


@pytest.mark.parametrize(
    "text",
    [
        "A team of 23 officers, made up of one inspector, 3 sergeants and 18 constables.",
        "There were 13 arrests and 9 charges, a total of 21.",
        "It costs £0.9m for staff and £0.6m for premises, totalling £1.8m.",
    ],
)
def test_totals_that_do_not_hold(text: str) -> None:
    assert [claim[-1] for claim in claims(text)] == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "There were 120 searches over 8 weeks, an average of 15 a week.",
        "They made 120 searches in 8 weeks (15 a week on average).",
        "The average was 15 searches a week (120 over 8 weeks).",
        "Over the 8 weeks the team carried out 120 searches, an average of 15 a week.",
    ],
)
def test_averages_that_hold(text: str) -> None:
    assert claims(text) == [("average", "15", ["120", "8"], "consistent")]


def test_an_average_that_does_not_hold() -> None:
    text = "There were 120 searches over 8 weeks, an average of 12 a week."
    assert claims(text) == [("average", "12", ["120", "8"], "inconsistent")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Searches fell by 31 from 74 to 105.", "a rise of 31"),
        ("The share fell from 31% to 40%, a fall of 9 percentage points.", "a rise of 9"),
        ("The budget rose from £99 million to £33 million, a rise of 4%.", "a fall of 66.67%"),
    ],
)
def test_a_change_the_other_way(text: str, found: str) -> None:
    ((_, result),) = audit([Passage("1", "paragraph", "", text)]).claims
    assert (result.recomputed, result.verdict) == (found, "inconsistent")


def test_shares_that_make_100_are_of_one_whole() -> None:
    text = (
        "Of the 631 referrals, 188 (29.8%) were closed, 113 (24.2%) charged and 290 (46.0%) open."
    )
    assert [claim[-1] for claim in claims(text)] == ["consistent", "inconsistent", "consistent"]


def test_weekdays() -> None:
    assert claims("It met on Monday 31 June 2003.")[0][-1] == "inconsistent"
    assert claims("It met on Monday 10 March 2003.")[0][-1] == "consistent"
    assert claims("It met on Tuesday 10 March 2003.")[0][-1] == "inconsistent"


TRAPS = [
    "310 robberies, compared with 300 on average in the previous three years, up 2% on the"
    " five-year average.",
    # an average over many years: 18.3 is 48.8% more than 12.3
    "The ratio has risen from 12.3 in 1980 to 18.3 in 2002, an annual increase of 1.7%.",
    "Visits rose from 100 to 128, up 5% a year.",
    "We had four teams made up of four officers, four analysts and three clerks.",
    "It is a rise of just £2.25 an hour in six years, or £4,500 a year for a full-time officer.",
    "There were falls in eight areas: Northside 2.4 , Westside (2.2 per cent) and others.",
    "Three out of four residents (76%) agreed.",
    "The force dropped 12 places - from 82 to 94 - in the ranking.",
    "Its part is a little over half the size of business services (12.2%).",
    "A total of 60 cases were closed (31 cases of theft; 20 cases of fraud; 9 cases of both).",
    "About four out of every 100 pupils were either unsure (1.2 percent) or did not say (2.5).",
    "There were 120 (39%) of the 12.",
    "120 of 2,400 staff were off sick, up 25% from 96.",
    "Savings of £3.2m have been delivered against a target of £4.0m (80%).",
    # the percentage is a target, an average, another place's or another year's
    "8 of the 11 forces had met the target (95%).",
    "12 of the 30 schools had attendance below the national average (93%).",
    "820 of 2,301 officers (35% nationally) are women.",
    "31 of 41 respondents (72% last year) were satisfied.",
    "31 of the 41 offences (10% of all offences in the force) were in Ayton.",
    "Two thirds of forces met the standard (90%).",
    "7 of the 10 sites are let, a vacancy rate of 12% across the estate.",
    "Turnout was highest at 34% in the wards with new polling places (12 of 40).",
    # the change is that of another subject
    "While officer numbers rose from 2,150 to 2,301, sickness fell by 12%.",
    "As the caseload grew from 400 to 500, satisfaction dropped by 3 percentage points.",
    "Overall crime fell by 2%, driven by robbery, which fell from 310 to 279.",
    "Council tax rises by 4.99%, and the total budget moves from £40.1m to £41.3m.",
    "The arrest rate rose from 12% to 14%, a 10% fall in searches notwithstanding.",
    "The grant fell 12% in real terms from £20m to £18.4m.",
    "Ayton recorded 120 offences (39%) because of 2 large festivals.",
    "3 of the 5 directorates forecast an overspend (3%).",
    "120 of 2,400 staff were off sick - 25% more than in 2022.",
    "240 searches were made over 12 weekends, with an average of 4 officers a weekend.",
    # from 10 to 17 is a range
    "Offending fell by 12% among children aged from 10 to 17.",
    "Grants rose by 15%, ranging from £500 to £5,000.",
    # the second number is not what was before
    "The rise of 12 (4%) was due to 40 recruits joining in March.",
    "1,204 calls, up 12% on last year's figure and 310 emails were received.",
    "There were 3,481 staff, up 4% on 2022 across 43 forces.",
    "The rate rose by 2% to 36 per 1,000, compared with 30 nationally.",
    "The number of PCSOs fell from 500 to 300, a fall of 50 a year.",
    # the parts are not all of it, or not apart
    "Of the 41 complaints, 31 were closed, 5 of them within a week, and the other 10 remain open.",
    "23 people were arrested, 15 of whom were men and 10 of whom were under 25.",
    "A total of 540 people responded (312 women and 205 men); the rest did not say.",
    "12 officers and 4 volunteers gave out kits, a total of 900.",
    "We received 1,204 calls over 12 weeks and answered an average of 93 a week.",
    "8 in 10 adults (79.1 percent) were employed.",
    "The target was 80% and the result 76% (31 offences).",
    "There were 53,290 incidents in the 12 months to June, down 13% from the previous 12 months.",
    "He proposed a cut of $10 billion, including raising the allowance from $750 to $1,000.",
    "Earnings were $6.44 a share, and income rose 8.9% from $387.8 million.",
    "Of the 41 offences, 31 (76%) were solved, compared with 20 (50%) in 2019.",
    "People aged 18 to 25 are 43% of victims.",
    "40% chose trains, 50% buses and 30% cars.",
    "The index was 120 in 2020 and 140 in 2021, and prices rose 5%.",
    "The response rate was 28% and 12 officers were trained.",
    "The margin is 5% (95% CI 3% to 7%).",
]


@pytest.mark.parametrize("text", TRAPS)
def test_traps_stay_silent(text: str) -> None:
    found = audit([Passage("1", "paragraph", "", text)])
    assert {result.verdict for _, result in found.claims} <= {"consistent", "not-checkable"}


def test_a_base_nearby_is_inferred_and_never_a_misfit() -> None:
    near = "There were 41 offences. Men were victims of 31 (76%)."
    assert claims(near, "inferred") == [("share", "76%", ["31", "41"], "consistent")]
    far = "There were 50 offences. Men were victims of 31 (76%)."
    assert claims(far, "inferred") == [("unpaired", "76%", ["31"], "not-checkable")]


def test_round_numbers_are_doubted_and_not_accused() -> None:
    # 16,600 of 30,000 is 55.3%, 16,550 of 30,300 is 54.6%.
    assert claims("16,600 of the 30,000 homes (54.8%) are let.")[0][-1] == "ambiguous"
    assert claims("16,600 of the 30,000 homes (58%) are let.")[0][-1] == "inconsistent"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # 31 of 44 is 70.5%, 20 of 44 is 45.5%
        ("Almost three quarters of the farms (31 of 44 farms) were late.", "ambiguous"),
        ("Almost three quarters of the farms (20 of 44 farms) were late.", "inconsistent"),
    ],
)
def test_a_fraction_in_words_may_be_rough(text: str, verdict: str) -> None:
    assert [each[-1] for each in claims(text)] == [verdict]


def test_a_fraction_printed_twice_is_the_same() -> None:
    text = "Officers closed more than half of all cases of the year."
    found = audit([Passage("1", "paragraph", "", text), Passage("2", "paragraph", "", text)])
    verdicts = [(c.kind, c.stated.printed, r.verdict) for c, r in found.claims]
    assert verdicts == [("same", "half", "consistent")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "There were 105 stops in 2015/16 compared with 74 during the same period in 2016/17,"
            " a decrease of 31 stops.",
            ("difference", "31", ["105", "74"], "consistent"),
        ),
        (
            "There were 105 stops in 2016/17 compared with 74 in 2015/16, a decrease of 31 stops.",
            ("difference", "31", ["74", "105"], "inconsistent"),
        ),
    ],
)
def test_years_say_which_value_came_before(text: str, found: tuple[str, ...]) -> None:
    assert claims(text) == [found]


def test_both_values_of_a_change_come_before_its_step() -> None:
    text = "There were 108 calls compared to 96 the year before, which is an increase of 12 (13%)."
    assert claims(text) == [
        ("difference", "12", ["96", "108"], "consistent"),
        ("increase", "13%", ["96", "108"], "consistent"),
    ]


def test_a_value_in_brackets_is_what_was_before() -> None:
    text = "There were 462 calls. This was 51% higher than when they were first counted (306)."
    assert claims(text, "inferred") == [("increase", "51%", ["306", "462"], "consistent")]
