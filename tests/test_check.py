"""moditrack check: derived numbers recomputed, and statements that differ."""

from __future__ import annotations

from dataclasses import replace

import pytest


@pytest.fixture
def found(ask) -> dict:
    return {row["check"]: row for row in ask("check", "--all")}


COLP = "colp-2024-02-22"


@pytest.mark.parametrize(
    ("check", "stated", "recomputed", "verdict"),
    [
        ("mpa-2004-02-16:removals-both-phases", "53", "52", "inconsistent"),  # 31 + 21
        ("mpa-2004-02-16:arrests-both-phases", "148", "148", "consistent"),  # 46 + 102
        ("mpa-2004-02-16:meeting-weekday", "Thursday", "Thursday", "consistent"),
        ("mpa-2003-05-08:pilot-start-weekday", "Monday", "Monday", "consistent"),
        ("mpa-2003-05-08:reflex-priorities", "four", "4", "consistent"),
        ("mpa-2003-10-09:crg-strands", "six", "6", "consistent"),
        ("mpa-2003-10-09:beau-people", "10", "8", "consistent"),  # 5 + 2 + 1
        ("mpa-2004-02-16:phase-2-people", "102", "76", "consistent"),  # 23 + 24 + 21 + 8
        (f"{COLP}:text-outcome-18-share", "60%", "60.98%", "truncated"),  # 25/41
        (f"{COLP}:summary-outcome-18-share", "60%", "60.98%", "truncated"),
        (f"{COLP}:text-outcome-14-share", "24%", "24.39%", "consistent"),  # 10/41
        (f"{COLP}:male-share", "76%", "75.61%", "consistent"),  # 31/41
        (f"{COLP}:age-11-35-share", "85%", "85.37%", "consistent"),  # 35/41
        (f"{COLP}:white-ne-share", "43%", "52.94%", "inconsistent"),  # 18/34
        (f"{COLP}:white-se-share", "17%", "20.59%", "inconsistent"),  # 7/34
        (f"{COLP}:unknown-share", "17%", "17.07%", "consistent"),  # 7/41
        (f"{COLP}:decrease-since-2019", "50%", "50%", "consistent"),  # 18 to 9
        (f"{COLP}:change-since-2019", "-9", "-9", "consistent"),
        (f"{COLP}:increase-2023", "225%", "50%", "inconsistent"),  # 6 to 9
        (f"{COLP}:change-2023", "+5", "+3", "inconsistent"),
        # 41 over 12 months are 3.42 a month: 5 are 46.3% above it, 6 are 75.6%.
        (f"{COLP}:february", "50%", "+46% or +76%", "impossible"),
        (f"{COLP}:february-eleven-months", "50%", None, "not-checkable"),  # 6 of 4 a month
        (f"{COLP}:january-april", "51%", None, "not-checkable"),
        (f"{COLP}:outcome-shares", "100", "100.01%", "consistent"),
        (f"{COLP}:outcome-share-18", "60.98", "60.98%", "consistent"),
        (f"{COLP}:chart-offences", "n=9", "9", "consistent"),
        (f"{COLP}:chart-offences-five-years", "n=9", "41", "inconsistent"),
        (f"{COLP}:chart-base", "0.13%", "6667 to 7200", "not-checkable"),
    ],
)
def test_what_recomputing_gives(found, check, stated, recomputed, verdict) -> None:
    row = found[check]
    assert (row["stated"], row["recomputed"], row["verdict"]) == (stated, recomputed, verdict)


def test_every_total_of_the_tables_is_recomputed(found) -> None:
    totals = [
        row for name, row in found.items() if row["kind"] == "total" and name.startswith(COLP)
    ]
    assert len(totals) == 35  # 3 + 8 by age, 3 + 7 by ethnicity, 7 + 6 by outcome, and 11-35
    assert {row["verdict"] for row in totals} == {"consistent"}


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (
            f"{COLP}:increase-2023",
            "; 225% is 9 as a share of 4, and 9 is 5 more than 4; but no year has 4",
        ),
        (
            f"{COLP}:white-ne-share",
            "; 18 of all 41, unknown ethnicity included, is 43.9%: 43% if cut off, or 43% if"
            " rounded from 18 of 42",  # 42.86%
        ),
        (f"{COLP}:white-se-share", "; 7 of all 41, unknown ethnicity included, is 17%"),
        (
            f"{COLP}:text-outcome-18-share",
            "60.98%: 60% if cut off, 61% if rounded to the nearest; 60% if rounded from 25 of 42",
        ),  # 59.52%
        (f"{COLP}:change-2023", "the figures give +3, +5 is printed"),  # 6 to 9
        (
            f"{COLP}:february",
            "no whole number of offences gives 50%: 5 would be +46%, 6 would be +76%",
        ),
        (
            f"{COLP}:february-eleven-months",
            "6 would give 50% if the average is rounded to 4 a month",
        ),
        (f"{COLP}:january-april", "21 would give 51%; the count is not printed"),
    ],
)
def test_the_reason_explains_the_printed_number(found, check: str, words: str) -> None:
    assert words in found[check]["why"]


