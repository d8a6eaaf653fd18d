"""More wordings of a share; each is tried with a wrong percentage, too."""

from __future__ import annotations

import re

import pytest

from tests.test_audit_prose import claims

# 322/326 = 98.8%; 830/2,301 = 36.1%; 1,843/5,120 = 36.0%; 47/54 = 87.0%; 351/540 = 65%
# 3,122/11,357 = 27.5%; 1.7/41.3 = 4.1%; 1,050/1,234 = 85.1%; 218/1,360 = 16.0%; 2,629/4,314 = 60.9%
WORDINGS = [
    # 31/41 = 75.6%
    ("In May {76%|67%} (31) of the 41 boats were sold, and 12 officers left.", ["31", "41"]),
    ("We had 31 replies from 41 letters, a {76%|67%} response rate.", ["31", "41"]),
    ("Of the 41 offences, 31 were detected, a detection rate of {76%|67%}.", ["31", "41"]),
    ("There were 31 offences, {76%|67%} of the 41, and 12 officers left.", ["31", "41"]),
    ("There were 41 thefts at the quays, down from 52 the previous year, with 31 detected; a"
     " detection rate of {76%|67%}.", ["31", "41"]),
    ("We saw 31 of the 41, or {76%|67%}; arrests were 33.", ["31", "41"]),
    ("We saw 31 of the 41 offences (a {76%|67%} rate).", ["31", "41"]),
    ("Officers saw 31 out of 41; that is {76%|67%}.", ["31", "41"]),
    ("Based on returns of 322 out of 326 authorities ({98.8%|89.8%} response rate).",
     ["322", "326"]),
    ("830 of 2,301 = {36%|46%}", ["830", "2,301"]),
    ("830 out of a possible 2,301 ({36%|46%}) replied.", ["830", "2,301"]),
    ("1,843 of 5,120 electors voted, a turnout of {36.0%|46.0%}.", ["1,843", "5,120"]),
    ("Turnout was {36.0%|46.0%} (1,843 votes cast from an electorate of 5,120).",
     ["1,843", "5,120"]),
    ("The attendance rate was {87%|78%}, with 47 of 54 members attending.", ["47", "54"]),
    ("540 letters were sent and 351 returned, giving a response rate of {65%|75%}.",
     ["351", "540"]),
    # 120/340 = 35.3%; £1.2m/£24m = 5%
    ("Of the 340 calls, 120 were answered, which is {35%|45%}.", ["120", "340"]),
    ("Of 340 calls, 120 calls out of 340 were answered, equating to {35%|45%}.", ["120", "340"]),
    ("Crews took 340 calls and answered 120 of them ({35%|45%}) in time.", ["120", "340"]),
    ("340 calls were taken, 120 ({35%|45%}) of which were answered.", ["120", "340"]),
    ("The underspend of £1.2m represents {5%|3%} of the total budget of £24m.", ["£1.2m", "£24m"]),
    ("The budget of £24m was underspent by £1.2m ({5%|3%}).", ["£1.2m", "£24m"]),
    ("351 surveys were received, a {65%|75%} response rate from the 540 sent.", ["351", "540"]),
    ("{27 per cent|37 per cent} of offences were abuse, or 3,122 of the 11,357.",
     ["3,122", "11,357"]),
    ("The overspend of £1.7m is {4.1%|5.6%} of the £41.3m budget.", ["£1.7m", "£41.3m"]),
    ("Spending was £1,050,000 ({85%|94%} of total spending of £1,234,000).",
     ["£1,050,000", "£1,234,000"]),
    ("Savings of £3.2m were made against a target of £4.0m ({80%|89%}).", ["£3.2m", "£4.0m"]),
    # 9,423/13,577 = 69.4%; 758/1,431 = 53.0%
    ("Wages of £9,423 were {69%|96%} of total expenditure of £13,577.", ["£9,423", "£13,577"]),
    ("More than half ({53%|58%}) of the 1,431 replies came from women (758).", ["758", "1,431"]),
    ("The force solved 218 of 1,360 burglaries last year; that is {16%|26%}.", ["218", "1,360"]),
    ("Focusing on the 4,314 colleges, 2,629 (approximately {60 percent|70 percent}) are large and"
     " 1,685 small.", ["2,629", "4,314"]),
    # 31/41 = 75.6%
    ("The 31 detected made up {76%|56%} of the 41.", ["31", "41"]),
    ("There were 31 (that is {76%|56%}) of the 41 detected.", ["31", "41"]),
    ("There were 31 replies from 41 letters, a rate of {76%|56%}.", ["31", "41"]),
    ("41 offences, 31 detected ({76%|56%}).", ["31", "41"]),
    ("Of these 31 were male, representing {76%|56%} of the total (41).", ["31", "41"]),
    ("In all 31 out of 41, or {76%|56%}, were closed.", ["31", "41"]),
    ("In all {76%|56%} of offences (31 out of 41) were closed.", ["31", "41"]),
    ("In all 31 out of 41 = {76%|56%}.", ["31", "41"]),
    ("In all 31 out of 41 voted, a turnout of {76%|56%}.", ["31", "41"]),
    ("There was a rate of {76%|56%}, with 31 out of 41.", ["31", "41"]),
    ("The take-up rose 3 points to {76%|56%}: 31 of the 41 cooks were trained.", ["31", "41"]),
    ("Theft made up {76%|56%} of all crime (31 of 41 offences).", ["31", "41"]),
    ("The port built 45 huts, {90%|70%} of the target of 50.", ["45", "50"]),
    ("The port built 60 huts, {120%|150%} of its target of 50.", ["60", "50"]),
    ("Of 410 cooks 310 ({76%|56%}) were new and 100 (24%) old.", ["310", "410"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "inputs"), WORDINGS, ids=lambda v: str(v)[:60])
def test_a_share_that_holds_and_one_that_does_not(text: str, inputs: list[str]) -> None:
    right, wrong = re.findall(r"\{(.*?)\|(.*?)\}", text)[0]
    for stated, fits in ((right, True), (wrong, False)):
        found = {
            printed: (given, result)
            for _, printed, given, result in claims(re.sub(r"\{.*?\}", stated, text))
        }
        given, verdict = found[stated]
        assert (given, verdict in ("consistent", "truncated")) == (inputs, fits)


@pytest.mark.parametrize(
    "text",
    [
        "31 of 41 respondents (72% last year) were satisfied.",
        "On 2 of 3 occasions the room was full (100% capacity).",
        "12 of the 30 officers (25% in 2022) had been trained.",
        "There were 41 thefts, with 31 detected; a detection rate of 50% over five years.",
        "There were 41 thefts, with 31 seen; a detection rate of 50%.",
        "The 20% cut (£2m) came on top of £4m saved before.",
    ],
)
def test_a_percentage_of_something_else_is_no_share(text: str) -> None:
    assert claims(text) == []


CHAIN = "Of the 400 boats, 75.0% (n = 300) went to sea and {} to the yard."


@pytest.mark.parametrize(
    ("second", "found"),
    [
        # 80/400 = 20%, 90/400 = 22.5%; 60 is 20% of the 300; 40 is of the yawls
        ("20.0% (n = 80)", [("20.0%", ["80", "400"], "consistent")]),
        ("20.0% (n = 90)", [("20.0%", ["90", "400"], "inconsistent")]),
        ("20.0% (n = 60)", []),
        ("25.0% (n = 40) of the yawls", []),
    ],
)
def test_a_second_share_with_the_same_verb(
    second: str, found: list[tuple[str, list[str], str]]
) -> None:
    first = ("75.0%", ["300", "400"], "consistent")
    assert [own[1:] for own in claims(CHAIN.format(second))] == [first, *found]
