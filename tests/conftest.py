"""Ways to run moditrack as a user does: in a pipe, on a terminal, with JSON."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from moditrack.cli import main
from moditrack.validation.records import RECORDS
from tests.harbour import ID, REPORT, ROOT, complete
from tests.terminal import Result, on_terminal

CITATION = re.compile(r"(?:mpa|colp)-\d{4}-\d{2}-\d{2}#[\w.-]+")


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MODITRACK_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "LESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("MODITRACK_DEBUG", "1")  # a fault shows its traceback
    monkeypatch.setenv("PAGER", "cat")  # a pager would wait for a key


@pytest.fixture
def _signals_are_not_ignored() -> Iterator[None]:
    """Under nohup or behind & they are, and the programs started here would ignore them, too."""
    numbers = (signal.SIGHUP, signal.SIGINT)
    before = [signal.signal(number, signal.SIG_DFL) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process, into a pipe."""

    def call(*args: str) -> Result:
        capsys.readouterr()
        code = main([str(arg) for arg in args])
        return Result(code, *capsys.readouterr())

    return call


@pytest.fixture
def ask(run: Run) -> Callable[..., Any]:
    """Run a command line with --json and return what it printed, read."""

    def call(*args: str) -> Any:
        result = run(*args, "--json")
        assert (result.code, result.err) == (0, "")
        return result.json

    return call


@pytest.fixture
def refused(run: Run) -> Callable[..., str]:
    """Run a command line that must fail: one sentence on stderr, nothing on stdout."""

    def call(*args: str, code: int = 2) -> str:
        result = run(*args)
        assert result.code == code
        assert result.out == ""
        assert result.err.startswith("Error: ")
        assert result.err.count("\n") == 1
        return result.err.removeprefix("Error: ").strip()

    return call


@pytest.fixture
def terminal() -> Run:
    """Run a command line on a pseudo-terminal of so many columns and rows."""
    return on_terminal


def asking(process: subprocess.Popen[Any]) -> int:
    """Wait until `sql` has started the process that asks its question, and give its number."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for _ in range(3000):
        if found := children.read_text():
            time.sleep(0.3)  # it opens the database
            return int(found)
        time.sleep(0.01)
    raise AssertionError("no question is asked")


@pytest.fixture
def documents() -> Path:
    """The folder with the four documents; tests that need it are skipped where it is not named."""
    named = os.environ.get("MODITRACK_DOCUMENTS")
    if not named:
        pytest.skip("needs the documents: MODITRACK_DOCUMENTS does not name their folder")
    return Path(named)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Give a folder of this name, filled by the first worker that asks for it; all read it."""
    own = tmp_path_factory.getbasetemp()
    base = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own

    def call(name: str, fill: Callable[[Path], object]) -> Path:
        folder = base / f"made-{name}"
        with (base / f"made-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "made").exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                (folder / "made").touch()
        return folder

    return call


@pytest.fixture(scope="session")
def harbour(made_once: Callable[..., Path]) -> Path:
    """A folder with `records`, those that ship and those of the invented report, and `texts`, the
    report. Tests read it, and change copies of it."""
    return made_once("harbour", _harbour)


def _harbour(folder: Path) -> None:
    records = Path(shutil.copytree(RECORDS, folder / "records"))
    assert main(["draft", str(REPORT), "--id", ID, "-o", str(records)]) == 0
    complete(records)
    (folder / "texts").mkdir()
    shutil.copy(REPORT, folder / "texts" / "page.txt")


@pytest.fixture(scope="session")
def package(made_once: Callable[..., Path]) -> Path:
    """The package that `moditrack export` makes of the database that ships. Tests read it, and
    change copies of it."""
    return made_once("package", lambda folder: _written("export", folder / "own")) / "own"


@pytest.fixture(scope="session")
def brief(made_once: Callable[..., Path]) -> Path:
    """The briefing as HTML, as `moditrack report` writes it. Tests read it."""
    name = "brief.html"
    return made_once("briefing", lambda folder: _written("report", "-o", folder / name)) / name


@pytest.fixture(scope="session")
def page(brief: Path) -> str:
    """The text of the briefing as HTML."""
    return brief.read_text("utf-8")


def _written(*args: object) -> None:
    """Run a command that writes, over the database that ships."""
    command = [sys.executable, "-m", "moditrack", *map(str, args)]
    ours = {name: value for name, value in os.environ.items() if name != "MODITRACK_DB"}
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=ours)


