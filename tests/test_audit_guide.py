"""docs/audit.md is true: its example, its findings, and the lines that hand out many files."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from moditrack.audit.audit import audit
from moditrack.documents.document import read_bytes
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "audit.md").read_text("utf-8")
FINDINGS = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
REVIEW = ROOT / "docs" / "harbour-review.txt"


def test_the_example_prints_what_the_page_shows(run, monkeypatch) -> None:
    monkeypatch.chdir(ROOT / "docs")
    ((command, output),) = re.findall(r"```console\n\$ moditrack (.*)\n((?:.*\n)*?)```", PAGE)
    result = run(*command.split())
    assert (result.code, result.out) == (0, output)


@pytest.mark.parametrize(("kind", "text", "finding"), FINDINGS, ids=[f[0] for f in FINDINGS])
def test_each_example_has_its_finding(kind: str, text: str, finding: str) -> None:
    found = audit(read_bytes(text.replace("<br>", "\n").encode()).passages)
    assert [(claim.kind, f"{claim.stated.printed}: {result.why}")
            for claim, result in found.claims] == [(kind, finding)]  # fmt: skip


def test_there_is_an_example_of_each_kind_in_prose() -> None:
    assert [kind for kind, *_ in FINDINGS] == [
        "share", "increase", "decrease", "change", "difference", "percentage-points", "ratio",
        "total", "remainder", "average", "same", "duration", "list-count",
        "whole-count", "weekday", "unpaired",
    ]  # fmt: skip


def test_strict_stops_a_report_that_does_not_fit(run, tmp_path: Path) -> None:
    assert run("audit", REVIEW, "--strict").code == 1
    fits = tmp_path / "fits.txt"
    # 45/36 = 1.25; 18 and 24 are 42
    text = REVIEW.read_text("utf-8").replace("30%", "25%").replace("TOTAL\t32\t45", "TOTAL\t32\t42")
    fits.write_text(text, "utf-8")
    assert run("audit", fits, "--strict").code == 0


@pytest.mark.parametrize("program", ["parallel", "xargs"])
def test_another_program_hands_out_the_files(program: str, tmp_path: Path) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"needs {program}")
    (tmp_path / "reports").mkdir()
    for number in range(6):
        shutil.copy(REVIEW, tmp_path / "reports" / f"{number} a.txt")
    (line,) = re.findall(rf"^find reports .*\| {program} .*$", PAGE, re.MULTILINE)
    command = f"{sys.executable} -m moditrack"
    subprocess.run(
        ["bash", "-c", line.replace("moditrack", command)], cwd=tmp_path, check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )  # fmt: skip
    rows = (tmp_path / "found.jsonl").read_text("utf-8").splitlines()
    assert len(rows) == 36  # six of each: 30%, 40%, 24%, 32, 45 and 75%
