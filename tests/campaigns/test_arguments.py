"""Any arguments at all: exit code 0, 1 or 2, no traceback, and what claims to be JSON is JSON."""

from __future__ import annotations

import contextlib
import io
import json
from itertools import cycle, islice
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moditrack.cli import cli, main
from moditrack.plots import PICTURES
from tests.conftest import ROOT, sizes

COMMANDS = cli.list_commands(None)  # type: ignore[arg-type]
WRITING = {"seed", "draft", "export"}
SERVING = {"browse"}
"""Where nothing is wrong, it would serve and not end."""
NAMES = [
    "maxim", "co14", "colp-2024-02-22", "colp-2024-02-22#19.outcome", "2023", "2003-07-03", "18",
    "female", "age", "strand", "conflict", "GBP", "arrests", "removals-both-phases", "mps", "json",
    "figure", "select 1 as a", "select * from figure", "police", "figure,printed", "sources", "all",
]  # fmt: skip
HOSTILE = [
    "", " ", "-", "--", "-1", "0", "9" * 400, "1e999", "nan", "inf", "\x00", "a\x00b", "\ud800",
    "\udcff", "\u202e", "\x1b[31m", "[red]", "%s", "{}", "'", '"', "`", "\\", "\n", "*", "a*", "#",
    "##", "a" * 10_000, "select", "2003-02-30", "0000", "9999-12-31/..", "../1996", "FY9999",
    "/", ".", "/dev/null/x", "~", "../" * 50, "file:x?mode=rwc", "--json", "é", "ß" * 300, "𝟘",
]  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
)


def options(name: str) -> list[list[str]]:
    """The ways to write each option of a command, and how many values each takes."""
    command = cli.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    return [
        [opt, "" if getattr(p, "is_flag", False) else "value" * p.nargs]
        for p in command.params
        if isinstance(p, click.Option)
        for opt in p.opts
    ]


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command line: a command, options of its own with any values, and any arguments."""
    name = draw(st.sampled_from([c for c in COMMANDS if c not in WRITING | SERVING]))
    args = [name]
    for _ in range(draw(st.integers(0, 3))):
        option, takes = draw(st.sampled_from(options(name)))
        if option in ("--output", "-o"):  # written to: see below
            continue
        values = [draw(TEXT) for _ in range(takes.count("value"))]
        joined = len(values) == 1 and option.startswith("--") and draw(st.booleans())
        args += [f"{option}={values[0]}"] if joined else [option, *values]
    args += draw(st.lists(TEXT, max_size=2))
    return args


def called(args: list[str]) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(args)
    return code, out.getvalue(), err.getvalue()


def hold(args: list[str]) -> None:
    """A command line ends as it should."""
    code, out, err = called(args)
    assert code in (0, 1, 2)
    assert "Traceback" not in err
    if code == 2:
        assert out == ""
        assert err.startswith("Error: ")
        assert err.count("\n") == 1
        assert len(err) < 5_000
    asked = set(args) & {"--json", "--jsonl"}
    other = {"--help", "--bibtex", "--output", "--"} & set(args)
    if code == 0 and len(asked) == 1 and not other and args[0] not in WRITING:
        texts = [out] if asked == {"--json"} else out.split("\n")[:-1]
        for text in texts:
            json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]


@sizes(100, 10_000)
def test_any_arguments(counted, tmp_path: Path, monkeypatch, size: int) -> None:
    monkeypatch.chdir(tmp_path)
    tried = 0

    @settings(
        max_examples=size, deadline=None, database=None, derandomize=True,
        suppress_health_check=QUIET,
    )  # fmt: skip
    @given(lines())
    def holds(args: list[str]) -> None:
        nonlocal tried
        tried += 1
        hold(args)

    holds()
    # plot names its file by the view where none is named.
    assert {path.name for path in tmp_path.iterdir()} <= {f"{name}.svg" for name in PICTURES}
    assert tried >= size
    counted(command_lines=tried)


@sizes(len(HOSTILE) // 5, len(HOSTILE))
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WRITING | SERVING])
def test_every_option_with_every_hostile_value(
    counted, tmp_path: Path, monkeypatch, name: str, size: int
) -> None:
    """In every run each option with some of the values, the next option with the next of them."""
    monkeypatch.chdir(tmp_path)
    values = cycle(HOSTILE)
    tried = 0
    for option, takes in [*options(name), ["", "value"]]:
        number = takes.count("value")
        if option in ("--output", "-o"):
            continue
        for value in islice(values, size) if number else [""]:
            hold([name, *[option] * bool(option), *[value] * number, "--json"])
            tried += 1
    assert list(tmp_path.iterdir()) == []
    counted(command_lines=tried)


@sizes(2, len(NAMES))
def test_every_option_with_a_name_of_another_kind(
    counted, tmp_path: Path, monkeypatch, size: int
) -> None:
    """A value that is right elsewhere, as a passage in place of a document."""
    monkeypatch.chdir(tmp_path)
    tried = 0
    for name in [name for name in COMMANDS if name not in WRITING | SERVING]:
        first = ["age"] if name == "plot" else []
        named = [(o, takes.count("value")) for o, takes in options(name) if o.startswith("--")]
        for option, values in named:
            if values and option != "--output":
                for value in NAMES[2 : 2 + size] if size < len(NAMES) else NAMES:
                    hold([name, *first, option, *[value] * values])
                    tried += 1
    assert list(tmp_path.iterdir()) == [tmp_path / "age.svg"]  # of plot --document
    counted(command_lines=tried)


SOME = {"", " ", "\x00", "\ud800", "\x1b[31m", "\n", "a" * 10_000, "/", "--json"}


@pytest.mark.parametrize(
    "value",
    [pytest.param(v, marks=() if v in SOME else pytest.mark.campaign) for v in HOSTILE],
)
def test_where_files_are_written(counted, tmp_path: Path, monkeypatch, value: str) -> None:
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True)
    (place / "report.txt").write_text("Summary\n\n1. Three arrests.\n", "utf-8")
    monkeypatch.chdir(place)
    if Path(value).is_absolute() or ".." in value or value == "~":
        value = f"./{value.strip('./~')}"
    for args in (
        ["figures", "--output", value],
        ["figures", "--json", "--overwrite", "--output", value],
        ["seed", "--db", value, "--overwrite"],
        ["seed", "--records", value],
        ["draft", "report.txt", "--id", value],
        ["draft", value, "--id", "x-2025-01-01"],
        ["draft", "report.txt", "--id", "x-2025-01-01", "-o", value],
        ["verify", value, "--json"],
        ["export", value],
        ["plot", value, "-o", "age.svg"],
        ["plot", "age", "-o", value],
        ["report", "-o", value],
        ["browse", "--no-open", "--db", f"{value}.none"],
        ["browse", "--no-open", "--port", f"x{value}"],
    ):
        before = (ROOT / "data" / "moditrack.db").read_bytes()
        hold(args)
        assert (ROOT / "data" / "moditrack.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
    counted(command_lines=14)
