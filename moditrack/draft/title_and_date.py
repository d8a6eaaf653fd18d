"""The title and the date of a report, by what its first page prints."""

from __future__ import annotations

import re

from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import DAY, MONTH, Period
from moditrack.documents.dates.year_or_count import YEAR
from moditrack.documents.document import Document
from moditrack.draft.names.kinds_of_names import kind_of
from moditrack.nearest_names import likeness

IN_ID = re.compile(rf"{YEAR}-(?:0[1-9]|1[0-2])(?P<day>-(?:0[1-9]|[12]\d|3[01]))?$")
"""The month or day at the end of an id."""
PASSAGES = 12
"""Passages that can be the opening of a report."""
_BOTH_YEARS = re.compile(r"\d{4}[/–-]\d\d$")
_LINE, _LONGEST = 14, 200
"""Words of a line of the opening, and characters of a title."""
_OPENING = 2000
"""Characters of a passage in which the date of a report is looked for."""
_PATTERNS = (
    re.compile(r"(?:Subject|Title|Report title): (.*?) (?:Public|Non-Public|Which)\b"),
    re.compile(r"(?:Subject|Title|Report title): ([^:]{5,120}?)(?= [A-Z][\w ]{2,20}:|$)"),
    re.compile(r"\. ([^.]+?) (?:Report: |\d+/\d+ )"),
)
_BELOW = re.compile(
    r"(?<=\w\w) (?:Report (?:of|by|to|from)|As (?:of|at)|(?:Last )?[Uu]pdated|Published|Posted"
    r"|Dated?|By|Author)\b[ :]"
)
"""What is printed below a title, which a page may set in one block with it."""
_FILE = re.compile(
    r"^Microsoft \w+ - |\.(?:docx?|pdf|indd|xlsx?|pptx?|pub|rtf|odt|qxd|ai|tiff?|jpe?g|png)$"
    r"|^untitled|^(?:word )?document ?\d*$|^(?:search|home|menu)$"
    r"|^(?:powerpoint|slide|print|layout|cover)\b|^[\w-]*\d{4,}[\w-]*$|_",
    re.IGNORECASE,
)
"""What the data of a file call it where nobody gave it a title."""
_LABEL = re.compile(
    r"(?:(?:accredited )?official|national|experimental) statistics|(?:press|news|media) release"
    r"|news(?: story)?|for immediate release|statistical (?:release|bulletin)"
    r"|agenda item(?: [\w.]+)?"
    r"|(?:copyright|photo(?:graph)?s?|images?|pictures?|cover|credits?)(?: by|:| ©).*|©.*|dear .*"
    r"|research and analysis|policy paper|corporate report|(?:not )?protectively marked"
    r"|official(?: - sensitive)?|restricted|unclassified|public|home|menu|(?:table of )?contents?"
    r"|(?:[\w'’&-]+ ){0,6}(?:logo|photo(?:graph)?|image|picture|crest|banner|icon)"
    r"(?: (?:at|of|on|for|from|in|by|with|showing) .*)?"
    r"|guidance|report|page last.*|by [A-Z].*",
    re.IGNORECASE,
)
"""What kind of a paper it is, by whom or what a picture shows, as printed above its title."""
_RELEASE = re.compile(r"(?:press|news|media) release|for immediate release", re.IGNORECASE)
"""What is printed right above the title of a release; names of a site may be above that."""
_LETTERHEAD = re.compile(
    r"(?:the )?(?:[A-Z][\w&’'-]*|of|and|the|for)(?: (?:[A-Z][\w&’'-]*|of|and|the|for))*"
)
_HEADS = re.compile(
    r"\b(?:police|constabulary|council|department|ministry|office|authority|service|agency"
    r"|commission|sheriff(?:['’]s)?|city|county|state|government|commissioner)\b", re.IGNORECASE,
)  # fmt: skip
_HOLDER = re.compile(
    r"\b[A-Z][a-z'’]+ [A-Z][a-z'’]+, (?:[A-Z][a-z]+ ){0,3}(?:Governor|Director|Mayor|Chief|Sheriff"
    r"|Secretary|Commissioner|President|Chair\w*|Minister)\b"
)
"""Whose office is printed above the title: Ann Lee, Governor."""
_PAPER = re.compile(
    r"\b(?:report|review|summary|statistics|plan|strategy|update|bulletin|assessment|profile"
    r"|newsletter|brief(?:ing)?|statement|inspection|audit|results|casualties|collisions|offences"
    r"|crimes?(?! (?:panel|commissioner|reduction|prevention|partnership|unit|agency|board))"
    r"|survey|analysis)\b",
    re.IGNORECASE,
)  # fmt: skip
_CUE = re.compile(
    r"\b(?:published|printed by authority.*,|date|dated|issued|released|posted|updated|publication"
    r"|written)"
    r"(?: (?:on|in|date))?[: ]*$", re.IGNORECASE,
)  # fmt: skip
_DATED = re.compile(
    r"(?:(?:first |last )?(?:publish|dat|issu|releas|post|updat)ed?:?(?: on)? )?", re.IGNORECASE
)
_IN_A_SENTENCE = re.compile(r"[.:;]$|^(?:On|In|By|At|Since|From|Between|As|After|Until|Before)\b")
"""What begins or ends a sentence or the head of a list, where a date is not that of the report."""
_AS_AT = re.compile(
    r"\b(?:as (?:at|of|on)|correct (?:at|to)|up to|until|ending|ended)(?: the)? $", re.I
)
"""What precedes the day of the data, which is not that of the report."""
_CUED = 60
"""Characters before a date that can say that it is that of the report."""
_SIGNED = re.compile(
    r"(?:(?:[A-Z][\w&'’.-]*|\([A-Z][\w ]*\)|of|and|the|for|by|of the)[, ]+){1,14}(?:dated? |on )?"
)
_ALIKE = 0.85
"""The likeness of a title in a file's data and a printed line that are the same."""
_DATELINE = re.compile(r"(?:[A-Z][\w,. ]{0,30})?")
_WORDS = 12
"""A longer title may be several lines of the opening."""
_PARTS = re.compile(r" [-–|] |: |, ")
_OF_ANOTHER = re.compile(r"\((?:Report|Paper|Circular|Bulletin|Order)\b[^()]*$")
"""What precedes the date of another paper, which is named with its number in brackets."""
_DASH = re.compile(r"\s?[-–—:]\s|\s?$")


