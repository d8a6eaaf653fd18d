"""Start the records of a new report: its passages, and every number as a candidate figure."""

from __future__ import annotations

import csv
import datetime
import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from moditrack import files
from moditrack.atomic import default_mode, temporary_path
from moditrack.dates import in_records
from moditrack.documents.blocks import Unreadable
from moditrack.documents.cell_values import Entry
from moditrack.documents.document import Document, read_bytes
from moditrack.documents.lines import NORMALISER
from moditrack.documents.numerals import NUMERAL, bound_of, numbers
from moditrack.documents.passages import Passage
from moditrack.documents.periods import periods
from moditrack.documents.tables import PrintedTable, table_of
from moditrack.errors import FileError, InputError, one_line
from moditrack.validation.columns import ID, NEEDS_A_PERSON, OPTIONAL, PER_DOCUMENT, RESTS_ON
from moditrack.verify.event_dates import MONTHS

_DATE = re.compile(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})\b")
_PREFIX = re.compile(
    r"[£$€] ?$|(?:(?<=[( ])|^)[+-]$"
    r"|\b(?:n=|up to |at least |about |more than |less than |over |under |in excess of )$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^(?:%|k\b| ?million\b)", re.IGNORECASE)
_HEADER = 5000
"""Characters of the heading block to search for title and date."""
_WINDOW = 80
"""Characters to examine before and after a number."""
_TOML = """# Complete every empty value, then delete this line.
title = "{title}"
kind = "report"  # or "press release"
publisher = ""  # an id of agencies.csv
force = ""  # an id of agencies.csv
committee = ""
reference = ""
date = "{date}"
url = ""
licence = ""
sha256 = "{sha256}"
normaliser = {normaliser}
note = ""
"""


def draft(
    file: Path | None,
    document: str,
    folder: Path,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Path, dict[str, int], Document]:
    """Write the records folder of a report; return its path, the rows of each file, and the report.

    `file` None reads standard input. `progress` receives the passages done and their total. Raises
    InputError for an invalid id, FileError where the file cannot be read or the folder exists.
    """
    if not ID.fullmatch(document):
        raise InputError(
            f"'{document}' is not an id: write the publisher and the date, like colp-2024-02-22."
        )
    name = "Standard input" if file is None else str(file)
    try:
        data = files.read_standard_input() if file is None else files.read(file)
    except OSError as error:
        raise FileError(f"{name} cannot be read ({error.strerror}): name another file.") from None
    try:
        read = read_bytes(data, name)
    except Unreadable as error:
        raise FileError(one_line(str(error))) from None
    passages = read.passages
    if not passages:
        raise FileError(f"{name} contains no text: name another file.")
    header = passages[0].text[:_HEADER]
    toml = _TOML.format(
        title=_title(header, read.title),
        date=_date(header),
        sha256=hashlib.sha256(data).hexdigest(),
        normaliser=NORMALISER,
    )
    report_progress = progress or (lambda done, whole: None)
    contents = {
        name: (list(columns), _rows(name, passages, report_progress))
        for name, columns in PER_DOCUMENT.items()
    }
    contents["figures.csv"][0].extend([RESTS_ON, NEEDS_A_PERSON])
    target = folder / document
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with temporary_path(folder.resolve() / document, folder=True) as built:
            if os.path.lexists(target):
                raise FileError(f"{target} already exists: name another place with -o.")
            (built / "document.toml").write_text(toml, encoding="utf-8")
            counts = {}
            for name, (header_row, rows) in contents.items():
                if rows or name not in OPTIONAL:
                    _write(built / name, header_row, rows)
                    counts[name] = len(rows)
            built.chmod(default_mode(folder=True))
            built.rename(target)
    except OSError as error:
        raise FileError(
            f"{target} cannot be created ({error.strerror}): name another place with -o."
        ) from None
    return target, counts, read


def _rows(
    name: str, passages: list[Passage], report_progress: Callable[[int, int], None]
) -> list[dict[str, object]]:
    if name == "passages.csv":
        return [{c: getattr(p, c) for c in PER_DOCUMENT[name]} for p in passages]
    if name == "figures.csv":
        return list(_candidates(passages, report_progress))
    return list(_labels(passages)) if name == "outcome_labels.csv" else []


def _date(header: str) -> str:
    """The first date of the heading block; empty where there is no valid one."""
    found = _DATE.search(header)
    try:
        return (
            datetime.date(int(found[3]), MONTHS[found[2]], int(found[1])).isoformat()
            if found
            else ""
        )
    except ValueError:
        return ""


def _title(header: str, own: str) -> str:
    """The title in the heading block, else the document's own, else the whole block to cut."""
    found = re.search(r"Subject: (.*?) (?:Public|Non-Public|Which)\b", header) or re.search(
        r"\. ([^.]+?) (?:Report: |\d+/\d+ )", header
    )
    plain = "".join(c for c in (found[1] if found else own or header) if c.isprintable())
    return plain.replace("\\", "").replace('"', "'")


