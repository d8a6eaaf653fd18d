"""moditrack plot: what the pictures print is what the documents print."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import moditrack
from moditrack.plots import PICTURES, draw
from tests.conftest import ROOT, Run


@pytest.fixture
def texts(run: Run, tmp_path: Path):
    """The texts in the SVG of a view, in their order."""

    def call(view: str, *args: str) -> list[str]:
        file = tmp_path / f"{view}.svg"
        result = run("plot", view, "-o", file, "--overwrite", *args)
        assert (result.code, result.out, result.err) == (0, "", "")
        found = re.findall(r"<(?:text|tspan)[^>]*>([^<]+)<", file.read_text("utf-8"))
        return [unescape(text) for text in found]

    return call


def lightness(colour: str) -> float:
    """CIE L* of a colour, 0 black to 100 white."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    y = sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def test_outcomes_by_year(texts) -> None:
    found = texts("outcomes")
    counts = [int(text) for text in found if re.fullmatch(r"\d{1,2}", text)]
    in_bars = [14, 3, 1, 1, 3, 1, 1, 1, 1, 3, 2, 1, 6, 1, 2]
    assert sorted(counts) == sorted([*in_bars, 18, 5, 3, 6, 9])
    assert {"2019", "2020", "2021", "2022", "2023"} <= set(found)
    legend = [text for text in found if re.search(r" \(\d+\)$", text)]
    assert legend[0] == "18: Investigation complete no suspect identified (25)"
    assert legend[-1] == "Resolved (1)"
    assert "Modern slavery and human trafficking: offences by outcome and" in found
    assert "colp-2024-02-22#19.outcome" in found  # the citation, after what the document is
    assert "Counts below 10 are too small to draw conclusions from." in found


def test_shares_of_outcomes(texts) -> None:
    found = texts("shares")
    # Wilson's 95% interval: of 25 in 41, 45.7% to 74.3%
    for text, count in (
        ("2% (0 to 13)", "1 of 41"), ("24% (14 to 39)", "10 of 41"),
        ("61% (46 to 74)", "25 of 41"), ("5% (1 to 16)", "2 of 41"),
    ):  # fmt: skip
        assert found[found.index(text) + 1] == count
    assert "Line: 95% interval of the share, which is in brackets." in found
    assert "Modern slavery and human trafficking: outcomes of the offences" in " ".join(found)


def test_the_interval_of_each_share_is_a_line_beside_its_bar(run: Run, tmp_path: Path) -> None:
    found = drawn(run, "shares", tmp_path)
    layers = found["vconcat"][0]["layer"]
    ends = [(own["mark"]["type"], own["encoding"].get("x2", {}).get("field")) for own in layers]
    assert ends == [("bar", None), ("rule", "high"), ("rule", "high"), ("text", None)]
    bars = {row["text"]: (round(row["low"], 1), round(row["high"], 1))
            for rows in found["datasets"] for row in rows if "low" in row}  # fmt: skip
    assert bars["61% (46 to 74)\n25 of 41"] == (45.7, 74.3)


def test_victims_by_age(texts) -> None:
    found = texts("age")
    assert {"Female (10)", "Male (31)", "11-17", "+65"} <= set(found)
    # the counts beside the bars, and no axis
    numbers = sorted(int(text) for text in found if text.isdigit())
    assert numbers == sorted([3, 2, 4, 1, 0, 0, 0, 8, 11, 7, 2, 2, 1, 0])
    source = "Source: 22 February 2024, City of London Police, Modern Day Slavery and Human"
    assert f"{source} Trafficking update: colp-2024-02-22#19.age" in " ".join(found)
    assert "Counts below 10 are too small to draw conclusions from." in found


def test_victims_by_ethnicity(texts) -> None:
    found = texts("ethnicity")
    for text in ("WHITE NE", "SE ASIAN", "UNKNOWN", "female", "male", "16", "18"):
        assert text in found
    assert "Number of victims, with the names of the groups as printed" in found
    parts, totals = [3, 4, 2, 16, 1, 3, 1, 1, 1, 2, 2, 5], [7, 18, 4, 2, 3, 7]
    assert sorted(int(text) for text in found if text.isdigit()) == sorted([*parts, *totals])


def test_the_city_beside_the_national_rate(texts) -> None:
    found = texts("compare")
    assert {"0.54 (0.25-1.03)", "0.54 (0.29-1.02)"} <= set(found)
    assert "If it rests on the 9 offences of 2023 (17 expected)" in " ".join(found)
    labels = [
        found[found.index(interval) + 1] for interval in ("0.54 (0.25-1.03)", "0.54 (0.29-1.02)")
    ]
    assert labels == ["borderline", "borderline"]
    assert "0.13% in the City, 0.24% nationally; 0.54 is the first divided by the second" in found
    assert any("rounding of the two percentages alone leaves 0.51-0.57." in text for text in found)
    assert any(text.startswith("9 is below 10, and rounding moves its upper") for text in found)
    assert "Dashed: widened, as the years differ." in " ".join(found)


