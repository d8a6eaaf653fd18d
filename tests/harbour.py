"""An invented report, and its records as a person completes them."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from moditrack.build.load import read_records
from moditrack.validation.problems import RecordsError
from moditrack.validation.records import RECORDS

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "tests" / "harbour-report.txt"
TEXT = REPORT.read_text("utf-8")
ID = "harbour-2025-03-01"

_RECORDS = {
    "numerals.csv": """\
locator,printed,reason
header,HP 07-25,Reference of the report
""",
    "events.csv": """\
locator,date,inferred,printed,event,operation,agency
header,2025-03-01,,1 March 2025,Meeting of the committee,,
summary.b1,2024,,2024,Offences counted,,hp
1,2024-06-03,,3 June 2024,Operation Gull begins,gull,
""",
    "names.csv": """\
locator,operation,agency,name,kind
summary.p1,,hp,Harbour Police,name
summary.p1,,hp,HP,abbreviation
1,,bb,Border Bureau,name
summary.b2,gull,,Operation Gull,name
""",
    "statements.csv": """\
locator,operation,agency,property,value,inferred,statement
1,gull,,lead,hp,,Led by the harbour police
1,gull,,partner,bb,,Led with the bureau
1,gull,,start,2024-06-03,,First day of the operation
""",
    "claims.csv": "claim,locator,kind,statement,stated,printed,inputs,companion,alternatives\n"
    "charged-share,summary.b1,share,Share of the offences of 2024 that were charged,"
    "summary-b1-share-of-offences,,outcome-1-charged-2024 / outcome-total-2024,,\n",
}
"""The files of the report as a person completes them."""
_SHARED = {
    "agencies.csv": """\
hp,force,HP,Harbour Police
bb,agency,BB,Border Bureau
""",
    "operations.csv": """\
gull,operation,Operation Gull
""",
}
"""What the report adds to the shared lists."""
_DOCUMENT = """\
title = "Trafficking at the quays"
kind = "report"
publisher = "hp"
force = "hp"
reference = "HP 07-25"
date = "2025-03-01"
"""
_PROSE = """\
figure,measure,description,period,agency,operation
summary-b1-offences,offences,Offences of 2024,2024,hp,
summary-b1-share-of-offences,share-of-offences,Share of the offences that were charged,2024,hp,
summary-b2-arrests,arrests,Arrests that the operation led to,,,gull
1-aims,list-items,Aims of the operation,,,gull
2-duration-years,duration-years,Years in the table,,,
background-papers-p1-none,background-papers,Background papers,,,
"""
"""What a person writes into the figures of the prose."""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def save(path: Path, lines: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


def one_report(harbour: Path, folder: Path) -> Path:
    """A copy of the records of the invented report alone, in a new folder."""
    others = (toml.parent.name for toml in RECORDS.glob("*/document.toml"))
    shutil.copytree(harbour / "records", folder, ignore=shutil.ignore_patterns(*others))
    (folder / "conflicts.toml").write_text("", "utf-8")
    (folder / "findings.toml").unlink()
    return folder


def needs(path: Path, key: str, what: str, **cells: str) -> None:
    """Say in needs_a_person what is open in the row with this first value, and set its cells."""
    found = rows(path)
    first = next(iter(found[0]))
    drafted = {"rests_on": "", "needs_a_person": ""}
    own = {"needs_a_person": what} | cells
    save(path, [row | drafted | row | (own if row[first] == key else {}) for row in found])


def complete(records: Path) -> None:
    """What a person does with the draft."""
    folder = records / ID
    for name, lines in _SHARED.items():
        path = records / name
        path.write_text(path.read_text("utf-8") + lines, "utf-8")
    for path in folder.glob("new-*.csv"):
        path.unlink()
    toml = folder / "document.toml"
    kept = [line for line in toml.read_text("utf-8").splitlines() if "sha256" in line
            or "normaliser" in line]  # fmt: skip
    toml.write_text(_DOCUMENT + "\n".join(kept) + "\n", "utf-8")
    for name, text in _RECORDS.items():
        (folder / name).write_text(text, "utf-8")
    prose = {row["figure"]: row for row in csv.DictReader(_PROSE.splitlines())}
    figures = []
    for row in rows(folder / "figures.csv"):
        row["needs_a_person"] = ""
        row.update(prose.get(row["figure"], {}))
        figures.append(row)
    save(folder / "figures.csv", figures)
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file)
        drafted = [header.index(c) for c in ("rests_on", "needs_a_person") if c in header]
        kept = [[v for at, v in enumerate(line) if at not in drafted] for line in [header, *lines]]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(kept)


def problems(records: Path) -> list[str]:
    """What is wrong with records that are refused."""
    with pytest.raises(RecordsError) as error:
        read_records(records)
    return error.value.problems
