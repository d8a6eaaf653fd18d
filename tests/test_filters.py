"""The filters of every command: the same words wherever the same thing is listed; an option that is
given twice keeps what fits either value, or is refused, and never drops one without a word."""

from __future__ import annotations

import json
from typing import Any

import click
import pytest

from moditrack.cli import cli
from moditrack.dataset import Dataset
from moditrack.errors import InputError

COMMANDS = cli.list_commands(None)  # type: ignore[arg-type]


def valued(name: str, *, multiple: bool) -> list[click.Option]:
    command = cli.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    return [
        param
        for param in command.params
        if isinstance(param, click.Option) and not param.is_flag and param.multiple == multiple
    ]


SINGLE = [(n, opt) for n in COMMANDS for p in valued(n, multiple=False) for opt in p.opts]
SEVERAL = {
    ("outcomes", "--year"): ("2019", "2023"),
    ("outcomes", "--outcome"): ("18", "Resolved"),
    ("victims", "--by"): ("age", "ethnicity"),
    ("victims", "--sex"): ("male", "female"),
    ("figures", "--document"): ("mpa-2004-02-16", "colp-2024-02-22"),
    ("figures", "--operation"): ("kontiki", "maxim-phase-1"),
    ("figures", "--agency"): ("mps", "colp"),
    ("define", "--document"): ("mpa-2003-05-08", "colp-2024-02-22"),
    ("figures", "--measure"): ("arrests", "removals"),
    ("figures", "--unit"): ("GBP", "percent"),
    ("figures", "--status"): ("target", "planned"),
    ("timeline", "--operation"): ("joint-level-1", "maxim"),
    ("timeline", "--agency"): ("mps", "colp"),
    ("timeline", "--document"): ("mpa-2003-05-08", "colp-2024-02-22"),
    ("operations", "--agency"): ("co14", "ukis"),
    ("operations", "--level"): ("1", "3"),
    ("operations", "--strand"): ("child-exploitation", "funding"),
    ("operations", "--document"): ("mpa-2004-02-16", "colp-2024-02-22"),
    ("operations", "--kind"): ("fund", "pilot"),
    ("agencies", "--agency"): ("co14", "ukis"),
    ("agencies", "--operation"): ("joint-level-1", "maxim"),
    ("agencies", "--level"): ("1", "3"),
    ("agencies", "--strand"): ("child-exploitation", "funding"),
    ("agencies", "--role"): ("leads", "partners"),
    ("agencies", "--document"): ("mpa-2004-02-16", "colp-2024-02-22"),
    ("commitments", "--operation"): ("joint-level-1", "maxim"),
    ("commitments", "--agency"): ("mps", "colp"),
    ("commitments", "--document"): ("mpa-2003-10-09", "colp-2024-02-22"),
    ("commitments", "--state"): ("reported-met", "not-mentioned-again"),
    ("check", "--document"): ("mpa-2004-02-16", "colp-2024-02-22"),
    ("check", "--verdict"): ("impossible", "truncated"),
    ("check", "--severity"): ("1", "4"),
    ("check", "--operation"): ("maxim", "reflex"),
    ("check", "--agency"): ("co14", "scd11"),
}  # fmt: skip
"""Filters with two values that keep different rows."""
ONE_HAS_ALL = {("outcomes", "--document"), ("outcomes", "--agency"), ("victims", "--document"),
               ("victims", "--agency"), ("compare", "--document")}  # fmt: skip
"""Filters of which one value keeps all rows: there is one such report."""


@pytest.mark.parametrize(("name", "option"), SINGLE, ids=str)
def test_an_option_that_takes_one_value_is_refused_twice(
    refused: Any, tmp_path: Any, name: str, option: str
) -> None:
    said = refused(name, option, "1", option, "2")
    shown = next(p.opts[-1] for p in valued(name, multiple=False) if option in p.opts)
    assert said.startswith(f"{shown} takes one value: give it once")


@pytest.mark.parametrize("line", [
    ["outcomes", "--by=group", "--by", "outcome"],
    ["plot", "age", "-o", "a.svg", "--output", "b.svg"],
    ["figures", "--output", "a.csv", "--output", "a.csv"],
    ["--db", "a.db", "--db", "b.db", "outcomes"],
], ids=" ".join)  # fmt: skip
def test_however_it_is_written(refused: Any, line: list[str]) -> None:
    assert "takes one value: give it once" in refused(*line)


def test_a_parameter_of_sql_is_given_once(refused: Any, ask: Any) -> None:
    assert "give each NAME once" in refused("sql", "select :a", "-p", "a", "1", "-p", "a", "2")
    assert ask("sql", "select :a + :b as n", "-p", "a", "1", "-p", "b", "2") == [{"n": 3}]