def test_the_widened_interval_is_drawn_where_the_years_differ(run: Run, tmp_path: Path) -> None:
    rows = [row for own in drawn(run, "compare", tmp_path)["datasets"] for row in own
            if "wide_low" in row]  # fmt: skip
    ends = [(round(row["wide_low"], 2), round(row["wide_high"], 2)) for row in rows]
    assert set(ends) == {(0.25, 1.03), (0.29, 1.02)}  # of one year there is nothing to widen


def test_operation_maxim_by_phase(texts) -> None:
    found = texts("maxim")
    for text in ("46", "15", "31", "102", "23", "24", "21", "8", "207", "118", "80", "52", "19",
                 "£ 153,573", "£ 12,237", "£ 150,000", "£1,100,000.00", "Pounds",
                 "Arrests", "People", "Operations", "Items seized",
                 "Arrests in Phase 1 (9 October 2003; as many on 16",  # one bar, not two
                 "Arrests in Phase 2 (16 February 2004)"):  # fmt: skip
        assert text in found, text
    assert [found.count(subject) for subject in ("Arrests", "Pounds")] == [1, 1]
    assert any("on a scale of its own" in text for text in found)
    # 46 arrests in Phase 1 are in both documents, 46 people detained and 46 operations in one.
    assert [found.count(number) for number in ("46", "15", "31")] == [3, 1, 1]
    assert not any("naming it" in text for text in found)
    assert not {"148", "53", "5,000,000", "22"} & set(found)  # what is not of one phase
    assert "notes.3.b15" in " ".join(found)


def test_the_timeline_by_operation(texts) -> None:
    found = texts("timeline")
    for text in ("Operation Maxim, Phase 1", "2003-04-24: First phase of Maxim begins",
                 "2002-11-20: Joint Memorandum of Understanding of the",
                 "No operation named", "2006",
                 "Left out: 32 events without a date."):  # fmt: skip
        assert text in found, text


def test_years_without_events_are_cut_out_and_plans_are_hollow(run: Run, tmp_path: Path) -> None:
    found = drawn(run, "timeline", tmp_path)
    axes = [part["layer"][0]["encoding"]["x"]["axis"] for part in found["vconcat"][:-1]]
    assert {axis["orient"] for axis in axes} == {"top"}
    ends = [
        part["layer"][0]["encoding"]["x"]["scale"]["domain"][1]
        for part, axis in zip(found["vconcat"], axes, strict=False)
        if axis["labels"]
    ]
    assert [*dict.fromkeys(ends)] == [1990, 1997, 2007, 2026]  # what began in 2000 went on in 2003
    unseen = [0]  # the years are above an operation that has six events before it without them
    for part, axis in zip(found["vconcat"], axes, strict=False):
        assert axis["labels"] or unseen[-1] <= 6
        rows = len(part["layer"][0]["encoding"]["y"]["sort"])
        unseen.append(rows + (0 if axis["labels"] else unseen[-1]))
    widths = [part["width"] for part in found["vconcat"][:-1]]
    assert widths[0] < max(widths) / 4  # the one year 1989
    events = {row["label"].replace("\n", " "): row["fill"]
              for rows in found["datasets"] for row in rows if "fill" in row}  # fmt: skip
    thin = {row["label"].replace("\n", " ") for rows in found["datasets"] for row in rows
            if row.get("thin")}  # fmt: skip
    assert "1989: Childrens Act, whose requirements hold for females below 18" in thin
    assert all(name[4] in ":*" and name[:4].isdigit() for name in thin)  # no month, no days
    assert "2020 to 2022: Reported volumes assessed as affected by" not in " ".join(thin)
    assert events["2004-03: Time by which removals are to reach up to 800 a month"] == "white"
    assert (
        events["2003-10*: Two INDIS officers are due to join the Joint Intelligence Cell"]
        == "white"
    )
    # Boards "will be held in September", as a document of October has it.
    boards = "2003-09*: Selection boards for the Proactive Team are to be held"
    assert events[boards] == "white"
    # What is open to the left had happened by the day of the document.
    visits = (
        "to 2003-10-09*: Visits to 371 brothels so far in the year under Kontiki: 9 trafficked"
        " juveniles found, 154 women dealt with"
    )
    assert events[visits] == "#3b496c"
    assert events["2003-04-24: First phase of Maxim begins"] == "#3b496c"
    assert events["2024-02-22: Meeting of the committee that received the report"] == "#3b496c"


