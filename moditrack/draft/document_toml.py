"""document.toml: title, date, reference, authors, publisher and force of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moditrack.documents.document import Document
from moditrack.documents.normalise import NORMALISER
from moditrack.draft.names.agency_and_operation_names import Names
from moditrack.draft.names.body_names import is_line
from moditrack.draft.names.kinds_of_names import kind_of
from moditrack.draft.proposal import Proposal
from moditrack.draft.shared_lists import Lists
from moditrack.draft.texts_in_order import id_part
from moditrack.draft.title_and_date import IN_ID, PASSAGES, date_of, plain, title_of

_OPENING = 5000
"""Characters of the opening of a report to search for title, date and authors."""
_REFERENCE = (
    re.compile(r"\b(?:[Rr]eference|[Rr]ef|[Pp]aper|[Rr]eport) ?(?:[Nn]o\.?|[Nn]umber)?:? ?"
               r"(?P<code>[A-Z]{0,5}[ -]?\d{1,4}(?:[-/]\d{1,4})*[A-Z]?)(?![\w,.]\d)\b"),
    re.compile(r"\b(?:HC|HL|Cm|CM|CP) ?(?:No\.? ?)?(?=\d)(?P<code>\d{2,4}(?:-[IVX]+)?)\b"),
    re.compile(r"(?<!\w)(?P<code>[A-Z][A-Za-z]{1,5} \d{1,3}[-/]\d{2,4})\b"),
    re.compile(r"^(?P<code>Agenda [Ii]tem (?:No\.? ?)?\d{1,4}[A-Za-z]?)$", re.MULTILINE),
)  # fmt: skip
_CALLED = re.compile(
    r"(?<!\()\b(?:(?:[Pp]rinting )?[Oo]rder|[Pp]ublication|[Dd]ocument|[Rr]eport|[Rr]ef(?:erence)?)"
    r"(?: ?(?:[Nn]o\.?|[Nn]umber|#|:))+ ?#?(?! ?\d+(?:st|nd|rd|th)\b)"
    r"(?P<code>[A-Z]{0,6}[-/ ]?\d[\w/-]*\w)"
)
"""A number that the opening of a report calls its own."""
_AUTHORS = re.compile(
    r"\b(?:[Rr]eport (?:[Aa]uthors?|[Bb]y)"
    r"|(?:[Pp]repared|[Ww]ritten|[Cc]ompiled|[Aa]uthored|[Pp]roduced) [Bb]y"
    r"|[Aa]uthors?|[Cc]ontact(?: [Oo]fficer)?"
    r"|(?:[Ll]ead|[Rr]esponsible) (?:[Oo]fficer|[Ss]tatistician))(?:\(s\))?: (.{5,300}?)"
    r"(?=\n| Summary\b| [A-Z][\w ]{2,25}: |$)"
)
_RELEASE = re.compile(r"\b(?:press|news|media) release\b|\bnotes to editors\b", re.IGNORECASE)
_POSTS = "Head|Chief|Detective|Director|Superintendent|Inspector|Officer|Deputy|Assistant|Commander"
_PERSON = re.compile(rf"((?!{_POSTS})[A-Z][\w'’-]+(?: (?!{_POSTS})[A-Z][\w'’.-]*){{1,2}}),? (.+)")


def values(
    document: Document, names: Names, lists: Lists, publisher: str = "", force: str = "",
    id_: str = "",
) -> tuple[dict[str, object], dict[str, str]]:  # fmt: skip
    """The values of document.toml, and for each empty one what is wanted.

    The id of the report says its day where it prints none, or which of its days it is.
    """
    whole = _opening(document)
    header = _header(document)
    body = " ".join(passage.text for passage in document.passages[-PASSAGES:])
    release = _RELEASE.search(whole) or _RELEASE.search(body)
    opening = "\n".join([header, *document.opening])
    force = force or _named(opening, names, lists, ("force",))
    if not force:
        inside = _named(whole, names, lists, ("force",))
        force = inside if _is_of_id(inside, id_, names, lists) else ""
    alone = next((one for line in _alone(document)
                  if (one := _named(line, names, lists, _PUBLISHERS[:4]))), "")  # fmt: skip
    site = next((one for part in _sites(document)
                 if (one := _named(part, names, lists, _PUBLISHERS))), "")  # fmt: skip
    named = _named(header, names, lists, _PUBLISHERS[:4]) or force or alone or site
    named = "" if publisher else named
    other = bool(named) and not _is_of_id(named, id_, names, lists)
    date, asked = date_of(document, id_)
    title, sure = title_of(document, [row["name"] for row in lists.agencies.values()])
    found: dict[str, object] = {
        "title": title,
        "kind": "press release" if release else "report",
        "publisher": publisher or named,
        "force": force,
        "committee": _named(header, names, lists, ("committee",)),
        "reference": _reference(header, whole),
        "date": date,
        "url": "", "licence": "", "sha256": document.sha256, "normaliser": NORMALISER, "note": "",
        "authors": _authors(whole),
    }  # fmt: skip
    wanted = {
        "title": "as printed",
        "publisher": "an id of agencies.csv or new-agencies.csv",
        "force": "an id of agencies.csv or new-agencies.csv",
        "date": "a day like 2003-05-08",
    }
    missing = {key: what for key, what in wanted.items() if not found[key]}
    if asked:
        missing["date"] = asked
    if title and not sure:
        missing["title"] = "is it this?"
    if other:
        missing["publisher"] = "is it this?"
    return found, missing


def _is_of_id(agency: str, id_: str, names: Names, lists: Lists) -> bool:
    """Whether the id of a report begins with an agency, as it does with its publisher.

    A report may name another in its title, or below a picture. Without an id, this is not known.
    """
    known = {one.name for one in names.known.values() if one.id == agency}
    known |= {one.row["name"] for one in names.new if one.row.get("agency") == agency}
    row = lists.agencies.get(agency, {})
    return _begins(id_, [agency, *known, row.get("name", "")])


def _begins(id_: str, names: Iterable[str]) -> bool:
    """Whether an id begins with a name, words of it or its initials; with none it may."""
    begins = IN_ID.sub("", id_).strip("-").lower()
    words = [id_part(one) for one in names]
    short = ["".join(part[:1] for part in one.split("-") if part not in _SMALL) for one in words]
    return not begins or begins in short or any(f"-{begins}-" in f"-{one}-" for one in words)


_SMALL = ("of", "the", "and", "for")


def fill_in_new(
    toml: dict[str, object], missing: dict[str, str], new: list[Proposal], document: Document,
    id_: str = "",
) -> None:  # fmt: skip
    """Fill in the publisher and the force with new bodies, where these are the only ones.

    The publisher is the one of the opening; the force the one that it names, or that opens the
    text.
    """
    rows = {one.row["agency"]: one for one in new if one.file == "new-agencies.csv"}
    header = "\n".join([_header(document), *_alone(document)])
    first = document.passages[1].text[:_FIRST] if len(document.passages) > 1 else ""
    lines = _alone(document)
    publishers = [
        key for key, one in rows.items()
        if (one.row["name"] in header and one.row["kind"] in _PUBLISHERS)
        or (one.row["name"] in lines and _MINISTER.match(one.row["name"]))
    ]  # fmt: skip
    site = "" if toml["publisher"] or publishers else _new_site(document, rows, new)
    if site:
        toml["publisher"] = site
        begins = IN_ID.sub("", id_).strip("-")
        missing.pop("publisher", None)
        if not begins or not site.startswith(begins):
            missing["publisher"] = "is it this?"
    if not toml["publisher"] and publishers:
        toml["publisher"] = publishers[0]
        missing.pop("publisher", None)
        sure = len(publishers) == 1 and rows[publishers[0]].sure
        if not sure or not _begins(id_, [publishers[0], rows[publishers[0]].row["name"]]):
            missing["publisher"] = "is it this?"
    forces = [one.row for one in rows.values() if one.row["kind"] == "force"]
    if toml["force"] or len(forces) != 1:
        return
    (force,) = forces
    place = force["name"].partition(" of ")[2] or force["name"].rpartition(" ")[0]
    other = rows[str(toml["publisher"])].row["name"] if toml["publisher"] in rows else ""
    named = f"{header} {toml['title']}".replace(other, "") if other != force["name"] else header
    if place in named or force["name"] in first:
        for name in ("force", "publisher"):
            if not toml[name] and (name == "force" or not publishers):
                toml[name], missing[name] = force["agency"], "is it this?"


def _sites(document: Document) -> list[str]:
    """What a web page's own title has beside that of the report, the last part first."""
    return _SITE.split(document.tab)[:0:-1]


