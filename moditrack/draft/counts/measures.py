"""The measures that a draft can use: the known ones, and new ones as candidates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from moditrack.documents.lower_case import PREPOSITIONS, words_of
from moditrack.documents.quantities import Quantity
from moditrack.draft.counts.noun_phrases import is_plural, kept, plural, sentence_case, stem, stems
from moditrack.draft.counts.vocabulary import long_words, topic_of
from moditrack.draft.names.agency_and_operation_names import Names
from moditrack.draft.proposal import Proposal
from moditrack.draft.shared_lists import Lists
from moditrack.draft.texts_in_order import id_part

_MOST = 6
"""Words that a name can have of what or for whom."""
SHARE_OF, DURATION = "share-of-", "duration-"
IN_PERCENT = ("increase-in-", "decrease-in-")
IN_NUMBERS = ("rise-in-", "fall-in-", "change-in-")
"""What the ids of shares, of lengths of time and of changes begin with."""


@dataclass(frozen=True)
class Measured:
    """The measure of a figure: its id, empty where a person must choose; what it rests on.

    said: what the text says of what is counted, where that is more than the name. guessed: whether
    it is guessed to be that of the number before. change: the kind of change, where nothing says of
    what.
    """

    measure: str
    name: str
    rests_on: str
    needs: str = ""
    said: str = ""
    guessed: bool = False
    change: str = ""

    @property
    def is_vague(self) -> bool:
        """Whether it says nothing of what is counted: cases, people, a length of time."""
        words = self.name.lower().removeprefix("share of ").split()
        return not self.said and (
            words[:1] == ["duration"] or (len(words) == 1 and is_vague(words[0]))
        )

    @property
    def full(self) -> str:
        """What is counted, with all that the text says of it."""
        return self.said or self.name

    def saying(self, said: str) -> Measured:
        """The same, with what the text says."""
        return replace(self, said=said)


@dataclass
class Measures:
    """The measures that a document can use, and the new ones that it asks for.

    vocabulary: the stems of the document's words. names: the names that it prints.
    """

    lists: Lists
    vocabulary: frozenset[str] = frozenset()
    names: Names | None = None
    new: dict[str, Proposal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.lists.measures
        self._stems = {key: stems(row["name"]) for key, row in rows.items()}
        topic = topic_of([row["definition"] for row in rows.values()])
        self.topic = frozenset(map(stem, topic))
        self.fitting = {key for key in rows if self._fits(key)}

    @property
    def words(self) -> frozenset[str]:
        """The words that the document prints in lower case."""
        return self.names.words if self.names is not None else frozenset()

    def _fits(self, measure: str) -> bool:
        """Whether a measure can be used: what is about a topic needs a document about it."""
        own = long_words(self.lists.measures[measure]["definition"])
        about = frozenset(map(stem, own)) & self.topic
        return not about or bool(about & self.vocabulary)

    def name(self, measure: str) -> str:
        """The name of a measure."""
        return self._row(measure).get("name", measure)

    def unit(self, measure: str) -> str:
        """The unit of a measure."""
        return self._row(measure).get("unit", "")

    def _row(self, measure: str) -> dict[str, str]:
        known = self.lists.measures.get(measure)
        return known or (self.new[measure].row if measure in self.new else {})

    def stems_of(self, measure: str) -> frozenset[str]:
        """The stems of the words of a known measure's name."""
        return self._stems[measure]

    def use(self, measure: str, rests_on: str, needs: str = "") -> Measured:
        """A measure as what a figure counts."""
        return Measured(measure, self.name(measure), rests_on, needs)

    def as_before(
        self, last: Measured, needs: str, rests_on: str = "the count before it"
    ) -> Measured:
        """The measure of the number before, as a guess."""
        return replace(self.use(last.measure, rests_on, needs), guessed=True)

    def known(self, phrase: list[str], near: frozenset[str], *, percent: bool) -> list[str]:
        """The measures that a noun phrase names, the most exact ones; `near` are words beside it.

        Where the phrase has words that no measure has, none does.
        """
        head, own = stem(phrase[-1]), self.plain(phrase)
        found: list[tuple[int, str]] = []
        for key in self.fitting:
            row, wanted = self.lists.measures[key], self._stems[key]
            if (row["unit"] == "percent") != percent:
                continue
            if percent and not wanted & {"shar"}:
                continue
            wanted -= {"shar"}
            unit = frozenset() if percent else stems(row["unit"])
            if not (wanted and wanted <= own | near) or head not in wanted | unit:
                continue
            if own - wanted - unit - stems(row["definition"]):
                continue
            found.append((10 * len(wanted & own) + len(wanted), key))
        best = max((score for score, _ in found), default=0)
        return sorted(key for score, key in found if score == best)

    def by_head(self, phrase: list[str]) -> str:
        """The measure of the last word of a noun phrase, where it has a measure of its own."""
        wanted = frozenset([stem(phrase[-1])])
        found = [key for key in sorted(self.fitting) if self._stems[key] == wanted]
        return found[0] if len(found) == 1 else ""

    def named_in(self, text: str) -> list[str]:
        """The counts whose names have all their words in a text, the longest names first."""
        words = stems(text)
        found = [
            key
            for key in sorted(self.fitting)
            if self._stems[key] <= words and self.lists.measures[key]["unit"] not in _NO_COUNT
        ]
        inside = {key for key in found for other in found if self._stems[key] < self._stems[other]}
        return [key for key in found if key not in inside]

    def plain(self, phrase: list[str]) -> frozenset[str]:
        """The stems of a noun phrase, without names of agencies and what the list is about."""
        own = [word for word in kept(phrase) if not self._says_nothing(word)]
        return stems(own or phrase[-1:])

    def _says_nothing(self, word: str) -> bool:
        if self.names is None:
            return False
        if word in self.names.known:
            return True
        long = self.names.abbreviations.get(word)
        return long is not None and bool(stems(long[0]) & self.topic)

    def new_one(self, key: str, unit: str, name: str, definition: str, rests_on: str) -> Measured:
        """A new measure, or the one that was asked for under this id before."""
        key = key if key not in self.lists.measures else f"{key}-counted"
        while key in self.new and self._is_cut(key, name):
            key = f"{key}-2"
        if key in self.new and self.new[key].row["unit"] != unit:
            key = f"{key}-{id_part(unit)}"
        like = [] if definition == LENGTH else self._alike(name, unit)
        needs = f"new measure, or {' or '.join(like[:3])}?" if like else ""
        asked = ""
        if _NO_NAME.search(name):
            needs, asked = "name: what is counted?", "measure: what is counted?"
        if NUMBERS in name.lower():
            needs = "name: what does the table count?"
        row = {"measure": key, "unit": unit, "name": name, "definition": definition}
        self.new.setdefault(key, Proposal("new-measures.csv", row, rests_on, needs))
        return Measured(key, name, rests_on, asked)

    def _is_cut(self, key: str, name: str) -> bool:
        """Whether an id is that of another measure, whose long name begins with the same words."""
        other = self.new[key].row["name"].lower()
        long = min(len(id_part(one, 300)) for one in (name, other)) > len(key)
        return long and other != name.lower()

    def _alike(self, name: str, unit: str) -> list[str]:
        """The known measures that a new one may be: of its kind, all words of one in the other."""
        own, head = stems(name) - _PEOPLE, frozenset() if is_vague(unit) else stems(unit)
        kind = unit if unit in _NO_COUNT else ""
        found = []
        for key in sorted(self.fitting - {"cost", "funding"}):
            known, counted = self._stems[key] - _PEOPLE, self.unit(key)
            alike = known <= own or (own <= known and len(own) > 1)
            same = own & _CHANGES == known & _CHANGES and bool(own and known)
            noun = kind or not head or head & (known | stems(counted))
            if alike and same and noun and (counted if counted in _NO_COUNT else "") == kind:
                found.append(key)
        return found

    def with_complement(self, phrase: list[str], of_what: str, deed: str = "") -> list[str]:
        """A noun phrase with what it says of what, where it says nothing alone: uses of force."""
        words = of_what.split()
        if words[:1] != ["of"] and any(one[0].isupper() for one in words[1:]):
            return phrase  # boats in Harl
        vague = is_vague(phrase[-1]) and not deed and len(words) <= _MOST
        return [*phrase, *(words if vague or words[:1] == ["of"] else [])]

    def new_count(self, phrase: list[str], of_what: str, deed: str, rests_on: str) -> Measured:
        """A new measure named after what is counted, and what was done to it: boats seized."""
        words = [word for word in kept(phrase) if not self._says_nothing(word)] or phrase[-1:]
        if joined := next((at for at, one in enumerate(words) if at and one in _JOINED), 0):
            unit = words[joined - 1].lower()  # uses of force
        else:
            words = [*words[:-1], re.sub("['’]s$", "s", words[-1])]
            if not is_plural(words[-1]) and re.fullmatch("[^A-Z]+|[A-Z]{2,4}", words[-1]):
                words = [*words[:-1], plural(words[-1])]
            unit = words[-1].lower()
        words = self.with_complement(words, of_what, deed)
        name = sentence_case(" ".join([*words, deed] if deed else words))
        return self.new_one(
            id_part(name), unit, name, f"{name}, as the document counts them", rests_on
        )

    def share_of(self, noun: str, rests_on: str, needs: str = "") -> Measured:
        """The share of a noun: known or new."""
        key = f"{SHARE_OF}{id_part(noun)}"
        if key in self.lists.measures:
            return self.use(key, rests_on, needs)
        new = self.new_one(key, "percent", f"Share of {noun}", f"Part of all {noun}", rests_on)
        return Measured(new.measure, new.name, rests_on, needs)

    def unnamed(self, quantity: Quantity, found: Measured) -> Measured:
        """What has a unit of its own, where nothing says of what it is: a share, a sum."""
        unit = quantity.unit
        name = sentence_case(found.change) if found.change else "Share"
        if quantity.printed[0] in "+-–−":
            name = "Change"
        name = name if unit == "percent" else f"Sum in {unit}"
        new = self.new_one(
            id_part(name), unit, name, f"{name}, as the document gives it", found.rests_on
        )
        return replace(found, measure=new.measure, name=name)

    def length(self, unit: str) -> Measured:
        """The measure of a length of time in a unit."""
        key = f"{DURATION}{unit}"
        rests_on = f"'{unit}' follows the number"
        if key in self.lists.measures:
            return self.use(key, rests_on)
        return self.new_one(key, unit, f"Duration in {unit}", LENGTH, rests_on)


