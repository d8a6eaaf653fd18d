"""Page one of the briefing."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from moditrack.db.connection import shipped_path
from tests.conftest import Run
from tests.test_report import section, table, words


def test_page_one(page: str) -> None:
    sheet = section(page, "brief")
    tiles = [words(re.sub(r'<span class="marks">.*?</span>', "", tile))
             for tile in re.findall(r"<li>(<strong>.*?)</li>", sheet)]  # fmt: skip
    assert tiles == [
        "41 offences recorded by the City of London Police, 2019 to 2023",
        "25 of 41 had no suspect, 61% (46 to 74); 35 counting code 14, 85%; 1 charged",
        "31 of 41 victims were male; 11 of the 41 were aged 11-17 (8 male, 3 female)",
        # the 26 of October 2003, after which there is only that of February 2004
        "39 of 58 promises that a later document could report on are not mentioned again; all that"
        " came after 26 of them is a press release",
    ]
    assert sheet.count("<figure>") == 1
    shown = words(re.sub("</?strong>", "", sheet))
    for text in (
        "Is modern slavery a smaller share of crime in the City than nationally?",
        "0.13% against 0.24%. Neither reading shows it: both are borderline.",
        "The report does not say which it means.",
        "No cause can be concluded.",
        "11 other points differ or are unclear in ways that matter.",
        "Read with care. Counts below 10 are too small to draw conclusions from.",
        "Cite as: Human trafficking, modern slavery and the police in London: briefing of ",
    ):
        assert text in shown, text
    assert re.search(r"Issued \d+ \w+ \d{4}\. Made with moditrack [\d.]+, dataset \w{12}\.", shown)
    assert words(page).count("Issued ") == 1


def test_page_one_shows_what_does_not_add_up_and_the_results_of_maxim(page: str) -> None:
    sheet = section(page, "brief")
    assert table(sheet, "Numbers that do not fit, or cannot be placed") == [
        ["What", "Printed", "Figures give"],
        ["Base of the City's 0.13%", "n=9", "9 (2023) or 41"],
        ["Increase of offences in 2023", "225%, +5", "50%, +3"],
        ["1 or more charges since 2019", "", "unclear"],
        ["Removals of both Maxim phases", "53", "52"],
        ["Victims' declared ethnicity", "43%, 17%", "53%, 21%"],
        ["Offences in February", "50%", "46% or 76%"],
    ]
    # More than two references are not in a heading; 0.13%, 0.24% and the verdict are bold.
    assert "References [" in words(sheet.partition("</table>")[2])
    for heading in re.findall(r"<h3.*?</h3>", sheet):
        assert heading.count('href="#r') <= 2
    assert "<p><strong>0.13%</strong> against <strong>0.24%</strong>. Neither reading" in sheet
    assert "both are <strong>borderline</strong>." in sheet
    assert table(sheet, "Operation Maxim, as reported on 16 February 2004") == [
        ["Phase", "Arrests", "Charged", "Cautioned", "Removed", "Cash"],
        ["Phase 1", "46", "", "", "31", ""],
        ["Phase 2", "102", "23", "24", "21", "£153,573"],
    ]


def test_the_verdict_is_bold_on_a_terminal(terminal: Run) -> None:
    shown = terminal(80, "report", "--page-one", "--no-pager", escapes=True).out
    assert "both are \x1b[1mborderline\x1b[0m. The" in shown


def test_page_one_rounds_a_half_up(run: Run, tmp_path: Path) -> None:
    path = Path(shutil.copy(shipped_path(), tmp_path / "copy.db"))
    with closing(sqlite3.connect(path)) as connection, connection:
        for stated, given in (("43%", "62.50%"), ("17%", "66.49%")):
            connection.execute(
                "UPDATE check_result SET recomputed = ? WHERE stated = ?", (given, stated)
            )
    sheet = run("--db", path, "report", "--page-one").out
    row = next(line for line in sheet.splitlines() if "43%, 17%" in line)
    assert [cell.strip() for cell in row.split("|")][2:4] == ["43%, 17%", "63%, 66%"]


def test_page_one_alone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709208000")  # 29 February 2024
    assert run("report", "--page-one", "-o", tmp_path / "one.html").code == 0
    sheet = (tmp_path / "one.html").read_text("utf-8")
    assert re.findall(r'<section id="(\w+)"', sheet) == ["brief"]
    assert "<nav" not in sheet
    assert words(sheet).count("Issued 29 February 2024.") == 1
    assert "[1] mpa-2004-02-16#notes.1 ;" in words(sheet)
    assert set(re.findall(r'href="#(r\d+)"', sheet)) == set(re.findall(r'id="(r\d+)"', sheet))
    text = run("report", "--page-one").out
    assert "- **41** offences recorded by the City of London Police, 2019 to 2023" in text
    assert "Issued 29 February 2024." in text
    assert re.findall(r"^## (.*)", text, re.M) == ["1. In brief", "A. References"]
    # in Markdown, too, more than two references are below, and 0.13% and the verdict are bold
    assert "\n**Numbers that do not fit, or cannot be placed**\n" in text
    assert "ways that matter.\n\nReferences \\[1, 5, 8, " in text
    verdict = "**0.13%** against **0.24%**. Neither reading shows it: both are **borderline**. The"
    assert f"\n{verdict} report" in text
