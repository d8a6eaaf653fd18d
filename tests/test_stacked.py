"""Rows too wide for a table on a narrow screen: the longest text below the other columns."""

from __future__ import annotations

import re
from typing import Any

import pytest

from moditrack.output.charts import interval
from moditrack.tables import Display, DisplayColumn, Note, Table
from tests.terminal import on_terminal
from tests.test_cells import on_a_terminal

WHERE = "harbour-2024-01-01#appendix-3.b12"
COLUMNS = (
    DisplayColumn("when", "When", "period"),
    DisplayColumn("what", "Event"),
    DisplayColumn("who", "Unit"),
    DisplayColumn("sources", "Source", "list"),
)


def shown(monkeypatch: pytest.MonkeyPatch, one: Table, width: int) -> list[str]:
    return [re.sub(r"\^\[[0-9;]*m", "", own) for own in on_a_terminal(monkeypatch, one, width)]


def drawn(monkeypatch: pytest.MonkeyPatch, rows: list[dict[str, Any]], width: int) -> list[str]:
    display = Display(COLUMNS, group="year")
    one = Table("T", (), rows, display=display, notes=lambda _: [Note("caution", "Few.")])
    return shown(monkeypatch, one, width)


ROWS = [
    {
        "year": "2023: 2",
        "when": "2023-04-24",
        "who": "Harbour Master of the Lower Quays",
        "what": "Two boats were searched at the northern quay, and their papers were kept",
        "sources": [WHERE],
    },
    {
        "year": "2023: 2",
        "when": "2023-04-24",
        "who": "Harbour Master of the Lower Quays",
        "what": "A boat left",
        "sources": [WHERE],
    },
    {"year": "Undated: 1", "when": None, "who": None, "what": "A storm", "sources": [WHERE]},
]


def test_the_longest_text_is_below_the_others(monkeypatch) -> None:
    assert drawn(monkeypatch, ROWS, 60) == [
        "T",
        "When        Unit",
        "  Event",
        "-" * 60,
        "2023: 2",
        "2023-04-24  Harbour Master of the Lower Quays",
        "  Two boats were searched at the northern quay, and their",
        f"  papers were kept {WHERE}",
        "",
        '"           "',  # on the same day
        f"  A boat left {WHERE}",
        "",
        "Undated: 1",
        f"  A storm {WHERE}",
        "",
        "! Few.",
    ]


def test_a_text_that_is_the_first_column_comes_first(monkeypatch) -> None:
    columns = (
        DisplayColumn("what", "Promise", "cited"),
        DisplayColumn("who", "By"),
        DisplayColumn("due", "Due", "unbroken"),
        DisplayColumn("state", "State"),
        DisplayColumn("sources", "Source", "list"),
    )
    row = {
        "what": "Search each boat that comes to the northern quay, and keep a list of the papers",
        "who": "Harbour Master",
        "due": "2024-03-31",
        "state": "Reported met in part: two boats were searched in the first week",
        "sources": [WHERE],
    }
    one = Table("T", (), [row], display=Display(columns))
    assert shown(monkeypatch, one, 60)[:8] == [
        "T",
        "Promise",
        "  By          Due         State",
        "-" * 60,
        "Search each boat that comes to the northern quay, and keep a",
        f"list of the papers {WHERE}",
        "  Harbour     2024-03-31  Reported met in part: two boats",
        "  Master                  were searched in the first week",
    ]


def test_where_there_is_room_it_is_beside_them(monkeypatch) -> None:
    assert drawn(monkeypatch, ROWS, 110)[1].split() == ["When", "Event", "Unit"]
    # and a screen without room for two columns has a line for each value
    assert "Event  Two boats were searched at the" in drawn(monkeypatch, ROWS, 45)


