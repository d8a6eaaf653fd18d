"""Definitions: abbreviations that name no agency, terms that a sentence defines, glossaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from moditrack.audit.by_wording.sentences import Sentence
from moditrack.documents.normalise import normalise
from moditrack.draft.counts.noun_phrases import starts_late, stems
from moditrack.draft.names.agency_and_operation_names import Names
from moditrack.draft.names.kinds_of_names import SMALL
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text, shortened

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


_ENTRY = re.compile(
    r"(?P<term>[A-Z][\w'’/&() -]{1,48}?) ?(?:[–—]|-(?= )|:) "
    r"(?P<said>(?:[a-z]|A |An |The |Any |When |Where |Means |Refers )[^|]{12,400})"
)
"""An entry of a glossary: Night run: a trip after dark."""
_GLOSSARY = re.compile(
    r"\b(?:glossary|definitions?|terms|abbreviations|acronyms|terminology|key to)\b", re.I
)
_SHORT_ENTRY = re.compile(
    r"(?P<term>[A-Z][A-Z&/]{1,7}) ?(?:[–—:]|-(?= )|=) ?(?P<said>[A-Z][^|]{3,90})"
)
"""An abbreviation of a list: QZF - Quay Zone Fund."""
_TERM_HEAD = re.compile(
    r"(?:terms?|words?|phrases?|abbreviations?|acronyms?|initials|names?|expressions?)"
    r"(?: used)?(?: ?/ ?\w+)?", re.IGNORECASE,
)  # fmt: skip
_SAID_HEAD = re.compile(
    r"(?:meanings?|definitions?|descriptions?|explanations?|full (?:name|form|title)|in full"
    r"|what it means|stands for|expansion)", re.IGNORECASE,
)  # fmt: skip
"""The headings of a glossary's columns."""
_LINE = 6
"""Words of a line that is a term, with its meaning in the next one."""
_FEW, _MOST = 16, 20
"""Words of a definition that needs no other words, and those that are shown of a longer one."""


def entry_of(text: Text) -> Proposal | None:
    """The definition that a line of a glossary gives; None elsewhere."""
    if text.passage.kind == "table" or _GLOSSARY.search(text.passage.heading) is None:
        return None
    match = _SHORT_ENTRY.fullmatch(text.text) or _ENTRY.fullmatch(text.text)
    if match is None:
        return None
    printed = text.text[: match.start("said")].rstrip()
    said = match["said"].strip(" .")
    return definition(text, match["term"].strip(), said, printed, (0, len(text.text)))


def of_table(text: Text) -> Iterator[Proposal]:
    """The rows of a table of terms and their meanings."""
    rows: dict[int, list[str]] = {}
    for cell in text.passage.table:
        rows.setdefault(cell.row, []).append(normalise(cell.text))
    lines = list(rows.values())
    if len(lines) < 2 or any(len(line) != 2 for line in lines):
        return
    headed = bool(_TERM_HEAD.fullmatch(lines[0][0]) and _SAID_HEAD.fullmatch(lines[0][1]))
    if not headed and _GLOSSARY.search(text.passage.heading) is None:
        return
    for term, said in lines[headed:]:
        if term and said and re.search("[A-Za-z]", said):
            yield definition(text, term, said.rstrip("."), term, (0, 0))


def in_lines(texts: Iterable[Text]) -> Iterator[Proposal]:
    """Terms on lines of their own below the heading of a glossary, each above its meaning."""
    term: Text | None = None
    for text in texts:
        listed = text.passage.kind not in ("table", "bullet") and not text.heading
        if not listed or _GLOSSARY.search(text.passage.heading) is None:
            term = None
            continue
        is_term = len(text.text.split()) <= _LINE and not text.text.endswith((".", ":", ";"))
        if term is not None and entry_of(text) is None:
            said = text.text.strip(" .")
            yield definition(term, term.text, said, term.text, (0, len(term.text)))
            term = None
        else:
            term = text if is_term and entry_of(text) is None else None


def definition(
    text: Text, term: str, said: str, printed: str, span: tuple[int, int], asked: str = ""
) -> Proposal:
    """The row of a term, asked about where it is not surely one or has many words."""
    row = {
        "locator": text.locator, "kind": "Abbreviation" if term.isupper() else "Term", "term": term,
        "definition": shortened(said, _MOST), "printed": printed,
    }  # fmt: skip
    needs = asked if len(said.split()) <= _FEW else "reword the definition"
    return Proposal("definitions.csv", row, f"'{printed}' is printed", needs, *span)
