"""What a document says that a term means."""

from __future__ import annotations

import pytest


def test_level_2_in_one_command(ask, run) -> None:
    (row,) = ask("define", "level", "2")
    # "Level 2: Cross Border issues": more than one OCU
    assert row["term"] == "Level 2"
    assert row["kind"] == "National Intelligence Model level"
    assert "more than one OCU" in row["definition"]
    assert row["sources"] == ["mpa-2003-05-08#B.13.b2"]
    assert row["definition"] in run("define", "Level 2").out
    assert "  define level 2 " in run("--help").out


def test_a_part_of_a_term_finds_all_that_have_it(ask) -> None:
    assert [row["term"] for row in ask("define", "LEVEL")] == ["Level 1", "Level 2", "Level 3"]


def test_all_of_them_by_document(ask, run) -> None:
    rows = ask("define")
    own = ask("define", "--document", "mpa-2003-05-08")
    assert own == [row for row in rows if row["document"] == "mpa-2003-05-08"]
    assert run("define").out.splitlines()[0] == f"Definitions: {len(rows)}"
    assert ask("define", "level 2", "--document", "colp-2024-02-22") == []


def test_a_term_that_no_document_defines(refused) -> None:
    assert "did you mean 'Level 2'?" in refused("define", "levl", "2")
    assert "'moditrack define' lists them" in refused("define", "xyzzy")
    assert "There is no term ''" in refused("define", "")


def test_levels_as_the_documents_write_them_and_words_of_a_meaning(ask, refused) -> None:
    # B.30: level-two; B.33.b8: level II; summary.p1 of 2024 spells MDSHT out
    assert ask("define", "level two") == ask("define", "level II") == ask("define", "level 2")
    refused("define", "level four")


def test_a_whole_word_comes_before_a_part_of_one(ask) -> None:
    # Minor is "minimal", which has "nim" in it; INDIS is "the intelligence wing of UKIS"
    assert [row["term"] for row in ask("define", "nim")] == ["NIM"]
    assert [row["term"] for row in ask("define", "ukis")] == ["UKIS"]
    assert [row["term"] for row in ask("define", "traffick")] == [
        "Trafficked, as against facilitated", "Victim of trafficking (for support)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("term", "meaning"),
    [
        ("ocg", "Organised crime group; not spelt out there"),
        ("OCGs", "Organised crime group; not spelt out there"),
        ("toex", "Tackling Organised Exploitation (TOEX) Programme"),
        ("cps", "Crown Prosecution Service"),
        ("ukis", "United Kingdom Immigration Service; or UK Immigration Service"),
        ("nim", "National Intelligence Model"),
        ("ocu", "Operational Command Unit; not spelt out there"),
        ("bocu", "Borough Operational Command Unit; not spelt out there"),
        ("apf", "Reflex Additional Projects Fund"),
        ("dwo", "Dedicated Ward Officers"),
        ("msht", "Modern slavery and human trafficking"),
        ("mpd", "Metropolitan Police District"),
        ("pid", "Project initiation document"),
        ("csmu", "Not spelt out: unit"),
        ("outcome 18", "Investigation complete no suspect identified. Official, and not printed"
         " there: group Investigation complete – no suspect identified"),
    ],
)  # fmt: skip
def test_an_abbreviation_that_a_document_prints(ask, term: str, meaning: str) -> None:
    (row,) = ask("define", term)
    assert row["definition"] == meaning
    assert row["sources"]


def test_words_that_only_meanings_have_are_said_to_be_there(ask, run) -> None:
    note = "! No term has 'modern slavery': these have it in their meaning.\n"
    assert note in run("define", "modern slavery").out
    found = [row["term"] for row in ask("define", "modern slavery")]
    assert found == ["MDSHT", "MSHT", "MS & OIC Programme"]
    assert "in their meaning" not in run("define", "level").out


def test_what_is_no_term_is_searched_for(refused) -> None:
    assert refused("define", "forged passports") == (
        "There is no term 'forged passports': 'moditrack define' lists them, and 'moditrack search"
        " forged passports' finds it elsewhere."
    )


