"""Commitments in lists of aims: items in the imperative below goals, priorities or next steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.documents.dates.periods import periods
from moditrack.documents.lower_case import words_of
from moditrack.draft.context import Context
from moditrack.draft.events_and_commitments.is_a_commitment import REWORD, promise
from moditrack.draft.periods.figure_periods import recorded
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text, id_part, unique

_ABOUT = re.compile(
    r"\b(?:goals?|objectives?|priorit(?:y|ies)|aims|commitments|next steps|action plan|actions"
    r"|recommendations|plans for|we will|our plans?|forward plan)\b", re.IGNORECASE,
)  # fmt: skip
"""What a list of aims is headed by."""
_OF_OTHERS = re.compile(r"\brecommendations\b", re.IGNORECASE)
_VERBS = words_of(
    "achieve acquire add address adopt allocate appoint assess assist attend begin bring"
    " build collaborate complete conduct consider continue coordinate create cut deliver"
    " deploy develop educate encourage enforce engage enhance ensure establish evaluate"
    " examine expand explore extend finalise finalize focus fund gain hire host identify"
    " implement improve increase introduce invest keep launch lead maintain make maximise"
    " maximize minimise minimize modernise monitor move obtain offer place prepare prevent"
    " prioritise prioritize procure promote protect provide publish purchase pursue put raise"
    " reach recruit reduce refresh reinforce renew replace report research respond restore"
    " retain review revise roll run secure seek set share simplify standardise strengthen"
    " support tackle target train transform undertake update upgrade use work"
)
"""Verbs that begin an aim in the imperative."""
_HEAD = 8
"""Words of a line that heads a list."""
_MOST = 10
"""Words of an aim that needs no other words."""
_CUT = re.compile(
    r"[,;:(]| (?:to (?:better|help|ensure|include)|in conjunction|which|so that|in order) "
)
_FIRST = re.compile(r"[A-Za-z]+")


def aims(texts: list[Text], context: Context) -> Iterator[Proposal]:
    """The items of lists of aims that no promise of their own makes a commitment."""
    head, due, heading = "", "", None
    for text in texts:
        if text.heading:
            continue
        if text.passage.heading != heading:
            heading = text.passage.heading
            last = heading.rpartition(" / ")[2]
            head = last if _ABOUT.search(last) else ""
            due = _due(head)
        if _is_head(text):
            head = text.text if _ABOUT.search(text.text) else head
            due = _due(head) or due
        elif head and text.passage.kind not in ("table", "header"):
            yield from _aim(text, head, due, context)


def _due(head: str) -> str:
    """The period that the head of a list gives; empty where it gives none or several."""
    found = [recorded(period) for period in periods(head) if not period.partial]
    return found[0] if len(found) == 1 else ""


def _is_head(text: Text) -> bool:
    short = len(text.text.split()) <= _HEAD and not text.text.endswith((".", ";"))
    return short and _verb(text.text) not in _VERBS


def _verb(words: str) -> str:
    first = _FIRST.match(words)
    return first[0].lower() if first is not None else ""


def _aim(text: Text, head: str, due: str, context: Context) -> Iterator[Proposal]:
    sentence = text.sentences[0]
    if _verb(sentence.text) not in _VERBS or promise(text, sentence) is not None:
        return
    said = _CUT.split(sentence.text)[0].strip(" .")
    short = len(said.split()) <= _MOST
    needs = [] if short else [REWORD]
    if _OF_OTHERS.search(head) or not context.default:
        needs.append("agencies: who will do it?")
    row = {
        "commitment": unique(id_part(" ".join(said.split()[:4]), 40), context.taken),
        "locator": text.locator, "due": due, "inferred": "yes" if due else "",
        "agencies": context.default,
        "description": said if short else " ".join(said.split()[:_MOST]) + " …",
    }  # fmt: skip
    yield Proposal(
        "commitments.csv", row, f"an aim below '{head[:60]}'", "; ".join(needs),
        sentence.start, sentence.start + len(sentence.text),
    )  # fmt: skip
