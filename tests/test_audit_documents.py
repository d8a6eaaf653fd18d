"""What the audit finds by itself in whole documents: the four reports, and invented ones."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from moditrack.audit import many_files
from moditrack.audit.audit import audit_file


def verdicts(path: Path) -> set[tuple[str, str, str | None, str]]:
    return {
        (claim.passage.locator, claim.stated.printed, result.recomputed, result.verdict)
        for claim, result in audit_file(path).claims
    }


def test_the_city_report(documents: Path) -> None:
    found = verdicts(documents / "colp-2024-02-22.txt")
    assert {
        # 18 and 7 of the 34 who declared their ethnicity, 41 less 7 unknown
        ("19.b6", "43%", "52.94%", "inconsistent"),
        ("19.b6", "17%", "20.59%", "inconsistent"),
        ("summary.b6", "43%", "52.94%", "inconsistent"),
        # 25 of 41
        ("19.b8", "60%", "60.98%", "truncated"),
        ("summary.b7", "60%", "60.98%", "truncated"),
        # the totals of the table: 18 in 2019, 6 in 2022, 9 in 2023
        ("19.b2", "50%", "50%", "consistent"),
        ("19.b2", "225%", "50%", "inconsistent"),
        ("19.b3", "76%", "75.61%", "consistent"),
        ("19.b8", "24%", "24.39%", "consistent"),
    } <= found
    misfits = {(place, printed) for place, printed, _, verdict in found
               if verdict in ("inconsistent", "impossible")}  # fmt: skip
    assert misfits == {
        ("19.b2", "225%"), ("19.b6", "43%"), ("19.b6", "17%"), ("summary.b6", "43%"),
        ("19.b7", "50%"),  # of 41 a year, 5 in February are 46% above the average and 6 are 76%
    }  # fmt: skip
    tables = [one for one in found if one[0] in ("19.age", "19.ethnicity", "19.outcome")]
    assert {verdict for *_, verdict in tables} == {"consistent"}


def test_the_press_release(documents: Path) -> None:
    assert verdicts(documents / "mpa-2004-02-16.txt") == {
        ("notes.3.b2", "148", "148", "consistent"),  # 102 and 46
        ("notes.3.b5", "53", "52", "inconsistent"),  # 21 and 31
    }


def test_the_authority_report_of_may(documents: Path) -> None:
    checked = {
        one for one in verdicts(documents / "mpa-2003-05-08.txt") if one[3] != "not-checkable"
    }
    assert checked == {
        ("B.23", "Five", "5", "consistent"),
        ("B.24", "Monday", "Monday", "consistent"),
        ("B.24", "two", "2", "consistent"),
        ("B.25", "5", "5", "consistent"),
        ("B.35", "four", "4", "consistent"),
    }


HARBOUR = """Harbour watch

1. There were 40 boardings: 30 by day (75%) and 10 by night (25%).

2. The three aims are:

- to board;
- to search;
- to report.

3. Boardings rose from 32 in 2018 to 40 in 2019, an increase of 20%.

