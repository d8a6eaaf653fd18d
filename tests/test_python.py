"""docs/python.md is run as it stands, and importing moditrack costs nothing."""

from __future__ import annotations

import doctest
import subprocess
import sys

import moditrack
from tests.conftest import ROOT


def test_the_examples_of_the_guide() -> None:
    failed, tried = doctest.testfile(
        str(ROOT / "docs" / "python.md"), module_relative=False, optionflags=doctest.ELLIPSIS
    )
    assert (failed, tried > 12) == (0, True)


def test_every_query_is_a_method() -> None:
    with moditrack.open() as data:
        for name in ("outcomes", "victims", "compare", "figures", "timeline", "operations",
                     "agencies", "commitments", "checks", "sources"):  # fmt: skip
            table = getattr(data, name)()
            assert len(table) == len(list(table)) > 0
            assert table.sources
        assert data.agency("CO14").data["kind"] == "unit"
        assert data.source("mpa-2004-02-16").data["reference"] == "09/04"
        assert data.source("colp-2024-02-22#21").data["figures"]


def test_importing_loads_nothing_but_itself() -> None:
    code = (
        "import sys; import moditrack;"
        "print([m for m in ('sqlite3', 'click', 'json') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"
