"""Every kind of difference between the invented report and its records, in the words of verify."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.harbour import ID, TEXT, one_report

DIGEST = "its text has another digest"
TOTAL = "TOTAL\t10\t15\t25"
Differences = list[tuple[str, str]]


@pytest.fixture
def compared(harbour: Path, tmp_path: Path, run: Any) -> Any:
    """Compare the report with its records, both with some texts replaced; what verify prints of
    it as JSON, and its differences but for those of digests."""

    def call(text: dict[str, str], records: dict[str, str]) -> tuple[dict[str, Any], Differences]:
        folder = one_report(harbour, tmp_path / "records")
        changed = TEXT
        for old, new in text.items():
            assert changed.count(old) == 1, old
            changed = changed.replace(old, new)
        for old, new in records.items():
            name, _, line = old.partition(": ")
            path = folder / ID / f"{name}.csv"
            kept = path.read_text("utf-8")
            assert kept.count(line) == 1, line
            path.write_text(kept.replace(line, new), "utf-8")
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "page.txt").write_text(changed, "utf-8")
        result = run("verify", tmp_path / "texts", "--records", folder, "--json")
        row = result.json[-1]
        assert row["document"] == ID
        assert result.code == (1 if row["differences"] else 0)
        found = [(one["citation"].partition("#")[2], one["what"]) for one in row["differences"]]
        return row, [(locator, what) for locator, what in found if what != DIGEST]

    return call


CELL_18 = "outcome-18-investigation-complete-no-suspect-identified"


@pytest.mark.parametrize(
    ("text", "records", "differences"),
    [
        # passages
        ({"for an update": "for update"}, {}, [("summary.p1", "it has 7 words, not 8")]),
        ({"for an update": "for an early update"}, {},
         [("summary.p1", "it has 9 words, not 8")]),
        ({"Key Data and Analysis": "Data"}, {},
         [("2", "it is another kind of passage or has another heading"),
          ("2.outcome", "it is another kind of passage or has another heading")]),
        ({}, {"passages: summary.p2,unnumbered,": "summary.p2,paragraph,"},
         [("summary.p2", "it is another kind of passage or has another heading")]),
        # figures
        ({}, {"figures: ,20%,20,": ",20%,21,"},
         [("summary.b1", f"'20%' does not give {ID}:summary-b1-share-of-offences")]),
        ({"of which 20%": "of which 21%"}, {"figures: ,20%,20,": ",21%,21,"}, []),
        ({"to 6 arrests": "to more than 6 arrests"}, {"figures: ,6,6,,,": ",more than 6,6,,,"},
         [("summary.b2", f"'more than 6' is more-than, not exact ({ID}:summary-b2-arrests)"),
          ("summary.b2", "it has 9 words, not 7")]),
        ({"to 6 arrests": "to 1.6 arrests"}, {},
         [("summary.b2", f"'6' is not there ({ID}:summary-b2-arrests)"),
          ("summary.b2", "'1.6' is not accounted for: … peration Gull has led to 1.6 arrests. …")]),
        ({"to 6 arrests": "to 6.5 arrests"}, {},
         [("summary.b2", f"'6' is not there ({ID}:summary-b2-arrests)"),
          ("summary.b2", "'6.5' is not accounted for: … peration Gull has led to 6.5 arrests. …")]),
        # cells
        ({TOTAL: f"20: Other\t7\t\t8\n{TOTAL}"}, {},
         [("2.outcome", "it has 26 words, not 22"),
          ("2.outcome", "the cell '7' in row '20: Other', column '2023' is new"),
          ("2.outcome", "the cell '8' in row '20: Other', column 'TOTAL' is new")]),
        # A gap moves nothing: what is under 2024 stays there.
        ({"1. Charged\t1\t3\t4": "1. Charged\t\t1\t4"}, {},
         [("2.outcome", "it has 21 words, not 22"),
          ("2.outcome", f"the cell reads '', not '1' ({ID}:outcome-1-charged-2023)"),
          ("2.outcome", f"the cell reads '1', not '3' ({ID}:outcome-1-charged-2024)")]),
        ({"1. Charged\t1\t3\t4": "1. Charged\t1\t3\t"}, {},
         [("2.outcome", "it has 21 words, not 22"),
          ("2.outcome", f"the cell reads '', not '4' ({ID}:outcome-1-charged-total)")]),
        ({TOTAL: "\t10\t15\t25"}, {},
         [("2.outcome", "it has 21 words, not 22"),
          *(("2.outcome", f"the cell '{cell}' in row '', column '{column}' is new")
            for cell, column in (("10", "2023"), ("15", "2024"), ("25", "TOTAL"))),
          *(("2.outcome", f"the cell of {ID}:outcome-total-{column} is not there")
            for column in ("2023", "2024", "total"))]),
        # Two columns of one name are kept apart.
        ({"OUTCOME\t2023\t2024": "OUTCOME\t2024\t2024"}, {},
         [*(("2.outcome", f"the cell '{cell}' in row '{row}', column '2024~2' is new")
            for row, cell in (("1. Charged", "3"), ("TOTAL", "15"),
             ("18: Investigation complete no suspect identified", "12"))),
          ("2.outcome", f"the cell reads '1', not '3' ({ID}:outcome-1-charged-2024)"),
          ("2.outcome", f"the cell reads '9', not '12' ({ID}:{CELL_18}-2024)"),
          ("2.outcome", f"the cell reads '10', not '15' ({ID}:outcome-total-2024)"),
          ("2.outcome", f"the cell of {ID}:outcome-1-charged-2023 is not there"),
          ("2.outcome", f"the cell of {ID}:{CELL_18}-2023 is not there"),
          ("2.outcome", f"the cell of {ID}:outcome-total-2023 is not there")]),
        # A mark is what it is, and no number.
        ({"1. Charged\t1\t3\t4": "1. Charged\t*\t3\t4"},
         {"figures: outcome-1-charged-2023,2.outcome,1,1,": "outcome-1-charged-2023,2.outcome,*,,"},
         []),
        ({}, {"figures: outcome-1-charged-2023,2.outcome,1,1,":
              "outcome-1-charged-2023,2.outcome,*,,"},
         [("2.outcome", f"the cell reads '1', not '*' ({ID}:outcome-1-charged-2023)")]),
        ({TOTAL: f"{TOTAL}\t9"}, {},
         [("2.outcome", "it has 23 words, not 22"),
          ("2.outcome", "row 'TOTAL' is longer than the header")]),
        ({f"{TOTAL}\n": ""}, {},
         [("2.outcome", "it has 18 words, not 22"),
          ("2.outcome", f"the cell of {ID}:outcome-total-2023 is not there"),
          ("2.outcome", f"the cell of {ID}:outcome-total-2024 is not there"),
          ("2.outcome", f"the cell of {ID}:outcome-total-total is not there")]),
        ({"9\t12\t21": "8\t12\t21"}, {},
         [("2.outcome", f"the cell reads '8', not '9' ({ID}:{CELL_18}-2023)")]),
        # dates, changed in the text and in the printed part of the records
        ({"3 June 2024": "Monday 3 June 2024"}, {"events: ,3 June 2024,": ",Monday 3 June 2024,"},
         [("1", "it has 22 words, not 21")]),
        ({"3 June 2024": "Tuesday 3 June 2024"},
         {"events: ,3 June 2024,": ",Tuesday 3 June 2024,"},
         [("1", "it has 22 words, not 21"),
          ("1", "'Tuesday 3 June 2024' is not the date of its event")]),
        ({"3 June 2024": "3 July 2024"}, {"events: ,3 June 2024,": ",3 July 2024,"},
         [("1", "'3 July 2024' is not the date of its event")]),
        ({"3 June 2024": "3 June 2023"}, {"events: ,3 June 2024,": ",3 June 2023,"},
         [("1", "'3 June 2023' is not the date of its event")]),
        ({"3 June 2024": "4 June 2024"}, {"events: ,3 June 2024,": ",4 June 2024,"},
         [("1", "'4 June 2024' is not the date of its event")]),
        ({"on 3 June 2024": "pre 2025"},
         {"events: 1,2024-06-03,,3 June 2024,": "1,../2024,yes,pre 2025,"},
         [("1", "it has 19 words, not 21")]),
        ({"on 3 June 2024": "pre 2026"},
         {"events: 1,2024-06-03,,3 June 2024,": "1,../2024,yes,pre 2026,"},
         [("1", "it has 19 words, not 21"), ("1", "'pre 2026' is not the date of its event")]),
        # names, and other numbers
        ({}, {"names: gull,,Operation Gull,name": "gull,,Operation Tern,name"},
         [("summary.b2", "the name 'Operation Tern' is not there"),
          ("1", "no name of 'gull' is printed here or above (figure)"),
          ("summary.b2", "no name of 'gull' is printed here or above (figure)"),
          ("1", "no name of 'gull' is printed here or above (statement)"),
          ("1", "no name of 'gull' is printed here or above (statement)"),
          ("1", "no name of 'gull' is printed here or above (statement)"),
          ("1", "no name of 'gull' is printed here or above (event)")]),
        # "the scheme" names it in its own passage only.
        ({}, {"names: gull,,Operation Gull,name": "gull,,Operation Gull,reference"},
         [("1", "no name of 'gull' is printed here or above (figure)"),
          ("1", "no name of 'gull' is printed here or above (statement)"),
          ("1", "no name of 'gull' is printed here or above (statement)"),
          ("1", "no name of 'gull' is printed here or above (statement)"),
          ("1", "no name of 'gull' is printed here or above (event)")]),
        ({}, {"numerals: HP 07-25": "HP 07-26"},
         [("header", "the numeral 'HP 07-26' is not there"),
          ("header", "'07' is not accounted for: … rt of: Harbour Police HP 07-25 For Discussion"
           " …"),
          ("header", "'25' is not accounted for: … of: Harbour Police HP 07-25 For Discussion …")]),
        # A number within a name needs no row of its own.
        ({"- Operation Gull": "- Operation Gull 7", "1. Operation Gull": "1. Operation Gull 7"},
         {"names: gull,,Operation Gull,name": "gull,,Operation Gull 7,name"},
         [("summary.b2", "it has 8 words, not 7"), ("1", "it has 22 words, not 21")]),
    ],
)  # fmt: skip
def test_each_difference_is_named(
    compared: Any, text: dict[str, str], records: dict[str, str], differences: Differences
) -> None:
    _, found = compared(text, records)
    assert sorted(found) == sorted(differences)


@pytest.mark.parametrize(
    ("text", "records", "counts"),
    [
        # Counted in the report: 10 passages, 15 figures and 3 dates.
        ({}, {}, ("10/10", "15/15", "3/3")),
        ({"6 arrests": "7 arrests"}, {}, ("9/10", "14/15", "3/3")),
        ({"6 arrests": "over 6 arrests"}, {"figures: ,6,6,,,": ",over 6,6,,,"},
         ("9/10", "14/15", "3/3")),
        ({"9\t12\t21": "8\t11\t21"}, {}, ("9/10", "13/15", "3/3")),
        ({"3 June 2024": "3 July 2024"}, {}, ("9/10", "15/15", "2/3")),
    ],
)  # fmt: skip
def test_the_counts_of_what_is_confirmed(
    compared: Any, text: dict[str, str], records: dict[str, str], counts: tuple[str, ...]
) -> None:
    row, _ = compared(text, records)
    keys = (("passages_matching", "passages"), ("figures_confirmed", "figures"),
            ("dates_confirmed", "dates"))  # fmt: skip
    assert tuple(f"{row[confirmed]}/{row[total]}" for confirmed, total in keys) == counts


def test_each_number_that_is_not_accounted_for_is_counted(compared: Any) -> None:
    row, found = compared({"two aims": "three aims", "for an update": "for 4 updates"}, {})
    assert row["numerals"] - row["numerals_accounted"] == 2
    assert sorted(what.partition(": …")[0] for _, what in found) == [
        "'4' is not accounted for", "'three' is not accounted for",
        f"'two' is not there ({ID}:1-list-items)",
    ]  # fmt: skip


def test_passages_in_another_order(compared: Any) -> None:
    first = TEXT.index("1. Operation Gull began")
    second = TEXT.index("Key Data and Analysis")
    end = TEXT.index("Background Papers")
    _, found = compared({TEXT[first:end]: TEXT[second:end] + TEXT[first:second]}, {})
    assert ("header", "the passages are in another order") in found


def test_a_text_that_differs_in_a_word(compared: Any) -> None:
    row, found = compared({"for an update": "for an answer"}, {})
    assert (row["status"], found) == ("differs", [])
    (one,) = row["differences"]
    assert (one["citation"], one["what"]) == (f"{ID}#summary.p1", DIGEST)


def test_what_a_person_sees(harbour: Path, tmp_path: Path, run: Any) -> None:
    (tmp_path / "page.txt").write_text(TEXT.replace("6 arrests", "7 arrests"), "utf-8")
    (tmp_path / "letter.txt").write_text("A letter.", "utf-8")
    lines = run("verify", tmp_path, "--records", harbour / "records").out.splitlines()
    (line,) = [line for line in lines if line.startswith(ID)]
    assert line.split()[:5] == [ID, "differs", "9/10", "14/15", "3/3"]
    assert "! letter.txt is not a document of the records." in lines
    assert any(line.startswith(f"'6' is not there ({ID}:summary-b2-arrests)") for line in lines)


B2 = f"{ID}:summary-b2-arrests"
SIX = "figures: ,6,6,,,"


@pytest.mark.parametrize(
    ("text", "records", "differences"),
    [
        # A part of a quantity is not the quantity.
        ({"to 6 arrests": "to two hundred and fifty arrests"}, {SIX: ",two hundred,200,,,"},
         ["'two hundred' is a part of 'two hundred and fifty'", "'fifty' is not accounted for"]),
        ({"to 6 arrests": "to two hundred and fifty arrests"},
         {SIX: ",two hundred and fifty,200,,,"}, ["'two hundred and fifty' does not give"]),
        ({"to 6 arrests": "to two hundred and fifty arrests"},
         {SIX: ",two hundred and fifty,250,,,"}, []),
        ({"to 6 arrests": "to half a million arrests"}, {SIX: ",half a million,0.5,,,"},
         ["'half a million' does not give"]),
        ({"to 6 arrests": "to half a million arrests"}, {SIX: ",half,0.5,,,"},
         ["'half' is a part of 'half a million'", "'million' is not accounted for"]),
        ({"to 6 arrests": "to half a million arrests"}, {SIX: ",half a million,500000,,,"}, []),
        # The scale and the unit are parts of it, too.
        ({"to 6 arrests": "to £4 bn in all"}, {SIX: ",£4 bn,4,,,"}, ["'£4 bn' does not give"]),
        ({"to 6 arrests": "to £4 bn in all"}, {SIX: ",£4 bn,4000000000,,,"},
         ["'£4 bn' does not give"]),
        ({"to 6 arrests": "to 6% more"}, {}, ["'6' is a part of '6%'"]),
        # The sign.
        ({"to 6 arrests": "to (1,234) arrests"}, {SIX: ',"(1,234)",1234,,,'},
         ["'(1,234)' does not give"]),
        ({"to 6 arrests": "to -6 arrests"}, {}, ["'6' is a part of '-6'"]),
        # The bound, though the record leaves its words out.
        ({"to 6 arrests": "to at least 6 arrests"}, {}, ["'6' is at-least, not exact"]),
        ({"to 6 arrests": "to 6 or more arrests"}, {}, ["'6' is at-least, not exact"]),
        ({"to 6 arrests": "to 6-9 arrests"}, {},
         ["'6' is a part of '6-9'", "'6' is range, not exact", "'9' is not accounted for"]),
        # A date that is printed otherwise.
        ({"3 June 2024": "03/06/24"}, {"events: ,3 June 2024,": ",03/06/24,"}, []),
        ({"3 June 2024": "01/03/24"}, {"events: 1,2024-06-03,,3 June 2024,":
                                       "1,1999-03-01,,01/03/24,"},
         ["'01/03/24' is not the date of its event"]),
        ({"3 June 2024": "31/02/24"}, {"events: ,3 June 2024,": ",31/02/24,"},
         ["'31/02/24' is not the date of its event"]),
        ({"on 3 June 2024": "in 2024/25"}, {"events: 1,2024-06-03,,3 June 2024,":
                                            "1,2024,,2024/25,"},
         ["'2024/25' is not the date of its event"]),
        ({"on 3 June 2024": "in 2024/25"}, {"events: 1,2024-06-03,,3 June 2024,":
                                            "1,FY2024,,2024/25,"}, []),
        ({"on 3 June 2024": "in 2020-2022"}, {"events: 1,2024-06-03,,3 June 2024,":
                                              "1,2020/2023,,2020-2022,"},
         ["'2020-2022' is not the date of its event"]),
        ({"on 3 June 2024": "in 2020-2022"}, {"events: 1,2024-06-03,,3 June 2024,":
                                              "1,2020/2022,,2020-2022,"}, []),
        # A cell is that of its column, also where another is empty.
        ({"9\t12\t21": "\t12\t21"}, {}, ["the cell reads '', not '9'"]),
        ({"9\t12\t21": "12\t\t21"}, {},
         ["the cell reads '', not '12'", "the cell reads '12', not '9'"]),
    ],
)  # fmt: skip
def test_a_figure_is_confirmed_only_as_it_is_read_whole(
    compared: Any, text: dict[str, str], records: dict[str, str], differences: list[str]
) -> None:
    _, found = compared(text, records)
    what = sorted(sentence.partition(": …")[0].partition(" (")[0] if "…" in sentence
                  else sentence.removesuffix(")").rpartition(f" ({ID}:")[0] or sentence
                  for _, sentence in found if "words, not" not in sentence)  # fmt: skip
    what = [sentence.removesuffix(f" {B2}") for sentence in what]
    assert what == sorted(differences)
