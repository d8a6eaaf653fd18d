"""Numbers whose base no wording names: a pair of those around them gives them."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes


def found(text: str) -> list[tuple[str, str, list[str], str]]:
    """Kind, printed number, inputs and verdict of what is recomputed."""
    return [
        (
            claim.kind,
            claim.stated.printed,
            sorted(one.quantity.printed for one in claim.inputs),
            result.verdict,
        )
        for claim, result in audit(read_bytes(text.encode()).passages).claims
        if result.verdict != "not-checkable"
    ]


# 189/726 = 26.03%; 31/769 = 4.03% and 800 - 769 = 31; 10/85 = 11.8%; 24,466/333,890 = 7.3%
# 7.747 - 7.122 = 0.625; 0.625 + 0.058 = 0.683; 29/112 = 25.89%; 5,461/17,030 = 32.1%
FITTING = [
    # 12.91 + 1.21 = 14.12; 14.12 - 10.41 = 3.71; 1,234 + 345 = 1,579; 32 + 11 + 29 = 72
    ("The port was given £12.91m and kept £1.21m of last year. Its budget was {£14.12m|£14.21m}.",
     ("total", ["£1.21m", "£12.91m"])),
    ("The port had £14.12m. It spent £10.41m, so {£3.71m|£3.17m} could be used.",
     ("remainder", ["£10.41m", "£14.12m"])),
    ("Kirkby has 1,234 boats and Ayton 345. In May {1,579|1,597} licences were paid.",
     ("total", ["1,234", "345"])),
    ("{72%|77%} of income is raised through rates (32%), dues (11%) and rents (29%).",
     ("total", ["11%", "29%", "32%"])),
    ("West Ayton took on 726 sailors. Out of those, 189 came from Kirkby. They make up {26%|62%} of"
     " all.", ("share", ["189", "726"])),
    ("The crews at sea were 800, a {4.0%|5.0%} (+31) increase on 2019.",
     ("increase", ["+31", "800"])),
    ("There were 75 wrecks in the year, and this was down by 10 wrecks or {12%|21%} from the year"
     " before.", ("decrease", ["10", "75"])),
    ("There were 358,356 trips on 259,372 boats. This was an increase in trips of {7%|9%} (+24,466)"
     " on the year before.", ("increase", ["+24,466", "358,356"])),
    ("The harbour spent £7.122m against a budget of £7.747m. This gave an underspend on berths of"
     " {£0.625m|£0.652m}.", ("remainder", ["£7.122m", "£7.747m"])),
    ("Dues gave an underspend of £0.625m. Grants of £0.058m came later. These brought the whole"
     " underspend to {£0.683m|£0.638m}.", ("total", ["£0.058m", "£0.625m"])),
    ("There were 112 groundings in all.\n\nKirkby Quay\n\n29 groundings\n\n{25.89%|28.59%} of"
     " groundings", ("share", ["112", "29"])),
    ("Thefts of boats dropped by {32%|23%} in 2022. The number fell by 5,461 in the year, to"
     " 11,569.", ("decrease", ["11,569", "5,461"])),
    ("There were 29,372 trips this year. This is 1,208 ({4%|6%}) more than in the year before, when"
     " there were 28,164 trips.", ("increase", ["28,164", "29,372"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FITTING, ids=lambda value: str(value)[:50])
def test_a_number_that_a_pair_around_it_gives(text: str, expected: tuple[str, list[str]]) -> None:
    before, _, rest = text.partition("{")
    numbers, _, after = rest.partition("}")
    right, wrong = numbers.split("|")
    kind, inputs = expected
    assert (kind, right, inputs, "consistent") in found(before + right + after)
    # Nothing but the numbers joins them: those that do not fit are no misfit.
    assert {each[3] for each in found(before + wrong + after)} <= {"consistent"}


@pytest.mark.parametrize(
    "text",
    [
        # Of so many numbers, some pair gives 12% by chance.
        "The nine crews had 41, 57, 63, 75, 82, 88, 93, 97 and 11 sailors. 12% were new.",
        # 45 is 30% of 150, which is of other things in another sentence far away
        "Berths: 150. The pier has 7 lamps, 9 steps, 12 rings and 14 posts. It has 16 bells, 18"
        " ropes and 45 planks. Of the visitors, 30% came by boat.",
    ],
)
def test_what_may_fit_by_chance_has_no_base(text: str) -> None:
    assert [each for each in found(text) if each[1] in ("12%", "30%")] == []


@pytest.mark.parametrize(
    "text",
    [
        # few digits, which chance gives; the sum is in another paragraph
        "There were 150 boats and 250 vans. In May 400 crates came.",
        "Kirkby has 1,234 boats and Ayton 345.\n\nIn May 1,579 licences were paid.",
        # neither number is as precise: 3.9 - 0.6 may be 3.28
        "The port had £3.9m. It spent £0.6m. Dues were £3.28m.",
    ],
)
def test_no_sum_by_chance(text: str) -> None:
    assert not [each for each in found(text) if each[1] in ("400", "1,579", "£3.28m")]


def test_a_sum_and_its_rest_are_one_claim() -> None:
    # 873 + 331 = 1,204
    text = "In all, 1,204 people work there, 873 in the yard. The mill has 331 desks."
    assert found(text) == [("total", "1,204", ["331", "873"], "consistent")]
