"""Names as long as a file system takes them: 255 bytes, in characters of four bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT

LONG = "\U0001d538" * 61
"""244 bytes; with an ending of up to 11 it still is a name."""


@pytest.mark.parametrize(
    ("line", "ending"),
    [
        ("figures --output", "figures.json"),
        ("seed --db", "moditra.db"),
        ("export", "dir"),
        ("plot age -o", "age.svg"),
        ("report -o", "brief.md"),
    ],
)
def test_a_name_of_250_bytes(run, tmp_path: Path, line: str, ending: str) -> None:
    target = tmp_path / f"{LONG}{ending[-11:]}"
    assert 247 <= len(target.name.encode()) <= 255
    for overwrite in ([], ["--overwrite"] * (not line.startswith("seed"))):
        result = run(*line.split(), target, *overwrite)
        assert (result.code, result.err) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    if ending.endswith("db"):
        assert run("outcomes", "--db", target).code == 0
        assert run("check", "--integrity", "--db", target).code == 0


def test_a_draft_with_a_long_name(run, tmp_path: Path) -> None:
    name = "x-" + "1" * 253
    report = ROOT / "tests" / "harbour-report.txt"
    assert run("draft", report, "--id", name, "-o", tmp_path / LONG).code == 0
    assert [path.name for path in (tmp_path / LONG).iterdir()] == [name]


def test_a_name_that_is_too_long(refused, tmp_path: Path) -> None:
    for line in ("figures --output x.json", "seed --db x.db", "export x", "report -o x.md"):
        *rest, name = line.split()
        assert "File name too long" in refused(*rest, tmp_path / f"{LONG}{LONG}{name}", code=1)
    assert list(tmp_path.iterdir()) == []
