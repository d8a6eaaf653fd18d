"""Commitments that a draft proposes."""

from __future__ import annotations

import pytest

from moditrack.draft.shared_lists import Lists
from tests.drafts import drafted
from tests.test_draft_families import rows


def test_commitments_have_day_and_target(lists: Lists) -> None:
    text = "1. CO14 will make 40 arrests by March 2026. Members will note it. It will not rain."
    draft = drafted(lists, text)
    columns = ("commitment", "due", "agencies", "target", "description")
    assert rows(draft, "commitments.csv", *columns) == [
        ("make-40-arrests-by", "2026-03", "co14", "1-arrests", "Make 40 arrests by March 2026",
         "")
    ]  # fmt: skip
    assert draft.proposed("figures.csv")[0].row["status"] == "planned"


def test_a_due_day_is_no_event_of_its_own(lists: Lists) -> None:
    draft = drafted(lists, "1. CO14 will train every officer by March 2026.")
    assert [one.row["due"] for one in draft.proposed("commitments.csv")] == ["2026-03"]
    assert [one.row["printed"] for one in draft.proposed("events.csv")] == ["1 March 2025"]
    assert rows(draft, "numerals.csv", "printed", "reason") == [
        ("March 2026", "Day by which a recorded commitment is due", "")
    ]


def test_a_day_to_come_of_a_promise_is_due_and_an_event(lists: Lists) -> None:
    draft = drafted(lists, "1. The MPS will tell members on 3 June 2026 of the unit.")
    assert [one.row["due"] for one in draft.proposed("commitments.csv")] == ["2026-06-03"]
    assert [one.row["date"] for one in draft.proposed("events.csv")] == ["2025-03-01", "2026-06-03"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CO14 agreed to send the list by May 2026.", "Send the list by May 2026"),
        ("CO14 resolved to send the list.", "Send the list"),
        ("It is proposed that the fund should be closed.", "Fund to be closed"),
        ("(2) That a further report be brought in May.", "Further report to be brought in May"),
        ("RESOLVED – That a list be sent to the port.", "List to be sent to the port"),
        ("We aim to train all staff.", "Train all staff"),
        ("Ports should continue to develop a plan.", "Ports to develop a plan"),
        ("Nets were taken from sheds and will be sold.", "Nets to be sold"),
        ("CO14 will publish (on its page) a list.", "Publish a list"),
        ("The port plans to train all staff by the end of 2026.",
         "Port to train all staff by the end of 2026"),
    ],
)  # fmt: skip
def test_what_is_agreed_or_resolved_is_a_commitment(lists: Lists, text: str, said: str) -> None:
    found = [one.row["description"] for one in drafted(lists, text).proposed("commitments.csv")]
    assert found == [said]


@pytest.mark.parametrize(
    "text",
    ["That the report be noted.", "CO14 agreed to note the report.",
     "RESOLVED – That the report be received.", "This will help the port.",
     "Nobody knows whether the fund will be opened again.",
     "There will be losses.", "Some will send crews to the quay.", "Boats are a target of a raid.",
     "The report aims to say more of nets.", "We judge that both nets will lead to losses.",
     "It will mean a search for the owners.", "Most people said they would report a theft.",
     "Thieves and gangs will adapt.", "Demand is set to increase.",
     "I will go home, she said.", "The course is offered to crews.", "They could expect to sail.",
     "By the end of 2020 there had been 40 boats."],
)  # fmt: skip
def test_what_is_noted_or_follows_is_no_commitment(lists: Lists, text: str) -> None:
    assert drafted(lists, f"1. {text}").proposed("commitments.csv") == []


@pytest.mark.parametrize(
    "text",
    [
        "The next meeting will be held on 26 June 2025.",
        "We are committed to protecting the quays.",
        "Thefts fell by 9%, exceeding the target of 5%.",
    ],
)
def test_what_is_no_promise(lists: Lists, text: str) -> None:
    assert drafted(lists, text).proposed("commitments.csv") == []


@pytest.mark.parametrize(
    "text",
    [
        "1. It needs sailors who will act upon them.",
        "1. The MPS will shrink.",
        "1. We will continue to:",
        "1. Any port that grows this fast will face trouble.",
    ],
)
def test_a_commitment_has_a_subject_and_says_what_will_be_done(lists: Lists, text: str) -> None:
    assert drafted(lists, text).proposed("commitments.csv") == []
