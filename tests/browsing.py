"""Datasette over the shipped database, asked in this process."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from moditrack.browse.server import datasette
from moditrack.db.connection import shipped_path

LISTS = (
    "sources", "levels", "partners", "documents", "inferred", "differing", "by", "later", "sides",
    "authors", "not_contained", "not_mentioned_in",
)  # fmt: skip
REPORT = "colp-2024-02-22"

Get = Callable[..., Any]


def getting(db: str | None) -> Get:
    """Ask Datasette over the database, in this process."""
    app = datasette(db)

    def call(path: str, *lists: tuple[str, str], **parameters: str) -> Any:
        asked = f"/{path}?{urlencode([*lists, *parameters.items()])}"
        answer = asyncio.run(app.client.get(asked))
        assert answer.status_code == 200, answer.text
        return answer

    return call


@pytest.fixture(scope="module")
def get() -> Get:
    return getting(None)


@pytest.fixture
def rows(get: Get) -> Get:
    """The rows that a question answers, its lists read."""

    def call(question: str, **parameters: str) -> Any:
        read = [("_shape", "array"), *(("_json", name) for name in LISTS)]
        return get(f"moditrack/{question}.json", *read, **parameters).json()

    return call


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(shipped_path(), tmp_path / "copy.db"))
