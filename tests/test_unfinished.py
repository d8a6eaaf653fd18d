"""Records in the making: what is complete is read, what needs a person is counted and left out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from moditrack.build.load import read_records
from moditrack.validation.problems import RecordsError
from tests.harbour import ID, needs, one_report, rows, save
from tests.test_seed import change


@pytest.fixture
def records(harbour: Path, tmp_path: Path) -> Path:
    """The records of the invented report alone."""
    return one_report(harbour, tmp_path / "records")


def checks(records: Path) -> dict[str, str]:
    return {row["check_id"]: row["verdict"] for row in read_records(records)["check_result"]}


def test_an_unfinished_row_is_left_out_and_counted(records: Path, run, ask, tmp_path) -> None:
    needs(records / ID / "figures.csv", "summary-b2-arrests", "measure: arrests?", measure="arests")
    database = tmp_path / "mine.db"
    result = run("seed", "--records", records, "--db", database)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[-1] == f"{ID}: 1 row unfinished (1 in figures.csv)."
    assert len(ask("figures", "--document", ID, "--db", database)) == 14  # of 15
    assert ask("figures", "--operation", "gull", "--measure", "arrests", "--db", database) == []


def test_final_refuses_unfinished_rows_in_a_sentence(records: Path, refused, run, tmp_path) -> None:
    database = tmp_path / "mine.db"
    assert run("seed", "--records", records, "--db", database, "--final").code == 0
    before = database.read_bytes()
    needs(records / ID / "figures.csv", "summary-b2-arrests", "measure: arrests?")
    needs(records / ID / "events.csv", "1", "reword the description")
    message = refused("seed", "--records", records, "--db", database, "--final", code=1)
    assert (
        f"The records are unfinished in 2 places, the first is {ID}/figures.csv, row 4"
        " (measure: arrests?): complete the row and empty its needs_a_person" in message
    )
    assert database.read_bytes() == before


def test_complete_rows_are_checked_as_always(records: Path) -> None:
    figures = records / ID / "figures.csv"
    needs(figures, "summary-b2-arrests", "", measure="arests", value="six")
    with pytest.raises(RecordsError) as error:
        read_records(records)
    assert len(error.value.problems) == 2
    needs(figures, "summary-b2-arrests", "measure", measure="arests", value="six")
    assert len(read_records(records)["figure"]) == 14


def test_a_claim_waits_for_its_figures(records: Path, run, tmp_path) -> None:
    assert checks(records)[f"{ID}:charged-share"] == "consistent"
    needs(records / ID / "figures.csv", "summary-b1-share-of-offences", "measure")
    assert f"{ID}:charged-share" not in checks(records)
    result = run("seed", "--records", records, "--db", tmp_path / "mine.db")
    assert result.out.splitlines()[-1] == (
        f"{ID}: 1 row unfinished (1 in figures.csv; 1 other row waits for these)."
    )
    (waiting,) = (r for r in read_records(records)["unfinished"] if r["needs"] is None)
    assert (waiting["file"], waiting["row"], waiting["waits_for"]) == (
        "claims.csv", 2, "summary-b1-share-of-offences",
    )  # fmt: skip


def test_a_table_with_unfinished_cells_is_not_said_to_be_wrong(records: Path) -> None:
    path = records / ID / "figures.csv"
    (records / ID / "claims.csv").unlink()
    one = rows(path)[0] | {"locator": "2.outcome", "table": "outcome", "agency": "", "period": ""}
    printed = {"A": "12345", "B": "67891", "C": "00020", "TOTAL": ""}
    table = []
    for name, values in printed.items():
        for number in range(5):
            total = sum(int(printed[row][number]) for row in "ABC")
            text = values[number] if values else str(total)
            place = {"row": name, "column": f"Quay {number}", "printed": text, "value": text}
            kind = "cell" if values else "column-total"
            own = {"figure": f"t-{name.lower()}-{number}", "cell": kind, "description": name}
            table.append(one | place | own)
    save(path, table)
    assert checks(records) == {}
    save(path, [row | {"needs_a_person": "measure" * (row["row"] == "C")} for row in table])
    assert checks(records) == {}
    save(path, [row for row in table if row["row"] != "C"])
    assert set(checks(records).values()) == {"inconsistent"}  # 5 and 0 are not 7


def test_rows_wait_for_rows_that_wait(records: Path) -> None:
    folder = records / ID
    needs(folder / "figures.csv", "summary-b2-arrests", "measure")
    (folder / "commitments.csv").write_text(
        "commitment,locator,due,inferred,agencies,operation,target,description\n"
        "more,summary.b2,,,,gull,summary-b2-arrests,More arrests\n",
        "utf-8",
    )
    later = Path(shutil.copytree(folder, records / "harbour-2026-03-01"))
    change(later / "document.toml", "2025-03-01", "2026-03-01")
    for name in ("commitments.csv", "figures.csv", "claims.csv"):
        header = (later / name).read_text("utf-8").partition("\n")[0]
        (later / name).write_text(f"{header}\n", "utf-8")
    (later / "followups.csv").write_text(
        f"commitment,locator,state,followup\n{ID}:more,1,met,They were made\n", "utf-8"
    )
    (records / "conflicts.toml").write_text(
        '[[conflict]]\nid = "c"\nstatement = "s"\nverdict = "conflict"\nwhy = "w"\n'
        f'subjects = ["gull"]\nsides = [{{ citation = "{ID}#1", states = "s" }}]\n',
        "utf-8",
    )
    (records / "findings.toml").write_text(
        f'[[finding]]\nseverity = 2\nchecks = ["{ID}:later", "c"]\ntitle = "t"\ndiffers = "d"\n',
        "utf-8",
    )
    tables = read_records(records)
    assert (tables["commitment"], tables["followup"]) == ([], [])
    assert [(row["file"], row["waits_for"]) for row in tables["unfinished"]] == [
        ("figures.csv", None), ("commitments.csv", "summary-b2-arrests"),
        ("followups.csv", f"{ID}:more"),
    ]  # fmt: skip
    assert [row["finding"] for row in tables["finding"]] == ["c"]


def test_a_list_is_not_counted_before_all_of_it_is_there(records: Path) -> None:
    folder = records / ID
    (folder / "parts.csv").write_text(
        "locator,operation,list,part\n1,gull,aims,Boats\n1,gull,aims,Crews\n",
        "utf-8",
    )
    (folder / "claims.csv").write_text(
        "claim,locator,kind,statement,stated,printed,inputs,companion,alternatives\n"
        "aims,1,list-count,Aims of the operation,1-list-items,,part:gull/aims,,\n",
        "utf-8",
    )
    assert checks(records)[f"{ID}:aims"] == "consistent"
    found = rows(folder / "parts.csv")
    save(folder / "parts.csv", [row | {"needs_a_person": "x" * (row["part"] == "Crews")}
                                for row in found])  # fmt: skip
    assert f"{ID}:aims" not in checks(records)
    save(folder / "parts.csv", found[:1])
    assert checks(records)[f"{ID}:aims"] == "inconsistent"


def test_a_document_without_its_publisher_is_left_out(
    records: Path, harbour: Path, run, refused, tmp_path
) -> None:
    toml, database = records / ID / "document.toml", tmp_path / "mine.db"
    change(toml, 'publisher = "hp"', 'publisher = ""')
    result = run("seed", "--records", records, "--db", database)
    assert (result.code, result.out) == (1, "")
    assert f"{ID}/document.toml: publisher: '' is missing" in result.err
    change(toml, "title =", "unfinished = true\ntitle =")
    (records / "conflicts.toml").write_text(
        '[[conflict]]\nid = "c"\nstatement = "s"\nverdict = "conflict"\nwhy = "w"\n'
        f'subjects = ["gull"]\nsides = [{{ citation = "{ID}#1", states = "s" }}]\n',
        "utf-8",
    )
    result = run("seed", "--records", records, "--db", database)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[-1] == (
        f"{ID}: 0 rows unfinished (all of it waits for the publisher of document.toml)."
    )
    with_texts = ("--documents", harbour / "texts")
    result = run("seed", "--records", records, "--db", database, *with_texts)
    assert (result.code, result.err) == (0, "")
    message = refused("seed", "--records", records, "--db", database, "--final", code=1)
    assert f"in one place, the first is {ID}/document.toml (publisher)" in message
    # Its rows are checked all the same.
    change(records / ID / "figures.csv", ",6,6,", ",6,six,")
    assert (
        "value: 'six' is not a plain number"
        in run("seed", "--records", records, "--db", database).err
    )


def test_the_line_unfinished_alone_leaves_nothing_out(records: Path, run, tmp_path) -> None:
    change(records / ID / "document.toml", "title =", "unfinished = true\ntitle =")
    result = run("seed", "--records", records, "--db", tmp_path / "mine.db")
    assert result.out.splitlines()[-1] == f"{ID}: 0 rows unfinished (read document.toml through)."
    assert "figure" in result.out
    change(records / ID / "document.toml", "unfinished = true", 'unfinished = "yes"')
    found = run("seed", "--records", records, "--db", tmp_path / "mine.db").err
    assert "document.toml: unfinished: 'yes' is not true or false" in found


def test_shared_lists_have_no_unfinished_rows(records: Path, run, tmp_path) -> None:
    path = records / "strands.csv"
    save(path, [row | {"needs_a_person": ""} for row in rows(path)])
    found = run("seed", "--records", records, "--db", tmp_path / "mine.db").err
    assert "strands.csv: header: 'needs_a_person' is not a column of this file" in found


def test_the_records_that_ship_are_finished() -> None:
    assert read_records()["unfinished"] == []


def test_a_row_that_is_none_is_left_out_and_its_number_accounted_for(
    records: Path, run, tmp_path
) -> None:
    needs(records / ID / "figures.csv", "summary-b2-arrests", "None")
    needs(records / ID / "events.csv", "1", " none ")
    tables = read_records(records)
    assert len(tables["figure"]) == 14  # of 15
    own = [(row["locator"], row["printed"], row["reason"]) for row in tables["numeral"]]
    assert own == [
        ("header", "HP 07-25", "Reference of the report"),
        ("summary.b2", "6", "No quantity"),
        ("1", "3 June 2024", "A date, and no event"),
    ]
    assert tables["unfinished"] == []


def test_the_names_of_an_agency_that_is_none_are_left_out(records: Path) -> None:
    folder = records / ID
    agencies = folder / "new-agencies.csv"
    agencies.write_text(
        "agency,kind,abbreviation,name,rests_on,needs_a_person\nann-lee,post,,Ann Lee,,none\n"
    )
    names = folder / "names.csv"
    save(names, [*rows(names), rows(names)[0] | {"agency": "ann-lee", "name": "Ann Lee"}])
    assert "Ann Lee" not in [row["name"] for row in read_records(records)["name"]]


def test_what_waits_for_a_row_that_is_none_needs_an_answer_of_its_own(
    records: Path, run, tmp_path
) -> None:
    figures = records / ID / "figures.csv"
    needs(figures, "summary-b1-share-of-offences", "none")
    needs(figures, "summary-b2-arrests", "period as summary-b1-share-of-offences")
    result = run("seed", "--records", records, "--db", tmp_path / "mine.db", "--final")
    assert result.code == 1
    assert "(period as summary-b1-share-of-offences, which is none)" in result.err


def test_a_measure_written_by_name_makes_its_own_row(records: Path) -> None:
    figures = records / ID / "figures.csv"
    before = {row["measure"] for row in read_records(records)["measure"]}
    needs(figures, "summary-b2-arrests", "", measure="Crews of late boats (people)", description="")
    needs(figures, "summary-b1-share-of-offences", "", measure="Late boats")
    found = read_records(records)
    new = {row["measure"]: row for row in found["measure"] if row["measure"] not in before}
    assert {key: (row["unit"], row["name"], row["definition"]) for key, row in new.items()} == {
        "crews-of-late-boats": (
            "people", "Crews of late boats", "Crews of late boats, as the document counts them",
        ),
        "late-boats": ("percent", "Late boats", "Late boats, as the document counts them"),
    }  # fmt: skip
    (own,) = (row for row in found["figure"] if row["measure"] == "crews-of-late-boats")
    assert (own["value"], own["description"]) == (6, "Crews of late boats")


def test_the_name_of_a_known_measure_is_that_measure(records: Path) -> None:
    figures = records / ID / "figures.csv"
    before = len(read_records(records)["measure"])
    needs(figures, "summary-b2-arrests", "", measure="ARRESTS")
    found = read_records(records)
    assert len(found["measure"]) == before
    assert "arrests" in {row["measure"] for row in found["figure"]}


def test_a_name_has_one_unit(records: Path) -> None:
    """A count and a percentage under one name would be one measure."""
    figures = records / ID / "figures.csv"
    needs(figures, "summary-b2-arrests", "", measure="Late boats (boats)")
    needs(figures, "summary-b1-share-of-offences", "", measure="Late boats")
    with pytest.raises(RecordsError) as error:
        read_records(records)
    (problem,) = error.value.problems
    assert "counts percent, and this is boats: write another name" in problem
