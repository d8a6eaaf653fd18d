"""moditrack search: what comes first, and what a hit says of itself."""

from __future__ import annotations

import pytest

from moditrack.questions import search_most_words
from moditrack.questions.search_snippets import window


@pytest.mark.parametrize(
    ("text", "kind", "citation"),
    [
        ("equality", "statement", "mpa-2003-10-09#C.1"),
        ("recommendation", "responsibility", "mpa-2003-10-09#A.p1"),
        ("recommendations", "responsibility", "mpa-2003-10-09#A.p1"),
        ("imprisonment", "statement", "mpa-2003-10-09#appendix-3.b2"),
        ("licence", "document", "mpa-2003-05-08#header"),
        ("how do I cite", "document", "mpa-2003-05-08#header"),
    ],
)
def test_ordinary_words_find_what_they_mean(ask, text: str, kind: str, citation: str) -> None:
    hit = ask("search", text)[0]
    assert (hit["kind"], hit["citation"]) == (kind, citation)


def test_a_word_is_not_taken_for_another(ask, run) -> None:
    authors = {hit["citation"] for hit in ask("search", "author", "--kind", "document")}
    assert authors == {f"{id}#header" for id in ("mpa-2003-05-08", "mpa-2003-10-09",
                                                 "colp-2024-02-22")}  # fmt: skip
    assert not any("uthorit" in hit["title"] for hit in ask("search", "author"))
    # B.35.b1: designated nationalities; nothing of the National Crime Agency
    found = ask("search", "nationalities")
    assert "mpa-2003-05-08#B.35.b1" in {hit["citation"] for hit in found}
    assert not any("National Crime" in hit["title"] for hit in found)
    # No check that numbers are equal, and no letter i
    assert {hit["kind"] for hit in ask("search", "equality")} == {"statement", "responsibility"}
    assert not any("Level I" in hit["snippet"] for hit in ask("search", "how do i cite"))
    none = run("search", "convicted").out
    assert "  'moditrack seed --help' says how to store the documents' own words; add --db" in none


def test_common_words_are_not_needed(ask) -> None:
    assert "mpa-2003-05-08#header" in {h["citation"] for h in ask("search", "author of the report")}
    assert ask("search", "no suspect identified")[0]["kind"] == "outcome"  # "no" is


def test_a_check_comes_after_what_it_is_about(ask) -> None:
    kinds = [hit["kind"] for hit in ask("search", "forged passports")]
    assert kinds[0] == "figure"
    assert "check" in kinds
    assert kinds.index("check") == len(kinds) - kinds.count("check")


def test_what_the_five_million_are_met_from(ask) -> None:
    # D.2: Reflex funding, and existing MPS budgets within the directorate for the rest
    (hit,) = ask("search", "£5 million met from")
    assert "Reflex money and existing budgets of the Specialist Crime Directorate" in hit["title"]
    assert hit["citation"] == "mpa-2003-10-09#D.2"


def test_the_title_counts_all_matches(ask, run) -> None:
    found = len(ask("search", "police", "--limit", "1000"))
    assert found > 400
    lines = run("search", "police").out.splitlines()
    assert lines[0] == f"Search: police: 20 of {found} matches, the best first"
    assert lines[-1] == "  --limit N shows more; a word more, or --kind, shows fewer."
    assert run("search", "forged", "passports").out.splitlines()[0].endswith(": 8 matches")
    assert "--limit" not in run("search", "forged", "passports").out


def test_a_statement_names_what_it_is_about_and_the_operation_beside_it(run) -> None:
    out = run("search", "torso").out
    assert '"Adam" murder investigation: Murder of the boy whose torso' in out
    assert "In the same passage: Operation Pochard" in out


def test_hits_on_one_thing_are_one_row_and_each_text_is_there_once(terminal, run) -> None:
    out = terminal(80, "search", "memorandum of understanding", "--no-pager").out
    assert out.count("Between the MPS and the Immigration Service") <= 1
    assert out.count("moditrack operations mou-2002") == 1
    assert out.count("Memorandum of Understanding on the removal of immigration\n") == 1
    for text in ("agreement", "section 22", "charges since 2019", "brothels"):
        for line in run("search", text, "--format", "github").out.splitlines()[4:]:
            assert not line.startswith("|") or line.split("|")[2].strip(), line


