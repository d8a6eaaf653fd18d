"""Long output goes through the user's pager; colour is where it is wanted and changes nothing."""

from __future__ import annotations

import re
from functools import partial

import pytest

from tests.conftest import Run

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def terminal(terminal: Run) -> Run:
    return partial(terminal, started=True)


def test_long_output_goes_through_the_pager(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "sed -n '1p;$p'")
    lines = terminal(80, "figures").out.splitlines()
    assert [line.strip() for line in lines] == [
        "Figures: 236",
        "* Not printed in full; follows from the document.",
    ]


def test_every_way_out_does(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "tail -n 1")
    assert terminal(80, "figures", "--json").out == "]\n"
    assert terminal(80, "figures", "--csv").out.startswith("colp-2024-02-22:")


def test_help_is_paged_and_begins_with_what_the_command_answers(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "head -n 23")
    first = terminal(80, "check", "--help", rows=24).out
    assert first.startswith("Usage: moditrack check")
    assert "  moditrack check --fields question\n      what to ask the authors" in first
    assert "\nOptions:\n" in first
    assert "Output and others" not in first
    monkeypatch.setenv("PAGER", "head -n 1")  # alone, too, where it is narrow
    assert terminal(40, rows=24).out.startswith("moditrack: what public reports say")
    assert terminal(40, rows=24).out.count("\n") == 1
    assert terminal(80, rows=24).out.count("\n") > 20
    assert "Output and others" in terminal(80, "--no-pager", "check", "--help", rows=24).out
    assert terminal(60, "--no-pager", "--help", rows=24).out.count("\n") > 20


def test_what_fits_the_screen_does_not(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "tail -n 1")
    out = terminal(80, "operations", "section-22").out
    assert out.startswith("Section 22 Collaboration Agreement, with CoLP\n")


def test_a_text_of_exactly_one_screen_is_paged_for_the_prompt_needs_a_line(
    terminal, monkeypatch
) -> None:
    monkeypatch.setenv("PAGER", "sed s/^/paged:/")
    three = ("sql", "select 1 as n union select 2", "--csv")  # a heading and two rows
    monkeypatch.setenv("LINES", "4")
    assert terminal(80, *three).out == "n\n1\n2\n"
    monkeypatch.setenv("LINES", "3")
    assert terminal(80, *three).out == "paged:n\npaged:1\npaged:2\n"


def test_no_pager_where_nobody_can_press_a_key(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "tail -n 1")
    whole = terminal(80, "figures", "--csv", keyboard=False).out
    assert whole.startswith("figure,")
    assert whole.count("\n") == 237  # a heading and 236 figures


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager", "'", "  "])
def test_no_pager(terminal, monkeypatch, pager: str) -> None:
    monkeypatch.setenv("PAGER", "cat")
    whole = terminal(80, "figures", escapes=True).out
    monkeypatch.setenv("PAGER", pager)
    assert terminal(80, "figures", escapes=True).out == whole
    assert whole.count("\n") > 300
    assert "\x1b[1mFigures" in whole


def test_no_pager_when_asked(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "tail -n 1")
    assert terminal(80, "figures", "--no-pager").out.count("\n") > 300


def test_less_is_asked_to_show_colour_and_to_leave_the_text(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "sh -c 'cat >/dev/null; echo $LESS'")
    assert terminal(80, "figures").out == "-FRX\n"
    monkeypatch.setenv("LESS", "-S")
    assert terminal(80, "figures").out == "-S\n"


