"""Whether a number adds up: what `check` says of it."""

from __future__ import annotations

import pytest

from moditrack.questions.check_numbers import _pattern


def shown(ask, number: str) -> set[tuple[str, str]]:
    rows = ask("check", number)
    return {(row["check"].rpartition(":")[2], row["verdict"]) for row in rows}


def test_a_number_that_adds_up(run, ask) -> None:
    # 35 of 41 are 11 to 35 (19.age); 31 of 41 are male
    assert shown(ask, "85%") == {("age-11-35-share", "consistent")}
    assert run("check", "85%").out.splitlines()[:2] == [
        "What adds up: 1", "Checks on 85%: 1 adds up (35 of 41 = 85.4%).",
    ]  # fmt: skip
    assert shown(ask, "76%") == {
        ("male-share", "consistent"), ("summary-male-share", "consistent"),
    }  # fmt: skip


def test_a_number_that_adds_up_in_one_place_alone(run) -> None:
    # 18 to 9 is a fall of 50%; of 41 offences no whole number is 50% above the average month
    out = run("check", "50%").out
    assert (
        "Checks on 50%: 1 adds up (18 to 9 = 50%; could be chance, p = 0.12), 1 does not add up,"
        " 1 is unclear (1 finding)." in out
    )
    assert "Decrease of offences since 2019" in out
    assert "Offences in February" in out


def test_a_number_that_the_figures_give(ask) -> None:
    # 31 and 21 removals are 52; 53 is printed
    assert ("removals-both-phases", "inconsistent") in shown(ask, "52")


def test_a_number_that_no_check_has_is_unknown(refused) -> None:
    assert refused("check", "999%") == "No check uses 999%: no record has it."
    # 207 passports are printed; nothing else gives them
    assert refused("check", "207") == (
        "No check uses 207: 'moditrack search 207' finds where it is."
    )


def test_a_percentage_is_no_day_of_a_month(ask) -> None:
    found = shown(ask, "24%")
    assert found and all("outcome-14-share" in check for check, _ in found)


@pytest.mark.parametrize("way", [("-50%",), ("--all", "-50%"), ("-50%", "--all"), ("--", "-50%")])
def test_a_fall_is_written_with_its_sign(run, way: tuple[str, ...]) -> None:
    out = run("check", *way).out
    assert "Decrease of offences since 2019" in out


def test_a_word_that_begins_with_a_minus_is_no_value(refused, run) -> None:
    assert "there are 1, 2, 3, 4" in refused("check", "--severity", "-5")
    assert refused("check", "-x").startswith("No such option '-x'")
    assert run("search", "-50%").code == 0


def test_a_year_is_words(ask) -> None:
    """Of a number, what adds up is listed, too, which has no severity."""
    assert None not in {row["severity"] for row in ask("check", "2023")}
    assert None in {row["severity"] for row in ask("check", "85%")}


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("85", "85.37%", False),
        ("85%", "85%", True),
        ("85%", "85 per cent", True),
        ("85%", "in 85 cases", False),
        ("85 per cent", "85%", True),
        ("85", "n=85.", True),
        ("5", "15", False),
        ("5", "2.5", False),
        ("-50%", "50%", True),
        ("-50%", "-50%", True),
        ("-50%", "+50%", False),
        ("+5", "+5", True),
        ("+5", "-5", False),
        ("+5", "\N{MINUS SIGN}5", False),
        ("1234", "1,234 people", True),
        ("1,234", "1234", True),
        ("234", "1,234", False),
        ("1", "1,234", False),
        ("£5", "£5 each", True),
        ("£5", "5 each", False),
        ("0.13%", "0.13%", True),
        ("0.13%", "0.135%", False),
    ],
)
def test_a_number_matches_whole_and_with_its_unit(typed: str, text: str, found: bool) -> None:
    assert bool(_pattern(typed).search(text)) is found


def test_a_part_of_a_finding_is_shown_with_its_own_words(run) -> None:
    # 7 of 41 are 17%, 7 of the 34 known ones 21%; what the finding says of 43% is another row's
    out = run("check", "17%").out
    assert (
        "Checks on 17%: 1 adds up (7 of 41 = 17.1%), 1 does not add up"
        " (7 of (41 less 7) = 21%), 2 are unclear (2 findings).\n"
    ) in out
    (row,) = [line for line in out.splitlines() if line.split()[:3] == ["!", "17%", "21%"]]
    assert "Share of White South European victims among those who declared" in row
    assert row.split()[-1] == "white-se-share"
    assert "43%" not in row
    # printed in the summary and in the bullets: two checks of one finding
    assert (
        "Checks on 43%: 2 do not add up (18 of (41 less 7) = 53%), 1 is unclear (1 finding).\n"
    ) in run("check", "43%").out


def test_the_verdict_on_the_number_comes_before_what_only_names_it(run) -> None:
    # notes.1 and notes.3.b2: 46 and 102 are 148; findings on phases and on years name 148, too
    out = run("check", "148").out
    assert out.splitlines()[1].startswith("Checks on 148: 1 adds up (46 + 102 = 148), ")
    assert out.index("arrests-both-phases") < out.index("2003-with-2023")
    # a sum of three bands of age: 11, 13 and 11
    assert "Checks on 35: 1 adds up (11 + 13 + 11 = 35)." in run("check", "35").out


def test_a_number_that_is_printed_twice_does_not_add_up(run) -> None:
    # 0.13% is in the key data, in paragraph 3 and in 19.p2: nothing recomputes it
    out = run("check", "0.13%").out
    first = "Checks on 0.13%: 3 are unclear (1 finding), 3 find it printed the same."
    assert out.splitlines()[1] == first
    assert "adds up" not in out
    assert out.index("share-base") < out.index("Printed the same: 3")
    assert "colp-2024-02-22#summary.b1" in out[out.index("Printed the same: 3") :]


def test_a_change_that_could_be_chance_is_called_so(run, terminal) -> None:
    # Of 15 offences, 6 and 9 or a more unequal split have p = 0.61 at equal rates.
    first = (
        "Checks on 225%: 1 does not add up (6 to 9 = 50%; could be chance, p = 0.61) in 1 finding."
    )
    assert run("check", "225%").out.splitlines()[1] == first
    screen = terminal(80, "check", "increase-2023", rows=24).out.splitlines()[:23]
    assert "Chance           6 to 9: could be chance, p = 0.61" in screen
    assert "Chance " not in run("check", "white-ne-share").out


@pytest.mark.parametrize(
    ("check", "computed", "chance"),
    [
        # 41 victims less 7 of unknown ethnicity are the base of 18; 6 and 9 are the years' totals.
        ("colp-2024-02-22:white-ne-share", "18 of (41 less 7)", None),
        ("colp-2024-02-22:increase-2023", "6 to 9", "could be chance, p = 0.61"),
        ("mpa-2004-02-16:removals-both-phases", "31 + 21", None),
        # Not one operation: whether 102 people can be 23, 24, 21 and 8 of them.
        ("mpa-2004-02-16:phase-2-people", None, None),
    ],
)
def test_what_is_computed_is_a_field_of_the_check(
    ask, check: str, computed: str | None, chance: str | None
) -> None:
    query = f"SELECT in_a_line, chance FROM checks WHERE \"check\" = '{check}'"
    assert ask("sql", query) == [{"in_a_line": computed, "chance": chance}]
