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
        "In May the port had 4,410 calls. This is 16% lower (or 840 calls) than the 5,250 calls of"
        " the same month of 2020.",
        [("decrease", "16%", "consistent", ["5,250", "4,410"]),
         ("difference", "840", "consistent", ["5,250", "4,410"])],
    ),
    (
        "Thefts were 7% lower (or 56), decreasing from 520 to 484.",
        [("decrease", "7%", "consistent", ["520", "484"]),
         ("difference", "56", "inconsistent", ["520", "484"])],
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
        "The board sent 38 files on. Charges followed in nine of those cases; 17 led to nothing;"
        " 12 are awaited.",
        [("total", "38", "consistent", ["nine", "17", "12"])],
    ),
    (
        "There have been eight landings this season; five by night and three by day.",
        [("total", "eight", "consistent", ["five", "three"])],
    ),
    (
        "Over two winters, four ports logged 3,140 landings - 1,215 in 2016 and 1,925 in 2017.",
        [("total", "3,140", "consistent", ["1,215", "1,925"])],
    ),
    (
        "The crew met 1,730 calls. This overall total comprised 742 at sea, 805 in port and 184 on"
        " shore.",
        [("total", "1,730", "inconsistent", ["742", "805", "184"])],
    ),
    (
        "In 2024 58% of swimmers were male and 42% female.",
        [("share-total", "100% (not printed)", "consistent", ["58%", "42%"])],
    ),
]
MULTIPLES = [
    (
        "The fund halved from £64m to £32m.",
        [("ratio", "halved", "consistent", ["£64m", "£32m"])],
    ),
    (
        "The rate was 36.8 per 10,000 for boys and 1.6 per 10,000 for girls. Boys were 23 times as"
        " likely to be held.",
        [("ratio", "23 times", "consistent", ["1.6", "36.8"])],
    ),
    (
        "There were 71,300 landings in 2018. This is more than double the number in 2013, when"
        " 33,900 were seen.",
        [("ratio", "double", "consistent", ["33,900", "71,300"])],
    ),
    (
        "A boat is stopped every 32 minutes, 45 a day. There were 16,425 stops in the year 2004-5.",
        [("average", "45", "consistent", ["16,425"]), ("average", "32", "consistent", ["16,425"])],
    ),
    (
        "There were 32,850 landings in 2013. Crews met, on average, 90 landings per day.",
        [("average", "90", "consistent", ["32,850"])],
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
        "Thefts fell by 6% (n = 611), from 70% to 66%.",
        "Thefts fell by 6% (611 this year) from 650.",
        "Calls were 4% lower (or 730) than the 18,250 of 2020 and 8% lower than the 19,040 of"
        " 2019.",
        # numbers that only come to another
        "The team had 120 calls in May and 95 in June. In July it had 80, 15 of them at night.",
        "Five crews of 20 came with 12 boats and 8 cars from 40 towns.",
        "She makes three points. 1 is of cost, and 2 is of time.",
        # nothing was halved from 60 to 72
        "Complaints have halved since 2019 and satisfaction rose from 60 to 72 points.",
        # no year's number; a price is no bound of another
        "Plans start from less than £3 a week. Last year members gave £150 each.",
        "The desk opened 16,425 letters. A clerk answers 45 a day.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Robberies are down 131% on last year.",
            [("decrease", "131%", "impossible", [])],
        ),
        (
            "There were 57 letters. Of these 57 letters, six came back.",
            [("same", "57", "consistent", ["57"])],
        ),
        ("The profit fell by 131% to a loss.", []),
        ("Visits fell by 100%.", []),
        (
            "Spending on paths plunged by more than £900 - equivalent to nearly 15% - across the"
            " county, from £6,800 per mile to £5,300 per mile.",
            [("decrease", "15%", "inconsistent", ["£6,800", "£5,300"])],
        ),
        (
            "An overspend of £4.20m, offset by savings of £5.00m, leading to an underspend of"
            " £0.90m.",
            [("remainder", "£0.90m", "inconsistent", ["£5.00m", "£4.20m"])],
        ),
        ("Here 29 in 36 (or 81%) were new.", [("share", "81%", "consistent", ["29", "36"])]),
        ("Here 29 in 36 (or 61%) were new.", [("share", "61%", "inconsistent", ["29", "36"])]),
    ],
)
def test_falls_rates_and_balances(
    text: str, expected: list[tuple[str, str, str, list[str]]]
) -> None:
    assert checked(text) == expected


@pytest.mark.parametrize(
    ("ends", "verdicts"), [(("3 tugs", "5 tugs"), ["inconsistent"]), (("(3)", "(5)"), [])]
)
def test_a_sentence_printed_twice_with_another_note(
    ends: tuple[str, str], verdicts: list[str]
) -> None:
    text = "Pumps of the harbour have monitors or devices of the same kind and size {}"
    summary = Passage("summary.p1", "unnumbered", "Summary", text.format(ends[0]))
    body = Passage("4", "unnumbered", "", text.format(ends[1]))
    assert [result.verdict for _, result in audit([summary, body]).claims] == verdicts
