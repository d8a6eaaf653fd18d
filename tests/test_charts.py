"""Charts in characters: as long as what they count, plain where Unicode is not to be had."""

from __future__ import annotations

import pytest

from moditrack.charts_and_graphs import Chart
from moditrack.output.charts import draw, interval, spark

YEARS = Chart("t", "stacked", ("a", "b"), (("2019", (14.0, 4.0)), ("2020", (1.0, 0.0))))


def test_bars_are_in_proportion_and_nothing_vanishes() -> None:
    title, first, second, *legend = draw(YEARS, 80, plain=True).split("\n")
    assert (title, legend) == ("t", ["# a: 15", "= b: 4"])
    # 60 cells for 18: 47 for 14 and 13 for 4, with the count in the middle.
    assert first == "2019  " + "#" * 22 + "14" + "#" * 23 + "=" * 6 + "4" + "=" * 6 + " 18"
    assert second == "2020  #1# 1"  # 60 / 18
    big = Chart("t", "stacked", ("a", "b"), (("x", (1000.0, 1.0)),))
    assert draw(big, 80, plain=True).count("=") == 2  # one in the bar, one in the legend


def test_the_largest_part_has_the_strongest_fill() -> None:
    chart = Chart("t", "stacked", ("a", "b", "c"), (("x", (1.0, 6.0, 3.0)),))
    assert draw(chart, 80, plain=True).split("\n")[2:] == ["+ a: 1", "# b: 6", "= c: 3"]


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("plain", [True, False])
def test_no_line_is_wider_than_the_screen(width: int, plain: bool) -> None:
    pyramid = Chart(
        "t", "pyramid", ("female", "male"), (("11-17", (3.0, 8.0)), ("+65", (0.0, 0.0)))
    )
    interval = Chart("t", "interval", ("l", "p", "h"), (("2019-2023", (0.39, 0.54, 0.73)),))
    for chart in (YEARS, pyramid, interval):
        text = draw(chart, width, plain=plain)
        assert max(len(line) for line in text.split("\n")) <= max(width, 50)
        assert text.isascii() is plain


def test_the_pyramid_counts_both_sides() -> None:
    chart = Chart(
        "t", "pyramid", ("female", "male"), (("11-17", (3.0, 8.0)), ("18-25", (2.0, 11.0)))
    )
    lines = draw(chart, 80, plain=True).split("\n")
    assert "female" in lines[1]
    assert lines[2].split() == ["3", "========", "11-17", "#" * 22, "8"]


def test_a_whole_chart_of_intervals() -> None:
    # 55 cells for 2: 0.5 is in cell 14, 1 in 28, 1.5 in 41, 2 in 55.
    rows = (("a", (0.5, 1.5, 2.0)), ("b", (0.5, 1.0, 1.5)))
    chart = Chart("Ratio", "interval", ("low", "ratio", "high"), rows)
    assert draw(chart, 80, plain=True).split("\n") == [
        "Ratio",
        "a  "
        + " " * 14
        + "|"
        + "-" * 13
        + "|"
        + "-" * 12
        + "o"
        + "-" * 13
        + "|"
        + " 1.50 (0.50-2.00)",
        "b  " + " " * 14 + "|" + "-" * 13 + "o" + "-" * 12 + "|" + " " * 14 + " 1.00 (0.50-1.50)",
        "   0" + " " * 27 + "1",
    ]


def test_a_whole_pyramid() -> None:
    # 30 cells for 6: 5 a person.
    rows = (("11-17", (2.0, 6.0)), ("+65", (0.0, 1.0)))
    chart = Chart("Age", "pyramid", ("female", "male"), rows)
    assert draw(chart, 80, plain=True).split("\n") == [
        "Age",
        " " * 28 + "female         male",
        " " * 22 + "2 " + "=" * 10 + "  11-17  " + "#" * 30 + " 6",
        " " * 32 + "0    +65   ##### 1",
    ]


def test_sparks() -> None:
    assert spark([14, 1, 1, 3, 6], 14) == "█▁▁▃▄"
    assert spark([1, 9, 18], 18) == "▁▅█"
    assert spark([0, 0, 1], 1) == "··█"
    assert spark([None, None], 1) == "··"
    assert spark([14, None, 1, 0], 14, plain=True) == "@._."


