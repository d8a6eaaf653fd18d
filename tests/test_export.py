"""moditrack export: all of a package or nothing, the same bytes, and whatever text there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tracemalloc
from errno import ENOSYS
from pathlib import Path

import pytest

from moditrack.db.connection import open_database
from moditrack.export import package as exporting
from tests.conftest import ROOT
from tests.packages import (
    SHIPPED,
    changed,
    contents,
    export,
)

HOSTILE = [
    "two\nlines", "two\r\nlines", "a return\rwithin", 'he said "no", twice', '"', '""', ",", "'",
    "=cmd()", "@SUM(A1)", "+1+1", "-x", "\u202eevil\u202c", "a\u2028b", "\ttab", " before",
    "after ", "NULL", "NA", "nan", "None", "\\", '\\"', "\\N", "#comment", "é£€ 𝟘", "a|b",
    "; DROP TABLE figure",
]  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A database of one's own, as it ships."""
    return Path(shutil.copyfile(SHIPPED, tmp_path / "own.db"))


def test_the_same_database_gives_the_same_bytes(package: Path, tmp_path: Path) -> None:
    expected = contents(package)
    for number, (zone, seed, mask) in enumerate(
        [("UTC", "1", "C"), ("Asia/Tokyo", "2", "C.UTF-8")]
    ):
        database = tmp_path / f"{number}.db"
        built = [sys.executable, "-m", "moditrack", "seed", "--db", str(database)]
        subprocess.run(built, cwd=ROOT, check=True, capture_output=True)
        folder = tmp_path / f"package {number}"
        export(folder, "--db", database, TZ=zone, PYTHONHASHSEED=seed, LC_ALL=mask)
        assert contents(folder) == expected
        export(folder, "--db", database, "--overwrite")
        assert contents(folder) == expected


def test_nothing_is_gathered_in_memory(own: Path, tmp_path: Path) -> None:
    def peak(folder: str) -> int:
        connection = open_database(str(own))
        tracemalloc.start()
        exporting.export(connection, str(tmp_path / folder), overwrite=False)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    small = peak("small")
    changed(
        own,
        """
        WITH RECURSIVE n (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM n WHERE n < 30000)
        INSERT INTO numeral (document, locator, position, printed, reason)
        SELECT 'colp-2024-02-22', '19', n, n, 'a reason of some length' FROM n
        """,
    )
    assert peak("large") < small + 500_000
    assert (tmp_path / "large" / "numeral.csv").stat().st_size > 2_000_000


def test_what_it_prints(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("export", "package")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert ["document", "4"] in [line.split() for line in lines]
    assert lines[-1] == "Exported: package"
    assert [path.name for path in tmp_path.iterdir()] == ["package"]
    assert (tmp_path / "package").stat().st_mode & 0o777 == 0o777 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_folder_with_something_in_it_is_kept(run, refused, package, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    assert run("export", folder).code == 0  # an empty one is filled
    (folder / "notes.txt").write_text("mine")
    (folder / "outcome.csv").write_text("old")
    assert "use --overwrite" in refused("export", folder, code=1)
    assert (folder / "outcome.csv").read_text() == "old"
    assert run("export", folder, "--overwrite").code == 0
    assert contents(folder) == contents(package) | {"notes.txt": b"mine"}


@pytest.mark.parametrize("target", ["within it", "with a folder in it", "no exchange", "beside"])
def test_a_package_is_replaced_wherever_it_is(
    run, package, tmp_path: Path, monkeypatch, target: str
) -> None:
    folder = tmp_path / "package"
    assert run("export", folder).code == 0
    folder.chmod(0o750)
    (folder / "outcome.csv").write_text("old")
    (folder / "notes.txt").write_text("mine")
    if target == "within it":
        monkeypatch.chdir(folder)
    elif target == "with a folder in it":
        (folder / "more").mkdir()
        (folder / "more" / "notes.txt").write_text("mine, too")
    elif target == "no exchange":
        monkeypatch.setattr("moditrack.export.folder._exchange", _no_exchange)
    before = folder.stat().st_ino
    assert run("export", folder, "--overwrite").code == 0
    assert (folder.stat().st_ino != before) == (target == "beside")
    if target == "with a folder in it":
        assert (folder / "more" / "notes.txt").read_text() == "mine, too"
        shutil.rmtree(folder / "more")
    assert contents(folder) == contents(package) | {"notes.txt": b"mine"}
    assert folder.stat().st_mode & 0o777 == 0o750
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def _no_exchange(one: Path, other: Path) -> None:
    raise OSError(ENOSYS, "Function not implemented")


def test_two_exports_at_once(tmp_path: Path, package: Path) -> None:
    folder = tmp_path / "package"
    command = [sys.executable, "-m", "moditrack", "export", str(folder)]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ended = {process.wait(60): process.communicate()[1].decode() for process in both}
    assert ended == {
        0: "",
        1: f"Error: {folder} holds a package already: name another folder, or use --overwrite.\n",
    }
    assert contents(folder) == contents(package)
    both = [
        subprocess.Popen(
            [*command, "--overwrite"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    assert [process.communicate(timeout=60)[1] for process in both] == [b"", b""]
    assert [process.returncode for process in both] == [0, 0]
    assert contents(folder) == contents(package)
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def test_a_link_is_replaced_and_not_written_through(run, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "package", tmp_path / "elsewhere.csv"
    folder.mkdir()
    elsewhere.write_text("mine")
    (folder / "outcome.csv").symlink_to(elsewhere)
    (folder / "datapackage.json").write_text('{"name": "moditrack"}')
    (tmp_path / "link").symlink_to(folder)
    assert run("export", tmp_path / "link", "--overwrite").code == 0
    assert elsewhere.read_text() == "mine"
    assert (folder / "outcome.csv").read_text().startswith("document,force,year")
    assert (tmp_path / "link").is_symlink()
