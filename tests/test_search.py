"""moditrack search: everything in the dataset, best first, and no query that SQLite chokes on."""

from __future__ import annotations

import shlex
import sqlite3
from contextlib import closing

import pytest

from moditrack.questions.search import KINDS


@pytest.mark.parametrize(
    ("text", "kind", "command"),
    [
        ("Maxim", "operation", "operations maxim"),
        ("Clubs and Vice Squad", "agency", "agencies co14"),
        ("brothel visited", "figure", "figures mpa-2003-10-09:kontiki-brothels-visited"),
        ("removals including phase 1", "check", "check mpa-2004-02-16:removals-both-phases"),
        ("disruption minor", "definition", "sources colp-2024-02-22#20.assessment-category"),
        ("clearinghouse", "definition", "sources mpa-2004-02-16#notes.2"),  # as it is printed
        ("fourth* OR memorandum", "operation", None),
        ("seat TOEX", "commitment", "commitments colp-2024-02-22:toex-seat"),
        ("Appendix 1 projected", "reference", "sources mpa-2003-10-09#appendix-3.b5"),
    ],
)
def test_hits(ask, text: str, kind: str, command: str | None) -> None:
    hits = ask("search", text)
    if command is None:
        assert {(hit["matched"], hit["words"]) for hit in hits} == {(1, 2)}  # OR is a word like any
    else:
        assert (kind, command) in [(hit["kind"], hit["command"]) for hit in hits]


def test_a_hit_has_a_snippet_a_citation_and_more(ask, run) -> None:
    hit = next(h for h in ask("search", "computers seized") if h["kind"] == "figure")
    assert hit["title"] == hit["snippet"] == "19: Computers seized in Phase 2"
    assert hit["sources"] == ["mpa-2004-02-16#notes.3.b11"]
    more = run(*hit["command"].split())
    assert more.code == 0
    assert "19" in more.out


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "(",
        "AND",
        "NEAR(a b)",
        "a:b",
        "col:x*",
        "-x",
        "^x",
        "'",
        'a"b',
        "*",
        "é*",
        "%",
        "x" * 5000,
    ],
)
def test_no_query_is_an_error_of_sqlite(run, text: str) -> None:
    result = run("search", "--json", "--", text)
    assert result.code in (0, 2)
    assert "Traceback" not in result.err
    assert "fts5" not in result.err


def test_no_word_is_bad_input(refused) -> None:
    assert "write one or more" in refused("search", "***")
    refused("search", "maxim", "--limit", "0")


@pytest.mark.parametrize(
    ("text", "kind", "title", "citation", "command"),
    [
        ("no suspect identified", "outcome", "18: Investigation complete no suspect identified",
         "colp-2024-02-22#19.outcome", "outcomes --outcome 18 --document colp-2024-02-22"),
        ("Pol 25-24", "document", "Modern Day Slavery and Human Trafficking update",
         "colp-2024-02-22#header", "sources colp-2024-02-22"),
        ("CO14", "agency", "CO14 Clubs and Vice", "mpa-2003-05-08#B.14.b1", "agencies co14"),
        ("maxim", "operation", "Operation Maxim", "mpa-2003-05-08#B.30", "operations maxim"),
    ],
)  # fmt: skip
def test_the_first_hit(
    ask, run, text: str, kind: str, title: str, citation: str, command: str
) -> None:
    hit = ask("search", text)[0]
    found = {key: hit[key] for key in ("kind", "title", "citation", "command")}
    assert found == {"kind": kind, "title": title, "citation": citation, "command": command}
    assert run(*command.split()).code == 0


def test_every_command_of_a_hit_can_be_run(ask, run) -> None:
    commands = {
        hit["kind"]: hit["command"]
        for text in ("police", "charged", "resolved", "immigration", "hidden crime")
        for hit in ask("search", text, "--limit", "5000")
    }
    assert set(commands) == set(KINDS) - {"passage"}
    for command in commands.values():
        assert run(*shlex.split(command)).code == 0


@pytest.mark.parametrize("label", ["1. Charged", "Resolved"])
def test_an_outcome_is_shown_by_its_command(ask, run, label: str) -> None:
    (hit,) = [hit for hit in ask("search", label, "--kind", "outcome") if hit["title"] == label]
    assert label[-7:] in run(*hit["command"].split()).out


