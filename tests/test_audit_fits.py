"""Numbers that others of a sentence give, in wordings that no pattern knows."""

from __future__ import annotations

import re

import pytest

from tests.test_audit_prose import claims

# 522/318 = 1.6415; 724/583 = 1.2419; 14,830/18,783 = -21.05%; 126.8/151.4 = -16.25%
# 179,888/(526,024 + 179,888) = 25.5%; 11,062/13,477 = -17.9%; 344/262 = 1.3130; 208/87 = 2.3908
CLAUSES = [
    ("There has been a {64%|46%} increase in its use in 2011 with 522 cases, compared to 318 in"
     " 2010.", ["318", "522"]),
    ("The rate of death went down by {16.2 percent|12.6 percent}, from 151.4 per 100,000 people in"
     " 1999 to 126.8 in 2009.", ["151.4", "126.8"]),
    ("Selling costs decreased by £2,415 or {17.9%|19.7%} to £11,062 in the year to December from"
     " £13,477 in the year before.", ["£13,477", "£11,062"]),
    ("The income of the unit increased {31%|13%} to £34.4 million in 2019 compared to £26.2 million"
     " in 2018.", ["£26.2 million", "£34.4 million"]),
    ("There were 526,024 searches by all forces. This is a decrease of 179,888 ({25%|52%}) compared"
     " with the year before.", ["526,024", "179,888"]),
]  # fmt: skip
"""One change, one value before and one after: a misfit, too, is explicit."""


@pytest.mark.parametrize(("text", "inputs"), CLAUSES, ids=lambda value: str(value)[:50])
def test_a_clause_with_one_change_and_two_values(text: str, inputs: list[str]) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[0]
    for stated, verdict in ((right, "consistent"), (wrong, "inconsistent")):
        found = claims(re.sub(r"\{.*?\}", stated, text))
        assert [each[1:] for each in found if each[1] == stated] == [(stated, inputs, verdict)]


# 139% of 87 is 120.9; 255/416 = 61.3%; 102/121 = 84.3%; 1.12/1.55 = 72.3%; 76 - 61 = 15
FITTING = [
    # 29,440/30,800 = -4.4%; 204/185 = 1.1027
    ("Numbers are dropping from 30,800 students in 2005 to around 29,440 this year, a drop of"
     " {4.4 percent|7.7 percent}.", ["30,800", "29,440"]),
    ("The offer would have increased teaching days by {10 percent|40 percent} (from 185 per year to"
     " 204).", ["185", "204"]),
    ("Entries are up {24 percent|42 percent} on 2012 at 724 from 583.", ["583", "724"]),
    ("In 2010 the college had 18,783 students but by 2015 entries had dropped {21%|12%} to 14,830.",
     ["18,783", "14,830"]),
    ("208 of them were serious, up {18%|81%} from 2006, and up from just 87 in 2003, a rise of"
     " {139%|193%}.", ["87", "208"]),
    ("Of the 416 awards, 255 - {sixty-one percent|sixteen percent} - went to women.",
     ["255", "416"]),
    ("Of the 121 members who were asked {eighty-four per cent|forty-eight per cent} or 102 members"
     " replied.", ["102", "121"]),
    ("The park covers 1.55 million hectares, of which 1.12 million hectares, or"
     " {72 per cent|27 per cent}, is closed.", ["1.12 million", "1.55 million"]),
    ("Rents went up by {£75|£57} a week in five years, from £175 to £250 for a room.",
     ["£175", "£250"]),
]  # fmt: skip
"""Numbers that something else may join: a claim only where they fit."""


@pytest.mark.parametrize(("text", "inputs"), FITTING, ids=lambda value: str(value)[:50])
def test_a_number_that_others_of_its_sentence_give(text: str, inputs: list[str]) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[-1]
    found = claims(re.sub(r"\{(.*?)\|.*?\}", r"\1", text))
    assert (right, inputs, "consistent") in [each[1:] for each in found]
    after = claims(re.sub(r"\{.*\|(.*?)\}", wrong, text))
    assert not [each for each in after if each[3] in ("inconsistent", "impossible")]


SILENT = [
    # 2.1 is 68% below 6.5
    "6.5 per cent of the women in one group were ill, versus 2.1 per cent in the other. This is a"
    " 68 per cent reduction.",
    "About half of the dentists agreed, very few (6 per cent) did not.",
    "14 of the 67 men did not know of it, or 1.3% of all who replied.",
    "Seven of the eight have dropped, 50% of the others have not.",
    # 25.5% is 138 to 110 by chance; 50 of 500 is 10%, and so is the bonus
    "In favour 21 - 7.4% Against 179 - 63.5% Undecided 72 - 25.5% Boards against 138 - 48.9%",
    "Arrests rose by 12% while searches went from 200 to 140 in the same year.",
    "Costs rose by 12% from the £500 of the budget to £600, of which £40 was for paper.",
    "There was a drop of 93 per cent and in Beeford a fall of 88 per cent, Beeford has gone"
    " from 571 people to just 58 today.",
    "The number of readers has increased from 857 million (20%) in 1980 to 2.1 billion (30%).",
    "Turnout rose 5% in a ward which went from 200 to 300 electors and from 2 to 3 members.",
]


@pytest.mark.parametrize("text", SILENT, ids=lambda value: str(value)[:50])
def test_numbers_of_something_else(text: str) -> None:
    assert not [each for each in claims(text) if each[3] in ("inconsistent", "impossible")]


# 331,458 - 248,661 = 82,797, which is 25.0%
ACROSS = [
    # 1,800/55,800 = 3.2%
    ("Births last year totalled 54,000, a decrease of 1,800 (or {3 percent|8 percent}) on the year"
     " before.", ["54,000", "1,800"]),
    ("In 2005 there were 331,458 visits. By the end of 2015 this figure was 248,661 - this"
     " represents a reduction of {82,797|82,979} visits on 2005.", ["331,458", "248,661"]),
    ("In 2005 there were 331,458 visits. By the end of 2015 this figure was 248,661 - this"
     " represents a reduction of 82,797 visits ({25%|52%}) on 2005.", ["331,458", "248,661"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "inputs"), ACROSS, ids=lambda value: str(value)[:50])
def test_a_change_on_a_value_or_a_step_that_words_do_not_join(text: str, inputs: list[str]) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[0]
    found = claims(re.sub(r"\{.*?\}", right, text), "inferred")
    assert (right, inputs, "consistent") in [each[1:] for each in found]
    for pairing in ("explicit", "inferred"):
        after = claims(re.sub(r"\{.*?\}", wrong, text), pairing)
        assert not [each for each in after if each[3] in ("inconsistent", "impossible")]
