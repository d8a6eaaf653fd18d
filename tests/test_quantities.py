"""Quantities as reports print them. Every expected value was worked out by reading the text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.checks.rounding import rounding_interval
from moditrack.documents.quantities import quantities, read_cell


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("two hundred and fifty", 250, ""),
        ("a hundred and one", 101, ""),
        ("forty-two", 42, ""),
        ("seventeen hundred", 1700, ""),
        ("one million two hundred thousand and five", 1_200_005, ""),
        ("half a million", 500_000, ""),
        ("a quarter of a million", 250_000, ""),
        ("two and a half million", 2_500_000, ""),
        ("half a dozen", 6, ""),
        ("two dozen", 24, ""),
        ("two thirds", Fraction(2, 3), ""),
        ("three-quarters", Fraction(3, 4), ""),
        ("one fourth", Fraction(1, 4), ""),
        ("three fourths", Fraction(3, 4), ""),
        ("3½", Fraction(7, 2), ""),
        (".5%", Fraction(1, 2), "percent"),
        ("1,234,567", 1_234_567, ""),
        ("1 234 567", 1_234_567, ""),
        ("1\u202f234", 1234, ""),
        ("-9", -9, ""),
        ("\u22123.5%", Fraction(-7, 2), "percent"),
        ("minus 9", -9, ""),
        ("(1,234)", -1234, ""),
        ("(£5m)", -5_000_000, "GBP"),
        ("£ 12,237", 12_237, "GBP"),
        ("£4 bn", 4_000_000_000, "GBP"),
        ("£1.5m", 1_500_000, "GBP"),
        ("£700k", 700_000, "GBP"),
        ("50p", 50, "pence"),
        ("R94.7 billion", 94_700_000_000, "ZAR"),
        ("R0.36m", 360_000, "ZAR"),
        ("R12 500", 12_500, "ZAR"),
        ("R1,234,567", 1_234_567, "ZAR"),
        ("5 per cent", 5, "percent"),
        ("4 percentage points", 4, "percentage points"),
        ("3 ‰", 3, "per mille"),
        ("twice", 2, "times"),
        ("threefold", 3, "times"),
        ("three times", 3, "times"),
        ("one in five", Fraction(1, 5), "ratio"),
        ("1 in every 54", Fraction(1, 54), "ratio"),
        ("3 out of 10", Fraction(3, 10), "ratio"),
        ("1,234/2,345", Fraction(1234, 2345), "ratio"),
    ],
)
def test_a_quantity_is_read_whole(text: str, value: int | Fraction, unit: str) -> None:
    found = read_cell(text)
    assert found is not None
    assert (found.value, found.unit) == (Fraction(value), unit)


@pytest.mark.parametrize(
    "text",
    ["form R12 of", "route R101 was", "version R4.10 of", "the HR4.5 million", "room R2, 5m"],
)
def test_a_letter_before_a_number_is_no_currency_by_itself(text: str) -> None:
    assert "ZAR" not in [found.unit for found in quantities(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("65-70%", 65, 70, "percent"),
        ("between 5 and 10 officers", 5, 10, ""),
        ("from 5 to 10 officers", 5, 10, ""),
        ("between about 5 and 10 officers", 5, 10, ""),
        ("2\u20133 million", 2_000_000, 3_000_000, ""),
        ("£1.5m-£2m", 1_500_000, 2_000_000, "GBP"),
        ("R3-5 million", 3_000_000, 5_000_000, "ZAR"),
        ("between R3 million and R5 million", 3_000_000, 5_000_000, "ZAR"),
    ],
)
def test_a_range_is_one_quantity(text: str, low: int, high: int, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high, found.unit, found.bound) == (low, high, unit, "range")
    assert found.value is None


@pytest.mark.parametrize(("down", "up"), [("fell", "rose"), ("slumped", "soared"), ("dip", "gain")])
def test_a_change_is_no_range(down: str, up: str) -> None:
    found = quantities(f"Stops {down} from 105 to 74, and arrests {up} from 5 to 10.")
    assert [(q.low, q.high) for q in found] == [(105, 105), (74, 74), (5, 5), (10, 10)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 40", "at-least"),
        ("40+", "at-least"),
        ("18 years or over", "at-least"),
        ("no fewer than 12", "at-least"),
        ("more than 40", "more-than"),
        ("just over half", "more-than"),
        ("more than half", "more-than"),
        (">5", "more-than"),
        ("fewer than five", "less-than"),
        ("<5", "less-than"),
        ("up to forty", "at-most"),
        ("no more than 12", "at-most"),
        ("12 or fewer", "at-most"),
        ("around 30", "about"),
        ("~30", "about"),
        ("nearly 300", "about"),
        ("virtually 300", "about"),
        ("practically 300", "about"),
        ("some 40 officers", "about"),
        ("c40 officers", "about"),
        ("waits of longer than 40 days", "more-than"),
        ("40 officers", "exact"),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    (found,) = quantities(text)
    assert found.bound == bound


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The rate rose from 47.0 to 47.9 percent.", [("47", "percent"), ("479/10", "percent")]),
        ("Spending rose from £1.2 to £1.5 million.", [("1200000", "GBP"), ("1500000", "GBP")]),
        ("It rose from 120 to 1.5 million.", [("120", ""), ("1500000", "")]),
        ("It rose from 120 to £3 million.", [("120", ""), ("3000000", "GBP")]),
        ("They fell by 3, 4 and 12 per cent.", [(x, "percent") for x in ("3", "4", "12")]),
        ("There were 45 and 5% were women.", [("45", ""), ("5", "percent")]),
        ("It rose to 47.0 percent from 44.7.", [("47", "percent"), ("447/10", "percent")]),
        ("It rose 5 percent from 447 thefts.", [("5", "percent"), ("447", "")]),
    ],
)
def test_numbers_side_by_side_share_unit_and_scale(text: str, read: list[tuple[str, str]]) -> None:
    assert [(str(q.value), q.unit) for q in quantities(text)] == read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("around 528,7001 incidents came", 528_700),  # a footnote mark that touches its number
        ("a rise from it to73,400 in all", 73_400),  # a space that was lost
        ("there were 39more than before", 39),
        ("a fever of 37.8C", Fraction(378, 10)),
        ("the total number: 45 thefts", 45),
        ("for 12 1/2 hours", Fraction(25, 2)),
    ],
)
def test_a_number_that_touches_something_else(text: str, value: int | Fraction) -> None:
    assert [q.value for q in quantities(text)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Quay works 5,808 4,782 (1,026)\nBoats 911 883 28", [5808, 4782, -1026, 911, 883, 28]),
        ("Grant (2,929) (2,929) 0", [-2929, -2929, 0]),
        ("Money (31) 2,342 2,373", [-31, 2342, 2373]),
        ("Men 110 (20) 150 (30)", [110, 20, 150, 30]),
        ("Boats 120 (50) 70", [120, 50, 70]),
        ("It was found in (12) (13) too.", [12, 13]),
        ("Boats\n\n(4,658)\n\n(4,642)\n\n16\n\nNets\n\n(391)\n\n15", [-4658, -4642, 16, -391, 15]),
        ("|Net|1,485,127|(18,780)|1,466,347|(931)|", [1485127, -18780, 1466347, -931]),
        ("(145,000) Quays (4,022) (132,000) 127,978", [-145000, -4022, -132000, 127978]),
        ("(145,000) Quays (4,022)\n(12,500) Boats 1,500", [145000, 4022, 12500, 1500]),
        ("Quays (4,022) (132,000)\n(12,500) Boats 1,500", [-4022, -132000, -12500, 1500]),
        ("Quays (4,022) (132,000) 5\nIn all, boats (12,500) sank.", [-4022, -132000, 5, 12500]),
        ("It had 1,234 boats (1,026) then.", [1234, 1026]),
    ],
)
def test_amounts_in_brackets_are_minus_only_where_their_row_shows_it(
    text: str, values: list[int]
) -> None:
    assert [q.value for q in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two million", 1_500_000, 2_500_000),
        ("half a million", 450_000, 550_000),
        ("two hundred", 200, 200),
    ],
)
def test_words_are_as_rounded_as_digits(text: str, low: int, high: int) -> None:
    found = read_cell(text)
    assert found is not None
    assert rounding_interval(found) == (low, high)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Age\n0 to 44 675 32%\n45 to 69 782 37%\n70+ 632 30%", [675, 32, 782, 37, 632, 30]),
        ("45 to 69 people came", [None]),
    ],
)
def test_an_age_band_at_the_beginning_of_a_row(text: str, values: list[int | None]) -> None:
    assert [q.value for q in quantities(text)] == values


def test_a_rate_has_its_base() -> None:
    found = quantities("12 per 1,000 population")[0]
    assert (found.value, found.per) == (12, 1000)


def test_a_number_that_is_reached_is_exact() -> None:
    assert [one.bound for one in quantities("It crept up to 12; up to 9 sank.")] == [
        "exact", "at-most"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12.5% (n = 311 957) sank", [Fraction(25, 2), 311957]),
        ("12.5% (n=4 250) sank", [Fraction(25, 2), 4250]),
        ("in 2 of 12 (311 957)", [2, 12, 311, 957]),
    ],
)
def test_blanks_part_the_thousands_of_a_group(text: str, values: list[int]) -> None:
    assert [value for q in quantities(text) for value in (q.parts or (q.value,))] == values


@pytest.mark.parametrize(
    ("text", "place", "digits"),
    [("£1.20 million", 10_000, 12), ("43%", 1, 43), ("-2.50", Fraction(1, 100), 25), ("0", 1, 1)],
)
def test_the_last_place_and_the_digits_that_are_printed(text, place, digits) -> None:
    (found,) = quantities(text)
    assert (found.place, found.digits) == (place, digits)
