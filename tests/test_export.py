"""moditrack export: a Data Package that other programs read as it is, whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tomllib
import tracemalloc
from errno import ENOSPC
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pytest
import yaml

from moditrack import __version__
from moditrack.database import open_database
from moditrack.export import package as exporting
from tests.conftest import ROOT

SHIPPED = ROOT / "data" / "moditrack.db"
NOT_EXPORTED = {"passage_text", "search_entry", "search_name"}
VIEWS = {"outcome", "victim"}
HOSTILE = [
    "two\nlines", "two\r\nlines", "a return\rwithin", 'he said "no", twice', '"', '""', ",", "'",
    "=cmd()", "@SUM(A1)", "+1+1", "-x", "\u202eevil\u202c", "a\u2028b", "\ttab", " before",
    "after ", "NULL", "NA", "nan", "None", "\\", '\\"', "\\N", "#comment", "é£€ 𝟘", "a|b",
    "; DROP TABLE figure",
]  # fmt: skip


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """The package of the database that ships. Tests read it, and change copies of it."""
    return export(tmp_path_factory.mktemp("shipped") / "package")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A database of one's own, as it ships."""
    return Path(shutil.copyfile(SHIPPED, tmp_path / "own.db"))


def export(folder: Path, *options: object, **environment: str) -> Path:
    command = [sys.executable, "-m", "moditrack", "export", folder, *options]
    done = subprocess.run(
        [str(word) for word in command], cwd=ROOT, check=False, capture_output=True, text=True,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def described(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def schemas(folder: Path) -> dict[str, dict[str, Any]]:
    return {resource["name"]: resource["schema"] for resource in described(folder)["resources"]}


def changed(database: Path, *statements: str) -> None:
    with sqlite3.connect(database) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def keys(schema: dict[str, Any]) -> list[tuple[list[str], str | None, list[str]]]:
    """Every foreign key: its fields, the table referred to (None for its own), and the fields
    there."""
    listed = [*schema.get("foreignKeys", []), *schema.get("optionalForeignKeys", [])]
    return [
        (key["fields"], key["reference"].get("resource"), key["reference"]["fields"])
        for key in listed
    ]


# In DuckDB ----------------------------------------------------------------------------------------


def duck(folder: Path, *, enforced: bool = True) -> duckdb.DuckDBPyConnection:
    """A package in DuckDB: tables made from datapackage.json alone, those that are referred to
    first, with their primary and foreign keys. A key to its own table DuckDB wants met row by row:
    `dangling` looks at those."""
    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
    connection = duckdb.connect()
    waiting = schemas(folder)
    while waiting:
        ready = [
            name for name, schema in waiting.items()
            if not {to for _, to, _ in keys(schema)} & set(waiting)
        ]  # fmt: skip
        assert ready, "tables refer to each other in a circle"
        for name in ready:
            schema = waiting.pop(name)
            columns = {field["name"]: types[field["type"]] for field in schema["fields"]}
            parts = [
                f'"{field["name"]}" {types[field["type"]]}'
                + (" NOT NULL" if field.get("constraints", {}).get("required") else "")
                for field in schema["fields"]
            ]
            if "primaryKey" in schema:
                parts.append(f"PRIMARY KEY ({quoted(schema['primaryKey'])})")
            parts += [
                f'FOREIGN KEY ({quoted(fields)}) REFERENCES "{to}" ({quoted(there)})'
                for fields, to, there in keys(schema)
                if enforced and to
            ]
            connection.execute(f'CREATE TABLE "{name}" ({", ".join(parts)})')
            connection.execute(
                f"INSERT INTO \"{name}\" SELECT * FROM read_csv('{folder / name}.csv',"
                f" header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
                f" columns = {columns})"
            )
    return connection


def quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def dangling(connection: duckdb.DuckDBPyConnection, folder: Path) -> tuple[list[str], int]:
    """The keys that rows refer by to nothing, and how many keys were looked at."""
    found, looked = [], 0
    for table, schema in schemas(folder).items():
        for fields, to, there in keys(schema):
            looked += 1
            on = " AND ".join(f'c."{a}" = p."{b}"' for a, b in zip(fields, there, strict=True))
            stated = " AND ".join(f'c."{a}" IS NOT NULL' for a in fields)
            (count,) = connection.execute(
                f'SELECT count(*) FROM "{table}" AS c ANTI JOIN "{to or table}" AS p ON {on}'
                f" WHERE {stated}"
            ).fetchone()
            if count:
                found.append(f"{table} ({', '.join(fields)})")
    return found, looked


OUTCOMES_2023 = [
    ("1. Charged", 0),
    ("14: Victim declines/unable to support action to identify offender", 1),
    ("16: Victim declines/withdraws support - named suspect identified", 0),
    ("18: Investigation complete no suspect identified", 6),
    ("20: Other body/agency has investigation primacy unresolved", 2),
    ("Resolved", 0),
]
"""As paragraph 19 of the report of 22 February 2024 prints them."""


def test_duckdb_answers_the_outcomes_of_2023(package: Path) -> None:
    connection = duck(package)
    stored = sqlite3.connect(SHIPPED).execute(
        "SELECT count(*) FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f"
        " WHERE m.name <> 'passage_text' AND f.seq = 0"
    )
    assert dangling(connection, package) == ([], *stored.fetchone())
    found = connection.execute(
        "SELECT stated_label, offences FROM outcome WHERE year = 2023 ORDER BY position"
    ).fetchall()
    assert found == OUTCOMES_2023
    tables = connection.execute(
        """
        SELECT l.label, f.value FROM figure AS f
        JOIN outcome_label AS l ON l.document = f.document AND l.label = f.outcome_label
        WHERE f.measure = 'outcome-offences' AND f.cell = 'cell' AND year(f.period_start) = 2023
        ORDER BY l.position
        """
    ).fetchall()
    assert tables == OUTCOMES_2023
    total = connection.execute(
        """
        SELECT value FROM figure WHERE measure = 'outcome-offences' AND cell = 'column-total'
            AND year(period_start) = 2023
        """
    ).fetchall()
    assert total == [(9.0,)]


def test_duckdb_answers_with_no_preparation(package: Path, monkeypatch) -> None:
    readme = (package / "README.md").read_text("utf-8")
    query = readme.partition("```sql\n")[2].partition("```")[0]
    assert "WHERE year = 2023" in query
    monkeypatch.chdir(package)
    assert duckdb.sql(query).fetchall() == OUTCOMES_2023


@pytest.mark.parametrize(
    ("table", "old", "new", "key"),
    [
        ("responsibility", ",scd11,", ",scd99,", "responsibility (agency)"),
        ("agency", ",colp\n", ",nobody\n", "agency (parent)"),
        ("figure", ",Resolved,", ",Solved,", "figure (document, outcome_label)"),
        ("event", "colp-2024-02-22,19", "colp-2024-02-22,99", "event (document, locator)"),
    ],
)
def test_a_dangling_key_is_found(package: Path, tmp_path: Path, table, old, new, key) -> None:
    folder = Path(shutil.copytree(package, tmp_path / "copy"))
    text = (folder / f"{table}.csv").read_text("utf-8")
    assert old in text
    (folder / f"{table}.csv").write_text(text.replace(old, new), "utf-8", newline="\n")
    assert dangling(duck(folder, enforced=False), folder)[0] == [key]
    if table != "agency":
        with pytest.raises(duckdb.ConstraintException, match="foreign key"):
            duck(folder)


# As a Data Package --------------------------------------------------------------------------------


def problems(folder: Path) -> set[tuple[str, str]]:
    """What frictionless says is wrong: the table and the kind of error."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert [error.type for error in report.errors] == []
    assert [warning for task in report.tasks for warning in task.warnings] == []
    return {(task.name, error.type) for task in report.tasks for error in task.errors}


def test_frictionless_has_no_objection(package: Path) -> None:
    assert problems(package) == set()


@pytest.mark.parametrize(
    ("table", "old", "new", "kinds"),
    [
        ("outcome", ",6,9,", ",7,9,", {"hash-count"}),
        ("outcome", ",6,9,", ",six,9,", {"hash-count", "byte-count", "type-error"}),
        ("figure", ",recorded,", ",rumoured,", {"hash-count", "constraint-error"}),
        ("document", "2003-10-09,,", "2003-13-09,,", {"hash-count", "type-error"}),
        ("agency", ",colp\n", ",none\n", {"hash-count", "foreign-key"}),
    ],
)
def test_frictionless_finds_a_cell_that_was_changed(
    package: Path, tmp_path: Path, table, old, new, kinds
) -> None:
    folder = Path(shutil.copytree(package, tmp_path / "copy"))
    text = (folder / f"{table}.csv").read_text("utf-8")
    assert old in text
    (folder / f"{table}.csv").write_text(text.replace(old, new, 1), "utf-8", newline="\n")
    assert problems(folder) >= {(table, kind) for kind in kinds}


def test_every_table_is_there_with_every_row(package: Path) -> None:
    connection = sqlite3.connect(SHIPPED)
    tables = {
        name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%'"
            " ESCAPE '\\' AND name NOT LIKE 'sqlite_%'"
        )
    }  # fmt: skip
    assert tables > NOT_EXPORTED
    names = (tables - NOT_EXPORTED) | VIEWS
    others = {"README.md", "CITATION.cff", "datapackage.json"}
    assert set(contents(package)) == {f"{name}.csv" for name in names} | others
    assert set(schemas(package)) == names
    for resource in described(package)["resources"]:
        path = package / resource["path"]
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        stored = connection.execute(f'SELECT {quoted(header)} FROM "{resource["name"]}"').fetchall()
        as_text = [["" if value is None else str(value) for value in row] for row in stored]
        assert sorted(rows) == sorted(as_text)
        assert rows, resource["name"]
        assert f"| `{resource['path']}` | {len(rows)} |" in (package / "README.md").read_text()
        data = path.read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert b"\r" not in data
        assert data.endswith(b"\n")


def test_every_foreign_key_of_the_database_is_described(package: Path) -> None:
    connection = sqlite3.connect(SHIPPED)
    for table, schema in schemas(package).items():
        listed = connection.execute(
            'SELECT id, "from", "table", "to" FROM pragma_foreign_key_list(?) ORDER BY id, seq',
            (table,),
        ).fetchall()
        stored = []
        for number in sorted({row[0] for row in listed}):
            rows = [row for row in listed if row[0] == number]
            to = None if rows[0][2] == table else rows[0][2]
            stored.append(([row[1] for row in rows], to, [row[3] for row in rows]))
        assert sorted(keys(schema), key=str) == sorted(stored, key=str)
    assert schemas(package)["figure"]["optionalForeignKeys"] == [
        {
            "fields": ["document", "outcome_label"],
            "reference": {"resource": "outcome_label", "fields": ["document", "label"]},
        }
    ]
    # A key to its own table names no resource, as version 2 of the standard says.
    assert {"fields": ["parent"], "reference": {"fields": ["agency"]}} in (
        schemas(package)["agency"]["foreignKeys"]
    )


def test_fields_have_types_units_and_meanings(package: Path) -> None:
    listed = schemas(package)
    fields = {
        f"{table}.{field['name']}": field
        for table, schema in listed.items()
        for field in schema["fields"]
    }
    assert all(field["description"] for field in fields.values())
    assert {name for name, field in fields.items() if field["type"] == "date"} == {
        "document.date", "document.data_to", "figure.period_start", "figure.period_end",
        "responsibility.as_at", "event.date", "event.end", "event.latest",
    }  # fmt: skip
    assert {name: field["unit"] for name, field in fields.items() if "unit" in field} == {
        "figure.value": "unit of its measure", "figure.low": "unit of its measure",
        "figure.high": "unit of its measure", "passage.words": "words",
        "outcome.offences": "offences", "outcome.year_total": "offences",
        "victim.victims": "victims", "victim.table_total": "victims",
    }  # fmt: skip
    assert fields["measure.unit"]["description"] == (
        "unit of its figures; percent means percent numbers, GBP means pounds"
    )
    assert fields["commitment.due"]["type"] == "string"
    assert fields["figure.value"]["type"] == "number"
    assert fields["figure.sex"]["constraints"] == {"enum": ["female", "male"]}
    assert fields["event.inferred"]["constraints"] == {"enum": [0, 1], "required": True}
    assert fields["figure.figure"]["constraints"] == {"required": True, "unique": True}
    assert fields["responsibility_level.level"]["constraints"] == {
        "minimum": 1, "maximum": 3, "required": True,
    }  # fmt: skip
    assert listed["passage"]["primaryKey"] == ["document", "locator"]
    assert all(schema["missingValues"] == [""] for schema in listed.values())


def test_the_package_says_what_it_is(package: Path) -> None:
    found = described(package)
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (found["name"], found["version"]) == ("moditrack", __version__)
    assert found["contributors"] == [{"title": "The moditrack authors", "roles": ["creator"]}]
    assert [licence["name"] for licence in found["licenses"]] == ["MIT"]
    assert "documents' licences are not known" in found["licenses"][0]["title"]
    assert [source["document"] for source in found["sources"]] == [
        "mpa-2003-05-08", "mpa-2003-10-09", "mpa-2004-02-16", "colp-2024-02-22",
    ]  # fmt: skip
    assert found["sources"][0]["path"].startswith("http://policeauthority.org/")
    assert found["sources"][3] == {
        "title": "Modern Day Slavery and Human Trafficking update, City of London Police,"
        " Pol 25-24, 2024-02-22",
        "document": "colp-2024-02-22",
    }
    assert "created" not in found
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert found["keywords"] == project["keywords"]


# Reproducible, whole and nowhere else -------------------------------------------------------------


def test_the_same_database_gives_the_same_bytes(package: Path, tmp_path: Path) -> None:
    expected = contents(package)
    for number, (zone, seed, mask) in enumerate(
        [("UTC", "1", "C"), ("Asia/Tokyo", "2", "C.UTF-8")]
    ):
        database = tmp_path / f"{number}.db"
        built = [sys.executable, "-m", "moditrack", "seed", "--db", str(database)]
        subprocess.run(built, cwd=ROOT, check=True, capture_output=True)
        folder = tmp_path / f"package {number}"
        export(folder, "--db", database, TZ=zone, PYTHONHASHSEED=seed, LC_ALL=mask)
        assert contents(folder) == expected
        export(folder, "--db", database, "--overwrite")
        assert contents(folder) == expected


def test_nothing_is_gathered_in_memory(own: Path, tmp_path: Path) -> None:
    def peak(folder: str) -> int:
        connection = open_database(str(own))
        tracemalloc.start()
        exporting.export(connection, str(tmp_path / folder), overwrite=False)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    small = peak("small")
    changed(
        own,
        """
        WITH RECURSIVE n (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM n WHERE n < 30000)
        INSERT INTO numeral (document, locator, position, printed, reason)
        SELECT 'colp-2024-02-22', '19', n, n, 'a reason of some length' FROM n
        """,
    )
    assert peak("large") < small + 500_000
    assert (tmp_path / "large" / "numeral.csv").stat().st_size > 2_000_000


def test_what_it_prints(run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("export", "package")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert "document                   4" in lines
    assert lines[-1] == "Exported: package"
    assert [path.name for path in tmp_path.iterdir()] == ["package"]
    assert (tmp_path / "package").stat().st_mode & 0o777 == 0o777 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_folder_with_something_in_it_is_kept(run, refused, package, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    assert run("export", folder).code == 0  # an empty one is filled
    (folder / "notes.txt").write_text("mine")
    (folder / "outcome.csv").write_text("old")
    assert "use --overwrite" in refused("export", folder)
    assert (folder / "outcome.csv").read_text() == "old"
    assert run("export", folder, "--overwrite").code == 0
    assert contents(folder) == contents(package) | {"notes.txt": b"mine"}


def test_a_link_is_replaced_and_not_written_through(run, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "package", tmp_path / "elsewhere.csv"
    folder.mkdir()
    elsewhere.write_text("mine")
    (folder / "outcome.csv").symlink_to(elsewhere)
    (tmp_path / "link").symlink_to(folder)
    assert run("export", tmp_path / "link", "--overwrite").code == 0
    assert elsewhere.read_text() == "mine"
    assert (folder / "outcome.csv").read_text().startswith("document,force,year")
    assert (tmp_path / "link").is_symlink()


def test_places_that_will_not_do(refused, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "is no folder" in refused("export", tmp_path / "file")
    assert "is no folder" in refused("export", "")
    assert "is not there" in refused("export", tmp_path / "none" / "package", code=1)
    assert "is not there" in refused("export", tmp_path / "file" / "package", code=1)
    assert "File name too long" in refused("export", tmp_path / ("a" * 300), code=1)
    assert "is not there: build one" in refused("export", tmp_path / "x", "--db", "no.db", code=1)
    refused("export")
    (tmp_path / "taken" / "figure.csv").mkdir(parents=True)
    assert "figure.csv" in refused("export", tmp_path / "taken", "--overwrite")
    assert [path.name for path in (tmp_path / "taken").iterdir()] == ["figure.csv"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken"]


def test_a_place_that_may_not_be_written_to(refused, tmp_path: Path, monkeypatch) -> None:
    # Root may write anywhere, so the system's answer is made here.
    def closed(**_: object) -> str:
        raise PermissionError(13, "Permission denied", str(tmp_path / ".x.abc"))

    monkeypatch.setattr("tempfile.mkdtemp", closed)
    message = refused("export", tmp_path / "x", code=1)
    assert message == f"{tmp_path / 'x'}: Permission denied: mend that or name another place."


@pytest.mark.parametrize("there", [False, True])
def test_a_failure_on_the_way_leaves_what_was_there(
    refused, run, own: Path, tmp_path: Path, monkeypatch, there: bool
) -> None:
    folder = tmp_path / "package"
    if there:
        assert run("export", folder).code == 0
    changed(own, "UPDATE strand SET name = 'another'")
    before = contents(folder) if there else {}
    write_rows = exporting.write_rows

    def full(connection: Any, resource: dict[str, Any], place: Path) -> int:
        if resource["name"] == "event":
            raise OSError(ENOSPC, "No space left on device", str(place / "event.csv"))
        return write_rows(connection, resource, place)

    monkeypatch.setattr(exporting, "write_rows", full)
    message = refused("export", folder, "--overwrite", "--db", own, code=1)
    assert message == f"{folder}: No space left on device: mend that or name another place."
    assert (contents(folder) if there else {}) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == (["own.db", "package"][: 1 + there])


@pytest.mark.parametrize("moved", [0, 1, 20, 33])
def test_files_that_cannot_be_moved_are_put_back(
    refused, run, own: Path, tmp_path: Path, monkeypatch, moved: int
) -> None:
    folder = tmp_path / "package"
    assert run("export", folder).code == 0
    (folder / "README.md").unlink()
    (folder / "notes.txt").write_text("mine")
    changed(own, "UPDATE strand SET name = 'another'")
    before = contents(folder)
    replace, done = Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        done.append(path.name)
        if len(done) == moved + 1:
            raise OSError(5, "Input/output error", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    refused("export", folder, "--overwrite", "--db", own, code=1)
    assert len(done) > moved
    assert contents(folder) == before


# What is in the database --------------------------------------------------------------------------


def test_hostile_text_comes_out_whole(own: Path, tmp_path: Path) -> None:
    with sqlite3.connect(own) as connection:
        connection.executemany(
            "INSERT INTO strand (strand, name, definition) VALUES (?, ?, ?)",
            [(f"hostile-{n}", text, text) for n, text in enumerate(HOSTILE)],
        )
        connection.execute(
            "UPDATE document SET title = ?, url = 'javascript:alert(1)'", HOSTILE[:1]
        )
    connection.close()
    folder = export(tmp_path / "package", "--db", own)
    with (folder / "strand.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[-len(HOSTILE) :]
    expected = [(f"hostile-{n}", text, text) for n, text in enumerate(HOSTILE)]
    assert [tuple(row) for row in rows] == expected
    found = duck(folder).execute("SELECT * FROM strand WHERE strand LIKE 'hostile-%'").fetchall()
    assert sorted(found) == sorted(expected)
    assert problems(folder) == set()
    assert [source["title"].split(",")[0] for source in described(folder)["sources"]] == [
        "two\nlines"
    ] * 4
    assert "javascript" not in (folder / "CITATION.cff").read_text("utf-8")
    assert {r["title"] for r in cited(folder / "CITATION.cff")["references"]} == {"two\nlines"}


def test_the_documents_sentences_stay_at_home(own: Path, tmp_path: Path, package: Path) -> None:
    changed(
        own,
        "INSERT INTO passage_text VALUES ('colp-2024-02-22', '19', 'a sentence of theirs')",
        "INSERT INTO search_entry (kind, title, text, command)"
        " VALUES ('passage', 'a sentence of theirs', '', 'sources')",
    )
    assert contents(export(tmp_path / "package", "--db", own)) == contents(package)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE strand SET definition = ''", "strand.definition holds an empty text"),
        ("UPDATE document SET date = '2003-02-30'", "document.date holds a text that is no day"),
        ("UPDATE event SET latest = '2003'", "event.latest holds a text that is no day"),
    ],
)
def test_what_no_csv_can_hold_is_refused(refused, own, tmp_path: Path, statement, said) -> None:
    changed(own, statement)
    assert said in refused("export", tmp_path / "package", "--db", own, code=1)
    assert [path.name for path in tmp_path.iterdir()] == ["own.db"]


# How to cite --------------------------------------------------------------------------------------


def cited(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("kind", ["software", "dataset"])
def test_how_to_cite(package: Path, kind: str) -> None:
    found = cited((ROOT if kind == "software" else package) / "CITATION.cff")
    assert found["cff-version"] == "1.2.0"
    assert (found["type"], found["version"], found["license"]) == (kind, __version__, "MIT")
    assert found["message"]
    assert found["title"].startswith("moditrack")
    assert found["authors"] == [{"name": "The moditrack authors"}]
    authority = {"name": "Metropolitan Police Authority"}
    hooley = [{"family-names": "Hooley", "given-names": "Frank"}]
    archived = "http://policeauthority.org/metropolitan/"
    references = [
        {**reference, "date-published": str(reference["date-published"])}
        for reference in found["references"]
    ]
    assert references == [
        {
            "type": "report", "title": "Organised illegal immigration and human trafficking",
            "authors": hooley, "institution": authority, "date-published": "2003-05-08",
            "number": "Report 09",
            "url": f"{archived}committees/x-ppr/2003/030508/09/index.html",
        },
        {
            "type": "report", "title": "MPS response to organised immigration crime",
            "authors": hooley, "institution": authority, "date-published": "2003-10-09",
            "number": "Report 5",
            "url": f"{archived}committees/x-ppr/2003/031009/05/index.html",
        },
        {
            "type": "generic",
            "title": "MPA calls for closer partnership working to fight organised immigration"
            " crime",
            "authors": [authority], "institution": authority, "date-published": "2004-02-16",
            "number": "09/04", "url": f"{archived}news/press/2004/04-009/index.html",
            "notes": "Press release",
        },
        {
            "type": "report", "title": "Modern Day Slavery and Human Trafficking update",
            "authors": [
                {"family-names": "Horsburgh", "given-names": "Amanda"},
                {"family-names": "Flinter", "given-names": "Claire"},
            ],
            "institution": {"name": "City of London Police"}, "date-published": "2024-02-22",
            "number": "Pol 25-24",
        },
    ]  # fmt: skip


def test_the_projects_own_citation_is_not_stale() -> None:
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    assert spec is not None and spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    page = (ROOT / "CITATION.cff").read_text("utf-8")
    assert page == make.citation_file(), "run python docs/make.py"
