"""findings.toml: checks by matter, with severity and a question, read and checked."""

from __future__ import annotations

from pathlib import Path

from moditrack.tables import Row
from moditrack.validation.records import Records

_REQUIRED, _OPTIONAL = ("title", "differs"), ("matters", "question", "gives")
_SEVERITIES = (1, 2, 3, 4)


def findings(records: Records) -> list[Row]:
    """The findings of a file that need not be there, each with severity, title, differs, matters,
    question, gives and `checks`."""
    path = records.folder / "findings.toml"
    if not path.exists():
        return []
    named: set[str] = set()
    entries = enumerate(records.entries(path, "finding"), 1)
    read = [_finding(records, path, f"finding {n}", entry, named) for n, entry in entries]
    return [row for row in read if row is not None]


def _finding(
    records: Records, path: Path, place: str, entry: object, named: set[str]
) -> Row | None:
    """One finding; None where it cannot be read. `named` are the checks of those before it."""
    needed = {"severity", "checks", *_REQUIRED}
    if not isinstance(entry, dict) or not needed <= set(entry) <= needed | set(_OPTIONAL):
        what = "needs severity, checks, title and differs, and may have matters, question and gives"
        records.problems.add(path, place, entry, what)
        return None
    if entry["severity"] not in _SEVERITIES:
        records.problems.add(path, f"{place}, severity", entry["severity"], "is not 1, 2, 3 or 4")
    checks = entry["checks"]
    if not isinstance(checks, list) or not checks:
        records.problems.add(path, f"{place}, checks", checks, "is not a list of checks")
        return None
    for check in map(str, checks):
        if check in named:
            records.problems.add(path, f"{place}, checks", check, "is named twice")
        named.add(check)
    for key in (*_REQUIRED, *_OPTIONAL):
        if not isinstance(entry.get(key, ""), str):
            records.problems.add(path, f"{place}, {key}", entry[key], "is not a text in quotes")
        elif key in entry:
            records.value(path, f"{place}, {key}", "text", entry[key], ("finding", key))
    return dict.fromkeys(_OPTIONAL) | entry | {"checks": [str(check) for check in checks]}
