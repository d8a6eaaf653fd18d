"""Each command on a terminal of 80 and 200 columns, in a pipe, and with --json."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from moditrack.cli.commands import COMMANDS as COMMAND_NAMES
from tests.conftest import CITATION, citations

COMMANDS = {
    # command line: values that the documents print and every way out shows
    ("outcomes",): ("41", "61%", "18"),
    ("outcomes", "--year", "2023"): ("67%", "6"),
    ("outcomes", "--by", "group"): ("25", "61%"),
    ("victims",): ("11-17", "WHITE NE", "16", "+65"),
    ("victims", "--by", "age", "--sex", "male"): ("11", "18-25"),
    ("compare",): ("0.13%", "0.24%", "0.54", "0.25-1.03", "0.39-0.73"),
    ("operations",): ("Operation Maxim", "Operation Sun", "2003-03-10"),
    ("operations", "maxim"): ("£1 million", "2003-03", "148"),
    ("operations", "section-22"): ("2023", "colp"),
    ("agencies",): ("negotiated", "Department"),
    ("agencies", "--by", "strand"): ("Vice and prostitution", "Removals"),
    ("agencies", "--by", "level"): ("investigates",),
    ("agencies", "--by", "operation"): ("Operation Aidant",),
    ("agencies", "CO14"): ("Clubs and Vice Squad", "65-70%"),
    ("figures",): ("£ 153,573", "n=31", "68"),
    ("figures", "--unit", "GBP"): ("£700k", "£1,100,000.00"),
    ("timeline",): ("2000-05", "2003-03-10", "2024-01-10"),
    ("commitments",): ("2004-03", "UKIS"),
    ("check",): ("removals-both-phases", "52", "53%"),
    ("check", "--severity", "3"): ("text-outcome-18-share", "60.98%"),
    ("check", "removals-both-phases"): ("inconsistent", "sum = 52"),
    ("sources",): ("colp-2024-02-22", "Appendix 1", "Pol 25-24"),
    ("sources", "mpa-2004-02-16"): ("09/04", "mpa-2004-02-16#notes.3.b15"),
}
CASES = pytest.mark.parametrize("args", COMMANDS, ids=" ".join)


UNCITED = ("operations", "sources", "check")
"""Lists for people whose citations are on the page of each one."""


def whole(args: tuple[str, ...]) -> list[str]:
    """The options with which people see everything: all sections of a page, all sources."""
    page = len(args) == 2 and args[0] in ("operations", "agencies", "sources")
    return ["--sources", "--all"] if page else ["--sources"]


def without_names(answer: Any) -> Any:
    """An answer in JSON less its checks of names, which people see on the pages of agencies."""
    if isinstance(answer, list) or "checks" not in answer or "sources" not in answer:
        return answer
    kept = [check for check in answer["checks"] if check["severity"] != 4]
    return {key: value for key, value in answer.items() if key != "sources"} | {"checks": kept}


def squeezed(text: str) -> str:
    return " ".join(text.split())


@CASES
@pytest.mark.parametrize("columns", [80, 200])
def test_on_a_terminal(terminal, ask, args: tuple[str, ...], columns: int) -> None:
    result = terminal(columns, *args, *whole(args))
    assert result.code == 0
    # An address is whole on a line of its own, however long, so that it can be copied.
    shown = [line for line in result.out.splitlines() if not line.startswith("http://")]
    assert max(len(line) for line in shown) <= columns
    for value in COMMANDS[args]:
        assert value in squeezed(result.out)
    if args[0] not in UNCITED or len(args) == 2:
        assert citations(without_names(ask(*args))) <= set(CITATION.findall(result.out))
    assert "…" not in result.out


@CASES
def test_in_a_pipe(run, ask, args: tuple[str, ...]) -> None:
    result = run(*args, *whole(args))
    assert (result.code, result.err) == (0, "")
    assert "\x1b" not in result.out
    assert not set("─│┃━").intersection(result.out)
    for value in COMMANDS[args]:
        assert value in squeezed(result.out)
    if args[0] not in UNCITED or len(args) == 2:
        assert citations(without_names(ask(*args))) <= set(CITATION.findall(result.out))


def test_more_sources_of_a_row_are_counted_unless_asked_for(run, ask) -> None:
    counted = re.compile(CITATION.pattern + r" \+\d")
    shown, whole = run("commitments").out, run("commitments", "--sources").out
    assert counted.search(shown)
    assert not counted.search(whole)
    assert not citations(ask("commitments")) <= set(CITATION.findall(shown))
    for way in ("--json", "--csv", "--format=github"):
        assert run("commitments", way).out == run("commitments", way, "--sources").out


@CASES
def test_with_json(ask, args: tuple[str, ...]) -> None:
    answer = ask(*args)
    one = len(args) == 2 and not args[1].startswith("-")
    assert isinstance(answer, dict if one else list)
    assert answer
    rows = [answer] if one else answer
    assert all(row["sources"] for row in rows if "sources" in row)
    found = citations(answer)
    assert found
    assert all(CITATION.fullmatch(citation) for citation in found)


def test_json_is_the_same_on_a_terminal(terminal, run) -> None:
    piped = run("outcomes", "--year", "2023", "--json").out
    assert terminal(80, "outcomes", "--year", "2023", "--json").out == piped
    assert json.loads(piped)


def test_every_citation_names_a_passage(ask) -> None:
    known = {
        passage["citation"]
        for document in ask("sources")
        for passage in ask("sources", document["document"])["passages"]
    }
    assert len(known) == 275
    for args in COMMANDS:
        assert set() < citations(ask(*args)) <= known, args


def test_help_groups_the_commands_by_question(run) -> None:
    result = run("--help")
    assert result.code == 0
    lines = result.out.splitlines()
    assert [line.split()[0] for line in lines if line and not line.startswith(" ")] == [
        "moditrack:", "immigration", "Ask", "Numbers:", "Share", "Work", "Options", "moditrack",
    ]  # fmt: skip
    assert "  outcomes                 How did the offences of each year end?" in lines
    assert run().out == result.out
    assert len(lines) <= 24
    assert max(len(line) for line in lines) <= 80


def test_help_has_a_line_for_each_question_on_a_narrow_screen_too(terminal) -> None:
    lines = terminal(60, "--no-pager", rows=24).out.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 60
    assert lines[3] == "  outcomes                 How did offences end each year?"
    assert lines[13] == "  check --fields question  What should I ask the authors?"
    every = " ".join(lines)
    assert [name for name in COMMAND_NAMES if name not in every] == []
    assert "--no-pager, --debug" in every


@pytest.mark.parametrize(
    "command",
    ["outcomes", "victims", "compare", "operations", "agencies", "figures", "timeline",
     "commitments", "check", "search", "sql", "sources", "audit", "verify", "draft", "seed"],
)  # fmt: skip
def test_help_of_each_command(run, command: str) -> None:
    lines = run(command, "--help").out.splitlines()
    assert re.search(rf"\b{command}\b", run("--help").out)
    assert f"  moditrack {command}" in run(command, "--help").out
    assert max(len(line) for line in lines) <= 80


def test_unknown_commands_and_options(refused) -> None:
    assert "did you mean 'outcomes'" in refused("outcome")
    assert "'--json'" in refused("outcomes", "--jason")
    assert "unexpected extra argument" in refused("sql", "one", "two")
    assert "There is no outcome 'one two': there are 1, 14, 16" in refused("outcomes", "one", "two")


@pytest.mark.parametrize(
    "args",
    [
        ("operations", "maxim", "--level", "2"),
        ("agencies", "CO14", "--by", "strand"),
        ("figures", "removals-both-phases", "--unit", "people"),
        ("check", "removals-both-phases", "--verdict", "consistent"),
        ("check", "removals-both-phases", "--all"),
    ],
)
def test_a_page_on_one_thing_takes_no_filters(refused, args: tuple[str, ...]) -> None:
    assert "A name takes no filters" in refused(*args)


def test_the_version(run) -> None:
    assert run("--version").out == "moditrack 0.1.0\n"


def test_an_error_is_not_broken_within_a_word(terminal, run) -> None:
    for columns in (60, 80):
        lines = terminal(columns, "outcomes", "--year", "1999").out.splitlines()
        assert len(lines) > 1
        assert max(map(len, lines)) <= columns
        assert " ".join(lines) == run("outcomes", "--year", "1999").err.strip()


@pytest.mark.parametrize("command", ["operations", "agencies"])
def test_a_value_of_several_words_is_to_be_quoted(refused, command: str) -> None:
    said = refused(command, "--agency", "city", "of", "london", "police")
    assert "or quote a value of several words: --agency 'city of london police'" in said
