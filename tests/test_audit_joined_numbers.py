"""Numbers that others near them give: steps, parts that follow, multiples, how often in a year."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.passages import Passage


def checked(text: str) -> list[tuple[str, str, str, list[str]]]:
    """Kind, stated number, verdict and inputs of what is found in a text."""
    found = audit([Passage("1", "paragraph", "", text)]).claims
    return [
        (c.kind, c.stated.printed, r.verdict, [one.quantity.printed for one in c.inputs])
        for c, r in found
        if c.kind != "unpaired"
    ]


STEPS = [
    (
        "In May the port had 5,040 calls. This is 16% lower (or 960 calls) than the 6,000 calls of"
        " the same month of 2020.",
        [("decrease", "16%", "consistent", ["6,000", "5,040"]),
         ("difference", "960", "consistent", ["6,000", "5,040"])],
    ),
    (
        "Thefts were 6% lower (or 54), decreasing from 694 to 653.",
        [("decrease", "6%", "consistent", ["694", "653"]),
         ("difference", "54", "inconsistent", ["694", "653"])],
    ),
    (
        "In 2007 the depots held 92,450 tools. In 2017 the number stood at 71,350 - a reduction of"
        " 21,100 (23%).",
        [("decrease", "23%", "consistent", ["92,450", "71,350"]),
         ("difference", "21,100", "consistent", ["92,450", "71,350"])],
    ),
]  # fmt: skip
PARTS = [
    (
        "The board sent 27 files on. Charges followed in six of those cases; 14 led to nothing;"
        " seven are awaited.",
        [("total", "27", "consistent", ["six", "14", "seven"])],
    ),
    (
        "There have been six landings this year; three by night and three by day.",
        [("total", "six", "consistent", ["three", "three"])],
    ),
    (
        "Over two years, four ports recorded 2,471 landings - 603 in 2016 and 1,868 in 2017.",
        [("total", "2,471", "consistent", ["603", "1,868"])],
    ),
    (
        "The crew met 1,408 calls. This overall total comprised 629 at sea, 690 in port and 88 on"
        " shore.",
        [("total", "1,408", "inconsistent", ["629", "690", "88"])],
    ),
    (
        "In 2024 65% of swimmers were male and 35% female.",
        [("share-total", "100% (not printed)", "consistent", ["65%", "35%"])],
    ),
]
MULTIPLES = [
    (
        "The fund halved from £500m to £250m.",
        [("ratio", "halved", "consistent", ["£500m", "£250m"])],
    ),
    (
        "The rate was 50 per 10,000 for boys and 1.9 per 10,000 for girls. Boys were 26 times as"
        " likely to be held.",
        [("ratio", "26 times", "consistent", ["1.9", "50"])],
    ),
    (
        "There were 94,100 landings in 2018. This is more than double the number in 2013, when"
        " 42,300 were seen.",
        [("ratio", "double", "consistent", ["42,300", "94,100"])],
    ),
    (
        "A boat is stopped every 24 minutes, 60 a day. There were 21,845 stops in the year 2004-5.",
        [("average", "60", "consistent", ["21,845"]), ("average", "24", "consistent", ["21,845"])],
    ),
    (
        "There were 27,190 landings in 2013. Crews met, on average, 74 landings per day.",
        [("average", "74", "consistent", ["27,190"])],
    ),
    ("Of these, four (4) were closed.", [("same", "4", "consistent", ["four"])]),
    ("It is one in two - so 50% - of crews.", [("same", "one in two", "consistent", ["50%"])]),
]


@pytest.mark.parametrize(("text", "expected"), STEPS + PARTS + MULTIPLES)
def test_what_numbers_near_it_give(
    text: str, expected: list[tuple[str, str, str, list[str]]]
) -> None:
    assert sorted(checked(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        # the number in brackets is how many there are, or of another change
        "Thefts fell by 6% (n = 653), from 70% to 66%.",
        "Thefts fell by 6% (653 this year) from 694.",
        "Calls were 4% lower (or 875) than the 19,684 of 2020 and 8% lower than the 20,405 of"
        " 2019.",
        # numbers that only come to another
        "The team had 120 calls in May and 95 in June. In July it had 80, 15 of them at night.",
        "Five crews of 20 came with 12 boats and 8 cars from 40 towns.",
        "She makes three points. 1 is of cost, and 2 is of time.",
        # nothing was halved from 60 to 72
        "Complaints have halved since 2019 and satisfaction rose from 60 to 72 points.",
        # no year's number
        "The desk opened 21,845 letters. A clerk answers 60 a day.",
        # a note, and not four in digits
        "Of these, four (2) were closed.",
    ],
)
def test_what_only_stands_near_is_no_misfit(text: str) -> None:
    assert [one for one in checked(text) if one[2] not in ("consistent", "not-checkable")] == []
    assert not {"total", "average", "ratio"} & {kind for kind, *_ in checked(text)}


def test_a_long_list_of_numbers_is_read() -> None:
    text = "Rooms " + ", ".join(f"{n} holds {n + 40} people" for n in range(2, 40)) + "."
    assert {verdict for _, _, verdict, _ in checked(text)} <= {"consistent"}