def test_numbers_are_in_a_line_below_short_texts(monkeypatch) -> None:
    columns = [DisplayColumn("area", "Area"), DisplayColumn("in", "Reported in", "id")]
    columns += [DisplayColumn(str(n), f"Measure {n}", "number") for n in range(8)]
    row = {
        "area": "Lower Harbour",
        "in": "harbour-2024-01-01",
        "0": 1,
        "2": 3_000_000,
        "3": 4,
        "4": 5,
        "5": 6,
        "6": 7,
        "7": 8,
    }
    one = Table("T", (), [row], display=Display(columns))
    assert shown(monkeypatch, one, 60)[1:] == [
        "Area           Reported in",
        "  Measure 0, Measure 2, Measure 3, Measure 4, Measure 5,",
        "  Measure 6, Measure 7",
        "-" * 60,
        "Lower Harbour  harbour-2024-01-01",
        "  Measure 0 1; Measure 2 3000000; Measure 3 4; Measure 4 5;",
        "  Measure 5 6; Measure 6 7; Measure 7 8",
    ]


def test_a_digest_is_not_broken(monkeypatch) -> None:
    columns = (DisplayColumn("part", "Part"), DisplayColumn("found", "Found"))
    one = Table("T", (), [{"part": "content", "found": "a1" * 32}], display=Display(columns))
    assert "a1" * 32 in shown(monkeypatch, one, 60)


def test_findings_and_figures_on_a_narrow_screen() -> None:
    lines = on_terminal(60, "check", keyboard=False, rows=24).out.splitlines()
    assert lines[4:8] == [
        "    Printed    Figures give  Check",
        "─" * 49,
        "!       n=9  9 (2023) or 41  share-base",
        "!  225%, +5         50%, +3  increase-2023",
    ]
    lines = on_terminal(60, "figures", "--measure", "arrests", keyboard=False).out.splitlines()
    assert lines[1:8] == [
        "Printed  Unit     Period",
        "  What it counts",
        "─" * 60,
        "mpa-2003-10-09, MPS response to organised immigration",
        "crime: 7",
        "46       arrests  2003-04-24 to 2003-04-29*",
        "  Arrests in Phase 1 mpa-2003-10-09#B.7.p1 phase-1-arrests",
    ]


def test_a_column_for_a_wide_screen_is_shown_although_one_of_its_texts_wraps(monkeypatch) -> None:
    columns = (
        DisplayColumn("what", "Promise"),
        DisplayColumn("by", "By", optional=True),
        DisplayColumn("sources", "Source", "list"),
    )
    what = "Search each boat that comes to the northern quay and keep its papers"  # 68 letters
    many = "Harbour Master, Lower Quays, Upper Quays, Northern Quays, Divers"  # 64
    rows = [
        {"what": f"{n} {what}", "by": "Divers" if n else many, "sources": ["x"]} for n in range(20)
    ]
    one = Table("T", (), rows, display=Display(columns))
    # 60 for the promise, 6 for "Divers", 6 for "Source" and two gaps of 2
    assert shown(monkeypatch, one, 76)[1].split() == ["Promise", "By", "Source"]
    assert shown(monkeypatch, one, 75)[1].split() == ["Promise", "Source"]


@pytest.mark.parametrize(
    ("width", "head", "row"),
    [
        (60, "Offences       0          1     Ratio", "9, 2023           ├──●────│┤     0.54"),
        (
            64,
            "Offences       0    national 1      Ratio",
            "9, 2023            ├───●─────│┤      0.54",
        ),
    ],
)
def test_an_interval_is_drawn_in_the_room_there_is(width: int, head: str, row: str) -> None:
    lines = on_terminal(width, "compare", keyboard=False, rows=24).out.splitlines()
    assert any(line.startswith(head) for line in lines)
    assert any(line.startswith(row) for line in lines)
    assert all(len(line) <= width for line in lines)
    none = on_terminal(50, "compare", keyboard=False, rows=24).out
    assert "●" not in none