def test_fewer_words_where_no_term_has_all(ask, run, refused) -> None:
    # "Major" is a category of disruption; none is serious
    assert [row["term"] for row in ask("define", "major", "disruption")] == ["Major"]
    assert "Disruption" in [row["term"] for row in ask("define", "serious disruption")]
    out = run("define", "serious disruption").out
    assert out.splitlines()[1].startswith("None has more than one of the 2 words.")
    own = run("define", "major disruption").out
    assert "None has more" not in own
    assert "in their meaning" not in own
    assert [row["term"] for row in ask("define", "what is", "level 2")] == ["Level 2"]
    refused("define", "xyzzy plugh")


def test_an_abbreviation_of_an_agency_has_the_names_printed(ask) -> None:
    # B.10 of October 2003 and note 2 of 2004 spell it out differently
    rows = [row for row in ask("define", "INDIS") if row["kind"] == "Abbreviation"]
    assert [row["definition"] for row in rows] == [
        "Immigration and Naturalisation Department Intelligence Service; or Immigration and"
        " Nationality Directorate Intelligence Service"
    ]
    assert rows[0]["sources"] == ["mpa-2003-10-09#B.10", "mpa-2004-02-16#notes.2"]


def test_an_operation_or_agency_has_its_page_named(run, refused) -> None:
    assert "  More: moditrack operations reflex, moditrack agencies" in run("define", "reflex").out
    assert "  More: moditrack agencies indis\n" in run("define", "INDIS").out
    assert "More:" not in run("define", "level 2").out
    other = "  Named in more than one way: moditrack check crime-abbreviation\n"
    assert other in run("define", "MSHT").out
    assert other in run("define", "mdsht").out
    assert "more than one way" not in run("define", "level 2").out
    assert refused("define", "operation", "sun") == (
        "No document defines 'operation sun': 'moditrack operations sun' shows Operation Sun"
        " (Response to juveniles arrested for distraction theft, with modern slavery suspected as a"
        " factor)."
    )
    assert refused("define", "section 22") == (
        "No document defines 'section 22': 'moditrack operations section-22' shows Section 22"
        " Collaboration Agreement."
    )


def test_a_name_is_not_taken_for_a_term_that_has_it(run) -> None:
    said = run("define", "reflex").out.splitlines()[1]
    assert said.startswith(
        "No term is 'reflex' itself, which is Operation Reflex (Co-ordinate the "
    )
    assert "itself" not in run("define", "level", "2").out


@pytest.mark.parametrize(
    ("term", "answer"),
    [
        # 13: three levels; 20: three categories of disruptions, and what is not counted twice (21)
        ("level 2", "As mpa-2003-05-08 has it, beside Level 1, Level 3."),
        ("moderate", "As colp-2024-02-22 has it, beside Major, Minor."),
        ("moderate", "As colp-2024-02-22 has it, beside Major, Minor."),
        ("MDSHT", "As colp-2024-02-22 has it."),
        ("maxim", "As mpa-2004-02-16 has it, beside Phase 1, Phase 2, Clearing house."),
    ],
)
def test_one_definition_says_where_it_is_from_and_what_is_beside_it(run, term, answer) -> None:
    title, said, *_ = run("define", *term.split()).out.splitlines()
    assert title.casefold() in {f"{term}: 1 definition".casefold(), "operation maxim: 1 definition"}
    assert said.endswith(f". {answer}")


def test_one_definition_is_the_answer(terminal) -> None:
    """B.13 of May 2003, second bullet."""
    lines = terminal(80, "define", "level", "2", "--no-pager", rows=24).out.splitlines()
    assert [line for line in lines if line] == [
        "Level 2: 1 definition",
        "Cross-border issues: for the most part crime, criminals and specific problems",
        "that touch more than one OCU. As mpa-2003-05-08 has it, beside Level 1, Level 3.",
        "Kind  National Intelligence Model level",
        "  Source: mpa-2003-05-08#B.13.b2",
    ]
    several = terminal(80, "define", "level", "--no-pager", rows=24).out.splitlines()
    assert several[0] == "Definitions of 'level': 3"


