"""What is typed into a search: spellings that are one, stems, phrases, numbers."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from moditrack.questions.search_terms import _ALIKE, _ALONE, _NEAR, fts_terms
from moditrack.search_stemming import STEMMER, words


def test_stemming_prefixes_and_phrases(ask) -> None:
    assert ask("search", "arrested") == ask("search", "arrest")
    assert len(ask("search", "traffick*", "--limit", "500")) > 20
    phrase = ask("search", '"organised crime group"')
    assert phrase
    assert len(phrase) <= len(ask("search", "organised crime group", "--limit", "500"))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ('forged* "two words" NOT x', ['"forged"*', '"two words"', '("not" OR "cannot")', '"x"']),
        (
            "£3 million seized",
            ['("3 million" OR "3000000" OR "3000 thousand" OR "3000 k" OR "3 m")', '"seised"'],
        ),
        ("9,999 in three hundred", ['"9999"', '"in"', '"three"', '"hundred"']),
        ("9,999 k*", ['"9999 k"*']),
        ("CO 14", ['"co 14"']),
        ("in 2003", ['"in"', '"2003"']),
        ("Pol 25-24", ['"pol 25 24"']),
        ("2022/23 police/immigration", ['"2022 23"', '"police"', '"immigration"']),
        ("police police", ['"police"']),
    ],
)
def test_words_are_quoted_and_numbers_are_phrases(text: str, terms: list[str]) -> None:
    assert fts_terms(text) == terms


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Co-ordinated, coordinated", "coordinated coordinated"),
        ("CO14 CO 14", "co 14 co 14"),
        ("women's women\u2019s womens", "women women womens"),  # the index takes the plural
        ("organise organize analyze prise", "organise organise analyse prise"),
        ("multi-agency multi agency", "multiagency multiagency"),
        ("1,234 in 2003, 2004. 60.98%", "1234 in 2003 2004 60p98"),
        ("re-offend re: follow-up", "reoffend re follow up"),
        ("2003/04, 00 and 0.05", "2003 4 0 and 0p05"),
        ("By west-yorks-2025-01-02, on 2025-01-02", "by westyorks20250102 on 2025 1 2"),
    ],
)
def test_words_are_compared_in_one_spelling(text: str, compared: str) -> None:
    assert words(text) == compared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("co-ordinated", "coordinated"),
        ("co-ordination", "coordination"),
        ("CO14", "CO 14"),
        ("co14", "CO-14"),
        ("women's", "women"),
        ("womens", "women"),
        ("organised", "organized"),
        ("organisation", "Organization"),
        ("multi-agency", "multi agency"),
        ("2003/04", "2003/4"),
        ("Pol 4-24", "Pol 04-24"),
    ],
)
def test_spellings_find_the_same(ask, one: str, other: str) -> None:
    found = ask("search", one, "--limit", "900")
    assert found
    assert found == ask("search", other, "--limit", "900")


def test_a_number_is_a_phrase(ask) -> None:
    assert (
        "£3 million: Reflex funding of Maxim's posts from the 2002 settlement over three years"
        in {hit["title"] for hit in ask("search", "£3 million")}
    )
    # £1,100,000.00 in notes.3 of February 2004, and neither £1 million nor any other million
    for text in ("£1.1 million", "£1,100,000", "1100000.00", "£1.1m"):
        hits = ask("search", text)
        assert {hit["citation"] for hit in hits if hit["kind"] == "figure"} == {
            "mpa-2004-02-16#notes.3.b15"
        }
        assert {hit["kind"] for hit in hits} == {"figure", "check"}
    # £700k in B.15 of October 2003
    assert "mpa-2003-10-09#B.15" in {hit["citation"] for hit in ask("search", "£700,000")}
    assert ask("search", "£1.2 million") == []
    for text in ("60.98", "60.98%"):
        found = {(hit["kind"], hit["citation"]) for hit in ask("search", text)}
        assert ("figure", "colp-2024-02-22#19.outcome") in found
    rounded = ask("search", "60%", "--kind", "figure")
    assert rounded
    assert "60.98" not in " ".join(hit["title"] for hit in rounded)
    money = ask("search", "153573", "--kind", "figure")
    assert money == ask("search", "£153,573", "--kind", "figure")
    assert [hit["title"].split(":")[0] for hit in money] == ["£ 153,573"]


def test_too_many_words_are_refused(refused) -> None:
    words_ = [f"w{'x' * n}" for n in range(1, 62)]
    for text in (" ".join(words_), f'"{" ".join(words_)}"', "-".join(words_)):
        assert refused("search", text) == (
            "A search has at most 60 words, and that is 61: leave some out."
        )


def test_the_words_that_were_typed_are_counted(refused) -> None:
    many = refused("search", " ".join(f"w{n}" for n in range(4000)))
    assert many == "A search has at most 60 words, and that is 4,000: leave some out."
    # 31 words with a number each
    few = refused("search", " ".join(f"w{n}" for n in range(31)))
    assert few == "A search has at most 60 words and numbers, and that is 62: leave some out."


def test_a_word_with_others_is_found_by_itself_too() -> None:
    from moditrack.questions import search_terms

    for word in [*search_terms._ALIKE, *search_terms._ALONE]:
        typed = word.replace("itee", "ity")
        with closing(sqlite3.connect(":memory:")) as index:
            index.execute(f"CREATE VIRTUAL TABLE t USING fts5(w, tokenize='{STEMMER}')")
            index.execute("INSERT INTO t VALUES (?)", (words(typed),))
            (term,) = fts_terms(typed)
            assert index.execute("SELECT 1 FROM t WHERE t MATCH ?", (term,)).fetchone(), word


def test_what_fell_or_rose_is_found_as_a_decrease_or_increase(ask) -> None:
    # 19.b2: decreased by 50% since 2019, an increase of 225% in 2023
    for word, printed in (("fell", "50%"), ("rise", "225%")):
        assert ask("search", word, "--kind", "figure")[0]["title"].startswith(f"{printed}: ")


def test_figures_of_children_are_those_of_people_under_18(ask) -> None:
    """B.9: as young as eight; appendix 3: 9 juveniles; 19.b5: 11 and 8 under 18; 23: Over18; the
    table of ages has 3, 8 and 11 from 11 to 17, and 31 who are older."""
    found = {row["figure"].rpartition(":")[2] for row in ask("figures", "children")}
    assert found == {
        "domestic-servants-age", "kontiki-juveniles", "under-18-incidents", "under-18-limit",
        "under-18-male", "age-11-17-female", "age-11-17-male", "age-11-17-total",
        "juveniles-now-adult",
    }  # fmt: skip
    assert ask("figures", "child") == ask("figures", "children")


def test_an_office_is_no_officer(ask) -> None:
    """Appendix of October 2003: UKIS does not charge for the offices."""
    officers = {row["figure"] for row in ask("figures", "officers", "--operation", "maxim")}
    offices = {row["figure"] for row in ask("figures", "office")}
    assert "mpa-2003-10-09:team-officers" in officers
    assert offices
    assert not officers & offices
    assert ask("figures", "offices") == ask("figures", "office")


@pytest.mark.parametrize("word", sorted(_ALIKE | _ALONE | _NEAR))
def test_a_word_with_others_beside_an_unknown_one_is_searched_for(run, word: str) -> None:
    title, answer, *_ = run("search", word, "zeppelin", "--limit", "1").out.splitlines()
    assert title.startswith(f"Search: {word} zeppelin: ")
    assert "'zeppelin'" in answer or "These are near: " in answer


@pytest.mark.parametrize("word", sorted(_ALIKE | _ALONE | _NEAR))
def test_a_word_with_others_is_known_as_it_is_compared(word: str) -> None:
    assert words(word) == word  # "seasonality" is compared as "seasonalitee"
