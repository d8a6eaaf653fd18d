"""A database with the City's records and those of an invented force: its outcomes by calendar
year, financial year and quarter, with labels of its own, and its victims, each under their own
periods."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest

from moditrack.cli import main
from moditrack.db.connection import open_database
from tests.other_force import CHARGED, ID, LABELS, NONE, outcomes, records

CITY = "colp-2024-02-22"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quay")
    own = folder / "own.db"
    assert main(["seed", "--records", str(records(folder / "records")), "--db", str(own)]) == 0
    return own


def shown(run: Any, database: Path, *args: str) -> dict[str, list[str]]:
    """The lines of each table, by its title."""
    result = run(*args, "--db", database)
    assert (result.code, result.err) == (0, "")
    tables = ("\n" + result.out).split("\n" + args[0].replace("outcomes", "Offences"))
    blocks = [block.splitlines() for block in tables if block.strip()]
    return {lines[0].strip(): lines for lines in blocks}


def line(lines: list[str], start: str) -> list[str]:
    (found,) = [one for one in lines if one.startswith(start)]
    return found.removeprefix(start).split()


def test_each_force_and_kind_of_period_is_a_table_of_its_own(run, database: Path) -> None:
    found = shown(run, database, "outcomes")
    assert list(found) == [
        f"by outcome, City of London Police, 2019-2023, {CITY}: 41",
        f"by outcome, Quay Police, 2022-2023, {ID}: 65",
        f"by outcome, Quay Police, 2022/23 to 2024/25, {ID}: 119",
        f"by outcome, Quay Police, Q1 2024/25 to Q4 2024/25, {ID}",
    ]
    city, years, financial, _ = found.values()
    assert city[1].startswith("25 of 41 had no suspect")
    assert line(city, "Total") == ["18", "5", "3", "6", "9", "41", "100%"]
    assert years[1].startswith("25 to 40, +15 (+60%): could be chance (p = 0.082). 50 of 65 had")
    assert line(years, "Total") == ["25", "40", "65", "100%"]
    assert line(years, "Change on the year before") == ["+15"]
    assert financial[1].startswith("86 of 119 had no suspect")
    assert line(financial, "Outcome, as printed")[:4] == ["2022/23", "2023/24", "2024/25", "All"]
    assert line(financial, CHARGED)[:4] == ["6", "9", "12", "27"]


def test_quarters_are_all_shown_and_not_added_up(run, database: Path) -> None:
    *_, quarters = shown(run, database, "outcomes").values()
    assert quarters[1].startswith("Q4 2024/25: 9 of 14 had no suspect")
    assert "All" not in line(quarters, "Outcome, as printed")
    assert line(quarters, NONE) == ["9", "8", "7", "9"]
    assert line(quarters, "Total") == ["11", "12", "13", "14"]
    assert line(quarters, "Change on the quarter before") == ["+1", "+1", "+1"]
    assert "No total of these quarters is printed, and none is made." in "\n".join(quarters)
    assert " 50" not in "\n".join(quarters)  # 11 + 12 + 13 + 14


def test_a_printed_total_of_quarters_is_shown(run, tmp_path: Path) -> None:
    quarters = outcomes(
        "q", (("Q1 2023", "2023-Q1"), ("Q2 2023", "2023-Q2")), ((1, 2), (3, 4), (0, 0))
    )
    cells = [
        *quarters,
        *({"locator": "q", "table": "q", "measure": "outcome-offences", "row": label,
           "column": "Half", "cell": "row-total", "outcome_label": label, "value": value}
          for (label, _), value in zip(LABELS, ("3", "7", "0"), strict=True)),
        {"locator": "q", "table": "q", "measure": "outcome-offences", "row": "All",
         "column": "Half", "cell": "grand-total", "value": "10"},
    ]  # fmt: skip
    database = tmp_path / "own.db"
    folder = records(tmp_path / "records", cells)
    assert main(["seed", "--records", str(folder), "--db", str(database)]) == 0
    (lines,) = shown(run, database, "outcomes", "--agency", "QP").values()
    assert lines[1].startswith("4 to 6, +2 (+50%): could be chance (p = 0.75). 7 of 10 had")
    assert line(lines, "Outcome, as printed")[:5] == ["Q1", "2023", "Q2", "2023", "All"]
    assert line(lines, "Total") == ["4", "6", "10", "100%"]


def test_what_is_noted_is_of_the_force_above_it(run, database: Path) -> None:
    city, *others = ("\n".join(lines) for lines in shown(run, database, "outcomes").values())
    assert "increase-2023" in city
    assert "! The report cautions: a hidden crime, recording, small numbers, the pandemic." in city
    assert "'Resolved' is printed without an outcome code." in city
    for other in others:
        assert "moditrack check" not in other
        assert "Resolved" not in other
        assert "'Still open' is printed without an outcome code." in other
        assert CITY not in other


def test_a_year_is_asked_for_as_it_is_printed(ask, refused, database: Path) -> None:
    def asked(*args: str) -> list[tuple[str, str, int | None]]:
        found = ask("outcomes", *args, "--outcome", "18", "--db", database)
        return [(row["force"], row["period"], row["year"], row["offences"]) for row in found]

    assert asked("--year", "2022") == [("colp", "2022", 2022, 3), ("quay", "2022", 2022, 20)]
    expected = [("quay", "2022/23", None, 22)]
    for text in ("2022/23", "2022-23", "2022/2023", "FY2022"):
        assert asked("--year", text) == expected, text
    for text in ("Q1 2024/25", "q1 2024/25", "2024-Q2"):
        assert asked("--year", text) == [("quay", "Q1 2024/25", None, 9)], text
    assert asked("--from", "2022/23", "--to", "2023/24") == [
        ("colp", "2023", 2023, 6), ("quay", "2022/23", None, 22), ("quay", "2023", 2023, 30),
        ("quay", "2023/24", None, 31),
    ]  # fmt: skip
    assert "no outcomes for 2021/22: the periods are 2019, " in refused(
        "outcomes", "--year", "2021/22", "--db", database
    )
    assert "no outcomes for 2022/23: the years are 2019, 2020" in refused(
        "outcomes", "--year", "2022/23", "--agency", "colp", "--db", database
    )


def test_totals_are_those_of_the_period_in_a_table_with_outcomes_as_columns(
    ask, database: Path
) -> None:
    found = ask("outcomes", "--year", "Q3 2024/25", "--db", database)
    assert [(row["stated_label"], row["offences"], row["year_total"]) for row in found] == [
        (CHARGED, 4, 13), (NONE, 7, 13), ("Still open", 2, 13),
    ]  # fmt: skip


def test_charts_and_data_have_the_same_periods(run, ask, database: Path) -> None:
    out = run("outcomes", "--chart", "--db", database).out
    for start in ("2022     ", "2022/23  ", "Q1 2024/25  "):
        assert sum(one.startswith(start.rstrip() + "  ") for one in out.splitlines()) >= 1, start
    assert f"Offences by quarter and outcome ({ID})" in out
    rows = ask("outcomes", "--wide", "--db", database)
    (total,) = [row for row in rows if row["outcome"] == "Total" and row["Q1 2024/25"] == 11]
    assert (total["total"], total["2022"], total["2024/25"]) == (None, None, None)
    # Quarters are not added up: no share, and no interval of one.
    assert [total[f"share_{key}"] for key in ("percent", "low", "high")] == [None, None, None]
    (years,) = [row for row in rows if row["outcome"] == "Total" and row["2022"] == 25]
    assert (years["total"], years["2022/23"]) == (65, None)


def test_victims_are_shown_by_force_and_period(run, ask, database: Path) -> None:
    found = run("victims", "--db", database).out.split("\n\nVictims")
    titles = [part.removeprefix("Victims").splitlines()[0] for part in found]
    assert titles == [
        f", City of London Police, 2019 to 2023*, {CITY}: 41",
        f" by age, Quay Police, 2023/24, {ID}: 15",
        f" by age, Quay Police, 2024/25, {ID}: 23",
    ]
    city, sexes, unsaid = (part.splitlines() for part in found)
    assert line(city, "Total") == ["10", "31", "41", "100%"]
    assert line(sexes, "Under 18") == ["3", "4", "7", "47%", "25-70"]
    assert sexes[1].startswith("9 of 15 are female, 60%")
    assert line(unsaid, "Under 18")[:2] == ["9", "39%"]  # of 9 and 14
    assert unsaid[1] == "Largest group: 18 and over (14). 9 are under 18."
    assert [(row["period"], row["sex"], row["victims"], row["share_percent"]) for row in
            ask("victims", "--agency", "QP", "--db", database)][-2:] == [
        ("2024/25", None, 9, 39.13), ("2024/25", None, 14, 60.87),
    ]  # fmt: skip


def test_the_comparison_is_the_citys_alone(ask, database: Path) -> None:
    found = ask("compare", "--db", database)
    assert {row["document"] for row in found} == {CITY}
    assert {row["offences"] for row in found} == {9, 41}
    assert ask("compare", "--document", ID, "--db", database) == []


def test_the_briefing_and_the_pictures_keep_them_apart(run, database: Path, tmp_path: Path) -> None:
    text = run("report", "--db", database).out
    assert text.startswith("# Human trafficking, modern slavery and the police\n")
    assert "What four reports and one press release (2003 to 2025) say" in text
    page = text.partition("**Is modern slavery")[0]
    for expected in (
        "**41** offences recorded by the City of London Police, 2019 to 2023",
        "**65** offences recorded by the Quay Police, 2022 to 2023",
        "**119** offences recorded by the Quay Police, 2022/23 to 2024/25",
        "**14** offences recorded by the Quay Police, Q4 2024/25",
        "**9** of 15 victims were female; 7 of the 15 were aged Under 18 (4 male, 3 female), Quay"
        " Police, 2023/24",
    ):
        assert expected in page, expected
    for view in ("outcomes", "shares", "age"):
        file = tmp_path / f"{view}.json"
        assert run("plot", view, "--db", database, "-o", file).code == 0
    picture = json.dumps(json.loads((tmp_path / "outcomes.json").read_text("utf-8")))
    assert f"{NONE} (50)" in picture
    assert f"{NONE} (33)" not in picture  # four quarters: 9, 8, 7 and 9
    shares = (tmp_path / "shares.json").read_text("utf-8")
    assert "64% (39 to 84)\\n9 of 14" in shares
    assert f"Quay Police, {ID}, Q4 2024/25" in shares


def test_what_speaks_of_the_records_speaks_of_those_that_are_there(run, database: Path) -> None:
    for args in ((), ("--help",), ("report", "--help"), ("sources", "--help")):
        assert " four " not in run(*args).out, args
    assert run("sources", "--db", database).out.startswith("Documents: 5\n")


def test_years_are_completed_as_they_are_asked_for(database: Path) -> None:
    from moditrack.cli.outcomes import command

    ctx = click.Context(command)
    ctx.params["db"] = str(database)
    (year,) = [param for param in command.params if param.name == "years"]
    offered = [item.value for item in year.shell_complete(ctx, "2022")]
    assert offered == ["2022", "2022/23"]


def test_the_web_speaks_of_the_reports_that_are_there(database: Path) -> None:
    from moditrack.browse.metadata import metadata

    with open_database(str(database)) as connection:
        described = metadata(connection)
        assert described["title"] == (
            "Human trafficking and the police, in five public reports (2003 to 2025)"
        )
        assert "moditrack/compare" in described["description_html"]


def test_without_the_city_nothing_is_said_of_its_share(run: Any, tmp_path: Path) -> None:
    from moditrack.browse.metadata import metadata

    folder = records(tmp_path / "records", only=True)
    own = tmp_path / "own.db"
    assert run("seed", "--records", folder, "--db", own).code == 0
    with open_database(str(own)) as connection:
        page = metadata(connection)["description_html"]
    assert "moditrack/outcomes" in page
    assert "moditrack/compare" not in page
    text = run("report", "--db", own).out
    assert "the City" not in text
    assert "Maxim" not in text
    assert "What the report of 2 June 2025 says" in text