def test_every_filter_that_repeats_is_tried() -> None:
    listed = {
        (name, option.opts[0])
        for name in COMMANDS
        for option in valued(name, multiple=True)
        if name not in ("sql", "search", "audit")
    }
    assert listed == set(SEVERAL) | ONE_HAS_ALL


@pytest.mark.parametrize(("name", "option"), SEVERAL, ids=str)
def test_two_values_keep_what_fits_either(ask: Any, name: str, option: str) -> None:
    def found(*values: str) -> set[str]:
        args = [part for value in values for part in (option, value)]
        return {json.dumps(row) for row in ask(name, *args)}

    one, other = SEVERAL[name, option]
    assert found(one) - found(other)
    assert found(other) - found(one)
    assert found(one, other) == found(other, one) == found(one) | found(other)
    assert found(one, one) == found(one)


def test_both_sexes_are_counted(ask: Any) -> None:
    rows = ask("victims", "--by", "age", "--sex", "male", "--sex", "female")
    count = {sex: sum(r["victims"] for r in rows if r["sex"] == sex) for sex in ("male", "female")}
    assert count == {"male": 31, "female": 10}


def test_a_search_of_two_kinds(ask: Any) -> None:
    rows = ask("search", "Maxim", "--kind", "figure", "--kind", "event", "--limit", "500")
    assert {row["kind"] for row in rows} == {"figure", "event"}


CONDITIONS = {
    "document": {"outcomes", "victims", "compare", "figures", "timeline", "operations", "agencies",
                 "commitments", "check", "search", "define", "plot", "report"},
    "agency": {"outcomes", "victims", "figures", "timeline", "operations", "agencies",
               "commitments", "check"},
    "operation": {"figures", "timeline", "agencies", "commitments", "check"},
    "strand": {"operations", "agencies"},
    "level": {"operations", "agencies"},
}  # fmt: skip


@pytest.mark.parametrize("option", CONDITIONS)
def test_the_same_filter_wherever_the_same_is_listed(option: str) -> None:
    having = {
        name
        for name in COMMANDS
        if f"--{option}" in [o for m in (True, False) for p in valued(name, multiple=m)
                             for o in p.opts]
    }  # fmt: skip
    assert having == CONDITIONS[option]


def test_responsibilities_at_a_level_and_in_an_operation(ask: Any, refused: Any) -> None:
    rows = ask("agencies", "--level", "1", "--document", "mpa-2003-05-08")
    assert {row["level"] for row in rows} == {1}
    assert "mpa-2003-05-08#B.14.b1" not in {s for row in rows for s in row["sources"]}
    kontiki = ask("agencies", "--operation", "Operation Kontiki")
    assert {row["operation"] for row in kontiki} == {"kontiki"}
    leads = ask("agencies", "--operation", "maxim", "--role", "leads")
    assert {row["role"] for row in leads} == {"leads"}
    assert refused("agencies", "--role", "leeds") == (
        "There is no role 'leeds': did you mean 'leads'?"
    )
    assert "There is no --level '4': there are 1, 2, 3." in refused("agencies", "--level", "4")


def test_a_file_is_replaced_with_overwrite_alone(run: Any, refused: Any, tmp_path: Any) -> None:
    path = tmp_path / "outcomes.csv"
    path.write_text("kept")
    assert "--overwrite goes with --output" in refused("outcomes", "--overwrite")
    assert "No such option '--force'" in refused("outcomes", "--force", "colp")
    assert run("outcomes", "--output", path, "--agency", "colp", "--overwrite").code == 0
    assert path.read_text(encoding="utf-8").startswith("document,force,year")


def test_the_same_in_python() -> None:
    with Dataset() as data:
        assert len(data.outcomes(years=[2023], agency="CoLP")) == 6
        assert len(data.outcomes(years=[2023], agency=["CoLP"])) == 6
        two = data.figures(document=["mpa-2004-02-16", "colp-2024-02-22"])
        assert {r["document"] for r in two} == {"mpa-2004-02-16", "colp-2024-02-22"}
        assert len(data.figures(document=[])) == len(data.figures())


@pytest.mark.parametrize("question", ["operations", "agencies"])
def test_a_level_is_a_number_in_python(question: str) -> None:
    with Dataset() as data:
        ask = getattr(data, question)
        assert len(ask(level=3).rows) == len(ask(level="3").rows) > 0
        assert len(ask(level=[1, 3]).rows) >= len(ask(level=1).rows) > 0
        with pytest.raises(InputError, match=r"no level '4': there are 1, 2, 3\."):
            ask(level=4)
