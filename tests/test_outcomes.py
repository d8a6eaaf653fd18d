"""moditrack outcomes, against the outcome table of the 2024 report."""

from __future__ import annotations

import pytest

from moditrack.questions.cautions import small_counts

TABLE = {
    "1": (1, 0, 0, 0, 0),
    "14": (3, 3, 1, 2, 1),
    "16": (0, 1, 0, 1, 0),
    "18": (14, 1, 1, 3, 6),
    "20": (0, 0, 0, 0, 2),
    None: (0, 0, 1, 0, 0),
}
YEARS = (2019, 2020, 2021, 2022, 2023)
TOTALS = (18, 5, 3, 6, 9)


def test_every_cell_and_total_of_the_table(ask) -> None:
    rows = ask("outcomes")
    assert len(rows) == 30
    found = {(row["code"], row["year"]): row["offences"] for row in rows}
    assert found == {
        (code, year): count
        for code, counts in TABLE.items()
        for year, count in zip(YEARS, counts, strict=True)
    }
    assert {row["year"]: row["year_total"] for row in rows} == dict(zip(YEARS, TOTALS, strict=True))


def test_the_keys_are_the_contract_and_in_its_order(ask) -> None:
    row = ask("outcomes", "--year", "2023", "--outcome", "14")[0]
    assert row == {
        "document": "colp-2024-02-22",
        "force": "colp",
        "year": 2023,
        "code": "14",
        "outcome": "Evidential difficulties, suspect not identified, victim does not support"
        " further action",
        "group": "Evidential difficulties (victim does not support action)",
        "stated_label": "14: Victim declines/unable to support action to identify offender",
        "offences": 1,
        "mark": None,
        "year_total": 9,
        "share_percent": 11.11,
        "period": "2023",
        "sources": ["colp-2024-02-22#19.outcome"],
    }
    assert list(row)[:4] == ["document", "force", "year", "code"]


def test_resolved_has_no_code_and_no_group(ask) -> None:
    (row,) = ask("outcomes", "--year", "2021", "--outcome", "resolved")
    assert (row["code"], row["group"]) == (None, None)
    assert (row["outcome"], row["stated_label"], row["offences"]) == ("Resolved", "Resolved", 1)


@pytest.mark.parametrize(
    ("code", "share"), [("1", 0.0), ("14", 11.11), ("18", 66.67), ("20", 22.22)]
)
def test_shares_of_2023(ask, code: str, share: float) -> None:
    (row,) = ask("outcomes", "--year", "2023", "--outcome", code)
    assert row["share_percent"] == share


def test_years_can_be_named_and_bounded(ask) -> None:
    assert {row["year"] for row in ask("outcomes", "--year", "2019", "--year", "2023")} == {
        2019,
        2023,
    }
    assert {row["year"] for row in ask("outcomes", "--from", "2021")} == {2021, 2022, 2023}
    assert {row["year"] for row in ask("outcomes", "--to", "2020")} == {2019, 2020}


def test_groups_add_outcomes_14_and_16(ask) -> None:
    rows = ask("outcomes", "--by", "group", "--year", "2020")
    victim = next(row for row in rows if row["group"] and "victim does not" in row["group"])
    assert (victim["offences"], victim["year_total"], victim["share_percent"]) == (4, 5, 80.0)
    assert victim["code"] is None
    assert sum(row["offences"] for row in rows) == 5


def test_a_force_is_known_by_its_names(ask) -> None:
    for name in ("colp", "CoLP", "City of London Police"):
        assert len(ask("outcomes", "--agency", name, "--year", "2023")) == 6


def test_one_year_in_a_pipe(run) -> None:
    lines = run("outcomes", "--year", "2023").out.splitlines()
    # 6 of outcome 18, and 1 of 14; Wilson's interval of 6 of 9 is 35.4 to 87.9 percent, and of 7
    # of 9 45.3 to 93.7.
    assert lines[:3] == [
        "Offences by outcome, City of London Police, 2023: 9",
        "6 of 9 had no suspect, 67% (35 to 88); 7 counting code 14, 78%; none charged.",
        "",
    ]
    row = next(line for line in lines if line.startswith("18:"))
    assert row.split()[-3:] == ["6", "67%", "35-88"]
    assert next(line for line in lines if line.startswith("1. ")).split()[2] == "·"
    assert "colp-2024-02-22#19.outcome" in lines[-1]
    assert any("both are 7 of 9, 78% (45 to 94)." in line for line in lines)