_SITE = re.compile(r" [-–—|·:»] |: ")


def _new_site(document: Document, rows: dict[str, Proposal], new: list[Proposal]) -> str:
    """The body that a web page's own title ends with, as a new agency; empty where it has none."""
    for name in _sites(document):
        kind = kind_of(name)
        if known := next((key for key, one in rows.items() if one.row["name"] == name), ""):
            return known
        if kind is not None and kind[0] == "agency" and kind[1] in _PUBLISHERS:
            row = {"agency": id_part(name), "kind": kind[1], "name": name}
            asked = "" if id_part(name) not in rows else "agency: is it another of this id?"
            new.append(
                Proposal("new-agencies.csv", row, "the page's own title ends with it", asked)
            )
            return id_part(name)
    return ""


def whose(
    toml: dict[str, object], missing: dict[str, str], new: list[Proposal], lists: Lists,
    named: set[str],
) -> str:  # fmt: skip
    """The publisher, where the figures of a report without a force can be its own, which is asked.

    An inspectorate or a committee reports on others; `named` are the agencies that it names.
    """
    rows = {one.row["agency"]: one.row for one in new if one.file == "new-agencies.csv"}
    key = str(toml["publisher"])
    row = lists.agencies.get(key) or rows.get(key, {})
    own = row.get("kind") in _OWN_FIGURES or _MINISTER.match(row.get("name", ""))
    other = not own or _ON_OTHERS.search(row["name"])
    forces = {id_ for id_, one in {**lists.agencies, **rows}.items() if one["kind"] == "force"}
    if toml["force"] or not key or other or forces & named or "publisher" in missing:
        return ""
    toml["force"], missing["force"] = key, "is it this?"
    return key