def test_labels_of_rows_and_columns(ask) -> None:
    figures = ask("search", "no suspect identified", "--kind", "figure", "--limit", "50")
    assert {hit["citation"] for hit in figures} == {"colp-2024-02-22#19.outcome"}
    assert "60.98: Share of outcome 18 in all offences" in {hit["title"] for hit in figures}
    assert len(figures) == 7  # five years, the total and the share
    white = ask("search", "White North European", "--kind", "figure", "--limit", "50")
    assert white
    assert {hit["title"].split(": ")[0] for hit in white} >= {"n=18", "43%"}


def test_a_side_of_a_check_is_found_at_its_passage(ask) -> None:
    hits = ask("search", "Snakehead")
    assert ("check", "mpa-2003-05-08#B.8", "check sex-trade-control") in [
        (hit["kind"], hit["citation"], hit["command"]) for hit in hits
    ]


def test_the_best_partial_matches_are_called_so(ask, run) -> None:
    hits = ask("search", "forged zebra passports")
    assert {(hit["matched"], hit["words"]) for hit in hits} == {(2, 3)}
    assert "mpa-2004-02-16#notes.3.b7" in {hit["citation"] for hit in hits}
    note = "No entry has 'zebra'; a report may. Each of these has 2 of the 3 words."
    assert note in run("search", "forged", "zebra", "passports").out
    # 'brothels' and 'steering' are each in some entries, and never together with 'passports'
    both = run("search", "forged", "passports", "brothels", "steering").out.splitlines()[1]
    assert both == "No entry has all of the words: each of these has 2 of 4."
    assert {(h["matched"], h["words"]) for h in ask("search", "forged passports")} == {(2, 2)}
    assert "No entry has all" not in run("search", "forged", "passports").out
    # Common words are no match.
    assert ask("search", "the of zebra") == []
    assert ask("search", "the zebra passports")[0]["matched"] == 1


def test_match_marks_only_on_a_terminal_and_in_bold(run, terminal) -> None:
    for way in ((), ("--json",), ("--csv",), ("--format", "github")):
        out = run("search", "computers seized", *way).out
        assert "Computers seized" in out
        assert not set("\x02\x03\x1b[") & set(out) - (set("[") if way == ("--json",) else set())
    shown = terminal(200, "search", "computers seized", escapes=True).out
    assert "19: \x1b[1mComputers seized\x1b[0m in Phase 2" in shown.replace(
        "\x1b[1mComputers\x1b[0m \x1b[1mseized", "\x1b[1mComputers seized"
    )
    narrow = terminal(60, "search", "no suspect identified", escapes=True).out
    assert "\x1b[1mno\x1b[0m" in narrow
    assert "\x1b[1midentified\x1b[0m" in narrow


def test_the_documents_are_searched_where_they_are_stored(documents, run, ask, tmp_path) -> None:
    database = tmp_path / "full.db"
    assert run("seed", "--documents", documents, "--db", database).code == 0
    hits = ask("search", "snakehead", "--db", database)
    (hit,) = [hit for hit in hits if hit["kind"] == "passage"]
    assert hit["citation"] == "mpa-2003-05-08#B.8"
    assert hit["title"] == "Organised illegal immigration and human trafficking, B.8"
    assert "Snakehead" in hit["snippet"]
    assert "passage" not in {hit["kind"] for hit in ask("search", "snakehead")}


def test_hits_of_one_kind_and_document(ask, run) -> None:
    (hit,) = ask("search", "computers seized", "--kind", "figure")
    assert (hit["kind"], hit["title"]) == ("figure", "19: Computers seized in Phase 2")
    assert {row["kind"] for row in ask("search", "passports", "--kind", "figure")} == {"figure"}
    rows = ask("search", "police", "--document", "colp-2024-02-22", "--limit", "500")
    assert rows
    assert all(row["citation"].startswith("colp-2024-02-22#") for row in rows)
    assert (
        "\nNo entry has any of the words 'zebra giraffe'. " in run("search", "zebra", "giraffe").out
    )


def test_every_hit_is_cited(ask) -> None:
    for text in ("maxim", "CO14", "removals"):
        rows = ask("search", text, "--limit", "100")
        assert rows
        assert all(row["citation"] for row in rows)


