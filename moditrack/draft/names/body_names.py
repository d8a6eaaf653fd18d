"""Names of bodies that a report does not introduce: the Harl County Council, the CID, the FBI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from moditrack.documents.lower_case import words_of
from moditrack.documents.normalise import normalise
from moditrack.draft.names.kinds_of_names import KINDS, kind_of
from moditrack.draft.texts_in_order import Text

_NAME = re.compile(
    r"(?<![\w'’-])(?:[A-Z][\w'’&-]*|(?:St|Mt|Ft|Dr|Mr|Mrs|Ms|U\.?S)\.)"
    r"(?:,? (?:(?:of the|of|for|and|&) )?[A-Z][\w'’&-]*(?<!\.)){1,9}"
)
"""Words with large first letters, with the small words between them."""
_COMMISSIONER = re.compile(
    r"(?:Office of the )?(?:[A-Z][\w'’-]+(?<!Council)(?<!Police)(?<!Authority) and )?"
    r"(?:(?!The )[A-Z][\w'’-]+ ){0,8}Police,? (?:and )?"
    r"(?:Fire,? (?:and )?)?Crime(?:,? and Victims['’]?)? (?:Commissioner|Panel)\b"
)
"""The office that a force answers to, whose name has a comma and two joined parts."""
_FIRST = words_of(
    "journal the in at on a an our by for with from as when while since both some this that all"
    " during after before under if and but also each every he she it they we i these those"
    " their its his her to of however because although following further once through within"
    " members officers staff between chief detective sergeant lieutenant captain officer"
    " inspector superintendent commander mayor"
)
"""Words that begin a sentence or a title, and no name of a body."""
_POST_OF = re.compile(
    r"^(?:[A-Z][\w-]+ )?(?:Chair\w*|Leader|Head|Director|Clerk|Secretary|Mayor|Members?|Treasurer"
    r"|Governor) (?:of|to|for) (?:the )?"
)
"""The post that a body is named with: Chairman of the Harl Council."""
_POSSESSIVE = re.compile(
    r"['’]s$|^(?:[A-Z]{2,6}|Council|Force|Service|Authority|Government)['’]s (?=[A-Z])"
)
_PUBLISHES = re.compile(
    r"(?P<name>[A-Z][\w&'’-]*(?: (?:(?:and|of|for) )?[A-Z][\w&'’-]*){1,5})"
    r" (?:has |have )?(?:today |also |now )?(?:publish(?:es|ed)|releas(?:es|ed)|launch(?:es|ed))\b"
)
"""Who publishes something: Harl Nets today publishes its report."""
_PROGRAMMES = ("programme", "pilot", "initiative", "fund")
"""Kinds of operations that the name alone shows."""
_LISTED = re.compile(r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, ){1,2}[A-Z][\w'’-]+ and [A-Z][\w'’ -]+")
"""Subjects in a row, which the name of a committee can have."""
_MINISTRY = re.compile(
    r"(?:The )?(?:Ministry|Department) (?:of|for) (?P<of>[A-Z]\w+(?:, [A-Z]\w+)+,? (?:and|&)"
    r" [A-Z]\w+(?: [A-Z]\w+)?)"
)
"""A ministry of several subjects: the Ministry of Boats, Fish and Local Tides."""
_COUNTRIES = r"England|Scotland|Wales|Northern Ireland|London|Britain"
_NATIONAL = re.compile(
    r"(?<![\w'’-])(?P<name>(?!(?:North|South|East|West|New|Greater|Central|Inner|Outer|Mid|Great"
    rf"|Across|The|In|All|Throughout|{_COUNTRIES})\b)"
    rf"(?:[A-Z][\w&'’-]* ){{1,6}}(?:for |and )?(?:{_COUNTRIES}|UK))(?![\w'’-]| and [A-Z])"
)
"""A body of a country: Tides Wales, Boats for London."""
_HOLDERS = words_of(
    "officer officers manager managers director directors member members sergeant sergeants"
    " inspector inspectors superintendent constable constables chief commissioner staff leader"
    " leaders chair chairman clerk secretary coordinator coordinators co-ordinator co-ordinators"
    " lead leads adviser advisers advisor analyst analysts worker workers accountant solicitor"
    " station stations"
)
"""What makes the name before it that of a post or a house, and of no body of its own."""
_PLAIN = words_of(
    "police city county local national state public general annual report new chief"
    " district central local regional joint special head main force area borough"
    " task"
) | set(KINDS)
"""Words that distinguish no body from another."""
_SHORT = re.compile(r"(?<![\w&/-])[A-Z]{2,6}(?![\w&-]|/\d)")
_ACTS = re.compile(
    r"(?:['’]s)? (?:(?:has|have|had|will|also|then) )*(?:[a-z]{3,}ed|officers?|agents?|staff|teams?"
    r"|made|took|led|held|gave|found|investigators?|detectives|members|analysts?|is|are|was|were|and)\b(?<!based)(?<!related)"
)
"""What follows the name of a body: CID completed, the FBI's agents."""
_BY = re.compile(r"\b(?:by|with|from|alongside|and|told)(?: the)? $|, $")
_DOES = re.compile(
    r"(?:['’]s)? (?:(?:has|have|had|will|also|then) )*"
    r"(?:[a-z]{3,}ed(?! (?:by|in|to|as|on)\b)|officers?|agents?|staff|teams?|made|took|led|held"
    r"|gave|found|investigators?|detectives|analysts?|is (?:an?|the)|said|says)"
    r"\b(?<!based)(?<!related)"
)
"""What shows that an abbreviation is that of a body: the QZF completed."""
_OF_PERSON = re.compile(r" [A-Z][a-z]+ (?:[a-z]+ed|said|gave|was|had|has|would|will|then)\b")
"""What follows an abbreviation that is a rank: PCSO Quayle reported."""
_WITH = re.compile(r"\b(?:by|with|from|alongside) (?:the )?$")
_INITIALS, _SURNAME = 2, re.compile(r" [A-Z][a-z]")
"""Letters of initials, and what follows them: JB Quayle."""
_NO_BODY = words_of(
    "uk us usa gb cctv dna id it hr pdf foi gdpr gbp tv am pm fy ytd ok sms gps ceo faq"
    " covid pc dc ds di dci dcs mr ms mrs dr st ii iii iv vi vii viii ix kg km vat gmt bst"
    " pin sim bb na eg ie no ref usb html http https www api url csv xml json mph etc aka nb"
    " ps rip tbc tba asap diy otc"
)


