"""Definitions: abbreviations that name no agency, and terms that a sentence defines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.draft.counts.noun_phrases import starts_late, stems
from moditrack.draft.names.agency_and_operation_names import Names
from moditrack.draft.names.kinds_of_names import SMALL
from moditrack.draft.proposal import Proposal
from moditrack.draft.terms_and_references.glossaries import definition, entry_of, of_table
from moditrack.draft.texts_in_order import Text

_DEFINED = re.compile(
    r"(?:^|(?<=[,;:] ))[\"“'‘]?(?P<term>[A-Za-z][\w/ -]{2,40}?)[\"”'’]?"
    r"(?: \([A-Z][\w&/]{1,9}\))? "
    r"(?:(?:is|are) (?:defined as|taken to be"
    r"|the (?:name|term) (?:given to|used (?:for|to describe))|a term (?:used )?(?:for|to describe)"
    r"|those(?= (?:that|which|who)\b))"
    r"|(?:is|are)(?= (?:a|an) (?:[a-z-]+ ){1,4}(?:that|which|who|whose|where|for|used|by which)\b)"
    r"|refers? to|means?|(?:is|are) when) "
    r"|[\"“‘'](?P<quoted>[A-Za-z][\w/ -]{2,40})[\"”'’]"
    r" (?:is when|means|refers to|(?:is|are) (?=(?:the|a|an|any|anyone|someone|something)\b)) ?"
)
_TERM = r"[\"“‘']?(?P<term>[A-Za-z][\w/-]*(?: [\w/-]+){0,4}?)[\"”'’]?"
_VERB_FIRST = (
    re.compile(
        r"(?<!are )(?<!is )(?<!was )(?<!were )(?<!be )\bdefin(?:e|es|ed|ing) (?:an? |the )?"
        rf"{_TERM} as [\"“‘':]*(?P<said>[^\"”]{{8,}})"
    ),
    re.compile(
        rf"\b[Tt]he (?:term|word|phrase|expression) {_TERM} (?:is used (?:here )?(?:to describe|for"
        r"|to mean)|describes|covers|denotes|means|refers to) (?P<said>.{8,})"
    ),
    re.compile(rf"\b[Bb]y (?:an? |the )?{_TERM},? we mean (?P<said>.{{8,}})"),
)
"""A definition whose verb comes first: the act defines a late boat as one that comes by night."""
_COUNTED = re.compile(
    r"^(?:An? |Any |The )?(?P<said>[a-z].{20,200}?) (?:is|are) (?:counted|recorded|classed"
    r"|classified|regarded|treated) as (?:an? )?(?P<term>[\"“‘'A-Z][\w -]{2,40})(?=[.;]|$)"
)
_SEEN = r"(?:is|are) (?:considered|deemed|regarded|counted|recorded|classed)"
_WHEN = re.compile(
    rf"^(?:An? |Any |The )?(?:[A-Z][\w -]{{2,40}}? {_SEEN} (?:to be|as) (?:an? )?"
    rf"(?P<term>[\w -]{{2,40}}?)(?: by [^,.;]{{3,40}}?)?) (?P<said>(?:when|where|if) .{{10,}})"
)
"""What counts as something: a trip after dark is counted as a Night Run."""
_THAT_IS = re.compile(
    r"(?:^|[,;:] |\b(?:an?|the|of|for|as|to|in) )[\"“‘']?"
    r"(?P<term>[a-z][a-z-]{3,}(?: [a-z][a-z-]{2,}){0,2})[\"”'’]?, that is(?: to say)?,?"
    r" (?P<said>(?:an?|the|any|those|where|when|someone|people) [^;.()]{8,120})"
)
"""What an aside explains: a night run, that is, a trip after dark."""
_COMPRISES = re.compile(
    r"(?:^|[(,;] ?)(?P<term>[A-Za-z][a-z-]{2,}(?: [a-z-]+){0,3})"
    r" (?:comprises?|covers?|consists? of) (?P<said>(?:all|any|those|every) [^()]{10,200})"
)
"""What belongs to a term: late boats comprise all boats that come after dark."""
_BRACKET = re.compile(
    r"\b(?P<term>[a-z]{4,}(?: [a-z]{4,})?) \("
    r"(?P<said>(?:an?|the|that is,|meaning) [a-z][^()\d]{5,80})\)"
)
"""What a bracket says of a word: the pilot (a boatman of the port)."""
_CASE = re.compile(
    r"(?P<term>[A-Z][\w'’/&() -]{1,48}?) ?(?:[–—]|-(?= )|:) "
    r"(?P<said>(?:an?|any|the|where|when|cases?|those|people|someone) [^|]{12,400})"
)
"""A line that says what a term is: Late boat: a boat that comes after dark."""
_ASIDE = re.compile(
    r"\b(?P<term>[a-z][a-z-]{3,}(?: [a-z][a-z-]{3,}){0,2}) (?:[–—-] |\()"
    r"(?P<said>(?P<again>[a-z]{4,}s?) (?:which|that|who|where) [^()–—]{10,160}?)(?: [–—-] |\))"
)
"""What an aside says of a thing: late boats - boats that come after dark -."""
_BROUGHT = re.compile(r"^(?:The|A|An|Such|Both|Typically|Here|In this report) ")
_NO_TERM = re.compile(r"\b(?:this|that|it|which|these|those|they|we|he|she|who|also)$", re.I)
_NO_NOUN = re.compile(
    r"(?:This|That|There|It|He|She|We|They|What|Who|Here|One|Each|Another|Our|Their|His|Her|Its|My"
    r"|In|On|At|By|For|From|With|As|If|When|While|Although|Because|Please|Where|Note|Also|\d)\b"
)
_NOT_TERM = re.compile(
    r"^(?:with|in|of|by|for|from|to|and|or|at|on) |\b(?:the|an?|of|to|and)$", re.I
)
"""A piece of a sentence, and no term: with a, of the."""
_THAT = re.compile(r" (?:that|which|who|whether|how|is|are|was|were|has|have) ")
_BARE_IS = re.compile(r" (?:is|are) $")


def abbreviations(names: Names) -> Iterator[Proposal]:
    """The abbreviations that a document explains and that name no agency or operation."""
    for short, (long, printed, locator, start, end) in names.abbreviations.items():
        row = {
            "locator": locator, "kind": "Abbreviation", "term": short,
            "definition": long, "printed": printed,
        }  # fmt: skip
        yield Proposal("definitions.csv", row, f"'({short})' follows it", start=start, end=end)


def propose(text: Text) -> Iterator[Proposal]:
    """The terms that a passage defines."""
    if text.heading:
        return
    if text.passage.kind == "table":
        yield from of_table(text)
    if (entry := entry_of(text)) is not None:
        yield entry
        return
    case = _case(text)
    if case is not None:
        yield case
    for one in _ASIDE.finditer(text.text):
        term = " ".join(starts_late(one["term"].split()))
        if stems(one["again"]) & stems(term):
            yield definition(text, term, one["said"], one[0].rstrip(" -–—"), one.span())
    for pattern in (_BRACKET, _THAT_IS, _COMPRISES):
        for one in pattern.finditer(text.text):
            asked = "is this a definition?"
            printed = one[0].strip(" ,;:")
            yield definition(text, one["term"], one["said"], printed, one.span(), asked)
    for sentence in text.sentences if case is None else ():
        yield from _of_sentence(text, sentence)


def _of_sentence(text: Text, sentence: Sentence) -> Iterator[Proposal]:
    """The terms that a sentence defines."""
    span = sentence.start, sentence.start + len(sentence.text)
    for pattern in (*_VERB_FIRST, _COUNTED, _WHEN):
        match = pattern.search(sentence.text)
        if match is None or _NO_TERM.search(match["term"]) or _NO_NOUN.match(match["term"]):
            continue
        asked = "is this a definition?" if pattern in (_COUNTED, _WHEN) else ""
        term, said = match["term"].strip("\"“”‘’'"), match["said"].strip(" .\"“”‘’'")
        yield definition(text, term, said, sentence.text, span, asked)
        return
    match = _DEFINED.search(sentence.text)
    if match is None:
        return
    term = _BROUGHT.sub("", match["term"] or match["quoted"]).strip()
    is_bare = match["quoted"] is None and _BARE_IS.search(match[0]) is not None
    if (
        _NO_TERM.search(term)
        or _THAT.search(term)
        or _NO_NOUN.match(term)
        or (is_bare and match.start())
        or _NOT_TERM.search(term)
    ):
        return
    said = sentence.text[match.end() :].strip(" .")
    refers = term.isupper() and "refer" in match[0] and not _starts_as(term, said)
    asked = "is this a definition?" if is_bare or refers else ""
    yield definition(text, term, said, match[0].strip(), span, asked)


def _starts_as(short: str, said: str) -> bool:
    """Whether words are those of an abbreviation: the QZF refers to the Quay Zone Fund."""
    words = [word for word in re.findall(r"[A-Za-z]+", said) if word not in SMALL]
    return "".join(word[0].upper() for word in words).startswith(short)


def _case(text: Text) -> Proposal | None:
    """The definition that a line gives which may be one of a list of kinds."""
    match = _CASE.fullmatch(text.text)
    if match is None or text.passage.kind in ("header", "table"):
        return None
    printed = text.text[: match.start("said")].rstrip()
    span, asked = (0, len(text.text)), "is this a definition?"
    return definition(text, match["term"].strip(), match["said"].strip(" ."), printed, span, asked)