def _write(path: Path, header: list[str], rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _candidates(
    passages: list[Passage], report_progress: Callable[[int, int], None]
) -> Iterator[dict[str, object]]:
    """A row for every number in prose, sub-headings and cells of tables."""
    heading = ""
    for number, passage in enumerate(passages):
        report_progress(number, len(passages))
        text = passage.text
        if passage.heading != heading:
            heading = passage.heading
            yield from _numbers(passage.locator, heading, "heading-")
        if passage.cells and passage.kind == "table":
            yield from _cells(passage)
        else:
            yield from _numbers(passage.locator, text, "")


def _numbers(locator: str, text: str, prefix: str) -> Iterator[dict[str, object]]:
    for number, match in enumerate(NUMERAL.finditer(text), start=1):
        before = _PREFIX.search(text[max(match.start() - _WINDOW, 0) : match.start()])
        following = text[match.end() : match.end() + _WINDOW]
        after = _SUFFIX.match(following)
        printed = (before[0] if before else "") + match[0] + (after[0] if after else "")
        yield {
            "figure": f"{_slug(locator)}-{prefix}{number}",
            "locator": locator,
            "printed": printed.strip(),
            **_value_and_bound(printed),
            "status": "recorded",
            RESTS_ON: _unit(printed, following),
            NEEDS_A_PERSON: "yes",
        }


def _cells(passage: Passage) -> Iterator[dict[str, object]]:
    """A row for every number and mark in the cells of a table, and candidates in its labels."""
    printed = table_of(passage)
    table = passage.locator.rpartition(".")[2]
    headings = " ".join(
        printed.text(row, column)
        for row in printed.header_rows
        for column in range(printed.width)
        if printed.text(row, column)
    )
    yield from _numbers(passage.locator, headings, "header-")
    for row in range(printed.height):
        if row in printed.header_rows:
            continue
        name = printed.row_names.get(row) or printed.text(row, 0)
        yield from _numbers(passage.locator, name, f"{_slug(name)}-label-")
        for column in printed.columns if row in printed.body else ():
            yield from _cell(passage.locator, table, printed.entry(row, column), printed)


def _cell(
    locator: str, table: str, entry: Entry, printed: PrintedTable
) -> Iterator[dict[str, object]]:
    """A row for a cell: for its mark, for its number, or for each of its two numbers."""
    texts = [quantity.printed for quantity in entry.quantities]
    if len(texts) < 2:
        kept = entry.mark is not None or NUMERAL.search(entry.printed)
        texts = [entry.printed] if texts or kept else []
    roles = printed.row_roles[entry.row], printed.column_roles[entry.column]
    totals = (roles[0] == "total", roles[1] == "total")
    kind = _TOTALS.get(totals, entry.role)
    label = entry.row_name if table == "outcome" and not totals[0] else ""
    for number, text in enumerate(texts):
        share = "%" in entry.column_name or "%" in text
        extra = f"-{number + 1}" if number else ""
        yield {
            "figure": f"{table}-{_slug(entry.row_name)}-{_slug(entry.column_name)}{extra}",
            "locator": locator,
            "printed": text,
            "value": "" if entry.mark is not None else _digits(text),
            "bound": "exact",
            "status": "recorded",
            "period": _period(entry.column_name),
            "table": table,
            "row": entry.row_name,
            "column": entry.column_name,
            "cell": "share" if share and kind in _COUNTED else kind,
            "outcome_label": label,
            RESTS_ON: "percent" if share else "GBP" if "£" in text else "",
            NEEDS_A_PERSON: "yes",
        }


_TOTALS = {(True, True): "grand-total", (True, False): "column-total", (False, True): "row-total"}
"""What a cell is by whether its row and its column are totals."""
_COUNTED = ("cell", *_TOTALS.values())


def _period(heading: str) -> str:
    """The period that a heading of a column is; empty where it is something else."""
    found = periods(heading)
    whole = len(found) == 1 and found[0].label == heading
    return (in_records(found[0]) or "") if whole else ""


def _labels(passages: list[Passage]) -> Iterator[dict[str, object]]:
    """The row labels of outcome tables, with the code where the label begins with one."""
    for passage in passages:
        if passage.kind == "table" and passage.locator.endswith(".outcome"):
            printed = table_of(passage)
            for row, label in printed.row_names.items():
                if printed.row_roles[row] not in ("total", "subtotal"):
                    found = re.match(r"(\d+[A-Z]?)[.:] *(.*)", label)
                    code, short = (found[1], found[2]) if found else ("", label)
                    yield {"label": label, "code": code, "short": short}


def _value_and_bound(printed: str) -> dict[str, str]:
    """The value of a candidate, with the bound stated before the number."""
    value, bound = _digits(printed), bound_of(printed) or "exact"
    ends = {"at-least": "low", "more-than": "low", "at-most": "high", "less-than": "high"}
    return {"value": value, "bound": bound} | ({ends[bound]: value} if bound in ends else {})


def _digits(printed: str) -> str:
    found = numbers(printed)
    if not found:
        return ""
    value = found[0]
    return str(value.numerator) if value.denominator == 1 else str(float(value))


def _unit(printed: str, following: str) -> str:
    if "%" in printed:
        return "percent"
    if "£" in printed:
        return "GBP"
    word = re.match(r"[ -]*([A-Za-z]+)", following)
    return word[1].lower() if word else ""


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"
