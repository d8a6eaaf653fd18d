"""What the numbers below a question count: How many boats did you seize? 2023: 12, 2024: 9."""

from __future__ import annotations

import re

from moditrack.documents.dates.periods import periods
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.measures import Measured, Measures
from moditrack.draft.counts.money import MONEY
from moditrack.draft.counts.noun_phrases import phrase_after, sentence_case, stems
from moditrack.draft.texts_in_order import Text, id_part

_WHO = r"(?:you|we|they|(?:the|your|our) (?:[a-z]+ ){0,2}[a-z]+)"
_DONE = re.compile(
    rf"(?P<rest>.*?) (?:(?P<did>did|do|does) {_WHO}|(?:have|has|had) {_WHO}|(?:were|was|are|is)"
    r"|(?:have|has|had) been) (?P<verb>[a-z]+)(?P<after>.*)"
)
"""What was done to those asked for: did you seize at the quay, were late."""
_SUM = re.compile(
    r"(?:What (?:is|was|were) the |How much (?=(?:money|income|revenue)\b))(?P<what>[^?]*)\?"
)
_COUNT = re.compile(r"How many (?=[A-Za-z])(?P<what>[^?]*)\?")
_EACH = re.compile(
    r",? (?:(?:for|in|during|by|over|between) )?(?:each|every|the (?:last|past|previous|above))\b.*"
    r"| (?:in|during|between|from|since) (?:19|20)\d\d\b.*| and how .*"
)
"""What a question says of when, which its answers say themselves."""
_PARTICIPLES = {"make": "made", "take": "taken", "hold": "held", "give": "given", "send": "sent",
                "find": "found", "see": "seen", "pay": "paid", "bring": "brought",
                "spend": "spent", "have": "", "had": "", "got": "", "get": ""}  # fmt: skip
_LONGEST, _ANSWER = 9, 400
"""Words of a name, and characters of an answer."""


def question_before(text: Text, place: int, above: str) -> str:
    """The question that a place of a text answers: the last one before it, else the one above.

    The answer has periods, numbers and words of the question.
    """
    end = text.text.rfind("?", 0, place) + 1
    question = text.text[:end] or above
    if not question or len(text.text) - end > _ANSWER:
        return ""
    answer = text.text[end:]
    for one in reversed(periods(answer)):
        answer = f"{answer[: one.start]} {answer[one.end :]}"
    return question if _plain(answer) <= _plain(question) | _plain("no none nil total from") else ""


def _plain(words: str) -> set[str]:
    return {one.rstrip("s") for one in stems(words)}


def answered(question: str, quantity: Quantity, measures: Measures) -> Measured | None:
    """What a number that answers a question counts; None where the question does not say."""
    money = quantity.unit in MONEY
    match = next(reversed(list((_SUM if money else _COUNT).finditer(question))), None)
    if match is None or match.end() < len(question):
        return None
    what = _EACH.sub("", match["what"]).strip()
    phrase = what.split() if money else phrase_after(what, 0)
    if not phrase:
        return None
    done = _DONE.fullmatch(what)
    verb = done["verb"] if done is not None else ""
    ending = ("d" if verb.endswith("e") else "ed") if done is not None and done["did"] else ""
    verb = _PARTICIPLES.get(verb, f"{verb}{ending}")
    rests_on = f"'{match[0][:60]}' is asked"
    words = f"{done['rest']} {verb}{done['after']}" if done is not None else what
    said = sentence_case(" ".join(words.split()))
    if not money:
        return measures.new_count(phrase, "", verb, rests_on).saying(said)
    name = " ".join(said.split()[:_LONGEST])
    given = f"{name}, as the document gives it"
    found = measures.new_one(id_part(name, 50), quantity.unit, name, given, rests_on)
    return found.saying(said if said != name else "")
