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
