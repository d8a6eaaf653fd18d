"""The invented report of docs/adding-a-report.md, and its records as the guide completes them."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs" / "harbour-report.txt"
TEXT = REPORT.read_text("utf-8")
ID = "harbour-2025-03-01"
_GUIDE = (ROOT / "docs" / "adding-a-report.md").read_text("utf-8")


def block(start: str) -> str:
    """The block of the guide that starts with these words."""
    (found,) = [
        b for b in re.findall(r"```\w*\n(.*?)```", _GUIDE, re.DOTALL) if b.startswith(start)
    ]
    return found


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def save(path: Path, lines: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


def alone(harbour: Path, folder: Path) -> Path:
    """A copy of the records of the invented report alone, in a new folder."""
    shutil.copytree(harbour / "records", folder)
    for toml in folder.glob("*/document.toml"):
        if toml.parent.name != ID:
            shutil.rmtree(toml.parent)
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
    """What a person does with the draft, in the words of the guide."""
    folder = records / ID
    for name, start in (("agencies.csv", "hp,force"), ("operations.csv", "gull,")):
        path = records / name
        path.write_text(path.read_text("utf-8") + block(start), "utf-8")
    for path in folder.glob("new-*.csv"):
        path.unlink()
    toml = folder / "document.toml"
    kept = [line for line in toml.read_text("utf-8").splitlines() if "sha256" in line
            or "normaliser" in line]  # fmt: skip
    toml.write_text(block('title = "Trafficking') + "\n".join(kept) + "\n", "utf-8")
    for name, start in (
        ("numerals.csv", "locator,printed,reason"),
        ("events.csv", "locator,date,inferred"),
        ("names.csv", "locator,operation,agency,name"),
        ("statements.csv", "locator,operation,agency,property"),
        ("claims.csv", "claim,locator,kind"),
    ):
        (folder / name).write_text(block(start), "utf-8")
    prose = {row["figure"]: row for row in csv.DictReader(block("figure,measure").splitlines())}
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
