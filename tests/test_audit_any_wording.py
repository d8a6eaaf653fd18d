"""Numbers that others of a sentence give, in wordings that no pattern knows."""

from __future__ import annotations

import re

import pytest

from tests.test_audit_prose import claims

# 411/300 = 1.37; 77/88 = -12.5%; 8,530/9,850 = -13.4%; 25.2/20 = 1.26; 8,000/50,000 = 16%
CLAUSES = [
    ("There was a {37%|73%} rise in night trips in 2014 with 411 sailings, compared to 300 in"
     " 2013.", ["300", "411"]),
    ("The rate of rescues went down by {12.5 percent|21.5 percent}, from 88.0 per 10,000 swimmers"
     " in 2003 to 77.0 in 2011.", ["88.0", "77.0"]),
    ("Harbour dues decreased by £1,320 or {13.4%|15.6%} to £8,530 in the year to May from £9,850"
     " in the year before.", ["£9,850", "£8,530"]),
    ("The takings of the pier increased {26%|62%} to £25.2 million in 2017 compared to £20.0"
     " million in 2016.", ["£20.0 million", "£25.2 million"]),
    ("There were 42,000 moorings at all quays. This is a decrease of 8,000 ({16%|61%}) compared"
     " with the year before.", ["42,000", "8,000"]),
]  # fmt: skip
"""One change, one value before and one after: a misfit, too, is explicit."""


@pytest.mark.parametrize(("text", "inputs"), CLAUSES, ids=lambda value: str(value)[:50])
def test_a_clause_with_one_change_and_two_values(text: str, inputs: list[str]) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[0]
    for stated, verdict in ((right, "consistent"), (wrong, "inconsistent")):
        found = claims(re.sub(r"\{.*?\}", stated, text))
        assert [each[1:] for each in found if each[1] == stated] == [(stated, inputs, verdict)]


# 23,500/25,000 = -6%; 184/160 = 1.15; 528/400 = 1.32; 10,250/12,500 = -18%; 155/62 = 2.5
# 224/350 = 64%; 108/135 = 80%; 1.8/2.4 = 75%; 195 - 130 = 65
FITTING = [
    ("Numbers are dropping from 25,000 rowers in 2009 to around 23,500 this spring, a drop of"
     " {6.0 percent|9.0 percent}.", ["25,000", "23,500"]),
    ("The plan would have increased sailing days by {15 percent|50 percent} (from 160 per season to"
     " 184).", ["160", "184"]),
    ("Crews are up {32 percent|23 percent} on 2015 at 528 from 400.", ["400", "528"]),
    ("In 2011 the club had 12,500 rowers but by 2018 members had dropped {18%|81%} to 10,250.",
     ["12,500", "10,250"]),
    ("155 of them were at night, up {24%|42%} from 2007, and up from just 62 in 2002, a rise of"
     " {150%|105%}.", ["62", "155"]),
    ("Of the 350 medals, 224 - {sixty-four percent|forty-six percent} - went to novices.",
     ["224", "350"]),
    ("Of the 135 skippers who were asked {eighty per cent|eighteen per cent} or 108 skippers"
     " replied.", ["108", "135"]),
    ("The marsh covers 2.40 million acres, of which 1.80 million acres, or"
     " {75 per cent|57 per cent}, is flooded.", ["1.80 million", "2.40 million"]),
    ("Berths went up by {£65|£56} a week in four years, from £130 to £195 for a yacht.",
     ["£130", "£195"]),
]  # fmt: skip
"""Numbers that something else may join: a claim only where they fit."""


@pytest.mark.parametrize(("text", "inputs"), FITTING, ids=lambda value: str(value)[:50])
def test_a_number_that_others_of_its_sentence_give(text: str, inputs: list[str]) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[-1]
    found = claims(re.sub(r"\{(.*?)\|.*?\}", r"\1", text))
    assert (right, inputs, "consistent") in [each[1:] for each in found]
    after = claims(re.sub(r"\{.*\|(.*?)\}", wrong, text))
    assert not [each for each in after if each[3] in ("inconsistent", "impossible")]


