"""The period or year that a report sets for what is below it, down to the next heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache

from moditrack.documents.change_words import COMPARED_WITH
from moditrack.documents.dates.periods import periods
from moditrack.documents.dates.printed_period import DAY, RANGE, YEAR_KINDS, Period
from moditrack.documents.passages import Passage
from moditrack.draft.counts.table_subjects import is_title
from moditrack.draft.periods.dates_without_year import (
    dated,
    dated_after,
    is_near,
    is_week,
    year_before,
)
from moditrack.draft.periods.figure_periods import recorded
from moditrack.draft.periods.periods_not_of_figures import is_compared, is_so_far
from moditrack.draft.periods.periods_of_texts import (
    Scope,
    counts_or_opens,
    is_bare,
    is_of_person,
    kinds_called_this,
    may_be_one_year,
    sets_below,
    stated,
    whole_periods,
)
from moditrack.draft.periods.rows_of_dates import DateRows
from moditrack.draft.texts_in_order import Text
from moditrack.record_dates import parse_period

_SETS = re.compile(
    r"(?:^|\b(?:in|during|for|over|throughout|between|from|covering|within)(?: the)?"
    r"(?: (?:whole|calendar|financial|fiscal|full|month|year|quarter|period|week))*"
    r"(?: (?:of|ended|ending|from|to))?\s)$",
    re.IGNORECASE,
)
"""What precedes a period that a sentence is about, and those after it."""
_OF_A_NUMBER = re.compile(
    rf"\b(?:from|(?:{COMPARED_WITH}|against|than)) (?:\w+ )?[\d,.]+%? (?:\w+ ){{0,3}}"
    r"(?:in|between|during|for) (?:the )?$", re.IGNORECASE,
)  # fmt: skip
"""What precedes the period of a number that others are compared with."""
_GOES_ON = re.compile(r"(?:(?:Of|Among) (?:the|these|those|them|this)|These|Those)\b", re.I)
_ELSEWHERE = re.compile(r"\b(?:references|bibliography|contents|footnotes|endnotes)\b", re.I)
_BEFORE = 60
"""Characters before a period that say whether it sets what follows."""
_WEEK = re.compile(r"\b(?:during|in|over|throughout|this|the) (?:the |this )?week\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?:previous|preceding|prior) (?:financial |calendar )?year", re.I)


class Scopes:
    """The periods of a report that hold for what is below them. day: that of the report."""

    def __init__(self, texts: Iterable[Text], title: str, day: str) -> None:
        self.day = day
        texts = list(texts)
        below = [one.passage.heading.split(" / ") for one in texts if not one.heading]
        parts = Counter(part for one in below for part in one)
        self._whole = {part for part, times in parts.items() if part and 2 * times > len(below)}
        said = [title, *(one for one in self._whole if is_bare(one))]
        self._given = stated(texts)
        found = self._given or whole_periods(said, texts)
        self._title = [(written, one) for written, one in found.items() if written]
        ends = [one.last for _, one in self._title if one.last]
        self.until = day or (ends[0] if len(ends) == 1 else "")
        self._of_part = cache(self._part)
        self._inside: dict[tuple[str, bool], list[Scope]] = {}
        self._above: dict[tuple[str, bool], Scope | None] = {}
        self._in_lines: list[Scope] = []
        self._listed: set[tuple[str, bool]] = set()
        set_: dict[str, Scope | None] = {}
        introduced = None
        on_day: tuple[str, Scope] | None = None
        self.rows = DateRows(texts)
        self._of_persons: dict[str, str] = {}
        every = {written: one.label for written, one in self._title}
        for text in texts:
            heading = "" if text.heading else text.passage.heading
            key = text.locator, text.heading
            self._above[key] = self._inherited(heading, set_)
            if on_day is not None and on_day[0] == heading and text.passage.kind == "bullet":
                self._above[key] = on_day[1]
            else:
                on_day = self._day_of_list(text)
            if text.heading or text.passage.kind == "header" or _ELSEWHERE.search(heading):
                continue
            if heading == introduced and set_.get(heading):
                self._listed.add(key)
            if text.passage.kind == "table":
                continue  # its years are of its rows and columns
            self._inside[key] = list(self._set_in(text))
            own = [one for one in self._inside[key]
                   if not self._title or counts_or_opens(text, one.start)]  # fmt: skip
            introduced = heading if text.text.endswith(":") and set_.get(heading) else introduced
            if own and text.passage.kind != "paragraph":  # a numbered one is about itself
                several = len({one.period for one in own}) > 1 and not sets_below(
                    text, own[-1].start
                )
                set_[heading] = None if several else own[-1]
                if is_title(text.text) and text.passage.kind != "bullet":
                    self._in_lines.append(own[-1])
            every.update((one.period, one.label) for one in own)
        every.update(self._of_persons)
        for above in self._above.values():
            if above is not None and above.period:
                every.setdefault(above.period, above.label)
        alone = len(every) == 1 and not self._of_persons
        self._only = next(iter(every.items())) if alone else None

    def at(self, text: Text, sentence: str, place: int) -> Scope | None:
        """The period that holds for a sentence which prints none; None where none does.

        It is sure where it is the one period of its passage, and in a list of a report with one.
        """
        if is_so_far(sentence):
            return None
        found = self._nearest(text, place)
        if (this := self._this(sentence)) is not None:
            return this
        if found is not None:
            inside = self._inside.get((text.locator, text.heading), [])
            certain = found in inside and (len(text.periods) == 1 or _GOES_ON.match(sentence))
            listed = self._only is not None and (text.locator, text.heading) in self._listed
            certain = certain or listed or self._is_of_title(found.period)
            certain = certain or (is_week(found.period) and _WEEK.search(text.text))
            return Scope(found.period, found.label) if certain else found
        return self._of_whole(text)

    def _of_whole(self, text: Text) -> Scope | None:
        """The period of the title, or the only one, asked where nothing else says it."""
        if self._title:
            labels = [one.label for _, one in self._title]
            written = self._title[0][0] if len(labels) == 1 else ""
            sure = bool(written) and not self._given and not may_be_one_year(labels[0])
            if sure and any(self._inside.values()) and self._is_of_title(written):
                return Scope(written, labels[0])
            whose = "that the report gives" if self._given else "of the title"
            said = f"'{labels[0]}' {whose}" if written else " or ".join(labels[:3])
            return Scope(written, labels[0], f"period: {said}?", of_report=bool(written))
        if self._only and text.passage.kind not in ("paragraph", "table"):
            asked = f"period: '{self._only[1]}', the only one of the report?"
            return Scope(*self._only, asked, of_report=True)
        return None

    def _is_of_title(self, written: str) -> bool:
        """Whether a period that a text sets has the days of the one period of the title.

        A year is sure where nothing sets another.
        """
        if len(self._title) != 1 or not written:
            return False
        if self._title[0][1].kind in YEAR_KINDS:
            return self._only is not None and self._only[0] == written == self._title[0][0]
        days = parse_period(written)
        return (days.start, days.end) == (self._title[0][1].first, self._title[0][1].last)

    def _this(self, sentence: str) -> Scope | None:
        """The period of the title, where a sentence calls it this quarter or this year."""
        if len(self._title) != 1:
            return None
        written, one = self._title[0]
        return Scope(written, one.label) if one.kind in kinds_called_this(sentence) else None

    def line_above(self, passage: Passage) -> Scope | None:
        """What a line between a table and its heading sets for it; None where none does."""
        near = self._above.get((passage.locator, False))
        return near if near is not None and near in self._in_lines else None

    def so_far(self, labels: list[str]) -> str:
        """The part of a year up to the report, of labels such as 2019 (YTD); empty elsewhere."""
        years = {period.first[:4] for label in labels for period in periods(label) if period.first}
        return f"{self.until[:4]}-01/{self.until[:7]}" if years == {self.until[:4]} else ""

    def of_label(self, labels: list[str], locator: str) -> str:
        """The period of the labels of a cell that print no year: the last April of the report."""
        near = self._above.get((locator, False))
        open_ = [period for label in labels for period in periods(label) if period.partial]
        found = {self._dated(period, near) for period in open_}
        return found.pop() if len(found) == 1 else ""

    def dated(self, text: Text, period: Period, *, to_come: bool = False) -> str:
        """A date without a year, by the year that holds around it, else by the report's own day.

        `to_come`: the first such date after that day.
        """
        if to_come and self.day:
            return dated_after(period, self.day)
        near = self._nearest(text, period.start)
        if _YEAR_BEFORE.fullmatch(period.label) and (
            before := year_before(self._period_above(near))
        ):
            return before
        return self._dated(period, near)

    def _period_above(self, near: Scope | None) -> str:
        """The period above a place, else that of the title."""
        titles = self.of_title()
        return near.period if near is not None else titles[0] if len(titles) == 1 else ""

    def _dated(self, period: Period, near: Scope | None) -> str:
        if near is not None and re.fullmatch(r"(?:FY)?\d{4}", near.period):
            last = parse_period(near.period).end or ""
            if last and not (self.day and self.day < last):
                return dated(period, last)
        return dated(period, self.until)

    def _nearest(self, text: Text, place: int) -> Scope | None:
        key = text.locator, text.heading
        inside = self._inside.get(key, [])
        at = bisect_right(inside, place, key=lambda one: one.start)
        return inside[at - 1] if at else self._above.get(key)

    def _set_in(self, text: Text) -> Iterable[Scope]:
        """The periods that sentences of a text set."""
        near = self._above.get((text.locator, False))
        for period in text.periods:
            before = text.text[max(0, period.start - _BEFORE) : period.start]
            in_brackets = period.kind == RANGE and before.endswith("(")
            if period.kind == DAY or not (in_brackets or _SETS.search(before)):
                continue
            if text.text == period.label and text.passage.heading in self._whole:
                continue  # a month of its own on a cover: that of the report
            if period.partial and (period.kind != RANGE or not period.parts):
                continue  # in June, last year: of its own sentence only
            label = self.rows.are_labels(text, period)
            if label or is_compared(text, period) or _OF_A_NUMBER.search(before):
                continue
            if is_of_person(text, period):
                self._of_persons[recorded(period)] = period.label
                continue
            written = self._dated(period, near) if period.partial else recorded(period)
            if written and ".." not in written and not self._is_to_come(written):
                near = Scope(
                    written, period.label, f"period: '{period.label}' above?", period.start
                )
                yield near

    def _day_of_list(self, text: Text) -> tuple[str, Scope] | None:
        """The period that the head of a list sets for it: On 31 March 2020 the port had:"""
        is_head = text.text.endswith(":") and not text.heading
        found = text.periods_in(text.sentences[-1].start, len(text.text)) if is_head else ()
        if len(found) != 1:
            return None
        (one,) = found
        written = self._dated(one, None) if one.partial and one.kind == RANGE else recorded(one)
        if one.partial and not (one.kind == RANGE and is_near(written, self.day)):
            return None
        if not written or ".." in written or is_compared(text, one):
            return None
        return text.passage.heading, Scope(written, one.label, "", one.start)

    def _is_to_come(self, written: str) -> bool:
        return bool(self.day) and (parse_period(written).start or "") > self.day

    def _inherited(self, heading: str, set_: dict[str, Scope | None]) -> Scope | None:
        """What holds below a heading: of its own text, of its words, then of the one above it."""
        while True:
            if set_.get(heading) is not None:
                return set_[heading]
            above, _, last = heading.rpartition(" / ")
            own = self._of_part(last) if last else None
            if own is not None or not heading:
                return own
            heading = above

    def _part(self, words: str) -> Scope | None:
        """The period of one heading."""
        found: dict[str, Period] = {}
        for one in periods(words):
            written = dated(one, self.until) if one.partial else recorded(one)
            if written:
                found.setdefault(written, one)
        labels = [one.label for one in found.values()]
        if len(labels) > 1:
            return Scope("", labels[0], f"period: {' or '.join(labels[:3])}?")
        if not labels:
            return None
        ((written, one),) = found.items()
        asked = f"period: {one.label}?" if one.partial and written not in self.of_title() else ""
        whole = words in self._whole and not is_bare(words)
        asked = f"period: '{one.label}' of the title?" if whole else asked
        return Scope(written, one.label, asked, of_report=whole)

    def of_title(self) -> list[str]:
        """The periods of the title, as recorded."""
        return [written for written, _ in self._title]
