"""Percentages that no whole number gives, and superlatives over a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from moditrack.audit.audit import audit, audit_file
from moditrack.documents.document import read_bytes
from moditrack.documents.passages import Passage
from tests.test_audit_prose import claims


@pytest.mark.parametrize(
    ("text", "stated", "verdict"),
    [
        # 15 of 41 is 36.6%, 16 is 39.0%
        ("38% of the 41 offences had no suspect.", "38%", "impossible"),
        ("37% of the 41 offences had no suspect.", "37%", "not-checkable"),
        ("52 per cent of all 12 schools closed.", "52 per cent", "impossible"),
    ],
)
def test_a_share_of_a_small_whole(text: str, stated: str, verdict: str) -> None:
    assert [claim for claim in claims(text) if claim[0] == "whole-count"] == [
        ("whole-count", stated, claims(text)[0][2], verdict)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "38% of the 41 offences' victims were men.",
        "38% of the 41 hectares were sold.",
        "About 38% of the 41 offences had no suspect.",
        "38% of the offences in 41 schools had no suspect.",
    ],
)
def test_a_share_of_something_else_is_none(text: str) -> None:
    assert claims(text) == []


def test_february(documents: Path) -> None:
    found = [
        (claim.passage.locator, claim.stated.printed, result.recomputed, result.verdict)
        for claim, result in audit_file(documents / "colp-2024-02-22.txt").claims
        if claim.kind == "whole-count"
    ]
    # 41 a year are 3.42 a month: 5 in February would be 46% more, and 6 would be 76% more
    assert found == [("19.b7", "50%", "46.34% or 75.61%", "impossible")]


TABLE = """1. Night boats are the {} group at {} (n={}).

Boats\t2023
Day boats\t12
Night boats\t18
House boats\t11
Total\t41
"""


@pytest.mark.parametrize(
    ("rank", "percent", "count", "verdicts"),
    [
        ("largest", "44%", 18, ["consistent"]),
        ("smallest", "44%", 18, ["inconsistent"]),
        ("second largest", "44%", 18, ["inconsistent"]),
        ("largest", "29%", 13, []),  # that count is in no line of the table
    ],
)
def test_a_superlative_over_a_table(rank: str, percent: str, count: int, verdicts: list) -> None:
    found = audit(read_bytes(TABLE.format(rank, percent, count).encode()).passages).claims
    assert [result.verdict for claim, result in found if claim.kind == "rank"] == verdicts


@pytest.mark.parametrize(
    ("text", "verdict", "why"),
    [
        # of 7, 29% is 2, 43% is 3: 2 + 3 + 2 = 7
        ("Of the 7 victims, 29% were women, 43% men and 29% children.", "consistent",
         "whole numbers of 7 give all of them"),
        # of 7, 33% and 24% are no whole number
        ("Of the 7 victims, 33% were women, 43% men and 24% children.", "impossible",
         "no whole number of 7 gives 33% or 24%"),
        # of 12, 42% is 5, 33% is 4, 25% is 3
        ("Of the 12 victims, 42% were women, 33% men and 25% children.", "consistent",
         "whole numbers of 12 give all of them"),
    ],
)  # fmt: skip
def test_several_shares_of_one_whole(text: str, verdict: str, why: str) -> None:
    found = audit([Passage("1", "paragraph", "", text)]).claims
    assert (verdict, why) in [(r.verdict, r.why) for c, r in found if c.kind == "whole-count"]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 7 victims, 33% were women, up from 24% and 43% before.",
        "Of the 7 victims, 33% were women and 24% were children.",
        "Of the 2,107 victims, 33% were women, 43% men and 24% children.",
    ],
)
def test_shares_that_need_not_be_all_of_one_whole(text: str) -> None:
    found = audit([Passage("1", "paragraph", "", text)]).claims
    assert not [r.why for c, r in found if r.verdict in ("impossible", "inconsistent")]