def test_labels_are_indented_below_their_first_lines_all_or_none() -> None:
    # At 60 columns "14: ... unable to support action" would take a fourth line; a lower screen has
    # a line for each label.
    lines = on_terminal(60, "outcomes", keyboard=False, rows=40).out.splitlines()
    labels = [line[:25].rstrip() for line in lines[7:16]]
    assert labels[0] == "14: Victim declines/"
    assert labels[1:3] == ["unable to support action", "to identify offender"]
    assert labels[3] == "16: Victim declines/"
    assert labels[4:6] == ["withdraws support - named", "suspect identified"]
    assert labels[6] == "18: Investigation"
    assert labels[7:9] == ["complete no suspect", "identified"]
    lines = on_terminal(80, "outcomes", keyboard=False, rows=24).out.splitlines()
    assert lines[7].startswith("    action to identify") and lines[11] == "    identified"


def test_an_end_on_either_side_of_1_is_drawn_there() -> None:
    # On 12 cells to 1.1 both 1 and 1.03 are the tenth, 0.97 too.
    assert interval(0.25, 0.54, 1.03, 1.1, width=12) == "  ├──●────│┤"
    assert interval(0.25, 0.54, 0.97, 1.1, width=12) == "  ├──●───┤│ "
    assert interval(0.25, 0.54, 1.0, 1.1, width=12) == "  ├──●────┤ "


def test_numbers_of_several_files_are_under_their_files() -> None:
    files = ("docs/harbour-review.txt", "docs/quay-report.html")
    lines = on_terminal(80, "audit", *files, keyboard=False).out.splitlines()
    lines = lines[lines.index("2 files: 3 of 9 derived numbers do not fit") :]  # below the progress
    assert lines[4:16] == [
        "         Figures",
        "Printed     give  What                                  Verdict       Where",
        "─" * 80,
        "docs/harbour-review.txt",
        '    30%      25%  "Officers recorded 45 offences in     inconsistent  1',
        "                  2024, up from 36 in 2023, an",
        '                  increase of 30%"',
        "",
        '     45       42  "TOTAL, 2024"                         inconsistent  3.outcome',
        "",
        '    75%   75.61%  "Officers searched 31 of the 41       truncated     4',
        '                  boats (75%)"',
    ]
    assert lines[17] == "docs/quay-report.html"
    assert lines[-1] == "  Every derived number: --all."  # one file at a time is marked


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "docs/harbour-review.txt",
            "Every derived number: --all. Marked in the text: -o marked.html.",
        ),
        (
            "docs/estuary-report.pdf",
            "Every derived number: --all. Marked in the text: -o marked.pdf.",
        ),
        ("docs/harbour-review.txt --all", "Marked in the text: -o marked.html."),
    ],
)
def test_an_audit_says_what_more_there_is(line: str, said: str) -> None:
    out = on_terminal(120, "audit", *line.split(), keyboard=False).out
    assert out.splitlines()[-1].strip() == said


def test_numbers_that_are_asked_for_are_flush_right_and_stay_in_their_order() -> None:
    everything = on_terminal(80, "sql", "SELECT * FROM outcome", keyboard=False).out.splitlines()
    assert [line.split()[0] for line in everything[1:5]] == ["document", "force", "year", "code"]
    query = "SELECT year, offences, outcome FROM outcome WHERE code = '18' LIMIT 3"
    assert on_terminal(80, "sql", query, keyboard=False).out.splitlines()[1:] == [
        "year  offences  outcome",
        "─" * 61,
        "2019        14  Investigation complete, no suspect identified",
        "2020         1  Investigation complete, no suspect identified",
        "2021         1  Investigation complete, no suspect identified",
    ]
    given = ("victims", "--sex", "male", "--fields", "category,victims")
    lines = on_terminal(80, *given, keyboard=False).out.splitlines()
    assert lines[1:5] == [
        "category  victims",
        "─" * 17,
        "11-17           8",
        "18-25          11",
    ]


def test_what_is_printed_is_on_one_line_of_a_wide_screen() -> None:
    # para 2: 68 workers for every one resident
    out = on_terminal(200, "figures", "--document", "colp-2024-02-22", keyboard=False).out
    assert "\n68 workers for every one  Workers in the City for every one resident  " in out
    assert "\n1 in every 54             British workers " in out


def test_names_of_several_words_are_not_run_together() -> None:
    out = on_terminal(200, "sources", keyboard=False).out
    assert "Authority Frank" not in " ".join(out.split("\n")[5:7])
