"""Persons that a report names with their office: Ann Lee, Director; Inspector Ann Lee."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from moditrack.documents.dates.calendar_names import MONTH_NAMES
from moditrack.draft.names.body_names import Body
from moditrack.draft.texts_in_order import Text

_RANKS = (
    r"(?:(?:Assistant |Deputy )*Chief Constable|(?:Temporary |Acting )?(?:Detective )?(?:Chief )?"
    r"(?:Inspector|Superintendent|Sergeant|Constable)|(?:Deputy |Assistant )?"
    r"(?:Police )?(?:and Crime )?Commissioner|Commander|Councillor|Cllr|Sheriff|Captain|Lieutenant"
    r"|Minister|Professor|Prof\.?|Sir|Dame|Lord|Baroness|Governor|Senator|Judge"
    r"|(?:Police )?Chief|Mayor)"
)
_NAME = r"[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: (?:Mc|Mac|O['’]|De)?[A-Z][a-z'’-]+){1,2}"
_NO_MORE = r"(?! [A-Z][a-z])"
"""A name of so many words begins with that of an office: Commander Northern Ports Ann Lee."""
_RANKED = re.compile(rf"\b(?P<office>{_RANKS}) (?P<name>{_NAME})(?![\w'’-]){_NO_MORE}")
_DOCTOR = re.compile(rf"\b(?P<name>(?:Dr|Professor)\.? {_NAME})(?![\w'’-])(?P<office>)")
_OFFICES = (
    "Governor|Director|Chair(?:man|woman|person)?|Chief|Secretary|Commissioner|Officer|Coordinator"
    "|Manager|Head|President|Mayor|Minister|Superintendent|Inspector|Writer|Analyst|Statistician"
    "|Author|Editor|Treasurer|Clerk|Attorney|Sheriff|Lead|Adviser|Advisor|Auditor|Inspector General"
)
_INITIALS = r"(?:[A-Z]{1,2}\.? ?)?"
_HELD = re.compile(
    rf"(?<![\w'’-])(?P<name>{_INITIALS}[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: [A-Z][a-z'’-]+){{0,2}})"
    rf"(?:, | - | – )(?:the )?(?P<office>(?!(?:The|A|An|This|These|In|On|At) )"
    rf"(?:[A-Z][\w&'’-]*|of|and|for|the)(?: (?:[A-Z][\w&'’-]*|of|and|for|the)){{0,5}})"
)
_IS_OFFICE = re.compile(rf"\b(?:{_OFFICES})\b")
_POST = re.compile(
    r"\b(?:Mayor of (?:the )?[A-Z]\w+|(?:Secretary of State|Minister) for (?:the )?"
    r"[A-Z]\w+(?: (?:and )?[A-Z]\w+)*|Attorney General|Lord Chancellor|Prime Minister"
    r"|Secretary of State)\b"
)
_NO_NAME = re.compile(
    r"\b(?:Police|Council|County|City|Department|Service|Office|Road|Street|Act|Report|The|And|State"
    r"|University|Committee|Board|Unit|Team)\b"
)


_TITLE = re.compile(r"^(?:Sir|Dame) (?=\S+ \S)")
"""What a name may be printed with and without."""
_MONTH = re.compile(rf" (?:{MONTH_NAMES})$", re.IGNORECASE)
_SIGNED = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: (?:Mc|Mac|[OD]['’]|De)?[A-Z][a-z'’-]+){1,2}")
_REGARDS = re.compile(
    r"(?:yours \w+|(?:kind |best )?regards|signed|contact|(?:report )?author"
    r"|(?:for|on behalf of)\b.*)[,:]?", re.IGNORECASE,
)  # fmt: skip
"""What precedes the name below a letter or a report."""
_POST_LINE = 8
"""Words of the line below a name that says whose office it is."""


def _signing(texts: list[Text]) -> Iterator[tuple[str, Text]]:
    """The names below a letter or a report: a line of its own, beside that of an office."""
    lines = [one for one in texts if not one.heading and one.passage.kind != "table"]
    for at, line in enumerate(lines):
        if not _SIGNED.fullmatch(line.text) or _NO_NAME.search(line.text):
            continue
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        is_post = len(after.split()) <= _POST_LINE and _IS_OFFICE.search(after) is not None
        if is_post or (at and _REGARDS.fullmatch(lines[at - 1].text)):
            yield line.text, line


def persons(texts: Iterable[Text]) -> list[Body]:
    """The persons and posts that a report names, each once."""
    texts = list(texts)
    found: dict[str, Body] = {}
    for name, text in _signing(texts):
        found.setdefault(name, Body(name, "post", text, 0))
    for text in texts:
        for name, start in _in(text.text):
            found.setdefault(name, Body(name, "post", text, start))
    return list(found.values())


def _in(text: str) -> Iterator[tuple[str, int]]:
    for pattern in (_RANKED, _DOCTOR, _HELD):
        for match in pattern.finditer(text):
            held = pattern is not _HELD or _IS_OFFICE.search(match["office"])
            name = _TITLE.sub("", _MONTH.sub("", match["name"]))
            if held and " " in name and not _NO_NAME.search(name):
                yield name, text.index(name, match.start("name"))
    for match in _POST.finditer(text):
        yield match[0], match.start()