@dataclass(frozen=True)
class Body:
    """A name that looks like that of a body, and where it is. acts: whether its words say so.

    table: agency, or operation for a programme or fund.
    """

    name: str
    kind: str
    text: Text
    start: int
    acts: bool = True
    table: str = "agency"
    sure: bool = True

    @property
    def is_short(self) -> bool:
        """Whether it is an abbreviation."""
        return self.name.isupper()


def bodies(texts: Iterable[Text], words: frozenset[str], tables: Iterable[Text] = ()) -> list[Body]:
    """The names in prose that look like those of bodies, and abbreviations nobody explains.

    `words` are those that the document prints in lower case. Cells of `tables` may be names.
    """
    found: dict[str, Body] = {}
    prose = [one for one in texts if not one.heading and one.passage.kind != "header"]
    for text in (*prose, *tables):
        is_table = text.passage.kind == "table"
        long = _of_cells(text) if is_table else _long(text)
        short = _short(text, words) if not is_table or text in prose else ()
        for one in (*long, *short):
            earlier = found.get(one.name)
            if earlier is None or (one.acts and not earlier.acts):
                found[one.name] = one
    return list(found.values())


def heads(texts: Iterable[Text], lines: Iterable[str] = ()) -> list[Body]:
    """The bodies that the heading block of a report names: who made it, who meets.

    `lines` are its lines, where the page shows them; no name goes over the end of one.
    """
    lines = [part for line in lines for part in line.split(" / ")]
    return [
        replace(one, text=text, start=text.text.find(one.name))
        for text in texts
        for line in lines or [text.text]
        for one in _long(replace(text, text=line))
        if (one.kind in _OPENING_KINDS or one.name == line)
        and not _PAPER.search(one.name)
        and one.name in text.text
    ]


def bodies_on_lines_of_their_own(texts: Iterable[Text]) -> list[Body]:
    """The bodies whose names are lines or headings of their own above the text of a report."""
    found = []
    for text in texts:
        if not is_line(text.text):
            break
        name = normalise(text.text)
        kind = _kind(name) if _WHOLE_NAME.fullmatch(name) and not _PAPER.search(name) else None
        if kind is not None and kind[0] == "agency":
            found.append(Body(name, kind[1], text, 0))
    return found


def is_line(text: str) -> bool:
    """Whether a text of the opening is a line of its own, and no sentence."""
    return len(text.split()) <= _LINE and not text.endswith((".", ":"))


_LINE = 14
"""Words of a line that is no sentence of the text."""
_PART = r"(?:[A-Z][\w'’&.-]*|of|and|for|the|in|on|to|&)"
_WHOLE_NAME = re.compile(rf"{_PART}(?:,? {_PART})+")
_OPENING_KINDS = ("force", "authority", "committee", "agency")
_SHORT_PLACES = ("US", "USA", "EU", "UN", "UK")
_PAPER = re.compile(
    r"\b(?:report|statement|plan|strategy|minutes|agenda|meeting|update|review|summary|profile"
    r"|progress|performance|quarter|priorities)\b",
    re.IGNORECASE,
)
"""Kinds of bodies that the heading block of a report names, and words of titles."""


