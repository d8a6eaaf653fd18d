"""True sentences with several numbers of which one may be taken for a base: no misfit is found."""

from __future__ import annotations

import pytest

from tests.test_audit_prose import claims

TRUE = [
    # the change is on another period than the number in brackets
    "Balances were £23.6m (up from £22.9m last year), an increase of 31% over six years.",
    "We received 2,308 letters (up from 2,260 in the previous quarter), a 17% increase on"
    " the same period last year.",
    "Boat checks: 2,308 (up from 2,260 in Q2), down 9% on the same quarter last year.",
    "Approval rose to 72% (up from 68% in 2022), a 7 percentage point rise since 2018.",
    "There were 58 vans (down from 91 in 2018), a 30% fall on 2020.",
    "There were 58 vans (down from 91 in 2018), down 13% from the 67 of June 2018.",
    "There were 2,310 calls (up from 2,200 in May), a rise of 9% above plan.",
    "Balances were £23.6m, up from £22.9m last year, an increase of 31% over six years.",
    "We received 2,308 letters, up from 2,260 in the previous quarter, a 17% increase on"
    " the same period last year.",
    "Boat checks: 2,308 (2,260 in 2022), down 9% on the same quarter last year.",
    "Approval rose to 72%, up from 68% in 2022, a 7 percentage point rise since 2018.",
    "There were 58 vans, down from 91 in 2018, a 30% fall on 2020.",
    "There were 58 vans (2018: 91), a 30% fall on 2020.",
    # the replies are those of two ways, of later ones, of fewer letters or of others
    "We sent 500 forms. 150 crews replied by post and 75 by email, a 45% response rate.",
    "We sent 500 forms and 150 crews replied by post and 75 by email, a 45% response rate.",
    "150 crews replied by post and 75 by email, a 45% response rate.",
    "Of 500 crews invited, 150 replied in the first month and 75 later, a 45% response rate.",
    "500 forms were sent. 150 crews replied (75 of them by email), a 36% response rate after"
    " 83 forms came back.",
    "In 2021, 800 forms were issued. 200 crews responded in 2022, a 55% response rate.",
    "700 forms went out to parents. 90 teachers responded, a 30% response rate.",
    # seats are vacant, or of others
    "The board has 51 seats (24 Labour, 16 Conservative and 7 Green).",
    "There are 26 members on the panel – 11 Labour and 8 Conservative.",
    "The board has 14 members: 6 Labour, 4 Conservative and 2 Green; two seats are vacant.",
    # a gross and a net sum
    "The gross budget was £20.4m. The net expenditure was £17.5m, giving an underspend of £0.9m.",
    # two kinds of crime
    "We recorded 58 thefts; compared with 91 assaults, a fall of 14% on the year.",
    # what was counted then is something else
    "There were 80 crossings, a fall of 12% on 2018 (the year of the storm), when we had 300"
    " sailors.",
    "There were 80 crossings, a fall of 7% on the same month (May 2018), when there were 210"
    " lorries.",
    # what is compared counts other things, or is somewhere else, or is no value of then
    "There were 74 boats compared with 105 ferries, a 20% fall.",
    "In June 88 drivers were fined, compared with 120 cyclists, a 15% decrease for drivers.",
    "Women made 240 calls, compared with 310 by men, a fall of 12%.",
    "There were 74 knife offences, compared with 105 gun offences, a fall of 20%.",
    "There were 74 fires compared with 105 in vehicles, a fall of 20%.",
    "There were 74 fires compared with an estimate of 105, a fall of 20%.",
    "We treated 96 swans, up 20% on the year, compared with 131 geese.",
    "A record 75 crews entered, up from 60 places on offer, a rise of 40% in crews.",
    "The clinic saw 400 sailors, up 5% on April, when 520 sailors were referred.",
    "The pier had 18,200 visitors, a 24% rise on May, when 900 guides worked there.",
    "Fees rose 25% to £5 for the day, compared with £2 for an hour.",
    "Fatal crashes numbered 40, compared with 52 serious crashes, a drop of 5%.",
    "There were 9 falls per 1,000 masons, compared with 14 per 1,000 mates, down 12%.",
    "Pay rose by 5% among women, from 4.1 to 4.6 among men.",
    "Between May and June calls fell by 20, from 12 quays to 9 quays.",
    "Men earn 12% and women 9% more than in 2019, a gap of 5 percentage points in pay.",
    # of flats somewhere
    "Some 30 of 80 flats are empty, or 12% of flats in the town.",
    "There were 74, compared with 105 in Ford, a fall of 20%.",
    # a share with its own place or time
    "31 of 40 yards closed for a day, 60% for longer.",
    "24 of 30 inns closed, 55% inland.",
    "On the coast 31 of 40 yards and inland 20 of 60 closed, 60% overall.",
    # somewhere else, or counted in another way
    "We logged 74 calls on the river, compared with 105 on the canal, a fall of 12% since April.",
    "The number fell to 9 from 12, a fall of 12% if weighted by births.",
    "Calls rose by 401, or 8% of all calls, to 2,876.",
    "Calls rose 8% to 2,876, up 401 since 2015.",
    # a step beside the values; a cause with numbers of its own; points of a share
    "Thefts rose by 3%, with 45 more from boats, from 500 to 545.",
    "Calls rose by 8% following a campaign, from 20 posters to 45 posters.",
    "The share of women rose from 30% to 36%, an increase of 40% in the number of women.",
    "The index was 110, up from 104 in May last year, a rise of 2% in the month.",
    # some of the days
    "It was open for 20 days from 1 June 2021 to 30 June 2021.",
    # of the first of two numbers: 12/60 = 20%
    "There were 60 yards with 500 boats of which 12 (20%) closed.",
    "There were 60 yards with 500 boats, of which 12 (20%) closed.",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_no_misfit(text: str) -> None:
    for pairing in ("explicit", "inferred"):
        found = claims(text, pairing)
        assert [one for one in found if one[-1] not in ("consistent", "not-checkable")] == []


@pytest.mark.parametrize(
    ("text", "misfit"),
    [
        # 74/105 = -29.5%; 820/900 = -8.9%; 44/40 = +10%; 27/36 = -25%;
        # 4.6/4.1 = +12.2%; 31/23 = +34.8%; 31/40 = 77.5%
        ("There were 74 boats compared with 105 boats in 2019, a 20% fall.", "20%"),
        ("There were 74, compared with 105 ferries the year before, a 20% fall.", "20%"),
        ("There were 74 fires compared with 105 in the year before, a fall of 20%.", "20%"),
        ("Women made 74 calls, compared with 105 by women in 2019, a fall of 20%.", "20%"),
        ("We planted 820 trees, a fall of 19% on 2019, when we planted 900 trees.", "19%"),
        ("There were 44 inquests, a rise of 20% on 2016, when there were 40.", "20%"),
        ("There were 27 fires on quays compared with 36 in 2019, a fall of 35%.", "35%"),
        ("Pay rose by 5%, from 4.1 to 4.6 among men.", "5%"),
        ("40 crews were trained, 35% of the 100 on the list.", "35%"),
        ("31 of 40 yards closed for a day, or 60%.", "60%"),
        (
            "We logged 74 calls on the river, compared with 105 on the same day, a fall of 12%.",
            "12%",
        ),
        ("There were 31 ferries, up from a low of 23 ferries, a rise of 53%.", "53%"),
        ("From 105 in 2015 to 74 in 2020, a fall of 38% over five years.", "38%"),
    ],
)
def test_what_counts_the_same_is_compared(text: str, misfit: str) -> None:
    wrong = [stated for _, stated, _, verdict in claims(text) if verdict == "inconsistent"]
    assert wrong == [misfit]
