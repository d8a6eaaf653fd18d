"""Definitions: abbreviations that name no agency, and terms that a sentence defines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moditrack.draft.names import Names
from moditrack.draft.noun_phrases import starts_late, stems
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text, shortened

_DEFINED = re.compile(
    r"(?:^|(?<=[,;:] ))[\"“'‘]?(?P<term>[A-Za-z][\w -]{2,40}?)[\"”'’]? "
    r"(?:(?:is|are) (?:defined as|taken to be"
    r"|the (?:name|term) (?:given to|used (?:for|to describe))|a term (?:used )?(?:for|to describe)"
    r"|those(?= (?:that|which|who)\b))"
    r"|(?:is|are)(?= (?:a|an) (?:[a-z-]+ ){1,4}(?:that|which|who|whose|where|for|used|by which)\b)"
    r"|refers? to|means?|(?:is|are) when) "
    r"|[\"“‘'](?P<quoted>[A-Za-z][\w -]{2,40})[\"”'’] (?:is when|(?:is|are) (?=(?:the|a|an)\b)) ?"
)
_BRACKET = re.compile(
    r"\b(?P<term>[a-z]{4,}(?: [a-z]{4,})?) \("
    r"(?P<said>(?:an?|the|that is,|meaning) [a-z][^()\d]{5,80})\)"
)
"""What a bracket says of a word: the pilot (a boatman of the port)."""
_ENTRY = re.compile(
    r"(?P<term>[A-Z][\w'’/&() -]{1,48}?) ?(?:[–—]|-(?= )|:) "
    r"(?P<said>(?:[a-z]|A |An |The |Any |When |Where |Means |Refers )[^|]{12,400})"
)
"""An entry of a glossary: Night run: a trip after dark."""
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
_GLOSSARY = re.compile(
    r"\b(?:glossary|definitions?|terms|abbreviations|acronyms|terminology|key to)\b", re.I
)
_SHORT_ENTRY = re.compile(
    r"(?P<term>[A-Z][A-Z&/]{1,7}) ?(?:[–—:]|-(?= )|=) ?(?P<said>[A-Z][^|]{3,90})"
)
"""An abbreviation of a list: QZF - Quay Zone Fund."""
_BROUGHT = re.compile(r"^(?:The|A|An|Such|Both|Typically|Here|In this report) ")
_NO_TERM = re.compile(r"\b(?:this|that|it|which|these|those|they|we|he|she|who|also)$", re.I)
_NO_NOUN = re.compile(
    r"(?:This|That|There|It|He|She|We|They|What|Who|Here|One|Each|Another|Our|Their|His|Her|Its|My"
    r"|In|On|At|By|For|From|With|As|If|When|While|Although|Because|\d)\b"
)
_THAT = re.compile(r" (?:that|which|who|whether|how|is|are|was|were|has|have) ")
_BARE_IS = re.compile(r" (?:is|are) $")
_FEW, _MOST = 16, 20
"""Words of a definition that needs no other words, and those that are shown of a longer one."""


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
    if not text.heading and (entry := _entry(text)) is not None:
        yield entry
        return
    for one in _ASIDE.finditer("" if text.heading else text.text):
        term = " ".join(starts_late(one["term"].split()))
        if stems(one["again"]) & stems(term):
            yield _definition(text, term, one["said"], one[0].rstrip(" -–—"), one.span())
    for one in _BRACKET.finditer("" if text.heading else text.text):
        yield _definition(
            text, one["term"], one["said"], one[0], one.span(), "is this a definition?"
        )
    for sentence in text.sentences:
        match = _DEFINED.search(sentence.text)
        if match is None:
            continue
        term = _BROUGHT.sub("", match["term"] or match["quoted"]).strip()
        is_bare = match["quoted"] is None and _BARE_IS.search(match[0]) is not None
        if (
            _NO_TERM.search(term)
            or _THAT.search(term)
            or _NO_NOUN.match(term)
            or (is_bare and match.start())
        ):
            continue
        said = sentence.text[match.end() :].strip(" .")
        span = sentence.start, sentence.start + len(sentence.text)
        asked = "is this a definition?" if is_bare else ""
        yield _definition(text, term, said, match[0].strip(), span, asked)


def _entry(text: Text) -> Proposal | None:
    """The definition that a line of a glossary gives, or a line in bullets."""
    is_list = _GLOSSARY.search(text.passage.heading) is not None
    match = _SHORT_ENTRY.fullmatch(text.text) if is_list else None
    match = match or (_ENTRY.fullmatch(text.text) if is_list else None)
    asked = ""
    if match is None and (match := _CASE.fullmatch(text.text)) is not None:
        asked = "is this a definition?"
        match = None if text.passage.kind in ("header", "table") else match
    if match is None:
        return None
    printed = text.text[: match.start("said")].rstrip()
    said = match["said"].strip(" .")
    return _definition(text, match["term"].strip(), said, printed, (0, len(text.text)), asked)


def _definition(
    text: Text, term: str, said: str, printed: str, span: tuple[int, int], asked: str = ""
) -> Proposal:
    row = {
        "locator": text.locator, "kind": "Abbreviation" if term.isupper() else "Term", "term": term,
        "definition": shortened(said, _MOST), "printed": printed,
    }  # fmt: skip
    needs = asked if len(said.split()) <= _FEW else "reword the definition"
    return Proposal("definitions.csv", row, f"'{printed}' is printed", needs, *span)
