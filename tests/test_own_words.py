"""The records are in our own words: no run of twelve words of the documents in the project."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from moditrack.build.load import read_records
from moditrack.documents.encodings import decode
from moditrack.documents.normalise import normalise
from tests.conftest import ROOT

RUN = 12
_LEFT_OUT = {".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache",
             "node_modules"}  # fmt: skip


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z]+", normalise(text).lower())
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])


def allowed() -> Iterator[str]:
    """Titles, proper names, posts and table headings."""
    tables = read_records()
    yield from (row["title"] for row in tables["document"])
    yield from (f"{row['name']}, {row['post']}" for row in tables["document_author"])
    yield from (row["name"] for row in tables["name"])
    yield from (row["heading"] for row in tables["passage"] if row["heading"])


def without_table_labels(text: str) -> str:
    """Row labels of tables stand one after the other wherever a table is shown."""
    labels = {normalise(row["row"]) for row in read_records()["figure"] if row["row"]}
    labels |= {label.partition(": ")[2] for label in labels if ": " in label}
    text = normalise(text)
    for label in sorted(labels, key=len, reverse=True):
        if len(label.split()) > 1:
            text = text.replace(label, " tablelabel ")
    return text


def project_texts() -> Iterator[tuple[str, str]]:
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and not _LEFT_OUT.intersection(path.relative_to(ROOT).parts):
            if path.suffix == ".db":
                connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
                for line in connection.iterdump():  # lists are of texts of their own
                    yield from ((path.name, text) for text in line.split('","'))
                connection.close()
            elif path.suffix == ".csv":
                for line in path.read_text("utf-8").splitlines():
                    yield str(path.relative_to(ROOT)), line
            else:
                yield str(path.relative_to(ROOT)), path.read_text("utf-8", errors="replace")


def copied(texts: Iterable[tuple[str, str]], documents: Iterable[str]) -> list[str]:
    free = {run for phrase in allowed() for run in runs(phrase)}
    theirs = {run for document in documents for run in runs(document)} - free
    return [
        f"{name}: {' '.join(run)}"
        for name, text in texts
        if any(run in theirs for run in runs(text))
        for run in runs(without_table_labels(text))
        if run in theirs
    ]


def test_no_run_of_twelve_words_is_copied(documents: Path) -> None:
    theirs = [decode(path.read_bytes()) for path in sorted(documents.glob("*.txt"))]
    assert len(theirs) == 4
    texts = list(project_texts())
    assert {"README.md", "moditrack.db", "docs/method.md"} <= {name for name, _ in texts}
    assert copied(texts, theirs) == []


def test_no_private_suspect_is_named(documents: Path) -> None:
    text = " ".join(decode(path.read_bytes()) for path in documents.glob("*.txt"))
    suspects = set(re.findall(r"\((?:Ms|Mr|Mrs|Miss) (\w+)\)", text))
    assert len(suspects) == 1
    texts = list(project_texts())
    assert {"README.md", "moditrack.db", "docs/method.md"} <= {name for name, _ in texts}
    for name, words in texts:
        assert not any(suspect in words for suspect in suspects), name


def test_a_copied_sentence_would_be_found() -> None:
    sentence = "the quick brown fox jumps over the lazy dog and then runs away"
    assert copied([("notes", f"It says: {sentence}, twice.")], [f"So {sentence} again."])
    assert not copied([("notes", "the quick brown fox jumps over the lazy dog")], [sentence])
