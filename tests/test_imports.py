"""What a command may load, and which parts of the package may know which."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "moditrack"
HEAVY = {"rich", "tabulate", "sqlite_utils", "importlib.metadata", "moditrack.seeding"}


def loaded(*args: str) -> set[str]:
    code = (
        "import sys; from moditrack.cli import main; main(sys.argv[1:]);"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *args], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return set(result.stderr.splitlines())


@pytest.mark.parametrize(
    "args",
    [("outcomes",), ("victims",), ("compare",), ("operations",), ("operations", "maxim"),
     ("agencies",), ("figures",), ("timeline",), ("commitments",), ("sources",)],
    ids=" ".join,
)  # fmt: skip
def test_json_loads_nothing_heavy(args: tuple[str, ...]) -> None:
    assert not HEAVY & loaded(*args, "--json")


def test_a_pipe_loads_no_rich_and_help_no_sqlite() -> None:
    assert "rich" not in loaded("outcomes")
    assert not {"sqlite3", "json", *HEAVY} & loaded("--help")


FORBIDDEN = {
    "queries": ("click", "rich", "tabulate", "moditrack.cli", "moditrack.render",
                "moditrack.seeding"),
    "render": ("sqlite3", "moditrack.cli", "moditrack.queries", "moditrack.database",
               "moditrack.seeding"),
    "seeding": ("click", "rich", "tabulate", "moditrack.cli", "moditrack.queries",
                "moditrack.render"),
}  # fmt: skip


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_each_layer_knows_only_what_it_may(folder: str) -> None:
    for path in sorted((PACKAGE / folder).glob("*.py")):
        for name in imported(path):
            assert not name.startswith(FORBIDDEN[folder]), f"{path.name} imports {name}"


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_records_need_no_python() -> None:
    documents = {path.name for path in (PACKAGE / "records").iterdir() if path.is_dir()}
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text()
        assert not any(f'"{document}"' in text for document in documents), path
