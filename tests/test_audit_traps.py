"""Numbers in prose that are not derived, or only perhaps: no misfit is found."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.passages import Passage
from tests.test_audit_prose import claims

TRAPS = [
    # the number before is of something else, or the change is on another number
    "There were 900 calls from 310 streets, down to 300 calls, a drop of 600.",
    "The school had 900 pupils in 30 classes in 2019, down to 28 classes, a drop of 2.",
    "The town had 9,000 homes in 2011, and burglaries were down to 210, a fall of 40.",
    "The town had 9,000 homes in 2011, down to 210 a week, a fall of 40.",
    "The club had 88 members in 2019, and is down to 2 pitches, a drop of 1.",
    "Of the 80 vans in the yard in May, breakdowns were down to 12, a fall of 5.",
    "Waiting lists reached 2,000 in May, falling to 1,500 in June, a fall of 300 on June 2020.",
    "The trust had 300 beds in May, down to 280 in August, a fall of 5% on the year before.",
    "The survey had 400 replies in 2020, up to 12 of them late, a rise of 4.",
    "Income was £500 in 2019, down to 12 members, a fall of 3.",
    "310 robberies, compared with 300 on average in the previous three years, up 2% on the"
    " five-year average.",
    # an average over many years: 18.3 is 48.8% more than 12.3
    "The ratio has risen from 12.3 in 1980 to 18.3 in 2002, an annual increase of 1.7%.",
    "Visits rose from 100 to 128, up 5% a year.",
    # 12 of something else
    "Of the 90 boats, 50 were old and the other 12 ports had none.",
    "Of the 90 crews asked, 50 replied and the remaining 12 questions were left out.",
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
    # each number is of a year of its own
    "How many boats were late? 2020: 6, 2019: 4, 2018: 2, 2017: 1",
    # 1700 and 1850 are years
    "Trade rose by 30% from 1700 to 1850.",
    # "this figure" is another number, or the change is on another one
    "There were 15 boats in 120 ports in 2010. By 2015 this figure was 30, a 100% increase.",
    "There were 300 fires in Harl in May. The total was 500, a 25% increase.",
    "There were 400 boats in 2010. Trade was slow. This figure was 90, a 10% fall.",
    "There were 823 boats in 2011. By 2015 this figure was 2,413, a 3% increase on 2014.",
    "There were 823 boats in 2011. By 2015 this figure was 2,413, a 3% increase a year.",
    "There were 823 boats in Harl in 2011. In Ford this figure was 412, a 5% fall.",
    "The port aims to have 500 boats. This figure is 300, a 10% fall.",
    "In 2015 there were 823 boats. In 2010 this figure was 1,000, a 17.7% rise since then.",
    "There were 823 boats in 2015. In 2010 this figure was 1,000, a fall of 5%.",
    "There were 823 boats in 2015. In 2010 this figure was 700, a fall of 5%.",
    # balances of other accounts, columns of two years, the price of one
    "Balance of the boat fund £4,000.00. Less grants £500.00. Balance of the van fund £800.00.",
    "The loan balance brought forward was £5,000.00. Less £250.00 was repaid. The closing balance"
    " of the reserve is £9,100.00.",
    "Balance at the bank £2,500.00. Plus VAT £310.50. Balance of the petty cash £45.20.",
    "Balance £1,200.00, less fees £30.00, plus interest £5.00. Balance of the loan £20,000.00.",
    "Balance £1,200.00 Less fees £30.00 Balance £4,000.00",
    "Balance brought forward £500.00 £450.00 Add receipts £20.00 £18.00 Balance carried forward"
    " £520.00 £468.00",
    "Opening balance £500.00 Less fees £20.00 (£18.00 in 2018) Closing balance £480.00",
    "Opening balance £500.00 Less fees £20.00, £30.00 and £40.00 Closing balance £410.00",
    "Opening balance £1,000.00 Add ten gifts at £20.00 Closing balance £1,200.00",
    "Opening balance of the current account £5,000.00 Less transfers £200.00 Closing balance of"
    " both accounts £12,300.00",
    "Opening balance £500.00 Add sales £30.00 £530.00 Less wages £10.00 £520.00 Less fees £20.00"
    " (£18.00 in 2018) Closing balance £500.00",
    "Opening balance £120.00 Add gifts £100.00 £220.00 Less wages £5.00 £215.00 Less rent £3.00"
    " £8.00 £212.00",
    "Balance at 1 April £120.00 Add gifts £14.00 Closing balance £500.00 of the other fund",
    "Opening balance £1,000.00 Less payments -£200.00 Closing balance £800.00",
    "Opening 10.00 Less formal talk 10.30 Closing 11.00",
    # what a step is compared with is of another time, place or plan
    "Posts fell by 3 this quarter to 74, compared with 90 a year ago.",
    "Posts rose by 3 to 74, compared with 90 in Ford.",
    "Posts rose by 3 to 74, compared with a plan of 80.",
    "Posts fell by 3 to 74 from 90 in 2010.",
    "Complaints fell by 31 in Ford to 74 in Harl (2021: 90).",
    "The fleet fell by 31 vans to 74 (2021: 80 vans and 25 cars).",
    # the part is more than the last number, or is no part of the total
    "Wages of £31m and pensions of £3m were 83% of total spending of £41m.",
    "Wages of £31m, up £3m, were 76% of total spending of £41m.",
    "The 120 boats in 12 ports were 40% of the total fleet of 300.",
    "Sales of £5m in Harl and £3m in Ford were 80% of total income of £10m.",
    "The 3 largest ports accounted for 60% of total landings of 500 tonnes.",
    # the parts are not all of it, or not apart
    "Of the 41 complaints, 31 were closed, 5 of them within a week, and the other 10 remain open.",
    "23 people were arrested, 15 of whom were men and 10 of whom were under 25.",
    "A total of 540 people responded (312 women and 205 men); the rest did not say.",
    "12 officers and 4 volunteers gave out kits, a total of 900.",
    # the parts are those of the nearer number, or may be
    "9 of the 52 pupils were boarders, 5 boys and 4 girls.",
    "9 of the 52 pupils were boarders, 5 boys and 3 girls.",
    "9 of the 52 pupils (5 boys and 3 girls) were boarders.",
    "9 (17%) of the 52 pupils were boarders: 5 boys and 3 girls.",
    "9 of our 52 pupils were boarders, of whom 5 were boys and 3 girls.",
    "9 of the 52 pupils were boarders, made up of 5 boys and 3 girls.",
    "9 of a total of 52: 5 boys and 3 girls.",
    "52 boats went to 9 teams (5 officers and 3 staff).",
    "Of the 52, 9 were boarders, 5 boys and the other 3 girls.",
    "There were 52 pupils in 9 houses. This total comprised 5 boys and 3 girls.",
    "9 of the 52 pupils were boarders, 5 boys (56%) and 4 girls (44%).",
    "Of the 52 pupils, 9 were boarders, 5 boys (56%) and 4 girls (44%).",
    "9 (17%) of the 52 pupils were boarders, of which 5 (56%) were boys.",
    "9 of the 52 pupils were boarders, 5 boys (63%) and 4 girls (37%).",
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


def misfits(*passages: Passage) -> list[str]:
    found = audit(passages).claims
    return [c.stated.printed for c, r in found if r.verdict not in ("consistent", "not-checkable")]


def test_groups_are_no_parts_of_those_in_them() -> None:
    text = "Around 35 sailors came, consisting of five groups of cadets and one group of mates."
    assert misfits(Passage("1", "paragraph", "", text)) == []
    text = "Six groups came, consisting of five groups of cadets and two groups of mates."
    assert misfits(Passage("1", "paragraph", "", text)) == ["Six"]


@pytest.mark.parametrize(("number", "found"), [(7, []), (8, ["8"])])
def test_numbers_of_pages_beside_a_running_head_are_not_the_same(
    number: int, found: list[str]
) -> None:
    # two pages of print are one of the file: 5 on page 2, 7 on page 3
    head = "The safety of boats and crews at sea in the 2020s"
    pages = [
        Passage("summary.1", "paragraph", "", f"{head} 5", page=2),
        Passage("2.1", "paragraph", "", f"{head} {number}", page=3),
    ]
    assert misfits(*pages) == found


@pytest.mark.parametrize(("second", "found"), [("1.2", ["11"]), ("summary.2", [])])
def test_only_a_summary_and_the_body_repeat_each_other(second: str, found: list[str]) -> None:
    text = "{} crews gave an answer of their own in words"
    passages = [
        Passage("summary.1", "paragraph", "", text.format(14)),
        Passage(second, "paragraph", "", text.format(11)),
    ]
    assert misfits(*passages) == found
