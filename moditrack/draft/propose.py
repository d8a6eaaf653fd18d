"""All proposals for a report, family by family."""

from __future__ import annotations

from collections.abc import Callable

from moditrack.documents.document import Document
from moditrack.documents.numerals import NUMERAL
from moditrack.draft import (
    claims,
    commitments,
    definitions,
    events,
    figures,
    names,
    numerals,
    references,
    tables,
)
from moditrack.draft import (
    document as document_values,
)
from moditrack.draft.figures import Context
from moditrack.draft.lists import Lists
from moditrack.draft.measures import Measures, vocabulary
from moditrack.draft.place import Places
from moditrack.draft.proposal import Draft, Proposal
from moditrack.draft.texts import texts_of

Progress = Callable[[int, int], None]


def propose(
    document: Document, lists: Lists, publisher: str = "", force: str = "",
    progress: Progress | None = None,
) -> Draft:  # fmt: skip
    """The proposals for a report. `publisher` and `force` are given where it does not print them.

    `progress` receives the families done and their total.
    """
    done = iter(range(100))
    report: Callable[[], None] = lambda: progress(next(done), 6) if progress else None  # noqa: E731
    named = names.names_of(document, lists)
    toml, missing = document_values.values(document, named, lists, publisher, force)
    found = claims.found_in(document.passages)
    report()
    context = Context(
        named, Measures(lists, vocabulary(document)), Places(document.passages),
        str(toml["force"]), str(toml["committee"]), str(toml["reference"]), claims.lists(found),
    )  # fmt: skip
    draft = Draft(document, toml, missing)
    texts = list(texts_of(document))
    prose = [one for one in texts if one.heading or one.passage.kind not in ("table", "header")]
    add = draft.proposals.extend
    add(_passages(document))
    for text in prose:
        add(figures.propose(text, context))
    report()
    for at, passage in enumerate(document.passages):
        if passage.kind == "table":
            add(tables.propose(document.passages, at, context))
    report()
    proposed = draft.of("figures.csv")
    for one in proposed:
        if one.cell is not None:
            context.places.texts.unmatched[one.locator] = ""
    add(claims.propose(found, proposed))
    used = {one.row["period"] for one in proposed if one.row.get("period")}
    for text in texts:
        add(events.propose(text, context, str(toml["date"]), used))
    report()
    add(names.propose(document, named))
    codes = sorted(
        {one.row["name"] for one in draft.of("names.csv") if NUMERAL.search(one.row["name"])},
        key=len, reverse=True,
    )  # fmt: skip
    for text in texts:
        add(numerals.propose(text, context, codes))
    report()
    seen: set[str] = set()
    add(definitions.abbreviations(named))
    for text in texts:
        own = [one for one in proposed if one.locator == text.locator
               and one.row["status"] in ("target", "planned")]  # fmt: skip
        add(commitments.propose(text, context, own))
        add(definitions.propose(text))
        add(references.propose(text, seen))
    add(context.measures.new.values())
    report()
    return draft


def _passages(document: Document) -> list[Proposal]:
    return [
        Proposal(
            "passages.csv",
            {"locator": one.locator, "kind": one.kind, "heading": one.heading,
             "words": str(one.words), "digest": one.digest},
        )
        for one in document.passages
    ]  # fmt: skip