def test_a_number_of_items_is_found_with_the_items(run) -> None:
    # 35: four key priorities; B.17: six strands, while another list of that name has five
    assert "They are: Political; Business Forum; " in run("search", "six strands").out
    found = run("search", "four key priorities of Reflex").out
    assert "They are: Organised immigration crime involving designated nationalities; " in found
    assert "They are" not in run("search", "passports seized").out


def test_the_day_in_the_id_of_a_document_is_no_number(ask) -> None:
    # colp-2024-02-22 is in the steps of most checks of that report
    assert not any(
        "share of crime" in row["title"] for row in ask("search", "22", "--limit", "200")
    )
    assert {row["command"] for row in ask("search", "2024-02-22")} == {"sources colp-2024-02-22"}
    assert "sources colp-2024-02-22" in {row["command"] for row in ask("search", "colp-2024-02-22")}


def test_a_snippet_has_the_word_asked_for_rather_than_a_date(ask) -> None:
    (hit,) = ask("search", "author", "2024")
    assert "report author Amanda Horsburgh" in hit["snippet"]  # 2024 is in every date before it
    assert "2024-02-22" in ask("search", "Pol 25-24")[0]["snippet"]


def test_a_word_of_the_same_stem_in_the_title_needs_no_excerpt(ask) -> None:
    (hit,) = [own for own in ask("search", "training") if own["kind"] == "figure"]
    assert hit["title"].endswith("enforcement staff trained to arrest")
    assert hit["snippet"] == hit["title"]  # and not its id, arrest-training-years


def test_what_no_entry_says_is_said_before_what_is_near(run, ask) -> None:
    """No report gives convictions; one woman was imprisoned (appendix 3), and groups prosecuted."""
    title, answer, *_ = run("search", "convicted").out.splitlines()
    assert title.startswith("Search: convicted: 0 matches; near it: ")
    assert answer == (
        "No entry says 'convicted'. These are near: imprisonment, successfully prosecuted,"
        " prosecuted."
    )
    hits = ask("search", "how many were convicted?", "--limit", "50")
    assert {hit["matched"] for hit in hits} == {0}
    assert {"mpa-2003-10-09#appendix-3.b2", "colp-2024-02-22#12"} <= {
        hit["citation"] for hit in hits
    }
    assert "These are near" not in run("search", "prosecuted").out
    assert ask("search", "zebra") == []
    # paragraph 12
    assert ask("search", "convicted")[0]["citation"] == "colp-2024-02-22#12"


def test_where_nothing_is_found_a_report_may_have_the_word(run) -> None:
    """Paragraph 17 of 2024 has 'echelons', which the records do not."""
    ours = "Entries are in our own words: a report may use"
    how = (
        "  'moditrack seed --help' says how to store the documents' own words; add --db FILE to"
        " search them, too."
    )
    try_ = "  Try the beginning of a word, with a * after it."
    assert run("search", "echelons").out.splitlines()[1:] == [
        f"No entry says 'echelons'. {ours} it all the same.", "", how, try_,
    ]  # fmt: skip
    named = run("search", "Zebrowska").out.splitlines()
    assert named[1] == f"No entry says 'Zebrowska'. {ours} it all the same."
    assert named[5].startswith("  Private people are not named here: ")
    two = run("search", "zebra", "giraffe").out.splitlines()
    assert two[1] == f"No entry has any of the words 'zebra giraffe'. {ours} them all the same."
    assert "Private people" not in two[-1]
    assert "Private people" in run("search", "Zebra", "Giraffe").out
    assert "Private people" not in run("search", "ZEBRA").out


def test_where_the_reports_are_searched_nothing_means_that_they_do_not_have_it(run, copy) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(
            "INSERT INTO passage_text SELECT document, locator, 'Harbour' FROM passage LIMIT 1"
        )
    none = run("search", "zebra", "--db", copy).out.splitlines()
    assert none[1] == "No entry says 'zebra'."
    some = run("search", "zebra", "children", "--db", copy).out.splitlines()
    assert some[1].startswith("No entry has 'zebra'. Nearest: ")
    assert none[3:] == ["  Try the beginning of a word, with a * after it."]


def test_a_word_of_several_is_only_a_partial_match(run) -> None:
    title, answer, *_ = run("search", "national", "referral", "mechanism").out.splitlines()
    assert title.endswith(" partial matches, the best first")
    assert answer == (
        "No entry has 'mechanism'; a report may. No entry has more than one of"
        " these words. Nearest: 56 with 'national', 3 with 'referral'."
    )


