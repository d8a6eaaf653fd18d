"""Documents that are not what they should be: no crash, nothing lost, time that grows with size."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moditrack.build.load import read_records
from moditrack.documents.document import read_bytes
from moditrack.documents.encodings import decode
from moditrack.documents.known_layouts import parse
from moditrack.documents.text_blocks import blocks_of
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import shared_lists
from moditrack.validation.records import RECORDS
from moditrack.verify.compare_records import examine
from moditrack.verify.verify import recognise
from tests.conftest import ROOT, sizes
from tests.processor_time import grows_within

LISTS = shared_lists(RECORDS, RECORDS)
HARBOUR = (ROOT / "tests" / "harbour-report.txt").read_bytes()
PIECES = [
    "A. Section", "B. Another", "1. A paragraph.", "2. Next", "- bullet", "• bullet", "Heading",
    "Summary", "Appendix 1", "Appendix 2: Name", "Recommendation(s)", "Notes to editors",
    "¹ a footnote", "8 May 2003", "Code\tCount", "18\t6", "and so on", "", "", "\t", "You are in:",
    "Send an e-mail linking to this page", "Feedback", "Background papers", "\ufeff", "\u2028", "*",
]  # fmt: skip


NAMES = {"appendix", "annex", "summary", "recommendation", "recommendations", "note", "notes",
         "editors", "background", "papers"}  # fmt: skip
"""Words that may become a part of a locator and stand nowhere else."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))


def hold(data: bytes) -> None:
    """What is parsed has locators that differ, and loses no words and invents none."""
    text = decode(data)
    passages = parse(text)
    locators = [passage.locator for passage in passages]
    assert len(set(locators)) == len(locators)
    read = words("\n".join(line for block in blocks_of(text) for line in block))
    kept = words("\n".join(f"{p.text}\n{p.heading}" for p in passages))
    assert kept <= read
    assert read - kept <= NAMES


def given_many(size: int, strategy: st.SearchStrategy[bytes]) -> int:
    tried = 0

    @settings(
        max_examples=size, deadline=None, database=None, derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    @given(strategy)
    def holds(data: bytes) -> None:
        nonlocal tried
        tried += 1
        hold(data)

    holds()
    return tried


@sizes(100, 20_000)
def test_any_bytes(counted, size: int) -> None:
    counted(documents_of_any_bytes=given_many(size, st.binary(max_size=2000)))


@sizes(100, 20_000)
def test_any_lines(counted, size: int) -> None:
    lines = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=30)
    tried = given_many(
        size, lines.map(lambda some: "\n".join(some).encode("utf-8", "surrogatepass"))
    )
    counted(documents_of_any_lines=tried)


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00", b"\xff\xfe", b"\xff\xfe\x00", b"\xfe\xff\xd8\x00", b"\xef\xbb\xbf", b"\t", b"\n",
     b"\x81\x8d\x8f", "Summary\n\n1. Three".encode("utf-16"), b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"],
)  # fmt: skip
def test_what_is_no_text(run, tmp_path: Path, data: bytes) -> None:
    hold(data)
    file = tmp_path / "report.txt"
    file.write_bytes(data)
    result = run("draft", file, "--id", "x-2025-01-01", "-o", tmp_path / "out")
    assert result.code in (0, 1)
    if not decode(data).strip("\ufeff\t\n\x00 "):
        refused = ("contains no text: name another file", "report.txt is none of HTML, PDF")
        assert result.code == 0 or any(text in result.err for text in refused)
    result = run("verify", tmp_path)
    assert result.code == 1
    assert result.err in (
        f"Error: No file in {tmp_path} is a document of the records: name another folder.\n",
        "Error: report.txt is none of HTML, PDF, Word, Markdown, text and CSV: save it as one of"
        " them.\n",
        "Error: report.txt is damaged: open it in a program that shows PDFs and save it again.\n",
    )


