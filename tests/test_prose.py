"""Invented sentences in the manner of reports, and every quantity in them, read by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from moditrack.documents.quantities import Quantity, labels, quantities

SHORT = {"percent": "%", "percentage points": "pp", "times": "x", "ratio": "ratio"}


def written(quantity: Quantity) -> str:
    """A quantity in short: bound, value, unit and base of a rate."""

    def number(value: Fraction) -> str:
        return str(value) if value.denominator in (1, 3) else str(float(value))

    low, high = number(quantity.low), number(quantity.high)
    words = [
        {"exact": "", "range": "", "about": "~", "at-least": ">=", "more-than": ">",
         "at-most": "<=", "less-than": "<"}[quantity.bound],
        low if low == high else f"{low}..{high}",
        SHORT.get(quantity.unit, quantity.unit),
        f"/{quantity.per}" if quantity.per else "",
    ]  # fmt: skip
    return f"{words[0]}{words[1]}" + (f" {words[2]}" if words[2] else "") + words[3]


SENTENCES = [
    ("In the year ending March 2019 forces recorded 5.95 million offences, 8% up on 2017/18.",
     "5950000; 8 %"),
    ("A 13% rise on the year ending March 2017; 20 years ago it was higher.", "13 %; 20"),
    ("Theft fell by 4 per cent between 2010/11 and 2011/12, robbery rose from 12.5% to 14.2%, up"
     " 1.7 percentage points.", "4 %; 12.5 %; 14.2 %; 1.7 pp"),
    ("49% (1,431) of referrals were of adults (27%; 383), 57% in the quarter before.",
     "49 %; 1431; 27 %; 383; 57 %"),
    ("An overspend of £9.4 million, £5.3m of it in Q1, with £0.380m of costs.",
     "9400000 GBP; 5300000 GBP; 380000 GBP"),
    ("About one in five (21%) had seen it, 1 in 4 women and 1 in 20 men.",
     "~0.2 ratio; 21 %; 0.25 ratio; 0.05 ratio"),
    ("There were 9.3 officers per 10,000 population, 1.3 deaths per million people and 12 thefts"
     " for every 100,000 residents.", "9.3/10000; 1.3/1000000; 12/100000"),
    ("Stops per 1,000 people were 12, and 85 per 1,000 in 2019.", "12; 85/1000"),
    ("Cases more than doubled, from 1,204 to 2,611 (+117%), and trebled in two forces.",
     ">2 x; 1204; 2611; 117 %; 3 x; 2"),
    ("Almost three-quarters agreed, over two thirds of them strongly; nearly half did not.",
     "~0.75; >2/3; ~0.5"),
    ("Fewer than 5 people, up to 12 weeks, at least £1.2bn, no more than 3, no fewer than seven.",
     "<5; <=12; >=1200000000 GBP; <=3; >=7"),
    ("A fine of £2,500 plus costs of £85, and 12 years' imprisonment.",
     "2500 GBP; 85 GBP; 12"),
    ("A 24-year-old man and two women aged 31 and 45 were held at 6.30am on Tuesday 5 March.", "2"),
    ("They seized 1.5kg of cocaine, 200 plants worth £50,000-£60,000 and 3 cars.",
     "1.5; 200; 50000..60000 GBP; 3"),
    ("Call 101, 999 in an emergency or 0800 555 111. Of 2,300 999 calls 90% took 10 seconds.",
     "2300; 90 %; 10"),
    ("The M25, the A406 and SCD11 in Zone 2 after Covid-19 in 2020.", ""),
    ("See page 3 of 10, pages 12-15, paragraphs 4.2 and 4.3, Table 2a and section 54(4).", ""),
    ("Ten to 15 officers, 16 to 24 year olds, people aged 16 and over, the under-18s.",
     "10..15; <18"),
    ("The first of the two phases, one of the units, no one, one another, one in ten, only one"
     " arrest.", "2; 0.1 ratio; 1"),
    ("In 2019 45 people were charged; in March 12 were.", "45; 12"),
    ("2010 saw 2019 offences; 1000 people were asked in 2000.", "2019; 1000"),
    ("Stops fell 24% to 1,234, the third-lowest since 2001/02.", "24 %; 1234"),
    ("Net zero, zero tolerance, zero offences, a dozen, half a dozen raids.", "0; 12; 6"),
    ("A third of victims, a third party, a quarter of a million pounds, this quarter, the second"
     " quarter, a quarter (25%), half of all.", "1/3; 250000 GBP; 0.25; 25 %; 0.5"),
    ("£1.2-1.5 million, £3-5m, 5-10%, 10%-12%, between £5m and £6m, 40 to 50 per cent.",
     "1200000..1500000 GBP; 3000000..5000000 GBP; 5..10 %; 10..12 %; 5000000..6000000 GBP;"
     " 40..50 %"),
    ("Open 24/7, a 4x4, a ratio of 3:1, at 7:30pm, 18:00 hours or 0900hrs.", "3 ratio"),
    ("Minus 4%, a change of \u22123.2% to -5, and 5\u20137 July.", "-4 %; -3.2 %; -5"),
    ("ISO 27001, Grade 5, Band 8a, Level 3, Tier 1, Key Stage 2 and Type 1 diabetes.", ""),
    ("Write to foi@force.example or see www.force.example/page/2019/12.", ""),
    ('"It fell."3 The rate,4 as before, rose.5 Others[6] differ.', ""),
    ("~30, c.300, circa 40, approx. 50, some 60 men, roughly 80, 100 or so, 110 or more, 120+, ≥5,"
     " <5, >10, ≤3.",
     "~30; ~300; ~40; ~50; ~60; ~80; ~100; >=110; >=120; >=5; <5; >10; <=3"),
    ("Information about 12 victims over 5 years, for over 5 years, under section 5.",
     "12; 5; >5"),
    ("5.2 billion euros, $3m, US$40, €12.50, EUR 5m, 99p, 50 pence, 3,000 GBP.",
     "5200000000 EUR; 3000000 USD; 40 USD; 12.5 EUR; 5000000 EUR; 99 pence; 50 pence; 3000 GBP"),
    ("A 5-fold rise, 3.5 times, twice as many, double the number; a double murder.",
     "5 x; 3.5 x; 2 x; 2 x"),
    ("8 out of 10, nine out of ten, 7 of 9, 12/15 (80%), 2/3 of them.",
     "0.8 ratio; 0.9 ratio; 7; 9; 0.8 ratio; 80 %; 2/3 ratio"),
    ("FOI 760-2025 of 24th July 2025, reference 12/2019, FOI2019/0123, Pol 25-24.", ""),
    ("Resolved: that (1) the position be noted; (2) the report be received.", ""),
    ("1. There were 3 deaths\n2.1 Summary\n- 5 arrests\n(a) two warrants", "3; 5; 2"),
    ("A line was called 171,490 times; 46 arrests per 100 crimes in 39 forces; three times more.",
     "171490; 46/100; 39; 3 x"),
    ("Adults aged 16 years and over (10.4 million) since the age of 16; those over the age of 65.",
     "10400000; >65"),
    ("Write to 10 Quay Street, Room 1222, London SW1H 0NY, or call 0870 600 5522.", ""),
    ("A rise of 0.5 percentage points, from 4.5% to 5.0%, and a 20% to 25% reduction.",
     "0.5 pp; 4.5 %; 5 %; 20..25 %"),
    ("Over the last 12 months over 12,000 hours, in over 20 boroughs; to bring it up to 22.",
     ">12000; >20; 22"),
    ("One-third, three in four, 21 in every 100, four-fifths; 3/4 of the total, 1/2 as many.",
     "1/3; 0.75 ratio; 0.21 ratio; 0.8; 0.75 ratio; 0.5 ratio"),
    ("It costs 39p a day, £194.16 a year (Band D), £0.5-£1m, -£5m, +£2m.",
     "39 pence; 194.16 GBP; 500000..1000000 GBP; -5000000 GBP; 2000000 GBP"),
    ("46 arrests,15 for theft, and 12 (5%) of a mean of 3.4 (range 1 to 12).",
     "46; 15; 12; 5 %; 3.4; 1..12"),
    ("A two-pronged approach, in a two way street, with two ways and 24-hour free boat service.",
     "2"),
    ("One port has near to 200 boats.", "1; ~200"),
    ("Wave 1 (2017) had 12 crews; in each area: 2017 % 2018 % Harl 53 59.", "12; 53; 59"),
    ("GBP 2000 a day from 12 nets, sold 24 hours a day, 7 days a week, with 24 hour access.",
     "2000 GBP; 12"),
    ("A 24 hour delay cost 7 days. One clear message is here, as one boat sank.", "24; 7; 1"),
    ("One or more groups, a hundred people, hundreds of calls, a few hundred.", ">=1; 100"),
    ("The rows are 426 365 285 402 387 then 217 197 Leeds; 1 234 567 pounds and 12 500 raids.",
     "426; 365; 285; 402; 387; 217; 197; 1234567 GBP; 12500"),
    ("Terms of 13\xad24 months and 25\xad36 months.", "13..24; 25..36"),
    ("Some agreed (n=175/250), more in May (30/40) and n = 1,000/1,250; see (12/24) and 2022/23.",
     "0.7 ratio; 0.75 ratio; 0.8 ratio"),
    ("NHS 111 took 50 calls; dial 112, call 999 or 101. Most 911 calls ended.", "50"),
    ("There were 101 calls, heard on 101 occasions, and most 999 calls.", "101; 101"),
    ("Arrests fell over the 8 weeks, over 12 months and over the last 3 years.", "8; 12"),
    ("Over 12 months, theft rose. Over 12 months have passed; he spent over 6 weeks there.",
     "12; >12; >6"),
    ("Drones flew 20 times, 30 times in 2019, 40 times the previous year and twice in May.",
     "20; 30; 40; 2"),
    ("It was 20 times as high, 3 times more, 4 times the rate, twice the share; it grew 5 times.",
     "20 x; 3 x; 4 x; 2 x; 5 x"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=lambda text: text[:30])
def test_a_sentence_is_read(sentence: str, expected: str) -> None:
    assert "; ".join(map(written, quantities(sentence))) == expected
    spans = sorted([*quantities(sentence), *labels(sentence)], key=lambda one: one.start)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(sentence[one.start : one.end] == one.printed for one in spans)
