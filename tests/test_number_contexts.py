"""Numbers whose meaning the words beside them decide, worked out by hand."""

from __future__ import annotations

import pytest

from moditrack.documents.document import read_bytes
from moditrack.documents.quantities import quantities
from moditrack.documents.readers import pdf as reader
from tests.tiny_pdf import pdf, text


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("SEC. 96A.3 (b)(1) There were 45", [45]),
        ("Measure 1: boats\nThere were 45", [45]),
        ("15\\. BOATS: there were 45", [45]),
        ("Cleared, statement 6, cheques 2163-2173 and cheque 44; cheques 22.74", [22.74]),
        (
            "Paid 2163 Harl Town 117.00 2164 Quay 168.00 2166 Nets 19.10 2167 Ford 8.50",
            [117, 168, 19.1, 8.5],
        ),
        (
            "There were 122 Officers, then 124 Boats and 125 Vans and 127 Cars",
            [122, 124, 125, 127],
        ),
        ("Paid 263 Harl Town 117.00 264 Quay 168.00 166 Nets", [263, 117, 264, 168, 166]),
        ("children (16 years and under) had 5 boats; the 16 to 64 population of 12", [5, 12]),
        ("There were 45 in Measure: 12 of nets", [45, 12]),
        ("between 4-7 PM: 23 came, and at 11 AM - 2 PM: 26", [23, 26]),
        ("compared over four quarters of the year", [4]),
        ("three quarters of the boats", [0.75]),
        ("Sum of Lines 27 to 30: 95; Weeks 10 to 12; Lines 4, 6 and 7", [95]),
        ("upheld at Stage 1, 3 Stage 2 complaints but none upheld", [3]),
        ("see point 4.9 of the report", []),
        ("Grants went to Four Oaks, and the Three Rivers trust had 12", [12]),
        ("there were four Oaks. Three Men came", [4, 3]),
        ("boats were lost.14, 16 They sank in 2014.3\nbut 5 in 2015–16.2\nfloated", [5]),
        ("calls for service1,2 | 45", [45]),
        ("ISSN: 2206–8619; law 187(a)PC 6; nets 1,234(r)", [6, 1234]),
        ("The fleet was lost.\n(740) came back", [740]),
        ("(1) Boats\n(2) Nets", []),
        ("| Boats |\n6 |\n| Nets |\n8 |\n| Crews |\n10 |\n| Ports |", [6, 8, 10]),
        ("Boats\n40,000 May 2020\n30,000\nMar 2019\n20,000\n10,000\n0\nMarch", []),
        ("Boats at sea, Weeks 1-25, 2020\n4,500 went out", [4500]),
        # Times of transcripts, and of meetings with a point.
        ("00:09:41.120 we had 5\n00:09:59.440 boats", [5]),
        ("The meeting closed at 20.16.", []),
        ("It will commence at 10.45, with 3 boats; the rate stood at 10.45", [3, 10.45]),
        # Ages.
        ("17% were aged under 18, 38% were 25 or older; the over 60's tea", [17, 38]),
        # Postcodes, numbers of telephones and cheques, roads.
        ("Moor House PE33 9SQ, Ford SA19 7BN", []),
        ("Ann Lee 502122 3 Oak Road, Bo Ray 501241 Moor House", []),
        ("cheques for 100936 and 100940; 100936 boats; 502122 Boats came", [100936, 502122]),
        ("the C2118 and c2118 boats", [2118]),
        # Names with numbers.
        ("under standing orders 11, 20 and 21; standing order 3(e); in order 5 came", [5]),
        ("scopes 1, 2 and 3; Domain 1; conditions 8, 9 and 14; plot 24", []),
        ("such conditions 5 boats met", [5]),
        ("the Module 1 report; module 2 ended; bands 2 and 3; bands 12 boats", [12]),
        ("It had a box, 15 to 20 nets", [15]),
        ("Agenda item: 5\n1048: Mind the nets\n4: Boats", [4]),
        ("the under-35 demographic and 65+ population, the ages of 15 and 44; under-35 nets", [35]),
        # Parts of sections and of a list of a rule; times between two.
        ("sub-paragraphs (2) and (3), section 56 (2), 10(2)(c)(i); in 5 (2 new) nets", [5, 2]),
        ("6.-(1) You must act\n7- You must not\n8 - 2 nets", [8, 2]),
        ("HELD IN THE HALL AT 7.30... between 5.30 and 5.50pm; at 5 and 6", [5, 6]),
        ("a much smarter one, boxes 2 and 3, case study 1: nets; a total of one.", [1]),
        ("Growth 2025 to 2030 Percentage growth; 2030 per cent", [2030]),
        ("a height from 4.5m to 6.5m, then £6.5m", [4.5, 6.5, 6_500_000]),
        ("the rules' (page 5) and '(page 6); conditions 2,5,6 and 8; level 2/3 and 4", []),
        ("conditions 2,500 boats; sections 3, 4 and 5,000 boats", [2500, 5000]),
        ("9 November 6.30 for 6.45pm, a one off payment, on the A 134 near", []),
        ("Applications\n5.1 18/01109/CM - 3 nets\n5.1 18 boats", [3, 5.1, 18]),
        # Letters that a PDF lost.
        ("£3.5 bil ion for 2 mil ion nets", [3_500_000_000, 2_000_000]),
        # A bracket that closes none is that of a list.
        ("RESOLVED: 1) The clerk to write. Nets (8 of 12) were lost", [8, 12]),
        ("no one in the bay; the previous one sank; one in 5 nets; (if there is one)", [0.2]),
        # Wrong values: pence apart from their pounds, miles that are no millions, PC of a parish.
        ("Hart Ltd £68. 02, fees £1155. 00 agreed, £450. 00 per annum", [68.02, 1155, 450]),
        ("It cost £68. 12 boats came", [68, 12]),
        ("a limit of 20m.p.h in £20m", [20, 20_000_000]),
        # Quarters and weeks by their numbers, extensions, cheques with their amounts.
        ("in quarters 1 and 2, covering the Quarters 3 and 4 period, in weeks 3 and 4", []),
        ("In that quarter 12 boats came; Ext. 24135; 7 nets", [12, 7]),
        ("unpaid: 1291-£50.00, 1295-£100.00; but £100-£200 and 500-£4", [50, 100, 100, 4]),
    ],
)
def test_labels_and_counts(printed: str, values: list[float]) -> None:
    assert [float(one.low) for one in quantities(printed)] == values


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("1 Boats 45\n2 Nets 1,230\n3 Crews 7\nPorts:\n4 Old ports 12", [45, 1230, 7, 12]),
        ("Boats 45 11\nNets 1,230 12\nCrews 7 13\nPorts 8% 14\nRope 9 15", [45, 1230, 7, 8, 9]),
        ("Boats 45 11\nNets 1,230 12\nCrews 7 19\nPorts 8% 14", [45, 11, 1230, 12, 7, 19, 8, 14]),
        ("5.1\nWe saw 30 boats.\n\n5.2\nSome sank.\n\n5.3\nOthers: 8", [30, 8]),
        ("5.1\n5.9\n7.2", [5.1, 5.9, 7.2]),
    ],
)
def test_numbers_that_count_lines_at_a_margin(printed: str, values: list[float]) -> None:
    assert [float(one.low) for one in quantities(printed)] == values


