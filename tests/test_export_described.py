"""What a package says about itself: a Data Package (version 2) and a CITATION.cff."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import shutil
import sqlite3
import tomllib
from pathlib import Path

import pytest

from moditrack import __version__
from tests.conftest import ROOT
from tests.packages import (
    SHIPPED,
    contents,
    described,
    keys,
    problems,
    quoted,
    read_cff,
    schemas,
)

NOT_EXPORTED = {
    "passage_text", "search_entry", "search_name",
    "summary_agency", "summary_check", "summary_commitment", "summary_comparison",
    "summary_operation",
    "summary_passage",
}  # fmt: skip
VIEWS = {"outcome", "victim"}


def test_frictionless_has_no_objection(package: Path) -> None:
    assert problems(package) == set()


@pytest.mark.parametrize(
    "cells",
    [
        [("outcome", ",6,,9,", ",7,,9,", {"hash-count"})],
        [
            ("outcome", ",6,,9,", ",six,,9,", {"hash-count", "byte-count", "type-error"}),
            ("figure", ",recorded,", ",rumoured,", {"hash-count", "constraint-error"}),
            ("document", "2003-10-09,,", "2003-13-09,,", {"hash-count", "type-error"}),
            ("agency", ",colp\n", ",none\n", {"hash-count", "foreign-key"}),
        ],
    ],
    ids=["one that fits", "some that do not fit"],
)
def test_frictionless_finds_cells_that_were_changed(package: Path, tmp_path: Path, cells) -> None:
    folder = Path(shutil.copytree(package, tmp_path / "copy"))
    for table, old, new, _ in cells:
        text = (folder / f"{table}.csv").read_text("utf-8")
        assert old in text
        (folder / f"{table}.csv").write_text(text.replace(old, new, 1), "utf-8", newline="\n")
    assert problems(folder) == {(table, kind) for table, _, _, kinds in cells for kind in kinds}


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
    assert len(fields) > 150
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


@pytest.mark.parametrize("kind", ["software", "dataset"])
def test_how_to_cite(package: Path, kind: str) -> None:
    found = read_cff((ROOT if kind == "software" else package) / "CITATION.cff")
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
