"""What a PDF may do to whoever reads it, and where its words are to be found again."""

from __future__ import annotations

import time
import tracemalloc
import zlib
from dataclasses import replace

import pytest

from moditrack.documents.blocks import Unreadable
from moditrack.documents.document import read_bytes
from moditrack.documents.readers import pdf as reader
from moditrack.documents.readers.pdf_pages.places_of_passages import Places, Spot
from tests.test_read_pdf import FULL
from tests.tiny_pdf import assembled, pdf, prose, text


def test_a_part_of_a_text_is_found_where_it_is_printed() -> None:
    page = "\n".join([
        text(60, 700, "In all 46 people were removed."),
        text(60, 660, "Of these 46 were adults, 31 of them men"),
        text(60, 648, "and 15 of them women."),
    ])  # fmt: skip
    layout = reader.Layout()
    passages = read_bytes(pdf(page), "report.pdf", layout).passages
    (passage,) = (one for one in passages if one.text.startswith("Of these"))
    places = Places(layout, passages)

    def spots(first: str, last: str) -> list[Spot]:
        start, end = passage.text.index(first), passage.text.index(last) + len(last)
        return places.in_text(passage, start, end)

    (spot,) = spots("46", "46")
    (x0, top), (x1, _), (_, bottom), _ = spot.corners
    assert (spot.page, round(x0), round(x1)) == (1, 101, 112)
    assert 648 < bottom < 660 < top  # up the page
    assert [round(spot.corners[0][0]) for spot in spots("31", "15")] == [171, 60]
    elsewhere = replace(passage, text="It is not printed here.")
    assert places.in_text(elsewhere, 0, 5) == []


def test_a_file_with_a_password_is_refused() -> None:
    protected = assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"],
        f"/ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
        f" /O <{'11' * 32}> /U <{'22' * 32}> >>",
    )
    with pytest.raises(Unreadable, match=r"is protected by a password: save a copy without it\."):
        reader.blocks(protected)


def with_stream(dictionary: str, content: bytes) -> bytes:
    """A page whose content is a stream of its own kind."""
    body = f"<< {dictionary} /Length {len(content)} >>\nstream\n".encode()
    body += content + b"\nendstream"
    return assembled([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        body,
    ])  # fmt: skip


def test_a_stream_that_would_fill_the_memory_is_not_unpacked() -> None:
    packed = zlib.compress(b" " * (200 << 20), 9)
    tracemalloc.start()
    parsed = error = None
    try:
        parsed = reader.blocks(with_stream("/Filter /FlateDecode", packed))
    except Unreadable as caught:
        error = str(caught)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert parsed is None
    assert error == "has no text."
    assert peak < 150 << 20


def test_ten_thousand_pages_are_refused_in_a_sentence() -> None:
    pages = 10_000
    kids = " ".join(["3 0 R"] + [f"{number} 0 R" for number in range(4, 3 + pages)])
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    data = assembled([
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        *[page] * pages,
    ])  # fmt: skip
    with pytest.raises(Unreadable, match=r"at most 2,000 pages are read\. Split it"):
        reader.blocks(data)


def test_drawings_within_drawings_end() -> None:
    """Each of twenty drawings uses the next ten times: 10 to the 20 in all."""
    first = 4
    forms = []
    for at in range(20):
        uses = "/X Do " * 10 if at < 19 else "0 0 m"
        following = f"/Resources << /XObject << /X {first + at + 1} 0 R >> >>" if at < 19 else ""
        forms.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {following} /Length {len(uses)} >>\n"
            f"stream\n{uses}\nendstream"
        )
    data = assembled([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 20} 0 R"
        f" /Resources << /XObject << /X {first} 0 R >> >> >>",
        *forms,
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
    ])  # fmt: skip
    start = time.process_time()
    with pytest.raises(Unreadable):
        reader.blocks(data)
    assert time.process_time() - start < 20


def test_characters_that_a_font_does_not_name_are_never_guessed() -> None:
    nameless = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
    descendant = (
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        " /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 >> >>] >>"
    )
    body = "BT /F3 10 Tf 60 700 Td <001200130014> Tj ET"
    fonts = f"/Font << /F1 3 0 R /F2 4 0 R /F3 {nameless} {descendant} >>"
    with pytest.raises(Unreadable, match="do not say which characters they show"):
        reader.blocks(pdf(body, resources=fonts))
    parsed = reader.blocks(pdf("\n".join([prose(60, 600, FULL), body]), resources=fonts))
    assert "\ufffd\ufffd\ufffd" in [b.text for b in parsed.blocks]


def test_a_page_without_text_is_listed() -> None:
    parsed = reader.blocks(pdf(prose(60, 700, FULL), "", prose(60, 700, ["The end."])))
    assert [(b.page, b.text) for b in parsed.blocks] == [(1, " ".join(FULL)), (3, "The end.")]
    assert parsed.left_out == [("page without text", 2)]
