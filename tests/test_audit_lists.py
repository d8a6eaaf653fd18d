"""Counts of lists: what a number says, and the items that follow or are in the sentence."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes


def found(text: str) -> list[tuple[str, str, str]]:
    """Kind, stated number and verdict of what is found in a text."""
    claims = audit(read_bytes(text.encode()).passages).claims
    return [(claim.kind, claim.stated.printed, result.verdict) for claim, result in claims]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Five criteria will be met; to be brought, to be forced, to work, to come and to help.",
         "Five"),
        ("There is a link through the three key areas of intelligence, tasking and crime.",
         "three"),
        ("The five largest calls included: fires (up 4%); floods; roads; lifts; and gas.", "five"),
        ("The police have two main functions. In the first place they act. In the second place they"
         " will assess.", "two"),
        ("1. The four strands are:\n\nPolitical work;\n\nBusiness forum;\n\nFaith;\n\nMedia.\n",
         "four"),
    ],
)  # fmt: skip
def test_a_number_counts_a_list(text: str, stated: str) -> None:
    assert ("list-count", stated, "consistent") in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Four criteria will be met; to be brought, to be forced, to work, to come and to help.",
        "The police have two main functions. In the first place they act, and write.",
        "Nine of the schools closed: heat, snow and floods.",
    ],
)
def test_a_list_in_a_sentence_that_has_another_number_of_items_is_no_claim(text: str) -> None:
    assert [one for one in found(text) if one[0] == "list-count"] == []


ALIKE = "1. The plan has the following {} aims:\n\n- to search\n- to board\n- to report\n"
OTHER = "1. The plan has the following {} aims:\n\n- searches\n- we will board\n- reporting\n"


def test_a_list_of_alike_items_is_held_against_any_number() -> None:
    assert found(ALIKE.format(3)) == [("list-count", "3", "consistent")]
    assert found(ALIKE.format(8)) == [("list-count", "8", "inconsistent")]
    assert found(OTHER.format(5)) == [("list-count", "5", "inconsistent")]
    assert found(OTHER.format(8)) == []  # another list, or one that was misread


# 133 + 221 + 15 + 28 = 397; 581 + 97 = 678; 90 + 158 + 58 + 2 = 308
@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("1. We had:\n\n- 133 letters\n- 221 comments from 59 people\n- 15 calls\n- 28 visits\n\n"
         "2. Total: {} answers from 235 people.\n", "397", "379"),
        ("1. This year:\n\n- {} boats sank in total, which is six a week.\n- 90 at night.\n"
         "- 158 in fog.\n- 58 for other causes, 56 of them unknown.\n- 2 in port.\n", "308", "380"),
        ("1. There were {} boats in total from 2010 to 2021.\n\n2. There were 581 boats in ports."
         "\n\n3. There were 97 boats at sea.\n", "678", "687"),
        ("1. There was a total of {} injuries, 7% lower than in 2007.\n\n2. 2,538 people were"
         " killed, 26,034 were seriously hurt and 202,333 were slightly hurt.\n", "230,905",
         "239,005"),
    ],
    ids=lambda value: value[:20],
)  # fmt: skip
def test_a_total_of_the_passages_beside_it(text: str, right: str, wrong: str) -> None:
    assert ("total", right, "consistent") in found(text.format(right))
    assert not [each for each in found(text.format(wrong)) if each[0] == "total"]


def test_a_total_over_a_list_that_goes_on_with_parts_of_it() -> None:
    text = (
        "1. A total of 23,143 people have been tested. Of these:\n\n- 19,437 were negative\n"
        "- 3,706 were positive\n- 220 have died\n"
    )
    # 19,437 + 3,706 = 23,143
    assert found(text) == [("total", "23,143", "consistent")]
    assert found(text.replace("19,437", "19,347")) == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        # 11 + 18 + 62 are more than 41, though 27, 44 and 29 make 100
        ("Of the 41 offences, 11 (27%) were closed, 18 (44%) charged and 62 (29%) open.", "29%"),
        ("559 of the 437 offences were closed, a rate of 96%.", "96%"),
        ("There were 20 arrests and 349 charges, a total of 169.", "169"),
    ],
)
def test_a_part_above_its_whole_is_shown(text: str, stated: str) -> None:
    assert [printed for _, printed, verdict in found(text) if verdict == "inconsistent"] == [stated]
