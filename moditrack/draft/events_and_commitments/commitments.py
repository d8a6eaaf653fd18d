"""Commitments: what somebody says that they will do, with the day and the target; lists of aims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.dates.periods import periods
from moditrack.documents.lower_case import words_of
from moditrack.draft.context import Context
from moditrack.draft.counts.noun_phrases import sentence_case
from moditrack.draft.events_and_commitments.is_a_commitment import REWORD, due_of, promise
from moditrack.draft.names.kinds_of_names import KINDS
from moditrack.draft.periods.figure_periods import recorded
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text, id_part, shortened, unique

_MOST = 14
"""Words of a description that needs no other words."""
_CUT = re.compile(
    r"[;:(]|, (?:which|who|and|so|to|with|while|including|as|in|where|after|following|because)\b"
    r"| (?:so that|in order to|which|as required|because)\b"
)
"""What ends the part of a sentence that says what will be done."""
_WHOSE = re.compile(
    r"(?:^|[,;] |\b(?:and|that) )(?:the )?(?:we|it|they|force|service|department|council|agency"
    r"|board|committee|team|unit|programme|program|police|report)(?: (?:also|then|now))? ?$",
    re.IGNORECASE,
)
"""A subject that is the report's own agency."""
_THING = re.compile(r"(?:^|[.;,] |\band )(?P<subject>[A-Za-z][\w'’-]*(?: [\w'’-]+){0,9}) ?$")


_NOBODY = re.compile(r"\b(?:who|anyone|whoever)(?: [a-z]+)? $|^Any\b", re.IGNORECASE)
"""A subject that promises nothing: those who will act."""
_NOTHING = re.compile(r"\W*[\w'’-]*\W*|.* to")
"""What says nothing of what will be done: one word, or the head of a list: Continue to."""


def propose(text: Text, context: Context, targets: list[Proposal]) -> Iterator[Proposal]:
    """The commitments of a passage; `targets` are its figures with the status target or planned."""
    for sentence in text.sentences:
        match = promise(text, sentence)
        if match is None:
            continue
        end = sentence.start + len(sentence.text)
        own = [one.row["figure"] for one in targets if sentence.start <= one.start < end]
        due = due_of(text, sentence, context.scopes.day)
        agencies, asked = _agencies(sentence, match, context)
        found = [one.subject for one in context.names.find(sentence.text)]
        operations = list(dict.fromkeys(one.id for one in found if one.table == "operation"))
        named = context.names.mentioned(sentence.text[: match.start()]).ids["agency"]
        described, is_short = _description(sentence.text, match, acts=bool(named) or not asked)
        if _NOBODY.search(sentence.text, 0, match.start()) or _NOTHING.fullmatch(described):
            continue
        needs = [asked] if asked else []
        row = {
            "commitment": unique(id_part(" ".join(described.split()[:4]), 40), context.taken),
            "locator": text.locator, "due": recorded(due) if due is not None else "",
            "agencies": " ".join(agencies),
            "operation": operations[0] if len(operations) == 1 else "",
            "target": own[0] if len(own) == 1 else "",
            "description": described,
        }  # fmt: skip
        yield Proposal(
            "commitments.csv", row, f"'{match[0].strip()}' is printed",
            "; ".join(needs if is_short else [REWORD, *needs]), sentence.start, end,
        )  # fmt: skip


def _description(sentence: str, match: re.Match[str], *, acts: bool) -> tuple[str, bool]:
    """What will be done, and whether it is said in few words; `acts`: by an agency that is named.

    Where something else is the subject, it is a part of what is said.
    """
    rest = _ASIDE.sub("", sentence[match.end() :])
    if not _STARTS.match(rest):  # by the end of the year
        rest = sentence[: match.start()]
    said = _CUT.split(rest)[0].strip(" .,-")
    decided = match[0].rstrip().lower().endswith("that")
    if decided and (done := _THAT_BE.fullmatch(said)) is not None:
        words = f"{done['thing']} to be {done['done']}"
        return sentence_case(shortened(words)), len(words.split()) <= _MOST
    if said.startswith("be ") or not acts:
        thing = _THING.search(sentence, 0, match.start())
        if thing is None:
            return sentence_case(shortened(said or rest)), False
        subject = _MODAL.sub("", _VERB.split(_ARTICLE.sub("", thing["subject"]))[0])
        said = said if subject.lower() in _PRONOUNS else f"{subject} to {said}"
    if 1 < len(said.split()) <= _MOST:
        return sentence_case(said), True
    return sentence_case(shortened(said or rest)), False


_ASIDE = re.compile(r" \([^()]{1,100}\)")
_VERB = re.compile(r" (?:is|are|was|were|has|have|had) ")
_MODAL = re.compile(r" (?:should|must|can|could|may|would|also|now)$")
_ARTICLE = re.compile(r"^(?:the|an?|our|its|their) ", re.IGNORECASE)
_PRONOUNS = ("we", "they", "it", "i")
_THAT_BE = re.compile(
    r"(?:the |an? )?(?P<thing>.{3,100}?) (?:should |will |would )?be"
    r" (?P<done>[a-z]+(?:ed|en|t)\b.*)"
)
"""What is proposed or resolved: that the fund be closed by May."""
_STARTS = re.compile(r" ?[a-z]+\b(?! of\b)")


def _agencies(sentence: Sentence, match: re.Match[str], context: Context) -> tuple[list[str], str]:
    """Who will do it, and what is asked: the subject of the promise, else the report's agency."""
    before = sentence.text[: match.start()]
    actor = context.actors.subject(sentence.text) or context.list_agency
    named = context.names.mentioned(before).ids["agency"] or ([actor] if actor else [])
    if named:
        return named, ""
    if one := _by_last_word(before, context):
        return [one], ""
    default = [context.default] if context.default else []
    own = _WHOSE.search(before) is not None or not before.strip() or _is_own(before, context)
    return default, "" if own and default else "agencies: who will do it?"


def _by_last_word(before: str, context: Context) -> str:
    """The one agency of the report whose name ends as a subject does: the Constabulary."""
    subject = before.rstrip().rpartition(" ")[2]
    found = {id_ for name, id_ in context.actors.ids.items() if name.rpartition(" ")[2] == subject}
    return found.pop() if len(found) == 1 and subject.lower() in KINDS else ""


def _is_own(before: str, context: Context) -> bool:
    """Whether a subject is the last word of the name of the report's agency: the commission."""
    names = [one.name for one in context.names.known.values() if one.id == context.default]
    subject = before.rstrip().rpartition(" ")[2].lower()
    return any(subject == name.rpartition(" ")[2].lower() for name in names)


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
_MOST_OF_AN_AIM = 10
"""Words of an aim that needs no other words."""
_AIM_CUT = re.compile(
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
    said = _AIM_CUT.split(sentence.text)[0].strip(" .")
    short = len(said.split()) <= _MOST_OF_AN_AIM
    needs = [] if short else [REWORD]
    if _OF_OTHERS.search(head) or not context.default:
        needs.append("agencies: who will do it?")
    row = {
        "commitment": unique(id_part(" ".join(said.split()[:4]), 40), context.taken),
        "locator": text.locator, "due": due, "inferred": "yes" if due else "",
        "agencies": context.default,
        "description": said if short else " ".join(said.split()[:_MOST_OF_AN_AIM]) + " …",
    }  # fmt: skip
    yield Proposal(
        "commitments.csv", row, f"an aim below '{head[:60]}'", "; ".join(needs),
        sentence.start, sentence.start + len(sentence.text),
    )  # fmt: skip