@pytest.fixture(scope="session")
def two_forces(made_once: Callable[..., Path]) -> Path:
    """A database with a second report like that of 2024, made up, of another force and without
    claims; its title and address are hostile."""
    return made_once("two", _two_forces) / "two.db"


def _two_forces(folder: Path) -> None:
    records = Path(shutil.copytree(ROOT / "moditrack" / "records", folder / "records"))
    second = Path(shutil.copytree(records / "colp-2024-02-22", records / "mps-2025-02-22"))
    (second / "claims.csv").unlink()
    facts = (second / "document.toml").read_text("utf-8")
    for old, new in (
        ('title = "Modern Day Slavery and Human Trafficking update"', f"title = '{HOSTILE}'"),
        ('publisher = "colp"', 'publisher = "mps"'),
        ('force = "colp"', 'force = "mps"'),
        ('date = "2024-02-22"', 'date = "2025-02-22"'),
        ('url = ""', 'url = "javascript:alert(1)"'),
        ('sha256 = "c', 'sha256 = "d'),
    ):
        assert facts.count(old) == 1, old
        facts = facts.replace(old, new)
    (second / "document.toml").write_text(facts, "utf-8")
    figures = (second / "figures.csv").read_text("utf-8")
    (second / "figures.csv").write_text(figures.replace(",colp,", ",mps,"), "utf-8")
    database = folder / "two.db"
    assert main(["seed", "--records", str(records), "--db", str(database)]) == 0


HOSTILE = '<script>alert(1)</script> & "quoted" | `code` [x](javascript:alert(1))'


def citations(value: Any) -> set[str]:
    """Every citation in the `sources` of a JSON answer, at any depth."""
    if isinstance(value, list):
        return set().union(*(citations(item) for item in value))
    if isinstance(value, dict):
        own = set(value.get("sources", [])) if isinstance(value.get("sources"), list) else set()
        return own.union(*(citations(item) for item in value.values()))
    return set()


def sizes(sample: int, campaign: int) -> pytest.MarkDecorator:
    """A test of so many cases in every run, and of so many more in a campaign."""
    long = pytest.param(campaign, id="campaign", marks=pytest.mark.campaign)
    return pytest.mark.parametrize("size", [pytest.param(sample, id="sample"), long])


@pytest.fixture
def counted(record_property: Callable[[str, object], None]) -> Callable[..., None]:
    """Say how many cases of what a test has tried: `counted(kills=12)`; printed at the end."""

    def call(**counts: int) -> None:
        for what, number in counts.items():
            record_property(what, number)

    return call


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with what takes longest, so that no process ends long after the other."""
    first = ("campaigns", "web")
    items.sort(key=lambda item: item.path.parent.name not in first)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    total: Counter[str] = Counter()
    for report in terminalreporter.stats.get("passed", []):
        total.update({k: v for k, v in report.user_properties if isinstance(v, int)})
    if total:
        listed = ", ".join(f"{what.replace('_', ' ')} {total[what]}" for what in sorted(total))
        terminalreporter.write_line(f"Tried: {listed}")


@pytest.fixture(scope="session")
def lists() -> Any:
    """The shared lists that ship, as a draft uses them."""
    from moditrack.draft.shared_lists import shared_lists
    from moditrack.validation.records import RECORDS

    return shared_lists(RECORDS, RECORDS)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the database that ships."""
    return Path(shutil.copy(ROOT / "data" / "moditrack.db", tmp_path / "copy.db"))


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A copy of the records that ship."""
    return Path(shutil.copytree(RECORDS, tmp_path / "records"))