def title_of(document: Document, names: list[str]) -> tuple[str, bool]:
    """The title of a report, empty where no line can be it, and whether that is sure.

    The heading block gives it, else the file's own data, else the first line that is no letterhead,
    date or label. `names` are those of agencies.
    """
    header = document.passages[0].text
    for pattern in _PATTERNS:
        if match := pattern.search(header):
            return plain(match[1]), True
    lines = _lines(document)
    given = document.title
    if given and not _FILE.search(given) and not _is_above_title(given, names):
        return _printed(plain(given), lines, document)
    release = next((at for at, line in enumerate(lines) if _RELEASE.fullmatch(line)), -1)
    for line in lines[release + 1 :] or lines:
        found = _cut(line)
        if found and not (_is_above_title(found, names) or _is_above_title(line, names)):
            several = len(found.split()) > _WORDS or bool(periods(found))  # set as one
            alone = line == header or _is_first(line, document, names)
            return plain(found), alone and not several
    return "", False


def _is_first(line: str, document: Document, names: list[str]) -> bool:
    """Whether a line opens the heading block, and no other line of it can be the title."""
    rest = document.opening[1:]
    return document.opening[:1] == [line] and all(
        _is_above_title(one, names) or _BELOW.match(f"on {one}", 2) for one in rest
    )


def _printed(given: str, lines: list[str], document: Document) -> tuple[str, bool]:
    """The title that the data of a file give, as the report prints it."""
    if document.format == "pdf":
        like = {line: likeness(given, line) for line in lines}
        best = max(like, key=lambda line: like[line], default="")
        if best and _ALIKE <= like[best] < 1:
            return plain(best), True
        return given, any(given.lower() in line.lower() for line in lines)
    return given, True


def _lines(document: Document) -> list[str]:
    """The short lines of the opening and the headings above them, in order."""
    lines: list[str] = []
    for one in document.passages[:PASSAGES]:
        if one.kind == "header" and len(document.opening) > 1:
            lines += [line for line in document.opening if len(line) <= _LONGEST]
            continue
        lines += one.heading.split(" / ") if one.heading else []
        if len(one.text) <= _LONGEST and not one.text.endswith((".", ":")):
            lines.append(one.text)
    return list(dict.fromkeys(lines))


def _cut(line: str) -> str:
    """A line without the date and the author that a page sets in one block with its title."""
    days = [period for period in periods(line) if period.kind == DAY and period.first]
    if days and days[-1].start and len(line) - days[-1].end <= 8:
        line = line[: days[-1].start]
    return line.strip(" ,;:-–|")


