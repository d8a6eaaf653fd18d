"""Reading a report in the format that a person has it in."""

from __future__ import annotations

import pytest

import moditrack.documents
from moditrack.documents.blocks import Unreadable


def test_a_text_is_read_by_its_content(tmp_path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("Gulls\n\nThere were 12 gulls and 3 boats.\n", "utf-8")
    document = moditrack.documents.read(path)
    assert (document.name, document.format) == ("report.pdf", "text")
    assert [(f.quantity.printed, f.locator) for f in document.quantities()] == [
        ("12", "body.p1"), ("3", "body.p1"),
    ]  # fmt: skip


def test_what_is_none_of_the_formats_is_refused(tmp_path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(Unreadable, match=r"^report\.txt is none of HTML, PDF, Word"):
        moditrack.documents.read(path)
