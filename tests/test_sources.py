"""moditrack sources: the documents, what is not in them, and their passages."""

from __future__ import annotations

from pathlib import Path

import pytest

from moditrack.citations import place
from moditrack.questions.sources import _licences


def test_the_four_documents(ask) -> None:
    rows = ask("sources")
    assert [row["document"] for row in rows] == [
        "mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16", "colp-2024-02-22"
    ]  # fmt: skip
    assert [row["reference"] for row in rows] == ["Report 09", "Report 5", "09/04", "Pol 25-24"]
    assert [row["passages"] for row in rows] == [113, 65, 32, 65]
    assert {row["licence"] for row in rows} == {None}
    assert rows[3]["url"] is None
    assert rows[0]["url"] == (
        "http://policeauthority.org/metropolitan/committees/x-ppr/2003/030508/09/index.html"
    )
    assert rows[3]["authors"][1]["name"] == "Amanda Horsburgh"


def test_what_is_referred_to_and_not_contained(ask, run) -> None:
    missing = {
        row["document"]: " ".join(entry["title"] for entry in row["not_contained"])
        for row in ask("sources")
    }
    assert "Appendix 1" in missing["mpa-2003-10-09"]
    assert "Appendix 2" in missing["mpa-2003-10-09"]
    assert "Pol 04-24" in missing["colp-2024-02-22"]
    assert "Data Integrity Review" in missing["colp-2024-02-22"]
    assert "Referred to, and not contained" in run("sources").out


def test_the_list_says_that_no_licence_is_known(run) -> None:
    answer = run("sources").out.splitlines()[1]
    assert answer.startswith(
        "From 2003 to 2024: 275 passages with 236 figures; no licence is known. 48 things"
    )
    assert _licences([{"licence": None}, {"licence": "OGL 3"}]) == "; 1 has no known licence"
    assert _licences([{"licence": "OGL 3"}, {"licence": "OGL 3"}]) == ""


def test_the_list_names_the_committee_that_received_a_report(run) -> None:
    out = run("sources").out
    assert "(Report 5, to the Planning, Performance & Review Committee)" in out
    assert "to the Strategic Planning and Performance Committee, data to 2023)" in out
    assert "(09/04)" in out  # a press release is for no committee


def test_one_document_with_its_passages(ask) -> None:
    page = ask("sources", "mpa-2004-02-16")
    assert page["document"] == "mpa-2004-02-16"
    passages = {row["locator"]: row for row in page["passages"]}
    assert passages["notes.3.b5"]["figures"] == [
        "21: People removed from the UK in Phase 2",
        "53: Removals including Phase 1, as totalled in the press release",
    ]
    assert passages["notes.3.b5"]["citation"] == "mpa-2004-02-16#notes.3.b5"
    assert len(passages["notes.2"]["responsibilities"]) >= 6
    assert any("Criminal Justice" in held for held in passages["body.p4"]["responsibilities"])


def test_definitions_are_there(ask, run) -> None:
    terms = {d["term"]: d for d in ask("sources", "colp-2024-02-22")["definitions"]}
    assert {"Major", "Moderate", "Minor", "Pursue", "Prevent", "Prepare", "Protect"} <= set(terms)
    assert terms["Major"]["sources"] == ["colp-2024-02-22#20.assessment-category"]
    assert "Level 2" in run("sources", "mpa-2003-05-08", "--show", "definitions").out


def test_bad_input(refused) -> None:
    assert "did you mean 'colp-2024-02-22'" in refused("sources", "colp-2024-02-23")
    assert "there are mpa-2003-05-08, mpa-2003-10-09," in refused("sources", "xyzzy")


def test_a_passage_shows_its_text_where_it_is_stored(run, documents, tmp_path: Path) -> None:
    path = tmp_path / "texts.db"
    assert run("seed", "--documents", documents, "--db", path).code == 0
    page = run("sources", "mpa-2004-02-16#notes.3.b5", "--db", path).out
    assert "Text       " in page
    assert "including Phase 1" in page.partition("Text  ")[2].partition("What the")[0]
    without = run("sources", "mpa-2004-02-16#notes.3.b5").out
    assert "Text  " not in without
    assert "The text itself is not held here: moditrack seed --documents DIR" in without
    assert "not held" not in page