def _is_above_title(line: str, names: list[str]) -> bool:
    if _LABEL.fullmatch(line) or line in names or not re.search("[A-Za-z]{2}", line):
        return True
    dated = [period for period in periods(line) if _DATED.fullmatch(line, 0, period.start)
             and len(line) - period.end < 2]  # fmt: skip
    head = _LETTERHEAD.fullmatch(line.title() if line.isupper() else line)
    named = head is not None and _HEADS.search(line) and not _PAPER.search(line)
    parts = [kind_of(part) for part in _PARTS.split(line)]
    large = head is not None or all(map(_LETTERHEAD.fullmatch, _PARTS.split(line)))
    bodies = large and all(one is not None and one[0] == "agency" for one in parts)
    named = named or (bodies and not _PAPER.search(line))
    office = _HOLDER.search(line) is not None and not _PAPER.search(line)
    return bool(dated or named or office)


def plain(text: str) -> str:
    """A text as a value of document.toml can hold it."""
    kept = "".join(c for c in text if c.isprintable())
    return kept.replace("\\", "").replace('"', "'").strip(" ,;:-")


def _day_of(document: Document) -> Period | None:
    """The day of a report: of its heading block, of a line of its own, or called so."""
    return _dated(document, DAY)


def _dated(document: Document, kind: str) -> Period | None:
    for passage in document.passages[:PASSAGES]:
        headings = passage.heading.split(" / ") if kind == DAY else []
        for text in (*headings, passage.text):
            printed = text[:_OPENING]
            is_line = len(printed.split()) <= _LINE and not _IN_A_SENTENCE.search(text)
            for found in periods(printed):
                if found.kind != kind or not found.first or found.partial or both_years(found):
                    continue
                before = printed[max(0, found.start - _CUED) : found.start]
                if _AS_AT.search(before) or _OF_ANOTHER.search(before):
                    continue
                head = passage.kind == "header" and kind == DAY
                line = is_line and (kind == DAY or _is_of_cover(printed, found))
                if head or line or _is_called_so(printed, found) or _is_signed(text, found):
                    return found
    return None


def both_years(month: Period) -> str:
    """The years that a title prints after their first or last month: April 2021/22."""
    years = _BOTH_YEARS.search(month.label) if month.kind == MONTH else None
    return years[0] if years is not None else ""


def _is_of_cover(line: str, month: Period) -> bool:
    """Whether a month ends a line of a cover: June 2022, Dr Ann Lee | June 2022."""
    ends = not line[month.end :].strip(" .|")
    return ends and (not line[: month.start].strip() or line[: month.start].rstrip()[-1] in "|-–—,")


def _is_signed(text: str, found: Period) -> bool:
    """Whether a line is a name and a date: Quay Police (QP), 2 June 2025."""
    ends = not text[found.end :].strip(" .")
    return ends and _SIGNED.fullmatch(text, 0, found.start) is not None


def _is_called_so(text: str, day: Period) -> bool:
    """Whether a date is called that of publication, or opens a press release."""
    if _CUE.search(text[max(0, day.start - _CUED) : day.start]):
        return True
    opens = day.kind == DAY and _DATELINE.fullmatch(text, 0, day.start) is not None
    return opens and _DASH.match(text, day.end) is not None


def date_of(document: Document, id_: str) -> tuple[str, str]:
    """The day of a report, and what is asked: that of its id where it prints no other."""
    given = IN_ID.search(id_)
    day = _day_of(document)
    if given is not None and given["day"]:
        other = day is not None and day.first != given[0] and given[0] not in _days(document)
        return given[0], f"{given[0]}, or '{day.label}'?" if other and day is not None else ""
    if day is not None:
        return str(day.first), ""
    if (month := _dated(document, MONTH)) is not None:
        return str(month.first), f"the day: '{month.label}' is printed"
    return (f"{given[0]}-01", f"the day: the id has {given[0]}") if given is not None else ("", "")


def _days(document: Document) -> set[str]:
    """The days that a report prints."""
    texts = (text for one in document.passages for text in (one.heading, one.text))
    return {str(one.first) for text in texts for one in periods(text) if one.kind == DAY}


def date_label(document: Document) -> str:
    """The date of the report as it is printed; empty where none is."""
    day = _day_of(document)
    return day.label if day else ""