@pytest.mark.parametrize(
    ("printed", "low", "high", "bound"),
    [
        ("used 1 or 2 nets", 1, 2, "range"),
        ("used three or four nets", 3, 4, "range"),
        ("fell by 10 or 12%", 10, 10, "exact"),
        ("it rose by 29% on last year, up to 65,986.", 65_986, 65_986, "exact"),
        ("rises in thefts, of up to 30 a day", 30, 30, "at-most"),
        ("up to 30 came", 30, 30, "at-most"),
    ],
)
def test_ranges_and_bounds(printed: str, low: int, high: int, bound: str) -> None:
    found = [one for one in quantities(printed) if one.low == low]
    assert [(one.high, one.bound) for one in found] == [(high, bound)]


def test_a_bound_goes_over_every() -> None:
    (found,) = quantities("a boat approximately every 47 minutes")
    assert (found.low, found.bound) == (47, "about")


def test_a_count_set_apart_from_its_noun_is_no_number_of_a_paragraph() -> None:
    figures = [text(60, 700, "497"), text(92, 700, "Boats"), text(60, 670, "18"),
               text(92, 670, "Nets")]  # fmt: skip
    blocks = reader.blocks(pdf("\n".join(figures))).blocks
    assert [block.mark for block in blocks] == [""] * len(blocks)
    assert "497" in " ".join(
        [*(b.text for b in blocks), *(c.text for b in blocks for c in b.cells)]
    )


def test_paragraphs_that_count_up_have_their_numbers_as_marks() -> None:
    lines = []
    for number, y in (("1", 700), ("2", 670), ("3", 640)):
        lines += [text(60, y, number), text(92, y, "Boats came in the night and left again.")]
    blocks = reader.blocks(pdf("\n".join(lines))).blocks
    assert [block.mark for block in blocks] == ["1", "2", "3"]


def test_numbers_of_paragraphs_on_lines_of_their_own_are_their_marks() -> None:
    text = "Boats in the bay\n\n5.1\nWe saw 30 boats.\n\n5.2\nSome sank.\n\n5.3\nOthers did not.\n"
    found = [(one.locator, one.text) for one in read_bytes(text.encode()).passages]
    assert found[1:] == [
        ("5.1", "We saw 30 boats."), ("5.2", "Some sank."), ("5.3", "Others did not."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sheds over 18m in height were tested", 18),
        ("an 18m-high crane", 18),
        ("a depth of at least 9m at low water", 9),
        ("18m people use the ferry", 18_000_000),
        ("£18m in length of service awards", 18_000_000),
    ],
)
def test_an_m_beside_a_length_is_metres(text: str, value: int) -> None:
    (found,) = quantities(text)
    assert found.low == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boats at the quay / 2. Late boats", []),
        ("Objectives 1, 2, & 5 of the port police", []),
        ("paragraph 3, and 12 boats came", ["12"]),
    ],
)
def test_numbers_of_headings_and_of_parts_are_no_quantities(text: str, expected: list[str]) -> None:
    assert [one.printed for one in quantities(text)] == expected


def test_the_pc_of_a_parish_is_no_percent() -> None:
    units = [one.unit for one in quantities("for 2 PC members, and 2 pc of boats, and £5 PC fees")]
    assert units == ["", "percent", "GBP"]


def test_abbreviations_that_are_printed_with_numbers_only_are_names() -> None:
    cited = "BC 9. BC 16, BC 58, BC 108, QQ 5. The UK had 8 boats. BC 110-12, 7. (BC 4)"
    assert [float(one.low) for one in quantities(cited)] == [5, 8]
    # The UK is named without a number, too, and five are wanted.
    counts = "UK 12, UK 13, UK 14, UK 15, UK 16. The UK and the UK sank."
    assert [float(one.low) for one in quantities(counts)] == [12, 13, 14, 15, 16]
    amounts = "HM 12.50, HM 13.20, HM 14.10, HM 15.60, HM 16.70"
    assert len(quantities(amounts)) == 5
