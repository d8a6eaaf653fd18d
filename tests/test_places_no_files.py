"""Pipes, devices and folders in the place of a file: one sentence, at once."""

from __future__ import annotations

import re
import shutil
from errno import ENOSPC
from pathlib import Path

import pytest

from moditrack.validation.records import RECORDS
from tests import test_places
from tests.harbour import REPORT
from tests.test_places import KINDS, _folder, files, shell

here, in_time = test_places.here, test_places.in_time


@KINDS
@pytest.mark.usefixtures("in_time")
@pytest.mark.parametrize(
    "name",
    ["conflicts.toml", "findings.toml", "agencies.csv", "colp-2024-02-22/document.toml",
     "colp-2024-02-22/figures.csv", "colp-2024-02-22/claims.csv"],
)  # fmt: skip
def test_records_that_are_no_files(run, here: Path, make, name: str) -> None:
    records = Path(shutil.copytree(RECORDS, here / "records"))
    (records / name).unlink()
    make(records / name)
    result = run("seed", "--records", records, "--db", "x.db")
    assert (result.code, result.out) == (1, "")
    assert f"{name}: file: " in result.err
    assert re.search("is not a regular file|folder|directory", result.err)
    assert not (here / "x.db").exists()


@KINDS
@pytest.mark.usefixtures("in_time")
def test_a_package_whose_description_is_no_file(refused, here: Path, make) -> None:
    (here / "package").mkdir()
    make(here / "package" / "datapackage.json")
    said = refused("export", "package", "--overwrite", code=1)
    assert said == "package holds files that are not a package of moditrack: name another folder."
    assert [path.name for path in (here / "package").iterdir()] == ["datapackage.json"]


@KINDS
@pytest.mark.usefixtures("in_time")
def test_a_report_or_a_database_that_is_no_file(refused, here: Path, make) -> None:
    make(here / "odd")
    said = refused("draft", "odd", "--id", "x-2025-01-01", code=1)
    assert re.fullmatch(r"odd cannot be read \(it is .*\): name another file\.", said)
    if make is not _folder:  # of a folder every file is audited
        assert refused("audit", "odd", code=1) == said
        assert refused("audit", "odd", "-o", "marked.pdf", code=1) == said
    what = "is a folder: build one" if make is _folder else "is not a regular file: name another"
    assert what in refused("outcomes", "--db", "odd", code=1)
    refused("seed", "--db", "odd", code=1)
    refused("seed", "--db", "odd", "--overwrite", code=1)
    assert [path.name for path in here.iterdir()] == ["odd"]


@KINDS
@pytest.mark.usefixtures("in_time")
def test_verify_reads_files_alone(run, harbour: Path, here: Path, make) -> None:
    folder = Path(shutil.copytree(harbour / "texts", here / "texts"))
    make(folder / "odd")
    result = run("verify", folder, "--records", harbour / "records", "--json")
    assert (result.code, result.err) == (0, "")
    assert result.json[-1]["status"] == "confirmed"


def test_a_draft_of_standard_input(tmp_path: Path) -> None:
    line = "draft - --id x-2025-01-01"
    result = shell(line, f"< {REPORT}", tmp_path / "one")
    assert (result.returncode, result.stderr) == (0, "")
    file = shell(f"draft {REPORT} --id x-2025-01-01", "", tmp_path / "two")
    assert result.stdout == file.stdout
    assert files(tmp_path / "one") == files(tmp_path / "two")
    for streams in ("<&-", "< /dev/null", "< /dev/zero"):
        odd = shell(line, streams, tmp_path / "three")
        assert odd.returncode == 1
        assert odd.stderr.startswith("Error: Standard input ")
        assert odd.stderr.count("\n") == 1
    assert files(tmp_path / "three") == {}


def test_the_disk_says_no_with_1_and_a_wrong_line_ends_with_2(run, here: Path) -> None:
    (here / "file").write_text("Three arrests.\n", "utf-8")
    (here / "empty").write_text("", "utf-8")
    (here / "folder").mkdir()
    (here / "folder" / "other").touch()
    (here / "x-2025").mkdir()
    said_by_the_disk = [
        "verify none", "verify file", "verify folder", "verify folder --records none",
        "draft none --id a-2025", "draft folder --id a-2025", "draft empty --id a-2025",
        "draft file --id x-2025", "draft file --id a-2025 -o file", "outcomes --db none",
        "outcomes --db folder", "outcomes --db file", "seed --db folder", "seed --db file",
        "seed --records none --db a.db", "seed --documents none --db a.db", "export file",
        "export folder", "export folder --overwrite", "export none/package",
        "outcomes --output folder", "outcomes --output file", "outcomes --output none/a.csv",
        "plot age -o none/a.svg", "report -o none/a.md",
    ]  # fmt: skip
    wrong = [
        "verify", "verify folder --recordz x", "draft file", "draft file --id ..",
        "draft file --id", "outcomes --output file.foo", "plot age -o a.foo",
        "plot odd -o a.svg", "report -o a.foo",
        "seed --documents folder", "export", "verify -", "outcomes --db", "odd",
    ]  # fmt: skip
    for code, lines in ((1, said_by_the_disk), (2, wrong)):
        for line in lines:
            result = run(*line.split())
            assert (result.code, result.out) == (code, ""), line
            assert result.err.splitlines()[-1].startswith("Error: "), line
    for option in ("--db", "--records", "--documents", "--output"):
        command = "outcomes" if option == "--output" else "seed"
        assert run(command, option, "").code == 2
    for line in (["export", ""], ["verify", ""], ["draft", "", "--id", "a-2025"]):
        assert run(*line).code in (1, 2)


def test_a_draft_that_fails_leaves_no_folder_that_it_created(
    refused, here: Path, monkeypatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("moditrack.draft.draft._write", full)
    (here / "there").mkdir()
    line = ["draft", REPORT, "--id", "x-2025-01-01", "-o"]
    for folder in ("new/deep", "there"):
        said = refused(*line, folder, code=1)
        assert said == (
            f"{folder}/x-2025-01-01 cannot be created (No space left on device): name another place"
            " with -o."
        )
    assert not (here / "new").exists()
    assert list((here / "there").iterdir()) == []