@sizes(80, 0)
@pytest.mark.parametrize(("report", "number"), [("harbour", 1), ("documents", 4)])
def test_cut_at_any_length(
    request: pytest.FixtureRequest, counted, size: int, report: str, number: int
) -> None:
    """In the campaign (size 0) at every length."""
    folder = request.getfixturevalue(report)
    tables = read_records(folder / "records" if report == "harbour" else RECORDS)
    chance = random.Random(size)
    parsed = reported = 0
    files = sorted((folder / "texts" if report == "harbour" else folder).glob("*.txt"))
    assert len(files) == number
    for path in files:
        data = path.read_bytes()
        whole = parse(decode(data))  # what is cut may be navigation, which is left out
        every = range(len(data))
        for length in every if not size else sorted(chance.sample(every, size // 4)):
            hold(data[:length])
            parsed += 1
            if length % 97 and not size:
                continue
            known = recognise(read_bytes(data[:length]), tables)
            if known is not None:
                amiss = examine(read_bytes(data[:length]), known, tables).all_differences
                assert amiss or parse(decode(data[:length])) == whole, (path.name, length)
                reported += bool(amiss)
    assert reported > parsed // 300
    counted(documents_cut=parsed, cut_documents_held_against_records=reported)


UNITS: dict[str, str] = {
    "report": HARBOUR.decode(),
    "one line": "word and more, ",
    "lines": "some words here\n",
    "lines of a paragraph": "going on and on\n",
    "bullets": "- bullet\n",
    "paragraphs": "1. x\n\n",
    "headings": "Heading\n\n",
    "headings with text": "Heading\n\nText of it.\n\n",
    "dates": "1 May 2003\n\n",
    "table": "a\tb\n",
    "tables": "a\tb\n\n",
    "footnotes": "¹ x\n",
    "sections": "A. x\n\n",
    "appendices": "Appendix 1\n",
    "navigation": "Feedback\n\n",
    "digits": "9",
    "blanks": " ",
    "tabs": "\t",
}


def timed(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started


@pytest.mark.parametrize("name", UNITS)
def test_much_of_the_same(counted, name: str) -> None:
    unit = UNITS[name]
    hold(("1. Opening\n" + unit * (40_000 // len(unit))).encode())
    counted(documents_of_much_of_the_same=1)


LONG: dict[str, str] = {
    "months": "May 2003 ",
    "days": "8 May 2003, ",
    "months alone": "May June ",
    "figures": "12 ",
    "shares": "5% (6%) ",
    "words": "twenty-one ",
    "levels": "level ii and iii ",
    "money": "£1.2 million ",
    "thousands": "1,234,567.8 ",
    "wide blanks": "5     ",
    "names": "Operation Maxim 5 ",
    "footnotes": "\n¹ On 5 May 2003\n",
    "headings": "\n\nIn 5 May\n\nOn 8 May 2003.\n",
    "bullets": "\n- On 5 May 2003 12\n",
    "paragraphs": "\n\n1. In May 2003 5\n",
    "tables": "\n\nOutcome\tApril\n5. x\t6 May 2003\n",
    "a wide table": "5\t",
}
"""What a document may be full of that is held against the records, or drafted."""


def held(text: str) -> Callable[[], object]:
    """What `verify` does with a document of which the records know nothing but the title."""
    known = read_records()
    tables = {name: known[name] if name in ("document", "agency") else [] for name in known}
    return lambda: examine(read_bytes(text.encode()), "colp-2024-02-22", tables)


def drafted(text: str) -> Callable[[], object]:
    return lambda: propose(read_bytes(text.encode()), LISTS)


@sizes(4_000, 50_000)
@pytest.mark.parametrize("what", [held, drafted])
@pytest.mark.parametrize("name", LONG)
def test_time_grows_with_what_a_document_is_full_of(counted, name: str, what, size: int) -> None:
    unit = LONG[name]

    def ready(units: int) -> Callable[[], object]:
        return what(f"1. Opening\n{unit * units}\n")

    assert grows_within(6, ready, size // len(unit), floor=0.005)
    counted(sizes_grown=1)


@sizes(400, 6_000)
@pytest.mark.parametrize("unit", ["£3 million ", "aged 18 to 25, "])
def test_time_grows_with_a_sentence_that_is_drafted(counted, unit: str, size: int) -> None:
    def ready(units: int) -> Callable[[], object]:
        return drafted(f"1. The force spent money on {unit * units} in all.\n")

    assert grows_within(6, ready, size, floor=0.005)
    counted(sizes_grown=1)


@pytest.mark.campaign
@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_size(counted, name: str) -> None:
    unit = UNITS[name]
    texts = [("1. Opening\n" + unit * (size // len(unit))) for size in (2 << 20, 4 << 20)]
    once, doubled = (min(timed(lambda t=text: parse(t)) for _ in range(2)) for text in texts)
    assert doubled < 3 * max(once, 0.02), (once, doubled)
    counted(sizes_grown=1)


@pytest.mark.campaign
def test_a_file_of_50_megabytes(run, counted, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(HARBOUR * ((50 << 20) // len(HARBOUR) + 1))
    result = run("draft", file, "--id", "x-2025-01-01", "-o", tmp_path / "out")
    assert (result.code, result.err) == (0, "")
    assert "Drafted: " in result.out
    assert run("verify", tmp_path).code == 1
    counted(files_of_50_megabytes=1)
