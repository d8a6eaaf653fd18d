"""Changes that "this figure" joins with the sentence before, and shares in lists, by hand."""

from __future__ import annotations

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes


def found(text: str) -> list[tuple[str, str, str]]:
    """Each explicit result: stated, inputs, verdict."""
    return [
        (claim.stated.printed, " ".join(one.quantity.printed for one in claim.inputs), r.verdict)
        for claim, r in audit(read_bytes(text.encode()).passages).claims
        if claim.pairing == "explicit"
    ]


@pytest.mark.parametrize(("printed", "verdict"), [("193%", "consistent"), ("195%", "inconsistent")])
def test_this_figure_is_the_number_before_it(printed: str, verdict: str) -> None:
    """2,413 / 823 is 2.932."""
    text = (
        "There were 823 boats in Harl on 31 March 2011. By March 2015 this figure was 2,413 - a "
        f"{printed} increase on 2011.\n"
    )
    assert found(text) == [(printed, "823 2,413", verdict)]


@pytest.mark.parametrize(
    ("printed", "verdict"), [("34.2%", "consistent"), ("35.2%", "inconsistent")]
)
def test_a_reduction_of_this_figure(printed: str, verdict: str) -> None:
    """(25,677 - 16,902) / 25,677 is 34.17%."""
    text = (
        "In 2005 there were 25,677 boats. In 2015 this figure was 16,902 representing a reduction "
        f"of {printed}. Nets are counted apart.\n"
    )
    assert found(text) == [(printed, "25,677 16,902", verdict)]


@pytest.mark.parametrize(
    "text",
    [
        # two numbers that it may be, and another change
        "In 2005 there were 25,677 boats and 9,120 nets. This figure was 16,902, a fall of 39%.",
        "In 2005 there were 25,677 boats. This figure was 16,902, and nets saw a fall of 39%.",
        # each week, beside the number of a year
        "There were 823 boats each week. In 2015 this figure was 2,413, a 3% increase.",
        "In 2005 there were 25,677 boats. The catch was 16,902, a fall of 39%.",
    ],
)
def test_what_this_figure_does_not_join(text: str) -> None:
    assert found(text + "\n") == []


def test_which_of_two_numbers_this_figure_is() -> None:
    """15 to 30 is 100%; one that fits is taken, and it is never a misfit."""
    text = "There were 15 boats in 120 ports in 2010. By 2015 this figure was 30, {} increase.\n"

    def results(printed: str) -> list[tuple[str, str, str]]:
        claims = audit(read_bytes(text.format(printed).encode()).passages).claims
        return [(c.stated.printed, c.pairing, r.verdict) for c, r in claims]

    assert results("a 100%") == [("100%", "inferred", "consistent")]
    assert results("a 90%") == [("90%", "inferred", "not-checkable")]


def test_a_small_number_is_one_too() -> None:
    """18 to 36 is 100%."""
    text = "There were 18 boats in Harl in 2011. By 2015 this figure was 36, a 90% increase.\n"
    assert found(text) == [("90%", "18 36", "inconsistent")]


LIST = (
    "# Boats\n\nThe board met.\n\n## Which boats\n\nOut of the 244 boats that were looked at:"
    "\n\n- 105 (43%) were sound. Twenty of "
    "those had new nets.\n- {} were mended\n- 40 boats (16%) were sold\n- 10 boats (4%) sank\n"
)


def test_the_line_above_a_list_says_of_what_its_shares_are() -> None:
    """105, 87, 40 and 10 of 244 are 43.03%, 35.66%, 16.39% and 4.10%."""
    assert found(LIST.format("87 (36%)")) == [
        ("43%", "105 244", "consistent"), ("36%", "87 244", "consistent"),
        ("16%", "40 244", "consistent"), ("4%", "10 244", "consistent"),
    ]  # fmt: skip
    assert ("38%", "87 244", "inconsistent") in found(LIST.format("87 (38%)"))


def test_a_list_whose_shares_are_of_something_else() -> None:
    items = "- 105 (13%) of all\n- 87 (11%) of all\n- 40 (5%) of all\n"
    text = f"# Boats\n\n## Which\n\nOf the 244 boats:\n\n{items}"
    assert [one for one in found(text) if one[2] != "consistent"] == []
