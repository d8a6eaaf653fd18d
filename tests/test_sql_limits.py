"""moditrack sql ends in time, and with bounded memory, whatever it is asked."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, asking
from tests.processor_time import taken_by_ended, taken_to_end

COUNT = "with recursive n(i) as (select 1 union all select i + 1 from n)"
LONG = "replace(hex(zeroblob(400000)), '0', 'a')"
WORDS = "police trafficking the of and to in operation report service"
SLOW = {
    "instr": f"select instr({LONG}, substr({LONG}, 1, 390000) || 'b')",
    "replace": f"select length(replace({LONG}, substr({LONG}, 1, 300000) || 'b', ''))",
    "without end": f"{COUNT} select count(*) from n",
    "without a row": f"{COUNT} select i from n where i < 0",
    "near": "select count(*) from search_entry_fts as a, search_entry_fts as b,"
    " search_entry_fts as c where a.search_entry_fts match"
    f" 'NEAR({WORDS} {WORDS}, 100000) OR ' || 'the' and b.search_entry_fts match 'the'"
    " and c.search_entry_fts match 'the'",
}


@pytest.mark.parametrize("name", SLOW)
def test_no_question_outlasts_its_time(refused, counted, name: str) -> None:
    before = taken_by_ended()
    assert refused("sql", SLOW[name], "--seconds", "0.5") == (
        "The query took longer than 0.5 seconds: narrow it, or allow more with --seconds."
    )
    # Half a second after its time the system ends it.
    assert taken_by_ended() - before < 1.5
    counted(sql_attempts_stopped=1)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select " + ", ".join(["1"] * 201), "A question has at most 200 columns: ask for fewer."),
        ("select " + ", ".join(["1 as a"] * 1_999), "A question has at most 200 columns"),
        (
            f"{COUNT} select i, zeroblob(900000) from n",
            "The result has more than 200 MB: add a LIMIT.",
        ),
        (
            f"{COUNT} select " + ", ".join(["i"] * 100) + " from n",
            "The result has more than 200 MB: add a LIMIT.",
        ),
        (
            f"{COUNT} select i, randomblob(1000) as b from n order by b",
            "That takes more than 200 MB of memory: ask for less.",
        ),
    ],
    ids=["columns", "columns of one name", "values", "cells", "sorted"],
)
def test_no_answer_is_larger_than_its_room(refused, counted, query: str, said: str) -> None:
    assert said in refused("sql", query, "--seconds", "60")
    counted(sql_attempts_stopped=1)


PADDED = f"{COUNT} select {LONG} as text union all select i from (select i from n limit 500)"


def test_the_lines_of_a_value_are_not_padded_to_the_widest(refused) -> None:
    lines = "replace(hex(zeroblob(20000)), '00', char(10) || 'x')"
    message = refused("sql", f"select {lines} as text, hex(zeroblob(20000))", "--format", "grid")
    assert message == (
        "20001 lines of 80000 characters are too large for a table: ask for less of the longest"
        " value, or use --json."
    )


def test_one_long_value_is_not_padded_into_every_row(run, refused) -> None:
    for way in ([], ["--format", "github"], ["--format", "html"]):
        message = refused("sql", PADDED, *way)
        assert message == (
            "501 rows of 800000 characters are too large for a table: ask for less of the longest"
            " value, or use --json."
        )
    for way in (["--json"], ["--jsonl"], ["--csv"], ["--tsv"]):
        out = run("sql", PADDED, *way).out
        assert 800_000 < len(out) < 900_000


def test_columns_of_one_name_are_numbered(ask) -> None:
    (row,) = ask("sql", "select " + ", ".join(["1 as a"] * 200))
    assert list(row)[:3] == ["a", "a_2", "a_3"]
    assert list(row)[-1] == "a_200"


COMMAND = [sys.executable, "-m", "moditrack", "sql"]


@pytest.mark.parametrize("group", [True, False], ids=["of a terminal", "of a program"])
def test_ctrl_c_ends_it_at_once(group: bool) -> None:
    process = subprocess.Popen(
        [*COMMAND, SLOW["instr"], "--seconds", "60"], cwd=ROOT, stdout=-1, stderr=-1,
        text=True, start_new_session=True,
    )  # fmt: skip
    child = asking(process)
    seconds, ended = taken_to_end(process, signal.SIGINT, child, group=group)
    assert ended == (130, "", "\n")
    assert seconds < 1


def test_what_it_leaves_behind_ends_too() -> None:
    process = subprocess.Popen([*COMMAND, SLOW["without end"], "--seconds", "60"], cwd=ROOT)
    child = asking(process)
    process.send_signal(signal.SIGTERM)
    process.wait()
    for _ in range(300):
        stat = Path(f"/proc/{child}/stat")
        if not stat.exists() or stat.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    raise AssertionError("the question runs on")


def test_memory_is_bounded() -> None:
    """The largest answers, as people and as programs get them."""
    wide = f"{COUNT} select " + ", ".join(["i"] * 20) + " from n limit 99999"
    for way in (["--json"], ["--csv"], []):
        subprocess.run([*COMMAND, wide, *way, "--seconds", "60"], cwd=ROOT, stdout=-3, check=True)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert most < 1024 * 1024  # KiB
