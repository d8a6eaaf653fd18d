"""Whose a figure is: the agency and the operation that its sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moditrack.audit.sentences import Sentence
from moditrack.documents.quantities import Quantity
from moditrack.draft.texts import Text
from moditrack.draft.words import phrase_after

if TYPE_CHECKING:
    from moditrack.draft.figures import Context


def subjects(
    text: Text, sentence: Sentence, quantity: Quantity, context: Context
) -> tuple[dict[str, str], list[str]]:
    """The agency and the operation of a figure, and what to ask where there are several.

    The words that are counted come first (22 MPS officers), then the sentence, for an operation the
    opening of a passage that names no other, then the heading.
    """
    here = context.names.mentioned(sentence.text)
    found: dict[str, str] = {}
    asked: list[str] = []
    start = quantity.end - sentence.start
    counted = context.names.mentioned(" ".join(phrase_after(sentence.text, start)))
    heading = context.names.mentioned("" if text.heading else text.passage.heading)
    for table in ("agency", "operation"):
        own = (counted.ids[table] if table == "agency" else []) or here.ids[table]
        if not own and table == "operation":
            whole = context.names.mentioned(text.text).ids[table]
            first = context.names.mentioned(text.sentences[0].text).ids[table]
            own = whole if whole == first and len(whole) == 1 else []
        above = [] if own else heading.ids[table]
        other = [context.default] if above and table == "agency" and context.default else []
        named = list(dict.fromkeys([*other, *(own or above)]))
        found[table] = named[0] if named else ""
        doubted = not here.doubted.isdisjoint(own)
        if len(named) > 1 or doubted or (above and table == "agency" and named != other):
            asked.append(f"{table}: {' or '.join(named[:3])}?")
    return found, asked
