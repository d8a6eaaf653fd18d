"""docs/python.md is run as it stands, and importing moditrack costs nothing."""

from __future__ import annotations

import doctest
import subprocess
import sys

import pytest

import moditrack
from moditrack.errors import InputError
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


def test_what_does_not_exist_is_an_error_that_says_so() -> None:
    with moditrack.open() as data:
        for ask in (
            lambda: data.victims(sex="boy"),
            lambda: data.victims(by="height"),
            lambda: data.checks(verdict="bogus"),
            lambda: data.checks(operation="bogus"),
            lambda: data.agencies(by="bogus"),
            lambda: data.outcomes(by="bogus"),
            lambda: data.commitments(state="bogus"),
        ):
            with pytest.raises(InputError, match="There is no"):
                ask()
        assert data.sql("select :n + 1 as x", n=5).rows == [{"x": 6}]
        assert data.sql("select citation as sources from figure limit 1").sources == []
        page = data.figure("removals-both-phases")
        assert page.sources[0] == "mpa-2004-02-16#notes.3.b5"
        assert data.schema("figure").rows[0]["type"] == "table"


def test_a_table_outlives_the_connection() -> None:
    with moditrack.open() as data:
        table = data.figures(measure="removals")
    assert len(table) == len(list(table)) > 0
    assert table.notes


def test_a_page_outlives_the_connection() -> None:
    with moditrack.open() as data:
        page = data.operation("maxim")
    assert len(page.data["commitments"]) == 43
    assert ("Kind", "operation") in page.facts
    assert [table.title for table in page.sections][:2] == [
        "What the documents say", "Figures and results"
    ]  # fmt: skip
    assert "* Not printed in full; follows from the document." in page.notes
