"""A proposed row of the records, and all that is proposed for one report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from moditrack.documents.document import Document
from moditrack.validation.answers import follows

Row = dict[str, str]


@dataclass(frozen=True)
class FoundPeriod:
    """The period of a figure, as recorded; empty where none is found, or where it is asked alone.

    inferred: yes where a part of it is not printed. rests_on: what says so. asked: what a person is
    asked about it; of_report: whether that is the period of the whole report, asked once.
    """

    period: str = ""
    inferred: str = ""
    rests_on: str = ""
    asked: str = ""
    of_report: bool = False


@dataclass(frozen=True)
class Proposal:
    """A row proposed for a file of the records.

    rests_on: what in the text it rests on. needs_a_person: what a person has to decide; empty where
    the row is sure. start, end: its span in the passage's text, or in its heading where `heading`
    is set; both 0 where it is about the passage. cell: its row and column in a table, from 0.
    guessed: whether it is taken to count what the number before it does. of_report: whether its
    period is asked as that of the whole report.
    """

    file: str
    row: Row
    rests_on: str = ""
    needs_a_person: str = ""
    start: int = 0
    end: int = 0
    heading: bool = False
    cell: tuple[int, int] | None = None
    guessed: bool = False
    of_report: bool = False

    @property
    def locator(self) -> str:
        """The passage that it cites; empty for a line of a shared list."""
        return self.row.get("locator", "")

    @property
    def sure(self) -> bool:
        """Whether it needs nobody."""
        return not self.needs_a_person

    @property
    def columns_asked(self) -> set[str]:
        """The columns that its questions are about, each of which begins with one."""
        return {one.partition(":")[0] for one in self.needs_a_person.split("; ") if one}

    @property
    def follows(self) -> str:
        """The row whose answer it waits for; empty where it has a question of its own."""
        return follows(self.needs_a_person)


@dataclass
class Draft:
    """The proposals for a report, in the order of its text, and the values of document.toml.

    `missing` says for each empty value of document.toml what is wanted.
    """

    document: Document
    toml: dict[str, object] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    proposals: list[Proposal] = field(default_factory=list)

    def proposed(self, file: str) -> list[Proposal]:
        """The proposals for one file."""
        return [proposal for proposal in self.proposals if proposal.file == file]

    def counts(self) -> dict[str, tuple[int, int]]:
        """How many rows of each file are sure, and how many need a person."""
        sure = Counter(proposal.file for proposal in self.proposals if proposal.sure)
        unsure = Counter(
            proposal.file for proposal in self.proposals if not (proposal.sure or proposal.follows)
        )
        return {file: (sure[file], unsure[file]) for file in {**sure, **unsure}}
