"""Rows for the names that a report prints and does not introduce: bodies, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from moditrack.draft.names.agency_and_operation_names import Names
from moditrack.draft.names.body_names import Body, bodies, bodies_on_lines_of_their_own, heads
from moditrack.draft.names.kinds_of_names import alike, kind_of_long_form
from moditrack.draft.names.long_forms import printed_elsewhere
from moditrack.draft.names.persons import persons
from moditrack.draft.proposal import Proposal
from moditrack.draft.shared_lists import Lists
from moditrack.draft.texts_in_order import Text, id_part, unique

_SURE = ("force", "authority", "department", "agency", "committee")
"""Kinds of bodies that a name with words of its own shows, where no known one has these words."""
_SMALL = ("of", "and", "for", "the", "&")


def candidates(
    texts: list[Text],
    names: Names,
    lists: Lists,
    tables: Iterable[Text] = (),
    opening: Iterable[Text] = (),
    lines: Iterable[str] = (),
) -> Iterator[Proposal]:
    """New agencies and programmes with their names, and abbreviations that nothing explains."""
    taken = dict.fromkeys([*lists.agencies, *lists.operations, *_new_ids(names)], 1)
    known = {name.lower() for name in names.known}
    short = {name.partition(" of ")[0] for name in known}
    ids: dict[str, str] = {}
    long_forms = printed_elsewhere([*texts, *opening])
    found = [
        *bodies(texts, names.words, tables),
        *heads(opening, lines),
        *bodies_on_lines_of_their_own(texts),
        *persons(texts),
    ]
    for one in sorted(found, key=lambda body: body.is_short):
        name = one.name
        if any(one.endswith(f"'s {name.lower()}"[2:]) and one != name.lower() for one in known):
            continue  # the end of a longer name
        if name.lower() in known or name.lower() in short or name in names.abbreviations:
            continue
        known.add(name.lower())
        if not one.is_short:
            key = unique(id_part(name), taken)
            ids[_initials(name)] = key
            yield from _subject(one, key, name, one.kind, lists)
            continue
        if name in ids:
            yield _name(one, ids[name], "abbreviation", f"name: is it {ids[name]}?")
            continue
        long, text, start = long_forms.get(name, ("", one.text, 0))
        kind = kind_of_long_form(long) if long else None
        if one.acts or (kind is not None and kind[0] == one.table):
            key = unique(id_part(name), taken)
            yield from _subject(one, key, name, kind[1] if kind else "agency", lists, long)
            if long:
                yield _name(replace(one, name=long, text=text, start=start), key, "name", "")
        else:
            yield _term(one, long)


def _new_ids(names: Names) -> list[str]:
    return [next(iter(proposal.row.values())) for proposal in names.new]


def _subject(
    one: Body, key: str, name: str, kind: str, lists: Lists, long: str = ""
) -> Iterator[Proposal]:
    row = {one.table: key, "kind": kind, "name": long or name}
    like = [] if one.is_short or kind == "post" else alike(name, lists, one.table)
    what = "an agency" if one.table == "agency" else "an operation"
    asked = f"is it {what}, or another name of {' or '.join(like[:3])}?" if like else (
        "is it an agency? what is its name?" if one.is_short else f"is it {what}?"
    )  # fmt: skip
    if (
        kind in _SURE
        and one.sure
        and not (like or one.is_short or name.lower().endswith("services"))
    ):
        asked = ""
    if long:
        asked = f"is it an agency, and is this what '{name}' stands for?"
    if kind == "post":
        asked = "does this person or post act in the report?"
    yield _name(one, key, "abbreviation" if one.is_short else "name", "")
    file = "new-agencies.csv" if one.table == "agency" else "new-operations.csv"
    yield Proposal(file, row, f"'{name}' is printed", asked)


def _name(one: Body, key: str, kind: str, asked: str) -> Proposal:
    row = {"locator": one.text.locator, one.table: key, "name": one.name, "kind": kind}
    end = one.start + len(one.name)
    return Proposal(
        "names.csv", row, f"'{one.name}' is printed", asked, one.start, end, one.text.heading
    )


def _term(one: Body, long: str) -> Proposal:
    """An abbreviation that looks like no body's: a person says what it stands for."""
    row = {
        "locator": one.text.locator, "kind": "Abbreviation", "term": one.name, "definition": long,
        "printed": one.name,
    }  # fmt: skip
    asked = f"definition: what does '{one.name}' stand for?"
    if long:
        asked = f"definition: is this what '{one.name}' stands for?"
    end = one.start + len(one.name)
    return Proposal("definitions.csv", row, "it is in capitals", asked, one.start, end)


def _initials(name: str) -> str:
    words = re.findall(r"[A-Za-z]+", name)
    return "".join(word[0].upper() for word in words if word not in _SMALL)