def test_what_a_passage_says_comes_first_in_plain_words(run) -> None:
    lines = run("sources", "colp-2024-02-22#21").out.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("Says"))
    # 21: claims look low in each financial year, because of only four groups
    assert "City of London Police: Few disruptions are claimed" in lines[first]
    for line in (
        "Who does it  City of London Police enforces: Claims disruptions",
        "No quantity  double count: Figure of speech",
    ):
        assert any(own.startswith(line) for own in lines[first:])
    assert any(
        own.startswith("Checked") and own.endswith("moditrack check charging-state")
        for own in lines
    )
    assert not any(own.startswith(("numeral", "responsibility", "check:")) for own in lines)


def test_the_first_screen_of_a_document(run, terminal) -> None:
    out = run("sources", "colp-2024-02-22").out
    for line in (
        "Modern Day Slavery and Human Trafficking update",
        "Report   Pol 25-24, 2024-02-22, by City of London Police, to the Strategic Planning"
        " and Performance Committee, licence not known; --bibtex cites it",
        "People   Commissioner of Police (submitted by); Amanda Horsburgh, Claire Flinter"
        " (report author)",
        # 19.b2: increase (225%, +5); the table has 6 and 9
        "Differs  Increase of offences in 2023: 225% (+5) is printed; the table has 6"
        " offences in 2022 and 9 in 2023, which is 50% (+3)",
    ):
        assert f"{line}\n" in out
    assert "\nDefines  MDSHT, Hidden crime, Pursue, Intelligence, " in out
    assert (
        "! 7 findings; n=9 printed, 9 (2023) or 41 computed; 225% printed, 50%"
        " computed: moditrack check" in out
    )
    assert out.endswith(
        "More with --show NAME, or --all: passages 65, threats 15, definitions 32, cautions 5,"
        " references 19.\n"
    )
    for document in ("colp-2024-02-22", "mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16"):
        assert len(terminal(80, "sources", document, "--no-pager").out.splitlines()) <= 23


def test_who_is_quoted_is_no_author(run, ask) -> None:
    # body.p1: Richard Sumray speaks in the press release, which names no author
    (quoted,) = ask("sources", "mpa-2004-02-16")["authors"]
    assert (quoted["name"], quoted["role"]) == ("Richard Sumray", "quoted")
    page = run("sources", "mpa-2004-02-16").out
    assert "\nPeople         Richard Sumray (quoted)\n" in page
    assert "author" not in page.casefold().replace("authority", "")
    report = run("sources", "mpa-2003-05-08").out
    assert "\nPeople   Commissioner (submitted by); Frank Hooley (report author)\n" in report
    every = run("sources", "mpa-2003-05-08", "--all").out
    assert "\nReport author  Frank Hooley, Detective Chief Superintendent, MPS" in every


def test_sections_of_a_document(run, refused) -> None:
    assert (
        "colp-2024-02-22#19.outcome" in run("sources", "colp-2024-02-22", "--show", "passages").out
    )
    missing = run("sources", "mpa-2003-10-09", "--show", "references").out
    assert missing.splitlines()[0].startswith(
        "MPS response to organised immigration crime, references"
    )
    assert "Appendix 1" in missing
    assert "there are passages, threats, definitions, cautions, references" in refused(
        "sources", "colp-2024-02-22", "--show", "xyzzy"
    )
    for line in (["--all"], ["colp-2024-02-22#19.outcome", "--all"]):
        assert "--all goes with the name of a document" in refused("sources", *line)


def test_a_field_that_is_asked_for_is_shown_without_a_value(run) -> None:
    lines = run("sources", "--fields", "document,licence").out.splitlines()
    assert lines[1].split() == ["document", "licence"]
    assert lines[3].split() == ["mpa-2003-05-08"]


