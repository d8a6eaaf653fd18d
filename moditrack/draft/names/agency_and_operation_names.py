"""Names of agencies and operations: those that are known, and new ones as candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from moditrack.documents.document import Document
from moditrack.draft.names.kinds_of_names import alike, kind_of_long_form
from moditrack.draft.names.long_forms import explained
from moditrack.draft.periods.financial_years import is_of_other_country
from moditrack.draft.proposal import Proposal
from moditrack.draft.shared_lists import Lists, Subject
from moditrack.draft.texts_in_order import id_part, texts_of

_TO = re.compile(r"\b(?:to|including) (?:the )?$")
_BESIDES = re.compile(
    r"(?:(?:In addition to|Besides|Apart from|Aside from|Other than|Unlike)|[^,;]{3,80}, when)"
    r" [^,;]{3,120},"
)
"""What names another than the one of whom a sentence speaks: besides the MPS, three crews came."""
_ATTRIBUTIVE = re.compile(
    r"(?:['’]s)?(?: [a-z-]+){0,2} (?:targets?|guidance|definitions?|statistics|standards?|rules"
    r"|report (?=[a-z]+s\b)|grants?|funding|strategy|policy|categor(?:y|ies)|survey|website"
    r"|[Ll]icen[cs](?:e[ds]?|ing)|accreditation|accredited)\b"
)
"""What makes a name that of whose target or guidance something is, and not of who acts."""
_OPERATION = re.compile(r"\b(?:Operation|Op) ([A-Z][a-z]{2,}|[A-Z]{3,})\b")
_SHORTEST = 2
"""A name of so few letters may be anything."""


@dataclass(frozen=True)
class Named:
    """A name in a text, and what it names. doubt: whether it may be another word, such as IS."""

    start: int
    end: int
    subject: Subject
    doubt: bool = False


@dataclass(frozen=True)
class Mentioned:
    """The agencies and operations of a text, in order, and those of doubtful names only."""

    ids: dict[str, list[str]]
    doubted: frozenset[str]


@dataclass
class Names:
    """The names that a document may print: those of the lists, and its own new ones.

    words: those that it prints in lower case. doubtful: names of the lists that may be those of
    others, as the Government of another country. introduced: the abbreviations that it explains.
    """

    known: dict[str, Subject]
    words: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    introduced: set[str] = field(default_factory=set)
    new: list[Proposal] = field(default_factory=list)
    abbreviations: dict[str, tuple[str, str, str, int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._pattern: re.Pattern[str] | None = None
        self._found: dict[str, list[Named]] = {}
        self._mentioned: dict[str, Mentioned] = {}

    def _any_name(self) -> re.Pattern[str]:
        """A pattern of all names; reports that introduce many would make it many times."""
        if self._pattern is None:
            words = sorted(self.known, key=len, reverse=True)
            either = "|".join(map(re.escape, words)) or r"(?!)"
            self._pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{either})(?![A-Za-z0-9])")
        return self._pattern

    def add(self, *subjects: Subject) -> None:
        """Add names of a new agency or operation."""
        for one in subjects:
            self.known.setdefault(one.name, one)
        self._forget()

    def find(self, text: str) -> list[Named]:
        """The names in a text, in order; the longest where one is in another."""
        if text not in self._found:
            self._found[text] = [
                Named(match.start(), match.end(), self.known[match[0]], self._doubt(text, match))
                for match in self._any_name().finditer(text)
                if not is_part(text, match)
            ]
        return self._found[text]

    def mentioned(self, text: str) -> Mentioned:
        """What a text says something of: those to whom something was sent are left out."""
        if text not in self._mentioned:
            names = self.find(text)
            first = speaks_from(text)
            own = [
                one
                for at, one in enumerate(names)
                if one.start >= first
                and is_actor(text, one.start, one.end)
                and not (at and _is_receiver_again(text, names[at - 1], one))
            ]
            ids = {
                table: list(dict.fromkeys(n.subject.id for n in own if n.subject.table == table))
                for table in ("agency", "operation")
            }
            sure = {one.subject.id for one in names if not one.doubt}
            doubted = frozenset(one.subject.id for one in names if one.doubt) - sure
            self._mentioned[text] = Mentioned(ids, doubted)
        return self._mentioned[text]

    def _doubt(self, text: str, match: re.Match[str]) -> bool:
        """Whether a name may be an ordinary word, or is too short to be sure of."""
        name = match[0]
        if name in self.introduced:
            return False
        called = not name.isupper() and text.endswith(("the ", "The "), 0, match.start())
        if name in self.doubtful:
            return True
        return len(name) <= _SHORTEST or (name.lower() in self.words and not called)


def speaks_from(text: str) -> int:
    """Where a sentence begins to speak of whom it is about."""
    besides = _BESIDES.match(text)
    return besides.end() if besides is not None else 0


def is_actor(text: str, start: int, end: int) -> bool:
    """Whether a name is not that of a receiver or of one of several, nor of whose licence it is."""
    before = _TO.search(text, max(0, start - 14), start)
    return before is None and _ATTRIBUTIVE.match(text, end) is None


def _is_receiver_again(text: str, before: Named, one: Named) -> bool:
    """Whether a name in brackets is that of the body to whom something was sent."""
    again = before.subject.id == one.subject.id and text[before.end : one.start] == " ("
    return again and _TO.search(text, max(0, before.start - 8), before.start) is not None


def is_part(text: str, match: re.Match[str]) -> bool:
    """Whether a name is a part of a longer one, the Open Government Licence, or of a code."""
    if _SERIAL.match(text, match.end()) is not None:
        return True
    if not match[0].isupper() and _BODY_AFTER.match(text, match.end()) is not None:
        return True
    if " " in match[0] or match[0].isupper():
        return False
    if _OWNED.search(text, max(0, match.start() - 30), match.start()):
        return True
    return _LARGE_BEFORE.search(text, max(0, match.start() - 30), match.start()) is not None and (
        _LARGE_AFTER.match(text, match.end()) is not None
    )


_SERIAL = re.compile(r" ?\d{1,5}/\d{2,4}(?![\w/])")
"""What makes a name a part of the number of a paper: HBT 53/2024."""
_BODY_AFTER = re.compile(
    r" (?:Department|Authority|Committee|Board|Federation|Association|Panel|Commission|Council"
    r"|Bureau|Academy|Foundation|Trust|Agency|Service)\b"
)
"""What makes another body of the one before it: the Harl Police Federation."""
_OWNED = re.compile(
    r"\b(?!(?:The|This|That|Our|HM|UK|British|In|By|And|With|From|Her|His)\b)[A-Z][a-z]+ $"
)
"""A word of a longer name: Local Government."""
_LARGE_BEFORE, _LARGE_AFTER = re.compile(r"\b[A-Z][a-z]+ $"), re.compile(r" [A-Z][a-z]+")


def names_of(document: Document, lists: Lists) -> Names:
    """The names of the lists and those that the document introduces itself."""
    printed = "\n".join(one.text for one in document.passages)
    others = lists.of_others(printed)
    known = {name: one for name, one in lists.names.items() if name not in others}
    words = frozenset(re.findall(r"(?<![\w'’-])[a-z]+(?![\w'’-])", printed))
    foreign = is_of_other_country(printed)
    names = Names(known, words, frozenset(one for one in known if foreign and " " not in one))
    ids = {*lists.agencies, *lists.operations}
    for text in texts_of(document):
        for short, long, start, end in explained(text.text):
            if short in names.abbreviations:
                continue
            subject = names.known.get(long) or names.known.get(short)
            found = kind_of_long_form(long)
            if subject is None and found is not None:
                like = alike(long, lists, found[0])
                subject = _candidate(names, ids, long, short, *found, like)
            if subject is None:
                names.abbreviations[short] = (long, text.text[start:end], text.locator, start, end)
            else:
                names.introduced.add(short)
                names.add(
                    Subject(subject.table, subject.id, long),
                    Subject(subject.table, subject.id, short, "abbreviation"),
                )
        for match in _OPERATION.finditer(text.text):
            name = f"Operation {match[1].capitalize() if match[1].isupper() else match[1]}"
            subject = names.known.get(name) or _by_word(names, match[1])
            if subject is None:
                subject = _operation(names, ids, name, match[1])
            names.add(
                Subject("operation", subject.id, match[0]),
                Subject("operation", subject.id, match[1], "variant"),
            )
    return names


def _by_word(names: Names, word: str) -> Subject | None:
    one = names.known.get(word)
    return one if one is not None and one.table == "operation" else None


def _operation(names: Names, ids: set[str], name: str, word: str) -> Subject:
    """A new operation, which its name shows to be one."""
    key = id_part(word) if id_part(word) not in ids else id_part(name)
    ids.add(key)
    row = {"operation": key, "kind": "operation", "name": name}
    names.new.append(Proposal("new-operations.csv", row, f"'{name}' is printed"))
    return Subject("operation", key, name)


def _candidate(
    names: Names, ids: set[str], long: str, short: str, table: str, kind: str, like: list[str]
) -> Subject:
    """A new agency or operation, sure where no known one has a word of its name."""
    key = id_part(short) if id_part(short) not in ids else id_part(long)
    ids.add(key)
    row = {table: key, "kind": kind, "name": long}
    if table == "agency":
        row["abbreviation"] = short
    file = "new-agencies.csv" if table == "agency" else "new-operations.csv"
    what = f"new {table}, or another name of {' or '.join(like[:3])}?" if like else ""
    names.new.append(Proposal(file, row, f"'{long} ({short})' is printed", what))
    return Subject(table, key, long)


def propose(document: Document, names: Names) -> Iterator[Proposal]:
    """The first place of each name that the document prints."""
    proposed: set[tuple[str, str, str]] = set()
    new = {one.row.get("agency") or one.row.get("operation") for one in names.new}
    for text in texts_of(document):
        for one in names.find(text.text):
            subject = one.subject
            key = (subject.table, subject.id, subject.name.lower())
            if key in proposed:
                continue
            proposed.add(key)
            asked = f"name: is it {subject.id}, or an ordinary word?" if one.doubt else ""
            origin = "introduced here" if subject.id in new else f"in {_LIST[subject.table]}"
            row = {
                "locator": text.locator,
                subject.table: subject.id,
                "name": text.text[one.start : one.end],
                "kind": subject.kind,
            }
            yield Proposal(
                "names.csv", row, origin, asked, start=one.start, end=one.end, heading=text.heading
            )
    yield from names.new


_LIST = {"agency": "agencies.csv", "operation": "operations.csv"}
