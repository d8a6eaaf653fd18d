"""Quantities as reports print them. Every expected value was worked out by reading the text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.documents.numerals import confirms
from moditrack.documents.quantities import labels, quantities, read_cell
from moditrack.documents.rounding import rounding_interval


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
    ("text", "low", "high", "unit"),
    [
        ("65-70%", 65, 70, "percent"),
        ("between 5 and 10 officers", 5, 10, ""),
        ("from 5 to 10 officers", 5, 10, ""),
        ("between about 5 and 10 officers", 5, 10, ""),
        ("2\u20133 million", 2_000_000, 3_000_000, ""),
        ("£1.5m-£2m", 1_500_000, 2_000_000, "GBP"),
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


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("On 12 May 2003 it began", "date", "12 May 2003"),
        ("between 24 and 29 April", "date", "24 and 29 April"),
        ("on 01/03/24", "date", "01/03/24"),
        ("at 10.30am", "time", "10.30am"),
        ("in 2019", "year", "2019"),
        ("in 2022/23", "year", "2022/23"),
        ("SCD11 and others", "code", "SCD11"),
        ("Pol 25-24 refers", "code", "Pol 25-24"),
        ("as in para 17", "reference", "para 17"),
        ("under s.22", "reference", "s.22"),
        ("see Appendix 3", "reference", "Appendix 3"),
        ("Level 2 crime", "reference", "Level 2"),
        ("call 020 7202 0202", "telephone", "020 7202 0202"),
        ("the second phase", "ordinal", "second"),
        ("the 22nd meeting", "ordinal", "22nd"),
        ("one of the units", "pronoun", "one of the"),
        ("people aged 18-25", "age", "aged 18-25"),
        ("Reference Number: 5397", "reference", "Reference Number: 5397"),
        ("Registered Charity 7654321", "reference", "Registered Charity 7654321"),
        ("Quay Boats Ltd Company 6543217", "reference", "Ltd Company 6543217"),
        ("Questions 1 - 91", "reference", "Questions 1 - 91"),
        ("Number 3878, of May", "reference", "Number 3878"),
        ("Year 9 pupils", "reference", "Year 9"),
        ("at 1845 hours", "time", "1845 hours"),
        ("FOI / 4409", "reference", "FOI / 4409"),
        ("Print ISBN 9781474136310 in", "code", "9781474136310"),
        ("in Years 9 and 10", "reference", "Years 9 and 10"),
        ("boats ^{1} and", "footnote", "^{1}"),
        ("it was 1.200,50 then", "code", "1.200,50"),
        ("as a PDF (344 KB)", "size", "344 KB"),
        ("Tel: 0870 600 5522", "telephone", "0870 600 5522"),
        ("over the last 12 months", "date", "last 12 months"),
        ("the 14 th series", "ordinal", "14 th"),
    ],
)
def test_a_label_is_no_quantity(text: str, kind: str, printed: str) -> None:
    (label,) = labels(text)
    assert (label.kind, label.printed) == (kind, printed)
    assert quantities(text) == ()


def test_a_year_and_a_count_that_looks_like_one() -> None:
    assert [q.value for q in quantities("2000 people were counted in 2003")] == [2000]
    assert [label.printed for label in labels("2000 people were counted in 2003")] == ["2003"]


def test_several_in_a_sentence() -> None:
    found = quantities("Of the 41 victims, 31 (76%) were male, 8 of them under 18.")
    assert [q.value for q in found] == [41, 31, 76, 8, 18]
    assert [q.unit for q in found] == ["", "", "percent", "", ""]
    assert found[-1].bound == "less-than"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0.13%", Fraction(125, 1000), Fraction(135, 1000)),
        ("43%", Fraction(85, 2), Fraction(87, 2)),
        ("£1.5m", 1_450_000, 1_550_000),
        ("2 million", 1_500_000, 2_500_000),
        ("3 ‰", Fraction(5, 2), Fraction(7, 2)),
        ("41", 41, 41),
    ],
)
def test_what_a_rounded_quantity_may_stand_for(
    text: str, low: int | Fraction, high: int | Fraction
) -> None:
    found = read_cell(text)
    assert found is not None
    assert rounding_interval(found) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ("two hundred and fifty", 200), ("half a million", 0.5), ("£4 bn", 4), ("(1,234)", 1234),
        ("65-70%", 65),
    ],
)  # fmt: skip
def test_a_part_of_a_quantity_confirms_nothing(printed: str, wrong: float) -> None:
    assert not confirms(printed, wrong, None, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("About 51,1% of them (30,5 million)", ["51.1", "30500000"]),
        ("In 2019,20% were closed", ["2019", "20"]),
        ("rows 1,234 and 12,345 and 5,6", ["1234", "12345", "5", "6"]),
    ],
)
def test_a_comma_is_a_point_where_a_unit_follows(text: str, values: list[str]) -> None:
    assert [Fraction(value) for value in values] == [one.low for one in quantities(text)]


def test_a_comma_is_a_point_in_a_cell_of_its_own() -> None:
    cell = read_cell("80,7")
    assert cell is not None
    assert (cell.low, cell.decimals) == (Fraction("80.7"), 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rent as a share of income .......7.2% of it", Fraction(36, 5)),
        ("Rent as a share of income ...7% of it", 7),
        ("It fell .5% in a year", Fraction(1, 2)),
        (".5% of them", Fraction(1, 2)),
    ],
)
def test_dots_that_lead_to_a_number_are_no_point_of_it(text: str, value: int | Fraction) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit) == (Fraction(value), "percent")


def test_a_number_that_begins_a_sentence_after_a_word_such_as_year() -> None:
    for text, numbers in (
        ("It was given during the year. 30 women came.", ["30"]),
        ("Few live in the area. 12 arrests were made there.", ["12"]),
        ("See no. 5 and s. 22.", []),
    ):
        assert [one.printed for one in quantities(text)] == numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("454 449 - 5 - 1.1%\n31 33 + 2 + 6.5%", [454, 449, -5, -1.1, 31, 33, 2, 6.5]),
        ("Boats: 454 449 - 5", [454, 449, 5]),
        ("An increase in the boats that were seen on any one night in the large ports of the"
         " county, from 62 to 72 over the year", [62, 72]),
        ("in the first three quarters of 2020/21", [3]),
        ("three quarters of the boats", [0.75]),
        ("Half – 15 – of the boats", [0.5, 15]),
        ("The number crept up to 12", [12]),
        ("see `1.5-boats.ipynb` and 2020%20boats.csv", []),
        ("## 2. Boats\nWeek: # 16 at 24:00", []),
        ("Reports 380 373 528\n", [380, 373, 528]),
        ("Reports 380, 381 and 382", []),
        ("one for every 9.33 boats", [1, 9.33]),
        ("one for every 9 boats", [1]),
    ],
)  # fmt: skip
def test_numbers_by_what_is_around_them(text: str, values: list[float]) -> None:
    assert [float(one.low) for one in quantities(text)] == values


def test_a_number_that_is_reached_is_exact() -> None:
    assert [one.bound for one in quantities("It crept up to 12; up to 9 sank.")] == [
        "exact", "at-most"
    ]  # fmt: skip
