"""Whose a figure is: the agency and the operation that its sentence names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from moditrack.audit.sentences import Sentence
from moditrack.documents.quantities import Quantity
from moditrack.draft.texts import Text
from moditrack.draft.words import phrase_after

_TO = re.compile(r"\bto (?:the )?$")

if TYPE_CHECKING:
    from moditrack.draft.figures import Context
    from moditrack.draft.names import Named


def subjects(
    text: Text, sentence: Sentence, quantity: Quantity, context: Context
) -> tuple[dict[str, str], list[str]]:
    """The agency and the operation of a figure, and what to ask where there are several.

    The words that are counted come first (22 MPS officers), then the sentence, for an operation the
    opening of a passage that names no other, then the heading.
    """
    places = [sentence.text, text.passage.heading if not text.heading else ""]
    found: dict[str, str] = {}
    asked: list[str] = []
    start = quantity.end - sentence.start
    counted = " ".join(phrase_after(sentence.text, start))
    for table in ("agency", "operation"):
        own = _ids(context.names.find(counted), table) if table == "agency" else []
        own = own or _ids(_not_recipients(context.names.find(places[0]), places[0]), table)
        if not own and table == "operation":
            whole = _ids(context.names.find(text.text), table)
            own = whole if whole == _ids(context.names.find(text.sentences[0].text), table) else []
            own = own if len(own) == 1 else []
        above = [] if own else _ids(context.names.find(places[1]), table)
        doubted = [one for one in _doubted(context.names.find(places[0])) if one in own]
        other = [context.default] if above and table == "agency" and context.default else []
        named = list(dict.fromkeys([*other, *(own or above)]))
        found[table] = named[0] if named else ""
        if len(named) > 1 or doubted or (above and table == "agency" and named != other):
            asked.append(f"{table}: {' or '.join(named[:3])}?")
    return found, asked


def _not_recipients(names: list[Named], sentence: str) -> list[Named]:
    """The names of a sentence without those to whom something was sent."""
    return [one for one in names if not _TO.search(sentence, max(0, one.start - 10), one.start)]


def _doubted(names: list[Named]) -> set[str]:
    """The ids that only doubtful names name."""
    return {one.subject.id for one in names if one.doubt} - {
        one.subject.id for one in names if not one.doubt
    }


def _ids(names: list[Named], table: str) -> list[str]:
    return list(dict.fromkeys(one.subject.id for one in names if one.subject.table == table))
