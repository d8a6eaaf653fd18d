"""Totals beside lists, balances of money, and shares that make 100%."""

from __future__ import annotations

import pytest

from tests.test_audit_prose import claims

HOLD = [
    ("We interviewed 28 people (12 officers, 4 staff and 12 volunteers).", "total", "28",
     ["12", "4", "12"]),
    ("In May 48 boats were built\u2014seven in Ayton and 41 in Beck.", "total", "48",
     ["seven", "41"]),
    ("There are 40 boats, made up of 12 (30%) red, 20 (50%) blue and 8 (20%) green ones.", "total",
     "40", ["12", "20", "8"]),
    ("16 forces were inspected: 3 outstanding, 9 good and 4 requiring improvement.", "total", "16",
     ["3", "9", "4"]),
    ("There are 16 measures, with 9 green, 3 amber and 4 red.", "total", "16", ["9", "3", "4"]),
    ("Reserves are £655,100, of which £200,000 are restricted and £455,100 unrestricted.", "total",
     "£655,100", ["£200,000", "£455,100"]),
    ("683 reports record aggressive resistance (585) or serious resistance (98).", "total", "683",
     ["585", "98"]),
    ("9 of the 52 pupils were boarders, 5 boys and 4 girls.", "total", "9", ["5", "4"]),
    ("Of the 52 pupils, 9 were boarders: 5 boys and 4 girls.", "total", "9", ["5", "4"]),
    ("There were twelve thefts, thirty frauds and eight fires: 50 cases in total.", "total", "50",
     ["twelve", "thirty", "eight"]),
    ("Members are 12 fishers (41%) and 17 (59%) others: 29 in all.", "total", "29", ["12", "17"]),
    ("Ten per cent is held in cash and the balance, 90 per cent, in bonds.", "remainder",
     "90 per cent", ["Ten per cent"]),
    ("Fires were 29% and other calls 31%. The remaining 41% were false alarms.", "remainder", "41%",
     ["29%", "31%"]),  # 40 of numbers that may be half off each
    ("Of the 17 cases with force, nine were of men and eight of women.", "total", "17",
     ["nine", "eight"]),
    ("52 of the 90 pupils were girls or boys, 40 girls and 50 boys.", "total", "90", ["40", "50"]),
    ("9 of the 52 pupils were boarders, of which 5 (56%) were boys.", "share", "56%", ["5", "9"]),
    ("We had 180 answers; 120 were from men and the rest (60) were from women.", "total", "180",
     ["120", "60"]),
    ("Arrests: Female 4046 Male 21175 Not Recorded 211 Grand Total 25432", "total", "25432",
     ["4046", "21175", "211"]),
    # 11.2 and 6.5 million are 17.7 million, within the rounding of 17.8
    ("Enrolment was 17.8 million (11.2 million in colleges and 6.5 million in schools).", "total",
     "17.8 million", ["11.2 million", "6.5 million"]),
    ("A grant of £18.4m and council tax of £22.9m give a total budget of £41.3m.", "total",
     "£41.3m", ["£18.4m", "£22.9m"]),
    ("Income was £41.3m and expenditure £39.8m, a surplus of £1.5m.", "remainder", "£1.5m",
     ["£41.3m", "£39.8m"]),
    ("Expenditure of £43.0m exceeded income of £41.3m by £1.7m.", "remainder", "£1.7m",
     ["£43.0m", "£41.3m"]),
    ("Net spending of £12.4m against a budget of £12.0m is an overspend of £0.4m.", "remainder",
     "£0.4m", ["£12.4m", "£12.0m"]),
    ("Fires were 30% and other calls 30%, with the remaining 40% false alarms.", "remainder", "40%",
     ["30%", "30%"]),
    ("78% of referrals were closed and the other 22% are open.", "remainder", "22%", ["78%"]),
    ("Ten of the 16 measures have been completed; six remain open.", "total", "16", ["Ten", "six"]),
    ("We spent £4,800 on 30 boats, an average of £160 per boat.", "average", "£160",
     ["£4,800", "30"]),
    ("The 12 forces recorded 3,600 offences, an average of 300 each.", "average", "300",
     ["3,600", "12"]),
    # 21, 65, 11 and 4 are 101, within the rounding of four numbers
    ("21% of schools were outstanding, 65% good, 11% poor and 4% inadequate.", "share-total",
     "100% (not printed)", ["21%", "65%", "11%", "4%"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stated", "inputs"), HOLD, ids=lambda v: str(v)[:50])
def test_parts_that_make_it(text: str, kind: str, stated: str, inputs: list[str]) -> None:
    assert (kind, stated, inputs, "consistent") in claims(text)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("We interviewed 28 people (12 officers, 4 staff and 3 volunteers).", "28"),
        ("16 forces were inspected: 3 outstanding, 9 good and 7 requiring improvement.", "16"),
        ("There are 40 boats, made up of 12 (30%) red, 20 (50%) blue and 9 (20%) green.", "40"),
        ("There are 16 measures, with 12 green, 3 amber and 4 red.", "16"),
        ("There were 31 males and 10 females (43 in total), and 12 officers left.", "43"),
        ("There was a total of 43 boats: 31 of wood, 5 of steel and 5 others.", "43"),
        ("A grant of £18.4m and council tax of £22.9m give a total budget of £51.4m.", "£51.4m"),
        ("Income was £41.3m and expenditure £39.8m, a surplus of £2.4m.", "£2.4m"),
        ("Expenditure of £43.0m exceeded income of £41.3m by £2.7m.", "£2.7m"),
        ("Net spending of £12.4m against a budget of £12.0m is an overspend of £1.1m.", "£1.1m"),
        ("78% of referrals were closed and the other 32% are open.", "32%"),
        ("Only 10% of the money went to ports; the balance (80%) went to boats.", "80%"),
        ("In May 45 boats were checked. Of these, 31 were clean and the other 13 were fined.",
         "45"),
        ("There were 6,563 colleges in 2006. Of these colleges, 4,314 were public and 2,222 were"
         " non-public.", "6,563"),
    ],
)  # fmt: skip
def test_parts_of_which_nothing_is_in_two_and_that_do_not_make_it(text: str, stated: str) -> None:
    assert [(printed, verdict) for _, printed, _, verdict in claims(text)] == [
        (stated, "inconsistent")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A total of 540 people responded (312 women and 205 men); the rest did not say.",
        "There were 41 arrests (31 for theft and 14 for robbery).",
        "There were 41 offences (31 last year and 29 the year before).",
        "41 people came, with 12 from the north and 9 from the south.",
        "73% said yes to the first, 64% to the second and 52% to both.",
        "Own brands provide 6.2% of the market and other brands 8.8%.",
        "83% of adults and 76% of children were seen, and 12% waited.",
        "Income was £41.3m. Spending on roads was £2.4m and on parks £1.1m.",
    ],
)
def test_what_need_not_make_it_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_the_others_may_be_in_the_sentence_before() -> None:
    """20, 72 and 8 are 100: of 72 alone, 28 would be left."""
    text = "A fifth (20 per cent) is public. Firms run 72 per cent, the remaining {} by charities."
    assert ("remainder", "eight per cent", ["20 per cent", "72 per cent"], "consistent") in claims(
        text.format("eight per cent are run")
    )
    assert not [
        one for one in claims(text.format("nine per cent are run")) if one[3] != "consistent"
    ]


def test_what_is_left_rests_on_the_numbers_before() -> None:
    text = "The gap was £13.617m. Directors moved it by -£2.391m, leaving a total of £11.226m."
    assert claims(text, "inferred") == [
        ("total", "£11.226m", ["£13.617m", "-£2.391m"], "consistent")
    ]
    assert claims(text.replace("11.226", "11.326"), "inferred") == []


@pytest.mark.parametrize("last", ["8", "7"])
def test_numbers_that_parts_are_compared_with_are_no_parts(last: str) -> None:
    text = "The unit counted 30 thefts. This encompassed: 12 of boats (up from 9);"
    text += f" 10 of vans (up from 3); {last} of cars (down from 12)."
    found = [one for one in claims(text) if one[0] == "total"]
    fits = [("total", "30", ["12", "10", "8"], "consistent")]
    assert found == (fits if last == "8" else [])
