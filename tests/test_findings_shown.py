"""Findings as people see them: the most severe first, a page for each, what is not said."""

from __future__ import annotations

import re
from typing import Any

import pytest

COLP = "colp-2024-02-22"


# 6 to 9 is 50% and +3; 31 and 21 are 52; 18 and 7 of 34 are 53% and 21%; of 41 over twelve months
# 5 in one are 46% above the average and 6 are 76%.
LISTED = [
    "! n=9 9 (2023) or 41 Base of the City's 0.13% share-base",
    "! 225%, +5 50%, +3 Increase of offences in 2023 increase-2023",
    "! unclear 1 or more charges since 2019 charges",
    "! 53 52 Removals of both Maxim phases removals-both-phases",
    "! 43%, 17% 53%, 21% Victims' declared ethnicity white-ne-share",
    "differs What the key data count what-is-counted",
    "differs Maxim's Proactive Team of 22 proactive-team-size",
    "unclear Readiness of the joint cell jic-readiness",
    "differs Maxim's phases and results maxim-phase-1-start",
    "unclear Money behind Maxim reflex-money",
    "unclear Criteria of victims' pilot pilot-criteria",
    "50% 46% or 76% Offences in February february",
    "unclear Typical male victim typical-male",
    "unclear 350 or 800 removals a month removals-targets",
    "unclear SCD11 and victims scd11-and-victims",
    "differs Levels of Maxim and Reflex maxim-level",
    "unclear Who leads Maxim's operations maxim-lead",
]
ANSWER = (
    "5 numbers that people quote (!) do not fit or cannot be placed, 12 more change a conclusion."
    " 36 cautions: --all."
)


def plain(text: str) -> str:
    return " ".join(text.split())


def test_every_finding_is_a_line_of_the_first_screen(terminal: Any) -> None:
    lines = terminal(80, "check", rows=24).out.splitlines()
    assert lines[0] == "What does not fit, differs or is unclear: 17"
    assert plain(" ".join(lines[1:3])) == ANSWER
    assert list(map(plain, lines[6:])) == LISTED
    assert len(lines) == 23  # the prompt takes the last of 24
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("columns", [60, 120, 200])
def test_so_it_is_on_other_screens(terminal: Any, columns: int) -> None:
    lines = terminal(columns, "check", rows=24).out.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= columns
    checks = [own.rpartition(" ")[2] for own in LISTED]
    titles = [own.rpartition(" ")[0] for own in LISTED]
    shown = [plain(line) for line in lines[-17:]]
    if columns == 60:  # the name to type, for want of room without what it is about
        numbers = [own.split()[:-1] for own in shown]
        assert [own.split()[-1] for own in shown] == checks
        assert all(
            own == title.split()[: len(own)] for own, title in zip(numbers, titles, strict=True)
        )
    else:
        found = zip(shown, titles, checks, strict=True)
        assert all(own.startswith(f"{title} {check} ") for own, title, check in found)
    printed = ("! n=9 9 (2023) or 41", "! 225%, +5 50%, +3", "! unclear", "! 53 52")
    assert all(map(str.startswith, map(plain, lines[-17:]), printed))
    verdicts = ("conflict", "inconsistent", "ambiguous", "inconsistent")
    assert all(map(str.__contains__, shown, verdicts)) == (columns >= 120)
    # paragraph 19 and the table
    assert shown[0].endswith("colp-2024-02-22#19.p2 +1") == (columns == 200)


def test_what_differs_is_where_each_has_a_line_and_in_a_pipe(terminal: Any, run: Any) -> None:
    own = "350 failed asylum seekers a month in one paragraph, up to 800 removals a month by March"
    assert own in terminal(330, "check").out
    assert own not in terminal(200, "check").out
    _, answer, blank, head, _, *rows = run("check").out.splitlines()
    assert (answer, blank) == (ANSWER, "")
    assert plain(head) == "Printed Figures give What Check Verdict Source What differs"
    assert len(rows) == 17
    assert own in rows[13]


