"""The periods of figures: of their sentence, their section, their heading or the title."""

from __future__ import annotations

import re

from moditrack.audit.sentences import Sentence
from moditrack.dates import in_records
from moditrack.documents.calendars import DAY, RANGE, Period
from moditrack.documents.periods import periods
from moditrack.documents.quantities import Quantity, quantities
from moditrack.draft.texts import Text

_COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|against|from|up on|down on|versus|vs)"
    r"(?: (?:in|the|that|those|for|of|figures?|levels?|same|period|year|total|average))* ?\(?$",
    re.I,
)
"""What precedes a period with which a figure is compared."""
_DATA = re.compile(r"\b(?:data|figures|statistics|analysis|recorded crimes?)\b", re.IGNORECASE)
_YEARS = re.compile(r"^(\d{4})-01/(\d{4})-12$")
_OPENING = 30
"""Words that a passage on the period of its section's data has at most."""
_NEAR = 40
"""Characters after a number within which a period is its own."""
_TURNED = re.compile(r"\b(?:to|fell|rose|down|up|against|compared|than)\b")
_ATTACHED = re.compile(r"(?: \w+){0,3} in (?:the )?")


def section_periods(texts: list[Text]) -> dict[str, str]:
    """The period that the opening of a section states for its data, by section.

    It is one of more than a year, in a passage of few words about data.
    """
    found: dict[str, str] = {}
    for text in texts:
        section = text.locator.partition(".")[0]
        if text.heading or text.passage.words > _OPENING or not _DATA.search(text.text):
            continue
        long = [one for one in text.periods if one.kind == RANGE and len(one.parts) == 2]
        if section not in found and len(text.periods) == 1 and long:
            found[section] = _YEARS.sub(r"\1/\2", recorded(long[0]))
    return found


def of_sentence(text: Text, sentence: Sentence, quantity: Quantity) -> tuple[str, str, str]:
    """The period of a figure, whether it is inferred, and what it rests on or what is asked."""
    end = sentence.start + len(sentence.text)
    own = [one for one in text.periods_in(sentence.start, end) if _is_own(text, one)]
    after = [
        one
        for one in own
        if quantity.end <= one.start <= quantity.end + _NEAR
        and not quantities(text.text[quantity.end : one.start])
    ]
    chosen = own if len(own) == 1 else after[:1]
    if chosen:
        if _is_of_another(text, sentence, quantity, chosen[0]):
            return "", "", f"period: {chosen[0].label}, or another?"
        return recorded(chosen[0]), "", f"'{chosen[0].label}' is printed with it"
    if len(own) > 1:
        labels_ = list(dict.fromkeys(one.label for one in own))
        return "", "", f"period: {' or '.join(labels_[:3])}?"
    vague = [one.label for one in text.periods_in(sentence.start, end) if one.partial]
    return "", "", f"period: {vague[0]}?" if vague else ""


def _is_of_another(text: Text, sentence: Sentence, quantity: Quantity, period: Period) -> bool:
    """Whether a period belongs to the number before it: from 2,000 in 2018 down to 600."""
    between = text.text[period.end : quantity.start]
    before = [one for one in quantities(text.text) if sentence.start <= one.start < period.start]
    attached = before and _ATTACHED.fullmatch(text.text[before[-1].end : period.start])
    return bool(attached and _TURNED.search(between))


def _is_own(text: Text, period: Period) -> bool:
    """Whether a period can be that of a figure: not one that it is compared with."""
    before = text.text[max(0, period.start - _NEAR) : period.start]
    compared = _COMPARED.search(before)
    spanned = period.kind == RANGE and before.endswith("from ")
    return not period.partial and (compared is None or spanned)


def recorded(period: Period) -> str:
    """A period as the records write it, open ends included."""
    written = in_records(period)
    ends = [in_records(one) for one in period.parts if not one.partial]
    if written is not None and period.kind == RANGE and len(ends) == 2 and all(ends):
        if ends[0] == ends[1]:
            return str(ends[0])
        return "/".join(str(end) for end in ends)
    if written is not None:
        return written
    if period.kind == RANGE and period.first and period.parts:
        return f"{in_records(period.parts[0]) or period.first}/.."
    if period.last and period.first is None:
        return f"../{period.last}"
    return f"{period.first}/.." if period.first else ""


def above(heading: str, title: str) -> tuple[str, str, str]:
    """The period that the heading of a passage gives, else the title: as `of_sentence` has them.

    It is inferred. That of the title may not be that of each figure, so that a person is asked, as
    where there are several. A day in a title is that of the report.
    """
    for words, kind in ((heading, ""), (title, " of the title")):
        found = {recorded(one): one.label for one in periods(words)
                 if not one.partial and not (kind and one.kind == DAY)}  # fmt: skip
        labels = [label for written, label in found.items() if written]
        if len(labels) > 1:
            return "", "", f"period: {' or '.join(labels[:3])}?"
        if labels:
            why = f"period: '{labels[0]}'{kind}?" if kind else f"'{labels[0]}' is above it"
            return next(written for written in found if written), "yes", why
    return "", "", ""