def test_one_word_of_three_says_little_and_few_are_shown(ask, run) -> None:
    three = ("search", "national", "referral", "mechanism")
    assert len(ask(*three)) == 5
    assert len(ask(*three, "--limit", "30")) == 30
    assert "Search: national referral mechanism: 5 of 59 partial matches" in run(*three).out
    assert "  --limit N shows more" in run(*three).out
    assert len(ask("search", "national", "mechanism")) == 20


def test_what_became_of_a_publisher_is_found(ask) -> None:
    found = {hit["command"] for hit in ask("search", "MOPC")}
    assert found == {f"sources mpa-{date}" for date in ("2003-05-08", "2003-10-09", "2004-02-16")}


def test_the_name_of_a_force_says_whose_reports_to_search(ask, run) -> None:
    title, answer, *_ = run("search", "City of London Police victims").out.splitlines()
    assert title.startswith("Search: victims, in the reports on City of London Police: 20 of ")
    assert answer.endswith(" All counts: moditrack victims.")
    of_the_city = ask("search", "funding", "--document", "colp-2024-02-22")
    assert ask("search", "CoLP funding") == of_the_city
    # paragraph 25: the programme is funded by a Home Office grant
    assert {hit["citation"] for hit in of_the_city} == {"colp-2024-02-22#25"}
    # the report is of February 2024, and has the year in other places
    assert ask("search", "funding of City of London Police in 2024") == of_the_city
    published = run("search", "MPA passports").out.splitlines()[0]
    assert published.startswith(
        "Search: passports, in the reports by Metropolitan Police Authority"
    )


def test_a_name_alone_or_in_a_longer_name_is_searched_for(run) -> None:
    # C.b5: "the MPS Management Board"
    for typed in ("MPS Management Board", "City of London Police", '"CoLP" funding', "the MPS"):
        title = run("search", typed).out.splitlines()[0]
        assert title.startswith(f"Search: {typed}: ")


def test_what_no_report_says_anything_of_is_said_plainly(run) -> None:
    for typed, said in (
        # both are in reports: nothing is said to be missing from them
        (
            "repeat victims",
            "No entry has more than one of these words. Nearest: 2 with 'repeat', 218 with"
            " 'victims'.",
        ),
        (
            "freedom of information",
            "No entry has 'freedom'; a report may. Nearest: 12 with 'information'.",
        ),
        (
            "children zeppelin",  # a child is also a minor, and other words
            "No entry has 'zeppelin'; a report may. Nearest: 65 with 'children'.",
        ),
        # of one force's reports: another report has both
        (
            "CoLP forged victims",
            "No entry searched has 'forged'; a report may. Nearest: 145 with 'victims'.",
        ),
    ):
        assert run("search", typed).out.splitlines()[1].startswith(said)
    first = run("search", "charge rate").out.splitlines()[5]
    assert first.split()[:3] == ["outcome", "1.", "Charged"]


def test_a_figure_that_lacks_one_of_the_words_is_named_where_no_figure_has_all(run) -> None:
    # notes.3.b12: the £150,000 that was confiscated is no cash that was seized
    answer = run("search", "cash seized confiscated").out.splitlines()[1]
    assert answer == (
        "By kind: commitment 1, check 1. Nearest figure: £ 153,573: Cash seized under the Proceeds"
        " of Crime Act in Phase 2 (mpa-2004-02-16#notes.3.b12)."
    )
    assert "Nearest figure" not in run("search", "cash seized").out  # it is among the matches


def test_the_name_of_a_force_is_searched_for_where_its_reports_have_nothing(run) -> None:
    title, answer, *_ = run("search", "colp kittihawk").out.splitlines()
    assert title.startswith("Search: colp kittihawk: 20 of ")
    assert answer.startswith("No entry has more than one of these words.")


def test_where_few_entries_have_all_words_each_word_alone_is_counted(run) -> None:
    out = run("search", "albanian", "groups").out
    assert out.startswith(
        "Search: albanian groups: 2 matches\n"
        "By kind: figure 1, statement 1. Each word alone: albanian 7, groups 105.\n"
    )
    assert run("search", "albanian").out.startswith("Search: albanian: 7 matches\n")
    assert "Each word alone" not in run("search", "the", "torso").out
