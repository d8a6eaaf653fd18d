"""Names of bodies that a report does not introduce: the Harl County Council, the CID, the FBI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from moditrack.documents.plain import words_of
from moditrack.draft.texts import Text

_NAME = re.compile(
    r"(?<![\w'’-])[A-Z][\w'’&-]*\.?(?:,? (?:(?:of the|of|for|and|&) )?[A-Z][\w'’&-]*(?<!\.)){1,9}"
)
"""Words with large first letters, with the small words between them."""
_FIRST = words_of(
    "the in at on a an our by for with from as when while since both some this that all"
    " during after before under if and but also each every he she it they we i these those"
    " their its his her to of however because although following further once through within"
    " members officers staff between chief detective sergeant lieutenant captain officer"
    " inspector superintendent commander mayor"
)
"""Words that begin a sentence or a title, and no name of a body."""
_KINDS = {
    "force": "police constabulary sheriff",
    "authority": "authority council corporation", "committee": "committee board panel",
    "department": "department ministry directorate office division bureau",
    "agency": "agency service services commission inspectorate college university institute"
              " foundation association federation trust academy society charity court",
    "unit": "unit branch squad", "team": "team", "group": "partnership taskforce alliance",
}  # fmt: skip
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_OF = ("department", "ministry", "office", "university", "bureau", "division", "board", "institute")
"""Kinds that can begin a name: the Department of Health."""
_PLAIN = words_of(
    "police city county local national state public general annual report new chief"
    " district central local regional joint special head main force area borough"
) | set(_KIND)
"""Words that distinguish no body from another."""
_SHORT = re.compile(r"(?<![\w&/-])[A-Z]{2,6}(?![\w&-]|/\d)")
_ACTS = re.compile(
    r"(?:['’]s)? (?:(?:has|have|had|will|also|then) )*(?:[a-z]{3,}ed|officers?|agents?|staff|teams?"
    r"|investigators?|detectives|members|analysts?|is|are|was|were|and)\b(?<!based)(?<!related)"
)
"""What follows the name of a body: CID completed, the FBI's agents."""
_WITH = re.compile(r"\b(?:the|by|with|from|alongside|to|of) (?:the )?$")
_NO_BODY = words_of(
    "uk us usa gb cctv dna id it hr pdf foi gdpr gbp tv am pm fy ytd ok sms gps ceo faq"
    " covid pc dc ds di dci dcs mr ms mrs dr st ii iii iv vi vii viii ix kg km vat gmt bst"
    " pin sim bb na eg ie no ref usb html http https www api url csv xml json mph etc aka nb"
    " ps rip tbc tba asap diy otc"
)


@dataclass(frozen=True)
class Body:
    """A name that looks like that of a body, and where it is. acts: whether its words say so."""

    name: str
    kind: str
    text: Text
    start: int
    acts: bool = True

    @property
    def is_short(self) -> bool:
        """Whether it is an abbreviation."""
        return self.name.isupper()


def bodies(texts: Iterable[Text], words: frozenset[str]) -> list[Body]:
    """The names in prose that look like those of bodies, and abbreviations nobody explains.

    `words` are those that the document prints in lower case.
    """
    found: dict[str, Body] = {}
    for text in texts:
        if text.heading or text.passage.kind == "header":
            continue
        long = [] if text.passage.kind == "table" else _long(text)
        for one in (*long, *_short(text, words)):
            earlier = found.get(one.name)
            if earlier is None or (one.acts and not earlier.acts):
                found[one.name] = one
    return list(found.values())


def _long(text: Text) -> Iterator[Body]:
    for match in _NAME.finditer(text.text):
        at = match.start()
        for part in _apart(match[0]):
            at = text.text.index(part, at)
            name = part
            while name and name.partition(" ")[0].rstrip(".").lower() in _FIRST:
                name = name.partition(" ")[2]
            kind = _kind(name)
            if kind:
                yield Body(name, kind, text, text.text.index(name, at))


def _apart(words: str) -> Iterator[str]:
    """The names in a row of words: the Harl Police and the Quay Council are two."""
    for part in re.split(r", ", words):
        left, joined, right = part.partition(" and ")
        if joined and (_kind(left) or not _kind(part)):
            yield left
            yield from _apart(right)
        else:
            yield part


def _kind(name: str) -> str:
    """What kind of body a name shows it to be; empty where it shows none."""
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in name.split()]
    if len(words) < 2 or name.isupper() or all(word in _PLAIN or len(word) < 4 for word in words):
        return ""
    if words[-1] in _KIND:
        police = words[-2:] in (
            ["police", "department"],
            ["police", "service"],
            ["police", "force"],
        )
        return "force" if police or "sheriff" in words else _KIND[words[-1]]
    before_of = next((one for one, after in pairwise(words) if after == "of" and one in _OF), "")
    return _KIND[before_of] if before_of else ""


def _short(text: Text, words: frozenset[str]) -> Iterator[Body]:
    for match in _SHORT.finditer(text.text):
        name = match[0]
        if name.lower() in _NO_BODY or name.lower() in words or _is_shouted(text.text, match):
            continue
        before = text.text[max(0, match.start() - 20) : match.start()]
        acts = _WITH.search(before) is not None or _ACTS.match(text.text, match.end()) is not None
        yield Body(name, "", text, match.start(), acts)


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether the words beside are in capitals, too."""
    before = text[max(0, match.start() - 12) : match.start()].split()[-1:]
    after = text[match.end() : match.end() + 12].split()[:1]
    return any(len(word.strip(".,;:()'")) > 3 and word.isupper() for word in (*before, *after))