def test_what_is_missing_is_listed_once_and_counted_by_kind(run, refused) -> None:
    # Two Acts are named in both reports of 2003: 50 references are to 48 things, six of them Acts,
    # and 13 numbers that are only hinted at ("numerous", "a significant number").
    answer = run("sources").out.splitlines()[1]
    assert answer.endswith(
        " 48 things referred to are not here: --missing. To cite: moditrack sources ID."
    )
    out = run("sources", "--show", "references").out
    assert out.startswith("What the documents refer to, and is not here: 48\n")
    said, by_kind = out.splitlines()[1], out.partition("\n\n")[2]
    assert said == "By kind: data 13, plan 6, act 6, agreement 3, appendix 2, others 18."
    by_kind, each = by_kind.split("\n\nReferred to, and not contained: 48\n")
    kinds = dict.fromkeys(line.split()[0] for line in each.splitlines()[2:])
    assert [*kinds][:2] == ["Plan", "Agreement"]
    assert [*kinds][-2:] == ["Data", "Act"]  # numbers are no papers, and Acts are found elsewhere
    kinds = [line.split("  ")[0] for line in by_kind.splitlines()]
    assert kinds == [
        "Plan", "Agreement", "Appendix", "Guidance", "Meeting", "Profile", "Report", "Web page",
        "Other", "Data", "Act",
    ]  # fmt: skip
    out = each
    (act,) = [line for line in out.splitlines() if "Human Rights Act" in line]
    assert act.split() == ["Act", "Human", "Rights", "Act", "mpa-2003-05-08#D.1", "+1"]
    assert "--show goes with the name of a document" in refused("sources", "--show", "definitions")


def test_a_paragraph_names_what_stands_below_it(run) -> None:
    page = run("sources", "colp-2024-02-22#19").out
    below = page.partition("Below it")[2].partition("\n\n")[0].splitlines()
    named = [line.split(": ")[0].strip() for line in below]
    assert named[-3:] == [f"colp-2024-02-22#19.{own}" for own in ("age", "ethnicity", "outcome")]
    assert "colp-2024-02-22#19.b1" in named
    assert "Below it" not in run("sources", "colp-2024-02-22#1").out  # 10 to 19 are not below 1


def test_a_paragraph_with_bullets_says_what_they_hold(run) -> None:
    # 14: the units that carry out the activity
    page = run("sources", "mpa-2003-05-08#B.14").out
    for bullet, unit in (("b4", "Heathrow Human Smuggling Unit"), ("b9", "Kidnap and Extortion")):
        assert f"mpa-2003-05-08#B.14.{bullet}: {unit}" in page
    assert "* Not printed in full" in page


def test_sources_says_who_wrote_each_and_lists_what_they_warn_of(run, terminal) -> None:
    listed = terminal(80, "sources", "--no-pager").out
    for name in ("Frank Hooley", "Amanda Horsburgh,", "Claire Flinter", "Richard Sumray"):
        assert name in " ".join(listed.split())
    piped = run("sources").out
    assert " (Report 5, to the Planning, Performance & Review Committee)  " in piped
    assert "  Metropolitan Police Authority; Richard Sumray (quoted)  " in piped
    assert "Commissioner" not in listed  # who submitted it is on its page
    assert "! 6 cautions of the documents' own: moditrack sources --show cautions" in listed
    warned = run("sources", "--show", "cautions").out
    assert warned.splitlines()[1:3] == ["mpa-2003-10-09: 1; colp-2024-02-22: 5.", ""]
    assert (warned.count("colp-2024-02-22#"), warned.count("mpa-2003-10-09#D.3")) == (5, 1)
    assert "With numbers this small, the report says, a percentage" in warned


def test_a_table_is_cited_by_its_name_and_paragraph(run) -> None:
    cited = run("sources", "colp-2024-02-22#19.outcome", "--bibtex").out
    assert "  note = {Outcome table in paragraph 19},\n" in cited


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("19.outcome", "outcome table in paragraph 19"),
        ("costs.table-1", "table 1 in section 'costs'"),
        ("what-it-cost.table-2", "table 2 in section 'what it cost'"),
        ("body.table-1", "table 1"),
        ("table-1", "table 1"),
    ],
)
def test_a_table_of_any_report_in_words(locator: str, words: str) -> None:
    assert place("table", locator) == words


def test_a_page_says_from_when_the_data_are_and_what_they_leave_out(run) -> None:
    """Paragraph 19: January 2019 to December 2023, recordable crimes, and no incidents."""
    (line,) = [
        own for own in run("sources", "colp-2024-02-22").out.splitlines() if "Data" in own[:6]
    ]
    assert line.split(None, 1)[1] == (
        "2019-01 to 2023-12; incidents are left out colp-2024-02-22#19.p1"
    )


