"""Wordings of a change beside what was before and after; each is tried with a wrong number, too."""

from __future__ import annotations

import re

import pytest

from tests.test_audit_prose import claims

# 17,742/17,306 = 1.0252; 345/6,754 = 5.1%; 332/7,361 = 4.5%; 1,360/1,420 = -4.2%; 290/250 = +16%
# 1,234/1,100 = 1.1218; 150/120 = 1.25; 261/338 = -22.8%; 9,359/7,650 = 1.2234
# 184,010/197,700 = -6.9%; 37,317 to 22,784 = -38.9%; 1,272/180 = 706.7%
WORDINGS = [
    # 31/105 = 29.5%
    ("There were 74 stops, compared with 105 last year, a {30%|38%} fall.", ["105", "74"]),
    ("There were 74 stops, {30%|38%} less than in 2019 (105).", ["105", "74"]),
    ("There were 74 stops against 105 last year: a fall of {31|13}.", ["105", "74"]),
    ("Stops went from 105 to 74, a fall of 30% ({31|38} stops).", ["105", "74"]),
    ("Stops (down {30%|38%} due to new rules for boats that came into force in all ports of the"
     " county in May, from 105 to 74) were few.", ["105", "74"]),
    # on the year of the value before, which is no other; 105/74 = 141.9%
    ("Stops fell from 105 in 2019 to 74 in 2020, a fall of {30%|38%} on 2019.", ["105", "74"]),
    ("Stops rose from 74 in 2019 to 105, up {42%|38%} on 2019, and 12 officers left.",
     ["74", "105"]),
    ("Stops fell from 105 in 2015 to 74 in 2020, a fall of {30%|38%} over five years.",
     ["105", "74"]),
    # 31/105 = 29.5% down from 74 + 31; 4,042 = 231,067 - 227,025, which is 1.8%
    ("There were 74 stops, which was down {30%|38%} or 31 on the previous year.", ["74", "31"]),
    ("In the year 105 stops were made, a {+42%|+24%} change from 74 stops in 2019.",
     ["74", "105"]),
    ("Crews saw 231,067 boats in 2018/19 - {4,042|4,402} more than the previous year - marking a 2%"
     " increase (227,025), it was said.", ["227,025", "231,067"]),
    # words with "and" before what is compared with; the step before a percentage that fits
    ("There were 74 theft and robbery offences recorded, compared with 105 in 2019, a decrease of"
     " {30%|38%}.", ["105", "74"]),
    ("There were 74 stops by the Harbour Police (HP), compared with 105 between January and June"
     " 2019, a decrease of {31|13} stops (29.5%).", ["105", "74"]),
    ("Stops fell by {30%|38%}, with only 74 boats stopped, compared with 105 in 2019.",
     ["105", "74"]),
    ("Stops fell by {30%|38%}, with 74 boats stopped, 105 in the same period of 2019.",
     ["105", "74"]),
    ("There were 74 stops, a fall on 105 for last year, or {30%|38%}.", ["105", "74"]),
    ("There were 74 stops, a fall of {30%|38%} over the same period last year, when we had 105.",
     ["105", "74"]),
    # 31/105 = 29.5% below what was planned; 31/(74 + 31) = 29.5%
    ("Spending of £74 was {30%|38%} under the budget of £105.", ["£105", "£74"]),
    ("Spending was £74 against a budget of £105, {30%|38%} below.", ["£105", "£74"]),
    ("In 2020, 74 people were hurt, 31 ({30%|38%}) fewer than in 2019.", ["74", "31"]),
    ("Imports were £74m. This is {29.5%|39.5%} below the £105m recorded in 2019.",
     ["£105m", "£74m"]),
    ("Imports were £74m, {29.5%|39.5%} below the £105m recorded in 2019.", ["£105m", "£74m"]),
    ("Stops fell from 105 to 74 stops - or {31|13} fewer stops.", ["105", "74"]),
    ("Exports fell during the year by {29.5%|39.5%} to £74m when compared to £105m for 2019.",
     ["£105m", "£74m"]),
    ("Stops plummeted by {29.5%|39.5%}, from 105 to 74 cases.", ["105", "74"]),
    # in brackets after a verb; with a bracket or another subject before "when"; 12/74 = 16.2%
    ("Stops fell by {30%|38%} (105 boats to 74).", ["105", "74"]),
    ("There were 74 stops, representing a marked fall of {30%|38%} over the same period last year"
     " (April to June), when we had 105.", ["105", "74"]),
    ("Stops reached 105, a {42%|24%} increase compared with May, when 74 boats were stopped.",
     ["74", "105"]),
    ("There were 74 stops, a fall of {8%|88%} on last year, when there were 80 stops.",
     ["80", "74"]),
    # a date before the change; 31/105 = 29.5%
    ("The number of boats was 74 as of 31 March 2019, down 31 ({30%|38%}) on 2018.", ["74", "31"]),
    # 116/1,200 = 9.7%; no comma before "which", and in words of their own
    ("We saw 1,316 frauds in the year, compared to 1,200 in the previous year which is an increase"
     " of {10%|18%}.", ["1,200", "1,316"]),
    ("In 2020 there were 1,316 frauds; this compares with 1,200 in 2019, a {10%|18%} increase.",
     ["1,200", "1,316"]),
    ("There were 1,316 frauds; 116 ({9.7%|7.9%}) more than in 2019.", ["1,316", "116"]),
    # below two plans: 31/(74 + 31) = 29.5%; 36/(74 + 36) = 32.7%
    ("Costs were £74m, which had been £31m ({29.5%|39.5%}) below the plan.", ["£74m", "£31m"]),
    ("Costs were £74m, which was £31m (29.5%) below the plan and £36m ({32.7%|23.7%}) below the"
     " forecast.", ["£74m", "£36m"]),
    # a step before its percentage, on what was before; 31/74 = 41.9%
    ("There was a rise of 31 ({42%|24%}) on the 74 boats of 2019.", ["74", "31"]),
    # other numbers beside them
    ("There was a fall of {30%|38%} in stops, from 105 to 74, and 12 officers left.",
     ["105", "74"]),
    ("Stops were down {30%|38%} overall, from 105 to 74; arrests were 33.", ["105", "74"]),
    ("Stops fell {30%|38%} to 74 from 105, of which 12 were at night.", ["105", "74"]),
    ("Stops fell by 31 stops ({30%|38%}), from 105 to 74, and 12 officers left.", ["105", "74"]),
    ("There were 74 stops, down {30%|38%} from 105, and 12 officers left.", ["105", "74"]),
    ("There was a fall in stops of {30%|38%} (from 105 to 74), of which 12 were at night.",
     ["105", "74"]),
    ("Stops were down by 31 ({-30%|-38%}), from 105 to 74; arrests were 33.", ["105", "74"]),
    # 5,120 - 4,890 = 230; 460/400 = 1.15
    ("Mill Lane had 5,120 members in 2019, down to only 4,890 last year - a drop of {230|320}.",
     ["5,120", "4,890"]),
    ("Mill Lane had 5,120 crews with a boat in 2019, down to 4,890 having one last year - a drop of"
     " {230|320}.", ["5,120", "4,890"]),
    # 15.8 - 14.6 = 1.2; 105 - 74 = 31; 18,541 - 16,224 = 2,317
    ("Spending fell by {£1.2m|£2.1m} to £14.6m (2021: £15.8m).", ["£15.8m", "£14.6m"]),
    ("Offences fell by {31|13} to 74 from 105.", ["105", "74"]),
    ("The pier cost {£2,317|£2,713} less than the budget of £18,541, at £16,224.",
     ["£18,541", "£16,224"]),
    ("The depot, which had 310 vans in May, was down to just 250 in June, a fall of {60|70}.",
     ["310", "250"]),
    ("Arrests reached 400 in 2021, rising to 460 in 2022, an increase of {15%|51%}.",
     ["400", "460"]),
    ("There were 17,742 uses of force, an increase of {3%|4%} on the number of the year before"
     " (17,306).", ["17,306", "17,742"]),
    ("There were 17,742 uses of force, a {3%|4%} increase on the number of the year before"
     " (17,306).", ["17,306", "17,742"]),
    ("We received 7,099 complaints, up 345 ({5.1%|5.8%}) on the previous year.", ["7,099", "345"]),
    ("7,099 complaints, an increase of 345, or {5.1%|5.8%}, on 2022.", ["7,099", "345"]),
    ("7,693 offences were recorded, an increase of {4.5%|5.5%} (332) on 2011-12.",
     ["7,693", "332"]),
    # 1,320/6,600 = 20%; in brackets the change with its sign, or what was before
    ("Depots held 5,280 crates, a decrease of {20%|30%} (-1,320).", ["5,280", "-1,320"]),
    ("Depots held 5,280 crates, a fall of {20%|30%} (1,320).", ["5,280", "1,320"]),
    ("Depots held 5,280 crates, a fall of {20%|30%} (6,600).", ["6,600", "5,280"]),
    ("A {22 percent|27 percent} increase in breaches, which rose from 7650 offences to 9359.",
     ["7650", "9359"]),
    ("Medical calls (down {39%|29%} because the trials of new ways to respond had ended,"
     " from 37,317 to 22,784) fell.", ["37,317", "22,784"]),
    ("There were 184,010 casualties, {7 per cent|9 per cent} fewer than the 197,700 for the year"
     " ending June.", ["197,700", "184,010"]),
    # 201/2,675 = 7.5%; 525/2,625 = 20%
    ("Calls rose {8%|9%} to 2,876, up 201.", ["2,876", "201"]),
    ("Calls fell by {20%|30%} to 2,100 in May, a fall of 525.", ["2,100", "525"]),
    ("Calls fell by 525, or {20%|30%}, to 2,100.", ["2,100", "525"]),
    ("Burglary: 1,360 offences (2022: 1,420), {-4.2%|-4.9%}.", ["1,420", "1,360"]),
    ("Income was £1,234,000 (2022: £1,100,000), an increase of {12%|21%}.",
     ["£1,100,000", "£1,234,000"]),
    ("Income rose by {12%|21%} to £1,234,000 (2022: £1,100,000).", ["£1,100,000", "£1,234,000"]),
    ("The number of burglaries fell {4.2 per cent|4.9 per cent} to 1,360 (1,420 in 2021/22).",
     ["1,420", "1,360"]),
    ("1,360 burglaries were recorded (1,420 in 2021/22; {-4.2%|-4.9%}).", ["1,420", "1,360"]),
    ("Knife crime rose from 120 (2021) to 150 (2022), up {25%|35%}.", ["120", "150"]),
    ("Knife crime rose by roughly {25%|35%}, from 120 to 150.", ["120", "150"]),
    ("There were 150 boats, an increase of in the region of {25%|35%} on the number of the year"
     " before (120).", ["120", "150"]),
    ("Wrecks fell from 92 to 84, a fall of 8 or {8.7%|9.7%}.", ["92", "84"]),
    ("Waits fell by 30 ({20%|30%}) between 2015 and 2020, from 150 to 120.", ["150", "120"]),
    ("The town grew by 6,000 to 106,000, a rise of {6%|8%}.", ["106,000", "6,000"]),
    ("Take-up was 93.4%, {0.6 percentage points|0.9 percentage points} below last year's 94.0%.",
     ["94.0%", "93.4%"]),
    ("Knife crime rose {25%|35%} between 2021 (120) and 2022 (150).", ["120", "150"]),
    # the earlier period is the base, whichever comes first
    ("There was a {20%|30%} fall from 2022/23 (120 lamps) compared to spring 2021/ 2022"
     " (150 lamps.)", ["150", "120"]),
    ("There was a {25%|35%} rise in lamps from 2021 (120) to 2022 (150).", ["120", "150"]),
    ("Lamps fell by {20%|30%} this year (120) compared with last year (150).", ["150", "120"]),
    ("A {20%|30%} fall in lamps was seen between 2022 (120) and 2021 (150).", ["150", "120"]),
    ("2022 (120 lamps) saw a {20%|30%} fall on 2021 (150 lamps).", ["150", "120"]),
    ("There were {20%|30%} fewer lamps in 2022 (120) than in 2021 (150).", ["150", "120"]),
    ("Burglary fell from 1,420 to 1,360; this is a {4.2%|4.9%} reduction.", ["1,420", "1,360"]),
    ("Burglary fell from 1,420 to 1,360, or {4.2%|4.9%}.", ["1,420", "1,360"]),
    ("It fell from 1,420 in the year to March to 1,360 in the year after ({4.2%|4.9%}).",
     ["1,420", "1,360"]),
    ("Compared with 2021/22 (1,420 offences), burglary fell by {4.2%|4.9%} to 1,360.",
     ["1,420", "1,360"]),
    ("The total was 1,360, representing a {4.2%|4.9%} decrease on the previous year (1,420).",
     ["1,420", "1,360"]),
    ("Burglary has decreased by {4.2%|4.9%}: 1,360 offences compared with 1,420.",
     ["1,420", "1,360"]),
    ("Burglary is down by 60 offences ({-4.2%|-4.9%}), from 1,420 to 1,360.", ["1,420", "1,360"]),
    ("Crime rose from 120 offences to 150 offences, which represents a {25%|35%} rise.",
     ["120", "150"]),
    ("1,360 burglaries, against 1,420 the year before: a reduction of 60, or {4.2%|4.9%}.",
     ["1,420", "1,360"]),
    ("There has been a decrease in burglary of {4.2%|4.9%} (from 1,420 to 1,360 offences).",
     ["1,420", "1,360"]),
    ("Deaths have fallen, from 338 in 2017 to 261 in 2018 (a {23%|32%} decrease).", ["338", "261"]),
    ("A {23%|32%} reduction in deaths was recorded: 261, compared to 338.", ["338", "261"]),
    ("There were 261 deaths in comparison with 338 before (a fall of {23%|32%}).", ["338", "261"]),
    ("Arrest rates were 12% for men and 6% for women, a gap of"
     " {6 percentage points|9 percentage points}.", ["12%", "6%"]),
    ("The gap between men (12%) and women (6%) is {6 percentage points|9 percentage points}.",
     ["12%", "6%"]),
    ("The pay gap was 9.1%, down from 12.4% ({3.3 percentage points|4.3 percentage points}).",
     ["12.4%", "9.1%"]),
    ("There were 1,360 burglaries, {60|80} fewer than the 1,420 recorded in 2021/22.",
     ["1,420", "1,360"]),
    ("There were 1,360 burglaries, which is {60|80} fewer than in 2021/22 (1,420).",
     ["1,420", "1,360"]),
    ("The force recorded 261 deaths; this was {77|97} fewer than in 2017, when there were 338.",
     ["338", "261"]),
    ("There were {107|117} more offences this year with 426,691 compared to 426,584 before.",
     ["426,584", "426,691"]),
    ("Deaths went down by {77|97} (from 338 to 261).", ["338", "261"]),
    ("There were 1,452 vessels, an increase of {1,272|1,372} (707%) on last year's 180.",
     ["180", "1,452"]),
    # 37/308 = 12.0%, 2/8 = 25%
    ("345 complaints were received, {12%|22%} up on the 308 received in 2022/23.", ["308", "345"]),
    ("There was an increase of 37 complaints ({12%|22%}), from 308 to 345.", ["308", "345"]),
    ("The time rose from 8 minutes to 10 minutes, an increase of {25%|35%}.", ["8", "10"]),
    ("There was a fall of {25%|35%}, from 12 days in 2021 to 9 days in 2022.", ["12", "9"]),
    ("Knife crime fell by {half|a quarter}, from 48 to 24.", ["48", "24"]),
    ("They are {4.9 times|5.9 times} as likely (24.5 per 1,000 compared with 5.0 per 1,000).",
     ["5.0", "24.5"]),
    # 74/105 = 70.5%, 65/105 = 61.9%, 150/120 = 1.25, 105/74 = 1.419
    ("In 3 boroughs, there was a {38%|58%} fall in stops, from 105 to 65.", ["105", "65"]),
    ("There was a {38%|58%} fall in stops (105 to 65).", ["105", "65"]),
    ("Stops went from 105 to 74, a fall of {31|41}.", ["105", "74"]),
    ("Stops went from 105 to 74, a fall of 31 ({30%|50%}).", ["105", "74"]),
    ("Stops went from 105 to 74, a change of {30%|50%}.", ["105", "74"]),
    ("Stops fell by {30%|50%} (31), from 105 to 74.", ["105", "74"]),
    ("In 3 boroughs, there was a fall of 31 stops ({30%|50%}), from 105 to 74.", ["105", "74"]),
    ("There was a {30%|50%} fall in stops, down 31 to 74.", ["74", "31"]),
    ("Stops rose by 31 ({42%|62%}) to 105.", ["105", "31"]),
    ("Stops rose by {25%|45%} between Ayton (120) and Beeton (150).", ["120", "150"]),
    ("The share went from 40% to 46%, {6 percentage points|9 percentage points}.", ["40%", "46%"]),
    ("Complaints {doubled|trebled} to 10 from 5.", ["5", "10"]),
    ("There were 50 per 1,000 compared with 5 in 2019, {10 times|20 times} the rate.",
     ["5", "50"]),
    ("There were {four times|three times} as many boats in 2023 (640) as in 2013 (160).",
     ["160", "640"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "inputs"), WORDINGS, ids=lambda v: str(v)[:60])
def test_a_change_that_holds_and_one_that_does_not(text: str, inputs: list[str]) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[0]
    for stated, verdict in ((right, "consistent"), (wrong, "inconsistent")):
        found = {
            printed: (given, result)
            for _, printed, given, result in claims(re.sub(r"\{.*?\}", stated, text))
        }
        assert found[stated] == (inputs, verdict)


def test_the_ends_of_what_is_read_as_a_range_are_two_numbers_of_a_change() -> None:
    # 70/65 = 1.077
    assert claims("The budget, from £65m to £70m, is a rise of 8%.") == [
        ("increase", "8%", ["£65m", "£70m"], "consistent")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Searches rose from 105 to 120, most of them of children (62%).",
        "Of the 40 areas, 12 rose (25% in 2022) and 8 fell.",
        "An increase of 25 (5%) was recorded, from 10 in Ayton to 15 in Beeford.",
        "Student ratios rose by 38.8% in 8 years, climbing from 14.3 to 1 in 1993 to 19.9 to 1.",
        "A 20% fee applies to sentences from 12 months to 18 months.",
        "Pay rose by 3% to £30,000 (the London rate is £34,000).",
        "There were 120 searches (15 in the north), a fall of 4%.",
        "Rates were 12% and 6%, and the gap of 2 percentage points in pay has closed.",
        "We had 17,543 students, up 777 on the previous year Produced 4,288 graduates in all.",
        # 19 and 439 are of the 420
        "There were 420 moorings at 12 quays, which was down 4.3% or 19 on the previous year.",
        "There were 420 moorings, of which 12 were new, a 4.3% change from 439 in 2019.",
        # 12 more at sea; the 4,042 more are not printed
        "Crews saw 231,067 boats, 42 at sea, 12 more than last year, marking a 2% increase"
        " (227,025).",
        "A 5% rise in fees was agreed, which took effect from 1 April to 31 March.",
    ],
)
def test_numbers_of_something_else_are_no_change(text: str) -> None:
    assert [claim for claim in claims(text) if claim[-1] != "consistent"] == []