def test_charts_of_the_commands(terminal, run) -> None:
    shown = terminal(130, "outcomes", "--chart").out
    assert "█ 18: Investigation" in shown  # the most offences
    assert "▓ 14: Victim" in shown
    assert "Trend" in shown
    assert "Trend" not in run("outcomes").out
    bars = run("outcomes", "--chart").out
    assert any(line.startswith("2019  ") and line.endswith(" 18") for line in bars.splitlines())
    assert "Offences by year" not in run("outcomes").out
    victims = run("victims", "--chart").out
    assert any(line.split()[:1] == ["3"] and "11-17" in line for line in victims.splitlines())
    # 'Resolved' has no code, and so no group
    groups = run("outcomes", "--chart", "--by", "group").out
    assert "▚ No official group: 1" in groups and ": 1\n" in groups.partition("▚ No")[2]
    compare = run("compare", "--chart").out
    assert "0.54 (0.25-1.03)" in compare
    assert run("outcomes", "--chart", "--json").json == run("outcomes", "--json").json


def test_on_a_small_screen_the_chart_is_in_place_of_the_table(terminal) -> None:
    lines = terminal(80, "outcomes", "--chart", "--no-pager", rows=24).out.splitlines()
    assert len(lines) <= 23  # and the prompt
    assert lines[:2] == [
        "Offences by outcome, City of London Police, 2019-2023: 41",
        "25 of 41 had no suspect, 61% (46 to 74); 35 counting code 14, 85%; 1 charged.",
    ]
    assert lines[7].startswith("2023  ") and lines[7].endswith(" 9")
    assert "█ 18: Investigation complete no suspect identified: 25" in lines
    assert not any(line.startswith(("Outcome, as printed", "Total")) for line in lines)
    assert any(line.startswith("! Could be chance: 6 to 9 (p = 0.61)") for line in lines)
    # the intervals leave no room for the table and all cautions
    compared = terminal(80, "compare", "--chart", "--no-pager", rows=24).out
    assert len(compared.splitlines()) <= 23
    assert "  1 other finding on these passages: moditrack check what-is-counted" in compared
    assert "! The report cautions: a hidden crime, recording, small numbers." in compared
    tall = terminal(80, "outcomes", "--chart", "--no-pager", rows=50).out.splitlines()
    assert any(line.startswith("Outcome, as printed") for line in tall)
    ages = terminal(80, "victims", "--by", "age", "--chart", "--no-pager", rows=24).out
    assert len(ages.splitlines()) <= 23
    assert "11 are under 18" in ages and "3 ▓▓▓▓▓▓▓▓  11-17  ██" in ages


def test_equal_counts_have_equal_bars(run) -> None:
    out = run("outcomes", "--chart").out
    (bar,) = [line for line in out.splitlines() if line.startswith("2020  ") and "▓" in line]
    # 2020: 3 of outcome 14, 1 of 16, 1 of 18; 60 cells for 18, 3 for 1
    assert bar == "2020  ▓▓▓▓3▓▓▓▓▓▒1▒█1█ 5"


def test_the_end_of_an_interval_at_1_is_shown_as_its_end() -> None:
    assert interval(1, 1.5, 2, 3) == " " * 10 + "├────●────┤" + " " * 10
    assert interval(1.5, 2, 2.5, 3) == " " * 10 + "│    ├────●────┤" + " " * 5


def test_names_of_parts_are_broken_below_their_marks(terminal) -> None:
    lines = terminal(60, "outcomes", "--chart", "--no-pager", rows=60).out.splitlines()
    at = lines.index("▓ 14: Victim declines/unable to support action to identify")
    assert lines[at + 1] == "  offender: 10"
    assert max(map(len, lines)) <= 60


def test_on_a_low_screen_names_are_cut_so_that_cautions_and_the_source_fit(terminal) -> None:
    lines = terminal(60, "outcomes", "--chart", "--no-pager", rows=24).out.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 60
    assert (
        "▓ 14: Victim declines/unable to support action to ident…: 10" in lines
    )  # its count is not
    assert "! Counts below 10 are too small to draw conclusions from." in lines
    assert lines[-1] == "  Source: colp-2024-02-22#19.outcome  6 more notes: '| less'"


def test_a_bar_of_two_cells_has_its_count(terminal) -> None:
    # 2021: one offence each with outcomes 14 and 18, and one resolved
    lines = terminal(60, "outcomes", "--chart").out.splitlines()
    (year,) = [line for line in lines if line.startswith("2021  ")]
    assert year == "2021  1▓1█1▞ 3"


def test_the_conclusion_stands_beside_the_interval(terminal) -> None:
    lines = terminal(80, "compare", "--chart").out.splitlines()
    # 1.03 and 1.02 lie beyond 1, and are drawn so
    for reading, said in (
        ("2023: borderline", "0.25-1.03"),
        ("2019-2023: borderline", "0.29-1.02"),
    ):
        (own,) = [line for line in lines if line.startswith(reading)]
        assert own.endswith(f"0.54 ({said})")
        assert "│┤" in own
