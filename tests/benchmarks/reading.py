"""How fast text is read: MB a second, and beside a plain search for digits.

python -m tests.benchmarks.reading [FILE …]; without files, an invented text of 1 MB.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from moditrack.documents.dates.periods import periods
from moditrack.documents.lower_case import simplify
from moditrack.documents.quantities import quantities

FILLER = (
    "Officers of the unit met their partners to agree how the work is shared, and the committee"
    " asked for a further report on what had been learned from it. "
)


def invented(size: int) -> str:
    """Prose in which one sentence of three has numbers."""
    from tests.test_prose import SENTENCES

    part = " ".join(f"{sentence} {FILLER}{FILLER}" for sentence, _ in SENTENCES)
    return part * (size // len(part) + 1)


def seconds(text: str) -> tuple[float, float]:
    """Processor time of reading a text, and of a plain search for digits in it."""
    for cached in (periods, simplify):
        cached.cache_clear()
    start = time.process_time()
    quantities.__wrapped__(text)
    read = time.process_time()
    sum(1 for _ in re.finditer(r"\d+", text))
    return read - start, time.process_time() - read


if __name__ == "__main__":
    given = "\n\n".join(Path(name).read_text("utf-8") for name in sys.argv[1:])
    text = given or invented(1_000_000)
    own, plain = min(seconds(text) for _ in range(3))
    print(f"{len(text) / own / 1e6:.2f} MB a second; {own / plain:.0f} times a search for digits")