# Wilson's 95% intervals in percent, by hand from the formula: 35 of 41 is 71.6 to 93.1, 25 of 41
# is 45.7 to 74.3. Exact binomial tests, two-sided: 18 of 27 is 0.1221, 6 of 15 is 0.6072, 18 of 23
# is 0.0106.
def test_all_years_show_the_answer_totals_shares_and_changes(run) -> None:
    lines = run("outcomes").out.splitlines()
    assert lines[1:3] == [
        "25 of 41 had no suspect, 61% (46 to 74); 35 counting code 14, 85%; 1 charged.",
        "",
    ]
    rows = {line.split(":")[0].split(".")[0].strip(): line for line in lines}
    assert rows["18"].split()[-8:] == ["14", "1", "1", "3", "6", "25", "61%", "46-74"]
    assert rows["20"].split()[-8:] == ["·", "·", "·", "·", "2", "2", "5%", "1-16"]
    total = next(line for line in lines if line.startswith("Total"))
    assert total.split() == ["Total", "18", "5", "3", "6", "9", "41", "100%"]
    (change,) = [line for line in lines if line.startswith("Change on the year before")]
    assert change.split()[5:] == ["-13", "-2", "+3", "+3"]
    chance = "! Could be chance: 6 to 9 (p = 0.61), 18 to 9 (p = 0.12); not 18 to 5 (0.011)."
    assert chance in lines
    both = (
        "  No suspect identified: outcome 18. Outcome 14 has none either, by its official name:"
        " both are 35 of 41, 85% (72 to 93). 95%: Wilson's interval."
    )
    assert both in lines


def test_the_answer_is_of_what_was_asked_for(run) -> None:
    def answer(*args: str) -> str:
        return run("outcomes", *args).out.splitlines()[1]

    assert answer("--outcome", "18") == "25 of all 41 offences: 61% (46 to 74)."
    assert answer("--outcome", "18", "--outcome", "14").startswith("35 of all 41 offences: 85%")
    # para 19: 60% end with outcome 18, 'no suspect identified'; one charge since 2019
    assert answer() == (
        "25 of 41 had no suspect, 61% (46 to 74); 35 counting code 14, 85%; 1 charged."
    )
    # The groups have 14 and 16 in one row of 12, from which nobody gets the 35.
    assert answer("--by", "group") == "25 of 41 had no suspect, 61% (46 to 74); 1 charged."
    # Of 2020 to 2022, outcome 14 has the most: 6 of 14, and 18 has 5.
    assert answer("--from", "2020", "--to", "2022") == (
        "5 of 14 had no suspect, 36% (16 to 61); 11 counting code 14, 79%; none charged."
    )
    assert answer("--year", "2023").endswith("; none charged.")
    assert answer("--year", "2019").endswith("; 1 charged.")


def test_the_first_screen_has_the_whole_table(terminal) -> None:
    lines = terminal(80, "outcomes").out.splitlines()
    assert next(n for n, line in enumerate(lines) if line.startswith("Change on")) < 20
    assert max(map(len, lines)) <= 80
    assert "Trend" not in lines[3]
    # Wilson's interval of 25 of 41; the years are closer to each other for it
    assert lines[3].split()[-3:] == ["All", "Share", "95%"]
    assert next(line for line in lines if "18:" in line).split()[-1] == "46-74"
    assert max(map(len, lines)) <= 80
    wide = terminal(130, "outcomes").out.splitlines()
    assert wide[3].split()[-4:] == ["All", "Share", "95%", "Trend"]
    # One scale up to 18, the total of 2019: 14 is the seventh of eight bars, 1 the first.
    assert next(line for line in wide if line.startswith("18:")).endswith("▆▁▁▂▃")


def test_the_largest_outcome_and_the_total_are_bold(terminal) -> None:
    lines = terminal(130, "outcomes", escapes=True).out.splitlines()
    bold = [line for line in lines if line.startswith("\x1b[1m")]
    assert [line[4:9] for line in bold] == ["Offen", "25 of", "Outco", "18: I", "Total"]


