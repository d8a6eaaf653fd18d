"""Bad input, bad places to write to, and damaged files: one sentence, never a traceback."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from moditrack.validation.records import RECORDS
from tests.conftest import ROOT


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    script = command.replace("moditrack", f"{sys.executable} -m moditrack")
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


BUFFERED = pytest.mark.parametrize("buffered", [True, False])
"""Whether Python writes at the end, or at once, as the environment may ask it to."""


@BUFFERED
@pytest.mark.parametrize("command", ["figures", "agencies --json", "check --all --json"])
def test_a_reader_that_has_seen_enough(command: str, *, buffered: bool) -> None:
    result = shell(f"moditrack {command} | head -1", PYTHONUNBUFFERED="" if buffered else "1")
    assert (result.returncode, result.stderr) == (0, "")


@BUFFERED
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check --strict", "1"), ("check --strict --json", "1"), ("check --all", "0"),
        ("check removals-both-phases --strict", "1"),
        ("check arrests-both-phases --strict --json", "0"),
    ],
)  # fmt: skip
def test_the_exit_code_is_the_same_when_the_reader_has_gone(
    command: str, code: str, *, buffered: bool
) -> None:
    left = f"(sleep 0.2; moditrack {command}; echo $? >&2) | true"
    result = shell(left, PYTHONUNBUFFERED="" if buffered else "1")
    assert result.stderr == f"{code}\n"


def test_verify_ends_with_1_when_the_reader_has_gone(harbour: Path, tmp_path: Path) -> None:
    records = Path(shutil.copytree(harbour / "records", tmp_path / "records"))
    for code in ("0", "1"):
        result = shell(
            '(sleep 0.2; moditrack verify "$TEXTS" --records "$RECORDS" 2>/dev/null; echo $? >&2)'
            " | true",
            TEXTS=str(harbour / "texts"), RECORDS=str(records),
        )  # fmt: skip
        assert result.stderr == f"{code}\n"
        file = records / "harbour-2025-03-01" / "figures.csv"
        file.write_text(file.read_text("utf-8").replace(",20%,20,", ",21%,21,"), "utf-8")


@BUFFERED
@pytest.mark.parametrize(
    "command", ["figures", "figures --json", "compare --csv", "--version", "--help", "sql --schema"]
)
def test_a_full_disk_is_one_sentence(command: str, *, buffered: bool) -> None:
    result = shell(f"moditrack {command} > /dev/full", PYTHONUNBUFFERED="" if buffered else "1")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "No space left on device" in result.stderr


@BUFFERED
def test_a_full_disk_for_errors_leaves_the_exit_code(*, buffered: bool) -> None:
    unbuffered = "" if buffered else "1"
    result = shell("moditrack nothing 2> /dev/full", PYTHONUNBUFFERED=unbuffered)
    assert result.returncode == 2


@pytest.mark.parametrize("command", ["figures", "figures --json", "check", "--help"])
def test_a_console_that_knows_ascii_only(command: str) -> None:
    result = shell(f"moditrack {command}", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.isascii()


@pytest.mark.parametrize("command", ["figures", "operations maxim", "compare --chart"])
def test_a_console_of_code_page_1252(command: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "moditrack", *command.split()],
        cwd=ROOT, capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (0, b"")
    if command == "figures":
        assert "£ 153,573" in result.stdout.decode("cp1252")


@pytest.mark.parametrize(
    "args",
    [
        ("figures", "--measure", ""), ("figures", "--unit", ""), ("figures", "--document", ""),
        ("figures", "--operation", ""), ("figures", "--agency", ""), ("operations", "--kind", ""),
        ("operations", "--strand", ""), ("operations", ""), ("agencies", "--document", ""),
        ("timeline", "--operation", ""), ("commitments", "--agency", ""), ("sources", ""),
        ("check", "--document", ""), ("outcomes", "--agency", ""), ("timeline", "--from", ""),
        ("seed", "--records", ""), ("outcomes", "--db", ""),
    ],
    ids=" ".join,
)  # fmt: skip
def test_an_empty_value_is_bad_input(refused, args: tuple[str, ...]) -> None:
    refused(*args)


def test_paths_that_cannot_be(refused, tmp_path: Path) -> None:
    refused("outcomes", "--db", "a" * 300, code=1)
    refused("seed", "--db", "a" * 300, code=1)
    assert "is a folder" in refused("outcomes", "--db", tmp_path, code=1)
    (tmp_path / "loop").symlink_to("loop")
    assert "--db PATH or the variable" in refused("seed", "--db", tmp_path / "loop", code=1)
    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in refused("seed", "--db", tmp_path / "pipe", code=1)


def test_damage_that_no_query_notices_by_itself(run, tmp_path: Path) -> None:
    data = bytearray((ROOT / "data" / "moditrack.db").read_bytes())
    place = data.find(b"CREATE VIEW outcome")
    data[place + 3] = 255
    copy = tmp_path / "copy.db"
    copy.write_bytes(data)
    for command in ("outcomes", "figures", "operations"):
        result = run(command, "--db", copy)
        assert result.code in (0, 1)
        assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("given", "near"),
    [
        (
            ("agencies", "Heathrow"),
            "'hsu' (unit, Heathrow Human Smuggling Unit) or 'so-heathrow-enforcement' (",
        ),
        (("figures", "--measure", "cash"), "'cash-seized' or 'cash-forfeited'"),
    ],
)
def test_a_part_of_several_names_finds_them(refused, given: tuple[str, ...], near: str) -> None:
    assert f"did you mean {near}" in refused(*given) or f"use {near}" in refused(*given)


def test_a_part_of_one_name_finds_it(run) -> None:
    assert run("operations", "pilot").out.startswith("Pilot project for victims of trafficking")


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        ("conflicts.toml", "conflict = 5", "is not a list"),
        ("conflicts.toml", "[[conflicts]]\nid = 'x'", "write [[conflict]]"),
        ("conflicts.toml", "[[conflict]]\nid = []", "needs id, statement"),
        ("conflicts.toml", "[[conflict]]\nid='x'\nstatement='x'\nverdict='conflict'\nwhy='x'\n"
         "subjects=['maxim']\nsides=['x']", "needs citation and states"),
        ("conflicts.toml", "[[conflict]]\nid='x'\nstatement='x'\nverdict='odd'\nwhy='x'\n"
         "subjects=['maxim']\nsides=[{citation='mpa-2003-05-08#B.1', states='x'}]",
         "is not one of consistent"),
    ],
)  # fmt: skip
def test_toml_of_the_wrong_shape(run, tmp_path: Path, file: str, text: str, named: str) -> None:
    records = shutil.copytree(RECORDS, tmp_path / "records")
    (records / file).write_text(text, "utf-8")
    result = run("seed", "--records", records, "--db", tmp_path / "x.db")
    assert result.code == 1
    assert named in result.err
    assert file in result.err


def test_an_operation_within_another_brings_all_that_is_within(ask) -> None:
    found = {row["operation"] for row in ask("figures", "--operation", "maxim")}
    assert {"maxim", "maxim-phase-1", "pochard"} <= found
    assert "reflex-apf" not in found  # Maxim is aligned to Reflex, and has money of it


def test_what_is_inferred_is_marked(ask, run) -> None:
    rows = {row["operation"]: row for row in ask("operations")}
    assert rows["maxim-phase-2"]["inferred"] == ["start"]  # "3 July", no year
    assert rows["reflex"]["inferred"] == []  # "May 2000"
    assert rows["sun"]["inferred"] == ["lead"]  # "the City Of London response"
    assert "2003-07-03*" in run("operations").out
    figures = {row["figure"]: row for row in ask("figures", "--measure", "arrests")}
    assert figures["mpa-2003-10-09:phase-2-document-arrests"]["period_inferred"] is True


def test_years_with_a_gap_say_so(run) -> None:
    out = run("outcomes", "--year", "2019", "--year", "2021", "--year", "2022").out
    assert "Offences by outcome, City of London Police, 2019, 2021-2022" in out
    gap = run("outcomes", "--year", "2019", "--year", "2023").out
    assert "Change" not in gap
    assert "vs 2019" not in gap


def test_nothing_is_cut_on_a_terminal(terminal, ask) -> None:
    for columns in (50, 80, 100, 200):
        screen = terminal(columns, "timeline").out
        # A financial year goes on in the next line of its column, with what it needs for its event.
        assert re.search(r"from financial year\b.*\n? *2020/21\b", screen)
        shown = terminal(columns, "compare").out
        for number in ("0.13%", "0.24%", "0.39-0.73", "0.25-1.03"):
            assert number in shown
