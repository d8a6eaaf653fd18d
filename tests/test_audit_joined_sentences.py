"""Numbers that rest on those of another sentence."""

from __future__ import annotations

import re

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes
from tests.test_audit_prose import claims

# 830/2,301 = 36.1%; 20,022/431,383 = 4.6%; 162/155 = 1.045; 107/426,584 = 0.025%
JOINED = [
    ("There are 2,301 officers. Of these, 830 ({}) are women.", "36%", "46%", ["830", "2,301"]),
    ("The 43 forces have 2,301 officers. Of these officers, 830 ({}) are women.", "36%", "46%",
     ["830", "2,301"]),
    ("There are 2,301 officers. 830 of them ({}) are women.", "36%", "46%", ["830", "2,301"]),
    ("There were 451,405 offences, compared with 431,383 in 2008. This was an increase of {}.",
     "4.6 percent", "6.4 percent", ["431,383", "451,405"]),
    ("There were 426,691 offences compared to 426,584 before. This is a shift of {}.",
     "0.025 percent", "0.052 percent", ["426,584", "426,691"]),
    # of the calls before, not of those of May; 15/75 = 20%; 45/30 = 150%
    ("We had 90 calls. This was a fall of 10% on May, when we had 100 calls. It was a rise of {} on"
     " last year, when we had 75 calls.", "20%", "35%", ["75", "90"]),
    ("There were 75 boats. That was up 6% on the same date last year, and up {} on the low of 30 on"
     " 31 December 2010.", "150%", "50%", ["30", "75"]),
    ("There was a planned surplus of £3.1m, but the actual position is a surplus of £2.6m giving an"
     " overall deficit against plan of {}.", "£0.5m", "£0.9m", ["£3.1m", "£2.6m"]),
    # 116/1,200 = 9.7%
    ("There were 1,316 frauds. This compares with 1,200 in 2019, an increase of {}.", "10%", "18%",
     ["1,200", "1,316"]),
    ("FRSs attended 162,000 fires. This is {} more than the 155,000 of 2014/15.", "5%", "9%",
     ["155,000", "162,000"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "inputs"), JOINED, ids=lambda v: str(v)[:50])
def test_a_word_joins_two_sentences(text: str, right: str, wrong: str, inputs: list[str]) -> None:
    found = {printed: (given, verdict) for _, printed, given, verdict in claims(text.format(right))}
    assert found[right] == (inputs, "consistent")
    found = {printed: (given, verdict) for _, printed, given, verdict in claims(text.format(wrong))}
    assert found[wrong] == (inputs, "inconsistent")


@pytest.mark.parametrize(
    "text",
    [
        # 830 can be of the officers or of the staff
        "There are 2,301 officers and 1,180 staff. Of these, 830 (46%) are women.",
        "There are 2,301 officers and 1,180 old officers. Of these officers, 830 (46%) are women.",
        # "this" is of no calls
        "We had 90 calls and 12 boats. It was a fall of 20% on last year, when we had 75 calls.",
        "There are 12 forces. This year crime fell by 38%, and 105 officers joined.",
    ],
)
def test_with_other_numbers_only_what_fits_is_a_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("first", "second", "inputs"),
    [
        # 250/200 = 125%; 830/2,301 = 36.1%
        ("There were 250 boats in May 2019.", "This is a {25%|52%} increase from the low of May"
         " 2014, when there were 200 boats.", ["200", "250"]),
        ("There are 2,301 officers.", "Of these, 830 ({36%|46%}) are women.", ["830", "2,301"]),
    ],
)  # fmt: skip
def test_a_word_joins_two_paragraphs(first: str, second: str, inputs: list[str]) -> None:
    """Between two items of a list, something else may be meant."""
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", second)[0]

    def found(printed: str, text: str) -> list[tuple[list[str], str]]:
        text = text.format(first, re.sub(r"\{.*?\}", printed, second))
        claims = audit(read_bytes(text.encode()).passages).claims
        return [
            ([one.quantity.printed for one in claim.inputs], result.verdict)
            for claim, result in claims
            if claim.stated.printed == printed and claim.pairing == "explicit"
        ]

    apart, items = "1. {}\n\n2. {}\n", "1. Boats:\n\n- {}\n- {}\n"
    assert found(right, apart) == found(right, items) == [(inputs, "consistent")]
    assert found(wrong, apart) == [(inputs, "inconsistent")]
    assert found(wrong, items) == []


NEARBY = """Recorded crime fell by 13 per cent last year.

The Minister welcomed the figures.

Police logged 273,053 crimes in the year, down from 314,188 in 2011-12.

In 2011 the team made 574 arrests and had 355 indictments. In 2010 it made 365 arrests and had 216
indictments. It reported a 57 percent increase in arrests and a 64 percent increase in indictments.
"""


def test_a_change_rests_on_values_some_sentences_away() -> None:
    def inferred(text: str) -> set[tuple[str, str, str, str]]:
        found = audit(read_bytes(text.encode()).passages).claims
        return {
            (claim.stated.printed, *(one.quantity.printed for one in claim.inputs), result.verdict)
            for claim, result in found
            if claim.pairing == "inferred"
        }

    # 273,053/314,188 = -13.1%; 574/365 = +57.3%; 355/216 = +64.4%
    assert inferred(NEARBY) == {
        ("13 per cent", "314,188", "273,053", "consistent"),
        ("57 percent", "365", "574", "consistent"),
        ("64 percent", "216", "355", "consistent"),
    }
    wrong = NEARBY.replace("13 per", "18 per").replace("57 p", "52 p").replace("64 p", "46 p")
    assert {one[-1] for one in inferred(wrong)} == {"not-checkable"}


def test_a_number_that_the_text_comes_back_to() -> None:
    text = "There were 2106 reports, compared with 2141 before. The {} figure is of officers."
    assert ("same", "2105", ["2106"], "inconsistent") in claims(text.format(2105))
    assert ("same", "2106", ["2106"], "consistent") in claims(text.format(2106))
    assert claims(text.format(3500)) == []
