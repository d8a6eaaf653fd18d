"""What commands print with --json is what docs/output.schema.json says, key by key."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from moditrack.cli import cli
from moditrack.cli.commands import COMMANDS
from moditrack.cli.output_options import fields_of
from tests.conftest import ROOT
from tests.harbour import TEXT

SCHEMA = json.loads((ROOT / "docs" / "output.schema.json").read_text("utf-8"))
CASES = {
    "outcomes": [(), ("--by", "group"), ("--year", "2023"), ("--outcome", "18")],
    "outcomes --wide": [("--wide",), ("--wide", "--by", "group")],
    "victims": [(), ("--by", "ethnicity"), ("--sex", "female")],
    "compare": [()],
    "figures": [(), ("--unit", "GBP")],
    "figures --list": [("--list",), ("--list", "--unit", "GBP")],
    "timeline": [(), ("--agency", "colp"), ("--from", "2003-06", "--to", "2003-08")],
    "operations": [(), ("--level", "1")],
    "agencies": [(), ("--by", "strand"), ("--by", "level"), ("--by", "operation")],
    "agencies --matrix": [("--matrix",), ("--matrix", "--level", "1")],
    "commitments": [(), ("--state", "not-mentioned-again")],
    "check": [(), ("--all",)],
    "check NAME, NAME": [("share-base,", "increase-2023"), ("charges,change-2023",)],
    "check --integrity": [("--integrity",)],
    "search TEXT": [("police",), ("passport*",)],
    "define": [(), ("level 2",)],
    "sql QUERY": [("select * from figure",), ("select 1 as a, null as b, 0.5 as c, 'x' as d",)],
    "sql --schema": [("--schema",), ("--schema", "figure")],
    "sources": [()],
}
PAGES = {
    "figures FIGURE": "select figure from figure",
    "operations NAME": "select operation from operation",
    "agencies NAME": "select agency from agency",
    "check NAME": "select check_id from check_result",
    "sources DOCUMENT": "select document from document",
    "sources CITATION": "select citation from passage where position % 7 = 0",
}


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = {**SCHEMA["properties"][name], "$defs": SCHEMA["$defs"]}
    return jsonschema.Draft202012Validator(schema)


def hold(name: str, answer: Any) -> None:
    """An answer is as the schema says, its keys in the order of the schema."""
    prints = SCHEMA["properties"][name]
    validator(name).validate(answer)
    definition = SCHEMA["$defs"][prints.get("items", prints)["$ref"].rpartition("/")[2]]
    rows = answer if isinstance(answer, list) else [answer]
    assert rows
    if "properties" in definition:
        for row in rows:
            assert sorted(row) == sorted(definition["required"])


@pytest.mark.parametrize(
    ("name", "args"), [(name, args) for name, cases in CASES.items() for args in cases]
)
def test_rows(ask, name: str, args: tuple[str, ...]) -> None:
    hold(name, ask(name.split(maxsplit=1)[0], *args))


@pytest.mark.parametrize("name", PAGES)
def test_every_page(ask, name: str) -> None:
    named = [next(iter(row.values())) for row in ask("sql", PAGES[name])]
    assert len(named) >= 4
    for value in named:
        hold(name, ask(name.split(maxsplit=1)[0], value))


def test_verify(run, harbour: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.txt"
    for text, status in ((TEXT, "confirmed"), (TEXT.replace("6 arrests", "7 arrests"), "differs")):
        changed.write_text(text, "utf-8")
        answer = run("verify", tmp_path, "--records", harbour / "records", "--json").json
        assert [row["status"] for row in answer] == ["absent"] * 4 + [status]
        hold("verify DIR", answer)


def test_audit(run, tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_text("Paper\n\nStops fell by 38% from 105 to 74.\n", encoding="utf-8")
    answer = run("audit", file, "--json").json
    hold("audit FILE", answer)
    (row,) = answer
    assert row["stated"] == "38%"
    assert row["inputs"] == [
        {"printed": "105", "locator": row["locator"], "description": "before"},
        {"printed": "74", "locator": row["locator"], "description": "after"},
    ]
    assert (row["recomputed"], row["verdict"], row["pairing"]) == (
        "29.52%", "inconsistent", "explicit",
    )  # fmt: skip


def test_the_schema_is_one_and_names_every_key_once() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == {
        *CASES, *PAGES, "verify DIR", "compare --with FILE", "audit FILE",
    }  # fmt: skip
    assert SCHEMA["$defs"]
    described = [one for one in SCHEMA["$defs"].values() if one.get("properties")]
    assert len(described) > 20
    for definition in SCHEMA["$defs"].values():
        assert list(definition.get("properties", {})) == definition.get("required", [])
        assert all(value["description"] for value in definition.get("properties", {}).values())


def test_it_has_every_command_that_prints_rows_with_its_fields() -> None:
    for command in COMMANDS:
        if command in ("browse", "draft", "export", "plot", "report", "seed"):
            continue
        fields = fields_of(cli.get_command(None, command))  # type: ignore[arg-type]
        listed = {"search": "search TEXT", "sql": "sql --schema", "verify": "verify DIR"}
        listed["audit"] = "audit FILE"
        prints = SCHEMA["properties"][listed.get(command, command)]["items"]["$ref"]
        definition = SCHEMA["$defs"][prints.rpartition("/")[2]]
        assert definition["required"] == fields


def test_what_is_not_as_it_says_is_noticed(ask) -> None:
    (row,) = ask("outcomes", "--year", "2023", "--outcome", "18")
    for wrong in (
        row | {"offences": "6"},
        row | {"sources": ["paragraph 19"]},
        row | {"new": 1},
        {key: row[key] for key in list(row)[1:]},
    ):
        with pytest.raises(jsonschema.ValidationError):
            hold("outcomes", [wrong])
