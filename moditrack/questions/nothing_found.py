"""What an answer without a row would have without one of its filters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from moditrack.tables import Connection, Note

if TYPE_CHECKING:
    from moditrack.questions.question import Question


def without_one(
    question: Question, connection: Connection, values: Mapping[str, list[Any]]
) -> Iterator[Note]:
    """How many rows there are without each filter that keeps all others from any."""
    said, without = [], []
    for own in question.filters:
        if own.required or own.unless or own.parameter not in values:
            continue
        given = values[own.parameter]
        is_words = own.name == "words"
        shown = f"'{json.loads(given[0])['text']}'" if is_words else f"--{own.name} {given[0]}"
        said.append(shown)
        others = {name: value for name, value in values.items() if name != own.parameter}
        chosen, bound = question.where_clause(others)
        (number,) = connection.execute(
            f"SELECT count(*) FROM {question.view} WHERE {chosen}", bound
        ).fetchone()
        if number:
            without.append(f"{number:,} without {'the words' if is_words else f'--{own.name}'}")
    if without:
        yield Note("pointer", f"Nothing has {' and '.join(said)}; there are {', '.join(without)}.")
