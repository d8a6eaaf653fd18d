"""A progress bar where something takes longer than a second, on a terminal and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from moditrack.cli import progress as module
from moditrack.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *, patience: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "_DELAY", patience)
    with progress("Seeding") as report:
        for number in range(4):
            report(number, 4)
    return stream.getvalue()


def test_on_a_terminal_after_a_while(monkeypatch) -> None:
    text = drawn(Terminal(), monkeypatch, patience=0.0)
    assert "Seeding" in text
    assert "75%" in text


def test_not_before_and_not_elsewhere(monkeypatch) -> None:
    assert drawn(Terminal(), monkeypatch, patience=60.0) == ""
    assert drawn(io.StringIO(), monkeypatch, patience=0.0) == ""


def test_seed_verify_and_draft_tell_how_far_they_are(run, documents, monkeypatch, tmp_path) -> None:
    reports: list[tuple[str, int, int]] = []

    class Recorder:
        def __init__(self, label: str) -> None:
            self.label = label

        def __enter__(self):
            return lambda done, whole: reports.append((self.label, done, whole))

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(module, "progress", Recorder)
    report = documents / "colp-2024-02-22.txt"
    for args in (
        ("seed", "--db", tmp_path / "x.db"),
        ("verify", documents),
        ("draft", report, "--id", "colp-2030-01-01", "-o", tmp_path),
    ):
        assert run(*args).code == 0
    assert ("Seeding", 8, 8) in reports
    assert ("Verifying", 3, 4) in reports
    assert ("Drafting", 0) in {(label, done) for label, done, _ in reports}