def test_no_single_rounding_rule_explains_the_2024_report(found) -> None:
    row = found[f"{COLP}:rounding-rule"]
    assert row["verdict"] == "inconsistent"
    assert "half up 14" in row["why"]


def test_a_document_without_a_recomputed_percentage_has_no_rounding_rule(found) -> None:
    rules = [name for name, row in found.items() if row["kind"] == "rounding-rule"]
    assert rules == [f"{COLP}:rounding-rule"]


def test_compatible_statements_are_not_conflicts(found) -> None:
    gone = {"report-purpose", "pol-04-24", "report-authors", "co14-name", "scd5-name"}
    assert gone.isdisjoint(found)
    conflicts = {name for name, row in found.items() if row["verdict"] == "conflict"}
    assert conflicts == {
        "maxim-phase-1-start", "maxim-phase-2-nature", "maxim-level", "reflex-level", "indis-name",
        "jic-agencies", "proactive-team-size", "share-base", "what-is-counted", "ethnicity-base",
    }  # fmt: skip


def test_an_interval_has_a_decimal_more_than_what_is_printed(run) -> None:
    assert "0.13%, which stands for 0.125% to 0.135%" in run("check", "chart-base").out
    assert "2.44, which stands for 2.435% to 2.445%" in run("check", "outcome-share-1").out


@pytest.mark.parametrize(
    ("check", "verdict", "sources"),
    [
        ("maxim-phase-1-start", "conflict",
         {"mpa-2003-05-08#B.30", "mpa-2003-10-09#B.7.p1", "mpa-2004-02-16#notes.1"}),
        ("indis-name", "conflict", {"mpa-2003-10-09#B.10", "mpa-2004-02-16#notes.2"}),
        ("april-operations-tense", "ambiguous",
         {"mpa-2003-05-08#B.33.b5", "mpa-2003-05-08#header"}),
        ("officer-year", "ambiguous", {"mpa-2003-05-08#C.b4"}),
        ("comparator", "ambiguous", {f"{COLP}#summary.b1", f"{COLP}#3", f"{COLP}#19.p2"}),
    ],
)  # fmt: skip
def test_statements_that_differ(found, check: str, verdict: str, sources: set[str]) -> None:
    row = found[check]
    assert (row["kind"], row["verdict"]) == ("statements", verdict)
    assert {side["source"] for side in row["sides"]} == set(row["sources"]) == sources


def test_the_keys_are_the_contract(ask) -> None:
    (row,) = [r for r in ask("check") if r["check"] == "mpa-2004-02-16:removals-both-phases"]
    assert list(row)[:8] == [
        "check", "kind", "statement", "stated", "recomputed", "verdict", "why", "sources"
    ]  # fmt: skip
    assert row["sources"] == ["mpa-2004-02-16#notes.3.b5", "mpa-2004-02-16#notes.1"]


def test_filters(ask) -> None:
    assert "consistent" not in {row["verdict"] for row in ask("check")}
    assert {row["severity"] for row in ask("check")} == {1, 2}
    assert {row["severity"] for row in ask("check", "--verdict", "ambiguous")} == {1, 2, 3, 4}
    assert {row["verdict"] for row in ask("check", "--verdict", "truncated")} == {"truncated"}
    assert len(ask("check", "--verdict", "truncated")) == 2
    assert len(ask("check", "--verdict", "consistent")) > 60
    release = ask("check", "--document", "mpa-2004-02-16")
    assert len(release) > 1
    assert all(any(s.startswith("mpa-2004-02-16#") for s in row["sources"]) for row in release)


def test_one_check_step_by_step(ask, run) -> None:
    page = ask("check", "removals-both-phases")
    assert [step.split(":")[0] for step in page["steps"]] == ["31", "and 21", "sum = 52", "printed"]
    out = run("check", "white-ne-share").out
    assert "less 7: Victims recorded as UNKNOWN (colp-2024-02-22#19.ethnicity)" in out
    assert "printed: 43%, which stands for 42.5% to 43.5%" in out
    assert "Two reports give 24 April 2003" in run("check", "maxim-phase-1-start").out


