"""Findings as people see them: the most severe first, a page for each, what is not said."""

from __future__ import annotations

import re
from typing import Any

import pytest

COLP = "colp-2024-02-22"


def test_what_a_person_sees_first(run: Any) -> None:
    title, answer, blank, *table = run("check").out.splitlines()
    assert title == "Numbers that do not fit, or cannot be placed: 5"
    assert answer == (
        "17 findings. 5 numbers do not fit: 4 that people quote, 1 that a conclusion rests on."
        " 12 points differ or are unclear: 1 that people quote, 11 that a conclusion rests on."
        " 49 lesser ones: --all."
    )
    assert blank == ""
    # 6 to 9 is 50% and +3; 31 and 21 are 52; 18 and 7 of 34 are 53% and 21%.
    assert [" ".join(line.split()) for line in table[2:8]] == [
        "n=9 9 (2023) or 41 (2019-2023) Base of the City's 0.13% share-base",
        "225%, +5 50%, +3 Increase of offences in 2023 increase-2023",
        "53 52 Removals of both phases of Maxim removals-both-phases",
        "43%, 17% 53%, 21% Shares of victims who declared their ethnicity white-ne-share",
        "50% 46% if 5, 76% if 6 Offences in February february",
        "",
    ]
    assert table[8] == "Statements that differ, or are unclear: 12"
    assert table[-1] == (
        "  Not shown: 36 cautions; 13 differences in names."
        " 'moditrack check --all' shows them, and what adds up."
    )


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
    # Of 65 findings, the percentages that are cut off or follow no rule have numbers printed.
    assert [title.rpartition(": ")[0] for title in titles] == [
        "Numbers that do not fit, or cannot be placed",
        "Statements that differ, or are unclear",
        "What adds up",
        "Printed the same",
    ]
    assert sum(int(title.rpartition(": ")[2]) for title in titles[:2]) == 66
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
