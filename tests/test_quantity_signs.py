"""Commas, points and dots in numbers, and what labels are no quantities."""

from __future__ import annotations

from fractions import Fraction

import pytest

from moditrack.checks.rounding import rounding_interval
from moditrack.documents.printed_values import confirms
from moditrack.documents.quantities import labels, quantities, read_cell


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
        ("in the first three quarters of 2020/21", []),  # a period
        ("three quarters of the boats", [0.75]),
        ("12 crews, up from 9 that had one last year, one-on-one", [12, 9]),
        ("**Table 4: Boats seen**, ***Chart 3*** and 12 vans", [12]),
        ("Half – 15 – of the boats", [0.5, 15]),
        ("The number crept up to 12", [12]),
        ("see `1.5-boats.ipynb` and 2020%20boats.csv", []),
        ("## 2. Boats\nWeek: # 16 at 24:00", []),
        ("Reports 380 373 528\n", [380, 373, 528]),
        ("Reports 380, 381 and 382", []),
        ("one for every 9.33 boats", [1, 9.33]),
        ("one for every 9 boats", [1]),
        ("It took 7m 25secs and £7m", [7, 7_000_000]),
        ("the fee was around EUR 5000 each", [5000]),
    ],
)  # fmt: skip
def test_numbers_by_what_is_around_them(text: str, values: list[float]) -> None:
    assert [float(one.low) for one in quantities(text)] == values


@pytest.mark.parametrize("text", ["CHF 20 million", "NOK 45,000", "5,000 SEK", "EUR 5000"])
def test_codes_of_currencies_are_units(text: str) -> None:
    (one,) = quantities(f"It paid {text} for nets.")
    assert (one.printed, one.unit) == (text, text.strip(" 0123456789,milon"))
