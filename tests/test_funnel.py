"""moditrack compare --with FILE: the City beside a table of the user's."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jsonschema
import pytest

from moditrack.cli.json_schema import json_schema
from moditrack.db.connection import shipped_path
from moditrack.intervals import funnel_limits

# Together 1,000 of 1,000,000, 0.1%: 10 are expected of each but the last.
ROWS = [
    ("Deep", 1), ("Low", 3), ("Even", 4), ("Much", 17), ("Top", 18), ("Peak", 22), ("Rest", 935),
]  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "forces.csv"
    lines = [f"{area},2023,{count},{10_000 if count < 100 else 940_000}\n" for area, count in ROWS]
    path.write_text("Area,Period,Offences,Crimes\n" + "".join(lines), encoding="utf-8-sig")
    return str(path)


@pytest.mark.parametrize(
    ("mean", "confidence", "limits"),
    [
        # The table of the cumulative Poisson distribution for a mean of 10 has 0.0103 and 0.0293
        # for 3 and 4, 0.9730 and 0.9857 for 16 and 17, 0.0005 and 0.0028 for 1 and 2, 0.9984 and
        # 0.9993 for 20 and 21; for a mean of 1 it has 0.3679 for 0, 0.9810 for 3 and 0.9963 for 4.
        (10, 0.95, (4, 17)),
        (10, 0.998, (2, 21)),
        (1, 0.95, (0, 3)),
    ],
)
def test_limits(mean: float, confidence: float, limits: tuple[int, int]) -> None:
    assert funnel_limits(mean, confidence) == limits


def test_limits_of_many() -> None:
    low, high = funnel_limits(1_000_000, 0.95)
    assert low == pytest.approx(1_000_000 - 1960, abs=3)
    assert high == pytest.approx(1_000_000 + 1960, abs=3)


def test_where_each_row_is(ask, table: str) -> None:
    rows = ask("compare", "--with", table, "--crimes", "10000")
    assert {row["area"]: row["position"] for row in rows if row["from_file"]} == {
        "Deep": "below 99.8%",
        "Low": "below 95%",
        "Even": "within",
        "Much": "within",
        "Top": "above 95%",
        "Peak": "above 99.8%",
        "Rest": "within",
    }
    even = next(row for row in rows if row["area"] == "Even")
    limits = [even[key] for key in ("low_95", "high_95", "low_998", "high_998")]
    assert limits == [4, 17, 2, 21]
    assert (even["expected_low"], even["share_percent"], even["sources"]) == (10, 0.04, [])
    city = [row for row in rows if not row["from_file"]]
    assert [(r["offences"], r["crimes_low"], r["expected_low"], r["position"]) for r in city] == [
        (9, 10000, 10, "within"),
        (41, 50000, 50, "within"),
    ]
    assert "colp-2024-02-22#19.outcome" in city[0]["sources"]
    schema = json_schema()
    prints = schema["properties"]["compare --with FILE"]
    jsonschema.Draft202012Validator({**prints, "$defs": schema["$defs"]}).validate(rows)


def at_the_national_share(tmp_path: Path, *periods: str) -> str:
    """A file of 24 offences among 10,000 crimes in each period: 0.24%."""
    path = tmp_path / "nation.csv"
    lines = [f"Elsewhere,{period},24,10000\n" for period in periods]
    path.write_text("area,period,offences,crimes\n" + "".join(lines), encoding="utf-8")
    return str(path)


def test_years_that_differ_widen_the_limits(ask, run, table: str) -> None:
    """18, 5, 3, 6 and 9 have chi-square 138.8 / 8.2 = 16.93 with 4 degrees of freedom: 2.06 times
    as wide. For a mean of 50 the table has 0.0238 and 0.0338 for 36 and 37, 0.9707 and 0.9774 for
    63 and 64, so 37 to 64: 50 - 2.057 * 13 = 23.3 to 50 + 2.057 * 14 = 78.8."""
    one, five, *others = ask("compare", "--with", table, "--crimes", "10000")
    assert (five["low_95"], five["high_95"], five["widened"]) == (24, 78, 2.06)
    assert (one["low_95"], one["high_95"], one["widened"]) == (4, 17, 1)
    assert {row["widened"] for row in others} == {1}
    assert (
        "The years of the City's 2019-2023 differ more than chance allows (p = 0.002): its limits"
        " are widened by a factor of 2.06."
    ) in run("compare", "--with", table).out
    # 1,000 crimes to each offence in every year: the years do not differ.
    even = "2019=18000,2020=5000,2021=3000,2022=6000,2023=9000"
    assert ask("compare", "--with", table, "--crimes", even)[1]["widened"] == 1


def test_both_comparisons_conclude_the_same(ask, run, tmp_path: Path) -> None:
    """72.9 to 78.7 expected: 57 is the least at 72.9, 62 at 78.7. Widened, 41 is just within the
    one (72.9 - 2.057 * 15.9 = 40.2) and outside the other (78.7 - 2.057 * 16.7 = 44.3)."""
    path = at_the_national_share(tmp_path, "2023")
    five = ask("compare", "--with", path)[1]
    assert five["position"] == "depends on crimes"
    assert [row["conclusion"] for row in ask("compare")] == ["borderline", "borderline"]
    out = run("compare", "--with", path).out
    assert out.splitlines()[0].endswith("the City beside 1 row of your nation.csv")
    assert "41 in 2019-2023 can be on either side of a limit" in out.splitlines()[1]
    for said in (
        "Counts below 10 are too small",
        "Does not fit: moditrack check share-base",
        "The report cautions: ",
    ):
        assert said in out


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (["2023"], "The City's 2019-2023 is not of the same years as nation.csv (2023)."),
        (["2019\N{EN DASH}2023"], "The City's 2023 is not of the same years"),
        (
            ["2019", "2020", "2021", "2022", "2023"],
            "2023 is not of the same years as nation.csv (5",
        ),
        (["2022/23"], "The City's 2023 and 2019-2023 are not of the same years as"),
    ],
)
def test_other_years_are_named(run, tmp_path: Path, periods: list[str], said: str) -> None:
    lines = run("compare", "--with", at_the_national_share(tmp_path, *periods)).out.splitlines()
    assert [said in line for line in lines if "not of the same years" in line] == [True]


def test_people_see_the_city_first(run, table: str) -> None:
    lines = run("compare", "--with", table).out.splitlines()
    assert lines[0] == "Offences as a share of crime: the City beside 7 rows of your forces.csv"
    # At 0.1% of 6,667 to 7,200 crimes 6.7 to 7.2 are expected, of 30,371 to 32,800 30.4 to 32.8.
    assert lines[1] == (
        "At the share of your file, 0.10%, the City's 9 in 2023 are within the limits of chance; 41"
        " in 2019-2023 are within the limits of chance."
    )
    first = next(line for line in lines if line.startswith("City (report)"))
    assert "  95% limits  " in lines[3]
    assert "6,667-7,200" in first
    assert first.endswith("  7")
    text = "\n".join(lines)
    assert "Source of forces.csv: you. Nothing of it is stored." in text
    assert "Give it with --crimes." in text
    assert "The rows of forces.csv differ more than chance allows (p < 0.001)" in text
    assert "Give it with" not in run("compare", "--with", table, "--crimes", "7000").out


@pytest.mark.parametrize("columns", [80, 120, 200])
def test_a_screen_has_the_limits_that_a_position_names(terminal, table: str, columns: int) -> None:
    """10 are expected: 4 to 17 is within the 95% limits, 2 to 21 within the 99.8% limits."""
    lines = terminal(columns, "compare", "--with", table, "--no-pager", rows=24).out.splitlines()
    own = {line.split()[0]: line.split() for line in lines[:23] if line}
    assert own["Deep"][2:7] == ["1", "4-17", "2-21", "below", "99.8%"]
    assert own["Low"][2:7] == ["3", "4-17", "2-21", "below", "95%"]
    assert own["Even"][2:6] == ["4", "4-17", "2-21", "within"]
    assert own["Peak"][2:7] == ["22", "4-17", "2-21", "above", "99.8%"]
    assert lines[0].endswith("your forces.csv")  # whose they are
    assert ("Crimes" in "\n".join(lines)) is (columns >= 120)
    narrow = terminal(60, "compare", "--with", table, "--no-pager", rows=24).out.splitlines()
    at = narrow.index("Deep           2023       below 99.8%")
    assert narrow[at + 1] == "  Offences 1; 95% limits 4-17; 99.8% limits 2-21"
    assert at < 23


def test_nothing_enters_the_database(run, table: str) -> None:
    before = hashlib.sha256(Path(shipped_path()).read_bytes()).digest()
    assert run("compare", "--with", table, "--csv").out.count("\n") == 10
    assert hashlib.sha256(Path(shipped_path()).read_bytes()).digest() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("area,period,offences\nA,2023,1\n", "no column crimes"),
        ("", "no rows"),
        ("area,period,offences,crimes\n", "no rows"),
        ("area,period,offences,crimes\nA,2023,few,100\n", "row 2: offences is 'few'"),
        ("area,period,offences,crimes\nA,2023,-1,100\n", "row 2: offences is '-1'"),
        ("area,period,offences,crimes\nA,2023,1.5,100\n", "row 2: offences is '1.5'"),
        ("area,period,offences,crimes\nA,2023,1\n", "row 2: crimes is ''"),
        ("area,period,offences,crimes\nA,2023,9,5\n", "row 2 has 9 offences among 5 crimes"),
        ("area,period,offences,crimes\nA,2023,0,0\n", "row 2 has 0 offences among 0 crimes"),
        ("area,period,offences,crimes\n,2023,1,100\n", "row 2 has no area"),
        ("area,period,offences,crimes\nA,2023,1,9\na,2023,1,9\n", "row 3 repeats"),
        ("area,period,offences,crimes\nA,2023,0,100\n", "no offences at all"),
        ('area,period,offences,crimes\n"A,2023,0,100\n', "not a CSV table"),
    ],
)
def test_bad_files(refused, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text)
    message = refused("compare", "--with", path)
    assert said in message
    assert message.count("\n") == 0


def test_files_that_cannot_be_read(refused, tmp_path: Path) -> None:
    assert "No such file" in refused("compare", "--with", tmp_path / "none.csv", code=1)
    assert "it is a folder" in refused("compare", "--with", tmp_path, code=1)
    path = tmp_path / "latin.csv"
    path.write_bytes("area,period,offences,crimes\nCôte,2023,1,9\n".encode("latin-1"))
    assert "save it as CSV UTF-8" in refused("compare", "--with", path)
    assert "leave out" in refused("compare", "--with", path, "--chart")