def test_two_years_alone_could_be_chance_where_all_together_are_not(run) -> None:
    # compare widens its interval for the same five years: chi-square 16.9, 4 degrees of freedom
    together = (
        "Each test is of two years; the 5 together differ more than chance allows (p = 0.002)."
    )
    assert together in run("outcomes").out
    assert "together differ" not in run("outcomes", "2022", "2023").out
    # 5, 3, 6 and 9 from 2020 on: chi-square 3.26, 3 degrees of freedom, p = 0.35
    assert "together differ" not in run("outcomes", "--from", "2020").out


def test_counts_from_ten_are_not_called_too_small(run) -> None:
    out = run("outcomes", "--year", "2019", "--outcome", "18").out  # 14 offences
    assert "14      78%" in out
    assert "Counts below" not in out
    assert [note.text for note in small_counts([10, 11])] == []
    assert len(small_counts([11, 9])) == 1


def test_counts_below_ten_are_called_too_small(run) -> None:
    assert "too small to draw conclusions from" in run("outcomes", "--year", "2023").out


def test_wide_is_the_table_of_people_as_data(run, ask) -> None:
    lines = run("outcomes", "--wide", "--csv").out.splitlines()
    assert lines[0] == (
        "document,force,outcome,2019,2020,2021,2022,2023,total,share_percent,share_low,share_high,"
        "sources"
    )
    assert len(lines) == 8
    # Wilson's 95% interval of 25 of 41 is 45.73 to 74.34 percent; a total has none.
    source = "colp-2024-02-22#19.outcome"
    name = "18: Investigation complete no suspect identified"
    assert f"colp-2024-02-22,colp,{name},14,1,1,3,6,25,60.98,45.73,74.34,{source}" in lines
    assert lines[-1] == f"colp-2024-02-22,colp,Total,18,5,3,6,9,41,100.0,,,{source}"
    table = run("outcomes", "--wide", "--format", "github", "--fields", "outcome,2023,total").out
    assert "| Total" in table
    assert table.splitlines()[-1].split() == ["|", "Total", "|", "9", "|", "41", "|"]
    (row,) = ask("outcomes", "--wide", "--outcome", "18", "--year", "2023")
    assert (row["2023"], row["total"], row["share_percent"]) == (6, 6, 66.67)
    assert run("outcomes", "--wide").out == run("outcomes").out


def test_wide_in_a_format_of_text_is_the_table_of_people(run) -> None:
    lines = run("outcomes", "--wide", "--format", "github").out.splitlines()
    assert lines[0] == "**Offences by outcome, City of London Police, 2019-2023: 41**"
    assert lines[2].startswith("25 of 41 had no suspect, 61% (46 to 74)")
    table = [line for line in lines if line.startswith("|")]
    head = "Outcome, as printed | 2019 | 2020 | 2021 | 2022 | 2023 | All | Share | 95%"
    assert [cell.strip() for cell in table[0].strip("|").split("|")] == head.split(" | ")
    assert "|      1 |      · |" in table[2]  # numbers are flush right
    assert [cell.strip() for cell in table[-2].strip("|").split("|")] == [
        "Total", "18", "5", "3", "6", "9", "41", "100%", ""
    ]  # fmt: skip
    assert [cell.strip() for cell in table[-1].strip("|").split("|")][:6] == [
        "Change on the year before", "", "-13", "-2", "+3", "+3"
    ]  # fmt: skip
    assert lines[-1] == "Source: colp-2024-02-22#19.outcome"


def test_a_filter_that_leaves_nothing() -> None:
    from moditrack.questions.outcomes_screen import by_year
    from moditrack.tables import Table

    empty = Table("Offences by outcome", (), [])
    assert by_year(empty) == [empty]


def test_the_findings_that_people_quote_are_named_first(run) -> None:
    # "1 charge" is printed beside three people with charges authorised, in other passages.
    assert (
        "! Does not fit: moditrack check share-base, increase-2023, charges, february\n"
    ) in run("outcomes").out


@pytest.mark.parametrize("filters", [("--from", "2019"), ("2019", "2020", "2021", "2022", "2023")])
def test_filters_that_leave_nothing_out_change_nothing(run, filters: tuple[str, ...]) -> None:
    assert run("outcomes", *filters).out == run("outcomes").out
    fewer = run("outcomes", "--from", "2020").out
    assert "! Does not fit: moditrack check increase-2023\n" in fewer