def test_an_agreement_is_found_by_its_kind(ask) -> None:
    """The memorandum of 20 November 2002, B.19, has not the word."""
    commands = [row["command"] for row in ask("search", "agreement") if row["kind"] == "operation"]
    assert set(commands) == {
        "operations accommodation-agreement", "operations section-22", "operations mou-2002",
    }  # fmt: skip


def test_what_members_are_asked_is_the_recommendations(ask) -> None:
    """Those of October 2003, February 2024 and May 2003, and nobody else that is asked."""
    titles = [row["title"] for row in ask("search", "members are asked")]
    assert len(titles) == 3
    assert all(": Recommendation: " in title for title in titles)


def test_where_victims_come_from_is_first_said_of_those_trafficked(ask) -> None:
    first, *_ = ask("search", "where do victims come from")
    assert first["title"].startswith("People trafficked, as against those helped across borders (")
    assert first["citation"] == "mpa-2003-05-08#B.6"


@pytest.mark.parametrize("words", ["comment trial", "withheld", "trial"])
def test_what_a_report_does_not_say_before_a_trial(ask, words: str) -> None:
    found = ask("search", words, "--document", "colp-2024-02-22")
    assert "colp-2024-02-22#17" in [row["citation"] for row in found if row["kind"] == "statement"]


def test_gangs_are_crime_groups(ask) -> None:
    assert {"definition", "threat", "figure"} <= {hit["kind"] for hit in ask("search", "gangs")}


def test_whether_2003_and_2023_compare_is_found(ask) -> None:
    assert "check 2003-with-2023" in {hit["command"] for hit in ask("search", "compare 2003 2023")}


def test_that_no_entry_has_all_words_is_below_the_title(run) -> None:
    lines = run("search", "forged", "zebra", "passports").out.splitlines()
    assert lines[1] == "No entry has 'zebra'; a report may. Each of these has 2 of the 3 words."


def test_what_has_the_name_that_is_searched_for_leads_to_its_page(run) -> None:
    named = run("search", "community", "reference", "group").out.splitlines()[1]
    assert named.endswith(". Its page: moditrack agencies maxim-crg.")
    assert "Its page" not in run("search", "reference", "group").out


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # a list is found with its items (B.25 of May 2003; 14 of 2024)
        ("pilot criteria", "Criteria for acceptance: Brought to the UK; Working as a prostitute;"),
        ("intelligence requirements", "Intelligence requirements: True scale and threat in the"),
        # the number that is asked for
        ("brothels visited", "371: Brothels visited so far in the year"),
        ("removals a month", "up to 800: Removals a month proposed"),
        ("stolen passports seized", "207: Forged, stolen or counterfeit passports seized"),
        # 19.b6: 21 of 41 offences are of January to April
        ("seasonal", "51%: Share of offences that occur from January to April"),
        ("month", "51%: Share of offences that occur from January to April"),
        # 19.b7 gives these months as peaks; B.8 has seasonal work in agriculture; 12 a success
        ("peaks", "Offences that ever occurred in a December, given with peaks"),
        ("agriculture", "Organised crime in London that the report calls Chinese"),
        ("successfully prosecuted", "Groups making counterfeit passports, which the report calls"),
        ("countries", "Migrants (Poorer, less developed, disadvantaged or troubled parts"),
    ],
)
def test_what_answers_comes_first(ask, text: str, first: str) -> None:
    assert ask("search", text)[0]["title"].startswith(first)


def test_a_figure_is_found_by_its_id_and_a_threat_by_what_it_says_of_origin(ask) -> None:
    # paragraph 21: two operations out of 75 live jobs
    titles = [hit["title"] for hit in ask("search", "live operations", "--kind", "figure")]
    assert [title.partition(":")[0] for title in titles] == ["75", "two"]
    kinds = {hit["kind"] for hit in ask("search", "countries of origin")}
    assert kinds == {"threat"}


def test_a_promise_leads_to_what_became_of_it(ask) -> None:
    (hit,) = ask("search", "800 removals", "--kind", "commitment")
    (row,) = ask(*hit["command"].split())
    assert row["state"] == "not-yet-due"


