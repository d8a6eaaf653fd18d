"""An invented report of an invented force, with its outcomes by calendar year, financial year,
quarter and month, its own outcome labels, and its victims by age."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from moditrack.validation.columns import PER_DOCUMENT
from moditrack.validation.records import RECORDS

ID = "quay-2025-06-02"
_FACTS = """title = "Trafficking on the river"
kind = "report"
publisher = "quay"
force = "quay"
committee = ""
reference = ""
date = "2025-06-02"
data_to = ""
url = ""
licence = ""
sha256 = "{digest}"
normaliser = 1
note = ""
"""
CHARGED, NONE, OTHER = "Charged / summonsed", "No suspect found", "Still open"
LABELS = ((CHARGED, "1"), (NONE, "18"), (OTHER, ""))
YEARS = (("2022", "2022"), ("2023", "2023"))
FINANCIAL = (("2022-23", "FY2022"), ("2023-24", "FY2023"), ("2024-25", "FY2024"))
QUARTERS = (
    ("Q1 2024/25", "2024-Q2"), ("Q2 2024/25", "2024-Q3"),
    ("Q3 2024/25", "2024-Q4"), ("Q4 2024/25", "2025-Q1"),
)  # fmt: skip
Periods = Sequence[tuple[str, str]]
Row = dict[str, str]


def outcomes(
    table: str, periods: Periods, counts: Sequence[Sequence[int]], *, across: bool = False
) -> Iterator[Row]:
    """The cells of a table with a row for each outcome, or with `across` a column for each, and
    the totals of its periods."""
    for place, (heading, period) in enumerate(periods):
        own = {"locator": table, "table": table, "period": period, "measure": "outcome-offences"}
        for (label, _), numbers in zip(LABELS, counts, strict=True):
            ends = (heading, label) if across else (label, heading)
            cell = {"row": ends[0], "column": ends[1], "cell": "cell", "outcome_label": label}
            yield own | cell | {"value": str(numbers[place])}
        total = str(sum(numbers[place] for numbers in counts))
        if across:
            yield own | {"row": heading, "column": "All", "cell": "row-total", "value": total}
        else:
            yield own | {"row": "All", "column": heading, "cell": "column-total", "value": total}


def victims(
    table: str, period: str, counts: dict[str, tuple[int, ...]], sexes: Sequence[str]
) -> Iterator[Row]:
    """The cells of a table of victims by age; sexes may be one that is not said."""
    for age, numbers in counts.items():
        for sex, number in zip(sexes, numbers, strict=True):
            yield {
                "locator": table, "table": table, "period": period, "measure": "victims",
                "row": age, "column": sex or "Victims", "cell": "cell", "characteristic": "age",
                "category": age, "sex": sex, "value": str(number),
            }  # fmt: skip


def every_table() -> list[Row]:
    return [
        *outcomes("years", YEARS, ((5, 8), (20, 30), (0, 2))),
        *outcomes("financial", FINANCIAL, ((6, 9, 12), (22, 31, 33), (1, 0, 5))),
        *outcomes("quarters", QUARTERS, ((2, 3, 4, 3), (9, 8, 7, 9), (0, 1, 2, 2)), across=True),
        *victims("ages-2023", "FY2023", {"Under 18": (3, 4), "18 and over": (6, 2)},
                 ("female", "male")),
        *victims("ages-2024", "FY2024", {"Under 18": (9,), "18 and over": (14,)}, ("",)),
    ]  # fmt: skip


def records(folder: Path, figures: Sequence[Row] | None = None, *, only: bool = False) -> Path:
    """The records that ship, with those of the invented report beside them or in their place."""
    shutil.copytree(RECORDS, folder)
    if only:
        for toml in folder.glob("*/document.toml"):
            shutil.rmtree(toml.parent)
        (folder / "conflicts.toml").write_text("", "utf-8")
        (folder / "findings.toml").unlink()
    with (folder / "agencies.csv").open("a", encoding="utf-8") as file:
        file.write("quay,force,QP,Quay Police\n")
    own = folder / ID
    own.mkdir()
    (own / "document.toml").write_text(_FACTS.format(digest="d" * 64), "utf-8")
    cells = every_table() if figures is None else figures
    places = dict.fromkeys(("header", *(cell["locator"] for cell in cells)))
    rows: dict[str, list[Row]] = {name: [] for name in PER_DOCUMENT}
    rows["passages.csv"] = [
        {"locator": place, "kind": "table" if number else "header", "words": "9",
         "digest": f"{number:064x}"}
        for number, place in enumerate(places)
    ]  # fmt: skip
    rows["outcome_labels.csv"] = [
        {"label": label, "code": code, "short": label} for label, code in LABELS
    ]
    rows["figures.csv"] = [
        {"bound": "exact", "status": "recorded", "agency": "quay", "description": "Cell",
         "printed": cell["value"], "figure": f"cell-{number}"} | cell
        for number, cell in enumerate(cells)
    ]  # fmt: skip
    for name, columns in PER_DOCUMENT.items():
        with (own / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(columns), "", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows[name])
    return folder
