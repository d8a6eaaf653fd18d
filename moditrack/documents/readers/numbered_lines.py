"""Lines that begin with numbers that go up: 422 Audit fees, 424 Insurance, 425 Repairs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moditrack.documents.blocks import Block
from moditrack.documents.dates.years import YEAR

_NUMBERED = re.compile(rf"(?P<number>(?!{YEAR} )\d{{1,6}}) (?=[A-Z(][^\d]*[A-Za-z])")
_STEP, _FAR, _FEWEST = 3, 12, 4


def number_items(blocks: Sequence[Block]) -> None:
    """Take the numbers off paragraphs that they count, at least four, each a little more than the
    one before: they are no quantities."""
    run: list[tuple[Block, re.Match[str]]] = []
    last = -_FAR
    for at, block in enumerate(blocks):
        if block.kind != "paragraph" or block.mark:
            continue
        match = _NUMBERED.match(block.text)
        if match is None:
            continue
        more = int(match["number"]) - int(run[-1][1]["number"]) if run else 0
        if not 0 < more <= _STEP or at - last > _FAR:
            _take_off(run)
            run = []
        run.append((block, match))
        last = at
    _take_off(run)


def _take_off(run: Sequence[tuple[Block, re.Match[str]]]) -> None:
    if len(run) < _FEWEST:
        return
    for block, match in run:
        block.mark, block.text = match["number"], block.text[match.end() :]
