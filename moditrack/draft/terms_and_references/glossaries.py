"""The entries of a glossary: lines, tables of two columns, terms with their meaning below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from moditrack.documents.normalise import normalise
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts_in_order import Text, shortened

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
