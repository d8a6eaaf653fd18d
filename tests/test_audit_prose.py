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


@pytest.mark.parametrize("text", [
    "Three-quarters, or 75%, of the boats were late.",
    "Three-quarters (30, or 75%) of the boats were late.",
])  # fmt: skip
def test_a_fraction_and_its_percentage(text: str) -> None:
    assert ("same", "Three-quarters", ["75%"], "consistent") in claims(text)


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
        ("total", "8", ["5", "2", "1"], "consistent"),
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
        ("Stops fell by 38% from 105 to 74.", "the figures give 30%, 38% is printed"),
        ("It went from 31% to 27%, a fall of 4%.", "4 percentage points is the difference"),
        ("It went from 31 to 27 per cent, a fall of 4 per cent.", "; 4 percentage points is the"),
        (
            "Stops rose by 29.5% from 105 to 74.",
            "the figures give a fall of 29.5%, 29.5% is printed",
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
        "The average was 15 cases (120 cases across 8 officers).",
        "There was an average of 15 a week over 8 weeks (120 searches).",
        "Over the 8 weeks the team carried out 120 searches, an average of 15 a week.",
    ],
)
def test_averages_that_hold(text: str) -> None:
    assert claims(text) == [("average", "15", ["120", "8"], "consistent")]


def test_an_average_whose_total_is_in_brackets_does_not_hold() -> None:
    text = "There was an average of 16 a week over 8 weeks (120 searches)."
    assert claims(text) == [("average", "16", ["120", "8"], "inconsistent")]


@pytest.mark.parametrize(
    "text",
    [
        "It cost £832 per person (£99,840 for 120 people).",
        "£99,840 was paid for 120 people (£832 per head).",
    ],
)
def test_averages_of_money_that_hold(text: str) -> None:
    assert claims(text) == [("average", "£832", ["£99,840", "120"], "consistent")]


def test_an_average_that_does_not_hold() -> None:
    text = "There were 120 searches over 8 weeks, an average of 12 a week."
    assert claims(text) == [("average", "12", ["120", "8"], "inconsistent")]
    text = "Arrears are £192,000, an average of £2,700 for each of the 80 crews."
    assert claims(text) == [("average", "£2,700", ["£192,000", "80"], "inconsistent")]


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
    assert claims(text) == [("increase", "51%", ["306", "462"], "consistent")]
    assert [one[3] for one in claims(text.replace("51%", "61%"))] == ["inconsistent"]
