"""All proposals for a report, family by family."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from moditrack.audit.audit import audit
from moditrack.documents.dates.month_order import in_doubt, may_be_month_first
from moditrack.documents.document import Document
from moditrack.draft import document_toml, title_and_date
from moditrack.draft.asked_once import asked_once
from moditrack.draft.context import ASK_ORDER, Context
from moditrack.draft.counts.measures import Measures
from moditrack.draft.counts.vocabulary import vocabulary
from moditrack.draft.events_and_commitments import commitments, events
from moditrack.draft.figures import claims, figures_in_prose, figures_in_tables, numerals
from moditrack.draft.figures.agency_of_figures import Actors
from moditrack.draft.figures.contents_page_numbers import page_numbers
from moditrack.draft.names import agency_and_operation_names, new_names
from moditrack.draft.periods.financial_years import with_financial_years
from moditrack.draft.periods.periods_of_headings import Scopes
from moditrack.draft.periods.periods_of_texts import section_periods
from moditrack.draft.printed_spans import Places
from moditrack.draft.proposal import Draft, Proposal
from moditrack.draft.shared_lists import Lists
from moditrack.draft.terms_and_references import definitions, references
from moditrack.draft.texts_in_order import Text, texts_of
from moditrack.draft.unaccounted import codes_of, with_doubts
from moditrack.progress import Progress


def propose(
    document: Document, lists: Lists, publisher: str = "", force: str = "",
    progress: Progress | None = None, *, id_: str = "",
) -> Draft:  # fmt: skip
    """The proposals for a report. `publisher` and `force` are given where it does not print them.

    `id_` is the report's own, which ends in its date.

    `progress` receives the families done and their total.
    """
    done = iter(range(100))
    report: Callable[[], None] = lambda: progress(next(done), 6) if progress else None  # noqa: E731
    named = agency_and_operation_names.names_of(document, lists)
    contents = page_numbers(document)
    texts = list(texts_of(document))
    cells = {one.locator for one in document.passages
             if one.kind == "table" and one.locator not in contents
             and figures_in_tables.is_recordable(one)}  # fmt: skip
    prose = [
        text
        for text in texts
        if text.heading or (text.passage.kind != "header" and text.locator not in cells)
    ]
    tables_ = [one for one in texts if one.locator in cells and not one.heading]
    opening = [one for one in texts if one.passage.kind == "header" and not one.heading]
    new = list(new_names.candidates(prose, named, lists, tables_, opening, document.opening))
    toml, missing = document_toml.values(document, named, lists, publisher, force, id_)
    document_toml.fill_in_new(toml, missing, new, document, id_)
    found = audit(document.passages).claims
    report()
    draft = Draft(document, toml, missing)
    context = Context(
        named, Measures(lists, vocabulary(document), named), Places(),
        str(toml["force"]), str(toml["committee"]), str(toml["reference"]), claims.lists(found),
        order={one.locator: at for at, one in enumerate(document.passages)},
    )  # fmt: skip
    printed = {one.subject.id for text in texts for one in named.find(text.text)}
    printed |= {one.row["agency"] for one in new if one.file == "new-agencies.csv"}
    context.publisher = document_toml.whose(toml, missing, new, lists, printed)
    context.contents = contents
    _set_dates(context, draft, texts, id_)
    context.actors = Actors(named, new)
    add = draft.proposals.extend
    add(_passages(document))
    for text in prose:
        add(figures_in_prose.propose(text, context))
    report()
    for at, passage in enumerate(document.passages):
        if passage.locator in cells:
            add(figures_in_tables.propose(document.passages, at, context))
    report()
    proposed = draft.proposed("figures.csv")
    read = [
        Text(text.passage, figures_in_tables.words(text.passage))
        if text.locator in cells and not text.heading
        else text
        for text in texts
    ]
    add(claims.propose(found, proposed))
    add(_dated(read, context, str(toml["date"]), proposed))
    report()
    add(agency_and_operation_names.propose(document, named))
    add(new)
    codes = codes_of(draft.proposed("names.csv"))
    for text in read:
        add(numerals.propose(text, context, codes))
    report()
    add(definitions.abbreviations(named))
    add(_statements(texts, context, proposed, str(toml["title"])))
    add(context.measures.new.values())
    draft.proposals = _without_defined(draft.proposals)
    draft.proposals = [
        replace(one, start=0, end=0) if one.locator in cells and not one.heading else one
        for one in draft.proposals
    ]
    draft.proposals = with_doubts(draft)
    known = {str(toml["publisher"]), str(toml["force"])} & {*lists.agencies}
    draft.proposals = with_financial_years(draft, known=bool(known))
    draft.proposals = list(asked_once(draft))
    report()
    return draft


def _dated(
    texts: list[Text], context: Context, date: str, proposed: list[Proposal]
) -> Iterator[Proposal]:
    """The events at dates, then the dates that are no events."""
    used = {
        one.row["period"]
        for one in proposed
        if one.row.get("period") and not (one.row["inferred"] and one.needs_a_person)
    }
    used.update(context.scopes.of_title())
    for text in texts:
        yield from events.propose(text, context, date, used)
    for text in texts:
        yield from events.numerals(text, context, date, used)


def _statements(
    texts: list[Text], context: Context, figures_: list[Proposal], title: str
) -> Iterator[Proposal]:
    """Commitments, definitions and references, by the words of each text; `title` is its own."""
    known = {title.lower()}
    bodies = {one.name for one in context.names.known.values() if one.table == "agency"}
    targets: dict[str, list[Proposal]] = {}
    for one in figures_:
        if one.row["status"] in ("target", "planned"):
            targets.setdefault(one.locator, []).append(one)
    for text in texts:
        yield from commitments.propose(text, context, targets.get(text.locator, []))
        yield from definitions.propose(text)
        yield from references.propose(text, known, bodies)
    yield from definitions.in_lines(texts)
    yield from commitments.aims(texts, context)


def _without_defined(found: list[Proposal]) -> list[Proposal]:
    """Proposals without abbreviations that are asked about and that the report itself defines."""
    terms = [one.row for one in found if one.file == "definitions.csv"]
    defined = {row["term"] for row in terms if row["definition"]}
    return [
        one for one in found
        if one.file != "definitions.csv" or one.row["definition"] or one.row["term"] not in defined
    ]  # fmt: skip


def _set_dates(context: Context, draft: Draft, texts: list[Text], id_: str) -> None:
    """Read the order of digits in dates, and the periods that hold for parts of the report."""
    context.month_first = may_be_month_first("\n".join(one.text for one in texts))
    day = str(draft.toml["date"])
    printed = context.month_first and in_doubt(title_and_date.date_label(draft.document))
    if printed and not (day and id_.endswith(day)):
        draft.missing["date"] = ASK_ORDER
        draft.toml["date"] = ""
    context.scopes = Scopes(texts, str(draft.toml["title"]), str(draft.toml["date"]))
    context.sections = section_periods(texts)


def _passages(document: Document) -> list[Proposal]:
    return [
        Proposal(
            "passages.csv",
            {"locator": one.locator, "kind": one.kind, "heading": one.heading,
             "words": str(one.words), "digest": one.digest},
        )
        for one in document.passages
    ]  # fmt: skip