@pytest.mark.parametrize(
    "args",
    [
        ("outcomes",), ("operations", "maxim"), ("compare", "--chart"), ("search", "police"),
        ("agencies", "--by", "strand"), ("timeline", "--from", "1990", "--to", "1991"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_forced_colour_adds_colour_and_nothing_else(run, monkeypatch, args) -> None:
    plain = run(*args).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run(*args).out
    assert coloured.startswith("\x1b[1m")
    assert COLOUR.sub("", coloured) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(*args).out == plain


@pytest.mark.parametrize("way", ["--json", "--jsonl", "--csv", "--tsv", "--format=github"])
def test_data_has_no_colour(run, monkeypatch, tmp_path, way: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in run("outcomes", way).out
    run("outcomes", "--output", tmp_path / "table.txt")
    assert "\x1b" not in (tmp_path / "table.txt").read_text("utf-8")


def test_a_terminal_without_colour(terminal, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[(?:\d+;)*[34]\dm", terminal(80, "agencies", escapes=True).out)
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in terminal(80, "agencies", escapes=True).out


SHOWN = {  # red, yellow, black and bright white, as terminals show them
    "xterm": ("cd0000", "cdcd00", "000000", "ffffff"),
    "VGA": ("aa0000", "aa5500", "000000", "ffffff"),
    "Windows": ("c50f1f", "c19c00", "0c0c0c", "f2f2f2"),
    "macOS": ("990000", "999900", "000000", "e5e5e5"),
    "VS Code, light": ("cd3131", "949800", "000000", "ffffff"),
}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(*colours: str) -> float:
    """The contrast of two colours, as the guidelines for web pages have it."""
    dark, light = sorted(map(luminance, colours))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shown", SHOWN)
def test_colours_can_be_read_on_a_white_screen_and_on_a_black_one(terminal, shown: str) -> None:
    red, yellow, black, white = SHOWN[shown]
    ink = {"31": red, "33": yellow, "30": black, "97": white, "41": red, "43": yellow}
    out = "".join(
        terminal(80, *words, escapes=True).out
        for words in (("outcomes",), ("operations", "maxim", "--show", "checks"))
    )
    codes = {tuple(style.split(";")) for style in re.findall(r"\x1b\[([0-9;]+)m", out)}
    coloured = [style for style in codes if set(style) & set(ink)]
    assert len(coloured) == 2
    for style in coloured:
        letters, *ground = (ink[code] for code in style if code in ink)
        assert min(contrast(letters, on) for on in ground or ["ffffff", "000000"]) >= 4


def test_columns_sets_the_width(terminal, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    widths = {len(line.rstrip()) for line in terminal(80, "timeline").out.splitlines()}
    assert 100 < max(widths) <= 120
    monkeypatch.setenv("COLUMNS", "0")
    assert terminal(80, "outcomes", "--year", "2023").out.startswith(
        "Offences by outcome, City of London"
    )


def test_a_trend_without_unicode(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    out = terminal(130, "outcomes").out
    assert out.isascii()
    # offences with outcome 1: 1, 0, 0, 0, 0, where the most of any outcome is 14
    assert "_...." in next(line for line in out.splitlines() if line.startswith("1. Charged"))


def test_citations_of_facts_are_dim_where_a_line_ends_with_them(terminal) -> None:
    shown = terminal(80, "operations", "beau", rows=24, escapes=True).out
    assert "immigration crimes\x1b[2m mpa-2003-10-09#appendix-3.b4\x1b[0m\n" in shown
    shown = terminal(80, "operations", "maxim", rows=24, escapes=True).out
    assert "differs: 2003-04-24 (mpa-2003-05-08); 2003-03" in shown  # the text itself, not dim
    staff = terminal(80, "agencies", "mps", rows=24, escapes=True).out
    assert "\x1b[2mmpa-2003-10-09#B.2.p1, mpa-2003-10-09#D.2\x1b[0m\n" in staff


def test_colours_stay_where_nobody_can_press_a_key(terminal, monkeypatch) -> None:
    monkeypatch.setenv("PAGER", "cat -A")
    shown = terminal(80, "figures", escapes=True, keyboard=False).out
    assert shown.startswith("\x1b[1mFigures: 236\x1b[0m\n")


def test_labels_and_what_to_mind_are_not_dim(terminal) -> None:
    shown = terminal(80, "operations", "maxim", escapes=True).out
    assert "\nLead " in shown
    assert "\x1b[2mLead" not in shown
    # the findings that are near, as the others
    near = terminal(80, "figures", "--measure", "victims", escapes=True).out
    lines = [line for line in near.splitlines() if "on these passages" in line]
    assert lines
    assert not any("\x1b[2m" in line for line in lines)
