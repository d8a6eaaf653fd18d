"""Shares of a whole printed elsewhere, and percentages that add up, whatever the wording."""

from __future__ import annotations

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes


def found(text: str) -> dict[str, tuple[str, tuple[str, ...], str]]:
    """Of each recomputed number: kind, inputs and verdict."""
    claims = audit(read_bytes(text.encode()).passages).claims
    return {
        claim.stated.printed: (
            claim.kind, tuple(one.quantity.printed for one in claim.inputs), result.verdict
        )
        for claim, result in claims
        if result.verdict != "not-checkable"
    }  # fmt: skip


CREWS = (
    "The service saw crews all year. Of the 47 crews, 21 (45%) asked for advice and 26 (55%) did"
    " not.\n\n" + "The quay was cleaned in spring.\n\n" * 40
)


def test_shares_are_of_the_whole_that_others_of_the_document_rest_on() -> None:
    # 29/47 = 61.7%, 9/47 = 19.1%, 7/47 = 14.9%
    last = "At that time 29 (62%) were moored, 9 (19%) were at sea and 7 (15%) were in dock."
    given = found(CREWS + last)
    assert given["62%"] == ("share", ("29", "47"), "consistent")
    assert given["19%"] == ("share", ("9", "47"), "consistent")
    assert given["15%"] == ("share", ("7", "47"), "consistent")


def test_a_share_that_the_whole_of_others_does_not_give_is_no_misfit() -> None:
    # 28/47 = 59.6%
    assert set(found(CREWS + "At that time 28 (62%) were moored.")) <= {"45%", "55%", "47"}


def test_shares_in_a_row_that_make_100_percent_are_of_their_sum() -> None:
    # 33 + 19 + 2 = 54; 61.1%, 35.2%, 3.7%
    text = (
        CREWS
        + "The year before there were 33 red ones (61%), {} blue ones (35%) and 2 others (4%)."
    )
    given = found(text.format(19))
    assert given["61%"] == ("share", ("33", "54 (not printed)"), "consistent")
    assert given["4%"] == ("share", ("2", "54 (not printed)"), "consistent")
    assert not {"61%", "35%"} & set(found(text.format(29)))


def test_the_remaining_percentage_is_the_rest_of_100() -> None:
    text = (
        "About 31% of the checks in May ended in an outcome (a fine or a letter), while the"
        " remaining {} of checks ended in nothing."
    )
    assert found(text.format("69%"))["69%"] == ("remainder", ("31%",), "consistent")
    assert found(text.format("58%")) == {}  # "while" may bring in other checks


def test_two_percentages_of_a_sentence_that_make_100_are_the_rest_of_each_other() -> None:
    text = "Of those who answered, 65% were offered a berth, while {} were not offered one."
    assert found(text.format("35%")) == {"35%": ("remainder", ("65%",), "consistent")}
    assert found(text.format("45%")) == {}
    assert found("The share of red boats was 60%, up from 40% in the year before.") == {}


def test_percentages_in_a_row_that_make_one_before_them_are_its_parts() -> None:
    text = (
        "We found that 79% of the licences did not meet the rules.\n\nMore precisely, 41% of the"
        " licences were out of date, {} were not signed, 9% had no stamp and 5% had other faults."
    )
    parts = ("41%", "24%", "9%", "5%")
    assert found(text.format("24%")) == {"79%": ("total", parts, "consistent")}
    assert found(text.format("25%")) == {}


def test_a_part_of_a_part_is_not_added() -> None:
    # 41 + 150 + 21 = 212
    text = (
        "Of the 212 boats that did not pass, 41 had no licence, including 30 with a fine, and {}"
        " had an old one; the remaining 21 were not seen."
    )
    assert found(text.format(150))["212"] == ("total", ("41", "150", "21"), "consistent")
    assert "212" not in found(text.format(140))


def test_a_total_that_is_said_to_be_about_so_much_has_parts_too() -> None:
    text = (
        "In its spring report the board gave savings of about $31.0 billion. This includes {} from"
        " cuts in what it buys and $7.3 billion in receipts."
    )
    given = found(text.format("$23.7 billion"))
    assert given["$31.0 billion"] == ("total", ("$23.7 billion", "$7.3 billion"), "consistent")
    assert found(text.format("$32.7 billion")) == {}


def test_a_multiple_of_the_only_two_numbers_of_the_sentence_before() -> None:
    # 11,480/2,417 = 4.75
    text = (
        "Quays paid £2,417 for a new pump, compared to the harbour's price of £11,480. That price"
        " is more than {} times what quays pay."
    )
    assert found(text.format("four"))["four times"][1:] == (("£2,417", "£11,480"), "consistent")
    assert found(text.format("six")) == {}


def test_percentages_of_a_sentence_that_make_another_are_its_parts() -> None:
    text = "In 2016, wrecks were 31.7% of all losses: {} came from storms and 5.7% from fires."
    parts = ("26.0%", "5.7%")
    assert found(text.format("26.0%")) == {"31.7%": ("total", parts, "consistent")}
    assert found(text.format("26.2%")) == {}


def test_a_group_against_another_with_both_rates_in_brackets_is_a_change() -> None:
    # 176.5/103.1 = 1.712; 41.6% is of the larger rate
    text = (
        "The rate of the north was {} higher than that of the south (176.5 versus 103.1 per 100,000"
        " boats, respectively)."
    )
    assert found(text.format("71.2%"))["71.2%"] == ("increase", ("103.1", "176.5"), "consistent")
    assert found(text.format("41.6%"))["41.6%"] == ("increase", ("103.1", "176.5"), "inconsistent")


def test_numbers_in_brackets_are_no_parts_of_another_in_brackets() -> None:
    text = "They sent money to parents (12); siblings (9); partners (3) and other relatives (2)."
    assert found(text) == {}
    text = "There were 7 in the port and 3 at sea. The others were in a shed (1), at home (1), {}."
    assert found(text.format("in a car (1) and with friends (1)")) == {}
    assert found("There were 24 boats: red (9), blue (12) and green (3).")["24"][0] == "total"