def test_the_first_screen_has_all_years_their_cautions_and_the_source(terminal) -> None:
    screen = terminal(80, "outcomes", "--no-pager", rows=24).out.splitlines()
    assert len(screen) == 23
    assert "14: Victim declines/unable to support" in screen[6]
    assert screen[7].rstrip() == "    action to identify offender"
    assert screen[-4:] == [
        "! Could be chance: 6 to 9 (p = 0.61), 18 to 9 (p = 0.12); not 18 to 5 (0.011).",
        "! Does not fit: moditrack check share-base, increase-2023, charges, february",
        "! Counts below 10 are too small to draw conclusions from.",
        "  Source: colp-2024-02-22#19.outcome  6 more notes: add '| less'",
    ]


def test_a_narrow_screen_has_totals_cautions_and_source_too(terminal) -> None:
    """Each label has a line: 23 rows have no room for all that is printed of it."""
    screen = terminal(60, "outcomes", "--no-pager", rows=24).out.splitlines()
    assert screen == [
        "Offences by outcome, City of London Police, 2019-2023: 41",
        "25 of 41 had no suspect, 61% (46 to 74); 35 counting code",
        "14, 85%; 1 charged.",
        "",
        "Outcome, as printed       2019 2020 2021 2022 2023 All Share",
        "─" * 60,
        "1. Charged                   1    ·    ·    ·    ·   1    2%",
        "14: Victim declines/unab…    3    3    1    2    1  10   24%",
        "16: Victim declines/with…    ·    1    ·    1    ·   2    5%",
        "18: Investigation comple…   14    1    1    3    6  25   61%",
        "20: Other body/agency ha…    ·    ·    ·    ·    2   2    5%",
        "Resolved                     ·    ·    1    ·    ·   1    2%",
        "Total                       18    5    3    6    9  41  100%",
        "Change on the year before       -13   -2   +3   +3",
        "",
        "! Could be chance: 6 to 9 (p = 0.61), 18 to 9 (p = 0.12);",
        "  not 18 to 5 (0.011).",
        "! Does not fit: moditrack check share-base, increase-2023,",
        "  charges, february",
        "! Counts below 10 are too small to draw conclusions from.",
        "! The report cautions: a hidden crime, recording, small",
        "  numbers, the pandemic.",
        "  Source: colp-2024-02-22#19.outcome  5 more notes: '| less'",
    ]
    whole = terminal(60, "outcomes", "--no-pager", rows=60).out.splitlines()
    at = whole.index("16: Victim declines/         ·    1    ·    1    ·   2    5%")
    assert [line.rstrip() for line in whole[at + 1 : at + 3]] == [
        "withdraws support - named", "suspect identified",
    ]  # fmt: skip


def test_another_code_is_not_taken_for_a_misspelt_one(refused) -> None:
    assert refused("outcomes", "--outcome", "15") == (
        "There is no outcome '15': there are 1, 14, 16, 18, 20, Resolved."
    )


def test_the_share_of_each_year_that_ended_in_one_outcome(run) -> None:
    """14 of 18, 1 of 5, 1 of 3, 3 of 6 and 6 of 9."""
    out = run("outcomes", "18").out
    (line,) = (line for line in out.splitlines() if line.startswith("Share of the year"))
    assert line.split()[4:] == ["78%", "20%", "33%", "50%", "67%"]
    assert "Share of the year" not in run("outcomes").out
    assert "Share of the year" not in run("outcomes", "18", "--year", "2019").out


@pytest.mark.parametrize(
    ("words", "code"),
    [("charged", "1"), ("no suspect identified", "18"), ("unresolved", "20"), ("primacy", "20")],
)
def test_an_outcome_by_words_of_its_label(ask, words, code) -> None:
    assert ask("outcomes", *words.split()) == ask("outcomes", "--outcome", code)
    assert ask("outcomes", "2019", *words.split()) == ask("outcomes", "2019", code)


def test_words_of_two_outcomes_are_neither(refused) -> None:
    """14 and 16 both begin "Victim declines"."""
    assert refused("outcomes", "victim", "declines").startswith("There is no outcome 'victim decl")
