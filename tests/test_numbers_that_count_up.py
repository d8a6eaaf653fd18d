"""Numbers of items and payments count up: they are no quantities, wherever a text prints them."""

from __future__ import annotations

import pytest

from moditrack.documents.document import Document, read_bytes
from moditrack.documents.quantities import quantities


def values(document: Document) -> list[float]:
    return [float(one.what.low) for one in document.quantities()]


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        # Items run into one line, and the parts of one.
        ("1. To hear 4 crews. 2. To note boats There were none 3. To agree £500", [4, 500]),
        ("1) Nets - 12 came. 2) Ropes (8 m) 3) Quay", [12, 8]),
        ("1. Boats 2. Reports 2.1 Nets Three sank 2.2 Ropes None 3. Quay", [3]),
        ("It met. 1. Nets. 2. Ropes. 2.1 None came 3. Quay 4. Ports. 4.1 There were 6", [6]),
        ("Paid 301. Nets fell. Rose to 303. Crews. Held 304. We. In 305. All", []),
        # Sentences that end with numbers are none, nor are values, years and two numbers.
        ("Boats rose by 2. They sank. Nets rose to 3. We saw. Crews had 4. All left.", [2, 3, 4]),
        ("Leeds 2.1 York 2.2 Hull 2.3 Ripon", [2.1, 2.2, 2.3]),
        ("It had 1. The other had 2. Both left.", [1, 2]),
        # Payments: a cheque and a voucher each, with pounds and pence between.
        (
            "45 1101 Harl £20.00 £4.00 Audit 46 1102 Quay £8.50 £1.00 Nov20 47 1104 Nets £7.00"
            " £0.00 Hire 48 1105 Ford £2.20 £0.10 Fee",
            [20, 4, 8.5, 1, 7, 0, 2.2, 0.1],
        ),
        (
            "Harl 1101 £20.00 £4.00 Audit Quay 1104 £8.50 £1.00 Nets Ford 1105 £7.00 £0.00 Hire"
            " Bay 1107 £2.20 £0.10",
            [20, 4, 8.5, 1, 7, 0, 2.2, 0.1],
        ),
        ("Paid 1101 Harl, 1102 Quay, 1103 Nets and 1104 Ford", [1101, 1102, 1103, 1104]),
    ],
)  # fmt: skip
def test_numbers_of_items_and_payments_in_a_line(printed: str, kept: list[float]) -> None:
    assert [float(one.low) for one in quantities(printed)] == kept


def test_items_of_minutes_count_up_over_the_whole_document() -> None:
    minutes = (
        "Minutes of the harbour board\n\n3328.   Report: 5 boats came.\n\n"
        "3329.   Apologies: none.\n\n3330.Nets: none.\nThe nets were counted.\n\n"
        "3331.   Accounts: £40 was paid.\n"
    )
    assert values(read_bytes(minutes.encode())) == [5, 40]


def test_headings_that_count_up_are_numbered() -> None:
    parts = ("52 Nets", "53 Apologies for absence", "54 Interests", "55 Ropes of boats")
    page = "".join(f"<h2>{part}</h2><p>It was agreed.</p>" for part in parts)
    found = read_bytes(f"<html><body><h1>Board</h1>{page}</body></html>".encode())
    assert values(found) == []


def test_paragraphs_of_markdown_count_up_as_those_of_text() -> None:
    parts = ("1 - To hear 4 crews", "2 - To note the nets", "3 - To agree", "4 - To close")
    assert values(read_bytes(("# Board\n\n" + "\n\n".join(parts) + "\n").encode())) == [4]


def test_footnotes_count_up_in_the_text_and_below_it() -> None:
    marks = "Nets fell. 11 They rose. 12 Boats sank. 13\n\nCrews left. 14 We saw 14.\n\nNo. 15"
    notes = "\n\n".join(f"{n} Board of the port, note" for n in range(11, 16))
    assert values(read_bytes(f"Report\n\n{marks}\n\n{notes}\n".encode())) == [14]
    # Too few to be marks, and none below them.
    few = "Report\n\nNets fell. 11 They rose. 12 Boats sank.\n\n12 Boats came\n"
    assert values(read_bytes(few.encode())) == [11, 12, 12]


def test_lines_whose_numbers_stand_apart_are_numbered() -> None:
    lines = ("To note 4 nets", "To agree", "Cemetery works", "To close")
    rows = "".join(f"<p>{n} &nbsp; &nbsp; {line}</p>" for n, line in enumerate(lines, 1))
    assert values(read_bytes(f"<html><body><h1>Agenda</h1>{rows}</body></html>".encode())) == [4]
