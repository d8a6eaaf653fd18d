"""Whose a figure is: whom its sentence names; asked where somebody may only say it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.noun_phrases import phrase_after
from moditrack.draft.figures.cited_documents import without_citations
from moditrack.draft.names.agency_and_operation_names import Names, is_actor, is_part, speaks_from
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text

if TYPE_CHECKING:
    from moditrack.draft.context import Context

_WHEN = r"(?:(?:In|During|On|At|By|Since|Throughout|As at|Over|For) [^,.;]{3,40},? )?"
_ACTS = (
    r"(?: \([A-Z][\w&]*\))? (?:[a-z]+ly |also |has |have |had |then )*"
    r"(?:[a-z]{3,}ed|[a-z]{3,}(?<!s)s|has|had|have|made|took|led|held|found|ran|saw|gave|sent"
    r"|is|was|are|were)\b(?: ?:)?"
)
_OTHER_SUBJECT = re.compile(r"(?:The )?[A-Z][a-z]+ (?:(?:and|of) )?[A-Z][a-z]+\b")
"""A name that opens a sentence, which is then not about the operation of the one before."""
_LABEL = re.compile(r"(?:[•*-] ?)?(?P<name>[A-Z][\w&'’ -]{1,50}?): (?=[A-Z])")
"""What opens a line, and may be whom it is about: FBI: In 2011 it made 12 arrests."""
_COUNTED_OF = re.compile(
    r" (?!(?:year|month|week|day|hour)s?\b)(?:[a-z-]+ ){1,4}"
    r"(?:of|at|in|from|within|throughout|across|employed by) (?:the )?"
)
"""What is between a number and the body whose people or things it counts."""
_REPORTED = re.compile(r"\b(?:said|says|told|according to)\b", re.IGNORECASE)
"""Who says a number need not be whose it is: the council said that 40 boats were late."""
_REPORTER = re.compile(
    r"[^.;:]{0,80}?\b(?:found|reported|noted|estimated|concluded|announced|stated|revealed|observed"
    r"|highlighted|acknowledged|warned) that\b"
)
"""Who found that something was so need not be whose numbers these are."""
_NEAR = 200
"""Characters before a number in which somebody says it."""
_PARTS = ("post", "department")
"""New agencies whose figures are those of the body that they are a part of."""
_NUMBERED = re.compile(r"^(?:\d[\d.]*[.)]? |the )+|(?: \([A-Z][\w&]*\))$", re.IGNORECASE)
"""What a heading has beside the name that it is."""


def _introduced(new: list[Proposal], but: Collection[str]) -> dict[str, str]:
    """The names of new agencies with their ids, but for agencies of some kinds."""
    left_out = {one.row.get("agency") for one in new if one.row.get("kind") in but}
    named = [one.row for one in new if one.file == "names.csv" and one.row.get("agency")]
    return {row["name"]: row["agency"] for row in named if row["agency"] not in left_out}


def _either(names: Collection[str]) -> str:
    """A pattern of names, the longest first; one that nothing fits where there are none."""
    return "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True)) or "(?!)"


class Actors:
    """The agencies that a sentence can be about: those known, and new ones of the report itself."""

    def __init__(self, names: Names, new: list[Proposal]) -> None:
        known = {one.name: one.id for one in names.known.values() if one.table == "agency"}
        self.ids = known | _introduced(new, _PARTS)
        self._every = self.ids | _introduced(new, ("post",))
        self._any = re.compile(rf"(?<![\w-])(?:{_either(self._every)})(?![\w-])")
        self._subject = re.compile(rf"{_WHEN}(?:[Tt]he )?(?P<name>{_either(self.ids)}){_ACTS}")
        self.named = lru_cache(64)(self._named_in)  # once for a sentence: each figure asks
        self._of_list: tuple[str, str] = "", ""

    def subject(self, sentence: str) -> str:
        """The agency that a sentence says to do something; empty where it names none so."""
        label = _LABEL.match(sentence)
        if label is not None and label["name"] in self.ids:
            return self.ids[label["name"]]
        match = self._subject.match(sentence, label.end() if label is not None else 0)
        return self.ids[match["name"]] if match is not None else ""

    def _named_in(self, sentence: str) -> str:
        """The one agency that a sentence names, also a new one; empty where there are several.

        One to whom something was said or sent, or whose rules it was, is none.
        """
        found = {
            self._every[one[0]]
            for one in self._any.finditer(sentence, speaks_from(sentence))
            if is_actor(sentence, one.start(), one.end()) and not is_part(sentence, one)
        }
        return found.pop() if len(found) == 1 else ""

    def others(self, sentence: str, agency: str) -> bool:
        """Whether a sentence names another agency than one."""
        return any(self._every[one[0]] != agency for one in self._any.finditer(sentence))

    def heading(self, heading: str) -> str:
        """The agency whose name the last part of a heading is; empty where it is none."""
        return self.ids.get(_NUMBERED.sub("", heading.rpartition(" / ")[2]), "")

    def counts(self, sentence: str, start: int, end: int) -> bool:
        """Whether what a number counts is said to be of an agency: 40 nurses at HBT, HBT nurses."""
        after = _COUNTED_OF.match(sentence, end)
        at = self._any.match(sentence, after.end()) if after is not None else None
        return at is not None and start < at.start()

    def of_list(self, text: Text) -> str:
        """The agency that the head of a list is about, for its items: In May the unit had:"""
        heading = text.passage.heading
        if text.passage.kind == "bullet":
            return self._of_list[1] if self._of_list[0] == heading else ""
        ends = text.text.endswith(":") and not text.heading
        self._of_list = heading, self.subject(text.sentences[-1].text) if ends else ""
        return ""


def subjects(
    text: Text, sentence: Sentence, quantity: Quantity, context: Context
) -> tuple[dict[str, str], list[str]]:
    """The agency and the operation of a figure, and what to ask where there are several.

    The words that are counted come first (22 MPS officers), then the sentence, the opening of its
    passage where that is about one and no other is named, then the heading.
    """
    said = without_citations(sentence.text)
    here = context.names.mentioned(said)
    found: dict[str, str] = {}
    asked: list[str] = []
    start = quantity.start - sentence.start
    end = quantity.end - sentence.start
    counted = context.names.mentioned(" ".join(phrase_after(sentence.text, end)))
    heading = context.names.mentioned("" if text.heading else text.passage.heading)
    named_above = "" if text.heading else context.actors.heading(text.passage.heading)
    systems = {one.row["operation"] for one in context.names.new if one.row["kind"] == "system"}
    for table in ("agency", "operation"):
        own = (counted.ids[table] if table == "agency" else []) or here.ids[table]
        if not own:
            own = _opening(text, sentence, context, table)
        unsure = ""
        if table == "agency" and not (own or named_above or context.default):
            unsure = context.actors.named(said) or _of_first(text, sentence, context)
            own = [unsure] if unsure else []
        above = [] if own else heading.ids[table]
        if table == "agency" and not own and named_above:
            own, above = [named_above], []
        other = [context.default] if above and table == "agency" and context.default else []
        named = list(dict.fromkeys([*other, *(own or above)]))
        named = [one for one in named if one not in systems]
        found[table] = named[0] if named else ""
        doubted = not here.doubted.isdisjoint(own)
        of_it = unsure and context.actors.counts(said, start, end)
        reporter = _REPORTER.match(said)
        reported = table == "agency" and (
            _REPORTED.search(said, max(0, start - _NEAR), start)
            or (reporter is not None and reporter.end() <= start)
        )
        if (
            len(named) > 1
            or doubted
            or (unsure and not of_it)
            or (own and reported)
            or (above and table == "agency" and named != other)
        ):
            asked.append(f"{table}: {' or '.join(named[:3])}?")
    return found, asked


def other_area(sentence: str, start: int, found: dict[str, str], context: Context) -> list[str]:
    """What is asked of a figure of the report's force in a sentence about another place."""
    place = _AREA.match(sentence)
    if any(found.values()) or not context.default or place is None or start < place.end():
        return []
    own = [one.name for one in context.names.known.values() if one.id == context.default]
    own += [name for name, id_ in context.actors.ids.items() if id_ == context.default]
    first = place["name"].split()[0]
    return [] if any(first in one for one in own) else [f"agency: {context.default}, or another?"]


_AREA = re.compile(
    r"(?:In|Across|Within|Throughout) the (?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})"
    r" (?:area|region|force area|division),"
)
"""The area that a sentence is about, which can be that of another force."""


def _of_first(text: Text, sentence: Sentence, context: Context) -> str:
    """The agency that the first sentence of a passage is about, where this one may be, too."""
    first = text.sentences[0]
    return context.actors.subject(first.text) if sentence is not first else ""


def _opening(text: Text, sentence: Sentence, context: Context, table: str) -> list[str]:
    """What the opening of a passage, or of the list that it is in, says a sentence is about."""
    whole = context.names.mentioned(text.text).ids[table]
    if table == "operation":
        if sentence is not text.sentences[0] and _OTHER_SUBJECT.match(sentence.text):
            return []
        first = context.names.mentioned(text.sentences[0].text).ids[table]
        return whole if whole == first and len(whole) == 1 else []
    one = context.actors.subject(sentence.text) or context.list_agency
    if not one and sentence is not text.sentences[0]:
        one = context.actors.subject(text.sentences[0].text)
        one = one if set(whole) <= {one} else ""
    return [one] if one else []
