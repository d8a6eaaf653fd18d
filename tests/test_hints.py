"""What a message advises can be done: commands, options, names; and what it counts."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from moditrack.cli import cli
from moditrack.counting import counted
from moditrack.period_text import period_text
from tests.conftest import ROOT

_HINT = re.compile(r"moditrack ([a-z]+)((?: (?:--?[a-z][a-z-]*|[\w:#.…-]+))*)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def options(name: str) -> set[str]:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None, name
    return {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}


def said() -> Iterator[tuple[str, str]]:
    """Every text in the code, with … for what is put into it."""
    for path in sorted((ROOT / "moditrack").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [v.value if isinstance(v, ast.Constant) else "…" for v in node.values]
                yield path.name, "".join(map(str, parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.name, node.value


def hinted() -> list[tuple[str, str, str]]:
    names = cli.list_commands(click.Context(cli))
    return [
        (file, command, rest)
        for file, text in said()
        for command, rest in _HINT.findall(text)
        if command in names
    ]


def test_every_command_that_is_advised_has_its_options() -> None:
    found = hinted()
    assert ("names.py", "figures", " --fields figure") not in found  # put together when it is said
    assert len(found) > 60
    for file, command, rest in found:
        for option in _OPTION.findall(rest):
            assert option in options(command), (file, command, rest)


def test_every_option_that_is_named_is_one() -> None:
    every = {o for name in cli.list_commands(click.Context(cli)) for o in options(name)}
    every |= {option for parameter in cli.params for option in parameter.opts}
    every |= {"--source_format", "--skip_leading_rows", "--noautodetect",
              "--allow_quoted_newlines"}  # of bq, in the README of a package  # fmt: skip
    texts = list(said())
    assert any("--integrity" in text for _, text in texts)
    for file, text in texts:
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z_-]*(?!\w)", text)) <= every, (file, text)


@pytest.mark.parametrize(
    "args",
    [
        "operations maxim", "operations", "agencies colp", "agencies", "figures", "timeline",
        "figures removals-both-phases", "outcomes", "victims", "compare", "commitments",
        "check", "check --document colp-2024-02-22", "check increase-2023", "search police",
        "search zebra", "sources", "figures --fields figure,value", "timeline --from 2003",
        "figures --from 2003", "check --operation maxim", "check --agency co14",
        "commitments --operation maxim", "agencies --strand child-exploitation",
    ],
)  # fmt: skip
def test_what_a_screen_advises_works(run, args: str) -> None:
    """Options stand in the command that is named, or else in the one that was run."""
    own, *rest_of = args.split()
    shown = run(own, *rest_of).out
    for command, rest in _HINT.findall(shown):
        assert set(_OPTION.findall(rest)) <= options(command), shown
    bare = _HINT.sub("", shown)
    assert set(_OPTION.findall(bare)) <= options(own)
    for hint in re.findall(r"'moditrack ([^']+)'", shown):
        if "NAME" not in hint:
            assert run(*shlex.split(hint)).code == 0, hint


def test_the_page_of_an_operation_says_how_to_see_its_findings(run) -> None:
    hint = "check --operation maxim"
    assert f": moditrack {hint}\n" in run("operations", "maxim").out
    assert "removals-both-phases" in run(*hint.split()).out


def test_the_list_of_checks_says_how_to_see_every_check(run, ask) -> None:
    shown = run("check", "--operation", "maxim").out
    assert shown.splitlines()[1].endswith(" 11 cautions: --all.")
    found = {row["severity"] for row in ask("check", "--operation", "maxim", "--all")}
    assert found == {1, 2, 3, 4, None}
    assert "Not shown" not in run("check", "--operation", "maxim", "--all").out


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("operations joint level 1", "Joint level 1 initiative, with UKIS, MPS"),
        ("operations operation maxim", "Operation Maxim, with UKIS, UKPS, INDIS"),
        ("agencies city of london police", "City of London Police (CoLP), force"),
        ("agencies CO14 clubs and vice", "CO14 Clubs and Vice, unit, part of MPS"),
        ("agencies clubs and vice", "CO14 Clubs and Vice, unit, part of MPS"),
        ("sources MPS response to organised immigration crime",
         "MPS response to organised immigration crime"),
    ],
)  # fmt: skip
def test_names_of_several_words_need_no_quotation_marks(run, command: str, title: str) -> None:
    result = run(*command.split())
    assert (result.code, result.out.splitlines()[0]) == (0, title)


def test_a_name_is_still_one_where_it_is_quoted_or_empty(run, refused) -> None:
    assert run("agencies", "City of London Police").out == run("agencies", "colp").out
    assert "There is no operation ''" in refused("operations", "")
    assert "A name takes no filters" in refused("operations", "joint", "level", "1", "--level", "1")


def test_an_ambiguous_name_says_what_each_is(refused, own_figures: Path) -> None:
    assert refused("operations", "phase") == (
        "'phase' is in the names of more than one operation: use 'maxim-phase-1' (phase,"
        " Operation Maxim, Phase 1) or 'maxim-phase-2' (phase, Operation Maxim, Phase 2)."
    )
    assert refused("agencies", "Joint Intelligence Cell", "--json") == (
        "'Joint Intelligence Cell' is the name of more than one agency: use 'level-1-jic' (cell,"
        " Joint Intelligence Cell (Immigration Service and MPS, Level 1)) or 'maxim-jic' (cell,"
        " Joint Intelligence Cell (Operation Maxim))."
    )
    message = refused("figures", "outcome-18-2023", "--db", own_figures)
    assert message == (
        "'outcome-18-2023' is more than one figure: use 'colp-2024-02-22:outcome-18-2023'"
        " (Offences with outcome 18 in 2023) or 'mps-2025-02-22:outcome-18-2023' (Offences with"
        " outcome 18 in 2023)."
    )


@pytest.fixture
def own_figures(two_forces: Path) -> Path:
    return two_forces


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2003-01-01", "2003-12-31", "2003"),
        ("2019-01-01", "2023-12-31", "2019 to 2023"),
        ("2004-02-01", "2004-02-29", "2004-02"),
        ("2004-02-01", "2004-02-28", "2004-02-01 to 2004-02-28"),
        ("2003-02-01", "2003-02-28", "2003-02"),
        ("2000-02-01", "2000-02-29", "2000-02"),
        ("2000-02-01", "2000-02-28", "2000-02-01 to 2000-02-28"),
        ("1900-02-01", "1900-02-28", "1900-02"),
        ("2004-02-29", "2004-02-29", "2004-02-29"),
        ("2003-04-01", "2004-03-31", "2003/04"),
        ("2003-04-01", "2003-04-30", "2003-04"),
        ("2003-05-01", "2003-05-30", "2003-05-01 to 2003-05-30"),
        ("2003-05-08", None, "from 2003-05-08"),
        (None, "2004-02-28", "to 2004-02-28"),
        (None, "2004-02-29", "to 2004-02"),
        (None, None, None),
    ],
)
def test_periods_know_leap_years(start: str | None, end: str | None, text: str | None) -> None:
    assert period_text(start, end) == text


def test_one_is_not_many() -> None:
    assert [counted(n, "check") for n in (0, 1, 2)] == ["0 checks", "1 check", "2 checks"]
    assert counted(1, "agency", "agencies") == "1 agency"
    assert counted(2, "agency", "agencies") == "2 agencies"


def test_one_check_on_the_screen(run) -> None:
    shown = run("check", "--verdict", "inconsistent", "--document", "mpa-2004-02-16").out
    assert shown.splitlines()[1] == (
        "1 number that people quote (!) does not fit or cannot be placed."
    )


def test_no_text_puts_a_plural_behind_a_number_of_its_own() -> None:
    """A number and a plural go through `counted`, save where the number is a fixed, large limit."""
    plural = re.compile(
        r"… (?:[a-z]+ )?(?:checks?|figures|events|passages|offences|victims|values|words|items"
        r"|problems|places|times|months|percentages|rows|years|agencies|operations)\b"
    )
    # Limits, what is counted only above six, and what says "One problem" beside it.
    fixed = {"… rows", "… passages", "… words", "… problems", "… places"}
    found = {
        match
        for file, text in said()
        for match in plural.findall(text)
        # No counts: 0.5 times, 1 times as many; Increase in offences.
        if (file, match) not in (("ratio.py", "… times"), ("table_measures.py", "… in offences"))
    }
    assert found <= fixed, found


def test_the_advice_of_export_works(run, refused, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    assert run("export", folder).code == 0
    assert refused("export", folder, code=1) == (
        f"{folder} holds a package already: name another folder, or use --overwrite."
    )
    assert run("export", folder, "--overwrite").code == 0
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("mine")
    for options_ in ((), ("--overwrite",)):  # which would not help
        assert refused("export", other, *options_, code=1) == (
            f"{other} holds files that are not a package of moditrack: name another folder."
        )
    assert run("export", tmp_path / "another").code == 0


def test_wrong_records_end_with_1_although_nobody_reads_why(tmp_path: Path) -> None:
    records = Path(shutil.copytree(ROOT / "moditrack" / "records", tmp_path / "records"))
    for file in records.glob("*/figures.csv"):
        file.write_text(file.read_text("utf-8").replace(",exact,", ",precise,"), "utf-8")
    target = tmp_path / "new.db"
    seed = f"{sys.executable} -m moditrack seed --records {records} --db {target}"
    for reader in ("true", "head -c 1", "(sleep 1; cat)"):
        command = f"set -o pipefail; {seed} 2>&1 >/dev/null | {reader} >/dev/null"
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (1, b""), reader
    assert not target.exists()


def test_a_measure_that_is_a_word_of_the_figures_is_searched(refused) -> None:
    assert refused("figures", "--measure", "brothels").endswith(
        ", and 'moditrack search brothels' finds it elsewhere."
    )


def test_what_has_the_words_leads_to_the_page_of_what_it_belongs_to(run) -> None:
    # appendix 3: the visits are those of Kontiki; 19: the memorandum is one itself
    for words, page in (
        ("timeline brothels", "All on what it belongs to: moditrack operations kontiki"),
        ("timeline memorandum", "All on what it belongs to: moditrack operations mou-2002"),
        (
            "figures brothels",
            "All on what they belong to: moditrack operations kontiki, moditrack operations aidant",
        ),
    ):
        assert f"  {page}" in run(*words.split()).out.splitlines()
    assert "belong" not in run("timeline", "2003").out
    assert "belong" not in run("figures", "removed").out  # of more than two


def test_a_figure_leads_to_its_reference_and_address(run) -> None:
    # notes, 3, bullet 7: "207 forged, stolen or counterfeit passports"
    cite = "moditrack sources mpa-2004-02-16#notes.3.b7"
    assert f"  Reference and address: {cite}" in run("figures", "207").out.splitlines()
    page = run("figures", "phase-2-passports-seized").out.splitlines()
    assert f"To cite    {cite}: reference, address, what rests on it" in page
    assert "policeauthority.org" in run(*cite.split()[1:]).out


def test_help_leads_to_first_screens_that_answer(run, terminal) -> None:
    for command, answer in (
        ("operations kontiki", "9 trafficked juveniles"),
        ("operations memorandum", "2002-11-20"),
        ("figures --operation maxim --unit GBP", "153,573"),
        ("commitments --document mpa-2003-10-09 --state reported-partly", "INDIS"),
        ("outcomes charged", "1. Charged"),
        ("define CO14 TOEX UKIS", "Tackling Organised Exploitation"),
        ("check --severity 1", "removals-both-phases"),
        ("timeline memorandum", "2002-11-20"),
    ):
        name = command.split()[0]
        assert f"  moditrack {command}\n" in run(name, "--help").out
        shown = terminal(80, *command.split(), "--no-pager", rows=24).out.splitlines()[:23]
        assert answer in "\n".join(shown)


def test_the_first_screen_says_which_command_finds_what(terminal) -> None:
    for width, said in (
        (80, "Numbers: figures WORDS. The rest: search WORDS. Agreements: operations NAME."),
        (60, "Numbers: figures WORDS. The rest: search WORDS."),
    ):
        lines = terminal(width, rows=24).out.splitlines()
        assert said in lines
        assert len(lines) <= 23
        assert ", in our words," in " ".join(lines[:2])