def test_the_printed_value_has_the_colour_of_its_verdict(terminal: Any) -> None:
    red, yellow = "\x1b[97;41m{}\x1b[0m", "\x1b[30;43m{}\x1b[0m"
    for check in (("check",), ("check", "--all")):
        out = terminal(80, *check, escapes=True).out
        for value in ("225%, +5", "53", "43%, 17%", "50%", "!"):
            assert red.format(value) in out
        # 9 is the count of 2023, and what people read of the others is not said to be impossible
        for value in ("n=9", "differs", "!"):
            assert yellow.format(value) in out
        assert yellow.format("unclear") not in out
        assert red.format("n=9") not in out
    assert yellow.format("60%") in out  # 25 of 41 are 60.98%
    assert red.format("60%") not in out


def test_names_are_no_findings(run: Any, ask: Any, terminal: Any) -> None:
    """Of 66 differences 13 are in names; they are on the pages of their agencies."""
    out = run("check", "--all").out
    assert out.endswith(
        "  13 differences in names are no findings: moditrack check --severity 4, and the"
        " agencies' pages.\n"
    )
    assert "indis-name" not in out
    assert "Cautions: 36\n" in out
    names = run("check", "--severity", "4").out
    assert names.startswith("Differences in names: 13\n")
    assert "indis-name" in names
    own = terminal(80, "agencies", "INDIS").out
    assert "Immigration and Naturalisation" in own
    # data has them as before
    assert len({row["finding"] for row in ask("check", "--all")} - {None}) == 66


def test_decimals_are_shown_only_where_they_are_what_does_not_fit(run: Any) -> None:
    # 25 of 41 are 60.98%, printed as 60%: cut off, and not rounded.
    out = run("check", "--verdict", "truncated").out
    assert any(line.split()[:2] == ["60%", "60.98%"] for line in out.splitlines())


@pytest.mark.parametrize(
    ("check", "colour", "verdict"),
    [
        ("increase-2023", "97;41", "inconsistent"),
        ("february", "97;41", "impossible"),
        ("text-outcome-18-share", "30;43", "truncated"),
        ("share-base", "30;43", "conflict"),
    ],
)
def test_a_verdict_has_the_colour_of_its_meaning(
    terminal: Any, check: str, colour: str, verdict: str
) -> None:
    shown = terminal(80, "check", check, "--no-pager", escapes=True).out
    assert f"\x1b[{colour}m{verdict}\x1b[0m" in shown
    fits = terminal(80, "check", "arrests-both-phases", "--no-pager", escapes=True).out
    assert "97;41" not in fits


def test_everything_is_shown_where_it_is_asked_for(run: Any) -> None:
    out = run("check", "--all").out
    titles = [line for line in out.splitlines() if line.split(": ")[-1].isdigit()]
    assert [title.rpartition(": ")[0] for title in titles] == [
        "What does not fit, differs or is unclear",
        "Cautions",
        "What adds up",
        "Printed the same",
    ]
    # 17 and 36; the other 13 of 66 are about names
    assert sum(int(title.rpartition(": ")[2]) for title in titles[:2]) == 53
    assert "Not shown" not in out
    adds_up = out[out.index("What adds up") :]
    assert "Arrests including Phase 1" in adds_up
    assert "removals-both-phases" not in adds_up


def test_the_page_says_why_it_matters_and_what_to_ask(run: Any, ask: Any) -> None:
    lines = [" ".join(line.split()) for line in run("check", "increase-2023").out.splitlines()]
    for said in (
        "Printed 225%",
        "Figures give 50%",
        "It matters Anyone who quotes 225% reports an increase that the table does not show.",
        "Ask the authors From which number, of which year, is the increase of 225% (+5) counted?",
        "Severity 1: a number that people quote is wrong or unclear",
        "Other checks of this finding",
    ):
        assert said in lines
    assert any(line.startswith(f"{COLP}:change-2023 ") for line in lines)
    page = ask("check", "increase-2023")
    assert (page["severity"], page["finding"]) == (1, f"{COLP}:increase-2023")
    assert page["matters"].startswith("Anyone who quotes 225%")
    assert page["question"].startswith("From which number, of which year,")
    # Another check of the finding has the same to say.
    assert ask("check", "change-2023")["question"] == page["question"]


