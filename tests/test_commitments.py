"""moditrack commitments: what was promised, and what later documents say."""

from __future__ import annotations

import pytest


@pytest.fixture
def made(ask) -> dict:
    return {row["id"]: row for row in ask("commitments")}


def test_the_keys_are_the_contract(made) -> None:
    row = made["mpa-2003-05-08:removals-800"]
    assert list(row)[:10] == [
        "commitment", "made_in", "made_on", "due", "by", "operation", "target", "later", "state",
        "sources",
    ]  # fmt: skip
    assert (row["made_in"], row["made_on"], row["due"]) == (
        "mpa-2003-05-08",
        "2003-05-08",
        "2004-03",
    )
    assert row["by"] == ["mps", "ukis"]
    assert row["target"] == "up to 800 people a month"
    assert (row["later"], row["state"]) == ([], "not-mentioned-again")
    assert row["sources"] == ["mpa-2003-05-08#B.16"]


@pytest.mark.parametrize(
    ("commitment", "state", "source"),
    [
        ("mpa-2003-05-08:maxim-cell", "reported-met", "mpa-2003-10-09#B.10"),
        ("mpa-2003-05-08:maxim-passport-staff", "reported-met", "mpa-2003-10-09#B.10"),
        ("mpa-2003-05-08:maxim-financial-capability", "reported-partly", "mpa-2003-10-09#B.13"),
        ("mpa-2003-10-09:weekly-operations", "reported-partly", "mpa-2004-02-16#notes.3.b1"),
    ],
)
def test_what_a_later_document_says(made, commitment: str, state: str, source: str) -> None:
    row = made[commitment]
    assert row["state"] == state
    assert source in [entry["source"] for entry in row["later"]]
    assert source in row["sources"]


@pytest.mark.parametrize(
    ("commitment", "state"),
    [
        ("mpa-2003-10-09:intelligence-packages", "not-mentioned-again"),
        ("mpa-2003-10-09:proactive-team-size", "not-mentioned-again"),
        ("mpa-2004-02-16:closer-protocols", "no-later-document"),
        ("colp-2024-02-22:toex-seat", "no-later-document"),
        ("colp-2024-02-22:traffic-jam-trial", "no-later-document"),
    ],
)
def test_silence_is_told_apart_from_the_end_of_the_series(made, commitment, state) -> None:
    assert made[commitment]["state"] == state


def test_filters(ask) -> None:
    assert {r["operation"] for r in ask("commitments", "--operation", "toex")} == {"toex"}
    assert all("dwp" in r["by"] for r in ask("commitments", "--agency", "DWP"))
    met = ask("commitments", "--state", "reported-met")
    assert {r["state"] for r in met} == {"reported-met"}
    assert ask("commitments", "--state", "reported-not-met") == []


def test_bad_input(refused) -> None:
    assert "reported-met, reported-partly" in refused("commitments", "--state", "broken")
    assert "did you mean 'dwp'" in refused("commitments", "--agency", "dwpp")


def test_commitments_of_one_document(ask) -> None:
    assert len(ask("commitments", "--document", "colp-2024-02-22")) == 15
