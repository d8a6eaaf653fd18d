"""Numbers joined by structure: two values and a change, sums in a row, ranks, rates of 100."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes

Found = tuple[str, str, list[str], str]


def found(text: str) -> list[Found]:
    """What an audit of a text recomputes."""
    return [
        (
            claim.kind,
            claim.stated.printed,
            [one.quantity.printed for one in claim.inputs],
            result.verdict,
        )
        for claim, result in audit(read_bytes(text.encode()).passages).claims
        if result.verdict != "not-checkable"
    ]


# 47/68 = 69.1%; 150/120 = 125%; 4,383/3,349 = 130.9%; 41/56 = 73.2%
TWO_VALUES = [
    ("There were 68 boats in 2018 and 47 in 2019, a fall of {}.", "31%", "41%", ["68", "47"]),
    ("Crews made 120 trips in 2021 and 150 trips in 2022, which represents a {} increase.",
     "25%", "35%", ["120", "150"]),
    ("Boats in port total 4,383, compared to 3,349 last fall, a {} increase.",
     "30.9%", "30.1%", ["3,349", "4,383"]),
    ("68 boats were searched by the port of Kirkby in the first half of 2018, compared to 47 in the"
     " first half of 2019, representing a fall of {}.", "31%", "41%", ["68", "47"]),
    ("There were 68 boats in 2018 and 47 in 2019, a {} of 31%.", "fall", "rise", ["68", "47"]),
    ("The crew took in 41 people this year against 56 the previous year; a drop of {}.",
     "26.8%", "36.8%", ["56", "41"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "inputs"), TWO_VALUES)
def test_a_change_after_two_values(text: str, right: str, wrong: str, inputs: list[str]) -> None:
    (fits,) = found(text.format(right))
    (fails,) = found(text.format(wrong))
    assert fits[1:] == (right if "%" in right else "31%", inputs, "consistent")
    assert fails[1:] == (wrong if "%" in wrong else "31%", inputs, "inconsistent")


@pytest.mark.parametrize(
    "text",
    [
        "There were 68 boats in 2018 and 47 nets in 2019, a fall of 41%.",
        "Boats fell to 68 in 2018 and 47 in 2019, a fall of 41%.",
        "Ayton had 68 boats in 2018 and Beck 47 in 2019, a fall of 41%.",
        "There were 68 boats in 2018 and 47 in 2019, a fall of 41% per crew.",
        "There were 68 boats in 2018 and 47 in 2019, a fall of 41% since 2015.",
        "Of 68 boats in 2018, 47 were fined in 2019, a fall of 41%.",
        "Costs were £68 in 2018 and £47 in 2019, a real fall of 41%.",
        "The port took 120 boats in 2018 and 90 in 2019, up 30%.",
        "The port took 120 boats in 2018 and 90 in 2019, while visits had a fall of 41%.",
        "There were 68 large boats in 2018 and 47 small boats in 2019, a fall of 41%.",
        "Rates were 68 in 2018 and 47 in 2019, a fall of 41%.",
        "There were 68 boats in 2018 and 47 in 2019 (12 in port), a fall of 41%.",
        "There were 68 boats in 2018, of which 47 in 2019 were late, a fall of 41%.",
        "The plan was for 68 boats in 2018 and the target 47 in 2019, a fall of 41%.",
        "The mean was 68 boats in 2018 and 47 in 2019, a fall of 41%.",
        "There were 68 boats and 47 nets, a fall of 41%.",
        "93 boats came, a 17.7% drop on last year's 113, and 83 vans, down by 19.4% from 103.",
        "Ayton has 68 boats, compared with 47 in Beck, an annual fall of 41%.",
        "In 2018 it was 68 and in 2019 it rose to 95 from 47, an increase of 102%.",
        "There were 68 boats in June 2018 and 47 in July 2018, a fall of 41% on the year.",
    ],
)
def test_changes_of_something_else_are_silent(text: str) -> None:
    assert [one for one in found(text) if one[3] not in ("consistent", "truncated")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 41 + 13 + 7 = 61; 4.18 + 1.23 + 0.37 = 5.78
        ("Boats: 2,143. Red boats came to 1,296, mainly at night. Blue ones: 367. Green ones, 480.",
         ("total", "2,143", ["1,296", "367", "480"], "consistent")),
        ("THE number of boats is down to a low of 1,733.\n\nIt has 933 red ones, 624 smaller ones"
         " at sea and 176 nets.", ("total", "1,733", ["933", "624", "176"], "consistent")),
        ("A further £5.782m was added. Of this: £4.184m was from dues; £1.232m was from fines; and"
         " £0.365m was from rent.",
         ("total", "£5.782m", ["£4.184m", "£1.232m", "£0.365m"], "consistent")),
        ("Five crews are new.\n\nThe port answered 15 letters. Two were late, three were partly"
         " late and ten were not late.", ("total", "15", ["Two", "three", "ten"], "consistent")),
        ("Four of the eight aims are met, three are missed and one needs work.",
         ("total", "eight", ["Four", "three", "one"], "consistent")),
        ("Ayton has 198,198 boats. Beck has 176,109. There are 374,307 in the county.",
         ("total", "374,307", ["198,198", "176,109"], "consistent")),
        ("Some 310 of the 1,240 homes have no boat. A further 496 have one and 434 have two.",
         ("total", "1,240", ["310", "496", "434"], "consistent")),
        # 214 + 1,036 - 981 = 269; 3,420 - 212 + 169 = 3,377
        ("The yard began with 214 boats. It took in 1,036 and sold 981, leaving 269 in port.",
         ("total", "269", ["214", "1,036", "981"], "consistent")),
        ("There were 3,420 boats at the start and 3,377 at the end: 212 left and 169 came.",
         ("total", "3,377", ["3,420", "212", "169"], "consistent")),
        ("The gap between the dearest (£48,300) and the cheapest (£21,150) boat is £27,150.",
         ("remainder", "£27,150", ["£48,300", "£21,150"], "consistent")),
        ("In 2008 the county counted 456,627 boats. Ayton has 204,695 of them, and Beck 251,932.",
         ("total", "456,627", ["204,695", "251,932"], "consistent")),
    ],
)  # fmt: skip
def test_sums_in_a_row(text: str, expected: Found) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Boats: 2,143. Red boats came to 1,296, mainly at night. Blue ones: 367. Green ones, 481.",
        "Kirkby has 1,234 boats and Ayton 345.\n\nIn May 1,579 licences were paid.",
        "The team had 95 calls in June. In July it had 80, and 15 in August.",
        "There were 30 boats. In May 10 came, in June 11, in July 9 and in August 40.",
        "Two were late, three were partly late and ten were not late.",
        "The port had 15 letters. Two were late, three were partly late and nine were not late.",
        "The port answered 15 letters. Two were late, 12 are open and nine were not late.",
        "Four of the eight aims are met, three are missed and two are shared.",
        "The yard began with 214 boats. It took in 1,036 and sold 981, leaving 259 in port.",
        "The yard has 214 boats. It took in 1,036 and sold 981, and 269 nets were mended.",
        "That the draw down of £170,000 be noted. Ropes cost £70,000 and the overspend is £0.2m.",
    ],
)  # fmt: skip
def test_no_sum_where_none_is_said(text: str) -> None:
    assert [one for one in found(text) if one[0] == "total"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the boats, we searched 15. Of these, two were late, three were partly late and twelve"
         " were not late.", ("total", "15", ["two", "three", "twelve"], "inconsistent")),
        # 12 + 20 + 7 = 39; 12 + 20 + 8 = 40
        ("In the three ports there are 40 boats: 12 in Ayton, 20 in Beck and 7 in Cole.",
         ("total", "40", ["12", "20", "7"], "inconsistent")),
        ("In all 77 boats came: 31 from Ayton, 24 from Beck, 13 from Cole and 19 from other ports.",
         ("total", "77", ["31", "24", "13", "19"], "inconsistent")),
        ("In the three ports there are 40 boats: 12 in Ayton, 20 in Beck and 8 in Cole.",
         ("total", "40", ["12", "20", "8"], "consistent")),
        ("Among its four yards the port has 2,212 boats: 859 in the Lower Yard, 583 in the Mill"
         " Yard, 317 in the Yard of Ropes and 363 in the Yard of Nets.",
         ("total", "2,212", ["859", "583", "317", "363"], "inconsistent")),
    ],
)  # fmt: skip
def test_a_list_with_a_place_for_each(text: str, expected: Found) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The three ports took most of the 40 boats: 12 in Ayton, 10 in Beck and 9 in Cole.",
        "In three years there were 40 boats: 12 in Ayton, 10 in Beck and 9 in Cole.",
        "In the three ports there are 40 boats: 12 red, 10 blue and 9 with nets.",
        "In the five ports there are 40 boats: 12 in Ayton, 10 in Beck and 9 in Cole.",
        "In the three ports there are 40 boats: 12 in Ayton, including 10 in May, and 9 in Cole.",
        "The 40 boats were in the three ports: 12 in Ayton, 10 in Beck and 9 in Cole at night.",
        "The two ports have 40 boats: 12 in Ayton and 9 in Beck.",
        "The three ports took 40 boats: 12 from Spain, 20 from Italy and 7 from Greece.",
        "In all 77 boats had faults: 31 in hulls, 24 in masts, 13 in keels and 19 in other parts.",
        "The port has 77 boats: 31 from Ayton, 24 from Beck, 13 from Cole and 19 from other ports.",
        "In all 77 boats were late: 31 at night, 24 with nets, 13 in Cole and 19 in other ports.",
    ],
)
def test_a_list_that_need_not_be_all(text: str) -> None:
    assert [one for one in found(text) if one[3] == "inconsistent"] == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ayton had the highest number of boats (41), followed by Beck (30) and Cole (12).",
         "consistent"),
        ("Ayton had the highest number of boats (41), followed by Beck (50) and Cole (12).",
         "inconsistent"),
        ("Ayton had the lowest number of boats (11), followed by Beck (30) and Cole (42).",
         "consistent"),
        ("Ayton had the lowest number of boats (31), followed by Beck (30) and Cole (42).",
         "inconsistent"),
        ("Ayton has the most boats, with 41, ahead of Beck (30) and Cole (12).", "consistent"),
        ("Ayton has had the highest number of boats for 4 years. In 2020 it had 41, followed by"
         " Beck (30) and Cole (12).", "consistent"),
    ],
)  # fmt: skip
def test_ranks_in_prose(text: str, verdict: str) -> None:
    assert [one[3] for one in found(text) if one[0] == "rank"] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Ayton had the highest number of boats per head (41), followed by Beck (50) and Cole (40).",
        "Ayton had the highest rate (41), followed by Beck (50) and Cole (40).",
        "Ayton had the most expensive boats (41), followed by Beck (50) and Cole (12).",
        "Ayton had the highest share of late boats (41), followed by Beck (50) and Cole (12).",
        "Ayton had the highest number in 2020 (41), followed by Beck in 2021 (50) and Cole (12).",
        "Ayton has the highest number of ports (3), with 41 boats, followed by Beck (50) and Cole.",
        "Ayton had the highest number of boats (41), followed by trips to Beck (50) and Cole (60).",
        "At most 41 boats sailed, followed by 50 vans and 12 cars.",
        "The highest growth was in Ayton (41%), followed by Beck (50 boats) and Cole (12 boats).",
        "The largest number was 41, followed by a rise to 50 and a fall to 12.",
        "Ayton had the highest increase in the number of boats (41), followed by Beck (50) and Cole"
        " (12).",
        "The highest number came first (41), followed by the others (50).",
    ],
)  # fmt: skip
def test_ranks_of_something_else_are_silent(text: str) -> None:
    assert [one for one in found(text) if one[3] == "inconsistent"] == []


# 81,867/76,637 = 106.82 for each 100; 1,204/48,210 = 24.97 for each 1,000
@pytest.mark.parametrize(
    ("text", "right", "wrong", "inputs"),
    [
        ("There were more men (81,867) than women (76,637) in port, a ratio of {} men for every 100"
         " women.", "106.8", "108.6", ["81,867", "76,637"]),
        ("The port has 48,210 boats and saw 1,204 thefts last year, a rate of {} thefts per 1,000"
         " boats.", "25.0", "26.1", ["1,204", "48,210"]),
        ("There were 1,204 thefts. The town has 48,210 people. That is {} thefts per 1,000 people.",
         "24.97", "24.79", ["1,204", "48,210"]),
    ],
)  # fmt: skip
def test_rates_of_a_hundred(text: str, right: str, wrong: str, inputs: list[str]) -> None:
    assert ("average", right, inputs, "consistent") in found(text.format(right))
    assert [one for one in found(text.format(wrong)) if one[0] == "average"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 276,098 - 262,748 = 13,350; 107,236 - 104,383 = 2,853; 16,139 - 14,081 = 12.75%
        ("Thefts are up, with 13,350 more victims.\n\nThe number rose 5.1 per cent from 262,748 to"
         " 276,098.", ("difference", "13,350", ["262,748", "276,098"], "consistent")),
        ("There were nearly 3,000 fewer thefts than the previous year, a fall of 2.7 per cent:"
         " 104,383 compared with 107,236.",
         ("difference", "3,000", ["107,236", "104,383"], "consistent")),
        ("Thefts dropped by more than 10 per cent.\n\nThere were 14,081 thefts compared to 16,139"
         " in the same period the year before - a drop of 13 per cent.",
         ("decrease", "10 per cent", ["16,139", "14,081"], "consistent")),
        ("Thefts were six times more in 2019 than before.\n\nThere was one in 2018, compared with"
         " seven in 2019.", ("ratio", "six times", ["one", "seven"], "consistent")),
        ("There was also more than double the number of thefts.\n\n24 came in 2018, compared to 52"
         " in 2019.", ("ratio", "double", ["24", "52"], "consistent")),
        # 2,104/4,028 = 52.2%
        ("The port counted over 4,028 boats. More than 50% of the boats - 2,104 - came from Ayton.",
         ("share", "50%", ["2,104", "4,028"], "consistent")),
        ("This was met in 50% of cases, with 3 out of 6 letters answered.",
         ("share", "50%", ["3", "6"], "consistent")),
        # 103,544 / 1,204 = 86
        ("The average fine is £86: 1,204 drivers paid £103,544 between them.",
         ("average", "£86", ["£103,544", "1,204"], "consistent")),
        ("Net gains were 12,400: 41,700 boats came and 29,300 left.",
         ("remainder", "12,400", ["41,700", "29,300"], "consistent")),
        # 43,197 / (456,627 - 43,197) = 10.45%
        ("The number of boats rose by 10.4% – 43,197 more than the previous year – to a total of"
         " 456,627.", ("increase", "10.4%", ["456,627", "43,197"], "consistent")),
    ],
)  # fmt: skip
def test_what_a_known_pair_says_again(text: str, expected: Found) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thefts are up, with 13,305 more victims.\n\nThe number rose 5.1 per cent from 262,748 to"
        " 276,098.",
        "Frauds dropped by more than 30 per cent.\n\nThere were 14,081 thefts compared to 16,139 in"
        " the same period the year before - a drop of 13 per cent.",
        "Thefts were five times more.\n\nThere was one in 2018, compared with seven in 2019.",
        "More than 60% of the boats - 2,104 - came from Ayton. The port counted over 4,028 boats.",
        "This was met in 60% of cases, with 3 out of 6 letters answered.",
        "There was a 20 per cent gap, around 140 posts. Of 653 posts, 12 were new.",
        "The average fine is £89: 1,204 drivers paid £103,544 between them.",
        "The crew gave 14 talks and 65 people came, five each at the smaller ones.",
        "It fell by 2,500 in a year. Sixteen people were hurt, five fewer than in 2012.",
    ],
)  # fmt: skip
def test_what_a_known_pair_does_not_say(text: str) -> None:
    assert [one for one in found(text) if one[3] == "inconsistent"] == []
