"""document.toml: title, date, reference, authors, publisher and force of a report."""

from __future__ import annotations

import re

from moditrack.documents.document import Document
from moditrack.documents.normalise import NORMALISER
from moditrack.draft.names import Names
from moditrack.draft.opening import PASSAGES, day_of, month_of, plain, title_of
from moditrack.draft.shared_lists import Lists

_OPENING = 5000
"""Characters of the opening of a report to search for title, date and authors."""
_REFERENCE = (
    re.compile(r"\b(?:[Rr]eference|[Rr]ef|[Pp]aper|[Rr]eport) ?(?:[Nn]o\.?|[Nn]umber)?:? ?"
               r"(?P<code>[A-Z]{0,5}[ -]?\d{1,4}(?:[-/]\d{1,4})*[A-Z]?)(?![\w,.]\d)\b"),
    re.compile(r"\b(?:HC|HL|Cm|CM|CP) ?(?:No\.? ?)?(?=\d)(?P<code>\d{2,4}(?:-[IVX]+)?)\b"),
    re.compile(r"(?<!\w)(?P<code>[A-Z][A-Za-z]{1,5} \d{1,3}[-/]\d{2,4})\b"),
)  # fmt: skip
_CALLED = re.compile(
    r"\b(?:(?:[Pp]rinting )?[Oo]rder|[Pp]ublication|[Dd]ocument|[Rr]eport|[Rr]ef(?:erence)?)"
    r"(?: ?(?:[Nn]o\.?|[Nn]umber|#|:))+ ?#?(?P<code>[A-Z]{0,6}[-/ ]?\d[\w/-]*\w)"
)
"""A number that the opening of a report calls its own."""
_AUTHORS = re.compile(
    r"\b(?:[Rr]eport [Aa]uthors?|(?:[Pp]repared|[Ww]ritten|[Cc]ompiled|[Aa]uthored) [Bb]y"
    r"|[Aa]uthors?|[Cc]ontact(?: [Oo]fficer)?)(?:\(s\))?: (.{5,300}?)"
    r"(?=\n| Summary\b| [A-Z][\w ]{2,25}: |$)"
)
_RELEASE = re.compile(r"\b(?:press|news|media) release\b|\bnotes to editors\b", re.IGNORECASE)
_POSTS = "Head|Chief|Detective|Director|Superintendent|Inspector|Officer|Deputy|Assistant|Commander"
_PERSON = re.compile(rf"((?!{_POSTS})[A-Z][\w'’-]+(?: (?!{_POSTS})[A-Z][\w'’.-]*){{1,2}}),? (.+)")


def values(
    document: Document, names: Names, lists: Lists, publisher: str = "", force: str = ""
) -> tuple[dict[str, object], dict[str, str]]:
    """The values of document.toml, and for each empty one what is wanted."""
    whole = _opening(document)
    header = document.passages[0].text[:_OPENING]
    body = " ".join(one.text for one in document.passages[-PASSAGES:])
    release = _RELEASE.search(whole) or _RELEASE.search(body)
    force = force or _named(whole, names, lists, ("force",))
    publisher = publisher or _named(header, names, lists, ("authority", "force")) or force
    day = day_of(document)
    title, sure = title_of(document, [row["name"] for row in lists.agencies.values()])
    found: dict[str, object] = {
        "title": title,
        "kind": "press release" if release else "report",
        "publisher": publisher,
        "force": force,
        "committee": _named(header, names, lists, ("committee",)),
        "reference": _reference(header, whole),
        "date": str(day.first) if day else "",
        "url": "", "licence": "", "sha256": document.sha256, "normaliser": NORMALISER, "note": "",
        "authors": _authors(whole),
    }  # fmt: skip
    wanted = {
        "title": "as printed",
        "publisher": "an id of agencies.csv",
        "force": "an id of agencies.csv",
        "date": "a day like 2003-05-08",
    }
    missing = {key: what for key, what in wanted.items() if not found[key]}
    month = None if day else month_of(document)
    if month is not None:
        found["date"] = str(month.first)
        missing["date"] = f"the day: '{month.label}' is printed"
    if title and not sure:
        missing["title"] = "is it this?"
    return found, missing


def _named(text: str, names: Names, lists: Lists, kinds: tuple[str, ...]) -> str:
    """The one agency of some kind that a text names; empty where it names none or several."""
    new = {one.row["agency"]: one.row for one in names.new if "agency" in one.row}
    rows = {**lists.agencies, **new}
    for kind in kinds:
        found = {
            one.subject.id
            for one in names.find(text)
            if one.subject.table == "agency" and rows.get(one.subject.id, {}).get("kind") == kind
        }
        if len(found) == 1:
            return found.pop()
    return ""


def date_label(document: Document) -> str:
    """The date of the report as it is printed; empty where none is."""
    day = day_of(document)
    return day.label if day else ""


def _opening(document: Document) -> str:
    return "\n".join(one.text for one in document.passages[:PASSAGES])[:_OPENING]


def _reference(header: str, opening: str) -> str:
    for pattern, text in (*((one, header) for one in _REFERENCE), (_CALLED, opening)):
        if match := pattern.search(text):
            return match["code"].strip()
    return ""


def _authors(opening: str) -> list[dict[str, str]]:
    """Those named as authors with their posts; those without a post are left out."""
    match = _AUTHORS.search(opening)
    found = []
    for part in re.split(r";| and (?=[A-Z]\w+ [A-Z])", match[1]) if match else []:
        person = _PERSON.fullmatch(part.strip())
        if person is not None:
            name, post = person[1], person[2].strip(" ,.")
            found.append({"name": plain(name), "post": plain(post), "role": "report author"})
    return found
