"""document.toml: what each document is, and who wrote it, read and checked."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from moditrack.documents.normalise import NORMALISER
from moditrack.tables import RecordTables, Row
from moditrack.validation.columns import ID, NEEDS_A_PERSON
from moditrack.validation.read_values import has_texts
from moditrack.validation.records import Records
from moditrack.validation.suggestions import did_you_mean

KEYS = {
    "title": str, "kind": str, "publisher": str, "force": str, "committee": str,
    "reference": str, "date": str, "data_to": str, "url": str, "licence": str,
    "sha256": str, "normaliser": int, "note": str, "unfinished": bool, "authors": list,
}  # fmt: skip
_IN_WORDS = {
    str: "a text in quotes",
    int: "a whole number",
    bool: "true or false",
    list: "a list: write [[authors]]",
}
NO_COLUMNS = ("authors", "unfinished")
_REQUIRED = {"title", "kind", "publisher", "force", "date", "sha256", "normaliser"}


_LATEST = "9999-12-31"
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})$")


def documents(records: Records) -> RecordTables:
    """The documents by date, with their authors, from each document.toml.

    Where it is unfinished and lacks what each document has, the document is left out of the
    database, and its row has empty texts, and for its date that of its id.
    """
    found: list[Row] = []
    authors: dict[str, list[Row]] = {}
    for folder in sorted(p for p in records.folder.iterdir() if p.is_dir()):
        if folder.name.startswith((".", "__")):
            continue
        if (data := records.toml(folder / "document.toml")) is not None:
            found.append(_document(records, folder, data))
            authors[folder.name] = _authors(
                records, folder / "document.toml", data.get("authors", [])
            )
    if not found:
        records.problems.append(f"{records.folder}: contains no folder with a document.toml")
    found.sort(key=lambda row: (str(row["date"]), str(row["document"])))
    by = [author for row in found for author in authors[row["document"]]]
    return {"document": found, "document_author": by}


def _document(records: Records, folder: Path, data: Row) -> Row:
    path = folder / "document.toml"
    for key, value in data.items():
        if key not in KEYS:
            near = did_you_mean(key, [known for known in KEYS if known not in data])
            records.problems.add(path, key, value, f"is a key that documents do not have{near}")
        elif not isinstance(value, KEYS[key]):
            records.problems.add(path, key, value, f"is not {_IN_WORDS[KEYS[key]]}")
    missing = [key for key in KEYS if key in _REQUIRED and data.get(key) in (None, "")]
    new = [
        key
        for key in ("publisher", "force", "committee")
        if records.unfinished.is_new(folder.name, "agency", data.get(key))
    ]
    if data.get("unfinished") is True or new:
        missing += [key for key in new if key not in missing]
        needs = ", ".join(missing) or "read it through"
        texts_ = {NEEDS_A_PERSON: needs, "missing": ", ".join(missing)}
        texts_["unfinished"] = "line" if data.get("unfinished") is True else ""
        records.unfinished.add(folder.name, path.name, None, texts_)
        if missing:
            records.unfinished.left_out.add(folder.name)
            return _stand_in(folder.name, data)
    for key in sorted(missing):
        records.problems.add(path, key, data.get(key), "is missing")
    _identity(records, path, folder.name, data)
    row: Row = {"document": folder.name}
    row |= {key: data.get(key) or None for key in KEYS if key not in NO_COLUMNS}
    kinds = {"date": "day", "data_to": "day?", "kind": "choice"}
    for key in ("title", "reference", "url", "licence", "note", *kinds):
        text = data.get(key, "")
        # Missing and mistyped values are reported above.
        if isinstance(text, str) and (key in kinds or text):
            records.value(path, key, kinds.get(key, "text"), text, ("document", key))
    for key in ("publisher", "force", "committee"):
        known = records.ids.get("agency", set())
        if isinstance(row[key], str) and row[key] not in known:
            near = did_you_mean(row[key], known, records.named["agency"])
            records.problems.add(path, key, row[key], f"is not in agencies.csv{near}")
    return row


def _stand_in(document: str, data: Row) -> Row:
    """A row for a document that is left out, with which its other records can be checked."""
    plain = {key: data.get(key) for key in KEYS if key not in NO_COLUMNS}
    row = {k: v if isinstance(v, KEYS[k]) else "" for k, v in plain.items()}
    dated = _DATED.search(document)
    for text in (row["date"], dated and dated[1], _LATEST):
        try:
            row["date"] = datetime.date.fromisoformat(str(text)).isoformat()
            break
        except ValueError:
            continue
    row["normaliser"] = data.get("normaliser") or NORMALISER
    return {"document": document} | row


def _identity(records: Records, path: Path, document: str, data: Row) -> None:
    if not ID.fullmatch(document):
        records.problems.add(path, "folder", document, "is not an id: write publisher and date")
    sha256, normaliser = data.get("sha256"), data.get("normaliser")
    if isinstance(sha256, str) and sha256 and not re.fullmatch(r"[0-9a-f]{64}", sha256):
        records.problems.add(path, "sha256", sha256, "is not 64 hexadecimal digits")
    if normaliser is not None and (
        isinstance(normaliser, bool) or normaliser not in range(1, NORMALISER + 1)
    ):
        what = f"is not a version of the normaliser: this moditrack has 1 to {NORMALISER}"
        records.problems.add(path, "normaliser", normaliser, what)


def _authors(records: Records, path: Path, authors: object) -> list[Row]:
    rows = []
    for position, author in enumerate(authors if isinstance(authors, list) else [], start=1):
        if has_texts(author, {"name", "post", "role"}):
            rows.append({"document": path.parent.name, "position": position, **author})
        else:
            records.problems.add(path, f"author {position}", author, "needs name, post and role")
    return rows