def drawn(run: Run, view: str, folder: Path) -> dict[str, Any]:
    """The specification of a picture, and the rows of all its data as `datasets`."""
    assert run("plot", view, "-o", folder / "x.json", "--overwrite").code == 0
    found = json.loads((folder / "x.json").read_text("utf-8"))
    named = found.get("datasets", {})
    return found | {"datasets": list(_data(found)) + list(named.values())}


def _data(value: Any) -> Iterator[list[dict[str, Any]]]:
    if isinstance(value, dict):
        if isinstance(value.get("data"), dict) and "values" in value["data"]:
            yield value["data"]["values"]
        for own in value.values():
            yield from _data(own)
    elif isinstance(value, list):
        for own in value:
            yield from _data(own)


def test_an_outcome_has_the_same_colour_everywhere(run: Run, tmp_path: Path) -> None:
    stacked, shares = drawn(run, "outcomes", tmp_path), drawn(run, "shares", tmp_path)
    scale = stacked["vconcat"][0]["layer"][0]["encoding"]["color"]["scale"]
    named = dict(zip(scale["domain"], scale["range"], strict=True))
    bars = {row["label"].replace("\n", " "): row["colour"]
            for rows in shares["datasets"] for row in rows if "colour" in row}  # fmt: skip
    assert {name.rpartition(" (")[0]: colour for name, colour in named.items()} == bars
    series = {*re.findall("#[0-9a-f]{6}", "".join(
        json.dumps(drawn(run, view, tmp_path)["vconcat"]) for view in ("ethnicity", "maxim")
    ))}  # fmt: skip
    assert {"#0f4642", "#9ad3cb", "#4f1f46", "#d8b0cf"} <= series  # sexes, and phases
    assert not series & set(bars.values())  # navy and gold say how an offence ended
    darkest = min(named, key=lambda name: lightness(named[name]))
    assert darkest == "18: Investigation complete no suspect identified (25)"
    greys = sorted(lightness(colour) for colour in named.values())
    assert min(after - before for before, after in pairwise(greys)) > 6


def test_one_document(texts, refused, tmp_path: Path) -> None:
    found = texts("maxim", "--document", "mpa-2003-10-09")
    assert "Arrests in Phase 2 from its start on 3 July (9" in found
    assert "207" not in found
    message = refused("plot", "age", "-o", tmp_path / "x.svg", "--document", "mpa-2003-05-08")
    assert message == "There is nothing to draw for 'age' in mpa-2003-05-08: leave out --document."
    assert not list(tmp_path.glob("x.svg"))


@pytest.mark.parametrize("view", PICTURES)
def test_the_same_picture_each_time(run: Run, view: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    assert run("plot", view, "-o", one).code == 0
    command = [sys.executable, "-m", "moditrack", "plot", view, "-o", str(other)]
    elsewhere = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, **elsewhere})
    assert one.read_bytes() == other.read_bytes()
    assert one.read_text("utf-8").startswith('<svg role="img" aria-label="')


def test_two_forces_are_drawn_apart(texts, two_forces: Path) -> None:
    for view, expected in (("outcomes", "18"), ("shares", "61% (46 to 74)"), ("age", "11-17")):
        found = texts(view, "--db", two_forces)
        assert found.count("Metropolitan Police Service, mps-2025-02-22") == 1
        assert found.count(expected) >= 2
        assert not {"36", "82", "50 of 41"} & set(found)
    assert any("<script>alert(1)</script>" in text for text in found)  # the title, as text


@pytest.mark.parametrize("view", PICTURES)
def test_each_picture_is_valid_vega_lite(view: str) -> None:
    with moditrack.open() as data:
        chart = draw(data, view)
    assert chart.to_dict(validate=True) == chart.to_dict(validate=False)


def test_the_intervals_of_the_comparison_are_drawn_against_1(run: Run, tmp_path: Path) -> None:
    layers = drawn(run, "compare", tmp_path)["vconcat"][0]["layer"]
    ends = [
        (
            layer["mark"]["type"],
            *(layer["encoding"].get(end, {}).get("field") for end in ("x", "x2")),
        )
        for layer in layers[:-1]
    ]
    assert ends == [
        ("rule", "ratio_low", "ratio_high"), ("rule", "one", None),
        ("rule", "wide_low", "wide_high"), ("rule", "low", "high"), ("point", "point", None),
    ]  # fmt: skip
    # the bar is wider than the point on it, and so can be seen
    rounding, point = layers[0]["mark"], layers[4]["mark"]
    assert rounding["strokeWidth"] > 2 * (4 * point["size"] / 3.1416) ** 0.5
    assert rounding["color"] != point["color"]


def test_a_picture_names_the_checks_of_what_does_not_fit() -> None:
    named = {"outcomes": "share-base, increase-2023, charges, february", "compare": "share-base"}
    for view, checks in named.items():
        picture = (ROOT / "docs" / "pictures" / f"{view}.svg").read_text("utf-8")
        assert f"or the documents disagree: moditrack check {checks}." in unescape(picture)