# 530/500 = 6%; 530/520 = 1.9%; 480/400 = 20%; 900/(18,000 - 900) = 5.3%; 43/(400 + 43) = 9.7%
ON_ONE_VALUE = [
    ("The port held 530 boats between the first and the last day of May, up {6%|8%} from 500 in the"
     " previous month and up {2%|5%} from 520 in the same month of 2019.",
     [["500", "530"], ["520", "530"]]),
    ("Fewer nets were seen in 2013 compared to 2012, but 480 boats were lost, up from 450 in 2012"
     " and a shocking {20 per cent|40 per cent} increase from 2011's 400.", [["400", "480"]]),
    ("The quay had 480 calls, a {20%|32%} increase compared with 10 years ago (400).",
     [["400", "480"]]),
    ("There were 18,000 calls in 2019, the most since the first of the lists was begun in 1998, up"
     " {5%|8%} (900) compared to 2018.", [["18,000", "900"]]),
    ("There were 400 calls in the year, by far the fewest since the list was begun in 1998 - down"
     " {10%|14%} (43).", [["400", "43"]]),
    ("In May 480 boats were seen. A massive {20%|42%} increase on the 400 in the previous year.",
     [["400", "480"]]),
    ("In May 480 boats were seen. The figure is up {20%|42%} on the previous month when 400 were"
     " seen.", [["400", "480"]]),
    ("A total of 480 boats were lost in storms at sea and in the ports of the coast in the year to"
     " May. The latest figure is an increase of {80|90} on the 400 boats of 2019.",
     [["400", "480"]]),
    ("Calls were {20%|42%} higher (or 80 calls), increasing from 400 to 480 calls.",
     [["400", "480"]]),
    ("In May there were 480 calls. This is 20% higher (or {80|90} calls) than the 400 of April.",
     [["400", "480"]]),
    ("Tows rose by {80|90} (20%), from 400 to 480.", [["400", "480"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "inputs"), ON_ONE_VALUE, ids=lambda value: str(value)[:50])
def test_changes_of_one_value(text: str, inputs: list[list[str]]) -> None:
    """Each is a misfit, too, where a digit is changed."""
    right, wrong = zip(*re.findall(r"\{(.*?)\|(.*?)\}", text), strict=True)
    for stated, verdict in ((right, "consistent"), (wrong, "inconsistent")):
        number = iter(stated)
        printed = re.sub(r"\{.*?\}", lambda _, number=number: next(number), text)
        found = claims(printed) + (claims(printed, "inferred") if stated == right else [])
        named = [each[1:] for each in found if each[1] in stated]
        assert named == [(one, own, verdict) for one, own in zip(stated, inputs, strict=True)]


# 31/124 = 25%; 15/122 = 12.3%, one in 8.1; 87/412 = 21.1%; 43/(81 + 43) = 34.7%
SHARES = [
    ("In all, 31 of the 124 boats ({1 in 4|1 in 9}) were searched.", ["31", "124"], True),
    ("Some 15 of 122 crews had no licence, or {one in eight|one in two}.", ["15", "122"], True),
    ("In total 412 letters came in and 87 were answered late, {21.1%|21.3%} of the total.",
     ["87", "412"], True),
    ("Among the 412 letters sent in May, 87 came back unopened ({21.1%|21.4%}).", ["87", "412"],
     True),
    ("In total 412 letters came and 87 were late, {21.1%|42.7%}.", ["87", "412"], False),
]  # fmt: skip
"""A part and its whole, and whether a wrong share is a misfit."""


@pytest.mark.parametrize(("text", "inputs", "misfit"), SHARES, ids=lambda value: str(value)[:50])
def test_a_share_of_two_counts_by_their_words(text: str, inputs: list[str], misfit: bool) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[0]
    found = claims(re.sub(r"\{.*?\}", right, text))
    assert ("share", right, inputs, "consistent") in found
    after = claims(re.sub(r"\{.*?\}", wrong, text))
    assert [each[1:] for each in after] == ([(wrong, inputs, "inconsistent")] if misfit else [])


SILENT = [
    # a million dozen beside millions
    "Eggs sold were 1,038.9 million, an increase of 1.2 million dozen compared to 1,037.7 million.",
    "Eggs sold in 2019 were 1,038.9 million, an increase of 1.2 million dozen, or 0.1%, compared to"
    " 1,037.7 million sold in 2018.",
    # 520/400 is 30%, 580/520 11.5%
    "We had 520 visits in May, and an increase of 12% in tows on 400.",
    "There were 520 visits in May. An increase of 12% in tows on the 400 of April was seen.",
    "520 boats were seen, up 4% on the week and 12% on 400 cars.",
    "The port had 520 calls, with fines up 12% on the 400 of 2019.",
    "The quay had 520 tows, up 12% on the 470 of the other quay.",
    "In May 520 boats sailed, down 12% (60 of them old).",
    "There were 520 visits in May. Up the coast 40% of 300 boats sank.",
    "The port has 300 boats, up 5% from 2019, when it had 10 piers.",
    # 87/412 is 21.1%
    "Of 412 letters, 87 were late (21.6% in 2019).",
    "Of 412 letters, 87 were late and 21.3% were wrong.",
    "Of 412 letters 87 were late and the share of wrong ones was 21.3%.",
    "Of the 412 letters, 87 were late, against 21.4% in the county.",
    "Of the 412 letters, 87 were late, 21.3% by weight.",
    "Of the 412 letters, 87 were late, 21.3% of those that had a stamp.",
    "The crew of 40 has 14 boats: the ratio was 40:1 (36%).",
    # 3.8 is 60% below 9.5
    "9.5 per cent of the rowers in one boat were seasick, versus 3.8 per cent in the other. This is"
    " a 60 per cent reduction.",
    "About half of the skippers agreed, very few (7 per cent) did not.",
    "19 of the 84 rowers did not know of it, or 1.7% of all who replied.",
    "Six of the seven have sunk, 40% of the others have not.",
    "In favour 24 - 8.3% Against 168 - 58.1% Undecided 61 - 21.1% Piers against 127 - 43.9%",
    "Tows rose by 9% while repairs went from 150 to 110 in the same year.",
    "Fares rose by 15% from the £400 of the plan to £480, of which £30 was for fuel.",
    "There was a drop of 91 per cent and in Ayton a fall of 86 per cent, Ayton has gone from 640"
    " boats to just 72 today.",
    "The number of sailors has increased from 640 thousand (15%) in 1985 to 1.4 million (25%).",
    "Membership rose 6% in a club which went from 150 to 240 boats and from 3 to 4 piers.",
]


@pytest.mark.parametrize("text", SILENT, ids=lambda value: str(value)[:50])
def test_numbers_of_something_else(text: str) -> None:
    assert not [each for each in claims(text) if each[3] in ("inconsistent", "impossible")]


# 2,500/50,000 = 5%; 214,600 - 160,950 = 53,650, which is 25.0%
ACROSS = [
    ("Launches last year totalled 47,500, a decrease of 2,500 (or {5 percent|8 percent}) on the"
     " year before.", ["47,500", "2,500"]),
    ("In 2006 there were 214,600 crossings. By 2016 it had 160,950 - this represents a reduction of"
     " {53,650|53,560} crossings on 2006.", ["214,600", "160,950"]),
    ("81 boats sank, 43 less than in the previous year, a reduction of over {a third|a half}.",
     ["81", "43"]),
    ("In 2006 there were 214,600 crossings. By 2016 it had 160,950 - this represents a reduction of"
     " 53,650 crossings ({25%|52%}) on 2006.", ["214,600", "160,950"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "inputs"), ACROSS, ids=lambda value: str(value)[:50])
def test_a_change_on_a_value_or_a_step_that_words_do_not_join(text: str, inputs: list[str]) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[0]
    found = claims(re.sub(r"\{.*?\}", right, text), "inferred")
    assert (right, inputs, "consistent") in [each[1:] for each in found]
    for pairing in ("explicit", "inferred"):
        after = claims(re.sub(r"\{.*?\}", wrong, text), pairing)
        assert not [each for each in after if each[3] in ("inconsistent", "impossible")]
