"""How long a PDF takes to read, beside what pdfplumber alone takes to find its words.

python -m tests.benchmarks.pdf [FILE …]; without files, 30 invented pages of prose and tables.
Needs pdfplumber, which moditrack does not: `uv pip install pdfplumber`.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from moditrack.documents.blocks import Unreadable
from moditrack.documents.readers.pdf import blocks
from tests.tiny_pdf import pdf, prose, text

ROUNDS = 3


def invented(pages: int) -> bytes:
    """Pages with two columns of prose and a table of six columns."""
    words = ["Officers", "of", "the", "unit", "met", "their", "partners", "to", "agree"]
    lines = [" ".join(words[at % 5 :] + words[: at % 5]) for at in range(25)]
    page = [prose(60, 780, lines, 9), prose(320, 780, lines, 9)]
    for row in range(25):
        page += [text(60, 440 - 12 * row, f"Area {row}"), *(
            text(200 + 60 * column, 440 - 12 * row, str(100 + 7 * row + column))
            for column in range(6)
        )]  # fmt: skip
    return pdf(*["\n".join(page)] * pages)


def words(data: bytes) -> None:
    """The words of every page, by pdfplumber."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words()
            page.close()


def seconds(read: Callable[[bytes], object], data: bytes) -> float:
    """Processor time of reading a file, the least of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        read(data)
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    files = [(name, Path(name).read_bytes()) for name in sys.argv[1:]]
    ratios = []
    for name, data in files or [("invented", invented(30))]:
        try:
            own, plain = seconds(blocks, data), seconds(words, data)
        except (Unreadable, OSError, ValueError):
            continue
        ratios.append((own / plain, own, name))
        print(f"{own / plain:.2f}  {own:.2f} s  {name}")
    total = sum(own for _, own, _ in ratios) / sum(own / ratio for ratio, own, _ in ratios)
    middle = sorted(ratios)[len(ratios) // 2][0]
    print(f"median {middle:.2f}, highest {max(ratios)[0]:.2f}, of all time {total:.2f}")