def test_the_page_of_a_check_that_fits_has_none_of_it(run: Any, ask: Any) -> None:
    out = run("check", "arrests-both-phases").out
    for label in ("It matters", "Ask the authors", "Severity", "Other checks"):
        assert label not in out
    page = ask("check", "arrests-both-phases")
    assert [page[key] for key in ("severity", "finding", "matters", "question")] == [None] * 4


def test_names_come_without_a_reason_and_a_question(ask: Any) -> None:
    for row in ask("check", "--all"):
        has = row["severity"] in (1, 2, 3)
        assert (row["matters"] is not None, row["question"] is not None) == (has, has), row["check"]


def test_questions_to_the_authors_have_only_numbers_that_they_can_find(ask: Any) -> None:
    number = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
    figures: dict[str, set[str]] = {}
    for row in ask("figures"):
        labels = f"{row['printed']} {row['row']} {row['column']}"
        printed = {*number.findall(labels), str(row["value"])}
        figures.setdefault(row["document"], set()).update(printed)
    known: dict[str, set[str]] = {}
    for row in ask("check", "--all"):
        of_finding = known.setdefault(row["question"] or "", set())
        of_finding |= {*number.findall(row["recomputed"] or "")}
        for source in row["sources"]:
            of_finding |= figures[source.partition("#")[0]]
    assert len(known) > 40
    for question, numbers in known.items():
        # names and years are no counts
        counts = re.sub(r"Phase \d|\b20[02]\d\b", "", question)
        assert {*number.findall(counts)} - numbers == set(), question


def test_what_has_no_counterpart_is_not_said_to_differ(run) -> None:
    """19.b7: 51% from January to April, without counts; B.20: about 65-70%, without any."""
    for number in ("51%", "65-70%"):
        title = run("check", number).out.splitlines()[0]
        assert title.startswith("Statements that differ, or are unclear: ")


@pytest.mark.parametrize("words", ["must not be added", "cannot be added"])
def test_numbers_not_to_be_added(run, words) -> None:
    """Their findings say so in why they matter; must, can, be are no words to look for."""
    out = run("check", *words.split()).out
    for finding in (
        "maxim-phase-1-start",
        "phase-2-money",
        "operations-in-phases",
        "phase-1-parts",
    ):
        assert finding in out
    assert "pilot-criteria" not in out
    assert "None has more than one" not in out


@pytest.mark.parametrize("columns", [60, 80])
def test_a_result_that_does_not_fit_is_red_with_its_sign(terminal: Any, columns: int) -> None:
    out = terminal(columns, "operations", "maxim", escapes=True).out
    assert "\x1b[97;41m53 !\x1b[0m" in out
    assert "\x1b[97;41m148" not in out  # 46 and 102


def test_three_findings_fit_on_a_screen_of_24_rows(terminal: Any) -> None:
    lines = terminal(80, "check", "arrests", rows=24).out.splitlines()
    shown = plain(" ".join(lines[:23]))
    for own in (
        "it has 19 arrests by October 2003 and 102 by February 2004",
        "it leads Maxim, which keeps a victim-centred view and makes arrests",
        "operations led by the Proactive Team that are described as in support of others",
        "Results are credited to whoever leads.",
    ):
        assert own in shown
    assert "the later counts may include the earlier: 19 and 102 must not be added." in shown


def test_all_is_not_said_to_have_names(run: Any) -> None:
    assert "Include cautions, and the checks that agree." in plain(run("check", "--help").out)
    assert "Differences in names" not in run("check", "--all").out