def test_objects_are_in_words_where_people_read_them(run) -> None:
    who = "Frank Hooley (Detective Chief Superintendent, MPS, report author)"
    for way in ([], ["--format", "github"]):
        out = run("sources", "--fields", "document,authors", *way).out
        assert who in out
        assert "{" not in out
    silent = run("commitments", "asylum", "--fields", "by,not_mentioned_in").out
    assert "mpa-2003-10-09 (report); mpa-2004-02-16 (press release)" in silent
    assert not {"[", "{"} & set(silent.partition("!")[0])
    sides = run("check", "share-base", "--fields", "sides").out
    assert "0.13% and n=9 (colp-2024-02-22#19.p2); " in sides


def test_an_id_that_is_asked_for_comes_with_its_name_for_people_alone(run) -> None:
    fields = ("--fields", "document,committee")
    lines = [line.split(maxsplit=1) for line in run("sources", *fields).out.splitlines()[3:7]]
    assert lines == [
        ["mpa-2003-05-08", "Planning, Performance & Review Committee (mpa-ppr)"],
        ["mpa-2003-10-09", "Planning, Performance & Review Committee (mpa-ppr)"],
        ["mpa-2004-02-16"],
        ["colp-2024-02-22", "Strategic Planning and Performance Committee (sppc)"],
    ]
    assert run("sources", *fields, "--csv").out.splitlines()[1] == "mpa-2003-05-08,mpa-ppr"
    # a name that says no more than its id is not repeated
    shown = run("figures", "--measure", "share-of-crime", "--fields", "measure").out
    assert "share-of-crime" in shown
    assert "(share-of-crime)" not in shown


def test_the_papers_that_are_not_here_are_one_command(run, refused) -> None:
    out = run("sources", "--missing").out
    assert out == run("sources", "--show", "references").out
    assert "Appendix 1: projected costs of Maxim over three years" in out
    of_one = run("sources", "colp-2024-02-22", "--missing").out
    assert "Pol 04-24" in of_one
    assert "Childrens Act" not in of_one
    assert of_one.splitlines()[1] == "The document refers to these, and they are not here."
    assert "sources --missing" in run("sources", "--help").out
    for help in (run().out, run("--help").out):
        assert "sources --missing        What is referred to, and not here?" in help
        assert "commitments --due        What was due, and not mentioned again?" in help
    assert "leave out the others" in refused("sources", "--missing", "--all")


def test_a_section_as_data_is_its_rows(run, ask) -> None:
    threats = ask("sources", "mpa-2003-05-08")["threats"]
    assert ask("sources", "mpa-2003-05-08", "--show", "threats") == threats
    every = ask("sources", "--show", "threats")
    assert [row for row in every if row["sources"][0].startswith("mpa-2003-05-08#")] == threats
    first, *rows = run("sources", "--show", "Threats", "--csv").out.splitlines()
    assert first == "strand,who,origin,threat,hedge,sources"
    assert len(rows) == len(every) == 48
    warned = ask("sources", "--show", "cautions")
    assert {row["sources"][0] for row in warned} >= {"mpa-2003-10-09#D.3", "colp-2024-02-22#7"}
    assert len(ask("sources", "--missing")) == 48
    assert ask("sources", "colp-2024-02-22", "--show", "passages")[0]["locator"] == "header"


def test_what_follows_without_being_printed_has_its_star_on_a_passage(run, ask) -> None:
    """October 2003, B.6 names no operation: that it is about the five follows from the appendix."""
    page = ask("sources", "mpa-2003-10-09#B.6")
    starred = [text for text in page["statements"] if text.endswith("*")]
    assert len(starred) == len(page["statements"]) - 1 == 7
    out = " ".join(run("sources", "mpa-2003-10-09#B.6").out.split())
    assert "Operation Beau: Among the operations outlined in Appendix 3, which" in out
    assert "the Proactive Team leads* " in out
    assert "* Not printed in full; follows from the document." in out
    assert "*" not in run("sources", "mpa-2003-10-09#C.2").out