def _long(text: Text) -> Iterator[Body]:
    for match in _COMMISSIONER.finditer(text.text):
        kind = "committee" if match[0].endswith("Panel") else "post"
        yield Body(match[0], kind, text, match.start())
    for sentence in text.sentences:
        publisher = _PUBLISHES.match(sentence.text)
        name = publisher["name"] if publisher is not None else ""
        if name and name.partition(" ")[0].lower() not in _FIRST and _kind(name) is None:
            yield Body(name, "agency", text, sentence.start, sure=False)
    rest = _COMMISSIONER.sub(lambda one: "_" * len(one[0]), text.text)
    for match in _NATIONAL.finditer(rest):
        before = text.text[max(0, match.start() - 24) : match.start()]
        if before.endswith(" of ") or re.search(r"[A-Z][a-z]+s and $", before):
            continue  # the last words of a longer name or a title: Nets and Tides Wales
        if _PAPER.search(match["name"]) or match["name"].partition(" ")[0].endswith("ing"):
            continue
        if match["name"].split()[0] in _SHORT_PLACES:
            continue  # US and UK
        if _BY.search(before) or _ACTS.match(text.text, match.end()):
            yield Body(match["name"], "agency", text, match.start("name"))
    for match in _NAME.finditer(rest):
        at = match.start()
        for part in _apart(match[0]):
            at = text.text.index(part, at)
            name = _POST_OF.sub("", part)
            while name and name.partition(" ")[0].rstrip(".").lower() in _FIRST:
                name = name.partition(" ")[2]
            name, found = _trimmed(_POSSESSIVE.sub("", name))
            if found is not None:
                yield Body(name, found[1], text, text.text.index(name, at), table=found[0])


def _of_cells(text: Text) -> Iterator[Body]:
    """The cells of a table that are names."""
    at = 0
    for cell in text.passage.table:
        name = normalise(cell.text)
        start = text.text.find(name, at)
        if start >= 0 and _NAME.fullmatch(name) and (found := _kind(name)) is not None:
            yield Body(name, found[1], text, start, table=found[0])
        at = max(at, start)


def _apart(words: str) -> Iterator[str]:
    """The names in a row of words: the Harl Police and the Quay Council are two."""
    if _LISTED.fullmatch(words) and (kind_of(words) or ("", ""))[1] == "committee":
        yield words  # the Boats, Fish and Tides Committee
        return
    if (ministry := _MINISTRY.match(words)) is not None and not any(
        one.lower() in KINDS for one in re.findall(r"\w+", ministry["of"])
    ):
        yield ministry[0]
        yield from _apart(words[ministry.end() :].removeprefix(", ").removeprefix(" and "))
        return
    for part in re.split(r", ", words):
        left, joined, right = part.partition(" and ")
        short = re.fullmatch("[A-Z]{2,6}", left) and _kind(right)  # the QZF and Harl College
        ends = kind_of(left) is not None and left.rpartition(" ")[2].lower() in KINDS
        if joined and (short or (_kind(left) and (ends or _kind(right))) or not _trimmed(part)[1]):
            yield left
            yield from _apart(right)
        else:
            yield part


def _kind(name: str) -> tuple[str, str] | None:
    """What a name shows itself to be; None where it shows nothing or has no word of its own."""
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in name.split()]
    if name.isupper() or all(word in _PLAIN or len(word) < 4 for word in words):
        return None
    found = kind_of(name)
    kinds = _PROGRAMMES if found is not None and found[0] == "operation" else ()
    is_body = found is not None and (found[1] in kinds if kinds else found[1] != "post")
    return found if is_body else None


def _trimmed(name: str) -> tuple[str, tuple[str, str] | None]:
    """A name without the words of a line or cell that follow it, and what it shows itself to be."""
    words = name.split(" ")
    for size in range(len(words), 1, -1):
        part = " ".join(words[:size])
        after = words[size].lower().rstrip(",") if size < len(words) else ""
        if after in _HOLDERS:
            return name, None  # the Harl Boat Service Manager, Police Officers
        if (found := _kind(part)) is not None and (not after or words[size][0].isupper()):
            return part, found
    return name, None


def _short(text: Text, words: frozenset[str]) -> Iterator[Body]:
    for match in _SHORT.finditer(text.text):
        name = match[0]
        if name.lower() in _NO_BODY or name.lower() in words or _is_shouted(text.text, match):
            continue
        if len(name) == _INITIALS and _SURNAME.match(text.text, match.end()):
            continue
        before = text.text[max(0, match.start() - 20) : match.start()]
        acts = _WITH.search(before) is not None or _DOES.match(text.text, match.end()) is not None
        acts = acts and _OF_PERSON.match(text.text, match.end()) is None
        yield Body(name, "", text, match.start(), acts)


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether the words beside are in capitals, too."""
    before = text[max(0, match.start() - 12) : match.start()].split()[-1:]
    after = text[match.end() : match.end() + 12].split()[:1]
    return any(len(word.strip(".,;:()'")) > 3 and word.isupper() for word in (*before, *after))