def test_a_term_has_the_terms_of_the_kinds_named_after_it(ask) -> None:
    """20: disruptions, and the table of their three categories."""
    found = [row["term"] for row in ask("define", "disruption")]
    assert found == ["Disruption", "Major", "Moderate", "Minor"]
    assert [row["term"] for row in ask("define", "major")] == ["Major"]


@pytest.mark.parametrize("word", ["trafficking", "trafficked"])
def test_a_verb_in_another_form_is_the_term(ask, word) -> None:
    """6: the numbers trafficked, rather than facilitated; 23: a victim of trafficking."""
    assert [row["term"] for row in ask("define", word)] == [
        "Trafficked, as against facilitated", "Victim of trafficking (for support)",
    ]  # fmt: skip


def test_all_terms_are_above_what_they_mean(terminal, run) -> None:
    lines = terminal(80, "define", "--no-pager", rows=24).out.splitlines()
    assert lines[:2] == [
        "Definitions: 92",
        "Abbreviation, 47             NIM; OCU; AC; MPD; BOCU; NCS; IAG; PID; MDSHT;",
    ]
    # Kinds of fewer than four terms, such as the three levels, are together.
    assert lines[11:14] == [
        "Strand of the response, 4    Pursue; Prevent; Prepare; Protect",
        "Others, 27                   Trafficked, as against facilitated; Level 1; Level",
        "                             2; Level 3; Victim of trafficking (for support);",
    ]
    assert lines[22] == "What each means, and where"
    for few in (("ocg",), ("level",)):
        assert "What each means, and where" not in run("define", *few).out


@pytest.mark.parametrize(
    ("term", "meaning", "sources"),
    [
        # May 2003 prints SCD11 without its name, which October has.
        ("SCD11", "Covert Operations Unit", ["mpa-2003-10-09#B.1"]),
        ("SCD5", "Child Protection Branch; or Child Protection Unit",
         ["mpa-2003-05-08#B.14.b8", "mpa-2004-02-16#notes.2.b4"]),
        ("IS", "Immigration Service", ["mpa-2003-05-08#B.15"]),
        ("CSMU", "Not spelt out: unit", ["mpa-2003-05-08#B.14.b10"]),
    ],
)  # fmt: skip
def test_an_abbreviation_is_cited_where_it_is_spelt_out(
    ask, term: str, meaning: str, sources: list[str]
) -> None:
    (row,) = (row for row in ask("define", term) if row["term"] == term)
    assert (row["definition"], row["sources"]) == (meaning, sources)
    assert row["document"] == sources[0].partition("#")[0]


def test_an_outcome_has_the_words_of_the_report_before_the_official_name(ask) -> None:
    (row,) = ask("define", "outcome 14")
    assert row["definition"] == (
        "Victim declines/unable to support action to identify offender. Official, and not printed"
        " there: Evidential difficulties, suspect not identified, victim does not support further"
        " action; group Evidential difficulties (victim does not support action)"
    )
    (row,) = ask("define", "outcome 18")
    assert row["definition"].startswith("Investigation complete no suspect identified. Official")


def test_documents_that_have_a_term_are_named(run) -> None:
    assert run("define", "UKIS").out.splitlines()[1] == (
        "United Kingdom Immigration Service; or UK Immigration Service. As mpa-2003-10-09 and"
        " mpa-2004-02-16 have it."
    )


def test_a_definition_by_criteria_lists_them(run) -> None:
    # the five stated criteria of paragraph 23
    out = run("define", "victim", "of", "trafficking").out
    assert out.splitlines()[-2] == (
        "  Criteria of the White Paper: Brought to the UK; Forcibly exploited to provide labour"
        " services; Working as a prostitute; Has come forward to the authorities; Willing to"
        " co-operate with the authorities mpa-2003-05-08#B.23"
    )
    assert "Criteria" not in run("define", "juvenile").out


def test_several_terms_are_each_defined(run, ask) -> None:
    title, answer, *_ = run("define", "CO14", "TOEX", "UKIS").out.splitlines()
    assert title == "Definitions of 'CO14 TOEX UKIS': 3"
    assert answer == "Each is of the kind Abbreviation."
    assert {row["term"] for row in ask("define", "CO14", "TOEX", "UKIS")} == {
        "CO14", "TOEX", "UKIS",
    }  # fmt: skip