Port\t2018\t2019\tTotal
North\t12\t18\t30
South\t20\t22\t43
Total\t32\t40\t72
"""


def test_an_invented_report(tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text(HARBOUR, encoding="utf-8")
    bad = {one[1:] for one in verdicts(file) if one[3] not in ("consistent", "not-checkable")}
    assert bad == {
        ("20%", "25%", "inconsistent"),
        ("43", "42", "inconsistent"),  # 20 and 22
        ("72", "73", "inconsistent"),  # 30 and 43, though 32 and 40 make 72
    }


@pytest.mark.parametrize("text", ["", "No numbers here.\n"])
def test_a_report_without_numbers(run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "empty.txt"
    file.write_text(text, encoding="utf-8")
    assert "no derived number could be recomputed" in run("audit", file).out


def test_strict_is_about_what_is_joined(run, tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text(HARBOUR, encoding="utf-8")
    assert run("audit", file).code == 0
    assert run("audit", file, "--strict").code == 1
    file.write_text(HARBOUR.replace("20%", "25%").replace("\t43", "\t42"), encoding="utf-8")
    assert run("audit", file, "--strict").code == 0


def test_verdicts_and_kinds_can_be_repeated(run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "Of the 50 boats, 20 (40%) were late and 25 (60%) leaked."
        " Crews rose from 10 to 12, an increase of 20%."
    )
    wanted = ["--verdict", "consistent", "--verdict", "inconsistent", "--kind", "share"]
    shares = run("audit", path, *wanted, "--fields", "stated", "--csv").out.split()
    assert shares == ["stated", "40%", "60%"]
    every = run("audit", path, *wanted, "--kind", "increase", "--fields", "stated", "--csv").out
    assert every.split() == ["stated", "40%", "60%", "20%"]


def test_a_folder_is_its_files(run, tmp_path: Path) -> None:
    for name in "abcdef":
        (tmp_path / f"{name}.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    answer = run("audit", tmp_path, "--jsonl")
    assert answer.code == 1
    assert "picture.png" in answer.err
    assert len(answer.out.splitlines()) == 18


def test_a_missing_file_is_one_sentence(run) -> None:
    answer = run("audit", "missing.pdf")
    assert answer.code == 1
    assert answer.err == (
        "Error: missing.pdf cannot be read (No such file or directory): name another file.\n"
    )


def test_the_same_words_about_another_place_are_no_misfit(tmp_path: Path) -> None:
    text = "Summary\n\n1. There were {} people on the register at the end of the year.\n\n"
    file = tmp_path / "places.txt"
    file.write_text("Report\n\n" + text.format("13,672") + text.format("577"), encoding="utf-8")
    assert verdicts(file) == set()


def test_a_pdf_without_the_extra_says_what_to_install(run, tmp_path: Path, monkeypatch) -> None:
    for name in [
        name for name in sys.modules if name.startswith("moditrack.documents.readers.pdf")
    ]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.partition(".")[0] == "pdfminer"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pdfminer", None)
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    answer = run("audit", file)
    assert answer.code == 1
    assert answer.err.startswith("Error: paper.pdf needs more than the base install: ")
    assert answer.err.endswith(" -m pip install -e '.[read]' and run it again.\n")


def test_words_alone_make_no_misfit(tmp_path: Path) -> None:
    """580 of 950 searches are 61%: the 85% is of the population."""
    file = tmp_path / "searches.txt"
    file.write_text(
        "Searches\n\n1. White British people make up 85% of the population of the county.\n\n"
        "Ethnicity\tSearches\nWhite British\t580\nBlack\t370\nTotal\t950\n",
        encoding="utf-8",
    )
    assert {one[-1] for one in verdicts(file)} == {"consistent", "not-checkable"}


def test_a_number_far_from_a_list_does_not_count_its_items(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(
        "Report\n\n1. The two forces agreed in the spring of that year to work more closely, to"
        " meet each month and to share what they know, and to publish:\n\n- a plan;\n- a report.\n",
        encoding="utf-8",
    )
    assert verdicts(file) == set()


def test_counts_that_are_said_to_be_rounded_to_5(tmp_path: Path) -> None:
    """40 and 35 are 37.5 to 42.5 and 32.5 to 37.5: together 70 to 80; 60 is at most 62.5."""
    file = tmp_path / "rounded.txt"
    said = "Report\n\nFigures are rounded to the nearest 5.\n\n"
    for total, verdict in (("70", "consistent"), ("60", "inconsistent")):
        file.write_text(f"{said}1. There were 40 men and 35 women, a total of {total}.\n", "utf-8")
        assert {one[-1] for one in verdicts(file)} == {verdict}
    file.write_text("Report\n\n1. There were 40 men and 35 women, a total of 70.\n", "utf-8")
    assert {one[-1] for one in verdicts(file)} == {"inconsistent"}


def test_a_bug_in_one_file_does_not_end_the_others(tmp_path, monkeypatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Officers searched 31 of the 41 boats (75%).\n")

    def failing(path: Path) -> object:
        if path.name == "a.txt":
            raise ValueError("min() arg is an empty sequence")
        return audit_file(path)

    monkeypatch.setattr(many_files, "audit_file", failing)
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    summaries, rows, problems = many_files.audit_files(paths, lambda done, whole: None)
    assert [Path(one.file).name for one in summaries] == ["b.txt"]
    assert [row["stated"] for row in rows] == ["75%"]
    (problem,) = problems
    assert problem.startswith(f"{tmp_path / 'a.txt'} was not audited: this is a bug in moditrack (")


def test_one_number_that_fits_is_spoken_of_as_one(run, tmp_path: Path) -> None:
    (tmp_path / "boats.txt").write_text(
        "Boats rose from 40 in 2019 to 50 in 2020, a rise of 25%.\n"
    )
    out = run("audit", tmp_path / "boats.txt").out
    assert out.startswith(f"{tmp_path / 'boats.txt'}: the 1 recomputed number fits\n")