def test_who_wrote_the_documents(ask) -> None:
    reports = {"sources colp-2024-02-22", "sources mpa-2003-05-08", "sources mpa-2003-10-09"}
    # Who is quoted in the press release is not its author.
    for text, also in (
        ("who wrote", {"sources mpa-2004-02-16"}),
        ("author", set()),
        ("authors", set()),
    ):
        found = [hit for hit in ask("search", text) if hit["kind"] == "document"]
        assert {hit["command"] for hit in found} == reports | also, text


def test_a_promise_is_found_with_what_became_of_it(ask) -> None:
    titles = [row["title"] for row in ask("search", "removals a month")]
    (promise,) = [own for own in titles if own.startswith("Raise joint operations")]
    assert promise.endswith(": due after the last document")  # March 2004


def test_by_month_finds_what_names_one_and_a_month_does_not(ask) -> None:
    by_month = [row["title"] for row in ask("search", "offences by month")]
    assert (
        "51%: Share of offences that occur from January to April, given with peaks"
        in (by_month[:3])
    )
    assert any(title.startswith("Offences that ever occurred in a December") for title in by_month)
    a_month = [row["title"] for row in ask("search", "removals a month")]
    assert not any("November 2002" in title for title in a_month)


def test_a_threat_says_where_those_come_from(run) -> None:
    out = run("search", "where do victims come from").out
    assert "Minors who arrive alone (West Africa): Small in number, and a growing concern" in out
    assert "Illegal immigrants to London (Many from Eastern Europe, the Baltic States" in out
    assert "countries of origin" not in out  # words that only help to find it


def test_a_paper_that_is_referred_to_is_not_held(run) -> None:
    out = run("search", "appendix 1").out
    assert "Appendix 1" in out
    assert " (not held here)" in out


def test_a_snippet_is_never_cut_beside_a_figure() -> None:
    text = " ".join(["word"] * 30 + ["of", "£1.2", "million", "x"] + ["word"] * 30)
    at = text.index("million")
    first, last = window(text, (at, at + 7))
    assert "of £1.2 million x" in text[first:last]
    assert len(text[first:last].split()) == 16
    digits = " ".join(str(n) for n in range(60))
    assert window(digits, (60, 62)) == (0, len(digits))


@pytest.mark.parametrize(
    "text",
    [
        "zeppelin torso cash",  # one word is nowhere, and no entry has both others
        "victims passports brothels",
        "forged passports seized airship",
        "torso brothels maxim removals reflex",
        "zeppelin airship",
    ],
)
def test_few_words_and_many_are_chosen_alike(ask, monkeypatch, text: str) -> None:
    few = ask("search", *text.split())
    monkeypatch.setattr(search_most_words, "_FEW", 0)
    assert ask("search", *text.split()) == few


def test_the_most_words_that_an_entry_has(ask) -> None:
    # 207 passports, forged, stolen or counterfeit, were seized: three of the four words
    hits = ask("search", "forged", "passports", "seized", "airship")
    assert {(hit["matched"], hit["words"]) for hit in hits} == {(3, 4)}
    assert hits[0]["title"].startswith("207: Forged, stolen or counterfeit passports seized")


def test_what_a_report_calls_today_is_not_said_to_be_today(ask) -> None:
    # The year of "November" follows from it
    for words, title in (
        ("Crime Data Integrity Review agenda", "Separate report on"),
        ("committee requests update", "2023-11: Committee requests"),
        ("Traffic Jam trial", "Offences in the Square Mile"),
        ("projected costs Appendix start", "Period of the projected costs"),
        ("371 brothels", "Visits to 371"),
        ("July 2003 Phase 2 Maxim begins", "2003-07-03: Phase 2"),
        ("Pol 04-24", "10 January 2024: Pol 04-24"),
    ):
        titles = [row["title"] for row in ask("search", *words.split(), "--kind", "event")]
        assert any(found.startswith(title) for found in titles), titles


def test_a_number_with_its_sign_comes_before_those_without(ask) -> None:
    assert ask("search", "+5")[0]["title"] == "+5: Change in the number of offences in 2023"
    assert ask("search", "-9")[0]["title"].startswith("-9: Change in the number of offences")
    assert not ask("search", "5")[0]["title"].startswith("+5")
