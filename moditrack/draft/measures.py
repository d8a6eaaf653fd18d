"""The measure of a figure, by what is counted; a new one where no measure fits."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from moditrack.documents.document import Document
from moditrack.documents.plain import words_of
from moditrack.documents.quantities import Quantity
from moditrack.draft.lists import Lists
from moditrack.draft.proposal import Proposal
from moditrack.draft.texts import slug
from moditrack.draft.words import is_counted, kept, phrase_after, stem, stems

_CHANGE = re.compile(
    r"\b(?:(?P<up>increas\w*|rise|rose|risen|rising|up|grew|growth|higher|more)"
    r"|(?P<down>decreas\w*|reduc\w*|f[ae]ll(?:en|ing|s)?|drop\w*|down|declin\w*|lower|fewer|cut))\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s(?:of|in)\s(?:all |the |these |those |its |our |their |total )*", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;.:()]| (?:and|of which|of whom|but|while) ")
_VERB = 25
"""Characters after what is counted that can hold its verb: 46 people were arrested."""
_MONEY = ("GBP", "EUR", "USD", "pence")
_LENGTHS = ("minutes", "hours", "days", "weeks", "months", "years")
_LONG, _OFTEN = 7, 4
"""A word of so many letters in so many definitions is what a list of measures is about."""
_COMMON = words_of("document counts report offence offences people police agency")


@dataclass(frozen=True)
class Measured:
    """The measure of a figure: its id, empty where a person must choose."""

    measure: str
    name: str
    rests_on: str
    needs: str = ""


@dataclass
class Measures:
    """The measures that a document can use, and the new ones that it asks for."""

    lists: Lists
    vocabulary: frozenset[str] = frozenset()
    new: dict[str, Proposal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.lists.measures
        self._names = {key: stems(row["name"]) for key, row in rows.items()}
        self.topic = _topic([row["definition"] for row in rows.values()])
        self.fitting = {key for key in rows if self._fits(key)}

    def _fits(self, measure: str) -> bool:
        """Whether a measure can be used: what is about a topic needs a document about it."""
        own = _long_words(self.lists.measures[measure]["definition"]) & self.topic
        return not own or bool({stem(word) for word in own} & self.vocabulary)

    def name(self, measure: str) -> str:
        """The name of a measure."""
        row = self.lists.measures.get(measure) or (
            self.new[measure].row if measure in self.new else {}
        )
        return row.get("name", measure)

    def unit(self, measure: str) -> str:
        """The unit of a measure."""
        row = self.lists.measures.get(measure) or (
            self.new[measure].row if measure in self.new else {}
        )
        return row.get("unit", "")

    def of(self, sentence: str, quantity: Quantity, before: str = "") -> Measured:
        """The measure of a quantity of a sentence; `before` is that of the count before it."""
        phrase = phrase_after(sentence, quantity.end)
        if quantity.unit in ("percent", "percentage points", "per mille"):
            return self._share(sentence, quantity, before)
        if quantity.unit in _MONEY:
            return self._money(sentence, quantity)
        if quantity.unit in ("times", "ratio"):
            return Measured("", "", f"'{quantity.printed}' is printed", "measure")
        if phrase and phrase[-1].lower().rstrip("s") + "s" in _LENGTHS and len(kept(phrase)) == 1:
            return self.length(phrase[-1].lower().rstrip("s") + "s")
        return self._count(sentence, quantity, phrase)

    def length(self, unit: str) -> Measured:
        """The measure of a length of time in a unit."""
        key = f"duration-{unit}"
        if key not in self.lists.measures:
            self._add(key, unit, f"Duration in {unit}", "A length of time", f"{unit} are printed")
        return Measured(key, self.name(key), f"'{unit}' follows the number")

    def _count(self, sentence: str, quantity: Quantity, phrase: list[str]) -> Measured:
        if not is_counted(phrase, single=quantity.value == 1):
            return self._from_words_near(sentence, quantity, phrase)
        words = sentence[quantity.end :]
        after = _CLAUSE.split(words[: len(" ".join(phrase)) + _VERB])[0]
        known = self._known(phrase, stems(after), percent=False)
        words = " ".join(phrase)
        if len(known) == 1:
            return Measured(known[0], self.name(known[0]), f"'{words}' follows the number")
        if known:
            return Measured(
                "", "", f"'{words}' follows the number", f"measure: {' or '.join(known)}?"
            )
        return self._new(kept(phrase), f"'{words}' follows the number")

    def _known(self, phrase: list[str], near: frozenset[str], *, percent: bool) -> list[str]:
        """The measures that a noun phrase names, the most exact ones."""
        head, own = stem(phrase[-1]), stems(kept(phrase))
        found: list[tuple[int, str]] = []
        for key in self.fitting:
            row, name = self.lists.measures[key], self._names[key]
            if (row["unit"] == "percent") != percent or not name:
                continue
            wanted = name - {"shar"} if percent else name
            unit = stems(row["unit"])
            if not (wanted and wanted <= own | near) or head not in wanted | unit:
                continue
            said = wanted | unit | stems(row["definition"])
            if own - said:
                continue
            found.append((len(wanted & own) * 10 + len(wanted), key))
        best = max((score for score, _ in found), default=0)
        return sorted(key for score, key in found if score == best)

    def _from_words_near(self, sentence: str, quantity: Quantity, phrase: list[str]) -> Measured:
        """A measure that the clause names, for a person to confirm."""
        clause = stems(sentence[max(0, quantity.start - 80) : quantity.end + 60])
        near = sorted(
            key
            for key in self.fitting
            if self._names[key]
            and self._names[key] <= clause
            and self.lists.measures[key]["unit"] not in ("percent", "GBP")
        )
        printed = f"'{' '.join(phrase)}' follows the number" if phrase else "no noun follows it"
        needs = f"measure: {' or '.join(near[:3])}?" if near else "measure"
        return Measured("", "", printed, needs)

    def _share(self, sentence: str, quantity: Quantity, before: str) -> Measured:
        match = _OF.match(sentence, quantity.end)
        phrase = phrase_after(sentence, match.end()) if match else []
        around = sentence[max(0, quantity.start - 60) : quantity.end + 25]
        change = _CHANGE.search(around)
        if change is not None:
            return self._change(change, phrase, before)
        if phrase:
            known = self._known(phrase, frozenset(), percent=True)
            rests = f"'of {' '.join(phrase)}' follows the share"
            if len(known) == 1:
                return Measured(known[0], self.name(known[0]), rests)
            return self.share_of(" ".join(kept(phrase)).lower(), rests)
        if before:
            counted = self.name(before).lower()
            return self.share_of(counted, f"'{counted}' is what the sentence counts before")
        return Measured("", "", f"'{quantity.printed}' is printed", "measure: a share of what?")

    def _change(self, change: re.Match[str], phrase: list[str], before: str) -> Measured:
        kind = "increase" if change["up"] else "decrease"
        what = stem(phrase[-1]) if phrase else ""
        known = [
            key
            for key in sorted(self.fitting)
            if key.startswith(f"{kind}-in-") and (not what or what in self._names[key])
        ]
        rests = f"'{change[0]}' is printed near it"
        if len(known) == 1 and before in ("", key_of(known[0])):
            return Measured(known[0], self.name(known[0]), rests)
        noun = phrase or (self.name(before).lower().split() if before else [])
        if not noun:
            return Measured("", "", rests, f"measure: {kind} in what?")
        return self.new_one(
            f"{kind}-in-{slug(' '.join(noun))}", "percent",
            f"{kind.capitalize()} in {' '.join(noun).lower()}",
            f"Relative {'rise' if kind == 'increase' else 'fall'}, without a sign", rests,
        )  # fmt: skip

    def share_of(self, noun: str, rests: str) -> Measured:
        """The share of a noun: known or new."""
        key = f"share-of-{slug(noun)}"
        if key in self.lists.measures:
            return Measured(key, self.name(key), rests)
        return self.new_one(key, "percent", f"Share of {noun}", f"Part of all {noun}", rests)

    def _money(self, sentence: str, quantity: Quantity) -> Measured:
        clause = stems(sentence[max(0, quantity.start - 80) : quantity.end + 60])
        money = [key for key in self.fitting if self.lists.measures[key]["unit"] == quantity.unit]
        near = sorted(key for key in money if self._names[key] and self._names[key] <= clause)
        rests = f"'{quantity.printed}' is money"
        if len(near) == 1:
            return Measured(near[0], self.name(near[0]), f"{rests}, with '{self.name(near[0])}'")
        return Measured("", "", rests, f"measure: {' or '.join(near)}?" if near else "measure")

    def _new(self, phrase: list[str], rests: str) -> Measured:
        name = " ".join(phrase)
        return self.new_one(
            slug(name), phrase[-1].lower(), name[0].upper() + name[1:],
            f"{name[0].upper()}{name[1:]}, as the document counts them", rests,
        )  # fmt: skip

    def stems_of(self, measure: str) -> frozenset[str]:
        """The stems of the words of a measure's name."""
        return self._names[measure]

    def new_one(self, key: str, unit: str, name: str, definition: str, rests: str) -> Measured:
        """A new measure, or the one that was asked for under this id before."""
        key = key if key not in self.lists.measures else f"{key}-counted"
        if key not in self.new:
            self._add(key, unit, name, definition, rests)
        return Measured(key, name, rests)

    def _add(self, key: str, unit: str, name: str, definition: str, rests: str) -> None:
        row = {"measure": key, "unit": unit, "name": name, "definition": definition}
        needs = "" if key.startswith("duration-") else "new measure, or one that is known?"
        self.new.setdefault(key, Proposal("new-measures.csv", row, rests, needs))


def _long_words(definition: str) -> set[str]:
    words = re.findall(r"[a-z]+", definition.lower())
    return {word for word in words if len(word) >= _LONG and word not in _COMMON}


def _topic(definitions: list[str]) -> set[str]:
    """The words that come back in many definitions: what the whole list is about."""
    counts = Counter(word for one in definitions for word in _long_words(one))
    return {word for word, times in counts.items() if times >= _OFTEN}


def key_of(measure: str) -> str:
    """The measure that a change is of."""
    return measure.partition("-in-")[2]


def vocabulary(document: Document) -> frozenset[str]:
    """The stems of all words of a document."""
    words = {word for one in document.passages for word in re.findall(r"[A-Za-z]+", one.text)}
    return frozenset(stem(word) for word in words)
