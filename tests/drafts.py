"""Drafts of short invented texts."""

from __future__ import annotations

import shutil
from pathlib import Path

from moditrack.documents.document import read_bytes
from moditrack.draft.draft import draft
from moditrack.draft.proposal import Draft
from moditrack.draft.propose import propose
from moditrack.draft.shared_lists import Lists
from moditrack.validation.records import RECORDS

OPENING = "Trafficking at the quays\n\n1 March 2025\n\n"


def drafted(lists: Lists, text: str, **given: str) -> Draft:
    """What is proposed for a text below a title and a date."""
    return propose(read_bytes(f"{OPENING}{text}\n".encode()), lists, **given)


def records_with(text: str, id_: str, folder: Path) -> Path:
    """Records that have the shared lists and the draft of a report, whose text is in `texts`."""
    records, texts = folder / "records", folder / "texts"
    records.mkdir()
    texts.mkdir()
    for path in RECORDS.glob("*.csv"):
        shutil.copy(path, records)
    (records / "conflicts.toml").touch()
    (texts / "report.txt").write_text(text, "utf-8")
    draft(texts / "report.txt", id_, records, publisher="mps", force="mps")
    return records