def test_strict_exits_with_1(run) -> None:
    assert run("check").code == 0
    assert run("check", "--strict").code == 1
    assert run("check", "--verdict", "consistent", "--strict").code == 0
    assert run("check", "removals-both-phases", "--strict").code == 1
    assert run("check", "arrests-both-phases", "--strict").code == 0


@pytest.mark.parametrize("way", [(), ("--json",), ("--csv",)], ids=" ".join)
def test_strict_fails_on_what_is_not_shown(run, way: tuple[str, ...]) -> None:
    # "an address", then "these addresses": a caution, and all there is of Operation Sun.
    shown = run("check", "--operation", "sun", *way)
    assert "sun-addresses" not in shown.out
    assert run("check", "--operation", "sun", "--strict", *way) == replace(shown, code=1)
    assert "sun-addresses" in run("check", "--operation", "sun", "--all", *way).out


def test_pages_and_tables_point_to_the_checks(ask, run) -> None:
    assert "removals-both-phases" in run("operations", "maxim", "--show", "checks").out
    assert any(c["check"] == "indis-name" for c in ask("agencies", "INDIS")["checks"])
    assert "moditrack check share-base, increase-2023, charges, february" in run("outcomes").out
    assert "moditrack check white-ne-share" in run("victims", "--by", "ethnicity").out
    assert "moditrack check share-base" in run("compare").out


def test_bad_input(refused) -> None:
    assert "did you mean 'increase-2023'" in refused("check", "increase-2024")
    assert "'moditrack check --all' lists them" in refused("check", "xyzzy")
    assert "consistent, truncated, rounded-up" in refused("check", "--verdict", "wrong")
    assert "did you mean 'inconsistent'" in refused("check", "--verdict", "inconsistant")


def test_the_wording_does_not_say_who_is_wrong(found) -> None:
    assert len(found) > 60
    for row in found.values():
        words = f"{row['statement']} {row['why']}".lower()
        assert not any(word in words for word in ("wrong", "error", "mistake", "false claim"))


def test_the_only_number_that_does_not_fit_comes_with_its_reason_and_question(run) -> None:
    out = " ".join(run("check", "43%").out.split())
    assert "White North European victims are more than half, not 43%." in out
    assert "Why: the figures give 53%, 43% is printed; 18 of all 41, unknown ethnicity" in out
    assert "Ask the authors: Are the shares of all 41 victims, of these without the 7" in out
    assert "Ask the authors" not in run("check").out


def test_words_instead_of_a_name_are_said_to_be_words(run) -> None:
    assert (
        run("check", "nothing")
        .out.splitlines()[1]
        .startswith("With 'nothing': 1 calls for caution")
    )
    assert "With '" not in run("check", "0.13%").out


@pytest.mark.parametrize(
    ("given", "option"),
    [
        ("maxim", "--operation"),
        ("CoLP", "--agency"),
        ("mpa-2003-10-09", "--document"),
    ],
)
def test_a_name_asks_for_what_does_not_fit_about_it(ask, run, given, option) -> None:
    assert ask("check", given) == ask("check", option, given)
    assert run("check", given).out == run("check", option, given).out
    assert "52" in run("check", "maxim").out  # 53 removed is printed: 31 and 21 are 52


def test_a_name_without_a_finding_has_its_cautions(ask) -> None:
    own = ask("check", "aidant")
    assert own == ask("check", "--operation", "aidant", "--all")
    assert own


def test_another_reading_of_a_number_is_beside_its_verdict(run) -> None:
    """19.b7: 50% above the monthly average; 6 of 41 over eleven months may be called so."""
    out = run("check", "february").out
    assert "Verdict          impossible\n" in out
    assert "not-checkable by another reading: check february-eleven-months\n" in out
    assert "Otherwise" not in run("check", "removals-both-phases").out


def test_what_fits_of_some_words_is_counted(terminal) -> None:
    # since 2019 the offences are down by 50%, from 18 to 9
    said = " ".join(terminal(80, "check", "since 2019", rows=24).out.splitlines()[1:3])
    assert said.endswith("1 more changes a conclusion. 4 that fit: --all.")
    every = terminal(80, "check", "since 2019", "--all", rows=60).out
    assert "What adds up: 2" in every  # 50%, and -9
    assert "Printed the same: 2" in every  # 1 charge, twice
    assert "that fit" not in every