_OWN_FIGURES = ("authority", "department", "agency")
_ON_OTHERS = re.compile(
    r"\b(?:inspect\w*|audit\w*|ombuds\w*|monitor\w*|commission\w*|regulator\w*|statistics|board"
    r"|parliament\w*|senate|institute|university)\b", re.IGNORECASE,
)  # fmt: skip
_FIRST = 80
"""Characters in which the first passage can name whose report it is."""
_MINISTER = re.compile(r"(?:Minister|Secretary of State) for ")
"""A post whose holder publishes: the Minister for Boats."""
_PUBLISHERS = ("authority", "force", "department", "agency", "committee")


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


def _header(document: Document) -> str:
    first = document.passages[0]
    return first.text[:_OPENING] if first.kind == "header" else ""


def _alone(document: Document) -> list[str]:
    """The headings and short lines between the heading block and the first sentence."""
    lines: list[str] = []
    for passage in document.passages[:PASSAGES]:
        if passage.kind != "header":
            lines += [passage.heading, *([passage.text] if is_line(passage.text) else [])]
            if not is_line(passage.text):
                break
    return list(dict.fromkeys(filter(None, lines)))


def _opening(document: Document) -> str:
    texts = [one.text for one in document.passages[:PASSAGES]]
    return "\n".join([*document.opening, *texts[bool(document.opening) :]])[:_OPENING]


def _reference(header: str, opening: str) -> str:
    places = [*((one, header) for one in _REFERENCE), (_REFERENCE[-1], opening)]
    for pattern, text in (*places, (_CALLED, opening)):
        if match := pattern.search(text):
            return match["code"].strip()
    return ""


def _authors(opening: str) -> list[dict[str, str]]:
    """Those named as authors with their posts; those without a post are left out."""
    parts = [
        part
        for match in _AUTHORS.finditer(opening)
        for part in re.split(r";| and (?=[A-Z]\w+ [A-Z])", match[1])
    ]
    found: dict[str, dict[str, str]] = {}
    for part in parts:
        if (person := _PERSON.fullmatch(part.strip())) is not None:
            name, post = plain(person[1]), plain(person[2].strip(" ,."))
            found.setdefault(name, {"name": name, "post": post, "role": "report author"})
    return list(found.values())
