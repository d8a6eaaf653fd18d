"""Numbers in a text that are no quantities: dates, years, codes, references, ordinals."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

_MONTHS = "|".join(
    sorted({*filter(None, calendar.month_name), *filter(None, calendar.month_abbr), "Sept"},
           key=len, reverse=True)
)  # fmt: skip
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).replace(" ", "|")
_REFERENCES = (
    "appendix|appendices|annex|section|sections|paragraph|paragraphs|paras?|page|pages|pp?\\.|table"
    "|figure|fig\\.|chart|box|chapter|part|article|schedule|clause|note|footnote|item|report|phase"
    "|stage|level|levels|tier|band|category|outcome|form|version|volume|vol\\.|issue|no\\.|number"
    "|s\\.|ss\\.|question|recommendation|rule|regulation|act|ward|room|class|group|type|step"
    "|strand|grade|option|objective|priority|theme|line"
)
_ROMAN = r"[IVX]{1,5}\b"
_KINDS = (
    ("telephone", r"\b0\d{2,4} \d{3,4} \d{3,4}(?:/\d+)?\b|\+44[ \d]{9,14}\b"),
    ("time", r"\b\d{1,2}[:.]\d{2} ?(?:am|pm|hours|hrs)\b|\b\d{1,2} ?(?:am|pm)\b"
             r"|\b(?:[01]?\d|2[0-3]):[0-5]\d\b"),
    ("date", rf"\b{_DAY}(?: (?:and|to|&) {_DAY}|[-\u2013]{_DAY})? (?:of )?(?:{_MONTHS})\b"
             rf"(?:,? (?:{_YEAR}|\d\d\b))?"
             rf"|\b(?:{_MONTHS})\.? {_DAY}(?: (?:and|to) {_DAY})?\b(?!,\d)(?:,? {_YEAR})?"
             rf"|\b(?:{_MONTHS})[- ](?:{_YEAR}|'?\d\d\b)"
             rf"|\b\d{{1,2}}/\d{{1,2}}/(?:{_YEAR}|\d\d)\b|\b{_YEAR}-\d\d-\d\d\b"
             rf"|\b\d{{1,2}}\.\d{{1,2}}\.{_YEAR}\b"),
    ("year", rf"\bFY ?(?:{_YEAR}|\d\d)(?:/\d{{2,4}})?\b|\b{_YEAR}[/\u2013-](?:{_YEAR}|\d{{1,4}})\b"
             rf"|\bQ[1-4](?: (?:{_YEAR}|\d\d)(?:[/-]\d{{2,4}})?)?\b"),
    ("age", r"\b(?:aged?|ages)(?: between)? \d{1,3}(?:[-\u2013]| (?:to|and) )\d{1,3}\b"
            r"|\b\d{1,3}[-\u2013]\d{1,3}[ -]years?[ -]olds?\b|\b\d{1,3}[- ]years?[- ]olds?\b"),
    ("reference", rf"\b(?:{_REFERENCES})[ \u00a0]?(?:\d+(?:\.\d+)*(?:\([a-z0-9]+\))*|{_ROMAN})"
                  rf"(?:(?:,| and| or| to|[-\u2013]) ?(?:\d+(?:\.\d+)*|{_ROMAN}))*\b"
                  r"|\bparas?\.? \d+\b|§ ?\d+(?:\.\d+)*"),
    ("code", r"\b[Cc](?:ovid|OVID)[- ]?19\b|\b[A-Z]{1,6}[0-9]{1,4}[A-Z]?\b"
             r"|\b[A-Z][a-z]{2,4} \d{1,3}[-/]\d{2}\b"
             r"|\b\d{2}/\d{2}\b(?!/)|\b[A-Z]\d+(?:\.\d+)+\b|\b\d+[A-Z]{1,3}\d*\b"),
    ("ordinal", rf"\b\d+(?:st|nd|rd|th)\b|(?<!\ba )(?<!\bone )\b(?:{_ORDINALS})\b"),
    ("list", r"(?m)^\s*(?:\d{1,3}(?:\.\d+)*[.)]|\(\d{1,2}\)|\d+\.\d+(?:\.\d+)*)(?=\s+\D)"),
    ("pronoun", r"\b(?:one|One) (?:of (?:the|these|those|its|a)|another|that|who|which|is|day|goal"
                r"|can|could|may|might|must|should|would|such|or another|way|thing|hand|reason)\b"
                r"|\b(?:no|every|any|each|the|this|that|only|anyone|which) one\b(?! of)"
                r"|\bone(?:'s|-off|-stop|-way)\b|\bone or (?:two|more than)\b"),
    ("footnote", r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,3}\]"),
)  # fmt: skip
_PATTERNS = [
    (kind, re.compile(pattern, 0 if kind in ("code", "pronoun") else re.IGNORECASE))
    for kind, pattern in _KINDS
]
_BARE_YEAR = re.compile(rf"(?<![\d,.£$€%+-])\b{_YEAR}\b(?![\d,]\d|[%½¼¾]| ?per ?cent)")
_COUNTED = re.compile(
    r" (?:of |more |other |new |further )?(?!is\b|was\b|has\b|as\b|this\b|its\b)"
    r"(?:[a-z]+[a-rt-z]s|people|women|men|children|young|staff|police)\b"
)
_IN_TIME = re.compile(
    r"\b(?:in|since|by|during|until|till|before|after|from|to|of|for|and|between|year|early|late"
    rf"|mid|spring|summer|autumn|winter|{_MONTHS})[ -]?$",
    re.IGNORECASE,
)
_NEAR = 20
"""Characters before a year that can say that it is one."""


@dataclass(frozen=True)
class Label:
    """A number that is no quantity: what kind of label it is, and its span in the text."""

    kind: str
    printed: str
    start: int
    end: int


def labels(text: str) -> list[Label]:
    """The labels of a text, in order; they do not overlap."""
    found: list[Label] = []
    for kind, pattern in _PATTERNS:
        found += [Label(kind, match[0], *match.span()) for match in pattern.finditer(text)]
    for match in _BARE_YEAR.finditer(text):
        counted = _COUNTED.match(text, match.end()) is not None
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if not counted or _IN_TIME.search(before) is not None:
            found.append(Label("year", match[0], *match.span()))
    found.sort(key=lambda label: (label.start, -label.end))
    kept: list[Label] = []
    for label in found:
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return kept
