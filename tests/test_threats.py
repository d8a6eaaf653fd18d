"""What a report says about the threat, with its hedge, and what it says against its own figures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.harbour import ID

MAY = "mpa-2003-05-08"


@pytest.fixture
def threats(ask) -> list[dict]:
    return ask("sources", MAY)["threats"]


@pytest.mark.parametrize(
    ("locator", "words", "hedge"),
    [
        ("B.4", "social setting", "considerable anecdotal evidence"),
        ("B.9", "domestic servants", "Intelligence suggests"),
        ("B.10", "firearms", "reliable intelligence"),
        ("B.10", "5 to 10%", "It is believed"),
        ("B.6", "brothels and saunas", "There are indications"),
        ("B.8", "Traffic women", None),
        ("B.12", "real", "no evidence"),
    ],
)
def test_a_statement_carries_its_hedge(threats, locator: str, words: str, hedge: str) -> None:
    (row,) = [r for r in threats if r["sources"] == [f"{MAY}#{locator}"] and words in r["threat"]]
    assert row["hedge"] == hedge


def test_every_passage_on_the_threat_is_there(threats) -> None:
    held = {source.partition("#")[2] for row in threats for source in row["sources"]}
    assert held >= {
        "summary.p1", "summary.p2", "summary.p3", "summary.p4", "B.1", "B.2", "B.3", "B.6", "B.7",
        "B.8", "B.9", "B.10", "B.11", "B.12", "B.21",
    }  # fmt: skip


def test_where_they_come_from(threats) -> None:
    (row,) = [row for row in threats if str(row["origin"]).startswith("Principally")]
    assert row["hedge"] is None  # it says how many, not how sure
    for place in ("Balkans", "Baltic States", "Thailand", "Vietnam", "Cambodia", "West Africa"):
        assert place in row["origin"]


def test_a_threat_is_found(ask, run) -> None:
    hits = ask("search", "Snakehead", "--kind", "threat")
    assert [hit["citation"] for hit in hits] == [f"{MAY}#B.8"]
    page = ask("sources", f"{MAY}#B.9")
    assert any(item.endswith("; hedged as 'Intelligence suggests'") for item in page["threats"])
    assert "Intelligence suggests" in run("sources", MAY, "--show", "threats").out
    assert "Threat picture" not in run("sources", "mpa-2004-02-16", "--all").out


def test_a_hit_on_a_threat_shows_its_hedge(ask, run) -> None:
    (hit,) = ask("search", "domestic", "servants", "--kind", "threat")
    assert hit["title"].endswith("; hedged as 'Intelligence suggests'")
    assert "hedged as 'Intelligence suggests'" in " ".join(
        run("search", "domestic", "servants", "--kind", "threat").out.split()
    )


@pytest.mark.parametrize(
    ("locator", "key", "words"),
    [
        ("summary.p2", "threat", "to many and diverse groups or from them"),  # either can be read
        ("summary.p3", "who", "Many non-indigenous groups"),  # not all
        ("B.5", "threat", "more chances than before"),  # opportunities, not deeds
        ("B.6", "origin", "Above all the Balkans"),  # not only
        ("D.2", "threat", "by far most are UK citizens"),
    ],
)
def test_a_threat_says_no_more_than_its_passage(threats, locator, key, words) -> None:
    texts = [row[key] or "" for row in threats if row["sources"] == [f"{MAY}#{locator}"]]
    assert any(words in text for text in texts)


@pytest.mark.parametrize(("hedge", "printed"), [("may", True), ("might", False)])
def test_a_hedge_that_is_not_printed_is_objected_to(
    run, harbour: Path, tmp_path: Path, hedge: str, printed: bool
) -> None:
    records = Path(shutil.copytree(harbour / "records", tmp_path / "records"))
    (records / ID / "threats.csv").write_text(
        "locator,strand,who,origin,threat,hedge\n"
        f"recommendations.p1,serious-organised-crime,Members,,Note it,{hedge}\n"
    )
    result = run("verify", harbour / "texts", "--records", records, "--json")
    assert result.code == (0 if printed else 1)
    citation = "harbour-2025-03-01#recommendations.p1"
    found = [
        {key: one[key] for key in ("citation", "what", "file", "row", "column", "value")}
        for one in result.json[-1]["differences"]
    ]
    assert found == (
        []
        if printed
        else [
            {
                "citation": citation,
                "what": "the words 'might' are not there",
                "file": "threats.csv",
                "row": 2,
                "column": "hedge",
                "value": "might",
            }
        ]
    )


@pytest.mark.parametrize(
    ("command", "last"),
    # That the lockdowns affected 2020 to 2022 (19.b2) is said of offences alone.
    [(("outcomes",), ", the pandemic"), (("victims", "--by", "age"), ""), (("compare",), "")],
)
def test_cautions_stand_beside_the_counts(run, command: tuple[str, ...], last: str) -> None:
    out = " ".join(run(*command).out.split())
    shown_by = "sources colp-2024-02-22 --show cautions"
    cautions = f"! The report cautions: a hidden crime, recording, small numbers{last}."
    assert f"{cautions} ! Its cautions in full: moditrack {shown_by}" in out
    listed = " ".join(run(*shown_by.split()).out.split())
    assert "Modern Day Slavery and Human Trafficking update, cautions: 5 " in listed
    assert "hidden crime" in listed
    assert "room for improvement in how these crimes are recorded" in listed
    assert "With numbers this small, the report says, a percentage of change" in listed
    assert "The volumes of 2020 to 2022 are assessed as affected by the lockdowns" in listed
    assert "hidden crime" in run("sources", "colp-2024-02-22#7").out
    review = " ".join(run("sources", "colp-2024-02-22#18").out.split())
    assert "room for improvement in how these crimes are recorded" in review


def test_who_sits_in_the_joint_intelligence_cell(ask) -> None:
    parts = [row for row in ask("operations", "maxim")["parts"]
             if row["list"] == "Staff of the Joint Intelligence Cell"]  # fmt: skip
    assert [(row["part"].partition(":")[0], row["sources"]) for row in parts] == [
        ("One Detective Sergeant, Intelligence Manager", ["mpa-2003-10-09#B.10"]),
        ("Two officers of UKPS", ["mpa-2003-10-09#B.10"]),
        ("Two officers of INDIS", ["mpa-2003-10-09#B.10"]),
        ("Two analysts of the MPS", ["mpa-2003-10-09#B.10"]),
        ("Three researchers of the MPS", ["mpa-2003-10-09#B.10"]),
        ("A member of the Department of Works and Pensions", ["mpa-2003-10-09#B.16.b4"]),
    ]


def test_cautions_are_those_of_the_report_that_is_shown(run, two_forces: Path) -> None:
    out = run("outcomes", "--agency", "mps", "--db", two_forces).out
    assert "Its cautions in full: moditrack sources mps-2025-02-22 --show cautions" in out
    assert "colp-2024-02-22#7" not in out


def test_the_threats_of_all_documents(run, ask) -> None:
    lines = run("sources", "--show", "threats").out.splitlines()
    every = (
        ask("sources", "mpa-2003-05-08")["threats"] + ask("sources", "colp-2024-02-22")["threats"]
    )
    assert lines[0] == f"Threat picture, as the documents put it: {len(every)}"
    # Of the 33 of May 2003, 13 have words like "undoubtedly", "it appears" or "Intelligence
    # suggests"; "often", "principally" and "increasingly" say how much. Of the 15 of 2024 four:
    # potential (4), potentially (5), can (17), some suspicion (22).
    assert lines[1].startswith(
        "17 of 48 say how sure the document is. Serious and organised crime: 12;"
    )
    # 6: "principally from the Balkans, the Baltic States and Thailand"
    assert "Principally the Balkans, the Baltic States and Thailand" in "\n".join(lines)
    assert "who threatens or is exploited" in run("sources", "--help").out


def test_a_report_whose_threats_are_no_records_says_whose_are(run) -> None:
    answer = run("sources", "mpa-2003-10-09", "--show", "threats").out.splitlines()[1]
    assert answer == (
        "No threats of mpa-2003-10-09 are recorded as such: see its passages, with moditrack"
        " sources mpa-2003-10-09 --show passages. Those of mpa-2003-05-08 (33), colp-2024-02-22"
        " (15) are: moditrack sources --show threats."
    )


@pytest.mark.parametrize(
    ("locator", "who", "words", "hedge"),
    [
        ("5", "telephone numbers", "revealed no victims", "potentially"),
        ("7", "human trafficking", "need not be the only threat", None),
        ("12", "Crime groups", "counterfeit passports", None),
        ("17", "lowest level", "exploited by criminals", "can"),
        ("21", "Four organised crime groups", "Since 2020/21", None),
        ("22", "distraction theft", "one address", "some suspicion"),
    ],
)
def test_the_threats_of_2024(ask, locator: str, who: str, words: str, hedge: str | None) -> None:
    rows = ask("sources", "colp-2024-02-22")["threats"]
    (row,) = [
        row
        for row in rows
        if row["sources"] == [f"colp-2024-02-22#{locator}"] and words in row["threat"]
    ]
    assert who in row["who"]
    assert row["hedge"] == hedge
    balkan = [row["who"] for row in rows if row["origin"] == "The West Balkans"]
    assert balkan == ["Crime groups"]
