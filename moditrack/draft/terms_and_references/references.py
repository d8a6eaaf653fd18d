"""References: acts, papers and pages that a report refers to and does not contain, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text, id_part, unique

if TYPE_CHECKING:
    from moditrack.draft.context import Context

from collections.abc import Container
from dataclasses import replace

from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.documents.dates.year_or_count import YEAR_HEADING
from moditrack.documents.lower_case import words_of

_NAMED = re.compile(
    r"\b(?P<kind>Act|Bill|Regulations|Order|White Paper|Green Paper|Strategy|Framework|Plan|Code"
    r"|Guidance|Policy|Circular|Convention|Directive|Inquiry|Review|Survey|Census|Charter"
    r"|Standards?|Statement|Protocol|Procedures?|Manual|Handbook|Motion|Declaration)"
    rf"(?: of Practice)?(?: (?:of |for )?{YEAR_HEADING})?(?: Sec(?:\.|tion) \w+)?(?: #\d+)?(?!\w)"
    r"(?! (?:and (?:Procedures?|Guidance|Plan|Practice)\b|[A-Z]))"
)
_GOES_ON = re.compile(
    rf" (?:on|for|of|against|into)(?: the)?(?! (?:(?i:{MONTH_NAMES})|\w+day)\b)"
    r"(?: (?:and|of|the|for|in|with)(?= [A-Z])| [A-Z][\w'’-]*)+"
)
"""What a title has after the word that says what it is: Charter against Late Boats."""
_SMALL_ACT = re.compile(r"\b[Tt]he (?P<words>[A-Z][\w'’-]*(?: [a-z][a-z'’-]*){1,6} )$")
"""The name of an act that has small letters: the Late boats at night Act 2003."""
_BEFORE = re.compile(r"(?:(?:[A-Z][\w'’-]*|\([A-Z][\w ]*\)|of|and|for|&),? )+$")
_TWO_ACTS = re.compile(r"(?<= Act and )|(?<= Bill and )")
_LONGEST = 90
"""Characters of a title before the word that says what it is."""
_SURE = ("Act", "Bill", "Regulations")
_NUMBERED = re.compile(
    r"(?P<title>[A-Z][\w'’-]*(?:,? (?:of|and|the|for|on|in|to|with|[A-Z][\w'’-]*)){2,16})"
    r" \((?P<kind>Report|Paper|Circular|Bulletin)(?: [Nn]o\.?| [Nn]umber)? ?#?\d[\w/.-]*"
    r"(?:,? (?:issued|published|dated)(?: on| in)? [^()]{4,30})?\)"
)
"""A title with its number in brackets: Audit of Boats (Report #12 issued 3 May 2019)."""
_QUOTED = re.compile(
    r"(?:\b(?:entitled|titled|called|published|issued|released|report|review|paper|guidance|strategy)"
    r"(?: (?:their|its|the|a|an|his|her|our|final|full|new|draft|report|review|paper))*,? "
    r"[\"“‘](?P<title>[A-Za-z][^\"“”‘]{8,120}?)[\"”’](?![a-z])"
    r"|[\"“](?P<first>[A-Z][^\"“”]{8,120}?)[\"”] (?P<kind>report|review|paper|strategy|guidance))"
)
"""A title in quotation marks beside what it is: the report "Boats by night"."""
_PAPER = re.compile(
    r"\b(?P<kind>[Rr]eport|[Bb]ulletin|[Ss]tatistics(?: report| bulletin| release)?|[Dd]ata ?set"
    r"|[Ss]urvey|[Cc]ensus|[Ee]valuation|[Aa]ssessment|[Ll]icen[cs]e)s?"
    r"(?: v(?:ersion )?\d[\d.]*\d)?(?![\w-])"
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
_OPENING = re.compile(
    r"^(?:The|Under|In|This|A|An|That|By|Since|With|Its|Our|And|See|of|and|for),? "
)
_FEWEST = 2
"""Words with a large first letter, or years, that name a paper."""
_STOPPED = words_of("of in to by with and or is are was were that which a an the on has have")
"""Words that no such name has."""
_ASK = "is this a document that it refers to?"
_COUNT = re.compile(r"\d{1,3} ")
_OF_YEAR = re.compile(rf"(?<=[Rr]eport|[Rr]eview) (?:for|of) {YEAR_HEADING}\b")
"""The year of a paper: Annual Report for 2022/23."""
_NONE = ("none", "nil", "n/a", "none.")


def propose(
    text: Text, known: set[str], bodies: Container[str] = frozenset()
) -> Iterator[Proposal]:
    """The references of a passage, each title once in a document; `bodies` are no papers."""
    if text.heading:
        return
    if text.locator.startswith("background-papers"):
        if text.text.lower().strip() not in _NONE and text.text.lower() not in known:
            found = _reference(text, text.text, "report", 0, known)
            found.row["note"] = "Background paper"
            yield replace(found, rests_on="it is listed as a background paper")
        return
    yield from _with_marks(text, known)
    for match in _NAMED.finditer(text.text):
        titled = _titled(text, match)
        if titled is None or titled[0] in bodies or _is_known(titled[0], known):
            continue
        asked = "" if match["kind"] in _SURE else _ASK
        yield _reference(text, titled[0], match["kind"].lower(), titled[1], known, asked)
    yield from _papers(text, known, bodies)
    for match in _SITE.finditer(text.text):
        if match[0].lower() not in known and not _in_a_link(text.text, match.start()):
            site = _reference(text, match[0], "web page", match.start(), known)
            yield replace(site, rests_on="an address is printed")
    for match in _LINK.finditer(text.text):
        link = match[0].rstrip(".,;:")
        if link.lower() not in known:
            page = _reference(text, link, "web page", match.start(), known)
            yield replace(page, rests_on="a link is printed")


def _reference(
    text: Text, title: str, kind: str, start: int, known: set[str], asked: str = ""
) -> Proposal:
    """A title that is printed from a place on, which is known from now on."""
    known.add(title.lower())
    row = {"locator": text.locator, "title": title, "kind": kind}
    end = start + len(title)
    return Proposal("references.csv", row, f"'{title}' is printed", asked, start, end)


def _titled(text: Text, match: re.Match[str]) -> tuple[str, int] | None:
    """The whole title of a paper and where it begins; None where nothing names it."""
    sure = match["kind"] in _SURE
    near = text.text[max(0, match.start() - _LONGEST) : match.start()]
    before = _BEFORE.search(near)
    title = (before[0] if before else "") + match[0]
    title = _TWO_ACTS.split(title)[-1]
    while _OPENING.match(title):
        title = title.partition(" ")[2]
    if sure and title == match[0]:
        small = _SMALL_ACT.search(near)
        title = (small["words"] if small is not None else "") + title
        if small is None:
            return None  # the Act 2003
    start = match.end() - len(title)
    if not sure and (more := _GOES_ON.match(text.text, match.end())) is not None:
        title += more[0]
    if len(title.split()) < _FEWEST or title[0].islower():
        return None
    return title, start


def _is_known(title: str, known: set[str]) -> bool:
    """Whether a title is known, or is one without its year."""
    plain = title.lower()
    return plain in known or any(one.startswith(f"{plain} ") for one in known)


def _with_marks(text: Text, known: set[str]) -> Iterator[Proposal]:
    """Titles that quotation marks or a number in brackets set off."""
    for match in _NUMBERED.finditer(text.text):
        title = match["title"]
        while _OPENING.match(title) or _SMALL.match(title):
            title = title.partition(" ")[2]
        yield from _one(text, title, match["kind"].lower(), match.end("title"), "", known)
    for match in _QUOTED.finditer("" if text.passage.kind == "header" else text.text):
        title = (match["title"] or match["first"]).strip(" ,.")
        end = match.end("title" if match["title"] else "first")
        yield from _one(text, title, match["kind"] or "report", end, _ASK, known)


def _one(
    text: Text, title: str, kind: str, end: int, asked: str, known: set[str]
) -> Iterator[Proposal]:
    if title.lower() not in known and len(title.split()) >= _FEWEST:
        yield _reference(text, title, kind, end - len(title), known, asked)


def _in_a_link(text: str, at: int) -> bool:
    before = text[max(0, at - _LONGEST) : at].rpartition(" ")[2]
    return "://" in before or "@" in before or before.endswith(("www.", "/", "."))


def _papers(text: Text, known: set[str], bodies: Container[str]) -> Iterator[Proposal]:
    """Papers and data sets that are no acts, each to be confirmed by a person."""
    if text.passage.kind == "header":
        return
    for match in _PLAN.finditer(text.text):
        title = match["title"]
        plain = title.lower()
        small = _STOPPED.intersection(plain.partition(f" {match['kind'].lower()}")[0].split())
        if small or _COUNT.match(title) or any(plain in one or one in plain for one in known):
            continue
        yield _reference(text, title, match["kind"].lower(), match.start("title"), known, _ASK)
    for pattern in (_PAPER, _OF_BODY):
        for match in pattern.finditer(text.text):
            title, more = match[0], None
            if pattern is _PAPER:
                before = text.text[max(0, match.start() - _LONGEST) : match.start()]
                made_by = _MADE_BY.search(before)
                title = (made_by[0] if made_by is not None else "") + title
                while _SMALL.match(title) or _COUNT.match(title):
                    title = title.partition(" ")[2]
                more = _GOES_ON.match(text.text, match.end())
                if more is None:
                    more = _OF_YEAR.match(text.text, match.end())
                title += more[0] if more is not None else ""
            plain = title.lower()
            end = match.end() if more is None else more.end()
            named = [word for word in title.split() if word[0].isupper() or word[0].isdigit()]
            again = any(plain in one or one in plain for one in known)
            few = len(named) - title.split()[-1][0].isupper() < _FEWEST if more is None else False
            if few or again or _NO_TITLE.match(title) or title in bodies:
                continue
            kind = match["kind"].lower()
            yield _reference(text, title, kind, end - len(title), known, _ASK)


_NO_PAPERS = re.compile(r"(?:None|Nil|No background papers)\b\.?", re.IGNORECASE)
_MEASURE = "background-papers"


def says_none(text: Text) -> bool:
    """Whether a text says that a report has no background papers."""
    is_none = _NO_PAPERS.fullmatch(text.text) is not None
    return is_none and text.locator.startswith(_MEASURE)


def no_papers(text: Text, context: Context) -> Iterator[Proposal]:
    """The figure of no papers, where that is a measure."""
    word = text.text.split()[0].rstrip(".")
    row = {
        "figure": unique(f"{id_part(text.locator)}-none", context.taken), "locator": text.locator,
        "printed": context.places.take(text, 0, len(word)) or word, "value": "0",
        "bound": "exact", "status": "recorded", "measure": _MEASURE,
        "description": context.measures.name(_MEASURE),
    }  # fmt: skip
    yield Proposal("figures.csv", row, f"'{word}' is printed", start=0, end=len(word))
