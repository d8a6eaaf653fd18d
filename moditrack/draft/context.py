"""What the families of a draft share: what is known, what is new, and what is accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from moditrack.draft.counts.measures import Measured, Measures
from moditrack.draft.figures.agency_of_figures import Actors
from moditrack.draft.figures.contents_page_numbers import Spans
from moditrack.draft.names.agency_and_operation_names import Names
from moditrack.draft.periods.periods_of_headings import Scopes
from moditrack.draft.printed_spans import Places
from moditrack.draft.proposal import FoundPeriod
from moditrack.draft.texts_in_order import Text

ASK_ORDER = "date: is its month or its day first?"


@dataclass
class Context:
    """What the families share: what is known, what is new, and what is accounted for.

    default: the force whose figures a report has. publisher: whose they are else, which is asked.
    order: where each passage is. counted: what is counted first below a heading.
    """

    names: Names
    measures: Measures
    places: Places
    default: str = ""
    committee: str = ""
    reference: str = ""
    lists: dict[tuple[str, int], str] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)
    tables: dict[str, int] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    heading_counts: dict[str, Measured] = field(default_factory=dict)
    item_counts: dict[str, Measured] = field(default_factory=dict)
    list_counts: dict[str, tuple[Measured, Fraction]] = field(default_factory=dict)
    list_bases: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    contents: Spans = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)
    counted_at: dict[str, int] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    month_first: bool = False
    publisher: str = ""
    list_agency: str = ""
    question: str = ""
    line_above: str = ""
    actors: Actors = field(default_factory=lambda: Actors(Names({}), []))
    scopes: Scopes = field(default_factory=lambda: Scopes([], "", ""))

    def above(self, text: Text, sentence: str = "", place: int = 0) -> FoundPeriod:
        """The period that holds for a sentence, as inferred."""
        found = self.scopes.at(text, sentence, place)
        if found is None:
            return FoundPeriod()
        rests_on = "" if found.asked else f"'{found.label}' is above it"
        return FoundPeriod(
            found.period, "yes" if found.period else "", rests_on, found.asked, found.of_report
        )

    def counts(self, place: str, measured: Measured, text: Text) -> None:
        """Keep what is counted first below a heading, and in which of the passages."""
        if place not in self.counted:
            self.counted[place] = measured.measure
            self.counted_at[place] = self.order.get(text.locator, 0)

    def section_period(self, locator: str) -> FoundPeriod:
        """The period of the data of a section, as inferred; empty where none is said."""
        period = self.sections.get(locator.partition(".")[0], "")
        if not period:
            return FoundPeriod()
        return FoundPeriod(period, "yes", "the period of the section's data")
