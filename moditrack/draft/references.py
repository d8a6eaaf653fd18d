"""References: acts, papers and pages that a report refers to and does not contain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.documents.dates.years import YEAR_HEADING
from moditrack.documents.plain import words_of
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text

_NAMED = re.compile(
    r"\b(?P<kind>Act|Bill|Regulations|Order|White Paper|Green Paper|Strategy|Framework|Plan|Code"
    r"|Guidance|Policy|Circular|Convention|Directive|Inquiry|Review|Survey|Census)"
    rf"(?: of Practice)?(?: (?:of )?{YEAR_HEADING})?(?: Sec(?:\.|tion) \w+)?(?!\w)(?! [A-Z])"
)
_BEFORE = re.compile(r"(?:(?:[A-Z][\w'’-]*|\([A-Z][\w ]*\)|of|and|for),? )+$")
_LONGEST = 90
"""Characters of a title before the word that says what it is."""
_SURE = ("Act", "Bill", "Regulations")
_PAPER = re.compile(
    r"\b(?P<kind>[Rr]eport|[Bb]ulletin|[Ss]tatistics|[Dd]ata ?set|[Ss]urvey|[Cc]ensus|[Ee]valuation"
    r"|[Aa]ssessment|[Ll]icen[cs]e)s?(?: v(?:ersion )?\d[\d.]*\d)?(?![\w-])"
)
_MADE_BY = re.compile(
    r"(?:(?:full|latest|final|interim|previous|first|second|third|most recent|annual|biennial"
    r"|quarterly|monthly|statistical|progress|inspection|\d{4}(?:[/-]\d{2,4})?|[A-Z][\w&'’/-]*|of|and"
    r"|for|the|in) )+$"
)
"""A paper or data set that is named with the body that made it: the 2024 QZF annual report."""
_OF_BODY = re.compile(
    r"\b(?:[Aa]|[Tt]he|[Aa]n|\d{4}) (?:[a-z]+ ){0,3}?(?P<kind>review|report|study|survey"
    r"|inspection|evaluation|inquiry|audit|estimate)s?(?: (?!after|being|is|was)[a-z]+){0,8}?"
    r" (?:by|produced by|published by) (?:the )?[A-Z][\w'’-]*"
    r"(?:(?: of| and| for| the)* [A-Z][\w'’-]*)+"
)
"""A paper by its author: a review by the College of Boatmen."""
_PLAN = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[A-Za-z]+['’]s) "
    r"(?P<title>(?!(?:first|second|same|new|this|own)\b)[\w-]+(?: [\w-]+){0,3} "
    r"(?P<kind>strategy|settlement|action plan|white paper|manifesto|framework|data release"
    r"|code of practice)(?: for \d{4}(?:[/–-]\d{2,4})?)?)(?![\w-])"
)
"""A plan or paper that is named in small letters: the national boats strategy."""
_SITE = re.compile(
    r"(?<![@/.\w-])(?:[a-z][a-z\d-]*\.){1,3}(?:uk|org|com|gov|net|eu|police\.uk)(?![\w@-])"
)
"""The address of a site without its beginning: data.quay.uk."""
_SMALL = re.compile(
    r"(?:The|the|Under|In|in|This|A|An|That|By|Since|With|Its|Our|And|and|of|for|first|final) "
)
_NO_TITLE = re.compile(r"(?:To|These|This|That|Those|Such|Each|Every|All|Official|Report|Public)\b")
_LINK = re.compile(r"\bhttps?://[^\s)>\]]+|\bwww\.[^\s)>\]]+")
_OPENING = re.compile(r"^(?:The|Under|In|This|A|An|That|By|Since|With|Its|Our|And|of|and|for),? ")
_FEWEST = 2
"""Words with a large first letter, or years, that name a paper."""
_STOPPED = words_of("of in to by with and or is are was were that which a an the on has have")
"""Words that no such name has."""
_NONE = ("none", "nil", "n/a", "none.")


def propose(text: Text, known: set[str]) -> Iterator[Proposal]:
    """The references of a passage, each title once in a document."""
    if text.heading:
        return
    if text.locator.startswith("background-papers"):
        yield from _background(text, known)
        return
    for match in _NAMED.finditer(text.text):
        before = _BEFORE.search(text.text[max(0, match.start() - _LONGEST) : match.start()])
        title = (before[0] if before else "") + match[0]
        while _OPENING.match(title):
            title = title.partition(" ")[2]
        if title.lower() in known or len(title.split()) < 2 or title[0].islower():
            continue
        known.add(title.lower())
        row = {"locator": text.locator, "title": title, "kind": match["kind"].lower()}
        needs = "" if match["kind"] in _SURE else "is this a document that it refers to?"
        yield Proposal(
            "references.csv", row, f"'{title}' is printed", needs,
            match.end() - len(title), match.end(),
        )  # fmt: skip
    yield from _papers(text, known)
    for match in _SITE.finditer(text.text):
        if match[0].lower() not in known and not _in_a_link(text.text, match.start()):
            known.add(match[0].lower())
            row = {"locator": text.locator, "title": match[0], "kind": "web page"}
            yield Proposal("references.csv", row, "an address is printed", "", *match.span())
    for match in _LINK.finditer(text.text):
        link = match[0].rstrip(".,;:")
        if link.lower() not in known:
            known.add(link.lower())
            row = {"locator": text.locator, "title": link, "kind": "web page"}
            yield Proposal(
                "references.csv", row, "a link is printed", "",
                match.start(), match.start() + len(link),
            )  # fmt: skip


def _in_a_link(text: str, at: int) -> bool:
    before = text[max(0, at - _LONGEST) : at].rpartition(" ")[2]
    return "://" in before or "@" in before or before.endswith(("www.", "/", "."))


def _papers(text: Text, known: set[str]) -> Iterator[Proposal]:
    """Papers and data sets that are no acts, each to be confirmed by a person."""
    if text.passage.kind == "header":
        return
    for match in _PLAN.finditer(text.text):
        title = match["title"]
        plain = title.lower()
        small = _STOPPED.intersection(plain.partition(f" {match['kind'].lower()}")[0].split())
        if small or any(plain in one or one in plain for one in known):
            continue
        known.add(plain)
        row = {"locator": text.locator, "title": title, "kind": match["kind"].lower()}
        asked = "is this a document that it refers to?"
        start = match.start("title")
        yield Proposal("references.csv", row, f"'{title}' is printed", asked, start, match.end())
    for pattern in (_PAPER, _OF_BODY):
        for match in pattern.finditer(text.text):
            title = match[0]
            if pattern is _PAPER:
                before = text.text[max(0, match.start() - _LONGEST) : match.start()]
                made_by = _MADE_BY.search(before)
                title = (made_by[0] if made_by is not None else "") + title
                while _SMALL.match(title):
                    title = title.partition(" ")[2]
            plain = title.lower()
            named = [word for word in title.split()[:-1] if word[0].isupper() or word[0].isdigit()]
            again = any(plain in one or one in plain for one in known)
            if len(named) < _FEWEST or again or _NO_TITLE.match(title):
                continue
            known.add(plain)
            row = {
                "locator": text.locator,
                "title": title,
                "kind": match["kind"].lower(),
            }
            asked = "is this a document that it refers to?"
            start = match.end() - len(title)
            yield Proposal(
                "references.csv", row, f"'{title}' is printed", asked, start, match.end()
            )


def _background(text: Text, known: set[str]) -> Iterator[Proposal]:
    if text.text.lower().strip() in _NONE or text.text.lower() in known:
        return
    known.add(text.text.lower())
    row = {
        "locator": text.locator,
        "title": text.text,
        "kind": "report",
        "note": "Background paper",
    }
    yield Proposal(
        "references.csv", row, "it is listed as a background paper", "", 0, len(text.text)
    )
