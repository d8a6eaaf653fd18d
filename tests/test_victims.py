"""moditrack victims, against the tables by age and ethnicity of the 2024 report."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from moditrack.db.connection import shipped_path
from moditrack.output.shown_values import lines
from moditrack.questions.shares_with_intervals import exact_share, whole_percent

AGE = {
    "11-17": (3, 8), "18-25": (2, 11), "26-35": (4, 7), "36-45": (1, 2), "46-55": (0, 2),
    "56-65": (0, 1), "+65": (0, 0),
}  # fmt: skip
ETHNICITY = {
    "WHITE SE": (3, 4), "WHITE NE": (2, 16), "BLACK": (1, 3), "ASIAN": (1, 1), "SE ASIAN": (1, 2),
    "UNKNOWN": (2, 5),
}  # fmt: skip


def cells(rows: list[dict]) -> dict:
    found: dict = {}
    for row in rows:
        found.setdefault(row["category"], {})[row["sex"]] = row["victims"]
    return {category: (sexes["female"], sexes["male"]) for category, sexes in found.items()}


def test_every_cell_zeros_included(ask) -> None:
    assert cells(ask("victims", "--by", "age")) == AGE
    assert cells(ask("victims", "--by", "ethnicity")) == ETHNICITY
    assert len(ask("victims")) == 26


def test_the_keys_are_the_contract(ask) -> None:
    row = next(r for r in ask("victims") if (r["category"], r["sex"]) == ("WHITE NE", "male"))
    assert row == {
        "document": "colp-2024-02-22",
        "force": "colp",
        "characteristic": "ethnicity",
        "category": "WHITE NE",
        "sex": "male",
        "victims": 16,
        "mark": None,
        "share_percent": 39.02,
        "period": None,
        "sources": ["colp-2024-02-22#19.ethnicity"],
    }


def test_one_sex_keeps_the_share_of_all(ask) -> None:
    rows = ask("victims", "--sex", "female", "--by", "age")
    assert sum(row["victims"] for row in rows) == 10
    assert rows[0]["share_percent"] == 7.32


def test_both_tables_are_one_with_the_answer_above(run) -> None:
    lines = run("victims").out.splitlines()
    # Wilson's 95% interval of 31 of 41 is 60.7 to 86.2 percent, of 18 of 41 it is 29.9 to 59.0.
    assert lines[:3] == [
        "Victims, City of London Police, colp-2024-02-22: 41",
        "31 of 41 are male, 76% (61 to 86). Largest groups: 18-25 (13) and WHITE NE (18)."
        " 11 are under 18; median in 18-25.",
        "",
    ]
    totals = [line.split() for line in lines if line.startswith("Total")]
    assert totals == [["Total", "10", "31", "41", "100%"]]
    (row,) = [line for line in lines if "WHITE NE" in line and "Largest" not in line]
    assert row.split()[-5:] == ["2", "16", "18", "44%", "30-59"]
    assert row.startswith("Ethnicity  WHITE NE")
    (old,) = [line for line in lines if "+65" in line]
    assert old.split()[2:5] == ["·", "·", "·"]


def test_one_table_has_an_answer_too(run) -> None:
    lines = run("victims", "--by", "age").out.splitlines()
    assert lines[1] == (
        "31 of 41 are male, 76% (61 to 86). Largest group: 18-25 (13). 11 are under 18;"
        " median in 18-25."
    )
    lines = run("victims", "--by", "ethnicity", "--sex", "female").out.splitlines()
    # 10 of 41 is 24.4 percent, with Wilson's interval from 13.8 to 39.3.
    assert lines[1] == (
        "10 of 41 are female, 24% (14 to 39); shares are of 41. Largest group: WHITE SE (3)."
    )
    assert any("Shares of all 41 victims" in line for line in lines)
    assert not any("that are not" in line for line in lines)  # the women alone are not all
    of_all = run("victims", "--by", "ethnicity").out.splitlines()[1]
    assert of_all == (
        "18 of 41 are WHITE NE, 44% (30 to 59); of the 34 that are known, 53% (37 to 69)."
    )
    known = "  Of the 34 that are not UNKNOWN: WHITE NE 53% (37 to 69), WHITE SE 21% (10 to 37)."
    assert known in run("victims", "--by", "ethnicity").out.splitlines()
    assert "that are not" not in run("victims", "--by", "age").out


def test_victims_of_one_sex_are_named_and_what_their_shares_are_of(terminal) -> None:
    lines = terminal(80, "victims", "--sex", "male").out.splitlines()
    assert lines[:9] == [
        "Male victims, City of London Police, colp-2024-02-22: 31",
        "31 of 41 are male, 76% (61 to 86); shares are of 41. Largest groups: 18-25 (11)",
        "and WHITE NE (16). 8 are under 18; median in 18-25.",
        "",
        "                             Share",
        "By         As printed  Male  of 41    95%",
        "─────────────────────────────────────────",
        "Age        11-17          8    20%  10-34",  # 8 of 41: 19.5 percent
        "           18-25         11    27%  16-42",
    ]
    both = terminal(80, "victims", "--sex", "male", "--sex", "female").out
    assert both == terminal(80, "victims").out


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_the_first_screen_has_all_victims_a_caution_and_the_source(terminal, columns: int) -> None:
    lines = terminal(columns, "victims", "--no-pager", rows=24).out.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= columns
    assert "Total                      10    31       41   100%" in lines
    add = "" if columns == 60 else "add "
    assert lines[-4:] == [
        "",
        "! Does not fit: moditrack check white-ne-share, typical-male",
        "! Counts below 10 are too small to draw conclusions from.",
        f"  Source: colp-2024-02-22#19.age +1  4 more notes: {add}'| less'",
    ]
    # Where the answer has two lines, there is no room for a blank line below it.
    assert lines[3].startswith("By ") if columns < 120 else lines[2] == ""
    women = terminal(columns, "victims", "--sex", "female", rows=24, keyboard=False).out
    assert women.splitlines()[-2] == "! Counts below 10 are too small to draw conclusions from."
    # A higher screen has them all, and a rule above the totals.
    whole = terminal(columns, "victims", "--no-pager", rows=60).out.splitlines()
    assert whole[whole.index("Total                      10    31       41   100%") - 1][0] == "─"
    named = terminal(columns, "victims", "--no-pager", "--sources", rows=60).out
    assert "colp-2024-02-22#19.ethnicity" in named


def test_tables_of_other_totals_stay_apart(run, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    shutil.copyfile(shipped_path(), path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE figure SET value = value + 1 WHERE table_name = 'ethnicity'"
            " AND category IS NULL AND sex IS NOT 'female'"
        )
    lines = run("victims", "--db", str(path)).out.splitlines()
    totals = [line.split()[1:4] for line in lines if line.startswith("Total")]
    assert totals == [["10", "31", "41"], ["10", "32", "42"]]


def test_totals_are_shown_as_printed(run, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    shutil.copyfile(shipped_path(), path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE figure SET value = 4 WHERE category = 'BLACK' AND sex = 'male'"
            " AND cell = 'cell'"
        )
    lines = run("victims", "--by", "ethnicity", "--db", str(path)).out.splitlines()
    shown = {line.split()[0]: line.split()[1:4] for line in lines if line[:5] in ("BLACK", "Total")}
    assert shown == {"BLACK": ["1", "4", "4"], "Total": ["10", "31", "41"]}


def test_bad_input(refused) -> None:
    assert "there are age, ethnicity" in refused("victims", "--by", "height")
    assert "there are female, male" in refused("victims", "--sex", "other")


def test_nothing_is_said_to_be_found_nowhere(run) -> None:
    assert (
        run("victims", "--document", "mpa-2003-05-08").out
        == "Victims\nNo victims in mpa-2003-05-08.\n"
    )
    assert run("victims", "--agency", "mps").out == "Victims\nNo victims of MPS.\n"
    assert "No victims" not in run("victims").out


def test_a_share_halfway_is_rounded_up_for_people_and_programs(ask, run, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    shutil.copyfile(shipped_path(), path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE figure SET value = 32 WHERE measure = 'victims' AND cell = 'grand-total'"
        )
    rows = ask("victims", "--by", "age", "--sex", "female", "--db", str(path))
    assert [(r["victims"], r["share_percent"]) for r in rows[:3]] == [
        (3, 9.38),
        (2, 6.25),
        (4, 12.5),
    ]
    lines = run("victims", "--by", "age", "--sex", "female", "--db", str(path)).out.splitlines()
    assert next(line for line in lines if line.startswith("11-17")).split()[2] == "9%"
    (one,) = (
        r
        for r in ask("victims", "--db", str(path))
        if (r["category"], r["sex"]) == ("56-65", "male")
    )
    assert one["share_percent"] == 3.13


def test_one_sex_has_no_column_of_both(run) -> None:
    one = run("victims", "--by", "age", "--sex", "male").out.splitlines()
    assert one[3].split() == ["Age", "Male", "Share", "of", "41", "95%"]
    both = run("victims", "--by", "age").out.splitlines()
    assert both[3].split() == ["Age", "Female", "Male", "Victims", "Share", "95%"]


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(1, 8, 13), (3, 8, 38), (-1, 8, -13), (1, 200, 1), (31, 41, 76), (26, 209, 12)],
)
def test_a_whole_percent_is_rounded_once_a_half_away_from_zero(
    part: int, whole: int, percent: int
) -> None:
    assert whole_percent(part, whole) == percent


def test_a_share_of_a_table_is_rounded_once() -> None:
    # 3,001 of 24,015 is 12.4964 %: rounded to two decimals first (12.50), it would become 13.
    assert lines(exact_share(3001, 24015), "share") == ["12%"]
    assert lines(exact_share(1, 8), "share") == ["13%"]
    assert lines(exact_share(1, 300), "share") == ["<1%"]


def test_ethnicity_is_said_to_be_no_nationality(run) -> None:
    said = "Ethnicity is no nationality: no table gives that of the victims."
    assert said in run("victims", "--by", "ethnicity").out
    assert said not in run("victims", "--by", "age").out


def test_a_title_has_the_number_of_victims(run) -> None:
    def title(*line: str) -> str:
        return str(run(*line).out.splitlines()[0])

    assert title("victims", "--by", "age") == (
        "Victims by age, City of London Police, colp-2024-02-22: 41"
    )
    of_girls = title("victims", "--by", "age", "--sex", "female")
    assert of_girls == "Victims by age, City of London Police, colp-2024-02-22: 10"
    assert title("outcomes", "charged").endswith("City of London Police, 2019-2023: 1")


def test_the_largest_group_of_each_characteristic_is_bold(terminal) -> None:
    out = terminal(80, "victims", "--no-pager", escapes=True).out
    rows = out.partition("95%\x1b[0m")[2].splitlines()
    bold = [line.removeprefix("\x1b[1m").strip() for line in rows if line.startswith("\x1b[1m")]
    assert [line.partition("  ")[0] for line in bold] == ["18-25", "WHITE NE", "Total"]
