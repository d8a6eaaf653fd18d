"""The built wheel, installed into an empty environment, answers from another folder."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_the_database_records_and_schema(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "moditrack/moditrack.db",
        "moditrack/py.typed",
        "moditrack/records/conflicts.toml",
        "moditrack/records/findings.toml",
        "moditrack/records/colp-2024-02-22/figures.csv",
        "moditrack/db/schema.sql",
        "moditrack/db/views.sql",
    } <= names
    assert not any(name.startswith(("tests/", "docs/")) for name in names)


def test_installed_it_answers_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=True)
    pip = [str(tmp_path / "empty" / "bin" / "pip"), "install", "--quiet", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    command = [tmp_path / "empty" / "bin" / "moditrack", "outcomes", "--year", "2023"]
    result = subprocess.run(
        command, cwd=elsewhere, check=True, capture_output=True, text=True, env={}
    )
    draft = [*command[:1], "draft", ROOT / "tests" / "harbour-report.txt", "--id", "harbour-2025"]
    subprocess.run(draft, cwd=elsewhere, check=True, capture_output=True, env={})
    assert (elsewhere / "harbour-2025" / "figures.csv").exists()
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("18:")]
    assert line.split()[-3:] == ["6", "67%", "35-88"]