SHARE_BEFORE = "the share before it"
LENGTHS = ("minutes", "hours", "days", "weeks", "months", "years")
"""Units of a length of time."""
_VAGUE = words_of(
    "cases people persons person uses officers incidents subjects suspects items times events men"
    " occasions individuals women children males females members things reports matters employees"
    " requests staff others pieces places drugs adults victims users residents girls boys"
)


def is_vague(noun: str) -> bool:
    """Whether a noun says nothing by itself."""
    return noun.lower() in _VAGUE


NUMBERS = "numbers of the table"
"""The name of a measure where nothing says what a table counts."""
LENGTH = "A length of time"
_NO_NAME = re.compile(
    r"(?:^|\b)(?:they|we|he|she|it|i|you|there|who|which|how|what|why|whether|had|has|have|be|been"
    r"|either)\b|['’](?:d|ll|ve|re)\b| (?:to|and|or|of|in|for|by|with|the|an?|from|between)s?$",
    re.IGNORECASE,
)
"""Words by which a name shows that it is no noun phrase: Increase in estimated to."""
_CHANGES = frozenset(map(stem, ("share", "increase", "decrease", "rise", "fall", "change")))
"""Words of the names of measures that are no counts."""
_PEOPLE = frozenset(map(stem, ("people", "number", "value", "made", "received", "recorded")))
"""Words by which measures do not differ."""
_JOINED = PREPOSITIONS | {"against", "across", "within", "among"}
_NO_COUNT = ("percent", "GBP", "years", "months", "days", "documents")
